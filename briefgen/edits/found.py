"""Lines of a draft and its ledger -> what stands in it now: items with their texts in order, copies, and what a person put between."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from briefgen.edits.draft import Line, Piece
from briefgen.writers.docx.ledger import Ledger
from briefgen.writers.docx.slots import CHOICE, CONTROL, Slot, reference_name, unify

_CONTENTS = ("toc", "contents")  # how Word's and LibreOffice's styles of such a list begin

_REFERENCE = re.compile(r"(\S+)\s(\{[\w-]+\})")  # the number of a table, with the word before it


@dataclass(frozen=True, slots=True)
class FoundItem:
    """An item as it stands in the draft: the texts of its slots by id, the table it is in (-1: none), its control's number, its style."""

    id: str
    texts: Mapping[str, str]
    table: int = -1
    holder: int = 0
    style: str = ""


@dataclass(frozen=True, slots=True)
class Inserted:
    """A paragraph, or a row with its cells, that a person added."""

    text: str
    cells: tuple[str, ...] = ()
    style: str = ""


Entry = FoundItem | Inserted


@dataclass(frozen=True, slots=True)
class Found:
    """What a draft holds: its entries in order, and what cannot be kept, in words."""

    entries: tuple[Entry, ...]
    untaken: tuple[str, ...] = ()


def find_items(lines: Sequence[Line], ledger: Ledger) -> Found:
    """All items of the ledger that the lines hold, in order, and the paragraphs that it does not know."""
    # A table with a repeated head is one of ours, though all its rows were taken out or moved: what was put into it is kept.
    search = _Search(ledger, {line.place.table for line in lines if line.place.is_head or any(piece.slot for piece in line.pieces)})
    entries = [entry for line in _units(lines) for entry in search.entries(line)]
    pictures = sum(line.picture for line in lines)
    untaken = ["a picture was added: pictures are not kept"] * bool(pictures)
    return Found(tuple(_controls_closed(_joined(entries), ledger)), (*untaken, *search.untaken))


def _units(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """A paragraph of the body alone, the lines of a row together."""
    for (table, _), group in groupby(lines, key=lambda line: (line.place.table, line.place.row)):
        if table < 0:
            yield from ((line,) for line in group)
        else:
            yield tuple(group)


class _Search:
    """The ledger by slot and by item. State between calls: which of the fixed paragraphs were met."""

    def __init__(self, ledger: Ledger, tables: set[int]) -> None:
        self.slots = {slot.id: slot for slot in ledger.slots}
        self.items: dict[str, list[Slot]] = defaultdict(list)
        for slot in ledger.slots:
            self.items[slot.item].append(slot)
        self.fixed = Counter(ledger.fixed)
        self.numbers = {reference_name(anchor): number for _, anchor, number in ledger.numbers}
        self.tables = tables  # those that hold items
        self.untaken: list[str] = []

    def entries(self, lines: tuple[Line, ...]) -> Iterator[Entry]:
        if lines[0].place.table >= 0:
            yield from self.row(lines)
        else:
            yield from self.paragraph(lines[0])

    def paragraph(self, line: Line) -> Iterator[Entry]:
        groups = _slots_of(line.pieces)
        if not groups:
            if line.style.casefold().startswith(_CONTENTS):
                return  # a list of contents that lost the control around it
            text = unify(line.text)
            if self.fixed[text] > 0:
                self.fixed[text] -= 1
            elif text:
                yield Inserted(_tidy(line.text), style=line.style)
            return
        single = len(groups) == 1
        for slot_id, pieces in groups:
            slot = self.slots[slot_id]
            # All words of a paragraph are its item's, also those typed beside the control.
            words = _words(line.pieces) if single and not _is_prompt(pieces) else _words(pieces)
            texts = {slot.id: self.named(_without_prefix(words, slot), slot)}
            yield FoundItem(slot.item, texts, holder=pieces[0].holder, style=line.style)

    def row(self, lines: tuple[Line, ...]) -> Iterator[Entry]:
        table = lines[0].place.table
        groups = _slots_of([piece for line in lines for piece in line.pieces])
        cells = {cell: "\n".join(filter(None, (_tidy(line.text) for line in group))) for cell, group in _by_cell(lines)}
        if not groups:
            text = unify("\n".join(cells.values()))
            if table in self.tables and text and not lines[0].place.is_head:
                last = max(number for number, words in cells.items() if words)  # an empty cell at the end is no word of anybody's
                yield Inserted("\n".join(filter(None, cells.values())), tuple(cells.get(number, "") for number in range(last + 1)))
            elif text and not lines[0].place.is_head and lines[0].place.row > 0:
                self.untaken.append(f"a table was added: new tables are not kept ({text[:60]}…)")
            return
        item = self.slots[groups[0][0]].item
        texts: dict[str, str] = {}
        for slot in self.items[item]:
            chosen = [pieces for id, pieces in groups if id == slot.id]
            if slot.kind == CHOICE:
                texts.update({slot.id: _words(chosen[0])} if chosen else {})
            elif slot.cell in cells:
                texts[slot.id] = self.named(cells[slot.cell], slot)
        yield FoundItem(item, texts, table)

    def named(self, words: str, slot: Slot) -> str:
        """Words with the name of a table where its number was typed anew, or where a program made plain words of the field."""
        for before, name in _REFERENCE.findall(slot.text):
            if name not in words and name in self.numbers:
                typed = rf"({re.escape(before)}\s){self.numbers[name]}\b"
                words = re.sub(typed, rf"\g<1>{name}", words, count=1)
        return words


def _slots_of(pieces: Iterable[Piece]) -> list[tuple[str, list[Piece]]]:
    """The slots of some pieces in order, each with its own; a slot that is held twice in one paragraph counts twice."""
    groups: dict[tuple[str, int], list[Piece]] = {}
    for piece in pieces:
        if piece.slot:
            groups.setdefault((piece.slot, piece.holder), []).append(piece)
    return [(slot, found) for (slot, _), found in groups.items()]


def _words(pieces: Iterable[Piece]) -> str:
    return _tidy("".join(piece.text for piece in pieces if not piece.is_prompt))


def _is_prompt(pieces: Iterable[Piece]) -> bool:
    return any(piece.is_prompt for piece in pieces)


def _tidy(text: str) -> str:
    """Without the spaces at the ends and without tabs, which set requisites apart.

    >>> _tidy(" a\\t b ")
    'a  b'
    """
    return text.replace("\u00ad", "").replace("\t", " ").strip(" \n")


def _without_prefix(words: str, slot: Slot) -> str:
    """The words behind a heading's number, however Word or LibreOffice spaced it."""
    prefix = r"\s*".join(map(re.escape, slot.prefix.split()))
    return re.sub(rf"\A\s*{prefix}\s*", "", words) if prefix else words


def _by_cell(lines: tuple[Line, ...]) -> Iterator[tuple[int, list[Line]]]:
    for cell, group in groupby(lines, key=lambda line: line.place.cell):
        yield cell, list(group)


def _joined(entries: Iterable[Entry]) -> Iterator[Entry]:
    """One item whose control reaches over several paragraphs: its first is the item, the others are new."""
    before: Entry | None = None
    for entry in entries:
        if isinstance(entry, FoundItem) and isinstance(before, FoundItem) and 0 < entry.holder == before.holder:
            slot = next(iter(entry.texts))
            if not before.texts.get(slot):
                before = entry
            elif entry.texts[slot]:
                yield before
                yield Inserted(entry.texts[slot], style=entry.style)
                before = None
            continue
        if before is not None:
            yield before
        before = entry
    if before is not None:
        yield before


def _controls_closed(entries: Iterable[Entry], ledger: Ledger) -> Iterator[Entry]:
    """A labelled control takes the paragraphs that follow it; its prompt, which LibreOffice takes for text, is nothing."""
    prompts = {slot.item: (slot.id, unify(slot.text)) for slot in ledger.slots if slot.kind == CONTROL}
    open_control: FoundItem | None = None
    for entry in entries:
        if open_control is not None and isinstance(entry, Inserted):
            slot, words = next(iter(open_control.texts.items()))
            open_control = FoundItem(open_control.id, {slot: "\n".join(filter(None, (words, entry.text)))})
            continue
        if open_control is not None:
            yield open_control
            open_control = None
        if isinstance(entry, FoundItem) and entry.id in prompts:
            slot, prompt = prompts[entry.id]
            words = entry.texts[slot]
            is_prompt = prompt.startswith("[") and unify(words).startswith(prompt)
            open_control = FoundItem(entry.id, {slot: words[len(prompt) :].strip() if is_prompt else words})
        else:
            yield entry
    if open_control is not None:
        yield open_control
