"""The bytes of a web page -> its article text and what its metadata say."""

from __future__ import annotations

import codecs
import re
from configparser import ConfigParser
from copy import deepcopy
from datetime import date

from trafilatura import bare_extraction
from trafilatura.settings import DEFAULT_CONFIG, Document

from briefgen.diagnostics import InputError
from briefgen.model import Origin
from briefgen.readers.found import Found
from briefgen.readers.plain import decode

# WHATWG HTML, "prescan a byte stream to determine its encoding": the first 1024 bytes.
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([A-Za-z0-9_:.-]{1,40})""", re.IGNORECASE)
_PRESCAN = 1024
_SHORTEST = "80"  # letters of an article
_LEAF = 4  # a title needs at least as many letters to be one
# Only dates that the page's metadata state; and none that depends on the day of the run, which is htmldate's own upper bound.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2199-12-31"}


def read_html(data: bytes, name: str) -> Found:
    """The main text without menus, comments and advertising; InputError where there is none. Nothing is fetched."""
    page = _decode(data, name)
    document = bare_extraction(
        page, include_comments=False, with_metadata=True, date_extraction_params=dict(_DATES), config=_configuration()
    )
    if not isinstance(document, Document) or not (document.text or "").strip():
        raise InputError(f"{name}: no article text was found in the page; save the article's text as a .txt file")
    title = " ".join((document.title or "").split())
    return Found(
        text=_text(document.text or "", title),
        title=title,
        published=_day(document.date),
        origin=Origin(publisher=document.sitename or "", author=document.author or "", url=document.url or ""),
    )


def _configuration() -> ConfigParser:
    """trafilatura's own, but that a short article is one: below 250 letters it would take the whole page, menus and all."""
    configuration = deepcopy(DEFAULT_CONFIG)
    configuration.set("DEFAULT", "MIN_EXTRACTED_SIZE", _SHORTEST)
    configuration.set("DEFAULT", "MIN_OUTPUT_SIZE", "1")
    return configuration


def _decode(data: bytes, name: str) -> str:
    """UTF-8 where the bytes are that, whatever is declared: servers that re-code pages leave the declaration; else what is declared."""
    declared = _DECLARED.search(data[:_PRESCAN])
    if declared and not _is_unicode(data):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass  # the declaration is wrong; the bytes tell
    return decode(data, name)


def _is_unicode(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return True


def _text(text: str, title: str) -> str:
    """The title, then the paragraphs and table rows, with a blank line between; a title that the text repeats is printed once."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    paragraphs = [line.strip("| ") for line in lines if line.strip("| ")]
    if len(title) >= _LEAF and (not paragraphs or paragraphs[0] != title):
        paragraphs.insert(0, title)
    return "\n\n".join(paragraphs) + "\n"


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
