"""Columns are as wide as the style has them, and never narrower than their longest word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.templating import Fonts
from briefgen.writers.docx.widths import Cell, Content, Piece, column_widths, text_length, word_face

LONG_WORD = "внутриконтинентальность"
FACE = word_face(Fonts("source-serif-pro", "Times New Roman", ()), 10)
SLACK = 0.3


def column(*cells: Cell) -> Content:
    return Content("\n".join("".join(piece.words for piece in cell) for cell in cells), lambda: cells)


def cells(*texts: str) -> Content:
    return column(*([Piece(text)] for text in texts))


def test_flexible_columns_share_what_is_left() -> None:
    assert column_widths([30, 0, 0], [cells("a"), cells("b"), cells("c")], [3, 3, 3], 180, face=FACE) == pytest.approx([30, 75, 75])


def test_a_column_is_widened_for_its_longest_word_at_the_cost_of_the_roomy_one() -> None:
    widths = column_widths([20, 0], [cells(LONG_WORD), cells("короткое")], [3, 3], 180, face=FACE)
    assert widths[0] == pytest.approx(text_length(LONG_WORD, FACE) + 3 + SLACK)
    assert sum(widths) == pytest.approx(180)


@pytest.mark.parametrize("given", [None, [10, 20]])
def test_without_fitting_widths_of_the_style_content_decides(given: list[float] | None) -> None:
    columns = [cells("США", LONG_WORD), cells("длинное описание " * 20), cells("7")]
    widths = column_widths(given, columns, [3, 3, 3], 180, face=FACE)
    assert sum(widths) == pytest.approx(180)
    assert widths[0] >= text_length(LONG_WORD, FACE) + 3 - 1e-6
    assert widths[1] > widths[0] > widths[2]


def test_an_endless_word_takes_no_more_than_its_share() -> None:
    widths = column_widths([0, 0], [cells("x" * 500), cells("y")], [3, 3], 180, face=FACE)
    assert max(widths) <= 180 * 0.6


def test_a_table_too_full_for_the_page_is_squeezed_to_it() -> None:
    widths = column_widths([0] * 8, [cells(LONG_WORD)] * 8, [3] * 8, 100, face=word_face(Fonts("source-sans-pro", "Arial", ()), 12))
    assert sum(widths) == pytest.approx(100)


def test_each_look_is_measured_as_it_is_set() -> None:
    widths = [
        column_widths([5, 0], [column(cell), cells("y")], [0, 0], 180, face=FACE)[0]
        for cell in ([Piece(LONG_WORD, share=0.8)], [Piece(LONG_WORD)], [Piece(LONG_WORD, is_bold=True)])
    ]
    assert widths == sorted(set(widths))


def test_a_word_that_changes_its_look_in_the_middle_is_one_word() -> None:
    cell = [Piece("из внутри"), Piece("континентальность", is_bold=True), Piece(", да")]
    whole = text_length("внутри", FACE) + text_length("континентальность", FACE, is_bold=True) + text_length(",", FACE)
    assert column_widths([5, 0], [column(cell), cells("y")], [0, 0], 180, face=FACE)[0] == pytest.approx(whole + SLACK)


def test_the_longest_of_a_cells_own_lines_is_its_natural_width() -> None:
    broken, plain = ([Piece("слово слово"), Piece("\n"), Piece("слово")], [Piece("слово слово")])
    widths = column_widths(None, [column(broken), column(plain)], [3, 3], 180, face=FACE)
    assert widths[0] == pytest.approx(widths[1])


@given(
    st.lists(st.lists(st.tuples(st.text("абвЩЮњœW№ -\n", max_size=12), st.booleans()), min_size=1, max_size=3), min_size=1, max_size=4),
    st.floats(1, 60),
)
def test_no_word_is_left_out_of_measuring(texts: list[list[tuple[str, bool]]], wanted: float) -> None:
    """The shortcuts find what measuring letter by letter does."""
    looked = [[Piece(words, is_bold) for words, is_bold in cell] for cell in texts]
    longest = 0.0
    for cell in looked:
        length = 0.0
        for piece in cell:
            for letter in piece.words:
                length = 0.0 if letter in " \n-" else length + text_length(letter, FACE, is_bold=piece.is_bold)
                longest = max(longest, length)
    widths = column_widths([wanted, 0], [column(*looked), cells("y")], [1, 1], 300, face=FACE)
    assert widths[0] == pytest.approx(max(wanted, min(longest + 1 + SLACK, 120)))


def test_cells_are_taken_apart_only_where_their_words_may_be_too_wide() -> None:
    def refused() -> list[Cell]:
        raise AssertionError("asked for")

    assert column_widths([30, 0], [Content("short words", refused), Content("y", refused)], [3, 3], 180, face=FACE) == [30, 150]
    with pytest.raises(AssertionError, match="asked for"):
        column_widths([10, 0], [Content(LONG_WORD, refused), Content("y", refused)], [3, 3], 180, face=FACE)
