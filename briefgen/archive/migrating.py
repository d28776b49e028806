"""An archive of an earlier schema -> the present one, in one transaction; a copy of what it was is kept beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from briefgen.archive.packing import packed
from briefgen.archive.queries import transaction
from briefgen.diagnostics import OutputError


def migrate(connection: sqlite3.Connection, path: Path, steps: Sequence[str]) -> None:
    """Take the steps that the archive lacks: all or none, so that a run that ends in the middle leaves it as it was. An OutputError
    where it was made by a later program. Two programs may come at once: one finds the work of the other done."""
    if version_of(connection, path, steps) == len(steps):
        return
    connection.create_function("packed", 1, packed, deterministic=True)
    with transaction(connection):
        version = version_of(connection, path, steps)
        if version:
            _keep_copy(path, copy_of(path, version))
        for step in steps[version:]:
            for statement in statements(step):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(steps)}")


def version_of(connection: sqlite3.Connection, path: Path, steps: Sequence[str]) -> int:
    """The schema of an archive, 0 of an empty file; never more than this program knows."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(steps):
        made = f"the archive was made by a later briefgen (schema {version}; this one knows {len(steps)})"
        raise OutputError(f"{path}: {made}; use that one, nothing was changed")
    return version


def copy_of(path: Path, version: int) -> Path:
    """Where the archive of an earlier schema is kept."""
    return path.with_name(f"{path.name}.schema-{version}")


def statements(step: str) -> Iterator[str]:
    """The statements of a step, one at a time: a script of SQLite would end the transaction."""
    statement = ""
    for line in step.splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _keep_copy(path: Path, target: Path) -> None:
    """Read over a connection of its own: SQLite copies nothing from one that is writing. The lock of the other keeps writers away."""
    aside = target.with_name(f"{target.name}.part")
    try:
        aside.unlink(missing_ok=True)
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(aside)) as copy:
            source.backup(copy)
        aside.replace(target)
    except OSError as error:
        raise OutputError(f"{target}: the copy of the earlier archive cannot be written: {error.strerror}; nothing was changed") from error
    finally:
        aside.unlink(missing_ok=True)
