"""A Dask cluster that runs a function for `workers`: one article a task, by briefgen as it is installed there. The only home of dask.

Who may connect to a scheduler can run code on its workers, and through their answers here: the network or TLS has to keep strangers out
(docs/scale.md). Nothing is sent but calls of `task`, with bytes that it opens only where its briefgen is the same as ours.
"""

from __future__ import annotations

import logging
import os
import pickle
import platform
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from threading import Lock, current_thread, main_thread
from time import monotonic
from typing import TYPE_CHECKING, Any

from briefgen.cache import program_digest
from briefgen.cli.caching import PACKAGES
from briefgen.cli.manifest import version_of
from briefgen.cli.workers import attempted, fault
from briefgen.diagnostics import BriefgenError, ClusterError, InputError, UsageError

if TYPE_CHECKING:
    from distributed import Client, Future

CONNECT = 10.0  # seconds in which a scheduler has to answer
PATIENCE = 60.0  # seconds that a run waits for a first worker, or for one to come back when all are gone
_WAIT = 0.25  # seconds that Ctrl-C waits at most for a call of dask
_LOOK = 2.0  # seconds between looks at how many workers there are
_AHEAD = 4  # items a worker that are under way
# Packages that decide what article is found in a file, beside those of the cache.
_READING = (
    "charset-normalizer", "courlan", "htmldate", "jusText", "lxml", "lxml-html-clean", "pypdfium2", "trafilatura",
)  # fmt: skip
_THREADS = "OPENBLAS_NUM_THREADS"
_one_at_a_time = Lock()  # a worker may have several threads; the models of a process serve one article at a time


@dataclass(frozen=True, slots=True)
class Refusal:
    """A worker's answer where its briefgen is not ours: what differs, by name, as (there, here)."""

    differences: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class _Call:
    """A call that pickle makes where it opens this. A worker told to run a function that it does not have ends itself; told to open a
    pickle, it fails that task alone and says why."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return self.function, self.arguments


@contextmanager
def cluster_at(address: str) -> Iterator[_Cluster]:
    """The cluster whose scheduler listens there (HOST:PORT, tcp://HOST:PORT, tls://HOST:PORT), each of its workers like ourselves.

    UsageError where dask is not installed or the address is none; ClusterError where nobody answers, no worker comes, or one differs.
    """
    if find_spec("distributed") is None:
        raise UsageError("--cluster: the package distributed is not installed: pip install 'briefgen[cluster]'")
    client = _connected(address)
    try:
        cluster = _Cluster(client, address)
        cluster.meet()
        yield cluster
    finally:
        client.close()


@cache
def identity() -> dict[str, str]:
    """All that decides what an article gives here: the program's digest, the releases beneath it, how numpy adds."""
    packages = {name: version_of(name) for name in (*PACKAGES, *_READING)}
    return {"briefgen": version_of("briefgen"), "program": program_digest()[:16], "Python": platform.python_version(), **packages}


def task(ours: Mapping[str, str], sent: bytes) -> Any:
    """What a worker runs: the value or error of an item, or a Refusal before anything of it is opened."""
    differences = differences_with(ours)
    if differences:
        return Refusal(differences)
    function, item = pickle.loads(sent)  # noqa: S301 (a scheduler is trusted with code, see above)
    with _one_at_a_time:
        return attempted(function, item)


def differences_with(ours: Mapping[str, str]) -> tuple[tuple[str, str, str], ...]:
    """What differs between this process, a worker, and the one that asks: name, there, here.

    Dask imports numpy before us; its nannies set one thread for it. With more, sums may come in another order, and articles take longer.
    """
    theirs = identity()
    found = [(name, theirs.get(name, ""), ours.get(name, "")) for name in ours.keys() | theirs.keys()]
    threads = (_THREADS, os.environ.get(_THREADS, "not set"), "1")
    return tuple(sorted(item for item in (*found, threads) if item[1] != item[2]))


class _Cluster:
    """An Engine. The scheduler gives what a dead worker had to another; we count workers, so that none left is told and not waited for."""

    def __init__(self, client: Client, address: str) -> None:
        self.client, self.address = client, address
        self.workers, self.looked, self.seen = 0, -_LOOK, monotonic()

    def meet(self) -> None:
        """Wait for a first worker; ask each whether it is like ourselves."""
        try:
            self.client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError as error:
            raise ClusterError(f"--cluster {self.address}: has no worker, and none came within {PATIENCE:.0f} s") from error
        there = self.client.scheduler_info()["workers"]
        asked = {worker: self._sent(_Call(differences_with, (identity(),)), workers=[worker]) for worker in there}
        for worker, ticket in asked.items():
            answer = self._answer(ticket)
            if isinstance(answer, ImportError | AttributeError):
                raise self._other(worker, f"it has no briefgen like ours ({answer})")
            if isinstance(answer, tuple) and answer:
                raise self._other(worker, _in_words(answer))

    def ahead(self) -> int:
        self._look()
        return max(self.workers, 1) * _AHEAD

    def submit(self, function: Callable[[Any], Any], sent: Any) -> Future[Any]:
        return self._sent(_Call(task, (identity(), pickle.dumps((function, sent)))))

    def _sent(self, call: _Call, *, workers: list[str] | None = None) -> Future[Any]:
        return self.client.submit(pickle.loads, pickle.dumps(call), workers=workers, pure=False)

    def value(self, ticket: Future[Any], function: Callable[[Any], Any], sent: Any, name: str) -> Any:
        answer = self._answer(ticket)
        if _is_killed(answer):  # it may have died of its neighbours on those workers
            answer = self._answer(self.submit(function, sent))
        if _is_killed(answer):
            return InputError(f"{name}: the workers that read it ended again and again, for want of memory perhaps; it was left out")
        if isinstance(answer, ImportError):
            raise self._other("", f"it has no briefgen like ours ({answer})")
        if isinstance(answer, Refusal):
            raise self._other("", _in_words(answer.differences))
        return answer if isinstance(answer, BriefgenError) or not isinstance(answer, BaseException) else fault(answer, name)

    def _answer(self, ticket: Future[Any]) -> Any:
        """What came back, errors of the task among it; ClusterError where the scheduler or all workers are gone for good."""
        from concurrent.futures import CancelledError

        from distributed.scheduler import KilledWorker

        while True:
            try:
                with _held_back():
                    error = ticket.exception(timeout=_WAIT)
                    return ticket.result(timeout=_LOOK) if error is None else error
            except TimeoutError:
                self._look()
            except KilledWorker as error:  # it died with the result in its hands
                return error
            except (CancelledError, OSError) as error:
                raise ClusterError(f"--cluster {self.address}: the scheduler is gone; what was done is kept, run it again") from error

    def _look(self) -> None:
        """Count the workers, not more often than every few seconds; ClusterError where there has been none for too long."""
        now = monotonic()
        if now - self.looked < _LOOK:
            return
        try:
            with _held_back():
                self.workers = self.client.scheduler_info()["n_workers"]
        except (OSError, RuntimeError) as error:
            raise ClusterError(f"--cluster {self.address}: the scheduler is gone; what was done is kept, run it again") from error
        self.looked = monotonic()
        if self.workers:
            self.seen = now
        elif now - self.seen > PATIENCE:
            raise ClusterError(f"--cluster {self.address}: no worker has been there for {PATIENCE:.0f} s; what was done is kept")

    def _other(self, worker: str, what: str) -> ClusterError:
        told = f"worker {worker}" if worker else "a worker"
        return ClusterError(f"--cluster {self.address}: {told} would give other results: {what}; install the same there and here")


@contextmanager
def _held_back() -> Iterator[None]:
    """Ctrl-C waits until a call of dask is over, which loses it, or tells of it with a traceback, where it comes in its middle."""
    if current_thread() is not main_thread():
        yield
        return
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if came:
            raise KeyboardInterrupt


def _connected(address: str) -> Client:
    import dask
    from distributed import Client
    from distributed.comm.addressing import get_address_host_port

    for name in ("distributed", "distributed.client", "distributed.core", "distributed.comm"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what went wrong is told once, by us
    dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GB"})  # an article in a large PDF is no mistake
    try:
        get_address_host_port(address)  # a Client of a wrong address would be waited for at the end
    except ValueError as error:
        raise UsageError(f"--cluster {address}: is no address such as tcp://10.0.0.5:8786: {error}") from error
    try:
        return Client(address, timeout=CONNECT, set_as_default=False, name="briefgen")
    except (OSError, TimeoutError) as error:
        raise ClusterError(f"--cluster {address}: cannot be reached: is a Dask scheduler listening there?") from error


def _in_words(differences: tuple[tuple[str, str, str], ...]) -> str:
    return ", ".join(f"{name} is {there or 'missing'}, here {here or 'missing'}" for name, there, here in differences)


def _is_killed(answer: object) -> bool:
    from distributed.scheduler import KilledWorker

    return isinstance(answer, KilledWorker)
