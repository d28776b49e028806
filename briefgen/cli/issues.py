"""Issues of the archive -> lines for a person, and JSON for a program."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from briefgen.archive import Archive, Delivery, InboxFile, Issue, open_archive
from briefgen.cli.recurring import read_job
from briefgen.diagnostics import UsageError

_COUNTED = ("sources", "changes", "late", "reposts", "repeated", "set_aside")


def print_history(config: Path | None, *, show: str | None, as_json: bool) -> int:
    """Print the list, or one issue; the exit code. A UsageError tells of an issue that is not there."""
    job, _ = read_job(config)
    with open_archive(job.archive, make=False) as archive:
        if show is None:
            issues = [(issue, archive.deliveries(issue.period)) for issue in archive.issues()]
            listed = [_value(issue, deliveries) for issue, deliveries in issues]
            click.echo(json.dumps(listed, ensure_ascii=False, indent=2) if as_json else "\n".join(_table(issues)) or "no issue yet")
            return 0
        issue = _issue(archive, show)
        value = _value(issue, archive.deliveries(show)) | {"articles": archive.roles(show)}
        aside = archive.set_aside(show)
        value |= {"set_aside": [{"file": file.path, "reason": file.reason} for file in aside]}
        click.echo(json.dumps(value, ensure_ascii=False, indent=2) if as_json else "\n".join(_shown(issue, value, aside)))
    return 0


def _issue(archive: Archive, name: str) -> Issue:
    issue = archive.issue(name)
    if issue is None:
        known = ", ".join(item.period for item in archive.issues()[-5:]) or "none yet"
        raise UsageError(f"{name}: there is no such issue; the last ones: {known}")
    return issue


def _table(issues: Sequence[tuple[Issue, tuple[Delivery, ...]]]) -> Iterator[str]:
    """One line an issue."""
    for issue, deliveries in issues:
        counts = ", ".join(f"{name.replace('_', ' ')} {issue.counts[name]}" for name in _COUNTED if issue.counts.get(name))
        states = Counter(item.state for item in deliveries)
        told = ", ".join(f"{count} {state}" for state, count in sorted(states.items())) or "no recipients"
        yield f"{issue.period}  {issue.start}/{issue.stop}  {issue.number}  {counts or 'nothing new'}; {told}"


def _shown(issue: Issue, value: dict[str, Any], aside: Sequence[InboxFile]) -> Iterator[str]:
    yield f"issue {issue.period}: {issue.start} to {issue.stop}, brief number {issue.number}"
    yield f"folder: {click.format_filename(issue.folder)}"
    yield "counts: " + ", ".join(f"{name.replace('_', ' ')} {count}" for name, count in issue.counts.items())
    for name, role in sorted(value["articles"].items()):
        yield f"{role}: {name}"
    for file in aside:
        yield f"set aside: {file.path}: {file.reason}"
    for item in value["deliveries"]:
        error = f": {item['error']}" if item["error"] else ""
        yield f"delivery to {item['recipient']}: {item['state']} ({item['attempts']} attempts){error}"


def _value(issue: Issue, deliveries: Sequence[Delivery]) -> dict[str, Any]:
    states = [{"recipient": item.recipient, "state": item.state, "attempts": item.attempts, "error": item.error} for item in deliveries]
    return {
        "period": issue.period,
        "start": issue.start,
        "stop": issue.stop,
        "number": issue.number,
        "folder": issue.folder,
        "counts": dict(issue.counts),
        "deliveries": states,
    }
