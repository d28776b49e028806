"""Two amounts in a row -> a range («от 3 до 5 млрд», 43-48%), or two figures, one with the other's unit («с 5 до 10 процентов»)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from briefgen.extract.quantities.amounts import amount_at
from briefgen.extract.quantities.figure import Figure, Reading
from briefgen.extract.quantities.lexicon import is_money

_DASHES = frozenset("-−–—")
_YEARS = range(1900, 2101)
_SHARED_BELOW = 1000
_LOOK_BACK = 25  # lexemes in which a verb of change stands before «от 3 до 5»

_APART = frozenset("—–:")
_NEAR = 2  # times: percentages so near each other are the ends of a range


def figures_at(reading: Reading, index: int) -> tuple[Figure, ...]:
    """The figures that start at a lexeme: none, one (a range too), or the two ends of a change."""
    first = amount_at(reading, index)
    if first is None:
        return ()
    separator = _separator(reading, index, first.stop)
    if separator is None:
        return (first,)
    kind, at = separator
    second = amount_at(reading, at, is_second=kind == "dash", behind_sign=first.rule == "money.sign")
    if second is None or at >= len(reading.lexemes) or reading.lexemes[at].gap == "\n":
        return (first,)
    if kind == "words" and _is_distance(reading, index, first, second):
        return (first,)
    return _change(reading, first, second) if kind == "change" else _range(reading, first, second, has_dash=kind == "dash")


def changes_before(reading: Reading, index: int) -> bool:
    """Whether a verb or noun of change (rise, fall) stands a few words before, in the same sentence.

    «Рост цен — до 12%» says how much at most; «рост на 3% — до 12%» and «рост цен до 12%» where it ended.
    """
    if reading.is_break(index):
        return False
    is_apart = index > 0 and reading.lexemes[index - 1].text in _APART
    for at in range(index - 1, max(-1, index - 1 - _LOOK_BACK), -1):
        if reading.norm(at).startswith(reading.lexicon.change) and reading.lexemes[at].kind == "word":
            return not is_apart
        if reading.lexemes[at].kind == "number":
            is_apart = False
        if reading.is_break(at):
            return False
    return False


def _separator(reading: Reading, index: int, stop: int) -> tuple[str, int] | None:
    """What joins the amount before `stop` with the next ("dash", "words" for from ... to, "change"), and where that one starts."""
    if stop >= len(reading.lexemes) or reading.lexemes[stop].gap == "\n":
        return None
    word, before, ranges = reading.norm(stop), _word_before(reading, index), reading.lexicon.ranges
    if word in _DASHES:
        return "dash", stop + 1
    dots = reading.lexicon.dots.find(reading.lexemes, stop)
    if dots and reading.is_glued(stop) and reading.is_glued(dots[1]):
        return "dash", dots[1]
    if word in ranges["and"] and before in ranges["between"]:
        return "words", stop + 1
    if word not in ranges["to"]:
        return None
    if before in ranges["change_from"]:
        return "change", stop + 1
    if before in ranges["from"]:
        return "change" if changes_before(reading, index) else "words", stop + 1
    return ("words", stop + 1) if reading.lexicon.language == "en" else None


def _is_distance(reading: Reading, index: int, first: Figure, second: Figure) -> bool:
    """ "fell by five cents to $2", "rose 0.3% to 5.2%": how far and where to; "rose by 5 to 10 percent" is a range."""
    before = reading.norm(index - 1)
    is_far = before in reading.lexicon.ranges["by"] or (index > 0 and before.startswith(reading.lexicon.change) and len(before) > 2)
    if first.unit == second.unit == "concentr-percent" and first.value < second.value <= _NEAR * first.value:
        return False  # "consumption falls 3% to 4% a year"
    return is_far and bool(first.unit and second.unit) and first.scale == second.scale and reading.lexicon.language == "en"


def _word_before(reading: Reading, index: int) -> str:
    """The word before the amount, behind a qualifier («от примерно 3 до 5 млрд»)."""
    found = reading.lexicon.qualifiers.find_before(reading.lexemes, index)
    if found and reading.norm(index - 1) not in reading.lexicon.ranges["from"]:
        return reading.norm(found[1] - 1)
    return reading.norm(index - 1)


def _range(reading: Reading, first: Figure, second: Figure, *, has_dash: bool) -> tuple[Figure, ...]:
    """One figure with two ends; the first alone where the two don't belong together."""
    low, high = _lend(first, second)
    if (
        low.unit != high.unit
        or high.value <= low.value
        or ((has_dash or _is_moment(reading, first)) and _is_year_and_value(reading, first, second))
        or _goes_on(reading, second)
    ):
        return (first,)
    rule = f"{high.rule}.range"
    return (replace(low, stop=high.stop, upper=high.value, unit=high.unit, scale=high.scale, rule=rule, per=high.per, resume=high.resume),)


def _lend(first: Figure, second: Figure) -> tuple[Figure, Figure]:
    """«3–5 млрд», $3-5bn: the unit and the scale stand once."""
    if first.unit and not second.unit and first.rule == "money.sign":
        return _scaled(first, second), replace(second, unit=first.unit, rule=first.rule)
    if not first.unit:
        return replace(_scaled(first, second), unit=second.unit), second
    return _scaled(first, second), second


def _scaled(first: Figure, second: Figure) -> Figure:
    is_shared = first.scale == 1 and second.scale != 1 and first.value * second.scale < second.value
    return replace(first, value=first.value * second.scale) if is_shared else first


def _is_moment(reading: Reading, first: Figure) -> bool:
    """Whether the number before "to" is a year by the word before it: "fell from $5bn in 2021 to $3bn"; "2,000 to 2,400 acres" has none."""
    return reading.norm(first.first - 1) in reading.lexicon.ranges["moment"] and reading.lexemes[first.first].text.isdecimal()


def _is_year_and_value(reading: Reading, first: Figure, second: Figure) -> bool:
    """«2021 – 1,2 процента», «2024 год — 5 млрд»: a year and its value."""
    own = first.stop - first.first == 1
    return own and _is_year(first.value) and not (_is_year(second.value) and second.scale == 1) and reading.lexemes[first.stop].gap != ""


def _is_year(value: Decimal) -> bool:
    return value == value.to_integral_value() and int(value) in _YEARS


def _goes_on(reading: Reading, second: Figure) -> bool:
    """8-800-555-35-35, 2026-02-27: a code, no range."""
    at = second.stop
    return reading.norm(at) in _DASHES and reading.is_glued(at) and reading.norm(at + 1)[:1].isdigit() and reading.is_glued(at + 1)


def _change(reading: Reading, first: Figure, second: Figure) -> tuple[Figure, ...]:
    """«вырос с 5 до 10 процентов»: two figures, the first with the unit of the second."""
    if not first.unit and not second.unit and second.scale > 1 and first.scale == 1 and first.value < _SHARED_BELOW:
        return replace(first, value=first.value * second.scale, scale=second.scale), second
    if not first.unit and second.unit and not (_is_year(first.value) and first.scale == 1):
        shared = first.scale == 1 and second.scale > 1 and first.value < _SHARED_BELOW
        scaled = replace(first, value=first.value * second.scale, scale=second.scale) if shared else first
        rule = f"{second.rule}.lent"
        return replace(scaled, unit=second.unit, rule=rule), second
    if first.unit and not second.unit and second.scale == 1 and not is_money(first.unit) and not _is_year(second.value):
        return first, replace(second, unit=first.unit, rule=f"{first.rule}.lent")
    return first, second
