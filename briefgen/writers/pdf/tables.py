"""A Table -> strips, one a row: widths from the style and the words, rules without verticals, the head repeated on each page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from briefgen.blocks import Column, Figure, Inlines, Row, Table, Text
from briefgen.templating import Role
from briefgen.writers.pdf.columns import Need, column_widths
from briefgen.writers.pdf.inlines import Fragment, fragments
from briefgen.writers.pdf.known import known_again
from briefgen.writers.pdf.lines import Line, break_words, place_line
from briefgen.writers.pdf.paragraphs import paragraph_strips
from briefgen.writers.pdf.setting import Setting, cap_height, look
from briefgen.writers.pdf.strips import MM, Item, Run, Strip, rule
from briefgen.writers.pdf.structure import Element
from briefgen.writers.pdf.words import Word, words

# A row taller than this part of the page's text may break between its lines.
_TALL_ROW = 1 / 3


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's words and the width of its longest forced line; `integer` is the width of its figure up to the decimal mark, where the
    cell is one figure; `lines` remembers how it was broken, by the width."""

    words: Sequence[Word]
    width: float
    integer: float | None = None
    fraction: float = 0.0
    lines: dict[float, list[Line]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """A column on the page: where its text begins and how wide it is; `decimal` is what a figures column keeps for fractions."""

    x: float
    width: float
    alignment: str
    decimal: float


def table_strips(table: Table, parent: Element, setting: Setting, *, before: float, needs: Sequence[Need] = ()) -> list[Strip]:
    """Caption, head and rows of a table; `needs` are those of all tables that share its columns, if there are others."""
    element = parent.add("Table", summary=table.description)
    caption = _caption(table, element, setting, before)
    head, rows = _cells(table, element, setting)
    places = _places(table, [head, *rows], setting, needs)
    top = before if not caption else setting.style.spaces.table_above * MM
    strips = [_head_strip(head, places, setting, top)]
    for number, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
        strips += _row_strips(row, cells, places, setting, first=number == 0)
    return caption + _kept(_closed(strips, setting), setting)


def column_needs(table: Table, setting: Setting) -> list[Need]:
    """What the columns of a table need, measured before it is laid out."""
    head, rows = _cells(table, Element("Table"), setting)
    return _needs(table, [head, *rows], setting)


def _cells(table: Table, element: Element, setting: Setting) -> tuple[list[Cell], list[list[Cell]]]:
    """The cells of the head and of each row, their elements added to the table's."""
    role = setting.style.roles.table_head
    head = [_cell((Text(column.head),), role, cell, setting) for column, cell in _head_cells(table, element)]
    return head, [_row_cells(row, setting) for row in _with_body(table.rows, element)]


def _caption(table: Table, element: Element, setting: Setting, before: float) -> list[Strip]:
    if not table.caption:
        return []
    strips = paragraph_strips((Text(table.marked_title),), setting.style.roles.note, element.add("Caption"), setting, before=before)
    strips[0] = replace(strips[0], anchors=(table.label.anchor,)) if table.label else strips[0]
    return [replace(strip, keep=True) for strip in strips]


def _head_cells(table: Table, element: Element) -> list[tuple[Column, Element]]:
    row = element.add("THead").add("TR")
    return [(column, row.add("TH", scope="Column")) for column in table.columns]


@dataclass(frozen=True, slots=True)
class _BodyRow:
    row: Row
    element: Element


def _with_body(rows: Sequence[Row], element: Element) -> list[_BodyRow]:
    if not rows:
        return []
    body = element.add("TBody")
    return [_BodyRow(row, body.add("TR")) for row in rows]


def _row_cells(body_row: _BodyRow, setting: Setting) -> list[Cell]:
    role = setting.style.roles.table
    tags = ["TH", *["TD"] * (len(body_row.row.cells) - 1)]
    cells = [body_row.element.add(tag, scope="Row" if tag == "TH" else "") for tag in tags]
    return [_cell(inlines, role, cell, setting) for inlines, cell in zip(body_row.row.cells, cells, strict=True)]


def _cell(inlines: Inlines, role: Role, element: Element, setting: Setting) -> Cell:
    return known_again(setting.known, (inlines, role), partial(_new_cell, inlines, role, element, setting))


def _new_cell(inlines: Inlines, role: Role, element: Element, setting: Setting) -> Cell:
    found = fragments(inlines, role, element, setting)
    if len(inlines) == 1 and isinstance(inlines[0], Figure):
        strong, figure = look(setting, role, weight="semibold"), inlines[0]
        fraction = strong.face.width(figure.fraction, strong.size)
        return Cell(words(found), _one_line(found), _one_line(found) - fraction, fraction)
    return Cell(words(found), _one_line(found))


def _one_line(found: Sequence[Fragment]) -> float:
    """The width of the longest forced line."""
    widths = [0.0]
    for fragment in found:
        if fragment.text == "\n":
            widths.append(0.0)
        widths[-1] += fragment.look.face.width(fragment.text.rstrip("\n"), fragment.look.size)
    return max(widths)


def _needs(table: Table, rows: Sequence[Sequence[Cell]], setting: Setting) -> list[Need]:
    decimals, pads = _decimals(table, rows, setting), _pads(table, setting)
    return [_need([row[number] for row in rows], decimals[number], pads[number]) for number in range(len(table.columns))]


def _decimals(table: Table, rows: Sequence[Sequence[Cell]], setting: Setting) -> list[float]:
    return [_decimal(column, [row[number] for row in rows], setting) for number, column in enumerate(table.columns)]


def _pads(table: Table, setting: Setting) -> list[float]:
    """Text begins and ends on the margins: no padding at the outer edges."""
    sides, last = setting.style.spaces.cell_sides * MM, len(table.columns) - 1
    return [sides * ((number > 0) + (number < last)) for number in range(last + 1)]


def _places(table: Table, rows: Sequence[Sequence[Cell]], setting: Setting, needs: Sequence[Need]) -> list[Place]:
    """Where each column stands."""
    sides = setting.style.spaces.cell_sides * MM
    decimals, pads = _decimals(table, rows, setting), _pads(table, setting)
    needs = needs or _needs(table, rows, setting)
    wanted = [width * MM for width in setting.style.columns.get(table.name, ())]
    places, x = [], 0.0
    for number, width in enumerate(column_widths(wanted, needs, setting.width)):
        left = sides if number else 0.0
        places.append(Place(x + left, width - pads[number], table.columns[number].alignment, decimals[number]))
        x += width
    return places


def _decimal(column: Column, cells: Sequence[Cell], setting: Setting) -> float:
    if column.alignment != "decimal":
        return 0.0
    return max(setting.style.decimal * MM, *(cell.fraction for cell in cells))


def _need(cells: Sequence[Cell], decimal: float, pad: float) -> Need:
    least = most = 0.0
    for cell in cells:
        whole = cell.integer if cell.integer is not None else cell.width
        longest = whole if cell.integer is not None else max((word.width for word in cell.words), default=0.0)
        least, most = max(least, longest + decimal), max(most, whole + decimal)
    slip = 0.01  # the sum of a line's words must not exceed the width by a rounding
    return Need(least + pad + slip, most + pad + slip)


def _cell_lines(cell: Cell, place: Place) -> list[Line]:
    width = place.width - (place.decimal if cell.integer is None else 0.0)
    if width not in cell.lines:
        cell.lines[width] = break_words(cell.words, width)
    return cell.lines[width]


def _line_items(cell: Cell, line: Line, place: Place, y: float) -> list[Item]:
    """A line of a cell: figures stand with their decimal marks below each other, other cells of their column end there."""
    if place.alignment != "decimal":
        return list(place_line(line, place.x, y, place.width, "right" if place.alignment == "right" else "left"))
    edge = place.x + place.width - place.decimal
    if cell.integer is None:
        return list(place_line(line, place.x, y, edge - place.x, "right"))
    return list(place_line(line, edge - cell.integer, y, place.width, "left"))


def _head_strip(cells: Sequence[Cell], places: Sequence[Place], setting: Setting, before: float) -> Strip:
    style = setting.style
    role = style.roles.table_head
    found = [_cell_lines(cell, place) for cell, place in zip(cells, places, strict=True)]
    height = _height(max(map(len, found)), role, setting)
    items = [
        item
        for cell, lines, place in zip(cells, found, places, strict=True)
        for number, line in enumerate(lines)
        for item in _line_items(cell, line, place, _baseline(number, role, setting))
    ]
    colour = style.colours.text
    rules = (rule(0, 0, setting.width, style.rules.outer, colour), rule(0, height, setting.width, style.rules.head, colour))
    return Strip(height, (*rules, *items), before, keep=True)


def _baseline(number: int, role: Role, setting: Setting) -> float:
    return setting.style.spaces.cell_top * MM + cap_height(setting, role) + number * role.leading


def _height(lines: int, role: Role, setting: Setting) -> float:
    spaces = setting.style.spaces
    return (spaces.cell_top + spaces.cell_bottom) * MM + cap_height(setting, role) + (max(lines, 1) - 1) * role.leading


def _row_strips(row: Row, cells: Sequence[Cell], places: Sequence[Place], setting: Setting, *, first: bool) -> list[Strip]:
    """A row as one strip; as one for each of its lines where it is taller than a third of a page."""
    style, role = setting.style, setting.style.roles.table
    found = [_cell_lines(cell, place) for cell, place in zip(cells, places, strict=True)]
    count = max((len(lines) for lines in found), default=1)
    height = _height(count, role, setting)
    opening = () if first else (_row_rule(row, setting),)
    anchors = (row.anchor,) if row.anchor else ()
    page = (style.page.height - style.page.top - style.page.bottom) * MM
    if height <= page * _TALL_ROW:
        items = tuple(_row_items(cells, found, places, range(count), 0.0, setting))
        return [Strip(height, items, opening=opening, anchors=anchors)]
    top, bottom = _baseline(0, role, setting), style.spaces.cell_bottom * MM
    strips = []
    for number in range(count):
        shift = 0.0 if number == 0 else top + (number - 1) * role.leading
        items = tuple(_row_items(cells, found, places, range(number, number + 1), shift, setting))
        strips.append(Strip((top if number == 0 else role.leading) + (bottom if number == count - 1 else 0.0), items))
    strips[0] = replace(strips[0], opening=opening, anchors=anchors)
    return strips


def _row_items(
    cells: Sequence[Cell], found: Sequence[Sequence[Line]], places: Sequence[Place], numbers: range, shift: float, setting: Setting
) -> list[Item]:
    role = setting.style.roles.table
    return [
        item
        for cell, lines, place in zip(cells, found, places, strict=True)
        for number, line in enumerate(lines)
        if number in numbers
        for item in _line_items(cell, line, place, _baseline(number, role, setting) - shift)
    ]


def _row_rule(row: Row, setting: Setting) -> Item:
    rules, colours = setting.style.rules, setting.style.colours
    if row.group_start:
        return rule(0, 0, setting.width, rules.head, colours.text)
    return rule(0, 0, setting.width, rules.hairline, colours.hairline)


def _closed(strips: list[Strip], setting: Setting) -> list[Strip]:
    """The table's last rule, which also ends each page that it runs over; and its head above each of those pages."""
    style = setting.style
    header = (_bare(strips[0]),)

    def foot(strip: Strip) -> Item:
        return rule(0, strip.height, setting.width, style.rules.outer, style.colours.text)

    rows = [replace(strip, header=header, closing=(foot(strip),)) for strip in strips[1:]]
    if not rows:
        return strips
    rows[-1] = replace(rows[-1], items=(*rows[-1].items, *rows[-1].closing), closing=())
    return [strips[0], *rows]


def _bare(strip: Strip) -> Strip:
    """A head drawn again: the same marks, but nothing that a screen reader would read twice."""
    items = tuple(replace(item, leaf=None) if isinstance(item, Run) else item for item in strip.items)
    return Strip(strip.height, items)


def _kept(strips: list[Strip], setting: Setting) -> list[Strip]:
    """A small table stays whole; of a large one the head keeps two rows, and its last row is never alone."""
    whole = sum(strip.height for strip in strips) <= setting.style.spaces.keep_whole * MM
    last = len(strips) - 1
    kept = {0, 1, last - 1} if last > 1 else {0}
    return [replace(strip, keep=number < last and (whole or number in kept)) for number, strip in enumerate(strips)]
