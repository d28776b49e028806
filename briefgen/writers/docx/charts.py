"""A Chart -> one native chart a panel, side by side in one paragraph, then the key and the note on what is not drawn."""

from __future__ import annotations

from briefgen.blocks import Chart, Panel
from briefgen.writers.docx.chart_part import PanelSize, chart_part, panel_size
from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.drawing import inline_chart
from briefgen.writers.docx.inlines import write_inlines
from briefgen.writers.docx.markup import NOTHING, Xml, join
from briefgen.writers.docx.measures import text_width, twips
from briefgen.writers.docx.wordprocessing import Tab, paragraph, run, tab
from briefgen.writers.docx.workbook import write_workbook

_SOLID, _HOLLOW = "■", "□"
_SPARE = 0.2  # mm of the line that panels leave free, so that rounding never sends the last one to a line of its own


def write_chart(chart: Chart, draft: Draft, *, start_page: bool = False) -> Xml:
    """The chart's paragraphs; nothing of the drawing for a chart without bars."""
    title = paragraph("ChartTitle", run(chart.title, locale=draft.locale), start_page=start_page) if chart.title else NOTHING
    panels = tuple(panel for panel in chart.panels if panel.bars)
    starts_here = start_page and not chart.title
    note = _note(chart, draft, start_page=starts_here and not panels) if chart.note else NOTHING
    if not panels:
        return Xml(title + note)
    return join((title, _panels(chart, panels, draft, start_page=starts_here), _key(chart, panels, draft), note))


def _note(chart: Chart, draft: Draft, *, start_page: bool) -> Xml:
    return paragraph("ChartNote", write_inlines(chart.note, draft, is_small=True), start_page=start_page)


def _panels(chart: Chart, panels: tuple[Panel, ...], draft: Draft, *, start_page: bool) -> Xml:
    size = panel_size(panels, draft.style, text_width(draft.style.page) - _SPARE)
    step = size.width + draft.style.charts.gap
    tabs = tuple(Tab(twips(step * number), "left") for number in range(1, len(panels)))
    drawings = [_drawing(chart, panel, number, size, draft) for number, panel in enumerate(panels)]
    content = join(Xml(tab() + drawing) if number else drawing for number, drawing in enumerate(drawings))
    return paragraph("ChartPanels", content, start_page=start_page, tabs=tabs)


def _drawing(chart: Chart, panel: Panel, number: int, size: PanelSize, draft: Draft) -> Xml:
    """The first panel bears the chart's message, each other one its own bars as printed."""
    part = chart_part(panel, chart.series_name, size, draft.style, draft.locale)
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
