"""A question to a web service -> its answer as JSON, with time limits, retries and Retry-After: the one place that opens a connection."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpx

_CONNECT = 10  # seconds
_FIRST_WAIT, _LONGEST_WAIT = 1.0, 60.0  # seconds before the second try, doubled for each further one
_AGAIN = (408, 425, 429, 500, 502, 503, 504)  # RFC 9110, 15.5 and 15.6; 425 is RFC 8470, 429 is RFC 6585
_LARGEST = 4_000_000  # bytes of an answer


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a service cannot be used, for a person, and what to do. It is kept in briefs, so it holds no address and no key."""

    reason: str


@dataclass(frozen=True, slots=True)
class _Answer:
    """One try: the status (0 where there was no answer), what happened in words, the body, the seconds that the server asks to wait."""

    status: int
    told: str = ""
    body: bytes = b""
    wait: float = 0.0


@dataclass(frozen=True, slots=True)
class Service:
    """A server: its address, the key, a proxy; `timeout` in seconds, `retries` after the first try, `sleep` waits between them."""

    url: str
    key: str
    proxy: str
    timeout: int
    retries: int
    sleep: Callable[[float], None] = time.sleep

    def ask(self, path: str, question: dict[str, Any]) -> Any:
        """The answer as a JSON value, or a Trouble once all tries have failed. None where the answer is no JSON."""
        import httpx

        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        limits = httpx.Timeout(self.timeout, connect=min(_CONNECT, self.timeout))
        # trust_env off: proxies come from the configuration, so that a run does not depend on the environment.
        with httpx.Client(headers=headers, timeout=limits, trust_env=False, proxy=self.proxy or None) as client:
            return self._tries(client, f"{self.url.rstrip('/')}/{path}", question)

    def _tries(self, client: httpx.Client, address: str, question: dict[str, Any]) -> Any:
        wait, told = _FIRST_WAIT, ""
        for attempt in range(self.retries + 1):
            answer = self._try(client, address, question)
            if answer.status == 200:
                return _parsed(answer.body)
            told = f"the server {answer.told}"
            if answer.status and answer.status not in _AGAIN:
                return Trouble(f"{told}; {_cure(answer.status)}")
            if answer.wait > _LONGEST_WAIT:
                return Trouble(f"{told} and asks to wait {answer.wait:.0f} seconds: try again later")
            if attempt < self.retries:
                self.sleep(max(answer.wait, wait))
                wait = min(2 * wait, _LONGEST_WAIT)
        return Trouble(f"{told}, {self.retries + 1} times; is the server running and not overloaded?")

    def _try(self, client: httpx.Client, address: str, question: dict[str, Any]) -> _Answer:
        import httpx

        try:
            with client.stream("POST", address, json=question) as response:
                if response.status_code == 200:
                    return _Answer(200, body=_body(response))
                told = f"answered {response.status_code} {response.reason_phrase}".rstrip()
                return _Answer(response.status_code, told, wait=_retry_after(response.headers))
        except httpx.TimeoutException:
            return _Answer(0, f"gave no answer in {self.timeout} seconds")
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return _Answer(0, f"cannot be reached ({_cause(error)})")


def limited(text: str) -> str:
    """A text from outside on one line, without characters that no document can hold."""
    return " ".join("".join(letter if letter.isprintable() or letter.isspace() else " " for letter in text).split())


def _body(response: httpx.Response) -> bytes:
    """The body; empty where it is larger than any translation."""
    parts: list[bytes] = []
    size = 0
    for part in response.iter_bytes():
        size += len(part)
        if size > _LARGEST:
            return b""
        parts.append(part)
    return b"".join(parts)


def _parsed(data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _retry_after(headers: Mapping[str, str]) -> float:
    """Retry-After in seconds; a date counts from the server's own Date, so that no clock is asked (RFC 9110, 10.2.3)."""
    told = headers.get("Retry-After", "")
    if told.isascii() and told.isdigit():
        return float(told[:9])
    try:
        gap = parsedate_to_datetime(told) - parsedate_to_datetime(headers.get("Date", ""))
    except (ValueError, TypeError):
        return 0.0
    return max(0.0, gap.total_seconds())


def _cause(error: BaseException) -> str:
    """The words of the operating system, else the kind of error: httpx's own words may hold the address."""
    while error.__cause__ or error.__context__:
        error = error.__cause__ or error.__context__ or error
    return str(getattr(error, "strerror", "") or type(error).__name__)


def _cure(status: int) -> str:
    if status in (401, 403):
        return "is OPENAI_API_KEY right, and may it use this model?"
    if status == 404:
        return "are OPENAI_BASE_URL (often ending in /v1) and OPENAI_MODEL right?"
    return "see the server's own log"
