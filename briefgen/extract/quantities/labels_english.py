"""A figure in an English sentence -> what it measures: words of the text, found by their order, or nothing."""

from __future__ import annotations

from functools import cache

from briefgen.extract.quantities.place import Place
from briefgen.language.lexicon import load

_LONGEST = 5
_LONGEST_DEGREE = 5  # words of degree and the number itself


def english_label(place: Place) -> str:
    """The first rule that fits gives the label."""
    if place.quantity.unit == "times":
        return ""
    if place.quantity.unit == "count":
        return _counted(place)
    for rule in (_of_noun, _before_noun, _noun_before, _subject, _in_noun):
        label = rule(place)
        if label:
            return label
    return ""


def _counted(place: Place) -> str:
    """ "25 companies"; of "22 of the 36 minerals" both are minerals."""
    words = [place.tokens[at].text for at in range(place.first, place.last) if place.tokens[at].text[:1].isalpha()]
    if words and not place.quantity.rule.startswith("count.part"):
        kept = [word for word in words if word.lower() not in _scales() and word.lower() not in _list("more")]
        counted = " ".join(kept)
        what = _phrase(place, place.last + 1) if kept and kept[-1].lower() in _list("generic") and place.word(place.last) == "of" else ""
        return f"{counted} of {what}" if what else counted
    at = place.last
    while place.word(at) in ("of", "the", "out") or place.tokens[at].text[:1].isdigit() if at < len(place.tokens) else False:
        at += 1
    return _phrase(place, at)


def _of_noun(place: Place) -> str:
    """ "20% of the state's holdings", "4.1 million tons of cargo"."""
    if place.word(place.last) != "of":
        return ""
    label = _phrase(place, place.last + 1)
    return "" if _is_percent(place) and label.rsplit(" ", 1)[-1].lower() in _list("bases") else label


def _before_noun(place: Place) -> str:
    """ "a $1.8 billion investment", "an €18.5 billion funding gap"."""
    if place.word(place.first - 1) not in ("a", "an", "the") or (place.quantity.upper is not None and place.quantity.unit == "count"):
        return ""
    return _phrase(place, place.last, with_article=False)


def _noun_before(place: Place) -> str:
    """ "economic growth of 7.1%"."""
    at = place.first - 1
    while place.word(at) in _list("degrees") and place.first - at < _LONGEST_DEGREE:
        at -= 1
    if place.word(at) not in ("of", "worth"):
        return ""
    label = _phrase_before(place, at)
    return "" if label.rsplit(" ", 1)[-1].lower() in _list("carriers") else label


def _subject(place: Place) -> str:
    """ "oil revenues were expected to fall to $14.1bn", "the cargo volume reached 4.1 million tons"."""
    at = place.first - 1
    if place.word(at) in _list("levels"):
        at -= 1
    if place.word(at) not in _list("verbs") or (at == place.first - 1 and place.word(at) in _list("changes")):
        return ""  # "rose 12%" says how far, not what
    while place.word(at - 1) in _list("auxiliaries"):
        at -= 1
    return _whole_phrase_before(place, at)


def _is_percent(place: Place) -> bool:
    return place.quantity.unit in ("concentr-percent", "concentr-portion")


def _in_noun(place: Place) -> str:
    """ "$6bn in credits", not "in an auction", "in 2021"."""
    if place.word(place.last) != "in" or place.quantity.unit in ("concentr-percent", "percentage-point"):
        return ""
    following = place.word(place.last + 1)
    if (
        following in _list("articles") or not place.tokens[place.last + 1].text[:1].islower()
        if place.last + 1 < len(place.tokens)
        else True
    ):
        return ""
    return _phrase(place, place.last + 1)


def _phrase(place: Place, start: int, *, with_article: bool = True) -> str:
    """Words from an index to the next function word or sign."""
    if with_article and place.word(start) in _list("articles"):
        start += 1
    stop = start
    while stop < len(place.tokens) and stop - start < _LONGEST and _is_word(place, stop) and place.word(stop) not in _list("articles"):
        stop += 1
    words = place.between(start, stop) if stop > start else ""
    return "" if words.endswith(("'s", "’s")) else words


def _whole_phrase_before(place: Place, stop: int) -> str:
    """The subject that ends before an index: "price of a tonne"; of "trade between the two countries" the head alone."""
    label, start = _phrase_before(place, stop), _start_before(place, stop)
    before = start - 1
    while place.word(before) in _list("articles"):
        before -= 1
    if not label or before <= 0 or place.word(before) not in _list("prepositions"):
        return label
    head = _phrase_before(place, before)
    if not head or place.word(before) != "of":
        return head
    return head + " " + place.between(before, stop)


def _phrase_before(place: Place, stop: int) -> str:
    start = _start_before(place, stop)
    if start == stop:
        return ""
    words = place.between(start, stop)
    return words if start > 0 or _is_name(place, start) else words[:1].lower() + words[1:]


def _start_before(place: Place, stop: int) -> int:
    start = stop
    while start > 0 and stop - start < _LONGEST and _is_word(place, start - 1) and place.word(start - 1) not in _list("articles"):
        start -= 1
    return start


def _is_name(place: Place, at: int) -> bool:
    """A first word that keeps its capital: the text has it inside a sentence too, or it possesses something."""
    word = place.tokens[at].text
    if place.tokens[at].pos == "PROPN" or word[1:2].isupper() or word.endswith(("'s", "’s")) or place.word(at + 1) in ("'s", "’s"):
        return True
    return any(f"{before} {word}" in place.text for before in ("the", "of", "in", "and", "for", "to", "by", "with", "said", ","))


def _is_word(place: Place, at: int) -> bool:
    word = place.word(at)
    if word in ("'s", "’s"):
        return True
    return word[:1].isalpha() and word not in _list("stops") and word != "of" and not word.endswith("ed")


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(load("en", "quantities")["measured"][name])


@cache
def _scales() -> frozenset[str]:
    from briefgen.language.phrases import expand

    tables = load("en", "numerals")
    patterns = [pattern for name in ("scales", "words") for forms in tables[name].values() for pattern in forms]
    return frozenset(form for pattern in patterns for form in expand(pattern, "en"))
