"""A code of a country, union, area or organisation -> its name in Russian (six cases) or English, as official papers have it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from briefgen.formatting.text import with_preposition
from briefgen.formatting.wording import rows
from briefgen.naming.lists import table

if TYPE_CHECKING:
    from briefgen.naming.gazetteer import Entries

CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "prepositional")


def country_name(
    code: str,
    language: str,
    *,
    case: str = "nominative",
    profile: str = "ru-RF",
    short: bool = False,
    article: bool = False,
    names: Entries = (),
) -> str:
    """The name of an actor; `names` are a house's own. `short` is ЕС, UK, US; `article` puts the English article where usage wants one.

    >>> country_name("GB", "ru", case="genitive"), country_name("KG", "ru", profile="ru-KZ"), country_name("EU", "ru", short=True)
    ('Великобритании', 'Кыргызстан', 'ЕС')
    >>> country_name("GB", "en", article=True), country_name("US", "en", short=True), country_name("org:edb", "en")
    ('the United Kingdom', 'US', 'Eurasian Development Bank')
    """
    if ":" in code:
        from briefgen.naming.gazetteer import entry_name

        return entry_name(code, language, case=case, short=short, article=article, extra=names)
    row = _row(code, profile)
    if language == "ru":
        return row["ru_short"] if short and row["ru_short"] else row[case]
    name = row["en_short"] if short and row["en_short"] else row["en"]
    return f"{row['article']} {name}" if article and row["article"] else name


def is_plural(code: str) -> bool:
    """Whether a state's Russian name is plural: «США имеют».

    >>> is_plural("US"), is_plural("GB")
    (True, False)
    """
    return code in table()["plural_states"]


def is_known(code: str) -> bool:
    """Whether a code has a name.

    >>> is_known("KZ"), is_known("ZZ")
    (True, False)
    """
    return code in rows("countries")


def in_country(code: str, language: str, *, profile: str = "ru-RF") -> str:
    """Where: `в Казахстане`, `на Кубе`, `на Украине` or `в Украине` by profile, `in the United Kingdom`.

    >>> in_country("FR", "ru"), in_country("UA", "ru"), in_country("UA", "ru", profile="ru-KZ"), in_country("GB", "en")
    ('во\\xa0Франции', 'на Украине', 'в\\xa0Украине', 'in the United Kingdom')
    """
    if language == "en":
        return "in " + country_name(code, "en", article=True)
    name = country_name(code, "ru", case="prepositional", profile=profile)
    preposition = _row(code, profile)["in"] or "в"
    return with_preposition(preposition, name) if preposition == "в" else f"{preposition} {name}"


@cache
def codes_by_name(language: str) -> Mapping[str, str]:
    """Every form of every country's name, lower case and with е for ё -> its code."""
    found: dict[str, str] = {}
    for code, row in rows("countries").items():
        forms = [row[case] for case in CASES] + [row["ru_short"]] if language == "ru" else [row["en"], row["en_short"]]
        for form in filter(None, forms):
            found.setdefault(form.casefold().replace("ё", "е"), code.partition("@")[0])
    return found


def _row(code: str, profile: str) -> Mapping[str, str]:
    known = rows("countries")
    own = known.get(f"{code}@{profile}")
    return {key: own[key] or cell for key, cell in known[code].items()} if own else known[code]
