"""Fragments -> words -> lines: breaks chosen over the whole paragraph, then placed as runs and link areas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefgen.templating import Alignment
from briefgen.writers.pdf.breaks import WIDEST, choose_breaks, space_of
from briefgen.writers.pdf.faces import SOFT_HYPHEN
from briefgen.writers.pdf.inlines import NBSP, Fragment
from briefgen.writers.pdf.strips import Area, Item, Run
from briefgen.writers.pdf.words import Word, narrowed, words


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a line; `last` ends a paragraph or stands before a forced break."""

    words: tuple[Word, ...]
    width: float
    last: bool
    end: str


def break_lines(fragments: Sequence[Fragment], width: float, alignment: Alignment = "left", *, hyphenate: bool = False) -> list[Line]:
    """The lines of a paragraph in a column of `width` points. Words are cut only in justified text, and only where it would gape;
    long names only where a line could not be filled without."""
    found = words(fragments)
    justified = alignment == "justified"
    lines = list(_lines(found, width, justified=justified))
    if hyphenate and justified and any(_gapes(line, width, _GAPING) for line in lines):
        lines = list(_lines(words(fragments, cut="words"), width, justified=True))
        if any(_gapes(line, width, WIDEST) for line in lines):
            lines = list(_lines(words(fragments, cut="names"), width, justified=True))
    return lines


def break_words(found: Sequence[Word], width: float) -> list[Line]:
    """The lines of words that were measured before, ragged."""
    return list(_lines(found, width, justified=False))


# A line whose spaces would grow by more than this factor is worth cutting a word. Tuned by eye on the sample at 12 pt in 180 mm.
_GAPING = 0.5


def _gapes(line: Line, width: float, most: float) -> bool:
    spaces = _gaps(line.words)
    return not line.last and (not spaces or (width - line.width) / spaces > most * space_of(line.words[-1]))


def _lines(found: Sequence[Word], width: float, *, justified: bool) -> Iterator[Line]:
    for paragraph in _paragraphs(found):
        fitting = narrowed(paragraph, width)
        start = 0
        for stop in choose_breaks(fitting, width, justified=justified):
            line = tuple(fitting[start:stop])
            last = stop == len(fitting)
            yield Line(line, _width(line, last=last), last, _end(line[-1], last=last, final=last and paragraph[-1] is found[-1]))
            start = stop


def _paragraphs(found: Sequence[Word]) -> Iterator[list[Word]]:
    """Words up to each forced line end."""
    paragraph: list[Word] = []
    for word in found:
        paragraph.append(word)
        if word.ending == "line":
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def _width(line: Sequence[Word], *, last: bool) -> float:
    width = sum(word.width for word in line) + sum(word.space_width for word in line[:-1])
    return width + (0.0 if last else line[-1].hyphen_width)


def _end(word: Word, *, last: bool, final: bool) -> str:
    """What the line's text ends with, so that text read back keeps its words apart and its cut words whole."""
    if word.ending == "cut" and not last:
        return SOFT_HYPHEN
    return "" if final or word.ending in ("hyphen", "address", "cut") else " "


def _gaps(line: Sequence[Word]) -> int:
    return sum(word.gaps for word in line) + sum(1 for word in line[:-1] if word.space is not None)


def place_line(line: Line, x: float, y: float, width: float, alignment: Alignment) -> Iterable[Item]:
    """The line's runs and link areas in a column that begins at `x`, its baseline at `y`."""
    slack = width - line.width
    spread = _spread(line, slack) if alignment == "justified" else 0.0
    x += {"right": slack, "centre": slack / 2}.get(alignment, 0.0)
    for text, fragment in _merged(line):
        run = Run(x, y, text, fragment.look, fragment.leaf, spread)
        advance = fragment.look.face.width(text, fragment.look.size) + spread * (text.count(" ") + text.count(NBSP))
        yield run
        if fragment.jump is not None:
            size = fragment.look.size
            yield Area(x, y - 0.8 * size, advance, 1.05 * size, fragment.jump)
        x += advance


def _spread(line: Line, slack: float) -> float:
    """What each space of a justified line gains or gives; nothing where it would gain too much."""
    gaps = _gaps(line.words)
    if not gaps or (line.last and slack >= 0):
        return 0.0
    spread = slack / gaps
    return spread if spread <= WIDEST * space_of(line.words[-1]) else 0.0


def _merged(line: Line) -> Iterator[tuple[str, Fragment]]:
    """Neighbours of one leaf and look as one text."""
    text, previous = "", None
    for fragment in _line_fragments(line):
        if previous is not None and fragment.leaf is previous.leaf and fragment.look == previous.look:
            text += fragment.text
            continue
        if previous is not None:
            yield text, previous
        text, previous = fragment.text, fragment
    if previous is not None:
        yield text + line.end, previous


def _line_fragments(line: Line) -> Iterator[Fragment]:
    for word in line.words[:-1]:
        yield from word.fragments
        if word.space is not None:
            yield word.space
    yield from line.words[-1].fragments
