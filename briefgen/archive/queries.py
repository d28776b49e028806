"""Changes of an archive as one transaction, all or none; values of a query in batches."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

_BATCH = 400  # values of a query; SQLite's own limit was 999 for long


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit what is done inside, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:  # an error came before the end; a full disk may have rolled back already
            connection.execute("ROLLBACK")


def marks(values: Sequence[object]) -> str:
    """A place for each value of a query."""
    return ", ".join("?" * len(values))


def batches(values: Sequence[object]) -> Iterator[Sequence[object]]:
    """The values, no more at a time than a query takes."""
    return (values[start : start + _BATCH] for start in range(0, len(values), _BATCH))
