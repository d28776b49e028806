"""A real HTTP server on loopback that speaks the protocol of OpenAI-compatible servers, with whatever fault a test wants."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Answer:
    """What the server sends back: a status, a body, headers, after some seconds."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    after: float = 0.0


@dataclass
class Loopback:
    """A running server. `asked` are the requests as JSON, `seen` their paths and headers."""

    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    seen: list[tuple[str, dict[str, str]]] = field(default_factory=list)


def completion(translations: object, *, finish: str = "stop") -> Answer:
    """An answer of the protocol whose message holds these translations as JSON."""
    content = translations if isinstance(translations, str) else json.dumps({"translations": translations}, ensure_ascii=False)
    return Answer(
        json.dumps({"choices": [{"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": finish}]}).encode()
    )


def passages(request: dict[str, Any]) -> list[str]:
    """The texts that a request asks to be translated."""
    found: list[str] = json.loads(request["messages"][1]["content"])["passages"]
    return found


@contextmanager
def serving(answer: Callable[[dict[str, Any], int], Answer]) -> Iterator[Loopback]:
    """A server that answers each request by `answer(request, number)`, numbered from 1."""
    state = Loopback()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            state.asked.append(request)
            state.seen.append((self.path, dict(self.headers)))
            given = answer(request, len(state.asked))
            time.sleep(given.after)
            self.send_response_only(given.status)
            for name, value in {"Content-Length": str(len(given.body)), "Content-Type": "application/json", **given.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(given.body)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """A client that went away in the middle is part of the test."""

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
