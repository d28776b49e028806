"""A Head -> the requisites above the text, centred after GOST or beside a bar; an empty one leaves no gap."""

from __future__ import annotations

from itertools import zip_longest

from briefgen.blocks import Head
from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.inlines import write_inlines
from briefgen.writers.docx.markup import NOTHING, Xml, join
from briefgen.writers.docx.measures import text_width, twips
from briefgen.writers.docx.pictures import code_png, picture_at_right
from briefgen.writers.docx.slots import TEXT, Slot, plain
from briefgen.writers.docx.titles import title_indents
from briefgen.writers.docx.wordprocessing import Tab, paragraph, run, tab


def write_head(head: Head, draft: Draft) -> Xml:
    """Marking, organisation, addressee, kind, date and number, title, basis; each in a control of its own."""
    restriction = [_line("Marking", name, head, draft) for name in ("marking", "copy", "status")]
    parts = _centred(head, draft) if draft.style.head == "centred" else _beside_bar(head, draft)
    return join((*restriction, parts, _title(head, draft), _basis(head, draft)))


def _basis(head: Head, draft: Draft) -> Xml:
    words = write_inlines(head.basis, draft, is_small=True)
    return paragraph("Basis", draft.slot(_slot("basis", plain(head.basis)), words)) if head.basis else NOTHING


def _title(head: Head, draft: Draft) -> Xml:
    """The title in even lines, or with the QR code at the right margin where there is one."""
    if head.code is None:
        left, right = title_indents(head.title, draft.style) or (None, None)
        return paragraph("Title", _words("title", head, draft), left=left, right=right) if head.title else NOTHING
    picture = picture_at_right(head.code, draft.add_picture(code_png(head.code)), draft.next_drawing())
    return paragraph("Title", picture, _words("title", head, draft))


def _centred(head: Head, draft: Draft) -> Xml:
    return join(
        (
            paragraph("Organisation", _name("organisation", head, draft)) if head.organisation else NOTHING,
            _line("Department", "department", head, draft),
            *_addressee_and_kind(head, draft, is_first=not (_is_restricted(head) or head.organisation or head.department)),
            _date_and_number(head, draft) if head.date or head.number else _line("Place", "place", head, draft),
        )
    )


def _date_and_number(head: Head, draft: Draft) -> Xml:
    """Date at the left, number at the right, the place between them."""
    date, place, number = (_words(name, head, draft) for name in ("date", "place", "number"))
    if not place:
        return paragraph("Requisites", date, tab(), number)
    middle = Tab(twips(text_width(draft.style.page) / 2), "center")
    return paragraph("Requisites", date, tab(), place, tab(), number, tabs=(middle,))


def _beside_bar(head: Head, draft: Draft) -> Xml:
    """Organisation and unit at the left, date, number and place at the right of the same lines."""
    left = [name for name in ("organisation", "department") if getattr(head, name)]
    right = [name for name in ("date", "number", "place") if getattr(head, name)]
    lines = zip_longest(left, right) if left else ((None, name) for name in right)
    return join(
        (
            *(_line_beside_bar(one, other, head, draft, has_bar=bool(left)) for one, other in lines),
            *_addressee_and_kind(head, draft, is_first=not (_is_restricted(head) or left or right)),
        )
    )


def _is_restricted(head: Head) -> bool:
    return bool(head.marking or head.copy or head.status)


def _addressee_and_kind(head: Head, draft: Draft, *, is_first: bool) -> tuple[Xml, Xml]:
    """What stands first begins at the margin: Word keeps the space above a page's first paragraph."""
    addressee = _line("Addressee", "addressee", head, draft, is_flush=is_first)
    return addressee, _line("DocumentKind", "kind", head, draft, is_flush=is_first and not head.addressee)


def _line_beside_bar(one: str | None, other: str | None, head: Head, draft: Draft, *, has_bar: bool) -> Xml:
    """One line of the head; without an organisation there is no bar and the line stands at the right."""
    if not has_bar:
        return _line("Place", other or "date", head, draft)
    left = _name(one, head, draft) if one else NOTHING
    right = Xml(tab() + _words(other, head, draft, style="HeadDate")) if other else NOTHING
    return paragraph("Organisation" if one == "organisation" else "Department", left, right)


def _name(name: str, head: Head, draft: Draft) -> Xml:
    """The organisation's weight is its run's: the date at the other end of the same line has its own."""
    is_strong = name == "organisation" and draft.style.roles.organisation.weight != "regular"
    return _words(name, head, draft, style="Strong" if is_strong else "")


def _line(style: str, name: str, head: Head, draft: Draft, *, is_flush: bool = False) -> Xml:
    return paragraph(style, _words(name, head, draft), is_flush=is_flush) if getattr(head, name) else NOTHING


def _words(name: str, head: Head, draft: Draft, *, style: str = "") -> Xml:
    """A requisite in its control; nothing for an empty one."""
    words = getattr(head, name)
    return draft.slot(_slot(name, words), run(words, style=style, locale=draft.locale)) if words else NOTHING


def _slot(name: str, words: str) -> Slot:
    return Slot(f"head/{name}", f"head/{name}", TEXT, words, name)
