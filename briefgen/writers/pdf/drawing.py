"""Pages of strips -> a PDF drawn by reportlab, each mark inside a marked-content sequence: real content of a leaf, or an artifact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from math import atan2, cos, sin

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfgen.canvas import Canvas

from briefgen.blocks import Report
from briefgen.writers.pdf.characters import printable
from briefgen.writers.pdf.faces import Face, split_words
from briefgen.writers.pdf.inlines import NBSP
from briefgen.writers.pdf.pages import PageOfStrips, Placed
from briefgen.writers.pdf.running import running_items
from briefgen.writers.pdf.setting import Setting
from briefgen.writers.pdf.strips import MM, Area, Bar, Bookmark, Dot, Item, Look, Run
from briefgen.writers.pdf.structure import Element, Jump, Leaf

_PALE = "#ececec"  # of a watermark: text in the lightest colour of a style still stands out on it (4.5:1)

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a leaf was drawn: a page (from 0) and the number of the marked-content sequence on it."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A link's rectangle on a page, in PDF's coordinates."""

    page: int
    box: Box
    jump: Jump


@dataclass(frozen=True, slots=True)
class Point:
    """A place that links and bookmarks lead to."""

    page: int
    x: float
    y: float


@dataclass(slots=True)
class Drawn:
    """What the finisher must know of the drawn pages."""

    data: bytes = b""
    marks: dict[Leaf, list[Mark]] = field(default_factory=dict)
    mark_counts: list[int] = field(default_factory=list)
    areas: list[LinkArea] = field(default_factory=list)
    anchors: dict[str, Point] = field(default_factory=dict)
    bookmarks: list[tuple[Bookmark, Point]] = field(default_factory=list)
    boxes: dict[Element, Box] = field(default_factory=dict)
    used: dict[Face, set[str]] = field(default_factory=dict)


def draw_pages(pages: Sequence[PageOfStrips], report: Report, setting: Setting) -> Drawn:
    """All pages drawn, with their running heads and feet."""
    drawn = Drawn()
    output = BytesIO()
    page_style = setting.style.page
    canvas = MarkedCanvas(output, (page_style.width * MM, page_style.height * MM), drawn)
    left, top = page_style.left * MM, (page_style.height - page_style.top) * MM
    for number, page in enumerate(pages):
        placed = [(left, top - entry.y, entry) for entry in page.placed]
        running = [(left, page_style.height * MM, item) for item in running_items(report, setting, number + 1, len(pages))]
        canvas.watermark(report.watermark, setting)
        _draw_page(canvas, placed, running)
        for x, y, entry in placed:
            _note_places(drawn, entry, number, x, y, setting.width)
        canvas.showPage()
    canvas.save()
    drawn.data = output.getvalue()
    return drawn


def _draw_page(canvas: MarkedCanvas, placed: Sequence[tuple[float, float, Placed]], running: Sequence[tuple[float, float, Item]]) -> None:
    """Rules and dots first, as one artifact; then the content in reading order; then what stands in the margins."""
    items = [(x, y, item) for x, y, entry in placed for item in entry.items]
    canvas.artifact("Layout", [entry for entry in items if isinstance(entry[2], Bar | Dot) and entry[2].leaf is None])
    for x, y, item in items:
        if isinstance(item, Area):
            canvas.area(x, y, item)
        elif item.leaf is not None:
            canvas.content(x, y, item, item.leaf)
    canvas.close()
    canvas.artifact("Pagination", [entry for entry in items if isinstance(entry[2], Run) and entry[2].leaf is None])
    canvas.artifact("Pagination", running)


def _note_places(drawn: Drawn, placed: Placed, page: int, x: float, y: float, width: float) -> None:
    """Where anchors, bookmarks and figures fell; links lead a little above the line."""
    strip = placed.strip
    point = Point(page, x, y + 4 * MM)
    for anchor in strip.anchors:
        drawn.anchors.setdefault(anchor, point)
    if strip.bookmark is not None:
        drawn.bookmarks.append((strip.bookmark, point))
    if strip.figure is not None:
        drawn.boxes.setdefault(strip.figure, (x, y - strip.height, x + width, y))
    for item in placed.items:
        if isinstance(item, Area) and item.jump.name:
            drawn.anchors.setdefault(item.jump.name, Point(page, x, y - item.y + 4 * MM))
        if isinstance(item, Bar) and item.figure is not None:
            left, top = x + item.x, y - item.y
            drawn.boxes[item.figure] = (left, top - item.height, left + item.width, top)
        if isinstance(item, Dot) and item.figure is not None:
            left, top = x + item.x - item.radius, y - item.y + item.radius
            drawn.boxes[item.figure] = (left, top - 2 * item.radius, left + 2 * item.radius, top)


class MarkedCanvas(Canvas):
    """A canvas that opens and closes marked content. Fonts are the finisher's: reportlab's own are never asked for."""

    _code: list[str]
    _pageNumber: int
    _filename: BytesIO
    _doc: PDFDocument

    def __init__(self, output: BytesIO, size: tuple[float, float], drawn: Drawn) -> None:
        self._drawn = drawn
        self._mark_count = 0
        self._leaf: Leaf | None = None
        self._paints: tuple[str, str] = ("", "")
        super().__init__(output, pagesize=size, pageCompression=0, invariant=1)

    def _make_preamble(self) -> None:
        """reportlab would begin each page with Times, which is not embedded."""
        self._preamble = ""

    def showPage(self) -> None:
        self.close()
        self._drawn.mark_counts.append(self._mark_count)
        self._mark_count = 0
        self._paints = ("", "")
        super().showPage()

    def save(self) -> None:
        """Unlike reportlab's, this adds no page."""
        self._doc.SaveToFile(self._filename, self)

    def artifact(self, kind: str, items: Iterable[tuple[float, float, Item]]) -> None:
        """Items that a screen reader passes over."""
        items = list(items)
        if not items:
            return
        self._code.append(f"/Artifact <</Type /{kind}>> BDC")
        for x, y, item in items:
            self._paint(x, y, item)
        self._code.append("EMC")

    def watermark(self, text: str, setting: Setting) -> None:
        """Large pale words from corner to corner behind the text, which a screen reader passes over: the head says the same."""
        if not text:
            return
        page, face = setting.style.page, setting.faces["bold"]
        text = printable(text)
        size = 0.72 * (page.width**2 + page.height**2) ** 0.5 * MM / face.width(text, 1.0)
        size = min(size, 0.4 * page.width * MM)
        length, angle = face.width(text, size), atan2(page.height, page.width)
        x = page.width * MM / 2 - (length * cos(angle) - face.cap_height * size * sin(angle)) / 2
        y = page.height * MM / 2 - (length * sin(angle) + face.cap_height * size * cos(angle)) / 2
        turned = " ".join(_number(value, 4) for value in (cos(angle), sin(angle), -sin(angle), cos(angle), x, y))
        self._code.append("/Artifact <</Type /Pagination /Subtype /Watermark>> BDC q")
        self._text(0.0, 0.0, Run(0.0, 0.0, text, Look(face, size, _PALE), None), f"{turned} cm ")
        self._code.append("Q EMC")
        self._paints = ("", "")

    def content(self, x: float, y: float, item: Run | Bar | Dot, leaf: Leaf) -> None:
        """An item of a leaf; neighbours of the same leaf share one sequence."""
        if leaf is not self._leaf:
            self.close()
            self._code.append(f"/{leaf.tag} <</MCID {self._mark_count}>> BDC")
            self._drawn.marks.setdefault(leaf, []).append(Mark(self._pageNumber - 1, self._mark_count))
            self._mark_count += 1
            self._leaf = leaf
        self._paint(x, y, item)

    def close(self) -> None:
        """End the open sequence."""
        if self._leaf is not None:
            self._code.append("EMC")
            self._leaf = None

    def area(self, x: float, y: float, area: Area) -> None:
        left, top = x + area.x, y - area.y
        box = (left, top - area.height, left + area.width, top)
        self._drawn.areas.append(LinkArea(self._pageNumber - 1, box, area.jump))

    def _paint(self, x: float, y: float, item: Item) -> None:
        match item:
            case Run():
                self._text(x + item.x, y - item.y, item)
            case Bar():
                self._colour(item.colour, item.line)
                self.rect(x + item.x, y - item.y - item.height, item.width, item.height, stroke=int(item.line > 0), fill=int(not item.line))
            case Dot():
                self._colour(item.colour, item.line)
                self.circle(x + item.x, y - item.y, item.radius, stroke=int(item.line > 0), fill=1)
            case Area():
                pass

    def _colour(self, colour: str, line: float) -> None:
        """Outlined marks are filled with white."""
        fill, stroke = ("#ffffff" if line else colour), (f"{colour} {line}" if line else "")
        if fill != self._paints[0]:
            self.setFillColorRGB(*_rgb(fill))
        if stroke and stroke != self._paints[1]:
            self.setStrokeColorRGB(*_rgb(colour))
            self.setLineWidth(line)
        self._paints = (fill, stroke or self._paints[1])

    def _text(self, x: float, y: float, run: Run, turned: str = "") -> None:
        """A run as one text object: word space and kerning stand in the array, because two-byte codes know no word space."""
        look = run.look
        self._colour(look.colour, 0.0)
        used = self._drawn.used
        if look.face not in used:
            used[look.face] = set()
        used[look.face].update(run.text)
        name = f"/F{list(used).index(look.face) + 1}"
        codes = _glyphs(run.text, look.face, -run.spread * 1000 / look.size)
        self._code.append(f"{turned}BT {name} {_number(look.size)} Tf 1 0 0 1 {_number(x)} {_number(y)} Tm [{codes}] TJ ET")


def _glyphs(text: str, face: Face, space: float) -> str:
    """A TJ array: character codes in hexadecimal with the kerning between them; `space` is what each space adds."""
    parts = []
    for part in split_words(text):
        if part in (" ", NBSP) and space:
            parts.append(f"<{ord(part):04X}>{_number(space)}")
        else:
            parts.append(face.codes.get(part) or _codes(part, face))
    return "".join(parts)


def _codes(part: str, face: Face) -> str:
    """The code of a character is its own number in Unicode."""
    found, run = [], ""
    for character, kern in zip(part, face.shape(part).kerns, strict=True):
        run += f"{ord(character):04X}"
        if abs(kern) > 0.05:
            found.append(f"<{run}>{_number(-kern)}")
            run = ""
    face.codes[part] = "".join(found) + (f"<{run}>" if run else "")
    return face.codes[part]


def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return round(red, 4), round(green, 4), round(blue, 4)


def _number(value: float, digits: int = 2) -> str:
    return f"{value:.{digits}f}".rstrip("0").rstrip(".")
