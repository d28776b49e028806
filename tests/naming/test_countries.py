"""Names of countries, unions and areas in all cases and profiles."""

from __future__ import annotations

import re

import pytest

from briefgen.formatting.wording import rows
from briefgen.naming.countries import CASES, codes_by_name, country_name, in_country

CODES = [code for code in rows("countries") if "@" not in code]
GENITIVES = [
    ("RU", "России"), ("KZ", "Казахстана"), ("UZ", "Узбекистана"), ("TJ", "Таджикистана"), ("TM", "Туркмении"),
    ("KG", "Киргизии"), ("BY", "Белоруссии"),
    ("AM", "Армении"), ("AZ", "Азербайджана"), ("CN", "Китая"), ("IN", "Индии"), ("US", "США"), ("GB", "Великобритании"),
    ("EU", "Европейского союза"),
    ("143", "Центральной Азии"), ("org:edb", "Евразийского банка развития"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "expected"), GENITIVES)
def test_risks_to_whom(code: str, expected: str) -> None:
    assert country_name(code, "ru", case="genitive") == expected


@pytest.mark.parametrize("code", CODES)
def test_every_name_is_russian_in_six_cases_and_english(code: str) -> None:
    forms = [country_name(code, "ru", case=case) for case in CASES]
    assert all(re.fullmatch(r"[А-ЯЁа-яё’— -]+", form) for form in forms)
    assert not re.search("[А-Яа-яЁё]", country_name(code, "en"))


ARTICLES = [
    ("GB", "the United Kingdom"),
    ("US", "the United States"),
    ("EU", "the European Union"),
    ("KZ", "Kazakhstan"),
    ("NL", "the Netherlands"),
]


@pytest.mark.parametrize(("code", "expected"), ARTICLES)
def test_english_names_take_the_article_that_usage_wants(code: str, expected: str) -> None:
    assert country_name(code, "en", article=True) == expected


SHORT = [
    ("GB", "en", "UK"),
    ("US", "en", "US"),
    ("EU", "en", "EU"),
    ("EU", "ru", "ЕС"),
    ("org:un", "ru", "ООН"),
    ("KZ", "en", "Kazakhstan"),
]


@pytest.mark.parametrize(("code", "language", "expected"), SHORT)
def test_short_names(code: str, language: str, expected: str) -> None:
    assert country_name(code, language, short=True) == expected


PROFILES = [
    ("KG", "Киргизия", "Кыргызстан"),
    ("TM", "Туркмения", "Туркменистан"),
    ("BY", "Белоруссия", "Беларусь"),
    ("KZ", "Казахстан", "Казахстан"),
]


@pytest.mark.parametrize(("code", "federal", "kazakh"), PROFILES)
def test_profiles_differ_where_usage_does(code: str, federal: str, kazakh: str) -> None:
    assert [country_name(code, "ru", profile=profile) for profile in ("ru-RF", "ru-KZ")] == [federal, kazakh]


PLACES = [
    ("CU", "на Кубе"),
    ("FR", "во⍽Франции"),
    ("VN", "во⍽Вьетнаме"),
    ("UA", "на Украине"),
    ("US", "в⍽США"),
    ("143", "в⍽Центральной Азии"),
]


@pytest.mark.parametrize(("code", "expected"), PLACES)
def test_where_in_russian(code: str, expected: str) -> None:
    assert in_country(code, "ru").replace("\u00a0", "⍽") == expected


def test_every_form_leads_back_to_its_code() -> None:
    assert {codes_by_name("ru")[form] for form in ("киргизии", "кыргызстаном", "сша", "ес")} == {"KG", "US", "EU"}
