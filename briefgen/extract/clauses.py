"""A sentence -> its clauses: runs of words that hold one statement each, cut at the commas and conjunctions that start another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.language.document import Document, Sentence, Token
from briefgen.language.lexicon import load, words

_OPENING = {"«", "(", "[", "“", "„"}
_CLOSING = {"»", ")", "]", "”"}
_PAIRS = (("«", "»"), ("(", ")"), ("[", "]"), ("“", "”"))
_BREAKS = {",", ";", ":", "—", "–", "-", "…"}
_ENGLISH_FINITE = re.compile(
    r"(?i)^(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should|shall|said|says|say|wants?|seeks?|plans?|hopes?|aims?|needs?|"
    r"(?:re|un)?(?:sold|bought|made|took|gave|saw|sees|led|came|went|got|held|kept|won|lost|put|met|fell|rose|grew|began|told|found|thought|became|lent|sent|paid)|\w{2,}ed)$"
)
_LONGEST = 400  # words and signs; the longest sentence of the annotated articles has 61
_TRIMMED = " \t\n\u00a0,;:—–-…"


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens `first` to `last` (behind the last) of a sentence; `relative` when it begins with «который» or "which"."""

    first: int
    last: int
    relative: bool = False


def is_readable(sentence: Sentence) -> bool:
    """Whether a sentence is short enough to be one; a table run together by a scraper is not, and would take long."""
    return len(sentence.tokens) <= _LONGEST


def split_clauses(sentence: Sentence, language: str) -> tuple[Clause, ...]:
    """The clauses in order; together they cover the sentence. A list or an apposition without a verb stays with what stands before it."""
    clauses: list[Clause] = []
    for first, last in _segments(sentence.tokens):
        segment = sentence.tokens[first:last]
        relative = _is_relative(segment, language)
        if clauses and not _starts_clause(segment, relative, sentence.tokens[clauses[-1].first : clauses[-1].last], language):
            clauses[-1] = Clause(clauses[-1].first, last, clauses[-1].relative)
        else:
            clauses.append(Clause(first, last, relative))
    return tuple(clauses)


def clause_at(clauses: Sequence[Clause], index: int) -> Clause:
    """The clause that holds a token."""
    return next(clause for clause in clauses if clause.first <= index < clause.last)


def clean_span(document: Document, start: int, stop: int) -> tuple[int, int]:
    """The span without leading conjunctions, opening phrases, punctuation at its ends, or a bracket or quotation mark left alone."""
    text, language = document.text, document.language
    previous = (-1, -1)
    while previous != (start, stop) and start < stop:
        previous = (start, stop)
        while start < stop and text[start] in _TRIMMED + ".!?":
            start += 1
        while stop > start and text[stop - 1] in _TRIMMED + ".!?":
            stop -= 1
        start = _skip_leading(text, start, stop, language)
        start, stop = _balance(text, start, stop)
    return start, stop


def trim_quotes(text: str, start: int, stop: int) -> tuple[int, int]:
    """The span without a quotation mark at its edge whose partner lies outside, and without the space that stood beside it.

    >>> trim_quotes("«Плохо то, что осадок останется.", 0, 32)
    (1, 32)
    """
    start, stop = _without_mark(text, start, stop)
    words_between = text[start:stop]
    return start + len(words_between) - len(words_between.lstrip()), max(start, stop - len(words_between) + len(words_between.rstrip()))


def _without_mark(text: str, start: int, stop: int) -> tuple[int, int]:
    words_between = text[start:stop]
    for opening, closing in _PAIRS:
        if words_between.startswith(opening) and closing not in words_between:
            return start + 1, stop
        if words_between.endswith(closing) and opening not in words_between:
            return start, stop - 1
    if words_between.count('"') == 1 and '"' in (words_between[0], words_between[-1]):
        return (start + 1, stop) if words_between[0] == '"' else (start, stop - 1)
    return start, stop


def has_finite_verb(tokens: Sequence[Token], language: str) -> bool:
    """Whether the words hold a predicate: a finite verb, or in Russian a short participle (neuter «принято»)."""
    if language == "en":
        return any(_ENGLISH_FINITE.match(token.text) for token in tokens)
    return any(is_predicate(token) for token in tokens)


def is_predicate(token: Token) -> bool:
    """A finite verb or a short participle of Russian."""
    if token.pos not in {"VERB", "AUX"}:
        return False
    return token.features.get("VerbForm") == "Fin" or token.features.get("Variant") == "Short"


def _segments(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Token ranges between commas and dashes outside quotation marks and brackets."""
    depth, first, straight = 0, 0, False
    for index, token in enumerate(tokens):
        if token.text in _OPENING:
            depth += 1
        elif token.text in _CLOSING:
            depth = max(0, depth - 1)
        elif token.text == '"':
            straight = not straight
        elif token.text in _BREAKS and not depth and not straight and index > first:
            yield first, index + 1
            first = index + 1
    if first < len(tokens):
        yield first, len(tokens)


def _is_relative(segment: Sequence[Token], language: str) -> bool:
    return any(token.lemma in words(language, "clauses", "relatives") for token in segment[:4])


def _starts_clause(segment: Sequence[Token], relative: bool, before: Sequence[Token], language: str) -> bool:
    if relative:
        return True
    finite = has_finite_verb(segment, language)
    if not finite:
        return before[-1].text in {";", ":"}
    return segment[0].text.lower() in words(language, "clauses", "subordinators") or has_finite_verb(before, language)


def _skip_leading(text: str, start: int, stop: int, language: str) -> int:
    lists = load(language, "clauses")
    head = text[start:stop]
    lower = head.lower()
    for opening in lists["openings"]:
        if lower.startswith(opening) and not lower[len(opening) : len(opening) + 1].isalpha():
            comma = head.find(",")
            if 0 <= comma < 120:
                return start + comma + 1
    word = re.match(r"[^\W\d_]+", head)
    if word and word.group().lower() in lists["leading"] and len(head) > len(word.group()) + 1 and (head[len(word.group())] in " ,\u00a0"):
        return start + word.end()
    return start


def _balance(text: str, start: int, stop: int) -> tuple[int, int]:
    """A bracket or quotation mark whose partner lies outside goes, with what stands behind or before it if that is at the end."""
    for opening, closing in _PAIRS:
        words_between = text[start:stop]
        if words_between.count(opening) > words_between.count(closing):
            cut = words_between.rfind(opening)
            return (start + cut + 1, stop) if cut < len(words_between) / 2 else (start, start + cut)
        if words_between.count(closing) > words_between.count(opening):
            cut = words_between.find(closing)
            return (start + cut + 1, stop) if cut < len(words_between) / 2 else (start, start + cut)
    return start, stop
