"""A text -> its language, by the script of its letters."""

from __future__ import annotations

import re

_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
# Letters and words that other languages of the same script have and Russian or English has not.
_NOT_RUSSIAN = re.compile(r"[іїєґўәғқңөұүһђјљњћџ]", re.IGNORECASE)
_NOT_ENGLISH = re.compile(r"[äöüßåøæœñçàâèéêëîïôùûáíóúãõčšžřěůýąćęłńśźżğşő]", re.IGNORECASE)
_ENGLISH_WORDS = re.compile(r"\b(?:the|of|and|to|in|is|that|for|was|with|said|by|on|has|will)\b", re.IGNORECASE)
_RUSSIAN_WORDS = re.compile(r"\b(?:и|в|на|не|что|с|по|из|для|от|к|как|это|за|о|его|при|до|а|но|их|был|была|было|были)\b", re.IGNORECASE)
_SHARE = 0.03  # of letters: names in another language stay under it, texts in one do not


def detect_language(text: str) -> str | None:
    """`ru`, `en` or None. A quarter of Cyrillic letters is Russian with foreign names, tables and addresses in it.

    >>> detect_language("Страны хотят доступа к металлам"), detect_language("The ministry said that")
    ('ru', 'en')
    >>> detect_language("Дүйсенбі күні Үкімет") is None
    True
    >>> detect_language("Die Regierung hat beschlossen, dass"), detect_language("12 345")
    (None, None)
    """
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    foreign_cyrillic = len(_NOT_RUSSIAN.findall(text))
    if cyrillic + foreign_cyrillic and cyrillic >= latin / 3:
        is_russian = foreign_cyrillic <= _SHARE * cyrillic and (cyrillic < 200 or _has_words(_RUSSIAN_WORDS, text))
        return "ru" if is_russian else None
    if latin:
        has_foreign = len(_NOT_ENGLISH.findall(text)) > _SHARE * latin
        is_english = _has_words(_ENGLISH_WORDS, text, 8 if has_foreign else 40)
        return "en" if is_english or (latin < 20 and not has_foreign) else None
    return None


def _has_words(pattern: re.Pattern[str], text: str, every: int = 40) -> bool:
    """At least one word in so many is one of the language's commonest."""
    count = len(text.split())
    return sum(1 for _ in pattern.finditer(text)) * every >= count
