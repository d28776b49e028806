"""A recurring job in a temporary folder: its configuration, its inbox, runs of the program, a server that takes its letters."""

from __future__ import annotations

import json
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller

from briefgen.archive.packing import unpacked
from briefgen.cli import main

MINIMAL = """subject = "RU"
[weekly]
inbox = "inbox"
archive = "archive/briefgen.sqlite"
output = "out"
languages = ["en"]
formats = ["pdf"]
quiet_page = true
log = "log.jsonl"
"""
ARTICLE = "London and the mines\n\nThe minister said in Astana that Britain will invest 4 billion pounds in Kazakhstan.\n"
SERVER = """[mail]
server = "127.0.0.1"
port = {port}
security = "none"
sender = "briefs@example.org"
attempts = 1
wait_seconds = 0
"""
# One recipient by mail, whose lines may go on behind; `more` are further lines about the server.
MAIL = f"""
{SERVER}{{more}}

[recipients.director]
address = "director@example.org"
languages = ["en"]
"""


@dataclass
class Post:
    """An SMTP server's handler: `faults` are answered before a letter is taken, one a letter; "cut" takes it and breaks the connection."""

    faults: list[str] = field(default_factory=list)
    letters: list[tuple[list[str], Message]] = field(default_factory=list)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        fault = self.faults.pop(0) if self.faults else ""
        if fault and fault != "cut":
            return fault
        self.letters.append((list(envelope.rcpt_tos), message_from_bytes(envelope.content)))
        if fault:
            server.transport.abort()
        return "250 taken"


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port: int = taken.getsockname()[1]
    return port


@contextmanager
def post_office(post: Post) -> Iterator[int]:
    """A server on loopback; its port."""
    port = free_port()
    controller = Controller(post, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


@dataclass(frozen=True)
class Job:
    """The folder of a job."""

    folder: Path

    def configure(self, text: str = MINIMAL) -> None:
        (self.folder / "inbox").mkdir(exist_ok=True)
        (self.folder / "briefgen.toml").write_text(text, encoding="utf-8")

    def put(self, name: str, text: str, published: str) -> None:
        """An article with its day, as it lies in an inbox."""
        path = self.folder / "inbox" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.with_suffix(".toml").write_text(f"published = {published}\n", encoding="utf-8")

    def run(self, *words: str) -> int:
        return main([words[0], "--config", str(self.folder / "briefgen.toml"), *words[1:]])

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        """Rows of the archive."""
        with closing(sqlite3.connect(self.folder / "archive" / "briefgen.sqlite")) as connection:
            return list(connection.execute(query))

    def change(self, statement: str) -> None:
        """Change rows of the archive behind the program's back."""
        with closing(sqlite3.connect(self.folder / "archive" / "briefgen.sqlite")) as connection, connection:
            connection.execute(statement)

    def brief(self, period: str) -> Any:
        """The brief of an issue as the archive keeps it."""
        return json.loads(unpacked(self.ask(f"SELECT brief FROM issues WHERE period = '{period}'")[0][0]))

    def files(self, below: str) -> dict[str, bytes]:
        """The files below a folder of the job, without locks."""
        root = self.folder / below
        return {
            str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file() and path.name[0] != "."
        }
