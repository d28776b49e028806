"""Type is set in Word's own faces so that it looks as big as in the PDF."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.templating import Fonts
from briefgen.writers.docx.typeface import style_for_word
from tests.writers.docx.small_report import style


def test_arial_is_set_smaller_with_as_much_air() -> None:
    given, printed = style("govuk").roles.points, style_for_word(style("govuk")).roles.points
    assert (given.size, printed.size) == (12, 11)
    assert abs(printed.leading / printed.size - given.leading / given.size) < 0.03


def test_no_type_is_set_too_small_to_read() -> None:
    roles = style_for_word(style("govuk")).roles
    assert min(roles.foreign.size, roles.chart.size, roles.small.size) >= 9


def test_times_is_as_large_and_set_closer() -> None:
    given, printed = style("gost").roles.points, style_for_word(style("gost")).roles.points
    assert printed.size == given.size
    assert 0.95 * given.leading < printed.leading < given.leading


def test_a_face_of_the_same_size_is_left_alone() -> None:
    plain = replace(style("gost"), fonts=Fonts("source-serif-pro", "PT Astra Serif", ()))
    assert style_for_word(plain) is plain


@pytest.mark.parametrize("name", ["gost", "govuk"])
def test_gaps_of_body_text_make_room_for_what_word_alone_takes(name: str) -> None:
    given, printed = style(name).spaces, style_for_word(style(name)).spaces
    assert printed.heading1_above == pytest.approx(0.95 * given.heading1_above)
    assert printed.cell_top == pytest.approx(0.95 * given.cell_top)
    assert (printed.cell_sides, printed.organisation_below) == (given.cell_sides, given.organisation_below)


@pytest.mark.parametrize("name", ["gost", "gost-14", "govuk", "digest"])
def test_lines_of_tables_are_closer_than_words_own_but_never_touch(name: str) -> None:
    for role in (style_for_word(style(name)).roles.table, style_for_word(style(name)).roles.table_head):
        assert 0.95 <= role.leading / (1.15 * role.size) <= 1.02
