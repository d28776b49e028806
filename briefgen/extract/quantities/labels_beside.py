"""A figure in brackets, behind a limit or beside another figure -> what it measures: «доля (92 процента)», "7%, up from 6%"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from briefgen.extract.quantities.phrases import first_of, head_before, phrase_at, stop_of
from briefgen.extract.quantities.place import Place
from briefgen.language.lexicon import load
from briefgen.model import Quantity

_DASHES = frozenset("—–-")
_NOUNS = ("NOUN", "PROPN")
_FARTHEST = 12  # words between a figure and the one of its unit whose label it shares
_LONGEST_NAME = 4


def in_brackets(place: Place) -> str:
    """«занимает основную долю (92 процента)»: the share, portion or rate right before the bracket."""
    if place.word(place.first - 1) != "(" or place.word(place.last) not in (")", ",", ";") or place.first < 2:
        return ""
    head = place.first - 2
    while head > 0 and place.case(head) == "Gen" and place.lemma(head) not in _list("ru", "rates") and place.first - head < _LONGEST_NAME:
        head -= 1
    is_rate = place.part(head) == "NOUN" and place.lemma(head) in _list("ru", "rates") and stop_of(place, head) == place.first - 1
    return phrase_at(place, head) if is_rate else ""


def limit(place: Place) -> str:
    """«при лимите в 32 процента», «со ставкой в 5%», «почему лимит именно 32 процента»."""
    at = place.first - 1
    while at > 0 and (place.part(at) == "PART" or place.word(at) == "в"):
        at -= 1
    head = head_before(place, at + 1)
    if head is None or at == place.first - 1 or place.lemma(head) not in _list("ru", "priced") or stop_of(place, head) != at + 1:
        return ""
    return phrase_at(place, head)


def base(place: Place) -> str:
    """«71,6 процента от общего объема долга»: what the share is of."""
    is_share = place.quantity.unit in ("concentr-percent", "concentr-portion")
    if not is_share or place.word(place.last) != "от":
        return ""
    head = place.last + 1
    while place.part(head) in ("ADJ", "DET") and place.case(head) == "Gen":
        head += 1
    is_plain = place.part(head) == "NOUN" and place.case(head) == "Gen" and place.lemma(head) not in _list("ru", "times")
    if not is_plain or place.part(place.last + 1) == "DET":
        return ""
    is_bare = place.lemma(head) in _list("ru", "carriers") and stop_of(place, head) == head + 1
    return "" if is_bare else phrase_at(place, head)


def carrier(place: Place) -> str:
    """«Объем фонда — 13,4 трлн», «Объем: 500 миллионов»: a word of size is a label behind a dash or colon, with what it is of if said."""
    at = place.first - 1
    while at > 0 and place.part(at) in ("ADV", "ADP", "PART"):
        at -= 1
    if place.word(at) not in _DASHES | {":"} or at < 1:
        return ""
    head = at - 1 if place.lemma(at - 1) in _list("ru", "sizes") else head_before(place, at)
    if head is None or place.lemma(head) not in _list("ru", "sizes") or stop_of(place, head) != at:
        return ""
    before = first_of(place, head) - 1
    label = phrase_at(place, head)
    return label[:1].lower() + label[1:] if before < 0 or place.word(before) in (":", ".", ";", "»", "!", "?") else ""


def shared(place: Place, described: Sequence[Quantity]) -> str:
    """The label of the figure of its unit before it in the sentence, where the words between them say that it is the same thing.

    "growth of 7.1%, up from 6.7%"; «не превышает 1,5 процента (2021 – 1,2 процента, 2022 – 1,3)»; «прирост запасов — 710 млн тонн, а по
    газу — 700 млрд кубометров», which adds the words behind «по».
    """
    before = described[-1] if described else None
    if before is None or not before.label or before.start < place.sentence.start or before.equivalent_of or before.unit == "count":
        return ""
    between = [at for at, token in enumerate(place.tokens) if before.stop <= token.start < place.quantity.start]
    if not between or len(between) > _FARTHEST:
        return ""
    words = [place.word(at) for at in between]
    if before.unit == place.quantity.unit and (_is_compared(place, words, before) or _is_listed(place, between[0], words)):
        return before.label
    return _parallel(place, before, between, words)


def _is_compared(place: Place, words: Sequence[str], before: Quantity) -> bool:
    """ "7.1% in 2005-6, up from 6.7%", but not "up 12% from 6%": the one before is a level."""
    is_distance = before.label.split(" ", 1)[0] in _list(place.language, "distances")
    told = f" {' '.join(words)} "
    return not is_distance and any(told.rstrip().endswith(f" {phrase}") for phrase in _list(place.language, "against"))


def _is_listed(place: Place, first: int, words: Sequence[str]) -> bool:
    """In a bracket that opens right behind the figure, or goes on from one in it: a year, a dash, the value."""
    dashed = words[-1] in _DASHES and len(words) >= 2
    opens = words[0] == "(" or _is_inside(place, first)
    return dashed and opens and ")" not in words and any(word.isdecimal() and len(word) == 4 for word in words[:3])


def _is_inside(place: Place, at: int) -> bool:
    depth = 0
    for index in range(at):
        depth += (place.word(index) == "(") - (place.word(index) == ")")
    return depth > 0


def _parallel(place: Place, before: Quantity, between: Sequence[int], words: Sequence[str]) -> str:
    """«…, а по газу — около 700 млрд»: the same of something else."""
    if place.language != "ru" or "," in before.label:
        return ""
    start = next((at for at, word in zip(between, words, strict=True) if word == "по"), -1)
    dash = next((at for at, word in zip(between, words, strict=True) if word in _DASHES), -1)
    is_told = words[0] == "," and words[1:2] == ["а"] and start == between[0] + 2 and start < dash <= start + _LONGEST_NAME
    if not is_told or any(place.part(at) in ("VERB", "PUNCT") for at in range(start, dash)):
        return ""
    return f"{before.label}, {place.between(start, dash)}"


@cache
def _list(language: str, name: str) -> frozenset[str]:
    return frozenset(load(language, "quantities")["measured"].get(name, ()))
