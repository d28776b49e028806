"""A job and a period -> its issue: the inbox read, the brief made and checked, kept and delivered. What `briefgen weekly` does.

The order makes a run that is killed at any moment harmless: articles are kept one by one; the folder of the brief appears whole; only then
does one transaction say that the issue exists; only then is it delivered, each recipient on its own. The next run does what is missing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefgen.archive import Archive, Delivery, Issue, open_archive
from briefgen.assemble import assemble
from briefgen.cli.caching import cache_of
from briefgen.cli.delivering import deliver
from briefgen.cli.exchange import files_of
from briefgen.cli.finish import BRIEF, finish
from briefgen.cli.inputs import settings_of
from briefgen.cli.job import Job
from briefgen.cli.log import Log, phase
from briefgen.cli.manifest import brief_number, digest, read_manifest
from briefgen.cli.options import workers_of
from briefgen.cli.output import locked
from briefgen.cli.workers import stream
from briefgen.diagnostics import BriefgenError, NothingToReport
from briefgen.pipeline import BuildOptions, assemble_brief, brief_json, has_facts
from briefgen.serialize import brief_from_json, digest_of
from briefgen.serialize.values import to_value
from briefgen.translation.memory import Memory
from briefgen.weekly.changes import trend_facts
from briefgen.weekly.comparing import compared_brief
from briefgen.weekly.gathering import Gathered, gather
from briefgen.weekly.intake import Found, read_file, take_file, take_in
from briefgen.weekly.keys import known_facts
from briefgen.weekly.period import Period

if TYPE_CHECKING:
    from datetime import tzinfo

    from briefgen.model import Brief
    from briefgen.readers import Taken
    from briefgen.translation.translators import Translator

LOCK = ".briefgen-weekly.lock"
QUIET = "quiet"  # the profile of an issue without news


@dataclass(frozen=True, slots=True)
class Request:
    """What a run needs beside the job: the options of its briefs, the folder of translations, a translator, the environment for the mail
    server's name and password, the day of the run; `cache` keeps extractions, `jobs` is how many processes read."""

    job: Job
    options: BuildOptions
    log: Log
    today: date
    environment: Mapping[str, str]
    memory: Path | None = None
    translator: Translator | None = None
    cached: bool = True
    jobs: int = 1
    cluster: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The issue of the period, whether this run made it, and where its deliveries stand."""

    issue: Issue
    is_new: bool
    deliveries: tuple[Delivery, ...]


def issue_period(request: Request, period: Period) -> Outcome:
    """Make and deliver the issue of a period, or finish what an earlier run began. NothingToReport where the period has no news."""
    job, log = request.job, request.log
    with locked(job.archive.parent, LOCK), open_archive(job.archive) as archive:
        with phase(log, "reading the inbox") as counts:
            read = take_in(archive, job.inbox, received=request.today, read=partial(_read, request), tell=log.progress)
            counts |= {"files": read.files, "articles": read.articles, "set_aside": len(read.set_aside)}
        for file in read.set_aside:
            log.notice(f"{job.inbox / file.path}: set aside: {file.reason}")
            log.event("set_aside", file=file.path, reason=file.reason)
        for path in read.passed_over:
            log.event("passed_over", file=str(path), reason="not a kind that briefgen reads")
        known = archive.issue(period.name)
        issue = known or _make(archive, request, period)
        if known:
            _restore(archive, known, request)
        with phase(log, "delivering"):
            deliveries = deliver(archive, issue, job, request.options, request.environment, log)
        if job.retention_weeks:
            archive.forget((period.stop - timedelta(weeks=job.retention_weeks)).isoformat())
    return Outcome(issue, known is None, deliveries)


def _read(request: Request, paths: Sequence[Path]) -> Iterator[tuple[Path, Found | BriefgenError]]:
    """Each file with its articles, over as many processes as are asked for, but no more than there are files for, or on a cluster."""
    if not paths:
        return
    reader = partial(read_there, zone=request.job.zone, subject=request.options.subject, cached=request.cached)
    workers = workers_of(request.jobs, request.cluster, len(paths))
    with closing(stream(reader, paths, take_file, workers=workers)) as results:
        yield from results


def read_there(taken: Taken | Found, *, zone: tzinfo, subject: str, cached: bool) -> Found:
    """The articles of a file, by the cache of the machine that this runs on."""
    return read_file(taken, zone=zone, subject=subject, cache=cache_of(wanted=cached))


def _make(archive: Archive, request: Request, period: Period) -> Issue:
    """The issue's files, then its place in the archive."""
    job, log = request.job, request.log
    with phase(log, "comparing with earlier issues") as counts:
        gathered = gather(archive, period)
        is_quiet = not any(map(has_facts, gathered.extractions))
        options = _options(request, period.stop, is_quiet=is_quiet)
        brief, translations = _brief(archive, request, options, gathered, period)
        counts |= _counts(brief)
    inputs = _inputs(brief, gathered, translations, options, period)
    folder = job.output / f"{period.stop.isoformat()}-weekly-{period.name}"
    with phase(log, "printing and checking"):
        finish(brief, folder, inputs, options, force=False, log=log, articles=[item.article for item in gathered.extractions])
    manifest = read_manifest(folder)
    issue = Issue(
        period=period.name,
        series=period.series,
        start=period.start.isoformat(),
        stop=period.stop.isoformat(),
        number=brief_number(inputs),
        folder=str(folder),
        inputs=inputs,
        files=dict(manifest.outputs) if manifest else {},
        counts=_counts(brief),
    )
    told = [file.path for file in gathered.set_aside]
    facts = (*known_facts(brief, period), *trend_facts(brief, period))
    recipients = [recipient.name for recipient in job.recipients]
    archive.keep_issue(issue, brief_json(brief).decode("utf-8"), gathered.roles, facts, recipients, told)
    return issue


def _options(request: Request, stop: date, *, is_quiet: bool) -> BuildOptions:
    """The options of an issue; one without news has a profile of its own."""
    return replace(request.options, date=stop, profile=QUIET if is_quiet else request.options.profile)


def _brief(archive: Archive, request: Request, options: BuildOptions, gathered: Gathered, period: Period) -> tuple[Brief, Sequence[Path]]:
    translations = (*files_of(request.memory), *sorted(request.job.inbox.rglob("*.po")))
    compare = partial(compared_brief, gathered=gathered, archive=archive, period=period)
    if options.profile != QUIET:
        return assemble_brief(gathered.extractions, options, Memory.load(translations), request.translator, compare), translations
    if not request.job.quiet_page:
        raise NothingToReport(f"{period.name}: nothing new was published from {period.start} to {period.stop}; nothing to report")
    return compare(assemble(gathered.extractions, subject=options.subject, on=period.stop)), translations


def _inputs(brief: Brief, gathered: Gathered, translations: Sequence[Path], options: BuildOptions, period: Period) -> dict[str, Any]:
    """What decides the brief: its articles, translations and settings, and what it is compared with."""
    articles = [item.article for item in gathered.extractions]
    compared = {"changes": brief.changes, "trends": brief.trends, "earlier": brief.earlier, "set_aside": brief.set_aside}
    return {
        "articles": [
            {"name": item.name, "digest": item.digest, "published": item.published.isoformat() if item.published else None}
            for item in sorted(articles, key=lambda item: item.id)
        ],
        "period": period.interval,
        "compared": digest_of({key: to_value(value) for key, value in compared.items()}),
        "translations": [{"name": path.name, "digest": digest(path.read_bytes())} for path in translations],
        "passages": digest_of(to_value((*brief.translations, *brief.refusals))),
        **settings_of(options),
    }


def _restore(archive: Archive, issue: Issue, request: Request) -> None:
    """Files of an issue that somebody removed are made again from the brief that the archive keeps."""
    folder = Path(issue.folder)
    if all((folder / name).exists() for name in issue.files):
        return
    request.log.notice(f"{folder}: files are missing and are made again")
    brief = brief_from_json(archive.brief(issue.period), BRIEF)
    options = _options(request, date.fromisoformat(issue.stop), is_quiet=is_quiet(issue))
    finish(brief, folder, json.loads(json.dumps(issue.inputs)), options, force=False, log=request.log)


def is_quiet(issue: Issue) -> bool:
    """Whether the issue says that there is nothing new."""
    return not any(issue.counts[name] for name in ("interests", "quantities", "statements", "risks"))


def _counts(brief: Brief) -> dict[str, int]:
    own = [source for source in brief.sources if not source.issue]
    return {
        "sources": len(own),
        "reposts": sum(len(source.reposts) for source in own),
        "late": sum(source.is_late for source in own),
        "repeated": brief.repeated,
        "set_aside": len(brief.set_aside),
        "changes": len(brief.changes),
        "interests": len(brief.interests),
        "quantities": len(brief.quantities),
        "statements": len(brief.statements),
        "risks": len(brief.risks),
    }
