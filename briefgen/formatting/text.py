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
_BEFORE_OPENING = frozenset(" \t\n\u00a0([«„“‘—–-/")
_CLOSING = {"«": "»", "“": "”", "„": "“”", '"': '"'}
# English words in single marks: 'deal', 'the best deal.'; an apostrophe has a letter before it and none after its word's end.
_SINGLE_MARKS = re.compile(r"(?<![\w.,!?’'])'(?=[^\W\d])((?:[^'\n]|(?<=\w)'(?=\w)){1,200}?(?<=[\w.,!?…]))'(?!\w)")

_RUSSIAN_GLUE = (
    (re.compile(r"(?<!\w)([АаВвИиКкОоСсУуЯя])[ \u00a0]+(?=\S)"), r"\1" + NBSP),
    (re.compile(r"([№§])[ \u00a0]*(?=\d)"), r"\1" + NBSP),
    (re.compile(r"(?<![\d.,])(\d{1,3}) (?=\d{3}(?!\d))"), r"\1" + NBSP),
    (re.compile(r"(?<!\w)((?:[А-ЯЁ]\.-?){1,3}) +(?=[А-ЯЁ][а-яё])"), r"\1" + NBSP),
    (re.compile(r" +(?=—(?:\s|$))"), NBSP),
    (re.compile(r"(?<!\w)(и) (?=(?:т\.|др\.|пр\.))"), r"\1" + NBSP),
    (re.compile(r"(?<!\w)(т\.) ?(?=[дпекн]\.)"), r"\1" + NBSP),
)
_ENGLISH_GLUE = ((re.compile(r" +(?=[—–](?:\s|$))"), NBSP),)
_GLUE = {"ru": _RUSSIAN_GLUE, "en": _ENGLISH_GLUE}

_LOOSE_COMMA = re.compile(r", (?=(?:на|в|во|у|под|из|для) )")

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
    """Words in the quotation marks of a language; marks inside alternate by depth, outer ones around the whole are not doubled.

    >>> quote("Зоны сделок «C5+1»", "ru"), quote("deals", "en")
    ('«Зоны сделок „C5+1“»', '“deals”')
    >>> quote('он назвал проект «Зоны сделок "C5+1"»', "ru")
    '«он назвал проект „Зоны сделок «C5+1»“»'
    """
    opening, closing = map(str, wording(language)["text"]["quotes"][:2])
    return opening + _set(_without_outer_marks(text), language, depth=1) + closing


def with_marks(text: str, language: str) -> str:
    """A sentence as its source has it, its quotation marks in the language's form: letters, spaces and the length stay.

    >>> with_marks('проект «Зоны сделок "C5+1"»', "ru"), with_marks('a "green" plan', "en")
    ('проект «Зоны сделок „C5+1“»', 'a “green” plan')
    """
    return _with_marks(text, language, depth=0)


def label_text(text: str, language: str) -> str:
    """Words cut out of a sentence, in the typography of a language; without a comma that was the sentence's.

    >>> label_text("запасы металлов, на участке", "ru")
    'запасы металлов на участке'
    """
    return typography(_LOOSE_COMMA.sub(" ", text) if language == "ru" else text, language)


def glue(text: str, language: str) -> str:
    """Finished words with their no-break spaces and dashes; quotation marks stay, so that it may be a part of a sentence.

    >>> glue("риски в обход России - 2 млрд рублей", "ru"), glue("about 3 billion", "en")
    ('риски в\\xa0обход России\\xa0— 2\\xa0млрд рублей', 'about 3\\xa0billion')
    """
    if language == "ru":
        text = re.sub(r"(?<=[ \u00a0])(?:-|–)(?= )", "—", text)
    for pattern, replacement in _GLUE[language]:
        text = pattern.sub(replacement, text)
    return _after_number(language).sub(NBSP, text)


def join_list(items: Sequence[str], language: str, *, locale: str | None = None) -> str:
    """Words as a list; `locale` en_US has a comma before `and`.

    >>> join_list(["уран", "титан", "рений"], "ru"), join_list(["uranium", "titanium"], "en")
    ('уран, титан и\\xa0рений', 'uranium and titanium')
    """
    if len(items) < 2:
        return "".join(items)
    conjunction = wording(language)["text"]["and"]
    comma = "," if language == "en" and locale == "en_US" and len(items) > 2 else ""
    return ", ".join(items[:-1]) + f"{comma} {conjunction}{NBSP if language == 'ru' else ' '}" + items[-1]


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
    return glue(_with_marks(text.translate(_SPACES), language, depth=depth), language)


@cache
def _after_number(language: str) -> re.Pattern[str]:
    """The space between a number and a word that must not start a line: scale words, signs of units, months."""
    words = wording(language)["text"]
    alternatives = [re.escape(sign) + r"(?!\w)" for sign in words["glued_signs"]] + [re.escape(stem) for stem in words["glued_stems"]]
    return re.compile(r"(?<=\d) +(?=" + "|".join(alternatives) + ")")


def _with_marks(text: str, language: str, *, depth: int) -> str:
    """Quotation marks -> the pair by depth, sign for sign; “ closes an open „ and opens else, a straight mark opens after a space.

    The outer and the inner pair alternate (Milchin, Chelcova: marks of one form never meet), so that each end of three levels is told.
    """
    pairs = wording(language)["text"]["quotes"]
    kinds = (pairs[:2], pairs[2:])
    if language == "en":
        text = _SINGLE_MARKS.sub(r"‘\1’", text).replace("'", "’")
    open_marks: list[tuple[str, int]] = []
    signs = []
    for at, sign in enumerate(text):
        if sign in "‘’" and language == "en":
            sign = kinds[_single(sign, text[at + 1 : at + 2], open_marks, depth)][sign == "’"]
        elif sign in _MARKS and _opens(sign, text[at - 1 : at], open_marks):
            kind = 1 - open_marks[-1][1] if open_marks else depth % 2
            open_marks.append((sign, kind))
            sign = kinds[kind][0]
        elif sign in _MARKS:
            sign = kinds[_closed(open_marks, depth % 2)][1]
        signs.append(sign)
    return "".join(signs)


def _single(sign: str, after: str, open_marks: list[tuple[str, int]], depth: int) -> int:
    """The kind of an English single mark, which counts as a level; inside a single pair of ours (`depth`) it is double.

    An apostrophe inside a word closes nothing.
    """
    if sign == "‘":
        kind = 0 if depth and open_marks and open_marks[-1][1] == 1 else 1
        open_marks.append((sign, kind))
        return kind
    if open_marks and open_marks[-1][0] == "‘" and not after.isalnum():
        return open_marks.pop()[1]
    return 1


def _closed(open_marks: list[tuple[str, int]], kind: int) -> int:
    """The kind of the mark that a double mark closes, taken off with single ones above it; `kind` where none is open."""
    while open_marks:
        sign, kind = open_marks.pop()
        if sign != "‘":
            return kind
    return kind


def _opens(sign: str, before: str, open_marks: list[tuple[str, int]]) -> bool:
    if sign == "“":
        return not open_marks or open_marks[-1][0] != "„"
    if sign == '"':
        return not before or before in _BEFORE_OPENING
    return sign in "«„"


def _without_outer_marks(text: str) -> str:
    """The words between a pair that encloses the whole; the text itself where the first mark closes earlier."""
    opening, inside = text[:1], text[1:-1]
    closing = _CLOSING.get(opening, "")
    if len(text) < 2 or not closing or text[-1] not in closing:
        return text
    level = 0
    for sign in inside:
        level += (sign == opening) - (sign in closing)
        if level < 0 or opening == sign == closing:
            return text
    return inside if level == 0 else text
