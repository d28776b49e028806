"""What a draft printed and what stands in it now -> edits: words, terms, items left out, moved or pasted, paragraphs between."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise

from briefgen.edits.edit import CHOICE, COPY, COPY_OF, DELETE, INSERT, MOVE, NEW, TEXT, WRITTEN, Edit
from briefgen.edits.found import Entry, Found, FoundItem, Inserted
from briefgen.writers.docx import slots
from briefgen.writers.docx.ledger import Ledger
from briefgen.writers.docx.slots import Slot, unify

_BLANK = "_ "  # what stands in a list from which nobody has chosen


@dataclass(frozen=True, slots=True)
class Origin:
    """Where edits come from: who saved the draft and when, and the draft's number."""

    who: str
    when: str
    draft: str


def edits_of(ledger: Ledger, found: Found, terms: Mapping[str, str], origin: Origin) -> tuple[Edit, ...]:
    """All changes of a draft, in its order; `terms` are the keys of the terms that lists offer, by their words."""
    comparison = _Comparison(ledger, found, terms, origin)
    return (*comparison.deletions(), *comparison.changes(), *comparison.order())


class _Comparison:
    """One draft compared with its ledger. Made once: the items of both, and which of several copies stands for each."""

    def __init__(self, ledger: Ledger, found: Found, terms: Mapping[str, str], origin: Origin) -> None:
        self.language = ledger.language
        self.terms, self.origin = terms, origin
        self.items: dict[str, list[Slot]] = defaultdict(list)
        for slot in ledger.slots:
            self.items[slot.item].append(slot)
        self.entries = found.entries
        self.main = _main_entries(found.entries, list(self.items))

    def deletions(self) -> Iterator[Edit]:
        """Items that are not there, or whose words are all gone."""
        for item, held in self.items.items():
            if held[0].kind == slots.CONTROL:
                continue
            if self.is_gone(item):
                yield self.edit(DELETE, item, where=held[0].where, old=" | ".join(slot.text for slot in held if slot.kind != slots.CHOICE))

    def is_gone(self, item: str) -> bool:
        index = self.main.get(item)
        if index is None:
            return True
        entry = self.entries[index]
        assert isinstance(entry, FoundItem)
        return entry.table < 0 and not any(map(unify, entry.texts.values())) and self.items[item][0].kind != slots.CONTROL

    def changes(self) -> Iterator[Edit]:
        """Changed words and chosen terms, in the order of the ledger."""
        for item, held in self.items.items():
            if held[0].kind != slots.CONTROL and self.is_gone(item):
                continue
            index = self.main.get(item)
            entry = self.entries[index] if index is not None else FoundItem(item, {})
            assert isinstance(entry, FoundItem)
            for slot in held:
                yield from self.change(slot, entry.texts.get(slot.id, ""))

    def change(self, slot: Slot, words: str, prefix: str = "") -> Iterator[Edit]:
        if slot.kind == slots.CHOICE:
            yield from self.choice(slot, words.strip(_BLANK), prefix)
            return
        if slot.kind == slots.CONTROL:
            before = "" if slot.text.startswith("[") else slot.text
            if unify(words) != unify(before):
                yield self.edit(WRITTEN, slot.id, where=slot.where, old=before, new=words)
        elif unify(words) != unify(slot.text):
            yield self.edit(TEXT, prefix + slot.id, where=slot.where, old=slot.text, new=words)

    def choice(self, slot: Slot, words: str, prefix: str) -> Iterator[Edit]:
        """A chosen term by its key; one that no list offers stays in words, and whoever applies it says so."""
        old, new = (self.terms.get(unify(text).casefold(), unify(text)) for text in (slot.text, words))
        if old != new:
            yield self.edit(CHOICE, prefix + slot.id, where=slot.where, old=old, new=new)

    def order(self) -> Iterator[Edit]:
        """Moved items, copies and new paragraphs, each with its neighbour before it."""
        kept = self.staying()
        before, style, seen = "", "", Counter[str]()
        for index, entry in enumerate(self.entries):
            if isinstance(entry, Inserted):
                id = self.new_id(entry, seen)
                follows = self.neighbour(index, 1) if entry.cells else ""
                is_like = bool(entry.style) and entry.style == style
                yield self.edit(INSERT, id, new=entry.text, after=before, before=follows, cells=entry.cells, role="item" if is_like else "")
                before = id
            elif self.main.get(entry.id) != index:
                before = COPY_OF + entry.id
                yield from self.copy(entry, index)
            elif not self.is_gone(entry.id):
                if index not in kept and not _is_requisite(entry.id):
                    where = self.items[entry.id][0].where
                    yield self.edit(MOVE, entry.id, where=where, after=self.neighbour(index, -1), before=self.neighbour(index, 1))
                before, style = entry.id, entry.style

    def copy(self, entry: FoundItem, index: int) -> Iterator[Edit]:
        where = self.items[entry.id][0].where
        yield self.edit(COPY, COPY_OF + entry.id, where=where, after=self.neighbour(index, -1), new=" | ".join(entry.texts.values()))
        main = self.entries[self.main[entry.id]]
        assert isinstance(main, FoundItem)
        for slot in self.items[entry.id]:
            if slot.kind != slots.CONTROL:
                yield from self.change(slot._replace(text=main.texts.get(slot.id, "")), entry.texts.get(slot.id, ""), COPY_OF)

    def new_id(self, entry: Inserted, seen: Counter[str]) -> str:
        """From the words, and the order among equal ones."""
        words = unify(entry.text)
        seen[words] += 1
        return NEW + sha256(f"{self.language}\n{words}\n{seen[words] - 1}".encode()).hexdigest()[:12]

    def neighbour(self, index: int, step: int) -> str:
        """The item before or behind, whatever stands between."""
        index += step
        while 0 <= index < len(self.entries):
            entry = self.entries[index]
            if isinstance(entry, FoundItem) and not self.is_gone(entry.id):
                return entry.id
            index += step
        return ""

    def staying(self) -> set[int]:
        """The entries that keep their order: the longest run of items in the order of the ledger; the others were moved."""
        rank = {item: number for number, item in enumerate(self.items)}
        present = [(rank[item], index) for item, index in sorted(self.main.items(), key=lambda pair: pair[1]) if not _is_requisite(item)]
        return {present[position][1] for position in _longest_rising([place for place, _ in present])}

    def edit(self, kind: str, id: str, **words: object) -> Edit:
        origin = self.origin
        return Edit(kind, id, self.language, who=origin.who, when=origin.when, draft=origin.draft, **words)  # type: ignore[arg-type]


def _is_requisite(item: str) -> bool:
    """Requisites stand where the style puts them."""
    return item.startswith("head/")


def _main_entries(entries: Sequence[Entry], order: list[str]) -> dict[str, int]:
    """Of several copies of an item the one behind its old neighbour, else the one before its other old neighbour, else the first."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, entry in enumerate(entries):
        if isinstance(entry, FoundItem):
            places[entry.id].append(index)
    before = {item: neighbour for neighbour, item in pairwise(order)}
    behind = dict(pairwise(order))

    def distance(item: str, index: int) -> tuple[bool, bool, int]:
        return _id_at(entries, index - 1) != before.get(item, ""), _id_at(entries, index + 1) != behind.get(item, ""), index

    return {item: min(found, key=lambda index: distance(item, index)) for item, found in places.items()}


def _id_at(entries: Sequence[Entry], index: int) -> str:
    entry = entries[index] if 0 <= index < len(entries) else None
    return entry.id if isinstance(entry, FoundItem) else ""


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """Positions of a longest rising subsequence (patience sorting).

    >>> sorted(_longest_rising([0, 3, 1, 2, 4]))
    [0, 2, 3, 4]
    """
    tops: list[int] = []
    positions: list[int] = []
    previous: dict[int, int] = {}
    for position, number in enumerate(numbers):
        pile = bisect_left(tops, number)
        tops[pile : pile + 1] = [number]
        positions[pile : pile + 1] = [position]
        previous[position] = positions[pile - 1] if pile else -1
    chain: set[int] = set()
    position = positions[-1] if positions else -1
    while position >= 0:
        chain.add(position)
        position = previous[position]
    return chain
