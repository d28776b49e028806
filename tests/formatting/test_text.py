"""Typography of finished text: quotation marks by depth, no-break spaces, dashes, prepositions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.formatting.text import join_list, quote, sentence_case, typography, with_marks, with_preposition

RUSSIAN = [
    ('Проект "Зоны сделок"', "Проект «Зоны сделок»"),
    ('проект «Зоны сделок "C5+1"»', "проект «Зоны сделок „C5+1“»"),
    ('"Проект "Зоны сделок""', "«Проект „Зоны сделок“»"),
    ("«план „Зоны «C5+1»“ готов»", "«план „Зоны «C5+1»“ готов»"),
    ("«Зоны „C5+1“» и “план”", "«Зоны „C5+1“» и⍽«план»"),
    ("Лондон - столица", "Лондон⍽— столица"),
    ("2–8 февраля", "2–8⍽февраля"),
    ("В Астане и в Алма-Ате", "В⍽Астане и⍽в⍽Алма-Ате"),
    ("№ 5 от § 3", "№⍽5 от §⍽3"),
    ("И.И. Иванов и К.-Ж. Токаев", "И.И.⍽Иванов и⍽К.-Ж.⍽Токаев"),
    ("5 млн рублей, 7 тыс. т", "5⍽млн рублей, 7⍽тыс. т"),
    ("61\u202f% и 2026\u2009г.", "61⍽% и⍽2026⍽г."),
    ("4 миллиарда и 25 февраля", "4⍽миллиарда и⍽25⍽февраля"),
    ("5 мая, 5 маяков", "5⍽мая, 5 маяков"),
    ("нефть и т. д.", "нефть и⍽т.⍽д."),
    ("слово за словом", "слово за словом"),
]
ENGLISH = [
    ('He said: "No."', "He said: “No.”"),
    ('"The "Deal Zone" works"', "“The ‘Deal Zone’ works”"),
    ("Kazakhstan's metals", "Kazakhstan’s metals"),
    ("«deals»", "“deals”"),
    ("on 25 February", "on 25⍽February"),
    ("£4 billion", "£4⍽billion"),
    ("London — the capital", "London⍽— the capital"),
    ("a 'big' deal of the '90s", "a ‘big’ deal of the ’90s"),
    ("the ministers' deal, 'it's done'", "the ministers’ deal, ‘it’s done’"),
    ("He said: ‘the “big” deal’", "He said: ‘the “big” deal’"),
    ("“a ‘b “c” d’ e”", "“a ‘b “c” d’ e”"),
]


@pytest.mark.parametrize(("plain", "expected"), RUSSIAN)
def test_russian_typography(plain: str, expected: str) -> None:
    assert typography(plain, "ru").replace("\u00a0", "⍽") == expected


@pytest.mark.parametrize(("plain", "expected"), ENGLISH)
def test_english_typography(plain: str, expected: str) -> None:
    assert typography(plain, "en").replace("\u00a0", "⍽") == expected


@given(text=st.text(alphabet='абвСК abc «»„“”"—-.,№5\u00a0', max_size=40), language=st.sampled_from(["ru", "en"]))
def test_typography_twice_is_typography_once_and_keeps_all_letters(text: str, language: str) -> None:
    once = typography(text, language)
    assert [sign for sign in once if sign.isalnum()] == [sign for sign in text if sign.isalnum()]
    assert "\u202f" not in once
    if language == "ru":
        assert '"' not in once


QUOTES = [
    ("Зоны сделок «C5+1»", "ru", "«Зоны сделок „C5+1“»"),
    ("«Зоны сделок»", "ru", "«Зоны сделок»"),
    ("«Зоны» и «сделки»", "ru", "«„Зоны“ и\u00a0„сделки“»"),
    ("deals", "en", "“deals”"),
    ("the «deal»", "en", "“the ‘deal’”"),
    ('проект «Зоны сделок "C5+1"», на который', "ru", "«проект „Зоны сделок «C5+1»“, на\u00a0который»".replace("\u00a0", " ")),
    ("в проекте «Зоны „C5+1“»", "ru", "«в\u00a0проекте „Зоны «C5+1»“»"),
    ("«Зоны сделок «C5+1»»", "ru", "«Зоны сделок „C5+1“»"),
    ("«план» и «Зоны «C5+1»»", "ru", "«„план“ и\u00a0„Зоны «C5+1»“»"),
    ("the “C5+1 ‘Deal Zone’” project", "en", "“the ‘C5+1 “Deal Zone”’ project”"),
]

VERBATIM = [
    ('проект «Зоны сделок "C5+1"» в  Астане', "ru", "проект «Зоны сделок „C5+1“» в  Астане"),
    ('план "Зоны" - 5 лет', "ru", "план «Зоны» - 5 лет"),
    ('it\'s a "green" plan', "en", "it’s a “green” plan"),
]


@pytest.mark.parametrize(("words", "language", "expected"), QUOTES)
def test_quotation_marks_are_put_by_depth(words: str, language: str, expected: str) -> None:
    assert quote(words, language) == expected


@pytest.mark.parametrize(("words", "language", "expected"), VERBATIM)
def test_a_verbatim_sentence_changes_only_the_form_of_its_marks(words: str, language: str, expected: str) -> None:
    assert with_marks(words, language) == expected
    assert len(with_marks(words, language)) == len(words)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("depth", [2, 3, 4])
def test_no_two_nested_pairs_have_one_form(language: str, depth: int) -> None:
    nested = "«" * depth + "C5+1" + "»" * depth
    marks = quote("план " + nested + " готов", language)
    assert not any(marks[at] == marks[at + 1] and marks[at] in "«»„“”‘’" for at in range(len(marks) - 1))


@pytest.mark.parametrize(("items", "expected"), [([], ""), (["уран"], "уран"), (["уран", "титан"], "уран и⍽титан")])
def test_lists_of_any_length(items: list[str], expected: str) -> None:
    assert join_list(items, "ru").replace("\u00a0", "⍽") == expected


def test_a_british_list_has_no_comma_before_and() -> None:
    assert join_list(["uranium", "titanium", "rhenium"], "en") == "uranium, titanium and rhenium"


@pytest.mark.parametrize(("text", "expected"), [("в обход России", "В обход России"), ("“deals”", "“Deals”"), ("5 лет", "5 лет"), ("", "")])
def test_a_sentence_starts_with_a_capital(text: str, expected: str) -> None:
    assert sentence_case(text) == expected


PREPOSITIONS = [
    ("с", "Словакией", "со⍽Словакией"),
    ("с", "США", "с⍽США"),
    ("с", "Сирией", "с⍽Сирией"),
    ("в", "Франции", "во⍽Франции"),
    ("в", "Вьетнаме", "во⍽Вьетнаме"),
    ("в", "Венгрии", "в⍽Венгрии"),
    ("о", "Иране", "об⍽Иране"),
    ("о", "Японии", "о⍽Японии"),
    ("о", "ЕС", "о⍽ЕС"),
]


@pytest.mark.parametrize(("preposition", "word", "expected"), PREPOSITIONS)
def test_a_preposition_is_lengthened_where_it_is_hard_to_say(preposition: str, word: str, expected: str) -> None:
    assert with_preposition(preposition, word).replace("\u00a0", "⍽") == expected
