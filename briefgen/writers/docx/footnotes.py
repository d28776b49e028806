"""Footnotes -> the footnotes part of a document with its separators, and the marks that lead to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.blocks import Footnote
from briefgen.writers.docx.markup import Xml, element, join, part, root
from briefgen.writers.docx.package import packed_again
from briefgen.writers.docx.places import W, mark
from briefgen.writers.docx.slots import TEXT, Slot, plain
from briefgen.writers.docx.wordprocessing import paragraph, run

if TYPE_CHECKING:
    from lxml.etree import _Element

    from briefgen.writers.docx.draft import Draft

_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_SEPARATORS = {-1: "separator", 0: "continuationSeparator"}  # the numbers that Word gives them
# What may stand behind w:footnotePr in settings and is there in any document (ISO 29500-1, 17.15.1.78).
_BEHIND = frozenset(
    f"{W}{name}"
    for name in ("endnotePr", "compat", "docVars", "rsids", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator")
)
_STYLE = element("w:rPr", None, element("w:rStyle", {"w:val": "FootnoteReference"}))


def write_footnote(footnote: Footnote, draft: Draft) -> Xml:
    """The mark, which Word counts; the note itself is written into its part at the end."""
    draft.footnotes.append(footnote)
    number = _first_number(draft) + len(draft.footnotes) - 1
    return element("w:r", None, _STYLE, element("w:footnoteReference", {"w:id": number}))


def add_footnotes(draft: Draft) -> None:
    """The part with all notes; a letterhead that has such a part keeps its own separators and notes before ours."""
    if not draft.footnotes:
        return
    first, parts = _first_number(draft), draft.parts
    notes = join(_note(first + number, footnote, draft) for number, footnote in enumerate(draft.footnotes))
    if own := parts.letterhead.footnotes:
        parts.put(own.name, own.filled(notes))
        return
    separators = join(_separator(number, kind) for number, kind in _SEPARATORS.items())
    parts.add("footnotes.xml", _FOOTNOTES, part(root("w:footnotes", "w r", separators, notes)), "footnotes")
    if settings := parts.letterhead.settings:
        named = element("w:footnotePr", None, *(element("w:footnote", {"w:id": number}) for number in _SEPARATORS))
        parts.put(settings.name, packed_again(settings.filled(named)))


def place_separators(settings: _Element) -> int:
    """Mark where settings name the separators too (ISO 29500-1, 17.11.9), before what they say of compatibility."""
    behind = next((child for child in settings if child.tag in _BEHIND), None)
    if behind is not None:
        behind.addprevious(mark())
    else:
        settings.append(mark())
    return min(_SEPARATORS)


def place_footnotes(own: _Element) -> int:
    """Mark the end of a letterhead's own notes; the number of our first, behind those."""
    own.append(mark())
    return 1 + max((int(str(note.get(f"{W}id"))) for note in own.iter(f"{W}footnote")), default=0)


def _first_number(draft: Draft) -> int:
    own = draft.parts.letterhead.footnotes
    return own.first if own else 1


def _note(number: int, footnote: Footnote, draft: Draft) -> Xml:
    words = join(run(inline.text, locale=draft.locale) for inline in footnote.inlines)
    slot = Slot(footnote.ids[0], footnote.ids[0], TEXT, plain(footnote.inlines), draft.where())
    sign = element("w:r", None, _STYLE, element("w:footnoteRef"))
    return element("w:footnote", {"w:id": number}, paragraph("FootnoteText", sign, run(" "), draft.slot(slot, words)))


def _separator(number: int, kind: str) -> Xml:
    """A rule above the notes. Word gives it a line of its paragraph's type: small type saves most of it; LibreOffice has a distance."""
    return element("w:footnote", {"w:type": kind, "w:id": number}, paragraph("Separator", element("w:r", None, element(f"w:{kind}"))))
