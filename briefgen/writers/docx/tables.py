"""A Table -> a table with a repeated head row, fixed widths and figures aligned at the decimal mark."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.blocks import Column, Figure, Inlines, Row, Table
from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.grid import Rule, cell, row, table
from briefgen.writers.docx.inlines import plain_text, write_inlines
from briefgen.writers.docx.markup import NOTHING, Xml
from briefgen.writers.docx.measures import eighths, text_width, twips
from briefgen.writers.docx.stylesheet import rgb
from briefgen.writers.docx.widths import column_widths
from briefgen.writers.docx.wordprocessing import Tab, bookmark, paragraph, run

# A table of so few rows is kept on one page; a longer one keeps its head and first two rows together.
_WHOLE = 8
_KEPT = 1


def write_table(block: Table, draft: Draft, *, start_page: bool = False) -> Xml:
    """The caption, where there is one, and the table."""
    widths = _widths(block, draft)
    caption = paragraph("Caption", run(block.caption, locale=draft.locale), start_page=start_page) if block.caption else NOTHING
    head = _head(block, widths, draft, start_page=start_page and not block.caption)
    kept = len(block.rows) - 1 if len(block.rows) <= _WHOLE else _KEPT
    rows = (_row(entry, block.columns, widths, draft, keep_next=number < kept) for number, entry in enumerate(block.rows))
    grid = table("BriefTable", widths, (head, *rows), title=block.caption, description=block.description, has_head=True)
    return Xml(caption + grid)


def _widths(block: Table, draft: Draft) -> list[int]:
    style = draft.style
    texts = [[column.head, *(plain_text(entry.cells[number]) for entry in block.rows)] for number, column in enumerate(block.columns)]
    total = text_width(style.page)
    widths = column_widths(
        style.columns.get(block.name), texts, total, size=style.roles.table.size, padding=2 * style.spaces.cell_sides
    )
    edges = [twips(sum(widths[:number])) for number in range(len(widths))]
    return [stop - start for start, stop in zip(edges, (*edges[1:], twips(total)), strict=True)]


def _head(block: Table, widths: Sequence[int], draft: Draft, *, start_page: bool) -> Xml:
    styles = {"left": "TableHead", "right": "TableHeadNumber", "decimal": "TableHeadFigure"}
    return row(
        [
            cell(width, paragraph(styles[column.alignment], run(column.head, locale=draft.locale), start_page=start_page))
            for column, width in zip(block.columns, widths, strict=True)
        ],
        is_head=True,
    )


def _row(entry: Row, columns: Sequence[Column], widths: Sequence[int], draft: Draft, *, keep_next: bool) -> Xml:
    rule = Rule(eighths(draft.style.rules.head), rgb(draft.style.colours.text)) if entry.group_start else None
    cells = []
    for number, (inlines, column, width) in enumerate(zip(entry.cells, columns, widths, strict=True)):
        content = write_inlines(inlines, draft, is_small=True)
        if not number:
            content = bookmark(draft.place(entry.anchor), content)
        is_last = number == len(columns) - 1
        cells.append(cell(width, _cell_text(inlines, content, column, _inner_width(width, draft, is_last=is_last), draft, keep_next), rule_above=rule))
    return row(cells)


def _cell_text(inlines: Inlines, content: Xml, column: Column, width: int, draft: Draft, keep_next: bool) -> Xml:
    if column.alignment == "decimal" and _is_aligned(inlines):
        # Word and LibreOffice align the text of a cell at a decimal tab stop without a tab before it.
        stop = Tab(width - twips(draft.style.decimal), "decimal")
        return paragraph("TableText", content, keep_next=keep_next, tabs=(stop,))
    styles = {"left": "TableText", "right": "TableNumber", "decimal": "TableFigure"}
    return paragraph(styles[column.alignment], content, keep_next=keep_next)


def _is_aligned(inlines: Inlines) -> bool:
    """Whether a cell is one figure that a decimal tab stop reads as such; it stops reading at a space between thousands."""
    return len(inlines) == 1 and isinstance(inlines[0], Figure) and inlines[0].integer.isdigit()


def _inner_width(width: int, draft: Draft, *, is_last: bool) -> int:
    return width - twips(draft.style.spaces.cell_sides) * (1 if is_last else 2)
