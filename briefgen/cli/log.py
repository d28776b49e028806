"""What a run does -> lines for a person on stderr, and for a machine in a log of JSON Lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any

import click

from briefgen.diagnostics import BriefgenError, OutputError


@dataclass(frozen=True, slots=True)
class Log:
    """`path` is the log's file, if one is kept; `quiet` keeps notices from stderr; `run` names the run in each line, if it has a name."""

    path: Path | None = None
    quiet: bool = False
    run: str = ""

    def event(self, event: str, **values: Any) -> None:
        """Add a line to the log: the time, the event, its values."""
        if self.path is None:
            return
        head = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), **({"run": self.run} if self.run else {})}
        line = json.dumps({**head, "event": event, **values}, ensure_ascii=False)
        try:
            with self.path.open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
                file.write(line + "\n")
        except OSError as error:
            raise OutputError(f"{self.path}: the log cannot be written: {error.strerror}") from error

    def notice(self, text: str) -> None:
        """Tell a person something that the result does not show."""
        if not self.quiet:
            _tell(text)

    def error(self, text: str) -> None:
        """Tell a person what failed, also where notices are kept back."""
        _tell(text)

    def progress(self, text: str) -> None:
        """Tell a person at a terminal what is going on."""
        if sys.stderr.isatty():
            self.notice(text)


def _tell(text: str) -> None:
    """A line on stderr, through what is there now: while a bar stands, that is rich's own, which click would go round."""
    click.echo(f"briefgen: {text}", file=sys.stderr)


@contextmanager
def logged(log: Log, command: str, **values: Any) -> Iterator[None]:
    """Log the start of a command and how it ended."""
    log.event("started", command=command, **values)
    try:
        yield
    except BriefgenError as error:
        log.event("failed", exit_code=error.exit_code, message=str(error))
        raise
    except KeyboardInterrupt:
        log.event("failed", exit_code=130, message="interrupted")
        raise


@contextmanager
def phase(log: Log, name: str) -> Iterator[dict[str, Any]]:
    """Log a phase of a long run with what it counted (put into the mapping) and how many seconds it took."""
    begun, counts = monotonic(), {}  # type: float, dict[str, Any]
    log.progress(name)
    yield counts
    log.event("phase", phase=name, seconds=round(monotonic() - begun, 3), **counts)
