"""A report and the edits of a brief -> the report as the person wants it, and the edits that found no place in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from briefgen.blocks import Choice, Citations, Comment, Control, Head, Heading, Inline, Inlines, ListItem, Moment, Report, Row, Table, Text
from briefgen.edits.edit import ANSWER, CHOICE, COMMENT, COPY, COPY_OF, DELETE, FIGURE, INSERT, MOVE, TEXT, WRITTEN, Edit
from briefgen.edits.rewording import reworded
from briefgen.edits.sheet import Item, Sheet, items_of, new_item, new_row
from briefgen.edits.telling import by_hand, in_the_original, tell
from briefgen.translation.catalogs import Catalog, catalog
from briefgen.writers.docx.slots import plain, reference_name, unify

TWIN, BASE = "twin", "base-changed"  # codes of comments: the other edition was reworded; the facts under an edit changed


@dataclass(frozen=True, slots=True)
class Applied:
    """The edited report and what could not be applied to it: the items of these edits are not printed now."""

    report: Report
    unplaced: tuple[Edit, ...]


def apply_edits(report: Report, edits: Iterable[Edit]) -> Applied:
    """Deletions, order, terms and copies in every language; words in their own; figures are applied to the brief before this."""
    work = _Work(report)
    for edit in sorted(edits, key=_turn):
        work.apply(edit)
    return work.finish()


def _turn(edit: Edit) -> tuple[int, bool]:
    """Neighbours have to be there when something is put beside them, an item's words before it is copied."""
    is_of_copy = edit.id.startswith(COPY_OF)
    return (2 if edit.kind == COPY else 3 if is_of_copy else 1), edit.kind == DELETE


class _Work:
    """A report being edited. State between calls: its blocks, its comments, what was met."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.sheet = Sheet(report.blocks)
        self.head = report.head
        self.words: Catalog = catalog(report.language)
        self.targets = _targets(report)
        self.comments: list[Comment] = []
        self.answered: set[tuple[str, str]] = set()
        self.reworded: set[str] = set()
        self.applied: list[Edit] = []
        self.unplaced: list[Edit] = []
        self.twins: dict[str, Edit] = {}
        self.foreign: list[Edit] = []

    def apply(self, edit: Edit) -> None:
        ways = {
            TEXT: self.text, DELETE: self.delete, MOVE: self.move, INSERT: self.insert, COPY: self.copy,
            CHOICE: self.choice, WRITTEN: self.written, ANSWER: self.answer, COMMENT: self.comment, FIGURE: self.figure,
        }  # fmt: skip
        (self.applied if ways[edit.kind](edit) else self.unplaced).append(edit)

    def finish(self) -> Applied:
        open_twins = {slot: edit for slot, edit in self.twins.items() if slot not in self.reworded and (slot, TWIN) not in self.answered}
        text = self.words.text("The other edition was reworded; compare this one.")
        twins = [Comment(slot, TWIN, text, edit.new, language=edit.language) for slot, edit in open_twins.items()]
        made = (*self.report.comments, *self.comments, *twins)
        comments = [comment for comment in made if (comment.id, comment.code) not in self.answered]
        blocks = tell(self.sheet.finished(), self.applied, list(open_twins.values()), self.foreign, self.words)
        report = replace(self.report, head=self.head, blocks=tuple(blocks), comments=tuple(comments))
        return Applied(report, tuple(self.unplaced))

    def text(self, edit: Edit) -> bool:
        """Other words in their own language; in the other one a comment on the twin."""
        old = self.inlines(edit.id)
        if old is None:
            return False
        if edit.language != self.report.language:
            self.twins.setdefault(edit.id, edit)
            return True
        self.reworded.add(edit.id)
        if unify(plain(old)) != unify(edit.old):
            text = self.words.text("The facts under these edited words changed. Without the edit it would read:")
            self.comments.append(Comment(edit.id, BASE, text, plain(old)))
        new = reworded(old, edit.new, self.targets)
        self.set_inlines(edit.id, (*new, *by_hand(self.words)) if edit.confirmed else new)
        return True

    def delete(self, edit: Edit) -> bool:
        name = _head_field(edit.id)
        if name:
            self.set_inlines(edit.id, ())
            return True
        return self.sheet.remove(edit.id) is not None or self.sheet.put_footnote(edit.id, None)

    def move(self, edit: Edit) -> bool:
        return self.sheet.move(edit.id, after=edit.after, before=edit.before)

    def copy(self, edit: Edit) -> bool:
        item = self.sheet.find(edit.id.removeprefix(COPY_OF))
        if item is None:
            return False
        twin = _copied(item, edit.id)
        return self.sheet.put(twin, edit.after) or self.sheet.put(twin, edit.id.removeprefix(COPY_OF))

    def insert(self, edit: Edit) -> bool:
        """A person's paragraph: in its language as it is, in the other one in the original and marked."""
        lines = edit.cells or (edit.new,)
        if edit.language == self.report.language:
            texts = tuple(reworded((), line, self.targets) for line in lines)
        else:
            texts = tuple(in_the_original(line, edit.language, self.words) if line else () for line in lines)
            self.foreign.append(edit)
        return self.put_new(edit, texts)

    def put_new(self, edit: Edit, texts: tuple[Inlines, ...]) -> bool:
        columns = self.sheet.columns_at(edit.after)
        if edit.cells and columns:
            return self.sheet.put(new_row(edit.id, texts, columns), edit.after)
        if edit.cells and (columns := self.sheet.columns_at(edit.before)):
            return self.sheet.put(new_row(edit.id, texts, columns), edit.before, offset=0)
        if edit.cells and self.sheet.put_between(new_row(edit.id, texts, len(edit.cells)), edit.after, edit.before):
            return True
        inlines = tuple(inline for number, text in enumerate(texts) for inline in ((Text(" "),) * bool(number) + text))
        item: Item = new_item(edit.id, inlines)
        if edit.role == "item" and self.sheet.is_list_item(edit.after):
            item = ListItem(inlines, ids=(edit.id,))
        if _head_field(edit.after) or not edit.after:
            self.sheet.put_first(item)
            return True
        return self.sheet.put(item, edit.after)

    def choice(self, edit: Edit) -> bool:
        item = self.sheet.find(edit.id.rpartition("/")[0])
        if not isinstance(item, Row):
            return False
        cells = tuple(tuple(_chosen(inline, edit, item) for inline in cell) for cell in item.cells)
        self.sheet.put_in_place(item.ids[0], replace(item, cells=cells))
        return cells != item.cells

    def written(self, edit: Edit) -> bool:
        """A person's words in their control; in the other language the original, until that has words of its own."""
        for number, block in enumerate(self.sheet.blocks):
            if isinstance(block, Control) and block.tag == edit.id:
                if edit.language == self.report.language:
                    words = reworded((), edit.new, self.targets)
                    self.reworded.add(edit.id)
                elif edit.id not in self.reworded:
                    words = in_the_original(edit.new, edit.language, self.words)
                    self.foreign.append(edit)
                else:
                    return True
                self.foreign = [other for other in self.foreign if other.id != edit.id or edit.language != self.report.language]
                self.sheet.blocks[number] = replace(block, inlines=words)
                return True
        return False

    def answer(self, edit: Edit) -> bool:
        if edit.language == self.report.language:
            self.answered.add((edit.id, edit.old))
        return True

    def comment(self, edit: Edit) -> bool:
        if edit.language == self.report.language:
            self.comments.append(Comment(edit.id, edit.old, edit.new, "", edit.who, edit.when))
        return True

    def figure(self, edit: Edit) -> bool:
        return True  # the brief has it; whoever corrected it says what it could not find

    def inlines(self, slot: str) -> Inlines | None:
        """The inlines of a slot as they are now."""
        name = _head_field(slot)
        if name:
            value = getattr(self.head, name)
            return value if isinstance(value, tuple) else (Text(value),) if value else None
        item, cell = self.place(slot)
        if item is None:
            note = self.sheet.footnote(slot)
            return note.inlines if note else None
        if isinstance(item, Row):
            return item.cells[cell] if 0 <= cell < len(item.cells) else None
        if isinstance(item, Moment):
            return (Text(item.date),) if cell == 0 else item.inlines
        return (Text(item.text),) if isinstance(item, Heading) else item.inlines

    def set_inlines(self, slot: str, inlines: Inlines) -> None:
        name = _head_field(slot)
        if name:
            value: Any = inlines if name == "basis" else plain(inlines)
            self.head = replace(self.head, **{name: value})
            return
        item, cell = self.place(slot)
        if item is not None:
            self.sheet.put_in_place(item.ids[0], _with_inlines(item, cell, inlines))
        elif (note := self.sheet.footnote(slot)) is not None:
            self.sheet.put_footnote(slot, replace(note, inlines=(Text(plain(inlines)),)))

    def place(self, slot: str) -> tuple[Item | None, int]:
        """The item of a slot, and the column of it that the slot is."""
        item = self.sheet.find(slot)
        if item is not None and not isinstance(item, Row | Moment):
            return item, -1
        id, _, cell = slot.rpartition("/")
        item = self.sheet.find(id)
        return (item, int(cell)) if isinstance(item, Row | Moment) and cell.isdigit() else (None, -1)


def _with_inlines(item: Item, cell: int, inlines: Inlines) -> Item:
    if isinstance(item, Row):
        return replace(item, cells=(*item.cells[:cell], inlines, *item.cells[cell + 1 :]))
    if isinstance(item, Heading):
        return replace(item, text=plain(inlines))
    if isinstance(item, Moment) and cell == 0:
        return replace(item, date=plain(inlines))
    return replace(item, inlines=inlines)


def _chosen(inline: Inline, edit: Edit, item: Row) -> Inline:
    """The list with the term chosen, where it is this one and offers the term."""
    if not isinstance(inline, Choice) or inline.id.rpartition("/")[2] != edit.id.rpartition("/")[2]:
        return inline
    return replace(inline, chosen=edit.new) if edit.new in dict(inline.options) else inline


def _copied(item: Item, id: str) -> Item:
    """An item under another id, which no citation leads to; the lists of a row have names of their own."""
    if isinstance(item, Heading | Moment):
        return replace(item, ids=(id,))
    if not isinstance(item, Row):
        return replace(item, ids=(id,), anchor="")
    cells = tuple(
        tuple(replace(inline, id=f"{id}/{inline.id.rpartition('/')[2]}") if isinstance(inline, Choice) else inline for inline in cell)
        for cell in item.cells
    )
    return replace(item, cells=cells, ids=(id,), anchor="")


def _head_field(id: str) -> str:
    kind, _, name = id.partition("/")
    return name if kind == "head" and name in Head.__dataclass_fields__ else ""


def _targets(report: Report) -> Mapping[str, str]:
    """The anchors of all citations of a report by their printed text, and the numbers of its tables and charts by their names."""
    labels = (block.label for block in report.blocks if isinstance(block, Heading | Table) and block.label)
    found = {reference_name(label.anchor): label.number for label in labels}
    for block in report.blocks:
        groups = [getattr(block, "inlines", ()), *(getattr(item, "inlines", ()) for item in items_of(block))]
        groups += [cell for item in items_of(block) if isinstance(item, Row) for cell in item.cells]
        for inline in (inline for group in groups for inline in group):
            if isinstance(inline, Citations):
                found.update({citation.text: citation.target for citation in inline.items})
    return found
