"""Dates of a text: the sentences that hold them, those that hold none, years worked out, and what is true of any text at all."""

from __future__ import annotations

import re
import tomllib
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies

from briefgen import find_dates
from briefgen.extract.dates import extract_dates
from briefgen.model import PRECISIONS, RELATIONS
from tests.extract.articles import document_of
from tests.extract.effort import calls

CASES = Path(__file__).resolve().parents[1] / "cases"
PUBLISHED = date(2026, 2, 27)
PIECES = [
    "26",
    "5",
    "2024",
    "2005",
    " февраля",
    "мая",
    " May ",
    "March",
    " года",
    "-",
    "–",
    " ",
    "с ",
    " по ",
    ".02.2026",
    "2026-02-27",
    ", ",
    "и ",
    "\n\n",
    "в прошлом году",
    "Q1",
    "х ",
    "'",
    "98",
    "/",
    ".",
    "«05»",
    "XX ",
    "века",
    "первого ",
    "двадцать ",
    "две тысячи ",
    "тысяча девятьсот ",
    "весной ",
    "winter ",
    "последние ",
    "three ",
    "years",
    "ago",
    "понедельник",
    "на прошлой неделе",
    "the ",
    "last ",
    "Monday ",
    "of ",
    "week ",
    "до н. э.",
    "0",
    "Easter ",
    "9999",
    "[",
    "]",
]
VALUE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?")


def cases(table):
    for language in ("ru", "en"):
        for path in sorted((CASES / language).glob("dates*.toml")):
            for case in tomllib.loads(path.read_text(encoding="utf-8"))[table]:
                yield pytest.param(language, case, id=f"{language}: {case['text'][:60]}")


@pytest.mark.parametrize(("language", "case"), list(cases("catch")))
def test_each_date_is_found_with_its_value_and_relation(language, case):
    found = [
        [d.surface, d.value, d.relation, *(["relative"] if d.relative else [])]
        for d in find_dates(case["text"], language, reference=PUBLISHED)
    ]
    assert found == case["found"]


@pytest.mark.parametrize(("language", "case"), list(cases("leave")))
def test_what_is_no_date_is_left_alone(language, case):
    assert find_dates(case["text"], language, reference=PUBLISHED) == ()


def test_a_year_that_the_text_leaves_out_is_marked_as_inferred():
    assert [d.inferred for d in find_dates("26 февраля подписали, а 30 мая 2025 года начали", "ru", reference=PUBLISHED)] == [True, False]


def test_a_date_in_strokes_that_can_be_read_in_two_ways_is_marked():
    (found,) = find_dates("Signed on 5/12/2013.", "en", reference=PUBLISHED)
    assert (found.value, found.inferred, found.rule) == ("2013-05-12", True, "day.either-order")
    assert [mention.inferred for mention in find_dates("Signed on 5/13/2013 and 5/5/2013.", "en")] == [False, False]


def test_without_a_reference_a_day_with_no_year_is_left_out():
    assert [d.surface for d in find_dates("26 февраля и в 2025 году", "ru")] == ["2025 году"]


def test_an_article_with_no_date_keeps_the_day_and_makes_no_year_up():
    document = document_of("Обзор", "26 февраля министр вчера подписал договор.", language="ru")
    (found,) = extract_dates(document, None)
    assert (found.surface, found.value, found.inferred) == ("26 февраля", "--02-26", True)


def undated(table):
    for language in ("ru", "en"):
        for case in tomllib.loads((CASES / language / "undated.toml").read_text(encoding="utf-8"))[table]:
            yield pytest.param(language, case, id=f"{language}: {case['text'][:60]}")


@pytest.mark.parametrize(("language", "case"), [*undated("settled"), *undated("open")])
def test_an_article_with_no_date_gives_a_day_the_year_of_its_story_or_none(language, case):
    document = document_of("Review" if language == "en" else "Обзор", case["text"], language=language)
    found = {d.surface: d for d in extract_dates(document, None)}
    assert {day: found[day].value for day in case["days"]} == case["days"]
    assert all(found[day].inferred for day in case["days"])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Стороны встретились 5 марта.", "2025-03-05"),
        ("Стороны встретятся 5 марта.", "2026-03-05"),
        ("Правительство продлило запрет до 31 декабря.", "2026-12-31"),
        ("Стороны договорились завершить работу к 1 июня.", "2026-06-01"),
    ],
)
def test_the_governing_verb_tells_past_from_future(text, value):
    (found,) = extract_dates(document_of("Обзор", text, language="ru"), PUBLISHED)
    assert found.value == value


def test_an_archives_dateline_is_no_date_of_the_text():
    assert find_dates(" date 2026-02-27 Страны Запада\n\nВ 2023 году", "ru", reference=PUBLISHED)[0].surface == "2023 году"


@given(strategies.dates(min_value=date(2000, 1, 1), max_value=date(2090, 12, 31)), strategies.integers(min_value=0, max_value=364))
def test_a_day_without_a_year_is_the_last_one_at_or_before_publication(published, distance):
    day = published - timedelta(days=distance)
    (found,) = find_dates(f"{day:%d.%m.%Y}", "ru")
    assert found.value == day.isoformat()
    months = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"]
    mentions = find_dates(f"Это было {day.day} {months[day.month - 1]}.", "ru", reference=published)
    assert mentions[0].value == day.isoformat() or (day.month, day.day) == (2, 29)


@settings(max_examples=150, deadline=None)
@given(strategies.lists(strategies.sampled_from(PIECES), max_size=25).map("".join), strategies.sampled_from(["ru", "en"]))
def test_spans_hold_their_surface_in_order_and_values_are_iso(text, language):
    last = 0
    for found in find_dates(text, language, reference=PUBLISHED):
        assert last <= found.start < found.stop <= len(text)
        assert text[found.start : found.stop] == found.surface
        assert VALUE.fullmatch(found.value)
        assert found.precision in PRECISIONS
        assert found.relation in RELATIONS
        last = found.stop


@given(strategies.text(max_size=80), strategies.sampled_from(["ru", "en"]))
def test_any_text_is_read_without_a_fault(text, language):
    find_dates(text, language, reference=PUBLISHED)


ENDLESS = [
    "1 ",
    "2020, ",
    "2020 и ",
    "5 мая ",
    "May 1 ",
    "1–2 ",
    "в мае ",
    "2020-",
    "12/05/",
    "12.05.",
    "5/6/2013 ",
    "первого ",
    "двадцать ",
]
ENDLESS += [
    "тысяча девятьсот ",
    "XX ",
    "весной и ",
    "последние ",
    "«05» ",
    "'98 ",
    "год ",
    "понедельник, ",
    "5, ",
    "the last ",
    "May and ",
    "early ",
]
ENDLESS += ["с 1 по ", "через неделю ", "Monday to ", "1990-е и ", "в январе, ", "I и II ", "week of ", "лет ", "[2020] ", "конца года "]


@pytest.mark.parametrize("piece", ENDLESS)
def test_work_grows_with_length_and_not_with_its_square(piece):
    find = partial(find_dates, language="ru" if re.search("[а-яё]", piece) else "en", reference=PUBLISHED)
    find(piece * 10)
    assert calls(find, piece * 400) < 5 * calls(find, piece * 100)


@pytest.mark.parametrize("text", ["Plants of 12 (jobs) and 5 (five) opened.", "Открыто 12 (заводов), 5 (пять), 14 (27) и 3 ()."])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_word_in_brackets_behind_a_number_is_no_day_of_another_calendar(text: str, language: str) -> None:
    assert find_dates(text, language, reference=date(2026, 2, 27)) == ()
