"""A scheduler and workers of Dask on loopback, in processes of their own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
_ENOUGH = 60.0  # seconds in which a process has to be there, on a busy machine


@dataclass
class Cluster:
    """The address of a scheduler, its process, and those of its workers."""

    address: str
    scheduler: subprocess.Popen[bytes]
    folder: Path
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def add_worker(self, *, code: Path = ROOT, threads: str = "1") -> subprocess.Popen[bytes]:
        """A worker with one thread that finds its briefgen in `code`, and dies where it is killed: no nanny starts it again."""
        arguments = ("distributed.cli.dask_worker", self.address, "--no-nanny", "--nthreads", "1", "--local-directory", str(self.folder))
        worker = _start(*arguments, "--death-timeout", "30", code=code, threads=threads)
        self.workers.append(worker)
        return worker

    def kill_worker(self) -> None:
        """As the kernel does where memory runs out."""
        worker = self.workers.pop(0)
        worker.send_signal(signal.SIGKILL)
        worker.wait()


@contextmanager
def cluster(folder: Path, *, workers: int) -> Iterator[Cluster]:
    """A scheduler with so many workers; all end with the block."""
    port = folder / "port"
    code = (
        "import asyncio, pathlib, sys\n"
        "from distributed import Scheduler\n"
        "async def main():\n"
        "    async with Scheduler(host='127.0.0.1', port=0, dashboard=False) as scheduler:\n"
        "        pathlib.Path(sys.argv[1]).write_text(scheduler.address)\n"
        "        await scheduler.finished()\n"
        "asyncio.run(main())\n"
    )
    scheduler = subprocess.Popen([sys.executable, "-c", code, str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    found: Cluster | None = None
    try:
        found = Cluster(_words(port), scheduler, folder)
        for _ in range(workers):
            found.add_worker()
        yield found
    finally:
        for process in (*(found.workers if found else ()), scheduler):
            process.kill()
            process.wait()


def _words(path: Path) -> str:
    until = time.monotonic() + _ENOUGH
    while not (path.exists() and path.read_text()):
        if time.monotonic() > until:
            raise TimeoutError(f"{path}: nothing was written there")
        time.sleep(0.05)
    return path.read_text()


def _start(*arguments: str, code: Path, threads: str) -> subprocess.Popen[bytes]:
    environment = os.environ | {"PYTHONPATH": f"{code}{os.pathsep}{ROOT}", "OPENBLAS_NUM_THREADS": threads}
    command = [sys.executable, "-m", *arguments, "--no-dashboard"]
    # not from the checkout: python -m looks into the working folder first
    return subprocess.Popen(command, cwd=tempfile.gettempdir(), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
