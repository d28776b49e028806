"""A Head -> the requisites above the text, centred after GOST or beside a bar; an empty one leaves no gap."""

from __future__ import annotations

from itertools import zip_longest

from briefgen.blocks import Head
from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.inlines import write_inlines
from briefgen.writers.docx.markup import NOTHING, Xml, join
from briefgen.writers.docx.wordprocessing import paragraph, run, tab


def write_head(head: Head, draft: Draft) -> Xml:
    """Marking, organisation, addressee, kind, date and number, title, basis."""
    parts = _centred(head, draft) if draft.style.head == "centred" else _beside_bar(head, draft)
    basis = paragraph("Basis", write_inlines(head.basis, draft, is_small=True)) if head.basis else NOTHING
    return join((_line("Marking", head.marking, draft), parts, _line("Title", head.title, draft), basis))


def _centred(head: Head, draft: Draft) -> Xml:
    date_and_number = (run(head.date, locale=draft.locale), tab(), run(head.number, locale=draft.locale))
    return join(
        (
            paragraph("Organisation", _name("Organisation", head.organisation, draft)) if head.organisation else NOTHING,
            _line("Department", head.department, draft),
            *_addressee_and_kind(head, draft, is_first=not (head.marking or head.organisation or head.department)),
            paragraph("Requisites", *date_and_number) if head.date or head.number else NOTHING,
            _line("Place", head.place, draft),
        )
    )


def _beside_bar(head: Head, draft: Draft) -> Xml:
    """Organisation and unit at the left, date, number and place at the right of the same lines."""
    left = [(style, words) for style, words in (("Organisation", head.organisation), ("Department", head.department)) if words]
    right = [words for words in (head.date, head.number, head.place) if words]
    lines = zip_longest(left, right) if left else ((None, words) for words in right)
    return join(
        (
            *(_line_beside_bar(pair, words, draft, has_bar=bool(left)) for pair, words in lines),
            *_addressee_and_kind(head, draft, is_first=not (head.marking or left or right)),
        )
    )


def _addressee_and_kind(head: Head, draft: Draft, *, is_first: bool) -> tuple[Xml, Xml]:
    """What stands first begins at the margin: Word keeps the space above a page's first paragraph."""
    addressee = _line("Addressee", head.addressee, draft, is_flush=is_first)
    return addressee, _line("DocumentKind", head.kind, draft, is_flush=is_first and not head.addressee)


def _line_beside_bar(pair: tuple[str, str] | None, words: str | None, draft: Draft, *, has_bar: bool) -> Xml:
    """One line of the head; without an organisation there is no bar and the line stands at the right."""
    if not has_bar:
        return _line("Place", words or "", draft)
    style, name = pair or ("Department", "")
    right = Xml(tab() + run(words, style="HeadDate", locale=draft.locale)) if words else NOTHING
    return paragraph(style, _name(style, name, draft), right)


def _name(style: str, words: str, draft: Draft) -> Xml:
    """The organisation's weight is its run's: the date at the other end of the same line has its own."""
    is_strong = style == "Organisation" and draft.style.roles.organisation.weight != "regular"
    return run(words, style="Strong" if is_strong else "", locale=draft.locale)


def _line(style: str, words: str, draft: Draft, *, is_flush: bool = False) -> Xml:
    return paragraph(style, run(words, locale=draft.locale), is_flush=is_flush) if words else NOTHING
