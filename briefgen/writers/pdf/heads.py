"""A Head -> strips: requisites, kind and title, centred after GOST R 7.0.97 or beside a bar after the manner of gov.uk."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefgen.blocks import Head, Inlines, Text
from briefgen.templating import Alignment, Role
from briefgen.writers.pdf.inlines import fragments
from briefgen.writers.pdf.lines import break_lines, place_line
from briefgen.writers.pdf.paragraphs import paragraph_strips
from briefgen.writers.pdf.setting import Setting, cap_height, marking_role
from briefgen.writers.pdf.strips import MM, Bar, Item, Strip, moved
from briefgen.writers.pdf.structure import Element

_MODULE = 0.42 * MM  # of a QR code: five dots of a printer with 300 to the inch
_OVERLAP = 0.04  # points by which rows of modules overlap, so that no viewer shows a hairline between them


def head_strips(head: Head, parent: Element, setting: Setting) -> list[Strip]:
    """The head of page one; an empty requisite leaves no gap. All of it stays on the first page with what follows."""
    strips = _centred(head, parent, setting) if setting.style.head == "centred" else _barred(head, parent, setting)
    if not strips:
        return []
    return [*(replace(strip, keep=True) for strip in strips[:-1]), replace(strips[-1], keep=True, after=None)]


def _centred(head: Head, parent: Element, setting: Setting) -> list[Strip]:
    """GOST order: marking, organisation and unit, addressee at the right, kind, date, place and number, title, basis."""
    roles, spaces = setting.style.roles, setting.style.spaces
    indent = max((setting.width - spaces.title_width * MM) / 2, _code_room(head))
    parts = (
        *_restriction(head, parent, setting),
        _line(head.organisation, roles.organisation, parent, setting, before=4 * MM),
        _line(head.department, roles.department, parent, setting, before=1.8 * MM),
        _line(head.addressee, roles.addressee, parent, setting, before=4 * MM, x=setting.width - spaces.addressee_width * MM),
        _line(head.kind, roles.kind, parent, setting, before=spaces.organisation_below * MM),
        _sides(head, parent, setting, before=spaces.kind_below * MM),
        _with_code(
            _title(head.title, parent, setting, before=spaces.requisites_below * MM, x=indent, width=setting.width - 2 * indent),
            head,
            parent,
            setting,
        ),
        _inlines(head.basis, roles.basis, parent, setting, before=spaces.title_below * MM),
    )
    return [strip for part in parts for strip in part]


def _barred(head: Head, parent: Element, setting: Setting) -> list[Strip]:
    """gov.uk order: marking, organisation beside a bar with date and number at the right, addressee, kind, title, basis."""
    roles, spaces = setting.style.roles, setting.style.spaces
    title_width = min(spaces.title_width * MM, setting.width - _code_room(head))
    parts = (
        *_restriction(head, parent, setting),
        _beside_bar(head, parent, setting, before=spaces.organisation_below * MM),
        _line(head.addressee, roles.addressee, parent, setting, before=spaces.organisation_below * MM),
        _line(head.kind, roles.kind, parent, setting, before=spaces.organisation_below * MM),
        _with_code(_title(head.title, parent, setting, before=spaces.kind_below * MM, x=0.0, width=title_width), head, parent, setting),
        _inlines(head.basis, roles.basis, parent, setting, before=spaces.title_below * MM),
    )
    return [strip for part in parts for strip in part]


def _title(text: str, parent: Element, setting: Setting, *, before: float, x: float, width: float) -> list[Strip]:
    """The title in lines of about one length: none ends with a word or two alone."""
    role = setting.style.roles.title
    found = fragments((Text(text),), role, Element("P"), setting) if text else []
    count = len(break_lines(found, width)) if found else 0
    low, high = 0.0, width
    while count > 1 and high - low > 2:
        middle = (low + high) / 2
        low, high = (low, middle) if len(break_lines(found, middle)) == count else (middle, high)
    return _line(text, role, parent, setting, before=before, x=x + (width - high) / 2 * (role.alignment == "centre"), width=high)


def _code_room(head: Head) -> float:
    """The width that a QR code takes from the title, with the white that a scanner needs around it (ISO/IEC 18004: four modules)."""
    return (len(head.code.rows) + 4) * _MODULE if head.code else 0.0


def _with_code(title: list[Strip], head: Head, parent: Element, setting: Setting) -> list[Strip]:
    """The title with the QR code beside it, at the right margin: one strip as high as the higher of the two."""
    if head.code is None:
        return title
    side = len(head.code.rows) * _MODULE
    figure = parent.add("Figure", alternative=head.code.alternative)
    leaf = figure.leaf()
    left = setting.width - side
    items: list[Item] = []
    y = 0.0
    for number, strip in enumerate(title):
        y += strip.before if number else 0.0
        items += moved(strip.items, 0.0, y)
        y += strip.height
    items.append(Bar(left, 0.0, side, side, "#ffffff", leaf=leaf, figure=figure))
    for number, row in enumerate(head.code.rows):
        for dark in re.finditer("1+", row):
            start, stop = dark.span()
            top, high = number * _MODULE, _MODULE + _OVERLAP * (number + 1 < len(head.code.rows))
            items.append(Bar(left + start * _MODULE, top, (stop - start) * _MODULE, high, "#000000", leaf=leaf))
    return [Strip(max(y, side), tuple(items), title[0].before if title else 0.0)]


def _restriction(head: Head, parent: Element, setting: Setting) -> Sequence[list[Strip]]:
    """Marking and number of the copy, and the word that tells a draft, at the head of page one as real text."""
    role = marking_role(head, setting)
    return (
        _line(head.marking, role, parent, setting),
        _line(head.copy, replace(role, capitals=False), parent, setting, before=1.2 * MM),
        _line(head.status, replace(role, weight="bold", alignment="right"), parent, setting, before=1.2 * MM),
    )


def _line(
    text: str,
    role: Role,
    parent: Element,
    setting: Setting,
    *,
    before: float = 0.0,
    x: float = 0.0,
    width: float = 0.0,
    alignment: Alignment | None = None,
) -> list[Strip]:
    """A requisite as a paragraph of its own."""
    role = replace(role, alignment=alignment) if alignment else role
    inlines = (Text(text.upper() if role.capitals else text),) if text else ()
    return _inlines(inlines, role, parent, setting, before=before, x=x, width=width)


def _inlines(
    inlines: Inlines, role: Role, parent: Element, setting: Setting, *, before: float, x: float = 0.0, width: float = 0.0
) -> list[Strip]:
    if not inlines:
        return []
    return paragraph_strips(inlines, role, parent.add("P"), setting, before=before, x=x, width=width)


def _sides(head: Head, parent: Element, setting: Setting, *, before: float) -> list[Strip]:
    """Date at the left, place in the middle and number at the right of one line."""
    ends: tuple[tuple[str, Alignment], ...] = ((head.date, "left"), (head.place, "centre"), (head.number, "right"))
    role = setting.style.roles.requisites
    items: list[Item] = []
    cap = cap_height(setting, role)
    for text, alignment in ends:
        if text:
            [line, *_] = break_lines(fragments((Text(text),), role, parent.add("P"), setting), setting.width)
            items += place_line(line, 0.0, cap, setting.width, alignment)
    return [Strip(cap, tuple(items), before)] if items else []


def _beside_bar(head: Head, parent: Element, setting: Setting, *, before: float) -> list[Strip]:
    """Organisation and unit at the left of date, number and place, line by line."""
    roles, style = setting.style.roles, setting.style
    left = [(text, role) for text, role in ((head.organisation, roles.organisation), (head.department, roles.department)) if text]
    right = [(text, roles.requisites) for text in (head.date, head.number, head.place) if text]
    indent = style.rules.bar + 3 * MM if left and style.rules.bar else 0.0
    room = setting.width * 0.3
    first, left_height = _column(left, indent, setting.width - indent - room, parent, setting)
    second, right_height = _column(right, setting.width - room, room, parent, setting)
    height = max(left_height, right_height)
    bar = Bar(0.0, -0.5 * MM, style.rules.bar, left_height + 1.5 * MM, style.colours.text)
    bars = (bar,) if indent else ()
    return [Strip(height, (*bars, *first, *second), before)] if left or right else []


def _column(texts: list[tuple[str, Role]], x: float, width: float, parent: Element, setting: Setting) -> tuple[list[Item], float]:
    """Requisites below each other, and the last baseline; the first lines of both columns share theirs."""
    items: list[Item] = []
    y = 0.0
    for text, role in texts:
        shown = text.upper() if role.capitals else text
        for line in break_lines(fragments((Text(shown),), role, parent.add("P"), setting), width):
            y = y + role.leading if items else cap_height(setting, setting.style.roles.organisation)
            items += place_line(line, x, y, width, role.alignment)
    return items, y
