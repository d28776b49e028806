"""A Russian word -> its dictionary form and its other cases. The one home of pymorphy3; parses are cached."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

_CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
_NUMBERS = {"Sing": "sing", "Plur": "plur"}
_GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
# Universal Dependencies parts of speech -> OpenCorpora ones
_PARTS = {
    "NOUN": {"NOUN"},
    "PROPN": {"NOUN"},
    "ADJ": {"ADJF", "ADJS", "PRTF", "PRTS"},
    "VERB": {"VERB", "INFN", "GRND", "PRTF", "PRTS"},
    "AUX": {"VERB", "INFN"},
    "PRON": {"NPRO", "ADJF"},
    "DET": {"ADJF"},
    "NUM": {"NUMR", "ADJF"},
    "ADV": {"ADVB", "COMP"},
    "ADP": {"PREP"},
    "CCONJ": {"CONJ"},
    "SCONJ": {"CONJ"},
}


@lru_cache(maxsize=100_000)
def parse(word: str) -> tuple[Any, ...]:
    """All readings of a word, the likeliest first, as pymorphy3 has them."""
    return tuple(_analyzer().parse(word))


@lru_cache(maxsize=100_000)
def is_known(word: str) -> bool:
    """
    >>> is_known("соглашение"), is_known("соглашениеобмене")
    (True, False)
    """
    return bool(_analyzer().word_is_known(word))


def is_proper_noun(word: str) -> bool:
    """A name of a person or a place, or a word that the dictionary does not have.

    >>> is_proper_noun("Мама"), is_proper_noun("Анна"), is_proper_noun("Самара")
    (False, True, True)
    """
    return not is_known(word) or bool({"Name", "Surn", "Patr", "Geox", "Orgn"} & set(parse(word)[0].tag.grammemes))


def is_surname_like(word: str) -> bool:
    """A capitalised word that the dictionary has as a surname.

    >>> is_surname_like("Песков"), is_surname_like("Цитата"), is_surname_like("Лавров")
    (True, False, True)
    """
    return word[:1].isupper() and any("Surn" in reading.tag for reading in parse(word))


def lemma(word: str, pos: str = "", features: Mapping[str, str] | None = None) -> str:
    """The dictionary form, in lower case; part of speech and features choose between readings; ё is kept as written.

    >>> lemma("соглашениями"), lemma("стали", "VERB"), lemma("стали", "NOUN")
    ('соглашение', 'стать', 'сталь')
    """
    if not ("а" <= word[:1].lower() <= "я" or word[:1] in "ёЁ"):
        return word.lower()
    features = features or {}
    return _lemma(word, pos, features.get("Case", ""), features.get("Number", ""), features.get("Gender", ""))


@lru_cache(maxsize=100_000)
def _lemma(word: str, pos: str, case: str, number: str, gender: str) -> str:
    return str(best_reading(word, pos, {"Case": case, "Number": number, "Gender": gender}).normal_form)


def best_reading(word: str, pos: str = "", features: Mapping[str, str] | None = None) -> Any:
    """The reading that agrees best with a UD part of speech and features."""
    readings = parse(word)
    if len(readings) == 1:
        return readings[0]
    features = features or {}
    wanted = [
        grammeme
        for grammeme in (
            _CASES.get(features.get("Case", "")),
            _NUMBERS.get(features.get("Number", "")),
            _GENDERS.get(features.get("Gender", "")),
        )
        if grammeme
    ]
    parts = _PARTS.get(pos)
    fitting = [reading for reading in readings if parts and reading.tag.POS in parts] or readings
    return max(fitting, key=lambda reading: sum(grammeme in reading.tag for grammeme in wanted) + 0.3 * float(reading.score))


@lru_cache(maxsize=20_000)
def inflect(phrase: str, case: str, *, number: str = "", source: str = "") -> str:
    """A noun phrase in another case (Nom, Gen, Dat, Acc, Ins, Loc); words that hang on its head noun stay as they are.

    `source` is the case that the phrase stands in, if known.

    >>> inflect("министр иностранных дел", "Gen")
    'министра иностранных дел'
    >>> inflect("старшего научного сотрудника", "Nom")
    'старший научный сотрудник'
    >>> inflect("Международного валютного фонда", "Nom", source="Gen")
    'Международный валютный фонд'
    """
    words = phrase.split(" ")
    head = next((index for index, word in enumerate(words) if _is_noun(word)), 0)
    case_now = _CASES.get(source, "") or _common_case(words[: head + 1])
    gender, is_plural = _gender_and_number(words[head], case_now)
    plural = {"plur"} if (number == "Plur" or (is_plural and not number)) else {"sing"}
    changed = [_inflect_word(word, {_CASES[case]} | plural, case_now, gender) for word in words[: head + 1]]
    return " ".join(changed + words[head + 1 :])


def _common_case(words: list[str]) -> str:
    """The case that most words of the phrase can be read in."""
    votes: dict[str, float] = {}
    for word in words:
        for case in {reading.tag.case for reading in parse(word.rstrip(",")) if reading.tag.case}:
            best = max(float(reading.score) for reading in parse(word.rstrip(",")) if reading.tag.case == case)
            votes[case] = votes.get(case, 0.0) + 0.5 + best
    return max(sorted(votes), key=lambda name: votes[name]) if votes else ""


def _is_noun(word: str) -> bool:
    return bool(parse(word.strip(',«»"()'))[0].tag.POS == "NOUN")


def _gender_and_number(noun: str, case: str) -> tuple[str, bool]:
    readings = [reading for reading in parse(noun) if reading.tag.POS == "NOUN"]
    fitting = [reading for reading in readings if case in reading.tag] or readings
    if not fitting:
        return "", False
    return str(fitting[0].tag.gender or ""), "plur" in fitting[0].tag


def _inflect_word(word: str, target: set[str], source: str, gender: str) -> str:
    readings = [reading for reading in parse(word) if reading.tag.POS in {"NOUN", "ADJF", "PRTF", "NUMR", "NPRO"}]
    readings = [reading for reading in readings if not source or source in reading.tag] or readings
    if not readings:
        return word
    reading = next((reading for reading in readings if gender and gender in reading.tag), readings[0])
    if reading.tag.POS != "NOUN" and "sing" in target and gender:
        target = target | {gender}
    inflected = reading.inflect(target)
    return match_case(_yo(str(inflected.word), word), word) if inflected else word


def _yo(word: str, pattern: str) -> str:
    """«Счетной палаты» gives «Счетная», as the text spells it."""
    return word if "ё" in pattern.lower() else word.replace("ё", "е")


def match_case(word: str, pattern: str) -> str:
    """The word with the capitals of another.

    >>> match_case("алма-ата", "Алма-Атой"), match_case("мид", "МИДа"), match_case("посол", "послом")
    ('Алма-Ата', 'МИД', 'посол')
    """
    if sum(letter.isupper() for letter in pattern) >= 2 and "-" not in pattern:
        return word.upper() if pattern[: len(word)].isupper() else word[:1].upper() + word[1:]
    parts, patterns = word.split("-"), pattern.split("-")
    if len(parts) != len(patterns):
        return word[:1].upper() + word[1:] if pattern[:1].isupper() else word
    return "-".join(part[:1].upper() + part[1:] if model[:1].isupper() else part for part, model in zip(parts, patterns, strict=True))


@cache
def _analyzer() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


def begins_obliquely(text: str) -> bool:
    """Whether a Russian text begins with a noun or adjective that can be no nominative.

    >>> begins_obliquely("решении совета"), begins_obliquely("решение совета"), begins_obliquely("Лондон рассчитывает")
    (True, False, False)
    """
    first = text.split(" ", 1)[0]
    readings = parse(first) if first.islower() and first.isalpha() else ()
    named = [reading for reading in readings if reading.tag.POS in ("NOUN", "ADJF", "PRTF")]
    return bool(named) and len(named) == len(readings) and not any("nomn" in reading.tag for reading in named)
