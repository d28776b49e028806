"""The bytes of an exported feed (RSS 0.9 to 2.0, Atom) -> its entries as Articles; an entry that is none is named with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from email.utils import parsedate_to_datetime
from pathlib import Path

from lxml import etree, html

from briefgen.diagnostics import InputError
from briefgen.model import Article, Origin
from briefgen.readers.file import printable, read_bytes
from briefgen.readers.plain import read_plain

SUFFIXES = (".rss", ".atom", ".xml")
_ENTRIES = ("item", "entry")
_DATES = ("published", "pubDate", "date", "issued", "updated")  # the first that an entry has; `updated` last, for it may be a correction
_TEXTS = ("encoded", "content", "description", "summary")  # the whole text before its summary
_BLOCKS = frozenset(
    ("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "table", "section", "article")
)
_SILENT = ("script", "style", "iframe", "noscript", "form")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed: its article, or why there is none."""

    name: str
    article: Article | None
    reason: str = ""


def read_feed(path: Path, zone: tzinfo) -> tuple[Entry, ...]:
    """The entries in the order of the file, each named `FILE#NUMBER`. A time of publication becomes a day in `zone`.

    InputError where the file is no feed. No entity of the file is expanded and nothing is fetched.
    """
    return entries_of(read_bytes(path), path, zone)


def entries_of(data: bytes, path: Path, zone: tzinfo) -> tuple[Entry, ...]:
    """The entries in the bytes of a file that was taken, as `read_feed` gives them."""
    name = printable(path.name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"{path}: is not XML that can be read: {error}") from error
    publisher = next((_words(child) for child in root.iter() if _tag(child) == "title"), "")
    found = [element for element in root.iter() if _tag(element) in _ENTRIES]
    if not found:
        raise InputError(f"{path}: holds no entries of RSS or Atom; briefgen reads feeds as exported")
    return tuple(_entry(element, f"{name}#{number}", publisher, zone) for number, element in enumerate(found, start=1))


def _entry(element: etree._Element, name: str, publisher: str, zone: tzinfo) -> Entry:
    parts = {_tag(child): child for child in reversed(list(element))}
    title = _words(parts["title"]) if "title" in parts else ""
    markup = next((_markup(parts[tag]) for tag in _TEXTS if tag in parts and _markup(parts[tag]).strip()), "")
    text = "\n\n".join([title] * bool(title) + list(_paragraphs(markup)))
    origin = Origin(publisher=_words(parts["source"]) if "source" in parts else publisher, author=_author(element), url=_link(element))
    try:
        article = read_plain(text.encode("utf-8"), name, published=_day(parts, zone), title=title, origin=origin)
    except InputError as error:
        return Entry(name, None, str(error))
    return Entry(name, article)


def _tag(element: etree._Element) -> str:
    """The name without its namespace; empty for comments and the like."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _words(element: etree._Element) -> str:
    """The text of an element on one line, markup in it dropped."""
    return " ".join(" ".join(_paragraphs(_markup(element))).split())


def _markup(element: etree._Element) -> str:
    """HTML as an element holds it: escaped, in CDATA, or as elements (Atom's xhtml)."""
    if len(element):
        inner = (etree.tostring(child, encoding="unicode") for child in element if isinstance(child.tag, str))
        return (element.text or "") + "".join(inner)
    return element.text or ""


def _paragraphs(markup: str) -> Iterator[str]:
    """The paragraphs of a piece of HTML."""
    if not markup.strip():
        return
    root = html.fromstring(f"<div>{markup}</div>", parser=html.HTMLParser(no_network=True, huge_tree=False))
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.tag in _SILENT:
            element.text = None
            for child in list(element):
                element.remove(child)
        elif element.tag in _BLOCKS:
            element.text = "\n" + (element.text or "")
            element.tail = "\n" + (element.tail or "")
    pieces = (piece for piece in root.itertext() if isinstance(piece, str))
    yield from (line for raw in "".join(pieces).splitlines() if (line := " ".join(raw.split())))


def _day(parts: dict[str, etree._Element], zone: tzinfo) -> date | None:
    for tag in _DATES:
        text = (parts[tag].text or "").strip() if tag in parts else ""
        moment = _moment(text) if text else None
        if moment is not None:
            return moment.astimezone(zone).date() if moment.tzinfo else moment.date()
    return None


def _moment(text: str) -> datetime | None:
    """RFC 822 as in RSS, ISO 8601 as in Atom."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def _author(element: etree._Element) -> str:
    for child in element:
        if _tag(child) in ("author", "creator"):
            named = next((inner for inner in child if _tag(inner) == "name"), child)
            return _words(named)
    return ""


def _link(element: etree._Element) -> str:
    for child in element:
        if _tag(child) == "link" and child.get("rel", "alternate") == "alternate":
            address = (child.get("href") or child.text or "").strip()
            if address.startswith(("http://", "https://")):
                return address
    return ""
