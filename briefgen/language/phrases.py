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
    """A node of the tree. `value` is what the phrase that ends here means; a key that starts with = is compared letter by letter."""

    value: Any = None
    children: dict[str, Phrases] = field(default_factory=dict)

    def find(self, lexemes: Sequence[Lexeme], start: int) -> tuple[Any, int] | None:
        """The value of the longest phrase that starts at an index, and the index behind it; never across a line break."""
        node, index, found = self, start, None
        while index < len(lexemes):
            lexeme = lexemes[index]
            if index > start and lexeme.gap == "\n":
                break
            child = node.children.get("=" + lexeme.text) or node.children.get(lexeme.norm)
            if child is None:
                break
            node, index = child, index + 1
            if node.value is not None:
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

    def add(self, words: Sequence[str], value: Any) -> None:
        node = self
        for word in words:
            node = node.children.setdefault(word, Phrases())
        node.value = value


_PLAIN = re.compile(r"[а-яё]+(?: [а-яё]+)*|[a-z]+(?: [a-z]+)*")


def build(entries: Iterable[tuple[str, Any]], language: str, *, backwards: bool = False) -> Phrases:
    """The tree of (phrase, value) pairs. A dot in a phrase may be missing in the text: `млн.` finds both.

    >>> tree = build([("руб.", "RUB"), ("процентн{adj} пункт{m}", "point")], "ru")
    >>> tree.find(split("руб"), 0), tree.find(split("процентных пункта"), 0)
    (('RUB', 1), ('point', 2))
    """
    tree = Phrases()
    for pattern, value in entries:
        for phrase in expand(pattern, language):
            for words in _variants(phrase):
                tree.add(words[::-1] if backwards else words, value)
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
    if _PLAIN.fullmatch(phrase):  # nearly all: letters and spaces need no lexer
        yield tuple(normal(phrase).split(" "))
        return
    exact = "=" if phrase.startswith("=") else ""
    lexemes = split(phrase.removeprefix("="))
    words = tuple(exact + (lexeme.text if exact else lexeme.norm) for lexeme in lexemes)
    yield words
    if "." in phrase and not _INITIAL.search(phrase):
        yield tuple(word for word in words if word.lstrip("=") != ".")
