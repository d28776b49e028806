"""A figure in its sentence -> whose it is or where: the one state, bloc or body that the words around it name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from briefgen.extract.quantities.place import Place
from briefgen.language.lexicon import load
from briefgen.naming.actors import ActorMention, mentions_within

_QUOTES = {"«": "»", "“": "”", "„": "“", '"': '"'}
_DEEPEST = 4  # quotation marks within quotation marks


def holder_of(place: Place, label: str, mentions: Sequence[ActorMention], neighbours: Sequence[Place]) -> str | None:
    """The first way of naming a holder that the sentence uses; each has to name one actor alone."""
    names = _quotations(place.text, place.sentence.start, place.sentence.stop)
    near = [
        mention
        for mention in mentions_within(mentions, place.sentence.start, place.sentence.stop)
        if _is_near(place, mention, neighbours) and not _is_in_name(place, mention, names)
    ]
    ways = (
        [mention.code for mention in near if _is_before_bracket(place, mention)],
        [mention.code for mention in near if mention.form != "adjective" and _is_place(place, mention)],
        [mention.code for mention in near if mention.form != "adjective" and _is_recipient(place, mention)],
        [mention.code for mention in near if label and mention.form != "adjective" and place.text[mention.start : mention.stop] in label],
        [mention.code for mention in near if mention.form != "adjective" and _is_subject(place, mention)],
    )
    codes = next((set(codes) for codes in ways if codes), set())
    return codes.pop() if len(codes) == 1 else None


def _is_near(place: Place, mention: ActorMention, neighbours: Sequence[Place]) -> bool:
    """No other figure stands between, its own conversion aside."""
    low, high = sorted((mention.start, place.quantity.start))
    own = {place.quantity.id, place.quantity.equivalent_of}
    if place.language == "en" and set(",;:—") & set(place.text[low:high]):
        return False  # English has no cases to tell what belongs together across a comma
    return not any(
        low < other.quantity.start < high
        for other in neighbours
        if other.quantity.id not in own and other.quantity.equivalent_of not in own - {None}
    )


def _is_in_name(place: Place, mention: ActorMention, names: Sequence[tuple[int, int]]) -> bool:
    """«проект «Зоны сделок "C5+1"»»: a word of a longer name in quotation marks names no holder of what stands outside."""
    return any(
        start < mention.start and mention.stop < stop and mention.stop - mention.start < stop - start - 2
        for start, stop in names
        if not start < place.quantity.start < stop
    )


def _quotations(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """The outermost ranges in quotation marks, marks included; one left open is none."""
    opened: list[tuple[int, str]] = []
    found: list[tuple[int, int]] = []
    for offset in range(start, stop):
        sign = text[offset]
        closes = next((index for index, (_, closing) in enumerate(opened) if closing == sign), None)
        if closes is not None:
            first = opened[closes][0]
            del opened[closes:]
            if not opened:
                found.append((first, offset + 1))
        elif sign in _QUOTES and len(opened) < _DEEPEST:
            opened.append((offset, _QUOTES[sign]))
    return found


def _is_before_bracket(place: Place, mention: ActorMention) -> bool:
    """«Эстонией (17 процентов)»."""
    return place.text[mention.stop : place.quantity.start].strip() == "("


def _is_place(place: Place, mention: ActorMention) -> bool:
    """«проектов в Узбекистане», «запасы на территории Казахстана», «в странах Средней Азии»."""
    at = _token_at(place, mention.start)
    if place.lemma(at) in _list(place, "heads") and place.word(at - 1) in _list(place, "in"):
        return True
    while at > 0 and (place.lemma(at - 1) in _list(place, "heads") or place.part(at - 1) == "ADJ"):
        at -= 1
    if place.word(at - 1) in _list(place, "on") and place.lemma(at) in _list(place, "territory"):
        return True
    return place.word(at - 1) in _list(place, "in") and mention.form != "body"


def _is_recipient(place: Place, mention: ActorMention) -> bool:
    """«предоставить странам Средней Азии», «принадлежащих Евразийскому банку развития», "lent to Russia"."""
    at = _token_at(place, mention.start)
    if place.language == "en":
        return place.word(at - 1) in _list(place, "to")
    if place.part(at) == "ADJ" and place.case(at) == "Dat":
        at += 1
    before = _token_at(place, mention.start) - 1
    is_governed = place.case(before) == "Dat" and place.part(before) == "NOUN"  # «правительству Грузии»
    return (place.case(at) == "Dat" and place.part(before) != "ADP") or (is_governed and place.part(before - 1) != "ADP")


def _is_subject(place: Place, mention: ActorMention) -> bool:
    """«Казахстан производит 22 ...»: the subject of the verb that governs the figure, itself in no other figure's way."""
    if place.quantity.rule == "count.total" or place.language != "ru":
        return False
    at = _token_at(place, mention.start)
    token = place.tokens[at]
    if not token.relation.startswith("nsubj") or place.case(at) != "Nom" or mention.form == "body":
        return False
    return any(place.tokens[index].head == token.head for index in range(place.first, place.last))


def _token_at(place: Place, offset: int) -> int:
    return next((at for at, token in enumerate(place.tokens) if token.stop > offset), 0)


def _list(place: Place, name: str) -> frozenset[str]:
    return _lists(place.language)[name]


@cache
def _lists(language: str) -> Mapping[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load(language, "quantities")["holders"].items()}
