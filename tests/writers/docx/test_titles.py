"""Titles stand in even lines, and take no line more for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.writers.docx.titles import title_indents
from briefgen.writers.docx.typeface import style_for_word
from briefgen.writers.docx.widths import text_length, word_face
from tests.writers.docx.small_report import style

TITLE = "Об интересах Италии и Европейского союза в сфере транспорта и рисках для России"
TWIPS = 1440 / 25.4


def lines_in(words: str, name: str, width: float) -> list[str]:
    """The lines of a title as a word processor breaks it in so many mm."""
    printed = style_for_word(style(name))
    face, lines = word_face(printed.fonts, printed.roles.title.size), [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        lines = [*lines[:-1], longer] if text_length(longer, face, is_bold=True) <= width else [*lines, word]
    return lines


@pytest.mark.parametrize("name", ["gost", "gost-14", "govuk"])
def test_no_word_is_left_alone_and_no_line_is_added(name: str) -> None:
    printed = style_for_word(style(name))
    words = TITLE if len(lines_in(TITLE, name, printed.spaces.title_width)) > 1 else f"{TITLE} {TITLE}"
    left, right = title_indents(words, printed) or (0, 0)
    page = printed.page
    room = page.width - page.left - page.right - (left + right) / TWIPS
    before, after = lines_in(words, name, printed.spaces.title_width), lines_in(words, name, room)
    assert len(after) == len(before) > 1
    assert len(after[-1]) > 0.5 * len(after[0])


def test_a_centred_title_stays_in_the_middle_and_one_beside_a_bar_at_its_margin() -> None:
    (left, right), (flush, other) = (title_indents(f"{TITLE} {TITLE}", style_for_word(style(name))) or (0, 0) for name in ("gost", "govuk"))
    assert left == right > 0
    assert (flush, other > 0) == (0, True)


def test_one_line_and_a_house_that_has_a_title_of_its_own_are_left_alone() -> None:
    printed = style_for_word(style("gost"))
    assert title_indents("Короткий заголовок", printed) is None
    assert title_indents(TITLE, replace(printed, letterhead="house.docx")) is None


def test_a_word_longer_than_its_room_ends_all_search() -> None:
    assert title_indents("о" * 500 + " и ещё", style_for_word(style("gost"))) is not None
