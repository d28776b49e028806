"""A style -> styles.xml: Word's own styles where it has one for the role, named ones of ours for the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefgen.templating import Role, Style
from briefgen.writers.docx.grid import Rule, border
from briefgen.writers.docx.markup import Xml, element, join, part, root
from briefgen.writers.docx.measures import eighths, space_between, text_width, twentieths, twips
from briefgen.writers.docx.numbering import LISTS
from briefgen.writers.docx.stylesheet import (
    CharacterStyle,
    ParagraphStyle,
    basic_styles,
    cell_margins,
    character_style,
    document_defaults,
    paragraph_style,
    rgb,
    table_style,
)
from briefgen.writers.docx.wordprocessing import Tab

_BAR_SPACE = 3.0  # mm between the organisation and the bar at its left (mockup, design notes 3)
_NOTE_BAR_SPACE = 2.0


def styles_part(style: Style, locale: str) -> bytes:
    """The bytes of styles.xml."""
    return part(
        root(
            "w:styles",
            "w",
            document_defaults(style.roles.body, style.fonts, locale),
            basic_styles(),
            join(paragraph_style(entry, style.colours) for entry in paragraph_styles(style)),
            join(character_style(entry) for entry in character_styles(style)),
            _report_table(style),
            _timeline_table(style),
        )
    )


def paragraph_styles(style: Style) -> tuple[ParagraphStyle, ...]:
    """All paragraph styles, the default one first."""
    return (*_running_text(style), *_headings(style), *_lists(style), *_requisites(style), *_tables(style), *_charts(style), *_closing(style))


def character_styles(style: Style) -> tuple[CharacterStyle, ...]:
    """All character styles; those ending in Small stand in tables, notes and other type of table size."""
    text, small, inset, colours = style.roles.body.size, style.roles.table.size, style.inset, style.colours
    return (
        CharacterStyle("Strong", "Strong", is_bold=True, is_custom=False),
        CharacterStyle("Hyperlink", "Hyperlink", colour=colours.accent, is_underlined=True, is_custom=False),
        CharacterStyle("PlaceholderText", "Placeholder Text", colour=colours.secondary, is_custom=False),
        CharacterStyle("Citation", "Citation", size=text * inset.citation, colour=colours.accent),
        CharacterStyle("CitationSmall", "Citation Small", size=small * inset.citation, colour=colours.accent),
        CharacterStyle("Mark", "Mark", size=text * inset.mark, colour=colours.secondary),
        CharacterStyle("MarkSmall", "Mark Small", size=small * inset.mark, colour=colours.secondary),
        CharacterStyle("Foreign", "Foreign Passage"),
        CharacterStyle("Original", "Original Below", size=style.roles.foreign.size, colour=colours.secondary),
        CharacterStyle("Accent", "Accent", colour=colours.accent),
        CharacterStyle("HeadDate", "Head Date", size=style.roles.requisites.size, colour=getattr(colours, style.roles.requisites.colour)),
    )


def _running_text(style: Style) -> Iterator[ParagraphStyle]:
    roles, spaces = style.roles, style.spaces
    below = space_between(spaces.paragraph, roles.body, roles.body)
    note = space_between(spaces.note_above, None, roles.note)
    yield ParagraphStyle("Normal", "Normal", replace(roles.body, alignment="left"), is_custom=False, is_default=True)
    yield ParagraphStyle("BodyText", "Body Text", roles.body, after=below, is_hyphenated=style.hyphenation, is_custom=False)
    yield ParagraphStyle("Lead", "Lead", roles.lead, after=space_between(spaces.table_above, roles.lead, None), keep_next=True)
    yield ParagraphStyle("Note", "Note", roles.note, before=note, after=space_between(spaces.paragraph, roles.note, roles.note))
    yield ParagraphStyle("Small", "Small Text", roles.small, after=space_between(spaces.paragraph, roles.small, roles.small))
    quote = replace(roles.quotation, alignment="left")
    inset = twips(spaces.list_indent)
    yield ParagraphStyle("Quote", "Quote", quote, before=note, left=inset, keep_next=True, next="QuoteSource", is_custom=False)
    yield ParagraphStyle("QuoteSource", "Quote Source", roles.attribution, left=inset, after=below)
    yield ParagraphStyle("Original", "Original Text", roles.foreign, left=inset, keep_next=True)


def _headings(style: Style) -> Iterator[ParagraphStyle]:
    roles, spaces = style.roles, style.spaces
    levels = (
        (roles.heading1, spaces.heading1_above, spaces.heading1_below),
        (roles.heading2, spaces.heading2_above, spaces.heading2_below),
        (roles.heading3, spaces.heading3_above, spaces.heading3_below),
    )
    for level, (role, above, below) in enumerate(levels, 1):
        yield ParagraphStyle(
            f"Heading{level}",
            f"heading {level}",
            role,
            before=space_between(above, None, role),
            after=space_between(below, role, roles.table),
            next="BodyText",
            keep_next=True,
            outline=level - 1,
            is_custom=False,
        )
    contents = replace(roles.body, alignment="left")
    for level in (1, 2):
        yield ParagraphStyle(f"TOC{level}", f"toc {level}", contents, left=twips(spaces.list_indent) * (level - 1), is_custom=False)
    heading = roles.heading1
    gap = space_between(spaces.heading1_above, None, heading)
    yield ParagraphStyle("TOCHeading", "TOC Heading", heading, before=gap, next="BodyText", keep_next=True, is_custom=False)


def _lists(style: Style) -> Iterator[ParagraphStyle]:
    roles, spaces = style.roles, style.spaces
    points = space_between(spaces.points, roles.points, roles.points)
    items = space_between(spaces.paragraph, roles.body, roles.body)
    hyphens = style.hyphenation
    yield ParagraphStyle("ListNumber", "List Number", roles.body, 0, items, list_id=LISTS["numbered"].id, is_hyphenated=hyphens, is_custom=False)
    yield ParagraphStyle("ListBullet", "List Bullet", roles.body, 0, items, list_id=LISTS["bullets"].id, is_hyphenated=hyphens, is_custom=False)
    yield ParagraphStyle("KeyPoint", "Key Point", roles.points, 0, points, base="ListNumber", list_id=LISTS["points"].id, is_hyphenated=hyphens)
    yield ParagraphStyle("Checklist", "Checklist", roles.body, 0, items, base="ListBullet", list_id=LISTS["checklist"].id, is_hyphenated=hyphens)


def _requisites(style: Style) -> Iterator[ParagraphStyle]:
    roles, spaces = style.roles, style.spaces
    width = text_width(style.page)
    right = (Tab(twips(width), "right"),)
    is_centred = style.head == "centred"
    bar = Rule(eighths(style.rules.bar), rgb(style.colours.text)) if style.rules.bar else None
    inset = twips(_BAR_SPACE) + twentieths(style.rules.bar) if bar else 0
    space = round(_BAR_SPACE * 72 / 25.4) if bar else 0
    beside = width - spaces.title_width
    above_title = spaces.requisites_below if is_centred else spaces.kind_below
    yield ParagraphStyle("Marking", "Marking", roles.marking, after=twentieths(6))
    yield ParagraphStyle("Organisation", "Organisation", roles.organisation, left=inset, rule_left=bar, rule_space=space, tabs=right)
    yield ParagraphStyle("Department", "Department", roles.department, left=inset, rule_left=bar, rule_space=space, tabs=right)
    addressee = twips(width - spaces.addressee_width)
    yield ParagraphStyle("Addressee", "Addressee", roles.addressee, before=_above(spaces.kind_below, roles.addressee), left=addressee)
    yield ParagraphStyle("DocumentKind", "Document Kind", roles.kind, before=_above(spaces.organisation_below, roles.kind), keep_next=True)
    yield ParagraphStyle("Requisites", "Requisites", roles.requisites, before=_above(spaces.kind_below, roles.requisites), tabs=right)
    yield ParagraphStyle("Place", "Place", replace(roles.requisites, alignment="centre" if is_centred else "right"))
    yield ParagraphStyle(
        "Title",
        "Title",
        roles.title,
        before=_above(above_title, roles.title),
        left=twips(beside / 2) if is_centred else 0,
        right=twips(beside / 2 if is_centred else beside),
        next="BodyText",
        keep_next=True,
        is_custom=False,
    )
    yield ParagraphStyle("Basis", "Basis", roles.basis, before=_above(spaces.title_below, roles.basis))


def _above(gap: float, role: Role) -> int:
    """A requisite's space above, its neighbour being of about its own size."""
    return space_between(gap, role, role)


def _tables(style: Style) -> Iterator[ParagraphStyle]:
    roles = style.roles
    gap = space_between(style.spaces.note_above, None, roles.note)
    above_table = space_between(style.spaces.table_above, roles.table_head, None)
    yield ParagraphStyle("Caption", "caption", roles.table_head, before=gap, after=above_table, keep_next=True, is_custom=False)
    yield ParagraphStyle("TableText", "Table Text", roles.table)
    yield ParagraphStyle("TableNumber", "Table Number", replace(roles.table, alignment="right"), base="TableText")
    inset = twips(style.decimal)
    yield ParagraphStyle("TableFigure", "Table Figure", replace(roles.table, alignment="right"), right=inset, base="TableText")
    yield ParagraphStyle("TableHead", "Table Head", roles.table_head, base="TableText", keep_next=True)
    yield ParagraphStyle("TableHeadNumber", "Table Head Number", replace(roles.table_head, alignment="right"), base="TableHead", keep_next=True)
    number = replace(roles.table_head, alignment="right")
    yield ParagraphStyle("TableHeadFigure", "Table Head Figure", number, right=inset, base="TableHead", keep_next=True)
    yield ParagraphStyle("TimelineDate", "Timeline Date", replace(roles.timeline, alignment="right"), base="TableText")
    mark = replace(roles.timeline, alignment="centre", colour="accent")
    yield ParagraphStyle("TimelineMark", "Timeline Mark", mark, base="TableText")
    yield ParagraphStyle("TimelineText", "Timeline Text", roles.timeline, base="TableText")
    yield ParagraphStyle("Separator", "Separator", Role(size=2, leading=2))


def _charts(style: Style) -> Iterator[ParagraphStyle]:
    roles = style.roles
    bar = Rule(eighths(style.charts.note_bar), rgb(style.colours.accent))
    inset = twips(_NOTE_BAR_SPACE)
    space = round(_NOTE_BAR_SPACE * 72 / 25.4)
    gap = space_between(style.spaces.note_above, roles.chart, roles.chart)
    yield ParagraphStyle("ChartTitle", "Chart Title", roles.chart_head, keep_next=True)
    yield ParagraphStyle("ChartPanels", "Chart Panels", roles.chart, keep_next=True)
    yield ParagraphStyle("ChartKey", "Chart Key", replace(roles.chart, colour="secondary"))
    yield ParagraphStyle("ChartNote", "Chart Note", roles.chart, before=gap, left=inset, rule_left=bar, rule_space=space)


def _closing(style: Style) -> Iterator[ParagraphStyle]:
    roles, spaces = style.roles, style.spaces
    width = text_width(style.page)
    rule_start, rule_end = (width - spaces.signature_rule) / 2, (width + spaces.signature_rule) / 2
    line = (Tab(twips(rule_start), "left"), Tab(twips(rule_end), "left", "underscore"), Tab(twips(width), "right"))
    gap = space_between(spaces.signature_above, None, roles.signature)
    label = replace(roles.heading3, colour="text")
    below = space_between(spaces.heading3_below, label, roles.body)
    yield ParagraphStyle("Signature", "Signature", roles.signature, before=gap, tabs=line, keep_next=True, is_custom=False)
    yield ParagraphStyle("Executor", "Executor", roles.executor, before=space_between(spaces.note_above, roles.signature, roles.executor))
    yield ParagraphStyle("ControlLabel", "Control Label", label, before=gap, after=below, keep_next=True)
    yield ParagraphStyle("Header", "header", replace(roles.running, alignment="centre"), is_custom=False)
    right = (Tab(twips(width), "right"),)
    yield ParagraphStyle("Footer", "footer", replace(roles.running, alignment="left"), tabs=right, is_custom=False)


def _report_table(style: Style) -> Xml:
    rules, spaces, table, head = style.rules, style.spaces, style.roles.table, style.roles.table_head
    text, hairline = rgb(style.colours.text), rgb(style.colours.hairline)
    outer, inner = Rule(eighths(rules.outer), text), Rule(eighths(rules.hairline), hairline)
    borders = element(
        "w:tblBorders", None, border("w:top", outer), border("w:bottom", outer), border("w:insideH", inner)
    )
    margins = cell_margins(space_between(spaces.cell_top, None, table), space_between(spaces.cell_bottom, table, None), twips(spaces.cell_sides))
    properties = element("w:tblPr", None, element("w:tblInd", {"w:w": 0, "w:type": "dxa"}), borders, margins)
    under_head = element("w:tcBorders", None, border("w:bottom", Rule(eighths(rules.head), text)))
    first_row = element("w:tblStylePr", {"w:type": "firstRow"}, element("w:tcPr", None, under_head))
    return table_style("BriefTable", "Brief Table", properties, first_row, _flush("firstCol", "w:left"), _flush("lastCol", "w:right"))


def _flush(region: str, side: str) -> Xml:
    """An outer column whose text stands on the margin."""
    margin = element("w:tcMar", None, element(side, {"w:w": 0, "w:type": "dxa"}))
    return element("w:tblStylePr", {"w:type": region}, element("w:tcPr", None, margin))


def _timeline_table(style: Style) -> Xml:
    role, charts = style.roles.timeline, style.charts
    margins = cell_margins(space_between(charts.row_above, None, role), space_between(charts.row_below, role, None), 0)
    indent = element("w:tblInd", {"w:w": 0, "w:type": "dxa"})
    return table_style("TimelineTable", "Timeline Table", element("w:tblPr", None, indent, margins))
