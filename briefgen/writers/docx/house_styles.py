"""A house's own Word file -> its styles under the ids that a brief is written in, found by their names; those that it lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.templating import Style
from briefgen.writers.docx.styles import style_names

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_REFERENCES = ("basedOn", "next", "link", "pStyle", "rStyle", "tblStyle", "styleLink", "numStyleLink")


def take_styles_by_name(document: Document, style: Style) -> list[str]:
    """Give the styles of a document the ids that we write, where its own are others; the names of styles that it does not have.

    Word gives styles ids of its own ("a3" or "1" in a Russian Word); names of built-in styles are the same in each language of Word
    (ISO 29500-1, 17.7.4.9), and compared without regard to capitals.
    """
    element = document.styles.element
    ids = {str(entry.get(f"{_W}styleId")): entry for entry in element.iter(f"{_W}style")}
    names = {str(name.get(f"{_W}val")).casefold(): id for id, entry in ids.items() if (name := entry.find(f"{_W}name")) is not None}
    missing, renamed = [], {}
    for id, name in style_names(style).items():
        if name.casefold() in names:
            renamed[names[name.casefold()]] = id
        elif id not in ids:
            missing.append(name)
    changed = {old: new for old, new in renamed.items() if old != new}
    if changed and not missing:
        for root in (element, *_parts(document)):
            _rename(root, changed)
    return sorted(missing)


def _parts(document: Document) -> list[_Element]:
    """The trees that name styles: the body, headers and footers, lists."""
    related = [relation.target_part for relation in document.part.rels.values() if not relation.is_external]
    trees = (getattr(part, "element", None) for part in related)
    return [document.element, *(tree for tree in trees if tree is not None and tree is not document.styles.element)]


def _rename(root: _Element, changed: dict[str, str]) -> None:
    for entry in root.iter(f"{_W}style"):
        id = str(entry.get(f"{_W}styleId"))
        entry.set(f"{_W}styleId", changed.get(id, f"{id}-1" if id in changed.values() else id))
    for tag in _REFERENCES:
        for reference in root.iter(f"{_W}{tag}"):
            value = str(reference.get(f"{_W}val"))
            reference.set(f"{_W}val", changed.get(value, f"{value}-1" if value in changed.values() else value))
