"""A Russian person's name in any case -> its nominative."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from briefgen.language.document import Token
from briefgen.language.lexicon import load
from briefgen.language.morphology import is_known, match_case, parse

_CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
_GENDERS = {"m": "masc", "f": "femn"}
_PROPER = {"Name", "Surn", "Patr"}
_SURNAME = re.compile(r"(?:ов|ев|ёв|ин|ын|ск|цк)(?:а|у|ым|е|ой|ого|ому|ом|им|ую|ий|ая)?$")
_VOWEL_END = re.compile(r"(?:[оиэыу]|[аеиоу]ю)$")
_PARTICLES = re.compile(r"(?:фон|ван|де|дер|да|ди|дю|ла|ле|бин|ибн|аль|эль|ад|ас|заде|оглы|кызы)$")


def guess_gender(tokens: Sequence[Token]) -> str:
    """m, f or empty, by the given name, the patronymic, or the surname's ending in the nominative.

    >>> [guess_gender([Token(0, 0, word, word) for word in name.split()]) for name in ("Алина Елисеева", "Роберт Катлер", "Туяк")]
    ['f', 'm', '']
    """
    votes = {"m": 0.0, "f": 0.0}
    for index, token in enumerate(tokens):
        weight = 2.0 if index + 1 < len(tokens) else 1.0
        is_given = index + 1 < len(tokens) or len(tokens) == 1
        for letter, score in _gender_votes(token.text, token.features.get("Case", ""), is_given=is_given):
            votes[letter] += weight * score
    if votes["m"] == votes["f"]:
        return ""
    return "m" if votes["m"] > votes["f"] else "f"


@lru_cache(maxsize=20_000)
def _gender_votes(word: str, case: str, *, is_given: bool) -> tuple[tuple[str, float], ...]:
    """The genders of a word's readings as a name, with their scores; `is_given`: it may be a given name."""
    readings = [reading for reading in _in_case(word, case) if _PROPER & set(reading.tag.grammemes) and "plur" not in reading.tag]
    return tuple(
        (letter, float(reading.score))
        for reading in readings
        for letter, grammeme in _GENDERS.items()
        if grammeme in reading.tag and ("Name" not in reading.tag or is_given)
    )


def _in_case(word: str, case: str) -> list[Any]:
    """The readings in the case that the word was tagged with; all where none agrees."""
    known = _CASES.get(case, "")
    return [reading for reading in parse(word) if known and known in reading.tag] or list(parse(word))


def common_case(tokens: Sequence[Token]) -> str:
    """The case (Nom, Gen...) that most words of the name were tagged with; the first wins a tie."""
    cases = [token.features["Case"] for token in tokens if token.features.get("Case")]
    return max(cases, key=lambda case: (cases.count(case), -cases.index(case))) if cases else ""


def nominative_name(tokens: Sequence[Token], gender: str, case: str) -> str:
    """The words of a name in the nominative; without a case they stay as they are.

    >>> words = [Token(0, 0, word, word) for word in ("Ермеком", "Кошербаевым")]
    >>> nominative_name(words, "m", "Ins")
    'Ермек Кошербаев'
    >>> words = [Token(0, 0, word, word) for word in ("Иветт", "Купер")]
    >>> nominative_name(words, "f", "Gen")
    'Иветт Купер'
    """
    if case in {"", "Nom"}:
        return join_name([token.text for token in tokens])
    return join_name(
        [_nominative_word(token.text, gender, case, is_given=index == 0 and len(tokens) > 1) for index, token in enumerate(tokens)]
    )


def declines(name: str, gender: str) -> bool:
    """Whether a surname changes with its case: a woman's that ends in a consonant and one in о, и, у, ю, э do not.

    >>> declines("Иветт Купер", "f"), declines("Роберт Катлер", "m"), declines("Марко Рубио", "m")
    (False, True, False)
    """
    last = name.lower()[-1:]
    return last not in "оиуюэ" and not (gender == "f" and last not in "аяь")


def join_name(words: Sequence[str]) -> str:
    """
    >>> join_name(["Касым", "-", "Жомарт", "Токаев"]), join_name(["В", ".", "Путин"])
    ('Касым-Жомарт Токаев', 'В. Путин')
    """
    return re.sub(r"\s+([.,])", r"\1", re.sub(r"\s*([-‑])\s*", r"\1", " ".join(words)))


@lru_cache(maxsize=20_000)
def _nominative_word(word: str, gender: str, case: str, *, is_given: bool) -> str:
    if "-" in word:
        return "-".join(_nominative_word(part, gender, case, is_given=is_given) for part in word.split("-"))
    if not re.match("[А-ЯЁа-яё]{2}", word) or _PARTICLES.match(word):
        return word
    if word[:1].islower():
        return _junior(word)
    if not is_known(word) and not _SURNAME.search(word.lower()):
        return _unknown_word(word, gender, case)
    reading = _reading(word, gender, case, is_given=is_given)
    if reading is None:
        return _unknown_word(word, gender, case) if not is_known(word) else word
    return _inflect(reading, word, gender)


def _junior(word: str) -> str:
    """«младшим» of Трампом-младшим."""
    reading = parse(word)[0]
    inflected = reading.inflect({"nomn", "sing"}) if reading.tag.POS == "ADJF" else None
    return str(inflected.word) if inflected else word


def _reading(word: str, gender: str, case: str, *, is_given: bool) -> Any:
    fitting = [
        reading
        for reading in parse(word)
        if reading.tag.POS in {"NOUN", "ADJF"} and _CASES[case] in reading.tag and "plur" not in reading.tag
    ]
    if not fitting:
        return None

    def fitness(reading: Any) -> float:
        tags = set(reading.tag.grammemes)
        right_gender = _GENDERS.get(gender, "") in tags or "ms-f" in {tag.lower() for tag in tags}
        return (
            1.5 * bool(_PROPER & tags)
            + right_gender
            - ("Name" in tags and not is_given)
            + 0.5 * ("Name" in tags and is_given)
            + float(reading.score)
        )

    return max(fitting, key=fitness)


def _inflect(reading: Any, word: str, gender: str) -> str:
    wanted = {"nomn", "sing"}
    if gender and (reading.tag.POS == "ADJF" or "Surn" in reading.tag):
        wanted.add(_GENDERS[gender])
    if gender == "f" and "masc" in reading.tag and "Name" not in reading.tag:
        return word  # a woman's surname that ends in a consonant does not decline
    inflected = reading.inflect(wanted) or reading.inflect({"nomn", "sing"})
    return match_case(str(inflected.word if inflected else reading.normal_form), word)


def _unknown_word(word: str, gender: str, case: str) -> str:
    lower = word.lower()
    if _VOWEL_END.search(lower) and case != "Dat" and not lower.endswith(("ы", "ю")):
        return word  # Рубио, Мелони, Нуртлеу do not decline
    table = load("ru", "names")["feminine" if gender == "f" else "masculine"]
    for ending, nominative in table.get(case, ()):
        if lower.endswith(ending) and len(lower) > len(ending) + 1:
            return word[: -len(ending)] + str(nominative)
    return word
