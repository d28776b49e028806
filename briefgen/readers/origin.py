"""The origin file beside an article (NAME.toml) -> what the article's text does not say of itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from briefgen.diagnostics import InputError, UsageError
from briefgen.model import Origin
from briefgen.serialize.toml import check_keys, line_of, parse_toml

KEYS = ("original_name", "publisher", "author", "url", "published", "title", "language")
LANGUAGES = ("ru", "en")


@dataclass(frozen=True, slots=True)
class OriginFile:
    """An origin with the title, date and language that a person wrote down; empty where nobody did."""

    origin: Origin = field(default_factory=Origin)
    title: str = ""
    published: date | None = None
    language: str = ""


def origin_path(article: Path) -> Path:
    """`news/a.txt` has its origin in `news/a.toml`."""
    return article.with_suffix(".toml")


def read_origin(path: Path) -> OriginFile:
    """What the file says; nothing where there is no such file. A UsageError names the line of what is wrong in it."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return OriginFile()
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is not UTF-8 text") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    return parse_origin(text, str(path))


def parse_origin(text: str, name: str) -> OriginFile:
    """The checked origin."""
    values = parse_toml(text, name)
    check_keys(values, KEYS, text=text, name=name)
    words = {key: _words(values, key, text, name) for key in KEYS if key != "published"}
    if words["language"] and words["language"] not in LANGUAGES:
        raise UsageError(f"{name}: line {line_of(text, 'language')}: language: {words['language']!r} is none of {', '.join(LANGUAGES)}")
    return OriginFile(
        origin=Origin(words["publisher"], words["author"], words["url"], words["original_name"]),
        title=words["title"],
        published=_day(values.get("published"), text, name),
        language=words["language"],
    )


def _words(values: dict[str, Any], key: str, text: str, name: str) -> str:
    value = values.get(key, "")
    if not isinstance(value, str):
        raise UsageError(f"{name}: line {line_of(text, key)}: {key}: text in quotation marks is expected")
    return " ".join(value.split())


def _day(value: Any, text: str, name: str) -> date | None:
    """TOML has dates (2026-02-27); the same in quotation marks will do."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise UsageError(f"{name}: line {line_of(text, 'published')}: published: a date such as 2026-02-27 is expected") from error
