"""A Report -> its logical tree and the strips of its text column, in reading order. Nothing knows of pages yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from briefgen.blocks import (
    Block,
    Chart,
    Control,
    Heading,
    Listing,
    ListItem,
    PageBreak,
    Paragraph,
    Quotation,
    Report,
    Signature,
    Strong,
    Table,
    Text,
    Timeline,
    footnotes_of,
)
from briefgen.templating import Role
from briefgen.writers.pdf.charts import chart_strips
from briefgen.writers.pdf.columns import Need, widest
from briefgen.writers.pdf.heads import head_strips
from briefgen.writers.pdf.inlines import fragments
from briefgen.writers.pdf.known import known_again
from briefgen.writers.pdf.lines import break_lines, place_line
from briefgen.writers.pdf.paragraphs import paragraph_strips
from briefgen.writers.pdf.setting import Setting, cap_height, look
from briefgen.writers.pdf.strips import MM, Bar, Bookmark, Item, Run, Strip, rule
from briefgen.writers.pdf.structure import Element
from briefgen.writers.pdf.tables import column_needs, table_strips
from briefgen.writers.pdf.timelines import timeline_strips


@dataclass(frozen=True, slots=True)
class Flow:
    """The whole report laid in one endless column, and its structure tree."""

    strips: tuple[Strip, ...]
    tree: Element


def flow(report: Report, setting: Setting) -> Flow:
    """The strips of the head and of each section."""
    tree = Element("Document")
    strips = head_strips(report.head, tree, setting)
    previous: Block | None = None
    for section in _sections(report.blocks):
        strips += _section_strips(section, previous, tree, setting, is_first=not strips)
        previous = section[-1]
    return Flow(tuple(strips), tree)


def measure(report: Report, setting: Setting) -> tuple[Strip, ...]:
    """The strips alone; what the setting knows is not laid out again."""
    tree = Element("Document")
    strips = list(known_again(setting.known, report.head, lambda: head_strips(report.head, tree, setting)))
    previous: Block | None = None
    for section in _sections(report.blocks):
        key = (section, type(previous).__name__ if strips else "")
        strips += known_again(setting.known, key, partial(_section_strips, section, previous, tree, setting, is_first=not strips))
        previous = section[-1]
    return tuple(strips)


def _sections(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """Runs of blocks, each but the first from a page break or a heading of the first level on."""
    section: list[Block] = []
    for block in blocks:
        starts = isinstance(block, PageBreak) or (isinstance(block, Heading) and block.level == 1)
        if section and starts and not isinstance(section[-1], PageBreak):
            yield tuple(section)
            section = []
        section.append(block)
    if section:
        yield tuple(section)


def _section_strips(blocks: Sequence[Block], previous: Block | None, tree: Element, setting: Setting, *, is_first: bool) -> list[Strip]:
    """The strips of some blocks below `previous`."""
    strips: list[Strip] = []
    needs = _shared_needs(blocks, setting)
    new_page = False
    for block in blocks:
        if isinstance(block, PageBreak):
            new_page = True
            continue
        before = 0.0 if is_first and not strips else _space_above(block, previous, setting)
        previous = block
        if isinstance(block, Table):
            found = table_strips(block, tree, setting, before=before, needs=needs.get(_columns(block), ()))
            found += _footnotes(block, tree, setting)
        else:
            found = list(known_again(setting.known, (block, before), partial(_block_strips, block, tree, setting, before)))
        if found and new_page:
            found[0], new_page = replace(found[0], new_page=True), False
        strips += found
    return strips


def _footnotes(table: Table, tree: Element, setting: Setting) -> list[Strip]:
    """The notes of a table in one paragraph below it, each behind its mark."""
    notes = footnotes_of(table)
    if not notes:
        return []
    inlines = [inline for note in notes for inline in (Text(f"{note.text}\u00a0"), *note.inlines, Text(" "))]
    before = setting.style.spaces.note_above * MM
    return paragraph_strips(tuple(inlines[:-1]), setting.style.roles.note, tree.add("P"), setting, before=before)


def _columns(table: Table) -> tuple[str, int]:
    """Tables of one name and as many columns stand alike (the interests of each partner)."""
    return table.name, len(table.columns)


def _shared_needs(blocks: Sequence[Block], setting: Setting) -> dict[tuple[str, int], list[Need]]:
    """What the columns need that several tables of a section have alike."""
    tables = [block for block in blocks if isinstance(block, Table)]
    groups = [[table for table in tables if _columns(table) == key] for key in dict.fromkeys(map(_columns, tables))]
    return {_columns(group[0]): widest([column_needs(table, setting) for table in group]) for group in groups if len(group) > 1}


def _space_above(block: Block, previous: Block | None, setting: Setting) -> float:
    """White space above a block that nothing else decides, in points."""
    spaces = setting.style.spaces
    match block:
        case Heading(level=level):
            above = (spaces.heading1_above, spaces.heading2_above, spaces.heading3_above)[level - 1]
        case Paragraph(role="note" | "small"):
            above = spaces.note_above
        case Table() | Chart():
            above = spaces.table_above
        case Signature():
            above = spaces.signature_above
        case _:
            above = max(spaces.paragraph, spaces.table_below) if isinstance(previous, Table | Chart | Timeline) else spaces.paragraph
    return above * MM


def _block_strips(block: Block, tree: Element, setting: Setting, before: float) -> list[Strip]:
    match block:
        case Heading():
            return _heading(block, tree, setting, before)
        case Paragraph():
            return _anchored(_paragraph(block, tree, setting, before), block.anchor)
        case Listing():
            return _listing(block, tree, setting, before)
        case Chart():
            return chart_strips(block, tree, setting, before=before)
        case Timeline():
            return timeline_strips(block, tree, setting, before=before)
        case Quotation():
            return _anchored(_quotation(block, tree, setting, before), block.anchor)
        case Control():
            return _control(block, tree, setting, before)
        case Signature():
            return _signature(block, tree, setting, before)
        case Table() | PageBreak():
            raise AssertionError("laid out by flow itself")


def _anchored(strips: list[Strip], anchor: str) -> list[Strip]:
    return [replace(strips[0], anchors=(anchor, *strips[0].anchors)), *strips[1:]] if strips and anchor else strips


def _heading(heading: Heading, tree: Element, setting: Setting, before: float) -> list[Strip]:
    """The number and the text as one bookmark; no line of it stands at a foot."""
    roles, spaces = setting.style.roles, setting.style.spaces
    role = (roles.heading1, roles.heading2, roles.heading3)[heading.level - 1]
    below = (spaces.heading1_below, spaces.heading2_below, spaces.heading3_below)[heading.level - 1]
    title = f"{heading.number} {heading.text}".strip()
    strips = paragraph_strips((Text(title),), role, tree.add(f"H{heading.level}"), setting, before=before)
    strips = [replace(strip, keep=True) for strip in strips]
    strips[-1] = replace(strips[-1], after=below * MM)
    strips[0] = replace(strips[0], bookmark=Bookmark(heading.level, title))
    return _anchored(_anchored(strips, heading.label.anchor if heading.label else ""), heading.anchor)


def _paragraph(paragraph: Paragraph, tree: Element, setting: Setting, before: float) -> list[Strip]:
    """Its lines; a lead stays with the table that it leads to, as in the Word draft."""
    roles = setting.style.roles
    role = {"body": roles.body, "lead": roles.lead, "note": roles.note, "small": roles.small}[paragraph.role]
    strips = paragraph_strips(paragraph.inlines, role, tree.add("P"), setting, before=before)
    return [replace(strip, keep=True) for strip in strips] if paragraph.role == "lead" else strips


def _listing(listing: Listing, tree: Element, setting: Setting, before: float) -> list[Strip]:
    """Items whose labels hang in the margin of the list."""
    spaces, roles = setting.style.spaces, setting.style.roles
    points = listing.role == "points"
    role = roles.points if points else roles.listing
    indent = (spaces.points_indent if points else spaces.list_indent) * MM
    element = tree.add("L", numbering="Decimal" if listing.role in ("points", "numbered") else "Disc")
    strips: list[Strip] = []
    for number, item in enumerate(listing.items, 1):
        gap = before if number == 1 else (spaces.points if points else 1.6) * MM
        strips += _item(item, _label(listing.role, number, setting), listing.role, role, indent, element.add("LI"), setting, gap)
    return strips


def _label(role: str, number: int, setting: Setting) -> str:
    style = setting.style
    labels = {"points": style.points_label.format(number=number), "numbered": f"{number}.", "checklist": ""}
    return labels.get(role, style.bullet)


def _item(
    item: ListItem, label: str, kind: str, role: Role, indent: float, element: Element, setting: Setting, before: float
) -> list[Strip]:
    marks = _label_items(label, kind, role, element, setting)
    strips = paragraph_strips(item.inlines, role, element.add("LBody"), setting, before=before, x=indent)
    if not strips:
        return []
    strips[0] = replace(strips[0], items=(*marks, *strips[0].items))
    return _anchored(strips, item.anchor)


def _label_items(label: str, kind: str, role: Role, element: Element, setting: Setting) -> Sequence[Item]:
    """The number or bullet; a checklist has an empty square for a pen, which says nothing to a screen reader."""
    cap = cap_height(setting, role)
    if not label:
        return [Bar(0.3, 0.3, cap - 0.6, cap - 0.6, setting.style.colours.secondary, 0.7)]
    accent = kind == "points" and setting.style.points_label_accent
    face = look(setting, role, weight="bold", colour="accent") if accent else look(setting, role)
    return [Run(0.0, cap, label + " ", face, element.add("Lbl").leaf(label + " "))]


def _quotation(quotation: Quotation, tree: Element, setting: Setting, before: float) -> list[Strip]:
    """The words, who says them, and the original beneath a translation, with a rule at the side."""
    roles = setting.style.roles
    element = tree.add("BlockQuote")
    x = 4 * MM
    parts: list[Callable[[float], list[Strip]]] = [
        lambda gap: paragraph_strips(quotation.inlines, roles.quotation, element.add("P"), setting, before=gap, x=x)
    ]
    if quotation.original is not None:
        original = (quotation.original,)
        parts.append(lambda gap: paragraph_strips(original, roles.foreign, element.add("P"), setting, before=gap, x=x))
    parts.append(lambda gap: paragraph_strips(quotation.attribution, roles.attribution, element.add("P"), setting, before=gap, x=x))
    strips: list[Strip] = []
    for part in parts:
        found = part(before if not strips else 1.6 * MM)
        if strips and found:
            strips[-1] = replace(strips[-1], keep=True)
        strips += found
    return [_with_side_rule(strip, setting, first=number == 0) for number, strip in enumerate(strips)]


def _with_side_rule(strip: Strip, setting: Setting, *, first: bool) -> Strip:
    above = 0.3 * MM if first else strip.before
    side = Bar(0.0, -above, setting.style.charts.note_bar, strip.height + above + 0.8 * MM, setting.style.colours.accent)
    return replace(strip, items=(side, *strip.items))


def _control(control: Control, tree: Element, setting: Setting, before: float) -> list[Strip]:
    """A person's words after their label, where it has one; an empty place is for the Word draft alone."""
    if not control.inlines:
        return []
    label = (Strong(control.label.rstrip(".:") + "."), Text(" ")) if control.label else ()
    return paragraph_strips((*label, *control.inlines), setting.style.roles.body, tree.add("P"), setting, before=before)


def _signature(signature: Signature, tree: Element, setting: Setting, before: float) -> list[Strip]:
    """Post, a rule for a pen, name; the executor below. Indivisible."""
    style, role = setting.style, setting.style.roles.signature
    rule_width = style.spaces.signature_rule * MM
    side = (setting.width - rule_width) / 2 - 4 * MM
    cap = cap_height(setting, role)
    items: list[Item] = []
    baseline = cap
    if signature.post:
        for number, line in enumerate(break_lines(fragments((Text(signature.post),), role, tree.add("P"), setting), side)):
            baseline = cap + number * role.leading
            items += place_line(line, 0.0, baseline, side, "left")
    if signature.name:
        lines = break_lines(fragments((Text(signature.name),), role, tree.add("P"), setting), side)
        baseline = max(baseline, cap + (len(lines) - 1) * role.leading)
        for number, line in enumerate(lines, 1 - len(lines)):
            items += place_line(line, setting.width - side, baseline + number * role.leading, side, "right")
    if items:
        items.append(rule((setting.width - rule_width) / 2, baseline + 1, rule_width, 0.6, style.colours.text))
    strips = [Strip(baseline, tuple(items), before)] if items else []
    if signature.executor:
        gap = style.spaces.signature_above * MM if strips else before
        executor = paragraph_strips((Text(signature.executor),), style.roles.executor, tree.add("P"), setting, before=gap)
        strips = [replace(strip, keep=True) for strip in strips] + executor
    return strips
