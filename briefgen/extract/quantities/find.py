"""A text -> its quantities, by rules alone: what amounts, ranges, counts, shares and currencies find, in text order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from briefgen.extract.identity import identify
from briefgen.extract.quantities.counts import count_at, is_excluded, parts_at
from briefgen.extract.quantities.currencies import settle_family, settle_missing
from briefgen.extract.quantities.elided import count_again
from briefgen.extract.quantities.figure import Figure, Reading
from briefgen.extract.quantities.grown import grown_at, may_be_grown
from briefgen.extract.quantities.inverted import inverted
from briefgen.extract.quantities.lexicon import dimension, is_money, lexicon
from briefgen.extract.quantities.qualifiers import qualifier_of
from briefgen.extract.quantities.ranges import figures_at
from briefgen.extract.quantities.series import lend_in_series
from briefgen.extract.quantities.shares import one_in_at, portion_at, times_at, word_at
from briefgen.extract.quantities.singles import single_at
from briefgen.language import lexemes
from briefgen.language.document import Sentence
from briefgen.language.numerals import bare_number_at
from briefgen.language.ordinals import ordinal_at
from briefgen.model import Quantity

_DOTLESS = frozenset({"млн", "млрд", "трлн"})


def find_quantities(text: str, language: str, *, bare_numbers: bool = False) -> tuple[Quantity, ...]:
    """The figures of any text; labels, holders and dates need a Document and stay empty.

    `bare_numbers` adds numbers with no unit, as unit `number`.
    """
    return tuple(replace(found, label="") for found in quantities_of(text, language, (), bare_numbers=bare_numbers))


def quantities_of(text: str, language: str, sentences: Sequence[Sentence], *, bare_numbers: bool = False) -> tuple[Quantity, ...]:
    """The figures of a text with ids that come from the words of their sentences; the label is that of a rate alone («за баррель»)."""
    found = find_figures(text, language, bare_numbers=bare_numbers)
    quantities = identify("q", (quantity for quantity, _, _ in found), text, sentences)
    ids = {first: quantity.id for quantity, (_, first, _) in zip(quantities, found, strict=True)}
    return tuple(
        replace(quantity, equivalent_of=ids.get(main) if main is not None else None)
        for quantity, (_, _, main) in zip(quantities, found, strict=True)
    )


def find_figures(text: str, language: str, *, bare_numbers: bool = False) -> list[tuple[Quantity, int, int | None]]:
    """Quantities without ids, each with the number of its first lexeme and that of the amount it converts."""
    reading = lexemes.read(text, lexicon(language))
    figures = lend_in_series(reading, list(_scan(reading, bare_numbers=bare_numbers)))
    figures = [figure for at, figure in enumerate(figures) if at == 0 or not _is_echo(reading, figures[at - 1], figure)]
    if not bare_numbers:
        figures = _with_counts(reading, figures)
    named = frozenset(figure.unit for figure in figures)
    figures = [settle_family(reading, figure, named) for figure in figures]
    figures = list(settle_missing(reading, _link_equivalents(reading, figures), bare_numbers=bare_numbers))
    found = []
    for figure in figures:
        if not figure.unit and not bare_numbers:
            continue
        found.append((_quantity(reading, figure), figure.first, figure.equivalent_of))
    return found


def _scan(reading: Reading, *, bare_numbers: bool) -> Iterator[Figure]:
    """Figures in text order, none over another; numbers with no unit among them, for the passes that find them one."""
    index = free = 0
    openers = reading.lexicon.openers
    while index < len(reading.lexemes):
        lexeme = reading.lexemes[index]
        if lexeme.kind != "number" and lexeme.norm not in openers and not may_be_grown(reading, lexeme):
            index += 1
            continue
        figures = _figures_from(reading, index, bare_numbers=bare_numbers)
        if len(figures) == 1:
            figures = (inverted(reading, figures[0], free) or figures[0],)
        for figure in figures:
            qualifier = qualifier_of(reading, figure)
            yield replace(figure, qualifier="about" if figure.is_vague and qualifier == "exact" else qualifier)
        index = max([index + 1, *(max(figure.stop, figure.resume) for figure in figures)])
        free = max([free, *(figure.stop for figure in figures)])


def _figures_from(reading: Reading, index: int, *, bare_numbers: bool) -> tuple[Figure, ...]:
    single = grown_at(reading, index) or word_at(reading, index) or one_in_at(reading, index)
    if single:
        return (_unless_bare(reading, single, bare_numbers=bare_numbers),)
    ordinal = ordinal_at(reading.lexemes, index, reading.lexicon.language)
    if ordinal:
        return (Figure(index, ordinal.stop, ordinal.value, "", "number.ordinal", is_worded=ordinal.is_worded),)
    parts = parts_at(reading, index)
    if parts:
        return parts
    one = single_at(reading, index)
    if one:
        return (one,)
    figures = tuple(figure for raw in figures_at(reading, index) if (figure := _with_noun(reading, raw)) is not None)
    if figures or not bare_numbers:
        return figures
    if index > 0 and reading.norm(index - 1) in reading.lexicon.indefinite:
        return ()  # "a few hundred"
    bare = bare_number_at(reading.lexemes, index, reading.lexicon.language)
    return (Figure(index, bare.stop, bare.value, "", "number.word", is_worded=True, is_vague=bare.is_vague),) if bare else ()


def _unless_bare(reading: Reading, share: Figure, *, bare_numbers: bool) -> Figure:
    """Where numbers are looked for, a share of nothing is one: "two thirds" alone."""
    is_alone = share.stop >= len(reading.lexemes) or reading.lexemes[share.stop].kind != "word"
    return replace(share, unit="", rule="number.fraction") if bare_numbers and is_alone and share.rule == "share.word" else share


def _with_noun(reading: Reading, figure: Figure) -> Figure | None:
    """A figure that has a unit as it is; else as a multiple or a count; else as a number that may yet borrow a unit."""
    if figure.unit:
        return figure
    if is_excluded(reading, figure):
        times = times_at(reading, figure)
        return times or replace(figure, rule="number.excluded", scale=Decimal(1))
    return times_at(reading, figure) or portion_at(reading, figure) or _unless_money(reading, count_at(reading, figure)) or figure


def _unless_money(reading: Reading, figure: Figure | None) -> Figure | None:
    """«10 миллиардов инвестиций» is money with no currency, no count; so are «300 тысяч расходов»."""
    noun = reading.norm(figure.stop - 1) if figure else ""
    if figure and figure.scale >= 10**6 and noun.startswith(reading.lexicon.money_nouns):
        return None
    if figure and figure.scale >= 10**3 and noun.startswith(reading.lexicon.money_sums):
        return None
    return figure


def _with_counts(reading: Reading, figures: Sequence[Figure]) -> list[Figure]:
    counted: list[Figure] = []
    for figure in figures:
        counted.append(count_again(reading, figure, counted[-1:]))
    return counted


def _is_echo(reading: Reading, before: Figure, figure: Figure) -> bool:
    """«13% (тринадцать процентов)»: the same once more in words."""
    is_inside = figure.first == before.stop + 1 and reading.norm(before.stop) == "(" and reading.norm(figure.stop) == ")"
    return is_inside and figure.is_worded and bool(figure.unit) and (figure.unit, figure.value) == (before.unit, before.value)


def _link_equivalents(reading: Reading, figures: Sequence[Figure]) -> list[Figure]:
    """Conversions in brackets: «4 миллиарда фунтов (413,2 миллиарда рублей)», "1,546 trillion rials ($175.6bn; £93.6bn)"."""
    linked: list[Figure] = []
    for figure in figures:
        main = _main_of(reading, linked[-1], figure) if linked and figure.unit else None
        linked.append(replace(figure, equivalent_of=main))
    return linked


def _main_of(reading: Reading, before: Figure, figure: Figure) -> int | None:
    if not before.unit or before.unit == figure.unit or dimension(before.unit) != dimension(figure.unit):
        return None
    if not is_money(figure.unit) and dimension(figure.unit) in ("concentr", "count", "times", "percentage"):
        return None
    start = _before_qualifiers(reading, figure.first)
    between = [reading.norm(at) for at in range(before.stop, start)]
    if before.equivalent_of is not None and between and all(word in reading.lexicon.in_brackets for word in between):
        return before.equivalent_of
    if between[:1] == ["("] and all(word in reading.lexicon.in_brackets for word in between[1:]):
        return before.first
    is_or = len(between) == 2 and between[0] == "," and between[1] in reading.lexicon.conversion
    return before.first if is_or and is_money(figure.unit) else None


def _before_qualifiers(reading: Reading, index: int) -> int:
    while index > 0:
        found = reading.lexicon.qualifiers.find_before(reading.lexemes, index)
        if found is None:
            return index
        index = found[1]
    return index


def _quantity(reading: Reading, figure: Figure) -> Quantity:
    start, stop = reading.lexemes[figure.first].start, reading.lexemes[_trim(reading, figure) - 1].stop
    return Quantity(
        id="",
        start=start,
        stop=stop,
        surface=reading.text[start:stop],
        value=_plain(figure.value),
        upper=None if figure.upper is None else _plain(figure.upper),
        unit=figure.unit or "number",
        qualifier=figure.qualifier,
        label=figure.per,
        holder=None,
        as_of=None,
        equivalent_of=None,
        rule=figure.rule,
    )


def _trim(reading: Reading, figure: Figure) -> int:
    """The figure's end without the full stop of the sentence, which the dot of an abbreviation may be too.

    Where the text ends the dot of «руб.» is kept; «млн» has none.
    """
    stop = figure.stop
    is_last = stop == len(reading.lexemes) or reading.lexemes[stop].gap == "\n" or reading.lexemes[stop].text[0].isupper()
    if not is_last or reading.lexemes[stop - 1].text != "." or stop - figure.first < 2:
        return stop
    return stop if stop == len(reading.lexemes) and reading.norm(stop - 2) not in _DOTLESS else stop - 1


def _plain(value: Decimal) -> Decimal:
    """The value with no trailing zeros and no exponent: 4000000000, 2.5."""
    return Decimal(format(value.normalize(), "f"))
