"""Units, crontab lines and tasks: paths with spaces and signs survive, and the programs that read them take them."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from briefgen.cli.scheduling import DAYS, Schedule, crontab_lines, systemd_units, windows_task

SCHEDULE = Schedule(
    command="/opt/briefgen/bin/briefgen",
    config="/srv/briefs/briefgen.toml",
    writable=("/srv/briefs/archive", "/srv/briefs/out"),
)
AWKWARD = replace(SCHEDULE, config="/srv/100% of $briefs & \"co\"/briefgen.toml", writable=("/srv/100% of out",), day="sunday", hour=23, minute=5)
_TASK = {"t": "http://schemas.microsoft.com/windows/2004/02/mit/task"}


def test_the_service_runs_the_job_and_takes_a_quiet_week_for_success() -> None:
    units = systemd_units(SCHEDULE)
    assert list(units) == ["briefgen-weekly.service", "briefgen-weekly.timer"]
    service = units["briefgen-weekly.service"].splitlines()
    assert "ExecStart=/opt/briefgen/bin/briefgen weekly --config /srv/briefs/briefgen.toml --quiet" in service
    assert "SuccessExitStatus=4" in service and "WorkingDirectory=/srv/briefs" in service and "User=briefgen" in service
    assert "ReadWritePaths=/srv/briefs/archive /srv/briefs/out" in service
    timer = units["briefgen-weekly.timer"].splitlines()
    assert "OnCalendar=Mon *-*-* 06:30:00 Europe/Moscow" in timer and "Persistent=true" in timer


def test_signs_that_systemd_would_read_are_doubled() -> None:
    service = systemd_units(AWKWARD)["briefgen-weekly.service"]
    assert r'--config "/srv/100%% of $$briefs & \"co\"/briefgen.toml" --quiet' in service
    assert 'ReadWritePaths="/srv/100%% of out"' in service


@pytest.mark.parametrize("day", DAYS)
def test_days_of_a_crontab_count_from_sunday(day: str) -> None:
    line = crontab_lines(replace(SCHEDULE, day=day)).splitlines()[-1]
    assert line.startswith(f"30 6 * * {['sunday', *DAYS[:6]].index(day)} cd /srv/briefs && ")


def test_a_line_of_a_crontab_runs_the_command_and_hides_a_quiet_week(tmp_path: Path) -> None:
    folder = tmp_path / "100% of 'briefs'"
    folder.mkdir()
    program = tmp_path / "briefgen"
    for wanted, given in ((0, 0), (0, 4), (6, 6)):
        program.write_text(f'#!/bin/sh\npwd\necho "$@"\nexit {given}\n')
        program.chmod(0o755)
        line = crontab_lines(replace(SCHEDULE, command=str(program), config=str(folder / "briefgen.toml"))).splitlines()[-1]
        assert not re.search(r"(?<!\\)%", line)
        done = subprocess.run(["/bin/sh", "-c", line.split(maxsplit=5)[5].replace("\\%", "%")], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout.splitlines()) == (wanted, [str(folder), f"weekly --config {folder}/briefgen.toml --quiet"])


def test_a_task_of_windows_names_its_program_and_its_day() -> None:
    schedule = replace(SCHEDULE, command=r"C:\briefgen\Scripts\briefgen.exe", config=r"C:\Briefs & notes\briefgen.toml", day="friday")
    task = etree.fromstring(windows_task(schedule))
    assert task.findtext(".//t:Exec/t:Command", namespaces=_TASK) == r"C:\briefgen\Scripts\briefgen.exe"
    assert task.findtext(".//t:Exec/t:Arguments", namespaces=_TASK) == r'weekly --config "C:\Briefs & notes\briefgen.toml" --quiet'
    assert task.findtext(".//t:Exec/t:WorkingDirectory", namespaces=_TASK) == r"C:\Briefs & notes"
    assert [etree.QName(day).localname for day in task.find(".//t:DaysOfWeek", namespaces=_TASK)] == ["Friday"]
    assert task.findtext(".//t:StartWhenAvailable", namespaces=_TASK) == "true"
