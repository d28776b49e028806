"""Inlines -> fragments: text in one look, each with its leaf of the structure tree and the link it belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefgen.blocks import Choice, Citations, Figure, Foreign, Inline, LineBreak, Link, Mark, Reference, Strong, Text
from briefgen.templating import Role
from briefgen.writers.pdf.characters import printable
from briefgen.writers.pdf.setting import Setting, look
from briefgen.writers.pdf.strips import Look
from briefgen.writers.pdf.structure import Element, Jump, Leaf

NBSP = "\u00a0"
LINE_END = "\n"

# Up to so many citations stand unbroken; a longer row of them may break after a semicolon.
_UNBROKEN_CITATIONS = 3


@dataclass(frozen=True, slots=True)
class Fragment:
    """Text in one look. Without a leaf it is no real content (a repeated head, a page number)."""

    text: str
    look: Look
    leaf: Leaf | None
    jump: Jump | None = None

    def with_text(self, text: str) -> Fragment:
        """A part of the fragment."""
        return Fragment(text, self.look, self.leaf, self.jump)


class FragmentList(list[Fragment]):
    """Fragments as they are made; adjacent words of the same element share one leaf."""

    def __init__(self, element: Element) -> None:
        super().__init__()
        self._element = element
        self._leaf: Leaf | None = None

    def words(self, text: str, look: Look) -> None:
        """Words of the paragraph itself."""
        if self._leaf is None:
            self._leaf = self._element.leaf()
        self._append(text, look, self._leaf, None)

    def inner(self, element: Element, text: str, look: Look, jump: Jump | None = None) -> None:
        """Words of an element inside the paragraph."""
        self._append(text, look, element.leaf(), jump)
        self._leaf = None

    def _append(self, text: str, look: Look, leaf: Leaf, jump: Jump | None) -> None:
        text = text if text == LINE_END else printable(text)
        leaf.text += text
        self.append(Fragment(text, look, leaf, jump))


def fragments(inlines: Iterable[Inline], role: Role, element: Element, setting: Setting) -> list[Fragment]:
    """The inlines of a paragraph or a cell, their elements added to `element` in reading order."""
    found = FragmentList(element)
    plain, strong = look(setting, role), look(setting, role, weight="bold" if role.weight != "regular" else "semibold")
    previous: Inline | None = None
    for inline in inlines:
        match inline:
            case Text(text):
                found.words(text, plain)
            case Strong(text):
                found.words(text, strong)
            case Mark(text):
                found.words(text.replace(" ", NBSP), look(setting, role, colour="secondary", factor=setting.style.inset.mark))
            case LineBreak():
                found.words(LINE_END, plain)
            case Choice():
                found.words(inline.text, plain)
            case Figure(qualifier, integer, fraction):
                found.words(qualifier, plain)
                found.words(integer + fraction, strong)
            case Foreign(text, language):
                found.inner(
                    element.add("Span", language=language), text, _foreign_look(role, setting) if isinstance(previous, LineBreak) else plain
                )
            case Citations():
                _cite(inline, role, element, setting, found)
            case Link(text, target):
                _link(found, element, text, target, look(setting, role, colour="accent"), setting)
            case Reference(text, target):
                _link(found, element, text, "#" + target, look(setting, role, colour="accent"), setting)
        previous = inline
    return found


def _foreign_look(role: Role, setting: Setting) -> Look:
    """An original under its translation is grey, and never larger than the text above it."""
    foreign = setting.style.roles.foreign
    return look(setting, foreign, factor=min(1.0, role.size / foreign.size))


def _cite(citations: Citations, role: Role, element: Element, setting: Setting, found: FragmentList) -> None:
    small = look(setting, role, weight="regular", colour="accent", factor=setting.style.inset.citation)
    space = NBSP if len(citations.items) <= _UNBROKEN_CITATIONS else " "
    for number, citation in enumerate(citations.items):
        found.words(f";{space}" if number else "[", small)
        _link(found, element, citation.text, "#" + citation.target, small, setting, name=citation.anchor)
    found.words("]", small)


def _link(found: FragmentList, element: Element, text: str, target: str, words: Look, setting: Setting, *, name: str = "") -> None:
    """Words that lead to an address or to an anchor; where the report lacks the anchor they stand without a link."""
    if not target.startswith("#"):
        link = element.add("Link")
        found.inner(link, text, words, Jump(link, text, address=target))
    elif target[1:] in setting.anchors:
        link = element.add("Link")
        found.inner(link, text, words, Jump(link, text, anchor=target[1:], name=name))
    else:
        found.words(text, words)
