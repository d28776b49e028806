"""The blocks of a report as edits move them: items found by id, taken out, put beside others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefgen.blocks import (
    Block,
    Control,
    Footnote,
    Heading,
    Inlines,
    Listing,
    ListItem,
    Moment,
    Paragraph,
    Quotation,
    Row,
    Table,
    Text,
    Timeline,
    footnotes_of,
)

Item = Heading | Paragraph | Quotation | ListItem | Row | Moment
NOTHING_SAID: Inlines = (Text("—"),)
_Address = tuple[int, int]  # the block and the item in it, -1 for the block itself


class Sheet:
    """Blocks that change. An item is known by any of its ids."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self.blocks = list(blocks)
        self._addresses: dict[str, _Address] | None = None

    def find(self, id: str) -> Item | None:
        """The item of an id."""
        address = self._address(id)
        return self._at(address) if address else None

    def put_in_place(self, id: str, item: Item) -> None:
        """An item in another form where it stood."""
        address = self._address(id)
        if address:
            self._set(address, item)

    def remove(self, id: str) -> Item | None:
        """Take an item out; a table or list that is left without any stays until `finished`, as items may yet be put into it."""
        address = self._address(id)
        if address is None:
            return None
        item = self._at(address)
        number, index = address
        children = items_of(self.blocks[number])
        if index < 0:
            del self.blocks[number]
        else:
            self.blocks[number] = with_items(self.blocks[number], (*children[:index], *children[index + 1 :]))
        self._addresses = None
        return item

    def move(self, id: str, *, after: str, before: str) -> bool:
        """Take an item to another place of its kind; False where there is none, and then it stays."""
        address, item = self._address(id), self.find(id)
        if address is None or item is None or not self._has_place(item, after, before):
            return False
        self.remove(id)
        return self.put(item, after) or self.put(item, before, offset=0) or self.put_between(item, after, before)

    def put(self, item: Item, beside: str, *, offset: int = 1) -> bool:
        """Put an item behind another (or before it, with offset 0), where such an item may stand."""
        address = self._address(beside)
        if address is None or not self._fits(item, beside):
            return False
        number, index = address
        if index < 0 or isinstance(item, Heading | Paragraph | Quotation):
            self.blocks.insert(number + offset, _as_block(item))
        else:
            children = items_of(self.blocks[number])
            place = index + offset
            self.blocks[number] = with_items(self.blocks[number], (*children[:place], item, *children[place:]))
        self._addresses = None
        return True

    def put_between(self, item: Item, after: str, before: str) -> bool:
        """Put a row into the table between two items, where none of its own rows is left beside it."""
        number = self._table_between(after, before, len(item.cells)) if isinstance(item, Row) else -1
        if number < 0:
            return False
        self.blocks[number] = with_items(self.blocks[number], (item, *items_of(self.blocks[number])))
        self._addresses = None
        return True

    def footnote(self, id: str) -> Footnote | None:
        """The footnote of an id, wherever its mark stands."""
        notes = (note for block in self.blocks for note in footnotes_of(block))
        return next((note for note in notes if id in note.ids), None)

    def put_footnote(self, id: str, note: Footnote | None) -> bool:
        """A footnote in another form where its mark stood, or none; False where there is no such note."""
        old = self.footnote(id)
        if old is None:
            return False
        self.blocks = [_noted(block, old, note) for block in self.blocks]
        self._addresses = None
        return True

    def finished(self) -> list[Block]:
        """The blocks, without tables, lists and timelines that no item is left of."""
        return [block for block in self.blocks if not isinstance(block, Table | Listing | Timeline) or items_of(block)]

    def put_first(self, item: Item) -> None:
        """Put an item before all others."""
        self.blocks.insert(0, _as_block(item))
        self._addresses = None

    def columns_at(self, id: str) -> int:
        """How many columns the table has that an item is a row of; 0 for one that is no row."""
        address = self._address(id)
        block = self.blocks[address[0]] if address and address[1] >= 0 else None
        return len(block.columns) if isinstance(block, Table) else 0

    def is_list_item(self, id: str) -> bool:
        return isinstance(self.find(id), ListItem)

    def _fits(self, item: Item, beside: str) -> bool:
        """A row beside rows of as many columns, an item of a list or a moment beside its like, a block beside anything."""
        other = self.find(beside)
        if other is None:
            return False
        if isinstance(item, Row):
            return isinstance(other, Row) and self.columns_at(beside) == len(item.cells)
        if isinstance(item, ListItem | Moment):
            return type(other) is type(item)
        return True

    def _has_place(self, item: Item, after: str, before: str) -> bool:
        if self._fits(item, after) or self._fits(item, before):
            return True
        return isinstance(item, Row) and self._table_between(after, before, len(item.cells)) >= 0

    def _table_between(self, after: str, before: str, columns: int) -> int:
        """The first table of so many columns behind one item and before another; -1 for none."""
        first, last = self._address(after), self._address(before)
        if first is None:
            return -1
        for number in range(first[0] + 1, last[0] if last else len(self.blocks)):
            block = self.blocks[number]
            if isinstance(block, Table) and len(block.columns) == columns:
                return number
        return -1

    def _address(self, id: str) -> _Address | None:
        if self._addresses is None:
            self._addresses = {}
            for number, block in enumerate(self.blocks):
                for index, item in enumerate(items_of(block)):
                    for name in item.ids:
                        self._addresses.setdefault(name, (number, index))
                for name in getattr(block, "ids", (block.tag,) if isinstance(block, Control) else ()):
                    self._addresses.setdefault(name, (number, -1))
        return self._addresses.get(id)

    def _at(self, address: _Address) -> Item:
        number, index = address
        return self.blocks[number] if index < 0 else items_of(self.blocks[number])[index]  # type: ignore[return-value]

    def _set(self, address: _Address, item: Item) -> None:
        number, index = address
        if index < 0:
            self.blocks[number] = _as_block(item)
        else:
            children = items_of(self.blocks[number])
            self.blocks[number] = with_items(self.blocks[number], (*children[:index], item, *children[index + 1 :]))
        self._addresses = None


def _noted(block: Block, old: Footnote, new: Footnote | None) -> Block:
    if not isinstance(block, Table) or old not in block.notes:
        return block
    notes = (new if note is old else note for note in block.notes)
    return replace(block, notes=tuple(note for note in notes if note is not None))


def items_of(block: Block) -> tuple[ListItem | Row | Moment, ...]:
    """The items of a list, a table or a timeline."""
    match block:
        case Listing():
            return block.items
        case Table():
            return block.rows
        case Timeline():
            return block.moments
        case _:
            return ()


def with_items(block: Block, items: tuple[Item, ...]) -> Block:
    """The block with other items."""
    match block:
        case Listing():
            return replace(block, items=tuple(item for item in items if isinstance(item, ListItem)))
        case Table():
            return replace(block, rows=tuple(item for item in items if isinstance(item, Row)))
        case Timeline():
            return replace(block, moments=tuple(item for item in items if isinstance(item, Moment)))
        case _:
            return block


def new_item(id: str, inlines: Inlines) -> Paragraph:
    """A paragraph that a person added."""
    return Paragraph(inlines, ids=(id,))


def new_row(id: str, cells: Iterable[Inlines], columns: int) -> Row:
    """A row that a person added, with as many cells as its table has columns; words too many stand in the last."""
    given = list(cells)
    if len(given) > columns:
        rest = [inline for cell in given[columns - 1 :] for inline in (*cell, Text(" "))]
        given = [*given[: columns - 1], tuple(rest[:-1])]
    return Row(tuple(cell or NOTHING_SAID for cell in (*given, *[()] * (columns - len(given)))), ids=(id,))


def _as_block(item: Item) -> Block:
    """A block as it is; an item without its list or table as a paragraph."""
    if isinstance(item, Heading | Paragraph | Quotation):
        return item
    inlines = item.inlines if isinstance(item, ListItem | Moment) else tuple(inline for cell in item.cells for inline in (*cell, Text(" ")))
    return Paragraph(inlines, ids=item.ids)
