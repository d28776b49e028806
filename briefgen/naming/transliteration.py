"""Cyrillic words -> Latin ones by the scheme nearest to English press usage (Wikipedia's, as iuliia has it); no Cyrillic letter is left."""

from __future__ import annotations

import re
import unicodedata

import iuliia

from briefgen.naming.lists import table

_CYRILLIC = re.compile(r"[\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f]")


def has_cyrillic(text: str) -> bool:
    """
    >>> has_cyrillic("Астана"), has_cyrillic("Astana")
    (True, False)
    """
    return bool(_CYRILLIC.search(text))


def transliterate(text: str) -> str:
    """
    >>> transliterate("Северный Катпар"), transliterate("Мұхтар Әуезов"), transliterate("ЦСКА")
    ('Severny Katpar', 'Mukhtar Auyezov', 'TSSKA')
    """
    words = re.split(r"([\s«»„“\"()/,-]+)", unicodedata.normalize("NFC", text))
    return "".join(_word(word) for word in words)


def _word(word: str) -> str:
    if not has_cyrillic(word):
        return word.replace("«", "“").replace("»", "”").replace("„", "‘")
    if len(word) > 1 and word.isupper():
        word = word.replace("Е", "Э").replace("Ё", "Э")  # an abbreviation is read by letters: АЕБ is AEB
    latin = iuliia.WIKIPEDIA.translate("".join(_letter(sign) for sign in word))
    latin = _CYRILLIC.sub(lambda match: _base(match[0]), latin)
    return latin.upper() if len(word) > 1 and word.isupper() else latin


def _letter(sign: str) -> str:
    latin = str(table()["letters"].get(sign.lower(), ""))
    if not latin:
        return sign
    return latin.capitalize() if sign.isupper() else latin


def _base(sign: str) -> str:
    """What is left of a letter of no known alphabet: its base letter by Unicode, else nothing."""
    return re.sub(r"[^A-Za-z]", "", unicodedata.normalize("NFKD", iuliia.WIKIPEDIA.translate(unicodedata.normalize("NFD", sign)[0])))
