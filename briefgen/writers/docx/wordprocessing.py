"""Runs, paragraphs, fields, bookmarks, links and content controls of WordprocessingML, children in schema order (ISO 29500-1, 17)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypedDict, Unpack

from briefgen.writers.docx.markup import NOTHING, Xml, attribute, element, join, text, val

MAX_BOOKMARK_NAME = 40  # Word cuts longer names and so loses the links to them

_BREAK, _TAB = (element("w:r", None, element(name)) for name in ("w:br", "w:tab"))


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab stop: position in twips from the paragraph's left edge, alignment left, right, center or decimal, what fills the way to it."""

    position: int
    alignment: str
    leader: str | None = None


class Bookmark(NamedTuple):
    """A place to link to: a number of its own and a name that Word takes."""

    id: int
    name: str


def run(words: str, *, style: str = "", locale: str = "") -> Xml:
    """Words in one character style and one language; nothing for no words."""
    if not words:
        return NOTHING
    return Xml(f"{_run_start(style, locale)}{text(words)}</w:t></w:r>")


def line_break() -> Xml:
    """A line end inside a paragraph."""
    return _BREAK


def tab() -> Xml:
    """A step to the next tab stop."""
    return _TAB


def field(instruction: str, shown: str, *, style: str = "", locale: str = "") -> Xml:
    """A field that Word keeps up to date, with the result to show until then. LibreOffice shows a field as its first sign looks."""
    start, command, middle, stop = _field_signs(style)
    result = run(shown, style=style, locale=locale)
    return Xml(f"{start}{command}{text(f' {instruction} ')}</w:instrText></w:r>{middle}{result}{stop}")


def bookmark(place: Bookmark | None, *content: Xml) -> Xml:
    """Content under a bookmark; without a place the content alone."""
    if place is None:
        return join(content)
    start = f'<w:bookmarkStart w:id="{place.id}" w:name="{place.name}"/>'  # a name of letters, digits and underscores
    return Xml(f'{start}{"".join(content)}<w:bookmarkEnd w:id="{place.id}"/>')


def internal_link(name: str, *content: Xml) -> Xml:
    """Content that leads to a bookmark of the same document."""
    return Xml(f'<w:hyperlink w:anchor="{name}" w:history="1">{"".join(content)}</w:hyperlink>')


def external_link(relationship: str, *content: Xml) -> Xml:
    """Content that leads to the address of a relationship."""
    return element("w:hyperlink", {"r:id": relationship, "w:history": "1"}, *content)


def content_control(
    tag: str, label: str, number: int, *content: Xml, placeholder: bool = False, options: tuple[tuple[str, str], ...] = ()
) -> Xml:
    """A rich-text control, about runs in a paragraph or about whole paragraphs; `placeholder` says that the content is a prompt.
    With `options`, pairs of value and words, a list to choose from.
    """
    title = f'<w:alias w:val="{attribute(label)}"/>' if label else ""
    prompt = "<w:showingPlcHdr/>" if placeholder else ""
    kind = _list(options) if options else "<w:richText/>"
    properties = f'<w:sdtPr>{title}<w:tag w:val="{attribute(tag)}"/><w:id w:val="{number}"/>{prompt}{kind}</w:sdtPr>'
    return Xml(f"<w:sdt>{properties}<w:sdtContent>{''.join(content)}</w:sdtContent></w:sdt>")


def _list(options: tuple[tuple[str, str], ...]) -> Xml:
    items = (element("w:listItem", {"w:displayText": words, "w:value": value}) for value, words in options)
    return element("w:dropDownList", None, *items)


class Place(TypedDict, total=False):
    """What no style can say of a paragraph: its place in the flow, its list, its tab stops and indents in twips.

    `is_flush` takes away the style's space above; so does `start_page`, as a page begins at its margin.
    """

    keep_next: bool
    start_page: bool
    is_flush: bool
    numbering: int | None
    tabs: tuple[Tab, ...]
    right: int | None
    left: int | None


def paragraph(style: str, *content: Xml, **place: Unpack[Place]) -> Xml:
    """A paragraph of a style."""
    return Xml(f"{paragraph_start(style, **place)}{''.join(content)}</w:p>")


def tab_stops(tabs: tuple[Tab, ...]) -> Xml:
    """The list of tab stops, nothing for none."""
    if not tabs:
        return NOTHING
    stops = (element("w:tab", {"w:val": stop.alignment, "w:leader": stop.leader, "w:pos": stop.position}) for stop in tabs)
    return element("w:tabs", None, *stops)


@lru_cache(maxsize=512)
def paragraph_start(style: str, **place: Unpack[Place]) -> str:
    """All of a paragraph before its content."""
    is_start, left, right = place.get("start_page"), place.get("left"), place.get("right")
    properties = element(
        "w:pPr",
        None,
        val("w:pStyle", style),
        element("w:keepNext") if place.get("keep_next") else NOTHING,
        element("w:pageBreakBefore") if is_start else NOTHING,
        NOTHING if (numbering := place.get("numbering")) is None else element("w:numPr", None, val("w:ilvl", 0), val("w:numId", numbering)),
        tab_stops(place.get("tabs", ())),
        element("w:spacing", {"w:before": 0}) if is_start or place.get("is_flush") else NOTHING,
        NOTHING if right is None and left is None else element("w:ind", {"w:left": left, "w:right": right}),
    )
    return f"<w:p>{properties}"


@lru_cache(maxsize=64)
def _field_signs(style: str) -> tuple[str, ...]:
    """The runs of a field but its result: begin, the start of the instruction, separate, end."""
    look = _run_properties(style, "")
    begin, separate, end = (
        element("w:r", None, look, element("w:fldChar", {"w:fldCharType": kind})) for kind in ("begin", "separate", "end")
    )
    return begin, f'<w:r>{look}<w:instrText xml:space="preserve">', separate, end


@lru_cache(maxsize=512)
def _run_start(style: str, locale: str) -> str:
    """All of a run before its words."""
    return f'<w:r>{_run_properties(style, locale)}<w:t xml:space="preserve">'


def _run_properties(style: str, locale: str) -> Xml:
    inner = (val("w:rStyle", style) if style else NOTHING, val("w:lang", locale) if locale else NOTHING)
    return element("w:rPr", None, *inner) if any(inner) else NOTHING
