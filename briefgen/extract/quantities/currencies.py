"""Figures with an open or missing unit -> figures with one: «долларов» of which country, «до 4,8 млрд» of what."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from briefgen.extract.quantities.figure import Figure, Reading
from briefgen.extract.quantities.lexicon import is_money
from briefgen.extract.quantities.ranges import changes_before

NO_CURRENCY = "XXX"
_MOST_BACK = 12  # figures: a longer row is a table, and its unit stands at its head
_DASHES = frozenset("—–-")
_ALIKE = 3  # times: the same thing a year before or elsewhere is of its size
_MONEY_REACH = 6  # words before a number in which a word of money makes it a sum
_REACH = 300  # characters in which a country named beside a bare «рублей» makes it that country's; the length of a long sentence


def settle_family(reading: Reading, figure: Figure, named: frozenset[str]) -> Figure:
    """The figure with the currency that its word means here; `named` are the currencies that the text spells out.

    A dollar is the American one unless the sentence names another dollar country alone and the text spells that dollar out.
    """
    family = reading.lexicon.families.get(figure.unit)
    if family is None:
        return figure
    code = _nearest(reading, figure, family, named)
    rule = figure.rule if code else f"{figure.rule}.assumed-currency"
    return replace(figure, unit=code or family["default"], rule=rule)


def settle_missing(reading: Reading, figures: Sequence[Figure], *, bare_numbers: bool) -> tuple[Figure, ...]:
    """Scaled numbers with no unit take one from a figure before them, or become money with no currency; lone numbers stay as they are.

    With `bare_numbers` a number that has nothing to tell its unit is a number, not money.
    """
    settled: list[Figure] = []
    for figure in figures:
        lender = _lender(reading, figure, settled) if not figure.unit else None
        if lender is not None:
            figure = replace(figure, unit=lender.unit, rule="elided")
        elif not figure.unit and figure.scale >= 10**6 and figure.rule in ("number", "number.range") and not bare_numbers:
            unit = "count" if _counts_people(reading, figure) else NO_CURRENCY
            figure = replace(figure, unit=unit, rule="money.no-currency" if unit == NO_CURRENCY else "count.people")
        settled.append(figure)
    return tuple(settled)


def _nearest(reading: Reading, figure: Figure, family: Mapping[str, object], named: frozenset[str]) -> str | None:
    place = reading.lexemes[figure.first].start
    countries: Mapping[str, Sequence[str]] = family["countries"]  # type: ignore[assignment]
    distances = ((_distance(reading.text, tuple(stems), place), code) for code, stems in countries.items())
    mentions = [(distance, code) for distance, code in distances if distance is not None]
    if not mentions:
        return None
    code = min(mentions)[1]
    home_stems: tuple[str, ...] = family["home"]  # type: ignore[assignment]
    if not home_stems:
        return code
    home = _distance(reading.text, home_stems, place)
    is_alone = sum(other <= _REACH for other, _ in mentions) == 1
    is_near = is_alone and (home is None or home > _REACH)
    return code if is_near and (figure.unit != "dollar" or code in named) else None


def _distance(text: str, stems: tuple[str, ...], place: int) -> int | None:
    """Characters to the nearest word that starts with one of the stems; capitals of the stems count where they have them."""
    places = _places(text, stems)
    if not places:
        return None
    at = bisect_left(places, place)
    return min(abs(places[index] - place) for index in (at - 1, at) if 0 <= index < len(places))


@lru_cache(maxsize=256)
def _places(text: str, stems: tuple[str, ...]) -> tuple[int, ...]:
    cased = any(stem[0].isupper() for stem in stems)
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, stems)) + ")", 0 if cased else re.IGNORECASE)
    return tuple(match.start() for match in pattern.finditer(text))


def _lender(reading: Reading, figure: Figure, settled: Sequence[Figure]) -> Figure | None:
    """The figure whose unit an elided one shares: linked to it («с 8,8 млрд долларов до 4,8 млрд»), or the last sum."""
    if figure.scale == 1:
        return None
    sentences = 0
    at = figure.first
    for other in reversed(settled[-_MOST_BACK:]):
        while at > other.stop:
            if reading.lexemes[at].gap == "\n":
                return None
            sentences += reading.is_break(at)
            at -= 1
        if sentences > 1 or (sentences and not _continues(reading, figure)):
            return None
        if other.equivalent_of is not None or not other.unit or other.unit in ("times", "concentr-portion", "count"):
            continue
        is_linked = not sentences and reading.lexicon.links.find_before(reading.lexemes, figure.first) is not None
        is_linked = is_linked and not (_is_price(reading, figure) and not is_money(other.unit))
        if (is_money(other.unit) and other.unit != NO_CURRENCY) or (is_linked and other.scale > 1) or _is_alike(reading, other, figure):
            return other
    return None


def _is_price(reading: Reading, figure: Figure) -> bool:
    """«50 млн тонн на 30 миллионов», but «выросла на 5 млн тонн, а годом ранее на 3 миллиона»."""
    return reading.norm(figure.first - 1) in reading.lexicon.for_money and not changes_before(reading, figure.first)


def _is_alike(reading: Reading, other: Figure, figure: Figure) -> bool:
    """«50 млрд кубометров, годом ранее — 47,8 миллиарда»: a measure of the same scale and size, and no word of money by the number."""
    if is_money(other.unit) or other.scale != figure.scale or not other.value:
        return False
    stands_for_verb = reading.norm(figure.first - 1) in _DASHES  # «Россия поставила 72 млн тонн, Франция — 14 млн»
    if not stands_for_verb and not 1 / _ALIKE < figure.value / other.value < _ALIKE:
        return False
    near = (reading.norm(at) for at in range(max(other.stop, figure.first - _MONEY_REACH), figure.stop + 3))
    return not any(word.startswith(reading.lexicon.money_deals) or word in reading.lexicon.for_money for word in near if word)


def _continues(reading: Reading, figure: Figure) -> bool:
    """«Это где-то на 8 миллиардов больше»: the sentence goes on about the sum before it."""
    behind = reading.lexicon.continuing.find(reading.lexemes, figure.stop)
    first = figure.first
    while first > 0 and figure.first - first < _MOST_BACK and not reading.is_break(first):
        first -= 1
    return behind is not None or reading.lexicon.continuing.find(reading.lexemes, first) is not None


def _counts_people(reading: Reading, figure: Figure) -> bool:
    """«население достигло 1,4 миллиарда»."""
    for at in range(figure.first - 1, max(-1, figure.first - 12), -1):
        if reading.norm(at).startswith(reading.lexicon.people):
            return True
        if reading.is_break(at):
            return False
    return False
