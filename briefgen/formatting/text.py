"""Plain words -> words with the typography of a language: quotation marks, dashes, no-break spaces, lists, prepositions.

Source: conventions for Russian official papers (GOST R 7.0.97-2025 practice), gov.uk style for English.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefgen.formatting.numbers import NBSP
from briefgen.formatting.wording import wording

# Narrow spaces break or have no glyph in the fonts of office papers; wide and invisible ones are left-overs of web pages.
_SPACES = str.maketrans(
    dict.fromkeys("\u2007\u2009\u200a\u202f", NBSP)
    | dict.fromkeys("\u2002\u2003\u2004\u2005\u2006\u2008\u205f\u3000", " ")
    | dict.fromkeys("\u200b\u2060\ufeff")
)
_MARKS = frozenset('«»„“”"')
_BEFORE_OPENING = frozenset(" \t\n\u00a0([«„“—–-")
_PAIRS = (("«", "»"), ("“", "”"), ("„", "“"), ('"', '"'))

_RUSSIAN_GLUE = (
    (re.compile(r"(?<!\w)([АаВвИиКкОоСсУуЯя])[ \u00a0]+(?=\S)"), r"\1" + NBSP),
    (re.compile(r"([№§])[ \u00a0]*(?=\d)"), r"\1" + NBSP),
    (re.compile(r"(?<!\w)((?:[А-ЯЁ]\.-?){1,3}) +(?=[А-ЯЁ][а-яё])"), r"\1" + NBSP),
    (re.compile(r" +(?=—(?:\s|$))"), NBSP),
    (re.compile(r"(?<!\w)(и) (?=(?:т\.|др\.|пр\.))"), r"\1" + NBSP),
    (re.compile(r"(?<!\w)(т\.) ?(?=[дпекн]\.)"), r"\1" + NBSP),
)
_ENGLISH_GLUE = (
    (re.compile(r"(?<=\w)'"), "’"),
    (re.compile(r" +(?=[—–](?:\s|$))"), NBSP),
)
_GLUE = {"ru": _RUSSIAN_GLUE, "en": _ENGLISH_GLUE}

# «со Словакией», «во Франции», «об Иране»: a preposition before a word that is hard to say after it (Rosental, paragraph 199).
# Abbreviations are spelled and need no help: «с США», «в ВТО».
_HEAVY_WITH = re.compile(r"[СсЗзШшЖж][бвгджзклмнпрстфхцчшщ]|[Щщ]|[Лл]ьв")
_HEAVY_IN = re.compile(r"[ВвФф][бвгджзклмнпрстфхцчшщь]|[Лл]ьв")
_VOWEL = re.compile(r"[аоуэи]", re.IGNORECASE)


def typography(text: str, language: str) -> str:
    """Finished words of ours with the marks and spaces that the language wants; safe to apply twice.

    >>> typography('Проект "Зоны сделок" - 2 млрд рублей', "ru")
    'Проект «Зоны сделок»\\xa0— 2\\xa0млрд рублей'
    >>> typography('He said: "No."', "en")
    'He said: “No.”'
    """
    return _set(text, language, depth=0)


def quote(text: str, language: str) -> str:
    """Words in the quotation marks of a language; marks inside become the inner pair, outer ones around the whole are not doubled.

    >>> quote("Зоны сделок «C5+1»", "ru"), quote("deals", "en")
    ('«Зоны сделок „C5+1“»', '“deals”')
    """
    opening, closing = map(str, wording(language)["text"]["quotes"][:2])
    return opening + _set(_without_outer_marks(text), language, depth=1) + closing


def join_list(items: Sequence[str], language: str) -> str:
    """
    >>> join_list(["уран", "титан", "рений"], "ru"), join_list(["uranium", "titanium"], "en")
    ('уран, титан и\\xa0рений', 'uranium and titanium')
    """
    if len(items) < 2:
        return "".join(items)
    conjunction = wording(language)["text"]["and"]
    return ", ".join(items[:-1]) + f" {conjunction}{NBSP if language == 'ru' else ' '}" + items[-1]


def dash(language: str) -> str:
    """The dash inside a phrase with its spaces: an em dash in Russian, an en dash in British English; never at a line's start.

    >>> dash("ru"), dash("en")
    ('\xa0— ', '\xa0– ')
    """
    return "\u00a0— " if language == "ru" else "\u00a0– "


def sentence_case(text: str) -> str:
    """The same words with a capital first letter, past an opening mark; nothing else changes.

    >>> sentence_case("«зоны сделок»"), sentence_case("ЕС решил")
    ('«Зоны сделок»', 'ЕС решил')
    """
    for at, sign in enumerate(text):
        if sign.isalnum():
            return text[:at] + sign.upper() + text[at + 1 :]
        if sign not in "«„“‘\"'([":
            return text
    return text


def with_preposition(preposition: str, word: str) -> str:
    """A Russian one-letter preposition before a word, lengthened where it is hard to say, glued to it by a no-break space.

    >>> with_preposition("с", "Словакией"), with_preposition("о", "Иране"), with_preposition("в", "Китае")
    ('со\\xa0Словакией', 'об\\xa0Иране', 'в\\xa0Китае')
    """
    heavy = {"с": _HEAVY_WITH, "в": _HEAVY_IN, "о": _VOWEL}.get(preposition.lower())
    if heavy and heavy.match(word.lstrip("«„")):
        preposition += "б" if preposition.lower() == "о" else "о"
    return f"{preposition}{NBSP}{word}"


def _set(text: str, language: str, *, depth: int) -> str:
    """All of the typography, at a depth of quotation."""
    text = _with_marks(text.translate(_SPACES), language, depth=depth)
    if language == "ru":
        text = re.sub(r"(?<=[ \u00a0])(?:-|–)(?= )", "—", text)
    for pattern, replacement in _GLUE[language]:
        text = pattern.sub(replacement, text)
    return _after_number(language).sub(NBSP, text)


@cache
def _after_number(language: str) -> re.Pattern[str]:
    """The space between a number and a word that must not start a line: scale words, signs of units, months."""
    words = wording(language)["text"]
    alternatives = [re.escape(sign) + r"(?!\w)" for sign in words["glued_signs"]] + [re.escape(stem) for stem in words["glued_stems"]]
    return re.compile(r"(?<=\d) +(?=" + "|".join(alternatives) + ")")


def _with_marks(text: str, language: str, *, depth: int) -> str:
    """Double quotation marks -> the pair by depth; “ closes an open „ and opens else, a straight mark opens after a space."""
    outer_open, outer_close, inner_open, inner_close = wording(language)["text"]["quotes"]
    open_marks: list[str] = []
    signs = []
    for at, sign in enumerate(text):
        level = depth + len(open_marks)
        if sign not in _MARKS:
            signs.append(sign)
        elif _opens(sign, text[at - 1 : at], open_marks):
            open_marks.append(sign)
            signs.append(outer_open if level == 0 else inner_open)
        else:
            open_marks = open_marks[:-1]
            signs.append(outer_close if level <= 1 and depth == 0 else inner_close)
    return "".join(signs)


def _opens(sign: str, before: str, open_marks: list[str]) -> bool:
    if sign == "“":
        return open_marks[-1:] != ["„"]
    if sign == '"':
        return not before or before in _BEFORE_OPENING
    return sign in "«„"


def _without_outer_marks(text: str) -> str:
    """The words between a pair that encloses the whole; the text itself where the first mark closes earlier."""
    for opening, closing in _PAIRS:
        if text.startswith(opening) and text.endswith(closing) and closing not in text[1:-1]:
            return text[1:-1]
    return text
