"""A job, a day and a time -> the files that a scheduler wants: systemd's service and timer, a crontab, a task of Windows as XML."""

from __future__ import annotations

import getpass
import re
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

import click

from briefgen.cli.configuration import FILE_NAME
from briefgen.cli.job import Job
from briefgen.cli.recurring import read_job
from briefgen.diagnostics import UsageError

NAME = "briefgen-weekly"
_CRON = {"Mon": 1, "Tue": 2, "Wed": 3, "Thu": 4, "Fri": 5, "Sat": 6, "Sun": 0}
_FULL = {"Mon": "Monday", "Tue": "Tuesday", "Wed": "Wednesday", "Thu": "Thursday", "Fri": "Friday", "Sat": "Saturday", "Sun": "Sunday"}
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)

_SERVICE = """[Unit]
Description=briefgen: the recurring brief
Documentation=man:systemd.exec(5)
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
User={user}
WorkingDirectory={folder}
ExecStart={command}
# Name and password of the mail server (BRIEFGEN_MAIL_USER, BRIEFGEN_MAIL_PASSWORD); the file belongs to root, mode 0600.
EnvironmentFile=-/etc/briefgen/mail.env
# A week without news is no failure.
SuccessExitStatus=4
TimeoutStartSec=6h
Nice=10
UMask=0027
# It reads the system and writes these folders alone; make them before the first start.
ReadWritePaths={writable}
ProtectSystem=strict
ProtectHome=read-only
PrivateTmp=yes
PrivateDevices=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectClock=yes
ProtectHostname=yes
NoNewPrivileges=yes
CapabilityBoundingSet=
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
"""
_TIMER = """[Unit]
Description=briefgen: when the recurring brief is made

[Timer]
OnCalendar={day} *-*-* {at}:00 {zone}
# A run that was missed while the machine was off is made up for.
Persistent=true
RandomizedDelaySec=2min

[Install]
WantedBy=timers.target
"""
_CRONTAB = """# briefgen: the recurring brief. Install: crontab -e, and add these lines.
# CRON_TZ is known to cronie; where it is not, the time is that of the machine. Exit code 4 is a week without news.
CRON_TZ={zone}
{minute} {hour} * * {day} cd {folder} && {command} || [ $? -eq 4 ]
"""
_TASK = """<?xml version="1.0" encoding="UTF-8"?>
<!-- briefgen: the recurring brief. Install: schtasks /Create /TN briefgen-weekly /XML briefgen-weekly.xml
     The time is that of the machine. The task's last result 4 is a week without news. -->
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo><Description>briefgen: the recurring brief</Description></RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>2026-01-05T{at}:00</StartBoundary>
      <ScheduleByWeek><DaysOfWeek><{day} /></DaysOfWeek><WeeksInterval>1</WeeksInterval></ScheduleByWeek>
    </CalendarTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author"><UserId>{user}</UserId><LogonType>S4U</LogonType><RunLevel>LeastPrivilege</RunLevel></Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT6H</ExecutionTimeLimit>
  </Settings>
  <Actions Context="Author">
    <Exec><Command>{program}</Command><Arguments>{arguments}</Arguments><WorkingDirectory>{folder}</WorkingDirectory></Exec>
  </Actions>
</Task>
"""


@dataclass(frozen=True, slots=True)
class Plan:
    """When and as whom the job runs; `config` is the absolute path of briefgen.toml."""

    job: Job
    config: Path
    day: str
    at: str
    user: str

    @property
    def command(self) -> tuple[str, ...]:
        """The program with its arguments: the interpreter that runs now, so that no PATH is needed."""
        return (sys.executable, "-m", "briefgen", "weekly", "--config", str(self.config), "--quiet")


def print_schedule(kind: str, *, day: str, at: str, user: str | None, output: Path | None, config: Path | None) -> int:
    """Print the files, or write them into a folder; the exit code."""
    from briefgen.cli.output import write_file

    if not _TIME.fullmatch(at):
        raise UsageError(f"--time: {at!r} is no time of day; write 07:00")
    job, _ = read_job(config)
    plan = Plan(job, (config or Path(FILE_NAME)).resolve(), day, at, user or getpass.getuser())
    files = _FILES[kind](plan)
    for name, text in files.items():
        if output:
            output.mkdir(parents=True, exist_ok=True)
            write_file(output / name, text.encode("utf-8"))
            click.echo(click.format_filename(output / name))
        else:
            click.echo((f"# {name}\n" if len(files) > 1 else "") + text)
    if kind == "systemd":
        click.echo(f"install: copy both to /etc/systemd/system, then: systemctl enable --now {NAME}.timer", err=True)
    return 0


def _systemd(plan: Plan) -> dict[str, str]:
    service = _SERVICE.format(
        user=plan.user,
        folder=_percent(str(plan.config.parent)),
        command=" ".join(map(_unit_word, plan.command)),
        writable=" ".join(map(_unit_word, _writable(plan))),
    )
    timer = _TIMER.format(day=plan.day, at=plan.at, zone=plan.job.zone.key)
    return {f"{NAME}.service": service, f"{NAME}.timer": timer}


def _writable(plan: Plan) -> list[str]:
    """The folders that a run writes into: archive, output, log, recipients."""
    job = plan.job
    folders = [job.archive.parent, job.output, *(item.folder for item in job.recipients if item.folder)]
    folders += [job.log.parent] if job.log else []
    return list(dict.fromkeys(str(folder) for folder in folders))


def _percent(text: str) -> str:
    """systemd.unit(5): % starts a specifier."""
    return text.replace("%", "%%")


def _unit_word(text: str) -> str:
    """systemd.syntax(7): words with blanks stand in quotation marks; $ starts a variable in a command."""
    text = _percent(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"' if re.search(r"[\s'\"]", text) else text


def _cron(plan: Plan) -> dict[str, str]:
    hour, _, minute = plan.at.partition(":")
    text = _CRONTAB.format(
        zone=plan.job.zone.key,
        minute=int(minute),
        hour=int(hour),
        day=_CRON[plan.day],
        folder=_cron_word(str(plan.config.parent)),
        command=" ".join(map(_cron_word, plan.command)),
    )
    return {f"{NAME}.cron": text}


def _cron_word(text: str) -> str:
    """crontab(5): an unescaped % ends the command."""
    return shlex.quote(text).replace("%", "\\%")


def _windows(plan: Plan) -> dict[str, str]:
    program, *arguments = plan.command
    text = _TASK.format(
        at=plan.at,
        day=_FULL[plan.day],
        user=escape(plan.user),
        program=escape(program),
        arguments=escape(" ".join(f'"{word}"' if " " in word else word for word in arguments)),
        folder=escape(str(plan.config.parent)),
    )
    return {f"{NAME}.xml": text}


_FILES = {"systemd": _systemd, "cron": _cron, "windows": _windows}
