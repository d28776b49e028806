"""A style -> styles.xml: defaults, character styles, table styles, and the paragraph styles of `paragraph_styles`."""

from __future__ import annotations

from briefgen.templating import Style
from briefgen.writers.docx.grid import REPORT_TABLE, TIMELINE_TABLE, Rule, border, rgb
from briefgen.writers.docx.markup import Xml, element, join, part, root
from briefgen.writers.docx.measures import eighths, space_between, twips
from briefgen.writers.docx.paragraph_styles import paragraph_styles
from briefgen.writers.docx.stylesheet import (
    CharacterStyle,
    basic_styles,
    cell_margins,
    character_style,
    document_defaults,
    paragraph_style,
    table_style,
)

_COMMENT_SIGN = 8  # points: what Word gives the mark of a comment
_PLACEHOLDER = "#767676"  # the lightest grey that white paper carries (WCAG 2.2, 1.4.3: 4.5 to 1): no reader takes it for text


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


def style_names(style: Style) -> dict[str, str]:
    """The styles that a letterhead must have for a brief to be written on it: names by id."""
    named = {entry.id: entry.name for entry in paragraph_styles(style)} | {entry.id: entry.name for entry in character_styles(style)}
    return {**named, REPORT_TABLE: "Brief Table", TIMELINE_TABLE: "Timeline Table"}


def character_styles(style: Style) -> tuple[CharacterStyle, ...]:
    """All character styles; those ending in Small stand in tables, notes and other type of table size."""
    body, table, inset, colours = style.roles.body.size, style.roles.table.size, style.inset, style.colours
    requisites = style.roles.requisites
    return (
        CharacterStyle("Strong", "Strong", is_bold=True, is_custom=False),
        CharacterStyle("Hyperlink", "Hyperlink", colour=colours.accent, is_underlined=True, is_custom=False),
        CharacterStyle("CommentReference", "annotation reference", size=_COMMENT_SIGN, is_custom=False),
        CharacterStyle("FootnoteReference", "footnote reference", is_raised=True, is_custom=False),
        CharacterStyle("PlaceholderText", "Placeholder Text", size=table, colour=_PLACEHOLDER, is_custom=False),
        CharacterStyle("Citation", "Citation", size=body * inset.citation, colour=colours.accent),
        CharacterStyle("CitationSmall", "Citation Small", size=table * inset.citation, colour=colours.accent),
        CharacterStyle("Mark", "Mark", size=body * inset.mark, colour=colours.secondary),
        CharacterStyle("MarkSmall", "Mark Small", size=table * inset.mark, colour=colours.secondary),
        CharacterStyle("Foreign", "Foreign Passage"),
        CharacterStyle("OriginalBelow", "Original Below", size=style.roles.foreign.size, colour=colours.secondary),
        CharacterStyle("Accent", "Accent", colour=colours.accent),
        CharacterStyle("HeadDate", "Head Date", size=requisites.size, colour=getattr(colours, requisites.colour)),
    )


def _report_table(style: Style) -> Xml:
    rules, spaces, role = style.rules, style.spaces, style.roles.table
    text, hairline = rgb(style.colours.text), rgb(style.colours.hairline)
    outer, inner = Rule(eighths(rules.outer), text), Rule(eighths(rules.hairline), hairline)
    borders = element("w:tblBorders", None, border("w:top", outer), border("w:bottom", outer), border("w:insideH", inner))
    top, bottom = space_between(spaces.cell_top, None, role), space_between(spaces.cell_bottom, role, None, rules=rules.hairline)
    under_head = element("w:tcBorders", None, border("w:bottom", Rule(eighths(rules.head), text)))
    return table_style(
        REPORT_TABLE,
        "Brief Table",
        element("w:tblPr", None, _no_indent(), borders, cell_margins(top, bottom, twips(spaces.cell_sides))),
        element("w:tblStylePr", {"w:type": "firstRow"}, element("w:tcPr", None, under_head)),
        _flush("firstCol", "w:left"),
        _flush("lastCol", "w:right"),
    )


def _flush(region: str, side: str) -> Xml:
    """An outer column whose text stands on the margin."""
    margin = element("w:tcMar", None, element(side, {"w:w": 0, "w:type": "dxa"}))
    return element("w:tblStylePr", {"w:type": region}, element("w:tcPr", None, margin))


def _timeline_table(style: Style) -> Xml:
    role, charts = style.roles.timeline, style.charts
    margins = cell_margins(space_between(charts.row_above, None, role), space_between(charts.row_below, role, None), 0)
    return table_style(TIMELINE_TABLE, "Timeline Table", element("w:tblPr", None, _no_indent(), margins))


def _no_indent() -> Xml:
    return element("w:tblInd", {"w:w": 0, "w:type": "dxa"})
