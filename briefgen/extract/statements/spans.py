"""Spans of a text: what lies inside, what is covered, what is left without the signs at the ends."""

from __future__ import annotations

from collections.abc import Sequence


def is_inside(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= offset < stop for start, stop in spans)


def covers(span: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    """The span holds hardly anything that a quotation beside it has not."""
    shared = sum(max(0, min(span[1], stop) - max(span[0], start)) for start, stop in spans)
    return shared * 2 > span[1] - span[0]


def trim(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """The span without spaces and signs at its ends; None when nothing is left."""
    while start < stop and (text[start].isspace() or text[start] in ",.;:—–-)"):
        start += 1
    while start < stop and (text[stop - 1].isspace() or text[stop - 1] in ",.;:—–-("):
        stop -= 1
    return (start, stop) if start < stop else None
