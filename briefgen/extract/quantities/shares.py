"""Multiples («вдвое», «в 2,5 раза», "threefold") and shares («половина», "two thirds") -> figures without a number of their own unit."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from briefgen.extract.quantities.figure import Figure, Reading
from briefgen.extract.quantities.ranges import changes_before

_BOTTOMS = frozenset({"2", "3", "4", "5", "6", "8", "10"})
_PLACES = Decimal("0.0001")  # a third is 0.3333: enough to tell shares apart


def word_at(reading: Reading, index: int) -> Figure | None:
    """A multiple or a share that is a word: «вдвое», «половина»."""
    multiple = reading.lexicon.multiples.find(reading.lexemes, index)
    if multiple:
        return Figure(index, multiple[1], Decimal(multiple[0]), "times", "times.word", is_worded=True)
    share = _digits(reading, index) or reading.lexicon.shares.find(reading.lexemes, index)
    if share is None or _is_no_share(reading, index, share[1]):
        return None
    is_head = reading.norm(index) == "half"  # "half of", "half the": the word alone is the share
    return Figure(index, index + 1 if is_head else share[1], _fraction(share[0]), "concentr-portion", "share.word", is_worded=True)


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


def _digits(reading: Reading, index: int) -> tuple[str, int] | None:
    """«1/3 запасов», "3/4 of the votes"."""
    if (
        index + 3 >= len(reading.lexemes)
        or reading.norm(index + 1) != "/"
        or not (reading.is_glued(index + 1) and reading.is_glued(index + 2))
    ):
        return None
    top, bottom, behind = reading.norm(index), reading.norm(index + 2), reading.lexemes[index + 3]
    if not (len(top) == 1 and top.isdecimal() and bottom in _BOTTOMS and int(top) < int(bottom)) or reading.is_glued(index):
        return None
    return (f"{top}/{bottom}", index + 3) if behind.kind == "word" and behind.gap == " " else None


def _is_no_share(reading: Reading, index: int, stop: int) -> bool:
    """«первая половина», «четверть века», «два с половиной»."""
    words = reading.lexicon
    if index > 0 and not reading.is_break(index) and words.not_shares_before.find_before(reading.lexemes, index):
        return True
    if reading.norm(index) == "a" and reading.norm(stop) != "of" and not _is_measured(reading, index):
        return True
    at = stop
    if reading.norm(at) in ("of", "a", "the"):
        at += 1
    if reading.norm(at) in ("a", "the", "-"):
        at += 1
    return at < len(reading.lexemes) and (words.not_shares_behind.find(reading.lexemes, at) is not None or reading.norm(at)[:1].isdigit())


def _is_measured(reading: Reading, index: int) -> bool:
    """ "by a third", "nearly a quarter", not "a third bank"."""
    return reading.norm(index - 1) in ("by", "than") or reading.lexicon.qualifiers.find_before(reading.lexemes, index) is not None


def _fraction(text: str) -> Decimal:
    top, _, bottom = text.partition("/")
    return (Decimal(top) / Decimal(bottom)).quantize(_PLACES).normalize() if bottom else Decimal(top)
