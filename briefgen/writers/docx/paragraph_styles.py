"""A style -> its paragraph styles: Word's own where it has one for the role, named ones of ours for the rest.

White space between paragraphs is added up by Word, so it stands below running text and above what follows a table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefgen.templating import Role, Style
from briefgen.writers.docx.grid import Rule, rgb
from briefgen.writers.docx.measures import LINE, eighths, points_of, space_between, text_width, twentieths, twips
from briefgen.writers.docx.numbering import LISTS
from briefgen.writers.docx.stylesheet import ParagraphStyle
from briefgen.writers.docx.wordprocessing import Tab

_BAR_SPACE = 3.0  # mm between the organisation and the bar at its left (design of the govuk style)
_NOTE_BAR_SPACE = 2.0
_HEADINGS = 3


def paragraph_styles(style: Style) -> tuple[ParagraphStyle, ...]:
    """All of them, the default one first."""
    families = (
        _running_text,
        _quotations,
        _headings,
        _lists,
        _requisites,
        _title,
        _tables,
        _timeline,
        _charts,
        _closing,
        _comments,
        _contents,
        _margins,
    )
    return tuple(entry for family in families for entry in family(style))


def _running_text(style: Style) -> Iterator[ParagraphStyle]:
    roles, spaces, outer = style.roles, style.spaces, style.rules.outer
    note = space_between(spaces.note_above, None, roles.note)
    yield ParagraphStyle("Normal", "Normal", replace(roles.body, alignment="left"), is_custom=False, is_default=True)
    yield ParagraphStyle(
        "BodyText", "Body Text", roles.body, after=_below(style, roles.body), is_hyphenated=style.hyphenation, is_custom=False
    )
    yield ParagraphStyle("Lead", "Lead", roles.lead, after=space_between(spaces.table_above, roles.lead, None, rules=outer), keep_next=True)
    yield ParagraphStyle("Note", "Note", roles.note, before=note, after=_below(style, roles.note))
    yield ParagraphStyle("Small", "Small Text", roles.small, after=_below(style, roles.small))


def _quotations(style: Style) -> Iterator[ParagraphStyle]:
    roles, spaces = style.roles, style.spaces
    quote = ParagraphStyle(
        "Quote",
        "Quote",
        roles.quotation,
        before=space_between(spaces.note_above, None, roles.quotation),
        left=twips(spaces.list_indent),
        keep_next=True,
        rule_left=Rule(eighths(style.rules.outer), rgb(style.colours.accent)),
        rule_space=points_of(spaces.list_indent),
        next="QuoteSource",
        is_custom=False,
    )
    below = replace(quote, before=0, is_custom=True)
    yield quote
    yield replace(below, id="Original", name="Original Text", role=roles.foreign)
    source = replace(below, role=roles.attribution, after=_below(style, roles.attribution), keep_next=False, next="BodyText")
    yield replace(source, id="QuoteSource", name="Quote Source")


def _headings(style: Style) -> Iterator[ParagraphStyle]:
    for level in range(1, _HEADINGS + 1):
        role = getattr(style.roles, f"heading{level}")
        above, below = (getattr(style.spaces, f"heading{level}_{side}") for side in ("above", "below"))
        yield ParagraphStyle(
            f"Heading{level}",
            f"heading {level}",
            role,
            before=space_between(above, None, role),
            after=space_between(below, role, style.roles.table),
            next="BodyText",
            keep_next=True,
            outline=level - 1,
            is_custom=False,
        )


def _lists(style: Style) -> Iterator[ParagraphStyle]:
    small, points = style.roles.listing, style.roles.points
    item = ParagraphStyle("", "", small, after=_below(style, small), is_hyphenated=style.hyphenation, is_tight=True)
    yield replace(item, id="ListNumber", name="List Number", list_id=LISTS["numbered"].id, is_custom=False)
    yield replace(item, id="ListBullet", name="List Bullet", list_id=LISTS["bullets"].id, is_custom=False)
    yield replace(item, id="Checklist", name="Checklist", list_id=LISTS["checklist"].id, base="ListBullet")
    between = space_between(style.spaces.points, points, points)
    yield replace(
        item, id="KeyPoint", name="Key Point", list_id=LISTS["points"].id, base="ListNumber", role=points, after=between, is_tight=False
    )


def _requisites(style: Style) -> Iterator[ParagraphStyle]:
    roles, spaces = style.roles, style.spaces
    width = text_width(style.page)
    right = (Tab(twips(width), "right"),)
    yield ParagraphStyle("Marking", "Marking", roles.marking, after=_between(spaces.kind_below, roles.marking), is_tight=True)
    bar = Rule(eighths(style.rules.bar), rgb(style.colours.text)) if style.rules.bar else None
    inset = twips(_BAR_SPACE) + twentieths(style.rules.bar) if bar else 0
    beside = ParagraphStyle("", "", roles.department, left=inset, rule_left=bar, rule_space=points_of(_BAR_SPACE) if bar else 0, tabs=right)
    yield replace(beside, id="Organisation", name="Organisation", role=replace(roles.organisation, weight="regular"))
    yield replace(beside, id="Department", name="Department")
    # A corner of its own in a centred head; beside a bar all begins at the margin.
    left, above = (twips(width - spaces.addressee_width), spaces.kind_below) if style.head == "centred" else (0, spaces.organisation_below)
    yield ParagraphStyle("Addressee", "Addressee", roles.addressee, before=_between(above, roles.addressee), left=left)
    yield ParagraphStyle(
        "DocumentKind", "Document Kind", roles.kind, before=_between(spaces.organisation_below, roles.kind), keep_next=True
    )
    yield ParagraphStyle("Requisites", "Requisites", roles.requisites, before=_between(spaces.kind_below, roles.requisites), tabs=right)


def _title(style: Style) -> Iterator[ParagraphStyle]:
    roles, spaces = style.roles, style.spaces
    is_centred = style.head == "centred"
    beside = twips(text_width(style.page) - spaces.title_width)
    yield ParagraphStyle("Place", "Place", replace(roles.requisites, alignment="centre" if is_centred else "right"))
    yield ParagraphStyle(
        "Title",
        "Title",
        roles.title,
        before=_between(spaces.requisites_below if is_centred else spaces.kind_below, roles.title),
        left=beside // 2 if is_centred else 0,
        right=beside // 2 if is_centred else beside,
        next="BodyText",
        keep_next=True,
        is_custom=False,
    )
    yield ParagraphStyle("Basis", "Basis", roles.basis, before=_between(spaces.title_below, roles.basis))


def _tables(style: Style) -> Iterator[ParagraphStyle]:
    text, head, inset = style.roles.table, style.roles.table_head, twips(style.decimal)
    above = space_between(style.spaces.note_above, None, style.roles.note)
    below = space_between(style.spaces.table_above, style.roles.note, None, rules=style.rules.outer)
    yield ParagraphStyle("Caption", "caption", style.roles.note, before=above, after=below, keep_next=True, is_custom=False)
    number = replace(text, alignment="right")
    yield ParagraphStyle("TableText", "Table Text", text)
    yield ParagraphStyle("TableNumber", "Table Number", number, base="TableText")
    yield ParagraphStyle("TableFigure", "Table Figure", number, right=inset, base="TableText")
    number = replace(head, alignment="right")
    yield ParagraphStyle("TableHead", "Table Head", head, base="TableText", keep_next=True)
    yield ParagraphStyle("TableHeadNumber", "Table Head Number", number, base="TableHead", keep_next=True)
    yield ParagraphStyle("TableHeadFigure", "Table Head Figure", number, right=inset, base="TableHead", keep_next=True)
    yield ParagraphStyle("Separator", "Separator", Role(size=2, leading=2 * LINE))


def _timeline(style: Style) -> Iterator[ParagraphStyle]:
    role = style.roles.timeline
    yield ParagraphStyle("TimelineDate", "Timeline Date", replace(role, alignment="right"), base="TableText")
    yield ParagraphStyle("TimelineMark", "Timeline Mark", replace(role, alignment="centre", colour="accent"), base="TableText")
    yield ParagraphStyle("TimelineText", "Timeline Text", role, base="TableText")
    key = style.roles.small
    above = space_between(style.spaces.note_above, None, key)
    yield ParagraphStyle("TimelineKey", "Timeline Key", replace(key, colour="secondary"), before=above)


def _charts(style: Style) -> Iterator[ParagraphStyle]:
    role = style.roles.chart
    bar = Rule(eighths(style.charts.note_bar), rgb(style.colours.accent))
    yield ParagraphStyle("ChartTitle", "Chart Title", style.roles.chart_head, keep_next=True)
    # Drawings stand on the baseline: type of this size leaves next to nothing below it.
    yield ParagraphStyle("ChartPanels", "Chart Panels", Role(size=2, leading=2 * LINE), keep_next=True)
    yield ParagraphStyle("ChartKey", "Chart Key", replace(role, colour="secondary"))
    # The bar stands left of the indent by its distance and its width: in a cell, what is left of the margin would not be seen.
    space = points_of(_NOTE_BAR_SPACE)
    left = twentieths(space + style.charts.note_bar)
    yield ParagraphStyle("ChartNote", "Chart Note", role, left=left, rule_left=bar, rule_space=space)


def _closing(style: Style) -> Iterator[ParagraphStyle]:
    roles, spaces = style.roles, style.spaces
    width, rule = text_width(style.page), spaces.signature_rule
    pen = Tab(twips((width + rule) / 2), "left", "underscore")
    line = (Tab(twips((width - rule) / 2), "left"), pen, Tab(twips(width), "right"))
    above = space_between(spaces.signature_above, None, roles.signature)
    label = ParagraphStyle("ControlLabel", "Control Label", roles.heading1, space_between(spaces.heading1_above, None, roles.heading1))
    yield replace(label, after=space_between(spaces.heading1_below, roles.heading1, roles.body), keep_next=True, outline=0)
    yield ParagraphStyle("Signature", "Signature", roles.signature, before=above, tabs=line, keep_next=True, is_custom=False)
    yield ParagraphStyle("Executor", "Executor", roles.executor, before=space_between(spaces.note_above, roles.signature, roles.executor))


def _contents(style: Style) -> Iterator[ParagraphStyle]:
    """The lines of a list of contents: dots to the page at the right margin."""
    body = replace(style.roles.table, alignment="left")
    page = (Tab(twips(text_width(style.page)), "right", "dot"),)
    after = _below(style, body) // 2
    heading = style.roles.heading1
    below = space_between(style.spaces.heading1_below, heading, body)
    yield ParagraphStyle("TOCHeading", "TOC Heading", heading, after=below, keep_next=True, is_custom=False)
    yield ParagraphStyle("TOC1", "toc 1", body, after=after, tabs=page, is_custom=False)
    yield ParagraphStyle("TOC2", "toc 2", body, after=after, left=twips(style.spaces.list_indent), tabs=page, is_custom=False)


def _comments(style: Style) -> Iterator[ParagraphStyle]:
    yield ParagraphStyle("CommentText", "annotation text", replace(style.roles.table, alignment="left"), is_custom=False)
    yield ParagraphStyle("FootnoteText", "footnote text", style.roles.note, is_custom=False)


def _margins(style: Style) -> Iterator[ParagraphStyle]:
    role, width = replace(style.roles.running, alignment="left"), text_width(style.page)
    right = Tab(twips(width), "right")
    yield ParagraphStyle("Header", "header", role, tabs=(Tab(twips(width / 2), "center"), right), is_custom=False)
    yield ParagraphStyle("Footer", "footer", role, tabs=(right,), is_custom=False)


def _below(style: Style, role: Role) -> int:
    """The space below a paragraph of running text."""
    return space_between(style.spaces.paragraph, role, role)


def _between(gap: float, role: Role) -> int:
    """The space beside a requisite, its neighbour being of about its own size."""
    return space_between(gap, role, role)
