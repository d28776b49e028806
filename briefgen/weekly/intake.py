"""The inbox -> the archive: each new file read, its article kept with what it says; what cannot be used is set aside with the reason.

Files stay where they are. A file is known by its path, size and time of change, an article by its words, so that a file that is moved or
exported again brings nothing twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.archive import Archive, InboxFile, Stored
from briefgen.diagnostics import BriefgenError, InputError, UsageError
from briefgen.model import Article, Extraction
from briefgen.pipeline import extract_all
from briefgen.readers import SUFFIXES, Taken, article_of, take
from briefgen.readers.feed import SUFFIXES as FEEDS
from briefgen.readers.feed import entries_of
from briefgen.readers.origin import origin_path
from briefgen.serialize.values import to_value
from briefgen.weekly.gathering import read_extraction
from briefgen.weekly.stories import DAYS, is_near_duplicate, sample_of, shingles_of, signature_of

if TYPE_CHECKING:
    from briefgen.cache import Cache

_CANDIDATES = 5  # articles that share most with a new one; a near duplicate is among the first
# What a fault of our own in one article looks like: the article waits for a better version, the others are read.
_FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


ReadAll = Callable[[Sequence[Path]], Iterator[tuple[Path, "Found | BriefgenError"]]]


@dataclass(frozen=True, slots=True)
class Intake:
    """What an inbox brought: how many files were new, articles kept, files set aside with their reasons, and files of no known kind."""

    files: int
    articles: int
    set_aside: tuple[InboxFile, ...]
    passed_over: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Articles of one file, and why the rest of it is none."""

    extractions: tuple[Extraction, ...] = ()
    reason: str = ""
    code: str = ""


def take_in(archive: Archive, inbox: Path, *, received: date, read: ReadAll, tell: Callable[[str], None]) -> Intake:
    """Take in what is new in the inbox, a transaction a file. `received` is the day of the run; `read` gives each of some paths with what
    `read_file` makes of it, in their order and wherever that is done, or with the error that kept
    it from that; `tell` hears the name of each file."""
    new, passed_over = _new(inbox, archive.stamps())
    files = articles = 0
    aside: list[InboxFile] = []
    for path, result in read(list(new)):
        name, stamp = new[path]
        tell(name)
        found = Found((), str(result), "fault") if isinstance(result, BriefgenError) else result
        for item in found.extractions:
            if not archive.has_article(item.article.id):
                archive.keep_article(_stored(archive, item, received))
                articles += 1
        ids = tuple(item.article.id for item in found.extractions)
        file = InboxFile(name, stamp, received.isoformat(), found.reason, found.code, ids)
        archive.keep_file(file, replaces=path.suffix.lower() not in FEEDS)  # a feed loses its oldest entries as it grows
        files += 1
        aside += [file] * bool(file.reason)
    return Intake(files, articles, tuple(aside), passed_over)


def _new(inbox: Path, known: Mapping[str, str]) -> tuple[dict[Path, tuple[str, str]], tuple[Path, ...]]:
    """The files that were not dealt with, each with its name and its stamp, and those of no known kind."""
    new: dict[Path, tuple[str, str]] = {}
    passed_over: list[Path] = []
    for path in files_below(inbox):
        if path.suffix.lower() not in (*SUFFIXES, *FEEDS):
            passed_over.append(path)
            continue
        name = path.relative_to(inbox).as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        stamp = stamp_of(path)
        if stamp is not None and known.get(name) != stamp:
            new[path] = (name, stamp)
    return new, tuple(passed_over)


def files_below(inbox: Path) -> Iterator[Path]:
    """The files of a folder and its sub-folders by name, without hidden ones, those that a program is writing, and what lies beside an
    article. InputError where the folder cannot be read."""
    try:
        entries = sorted(inbox.iterdir())
    except OSError as error:
        raise InputError(f"{inbox}: the inbox cannot be read: {error.strerror}") from error
    for entry in entries:
        if entry.name.startswith((".", "~$")) or entry.suffix.lower() in (".toml", ".po", ".part", ".tmp"):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from files_below(entry)
        elif entry.is_file():
            yield entry


def stamp_of(path: Path) -> str | None:
    """Size and time of change of a file and of its origin file; None where it is gone meanwhile."""
    try:
        parts = [path.stat()]
        origin = origin_path(path)
        parts += [origin.stat()] if origin.is_file() else []
    except OSError:
        return None
    return " ".join(f"{part.st_size}:{part.st_mtime_ns}" for part in parts)


def take_file(path: Path) -> Taken | Found:
    """The file off the disk; Found, with the reason, where it cannot be read."""
    try:
        return take(path)
    except (InputError, UsageError) as error:
        return Found((), str(error), "unreadable")


def read_file(taken: Taken | Found, *, zone: tzinfo, subject: str, cache: Cache | None = None) -> Found:
    """The articles of a file, with what they say; feeds count their days in the time zone. What cannot be read has a reason."""
    if isinstance(taken, Found):
        return taken
    try:
        articles, reasons = _articles(taken, zone)
    except (InputError, UsageError) as error:
        return Found((), str(error), "unreadable")
    undated = [article.name for article in articles if article.published is None]
    reasons += [f"{name}: no date of publication; put it into the origin file beside it: published = 2026-02-27" for name in undated]
    code = "no-date" if undated else "unreadable" if reasons else ""
    extractions: list[Extraction] = []
    for article in articles:
        if article.published is None:
            continue
        try:
            extractions += extract_all((article,), (subject,), cache)
        except _FAULTS as error:
            reasons.append(f"{article.name}: a fault of briefgen, please report it: {type(error).__name__}: {error}")
            code = "fault"
    return Found(tuple(extractions), "; ".join(reasons), code)


def _articles(taken: Taken, zone: tzinfo) -> tuple[list[Article], list[str]]:
    if taken.path.suffix.lower() not in FEEDS:
        return [article_of(taken)], []
    entries = entries_of(taken.data, taken.path, zone)
    return [entry.article for entry in entries if entry.article], [entry.reason for entry in entries if entry.reason]


def _stored(archive: Archive, extraction: Extraction, received: date) -> Stored:
    article = extraction.article
    if article.published is None:
        raise BriefgenError(f"{article.name}: no date of publication")
    shingles = shingles_of(article.text)
    return Stored(
        id=article.id,
        name=article.name,
        published=article.published.isoformat(),
        received=received.isoformat(),
        story=_story(archive, article, shingles, article.published),
        signature=signature_of(extraction),
        extraction=to_value(extraction),
        shingles=sample_of(shingles),
    )


def _story(archive: Archive, article: Article, shingles: Iterable[int], published: date) -> str:
    """The story of an article that is nearly the same and of about that day; else a story of its own."""
    window = timedelta(days=DAYS)
    since, until = (published - window).isoformat(), (published + window).isoformat()
    alike = archive.alike(sample_of(frozenset(shingles)), since=since, until=until)[:_CANDIDATES]
    for candidate in archive.articles(alike):
        if is_near_duplicate(article.text, read_extraction(candidate).article.text):
            return candidate.story
    return article.id
