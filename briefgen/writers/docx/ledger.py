"""A draft's slots -> its ledger, a custom XML part: what was printed where, so that a later reader can tell what a person changed.

The part is only compared with, never bound to the controls: a bound control takes its text from the part and loses what Word typed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from briefgen.blocks import Comment, Report
from briefgen.writers.docx.markup import element, long_text, part, root, text_from
from briefgen.writers.docx.package import packed_again
from briefgen.writers.docx.slots import Slot, unify

if TYPE_CHECKING:
    from briefgen.writers.docx.draft import Draft
    from briefgen.writers.docx.parts import Parts

NAMESPACE = "urn:briefgen:draft:1"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_COMMENT = tuple(field.name for field in fields(Comment))
# In the XML that is written here each attribute stands in double quotation marks and no text holds < or >.
_BLOCK = re.compile(r"<(/?)w:(p|tbl|sdt)(?: [^>]*?)?(/?)>")
_WORDS = re.compile(r'<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:tab(?: [^>]*)?/>|<w:fldChar [^>]*w:fldCharType="(\w+)"')
_TABLE, _TABLE_END = "<w:tbl>", "</w:tbl>"
_SAME, _PARENT = ".", ".."  # as an item: the slot's own id, the id without its last part
# The UUID of version 5 of the namespace: the same for every draft (RFC 9562, 5.5). Made once: uuid takes longer to load than to make one.
_STORE = "{EDFF36AE-A647-579A-9D94-45086F9370B8}"


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a draft printed: its slots in order, the paragraphs that no slot holds, the comments; and of which brief it is. `numbers` are
    the bookmarks about the numbers of tables and charts, each with the label's anchor and the number."""

    language: str
    brief_number: str
    date: str
    slots: tuple[Slot, ...]
    fixed: tuple[str, ...]
    comments: tuple[Comment, ...]
    numbers: tuple[tuple[str, str, str], ...] = ()


def ledger_of_draft(report: Report, draft: Draft, body: str) -> Ledger:
    """The ledger of a draft with a body, XML. What a letterhead says before it stands in no control either."""
    texts = (*_fixed_texts(draft.parts.letterhead.document.before), *_fixed_texts(_without_tables(body)))
    comments, numbers = tuple(draft.comments), tuple(draft.numbers)
    return Ledger(report.language, report.brief_number, report.modified, tuple(draft.slots), texts, comments, numbers)


def add_ledger(ledger: Ledger, parts: Parts) -> None:
    """The part with its properties, related to the document as Word relates them."""
    number = parts.free_number("/customXml/item{}.xml")
    name = f"/customXml/item{number}.xml"
    parts.add(name, "application/xml", ledger_part(ledger), "customXml")
    references = element("ds:schemaRefs", None, element("ds:schemaRef", {"ds:uri": NAMESPACE}))
    properties = packed_again(part(root("ds:datastoreItem", "ds", references, attributes={"ds:itemID": _STORE})))
    parts.add(f"/customXml/itemProps{number}.xml", _PROPERTIES, properties, "customXmlProps", start=name)


def ledger_part(ledger: Ledger) -> bytes:
    """The bytes of the part: one element with a JSON value, which no program is tempted to format anew."""
    return part(element("draft", {"xmlns": NAMESPACE}, long_text(ledger_words(ledger))))


def ledger_words(ledger: Ledger) -> str:
    """The JSON value."""
    value = {
        "language": ledger.language,
        "brief_number": ledger.brief_number,
        "date": ledger.date,
        "slots": [(slot.id, _short(slot.id, slot.item), *slot[2:]) for slot in ledger.slots],
        "fixed": ledger.fixed,
        "comments": [[getattr(comment, name) for name in _COMMENT] for comment in ledger.comments],
        "numbers": ledger.numbers,
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _short(id: str, item: str) -> str:
    """A sign for an item that the slot's own id names.

    >>> _short("figures/q-1/0", "figures/q-1"), _short("points/movers", "points/movers"), _short("a/b", "c")
    ('..', '.', 'c')
    """
    return _PARENT if item == id.rpartition("/")[0] else _SAME if item == id else item


def _whole(slot: Slot) -> Slot:
    items = {_SAME: slot.id, _PARENT: slot.id.rpartition("/")[0]}
    return slot._replace(item=items.get(slot.item, slot.item))


def ledger_from(words: str) -> Ledger:
    """The ledger of a part's text; ValueError, KeyError or TypeError where it is none."""
    value = json.loads(words)
    return Ledger(
        str(value["language"]),
        str(value["brief_number"]),
        str(value["date"]),
        tuple(_whole(Slot(*entry)) for entry in value["slots"]),
        tuple(map(str, value["fixed"])),
        tuple(Comment(*entry) for entry in value["comments"]),
        tuple((str(bookmark), str(anchor), str(number)) for bookmark, anchor, number in value.get("numbers", ())),
    )


def _fixed_texts(body: str) -> list[str]:
    """The texts of the body's own paragraphs that no control holds: captions, keys, labels, the signature."""
    texts = [unify("".join(_uncounted(paragraph))) for paragraph in _own_paragraphs(body) if "<w:sdt>" not in paragraph]
    return [found for found in texts if found]


def _without_tables(body: str) -> str:
    """The text between tables, which are nine tenths of a body of ours, and in which no table lies."""
    pieces, start = [], 0
    while (stop := body.find(_TABLE, start)) >= 0:
        pieces.append(body[start:stop])
        start = body.find(_TABLE_END, stop) + len(_TABLE_END)
    return "".join((*pieces, body[start:]))


def _own_paragraphs(body: str) -> Iterator[str]:
    """The paragraphs that stand in no table, control or text box. Of a text that was just written, reading its tags takes a third of
    the time of a tree."""
    depth = start = 0
    for tag in _BLOCK.finditer(body):
        if tag[3]:
            continue
        if not tag[1]:
            start = start if depth else tag.start()
            depth += 1
            continue
        depth -= 1
        if not depth and tag[2] == "p":
            yield body[start : tag.end()]


def _uncounted(paragraph: str) -> Iterator[str]:
    """The words of a paragraph without what Word counts: the number of a table changes when another one goes."""
    in_result = False
    for node in _WORDS.finditer(paragraph):
        if node[2]:
            in_result = node[2] != "end"
        elif not in_result:
            yield " " if node[1] is None else text_from(node[1])
