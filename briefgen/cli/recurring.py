"""The command lines of the recurring job -> what they do: a run, a check of its configuration, a first configuration file."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefgen.cli.configuration import FILE_NAME, Configuration, parse_configuration, read_text
from briefgen.cli.job import Job, job_of
from briefgen.cli.log import Log, logged
from briefgen.diagnostics import DeliveryError, NothingToReport, UsageError
from briefgen.weekly.period import Period, last_full_week, month_of, period_of, week_of

if TYPE_CHECKING:
    from briefgen.archive import Delivery
    from briefgen.cli.issuing import Outcome, Request

PROFILE = "weekly"
_EXAMPLE = Path(__file__).resolve().parent.parent / "data" / "briefgen.toml"


def run_weekly(
    config: Path | None, asked: Mapping[str, str | None], *, log_file: Path | None, quiet: bool, where: Mapping[str, Any]
) -> int:
    """Make and deliver the issue of the period asked for (week, month, period: one of them or none); the exit code. `where` are the
    fields of the request that say where articles are read: jobs, cluster, cached."""
    job, configuration = read_job(config)
    log = Log(log_file or job.log, quiet, run=_run_id())
    today = datetime.now(job.zone).date()
    chosen = _chosen(today, asked)
    with logged(log, "weekly", period=chosen.name, start=chosen.start.isoformat(), stop=chosen.stop.isoformat()):
        from briefgen.cli.issuing import is_quiet, issue_period

        outcome = issue_period(replace(_request(job, configuration, log, today), **where), chosen)
        click.echo(click.format_filename(outcome.issue.folder))
        log.event("finished", exit_code=_exit_code(outcome.deliveries), new=outcome.is_new, **outcome.issue.counts)
        if not quiet:
            click.echo(_summary(outcome), err=True)
        if _exit_code(outcome.deliveries):
            raise DeliveryError(f"{_failed(outcome.deliveries)}; the files are kept, and `briefgen deliver` tries again")
        if is_quiet(outcome.issue):
            raise NothingToReport(f"{chosen.name}: nothing new; the page says so")
    return 0


def deliver_open(config: Path | None, *, issue: str | None, again: Sequence[str], log_file: Path | None, quiet: bool) -> int:
    """Deliver what is open of all issues, or of one; the exit code."""
    from briefgen.archive import open_archive
    from briefgen.cli.delivering import deliver
    from briefgen.cli.issuing import LOCK
    from briefgen.cli.output import locked

    job, configuration = read_job(config)
    unknown = [name for name in again if name not in {recipient.name for recipient in job.recipients}]
    if unknown:
        raise UsageError(f"--again: {config or FILE_NAME} has no recipient {unknown[0]}")
    log = Log(log_file or job.log, quiet, run=_run_id())
    options = _request(job, configuration, log, datetime.now(job.zone).date()).options
    with logged(log, "deliver"), locked(job.archive.parent, LOCK), open_archive(job.archive, make=False) as archive:
        chosen = [item for item in archive.issues() if issue in (None, item.period)]
        if issue and not chosen:
            raise UsageError(f"--issue: there is no issue {issue}; `briefgen history` lists them")
        states = [state for item in chosen for state in deliver(archive, item, job, options, dict(os.environ), log, again=again)]
        log.event("finished", exit_code=_exit_code(tuple(states)))
        if not quiet:
            click.echo(f"briefgen: delivered {sum(item.state == 'delivered' for item in states)} of {len(states)}", err=True)
        if failed := _failed(tuple(states)):
            raise DeliveryError(f"{failed}; the files are kept")
    return 0


def read_job(config: Path | None) -> tuple[Job, Configuration]:
    """The job of briefgen.toml, and the settings that it shares with `build`."""
    text = read_text(config, working_folder=Path())
    if text is None:
        raise UsageError(f"there is no {FILE_NAME} here; `briefgen weekly --init` writes a commented one, or name it with --config")
    name = str(config or FILE_NAME)
    base = (config or Path(FILE_NAME)).resolve().parent
    return job_of(text, name, base=base), parse_configuration(text, name)


def check_configuration(config: Path | None) -> int:
    """Read everything that the file names: profile, styles, translations, inbox, mail. Errors name the line."""
    job, configuration = read_job(config)
    request = _request(job, configuration, Log(), date(2000, 1, 3))
    from briefgen.cli.inputs import settings_of

    settings_of(request.options)
    if not job.inbox.is_dir():
        raise UsageError(f"{config or FILE_NAME}: inbox: there is no folder {job.inbox}; make it, or name another")
    click.echo(f"{config or FILE_NAME}: right; {len(job.recipients)} recipients, time zone {job.zone.key}")
    return 0


def write_configuration(config: Path | None) -> int:
    """A commented file with every key; one that is there is never overwritten."""
    from briefgen.cli.output import write_file

    path = config or Path(FILE_NAME)
    if path.exists():
        raise UsageError(f"{path}: is there already; move it away, or name another with --config")
    write_file(path, _EXAMPLE.read_bytes())
    for folder in ("inbox", "archive", "out"):
        (path.resolve().parent / folder).mkdir(exist_ok=True)
    click.echo(click.format_filename(path))
    return 0


def _request(job: Job, configuration: Configuration, log: Log, today: date) -> Request:
    from briefgen.cli.issuing import Request
    from briefgen.cli.settings import options_of, translations_of, translator_of

    words = {"languages": [job.languages], "formats": [job.formats], "profile": job.profile or PROFILE, "styles": None}
    options = options_of(words, replace(configuration, profile=""))
    translations_of(configuration)
    memory = Path(configuration.translations) if configuration.translations else None
    return Request(job, options, log, today, dict(os.environ), memory, translator_of({}, configuration))


def _chosen(today: date, asked: Mapping[str, str | None]) -> Period:
    """The period that the command line names; by default the last full week."""
    given = [(name, value) for name, value in asked.items() if value is not None]
    if len(given) > 1:
        raise UsageError("--week, --month and --period exclude each other")
    readers = {"week": week_of, "month": month_of, "period": period_of}
    return readers[given[0][0]](given[0][1]) if given else last_full_week(today)


def _run_id() -> str:
    return f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{os.getpid()}"


def _exit_code(deliveries: tuple[Delivery, ...]) -> int:
    return DeliveryError.exit_code if _failed(deliveries) else 0


def _failed(deliveries: tuple[Delivery, ...]) -> str:
    """Who did not get the issue, as far as anybody can tell."""
    return ", ".join(f"{item.recipient}: {item.state}" for item in deliveries if item.state in ("failed", "uncertain"))


def _summary(outcome: Outcome) -> str:
    """One line for a person or a mail of cron."""
    counts, states = outcome.issue.counts, [item.state for item in outcome.deliveries]
    told = "made" if outcome.is_new else "was there already"
    names = ("sources", "changes", "late", "reposts", "repeated", "set_aside")
    shown = ", ".join(f"{name.replace('_', ' ')} {counts[name]}" for name in names if counts.get(name))
    delivered = f"delivered to {states.count('delivered')} of {len(states)}" if states else "no recipients"
    return f"briefgen: {outcome.issue.period} {told}: {shown or 'nothing new'}; {delivered}"
