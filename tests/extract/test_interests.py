"""Interests: the sentences that must give one, those that must not, and how they are told."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies

from briefgen.extract.interests import extract_interests
from briefgen.extract.interests.targets import _LISTS
from briefgen.extract.statements import extract_statements
from briefgen.model import DateMention, Speaker, Statement
from tests.extract.articles import document_of
from tests.extract.effort import calls

SAID = (
    'Китай китайский Япония Токио в хочет намерен подписали соглашение с между который что не интерес « » " ( — , . '
    "? China 's Tokyo which wants to signed deal with refused interest in EU it said and 𝔏 İ "
)
WORDS = [*SAID.split(), "\u00a0"]
CASES = Path(__file__).resolve().parents[1] / "cases"


def cases(table):
    for language in ("ru", "en"):
        for case in tomllib.loads((CASES / language / "interests.toml").read_text(encoding="utf-8"))[table]:
            yield pytest.param(language, case, id=f"{language}: {case['text'][:60]}")


def told(table):
    for language in ("ru", "en"):
        for case in tomllib.loads((CASES / language / "interests_told.toml").read_text(encoding="utf-8"))[table]:
            yield pytest.param(language, case, id=f"{language} {' '.join(case)[:60]}")


def interests_of(*paragraphs, language="ru", roles=(), statements=(), dates=(), **options):
    return extract_interests(document_of(*paragraphs, language=language, roles=roles), (), dates, statements, **options)


@pytest.mark.parametrize(("language", "case"), list(cases("catch")))
def test_a_sentence_that_states_an_interest_gives_it(language, case):
    text = f"{case['before']} {case['text']}" if "before" in case else case["text"]
    (interest,) = interests_of(text, language=language)
    assert (interest.partner, set(interest.toward)) == (case["partner"], set(case["toward"]))
    assert set(case["topics"]) <= set(interest.topics)
    assert (interest.stage, interest.polarity) == (case["stage"], case.get("polarity", "wants"))
    assert interest.rule == f"interest.{case['kind']}"
    assert interest.surface == case.get("surface", interest.surface)
    assert text[interest.start : interest.stop] == interest.surface


@pytest.mark.parametrize(("language", "case"), list(cases("leave")))
def test_a_sentence_that_states_none_is_left_alone(language, case):
    assert interests_of(case["text"], language=language) == ()


@pytest.mark.parametrize(("language", "case"), list(told("told")))
def test_who_wants_and_who_declines_is_told_in_many_ways(language, case):
    partners, text = case
    found = interests_of(text, language=language, subjects=("ZZ",))
    assert {("-" if interest.polarity == "declines" else "") + interest.partner for interest in found} == set(partners.split())
    assert all(text[interest.start : interest.stop] == interest.surface for interest in found)


@pytest.mark.parametrize(("language", "case"), list(told("left")))
def test_a_name_alone_wants_nothing(language, case):
    assert interests_of(case, language=language, subjects=("ZZ",)) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Министр отверг предположения о том, что Египет отказывается от румынского зерна."),
        ("en", "A spokesman denied that Ankara would buy engines from Ukraine."),
    ],
)
def test_what_somebody_denies_nobody_wants(language, text):
    document = document_of(text, language=language)
    assert extract_interests(document, (), (), ()) != ()
    assert extract_interests(document, (), (), extract_statements(document)) == ()


def test_a_state_that_the_text_is_about_is_a_partner_where_it_wants_more_than_others_want_of_it():
    text = "Japan is the topic. Tokyo wants gas from Qatar. Japan plans to buy oil from Oman. Japan is cold."
    assert [(interest.partner, interest.toward) for interest in interests_of(text, language="en")] == [("JP", ("QA",)), ("JP", ("OM",))]


@pytest.mark.parametrize("role", ["background", "caption", "heading"])
def test_background_captions_and_headings_are_passed_over(role):
    assert interests_of("Япония намерена построить завод в Узбекистане.", roles=(role,)) == ()


def test_the_subject_is_no_partner_of_its_own():
    text = "Турция намерена построить дорогу в Грузию."
    assert [interest.partner for interest in interests_of(text)] == ["TR"]
    assert interests_of(text, subjects=("TR",)) == ()


def test_the_state_of_which_others_want_something_is_at_home():
    found = interests_of(
        "Казахстан встречает гостей. Япония намерена купить уран Казахстана. Турция проявила интерес к нефти Казахстана.",
        "Казахстан намерен расширить сотрудничество с Францией.",
    )
    assert [interest.partner for interest in found] == ["JP", "TR"]


def test_states_in_one_list_want_the_same():
    found = interests_of("Турция и Китай намерены построить дорогу в Грузии.")
    assert {interest.partner for interest in found} == {"TR", "CN"}
    assert {interest.surface for interest in found} == {"Турция и Китай намерены построить дорогу в Грузии"}


def test_a_person_speaks_for_the_state_of_his_post():
    found = interests_of(
        "Президент Европейского совета Антониу Кошта прилетел в Астану. Кошта призвал Казахстан ускорить реформы.",
    )
    assert [(interest.partner, interest.toward) for interest in found] == [("EU", ("KZ",))]


def test_the_region_is_the_area_named_last():
    found = interests_of("Саммит стран Средней Азии завершился. Пекин стремится пошатнуть влияние Токио в регионе.")
    assert [(interest.partner, set(interest.toward)) for interest in found] == [("CN", {"JP", "143"})]


def test_a_surface_ends_where_the_quotation_ends():
    quotation = "Лондон стремится извлечь экономические выгоды"
    statement = Statement("s-1", 0, len(quotation), quotation, "direct", "", False, Speaker("Анна Ким", "эксперт", "expert", "f"), "pull")
    (interest,) = interests_of(f"{quotation} Анна Ким эксперт центра", statements=(statement,))
    assert interest.surface == quotation


def test_dates_in_the_clause_belong_to_the_interest():
    text = "Япония намерена построить завод в Узбекистане до 2030 года. Работы начались в 2024 году."
    inside = DateMention("d-1", 49, 53, "2030", "2030", "year", "until", False, False, "year")
    outside = DateMention("d-2", 79, 83, "2024", "2024", "year", "in", False, False, "year")
    (interest,) = interests_of(text, dates=(inside, outside))
    assert interest.dates == ("d-1",)


def test_an_occasions_date_belongs_to_what_was_decided_on_it():
    text = "Эксперт указал на прошедшую 4 мая встречу, в рамках которой Япония решила построить завод в Грузии."
    day = DateMention("d-1", 26, 31, "4 мая", "2025-05-04", "day", "on", True, False, "day")
    found = interests_of(text.replace("решила построить", "намерена построить"), dates=(day,))
    assert [interest.dates for interest in found] == [("d-1",)]


def test_a_date_of_another_clause_is_not_taken():
    text = "Эксперт сообщил 4 мая о заводе, который Япония намерена расширить в Грузии."
    day = DateMention("d-1", 16, 21, "4 мая", "2025-05-04", "day", "on", True, False, "day")
    assert all(interest.dates == () for interest in interests_of(text, dates=(day,)))


def test_a_bare_interest_takes_no_topic_from_another_interest_of_its_sentence():
    found = interests_of("Эксперт отметил интерес Японии к Грузии: в частности, он упомянул намерение Токио предоставить Грузии кредиты.")
    assert [interest.topics for interest in found] == [("other",), ("finance",)]


def test_a_surface_has_no_conjunction_before_it_and_no_sign_behind_it():
    (interest,) = interests_of("Однако, по словам эксперта, Япония намерена построить завод в Узбекистане.")
    assert interest.surface == "Япония намерена построить завод в Узбекистане"


def test_ids_begin_with_the_kind_and_outlive_other_paragraphs():
    text = "Япония намерена построить завод в Узбекистане."
    (alone,) = interests_of(text)
    (later,) = interests_of("Был дождь.", text)
    assert alone.id.startswith("i-")
    assert alone.id == later.id


def test_of_several_subjects_only_the_one_that_the_article_is_about_is_no_partner():
    text = "Россия намерена купить уран Казахстана. Казахстан намерен продать уран России. Казахстан ждёт роста."
    assert {interest.partner for interest in interests_of(text, subjects=("KZ", "RU"))} == {"RU"}


@pytest.mark.parametrize("language", ["ru", "en"])
@given(chosen=strategies.lists(strategies.sampled_from(WORDS), max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_words_give_spans_of_the_text(language, chosen):
    text = " ".join(chosen)
    document = document_of(text or "x", language=language)
    for interest in extract_interests(document, (), (), ()):
        assert document.text[interest.start : interest.stop] == interest.surface
        assert interest.surface.strip() == interest.surface != ""


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "China wants uranium, which Japan buys. "), ("ru", "Китай хочет купить уран, который покупает Япония. ")],
)
def test_work_grows_with_the_length_of_the_text(language, sentence):
    short, long = (document_of(sentence * count, language=language) for count in (20, 80))
    few, many = (calls(lambda _, document=document: extract_interests(document, (), (), ()), "") for document in (short, long))
    assert many < few * 6


def test_a_long_run_of_wants_is_no_sentence_and_takes_no_long_time():
    assert interests_of("London wants uranium, " * 3000, language="en") == ()


def test_a_list_of_commas_that_ends_in_something_else_is_left_at_once() -> None:
    """Each comma could once be reached in two ways: thirty of them would have taken an hour."""
    assert _LISTS.fullmatch(", " * 500 + "x") is None
    assert _LISTS.fullmatch(" и " * 500 + "x") is None
    assert all(_LISTS.fullmatch(between) for between in (", ", " и ", ", and the ", ", , и ", "'s MOL and the "))
