"""A figure in a Russian sentence -> what it measures: a short noun phrase of the text, or nothing where that is not clear."""

from __future__ import annotations

from functools import cache

from briefgen.extract.quantities.labels_beside import base, carrier, in_brackets, limit
from briefgen.extract.quantities.labels_deeds import cost, made, moved, paid, subject_of
from briefgen.extract.quantities.lexicon import lexicon
from briefgen.extract.quantities.phrases import (
    LONGEST_WHOLE,
    antecedent,
    first_of,
    genitives_before,
    head_before,
    is_name,
    phrase_at,
    stop_of,
    with_participle,
)
from briefgen.extract.quantities.place import Place, is_behind
from briefgen.language.lexemes import split
from briefgen.language.lexicon import load
from briefgen.language.numerals import scale_at

_DASHES = frozenset("—–-")
_NOUNS = ("NOUN", "PROPN")
_SKIPPED = ("ADV", "ADP", "PART")
_MOST_SKIPPED = 4
_LONGEST_CLIMB = 8


def russian_label(place: Place) -> str:
    """The first rule that fits gives the label; each stands for a way of saying what is measured."""
    if place.quantity.unit == "times":
        return ""
    if place.quantity.unit == "count":
        return _counted(place)
    for rule in _RULES:
        label = rule(place)
        if label and not _is_amount(label):
            return label
    return ""


def _is_amount(label: str) -> bool:
    """«деноминирован в [долларах] США в объеме 500 миллионов», «на 1,2 [млн тонн] на сумму»: another figure's words name nothing."""
    words = split(label)
    return lexicon("ru").units.find(words, 0) is not None or scale_at(words, 0, "ru") is not None


def part_of_them(place: Place) -> str | None:
    """«Из них почти 800 тысяч тонн располагаются на участке ...»: the words of the place; "" where none follow; None for no such figure."""
    if not is_behind(place, _list("from_them")):
        return None
    at = place.last
    if place.part(at) != "VERB" or place.part(at + 1) != "ADP":
        return ""
    head = next((index for index in range(at + 2, min(at + 6, len(place.tokens))) if place.part(index) in _NOUNS), None)
    if head is None or place.case(head) not in (("Loc", "Acc") if place.word(at + 1) == "на" else ("Loc",)):
        return ""
    name = head + 1 if place.part(head + 1) == "PROPN" and place.case(head + 1) in ("Nom", "") else stop_of(place, head) - 1
    return place.between(at + 1, name + 1)


def _counted(place: Place) -> str:
    """«110 инвесторов» are investors; of «22 из 36 минералов» both are minerals."""
    at = place.last - 1
    if place.part(at) not in _NOUNS or place.tokens[at].text[:1].isdigit():
        at = next((index for index in range(place.last, min(place.last + 6, len(place.tokens))) if place.part(index) in _NOUNS), -1)
        if at < 0 or any(place.part(index) in ("VERB", "PUNCT") for index in range(place.last, at)):
            return ""
    phrase = phrase_at(place, at, many=True)
    return with_participle(place, phrase, at) if phrase else ""


def _carried(place: Place) -> str:
    """«гарантии на сумму 4 миллиарда», «прирост запасов в районе 710 миллионов», «лимит в 32 процента»."""
    at = _skip_back(place, place.first)
    if place.lemma(at) in _list("carriers") and place.part(at) == "NOUN":
        first = first_of(place, at)  # «на общую сумму»
        start = first - 1 if place.part(first - 1) == "ADP" else first
        head = head_before(place, start)
    elif place.word(place.first - 1) == "на" and place.lemma(place.first - 2) in _list("granted"):
        head = head_before(place, place.first - 1)
        head = head if head == place.first - 2 else None
    elif place.word(place.first - 1) == "в" and place.part(place.first - 2) in _NOUNS:
        head = head_before(place, place.first - 1)
        if head is not None and place.part(first_of(place, head) - 1) == "ADP":
            return ""
    else:
        return ""
    if head is None or place.lemma(head) in _list("times") | _list("carriers") or stop_of(place, head) <= head:
        return ""
    return phrase_at(place, head)


def _measured(place: Place) -> str:
    """«запасы составляют 2,6 миллиона тонн», «$200 миллиардов составил объем инвестиций», «доля снизилась до 24 процентов»."""
    verb = _verb_before(place)
    if verb is not None and place.lemma(verb) in _list("verbs"):
        return _subject(place, verb)
    if verb is not None and place.lemma(verb) in _list("changed") and place.word(place.first - 1) in _list("levels"):
        return _subject(place, verb) if place.tokens[verb].features.get("Voice") == "Pass" else _object(place, verb)
    is_level = place.word(place.first - 1) in _list("levels") or _behind_bracket(place) < place.first - 1
    if verb is not None and place.lemma(verb) in _list("changes") and is_level:
        return _subject(place, verb)
    after = place.last
    if place.part(after) == "VERB" and place.lemma(after) in _list("verbs"):
        head = next((at for at in range(after + 1, min(after + 4, len(place.tokens))) if place.part(at) in _NOUNS), None)
        if head is not None and place.case(head) == "Nom" and first_of(place, head) == after + 1:
            return phrase_at(place, head)
    return ""


def _verb_before(place: Place) -> int | None:
    """The verb shortly before the figure, words of degree and prepositions aside; for a level also the one behind an earlier level."""
    at = _skip_back(place, _behind_bracket(place) + 1)
    if place.part(at) == "VERB":
        return at
    if place.word(place.first - 1) not in ("до", "с"):
        return None
    changes = _list("changes") | _list("changed")
    verb = next((index for index in range(at, max(-1, at - 18), -1) if place.lemma(index) in changes and place.part(index) == "VERB"), None)
    return None if verb is None or _has_new_subject(place, verb) else verb


def _behind_bracket(place: Place) -> int:
    """The index before the figure, or before «в интервале», «на уровне» in front of it."""
    at = place.first - 1
    is_bracket = place.lemma(at) in _list("brackets") and place.part(at) == "NOUN" and place.part(at - 1) == "ADP"
    return at - 2 if is_bracket else at


def _has_new_subject(place: Place, verb: int) -> bool:
    """«курс доллара вырос на 34 копейки, евро — на 12, до 94,3 рубля»: a dash for the verb, behind another noun."""
    dashes = (at for at in range(verb + 1, place.first) if place.word(at) in _DASHES)
    return any(place.part(at - 1) in _NOUNS for at in dashes)


def _object(place: Place, verb: int) -> str:
    """«Банк снизил ключевую ставку до 15,5 процента»: what is changed, not who changes it."""
    objects = [at for at, token in enumerate(place.tokens) if token.head == verb and token.relation == "obj" and at < place.first]
    nouns = [at for at in objects if place.part(at) == "NOUN" and place.case(at) == "Acc" and place.lemma(at) not in _list("times")]
    return phrase_at(place, nouns[0]) + _priced(place, nouns[0]) if nouns else ""


def _subject(place: Place, verb: int) -> str:
    """What is told of by a verb, with what belongs to its name."""
    head = subject_of(place, verb)
    if head is None or is_name(place, head):
        return ""
    return _with_antecedent(place, head, phrase_at(place, head) + _priced(place, head))


def _with_antecedent(place: Place, head: int, label: str) -> str:
    """«стоимость запасов которых» as «стоимость запасов месторождений ...», where it is clear what «которых» stands for."""
    at = stop_of(place, head)
    if not label or place.lemma(at) != "который" or place.case(at) != "Gen":
        return label
    whole = f"{label} {antecedent(place, at)}".strip()
    return whole if len(whole) <= LONGEST_WHOLE else label


def _priced(place: Place, head: int) -> str:
    """« на газ» behind «цены», « по ипотеке» behind «ставка»."""
    at = stop_of(place, head)
    noun = at + 1
    case = {"на": "Acc", "по": "Dat"}.get(place.word(at), "")
    while place.part(noun) in ("ADJ", "VERB") and place.case(noun) == case:
        noun += 1
    is_named = place.part(noun) in _NOUNS and (place.case(noun) == case or place.tokens[noun].text.isupper())
    return " " + place.between(at, stop_of(place, noun)) if case and is_named and place.lemma(head) in _list("priced") else ""


def _behind_dash(place: Place) -> str:
    """«купонная ставка – 5,5 процента»."""
    at = _skip_back(place, place.first)
    if place.word(at) not in _DASHES:
        return ""
    head = head_before(place, at)
    if head is None or place.case(head) not in ("Nom", "Acc") or place.lemma(head) in _list("times") | _list("carriers"):
        return ""
    is_object = place.case(head) == "Acc" and place.tokens[head].features.get("Gender") == "Fem"  # else the two cases are alike
    return phrase_at(place, head) if stop_of(place, head) == at and not is_object else ""


def _of_noun(place: Place) -> str:
    """«107 миллиардов кубометров газа», «67% респондентов»."""
    head = place.last
    while place.part(head) == "ADJ" and place.case(head) == "Gen":
        head += 1
    if place.part(head) != "NOUN" or place.case(head) != "Gen" or place.lemma(head) in _list("times") | _list("yearly"):
        return ""
    return phrase_at(place, head)


def _relative(place: Place) -> str:
    """«проект «Зоны сделок», на который планируется выделить более 25 миллиардов»."""
    at, steps = place.last - 1, 0
    while at >= 0 and steps < _LONGEST_CLIMB:
        token = place.tokens[at]
        if token.relation == "acl:relcl":
            which = [index for index in range(max(1, at - 3), place.first) if place.lemma(index) == "который"]
            if which and place.word(which[-1] - 1) in ("на", "для") and 0 <= token.head < at and place.part(token.head) == "NOUN":
                return phrase_at(place, token.head, with_name=True)
            return ""
        at, steps = token.head, steps + 1
    return ""


def _for_purpose(place: Place) -> str:
    """«10 миллиардов на инфраструктурные проекты»."""
    if place.word(place.last) not in _list("purpose"):
        return ""
    head = place.last + 1
    while place.part(head) == "ADJ" and place.case(head) == "Acc":
        head += 1
    if place.part(head) != "NOUN" or place.case(head) != "Acc" or place.lemma(head) in _list("times") | _list("carriers"):
        return ""
    return phrase_at(place, head)


def _governed(place: Place) -> str:
    """«вывод из-под заморозки 600 миллионов евро»: a noun whose object the figure is, with what hangs on it."""
    top = next((at for at in range(place.last - 1, place.first - 1, -1) if not place.first <= place.tokens[at].head < place.last), -1)
    if top < 0 or place.tokens[top].relation != "nmod" or place.case(top) != "Gen" or place.part(place.first - 1) == "ADP":
        return ""
    head = place.tokens[top].head
    if (
        not 0 <= head < place.first
        or place.part(head) != "NOUN"
        or place.lemma(head) in _list("times") | _list("carriers") | _list("no_deeds")
    ):
        return ""
    label, stop = phrase_at(place, head), stop_of(place, head)
    if place.part(stop) == "ADP" and place.part(stop + 1) == "NOUN" and place.tokens[stop + 1].head == head:
        label += " " + place.between(stop, stop_of(place, stop + 1))
    return label


def _rest_of_deed(place: Place) -> str:
    """«разблокировка [в 2026 году] оставшихся 120 миллионов евро»: the adjective in the genitive says that a noun governs the figure.

    The noun is one of a deed («лишили компанию оставшихся 5 миллионов» has none); a time may stand between them.
    """
    at = first = genitives_before(place, place.first)
    if at == place.first:
        return ""
    if place.lemma(at - 1) in _list("times"):
        at = next((index for index in range(at - 2, max(-1, at - 6), -1) if place.part(index) == "ADP"), 0)
    head = at - 1
    if head < 0 or place.part(head) != "NOUN" or (head != first - 1 and place.part(at) != "ADP") or not _is_deed(place.lemma(head)):
        return ""
    return phrase_at(place, head)


def _is_deed(noun: str) -> bool:
    return noun in _list("deeds") or (noun.endswith(tuple(sorted(_list("deed_endings")))) and noun not in _list("no_deeds"))


def _skip_back(place: Place, index: int) -> int:
    """The index before words of degree and prepositions: «составил [почти] 5 млрд», «в размере [около] 5 млрд»."""
    at = index - 1
    while at > 0 and (place.part(at) in _SKIPPED or place.word(at) == "чем") and index - at <= _MOST_SKIPPED:
        at -= 1
    return at


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(load("ru", "quantities")["measured"][name])


_RULES = (
    moved,
    _carried,
    _measured,
    cost,
    _behind_dash,
    carrier,
    made,
    limit,
    in_brackets,
    base,
    _of_noun,
    _relative,
    _for_purpose,
    _governed,
    _rest_of_deed,
    paid,
)
