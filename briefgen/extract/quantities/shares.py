"""Multiples («вдвое», «в 2,5 раза», "threefold") and shares («половина», "two thirds") -> figures without a number of their own unit."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from briefgen.extract.quantities.figure import Figure, Reading
from briefgen.extract.quantities.ranges import changes_before
from briefgen.language.digits import divided, fraction
from briefgen.language.numerals import numeral_at

_MOST_PARTS = 9  # nine in ten
_MOST_WHOLE = 1000


def word_at(reading: Reading, index: int) -> Figure | None:
    """A multiple or a share that is a word: «вдвое», «половина»."""
    multiple = reading.lexicon.multiples.find(reading.lexemes, index)
    if multiple:
        return Figure(index, multiple[1], Decimal(multiple[0]), "times", "times.word", is_worded=True)
    twice = reading.lexicon.times_words.find(reading.lexemes, index)
    if twice and reading.norm(twice[1]) in reading.lexicon.times_behind:
        return Figure(index, twice[1], Decimal(twice[0]), "times", "times.word", is_worded=True)
    share = reading.lexicon.shares.find(reading.lexemes, index)
    if share is None or _is_no_share(reading, index, share[1]):
        return None
    # "half of", "half the": the word alone is the share; "by half": without its preposition
    first = index + (reading.norm(index) in ("by", "in"))
    stop = index + 1 if reading.norm(index) == "half" else share[1]
    return Figure(first, stop, fraction(share[0]), "concentr-portion", "share.word", is_worded=True)


def portion_at(reading: Reading, figure: Figure) -> Figure | None:
    """The fraction as a share: «две пятых добычи», "3/8 of the votes"."""
    at = figure.stop
    if not figure.is_fraction or figure.unit or not 0 < figure.value < 1 or at >= len(reading.lexemes) or reading.lexemes[at].gap != " ":
        return None
    is_share = reading.norm(at) == "of" if reading.lexicon.language == "en" else _is_genitive(reading.lexemes[at].text)
    return replace(figure, unit="concentr-portion", rule="share.fraction") if is_share else None


def one_in_at(reading: Reading, index: int) -> Figure | None:
    """ "one in five people", "1 in 5": a share; "one in 2020" and "two in three days" are none."""
    if reading.lexicon.language != "en":
        return None
    part = numeral_at(reading.lexemes, index, "en")
    if part is None or not 1 <= part.value <= _MOST_PARTS or reading.norm(part.stop) != "in" or reading.is_glued(index):
        return None
    whole = numeral_at(reading.lexemes, part.stop + 1, "en")
    if whole is None or not part.value < whole.value <= _MOST_WHOLE or whole.is_worded != part.is_worded or whole.is_fraction:
        return None
    if (
        reading.lexicon.excluded.find(reading.lexemes, whole.stop)
        or reading.is_glued(whole.stop)
        or whole.value != whole.value.to_integral_value()
    ):
        return None
    value = divided(part.value, whole.value)
    return Figure(index, whole.stop, value, "concentr-portion", "share.one-in", is_worded=True, is_fraction=True)


def _is_genitive(word: str) -> bool:
    from briefgen.language.morphology import parse

    if not "а" <= word[0].lower() <= "я":
        return False
    return any("gent" in reading.tag and reading.tag.POS in ("NOUN", "ADJF", "PRTF", "NPRO") for reading in parse(word))


def times_at(reading: Reading, figure: Figure) -> Figure | None:
    """The figure as a multiple: «в 2,5 раза», "three times as much"; «три раза» is how often something happened."""
    found = reading.lexicon.times.find(reading.lexemes, _behind_hyphen(reading, figure.stop))
    if figure.unit or found is None or reading.lexemes[figure.stop].gap == "\n":
        return None
    words = reading.lexicon
    if words.times_before:
        is_multiple = (
            reading.norm(_before_qualifier(reading, figure.first) - 1) in words.times_before
            or reading.norm(figure.first - 1) in words.times_before
        )
    else:
        is_multiple = (
            reading.norm(found[1] - 1) == "fold" or reading.norm(found[1]) in words.times_behind or changes_before(reading, figure.first)
        )
    return replace(figure, unit="times", rule="times.number", stop=found[1]) if is_multiple else None


def _before_qualifier(reading: Reading, index: int) -> int:
    at = index
    while at > 0 and reading.norm(at - 1) in reading.lexicon.between and reading.norm(at - 1) not in reading.lexicon.times_before:
        at -= 1
    found = reading.lexicon.qualifiers.find_before(reading.lexemes, at)
    return found[1] if found else index


def _behind_hyphen(reading: Reading, at: int) -> int:
    return at + 1 if reading.norm(at) == "-" and reading.is_glued(at) else at


def _is_no_share(reading: Reading, index: int, stop: int) -> bool:
    """«первая половина», «четверть века», «два с половиной»."""
    words = reading.lexicon
    if index > 0 and not reading.is_break(index) and words.not_shares_before.find_before(reading.lexemes, index):
        return True
    if reading.norm(index) == "a" and reading.norm(stop) != "of" and not _is_measured(reading, index):
        return True
    at = stop
    if words.units.find(reading.lexemes, at + 2 * (reading.norm(at) == "of" and reading.norm(at + 1) in ("a", "an"))):
        return True
    if reading.norm(at) in ("of", "a", "the"):
        at += 1
    if reading.norm(at) in ("a", "the", "-"):
        at += 1
    return at < len(reading.lexemes) and (words.not_shares_behind.find(reading.lexemes, at) is not None or reading.norm(at)[:1].isdigit())


def _is_measured(reading: Reading, index: int) -> bool:
    """ "by a third", "nearly a quarter", not "a third bank"."""
    return reading.norm(index - 1) in ("by", "than") or reading.lexicon.qualifiers.find_before(reading.lexemes, index) is not None
