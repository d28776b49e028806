"""Footnotes -> the footnotes part of a document with its separators, and the marks that lead to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.blocks import Footnote
from briefgen.writers.docx.markup import Xml, element, join, part, root
from briefgen.writers.docx.slots import TEXT, Slot, plain
from briefgen.writers.docx.wordprocessing import paragraph, run

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part

    from briefgen.writers.docx.draft import Draft

_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_SEPARATORS = {-1: "separator", 0: "continuationSeparator"}  # the numbers that Word gives them
# What may stand behind w:footnotePr in settings and is there in any document (ISO 29500-1, 17.15.1.78).
_BEHIND = ("w:endnotePr", "w:compat", "w:docVars", "w:rsids", "w:themeFontLang", "w:clrSchemeMapping", "w:decimalSymbol", "w:listSeparator")
_STYLE = element("w:rPr", None, element("w:rStyle", {"w:val": "FootnoteReference"}))


def write_footnote(footnote: Footnote, draft: Draft) -> Xml:
    """The mark, which Word counts; the note itself is written into its part at the end."""
    draft.footnotes.append(footnote)
    return element("w:r", None, _STYLE, element("w:footnoteReference", {"w:id": draft.first_footnote + len(draft.footnotes) - 1}))


def add_footnotes(draft: Draft) -> None:
    """The part with all notes; a letterhead that has such a part keeps its own separators and notes before ours."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    if not draft.footnotes:
        return
    notes = join(_note(draft.first_footnote + number, footnote, draft) for number, footnote in enumerate(draft.footnotes))
    document = draft.document.part
    own = footnotes_part(draft.document)
    if own is not None:
        end = own.blob.rindex(b"</")
        own._blob = own.blob[:end] + notes.encode() + own.blob[end:]
        return
    separators = join(_separator(number, kind) for number, kind in _SEPARATORS.items())
    blob = part(root("w:footnotes", "w r", separators, notes))
    document.relate_to(Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, blob, document.package), RELATIONSHIP_TYPE.FOOTNOTES)
    _name_separators(draft)


def first_free_number(document: Document) -> int:
    """The number of our first note, behind those of the letterhead."""
    own = footnotes_part(document)
    return 1 if own is None else 1 + max([0, *map(int, re.findall(rb'<w:footnote [^>]*w:id="(-?\d+)"', own.blob))])


def footnotes_part(document: Document) -> Part | None:
    """The letterhead's own part, if it has one."""
    related = (relation for relation in document.part.rels.values() if relation.reltype.endswith("/footnotes"))
    return next((relation.target_part for relation in related), None)


def _note(number: int, footnote: Footnote, draft: Draft) -> Xml:
    words = join(run(inline.text, locale=draft.locale) for inline in footnote.inlines)
    slot = Slot(footnote.ids[0], footnote.ids[0], TEXT, plain(footnote.inlines), draft.where())
    sign = element("w:r", None, _STYLE, element("w:footnoteRef"))
    return element("w:footnote", {"w:id": number}, paragraph("FootnoteText", sign, run(" "), draft.slot(slot, words)))


def _separator(number: int, kind: str) -> Xml:
    """A rule above the notes. Word gives it a line of its paragraph's type: small type saves most of it; LibreOffice has a distance."""
    return element("w:footnote", {"w:type": kind, "w:id": number}, paragraph("Separator", element("w:r", None, element(f"w:{kind}"))))


def _name_separators(draft: Draft) -> None:
    """Settings name the separators too (ISO 29500-1, 17.11.9), before what they say of compatibility."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    named = element("w:footnotePr", None, *(element("w:footnote", {"w:id": number}) for number in _SEPARATORS))
    settings = draft.document.settings.element
    behind = next((child for child in settings if child.tag in {qn(name) for name in _BEHIND}), None)
    node = parse_xml(root("w:settings", "w", named))[0]
    if behind is not None:
        behind.addprevious(node)
    else:
        settings.append(node)
