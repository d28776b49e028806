"""A Timeline -> a table of three columns without rules: the date, a dot, what happened."""

from __future__ import annotations

from briefgen.blocks import Moment, Timeline
from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.grid import TIMELINE_TABLE, cell, row, table
from briefgen.writers.docx.inlines import write_inlines
from briefgen.writers.docx.markup import NOTHING, Xml
from briefgen.writers.docx.measures import text_width, twips
from briefgen.writers.docx.slots import TEXT, Slot, plain
from briefgen.writers.docx.wordprocessing import paragraph, run

HAPPENED, EXPECTED = "●", "○"
_WHOLE = 12  # rows that stay on one page


def write_timeline(timeline: Timeline, draft: Draft, *, start_page: bool = False) -> Xml:
    """The table, and below it a note on what a hollow dot means; its description says so too, for those who hear the table."""
    if not timeline.moments:
        return NOTHING
    charts = draft.style.charts
    date, mark = twips(charts.rail_date), twips(charts.rail_width)
    widths = (date, mark, twips(text_width(draft.style.page)) - date - mark)
    count = len(timeline.moments)
    kept = count - 1 if count <= _WHOLE else 1
    rows = [
        _row(moment, widths, draft, keep_next=number < kept, start_page=start_page and not number)
        for number, moment in enumerate(timeline.moments)
    ]
    description = f"{timeline.description}; {EXPECTED} {timeline.expected_key}"
    grid = table(TIMELINE_TABLE, widths, rows, title="", description=description, has_head=False)
    if all(moment.happened for moment in timeline.moments):
        return grid
    dot, words = run(f"{EXPECTED}\u00a0\u00a0", style="Accent"), run(timeline.expected_key, locale=draft.locale)
    return Xml(grid + paragraph("TimelineKey", dot, words))


def _row(moment: Moment, widths: tuple[int, int, int], draft: Draft, *, keep_next: bool, start_page: bool) -> Xml:
    day, what = run(moment.date, locale=draft.locale), write_inlines(moment.inlines, draft, is_small=True)
    if moment.ids:
        item = moment.ids[0]
        day = draft.slot(Slot(f"{item}/0", item, TEXT, moment.date, draft.where(), 0), day)
        what = draft.slot(Slot(f"{item}/2", item, TEXT, plain(moment.inlines), draft.where(moment.date), 2), what)
    date = paragraph("TimelineDate", day, keep_next=keep_next, start_page=start_page)
    dot = paragraph("TimelineMark", run(HAPPENED if moment.happened else EXPECTED), keep_next=keep_next)
    words = paragraph("TimelineText", what, keep_next=keep_next)
    return row([cell(width, content) for width, content in zip(widths, (date, dot, words), strict=True)])
