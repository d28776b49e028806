"""A pattern -> the letters that its matches can start with, so that only patterns that can fit a word are tried on it."""

from __future__ import annotations

from collections.abc import Iterator

_OPTIONAL = {"?", "*", "{"}
_PLAIN = {" ", "§", "¤", "-"}


def first_letters(pattern: str) -> frozenset[str]:
    """The first one or two characters of all matches; empty where a match can start with anything.

    >>> sorted(first_letters("(?:долг|госдолг)\\\\w*")), sorted(first_letters("a(?:b|c)")), sorted(first_letters("\\\\w+"))
    (['го', 'до'], ['a'], [])
    """
    found: set[str] = set()
    for branch in _branches(pattern):
        letters = _of_branch(branch)
        if not letters:
            return frozenset()
        found |= letters
    return frozenset(found)


def _of_branch(branch: str) -> set[str]:
    if branch.startswith("(?:"):
        close = _closing(branch)
        if branch[close + 1 : close + 2] in _OPTIONAL:
            return _followed(branch[3:close], branch[close + 2 :]) if branch[close + 1] == "?" else set()
        inner = first_letters(branch[3:close])
        return set(inner)
    if not branch or not _is_plain(branch[0]) or branch[1:2] in _OPTIONAL:
        return set()
    second = branch[1:2]
    return {branch[:2]} if second and _is_plain(second) and branch[2:3] not in _OPTIONAL else {branch[0]}


def _followed(optional: str, rest: str) -> set[str]:
    """The letters of an optional group and of what stands behind it."""
    inner, outer = first_letters(optional), first_letters(rest)
    return {*inner, *outer} if inner and outer else set()


def _is_plain(letter: str) -> bool:
    return letter.isalpha() or letter in _PLAIN


def _branches(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern, split at the bars that stand in no bracket."""
    depth, first, inside = 0, 0, False
    for index, letter in enumerate(pattern):
        if index and pattern[index - 1] == "\\":
            continue
        if inside:
            inside = letter != "]"
        elif letter == "[":
            inside = True
        elif letter in "()":
            depth += 1 if letter == "(" else -1
        elif letter == "|" and not depth:
            yield pattern[first:index]
            first = index + 1
    yield pattern[first:]


def _closing(pattern: str) -> int:
    """The place of the bracket that closes the one a pattern starts with."""
    depth = 0
    for index, letter in enumerate(pattern):
        if letter in "()" and (not index or pattern[index - 1] != "\\"):
            depth += 1 if letter == "(" else -1
            if not depth:
                return index
    return len(pattern) - 1
