"""The shape of a style in styles.xml: typed definitions -> w:style elements, children in schema order (ISO 29500-1, 17.7.4)."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.templating import Colours, Fonts, Role
from briefgen.writers.docx.grid import Rule, border, rgb
from briefgen.writers.docx.markup import NOTHING, Xml, element, val
from briefgen.writers.docx.measures import half_points, line_share, twentieths
from briefgen.writers.docx.wordprocessing import Tab, tab_stops

_SINGLE = 240  # the natural line, as a line rule of "auto" counts it
_JUSTIFICATION = {"left": "left", "centre": "center", "right": "right", "justified": "both"}


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style: its look is a Role; lengths in twips. `is_custom` is False for a style that Word itself has. With `is_tight`
    nothing is between two paragraphs of the style; None leaves that to its base.
    """

    id: str
    name: str
    role: Role
    before: int = 0
    after: int = 0
    left: int = 0
    right: int = 0
    base: str = "Normal"
    next: str = ""
    keep_next: bool = False
    outline: int | None = None
    list_id: int | None = None
    rule_left: Rule | None = None
    rule_space: int = 0
    tabs: tuple[Tab, ...] = ()
    is_hyphenated: bool = False
    is_tight: bool | None = None
    is_custom: bool = True
    is_default: bool = False


@dataclass(frozen=True, slots=True)
class CharacterStyle:
    """A character style; what is None comes from the paragraph."""

    id: str
    name: str
    size: float | None = None
    colour: str | None = None
    is_bold: bool = False
    is_underlined: bool = False
    is_raised: bool = False
    is_custom: bool = True


def paragraph_style(style: ParagraphStyle, colours: Colours) -> Xml:
    """A w:style of type paragraph."""
    return _style(
        "paragraph",
        style.id,
        style.name,
        NOTHING if style.is_default else val("w:basedOn", style.base),
        val("w:next", style.next) if style.next else NOTHING,
        element("w:qFormat"),
        _paragraph_properties(style),
        _role_properties(style.role, colours),
        is_custom=style.is_custom,
        is_default=style.is_default,
    )


def character_style(style: CharacterStyle) -> Xml:
    """A w:style of type character."""
    properties = element(
        "w:rPr",
        None,
        Xml(element("w:b") + element("w:bCs")) if style.is_bold else NOTHING,
        val("w:color", rgb(style.colour)) if style.colour else NOTHING,
        _size(style.size) if style.size else NOTHING,
        val("w:u", "single") if style.is_underlined else NOTHING,
        val("w:vertAlign", "superscript") if style.is_raised else NOTHING,
    )
    base = val("w:basedOn", "DefaultParagraphFont")
    return _style("character", style.id, style.name, base, element("w:qFormat"), properties, is_custom=style.is_custom)


def table_style(id: str, name: str, *properties: Xml) -> Xml:
    """A w:style of type table; `properties` are its w:tblPr and w:tblStylePr."""
    return _style("table", id, name, val("w:basedOn", "TableNormal"), element("w:qFormat"), *properties, is_custom=True)


def document_defaults(role: Role, fonts: Fonts, locale: str) -> Xml:
    """Font, size and language of whatever no style speaks of."""
    face = dict.fromkeys(("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"), fonts.word)
    run = element("w:rPr", None, element("w:rFonts", face), _size(role.size), element("w:lang", {"w:val": locale, "w:eastAsia": locale}))
    return element("w:docDefaults", None, element("w:rPrDefault", None, run), element("w:pPrDefault", None, element("w:pPr")))


def basic_styles() -> Xml:
    """The defaults of a character, a table and a list, which every document has."""
    plain_cells = element("w:tblPr", None, element("w:tblInd", {"w:w": 0, "w:type": "dxa"}), cell_margins(0, 0, 0))
    return Xml(
        _style("character", "DefaultParagraphFont", "Default Paragraph Font", is_default=True)
        + _style("table", "TableNormal", "Normal Table", plain_cells, is_default=True)
        + _style("numbering", "NoList", "No List", is_default=True)
    )


def cell_margins(top: int, bottom: int, sides: int) -> Xml:
    """The padding of the cells of a table."""
    margins = (("w:top", top), ("w:left", sides), ("w:bottom", bottom), ("w:right", sides))
    return element("w:tblCellMar", None, *(element(side, {"w:w": width, "w:type": "dxa"}) for side, width in margins))


def _style(kind: str, id: str, name: str, *children: Xml, is_custom: bool = False, is_default: bool = False) -> Xml:
    attributes = {"w:type": kind, "w:default": "1" if is_default else None, "w:customStyle": "1" if is_custom else None, "w:styleId": id}
    return element("w:style", attributes, val("w:name", name), *children)


def _paragraph_properties(style: ParagraphStyle) -> Xml:
    numbered = element("w:numPr", None, val("w:numId", style.list_id)) if style.list_id is not None else NOTHING
    rule = border("w:left", style.rule_left, space=style.rule_space) if style.rule_left else NOTHING
    return element(
        "w:pPr",
        None,
        element("w:keepNext") if style.keep_next else NOTHING,
        element("w:keepLines") if style.keep_next else NOTHING,
        element("w:widowControl"),
        numbered,
        element("w:pBdr", None, rule) if rule else NOTHING,
        tab_stops(style.tabs),
        NOTHING if style.is_hyphenated else element("w:suppressAutoHyphens"),
        _spacing(style),
        element("w:ind", {"w:left": style.left, "w:right": style.right}) if style.left or style.right else NOTHING,
        NOTHING if style.is_tight is None else val("w:contextualSpacing", int(style.is_tight)),
        val("w:jc", _JUSTIFICATION[style.role.alignment]),
        val("w:outlineLvl", style.outline) if style.outline is not None else NOTHING,
    )


def _spacing(style: ParagraphStyle) -> Xml:
    """A line at least as high as its role asks; closer than the natural one it is a share of that, so that nothing larger is cut."""
    share = line_share(style.role)
    line, rule = (twentieths(style.role.leading), "atLeast") if share is None else (round(_SINGLE * share), "auto")
    return element("w:spacing", {"w:before": style.before, "w:after": style.after, "w:line": line, "w:lineRule": rule})


def _role_properties(role: Role, colours: Colours) -> Xml:
    # Word's own faces have no semibold: it is printed bold.
    bold = NOTHING if role.weight == "regular" else Xml(element("w:b") + element("w:bCs"))
    capitals = element("w:caps") if role.capitals else NOTHING
    return element("w:rPr", None, bold, capitals, val("w:color", rgb(getattr(colours, role.colour))), _size(role.size))


def _size(points: float) -> Xml:
    return Xml(val("w:sz", half_points(points)) + val("w:szCs", half_points(points)))
