"""A draft as a person changes it in Word: each method does to the XML what Word does when it saves such a change."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
WHO, WHEN = "I. Petrova", "2026-03-01T09:30:00Z"


class WordDraft:
    """An open draft. `save` gives its bytes."""

    def __init__(self, docx: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.document = etree.fromstring(self.parts["word/document.xml"])
        self.body = self.document.find(f"{W}body")
        self._number = 9000

    def save(self) -> bytes:
        """The file, its properties telling who saved it and when."""
        parts = {**self.parts, "word/document.xml": etree.tostring(self.document, xml_declaration=True, encoding="UTF-8", standalone=True)}
        core = etree.fromstring(parts["docProps/core.xml"])
        for node in core:
            node.text = WHO if node.tag.endswith("}lastModifiedBy") else WHEN if node.tag.endswith("}modified") else node.text
        parts["docProps/core.xml"] = etree.tostring(core)
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in parts.items():
                archive.writestr(name, data)
        return buffer.getvalue()

    def tags(self) -> list[str]:
        """The tags of all controls in order."""
        return [str(tag.get(f"{W}val")) for tag in self.body.iter(f"{W}tag")]

    def control(self, tag: str) -> etree._Element:
        """The first control of a tag."""
        return next(node for node in self.body.iter(f"{W}sdt") if node.find(f"{W}sdtPr/{W}tag").get(f"{W}val") == tag)

    def text(self, tag: str) -> str:
        return "".join(node.text or "" for node in self.control(tag).iter(f"{W}t"))

    def type(self, tag: str, words: str) -> None:
        """Other words in a control: runs split with revision ids, proofing marks between, the prompt gone."""
        control = self.control(tag)
        for prompt in control.findall(f"{W}sdtPr/{W}showingPlcHdr"):
            control.find(f"{W}sdtPr").remove(prompt)
        content = control.find(f"{W}sdtContent")
        for run in [node for node in content.iter(f"{W}r", f"{W}hyperlink") if node.find(f"{W}commentReference") is None]:
            if run.getparent() is not None:
                run.getparent().remove(run)
        start = content.find(f".//{W}bookmarkStart")
        pieces = words.split(" ")
        nodes: list[etree._Element] = []
        for number, piece in enumerate(pieces):
            nodes.append(self.run(piece + (" " if number < len(pieces) - 1 else ""), rsid=f"00AB12{number % 100:02d}"))
            nodes += [_element("proofErr", type="spellStart"), _element("proofErr", type="spellEnd")] * (number == 0)
        for node in reversed(nodes):
            start.addnext(node) if start is not None else content.insert(0, node)

    def append(self, tag: str, words: str) -> None:
        """Words typed behind a control, in the same paragraph."""
        self.paragraph(tag).append(self.run(words))

    def exchange(self, tag: str, old: str, new: str) -> None:
        """Some words of a control exchanged inside their runs, links and styles untouched."""
        for node in self.control(tag).iter(f"{W}t"):
            if old in (node.text or ""):
                node.text = node.text.replace(old, new, 1)
                return
        raise AssertionError(f"{tag} does not hold {old!r} in one run")

    def choose(self, tag: str, words: str) -> None:
        self.type(tag, words)

    def empty(self, tag: str) -> None:
        """All words of a control deleted: Word shows its prompt."""
        self.type(tag, "")
        control = self.control(tag)
        control.find(f"{W}sdtPr").insert(3, _element("showingPlcHdr"))
        control.find(f"{W}sdtContent").append(self.run("Click or tap here to enter text."))

    def unwrap(self, tag: str) -> None:
        """The control removed, its content kept (Remove Content Control)."""
        control = self.control(tag)
        for child in list(control.find(f"{W}sdtContent")):
            control.addprevious(child)
        control.getparent().remove(control)

    def paragraph(self, tag: str) -> etree._Element:
        return next(node for node in self.control(tag).iterancestors(f"{W}p"))

    def row(self, tag: str) -> etree._Element:
        return next(node for node in self.control(tag).iterancestors(f"{W}tr"))

    def item(self, tag: str) -> etree._Element:
        """The row of a control, else its paragraph."""
        return next(iter(self.control(tag).iterancestors(f"{W}tr")), None) if self.in_table(tag) else self.paragraph(tag)

    def in_table(self, tag: str) -> bool:
        return next(iter(self.control(tag).iterancestors(f"{W}tr")), None) is not None

    def delete(self, tag: str) -> None:
        """The row or paragraph of a control deleted."""
        item = self.item(tag)
        item.getparent().remove(item)

    def move(self, tag: str, after: str) -> None:
        """Cut and paste: the item with its controls and bookmarks behind another."""
        item, other = self.item(tag), self.item(after)
        other.addnext(item)

    def paste(self, tag: str, after: str) -> None:
        """Copy and paste: the copy has the tags, other numbers, and no bookmarks, which Word leaves with one of the two."""
        twin = copy.deepcopy(self.item(tag))
        for mark in list(twin.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            mark.getparent().remove(mark)
        for id in twin.iter(f"{W}id"):
            self._number += 1
            id.set(f"{W}val", str(self._number))
        self.item(after).addnext(twin)

    def add(self, words: str, after: str, style: str = "BodyText") -> None:
        """A new paragraph behind an item's paragraph or table."""
        paragraph = _element("p", _element("pPr", _element("pStyle", val=style)), self.run(words))
        place = next(iter(self.control(after).iterancestors(f"{W}tbl")), None) if self.in_table(after) else self.paragraph(after)
        place.addnext(paragraph)

    def add_row(self, cells: list[str], after: str) -> None:
        """A new row behind another, made as Word makes it: a copy without controls."""
        row = copy.deepcopy(self.row(after))
        for control in list(row.iter(f"{W}sdt")):
            control.getparent().remove(control)
        for cell, words in zip(row.iter(f"{W}tc"), cells, strict=False):
            paragraph = cell.find(f"{W}p")
            for child in list(paragraph):
                if child.tag != f"{W}pPr":
                    paragraph.remove(child)
            paragraph.append(self.run(words))
        self.row(after).addnext(row)

    def track(self, tag: str, old: str, new: str) -> None:
        """Some words exchanged with Track Changes on."""
        for node in self.control(tag).iter(f"{W}t"):
            before, found, behind = (node.text or "").partition(old)
            if not found:
                continue
            run = node.getparent()
            gone = _element("del", _deleted(self.like(run, old)), **self.change())
            come = _element("ins", self.like(run, new), **self.change())
            around = [[self.like(run, words)] if words else [] for words in (before, behind)]
            for piece in (*around[0], gone, come, *around[1]):
                run.addprevious(piece)
            run.getparent().remove(run)
            return
        raise AssertionError(f"{tag} does not hold {old!r} in one run")

    def track_deleted(self, tag: str) -> None:
        """A whole item deleted with Track Changes on."""
        item = self.item(tag)
        for run in [node for node in item.iter(f"{W}r") if node.getparent() is not None]:
            gone = _element("del", **self.change())
            run.addprevious(gone)
            gone.append(_deleted(run))
        if item.tag == f"{W}tr":
            properties = item.find(f"{W}trPr")
            properties.append(_element("del", **self.change()))
        else:
            item.find(f"{W}pPr").append(_element("rPr", _element("del", **self.change())))

    def accept(self) -> None:
        """Accept all changes."""
        self.settle("del", "ins")

    def reject(self) -> None:
        """Reject all changes."""
        self.settle("ins", "del")

    def settle(self, gone: str, kept: str) -> None:
        for node in list(self.body.iter(f"{W}{gone}")):
            holder = node.getparent()
            if holder.tag == f"{W}trPr":
                holder.getparent().getparent().remove(holder.getparent())
            elif holder.tag != f"{W}rPr" and holder.getparent() is not None:
                holder.remove(node)
        for node in list(self.body.iter(f"{W}{kept}")):
            for child in list(node):
                node.addprevious(child)
                for text in child.iter(f"{W}delText"):
                    text.tag = f"{W}t"
            node.getparent().remove(node)
        for paragraph in list(self.body.iter(f"{W}p")):
            if paragraph.find(f"{W}pPr/{W}rPr/{W}{gone}") is not None and not list(paragraph.iter(f"{W}t")):
                paragraph.getparent().remove(paragraph)

    def change(self) -> dict[str, str]:
        self._number += 1
        return {"id": str(self._number), "author": WHO, "date": WHEN}

    def like(self, run: etree._Element, words: str) -> etree._Element:
        """A run in the look of another."""
        twin = self.run(words)
        if (look := run.find(f"{W}rPr")) is not None:
            twin.insert(0, copy.deepcopy(look))
        return twin

    def run(self, words: str, *, rsid: str = "00CD34EF") -> etree._Element:
        text = _element("t")
        text.text = words
        text.set(XML_SPACE, "preserve")
        return _element("r", text, rsidR=rsid)


def bodies(element: etree._Element) -> Iterator[str]:
    """The texts of all paragraphs below."""
    yield from ("".join(node.text or "" for node in paragraph.iter(f"{W}t")) for paragraph in element.iter(f"{W}p"))


def _element(name: str, *children: etree._Element, **attributes: str) -> etree._Element:
    node = etree.Element(f"{W}{name}", {f"{W}{key}": value for key, value in attributes.items()})
    node.extend(children)
    return node


def _deleted(run: etree._Element) -> etree._Element:
    for text in run.iter(f"{W}t"):
        text.tag = f"{W}delText"
    return run
