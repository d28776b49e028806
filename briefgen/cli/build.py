"""`briefgen build`: articles -> a folder with the brief in each language and format."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from briefgen.cli import options as given


@click.command(short_help="Make the brief of one or more articles.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@given.output_option
@given.language_option
@given.format_option
@click.option("--profile", metavar="NAME", help="Which sections a brief has: a name or a .toml file. Default: standard.")
@given.style_option
@given.locale_option
@given.paper_options
@click.option("--subject", type=given.country, metavar="CC", help="Country whose risks are reported. Default: RU.")
@given.published_option
@click.option("--date", "on", type=given.day, metavar="DATE", help="Date of the brief; by default the latest publication date.")
@click.option("--slug", metavar="WORDS", help="Second half of the folder's name; by default from the article's file name.")
@given.translator_option
@given.config_option
@click.option("--each", is_flag=True, help="One brief for each article, rather than one for all.")
@click.option(
    "--redline",
    type=click.Path(path_type=Path),
    metavar="OLD.docx",
    help="Write also a draft that shows what changed since this one, as tracked changes.",
)
@given.force_option
@given.edits_option
@given.check_option
@given.checklist_option
@given.letterhead_option
@given.cache_option
@given.workers_options
@click.option("--fail-on-warning", is_flag=True, help="Exit with 1 where something needs a person's eye.")
@click.option("--log", "log_file", type=click.Path(path_type=Path), metavar="FILE.jsonl", help="Add a line of JSON for each event.")
@click.option("-q", "--quiet", is_flag=True, help="Print paths and errors only.")
def command(
    paths: tuple[Path, ...], published: date | None, each: bool, fail_on_warning: bool, log_file: Path | None, quiet: bool, **words: Any
) -> int:
    """Read articles (files, or folders with .txt, .html, .docx and .pdf files) and write DATE-NAME/ with brief.ru.docx,
    brief.ru.pdf, brief.en.docx, brief.en.pdf, brief.json, evidence.html and manifest.json.

    Beside an article NAME.txt, NAME.toml tells its origin and NAME.en.po holds translations.
    A file that somebody edited is never overwritten without --force.

    \b
    Example:
      briefgen build seeds/
      briefgen build monday.html tuesday.pdf --lang ru --format pdf -o briefs
    """
    from dataclasses import replace

    from briefgen.cli.beside import Assistant
    from briefgen.cli.building import build_groups, read_all, request_of
    from briefgen.cli.log import Log, logged
    from briefgen.cli.readying import steps
    from briefgen.cli.summary import needs_attention
    from briefgen.diagnostics import InputError

    log = Log(log_file, quiet)
    with logged(log, "build", paths=[str(path) for path in paths]):
        request, options = request_of(words, each=each, log=log)
        with Assistant(steps(options, checked=request.checked) if request.jobs == 1 and not request.cluster else None) as assistant:
            read, failed = read_all(paths, published, log, tolerant=each)
            groups = [(item,) for item in read] if each else [read]
            diagnostics = build_groups(groups, replace(request, begin=assistant.begin), options)
        code = InputError.exit_code if failed else int(fail_on_warning and needs_attention(diagnostics))
        log.event("finished", exit_code=code)
    return code
