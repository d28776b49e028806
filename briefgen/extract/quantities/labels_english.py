"""A figure in an English sentence -> what it measures: words of the text, found by their order, or nothing."""

from __future__ import annotations

from functools import cache

from briefgen.extract.quantities.labels_verbs import (
    behind_base,
    behind_degrees,
    behind_rate,
    changed_by_verb,
    deed_before,
    granted_before,
    is_moved,
    is_share,
    move_of,
    purpose,
    with_goods,
)
from briefgen.extract.quantities.place import Place
from briefgen.language.lexicon import load
from briefgen.naming.terms import label_words

_LONGEST = 5
_GIVEN = ("loan", "payment", "pledge", "cost", "deliveries", "sales", "allocation")  # to somebody
_SPENT = ("investment", "spending", "allocation")  # in, on, for something
_LONGEST_DEGREE = 5  # words of degree and the number itself


def english_label(place: Place) -> str:
    """The first rule that fits gives the label."""
    if place.quantity.unit == "times":
        return ""
    if place.quantity.unit == "count" and place.quantity.rule != "count.people":
        return _counted(place)
    for rule in (_of_change, _of_deed, _of_noun, _before_noun, _granted, _noun_before, _subject, _in_noun):
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


def _of_change(place: Place) -> str:
    """ "exports fell 7% to 21 bcm": a fall in exports, then exports; "raised its key rate to 21%": the rate."""
    found = changed_by_verb(place)
    if found is None:
        return ""
    verb, is_distance = found
    if is_moved(place, verb) and place.word(verb + 1) in _list("objects"):
        return ""  # "wants to raise it to 75%"
    what = _phrase(place, verb + 1) if is_moved(place, verb) else ""
    if not what and is_moved(place, verb) and not _is_percent(place) and verb == behind_degrees(place, place.first):
        return ""  # "raised $750 million"
    what = what or _whole_phrase_before(place, _before_auxiliaries(place, verb))
    if not is_distance or not what:
        return what
    return f"{move_of(place, verb)} in {_with_article(place, what)}" if move_of(place, verb) else ""


def _of_deed(place: Place) -> str:
    """ "invest €2 billion in a new plant", "produce 300 tonnes of copper", "lent Kazakhstan $500 million", "will cost $3.4bn"."""
    found = deed_before(place)
    if found is None:
        return ""
    noun, recipient = found
    at = behind_rate(place)
    if _is_percent(place):
        return noun + purpose(place, behind_base(place)) if noun == "spending" else ""
    goods = _of_noun(place) or (_in_noun(place, at) if noun not in _SPENT else "")
    if goods:
        return with_goods(noun, goods)
    if noun == "cost" and not recipient:
        verb = behind_degrees(place, place.first)
        stop = _before_auxiliaries(place, verb)
        subject = _whole_phrase_before(place, stop - (place.word(verb) == "costing" and place.word(stop - 1) == ","))
        return f"cost of {_with_article(place, subject)}" if subject else ""
    return f"{noun} to {recipient}" if recipient and noun in _GIVEN else noun + purpose(place, at)


def _of_noun(place: Place) -> str:
    """ "20% of the state's holdings", "4.1 million tons of cargo"."""
    if place.word(place.last) != "of":
        return ""
    label = _phrase(place, place.last + 1)
    if not _is_percent(place) or label.rsplit(" ", 1)[-1].lower() not in _list("bases"):
        return label
    before = behind_degrees(place, place.first)
    before -= place.word(before) in ("for", "up")
    return f"share of {label}" if place.word(before) in _list("shares") else ""


def _before_noun(place: Place) -> str:
    """ "a $1.8 billion investment", "an €18.5 billion funding gap"."""
    if place.word(place.first - 1) not in ("a", "an", "the") or (place.quantity.upper is not None and place.quantity.unit == "count"):
        return ""
    label = _phrase(place, place.last, with_article=False)
    behind = place.last + len(label.split())
    if label.rsplit(" ", 1)[-1].lower() in _list("carriers"):
        what = purpose(place, behind) if place.word(behind) == "in" else ""  # "a 9% increase in exports", not "on the year"
        return label + what if what else ""
    return label + purpose(place, behind) if is_share(label) else label


def _granted(place: Place) -> str:
    """ "letters of intent for 4 bcm a year"."""
    found = granted_before(place)
    return place.between(*found).lower() if found else ""


def _noun_before(place: Place) -> str:
    """ "economic growth of 7.1%"."""
    at = place.first - 1
    while place.word(at) in _list("degrees") and place.first - at < _LONGEST_DEGREE:
        at -= 1
    if place.word(at) not in ("of", "worth"):
        return ""
    label = _phrase_before(place, at - (place.word(at - 1) == ","))
    return "" if label.rsplit(" ", 1)[-1].lower() in _list("carriers") else label


def _subject(place: Place) -> str:
    """ "oil revenues were expected to fall to $14.1bn", "the cargo volume reached 4.1 million tons"."""
    at = behind_degrees(place, place.first)
    if place.word(at) in _list("levels"):
        at -= 1
    if place.word(at) not in _list("verbs"):
        return ""
    return _whole_phrase_before(place, _before_auxiliaries(place, at))


def _before_auxiliaries(place: Place, verb: int) -> int:
    """Where the subject of a verb ends."""
    while place.word(verb - 1) in _list("auxiliaries"):
        verb -= 1
    return verb


def _with_article(place: Place, words: str) -> str:
    """The words with the article that the sentence gives them: "a fall in [the] rouble"."""
    told = place.text[place.sentence.start : place.sentence.stop].lower()
    article = next((article for article in ("the", "a", "an") if f"{article} {words.lower()}" in told), "")
    return f"{article} {words}".strip()


def _is_percent(place: Place) -> bool:
    return place.quantity.unit in ("concentr-percent", "concentr-portion")


def _in_noun(place: Place, at: int | None = None) -> str:
    """ "$6bn in credits", "$6bn [a year] in revenue", not "in an auction", "in 2021"."""
    at = place.last if at is None else at
    if place.word(at) != "in" or place.quantity.unit in ("concentr-percent", "percentage-point") or at + 1 >= len(place.tokens):
        return ""
    if place.word(at + 1) in _list("articles") or not place.tokens[at + 1].text[:1].islower():
        return ""
    return _phrase(place, at + 1)


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
    while place.word(stop - 2) in ("since", "in", "from", "by", "for") and place.word(stop - 1).isdecimal():
        stop -= 2  # "investment since 2005"
    if (behind := _before_relative(place, stop)) < stop:
        stop = behind
        if place.word(stop) != ",":
            return _phrase_before(place, stop)  # "in a deal that officials say will cost"
    label, start = _phrase_before(place, stop), _start_before(place, stop)
    before = start - 1
    while place.word(before) in _list("articles"):
        before -= 1
    if place.word(before) in ("and", "or") and place.word(before - 1) != ",":
        return ""  # "the gap between revenue and spending"
    if not label or before <= 0 or place.word(before) not in _list("prepositions"):
        return label
    head = _phrase_before(place, before)
    is_name = before == start - 1 and place.word(before) in _list("toward") and all(place.part(at) == "PROPN" for at in range(start, stop))
    return f"{head} {place.between(before, stop)}" if head and (is_name or place.word(before) == "of") else head


def _before_relative(place: Place, stop: int) -> int:
    """ "exports to China, [which] stood at $14 billion", "a deal [that officials say] will cost": where what is meant ends."""
    at = stop - 1
    if place.word(at) in _list("says"):
        at = next((index for index in range(at - 1, max(-1, at - _LONGEST), -1) if place.word(index) in ("that", "which")), at)
    if place.word(at) not in ("that", "which"):
        return stop
    return at - (place.word(at - 1) == ",") if at < stop - 1 or place.word(at - 1) == "," else stop


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
    """Whether the first word of a sentence keeps its capital: unless the text or the lexicon of labels has it in small letters."""
    word = place.tokens[at].text
    if place.tokens[at].pos == "PROPN" or word[1:2].isupper() or word.endswith(("'s", "’s")) or place.word(at + 1) in ("'s", "’s"):
        return True
    return f" {word.lower()}" not in place.text and word.lower() not in label_words()


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
