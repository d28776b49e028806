"""A list that counts from one again, in the numbering part of a letterhead, whoever saved it last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from briefgen.writers.docx.markup import join
from briefgen.writers.docx.numbering import restarted_list
from briefgen.writers.docx.places import W, mark

if TYPE_CHECKING:
    from lxml.etree import _Element

    from briefgen.writers.docx.parts import Parts


def place_lists(numbering: _Element) -> int:
    """Mark where new lists stand in a letterhead's numbering, behind its own; the number of the first."""
    lists = numbering.findall(f"{W}num")
    if lists:
        lists[-1].addnext(mark())
    else:
        numbering.append(mark())
    return 1 + max((int(str(entry.get(f"{W}numId"))) for entry in lists), default=0)


def add_lists(parts: Parts, lists: Sequence[int]) -> None:
    """The lists that a draft has begun, by their definitions."""
    numbering = parts.letterhead.numbering
    if numbering and lists:
        parts.put(numbering.name, numbering.filled(join(restarted_list(numbering.first + at, kind) for at, kind in enumerate(lists))))


def definitions(styles: _Element, numbering: _Element) -> Mapping[str, int]:
    """The definitions of the lists that paragraph styles name, by the style's id."""
    found = {}
    of_lists = {entry.get(f"{W}numId"): entry.find(f"{W}abstractNumId") for entry in numbering.findall(f"{W}num")}
    for style in styles.iter(f"{W}style"):
        named = style.find(f"{W}pPr/{W}numPr/{W}numId")
        definition = None if named is None else of_lists.get(named.get(f"{W}val"))
        if definition is not None:
            found[str(style.get(f"{W}styleId"))] = int(str(definition.get(f"{W}val")))
    return found
