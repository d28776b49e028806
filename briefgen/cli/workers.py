"""Items -> what a function makes of each, in their order: here, over processes, or on a cluster. One that fails stops no other."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import islice
from typing import Any, Protocol, TypeVar

from briefgen.cli.log import Log
from briefgen.diagnostics import BriefgenError, InputError

ItemT = TypeVar("ItemT")
SentT = TypeVar("SentT")
ValueT = TypeVar("ValueT")


@dataclass(frozen=True, slots=True)
class Workers:
    """Where articles are read: in `jobs` processes of this machine (one: in this process itself), or on the `cluster` at an address."""

    jobs: int = 1
    cluster: str = ""

    @property
    def are_elsewhere(self) -> bool:
        return bool(self.cluster) or self.jobs > 1


HERE = Workers()


class Engine(Protocol):
    """What runs a function elsewhere. `ahead` is how many items may be under way: enough that no worker waits for the slowest, and so few
    that memory stays flat however many items there are."""

    def ahead(self) -> int: ...

    def submit(self, function: Callable[[Any], Any], sent: Any) -> Any:
        """Send an item; what is returned is handed to `value`."""

    def value(self, ticket: Any, function: Callable[[Any], Any], sent: Any, name: str) -> Any:
        """Wait for what the function made of it: a value, or a BriefgenError that speaks of the item by its `name`."""


def stream(
    function: Callable[[SentT], ValueT],
    items: Iterable[ItemT],
    prepare: Callable[[ItemT], SentT],
    *,
    workers: Workers = HERE,
    name: Callable[[ItemT], str] = str,
) -> Generator[tuple[ItemT, ValueT | BriefgenError], None, None]:
    """Each item with its value, or with the error that it raised; in the order of the items, whichever is done first.

    `prepare` runs in this process, just before an item is sent (it reads the file); `function`, its arguments and its values have to be
    picklable where the workers are elsewhere. A worker that dies takes nothing with it: what it had under way is tried again, and what
    ends its worker again and again is the error of that item, by its `name`.
    """
    if not workers.are_elsewhere:
        for item in items:
            yield item, _attempt(lambda item: function(prepare(item)), item)
        return
    source = iter(items)
    waiting: deque[tuple[ItemT, SentT | BriefgenError, Any]] = deque()
    with _engine(workers) as engine:
        while True:
            for item in islice(source, max(engine.ahead() - len(waiting), 0)):
                sent = _attempt(prepare, item)
                waiting.append((item, sent, None if isinstance(sent, BriefgenError) else engine.submit(function, sent)))
            if not waiting:
                return
            item, sent, ticket = waiting.popleft()
            yield item, sent if isinstance(sent, BriefgenError) else engine.value(ticket, function, sent, name(item))


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


def fault(error: BaseException, name: str) -> InputError:
    """A fault of our own in a worker, which stops the item alone."""
    return InputError(f"{name}: a fault of briefgen ({error!r}); please report it")


def attempted(function: Callable[[SentT], ValueT], sent: SentT) -> ValueT | BriefgenError:
    """What workers run: the value, or the user's mistake as a value, which travels with its exit code."""
    return _attempt(function, sent)


def _attempt(function: Callable[[ItemT], ValueT], item: ItemT) -> ValueT | BriefgenError:
    try:
        return function(item)
    except BriefgenError as error:
        return error


def _engine(workers: Workers) -> AbstractContextManager[Engine]:
    if workers.cluster:
        from briefgen.cli.cluster import cluster_at

        return cluster_at(workers.cluster)
    from briefgen.cli.processes import processes

    return processes(workers.jobs)
