"""Catalogs of fixed phrases: plural forms, contexts, nothing missing in either language."""

from __future__ import annotations

import pytest

from briefgen.naming.transliteration import has_cyrillic
from briefgen.translation.catalogs import Catalog, catalog

RUSSIAN = Catalog(
    "ru", {("", "%(count)s paragraph"): ("%(count)s абзац", "%(count)s абзаца", "%(count)s абзацев"), ("topic", "trade"): ("торговля",)}
)


@pytest.mark.parametrize(
    ("count", "expected"), [(1, "абзац"), (2, "абзаца"), (5, "абзацев"), (11, "абзацев"), (21, "абзац"), (0, "абзацев")]
)
def test_a_russian_phrase_agrees_with_its_number(count: int, expected: str) -> None:
    phrase = RUSSIAN.plural("%(count)s paragraph", "%(count)s paragraphs", count)
    assert phrase % {"count": count} == f"{count} {expected}"


def test_a_context_tells_equal_messages_apart() -> None:
    assert RUSSIAN.text("trade", context="topic") == "торговля"
    with pytest.raises(KeyError):
        RUSSIAN.text("trade")


def test_missing_messages_are_listed() -> None:
    assert RUSSIAN.missing([("topic", "trade"), ("", "unknown")]) == (("", "unknown"),)


def test_both_catalogs_hold_the_same_messages() -> None:
    assert set(catalog("ru").messages) == set(catalog("en").messages)


def test_the_english_catalog_holds_no_cyrillic_and_the_russian_one_no_straight_quotation_mark() -> None:
    assert [forms for forms in catalog("en").messages.values() if any(map(has_cyrillic, forms))] == []
    assert [forms for forms in catalog("ru").messages.values() if any('"' in form for form in forms)] == []


def test_placeholders_are_the_same_in_both_languages() -> None:
    import re

    def placeholders(text: str) -> list[str]:
        """The names of the places; the case in which a country is named is a matter of the language."""
        return sorted(re.findall(r"%\((\w+?)(?:_genitive|_possessive)?\)s", text))

    pairs = [(catalog("ru").messages[key], forms) for key, forms in catalog("en").messages.items()]
    assert [forms for russian, forms in pairs if placeholders(russian[0]) != placeholders(forms[0])] == []
