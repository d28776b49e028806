"""Fonts, fills and text of DrawingML as the parts of a chart use them."""

from __future__ import annotations

from functools import lru_cache

from briefgen.templating import Style
from briefgen.writers.docx.grid import rgb
from briefgen.writers.docx.markup import NOTHING, Xml, element, plain_val

_EMU_PER_POINT = 12_700


@lru_cache(maxsize=64)
def shape(fill: str | None, line: str | None, points: float = 0) -> Xml:
    """Fill and outline of a shape; None is none."""
    return element("c:spPr", None, _fill(fill), element("a:ln", {"w": round(points * _EMU_PER_POINT) if line else None}, _fill(line)))


def text_paragraph(defaults: Xml, *runs: Xml) -> Xml:
    """A paragraph from the left; without runs it only says how others look."""
    end = NOTHING if runs else element("a:endParaRPr")
    return element("a:p", None, element("a:pPr", {"algn": "l"}, defaults), *runs, end)


def font(name: str, style: Style, points: float, *, is_bold: bool = False, locale: str | None = None) -> Xml:
    """The properties of a run, under the name that its place asks for."""
    return _font(name, style.fonts.word, rgb(style.colours.text), points, is_bold, locale)


@lru_cache(maxsize=64)
def _font(name: str, face: str, colour: str, points: float, is_bold: bool, locale: str | None) -> Xml:
    faces = (element("a:latin", {"typeface": face}), element("a:cs", {"typeface": face}))
    return element(name, {"lang": locale, "sz": round(points * 100), "b": int(is_bold)}, _fill(colour), *faces)


def _fill(colour: str | None) -> Xml:
    return element("a:solidFill", None, plain_val("a:srgbClr", colour)) if colour else element("a:noFill")
