"""The bytes of a text file -> Article."""

from __future__ import annotations

import codecs
import re
import unicodedata
from datetime import date
from hashlib import sha256

from briefgen.diagnostics import InputError
from briefgen.language.detect import detect_language
from briefgen.language.paragraphs import read_dateline, split_paragraphs
from briefgen.model import Article, Origin
from briefgen.readers.stamp import published_in

_BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\ufffd]")
_ID_DIGITS = 12
_SAMPLE = 4096
_HIGH_BYTES = frozenset((0x00, 0x04, 0x20))  # Latin, Cyrillic, punctuation
_MOSTLY = 0.95


def read_plain(
    data: bytes, name: str, *, published: date | None = None, language: str | None = None, title: str = "", origin: Origin | None = None
) -> Article:
    """The article as read: offsets are offsets into the decoded file. What the caller knows better than the text wins."""
    text = decode(data, name)
    if not text.strip("\ufeff \t\r\n\xa0"):
        raise InputError(f"{name}: the file is empty; put the article's text into it or leave it out")
    language = language or detect_language(text)
    if language is None:
        raise InputError(f"{name}: the language is not Russian or English; briefgen reads these two")
    paragraphs = split_paragraphs(text, language)
    dateline = read_dateline(text)
    told = dateline.published if dateline else published_in(text, paragraphs, language)
    found = next((text[part.start : part.stop] for part in paragraphs if part.role == "title"), "")
    return Article(
        id=article_id(text),
        name=name,
        language=language,
        text=text,
        paragraphs=paragraphs,
        title=title or found,
        published=published or told,
        origin=origin or Origin(),
        digest=sha256(data).hexdigest(),
    )


def decode(data: bytes, name: str) -> str:
    """The text of a file in whatever encoding; line ends stay as they are. Raises InputError for what is not text."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _check(_decode_as(data, encoding), name)
    text = _decode_as(data, _unmarked(data))
    if text is None and b"\x00" not in data:
        text = _guess(data)
    return _check(text, name)


def _unmarked(data: bytes) -> str:
    """UTF-16 without its mark by the high bytes of Latin and Cyrillic letters, which stand at each other place; else UTF-8."""
    sample = data[:_SAMPLE]
    for encoding, offset in (("utf-16-le", 1), ("utf-16-be", 0)):
        high, low = sample[offset::2], sample[1 - offset :: 2]
        if high and sum(byte in _HIGH_BYTES for byte in high) >= _MOSTLY * len(high) and low.count(0) < len(low) // 100 + 1 and 0 in high:
            return encoding
    return "utf-8"


def article_id(text: str) -> str:
    """Twelve digits from the article's words alone: marks, spaces and letter case do not count, so a re-post in another layout keeps it."""
    words = " ".join(re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold()))
    return sha256(words.encode()).hexdigest()[:_ID_DIGITS]


def _decode_as(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=["cp1251", "koi8_r", "cp866", "mac_cyrillic", "cp1252", "iso8859_5"]).best()
    return str(best) if best else None


def _check(text: str | None, name: str) -> str:
    if text is None or len(_CONTROL.findall(text)) > len(text) // 1000:
        raise InputError(f"{name}: the file is not text; save it as UTF-8 text, HTML, DOCX or PDF")
    return text
