"""`briefgen weekly`: what came in -> the brief of a week, what changed first, kept and delivered."""

from __future__ import annotations

from pathlib import Path

import click

from briefgen.cli import options as given


@click.command(short_help="Make the brief of a week from an inbox: what changed comes first.")
@click.option("--week", metavar="2026-W09", help="An ISO week; by default the last one that is over in the configured time zone.")
@click.option("--month", metavar="2026-02", help="A calendar month instead.")
@click.option("--period", metavar="DATE/DATE", help="Any days instead, such as 2026-02-01/2026-02-28.")
@given.config_option
@click.option("--init", is_flag=True, help="Write a commented briefgen.toml here, and nothing else.")
@click.option("--check-config", is_flag=True, help="Check briefgen.toml and what it names, and do nothing else.")
@given.workers_options
@given.cache_option
@click.option("--log", "log_file", type=click.Path(path_type=Path), metavar="FILE.jsonl", help="Add a line of JSON for each event.")
@click.option("-q", "--quiet", is_flag=True, help="Print the folder and errors only.")
def command(
    week: str | None,
    month: str | None,
    period: str | None,
    config: Path | None,
    init: bool,
    check_config: bool,
    jobs: int,
    cluster: str,
    uncached: bool,
    log_file: Path | None,
    quiet: bool,
) -> int:
    """Read what is new in the inbox, put the week's articles against what earlier issues said, and write the brief in each language
    and format; then deliver it. All is set in briefgen.toml ([weekly], [mail], [recipients.NAME]).

    The same week again changes nothing and delivers nothing twice: it only finishes what was not done.
    Exit codes: 0 done, 4 nothing to report, 5 another run is at work, 6 a delivery failed, 7 archive or output cannot be written,
    8 the cluster cannot be used.

    \b
    Example:
      briefgen weekly --init
      briefgen weekly --check-config
      briefgen weekly --week 2026-W09
    """
    from briefgen.cli.recurring import check_configuration, run_weekly, write_configuration

    if init:
        return write_configuration(config)
    if check_config:
        return check_configuration(config)
    given.workers_of(jobs, cluster, jobs)  # both ways at once end the run here
    asked = {"week": week, "month": month, "period": period}
    return run_weekly(config, asked, log_file=log_file, quiet=quiet, where={"jobs": jobs, "cluster": cluster, "cached": not uncached})
