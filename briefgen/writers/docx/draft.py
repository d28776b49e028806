"""What is shared while one document is written: its style and language, the numbers given out, the parts collected."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from briefgen.blocks import Block, Comment, Footnote, Heading, Label, Listing, Paragraph, Quotation, Report, Table
from briefgen.templating import Style
from briefgen.writers.docx.comments import under_comment
from briefgen.writers.docx.markup import Xml, join, printable
from briefgen.writers.docx.numbering import LISTS
from briefgen.writers.docx.slots import CHOICE, MAX_TAG, Slot, bookmark_name, tag_name
from briefgen.writers.docx.wordprocessing import MAX_BOOKMARK_NAME, Bookmark, bookmark, content_control, field, run

if TYPE_CHECKING:
    from briefgen.writers.docx.parts import Parts

_LOCALES = {"ru": "ru-RU", "en": "en-GB"}
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_PNG = "image/png"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Any other scheme could run or open something on the reader's machine: it stays text.
_SAFE_ADDRESS = re.compile(r"(?:https?://|mailto:)\S+\Z", re.IGNORECASE)


class Draft:
    """One document being written. All numbers are given out in order, so that the same report has the same bytes."""

    def __init__(self, report: Report, style: Style, parts: Parts) -> None:
        self.style = style
        self.locale = word_locale(report.locale)
        self.parts = parts
        self._names = bookmark_names(_anchors(report.blocks))
        self._placed: set[str] = set()
        self._controlled: set[str] = set()
        self.slots: list[Slot] = []
        self.section = ""
        self.numbers: list[tuple[str, str, str]] = []  # of labels: the bookmark about the number, the anchor, the number
        self.footnotes: list[Footnote] = []
        self.comments: list[Comment] = []
        self._asked: dict[str, list[Comment]] = {}
        for comment in report.comments:
            self._asked.setdefault(comment.id, []).append(comment)
        self._drawings = 0
        self._controls: set[int] = set()
        self._roles: set[str] = set()  # of lists that their styles number
        self.lists: list[int] = []  # begun anew: their definitions

    def locale_of(self, language: str) -> str:
        """The language tag that Word knows a language by."""
        return _LOCALES.get(language, language)

    def place(self, anchor: str) -> Bookmark | None:
        """The bookmark of an anchor, once: a second block of the same anchor gets none."""
        if not anchor or anchor in self._placed:
            return None
        self._placed.add(anchor)
        return Bookmark(len(self._placed), self._names[anchor])

    def label(self, label: Label) -> Xml:
        """The word and number of a table or chart; Word counts the number, and references lead to it."""
        number = field(f"SEQ {label.word} \\* ARABIC", label.number, locale=self.locale)
        self.numbers.append((self._names[label.anchor], label.anchor, label.number))
        words = run(f"{label.word}\u00a0", locale=self.locale), bookmark(self.place(label.anchor), number)
        return join((*words, run(f"{label.sign} ", locale=self.locale)))

    def place_named(self, name: str) -> Bookmark:
        """A bookmark of a name of its own."""
        self._placed.add(name)
        return Bookmark(len(self._placed), name)

    def slot(self, slot: Slot, content: Xml, *, options: tuple[tuple[str, str], ...] = (), placeholder: bool = False) -> Xml:
        """Content in the control of a slot, with its bookmark inside: Word keeps both, LibreOffice the bookmark.

        A second slot of the same id stays as it is: no two controls of a draft have one name.
        """
        name = bookmark_name(slot.id)
        if name in self._controlled:
            return content
        self._controlled.add(name)
        label = slot.where[: MAX_TAG - 1] + "…" if len(slot.where) > MAX_TAG else slot.where
        self.slots.append(slot)
        place = self.place_named(name)
        marked = bookmark(place, self.commented(slot, content) if self._asked and slot.kind != CHOICE else content)
        tag = tag_name(slot.id)
        return content_control(tag, label, self.control_number(tag), marked, placeholder=placeholder, options=options)

    def commented(self, slot: Slot, content: Xml) -> Xml:
        """Content under the comments that are made on its slot, or on its item where it is the item's first."""
        for comment in (*self._asked.pop(slot.id, ()), *self._asked.pop(slot.item, ())):
            self.comments.append(comment)
            content = under_comment(len(self.comments) - 1, content)
        return content

    def where(self, *words: str) -> str:
        """The place of a slot in a person's words: the section, then what is given."""
        return ": ".join(dict.fromkeys([word for word in (self.section, *words) if word]))

    def target(self, anchor: str) -> str | None:
        """The bookmark's name, None for an anchor that no block has."""
        return self._names.get(anchor)

    def address(self, url: str) -> str | None:
        """The relationship of an address outside the document, None for one that nobody should follow."""
        if not _SAFE_ADDRESS.match(url):
            return None
        return self.parts.link(printable(url))

    def next_drawing(self) -> int:
        """The number of the next drawing."""
        self._drawings += 1
        return self._drawings

    def control_number(self, tag: str) -> int:
        """A number that stays the same for a tag, whatever stands before it."""
        number = zlib.crc32(tag.encode()) & 0x7FFFFFFF
        while not number or number in self._controls:
            number = (number + 1) & 0x7FFFFFFF
        self._controls.add(number)
        return number

    def start_list(self, role: str) -> int | None:
        """The list that the items of a Listing name; None for the one that their style names itself."""
        kind, letterhead = LISTS[role], self.parts.letterhead
        is_first = role not in self._roles
        self._roles.add(role)
        if is_first or not kind.is_counted or kind.style not in letterhead.lists or letterhead.numbering is None:
            return None
        self.lists.append(letterhead.lists[kind.style])
        return letterhead.numbering.first + len(self.lists) - 1

    def add_chart(self, chart: bytes, workbook: bytes) -> str:
        """The relationship of a new chart part with its workbook."""
        number = self.parts.free_number("charts/chart{}.xml")
        name = f"charts/chart{number}.xml"
        relationship = self.parts.add(name, _CHART, chart, "chart")
        self.parts.add(f"embeddings/chart{number}.xlsx", _WORKBOOK, workbook, "package", start=name)
        return relationship

    def add_picture(self, png: bytes) -> str:
        """The relationship of a picture."""
        return self.parts.add(f"media/image{self.parts.free_number('media/image{}.png')}.png", _PNG, png, "image")


def word_locale(locale: str) -> str:
    """A locale as Word and BCP 47 write it.

    >>> word_locale("en_GB")
    'en-GB'
    """
    return locale.replace("_", "-")


def bookmark_names(anchors: Iterable[str]) -> dict[str, str]:
    """Names that Word takes: letters, digits and underscores, at most 40, no two the same.

    >>> bookmark_names(["e-1-6", "e_1_6"])
    {'e-1-6': 'e_1_6', 'e_1_6': 'e_1_6_2'}
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for anchor in anchors:
        if anchor in names:
            continue
        stem = re.sub(r"\W", "_", anchor)[: MAX_BOOKMARK_NAME - 8]
        stem = stem if stem[0].isalpha() else f"a{stem}"
        name, number = stem, 1
        while name.lower() in taken:
            number += 1
            name = f"{stem}_{number}"
        taken.add(name.lower())
        names[anchor] = name
    return names


def _anchors(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading | Table) and block.label:
            yield block.label.anchor
        if isinstance(block, Heading | Paragraph | Quotation):
            anchors: tuple[str, ...] = (block.anchor,)
        elif isinstance(block, Listing):
            anchors = tuple(item.anchor for item in block.items)
        elif isinstance(block, Table):
            anchors = tuple(row.anchor for row in block.rows)
        else:
            anchors = ()
        yield from filter(None, anchors)
