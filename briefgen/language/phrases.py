"""Phrases of a word list -> a tree that finds the longest one at a place of a text. Endings are written as `тонн{f}` or `рубл{ь,я,ю}`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from briefgen.language.lexemes import Lexeme, normal, split
from briefgen.language.lexicon import load

_INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_]\.")
_BRACES = re.compile(r"\{([^{}]*)\}")


@dataclass(slots=True)
class Phrases:
    """A node of the tree. `value` is what the phrase that ends here means; `exact` holds the words that are compared letter by letter."""

    value: Any = None
    children: dict[str, Phrases] = field(default_factory=dict)
    exact: dict[str, Phrases] = field(default_factory=dict)

    def find(self, lexemes: Sequence[Lexeme], start: int, begun: int | None = None) -> tuple[Any, int] | None:
        """The value of the longest phrase that starts at an index, and the index behind it; never across a line break.

        `begun`: where the phrase began, if this node is inside one. Of two phrases of one length, letter by letter goes first.
        """
        node, index, found = self, start, None
        first = start if begun is None else begun
        while index < len(lexemes):
            lexeme = lexemes[index]
            if index > first and lexeme.gap == "\n":
                break
            exact = node.exact.get(lexeme.text) if node.exact else None
            if exact is not None:
                own = (exact.value, index + 1) if exact.value is not None else None
                found = exact.find(lexemes, index + 1, first) or own or found
            child = node.children.get(lexeme.norm)
            if child is None:
                break
            node, index = child, index + 1
            if node.value is not None and (found is None or index > found[1]):
                found = (node.value, index)
        return found

    def find_before(self, lexemes: Sequence[Lexeme], stop: int) -> tuple[Any, int] | None:
        """The value of the longest phrase that ends right before an index, and the index where it starts; for a tree built `backwards`."""
        node, index, found = self, stop, None
        while index > 0 and (index == stop or lexemes[index].gap != "\n"):
            lexeme = lexemes[index - 1]
            child = node.children.get(lexeme.norm)
            if child is None:
                break
            node, index = child, index - 1
            if node.value is not None:
                found = (node.value, index)
        return found

    def first_words(self) -> frozenset[str]:
        """The words that a phrase can start with, in lower case."""
        return frozenset(self.children) | frozenset(normal(word) for word in self.exact)

    def add(self, words: Sequence[str], value: Any, *, exact: bool = False) -> None:
        """One phrase more; the last of two equal ones holds."""
        node = self
        for word in words:
            node = (node.exact if exact else node.children).setdefault(word, Phrases())
        node.value = value


_PLAIN_PATTERN = re.compile(r"(?:[A-ZА-ЯЁa-zа-яё]|\{[^{}=.]*\}|(?<=[^ ]) (?=[^ ]))+")


def build(entries: Iterable[tuple[str, Any]], language: str, *, backwards: bool = False) -> Phrases:
    """The tree of (phrase, value) pairs. A dot in a phrase may be missing in the text: `млн.` finds both.

    >>> tree = build([("руб.", "RUB"), ("процентн{adj} пункт{m}", "point")], "ru")
    >>> tree.find(split("руб"), 0), tree.find(split("процентных пункта"), 0)
    (('RUB', 1), ('point', 2))
    """
    tree = Phrases()
    for pattern, value in entries:
        if _PLAIN_PATTERN.fullmatch(pattern):  # nearly all: letters and spaces need no lexer, and small letters no second look
            for phrase in expand(normal(pattern), language):
                words = tuple(phrase.split(" "))
                tree.add(words[::-1] if backwards else words, value)
            continue
        for phrase in expand(pattern, language):
            for words in _variants(phrase):
                tree.add(words[::-1] if backwards else words, value, exact=phrase.startswith("="))
    return tree


def from_table(table: Mapping[str, Sequence[str]], language: str, *, backwards: bool = False) -> Phrases:
    """The tree of a word list: {value: phrases}."""
    return build(((phrase, value) for value, phrases in table.items() for phrase in phrases), language, backwards=backwards)


def expand(pattern: str, language: str) -> list[str]:
    """All forms of a pattern.

    >>> expand("тонн{f}", "ru")[:3], expand("pound{s}", "en")
    (['тонна', 'тонны', 'тонне'], ['pound', 'pounds'])
    """
    match = _BRACES.search(pattern)
    if match is None:
        return [pattern]
    endings = _endings(language).get(match[1]) or match[1].split(",")
    return [form for ending in endings for form in expand(pattern[: match.start()] + ending + pattern[match.end() :], language)]


@cache
def _endings(language: str) -> Mapping[str, list[str]]:
    return {name: str(endings).split(",") for name, endings in load(language, "endings").items()}


def _variants(phrase: str) -> Iterator[tuple[str, ...]]:
    """The phrase as lexemes, with its dots and without; a single letter keeps its dot («с. 5» is a page, «с 5» is none)."""
    is_exact = phrase.startswith("=")
    words = tuple(lexeme.text if is_exact else lexeme.norm for lexeme in split(phrase.removeprefix("=")))
    yield words
    if "." in phrase and not _INITIAL.search(phrase):
        yield tuple(word for word in words if word != ".")
