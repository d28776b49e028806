"""Inlines -> runs: the one place where the words of a fact, a citation or a foreign passage are written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from briefgen.blocks import Choice, Citation, Citations, Figure, Foreign, Inline, LineBreak, Link, Mark, Reference, Strong, Text
from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.markup import Xml, join
from briefgen.writers.docx.slots import CHOICE, Slot
from briefgen.writers.docx.widths import Piece
from briefgen.writers.docx.wordprocessing import external_link, field, internal_link, line_break, run

# Up to so many citations stand unbroken; a longer row of them may break after a semicolon.
_UNBROKEN_CITATIONS = 3
_SPACED = (Citations, Figure, LineBreak)  # measured otherwise than they read


def write_inlines(inlines: Sequence[Inline], draft: Draft, *, is_small: bool = False) -> Xml:
    """Runs in the order of the inlines, plain words that follow each other in one. `is_small` chooses the citations and marks that stand
    in type of table size."""
    suffix = "Small" if is_small else ""
    pieces = []
    words = ""
    before: Inline | None = None
    for inline in inlines:
        if isinstance(inline, Text):
            words += inline.text
        else:
            if words:
                pieces.append(run(words, locale=draft.locale))
                words = ""
            pieces.append(_write_inline(inline, before, draft, suffix))
        before = inline
    return join((*pieces, run(words, locale=draft.locale)))


def measured_pieces(inlines: Sequence[Inline], *, small: float) -> list[Piece]:
    """The words as widths are measured on them, a line end as such; citations stand in type `small` times as large."""
    return [piece for inline in inlines for piece in _pieces(inline, small)]


def measured_words(inlines: Sequence[Inline]) -> str:
    """The words of the pieces."""
    return "".join([_words(inline) if isinstance(inline, _SPACED) else inline.text for inline in inlines])


def _write_inline(inline: Inline, before: Inline | None, draft: Draft, suffix: str) -> Xml:
    match inline:
        case Mark(words):
            return run(words, style=f"Mark{suffix}", locale=draft.locale)
        case Strong(words):
            return run(words, style="Strong", locale=draft.locale)
        case Citations(items):
            return _write_citations(items, draft, f"Citation{suffix}")
        case LineBreak():
            return line_break()
        case Link(words, target):
            return _write_link(words, target, draft)
        case Foreign(words, language):
            # A passage on a line of its own below others is the original of what they translate.
            style = "OriginalBelow" if isinstance(before, LineBreak) else "Foreign"
            return run(words, style=style, locale=draft.locale_of(language))
        case Figure(qualifier, integer, fraction):
            return Xml(run(unbroken(qualifier), locale=draft.locale) + run(integer + fraction, style="Strong", locale=draft.locale))
        case Reference(words, target):
            name = draft.target(target)
            return field(f"REF {name} \\h", words, style="Accent", locale=draft.locale) if name else run(words, locale=draft.locale)
        case Choice():
            return _write_choice(inline, draft)
        case Text(words):
            return run(words, locale=draft.locale)


def _write_choice(choice: Choice, draft: Draft) -> Xml:
    """A drop-down list in its control; what nobody has chosen yet is a blank that Word takes for a prompt."""
    shown = run(choice.text, style="" if choice.chosen else "PlaceholderText", locale=draft.locale)
    item = choice.id.rpartition("/")[0]
    slot = Slot(choice.id, item, CHOICE, choice.text if choice.chosen else "", draft.where(choice.label))
    return draft.slot(slot, shown, options=(("", choice.prompt), *choice.options), placeholder=not choice.chosen)


def _write_citations(items: Sequence[Citation], draft: Draft, style: str) -> Xml:
    opening, between, closing = _signs(len(items) > _UNBROKEN_CITATIONS, style, draft.locale)
    pieces = []
    for item in items:
        words = run(item.text, style=style, locale=draft.locale)
        name = draft.target(item.target)
        pieces.append(internal_link(name, words) if name else words)
    return Xml(f"{opening}{between.join(pieces)}{closing}")


@lru_cache(maxsize=64)
def _signs(may_break: bool, style: str, locale: str) -> tuple[Xml, Xml, Xml]:
    """The brackets of citations, and what stands between two."""
    between = "; " if may_break else unbroken("; ")
    opening, middle, closing = (run(sign, style=style, locale=locale) for sign in ("[", between, "]"))
    return opening, middle, closing


def _write_link(words: str, target: str, draft: Draft) -> Xml:
    if target.startswith("#"):
        name = draft.target(target[1:])
        return internal_link(name, run(words, style="Accent", locale=draft.locale)) if name else run(words, locale=draft.locale)
    relationship = draft.address(target)
    if relationship is None:
        return run(words, locale=draft.locale)
    return external_link(relationship, run(words, style="Hyperlink", locale=draft.locale))


def unbroken(words: str) -> str:
    """Words that stay on one line.

    >>> unbroken("more than ")
    'more\\xa0than\\xa0'
    """
    return words.replace(" ", "\u00a0")


def _words(inline: Inline) -> str:
    return "".join([piece.words for piece in _pieces(inline, 1.0)])


def _pieces(inline: Inline, small: float) -> tuple[Piece, ...]:
    match inline:
        case LineBreak():
            return (Piece("\n"),)
        case Figure(qualifier, integer, fraction):
            return Piece(unbroken(qualifier)), Piece(integer + fraction, is_bold=True)
        case Citations(items) if len(items) <= _UNBROKEN_CITATIONS:
            return (Piece(unbroken(inline.text), share=small),)
        case Citations():
            return (Piece(inline.text, share=small),)
        case _:
            return (Piece(inline.text, is_bold=isinstance(inline, Strong)),)
