"""Names found in any case form, and a staffer's own table."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefgen.naming.gazetteer import entries, find_entry, find_name, read_entries, takes_article
from briefgen.naming.transliteration import has_cyrillic

FOUND = [
    ("Касым-Жомарта Токаева", "Kassym-Jomart Tokayev"),
    ("Шавкат Мирзиёев", "Shavkat Mirziyoyev"),
    ("Шавкату Мирзиееву", "Shavkat Mirziyoyev"),
    ("Сердаром Бердымухамедовым", "Serdar Berdimuhamedov"),
    ("Ермеком Кошербаевым", "Yermek Kosherbayev"),
    ("Романа Василенко", "Roman Vassilenko"),
    ("Антониу Коштой", "António Costa"),
    ("Дональдом Трампом-младшим", "Donald Trump Jr"),
    ("Дональда Трампа", "Donald Trump"),
    ("Лентой.ру", "Lenta.ru"),
    ("Лондонской металлургической биржи", "London Metal Exchange"),
    ("ЕАБР", "Eurasian Development Bank"),
    ("Европейского совета", "European Council"),
    ("Совета Европы", "Council of Europe"),
    ("Карагандинской области", "Karaganda Region"),
    ("Верхнего Кайракты", "Verkhny Kairakty"),
    ("Алматы", "Almaty"),
    ("Казахстану", "Kazakhstan"),
    ("Мали", "Mali"),
]


@pytest.mark.parametrize(("russian", "english"), FOUND)
def test_a_russian_name_is_found_in_any_case(russian: str, english: str) -> None:
    assert find_name(russian, "ru", "en") == english


BACK = [
    ("Kasym-Zhomart Tokayev", "Касым-Жомарт Токаев"),
    ("the EBRD", "Европейский банк реконструкции и развития"),
    ("Turkey", None),
    ("Kiev", "Киев"),
]


@pytest.mark.parametrize(("english", "russian"), BACK)
def test_an_english_name_is_found_by_its_aliases(english: str, russian: str | None) -> None:
    assert find_name(english, "en", "ru") == russian


@pytest.mark.parametrize("text", ["Роман Петров", "банк", "совет", "министр", "", "Иванова", "Токаевка"])
def test_other_words_are_no_names(text: str) -> None:
    assert find_name(text, "ru", "en") is None


def test_a_staffers_table_wins() -> None:
    own = read_entries("ru\ten\nЕрмек Кошербаев\tErmek Kosherbayev\n")
    assert find_name("Ермека Кошербаева", "ru", "en", extra=own) == "Ermek Kosherbayev"


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_entry_is_found_by_its_own_name(language: str) -> None:
    strangers = [entry for entry in entries() if find_entry(str(getattr(entry, language)), language) not in _namesakes(entry, language)]
    assert strangers == []


def test_english_names_hold_no_cyrillic_letter_and_genitives_are_russian() -> None:
    assert [entry.en for entry in entries() if has_cyrillic(entry.en + entry.en_short + entry.aliases_en)] == []


def test_the_table_has_its_columns_and_no_name_twice() -> None:
    lines = [line for line in _table().splitlines() if line and not line.startswith("#")]
    assert all(len(line.split("\t")) <= 9 and not re.search(r" \t|\t ", line) for line in lines)
    names = [entry.ru for entry in entries()]
    assert len(names) == len(set(names))


ARTICLES = [
    ("Ministry of Finance of Kazakhstan", True),
    ("NATO", False),
    ("Kazatomprom", False),
    ("London Metal Exchange", True),
    ("HSE University", False),
]


@pytest.mark.parametrize(("name", "expected"), ARTICLES)
def test_bodies_that_say_what_they_are_take_the_article(name: str, expected: bool) -> None:
    assert takes_article(name) is expected


def _namesakes(entry: object, language: str) -> list[object]:
    return [other for other in entries() if getattr(other, language) == getattr(entry, language)]


def _table() -> str:
    return (Path(__file__).parents[2] / "briefgen" / "data" / "gazetteer.tsv").read_text(encoding="utf-8")
