"""Blocks -> the same with their tables and charts numbered, and with references to them where the key points speak of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from itertools import count, zip_longest
from typing import Any

from briefgen.blocks import Block, Chart, Citations, Heading, Inline, Inlines, Label, Listing, ListItem, Paragraph, Reference, Table, Text
from briefgen.translation.catalogs import Catalog

TABLE, FIGURE = "table", "figure"
_WORDS = {TABLE: "Table", FIGURE: "Figure"}
# Which tables and charts hold what a key point says in short. GOST 7.32-2017, 6.6.2: each numbered table is referred to in the text.
_SPOKEN_OF: Mapping[str, tuple[str, ...]] = {
    "points/movers": ("table-partners",),
    "points/sums": ("figure-chart", "table-figures"),
    "points/resources": ("table-figures",),
    "points/risks": ("table-risks-brief", "table-risks"),
    "points/against": ("table-experts", "table-views"),
}
_UNKNOWN = "9"  # as wide as the number will be


def labelled(blocks: Iterable[Block], words: Catalog, *, elsewhere: frozenset[str] = frozenset(), refers: bool = True) -> tuple[Block, ...]:
    """Labels in reading order: a table with a caption bears its own, one right below a heading without a number has it in the heading.
    `elsewhere` are anchors of labels that the whole report has and these blocks, composed to be measured alone, lack; without `refers` the
    labels stand alone."""
    given = tuple(blocks)
    numbered = renumbered(tuple(_with_label(block, below, words) for block, below in zip_longest(given, given[1:])))
    found = {label.anchor: label.number for block in numbered if (label := _label_of(block))}
    numbers = dict.fromkeys(elsewhere, _UNKNOWN) | found
    return tuple(_referring(block, numbers, words) for block in numbered) if refers else numbered


def renumbered(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Labels and footnotes counted again, each kind by itself, and references made to follow; one whose table is gone becomes words."""
    counts: Counter[str] = Counter()
    marks = count(1)
    result: list[Block] = []
    numbers: dict[str, str] = {}
    for block in blocks:
        if isinstance(block, Heading | Table) and block.label:
            counts[block.label.word] += 1
            label = replace(block.label, number=str(counts[block.label.word]))
            numbers[label.anchor] = label.number
            block = replace(block, label=label, number=label.text) if isinstance(block, Heading) else replace(block, label=label)
        if isinstance(block, Table) and block.notes:
            block = replace(block, notes=tuple(replace(note, number=next(marks)) for note in block.notes))
        result.append(block)
    return tuple(_followed(block, numbers) for block in result)


def _label_of(block: Block) -> Label | None:
    return block.label if isinstance(block, Heading | Table) else None


def _with_label(block: Block, below: Block | None, words: Catalog) -> Block:
    if isinstance(block, Table) and block.caption:
        return replace(block, label=_label(TABLE, block.name, words))
    if isinstance(block, Heading) and not block.number and block.level > 1 and isinstance(below, Table | Chart):
        kind = TABLE if isinstance(below, Table) else FIGURE
        return replace(block, label=_label(kind, block.anchor, words))
    return block


def _label(kind: str, name: str, words: Catalog) -> Label:
    return Label(words.text(_WORDS[kind]), "", "\u00a0—" if words.language == "ru" else ":", f"{kind}-{name}")


def _referring(block: Block, numbers: Mapping[str, str], words: Catalog) -> Block:
    """A list whose items refer to the tables that hold what they say."""
    if not isinstance(block, Listing):
        return block
    items, told = [], set[str]()
    for item in reversed(block.items):  # a table is named by the last point that it holds: the sums have their chart
        targets = _targets(item, numbers)
        own = tuple(target for target in targets if target not in told)
        told.update(own)
        items.append(_item(item, own or targets, numbers, words))
    return replace(block, items=tuple(reversed(items)))


def _targets(item: ListItem, numbers: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(target for target in _SPOKEN_OF.get(item.ids[0] if item.ids else "", ()) if target in numbers)


def _item(item: ListItem, targets: Sequence[str], numbers: Mapping[str, str], words: Catalog) -> ListItem:
    at = next((number for number, inline in enumerate(item.inlines) if isinstance(inline, Citations)), 0)
    if not targets or not at:
        return item
    before, space, after = item.inlines[: at - 1], item.inlines[at - 1], item.inlines[at:]
    return replace(item, inlines=(*before, *_in_brackets(targets, numbers, words), space, *after))


def _in_brackets(targets: Sequence[str], numbers: Mapping[str, str], words: Catalog) -> Inlines:
    """«(рис. 1; табл. 2 и 5)»."""
    inlines: list[Inline] = []
    for kind in (FIGURE, TABLE):
        own = [target for target in targets if target.startswith(kind)]
        if own:
            name = words.text(f"{kind}s" if len(own) > 1 else kind, context="reference")
            inlines.append(Text(("; " if inlines else " (") + name + "\u00a0"))
        for order, target in enumerate(own):
            inlines += [Text(f" {words.text('and', context='reference')}\u00a0")] * bool(order) + [Reference(numbers[target], target)]
    return (*inlines, Text(")"))


def _followed(value: Any, numbers: Mapping[str, str]) -> Any:
    """A block, an item or a cell whose references have the numbers of now."""
    if isinstance(value, Reference):
        return replace(value, text=numbers[value.target]) if value.target in numbers else Text(value.text)
    if isinstance(value, tuple):
        return tuple(_followed(item, numbers) for item in value) if value and not isinstance(value[0], str) else value
    if not isinstance(value, Listing | ListItem | Paragraph) or not is_dataclass(value):
        return value
    nested = {field.name: getattr(value, field.name) for field in fields(value)}
    return replace(value, **{name: _followed(entry, numbers) for name, entry in nested.items() if isinstance(entry, tuple)})
