"""Runs, paragraphs, fields, bookmarks, links and content controls of WordprocessingML, children in schema order (ISO 29500-1, 17)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from briefgen.writers.docx.markup import NOTHING, Xml, element, join, text, val

MAX_BOOKMARK_NAME = 40  # Word cuts longer names and so loses the links to them


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab stop: position in twips from the paragraph's left edge, alignment left, right, center or decimal, what fills the way to it."""

    position: int
    alignment: str
    leader: str | None = None


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place to link to: a number of its own and a name that Word takes."""

    id: int
    name: str


def run(words: str, *, style: str = "", locale: str = "") -> Xml:
    """Words in one character style and one language; nothing for no words."""
    if not words:
        return NOTHING
    return Xml(f'<w:r>{_run_properties(style, locale)}<w:t xml:space="preserve">{text(words)}</w:t></w:r>')


def line_break() -> Xml:
    """A line end inside a paragraph."""
    return element("w:r", None, element("w:br"))


def tab() -> Xml:
    """A step to the next tab stop."""
    return element("w:r", None, element("w:tab"))


def field(instruction: str, shown: str, *, style: str = "", locale: str = "") -> Xml:
    """A field that Word keeps up to date, with the result to show until then. LibreOffice shows a field as its first sign looks."""
    look = _run_properties(style, "")
    start, command, middle, stop = (
        element("w:r", None, look, content)
        for content in (
            element("w:fldChar", {"w:fldCharType": "begin"}),
            element("w:instrText", {"xml:space": "preserve"}, text(f" {instruction} ")),
            element("w:fldChar", {"w:fldCharType": "separate"}),
            element("w:fldChar", {"w:fldCharType": "end"}),
        )
    )
    return join((start, command, middle, run(shown, style=style, locale=locale), stop))


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
    names = f'{val("w:alias", label) if label else ""}{val("w:tag", tag)}<w:id w:val="{number}"/>'
    kind = _list(options) if options else "<w:richText/>"
    properties = f"<w:sdtPr>{names}{'<w:showingPlcHdr/>' if placeholder else ''}{kind}</w:sdtPr>"
    return Xml(f"<w:sdt>{properties}<w:sdtContent>{''.join(content)}</w:sdtContent></w:sdt>")


def _list(options: tuple[tuple[str, str], ...]) -> Xml:
    items = (element("w:listItem", {"w:displayText": words, "w:value": value}) for value, words in options)
    return element("w:dropDownList", None, *items)


def paragraph(
    style: str,
    *content: Xml,
    keep_next: bool = False,
    start_page: bool = False,
    is_flush: bool = False,
    numbering: int | None = None,
    tabs: tuple[Tab, ...] = (),
    right: int | None = None,
) -> Xml:
    """A paragraph of a style; what no style can say of it is its place in the flow, its list, its tab stops and right indent in twips.

    `is_flush` takes away the style's space above; so does `start_page`, as a page begins at its margin.
    """
    return Xml(f"<w:p>{_paragraph_properties(style, keep_next, start_page, is_flush, numbering, tabs, right)}{''.join(content)}</w:p>")


def tab_stops(tabs: tuple[Tab, ...]) -> Xml:
    """The list of tab stops, nothing for none."""
    if not tabs:
        return NOTHING
    stops = (element("w:tab", {"w:val": stop.alignment, "w:leader": stop.leader, "w:pos": stop.position}) for stop in tabs)
    return element("w:tabs", None, *stops)


@lru_cache(maxsize=512)
def _paragraph_properties(
    style: str, keep_next: bool, start_page: bool, is_flush: bool, numbering: int | None, tabs: tuple[Tab, ...], right: int | None
) -> Xml:
    return element(
        "w:pPr",
        None,
        val("w:pStyle", style),
        element("w:keepNext") if keep_next else NOTHING,
        element("w:pageBreakBefore") if start_page else NOTHING,
        NOTHING if numbering is None else element("w:numPr", None, val("w:ilvl", 0), val("w:numId", numbering)),
        tab_stops(tabs),
        element("w:spacing", {"w:before": 0}) if start_page or is_flush else NOTHING,
        NOTHING if right is None else element("w:ind", {"w:right": right}),
    )


@lru_cache(maxsize=512)
def _run_properties(style: str, locale: str) -> Xml:
    if not style and not locale:
        return NOTHING
    return element("w:rPr", None, val("w:rStyle", style) if style else NOTHING, val("w:lang", locale) if locale else NOTHING)
