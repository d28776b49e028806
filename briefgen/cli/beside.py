"""Work -> what it gives, done in a copy of this process where the machine has processors to spare; the results are the same either way."""

from __future__ import annotations

import os
import pickle
import select
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import Any, BinaryIO, NoReturn, Protocol, TypeVar, cast

ObjectT = TypeVar("ObjectT")
ValueT = TypeVar("ValueT")
Work = Callable[[], ValueT]


class Begin(Protocol):
    """Begins some work, maybe beside this process; what comes back waits for the result."""

    def __call__(self, work: Work[ValueT]) -> Work[ValueT]: ...


@dataclass(frozen=True, slots=True)
class Steps:
    """What gets a process ready: `first` is done in any case, `later` only until there is work."""

    first: Sequence[Work[None]] = ()
    later: Sequence[Work[None]] = ()


# What one end of a pipe meets when the process at the other one is gone, maybe in the middle of an answer.
_GONE = (EOFError, BrokenPipeError, pickle.UnpicklingError)


def has_room() -> bool:
    """Whether a copy of this process gains time and is safe: more than one processor, and no thread whose locks a copy would inherit.

    On Linux alone: the system libraries of macOS do not bear being copied, and Windows has no fork.
    """
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def at_once(work: Work[ValueT]) -> Work[ValueT]:
    """The same work, done when its result is asked for: what stands for `Copy.begin` where there is no copy."""
    return work


@contextmanager
def side_by_side(objects: Sequence[ObjectT]) -> Iterator[Callable[[Callable[[ObjectT], ValueT]], Iterable[ValueT]]]:
    """Does some work with each object and gives the results in their order, every second one in a copy of this process that lives until the
    block ends; what its objects keep between two pieces of work is lost with it.

    Where the copy fails, its objects are taken here, so that errors come up as if there had been one process.
    """
    if len(objects) < 2 or not has_room():
        yield lambda work: map(work, objects)
        return
    with Copy(partial(_work_with, objects[1::2])) as copy:
        yield partial(_with_each, copy, objects)


def _with_each(copy: Copy, objects: Sequence[ObjectT], work: Callable[[ObjectT], ValueT]) -> list[ValueT]:
    copy.ask(work)
    here = [work(item) for item in objects[0::2]]
    answer = copy.reply()
    there = [work(item) for item in objects[1::2]] if answer is None else cast("list[ValueT]", answer)
    return [(here, there)[number % 2][number // 2] for number in range(len(objects))]


def _work_with(objects: Sequence[Any], requests: BinaryIO, replies: BinaryIO) -> None:
    while True:
        work = pickle.load(requests)  # noqa: S301  # from the process that this one is a copy of
        _answer(replies, [work(item) for item in objects])


class Copy:
    """A copy of this process that does something else and answers through a pipe; its end is waited for, and hastened where nobody
    needs it any more. Ctrl-C is this process's to handle."""

    def __init__(self, live: Callable[[BinaryIO, BinaryIO], None]) -> None:
        request, self._requests = _pipe()
        self._replies, reply = _pipe()
        with warnings.catch_warnings():  # Python 3.12 warns of threads; those of numpy's libraries bear it, others `has_room` has ruled out
            warnings.simplefilter("ignore", DeprecationWarning)
            self._id = os.fork()
        if not self._id:
            self._requests.close()
            self._replies.close()
            _live(live, request, reply)
        request.close()
        reply.close()

    def __enter__(self) -> Copy:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        os.kill(self._id, signal.SIGKILL)
        os.waitpid(self._id, 0)
        for end in (self._requests, self._replies):
            with suppress(BrokenPipeError):
                end.close()

    def ask(self, request: object) -> None:
        """Hand something over; what the copy makes of it is its reply. Nothing happens where the copy is gone: it will not reply."""
        with suppress(BrokenPipeError):
            pickle.dump(request, self._requests)
            self._requests.flush()

    def reply(self) -> object:
        """What the copy answers; None where it ended without an answer."""
        try:
            return pickle.load(self._replies)  # noqa: S301  # from a copy of this process, through a pipe that no other one has
        except _GONE:
            return None


class Assistant:
    """A copy made before anything heavy is loaded: it gets ready for its work, and goes on with what later work will need until there is
    some. Without room for a copy the work is done here, as it is with no steps at all: other processes have the processors then."""

    def __init__(self, steps: Steps | None) -> None:
        self._copy = Copy(partial(_assist, steps)) if steps is not None and has_room() else None

    def __enter__(self) -> Assistant:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._copy:
            self._copy.__exit__(kind, error, trace)

    def begin(self, work: Work[ValueT]) -> Work[ValueT]:
        """Work that is begun beside this process, as a call that waits for its result. One piece of work at a time."""
        if self._copy is None:
            return work
        copy = self._copy
        copy.ask(work)

        def result() -> ValueT:
            answer = copy.reply()
            return work() if answer is None else cast("tuple[ValueT]", answer)[0]

        return result


def _pipe() -> tuple[BinaryIO, BinaryIO]:
    read, write = os.pipe()
    return os.fdopen(read, "rb"), os.fdopen(write, "wb")


def _live(live: Callable[[BinaryIO, BinaryIO], None], requests: BinaryIO, replies: BinaryIO) -> NoReturn:
    """The life of a copy. It ends without a word, whatever happens: what went wrong shows where its work is done again. Nothing that it
    has from its origin (open files, what is to be done at the end) is closed or done twice."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        live(requests, replies)
    finally:
        os._exit(0)


def _answer(replies: BinaryIO, value: object) -> None:
    pickle.dump(value, replies, protocol=pickle.HIGHEST_PROTOCOL)
    replies.flush()


def _assist(steps: Steps, requests: BinaryIO, replies: BinaryIO) -> None:
    for step in steps.first:
        step()
    for step in steps.later:
        if select.select([requests], [], [], 0)[0]:
            break
        step()
    while True:
        work = pickle.load(requests)  # noqa: S301  # from the process that this one is a copy of
        _answer(replies, (work(),))
