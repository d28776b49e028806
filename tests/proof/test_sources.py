"""Which words of a text are a source's: spans are looked up, and an overlap of one letter counts."""

from __future__ import annotations

import pytest

from briefgen.proof.sources import Coverage


@pytest.mark.parametrize(
    ("start", "stop", "is_covered"),
    [(0, 10, False), (0, 11, True), (12, 15, True), (19, 25, True), (20, 30, False), (20, 31, True), (5, 60, True), (40, 60, False)],
)
def test_a_span_is_covered_where_it_overlaps_a_quoted_one(start: int, stop: int, is_covered: bool) -> None:
    assert Coverage(((10, 20), (30, 40)), frozenset()).covers(start, stop) is is_covered


def test_where_nothing_is_quoted_nothing_is_covered() -> None:
    assert not Coverage((), frozenset()).covers(0, 5)
