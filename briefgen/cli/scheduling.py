"""When and where the recurring job runs -> what a scheduler wants: systemd's service and timer, a crontab, a task of Windows as XML."""

from __future__ import annotations

import getpass
import re
import shlex
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path, PurePosixPath, PureWindowsPath
from string import Template
from xml.sax.saxutils import escape

import click

from briefgen.cli.configuration import FILE_NAME
from briefgen.cli.job import Job
from briefgen.diagnostics import UsageError

NAME = "briefgen-weekly"
DAYS = {"Mon": "Monday", "Tue": "Tuesday", "Wed": "Wednesday", "Thu": "Thursday", "Fri": "Friday", "Sat": "Saturday", "Sun": "Sunday"}
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Schedule:
    """`command` is a program with its arguments, `folder` where it is started; `day` one of DAYS and `time` (HH:MM) are by the clock
    of `zone`, or of the machine where a scheduler knows no zones; `user` runs it; `writable` are the folders that it writes into."""

    command: tuple[str, ...]
    folder: str
    day: str = "Mon"
    time: str = "07:00"
    zone: str = "Europe/Moscow"
    user: str = "briefgen"
    writable: tuple[str, ...] = ()


def print_schedule(kind: str, *, day: str, at: str, user: str | None, output: Path | None, config: Path | None) -> int:
    """Print the files, or write them into a folder; the exit code."""
    from briefgen.cli.output import write_file
    from briefgen.cli.recurring import read_job

    if not _TIME.fullmatch(at):
        raise UsageError(f"--time: {at!r} is no time of day; write 07:00")
    path = (config or Path(FILE_NAME)).resolve()
    job = read_job(config)[0]
    # The interpreter that runs now, so that no PATH is needed.
    command = (sys.executable, "-m", "briefgen", "weekly", "--config", str(path), "--quiet")
    made = _MAKERS[kind](Schedule(command, str(path.parent), day, at, job.zone.key, user or getpass.getuser(), _writable(job)))
    for name, text in made.items():
        if output:
            output.mkdir(parents=True, exist_ok=True)
            write_file(output / name, text.encode("utf-8"))
            click.echo(click.format_filename(output / name))
        else:
            click.echo(text)
    return 0


def _writable(job: Job) -> tuple[str, ...]:
    """The folders that a run writes into: archive, output, log, recipients."""
    folders = [job.archive.parent, job.output, *(item.folder for item in job.recipients if item.folder)]
    folders += [job.log.parent] if job.log else []
    return tuple(dict.fromkeys(str(folder.resolve()) for folder in folders))


def systemd_units(schedule: Schedule) -> Mapping[str, str]:
    """The service and its timer by their file names."""
    values = {
        "command": " ".join(_unit_word(word, in_command=True) for word in schedule.command),
        "folder": schedule.folder.replace("%", "%%"),
        "writable": " ".join(_unit_word(path) for path in schedule.writable),
        "user": schedule.user,
        "day": schedule.day,
        "time": schedule.time,
        "zone": schedule.zone,
    }
    return {f"{NAME}.{kind}": _filled(kind, values) for kind in ("service", "timer")}


def crontab_lines(schedule: Schedule) -> Mapping[str, str]:
    """Lines for a crontab; their days count from Sunday."""
    hour, _, minute = schedule.time.partition(":")
    values = {
        "command": " ".join(_cron_word(word) for word in schedule.command),
        "folder": _cron_word(schedule.folder),
        "minute": str(int(minute)),
        "hour": str(int(hour)),
        "weekday": str((list(DAYS).index(schedule.day) + 1) % 7),
        "zone": schedule.zone,
    }
    return {f"{NAME}.cron": _filled("crontab", values)}


def windows_task(schedule: Schedule) -> Mapping[str, str]:
    """A task (Task Scheduler schema 1.2). Without a declaration of its encoding: it is read as it was saved, by whatever shell."""
    program, *arguments = schedule.command
    values = {
        "program": program,
        "arguments": " ".join(f'"{word}"' if re.search(r"\s", word) else word for word in arguments),
        "folder": str((PurePosixPath if schedule.folder.startswith("/") else PureWindowsPath)(schedule.folder)),
        "user": schedule.user,
        "day": DAYS[schedule.day],
        "time": schedule.time,
    }
    return {f"{NAME}.xml": _filled("task", {name: escape(value) for name, value in values.items()})}


_MAKERS = {"systemd": systemd_units, "cron": crontab_lines, "windows": windows_task}


def _unit_word(word: str, *, in_command: bool = False) -> str:
    """One word of a unit: in quotation marks where it needs them (systemd.syntax(7)), its % no specifier, in a command its $ no variable.

    >>> print(_unit_word("/srv/a b/x"), _unit_word("/srv/100%"), _unit_word("/srv/$a", in_command=True))
    "/srv/a b/x" /srv/100%% /srv/$$a
    """
    said = word.replace("%", "%%").replace("\\", "\\\\").replace('"', '\\"')
    said = said.replace("$", "$$") if in_command else said
    return f'"{said}"' if re.search(r"[\s'\"\\;]", said) else said


def _cron_word(word: str) -> str:
    """crontab(5): an unescaped % ends the command.

    >>> print(_cron_word("/srv/100% briefs"))
    '/srv/100\\% briefs'
    """
    return shlex.quote(word).replace("%", "\\%")


def _filled(kind: str, values: Mapping[str, str]) -> str:
    template = files("briefgen").joinpath("data", "schedule", f"{kind}.txt").read_text(encoding="utf-8")
    return Template(template).substitute(values)
