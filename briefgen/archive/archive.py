"""A path -> the archive in it, opened, checked and brought to the present schema; each change is one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefgen.archive.articles import Articles
from briefgen.archive.issues import Issues
from briefgen.archive.migrating import migrate
from briefgen.archive.schema import MIGRATIONS
from briefgen.diagnostics import BriefgenError, LockedError, OutputError

_WAIT = 5.0  # seconds that another program (a backup) may hold the file


class Archive(Articles, Issues):
    """An open archive: what it knows of articles and of issues."""


@contextmanager
def open_archive(path: Path, *, make: bool = True) -> Iterator[Archive]:
    """The archive, made if need be. An OutputError tells what is wrong with the file and what to do, a LockedError that it is in use."""
    if not make and not path.exists():
        raise OutputError(f"{path}: there is no archive yet; `briefgen weekly` makes it")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise OutputError(f"{path}: the archive cannot be opened: {error}") from error
    try:
        _prepare(connection, path)
        yield Archive(connection)
    except sqlite3.Error as error:
        raise failure(error, path) from error
    finally:
        connection.close()


def failure(error: sqlite3.Error, path: Path) -> BriefgenError:
    """A failure of the file in words, with what to do about it."""
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return LockedError(f"{path}: another program holds the archive; try again when it is done")
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return OutputError(f"{path}: the archive is damaged ({error}); {_CURE}")
    return OutputError(f"{path}: the archive cannot be read or written: {error}; nothing was changed")


_CURE = "put a copy from a backup in its place, or move it away: the next run reads the inbox anew"


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Pragmas, the check of the whole file, the steps to the present schema."""
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")  # a committed issue outlives a power cut
    found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        raise OutputError(f"{path}: the archive is damaged ({' '.join(found.split())}); {_CURE}")
    migrate(connection, path, MIGRATIONS)
