"""Lines of pages, with their places on the page -> paragraphs: what layout broke is joined, running lines are left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from briefgen.language.morphology import is_known

HYPHENS = "-\u00ad\u2010"
_ENDS_SENTENCE = re.compile(r"[.!?…:;][»”\"')\]]*$")
_PAGE_NUMBER = re.compile(r"\W*\d{1,4}\W*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*$")
_FIRST_WORD = re.compile(r"^[^\W\d_]+")
_CYRILLIC = re.compile("[а-яё]")
_EDGE = 2  # lines at the top and at the bottom of a page that may be running ones
_REPEATED = 0.6  # of the pages carry the same line there
# Shares of the usual line pitch and of the column's width; set on pages of ministries, news agencies and browsers' print-outs.
_GAP = 1.35
_SHORT = 0.15
_MUCH_SHORTER = 0.35
_OTHER_SIZE = 0.2
_TIGHT = 1.05  # line pitch of tightly set text, in heights
_SMALL = 0.95
_APART = 2
_NEXT_COLUMN = 3  # heights by which the next column begins above the end of this one


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line; edges in points from the page's lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    height: float


def without_running_lines(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without headers, footers and page numbers: lines at an edge that most pages repeat but for their digits."""
    counts = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    needed = max(2, round(len(pages) * _REPEATED))
    if len(pages) == 1:
        return [[line for line in _without_head(pages[0]) if not _PAGE_NUMBER.fullmatch(line.text)]]
    return [[line for line in page if not (line in _edges(page) and _is_running(line, counts, needed))] for page in pages]


def _without_head(page: Sequence[Line]) -> Sequence[Line]:
    """A lone page repeats nothing: its head is a first line in small type, set well apart from what follows."""
    if len(page) <= _EDGE:
        return page
    usual = median(line.height for line in page)
    is_head = page[0].height < usual * _SMALL and page[0].bottom - page[1].bottom > _APART * usual
    return page[1:] if is_head else page


def join_lines(pages: Sequence[Sequence[Line]]) -> list[str]:
    """Paragraphs in reading order; a word divided at a line's end is whole again."""
    lines = [line for page in pages for line in page]
    words = Counter(word.lower() for line in lines for word in _WORD.findall(line.text))
    paragraphs: list[str] = []
    previous: Line | None = None
    for page in pages:
        for lines_of_column in _columns(page):
            column = _Column.of(lines_of_column)
            for line in lines_of_column:
                if previous is None or _starts_paragraph(previous, line, column, new_page=line is page[0]):
                    paragraphs.append(line.text)
                else:
                    paragraphs[-1] = _joined(paragraphs[-1], line.text, words)
                previous = line
    return paragraphs


def _columns(page: Sequence[Line]) -> list[list[Line]]:
    """The lines of a page by the column they stand in: the next one begins where the text jumps up."""
    columns: list[list[Line]] = []
    for line in page:
        if not columns or line.bottom > columns[-1][-1].bottom + _NEXT_COLUMN * line.height:
            columns.append([])
        columns[-1].append(line)
    return columns


@dataclass(frozen=True, slots=True)
class _Column:
    """Where the text of a page usually begins and ends, and the usual distance between its lines."""

    left: float
    right: float
    pitch: float

    @classmethod
    def of(cls, page: Sequence[Line]) -> _Column:
        if not page:
            return cls(0, 0, 0)
        lefts = Counter(round(line.left) for line in page)
        rights = sorted(line.right for line in page)
        steps = Counter(round(step) for above, line in pairwise(page) if (step := above.bottom - line.bottom) > 1)
        pitch = min(steps, key=lambda step: (-steps[step], step), default=0)  # the commonest; of two lines each, the smaller
        left = min(lefts, key=lambda edge: (-lefts[edge], edge))
        return cls(left, rights[len(rights) * 4 // 5], pitch or page[0].height * 1.2)


def _starts_paragraph(previous: Line, line: Line, column: _Column, *, new_page: bool) -> bool:
    ended = bool(_ENDS_SENTENCE.search(previous.text))
    step = previous.bottom - line.bottom
    if new_page or step <= 0:  # the next page or column
        return ended
    pitch = max(column.pitch, min(previous.height, line.height) * _TIGHT)  # a heading's lines stand further apart than the text's
    if step > _GAP * pitch or abs(previous.height - line.height) > _OTHER_SIZE * previous.height:
        return True
    is_indented = line.left - column.left > 0.8 * line.height and line.left > previous.left + 1
    width = column.right - column.left
    if previous.right < column.right - _MUCH_SHORTER * width and line.right > previous.right + _SHORT * width:
        return True  # a heading; in a narrow strip of text beside a picture the lines are short alike
    return ended and (is_indented or previous.right < column.right - _SHORT * width)


def _joined(text: str, following: str, words: Counter[str]) -> str:
    is_divided = text[-1:] in HYPHENS and text[-2:-1].isalnum()
    if is_divided and following[:1].islower():
        return _undivided(text, following, words)
    return text + following if is_divided else f"{text} {following}"  # «Алма-Ата», "2023-2025"


def _undivided(text: str, following: str, words: Counter[str]) -> str:
    """Whether the hyphen is the word's own («социально-экономический») or the line's («Великобри-тания»)."""
    whole = text[:-1]
    first, last = _LAST_WORD.search(whole), _FIRST_WORD.search(following)
    if text[-1] == "-" and first and last and _has_hyphen(first[0].lower(), last[0].lower(), words):
        return f"{whole}-{following}"
    return whole + following


def _has_hyphen(first: str, last: str, words: Counter[str]) -> bool:
    """The rest of the text shows it, else the dictionary of Russian does."""
    apart, together = f"{first}-{last}", f"{first}{last}"
    if words[apart] != words[together]:
        return words[apart] > words[together]
    if not _CYRILLIC.match(last) or is_known(together):
        return False
    return is_known(apart) or (first.endswith("о") and is_known(first) and is_known(last))  # «военно-техническое»; not «Кошер-баев»


def _edges(page: Sequence[Line]) -> Iterator[Line]:
    yield from page[:_EDGE]
    yield from page[max(_EDGE, len(page) - _EDGE) :]


def _is_running(line: Line, counts: Counter[str], needed: int) -> bool:
    return counts[_key(line)] >= needed or bool(_PAGE_NUMBER.fullmatch(line.text))


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)
