"""Whoever speaks, in the other language: bodies by pattern, people by what they do, names of the region back in Cyrillic."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.language.morphology import parse
from briefgen.naming.bodies import group_genitive
from briefgen.naming.cyrillisation import cyrillise
from briefgen.naming.persons import Name
from briefgen.naming.speakers import speaker_name
from briefgen.naming.transliteration import has_cyrillic, transliterate

BODIES = [
    ("Минфин", "Ministry of Finance"),
    ("Министерство финансов", "Ministry of Finance"),
    ("Минфин Казахстана", "Ministry of Finance of Kazakhstan"),
    ("казахстанский Минфин", "Ministry of Finance of Kazakhstan"),
    ("Минэнерго России", "Ministry of Energy of Russia"),
    ("Минпромторг", "Ministry of Industry and Trade"),
    ("МИД Китая", "Ministry of Foreign Affairs of China"),
    ("МЧС", "Ministry of Emergency Situations"),
    ("Центробанк", "Central Bank"),
    ("Центральный банк Узбекистана", "Central Bank of Uzbekistan"),
    ("правительство Узбекистана", "Government of Uzbekistan"),
    ("правительство Великобритании", "UK Government"),
    ("британское правительство", "UK Government"),
    ("министерство транспорта Узбекистана", "Ministry of Transport of Uzbekistan"),
    ("Генпрокуратура", "Prosecutor General’s Office"),
    ("парламент Киргизии", "Parliament of Kyrgyzstan"),
    ("посольство Казахстана", "Embassy of Kazakhstan"),
    ("Кремль", "Kremlin"),
    ("Госдепартамент", "US Department of State"),
    ("ЕАБР", "Eurasian Development Bank"),
    ("АЕБ", "Association of European Businesses"),
]


@pytest.mark.parametrize(("russian", "english"), BODIES)
def test_a_russian_body_has_its_english_name(russian: str, english: str) -> None:
    assert speaker_name(russian, "organisation", "ru", "en").text == english


BACK = [
    ("Finance Ministry", "Министерство финансов"),
    ("the Ministry of Energy of Uzbekistan", "Министерство энергетики Узбекистана"),
    ("Kazakhstan’s Energy Ministry", "Министерство энергетики Казахстана"),
    ("Russian government", "Правительство Российской Федерации"),
    ("Uzbek government", "Правительство Узбекистана"),
    ("Kremlin", "Кремль"),
    ("White House", "Белый дом"),
    ("State Department", "Государственный департамент США"),
    ("IMF", "Международный валютный фонд"),
    ("Cabinet of Ministers of Uzbekistan", "Кабинет министров Узбекистана"),
    ("European Commission", "Европейская комиссия"),
]


@pytest.mark.parametrize(("english", "russian"), BACK)
def test_an_english_body_has_its_russian_name(english: str, russian: str) -> None:
    assert speaker_name(english, "organisation", "en", "ru").text == russian


GROUPS = [
    ("эксперты", "experts"),
    ("аналитики", "analysts"),
    ("российские эксперты", "Russian experts"),
    ("западные дипломаты", "Western diplomats"),
    ("независимые экономисты", "independent economists"),
    ("участники рынка", "market participants"),
    ("казахстанские политологи", "Kazakh political scientists"),
]


@pytest.mark.parametrize(("russian", "english"), GROUPS)
def test_people_named_by_what_they_do_are_translated_both_ways(russian: str, english: str) -> None:
    assert speaker_name(russian, "expert", "ru", "en") == Name(english, "pattern")
    assert speaker_name(english, "expert", "en", "ru") == Name(russian, "pattern")


COUNTED = [
    ("двое чиновников", "two officials"),
    ("трое западных дипломатов", "three Western diplomats"),
    ("несколько российских банкиров", "several Russian bankers"),
]


@pytest.mark.parametrize(("russian", "english"), COUNTED)
def test_people_counted_are_translated_both_ways(russian: str, english: str) -> None:
    assert speaker_name(russian, "expert", "ru", "en") == Name(english, "pattern")
    assert speaker_name(english, "expert", "en", "ru") == Name(russian, "pattern")


GENITIVES = [
    ("трейдеры", "трейдеров"),
    ("западные дипломаты", "западных дипломатов"),
    ("российские чиновники", "российских чиновников"),
    ("двое банкиров", "двоих банкиров"),
    ("несколько независимых экспертов", "нескольких независимых экспертов"),
    ("СМИ", "СМИ"),
]


@pytest.mark.parametrize(("name", "genitive"), GENITIVES)
def test_people_named_by_what_they_do_are_declined(name: str, genitive: str) -> None:
    assert group_genitive(name) == genitive
    last = parse(genitive.split()[-1])
    assert any({"gent", "plur"} <= set(form.tag.grammemes) or "Abbr" in form.tag for form in last)


def test_a_name_is_no_group() -> None:
    assert group_genitive("Dara Massicot") == group_genitive("Роман Юнеман") == ""


@pytest.mark.parametrize(
    ("name", "kind", "source", "target", "told"),
    [
        ("завсегдатаи", "person", "ru", "en", "a speaker"),
        ("hangers-on", "person", "en", "ru", "говорящий"),
        ("министерство рыболовства страны", "organisation", "ru", "en", "Ministry of Fisheries"),
        ("аналитики Центра пустынь", "expert", "ru", "en", "analysts"),
        ("analysts at the Marmot Policy Centre", "expert", "en", "ru", "аналитики"),
    ],
)
def test_of_a_name_that_nobody_knows_its_beginning_or_its_kind_is_told(name: str, kind: str, source: str, target: str, told: str) -> None:
    """No letter of the other language is left in an edition; the name itself awaits translation."""
    assert speaker_name(name, kind, source, target) == Name(told, "none")


NAMES = [
    ("Dmitry Lukashov", "Дмитрий Лукашов"),
    ("Sergei Oganesyan", "Сергей Оганесян"),
    ("Vladimir Solovyov", "Владимир Соловьёв"),
    ("Yelena Savelyeva", "Елена Савельева"),
    ("Igor Tkachyov", "Игорь Ткачёв"),
    ("Nikolai Zhirinovsky", "Николай Жириновский"),
    ("Anton Ilyin", "Антон Ильин"),
    ("Olga Shcherbakova", "Ольга Щербакова"),
    ("Yury Shevchenko", "Юрий Шевченко"),
    ("Marat Yelibayev", "Марат Елибаев"),
    ("John Williams", ""),
    ("Roman Yuneman", ""),
    ("Maria Garcia", ""),
    ("Putin", ""),
]


@pytest.mark.parametrize(("latin", "russian"), NAMES)
def test_a_name_of_the_region_is_written_back_in_cyrillic(latin: str, russian: str) -> None:
    assert cyrillise(latin) == russian


@given(st.sampled_from(["Иван", "Ольга", "Тимур"]), st.from_regex(r"[А-Я][а-я]{2,8}(?:ов|ева|ин|ский)", fullmatch=True))
def test_what_is_written_back_has_no_latin_letter(given_name: str, surname: str) -> None:
    assert not re.search("[A-Za-z]", cyrillise(f"{transliterate(given_name)} {transliterate(surname)}"))


def test_an_abbreviation_is_transliterated_by_its_letters() -> None:
    assert transliterate("АЕБ") == "AEB"
    assert not has_cyrillic(speaker_name("АБВГД", "organisation", "ru", "en").text)
