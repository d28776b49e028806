"""A Table -> a table with a repeated head row, fixed widths and figures aligned at the decimal mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.blocks import Column, Figure, Inlines, Row, Table, Text
from briefgen.templating import Style
from briefgen.writers.docx.brackets import BREAKABLE, indent_before_bracket
from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.footnotes import write_footnote
from briefgen.writers.docx.grid import REPORT_TABLE, Rule, cell, rgb, row, table, text_cell
from briefgen.writers.docx.inlines import measured_pieces, measured_words, write_inlines
from briefgen.writers.docx.markup import NOTHING, Xml
from briefgen.writers.docx.measures import eighths, text_width, twips
from briefgen.writers.docx.slots import Slot, cell_slots, plain
from briefgen.writers.docx.widths import Cell, Content, Piece, column_widths, fraction_length, word_face
from briefgen.writers.docx.wordprocessing import bookmark, paragraph, run

# A table of so few rows is kept on one page; a longer one keeps its head and first two rows together.
_WHOLE = 8
_KEPT = 1
_STYLES = {"left": "TableText", "right": "TableNumber", "decimal": "TableFigure"}
_HEADS = {"left": "TableHead", "right": "TableHeadNumber", "decimal": "TableHeadFigure"}


@dataclass(frozen=True, slots=True)
class _Place:
    """A column with its width in twips, and the millimetres in it that are for text."""

    column: Column
    width: int
    room: float


def write_table(block: Table, draft: Draft, *, start_page: bool = False) -> Xml:
    """The caption, where there is one, and the table."""
    places = _places(block, draft)
    caption = paragraph("Caption", *_caption(block, draft), start_page=start_page) if block.caption else NOTHING
    head = _head(places, draft, start_page=start_page and not block.caption)
    kept = len(block.rows) - 1 if len(block.rows) <= _WHOLE else _KEPT
    rows = (_row(entry, block.name, places, draft, keep_next=number < kept) for number, entry in enumerate(block.rows))
    widths = [place.width for place in places]
    grid = table(REPORT_TABLE, widths, (head, *rows), title=block.title, description=block.description, has_head=True)
    return Xml(caption + grid)


def _caption(block: Table, draft: Draft) -> tuple[Xml, ...]:
    words = run(block.caption, locale=draft.locale)
    marks = [Xml((run("\u00a0") if number else NOTHING) + write_footnote(note, draft)) for number, note in enumerate(block.notes)]
    return (draft.label(block.label) if block.label else NOTHING, words, *marks)


def _places(block: Table, draft: Draft) -> list[_Place]:
    style = draft.style
    total = text_width(style.page)
    face = word_face(style.fonts, style.roles.table.size)
    paddings = _paddings(block.columns, style)
    contents = [_content(block, number, style.inset.citation) for number in range(len(block.columns))]
    widths = column_widths(style.columns.get(block.name), contents, paddings, total, face=face)
    edges = [twips(sum(widths[:number])) for number in range(len(widths))]
    whole = [stop - start for start, stop in zip(edges, (*edges[1:], twips(total)), strict=True)]
    rooms = [width - padding for width, padding in zip(widths, paddings, strict=True)]
    return [_Place(*place) for place in zip(block.columns, whole, rooms, strict=True)]


def _content(block: Table, number: int, small: float) -> Content:
    head, cells = block.columns[number].head, [entry.cells[number] for entry in block.rows]

    def pieces() -> list[Cell]:
        return [[Piece(head, is_bold=True)], *(measured_pieces(cell, small=small) for cell in cells)]

    return Content("\n".join([head, *map(measured_words, cells)]), pieces, share=max(1.0, small))


def _paddings(columns: Sequence[Column], style: Style) -> list[float]:
    """What is white beside the words: nothing at the outer edges, where they stand on the margins."""
    last = len(columns) - 1
    sides = (style.spaces.cell_sides * ((number > 0) + (number < last)) for number in range(last + 1))
    return [padding + style.decimal * (column.alignment == "decimal") for padding, column in zip(sides, columns, strict=True)]


def _head(places: Sequence[_Place], draft: Draft, *, start_page: bool) -> Xml:
    return row(
        [
            cell(place.width, paragraph(_HEADS[place.column.alignment], run(place.column.head, locale=draft.locale), start_page=start_page))
            for place in places
        ],
        is_head=True,
    )


def _row(entry: Row, name: str, places: Sequence[_Place], draft: Draft, *, keep_next: bool) -> Xml:
    rule = Rule(eighths(draft.style.rules.head), rgb(draft.style.colours.text)) if entry.group_start else None
    cells = []
    slots = {number: (id, kind) for number, id, kind in cell_slots(entry, name)}
    texts = [plain(inlines) for inlines in entry.cells]
    for number, (inlines, text, place) in enumerate(zip(entry.cells, texts, places, strict=True)):
        content = write_inlines(inlines, draft, is_small=True)
        if number in slots:
            id, kind = slots[number]
            where = draft.where(texts[0] if number else "", place.column.head)
            content = draft.slot(Slot(id, entry.ids[0], kind, text, where, number), content)
        if not number:
            content = bookmark(draft.place(entry.anchor), content)
        alignment = place.column.alignment
        right = None
        if alignment == "decimal":
            right = _beside_mark(inlines, draft.style)
        elif BREAKABLE in text:
            right = _before_bracket(inlines, place, draft.style)
        cells.append(text_cell(place.width, _STYLES[alignment], content, keep_next=keep_next, right=right, rule_above=rule))
    return row(cells)


def _before_bracket(inlines: Inlines, place: _Place, style: Style) -> int | None:
    """The right indent that keeps a date whole whose year stands in brackets; None where it needs none."""
    if not any(isinstance(inline, Text) and BREAKABLE in inline.text for inline in inlines):
        return None
    pieces = measured_pieces(inlines, small=style.inset.citation)
    indent = indent_before_bracket(pieces, place.room, word_face(style.fonts, style.roles.table.size))
    return None if indent is None else twips(indent)


def _beside_mark(inlines: Inlines, style: Style) -> int | None:
    """The right indent that puts the decimal mark where the integers of the column end; None where there is no fraction.

    Not a decimal tab stop: Word and LibreOffice read its mark from the regional settings of the reader's machine, which fit one
    of the two languages of a brief at most.
    """
    fraction = inlines[0].fraction if len(inlines) == 1 and isinstance(inlines[0], Figure) else ""
    return max(0, twips(style.decimal - fraction_length(fraction, word_face(style.fonts, style.roles.table.size)))) if fraction else None
