"""Facts and blocks -> ids of the items of a draft, which edits name: from content alone, the same in both languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefgen.blocks import Block, Heading, Listing, Paragraph, Quotation, Table, Timeline
from briefgen.compose.edition import Facts


def ids_of(kind: str, *items: Facts) -> tuple[str, ...]:
    """The ids of an item that prints some facts: `figures/q-8057142e340b`, those of the other facts and of what was merged into them."""
    return tuple(dict.fromkeys(f"{kind}/{id}" for item in items for id in (item.fact.id, *item.also)))


def slug(words: str) -> str:
    """
    >>> slug("Single source"), slug("_movers")
    ('single-source', 'movers')
    """
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")


def with_ids(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks in which each heading, paragraph, item and row has an id; what no fact names is counted under its heading."""
    anchor = "top"
    counts: Counter[str] = Counter()

    def next_id() -> tuple[str, ...]:
        counts[anchor] += 1
        return (f"{anchor}/text-{counts[anchor]}",)

    for block in blocks:
        match block:
            case Heading():
                anchor = block.anchor
                yield replace(block, ids=block.ids or (f"heading/{anchor}",))
            case Paragraph() | Quotation():
                yield block if block.ids else replace(block, ids=next_id())
            case Listing():
                yield replace(block, items=tuple(item if item.ids else replace(item, ids=next_id()) for item in block.items))
            case Table():
                yield replace(block, rows=tuple(row if row.ids else replace(row, ids=next_id()) for row in block.rows))
            case Timeline():
                yield replace(block, moments=tuple(entry if entry.ids else replace(entry, ids=next_id()) for entry in block.moments))
            case _:
                yield block
