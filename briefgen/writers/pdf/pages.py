"""Strips -> pages: what must stay together does, heads of tables are repeated, no heading stands at a foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefgen.writers.pdf.strips import Item, Strip


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip at `y` points below the top of the text column, with the marks that it has there."""

    strip: Strip
    y: float
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class PageOfStrips:
    """The strips of one page, from its top."""

    placed: tuple[Placed, ...]


# A last page filled less than this shares what the pages before it hold, at most so many of them.
_HALF, _SHARING = 0.5, 4


def paginate(strips: Sequence[Strip], height: float) -> list[PageOfStrips]:
    """Strips set on pages of `height` points; no run of pages ends with a few lines on the last."""
    pages = [page for run in _runs(_filled(strips, height)) for page in _balanced(run, height)]
    return [PageOfStrips(tuple(_set(page, _is_last(page, strips)))) for page in pages]


def count_pages(strips: Sequence[Strip], height: float) -> int:
    """How many pages of `height` points the strips take; sharing what the last ones hold changes no number."""
    return len(_filled(strips, height))


def _runs(pages: Sequence[list[Strip]]) -> Iterator[list[list[Strip]]]:
    """Pages from one forced page break to the next."""
    run: list[list[Strip]] = []
    for page in pages:
        if run and page and page[0].new_page:
            yield run
            run = []
        run.append(page)
    if run:
        yield run


def _balanced(run: list[list[Strip]], height: float) -> list[list[Strip]]:
    """The same number of pages, the last ones filled alike where the last would be mostly empty."""
    if len(run) < 2 or _height(run[-1]) >= _HALF * height:
        return run
    tail = run[-_SHARING:]
    strips = [strip for page in tail for strip in page]
    low, high = 0.0, height
    while high - low > 4:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(strips, middle)) == len(tail) else (middle, high)
    return [*run[: len(run) - len(tail)], *_filled(strips, high)]


def _filled(strips: Sequence[Strip], height: float) -> list[list[Strip]]:
    """Each page as full as it goes. A group that is kept together moves on whole, unless it is taller than a page."""
    pages: list[list[Strip]] = [[]]
    for group in _groups(strips):
        page = pages[-1]
        if page and (group[0].new_page or not _fits([*page, *group], height)):
            pages.append(page := [])
        if page or _fits(group, height):
            page += group
            continue
        for strip in group:
            if pages[-1] and not _fits([*pages[-1], strip], height):
                pages.append([])
            pages[-1].append(strip)
    return pages


def _is_last(page: Sequence[Strip], strips: Sequence[Strip]) -> bool:
    return not page or page[-1] is strips[-1]


def _groups(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    """Runs of strips each of which is kept with the next."""
    group: list[Strip] = []
    for strip in strips:
        if group and strip.new_page:
            yield group
            group = []
        group.append(strip)
        if not strip.keep:
            yield group
            group = []
    if group:
        yield group


def _fits(page: Sequence[Strip], height: float) -> bool:
    return _height(page) <= height + 0.01


def _height(page: Sequence[Strip]) -> float:
    header = sum(strip.height for strip in page[0].header)
    return header + sum(strip.height for strip in page) + sum(_gap(above, below) for above, below in pairwise(page))


def _gap(above: Strip, below: Strip) -> float:
    return below.before if above.after is None else above.after


def _set(page: Sequence[Strip], is_last: bool) -> Iterator[Placed]:
    """The strips of a page at their heights: repeated heads above the first, a closing rule below the last."""
    y = 0.0
    if page:
        for strip in page[0].header:
            yield Placed(strip, y, strip.items)
            y += strip.height
    for number, strip in enumerate(page):
        if number:
            y += _gap(page[number - 1], strip)
        opening = strip.opening if number else ()
        closing = strip.closing if number == len(page) - 1 and not is_last else ()
        yield Placed(strip, y, (*opening, *strip.items, *closing))
        y += strip.height
