"""Two figures of one sentence -> the relation that its words make between them: a part and its whole, an old value and a new one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from briefgen.language.lexicon import load
from briefgen.model import Quantity

_SAME_NOUN = 4  # letters by which two forms of a noun are the same
_CLAUSE = 70  # characters between «Из 12 млрд» at the head of a sentence and the part
_FILLERS = 4


@dataclass(frozen=True, slots=True)
class Relation:
    """`fact` is the part or the new value, `base` the whole or the old value; `formula` one of CALCULATIONS."""

    formula: str
    fact: Quantity
    base: Quantity


def relation(text: str, start: int, stop: int, language: str, *, first: Quantity, second: Quantity) -> Relation | None:
    """The relation of two figures that follow each other in the sentence `text[start:stop]`; None where its words make none."""
    words = _words(language)
    before, between = text[start : first.start], text[first.stop : second.start]
    if words.part.fullmatch(between) and _same_things(first, second):
        return Relation("share", first, second)
    if words.whole_first.fullmatch(before) and words.to_part.fullmatch(between) and _same_things(second, first):
        return Relation("share", second, first)
    if words.old.search(before) and words.to_new.fullmatch(between) and _same_things(first, second):
        return _change(words, text[start:stop], old=first, new=second)
    if words.new.search(before) and words.to_old.fullmatch(between) and _same_things(first, second):
        return _change(words, text[start:stop], old=second, new=first)
    return None


def _change(words: _Words, sentence: str, *, old: Quantity, new: Quantity) -> Relation | None:
    """A change whose verb says what the figures say: «вырос с 2 до 3»; «с 2 до 3» alone may be a range."""
    is_up, is_down = (any(word.startswith(stems) for word in re.findall(r"\w+", sentence.lower())) for stems in (words.up, words.down))
    if is_up == is_down:
        return None
    return Relation("change", new, old) if (new.value > old.value) == is_up and new.value != old.value else None


def _same_things(part: Quantity, whole: Quantity) -> bool:
    """Counted things have to be the same: «86 из 120 проектов», and not "3 plants of 5 countries"."""
    if part.unit != "count":
        return True
    one, other = (re.findall(r"[^\W\d_]+", figure.surface.lower()) for figure in (part, whole))
    return not one or not other or one[-1][:_SAME_NOUN] == other[-1][:_SAME_NOUN]


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands before the first figure and between the two, by relation."""

    part: re.Pattern[str]
    whole_first: re.Pattern[str]
    to_part: re.Pattern[str]
    old: re.Pattern[str]
    to_new: re.Pattern[str]
    new: re.Pattern[str]
    to_old: re.Pattern[str]
    up: tuple[str, ...]
    down: tuple[str, ...]


@cache
def _words(language: str) -> _Words:
    data = load(language, "relations")
    filler = rf"(?:(?:{_either(data['fillers'])})\s+){{0,{_FILLERS}}}"
    of, old, new = (rf"(?:{_either(data[name])})\s+{filler}" for name in ("of", "from", "to"))
    year = str(data["year"])
    return _Words(
        part=_pattern(rf"\s+{of}"),
        whole_first=_pattern(rf"\W*{of}"),
        to_part=_pattern(rf"[^.;:()!?]{{1,{_CLAUSE}}}"),
        old=_pattern(rf"(?:^|\W){old}$"),
        to_new=_pattern(rf"{year},?\s+{new}"),
        new=_pattern(rf"(?:^|\W){new}$"),
        to_old=_pattern(rf"{year},?\s+{old}"),
        up=tuple(data["up"]),
        down=tuple(data["down"]),
    )


def _either(words: Sequence[str]) -> str:
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in sorted(words, key=len, reverse=True))


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)
