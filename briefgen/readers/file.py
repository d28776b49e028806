"""A file -> an Article, by the file's kind; with what the origin file beside it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from briefgen.diagnostics import InputError
from briefgen.model import Article, Origin
from briefgen.readers.found import Found
from briefgen.readers.origin import OriginFile, origin_path, read_origin
from briefgen.readers.plain import read_plain

MAXIMUM_BYTES = 20_000_000  # a book of plain text has a tenth of it; what is larger is not an article
# Kinds with a reader of their own (module and function); anything else is read as plain text.
_READERS = {
    ".html": ("briefgen.readers.html", "read_html"),
    ".htm": ("briefgen.readers.html", "read_html"),
    ".docx": ("briefgen.readers.docx", "read_docx"),
    ".pdf": ("briefgen.readers.pdf", "read_pdf"),
}
# The first bytes of the kinds that people save under another kind's name.
_KINDS = {b"%PDF-": ".pdf", b"PK\x03\x04": ".docx"}
SUFFIXES = (".txt", *_READERS)


@dataclass(frozen=True, slots=True)
class Taken:
    """A file off the disk: its path, its bytes, what the origin file beside it says. Enough to make the article on another machine."""

    path: Path
    data: bytes
    told: OriginFile


def read_article(path: Path, *, published: date | None = None) -> Article:
    """The article; `published` is its date where neither the file nor its origin file says one."""
    return article_of(take(path), published=published)


def take(path: Path) -> Taken:
    """The file and what lies beside it, read but not looked into; InputError or UsageError where one cannot be read."""
    return Taken(path, read_bytes(path), read_origin(origin_path(path)))


def article_of(taken: Taken, *, published: date | None = None) -> Article:
    """The article in a file that was taken; `published` as for `read_article`."""
    data, path, told = taken.data, taken.path, taken.told
    found = _found(data, path)
    article = read_plain(
        data if found is None else found.text.encode("utf-8"),
        printable(path.name),
        published=told.published or (found.published if found else None),
        language=told.language or None,
        title=told.title or (found.title if found else ""),
        origin=_either(told.origin, found.origin if found else Origin()),
    )
    return replace(article, published=article.published or published, digest=sha256(data).hexdigest())


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that may be an article; InputError where it cannot be read, is too large or empty."""
    if path.is_dir():
        raise InputError(f"{path}: is a folder; name a file")
    try:
        with path.open("rb") as file:
            data = file.read(MAXIMUM_BYTES + 1)
    except FileNotFoundError as error:
        raise InputError(f"{path}: there is no such file") from error
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte
        raise InputError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}") from error
    if len(data) > MAXIMUM_BYTES:
        raise InputError(f"{path}: is larger than {MAXIMUM_BYTES // 1_000_000} MB, the most that an article may have")
    if not data.strip():
        raise InputError(f"{path}: the file is empty; put the article's text into it or leave it out")
    return data


def _found(data: bytes, path: Path) -> Found | None:
    """What a reader of its own found in the file; None for plain text."""
    kind = next((suffix for start, suffix in _KINDS.items() if data.startswith(start)), "")
    if kind and kind != path.suffix.lower():
        raise InputError(f"{path}: holds a {kind[1:].upper()} file; give its name the ending {kind}")
    if path.suffix.lower() not in _READERS:
        return None
    module, function = _READERS[path.suffix.lower()]
    read: Callable[[bytes, str], Found] = getattr(import_module(module), function)
    return read(data, printable(path.name))


def printable(name: str) -> str:
    """A name whose bytes are no UTF-8 could be written into no file of the brief."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _either(told: Origin, found: Origin) -> Origin:
    """A person's word goes before the file's own."""
    return Origin(*(getattr(told, field.name) or getattr(found, field.name) for field in fields(Origin)))
