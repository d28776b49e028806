"""The logical tree of a report: elements in reading order, built before anything is laid out. Drawing only tells where each leaf fell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(eq=False, slots=True)
class Leaf:
    """Words (or a drawing) that belong to one element without another between; `text` is what a screen reader is to say."""

    tag: str
    text: str = ""


@dataclass(eq=False, slots=True)
class Element:
    """A structure element of PDF 1.7 (ISO 32000-1, 14.8.4) with the attributes that briefgen uses; empty ones are not written."""

    tag: str
    kids: list[Element | Leaf] = field(default_factory=list)
    alternative: str = ""
    language: str = ""
    scope: str = ""
    numbering: str = ""
    summary: str = ""

    def add(
        self, tag: str, *, alternative: str = "", language: str = "", scope: str = "", numbering: str = "", summary: str = ""
    ) -> Element:
        """A new element, last among the kids."""
        kid = Element(tag, [], alternative, language, scope, numbering, summary)
        self.kids.append(kid)
        return kid

    def leaf(self, text: str = "") -> Leaf:
        """A new leaf, last among the kids."""
        leaf = Leaf(self.tag, text)
        self.kids.append(leaf)
        return leaf


def leaves(element: Element) -> Iterator[Leaf]:
    """The leaves below an element, in reading order."""
    for kid in element.kids:
        if isinstance(kid, Leaf):
            yield kid
        else:
            yield from leaves(kid)


@dataclass(frozen=True, slots=True)
class Jump:
    """Where a Link element leads: an anchor of the report or an address; `contents` is what a reader without the page hears, `name` the
    anchor by which others come here (may be empty)."""

    element: Element
    contents: str
    anchor: str = ""
    address: str = ""
    name: str = ""
