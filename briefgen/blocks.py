"""Report: the finished text of one edition, as blocks made of inlines. Writers print it and choose nothing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words in the edition's language."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Semibold words: figures, names."""

    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A small grey word that says something of its neighbour, such as [translation]."""

    text: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """A passage in another language (`language` is ru or en), quotation marks included; grey where it stands under a translation."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line end inside a paragraph or a cell."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One place in a source: printed `1.24`, linked to the block or row whose anchor is `target`; `anchor` names the citation itself,
    where something links back to it."""

    text: str
    target: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Citations:
    """Citations printed together: [1.6; 1.27]; never broken inside a citation."""

    items: tuple[Citation, ...]

    @property
    def text(self) -> str:
        """As printed: `[1.6; 1.27]`."""
        return "[" + "; ".join([item.text for item in self.items]) + "]"


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address outside the brief (`target` is a URL) or to an anchor in it (`target` starts with #)."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Reference:
    """The number of a table or chart where the text speaks of it: printed `3`, linked to the label whose anchor is `target`."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Footnote:
    """The raised mark of a note, and the note: at the foot of the page in Word, below its table in the PDF. `ids` name it for edits."""

    number: int
    inlines: tuple[Text, ...]
    ids: tuple[str, ...]

    @property
    def text(self) -> str:
        """The mark."""
        return raised(self.number)


def raised(number: int) -> str:
    """A number in raised digits, which no reader takes for a figure."""
    return "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(digit)] for digit in str(number))


@dataclass(frozen=True, slots=True)
class Figure:
    """A number for a column aligned at the decimal mark: `more than ` + `25` + `` or `` + `2` + `,6`. `fraction` holds the decimal mark;
    `qualifier` is printed regular, the number semibold."""

    qualifier: str
    integer: str
    fraction: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A term that a person picks from a list: `options` are pairs of key and term, `chosen` is the key of the picked one or empty. `id`
    names it among a draft's items, `label` says what is chosen, `blank` stands where nobody has chosen."""

    id: str
    label: str
    options: tuple[tuple[str, str], ...]
    prompt: str
    chosen: str = ""
    blank: str = "_____"

    @property
    def text(self) -> str:
        """The chosen term, else the blank."""
        return next((term for key, term in self.options if key == self.chosen), self.blank)


Inline = Text | Strong | Mark | Foreign | LineBreak | Citations | Link | Reference | Figure | Choice
Inlines = tuple[Inline, ...]

# `ids` names a block, row or item among the items of a brief that a person may edit: its own id first, then those of the facts merged
# into it. They come from content (kind of item, fact id), so that an edit finds its item again in a later run and in the other language.


@dataclass(frozen=True, slots=True)
class Label:
    """What a table or chart is called by: `word` and `number`, and the `sign` before its words; `anchor` is what references lead to."""

    word: str
    number: str
    sign: str
    anchor: str

    @property
    def text(self) -> str:
        """As printed before the caption: `Table 2:`."""
        return f"{self.word}\u00a0{self.number}{self.sign}"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3 with its printed number (may be empty), an anchor, and its place in the bookmarks. With a `label` it is
    the caption of the table or chart right below it, and its number is the label's text."""

    level: int
    number: str
    text: str
    anchor: str
    ids: tuple[str, ...] = ()
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `role`: body, lead (under a partner's heading), note (under a table), small (grey)."""

    inlines: Inlines
    role: str = "body"
    anchor: str = ""
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a Listing; `anchor` may be empty."""

    inlines: Inlines
    anchor: str = ""
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A list. `role`: points (the numbered key points of page one), numbered, bullets, checklist."""

    items: tuple[ListItem, ...]
    role: str = "bullets"


@dataclass(frozen=True, slots=True)
class Column:
    """`alignment`: left, right or decimal (cells hold a Figure)."""

    head: str
    alignment: str = "left"


@dataclass(frozen=True, slots=True)
class Row:
    """Cells in column order, the first is the row's head. `group_start`: a stronger rule above. `anchor` may be empty."""

    cells: tuple[Inlines, ...]
    group_start: bool = False
    anchor: str = ""
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """`name` selects the column widths in the style (figures, risks, ...).

    `description` is the alternative text; `caption` may be empty, `label` stands before it, the marks of `notes` behind.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    description: str
    caption: str = ""
    label: Label | None = None
    notes: tuple[Footnote, ...] = ()

    @property
    def title(self) -> str:
        """The caption as printed."""
        return f"{self.label.text} {self.caption}" if self.label else self.caption

    @property
    def marked_title(self) -> str:
        """The caption with the marks of its notes."""
        return self.title + "\u00a0".join(note.text for note in self.notes)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a speaker as a block of their own: the quotation, who says it, and the original under a translation."""

    inlines: Inlines
    attribution: Inlines
    original: Foreign | None = None
    anchor: str = ""
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """`label` and `value_text` as printed, `value` gives the length; `solid` is promised or planned, hollow all else."""

    label: str
    value_text: str
    value: Decimal
    solid: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """The bars of one currency, longest first, on their own scale from zero; `unit` is its name for a reader."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Panels side by side. `alternative` says the message in words; `note` tells of sums that are not drawn (may be empty)."""

    name: str
    title: str
    panels: tuple[Panel, ...]
    note: Inlines
    solid_key: str
    hollow_key: str
    scale_note: str
    alternative: str
    series_name: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A row of the timeline: the date as printed, what happened; `happened` False is expected (a hollow dot)."""

    date: str
    inlines: Inlines
    happened: bool
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dated events in order. `expected_key` explains the hollow dot to those who cannot see it."""

    moments: tuple[Moment, ...]
    description: str
    expected_key: str


@dataclass(frozen=True, slots=True)
class Control:
    """A labelled place for a person's words: a fill-in control in the DOCX; in the PDF printed only when `inlines` hold text."""

    tag: str
    label: str
    prompt: str
    inlines: Inlines = ()


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts a new page."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Post, a rule for the signature, initials and surname; then the executor in small type. Indivisible."""

    post: str
    name: str
    executor: str


Block = (
    Heading | Paragraph | Listing | Table | Quotation | Chart | Timeline | Control | PageBreak | Signature
)  # fmt: skip


def footnotes_of(block: Block) -> tuple[Footnote, ...]:
    """The notes of a block, whose marks stand behind its caption, in reading order."""
    return block.notes if isinstance(block, Table) else ()


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code (ISO/IEC 18004) with `text` in it: rows of modules from the top, "1" for a dark one, with no quiet zone around them."""

    text: str
    alternative: str
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The requisites above the title; an empty one leaves no gap. `marking` also stands at the head of each page, at the foot too with
    `marking_at_foot`, across the page as `marking_alignment` says (empty: as the style does); `copy` is the number of the copy below it
    on page one; `status` tells that the paper is a draft; `code` holds the brief number for a scanner (GOST R 7.0.97-2025, requisite
    31)."""

    organisation: str
    department: str
    addressee: str
    kind: str
    date: str
    number: str
    place: str
    title: str
    basis: Inlines
    marking: str = ""
    marking_alignment: str = ""
    marking_at_foot: bool = False
    copy: str = ""
    status: str = ""
    code: Code | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """A doubt about an item, for a person's eye: `id` is the item's, `code` the kind of doubt, `text` the reason, `sentence` the source's.

    `author` and `date` (ISO) are empty for one of our own; `language` is the sentence's where it is not the edition's.
    """

    id: str
    code: str
    text: str
    sentence: str = ""
    author: str = ""
    date: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One edition. `running` is the footer's left text, `page_of` a pattern with {page} and {pages}; `modified` ISO date for metadata;
    `watermark` lies behind the text of each page (empty: none)."""

    language: str
    locale: str
    head: Head
    blocks: tuple[Block, ...]
    running: str
    page_of: str
    subject: str
    keywords: tuple[str, ...]
    author: str
    modified: str
    brief_number: str
    contents_title: str = ""
    comments: tuple[Comment, ...] = ()
    watermark: str = ""
