"""An English figure beside its verb -> what it measures: a fall in exports, an investment in a plant, copper output, a loan to a state."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from briefgen.extract.quantities.place import Place
from briefgen.language.lexicon import load

_FARTHEST = 9  # words between a verb of change and the second of its levels
_LONGEST = 5
_LONGEST_NAME = 3
_PERCENT = ("concentr-percent", "percentage-point", "concentr-portion")
_KEPT = ("the", "a", "an")
_PAIRS = {("up", "to"), ("close", "to"), ("at", "least"), ("at", "most")}
_GOODS = ("output", "exports", "imports", "purchases", "sales", "deliveries", "throughput", "consumption")


def changed_by_verb(place: Place) -> tuple[int, bool] | None:
    """The verb of change that the figure belongs to, and whether it is the distance ("fell 7%", "by 7%"), not the level ("to 21")."""
    at = behind_degrees(place, place.first)
    preposition = place.word(at) if place.word(at) in _words("measured", "from_to") else ""
    for verb in range(at, max(-1, at - _FARTHEST), -1):
        if place.word(verb) in (",", ";", "and"):
            return None
        if _is_change(place, verb):
            is_beside = verb == at - bool(preposition)
            if is_beside or _is_level(place, verb + 1) or place.word(verb) in _words("moved", "verbs"):
                return verb, preposition == "by" or (not preposition and is_beside)
            return None
    return None


def _is_change(place: Place, at: int) -> bool:
    """Any verb of change; "lost 5%" is one, "lost $5bn" is not."""
    word = place.word(at)
    if word in _words("measured", "changes") or word in _words("moved", "verbs"):
        return True
    return place.quantity.unit in _PERCENT and bool(move_of(place, at))


def move_of(place: Place, verb: int) -> str:
    """The noun of a verb of change: `fall` of "fell"."""
    return next((noun for noun, forms in _table("moves").items() if place.word(verb) in forms), "")


def is_moved(place: Place, verb: int) -> bool:
    """Whether the verb changes what stands behind it."""
    return place.word(verb) in _words("moved", "verbs")


def deed_before(place: Place) -> tuple[str, str] | None:
    """The noun of the verb whose object the figure is, and the one to whom it goes: ("loan", "Kazakhstan") of "lent Kazakhstan $500m"."""
    at = behind_degrees(place, place.first)
    first = _before_recipient(place, at)
    noun = _deed(place, first)
    if not noun or not _fits(place, noun):
        return None
    return noun, place.between(_behind_article(place, first + 1), at + 1) if first < at else ""


def _before_recipient(place: Place, at: int) -> int:
    """The verb's index: at once before the figure, or before a name or "the airline" that gets it."""
    if _deed(place, at):
        return at
    first = at
    while place.part(first) == "PROPN" and at - first < _LONGEST_NAME:
        first -= 1
    if first == at:
        first = next((index for index in range(at - 1, at - _LONGEST_NAME, -1) if place.word(index) in _words("measured", "articles")), at)
    return first - 1 if place.word(first) in _words("measured", "articles") else first


def _deed(place: Place, at: int) -> str:
    return next((noun for noun, forms in _table("deeds").items() if place.word(at) in forms), "")


def with_goods(noun: str, goods: str) -> str:
    """The label of a deed and of what was made, sold or lost."""
    return str(_table("deeds_with").get(noun, "{}")).format(goods)


def behind_rate(place: Place) -> int:
    """The index behind the figure and its "a year", "per day"."""
    at = place.last
    return (
        at + 2 if place.word(at) in ("a", "an", "per", "each", "every") and place.word(at + 1) in _words("measured", "no_purpose") else at
    )


def behind_base(place: Place) -> int:
    """The index behind "of its GDP"."""
    at = _behind_article(place, place.last + 1) if place.word(place.last) == "of" else place.last
    return at + 1 if at > place.last else at


def purpose(place: Place, at: int) -> str:
    """ " in a new plant", " for road repairs" behind a sum; no time."""
    if place.word(at) not in ("in", "for", "on", "into"):
        return ""
    start = stop = _behind_article(place, at + 1)
    while stop < len(place.tokens) and stop - start < _LONGEST and _is_noun_word(place, stop):
        stop += 1
    is_time = any(place.word(index) in _words("measured", "no_purpose") for index in range(start, stop))
    if stop == start or is_time:
        return ""
    words = place.between(at + 1 if place.word(at + 1) in _KEPT else start, stop)
    return f" {'in' if place.word(at) == 'into' else place.word(at)} {words}"


def granted_before(place: Place) -> tuple[int, int] | None:
    """Where the noun stands that takes the figure by `for`: "letters of intent for 4 bcm"."""
    at = behind_degrees(place, place.first)
    if place.word(at) != "for":
        return None
    for length in (3, 1):
        words = " ".join(place.word(index) for index in range(at - length, at))
        if words in _words("granted", "nouns"):
            return at - length, at
    return None


def is_share(noun: str) -> bool:
    """Whether a noun wants to be told in or on what: a stake, a tariff."""
    return noun.rsplit(" ", 1)[-1].lower() in _words("granted", "shares")


def behind_degrees(place: Place, index: int) -> int:
    """The index before words of degree: "invested [at least] $5bn"; `to`, `by` and `at` stay."""
    at = index - 1
    while True:
        if (place.word(at - 1), place.word(at)) in _PAIRS:
            at -= 2
        elif place.word(at) in _words("measured", "degrees") and place.word(at) not in _words("measured", "from_to"):
            at -= 1
        else:
            return at


def _is_level(place: Place, at: int) -> bool:
    """Whether a first level or distance stands there: "fell [7%] to", "fell [from 8.8 billion] to"."""
    while place.word(at) in _words("measured", "from_to") | _words("measured", "degrees"):
        at += 1
    word = place.word(at)
    return word[:1].isdigit() or word[:1] in tuple("$€£¥₽₸") or word[-1:].isdigit()


def _fits(place: Place, noun: str) -> bool:
    """Goods are not money, and money is not goods; a percentage is neither."""
    unit = place.quantity.unit
    if unit in _PERCENT:
        return noun == "spending"
    is_money = len(unit) == 3 and unit.isupper()
    return not is_money if noun in _GOODS else is_money


def _is_noun_word(place: Place, at: int) -> bool:
    word = place.word(at)
    return word[:1].isalpha() and word not in _words("measured", "stops") and word not in ("of", *_words("measured", "articles"))


def _behind_article(place: Place, at: int) -> int:
    return at + 1 if place.word(at) in _words("measured", "articles") else at


@cache
def _words(table: str, name: str) -> frozenset[str]:
    return frozenset(_table(table)[name])


@cache
def _table(name: str) -> Mapping[str, str | list[str]]:
    table: Mapping[str, str | list[str]] = load("en", "quantities")[name]
    return table
