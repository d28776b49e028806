"""The language of a text."""

from __future__ import annotations

import pytest

from briefgen.language.detect import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Страны договорились о поставках, сообщает Reuters.", "ru"),
        ("The countries agreed on supplies with Łódź and Zürich.", "en"),
        ("Президент Қасым-Жомарт Тоқаев үкімет отырысын өткізді, деп хабарлайды баспасөз қызметі.", None),
        ("Президент України заявив, що її уряд підтримує угоду з Європою.", None),
        ("Le gouvernement a décidé de créer une réserve française après l'été.", None),
        ("Die Regierung hat heute beschlossen, die Preise zu senken.", None),
        ("12 345 678", None),
        ("", None),
    ],
)
def test_language_is_told_by_letters_and_common_words(text: str, language: str | None) -> None:
    assert detect_language(text) == language
