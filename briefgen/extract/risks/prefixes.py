"""A pattern -> what its matches can start with, so that only patterns that can fit a word are tried on it, and most are never compiled."""

from __future__ import annotations

from collections.abc import Iterator
from string import digits

_OPTIONAL = frozenset("?*{")
_PLAIN = {" ", "§", "¤", "-", "%"}
_UNSEEN = ("\\b", "(?<!не )")  # what takes no letter before the first one


def prefixes(pattern: str) -> frozenset[str]:
    """What all matches start with, one of these, each as long as the pattern tells; empty where a match can start with anything.

    >>> sorted(prefixes("(?:долг|госдолг)\\\\w*")), sorted(prefixes("ab?(?:c|d)")), sorted(prefixes("\\\\w+"))
    (['госдолг', 'долг'], ['a'], [])
    """
    found: set[str] = set()
    for branch in _branches(pattern):
        starts = _of_branch(branch)
        if not starts:
            return frozenset()
        found |= starts
    return frozenset(found)


def _of_branch(branch: str) -> set[str]:
    for unseen in _UNSEEN:
        branch = branch.removeprefix(unseen)
    if branch.startswith("\\d"):
        return set() if branch[2:3] in _OPTIONAL else set(digits)
    if branch.startswith("(?:"):
        close = _closing(branch)
        if branch[close + 1 : close + 2] in _OPTIONAL:
            return _followed(branch[3:close], branch[close + 2 :]) if branch[close + 1] == "?" else set()
        return set(prefixes(branch[3:close]))
    length = next((index for index, letter in enumerate(branch) if not _is_plain(letter)), len(branch))
    if branch[length : length + 1] in _OPTIONAL:
        length -= 1
    return {branch[:length]} if length > 0 else set()


def _followed(optional: str, rest: str) -> set[str]:
    """The beginnings of an optional group and of what stands behind it."""
    inner, outer = prefixes(optional), prefixes(rest)
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
