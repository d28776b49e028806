"""`briefgen extract`: articles -> their facts as JSON."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli.options import cache_option, country, jobs_option, published_option

if TYPE_CHECKING:
    from briefgen.cache import Cache

DEFAULT_SUBJECT = "RU"


@click.command(short_help="Print the facts of an article as JSON.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@published_option
@click.option(
    "--subject", "subjects", type=country, metavar="CC", multiple=True, help="Country whose risks are looked for; repeatable. Default: RU."
)
@jobs_option
@cache_option
@click.option("-q", "--quiet", is_flag=True, help="Print facts and errors only.")
def command(paths: tuple[Path, ...], published: date | None, subjects: tuple[str, ...], jobs: int, uncached: bool, quiet: bool) -> int:
    """Print what an article says as one JSON object: quantities, dates, statements, interests and risks,
    each with its place in the text and the rule that found it. Several files, or a folder, give one object a line,
    in their order; a file that cannot be read is named on stderr, and the rest go on (exit code 3 at the end).

    \b
    Example:
      briefgen extract article.txt --published 2026-02-27 --subject RU
      briefgen extract inbox/ --jobs 4 > facts.jsonl
      briefgen schema extraction        what the object holds
    """
    from briefgen.cli.articles import list_files
    from briefgen.cli.caching import cache_of
    from briefgen.cli.log import Log
    from briefgen.cli.workers import stream, with_progress
    from briefgen.diagnostics import BriefgenError
    from briefgen.readers import SUFFIXES

    log = Log(quiet=quiet)
    listing = list_files(paths, SUFFIXES)
    for other in listing.passed_over:
        log.notice(f"{other.path}: passed over: {other.reason}")
    alone = len(paths) == len(listing.files) == 1 and not paths[0].is_dir()
    cache = cache_of(wanted=not uncached)
    read = partial(printed, published=published, subjects=subjects or (DEFAULT_SUBJECT,), cache=cache, alone=alone)
    code = 0
    with closing(stream(read, listing.files, jobs=min(jobs, len(listing.files)))) as results:
        for _, found in with_progress(results, len(listing.files), log):
            if isinstance(found, BriefgenError):
                log.error(str(found))
                code = found.exit_code
            else:
                click.echo(found, nl=False)
    return code


def printed(path: Path, *, published: date | None, subjects: tuple[str, ...], cache: Cache | None, alone: bool) -> bytes:
    """The JSON of one file: indented where it is `alone`, else on one line."""
    from briefgen.pipeline import extract
    from briefgen.readers import read_article
    from briefgen.serialize import extraction_to_json, extraction_to_line

    extraction = extract(read_article(path, published=published), subjects, cache)
    return (extraction_to_json if alone else extraction_to_line)(extraction).encode("utf-8")
