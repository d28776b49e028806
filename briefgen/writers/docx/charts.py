"""A Chart -> one native chart a panel, side by side, then the key; the note on what is not drawn stands under the emptiest panel."""

from __future__ import annotations

from dataclasses import replace

from briefgen.blocks import Chart, Panel
from briefgen.templating import Style
from briefgen.writers.docx.chart_part import PanelSize, chart_part, fitting, panel_size
from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.drawing import inline_chart
from briefgen.writers.docx.grid import cell, row, table
from briefgen.writers.docx.inlines import write_inlines
from briefgen.writers.docx.markup import NOTHING, Xml, join
from briefgen.writers.docx.measures import text_width, twips
from briefgen.writers.docx.wordprocessing import Tab, paragraph, run, tab
from briefgen.writers.docx.workbook import write_workbook

_SOLID, _HOLLOW = "■", "□"
_PLAIN_TABLE = "TableNormal"
_SPARE = 0.2  # mm of the line that panels leave free, so that rounding never sends the last one to a line of its own


def write_chart(chart: Chart, draft: Draft, *, start_page: bool = False) -> Xml:
    """The chart's paragraphs; nothing of the drawing for a chart without bars."""
    title = paragraph("ChartTitle", run(chart.title, locale=draft.locale), start_page=start_page) if chart.title else NOTHING
    panels = tuple(panel for panel in chart.panels if panel.bars)
    starts_here = start_page and not chart.title
    if not panels:
        return Xml(title + _note(chart, draft, start_page=starts_here))
    emptiest = min(panels, key=lambda panel: len(panel.bars))
    if chart.note and len(emptiest.bars) < max(len(panel.bars) for panel in panels):
        grid = _grid(chart, panels, panels.index(emptiest), draft, start_page=starts_here)
        return join((title, grid, _key(chart, panels, draft)))
    return join((title, _panels(chart, panels, draft, start_page=starts_here), _key(chart, panels, draft), _note(chart, draft)))


def _note(chart: Chart, draft: Draft, *, start_page: bool = False, keep_next: bool = False) -> Xml:
    if not chart.note:
        return NOTHING
    return paragraph("ChartNote", write_inlines(chart.note, draft, is_small=True), start_page=start_page, keep_next=keep_next)


def _grid(chart: Chart, panels: tuple[Panel, ...], emptiest: int, draft: Draft, *, start_page: bool) -> Xml:
    """A row of panels, the note in the room that the emptiest one leaves."""
    style, size = _fitted(panels, draft)
    edges = [twips((size.width + draft.style.charts.gap) * number) for number in range(len(panels))]
    widths = [stop - start for start, stop in zip(edges, (*edges[1:], twips(text_width(draft.style.page))), strict=True)]
    cells = []
    for number, (panel, width) in enumerate(zip(panels, widths, strict=True)):
        is_emptiest = number == emptiest
        own = replace(size, bars=len(panel.bars)) if is_emptiest else size
        drawing = paragraph("ChartPanels", _drawing(chart, panel, number, own, style, draft), start_page=start_page and not number)
        cells.append(cell(width, drawing, _note(chart, draft, keep_next=True) if is_emptiest else NOTHING))
    return table(_PLAIN_TABLE, widths, [row(cells)], title=chart.title, description=chart.alternative, has_head=False)


def _panels(chart: Chart, panels: tuple[Panel, ...], draft: Draft, *, start_page: bool) -> Xml:
    style, size = _fitted(panels, draft)
    step = size.width + draft.style.charts.gap
    tabs = tuple(Tab(twips(step * number), "left") for number in range(1, len(panels)))
    drawings = [_drawing(chart, panel, number, size, style, draft) for number, panel in enumerate(panels)]
    content = join(Xml(tab() + drawing) if number else drawing for number, drawing in enumerate(drawings))
    return paragraph("ChartPanels", content, start_page=start_page, tabs=tabs)


def _fitted(panels: tuple[Panel, ...], draft: Draft) -> tuple[Style, PanelSize]:
    total = text_width(draft.style.page) - _SPARE
    style = fitting(panels, draft.style, total)
    return style, panel_size(panels, style, total)


def _drawing(chart: Chart, panel: Panel, number: int, size: PanelSize, style: Style, draft: Draft) -> Xml:
    """The first panel bears the chart's message, each other one its own bars as printed."""
    part = chart_part(panel, chart.series_name, size, style, draft.locale)
    relationship = draft.add_chart(part, write_workbook(panel.title, chart.series_name, panel.bars))
    bars = "; ".join(f"{bar.label} {bar.value_text}" for bar in panel.bars)
    return inline_chart(
        relationship,
        draft.next_drawing(),
        name=f"{chart.name}-{number + 1}",
        alternative=f"{panel.title}: {bars}" if number else chart.alternative,
        width=size.width,
        height=size.height,
    )


def _key(chart: Chart, panels: tuple[Panel, ...], draft: Draft) -> Xml:
    kinds = {bar.solid for panel in panels for bar in panel.bars}
    signs = ((_SOLID, chart.solid_key, True in kinds), (_HOLLOW, chart.hollow_key, False in kinds))
    entries = [
        Xml(run(f"{sign}\u00a0", style="Accent") + run(f"{words}   ", locale=draft.locale)) for sign, words, is_used in signs if is_used
    ]
    return paragraph("ChartKey", *entries, run(chart.scale_note, locale=draft.locale))
