"""A Russian figure beside its verb -> what it measures: «рост экспорта», «инвестиции в завод», «производство меди», «стоимость сделки»."""

from __future__ import annotations

from functools import cache

from briefgen.extract.quantities.phrases import first_of, genitive_at, stop_of
from briefgen.extract.quantities.place import Place
from briefgen.language.lexicon import load

_FARTHEST = 8  # words between a verb and its figure
_NOUNS = ("NOUN", "PROPN")
_PERCENT = ("concentr-percent", "percentage-point", "concentr-portion")
_PURPOSES = {"в": "Acc", "на": "Acc", "во": "Acc"}


def moved(place: Place) -> str:
    """«экспорт вырос на 12%», «повысил ставку на 2 пункта»: how far something moved."""
    verb = _verb(place)
    noun = _noun("moves", place, verb)
    if not noun or not any(place.word(at) == "на" for at in range(place.first - 1, max(verb, place.first - 4), -1)):
        return ""
    head = _object_of(place, verb)
    if head is None:
        head = subject_of(place, verb)
    words = genitive_at(place, head) if head is not None else ""
    return f"{noun} {words}" if words else ""


def made(place: Place) -> str:
    """«добыл 300 тонн меди», «потеряет 1,2 млрд долларов выручки»: what the verb did with what stands behind the figure."""
    verb, what = _verb(place), _of_what(place)
    if not what or place.quantity.unit in (*_PERCENT, "count") or place.word(place.first - 1) in _PURPOSES:
        return ""
    noun = _noun("deeds", place, verb) if _is_money(place) else _noun("goods", place, verb)
    return f"{noun} {what}" if noun and (noun == "потери" or not _is_money(place)) else ""


def paid(place: Place) -> str:
    """«вложить 2 млрд в завод», «выделило на оборону 5 трлн», «тратит на оборону 3,5% ВВП»: what a sum is for the one who acts."""
    verb = _verb(place)
    noun = _noun("deeds", place, verb)
    is_sum = _is_money(place) and not _of_what(place)
    is_share = place.quantity.unit in _PERCENT and noun == "расходы" and bool(_of_what(place))
    if not noun or not (is_sum or is_share) or place.word(place.first - 1) in _PURPOSES:
        return ""
    return noun + _purpose(place, verb)


def cost(place: Place) -> str:
    """«сделка обойдётся в 3,4 млрд»: its cost; what it costs somebody is no cost of it."""
    verb = _verb(place)
    if place.lemma(verb) not in load("ru", "quantities")["costs"]["verbs"]:
        return ""
    head = subject_of(place, verb)
    payers = [at for at in range(verb + 1, place.first) if place.case(at) == "Dat" and place.part(at) in _NOUNS]
    if payers:
        return f"потери {genitive_at(place, payers[0], keep=True)}"
    words = genitive_at(place, head) if head is not None else ""
    return f"стоимость {words}" if words else ""


def subject_of(place: Place, verb: int) -> int | None:
    """The noun that is the subject of a verb, or of the verb that it is joined to."""
    for governor in (verb, place.tokens[verb].head if place.tokens[verb].relation in ("conj", "xcomp") else -1):
        subjects = [
            at for at, token in enumerate(place.tokens) if governor >= 0 and token.head == governor and token.relation.startswith("nsubj")
        ]
        nouns = [at for at in subjects if place.part(at) in _NOUNS and _may_be_nominative(place, at) and not place.first <= at < place.last]
        if nouns:
            head = min(nouns, key=lambda at: abs(at - governor))
            return None if place.lemma(head) in _times() else head
    return None


def _may_be_nominative(place: Place, at: int) -> bool:
    """The two cases are alike but in the feminine singular, and the networks mix them up at the start of a sentence."""
    return place.case(at) == "Nom" or (place.case(at) == "Acc" and place.tokens[at].features.get("Gender") in ("Masc", "Neut"))


def _is_money(place: Place) -> bool:
    return len(place.quantity.unit) == 3 and place.quantity.unit.isupper()


def _verb(place: Place) -> int:
    """The nearest verb before the figure in its clause; -1 where there is none."""
    for at in range(place.first - 1, max(-1, place.first - 1 - _FARTHEST), -1):
        word = place.word(at)
        if word in (",", ";", ":", "(", ")", "«", "»") or any(sign.isdigit() for sign in word):
            return -1
        if place.part(at) in ("VERB", "AUX") or place.lemma(at) in _all_forms():
            return at
    return -1


def _object_of(place: Place, verb: int) -> int | None:
    """«повысил ключевую ставку на»: what stands between the verb and its «на», in the accusative."""
    heads = (at for at in range(verb + 1, place.first) if place.part(at) == "NOUN" and place.tokens[at].head == verb)
    return next((at for at in heads if place.case(at) == "Acc" and place.part(first_of(place, at) - 1) != "ADP"), None)


def _of_what(place: Place) -> str:
    """The genitive behind the figure, as the text has it: «300 тонн [рафинированной меди]»."""
    head = place.last
    while place.part(head) == "ADJ" and place.case(head) == "Gen":
        head += 1
    is_thing = place.part(head) in _NOUNS and place.case(head) == "Gen" and place.lemma(head) not in _times()
    return place.between(place.last, stop_of(place, head)) if is_thing else ""


def _purpose(place: Place, verb: int) -> str:
    """« в новый завод», « на оборону», on either side of the figure; no time and no place."""
    for at in (*range(verb + 1, place.first), place.last):
        case = _PURPOSES.get(place.word(at), "")
        head = at + 1
        while case and place.part(head) in ("ADJ", "DET") and place.case(head) == case:
            head += 1
        if case and place.part(head) == "NOUN" and place.case(head) == case and place.lemma(head) not in _times():
            return f" {place.word(at)} {place.between(at + 1, stop_of(place, head))}"
    return ""


def _noun(table: str, place: Place, verb: int) -> str:
    if verb < 0:
        return ""
    return _nouns(table).get(place.lemma(verb), "")


@cache
def _nouns(table: str) -> dict[str, str]:
    return {verb.replace("ё", "е"): noun for noun, verbs in load("ru", "quantities")[table].items() for verb in verbs}


@cache
def _all_forms() -> frozenset[str]:
    return frozenset(_nouns("deeds"))


@cache
def _times() -> frozenset[str]:
    return frozenset(load("ru", "quantities")["measured"]["times"])
