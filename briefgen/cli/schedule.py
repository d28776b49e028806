"""`briefgen schedule`: briefgen.toml -> a job of systemd, cron or the Windows Task Scheduler, ready to be installed."""

from __future__ import annotations

from pathlib import Path

import click

from briefgen.cli import options as given

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@click.command(short_help="Print a job of systemd, cron or Windows that runs `briefgen weekly`.")
@click.argument("kind", type=click.Choice(("systemd", "cron", "windows")))
@click.option("--day", type=click.Choice(DAYS), default="Mon", show_default=True, help="Day of the week.")
@click.option("--time", "at", default="07:00", show_default=True, metavar="HH:MM", help="Time of day in the configured time zone.")
@click.option("--user", metavar="NAME", help="Who runs it; by default who runs this command.")
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER", help="Write the files there instead.")
@given.config_option
def command(kind: str, day: str, at: str, user: str | None, output: Path | None, config: Path | None) -> int:
    """Print the job with the commands that install it. Nothing is installed, and briefgen keeps no process running of its own.

    A quiet week (exit code 4) is no failure of the unit. A run that was missed while the machine was off is made up for (systemd, Windows).

    \b
    Example:
      briefgen schedule systemd --output units
      briefgen schedule cron --day Mon --time 07:30
      briefgen schedule windows > briefgen-weekly.xml
    """
    from briefgen.cli.scheduling import print_schedule

    return print_schedule(kind, day=day, at=at, user=user, output=output, config=config)
