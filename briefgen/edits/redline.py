"""A new draft and the last one -> the new draft with what it changes as tracked changes of "briefgen", so that a staffer sees them."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher

from lxml import etree

from briefgen.edits.draft import W, taken
from briefgen.edits.found import FoundItem, find_items
from briefgen.edits.package import DOCUMENT
from briefgen.edits.pulling import Draft, draft_text
from briefgen.edits.rewording import words_of
from briefgen.writers.docx.comments import AUTHOR
from briefgen.writers.docx.ledger import Ledger
from briefgen.writers.docx.package import pack
from briefgen.writers.docx.slots import CHOICE, CONTROL, reference_name, unify

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FIRST_NUMBER = 100_000  # of the changes; bookmarks and comments count from one


def redline(new: bytes, new_ledger: Ledger, old: Draft) -> bytes:
    """The bytes of the new draft with the changes since the old one, which is taken as it stands, tracked changes left out."""
    with zipfile.ZipFile(io.BytesIO(new)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    document = etree.fromstring(parts[DOCUMENT])
    before = [entry for entry in _found(old) if isinstance(entry, FoundItem)]
    _Redline(document, new_ledger, before).mark()
    parts[DOCUMENT] = etree.tostring(document, xml_declaration=True, encoding="UTF-8", standalone=True)
    return pack(parts)


def _found(draft: Draft) -> Iterable[object]:
    return find_items(taken(draft_text(draft).lines, accept=False), draft.ledger).entries


class _Redline:
    """A document being marked. State between calls: its controls by slot, the number of the last change."""

    def __init__(self, document: etree._Element, ledger: Ledger, before: list[FoundItem]) -> None:
        self.slots = {slot.id: slot for slot in ledger.slots}
        self.before = before
        self.texts: Mapping[str, str] = {slot: text for item in before for slot, text in item.texts.items()}
        tags = ((control, control.find(f"{W}sdtPr/{W}tag")) for control in document.iter(f"{W}sdt"))
        self.controls = {str(tag.get(f"{W}val")): control for control, tag in tags if tag is not None}
        self.numbers = {reference_name(anchor): number for _, anchor, number in ledger.numbers}
        self.date = f"{ledger.date}T00:00:00Z"
        self.number = _FIRST_NUMBER

    def mark(self) -> None:
        items = {slot.item for slot in self.slots.values()}
        known = {item.id for item in self.before}
        for slot in self.slots.values():
            control = self.controls.get(slot.id)
            if control is None or slot.kind == CHOICE or (slot.kind == CONTROL and slot.text.startswith("[")):
                continue  # a term is one word and shows by itself; a prompt is no text
            if slot.item not in known:
                self.insert_item(control)
            elif unify(self.texts.get(slot.id, slot.text)) != unify(slot.text):
                self.reword(control, self.texts[slot.id])
        place: etree._Element | None = None
        for item in self.before:
            if item.id in items:
                place = self.place_of(item.id)
            elif place is not None and not item.id.startswith("head/"):
                place = self.delete_item(item, place)

    def reword(self, control: etree._Element, old: str) -> None:
        """Words that go and words that come, run by run; what stays keeps its look and its links."""
        runs = [piece for run in list(control.iter(f"{W}r")) for piece in self.split(run)]
        after, before = [unify(text) or " " for _, text in runs], words_of(self.numbered(old))
        matcher = SequenceMatcher(None, [unify(word) or " " for word in before], after, autojunk=False)
        for operation, start, stop, first, last in matcher.get_opcodes():
            if operation == "equal":
                continue
            gone = "".join(before[start:stop])
            if gone:
                anchor = runs[first][0] if first < len(runs) else None
                self.put_deletion(gone, anchor, runs, control)
            for run, _ in runs[first:last]:
                self.wrap(run, "ins")

    def numbered(self, words: str) -> str:
        """Words with the numbers of tables, as the new draft has them."""
        for name, number in self.numbers.items():
            words = words.replace(name, number)
        return words

    def split(self, run: etree._Element) -> Iterator[tuple[etree._Element, str]]:
        """A run as one run a word, each in the look of the whole; what holds no words stays as it is."""
        text = "".join(node.text or "" for node in run.iterfind(f"{W}t"))
        if not text:
            if run.find(f"{W}br") is not None:
                yield run, "\n"
            return
        look = run.find(f"{W}rPr")
        for word in words_of(text):
            piece = _run(word, look)
            run.addprevious(piece)
            yield piece, word
        parent = run.getparent()
        assert parent is not None
        parent.remove(run)

    def put_deletion(
        self, words: str, anchor: etree._Element | None, runs: list[tuple[etree._Element, str]], control: etree._Element
    ) -> None:
        look = (anchor if anchor is not None else runs[-1][0]).find(f"{W}rPr") if runs else None
        gone = self.change("del", _run(words, look, deleted=True))
        if anchor is not None:
            anchor.addprevious(gone)
        elif runs:
            last = runs[-1][0]
            holder = last.getparent()
            (holder if holder is not None and holder.tag == f"{W}ins" else last).addnext(gone)
        else:
            content = control.find(f"{W}sdtContent")
            assert content is not None
            content.append(gone)

    def insert_item(self, control: etree._Element) -> None:
        """All runs of a new row or paragraph inserted, and its end."""
        row = next(control.iterancestors(f"{W}tr"), None)
        paragraph = next(control.iterancestors(f"{W}p"), None)
        if row is not None:
            properties = row.find(f"{W}trPr")
            if properties is not None and properties.find(f"{W}ins") is None:
                properties.append(self.change("ins"))
        elif paragraph is not None:
            self.mark_end(paragraph, "ins")
        holder = row if row is not None else paragraph
        for run in list(holder.iter(f"{W}r")) if holder is not None else ():
            parent = run.getparent()
            if parent is not None and parent.tag != f"{W}ins":
                self.wrap(run, "ins")

    def delete_item(self, item: FoundItem, place: etree._Element) -> etree._Element:
        """A row or paragraph that is gone, struck out where it stood; where to put the next one behind it."""
        texts = list(map(self.numbered, item.texts.values()))
        if place.tag == f"{W}tr" and item.table >= 0:
            gone = copy.deepcopy(place)
            self.empty(gone)
            properties = gone.find(f"{W}trPr")
            if properties is not None:
                for mark in (*properties.iterfind(f"{W}ins"), *properties.iterfind(f"{W}del")):
                    properties.remove(mark)
                properties.append(self.change("del"))
            paragraphs = [cell.find(f"{W}p") for cell in gone.iterfind(f"{W}tc")]
            columns = [int(slot.rpartition("/")[2]) if slot.rpartition("/")[2].isdigit() else 0 for slot in item.texts]
            for column, text in zip(columns, texts, strict=True):
                paragraph = paragraphs[column] if column < len(paragraphs) else None
                if paragraph is not None and text:
                    paragraph.append(self.change("del", _run(text, None, deleted=True)))
        else:
            gone = etree.Element(f"{W}p")
            etree.SubElement(etree.SubElement(gone, f"{W}pPr"), f"{W}pStyle", {f"{W}val": "BodyText"})
            self.mark_end(gone, "del")
            gone.append(self.change("del", _run(" ".join(filter(None, texts)), None, deleted=True)))
            place = next((table for table in place.iterancestors(f"{W}tbl")), place)
        place.addnext(gone)
        return gone

    def empty(self, row: etree._Element) -> None:
        """A row without its words, comments and bookmarks."""
        for paragraph in row.iter(f"{W}p"):
            for child in list(paragraph):
                if child.tag != f"{W}pPr":
                    paragraph.remove(child)

    def place_of(self, item: str) -> etree._Element | None:
        slot = next(slot for slot in self.slots.values() if slot.item == item)
        control = self.controls.get(slot.id)
        if control is None:
            return None
        holders = (*control.iterancestors(f"{W}tr"), *control.iterancestors(f"{W}p"))
        return holders[0] if holders else None

    def mark_end(self, paragraph: etree._Element, kind: str) -> None:
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        look = properties.find(f"{W}rPr")
        if look is None:
            look = etree.SubElement(properties, f"{W}rPr")
        look.insert(0, self.change(kind))

    def wrap(self, run: etree._Element, kind: str) -> None:
        change = self.change(kind)
        run.addprevious(change)
        change.append(run)

    def change(self, kind: str, *children: etree._Element) -> etree._Element:
        self.number += 1
        node = etree.Element(f"{W}{kind}", {f"{W}id": str(self.number), f"{W}author": AUTHOR, f"{W}date": self.date})
        node.extend(children)
        return node


def _run(words: str, look: etree._Element | None, *, deleted: bool = False) -> etree._Element:
    run = etree.Element(f"{W}r")
    if look is not None:
        run.append(copy.deepcopy(look))
    for number, line in enumerate(words.split("\n")):
        if number:
            etree.SubElement(run, f"{W}br")
        if line:
            text = etree.SubElement(run, f"{W}delText" if deleted else f"{W}t", {_SPACE: "preserve"})
            text.text = line
    return run
