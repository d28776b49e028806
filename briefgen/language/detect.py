"""A text -> its language, by the script of its letters and by its commonest words."""

from __future__ import annotations

import re

from briefgen.language.lexicon import words

_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
# Letters that other languages of the same script have and Russian or English has not.
_NOT_RUSSIAN = re.compile(r"[іїєґўәғқңөұүһђјљњћџќѓѕӯҳӣҷ]|ъ(?![еёюя])", re.IGNORECASE)
_NOT_ENGLISH = re.compile(r"[äöüßåøæœñçàâèéêëîïôùûáíóúãõčšžřěůýąćęłńśźżğşőăâîșț]", re.IGNORECASE)
_SHARE = 0.03  # of letters: names in another language stay under it, texts in one do not
_SHARE_WITH_WORDS = 0.12  # where the words are plainly Russian: many Kazakh names
_SHORT = 12  # words: a headline may hold none of the common ones
_SHORT_LETTERS = 200
_EVERY = 40  # at least one word in so many is a common one


def detect_language(text: str) -> str | None:
    """`ru`, `en` or None. A quarter of Cyrillic letters is Russian with foreign names, tables and addresses in it.

    >>> detect_language("Страны хотят доступа к металлам"), detect_language("The ministry said that")
    ('ru', 'en')
    >>> detect_language("Дүйсенбі күні Үкімет") is None
    True
    >>> detect_language("Die Regierung hat beschlossen, dass"), detect_language("12 345")
    (None, None)
    """
    foreign_cyrillic = len(_NOT_RUSSIAN.findall(text))
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    others = len(_LETTER.findall(text)) - cyrillic - latin - foreign_cyrillic - len(_NOT_ENGLISH.findall(text))
    if 2 * others > cyrillic + latin:  # Chinese, Arabic, Greek: a sign there is a word or more
        return None
    if cyrillic + foreign_cyrillic and cyrillic >= latin / 3:
        return "ru" if _is_russian(text, cyrillic, foreign_cyrillic) else None
    return "en" if latin and _is_english(text, latin) else None


def _is_russian(text: str, cyrillic: int, foreign: int) -> bool:
    own, shared, theirs, _ = _counts(text, "ru")
    if theirs > own or foreign > _SHARE_WITH_WORDS * cyrillic:
        return False
    if foreign > _SHARE * cyrillic:
        return own > 2 * theirs and own + shared > 0
    return cyrillic < _SHORT_LETTERS or own + shared > 0


def _is_english(text: str, latin: int) -> bool:
    own, shared, theirs, count = _counts(text, "en")
    has_foreign = len(_NOT_ENGLISH.findall(text)) > _SHARE * latin
    if count <= _SHORT and not own:
        return not has_foreign and theirs == 0
    return theirs <= own and (own + shared) * (_EVERY // 5 if has_foreign else _EVERY) >= count


def _counts(text: str, language: str) -> tuple[int, int, int, int]:
    """How many words are the language's own, shared with its neighbours, its neighbours' alone, and all words."""
    own, shared, foreign = (words(language, "common", name) for name in ("own", "shared", "foreign"))
    found = [word.lower() for word in _WORD.findall(text)]
    return sum(word in own for word in found), sum(word in shared for word in found), sum(word in foreign for word in found), len(found)
