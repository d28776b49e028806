"""`briefgen render`: brief.json -> the files of its editions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from briefgen.cli import options as given


@click.command(short_help="Print a saved brief.json again.")
@click.argument("file", metavar="BRIEF.JSON", type=click.Path(path_type=Path))
@given.output_option
@given.language_option
@given.format_option
@click.option("--profile", metavar="NAME", help="Which sections a brief has: a name or a .toml file. Default: standard.")
@given.style_option
@given.locale_option
@given.paper_options
@given.config_option
@given.force_option
@given.edits_option
@given.check_option
@given.checklist_option
@given.letterhead_option
@click.option("--log", "log_file", type=click.Path(path_type=Path), metavar="FILE.jsonl", help="Add a line of JSON for each event.")
@click.option("-q", "--quiet", is_flag=True, help="Print paths and errors only.")
def command(file: Path, output: Path | None, log_file: Path | None, quiet: bool, **words: Any) -> None:
    """Write the editions of a brief that `briefgen build` saved, in another style, language or format, say.
    They go into the folder of brief.json, or into the one named with -o. The articles are not read again.

    \b
    Example:
      briefgen render out/2026-02-27-kazakhstan-rare-earths/brief.json --style ru=govuk -o second
    """
    from briefgen.cli.log import Log, logged
    from briefgen.cli.printing import print_brief

    log = Log(log_file, quiet)
    with logged(log, "render", file=str(file)):
        finished = print_brief(file, output, words, log)
        log.event("finished", exit_code=0)
    for path in finished.written:
        click.echo(click.format_filename(path))
