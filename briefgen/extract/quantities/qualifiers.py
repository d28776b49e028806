"""The words before and behind a figure -> its qualifier: «почти», «более чем на», "up to", «с лишним»."""

from __future__ import annotations

from briefgen.extract.quantities.figure import Figure, Reading
from briefgen.extract.quantities.ranges import changes_before
from briefgen.language.numerals import numeral_at

_MOST_PREPOSITIONS = 2
_THAN = frozenset(("than", "чем"))


def qualifier_of(reading: Reading, figure: Figure) -> str:
    """One of the contract's qualifiers; a row of digits that is part of a range («от 3 до 5») has none of its own."""
    behind = reading.lexicon.qualifiers_behind.find(reading.lexemes, figure.stop)
    if behind and reading.lexemes[figure.stop].gap != "\n" and not _goes_on(reading, behind[1]):
        return str(behind[0])
    last = reading.lexicon.qualifiers_last.find(reading.lexemes, figure.stop)
    if last and reading.lexemes[figure.stop].gap != "\n" and _ends_clause(reading, last[1]):
        return str(last[0])
    return _inside(reading, figure) or _before(reading, figure)


def _goes_on(reading: Reading, at: int) -> bool:
    """Whether another number follows: «16 сёл и более тысячи домов», "25% plus one share", "12 banks and more than 50 companies"."""
    if at >= len(reading.lexemes):
        return False
    return reading.norm(at) in _THAN or numeral_at(reading.lexemes, at, reading.lexicon.language) is not None


def _inside(reading: Reading, figure: Figure) -> str:
    """«20 с лишним миллионов», «5 и более тонн»."""
    if figure.upper is not None:
        return ""
    phrases = (reading.lexicon.qualifiers_behind.find(reading.lexemes, at) for at in range(figure.first + 1, figure.stop))
    return next((str(found[0]) for found in phrases if found), "")


def _before(reading: Reading, figure: Figure) -> str:
    at, ranges = figure.first, reading.lexicon.ranges
    for _ in range(_MOST_PREPOSITIONS + 1):
        if at <= 0 or reading.lexemes[at].gap == "\n":
            return "exact"
        if figure.upper is not None and at == figure.first and reading.norm(at - 1) in ranges["from"] | ranges["between"]:
            at -= 1  # «примерно от 3 до 5»
            continue
        found = reading.lexicon.qualifiers.find_before(reading.lexemes, at)
        if found and (not reading.is_break(at) or reading.norm(at - 1) == "."):  # «ок.», "approx."
            return _unless_goal(reading, str(found[0]), found[1], at, figure)
        if reading.norm(at - 1) not in reading.lexicon.between:
            return "exact"
        at -= 1
    return "exact"


def _unless_goal(reading: Reading, qualifier: str, start: int, stop: int, figure: Figure) -> str:
    """«сократился до 4,8 млрд» says where it ended; «не более», «до 5 млрд» alone are limits. «более-менее» and the like are rare."""
    limits = reading.lexicon.limits
    if stop - start == 1 and reading.norm(start) in reading.lexicon.origins:
        return qualifier if _is_lower_limit(reading, start, figure) else "exact"
    if stop - start == 1 and reading.norm(start) in limits and (changes_before(reading, start) or _has_start(reading, start)):
        return "exact"
    return qualifier


def _ends_clause(reading: Reading, at: int) -> bool:
    return at >= len(reading.lexemes) or reading.is_break(at) or reading.lexemes[at].text in ".,;:)!?»—–"


def _is_lower_limit(reading: Reading, start: int, figure: Figure) -> bool:
    """«штраф от 5 тысяч рублей», but no end of a range, no «отказ от» and no «рост от»."""
    if figure.upper is not None or reading.norm(figure.stop) in reading.lexicon.ranges["to"] or changes_before(reading, start):
        return False
    before = reading.norm(start - 1) if not reading.is_break(start) else ""
    return not (before and before.startswith(reading.lexicon.not_from))


def _has_start(reading: Reading, index: int) -> bool:
    """Whether «с 45 процентов ...» stands before «до 24»."""
    for at in range(index - 1, max(-1, index - 10), -1):
        if reading.norm(at) in reading.lexicon.ranges["change_from"] | reading.lexicon.ranges["from"] and (
            reading.norm(at + 1)[:1].isdigit() or reading.norm(at + 2)[:1].isdigit()
        ):
            return True
        if reading.is_break(at):
            return False
    return False
