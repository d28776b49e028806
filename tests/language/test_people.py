"""Persons: one name in the nominative for all mentions."""

from __future__ import annotations

import pytest

from briefgen.language.annotate import annotate
from briefgen.language.paragraphs import split_paragraphs
from briefgen.language.people import find_persons


def _persons(text: str, language: str = "ru") -> list[tuple[str, str]]:
    return [(person.name, person.gender) for person in find_persons(annotate(text, language, split_paragraphs(text, language)))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("По словам Романа Юнемана, рынок растет.", "Роман Юнеман"),
        ("Он встретился с Ермеком Кошербаевым в Москве.", "Ермек Кошербаев"),
        ("По словам Иветт Купер, сделка готова.", "Иветт Купер"),
        ("Встреча с Марко Рубио прошла в Москве.", "Марко Рубио"),
        ("По словам Алины Елисеевой, рынок растет.", "Алина Елисеева"),
        ("Встреча с Дмитрием Донским прошла в Москве.", "Дмитрий Донской"),
        ("Речь Дональда Трампа длилась час.", "Дональд Трамп"),
        ("Письмо передали Роберту Катлеру.", "Роберт Катлер"),
    ],
)
def test_a_name_in_another_case_becomes_nominative(text: str, name: str) -> None:
    assert [found for found, _ in _persons(text)] == [name]


def test_a_nominative_in_the_text_wins_over_a_guess() -> None:
    assert _persons("Заявление Серджио Гора обсудили. Серджио Гор уехал.") == [("Серджио Гор", "m")]


def test_father_and_son_are_two_persons() -> None:
    text = "Дональд Трамп приехал вместе с Дональдом Трампом-младшим."
    assert [name for name, _ in _persons(text)] == ["Дональд Трамп", "Дональд Трамп-младший"]


def test_a_name_given_at_birth_is_the_same_person() -> None:
    text = "Серджио Гор (при рождении Сергей Гороховский) родился в Ташкенте. Гороховский уехал."
    assert [name for name, _ in _persons(text)] == ["Серджио Гор"]


def test_a_surname_alone_belongs_to_the_full_name() -> None:
    text = "Касым-Жомарт Токаев прибыл в Брюссель. Токаев и Кошта обсудили торговлю."
    assert "Касым-Жомарт Токаев" in [name for name, _ in _persons(text)]
    assert "Токаев" not in [name for name, _ in _persons(text)]


def test_the_verb_tells_a_woman() -> None:
    assert _persons("Кадри Симсон подтвердила сроки.") == [("Кадри Симсон", "f")]


def test_honorifics_join_and_tell_the_gender() -> None:
    text = "Tamsin Brown, an economist, spoke first. Ms Brown left early."
    assert _persons(text, "en") == [("Tamsin Brown", "f")]
