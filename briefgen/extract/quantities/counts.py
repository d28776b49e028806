"""A number with no unit -> a count where a counted noun follows («110 инвесторов», "25 companies"), and pairs such as «22 из 36»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from briefgen.extract.quantities.amounts import amount_at
from briefgen.extract.quantities.figure import Figure, Reading
from briefgen.extract.quantities.lexicon import letters
from briefgen.language.lexicon import load

_MOST_ADJECTIVES = 3
_LEAST_WORDED = 5  # «два выпуска», "three pillars" are wording, no figures
_NO_WHOLE = ("concentr", "percentage", "times", "duration")  # units that nothing is a part of: «5 из 100 процентов»
_AHEAD = (1, 2)  # lexemes from a number to «из», its scale word among them
_YEARS = range(1900, 2101)
_OF_MANY = ("ых", "их")
_CASES_OF_MANY = frozenset({"gent", "datv", "ablt", "loct"})


def count_at(reading: Reading, figure: Figure) -> Figure | None:
    """The figure as a count with its noun, None where no counted noun follows."""
    words = reading.lexicon
    if figure.is_worded and figure.scale == 1 and abs(figure.value) < _LEAST_WORDED:
        return None
    if _is_year(figure) or _is_named(reading, figure):
        return None
    if figure.stop >= len(reading.lexemes) or reading.is_break(figure.stop) or is_excluded(reading, figure):
        return None
    figure = _with_letter(reading, figure)
    behind = words.qualifiers_behind.find(reading.lexemes, figure.stop)
    find_noun = _russian_noun if words.language == "ru" else _english_noun
    noun = find_noun(reading, figure, behind[1] if behind else figure.stop)
    if noun is None:
        return None
    return replace(figure, unit="count", rule="count.noun", stop=noun)


def _is_named(reading: Reading, figure: Figure) -> bool:
    """ "World War 2 veterans": the number of a name. Russian has its cases to tell."""
    first = figure.first
    if reading.lexicon.language != "en" or reading.is_break(first) or reading.is_break(first - 1):
        return False
    previous = reading.lexemes[first - 1]
    if previous.norm in _words("function_words") or reading.lexicon.qualifiers.find_before(reading.lexemes, first):
        return False
    return previous.kind == "word" and previous.text[0].isupper() and figure.scale == 1


def _is_year(figure: Figure) -> bool:
    """2024 alone is a year, 2000 may count."""
    is_alone = figure.scale == 1 and figure.upper is None and figure.stop - figure.first == 1
    return is_alone and int(figure.value) in _YEARS and bool(figure.value % 100)


def is_excluded(reading: Reading, figure: Figure) -> bool:
    """Whether a time, an age or an ordinal follows: no figure at all."""
    at = figure.stop
    while at < figure.stop + _MOST_ADJECTIVES and at < len(reading.lexemes):
        if reading.norm(at) == "-":
            at += 1
        if reading.lexicon.excluded.find(reading.lexemes, at) is not None:
            return True
        if reading.lexicon.language == "ru" and not _is_adjective(reading.norm(at)):
            return False
        if reading.lexicon.language == "en" and reading.norm(at) in _words("function_words"):
            return False
        at += 1
    return False


def parts_at(reading: Reading, index: int) -> tuple[Figure, ...]:
    """«22 из 36», "22 of the 36": two counts; «10 из 12 млрд евро»: two sums, the first with the scale and the unit of the second."""
    if all(reading.lexicon.part_of.find(reading.lexemes, index + ahead) is None for ahead in _AHEAD):
        return ()
    part = amount_at(reading, index)
    if part is None or part.unit or part.upper is not None:
        return ()
    of = reading.lexicon.part_of.find(reading.lexemes, part.stop)
    if of is None or of[1] >= len(reading.lexemes) or reading.lexemes[of[1]].gap == "\n":
        return ()
    total = amount_at(reading, of[1])
    if total is None or total.is_worded != part.is_worded or total.upper is not None:
        return ()
    if total.unit:
        return _measured_part(part, total)
    is_counted = not part.is_worded and part.value == part.value.to_integral_value() and total.value >= part.value
    if not is_counted or is_excluded(reading, total) or is_excluded(reading, part):
        return ()
    return replace(part, unit="count", rule="count.part"), replace(total, unit="count", rule="count.total")


def _measured_part(part: Figure, total: Figure) -> tuple[Figure, ...]:
    """A part that borrows from its whole, unless it would be the larger («в 2024 из 12 млрд») or is one thing among many."""
    is_scaled = part.scale == 1 and total.scale > 1
    value = part.value * total.scale if is_scaled else part.value
    is_sign = total.rule == "money.sign" and part.scale == 1
    if part.value == 1 or value >= total.value or is_sign or total.unit.startswith(_NO_WHOLE):
        return ()
    scale = total.scale if is_scaled else part.scale
    return replace(part, value=value, scale=scale, unit=total.unit, rule=f"{total.rule}.lent"), total


def _with_letter(reading: Reading, figure: Figure) -> Figure:
    """ "5m people": a letter glued to the digits, with a plural behind it."""
    at = figure.stop
    letter = letters(reading.lexicon.language).get(reading.norm(at))
    if letter is None or figure.scale > 1 or not reading.is_glued(at) or not _is_plural(reading.norm(at + 1)):
        return figure
    upper = figure.upper and figure.upper * letter
    return replace(figure, value=figure.value * letter, upper=upper, scale=letter, stop=at + 1)


def _russian_noun(reading: Reading, figure: Figure, start: int) -> int | None:
    """The index behind the noun: the number governs it, or it agrees with the number in an oblique case; «НПЗ» never changes."""
    from briefgen.language.morphology import parse

    at = start
    for _ in range(_MOST_ADJECTIVES + 1):
        at += at > start and reading.norm(at) == "и"
        if at >= len(reading.lexemes) or reading.lexemes[at].kind != "word" or (at > start and reading.is_break(at)):
            return None
        lexeme = reading.lexemes[at]
        word = lexeme.text
        if lexeme.norm in reading.lexicon.counted_signs:
            return at + 1
        if not "а" <= word[:1].lower() <= "я":
            return None
        if len(word) > 1 and word.isupper():
            return at + 1
        readings = [reading_ for reading_ in parse(word) if reading_.score > 0.05]
        if not readings:
            return None
        is_noun = any(_is_counted(reading_.tag, figure) for reading_ in readings) and readings[0].tag.POS in ("NOUN", "NPRO", "ADJF")
        if is_noun and not _is_attribute(reading, figure, at, readings):
            return at + 1
        if not is_noun and readings[0].tag.POS not in ("ADJF", "PRTF"):
            return None
        if (
            lexeme.norm.startswith(reading.lexicon.counted)
            and lexeme.norm.endswith(_OF_MANY)
            and not _is_attribute(reading, figure, at, readings)
        ):
            return at + 1
        at += 1
    return None


def _is_attribute(reading: Reading, figure: Figure, at: int, readings: Sequence[Any]) -> bool:
    """«250 тысяч рабочих мест»: a word that may be a noun, but stands before one in the same case."""
    from briefgen.language.morphology import parse

    if not any(word.tag.POS in ("ADJF", "PRTF") for word in readings) or at + 1 >= len(reading.lexemes) or reading.is_break(at + 1):
        return False
    following = reading.lexemes[at + 1]
    if following.kind != "word" or following.gap != " " or not "а" <= following.norm[0] <= "я":
        return False
    best = parse(following.text)[0]
    return best.tag.POS == "NOUN" and "plur" in best.tag and _is_counted(best.tag, figure)


def _is_counted(tag: object, figure: Figure) -> bool:
    grammemes = tag.grammemes  # type: ignore[attr-defined]
    if "NOUN" not in grammemes or "Name" in grammemes or "Surn" in grammemes:
        return False
    value = abs(figure.upper or figure.value)
    if figure.scale > 1 or value != value.to_integral_value():
        return "gent" in grammemes
    last, tens = int(value) % 10, int(value) % 100
    if last == 1 and tens != 11:
        return "sing" in grammemes or "Sgtm" in grammemes
    if last in (2, 3, 4) and tens not in (12, 13, 14):
        return ("gent" in grammemes and "sing" in grammemes) or ("plur" in grammemes and bool(_CASES_OF_MANY & grammemes))
    return "plur" in grammemes and bool(_CASES_OF_MANY & grammemes)


def _english_noun(reading: Reading, figure: Figure, start: int) -> int | None:
    """The index behind the first plural behind the number; a function word ends the search, "and" between adjectives aside."""
    last = start + _MOST_ADJECTIVES + 1
    for at in range(start, min(last + 2, len(reading.lexemes))):
        lexeme = reading.lexemes[at]
        if lexeme.norm == "-" and at > start and reading.is_glued(at) and reading.is_glued(at + 1):
            continue
        if lexeme.kind != "word" or (at > start and reading.is_break(at)):
            return None
        is_inner = lexeme.norm == "and" if at > start else lexeme.norm in _words("before_nouns")  # "117 more vessels"
        if lexeme.norm in _words("function_words") and not is_inner:
            return None
        if lexeme.norm in reading.lexicon.counted_signs:
            return at + 1
        if _is_plural(lexeme.norm):
            return None if lexeme.text[0].isupper() and figure.value != figure.value.to_integral_value() else at + 1
    return None


def _is_plural(word: str) -> bool:
    if word in _words("plurals"):
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in _words("no_plurals")


def _is_adjective(word: str) -> bool:
    return word.endswith(("ых", "их", "ые", "ие", "ым", "им", "ая", "ой", "ого"))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("en", "quantities")["nouns"][name])
