"""Columns are as wide as the style has them, and never narrower than their longest word."""

from __future__ import annotations

import pytest

from briefgen.writers.docx.widths import column_widths, text_length

LONG_WORD = "внутриконтинентальность"


def test_flexible_columns_share_what_is_left() -> None:
    assert column_widths([30, 0, 0], [["a"], ["b"], ["c"]], [3, 3, 3], 180, size=10) == pytest.approx([30, 75, 75])


def test_a_column_is_widened_for_its_longest_word_at_the_cost_of_the_roomy_one() -> None:
    widths = column_widths([20, 0], [[LONG_WORD], ["короткое"]], [3, 3], 180, size=10)
    assert widths[0] == pytest.approx(text_length(LONG_WORD, 10) + 3)
    assert sum(widths) == pytest.approx(180)


@pytest.mark.parametrize("given", [None, [10, 20]])
def test_without_fitting_widths_of_the_style_content_decides(given: list[float] | None) -> None:
    widths = column_widths(given, [["США", LONG_WORD], ["длинное описание " * 20], ["7"]], [3, 3, 3], 180, size=10)
    assert sum(widths) == pytest.approx(180)
    assert widths[0] >= text_length(LONG_WORD, 10) + 3 - 1e-6
    assert widths[1] > widths[0] > widths[2]


def test_an_endless_word_takes_no_more_than_its_share() -> None:
    widths = column_widths([0, 0], [["x" * 500], ["y"]], [3, 3], 180, size=10)
    assert max(widths) <= 180 * 0.6


def test_a_table_too_full_for_the_page_is_squeezed_to_it() -> None:
    widths = column_widths([0] * 8, [[LONG_WORD]] * 8, [3] * 8, 100, size=12)
    assert sum(widths) == pytest.approx(100)
