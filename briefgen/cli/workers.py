"""Items -> what a function makes of each, in their order, over N processes; an item that fails does not stop the rest."""

from __future__ import annotations

import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

from briefgen.cli.log import Log
from briefgen.diagnostics import BriefgenError, InputError

ItemT = TypeVar("ItemT")
ValueT = TypeVar("ValueT")

_AHEAD = 4  # items a process that are under way: enough that none waits for the slowest, and memory stays flat however many there are


def stream(
    function: Callable[[ItemT], ValueT], items: Iterable[ItemT], *, jobs: int, name: Callable[[ItemT], str] = str
) -> Generator[tuple[ItemT, ValueT | BriefgenError], None, None]:
    """Each item with its value, or with the error that it raised; in the order of the items, whichever is done first.

    With one job all happens in this process. A process that dies (out of memory) takes nothing with it: what it and its neighbours had
    under way is tried once more, each in a process of its own, and what ends its process again is the error of that item, by its `name`.
    """
    if jobs > 1:
        yield from _over_processes(function, items, jobs, name)
        return
    for item in items:
        yield item, _attempt(function, item)


def with_progress(results: Iterator[ValueT], total: int, log: Log) -> Generator[ValueT, None, None]:
    """The same, with a bar, the rate and the time left where a person looks on and the results do not go to the same terminal."""
    if log.quiet or total < 2 or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from results
        return
    from briefgen.cli.bar import bar

    with bar(total) as advance:
        for result in results:
            yield result
            advance()


def _attempt(function: Callable[[ItemT], ValueT], item: ItemT) -> ValueT | BriefgenError:
    try:
        return function(item)
    except BriefgenError as error:
        return error


def _over_processes(
    function: Callable[[ItemT], ValueT], items: Iterable[ItemT], jobs: int, name: Callable[[ItemT], str]
) -> Generator[tuple[ItemT, ValueT | BriefgenError], None, None]:
    source = iter(items)
    waiting: deque[tuple[ItemT, Future[ValueT | BriefgenError]]] = deque()
    executor = _executor(jobs)
    try:
        while True:
            for item in islice(source, jobs * _AHEAD - len(waiting)):
                waiting.append((item, _submitted(executor, function, item)))
            if not waiting:
                return
            item, future = waiting.popleft()
            error = future.exception()
            if not isinstance(error, BrokenProcessPool):
                yield item, _value(future, error, name(item))
                continue
            executor.shutdown(wait=True, cancel_futures=True)
            again, waiting = [item, *(item for item, _ in waiting)], deque()
            for item in again:
                yield item, _alone(function, item, name(item))
            executor = _executor(jobs)
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _executor(jobs: int) -> ProcessPoolExecutor:
    """Fresh processes rather than copies of this one: a copy shares locks and threads that it does not own."""
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """Ctrl-C reaches every process of a terminal; only the first decides what it means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _submitted(executor: ProcessPoolExecutor, function: Callable[[ItemT], ValueT], item: ItemT) -> Future[ValueT | BriefgenError]:
    try:
        return executor.submit(_attempt, function, item)
    except BrokenProcessPool as error:
        broken: Future[ValueT | BriefgenError] = Future()
        broken.set_exception(error)
        return broken


def _value(future: Future[ValueT | BriefgenError], error: BaseException | None, name: str) -> ValueT | BriefgenError:
    return future.result() if error is None else InputError(f"{name}: a fault of briefgen ({error!r}); please report it")


def _alone(function: Callable[[ItemT], ValueT], item: ItemT, name: str) -> ValueT | BriefgenError:
    with _executor(1) as executor:
        future = executor.submit(_attempt, function, item)
        error = future.exception()
        if isinstance(error, BrokenProcessPool):
            return InputError(f"{name}: its process ended twice, for want of memory perhaps; it was left out")
        return _value(future, error, name)
