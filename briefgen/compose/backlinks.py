"""Blocks -> the same with the way back: the first citation of each place has an anchor, and the place's row in the annex links to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from briefgen.blocks import Block, Citation, Link, Row, Text


def linked_back(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """In reading order; a row that nothing above cites keeps its number as it is."""
    cited: set[str] = set()
    return tuple(_linked(block, cited) for block in blocks)


def anchor_of(target: str) -> str:
    """The anchor of the first citation that leads to a row.

    >>> anchor_of("e-1-24")
    'c-e-1-24'
    """
    return f"c-{target}"


def _linked(value: Any, cited: set[str]) -> Any:
    if isinstance(value, tuple):
        return tuple(_linked(item, cited) for item in value) if value and not isinstance(value[0], str) else value
    match value:
        case Citation(target=target):
            if target in cited:
                return value
            cited.add(target)
            return replace(value, anchor=anchor_of(target))
        case Row(cells=((Text(number),), *rest), anchor=anchor) if anchor in cited:
            return replace(value, cells=((Link(number, "#" + anchor_of(anchor)),), *rest))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    nested = {field.name: getattr(value, field.name) for field in fields(value)}
    changed = {name: _linked(entry, cited) for name, entry in nested.items() if isinstance(entry, tuple)}
    return replace(value, **changed) if changed else value
