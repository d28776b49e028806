"""Russian noun phrases around a figure: a noun with its adjectives and the genitives behind it, in the nominative."""

from __future__ import annotations

from briefgen.extract.quantities.place import Place

_NOUNS = ("NOUN", "PROPN")
_LONGEST = 8  # words: a longer chain is a sentence, no name of a thing
_OPENING, _CLOSING = '«“„"', '»”“"'


def phrase_at(place: Place, head: int, *, with_name: bool = False, many: bool = False) -> str:
    """The phrase around a head noun in the nominative; `with_name` adds a quoted name behind it, `many` makes it plural."""
    first, stop = first_of(place, head), stop_of(place, head)
    if stop - first > _LONGEST:
        return ""
    name = _name_behind(place, stop) if with_name else ""
    return f"{_nominative(place, first, head, stop, many=many)} {name}".strip()


def head_before(place: Place, stop: int) -> int | None:
    """The head of the noun phrase that ends before an index: the first noun in an unbroken row of nouns and adjectives."""
    first = stop
    while first > 0 and (place.part(first - 1) in _NOUNS or _is_adjective(place, first - 1)) and stop - first < _LONGEST:
        first -= 1
    nouns = [at for at in range(first, stop) if place.part(at) in _NOUNS]
    if place.part(first - 1) == "ADP":  # «ожидаем по нефти прирост запасов»: the first noun belongs to the preposition
        nouns = [at for at in nouns[1:] if place.case(at) in ("Nom", "Acc")] or nouns
    return nouns[0] if nouns and place.part(nouns[0]) == "NOUN" else None


def first_of(place: Place, head: int) -> int:
    """Where the adjectives of a head noun begin; pronouns («свой», «этот») stay out."""
    first = head
    while first > 0 and _is_adjective(place, first - 1) and place.case(first - 1) == place.case(head):
        first -= 1
    return first


def stop_of(place: Place, head: int) -> int:
    """The index behind the genitives of a head noun."""
    stop = head + 1
    while True:
        at = stop
        while _is_adjective(place, at) and place.case(at) == "Gen":
            at += 1
        if place.part(at) not in _NOUNS or place.case(at) != "Gen" or _is_inside(place, at):
            return stop
        stop = at + 1


def _nominative(place: Place, first: int, head: int, stop: int, *, many: bool) -> str:
    from briefgen.language.morphology import inflect

    number = "Plur" if many or place.tokens[head].features.get("Number") == "Plur" else ""
    words = [place.tokens[at].text for at in range(first, head + 1)]
    words[0] = _small(place, first)
    if place.case(head) != "Nom" or many:
        words = [inflect(" ".join(words), "Nom", number=number)]
    return " ".join([*words, *(place.tokens[at].text for at in range(head + 1, stop))])


def _small(place: Place, at: int) -> str:
    """The word without the capital that it owes to the start of a sentence."""
    token = place.tokens[at]
    is_name = token.pos == "PROPN" or token.text[1:2].isupper()
    return token.text if is_name else token.text[:1].lower() + token.text[1:]


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


def _is_adjective(place: Place, at: int) -> bool:
    if place.part(at) == "ADJ":
        return not place.tokens[at].text[:1].isdigit()
    return (
        place.part(at) == "VERB" and bool(place.case(at)) and place.tokens[at].relation == "amod" if 0 <= at < len(place.tokens) else False
    )


def _is_inside(place: Place, at: int) -> bool:
    return place.first <= at < place.last
