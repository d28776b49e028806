"""Style: how a brief looks, as a TOML file says it. Lengths in mm, type and rules in points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Weight = Literal["regular", "semibold", "bold"]
Alignment = Literal["left", "centre", "right", "justified"]


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins in mm. `number`: top (centred, from page 2) or footer (running text left, page X of Y right),
    `number_distance` mm from the edge of the paper to the number's top or bottom. `body_pages`: the body ends by this page, whatever
    the profile says (0: as the profile says)."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    number: Literal["top", "footer"]
    number_distance: float
    body_pages: int = 0


@dataclass(frozen=True, slots=True)
class Fonts:
    """`pdf` is a family of the PDF writer; `word` is Word's font, `word_alternates` what Word takes where it is missing."""

    pdf: Literal["source-serif-pro", "source-sans-pro"]
    word: str
    word_alternates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """How a kind of text looks: size and leading in points; `colour` is a field of Colours."""

    size: float
    leading: float
    weight: Weight = "regular"
    alignment: Alignment = "left"
    colour: Literal["text", "accent", "secondary"] = "text"
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class Roles:
    """The type scale: one Role for each kind of text of a Report."""

    organisation: Role
    department: Role
    addressee: Role
    marking: Role
    kind: Role
    requisites: Role
    title: Role
    basis: Role
    heading1: Role
    heading2: Role
    heading3: Role
    points: Role
    body: Role
    lead: Role
    note: Role
    small: Role
    table: Role
    table_head: Role
    chart: Role
    chart_head: Role
    timeline: Role
    listing: Role
    quotation: Role
    attribution: Role
    foreign: Role
    signature: Role
    executor: Role
    running: Role


@dataclass(frozen=True, slots=True)
class Inset:
    """Type beside other type: `citation` and `mark` are factors of the size around them, `code` is in points."""

    citation: float
    mark: float
    code: float


@dataclass(frozen=True, slots=True)
class Spaces:
    """White space in mm, from a baseline to the next line's cap height. A table or timeline up to `keep_whole` high never breaks."""

    heading1_above: float
    heading1_below: float
    heading2_above: float
    heading2_below: float
    heading3_above: float
    heading3_below: float
    paragraph: float
    points: float
    points_indent: float
    list_indent: float
    table_above: float
    table_below: float
    note_above: float
    cell_top: float
    cell_bottom: float
    cell_sides: float
    signature_above: float
    signature_rule: float
    organisation_below: float
    kind_below: float
    requisites_below: float
    title_below: float
    title_width: float
    addressee_width: float
    head_below: float
    keep_whole: float


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours as #rrggbb; each has a contrast of at least 4.5 on white, the hairline apart (it decorates)."""

    text: str
    accent: str
    secondary: str
    hairline: str


@dataclass(frozen=True, slots=True)
class Rules:
    """Thickness of rules in points: `outer` above the head and at the foot of a table, `head` under its head and between groups,
    `hairline` between rows, `bar` beside the organisation (0: none)."""

    outer: float
    head: float
    hairline: float
    bar: float


@dataclass(frozen=True, slots=True)
class Charts:
    """Bars and the timeline's rail, in mm; `outline` of a hollow bar and `note_bar` beside a note in points."""

    gap: float
    bar_height: float
    bar_above: float
    bar_below: float
    shortest: float
    outline: float
    note_bar: float
    rail_date: float
    rail_width: float
    dot: float
    row_above: float
    row_below: float


@dataclass(frozen=True, slots=True)
class Style:
    """How a brief looks. `head` is centred (GOST) or bar; `points_label` is a pattern with {number};
    `hyphenation` cuts words of justified text; `decimal` mm hold the decimal mark and fraction of a figures column;
    `columns` gives widths in mm by table name, 0 for a flexible one."""

    name: str
    head: Literal["centred", "bar"]
    points_label: str
    points_label_accent: bool
    bullet: str
    hyphenation: bool
    decimal: float
    letterhead: str
    page: Page
    fonts: Fonts
    roles: Roles
    inset: Inset
    spaces: Spaces
    colours: Colours
    rules: Rules
    charts: Charts
    columns: Mapping[str, tuple[float, ...]]
