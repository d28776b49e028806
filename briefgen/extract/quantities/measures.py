"""A number -> the same with the unit behind it, and with the second half of a price or a rate: «5 тонн», «80 долларов за баррель»."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from briefgen.extract.quantities.figure import Figure, Reading
from briefgen.extract.quantities.lexicon import is_money
from briefgen.language.numeral_words import numeral_words
from briefgen.language.numerals import numeral_at, scale_at

_HYPHEN = "-"
_LATER_LETTERS = frozenset("едпнк")  # «т. е.», «т. д.», «т. п.», «т. н.», «т. к.» after a number are no tonnes
_YEARS = range(1000, 2101)
_NEW_YEAR = 1800
_OLD_YEAR = 100  # «в 988 г.», but «в 5 г сахара»
_LONGEST_ABBREVIATION = 3
_WEIGHED = 4  # words between "weighs" and its pounds


def with_unit(reading: Reading, figure: Figure) -> Figure:
    """The figure with the unit that stands behind it, if one does."""
    at = _unit_place(reading, figure)
    if at >= len(reading.lexemes) or reading.lexemes[at].gap == "\n":
        return figure
    words = reading.lexicon
    if words.percent_adjective and reading.norm(at).startswith(words.percent_adjective) and not reading.norm(at + 1).startswith("пункт"):
        return replace(figure, unit="concentr-percent", rule="percent.adjective", stop=at + 1)
    found, minor = words.units.find(reading.lexemes, at), words.minor.find(reading.lexemes, at)
    if minor and (found is None or minor[1] > found[1]):
        if not _is_unit(reading, figure, at, minor[1]):
            return figure
        return replace(figure, unit=minor[0].split()[0], rule="money.minor", stop=minor[1], value=figure.value / 100)
    if found is None or not _is_unit(reading, figure, at, found[1]):
        return figure
    unit, _, factor = str(found[0]).partition("*")
    unit = _pounds(reading, figure, unit, at, found[1])
    rule = "money.word" if is_money(unit) else "percent" if unit == "concentr-percent" else "measure"
    scale = Decimal(factor or 1)
    figure = replace(figure, unit=unit, rule=rule, stop=found[1], value=figure.value * scale, scale=figure.scale * scale)
    if reading.lexemes[found[1] - 1].kind == "sign" and is_money(unit):
        return said_twice(reading, figure)
    return _with_half(reading, _with_dot(reading, _with_late_scale(reading, figure, at)))


def said_twice(reading: Reading, figure: Figure) -> Figure:
    """ "$5 million dollars", "$100 CAD", "100$ CAD", «$200 млн США»: the currency said twice, or its country."""
    at = figure.stop
    if at >= len(reading.lexemes) or reading.lexemes[at].gap == "\n":
        return figure
    family = reading.lexicon.families.get(figure.unit)
    if family and reading.norm(at) in family["behind"]:
        return replace(figure, unit=family["behind"][reading.norm(at)], stop=at + 1)
    found = reading.lexicon.units.find(reading.lexemes, at)
    if found and (found[0] == figure.unit or (family and found[0] in family["codes"])):
        return replace(figure, unit=found[0], stop=found[1])
    return figure


def _unit_place(reading: Reading, figure: Figure) -> int:
    """Where the unit may stand: behind a hyphen, behind «и более», behind "of a"."""
    at, words = figure.stop, reading.lexicon
    if figure.is_fraction and reading.norm(at) == "of" and reading.norm(at + 1) in ("a", "an"):
        return at + 2
    behind = words.qualifiers_behind.find(reading.lexemes, at)
    if behind and reading.lexemes[at].gap != "\n" and words.units.find(reading.lexemes, behind[1]):
        return behind[1]
    return at + 1 if reading.norm(at) == _HYPHEN and reading.is_glued(at) and reading.is_glued(at + 1) else at


def _with_dot(reading: Reading, figure: Figure) -> Figure:
    """«5 кг. муки»: the dot of an abbreviation, since the sentence goes on in small letters."""
    last, at = reading.lexemes[figure.stop - 1], figure.stop
    if last.kind != "word" or len(last.text) > _LONGEST_ABBREVIATION or reading.norm(at) != "." or not reading.is_glued(at):
        return figure
    following = reading.lexemes[at + 1] if at + 1 < len(reading.lexemes) else None
    goes_on = following is not None and following.kind == "word" and following.gap == " " and following.text[0].islower()
    return replace(figure, stop=at + 1) if goes_on else figure


def _with_half(reading: Reading, figure: Figure) -> Figure:
    """ "a mile and a half", «два километра с половиной», "one ton and a quarter": a part of the unit behind it."""
    added = numeral_words(reading.lexicon.language).added.find(reading.lexemes, figure.stop)
    is_whole = figure.value == figure.value.to_integral_value() and figure.scale == 1 and not figure.is_fraction
    if added is None or not is_whole or Decimal(added[0]) == 0 or reading.lexemes[figure.stop].gap == "\n":
        return figure
    return replace(figure, value=figure.value + Decimal(added[0]), stop=added[1])


def _with_late_scale(reading: Reading, figure: Figure, at: int) -> Figure:
    """ "5.4 EUR bn"."""
    code = reading.lexemes[at].text
    if figure.scale > 1 or not (len(code) == 3 and code.isascii() and code.isupper() and is_money(figure.unit)):
        return figure
    scale = scale_at(reading.lexemes, figure.stop, reading.lexicon.language)
    if scale is None or reading.lexemes[figure.stop].gap != " ":
        return figure
    return replace(figure, value=figure.value * scale[0], scale=scale[0], stop=scale[1])


def _is_unit(reading: Reading, figure: Figure, at: int, stop: int) -> bool:
    """Letters and words that are units only in the right company."""
    norm, behind = reading.norm(at), reading.norm(stop)
    if norm == "т" and stop <= at + 2 and ((behind in _LATER_LETTERS and reading.norm(stop - 1) == ".") or behind == "."):
        return reading.norm(stop if behind != "." else stop + 1)[:1] not in _LATER_LETTERS
    if stop > at + 1 and reading.norm(at + 1) != ".":
        return True
    if norm in reading.lexicon.lonely and behind and _is_word_near(reading, stop):
        return behind in reading.lexicon.lonely_before
    if norm == "won":
        return abs(figure.value) >= 1000 and (figure.scale > 1 or "," in reading.lexemes[figure.first].text)
    if norm in ("p", "c") and not (reading.is_glued(at) and behind != "."):
        return False
    if norm == "г":
        before, words = reading.norm(figure.first - 1), reading.lexicon
        is_placed = before in words.years_before or (before in words.years_until and "." in (behind, reading.norm(stop - 1)))
        is_old = _OLD_YEAR <= figure.value < _YEARS.stop and is_placed
        is_round = figure.value % 50 == 0 and figure.value < _NEW_YEAR  # «1500 г муки»
        is_year = figure.scale == 1 and figure.value == int(figure.value) and int(figure.value) in _YEARS and not is_round
        return not is_old and not is_year
    return True


def _is_word_near(reading: Reading, at: int) -> bool:
    return at < len(reading.lexemes) and reading.lexemes[at].kind == "word" and reading.lexemes[at].gap == " "


def _pounds(reading: Reading, figure: Figure, unit: str, at: int, stop: int) -> str:
    """Pounds of weight: "150-pound", "two pounds of sugar", "weighs 150 pounds", «два фунта мяса»."""
    if unit != "pound":
        return unit
    words = reading.lexicon
    if reading.norm(at - 1) == _HYPHEN or _is_pound_of(reading, figure, stop):
        return "mass-pound"
    before = (reading.norm(place) for place in range(max(0, figure.first - _WEIGHED), figure.first))
    return "mass-pound" if any(word.startswith(words.weighed) for word in before if word) else unit


def _is_pound_of(reading: Reading, figure: Figure, stop: int) -> bool:
    """Whether a thing that is weighed, and no money, stands behind: "of sugar", «мяса»."""
    words = reading.lexicon
    if words.language == "en":
        return reading.norm(stop) == "of" and not reading.norm(stop + 1).startswith(words.money_nouns) and figure.scale < 10**6
    if figure.scale > 1 or not _is_word_near(reading, stop) or reading.norm(stop).startswith(words.money_nouns + words.money_sums):
        return False
    from briefgen.language.morphology import parse

    best = parse(reading.lexemes[stop].text)[0].tag
    return best.POS == "NOUN" and best.case == "gent" and "inan" in best and "Geox" not in best


def with_per(reading: Reading, figure: Figure) -> Figure:
    """The words behind a price or a rate; the span stays without them."""
    at, words = figure.stop, reading.lexicon
    if not figure.unit or at >= len(reading.lexemes) or reading.lexemes[at].gap == "\n":
        return figure
    if reading.norm(at) in words.fixed_rates:
        return replace(figure, per=reading.lexemes[at].text)
    stop = None
    if reading.norm(at) in words.per_time and reading.norm(at + 1) in words.periods and reading.norm(at + 2) not in words.distances:
        stop = at + 2
    elif is_money(figure.unit) and reading.norm(at) in words.per_money:
        numeral = numeral_at(reading.lexemes, at + 1, words.language)
        found = words.units.find(reading.lexemes, numeral.stop if numeral else at + 1)
        stop = found[1] if found and not is_money(str(found[0]).partition("*")[0]) else None
    if stop is None:
        return figure
    return replace(figure, resume=stop, per=reading.text[reading.lexemes[at].start : reading.lexemes[stop - 1].stop])
