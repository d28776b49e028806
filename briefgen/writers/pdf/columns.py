"""Widths that a style asks for and widths that the words need -> the widths of a table's columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Need:
    """What a column's cells need: `least` holds the longest word, `most` each cell on one line; padding is in both."""

    least: float
    most: float


def column_widths(wanted: Sequence[float], needs: Sequence[Need], total: float) -> list[float]:
    """The widths in points; `wanted` holds 0 for a flexible column, and counts only if it has an entry for each column.

    >>> column_widths((20, 0), (Need(30.0, 40.0), Need(10.0, 300.0)), 100.0)
    [30.0, 70.0]
    """
    least = [need.least for need in needs]
    if sum(least) >= total:
        return [width * total / sum(least) for width in least]
    if len(wanted) != len(needs) or not all(width >= 0 for width in wanted) or 0 not in wanted:
        return _from_needs(needs, total)
    widths = [max(width, need.least) if width else 0.0 for width, need in zip(wanted, needs, strict=True)]
    flexible = [number for number, width in enumerate(wanted) if not width]
    rest = total - sum(widths)
    lacking = sum(least[number] for number in flexible) - rest
    if lacking > 0:
        widths = _give_up(widths, needs, lacking)
        rest += lacking
    for number, width in zip(flexible, _from_needs([needs[number] for number in flexible], rest), strict=True):
        widths[number] = width
    return _spared(widths, needs, flexible)


# What a column keeps beside its longest line when others ask for its room, in points.
_AIR = 4.0


def _spared(widths: Sequence[float], needs: Sequence[Need], flexible: Sequence[int]) -> list[float]:
    """What columns have beyond their longest line goes to those that would otherwise break theirs, the least lacking first.
    What is left goes to a flexible column that breaks its lines all the same."""
    widths = list(widths)
    for number in sorted(range(len(needs)), key=lambda number: needs[number].most - widths[number]):
        lacking = needs[number].most - widths[number]
        spare = [max(width - need.most - _AIR, 0.0) for width, need in zip(widths, needs, strict=True)]
        given = lacking if lacking <= sum(spare) else sum(spare) if number in flexible else 0.0
        if lacking > 0 and given > 0:
            widths = [width - given * part / sum(spare) for width, part in zip(widths, spare, strict=True)]
            widths[number] += given
    return widths


def widest(needs: Iterable[Sequence[Need]]) -> list[Need]:
    """What columns need to hold several tables alike."""
    return [Need(max(need.least for need in column), max(need.most for need in column)) for column in zip(*needs, strict=True)]


def _give_up(widths: Sequence[float], needs: Sequence[Need], lacking: float) -> list[float]:
    """Fixed columns give what the flexible ones lack, each by its share of what it has to spare."""
    spare = [max(width - need.least, 0.0) if width else 0.0 for width, need in zip(widths, needs, strict=True)]
    return [width - lacking * part / sum(spare) for width, part in zip(widths, spare, strict=True)]


def _from_needs(needs: Sequence[Need], total: float) -> list[float]:
    """The least widths, and what is left by how much longer each column's text is."""
    left = total - sum(need.least for need in needs)
    longer = [need.most - need.least for need in needs]
    wish = sum(longer)
    if wish <= 0:
        return [need.least + left / len(needs) for need in needs]
    return [need.least + left * part / wish for need, part in zip(needs, longer, strict=True)]
