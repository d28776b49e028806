"""`briefgen history`: the archive -> the issues of the recurring brief, or all that is known of one."""

from __future__ import annotations

from pathlib import Path

import click

from briefgen.cli import options as given


@click.command(short_help="List the issues of the recurring brief and their deliveries.")
@click.option("--show", metavar="2026-W09", help="All that the archive knows of one issue.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@given.config_option
def command(show: str | None, as_json: bool, config: Path | None) -> int:
    """What was issued, with its counts and where its deliveries stand. Reads the archive and changes nothing.

    \b
    Example:
      briefgen history
      briefgen history --show 2026-W09
    """
    from briefgen.cli.issues import print_history

    return print_history(config, show=show, as_json=as_json)
