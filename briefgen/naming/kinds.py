"""The rule that found an interest or a risk -> a short phrase for it, so that both editions name it without translation."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from briefgen.language.lexicon import load

_WITH_ARTICLE = ("United ", "Netherlands", "Philippines", "Bahamas", "Maldives", "European Union", "Czech Republic", "Democratic Republic")


def phrase(kind: str, language: str, *, subject: str = "RU") -> str:
    """The phrase of a rule such as `risk.bypass-route`, with the country at risk filled in; empty where the kind has none.

    >>> phrase("risk.bypass-route", "ru"), phrase("risk.bypass-route", "en", subject="GB")
    ('маршруты в обход России', 'routes bypassing the United Kingdom')
    >>> phrase("risk.influence", "en"), phrase("risk.influence", "en", subject="US")
    ('a weakening of Russia’s influence', 'a weakening of the United States’ influence')
    >>> phrase("interest.roadmap-signed", "en"), phrase("interest.unheard-of", "en")
    ('a roadmap has been signed', '')
    """
    table, _, name = kind.rpartition(".")
    words = _kinds("interest_kinds" if table == "interest" else "risk_kinds").get(name)
    if words is None:
        return ""
    nominative, genitive = _subject_names(subject, language)
    possessive = nominative + ("’" if nominative.endswith("s") else "’s")
    return words[language].format(subject=nominative, subject_genitive=genitive, subject_possessive=possessive)


@cache
def _kinds(name: str) -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((files("briefgen") / "data" / f"{name}.toml").read_text(encoding="utf-8"))


def _subject_names(subject: str, language: str) -> tuple[str, str]:
    """Nominative and genitive of a country; its code where no name is known."""
    rows = load(language, "actors").items()
    name, forms = next(((name, row[2:]) for name, row in rows if row[0] == subject and row[1] == "name"), (subject, ()))
    if language == "en" and name.startswith(_WITH_ARTICLE):
        name = f"the {name}"
    genitive = forms[0].split(";")[0] if forms and forms[0] else name
    return name, genitive
