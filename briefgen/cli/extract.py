"""`briefgen extract`: articles -> their facts as JSON."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli.options import cache_option, country, published_option, workers_of, workers_options

if TYPE_CHECKING:
    from briefgen.readers import Taken

DEFAULT_SUBJECT = "RU"


@click.command(short_help="Print the facts of an article as JSON.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@published_option
@click.option(
    "--subject", "subjects", type=country, metavar="CC", multiple=True, help="Country whose risks are looked for; repeatable. Default: RU."
)
@workers_options
@cache_option
@click.option("-q", "--quiet", is_flag=True, help="Print facts and errors only.")
def command(
    paths: tuple[Path, ...], published: date | None, subjects: tuple[str, ...], jobs: int, cluster: str, uncached: bool, quiet: bool
) -> int:
    """Print what an article says as one JSON object: quantities, dates, statements, interests and risks,
    each with its place in the text and the rule that found it. Several files, or a folder, give one object a line,
    in their order; a file that cannot be read is named on stderr, and the rest go on (exit code 3 at the end).

    \b
    Example:
      briefgen extract article.txt --published 2026-02-27 --subject RU
      briefgen extract inbox/ --jobs 4 > facts.jsonl
      briefgen extract inbox/ --cluster tcp://10.0.0.5:8786 > facts.jsonl
      briefgen schema extraction        what the object holds
    """
    from briefgen.cli.articles import list_files
    from briefgen.cli.log import Log
    from briefgen.cli.workers import stream, with_progress
    from briefgen.diagnostics import BriefgenError
    from briefgen.readers import SUFFIXES, take

    log = Log(quiet=quiet)
    listing = list_files(paths, SUFFIXES)
    for other in listing.passed_over:
        log.notice(f"{other.path}: passed over: {other.reason}")
    alone = len(paths) == len(listing.files) == 1 and not paths[0].is_dir()
    read = partial(printed, published=published, subjects=subjects or (DEFAULT_SUBJECT,), cached=not uncached, alone=alone)
    code = 0
    workers = workers_of(jobs, cluster, len(listing.files))
    with closing(stream(read, listing.files, take, workers=workers)) as results:
        for _, found in with_progress(results, len(listing.files), log):
            if isinstance(found, BriefgenError):
                log.error(str(found))
                code = found.exit_code
            else:
                click.echo(found, nl=False)
    return code


def printed(taken: Taken, *, published: date | None, subjects: tuple[str, ...], cached: bool, alone: bool) -> bytes:
    """The JSON of one file: indented where it is `alone`, else on one line."""
    from briefgen.cli.caching import cache_of
    from briefgen.pipeline import extract
    from briefgen.readers import article_of
    from briefgen.serialize import extraction_to_json, extraction_to_line

    extraction = extract(article_of(taken, published=published), subjects, cache_of(wanted=cached))
    return (extraction_to_json if alone else extraction_to_line)(extraction).encode("utf-8")
