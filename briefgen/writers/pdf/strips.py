"""What a page is made of: strips that never break, with the marks on them. Lengths in points, y downwards from a strip's top."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefgen.writers.pdf.faces import Face
from briefgen.writers.pdf.structure import Element, Jump, Leaf

MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Look:
    """A face in a size and a colour (#rrggbb)."""

    face: Face
    size: float
    colour: str


@dataclass(frozen=True, slots=True)
class Run:
    """Text on a baseline at `y`; `spread` widens each of its spaces. Without a leaf it is an artifact."""

    x: float
    y: float
    text: str
    look: Look
    leaf: Leaf | None
    spread: float = 0.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle, filled or outlined with a line of `line` points; rules are thin filled ones. One that is the whole of a drawing
    has its `figure`, whose bounding box it is."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    line: float = 0.0
    leaf: Leaf | None = None
    figure: Element | None = None


@dataclass(frozen=True, slots=True)
class Dot:
    """A dot of the timeline, filled with the colour or outlined on white; one that says something is a `figure`."""

    x: float
    y: float
    radius: float
    colour: str
    line: float = 0.0
    leaf: Leaf | None = None
    figure: Element | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """The place of a link."""

    x: float
    y: float
    width: float
    height: float
    jump: Jump


Item = Run | Bar | Dot | Area


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline."""

    level: int
    title: str


@dataclass(frozen=True, slots=True)
class Strip:
    """A slice of the text column that never breaks.

    `before` is the white space above it unless it starts a page, `after` what the next strip keeps away, whatever it says itself.
    `keep` holds it on the page of the next strip. `opening` is drawn unless the strip starts a page, where `header` stands above it
    instead; `closing` is drawn where it ends a page. `figure` is the element whose bounding box this strip is.
    """

    height: float
    items: tuple[Item, ...] = ()
    before: float = 0.0
    after: float | None = None
    keep: bool = False
    header: tuple[Strip, ...] = ()
    opening: tuple[Item, ...] = ()
    closing: tuple[Item, ...] = ()
    anchors: tuple[str, ...] = ()
    bookmark: Bookmark | None = None
    figure: Element | None = None
    new_page: bool = False


def rule(x: float, y: float, width: float, thickness: float, colour: str) -> Bar:
    """A horizontal rule, its middle at `y`."""
    return Bar(x, y - thickness / 2, width, thickness, colour)


def moved(items: Iterable[Item], x: float, y: float) -> list[Item]:
    """The items by so many points to the right and down."""
    return [replace(item, x=item.x + x, y=item.y + y) for item in items]
