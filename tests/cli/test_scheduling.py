"""Units, crontabs and tasks: paths with spaces and signs survive, and the programs that read them take them."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from briefgen.cli import main
from briefgen.cli.scheduling import DAYS, Schedule, crontab_lines, systemd_units, windows_task

SCHEDULE = Schedule(
    command=("/srv/briefgen/bin/python", "-m", "briefgen", "weekly", "--config", "/srv/briefs/briefgen.toml", "--quiet"),
    folder="/srv/briefs",
    writable=("/srv/briefs/archive", "/srv/briefs/out"),
)
_TASK = {"t": "http://schemas.microsoft.com/windows/2004/02/mit/task"}


def crontab_line(schedule: Schedule) -> str:
    return crontab_lines(schedule)["briefgen-weekly.cron"].splitlines()[-1]


def test_the_service_runs_the_job_and_takes_a_quiet_week_for_success() -> None:
    units = systemd_units(SCHEDULE)
    assert list(units) == ["briefgen-weekly.service", "briefgen-weekly.timer"]
    service = units["briefgen-weekly.service"].splitlines()
    assert "ExecStart=/srv/briefgen/bin/python -m briefgen weekly --config /srv/briefs/briefgen.toml --quiet" in service
    assert "SuccessExitStatus=4" in service and "WorkingDirectory=/srv/briefs" in service and "User=briefgen" in service
    assert "ReadWritePaths=/srv/briefs/archive /srv/briefs/out" in service
    timer = units["briefgen-weekly.timer"].splitlines()
    assert "OnCalendar=Mon *-*-* 07:00:00 Europe/Moscow" in timer and "Persistent=true" in timer


def test_signs_that_systemd_would_read_are_doubled() -> None:
    awkward = replace(SCHEDULE, command=("/bin/b", '/srv/100% of $briefs & "co"'), writable=("/srv/100% of out",))
    service = systemd_units(awkward)["briefgen-weekly.service"]
    assert r'ExecStart=/bin/b "/srv/100%% of $$briefs & \"co\""' in service
    assert 'ReadWritePaths="/srv/100%% of out"' in service


@pytest.mark.parametrize("day", DAYS)
def test_days_of_a_crontab_count_from_sunday(day: str) -> None:
    line = crontab_line(replace(SCHEDULE, day=day, time="06:05"))
    assert line.startswith(f"5 6 * * {['Sun', *DAYS].index(day)} cd /srv/briefs && ")


def test_a_line_of_a_crontab_runs_the_command_and_hides_a_quiet_week(tmp_path: Path) -> None:
    folder = tmp_path / "100% of 'briefs'"
    folder.mkdir()
    program = tmp_path / "briefgen"
    for wanted, given in ((0, 0), (0, 4), (6, 6)):
        program.write_text(f'#!/bin/sh\npwd\necho "$@"\nexit {given}\n', encoding="utf-8")
        program.chmod(0o755)
        line = crontab_line(replace(SCHEDULE, command=(str(program), "weekly", str(folder)), folder=str(folder)))
        assert not re.search(r"(?<!\\)%", line)
        shell = line.split(maxsplit=5)[5].replace("\\%", "%")
        done = subprocess.run(["/bin/sh", "-c", shell], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout.splitlines()) == (wanted, [str(folder), f"weekly {folder}"])


def test_a_task_of_windows_names_its_program_and_its_day() -> None:
    schedule = replace(
        SCHEDULE,
        command=(r"C:\briefgen\python.exe", "weekly", "--config", r"C:\Briefs & notes\briefgen.toml"),
        folder=r"C:\Briefs & notes",
        day="Fri",
    )
    task = etree.fromstring(windows_task(schedule)["briefgen-weekly.xml"])
    assert task.findtext(".//t:Exec/t:Command", namespaces=_TASK) == r"C:\briefgen\python.exe"
    assert task.findtext(".//t:Exec/t:Arguments", namespaces=_TASK) == r'weekly --config "C:\Briefs & notes\briefgen.toml"'
    assert task.findtext(".//t:Exec/t:WorkingDirectory", namespaces=_TASK) == r"C:\Briefs & notes"
    days = task.find(".//t:DaysOfWeek", namespaces=_TASK)
    assert days is not None and [etree.QName(day).localname for day in days] == ["Friday"]
    assert task.findtext(".//t:StartWhenAvailable", namespaces=_TASK) == "true"


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("folder", [r"C:\Briefs & <notes>", r"\\server\share\briefs", "/srv/briefs"])
def test_a_task_of_windows_keeps_to_the_format_of_the_task_scheduler(day: str, folder: str) -> None:
    """Windows is not at hand; the part of its format that the task uses is written down in task.xsd."""
    schema = etree.XMLSchema(etree.parse(Path(__file__).parent / "task.xsd"))
    task = etree.fromstring(windows_task(replace(SCHEDULE, folder=folder, day=day))["briefgen-weekly.xml"])
    schema.assertValid(task)
    assert not task.xpath("//t:Enabled[text() != 'true']", namespaces=_TASK)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_task_is_read_in_whatever_encoding_a_shell_saved_it(encoding: str) -> None:
    text = windows_task(replace(SCHEDULE, folder=r"C:\Справки"))["briefgen-weekly.xml"]
    assert etree.fromstring(text.encode(encoding)).findtext(".//t:WorkingDirectory", namespaces=_TASK) == r"C:\Справки"


@pytest.mark.parametrize(("kind", "count"), [("systemd", 2), ("cron", 1), ("windows", 1)])
def test_the_command_takes_folders_and_zone_from_the_configuration(
    kind: str, count: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "briefgen.toml").write_text('[weekly]\ntimezone = "Asia/Almaty"\noutput = "issues"\n', encoding="utf-8")
    config = ["--config", str(tmp_path / "briefgen.toml"), "--user", "registry", "--day", "Tue", "--time", "05:10"]
    assert main(["schedule", kind, *config]) == 0
    printed = capsys.readouterr().out
    assert main(["schedule", kind, *config, "--output", str(tmp_path / "units")]) == 0
    written = [path.read_text(encoding="utf-8") for path in sorted((tmp_path / "units").iterdir())]
    assert len(written) == count and all(text in printed for text in written)
    assert "05:10" in printed or "10 5 * * 2" in printed
    assert kind == "windows" or "Asia/Almaty" in printed
    assert kind != "systemd" or str(tmp_path / "issues") in printed


def test_a_time_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "briefgen.toml").write_text("[weekly]\n", encoding="utf-8")
    assert main(["schedule", "cron", "--config", str(tmp_path / "briefgen.toml"), "--time", "25:00"]) == 2
    assert "--time" in capsys.readouterr().err
