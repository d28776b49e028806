"""A Word draft, saved by whatever program -> its text in lines, each a run of pieces that know their slot and their tracked change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXTS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": ""}
_COPY = re.compile(r"_Copy_\d+\Z")
INSERTED, DELETED = "inserted", "deleted"
_STATES = {f"{W}ins": INSERTED, f"{W}moveTo": INSERTED, f"{W}del": DELETED, f"{W}moveFrom": DELETED}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one slot (empty: outside any) and one state of change. `holder` tells two copies of a slot apart; `is_prompt`: the
    control is empty and shows its prompt."""

    text: str
    slot: str = ""
    holder: int = 0
    state: str = ""
    author: str = ""
    date: str = ""
    is_prompt: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands: the number of its table, row and cell, -1 in the body; `is_head` for a head row, `state` of its row."""

    table: int = -1
    row: int = -1
    cell: int = -1
    is_head: bool = False
    state: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its pieces, its style's id, where it stands, and the state of its paragraph mark."""

    pieces: tuple[Piece, ...]
    style: str = ""
    place: Place = Place()
    mark: str = ""
    picture: bool = False

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces if not piece.is_prompt)


@dataclass(frozen=True, slots=True)
class DraftText:
    """The lines of a draft, and the slots that its comments are made on, by the comments' numbers."""

    lines: tuple[Line, ...]
    anchors: Mapping[str, str]


def read_text(
    document: etree._Element,
    tags: Mapping[str, str],
    bookmarks: Mapping[str, str],
    references: Mapping[str, str] = MappingProxyType({}),
    footnotes: etree._Element | None = None,
) -> DraftText:
    """The text of a document's body; `tags` and `bookmarks` give the slots by the names of controls and bookmarks, `references` what
    stands for a reference to a bookmark. Numbers that Word counts are no words: they change by themselves. Our footnotes are lines behind
    the body; one that a person made stands in brackets where its mark is."""
    body = document.find(f"{W}body")
    reader = _Reader(tags, bookmarks, references)
    # LibreOffice 7.4 reads footnotes twice and so names the bookmarks in them as copies.
    reader.bookmarks = dict(bookmarks) | dict(_copies(footnotes, bookmarks))
    noted = [(str(note.get(f"{W}id")), list(reader.blocks(note, _Context()))) for note in _notes(footnotes)]
    reader.bookmarks = bookmarks
    ours = [line for _, lines in noted if _is_ours(lines) for line in lines]
    reader.notes = {id: " ".join(line.text.strip() for line in lines) for id, lines in noted if not _is_ours(lines)}
    lines = tuple(reader.blocks(body, _Context())) if body is not None else ()
    return DraftText((*lines, *ours), reader.anchors)


def _copies(footnotes: etree._Element | None, bookmarks: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The slots of bookmarks that have the ending of a copy."""
    names = {str(mark.get(f"{W}name")) for mark in footnotes.iter(f"{W}bookmarkStart")} if footnotes is not None else set()
    yield from ((name, bookmarks[base]) for name in names if (base := _COPY.sub("", name)) in bookmarks)


def _notes(footnotes: etree._Element | None) -> Iterator[etree._Element]:
    """Footnotes without the separators, which have a type."""
    yield from (note for note in footnotes if note.get(f"{W}type") is None) if footnotes is not None else ()


def _is_ours(lines: Iterable[Line]) -> bool:
    return any(piece.slot for line in lines for piece in line.pieces)


def taken(lines: Iterable[Line], *, accept: bool) -> tuple[Line, ...]:
    """The lines with all tracked changes accepted, or with all of them left out."""
    gone = DELETED if accept else INSERTED
    result: list[Line] = []
    open_line: Line | None = None
    for line in lines:
        if line.place.state == gone:
            continue
        pieces = tuple(piece for piece in line.pieces if piece.state != gone)
        line = replace(line, pieces=pieces, place=replace(line.place, state=""))
        if open_line is not None and open_line.place == line.place:
            line = replace(line, pieces=(*open_line.pieces, *line.pieces), style=open_line.style or line.style)
        elif open_line is not None:
            result.append(open_line)
        open_line = line if line.mark == gone else None  # its end is gone: it runs on in the next line
        if open_line is None:
            result.append(line)
    if open_line is not None:
        result.append(open_line)
    return tuple(line for line in result if line.pieces or line.picture)


@dataclass(frozen=True, slots=True)
class _Context:
    slot: str = ""
    holder: int = 0
    is_prompt: bool = False
    state: str = ""
    author: str = ""
    date: str = ""
    place: Place = Place()


@dataclass(slots=True)
class _Field:
    """A field being read: its instruction, and whether its result has begun."""

    instruction: str = ""
    in_result: bool = False

    def shown(self, references: Mapping[str, str]) -> str | None:
        """What stands for its result: nothing for a count, the name of what is referred to; None where the result are its words."""
        name, _, rest = self.instruction.strip().partition(" ")
        if name == "SEQ":
            return ""
        target = rest.strip().partition(" ")[0]
        return references.get(target) if name == "REF" else None


@dataclass(slots=True)
class _Reader:
    """Walks a body in order. State between calls: fields and bookmarks that are open, numbers of tables and holders given out."""

    tags: Mapping[str, str]
    bookmarks: Mapping[str, str]
    references: Mapping[str, str]
    fields: list[_Field] = field(default_factory=list)
    notes: Mapping[str, str] = field(default_factory=dict)  # those that a person made
    tables: int = 0
    holders: int = 0
    open: dict[str, tuple[str, int]] = field(default_factory=dict)
    anchors: dict[str, str] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)

    def blocks(self, parent: etree._Element, context: _Context) -> Iterator[Line]:
        for child in parent:
            if child.tag == f"{W}p":
                yield self.line(child, context)
            elif child.tag == f"{W}tbl":
                yield from self.table(child, context)
            elif child.tag == f"{W}sdt":
                content = child.find(f"{W}sdtContent")
                if content is not None and not _is_contents(child):
                    yield from self.blocks(content, self.controlled(child, context))
            elif child.tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd"):
                self.bookmark(child)
            elif child.tag in _STATES:
                yield from self.blocks(child, _changed(child, context))
            elif child.tag == f"{W}customXml":
                yield from self.blocks(child, context)

    def table(self, table: etree._Element, context: _Context) -> Iterator[Line]:
        self.tables += 1
        number = self.tables
        for row_number, row in enumerate(_inside(table, f"{W}tr")):
            properties = row.find(f"{W}trPr")
            state = _state_of(properties)
            is_head = properties is not None and properties.find(f"{W}tblHeader") is not None
            for cell_number, cell in enumerate(_inside(row, f"{W}tc")):
                place = Place(number, row_number, cell_number, is_head, state)
                yield from self.blocks(cell, replace(context, place=place))

    def line(self, paragraph: etree._Element, context: _Context) -> Line:
        properties = paragraph.find(f"{W}pPr")
        style = properties.find(f"{W}pStyle") if properties is not None else None
        mark = _state_of(properties.find(f"{W}rPr")) if properties is not None else ""
        pieces = tuple(self.pieces(paragraph, context))
        picture = next(paragraph.iter("{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"), None) is not None
        return Line(pieces, str(style.get(f"{W}val")) if style is not None else "", context.place, mark, picture)

    def pieces(self, parent: etree._Element, context: _Context) -> Iterator[Piece]:
        for child in parent:
            if child.tag == f"{W}r":
                yield from self.run(child, context)
            elif child.tag == f"{W}sdt":
                inner = self.controlled(child, context)
                content = child.find(f"{W}sdtContent")
                if inner.slot != context.slot or inner.holder != context.holder:
                    yield _piece("", inner)  # an emptied control is still there
                yield from self.pieces(content, inner) if content is not None else ()
            elif child.tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd"):
                if self.bookmark(child):
                    yield _piece("", self.current(context))
            elif child.tag == f"{W}commentRangeStart":
                self.waiting.append(str(child.get(f"{W}id")))
            elif child.tag in _STATES:
                yield from self.pieces(child, _changed(child, context))
            elif child.tag == f"{W}fldSimple":
                shown = _Field(str(child.get(f"{W}instr", ""))).shown(self.references)
                yield from self.pieces(child, context) if shown is None else (_piece(shown, self.current(context)),)
            elif child.tag not in (f"{W}pPr", _FALLBACK) and isinstance(child.tag, str):
                yield from self.pieces(child, context)  # hyperlinks, smart tags, simple fields

    def run(self, run: etree._Element, context: _Context) -> Iterator[Piece]:
        context = self.current(context)
        if context.slot:
            self.anchors.update(dict.fromkeys(self.waiting, context.slot))
            self.waiting.clear()
        for node in run:
            if node.tag == f"{W}fldChar":
                yield from self.field_sign(str(node.get(f"{W}fldCharType")), context)
            elif node.tag == f"{W}instrText" and self.fields:
                self.fields[-1].instruction += node.text or ""
            elif any(open.in_result and open.shown(self.references) is not None for open in self.fields):
                continue
            elif node.tag == f"{W}footnoteReference":
                words = self.notes.get(str(node.get(f"{W}id")), "")
                yield _piece(f" ({words})" if words else "", context)
            elif node.tag in (f"{W}t", f"{W}delText"):
                yield _piece(node.text or "", context)
            elif node.tag in _TEXTS and node.get(f"{W}type") != "page":
                yield _piece(_TEXTS[node.tag], context)

    def field_sign(self, kind: str, context: _Context) -> Iterator[Piece]:
        """The begin, middle or end of a field; in the middle what stands for the result."""
        if kind == "begin":
            self.fields.append(_Field())
        elif self.fields and kind == "separate":
            self.fields[-1].in_result = True
            yield _piece(self.fields[-1].shown(self.references) or "", context)
        elif self.fields:
            self.fields.pop()

    def current(self, context: _Context) -> _Context:
        """The slot of a control, else that of the bookmark opened last."""
        if context.slot or not self.open:
            return context
        slot, holder = list(self.open.values())[-1]
        return replace(context, slot=slot, holder=holder)

    def controlled(self, control: etree._Element, context: _Context) -> _Context:
        properties = control.find(f"{W}sdtPr")
        tag = properties.find(f"{W}tag") if properties is not None else None
        slot = self.tags.get(str(tag.get(f"{W}val"))) if tag is not None else None
        is_prompt = properties is not None and properties.find(f"{W}showingPlcHdr") is not None
        if slot is None:
            return replace(context, is_prompt=context.is_prompt or is_prompt)
        self.holders += 1
        return replace(context, slot=slot, holder=self.holders, is_prompt=is_prompt)

    def bookmark(self, mark: etree._Element) -> bool:
        """Open or close a bookmark; whether one of ours was opened."""
        number = str(mark.get(f"{W}id"))
        if mark.tag == f"{W}bookmarkEnd":
            self.open.pop(number, None)
            return False
        slot = self.bookmarks.get(str(mark.get(f"{W}name")))
        if slot is None:
            return False
        self.holders += 1
        self.open[number] = (slot, self.holders)
        return True


def _piece(text: str, context: _Context) -> Piece:
    return Piece(text, context.slot, context.holder, context.state, context.author, context.date, context.is_prompt)


def _changed(change: etree._Element, context: _Context) -> _Context:
    """Inside a tracked change; what was inserted and then deleted is deleted."""
    state = _STATES[str(change.tag)]
    if context.state == DELETED:
        state = DELETED
    return replace(context, state=state, author=str(change.get(f"{W}author", "")), date=str(change.get(f"{W}date", "")))


def _state_of(properties: etree._Element | None) -> str:
    if properties is None:
        return ""
    return next((state for tag, state in _STATES.items() if properties.find(tag) is not None), "")


def _inside(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows of a table, cells of a row, also those in a control of their own."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}del"):
            yield from _inside(child, tag)


def _is_contents(control: etree._Element) -> bool:
    """A list of contents, which Word fills."""
    return control.find(f"{W}sdtPr/{W}docPartObj") is not None
