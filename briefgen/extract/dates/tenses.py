"""The words around a date -> whether the text looks back or ahead there: by the nearest verb, and by words such as «намечен», "due on"."""

from __future__ import annotations

from briefgen.extract.dates.calendar import FUTURE, PAST
from briefgen.extract.dates.mention import Reading

_REACH = 20  # lexemes to either side in which a verb bears on the date
_SHORTEST_VERB = 3
_TENSES = {"futr": FUTURE, "past": PAST}


def tense_around(reading: Reading, index: int, relation: str = "in") -> str:
    """Past or future by the nearest word of either kind, "" where there is none or where it leaves both open.

    A ban that was extended «до 1 октября» ends in the future, one that was in force «до 1 октября» does not; «обязалась поставить
    к 1 сентября» looks ahead though its verb is past.
    """
    if reading.lexicon.language == "ru":
        return _russian(reading, index, relation)
    past, future = _REACH + 1, _REACH + 1
    for at in _near(reading, index):
        distance = abs(at - index)
        if reading.lexicon.trees["future"].find(reading.lexemes, at) or (at != index and _is_may(reading, at)):
            future = min(future, distance)
        elif _is_english_past(reading, at):
            past = min(past, distance)
    if future <= _REACH and future < past:
        return FUTURE
    return PAST if past <= _REACH and relation not in ("until", "before") else ""


def is_present(reading: Reading, index: int) -> bool:
    """Whether a verb of the present or a short participle stands around («рейсы отменены», "the festival runs")."""
    if reading.lexicon.language == "en":
        return any(reading.lexicon.trees["present"].find(reading.lexemes, at) for at in _near(reading, index))
    words = (at for at in _near(reading, index) if reading.lexemes[at].kind == "word" and reading.norm(at) not in reading.lexicon.openers)
    return any(_is_russian_present(reading.lexemes[at].text.lower()) for at in words)


def _is_russian_present(word: str) -> bool:
    if len(word) < _SHORTEST_VERB:
        return False
    from briefgen.language.morphology import parse

    tag = parse(word)[0].tag
    return bool(tag.POS == "PRTS" or (tag.POS == "VERB" and tag.tense == "pres"))


def _russian(reading: Reading, index: int, relation: str) -> str:
    has_infinitive = False
    for at in sorted(_near(reading, index), key=lambda place: abs(place - index)):
        if reading.lexicon.trees["future"].find(reading.lexemes, at):
            return FUTURE
        kind, is_perfective = _verb(reading, at)
        if kind == FUTURE:
            return FUTURE
        if kind == PAST:
            is_open = has_infinitive or (relation == "until" and is_perfective)
            return "" if is_open and relation in ("until", "before") else PAST
        has_infinitive = has_infinitive or kind == "infinitive"
    return ""


def _verb(reading: Reading, at: int) -> tuple[str, bool]:
    """Past, future or infinitive, and whether the verb is perfective; "" for all other words."""
    lexeme = reading.lexemes[at]
    if lexeme.kind != "word" or len(lexeme.text) < _SHORTEST_VERB or reading.norm(at) in reading.lexicon.openers:
        return "", False
    from briefgen.language.morphology import parse  # the dictionary is loaded for dates without a year only

    tag = parse(lexeme.text.lower())[0].tag
    if tag.POS == "INFN":
        return "infinitive", "perf" in tag
    return (_TENSES.get(str(tag.tense), ""), "perf" in tag) if tag.POS == "VERB" else ("", False)


def _is_english_past(reading: Reading, at: int) -> bool:
    """A participle behind "be" is of neither kind ("will be signed on 5 March")."""
    if reading.lexicon.trees["past"].find(reading.lexemes, at):
        return True
    word = reading.norm(at)
    return len(word) > 4 and word.endswith(reading.lexicon.past_endings) and reading.norm(at - 1) not in ("be", "to", "is", "are")


def _is_may(reading: Reading, at: int) -> bool:
    """ "prices may fall": the verb, with another in small letters behind it."""
    following = reading.lexemes[at + 1] if at + 1 < len(reading.lexemes) else None
    return reading.lexemes[at].text == "may" and following is not None and following.kind == "word" and following.text[0].islower()


def _near(reading: Reading, index: int) -> range:
    first, last = index, index + 1
    while first > 0 and index - first < _REACH and not reading.is_break(first):
        first -= 1
    while last < len(reading.lexemes) and last - index < _REACH and not reading.is_break(last):
        last += 1
    return range(first, last)
