"""An original and its translation -> the reasons not to trust it: what of its figures, dates, names, negations, language, length differs.

A doubt is a refusal: what is refused is printed in the original, so a strict rule costs a passage, a lax one trust.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefgen.language.annotate import annotate
from briefgen.language.document import Document
from briefgen.language.lexicon import load
from briefgen.model import DateMention, Paragraph, Quantity
from briefgen.naming.actors import code_of, codes_in
from briefgen.naming.persons import person_name
from briefgen.naming.transliteration import has_cyrillic, transliterate

_LANGUAGES = ("ru", "en")
_BARE = frozenset(("number", "count", "XXX"))  # units that say no more than a number: one language counts what the other leaves bare
_SHORTEST, _LONGEST = 0.4, 2.5  # a translation's length by its original's; people's translations of the seed lie between 0.71 and 1.40
_SHORT = 20  # characters below which lengths say nothing
_LIKE = 78  # per cent: «Кошербаевым» is Kosherbayev, Newman is not «Юнеман»; at 72 it was, at 82 five faithful translations were refused
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ANTI = re.compile(r"^(?:анти|про|пан|не)(?=[а-яё]{4})", re.IGNORECASE)
_CASE = re.compile(r"(?<=[а-яё]{3})(?:ого|ому|его|ему|ами|ыми|ими|ой|ом|ем|ым|им|ах|ых|их|ую|ою|ей|а|у|е|и|ы|ю|я)$", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Finders:
    """What finds the figures and dates of a text in a language; the stages of extraction, passed in by the pipeline."""

    quantities: Callable[[str, str], Sequence[Quantity]]
    dates: Callable[[str, str], Sequence[DateMention]]


def differences(original: str, translated: str, *, source: str, target: str, finders: Finders) -> tuple[str, ...]:
    """What differs, as words of `model.REFUSAL_REASONS`, in their order; nothing where the translation may be printed."""
    checks: dict[str, Callable[[], bool]] = {
        "numbers": lambda: _numbers(original, source, finders) == _numbers(translated, target, finders),
        "dates": lambda: _dates(original, source, finders) == _dates(translated, target, finders),
        "names": lambda: _same_names(original, translated, source, target),
        "negation": lambda: _negations(original, source) == _negations(translated, target),
        "language": lambda: _is_in(translated, target) and translated.strip() != original.strip(),
        "length": lambda: _is_as_long(original, translated),
    }
    return tuple(reason for reason, holds in checks.items() if not holds())


def _numbers(text: str, language: str, finders: Finders) -> Counter[tuple[str, ...]]:
    """Values, units and qualifiers of the figures, and each run of digits that is in neither a figure nor a date."""
    quantities = [found for found in finders.quantities(text, language) if not _is_pronoun(found)]
    days = [(date.start, date.stop) for date in finders.dates(text, language)]
    inside = [*days, *((quantity.start, quantity.stop) for quantity in quantities)]
    found = Counter(_figure(quantity) for quantity in quantities if not any(start <= quantity.start < stop for start, stop in days))
    loose = (match for match in _DIGITS.finditer(text) if not any(start <= match.start() < stop for start, stop in inside))
    return found + Counter((match[0].lstrip("0") or "0",) for match in loose)


def _is_pronoun(quantity: Quantity) -> bool:
    """«один из», "for the first time": words that the other language has without a number («впервые»)."""
    return quantity.unit == "number" and quantity.value == 1 and not _DIGITS.search(quantity.surface)


def _figure(quantity: Quantity) -> tuple[str, ...]:
    values = [format(value.normalize(), "f") for value in (quantity.value, quantity.upper) if isinstance(value, Decimal)]
    return (*values, quantity.qualifier, "" if quantity.unit in _BARE else quantity.unit)


def _dates(text: str, language: str, finders: Finders) -> Counter[tuple[str, str]]:
    return Counter((found.value, found.precision) for found in finders.dates(text, language) if not found.relative)


def _same_names(original: str, translated: str, source: str, target: str) -> bool:
    """Whether both name the same actors and the same people, each looked for in the other."""
    one, other = _document(original, source), _document(translated, target)
    return (
        codes_in(original, source) <= codes_in(translated, target) | _named(translated)
        and codes_in(translated, target) <= codes_in(original, source) | _named(original)
        and _holds(translated, _people(one, target))
        and _holds(original, _people(other, source))
    )


def _named(text: str) -> set[str]:
    """The actors that single words of a text name: inside another word («антироссийский») or name («The Washington Post»)."""
    words = (_ANTI.sub("", word) for word in _WORD.findall(text))
    return {code for word in words for language in _LANGUAGES if (code := code_of(word, language))}


def _people(document: Document, other: str) -> Iterator[tuple[str, ...]]:
    """The words of the names of a text's people, each in the spellings that it may have in a text of the other language."""
    ranks = {rank for language in _LANGUAGES for rank in load(language, "guard")["ranks"]}
    for entity in document.entities:
        if entity.kind != "PER":
            continue
        words = [word for word in _WORD.findall(entity.text) if word.casefold() not in ranks]
        known = [word for word in _WORD.findall(person_name(entity.text, document.language, other).text) if word.casefold() not in ranks]
        for index, word in enumerate(words):
            same = known[index] if len(known) == len(words) else word
            yield tuple(dict.fromkeys((*_spellings(word), *_spellings(same))))


def _spellings(word: str) -> tuple[str, str]:
    """A word in small Latin letters, with and without the ending of a Russian case."""
    return _latin(word), _latin(_CASE.sub("", word))


def _holds(text: str, people: Iterable[tuple[str, ...]]) -> bool:
    """Whether each of some people is named in a text, in whatever case and spelling."""
    from rapidfuzz import fuzz

    words = {spelling for word in _WORD.findall(text) for spelling in _spellings(word)}
    return all(any(fuzz.ratio(name, word) >= _LIKE for name in names for word in words) for names in people)


def _document(text: str, language: str) -> Document:
    return annotate(text, language, (Paragraph(1, 0, len(text)),))


def _latin(word: str) -> str:
    """Small Latin letters without the possessive: what the spellings of a name in two alphabets have in common."""
    return transliterate(word).casefold().removesuffix("’s").removesuffix("'s")


def _negations(text: str, language: str) -> int:
    """How often a text denies: words that deny, without those that only repeat it or are part of an expression that denies nothing."""
    lists = load(language, "guard")
    words = " " + " ".join(_WORD.findall(re.sub(r"n['’]t\b", " n't", text.casefold()).replace("ё", "е"))) + " "
    for expression in lists["harmless"]:
        words = words.replace(f" {expression} ", " ")
    found = words.split()
    denied = sum(found.count(word) for word in lists["denying"])
    return denied or int(any(word in found for word in lists["repeated"]))


def _is_in(text: str, language: str) -> bool:
    """Whether a text has letters, and is written in those of its language: no Cyrillic in English, more Cyrillic than not in Russian."""
    letters = _LETTER.findall(text)
    if language == "en":
        return bool(letters) and not has_cyrillic(text)
    return bool(letters) and sum(map(has_cyrillic, letters)) * 2 > len(letters)


def _is_as_long(original: str, translated: str) -> bool:
    one, other = len(original), len(translated)
    return (one < _SHORT and other < 3 * _SHORT) or _SHORTEST <= other / max(one, 1) <= _LONGEST
