"""N processes of this machine that run a function for `workers`."""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any

from briefgen.cli import COLLECT_AFTER
from briefgen.cli.workers import attempted, fault
from briefgen.diagnostics import InputError

_AHEAD = 4  # items a process that are under way


@contextmanager
def processes(jobs: int) -> Iterator[_Processes]:
    """Processes that run until the block ends; what is under way then is finished, what only waits is dropped."""
    pool = _Processes(jobs)
    try:
        yield pool
    finally:
        pool.executor.shutdown(wait=True, cancel_futures=True)


class _Processes:
    """An Engine. A process that dies (out of memory) breaks its pool; a new one takes its place, and what was under way is tried once more,
    each in a process of its own."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self.executor = _executor(jobs)

    def ahead(self) -> int:
        return self.jobs * _AHEAD

    def submit(self, function: Callable[[Any], Any], sent: Any) -> Future[Any]:
        try:
            return _submitted(self.executor, attempted, function, sent)
        except BrokenProcessPool as error:
            broken: Future[Any] = Future()
            broken.set_exception(error)
            return broken

    def value(self, ticket: Future[Any], function: Callable[[Any], Any], sent: Any, name: str) -> Any:
        error = ticket.exception()
        if not isinstance(error, BrokenProcessPool):
            return fault(error, name) if error else ticket.result()
        self._renew()
        with _executor(1) as executor:
            ticket = _submitted(executor, attempted, function, sent)
            error = ticket.exception()
        if isinstance(error, BrokenProcessPool):
            return InputError(f"{name}: its process ended twice, for want of memory perhaps; it was left out")
        return fault(error, name) if error else ticket.result()

    def _renew(self) -> None:
        """A new pool where the present one is broken; of items that broke the one before, only the first comes here with it."""
        try:
            _submitted(self.executor, int)
        except BrokenProcessPool:
            self.executor.shutdown(wait=True, cancel_futures=True)
            self.executor = _executor(self.jobs)


def _executor(jobs: int) -> ProcessPoolExecutor:
    """Fresh processes rather than copies of this one: a copy shares locks and threads that it does not own."""
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin)


def _submitted(executor: ProcessPoolExecutor, function: Callable[..., Any], *arguments: Any) -> Future[Any]:
    """A call may start a process, which would tell of a Ctrl-C with a traceback until `_begin` has run in it: it inherits that the signal
    is held back. Here it comes as soon as the call is over."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        return executor.submit(function, *arguments)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return executor.submit(function, *arguments)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Ctrl-C reaches every process of a terminal; only the first decides what it means."""
    gc.set_threshold(*COLLECT_AFTER)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
