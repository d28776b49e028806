"""kill -9 at random points: nothing is lost, nothing doubled, the next run finishes the job."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.weekly.jobs import MINIMAL, Job

pytestmark = [
    pytest.mark.endurance,
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # fork beside threads that the child never uses
]

KILLS = 50
ARTICLES = {
    "a.txt": "London and the mines\n\nThe minister said in Astana that Britain will invest 4 billion pounds in Kazakhstan.\n",
    "b.txt": "Roads to the sea\n\nThe European Union plans to give Central Asia 12 billion euros for roads, the commissioner said.\n",
    "c.txt": "A warning\n\nThe expert Ivan Petrov said that new routes could harm Russian exports of coal.\n",
}
CONFIGURATION = MINIMAL + '\n[recipients.registry]\nfolder = "delivered"\nlanguages = ["en"]\nformats = ["pdf"]\n'


def _job(folder: Path) -> Job:
    folder.mkdir()
    job = Job(folder)
    job.configure(CONFIGURATION)
    for name, text in ARTICLES.items():
        job.put(name, text, "2026-02-25")
    return job


def _child(action: Callable[[], int]) -> int:
    """Start a process that runs the action and ends."""
    pid = os.fork()
    if pid:
        return pid
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    code = 99
    try:
        code = action()
    finally:
        os._exit(code)


def _finish(pid: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def test_a_run_that_is_killed_at_any_moment_is_finished_by_the_next(tmp_path: Path) -> None:
    whole = _job(tmp_path / "whole")
    assert whole.run("weekly", "--week", "2026-W09") == 0  # loads models and fonts, so that a killed run starts at once
    timed = _job(tmp_path / "timed")
    begun = time.monotonic()
    assert _finish(_child(lambda: timed.run("weekly", "--week", "2026-W09", "--quiet"))) == 0
    length = time.monotonic() - begun
    chance, killed, number = random.Random(7), 0, 0
    while killed < KILLS:
        number += 1
        job = _job(tmp_path / f"kill-{number}")
        run = partial(job.run, "weekly", "--week", "2026-W09", "--quiet")
        pid = _child(run)
        time.sleep(chance.uniform(0, 0.9 * length))
        os.kill(pid, signal.SIGKILL)
        killed += _finish(pid) == -signal.SIGKILL
        assert _finish(_child(run)) == 0
        assert job.files("out") == whole.files("out")
        assert job.files("delivered") == whole.files("delivered")
        assert job.ask("PRAGMA integrity_check") == [("ok",)]
        assert job.ask("SELECT count(*) FROM articles") == [(len(ARTICLES),)]
        assert job.ask("SELECT state, count(*) FROM deliveries") == [("delivered", 1)]
    sys.stdout.write(f"{killed} of {number} runs were killed before they ended; a run takes {length:.2f} s\n")
