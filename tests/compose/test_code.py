"""The brief number as a QR code in the head: off unless asked for, of one size, with words for who cannot see it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.blocks import Code, Report
from briefgen.compose import Requisites, compose
from tests.compose.sample_briefs import LANGUAGES, brief_of, standard, whole_extraction

NUMBER = "0123456789abcdef" * 4


def report_of(language: str, number: str, *, has_code: bool) -> Report:
    brief = brief_of(whole_extraction())
    return compose(brief, language, standard(), standard().limits(0, 0), Requisites(), brief_number=number, has_code=has_code)


def code_of(language: str, number: str) -> Code:
    code = report_of(language, number, has_code=True).head.code
    assert code is not None
    return code


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_head_has_a_code_only_where_it_is_asked_for(language: str) -> None:
    plain, coded = (report_of(language, NUMBER, has_code=asked) for asked in (False, True))
    assert plain.head.code is None
    assert replace(coded, head=replace(coded.head, code=None)) == plain


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_for_a_code_say_the_number(language: str) -> None:
    code = code_of(language, NUMBER)
    assert code.text == NUMBER and code.alternative.endswith(NUMBER)


@pytest.mark.parametrize("number", ["", "0" * 64, "f" * 64])
def test_a_code_takes_the_same_room_whatever_its_number(number: str) -> None:
    assert len(code_of("en", number).rows) == len(code_of("en", NUMBER).rows) == 33


def test_the_corners_of_a_code_are_those_that_a_scanner_looks_for() -> None:
    rows = code_of("ru", NUMBER).rows
    assert {len(row) for row in rows} == {len(rows)}
    for row in (rows[0][:7], rows[0][-7:], rows[-1][:7], rows[6][:7]):
        assert row == "1111111"
    assert rows != code_of("ru", NUMBER[::-1]).rows
