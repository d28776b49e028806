"""A panel -> the part of a native bar chart: each bar under a line of its own with label and value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import floor

from briefgen.blocks import Panel
from briefgen.templating import Style
from briefgen.writers.docx.chart_series import APART, FLUSH, bar_series, line_series, name_series, value_series
from briefgen.writers.docx.chart_text import font, shape, text_paragraph
from briefgen.writers.docx.markup import NOTHING, Xml, element, part, plain_val, root, text
from briefgen.writers.docx.widths import text_length, word_face

_MM_PER_POINT = 25.4 / 72
_TITLE_BELOW = 1.0  # mm
_SMALLEST = 0.8  # of the style's size for charts
_CATEGORY_AXIS, _VALUE_AXIS = 1, 2


@dataclass(frozen=True, slots=True)
class PanelSize:
    """Millimetres of a panel. `lines` is 2 where a label and its value don't fit on one line above the bar, in any panel;
    `between` is white between the rows of one bar, `bars` is how many bars the tallest panel has."""

    width: float
    title: float
    lines: int
    between: float
    slot: float
    bars: int

    @property
    def height(self) -> float:
        """The height of every panel of the chart, so that their bars stand in line."""
        return self.title + self.slot * self.bars


def fitting(panels: Sequence[Panel], style: Style, total: float) -> Style:
    """The style with chart type so small that each label stands on one line of its panel: no label of a bar can break."""
    width, role = _panel_width(panels, style, total), style.roles.chart
    face = word_face(style.fonts, role.size)
    longest = max(text_length(bar.label, face) for panel in panels for bar in panel.bars)
    size = role.size * max(_SMALLEST, min(1.0, width / longest))
    return replace(style, roles=replace(style.roles, chart=replace(role, size=floor(2 * size) / 2)))


def panel_size(panels: Sequence[Panel], style: Style, total: float) -> PanelSize:
    """Equal widths with the style's gap between; room for the panel with the most bars."""
    charts = style.charts
    width = _panel_width(panels, style, total)
    line = style.roles.chart.leading * _MM_PER_POINT
    face = word_face(style.fonts, style.roles.chart.size)
    bars = (bar for panel in panels for bar in panel.bars)
    longest = max(text_length(f"{bar.label}{APART}", face) + text_length(bar.value_text, face, is_bold=True) for bar in bars)
    lines = 1 if longest <= width else 2
    return PanelSize(
        width=width,
        title=style.roles.chart_head.leading * _MM_PER_POINT + _TITLE_BELOW,
        lines=lines,
        between=charts.bar_above if lines == 1 else max(0, line - charts.bar_height),
        slot=line * lines + charts.bar_above + charts.bar_height + charts.bar_below,
        bars=max(len(panel.bars) for panel in panels),
    )


def _panel_width(panels: Sequence[Panel], style: Style, total: float) -> float:
    return (total - style.charts.gap * (len(panels) - 1)) / len(panels)


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
            shape(None, None),
            element("c:txPr", None, element("a:bodyPr"), text_paragraph(font("a:defRPr", style, style.roles.chart.size))),
            element("c:externalData", {"r:id": "rId1"}, plain_val("c:autoUpdate", 0)),
        )
    )


def _title(words: str, style: Style, locale: str) -> Xml:
    size = style.roles.chart_head.size
    properties = font("a:rPr", style, size, is_bold=True, locale=locale)
    run = element("a:r", None, properties, element("a:t", None, text(words)))
    rich = element("c:rich", None, element("a:bodyPr", FLUSH), text_paragraph(font("a:defRPr", style, size, is_bold=True), run))
    return element("c:title", None, element("c:tx", None, rich), _layout({"x": 0, "y": 0}), plain_val("c:overlay", 1))


def _plot_area(panel: Panel, series_name: str, size: PanelSize, style: Style, locale: str) -> Xml:
    share = {"x": 0, "y": size.title / size.height, "w": 1, "h": size.slot * len(panel.bars) / size.height}
    longest = format(max(bar.value for bar in panel.bars) or 1, "f")
    chart = _bar_chart(panel, series_name, size, style, locale)
    return element("c:plotArea", None, _layout(share, is_inner=True), chart, _category_axis(), _value_axis(longest))


def _bar_chart(panel: Panel, series_name: str, size: PanelSize, style: Style, locale: str) -> Xml:
    """Rows of a bar are series: its words on one or two lines, then the bar itself."""
    if size.lines == 1:
        lines = [line_series(panel, 0, style, locale)]
    else:
        lines = [name_series(panel, 0, style), value_series(panel, 1, style, locale)]
    bar_height = style.charts.bar_height
    gap = size.slot - (size.lines + 1) * bar_height - size.lines * size.between
    return element(
        "c:barChart",
        None,
        plain_val("c:barDir", "bar"),
        plain_val("c:grouping", "clustered"),
        plain_val("c:varyColors", 0),
        *lines,
        bar_series(panel, size.lines, series_name, style),
        plain_val("c:gapWidth", max(0, round(gap / bar_height * 100))),
        plain_val("c:overlap", max(-100, -round(size.between / bar_height * 100))),
        plain_val("c:axId", _CATEGORY_AXIS),
        plain_val("c:axId", _VALUE_AXIS),
    )


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
