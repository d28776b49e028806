"""A house's own Word file -> its styles under the ids that a brief is written in, found by their names; those that it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from briefgen.writers.docx.places import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_REFERENCES = ("basedOn", "next", "link", "pStyle", "rStyle", "tblStyle", "styleLink", "numStyleLink")


def take_styles_by_name(styles: _Element, others: Iterable[_Element], wanted: Mapping[str, str]) -> list[str]:
    """Give styles the ids that we write, where a house's own are others, in the tree of styles and in the `others` that name them; the
    names of `wanted` styles, by id, that the house does not have.

    Word gives styles ids of its own ("a3" or "1" in a Russian Word); names of built-in styles are the same in each language of Word
    (ISO 29500-1, 17.7.4.9), and compared without regard to capitals.
    """
    ids = {str(entry.get(f"{W}styleId")): entry for entry in styles.iter(f"{W}style")}
    names = {str(found.get(f"{W}val")).casefold(): id for id, entry in ids.items() if (found := entry.find(f"{W}name")) is not None}
    missing, renamed = [], {}
    for id, name in wanted.items():
        if name.casefold() in names:
            renamed[names[name.casefold()]] = id
        elif id not in ids:
            missing.append(name)
    changed = {old: new for old, new in renamed.items() if old != new}
    if changed and not missing:
        for root in (styles, *others):
            _rename(root, changed)
    return sorted(missing)


def _rename(root: _Element, changed: dict[str, str]) -> None:
    for entry in root.iter(f"{W}style"):
        id = str(entry.get(f"{W}styleId"))
        entry.set(f"{W}styleId", changed.get(id, f"{id}-1" if id in changed.values() else id))
    for tag in _REFERENCES:
        for reference in root.iter(f"{W}{tag}"):
            value = str(reference.get(f"{W}val"))
            reference.set(f"{W}val", changed.get(value, f"{value}-1" if value in changed.values() else value))
