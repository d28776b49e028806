"""The rows of the archive as values: files of the inbox, articles, issues, facts that were issued, deliveries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SERIES = ("week", "month", "period")  # each is compared with its own kind, and an article may be in an issue of each
DELIVERY_STATES = ("pending", "sending", "delivered", "failed", "uncertain", "withheld")


@dataclass(frozen=True, slots=True)
class InboxFile:
    """A file of the inbox as it was seen: `stamp` tells size and time of change of the file and of its origin file; `reason` is why it
    was set aside (empty: it was read), `code` the kind of that reason; `received` is the day (ISO); `articles` are ids.
    """

    path: str
    stamp: str
    received: str
    reason: str = ""
    code: str = ""
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stored:
    """An article with its extraction (a JSON value). `story` is the id of the first article with nearly the same words, `signature` what
    it says in figures and names; `shingles` are the sampled ones that later articles are compared with."""

    id: str
    name: str
    published: str
    received: str
    story: str
    signature: tuple[str, ...]
    extraction: Mapping[str, Any]
    shingles: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A fact of an issue: `kind` and `key` say what it is about, `data` what was said; `stop` is the last day of the issue's period.
    `rank` puts the facts of one key in order: of an interest, how far it has come."""

    kind: str
    key: str
    period: str
    stop: str
    article: str
    fact: str
    data: Mapping[str, Any] = field(default_factory=dict)
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Issue:
    """An issued brief: its period (days in ISO), the series it belongs to (week, month, period), its number, the inputs of its manifest,
    its files with their digests; `counts` is what the summary tells. The brief itself is long and read on its own."""

    period: str
    series: str
    start: str
    stop: str
    number: str
    folder: str
    inputs: Mapping[str, Any]
    files: Mapping[str, str]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where an issue stands with one recipient; `error` is the last failure, or what a letter had no room for."""

    period: str
    recipient: str
    state: str
    attempts: int = 0
    error: str = ""
