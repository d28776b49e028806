"""Russian noun phrases around a figure: a noun with its adjectives and the genitives behind it, in the nominative."""

from __future__ import annotations

from functools import cache

from briefgen.extract.quantities.place import Place
from briefgen.language.lexicon import load

_NOUNS = ("NOUN", "PROPN")
_LONGEST = 8  # words: a longer chain is a sentence, no name of a thing
LONGEST_WHOLE = 84  # characters of a label with a clause or a resolved «которых»: two lines of a table cell
_OPENING, _CLOSING = '«“„"', '»”“"'


def phrase_at(place: Place, head: int, *, with_name: bool = False, many: bool = False) -> str:
    """The phrase around a head noun in the nominative; `with_name` adds a quoted name behind it, `many` makes it plural."""
    first, stop = first_of(place, head), stop_of(place, head)
    if stop - first > _LONGEST:
        return ""
    name = _name_behind(place, stop) if with_name else ""
    return f"{_nominative(place, first, head, stop, many=many)} {name}".strip()


def genitive_at(place: Place, head: int, *, keep: bool = False) -> str:
    """The phrase around a head noun in the genitive; `keep` leaves a name its capital at the start of a sentence."""
    first, stop = first_of(place, head), stop_of(place, head)
    if stop - first > _LONGEST:
        return ""
    number = "Plur" if place.tokens[head].features.get("Number") == "Plur" else ""
    own = " ".join(
        [place.tokens[first].text if keep else _small(place, first), *(place.tokens[at].text for at in range(first + 1, head + 1))]
    )
    words = own if place.case(head) == "Gen" else _inflected(own, "Gen", number=number, source=place.case(head))
    return " ".join([words, *(place.tokens[at].text for at in range(head + 1, stop))])


def head_before(place: Place, stop: int) -> int | None:
    """The head of the noun phrase that ends before an index: the first noun in an unbroken row of nouns and adjectives."""
    first = stop
    while first > 0 and (place.part(first - 1) in _NOUNS or _is_adjective(place, first - 1)) and stop - first < _LONGEST:
        first -= 1
    nouns = [at for at in range(first, stop) if place.part(at) in _NOUNS]
    if place.part(first - 1) == "ADP":  # «ожидаем по нефти прирост запасов»: the first noun belongs to the preposition
        nouns = [at for at in nouns[1:] if place.case(at) in ("Nom", "Acc")] or nouns
    return nouns[0] if nouns and place.part(nouns[0]) == "NOUN" else None


def with_participle(place: Place, phrase: str, head: int) -> str:
    """The phrase in the plural with the participle clause behind its head noun, if the clause is short and its end is sure.

    «из 36 минералов, включенных в Стратегию по критическим минералам,»: «минералы, включенные в Стратегию по критическим минералам».
    """
    at = stop_of(place, head) + 1
    if place.word(at - 1) != "," or place.part(at) != "VERB" or place.tokens[at].head != head or place.case(at) != place.case(head):
        return phrase
    stop = next((index for index in range(at, len(place.tokens)) if place.part(index) == "PUNCT"), len(place.tokens))
    clause = range(at + 1, stop)
    goes_on = place.part(stop + 1) in (*_NOUNS, "ADJ", "NUM") or any(
        token.relation == "conj" and token.head in clause and index not in clause for index, token in enumerate(place.tokens)
    )
    is_simple = not any(place.part(index) in ("VERB", "AUX", "PRON", "SCONJ") or _is_inside(place, index) for index in clause)
    if not clause or goes_on or not is_simple:
        return phrase
    participle = _inflected(place.tokens[at].text, "Nom", number="Plur", source=place.case(at))
    whole = f"{phrase}, {participle} {place.between(at + 1, stop)}"
    return whole if len(whole) <= LONGEST_WHOLE else phrase


def antecedent(place: Place, which: int) -> str:
    """What «которых» stands for, in the genitive and with its names, where one noun alone fits; else "".

    «на месторождениях Северный Катпар и Верхний Кайракты, стоимость которых ...»: «месторождений Северный Катпар и Верхний Кайракты».
    """
    clause = next((at for at in _governors(place, which) if place.tokens[at].relation == "acl:relcl"), -1)
    head = place.tokens[clause].head if clause >= 0 else -1
    comma = next((at for at in range(which, head, -1) if place.word(at) == ","), -1) if head >= 0 else -1
    if comma < 0 or place.part(head) != "NOUN" or not _agrees(place, head, which):
        return ""
    behind = range(stop_of(place, head), comma)
    owners = [at for at in _governors(place, head)[1:] if place.case(head) == "Gen" and stop_of(place, at) > head]
    if any(_agrees(place, at, which) for at in (*owners, *range(head + 1, behind.start))):
        return ""  # «запасы месторождений, стоимость которых»: either fits
    if any(place.part(at) != "CCONJ" and not place.tokens[at].text[:1].isupper() for at in behind):
        return ""
    first = first_of(place, head)
    plural = "Plur" if place.tokens[head].features.get("Number") == "Plur" else ""
    words = _inflected(place.between(first, head + 1), "Gen", number=plural, source=place.case(head))
    return f"{words} {place.between(head + 1, comma)}" if comma > head + 1 else words


def first_of(place: Place, head: int) -> int:
    """Where the adjectives of a head noun begin; pronouns («свой», «этот») stay out."""
    first = head
    while first > 0 and _is_adjective(place, first - 1) and place.case(first - 1) == place.case(head):
        first -= 1
    return first


def genitives_before(place: Place, stop: int) -> int:
    """Where the adjectives in the genitive that end before an index begin."""
    while stop > 0 and _is_adjective(place, stop - 1) and place.case(stop - 1) == "Gen":
        stop -= 1
    return stop


def stop_of(place: Place, head: int) -> int:
    """The index behind the genitives of a head noun."""
    stop = head + 1
    while True:
        at = stop
        while _is_adjective(place, at) and place.case(at) == "Gen":
            at += 1
        if place.part(at) not in _NOUNS or place.case(at) != "Gen" or _is_inside(place, at):
            return stop + _is_name_of(place, stop)
        stop = at + 1


def _is_name_of(place: Place, at: int) -> bool:
    """Whether a name stands there that tells which: «порта Актау», «нефти марки Brent», «месторождения Тенгиз»."""
    if place.lemma(at - 1) not in _names_of() or at >= len(place.tokens) or _is_inside(place, at):
        return False
    return place.tokens[at].text[0].isupper() and place.tokens[at].text.isalpha() and len(place.tokens[at].text) > 2


@cache
def _names_of() -> frozenset[str]:
    return frozenset(load("ru", "quantities")["measured"]["named"])


def _nominative(place: Place, first: int, head: int, stop: int, *, many: bool) -> str:
    number = "Plur" if many or place.tokens[head].features.get("Number") == "Plur" else ""
    words = [place.tokens[at].text for at in range(first, head + 1)]
    words[0] = _small(place, first)
    if place.case(head) != "Nom" or many:
        words = [_inflected(" ".join(words), "Nom", number=number)]
    return " ".join([*words, *(place.tokens[at].text for at in range(head + 1, stop))])


def _inflected(words: str, case: str, *, number: str, source: str = "") -> str:
    """The words in another case, with ё only where the article writes it («включенных»: «включенные»)."""
    from briefgen.language.morphology import inflect

    changed = inflect(words, case, number=number, source=source)
    return changed if "ё" in words else changed.replace("ё", "е").replace("Ё", "Е")


def _small(place: Place, at: int) -> str:
    """The word without the capital that it owes to the start of a sentence."""
    token = place.tokens[at]
    is_kept = is_name(place, at) or token.text[1:2].isupper()
    return token.text if is_kept else token.text[:1].lower() + token.text[1:]


def is_name(place: Place, at: int) -> bool:
    """Whether a word is a proper noun; a common one that opens its sentence may be tagged as one («Товарооборот двух стран»)."""
    from briefgen.language.morphology import is_proper_noun

    return place.part(at) == "PROPN" and (at > 0 or is_proper_noun(place.tokens[at].text))


def _name_behind(place: Place, at: int) -> str:
    """A quoted name right behind the phrase, with its quotation marks."""
    if at >= len(place.tokens) or place.tokens[at].text[0] not in _OPENING:
        return ""
    depth = 0
    for index in range(at, min(at + 16, len(place.tokens))):
        depth += (place.tokens[index].text == "«") - (place.tokens[index].text == "»")
        if index > at and depth <= 0 and place.tokens[index].text[-1] in _CLOSING:
            return place.between(at, index + 1)
    return ""


def _governors(place: Place, at: int) -> list[int]:
    """The words above a word, itself first, as far up as a figure's clause goes."""
    above: list[int] = []
    while at >= 0 and len(above) < _LONGEST:
        above.append(at)
        at = place.tokens[at].head
    return above


def _agrees(place: Place, noun: int, which: int) -> bool:
    """Whether a noun has the number of «который», and its gender in the singular."""
    if place.part(noun) not in _NOUNS:
        return False
    one, other = place.tokens[noun].features, place.tokens[which].features
    keys = ("Number",) if other.get("Number") == "Plur" else ("Number", "Gender")
    return all(one.get(key) == other.get(key) for key in keys)


def _is_adjective(place: Place, at: int) -> bool:
    if place.part(at) == "ADJ":
        return not place.tokens[at].text[:1].isdigit()
    return (
        place.part(at) == "VERB" and bool(place.case(at)) and place.tokens[at].relation == "amod" if 0 <= at < len(place.tokens) else False
    )


def _is_inside(place: Place, at: int) -> bool:
    return place.first <= at < place.last
