"""A tree of a letterhead and the places in it -> text in pieces, between which a brief comes in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.writers.docx.markup import NAMESPACES, Xml, part

if TYPE_CHECKING:
    from lxml.etree import _Element

# Tags of the places in header and footer that the writer fills in.
MARKING, MARKING_BELOW, RUNNING, PAGE_OF = "marking", "marking_below", "running", "page_of"
WORD = {"w": NAMESPACES["w"]}
W = f"{{{WORD['w']}}}"
# Comments stand for places while a tree is made text; the letterhead's own were left out when it was read.
_PLACE = re.compile(r"<!--([a-z_]*|[()])-->")
_START, _STOP = "(", ")"
_NAME = re.compile(r"<[^\s/>]+")


@dataclass(frozen=True, slots=True)
class Divided:
    """A part with one place: its name, the text before and after the place, the first number that is free for what comes in."""

    name: str
    before: Xml
    after: Xml
    first: int = 1

    def filled(self, content: Xml) -> bytes:
        """The part with the content in its place."""
        return part(self.before, content, self.after)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a header or footer: text and the tags of places by turns; `can_go` where nothing but places stands in it."""

    pieces: tuple[str, ...]
    can_go: bool


@dataclass(frozen=True, slots=True)
class Margin:
    """A header or footer with any number of places."""

    stretches: tuple[Stretch, ...]
    paragraphs: int

    def filled(self, content: Mapping[str, Xml]) -> bytes:
        """The part with content by tag; a paragraph whose places are all empty goes, the last of its part apart."""
        left = self.paragraphs
        kept = []
        for stretch in self.stretches:
            words = [content[piece] if number % 2 else piece for number, piece in enumerate(stretch.pieces)]
            if stretch.can_go and left > 1 and not any(words[1::2]):
                left -= 1
            else:
                kept += words
        return part(Xml("".join(kept)))


def divided(name: str, tree: _Element, namespaces: Mapping[str, str] = WORD, *, first: int = 1) -> Divided:
    """A part at the one place that `mark` made in its tree; `namespaces` by prefix are those of what comes in."""
    before, _, after = _PLACE.split(text_of(tree, namespaces))
    return Divided(name, Xml(before), Xml(after), first)


def mark(name: str = "") -> _Element:
    """What stands for a place in a tree."""
    from lxml import etree

    return etree.Comment(name)


def margin_of(tree: _Element, tags: frozenset[str]) -> Margin:
    """A header or footer at the controls that have one of the tags."""
    paragraphs = tree.findall(f"{W}p")
    for control in list(tree.iter(f"{W}sdt")):
        tag = next((str(found.get(f"{W}val")) for found in control.iter(f"{W}tag")), "")
        paragraph = control.getparent()
        if tag in tags and paragraph is not None:
            paragraph.replace(control, mark(tag))
    for paragraph in paragraphs:
        if paragraph.find(f"{W}r") is None and any(not isinstance(child.tag, str) for child in paragraph):
            paragraph.addprevious(mark(_START))
            paragraph.addnext(mark(_STOP))
    return Margin(tuple(_stretches(_PLACE.split(text_of(tree, WORD)))), len(paragraphs))


def _stretches(pieces: list[str]) -> list[Stretch]:
    """Text and marks by turns -> stretches, divided where a paragraph of places alone starts or stops."""
    stretches = []
    taken = pieces[:1]
    for sign, words in zip(pieces[1::2], pieces[2::2], strict=True):
        if sign in (_START, _STOP):
            stretches.append(Stretch(tuple(taken), sign == _STOP))
            taken = [words]
        else:
            taken += (sign, words)
    return [*stretches, Stretch(tuple(taken), can_go=False)]


def text_of(tree: _Element, namespaces: Mapping[str, str]) -> Xml:
    """The tree as text whose root declares the namespaces; ValueError for one that has another under the same prefix."""
    from lxml import etree

    text = etree.tostring(tree, encoding="unicode", with_tail=False)
    there = tree.nsmap
    if wrong := [prefix for prefix, address in namespaces.items() if there.get(prefix, address) != address]:
        raise ValueError(f"the prefix {wrong[0]} is {there[wrong[0]]}")
    declared = "".join(f' xmlns:{prefix}="{address}"' for prefix, address in namespaces.items() if prefix not in there)
    return Xml(_NAME.sub(lambda name: name[0] + declared, text, count=1))
