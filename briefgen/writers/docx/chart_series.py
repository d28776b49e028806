"""A panel -> the series of its chart: the bars from the workbook, and unseen ones of full length that bear the words above them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from briefgen.blocks import Panel
from briefgen.templating import Style
from briefgen.writers.docx.chart_text import font, shape, text_paragraph
from briefgen.writers.docx.grid import rgb
from briefgen.writers.docx.markup import Attributes, Xml, element, join, plain_val, text
from briefgen.writers.docx.workbook import SHEET

APART = "  "  # between a label and its value on one line
FLUSH: Attributes = {"wrap": "none", "lIns": 0, "rIns": 0}  # text stands at the edge of its bar

_LEFT, _RIGHT = "inBase", "inEnd"  # where words stand in a bar of full length


def bar_series(panel: Panel, order: int, series_name: str, style: Style) -> Xml:
    """The bars themselves, solid or hollow, with their values in the workbook."""
    bars, accent, line = panel.bars, rgb(style.colours.accent), style.charts.outline
    hollow = (
        element("c:dPt", None, plain_val("c:idx", number), plain_val("c:invertIfNegative", 0), shape(None, accent, line))
        for number, bar in enumerate(bars)
        if not bar.solid
    )
    points = _points([format(bar.value, "f") for bar in bars])
    cache = element("c:numCache", None, element("c:formatCode", None, Xml("General")), points)
    name = element("c:tx", None, _cells("$B$1", (series_name,)))
    values = element("c:val", None, element("c:numRef", None, _formula(f"$B$2:$B${len(bars) + 1}"), cache))
    return _series(order, name, shape(accent, accent, line), join(hollow), _categories(panel), values)


def line_series(panel: Panel, order: int, style: Style, locale: str) -> Xml:
    """Label and value of each bar on one line."""
    labels = (
        _printed(number, ((f"{bar.label}{APART}", False), (bar.value_text, True)), style, locale) for number, bar in enumerate(panel.bars)
    )
    return _bearer(panel, order, element("c:dLbls", None, *labels, *_look(style, is_bold=False)))


def name_series(panel: Panel, order: int, style: Style) -> Xml:
    """Labels alone: the categories of the workbook, so that an edit there shows."""
    return _bearer(panel, order, element("c:dLbls", None, *_look(style, is_bold=False)))


def value_series(panel: Panel, order: int, style: Style, locale: str) -> Xml:
    """Values alone at the right, as the report prints them."""
    labels = (_printed(number, ((bar.value_text, True),), style, locale, at=_RIGHT) for number, bar in enumerate(panel.bars))
    return _bearer(panel, order, element("c:dLbls", None, *labels, *_look(style, is_bold=True, at=_RIGHT)))


def _bearer(panel: Panel, order: int, labels: Xml) -> Xml:
    """A series without fill. Its values are literals, not cells of the workbook: there is nothing in them to edit."""
    longest = format(max(bar.value for bar in panel.bars), "f")
    literal = element("c:numLit", None, element("c:formatCode", None, Xml("General")), _points([longest] * len(panel.bars)))
    name = element("c:tx", None, element("c:v", None, text(panel.title)))
    return _series(order, name, shape(None, None), labels, _categories(panel), element("c:val", None, literal))


def _series(order: int, name: Xml, look: Xml, labels: Xml, categories: Xml, values: Xml) -> Xml:
    numbers = (plain_val("c:idx", order), plain_val("c:order", order))
    return element("c:ser", None, *numbers, name, look, plain_val("c:invertIfNegative", 0), labels, categories, values)


def _printed(number: int, words: Sequence[tuple[str, bool]], style: Style, locale: str, *, at: str = _LEFT) -> Xml:
    """One label with words of its own, each piece regular or bold."""
    size = style.roles.chart.size
    runs = [
        element("a:r", None, font("a:rPr", style, size, is_bold=is_bold, locale=locale), element("a:t", None, text(piece)))
        for piece, is_bold in words
    ]
    is_bold = all(bold for _, bold in words)
    rich = element("c:rich", None, element("a:bodyPr", FLUSH), text_paragraph(font("a:defRPr", style, size, is_bold=is_bold), *runs))
    return element("c:dLbl", None, plain_val("c:idx", number), element("c:tx", None, rich), *_look(style, is_bold=is_bold, at=at))


def _look(style: Style, *, is_bold: bool, at: str = _LEFT) -> tuple[Xml, ...]:
    """Font and place of labels that show the category; one with words of its own shows those instead.

    LibreOffice takes the font of a whole label from here and none from the pieces of its words.
    """
    return _shown(font("a:defRPr", style, style.roles.chart.size, is_bold=is_bold), at)


@lru_cache(maxsize=64)
def _shown(font: Xml, at: str) -> tuple[Xml, ...]:
    paragraph = text_paragraph(font)
    shown = {"c:showLegendKey": 0, "c:showVal": 0, "c:showCatName": 1, "c:showSerName": 0, "c:showPercent": 0, "c:showBubbleSize": 0}
    return (
        element("c:txPr", None, element("a:bodyPr", FLUSH), paragraph),
        plain_val("c:dLblPos", at),
        *(plain_val(name, value) for name, value in shown.items()),
    )


def _categories(panel: Panel) -> Xml:
    return element("c:cat", None, _cells(f"$A$2:$A${len(panel.bars) + 1}", [bar.label for bar in panel.bars]))


def _cells(cells: str, words: Sequence[str]) -> Xml:
    return element("c:strRef", None, _formula(cells), element("c:strCache", None, _points(words)))


def _points(values: Sequence[str]) -> Xml:
    points = (element("c:pt", {"idx": number}, element("c:v", None, text(value))) for number, value in enumerate(values))
    return join((plain_val("c:ptCount", len(values)), *points))


def _formula(cells: str) -> Xml:
    return element("c:f", None, Xml(f"{SHEET}!{cells}"))
