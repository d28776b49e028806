"""Usage: how a house writes names (Russian and English usage, names of its own), as every place that prints one needs it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from briefgen.formatting.wording import rows
from briefgen.naming.countries import CASES
from briefgen.naming.gazetteer import Entries
from briefgen.naming.lists import table

RUSSIAN = ("ru-RF", "ru-KZ")  # federal usage (order 1495 of 17.08.1995); that of Kazakhstan and the CIS
ENGLISH = ("en-GB", "en-US")
_CASE_AFTER = {"в": "prepositional", "во": "prepositional", "на": "prepositional", "о": "prepositional", "об": "prepositional"} | {
    "по": "dative",
    "к": "dative",
}


@dataclass(frozen=True, slots=True)
class Usage:
    """`names` are a house's own and win over the gazetteer."""

    russian: str = RUSSIAN[0]
    english: str = ENGLISH[0]
    names: Entries = ()

    @property
    def locale(self) -> str:
        """The English locale as Babel and the files' language tags spell it."""
        return self.english.replace("-", "_")


def in_usage(text: str, profile: str) -> str:
    """Russian words of ours in the names of a profile; words of a source are never passed here.

    >>> in_usage("министр энергетики Киргизии", "ru-KZ"), in_usage("министр энергетики Киргизии", "ru-RF")
    ('министр энергетики Кыргызстана', 'министр энергетики Киргизии')
    >>> in_usage("посол в\xa0Киргизии", "ru-KZ"), in_usage("эксперт по Киргизии", "ru-KZ")
    ('посол в\xa0Кыргызстане', 'эксперт по Кыргызстану')
    """
    return _pattern(profile).sub(lambda match: _renamed(match, profile), text) if _names(profile) else text


def _renamed(match: re.Match[str], profile: str) -> str:
    """«Киргизии» is three cases: the preposition before it tells which."""
    before = match["before"] or ""
    cases = _names(profile)[match["name"]]
    wanted = _CASE_AFTER.get(before.strip(), "genitive")
    return before + cases.get(wanted, next(iter(cases.values())))


@cache
def _names(profile: str) -> dict[str, dict[str, str]]:
    """Each form of federal usage -> the profile's by case: countries from countries.tsv, towns and adjectives from naming.toml."""
    countries = rows("countries")
    found = {form: {"nominative": other} for form, other in table()["usage"].get(profile, {}).items()}
    for code, row in countries.items():
        base, _, own = code.partition("@")
        for case in CASES if own == profile else ():
            if row[case] and row[case] != countries[base][case]:
                found.setdefault(countries[base][case], {})[case] = row[case]
    return found


@cache
def _pattern(profile: str) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _names(profile)), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?P<before>(?:{'|'.join(_CASE_AFTER)})[ \u00a0])?(?P<name>{names})(?!\w)")
