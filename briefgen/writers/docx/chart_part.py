"""A panel -> the part of a native bar chart: each bar under a line of its own with label and value, solid or hollow.

The line above a bar is the label of a second series without fill: as long as the scale, so that its text stands at the left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.blocks import Bar, Panel
from briefgen.templating import Style
from briefgen.writers.docx.markup import NOTHING, Attributes, Xml, element, join, part, plain_val, root, text
from briefgen.writers.docx.stylesheet import rgb
from briefgen.writers.docx.widths import face_size, text_length
from briefgen.writers.docx.workbook import SHEET

_CATEGORY_AXIS, _VALUE_AXIS = 1, 2
_EMU_PER_POINT = 12_700
_MM_PER_POINT = 25.4 / 72
_TITLE_BELOW = 1.0  # mm
_BETWEEN = "  "  # of a label and its value on one line
_FLUSH: Attributes = {"wrap": "none", "lIns": 0, "rIns": 0}  # text stands at the left edge of its bar


@dataclass(frozen=True, slots=True)
class PanelSize:
    """Millimetres of a panel. `lines` is 2 where a label and its value don't fit on one line above the bar, in any panel;
    `bars` is how many of them the tallest panel has."""

    width: float
    title: float
    line: float
    lines: int
    slot: float
    bars: int

    @property
    def height(self) -> float:
        """The height of every panel of the chart, so that their bars stand in line."""
        return self.title + self.slot * self.bars

    @property
    def above(self) -> float:
        """From the middle line of a label to its bar."""
        return self.line * (self.lines - 1) / 2


def panel_size(panels: Sequence[Panel], style: Style, total: float) -> PanelSize:
    """Equal widths with the style's gap between; room for the panel with the most bars."""
    charts, count = style.charts, len(panels)
    width = (total - charts.gap * (count - 1)) / count
    line = style.roles.chart.leading * _MM_PER_POINT
    face = face_size(style.fonts, style.roles.chart.size)
    longest = max(text_length(_BETWEEN.join((bar.label, bar.value_text)), face) for panel in panels for bar in panel.bars)
    lines = 1 if longest <= width else 2
    return PanelSize(
        width=width,
        title=style.roles.chart_head.leading * _MM_PER_POINT + _TITLE_BELOW,
        line=line,
        lines=lines,
        slot=line * lines + charts.bar_above + charts.bar_height + charts.bar_below,
        bars=max(len(panel.bars) for panel in panels),
    )


def chart_part(panel: Panel, series_name: str, size: PanelSize, style: Style, locale: str) -> bytes:
    """The bytes of a chart part; relationship rId1 is its workbook."""
    chart = element(
        "c:chart",
        None,
        _title(panel.title, style, locale),
        plain_val("c:autoTitleDeleted", 0),
        _plot_area(panel, series_name, size, style, locale),
        plain_val("c:plotVisOnly", 1),
        plain_val("c:dispBlanksAs", "gap"),
    )
    return part(
        root(
            "c:chartSpace",
            "c a r",
            plain_val("c:date1904", 0),
            plain_val("c:lang", locale),
            plain_val("c:roundedCorners", 0),
            chart,
            _shape(None, None),
            element("c:txPr", None, element("a:bodyPr"), _paragraph(_font("a:defRPr", style, style.roles.chart.size))),
            element("c:externalData", {"r:id": "rId1"}, plain_val("c:autoUpdate", 0)),
        )
    )


def _title(words: str, style: Style, locale: str) -> Xml:
    size = style.roles.chart_head.size
    properties = _font("a:rPr", style, size, is_bold=True, locale=locale)
    run = element("a:r", None, properties, element("a:t", None, text(words)))
    rich = element("c:rich", None, element("a:bodyPr", _FLUSH), _paragraph(_font("a:defRPr", style, size, is_bold=True), run))
    return element("c:title", None, element("c:tx", None, rich), _layout({"x": 0, "y": 0}), plain_val("c:overlay", 1))


def _plot_area(panel: Panel, series_name: str, size: PanelSize, style: Style, locale: str) -> Xml:
    bars = panel.bars
    longest = max(bar.value for bar in bars)
    share = {"x": 0, "y": size.title / size.height, "w": 1, "h": size.slot * len(bars) / size.height}
    bar_height = style.charts.bar_height
    above = style.charts.bar_above + size.above
    categories = _categories(bars)
    chart = element(
        "c:barChart",
        None,
        plain_val("c:barDir", "bar"),
        plain_val("c:grouping", "clustered"),
        plain_val("c:varyColors", 0),
        _label_series(panel, categories, format(longest, "f"), size, style, locale),
        _value_series(bars, series_name, categories, style),
        plain_val("c:gapWidth", round((size.slot - 2 * bar_height - above) / bar_height * 100)),
        plain_val("c:overlap", max(-100, -round(above / bar_height * 100))),
        plain_val("c:axId", _CATEGORY_AXIS),
        plain_val("c:axId", _VALUE_AXIS),
    )
    return element("c:plotArea", None, _layout(share, is_inner=True), chart, _category_axis(), _value_axis(format(longest, "f")))


def _label_series(panel: Panel, categories: Xml, longest: str, size: PanelSize, style: Style, locale: str) -> Xml:
    """Values are literals, not cells of the workbook: there is nothing in them to edit."""
    labels = join(_label(number, bar, size, style, locale) for number, bar in enumerate(panel.bars))
    points = (element("c:pt", {"idx": number}, element("c:v", None, Xml(longest))) for number in range(len(panel.bars)))
    literal = element("c:numLit", None, element("c:formatCode", None, Xml("General")), plain_val("c:ptCount", len(panel.bars)), *points)
    return element(
        "c:ser",
        None,
        plain_val("c:idx", 0),
        plain_val("c:order", 0),
        element("c:tx", None, element("c:v", None, text(panel.title))),
        _shape(None, None),
        plain_val("c:invertIfNegative", 0),
        element("c:dLbls", None, labels, *_label_settings()),
        categories,
        element("c:val", None, literal),
    )


def _label(number: int, bar: Bar, size: PanelSize, style: Style, locale: str) -> Xml:
    between = _BETWEEN if size.lines == 1 else ""
    label = _label_run(bar.label + between, style, locale, is_bold=False)
    value = _label_run(bar.value_text, style, locale, is_bold=True)
    defaults = _font("a:defRPr", style, style.roles.chart.size)
    lines = (Xml(label + value),) if size.lines == 1 else (label, value)
    rich = element("c:rich", None, element("a:bodyPr", _FLUSH), *(_paragraph(defaults, line) for line in lines))
    return element("c:dLbl", None, plain_val("c:idx", number), element("c:tx", None, rich), *_label_settings())


def _label_run(words: str, style: Style, locale: str, *, is_bold: bool) -> Xml:
    properties = _font("a:rPr", style, style.roles.chart.size, is_bold=is_bold, locale=locale)
    return element("a:r", None, properties, element("a:t", None, text(words)))


def _label_settings() -> tuple[Xml, ...]:
    shown = {"c:showLegendKey": 0, "c:showVal": 0, "c:showCatName": 1, "c:showSerName": 0, "c:showPercent": 0, "c:showBubbleSize": 0}
    return (plain_val("c:dLblPos", "inBase"), *(plain_val(name, value) for name, value in shown.items()))


def _value_series(bars: Sequence[Bar], series_name: str, categories: Xml, style: Style) -> Xml:
    accent = rgb(style.colours.accent)
    line = style.charts.outline
    points = (
        element("c:dPt", None, plain_val("c:idx", number), plain_val("c:invertIfNegative", 0), _shape(None, accent, line))
        for number, bar in enumerate(bars)
        if not bar.solid
    )
    values = join(element("c:pt", {"idx": number}, element("c:v", None, Xml(format(bar.value, "f")))) for number, bar in enumerate(bars))
    cache = element("c:numCache", None, element("c:formatCode", None, Xml("General")), plain_val("c:ptCount", len(bars)), values)
    return element(
        "c:ser",
        None,
        plain_val("c:idx", 1),
        plain_val("c:order", 1),
        element("c:tx", None, _cells("$B$1", (series_name,))),
        _shape(accent, accent, line),
        plain_val("c:invertIfNegative", 0),
        *points,
        categories,
        element("c:val", None, element("c:numRef", None, _formula(f"$B$2:$B${len(bars) + 1}"), cache)),
    )


def _categories(bars: Sequence[Bar]) -> Xml:
    return element("c:cat", None, _cells(f"$A$2:$A${len(bars) + 1}", [bar.label for bar in bars]))


def _cells(cells: str, words: Sequence[str]) -> Xml:
    points = (element("c:pt", {"idx": number}, element("c:v", None, text(word))) for number, word in enumerate(words))
    return element("c:strRef", None, _formula(cells), element("c:strCache", None, plain_val("c:ptCount", len(words)), *points))


def _formula(cells: str) -> Xml:
    return element("c:f", None, Xml(f"{SHEET}!{cells}"))


def _category_axis() -> Xml:
    """First bar on top; not drawn, as the labels stand above the bars."""
    return _axis("c:catAx", _CATEGORY_AXIS, _VALUE_AXIS, "l", plain_val("c:orientation", "maxMin"))


def _value_axis(longest: str) -> Xml:
    """From zero to the longest bar; not drawn."""
    scaling = Xml(plain_val("c:orientation", "minMax") + plain_val("c:max", longest) + plain_val("c:min", 0))
    return _axis("c:valAx", _VALUE_AXIS, _CATEGORY_AXIS, "b", scaling)


def _axis(name: str, id: int, other: int, position: str, scaling: Xml) -> Xml:
    return element(
        name,
        None,
        plain_val("c:axId", id),
        element("c:scaling", None, scaling),
        plain_val("c:delete", 1),
        plain_val("c:axPos", position),
        plain_val("c:majorTickMark", "none"),
        plain_val("c:minorTickMark", "none"),
        plain_val("c:tickLblPos", "none"),
        plain_val("c:crossAx", other),
        plain_val("c:crosses", "autoZero"),
    )


def _layout(shares: dict[str, float], *, is_inner: bool = False) -> Xml:
    modes = (plain_val(f"c:{side}Mode", "edge") for side in ("x", "y"))
    values = (plain_val(f"c:{side}", f"{share:.4f}") for side, share in shares.items())
    target = plain_val("c:layoutTarget", "inner") if is_inner else NOTHING
    return element("c:layout", None, element("c:manualLayout", None, target, *modes, *values))


def _shape(fill: str | None, line: str | None, points: float = 0) -> Xml:
    return element("c:spPr", None, _fill(fill), element("a:ln", {"w": round(points * _EMU_PER_POINT) if line else None}, _fill(line)))


def _fill(colour: str | None) -> Xml:
    return element("a:solidFill", None, plain_val("a:srgbClr", colour)) if colour else element("a:noFill")


def _paragraph(defaults: Xml, *runs: Xml) -> Xml:
    end = NOTHING if runs else element("a:endParaRPr")
    return element("a:p", None, element("a:pPr", {"algn": "l"}, defaults), *runs, end)


def _font(name: str, style: Style, points: float, *, is_bold: bool = False, locale: str | None = None) -> Xml:
    fill = _fill(rgb(style.colours.text))
    face = style.fonts.word
    faces = (element("a:latin", {"typeface": face}), element("a:cs", {"typeface": face}))
    return element(name, {"lang": locale, "sz": round(points * 100), "b": int(is_bold)}, fill, *faces)
