"""Ordinals at a place of a text -> numbers: «двадцать первого», "twenty-first", «1-го», "3rd", XIX."""

from __future__ import annotations

import re

from briefgen.extract.dates.mention import Reading

_ROMAN = re.compile(r"(X{0,2})(IX|IV|V?I{0,3})")
_CYRILLIC = str.maketrans("ХІ", "XI")  # «ХХ век» is often typed in Cyrillic
_TENS = range(20, 100)


def ordinal_at(reading: Reading, index: int) -> tuple[int, int] | None:
    """An ordinal in words from 1 to 99, or a round one of the list, and the index behind it."""
    if index >= len(reading.lexemes):
        return None
    lexicon = reading.lexicon
    tens = lexicon.cardinals.get(reading.norm(index), 0)
    if tens in _TENS and tens % 10 == 0:
        at = behind_hyphen(reading, index + 1)
        ones = lexicon.trees["ordinals"].find(reading.lexemes, at) if at < len(reading.lexemes) else None
        if ones and int(ones[0]) < 10 and reading.lexemes[at].gap != "\n":
            return tens + int(ones[0]), ones[1]
    found = lexicon.trees["ordinals"].find(reading.lexemes, index)
    return (int(found[0]), found[1]) if found else None


def roman_at(reading: Reading, index: int) -> int | None:
    """A Roman number up to XXIX in capitals, Latin or Cyrillic."""
    if index >= len(reading.lexemes) or reading.lexemes[index].kind != "word":
        return None
    text = reading.lexemes[index].text.translate(_CYRILLIC)
    match = _ROMAN.fullmatch(text) if text else None
    if match is None:
        return None
    ones = {"IX": 9, "IV": 4}.get(match[2], 5 * ("V" in match[2]) + match[2].count("I"))
    return 10 * len(match[1]) + ones


def number_at(reading: Reading, index: int) -> tuple[int, int] | None:
    """An ordinal however it is written, and the index behind it: «третий», III, «3-й», 3, "3rd"."""
    found = ordinal_at(reading, index)
    if found:
        return found
    roman = roman_at(reading, index)
    if roman is not None:
        return roman, index + 1
    text = reading.norm(index)
    if not text.isdecimal() or len(text) > 2 or reading.lexemes[index].kind != "number" or _is_part_of_code(reading, index):
        return None
    stop = behind_ending(reading, index + 1, "day_endings")
    return int(text), stop if stop > index + 1 else behind_ending(reading, index + 1, "decade_endings")


def behind_ending(reading: Reading, at: int, endings: str) -> int:
    """The index behind «-го» or "st", which stands glued to the digits."""
    allowed = reading.lexicon.words[endings]
    if reading.is_glued(at) and reading.norm(at) in allowed:
        return at + 1
    if reading.norm(at) == "-" and reading.is_glued(at) and reading.is_glued(at + 1) and reading.norm(at + 1) in allowed:
        return at + 2
    return at


def behind_hyphen(reading: Reading, at: int) -> int:
    """The index itself, or the one behind a hyphen that joins two words."""
    return at + 1 if reading.norm(at) == "-" and reading.is_glued(at) and reading.is_glued(at + 1) else at


def _is_part_of_code(reading: Reading, index: int) -> bool:
    """The 3 of «13/3» and «№3»."""
    return reading.norm(index - 1) == "№" or (reading.is_glued(index) and reading.lexemes[index - 1].text not in "(«\"“„.—–-'")
