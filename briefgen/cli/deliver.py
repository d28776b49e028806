"""`briefgen deliver`: issues that did not reach somebody -> tried again; nobody gets an issue twice."""

from __future__ import annotations

from pathlib import Path

import click

from briefgen.cli import options as given


@click.command(short_help="Try again what a delivery of the recurring brief left undone.")
@click.option("--issue", metavar="2026-W09", help="This issue alone; by default all that are not delivered.")
@click.option("--again", multiple=True, metavar="NAME", help="Send a letter whose fate is unknown once more; may be repeated.")
@given.config_option
@click.option("--log", "log_file", type=click.Path(path_type=Path), metavar="FILE.jsonl", help="Add a line of JSON for each event.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def command(issue: str | None, again: tuple[str, ...], config: Path | None, log_file: Path | None, quiet: bool) -> int:
    """Deliver what `briefgen weekly` could not. The recipients are those that the issue had when it was made.

    A connection that broke while a letter was handed over leaves open whether it arrived: such a letter is sent again with --again alone.
    Exit codes: 0 done, 5 another run is at work, 6 a delivery failed.

    \b
    Example:
      briefgen deliver
      briefgen deliver --issue 2026-W09 --again director
    """
    from briefgen.cli.recurring import deliver_open

    return deliver_open(config, issue=issue, again=again, log_file=log_file, quiet=quiet)
