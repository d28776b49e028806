"""A date with its year in brackets stays on one line of a cell, and nothing else is moved for it."""

from __future__ import annotations

import pytest

from briefgen.blocks import Column, Row, Table, Text
from briefgen.templating import Fonts
from briefgen.writers.docx.brackets import indent_before_bracket
from briefgen.writers.docx.widths import Piece, text_length, word_face
from tests.writers.docx.opened import tree, values, words
from tests.writers.docx.small_report import written

FACE = word_face(Fonts("source-serif-pro", "Times New Roman", ()), 10)
DATE = "Подписано 25.02.[2026]"
STEM = text_length("Подписано 25.02.", FACE)
WHOLE = text_length(DATE, FACE)


def test_a_date_that_would_break_before_its_bracket_goes_to_the_next_line() -> None:
    room = (STEM + WHOLE) / 2
    indent = indent_before_bracket([Piece(DATE)], room, FACE)
    assert indent is not None
    assert text_length("25.02.[2026]", FACE) < room - indent < STEM


@pytest.mark.parametrize("room", [WHOLE + 2, STEM - 2])
def test_a_date_that_fits_or_moves_as_a_whole_is_left_alone(room: float) -> None:
    assert indent_before_bracket([Piece(DATE)], room, FACE) is None


def test_a_date_of_two_looks_behind_a_forced_line_end_is_measured_too() -> None:
    cell = [Piece("Казахстан"), Piece("\n"), Piece("Подписано 25.0"), Piece("2.[2026]"), Piece(" да")]
    assert indent_before_bracket(cell, (STEM + WHOLE) / 2, FACE) is not None


def test_no_longer_word_is_broken_for_it() -> None:
    word = "подписано"
    while text_length(word, FACE) < STEM:
        word += "о"
    assert indent_before_bracket([Piece(f"{word} {DATE}")], (STEM + WHOLE) / 2, FACE) is None


def test_the_words_of_the_cell_stay_as_they_are() -> None:
    table = Table("partners", (Column("Партнёр"), Column("Стадия")), (Row(((Text("США"),), (Text(DATE * 9),))),), "Всё", "Сводка")
    document = tree(written(table, language="ru"))
    assert DATE * 9 in words(document)
    assert values(document, ".//w:tc/w:p/w:pPr/w:ind/@w:right")
