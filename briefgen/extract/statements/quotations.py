"""A paragraph -> the outermost quotations in it, whatever their marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile("[«»“”„\"‘'‹›]|``")
_PAIRS = {"«": "»", "“": "”", "„": "“", "‹": "›"}
_OPENING = frozenset("«„‹")
_CLOSING = frozenset("»›")
_DEPTH = 8  # marks open at once; no text nests deeper, and hostile ones would cost time
_SCARE_WORDS = 5
# Behind the last mark of two that close together: «Он сказал: «Приду», — вспоминает X»
_ATTRIBUTED = re.compile(r"[,.!?…]?\s*(?:[—–-]\s|[.,]?\s*$)")
_SINGLE_STOP = re.compile(r"(?<=[.,!?…])['’](?=\s|$|[—–)])")
_SINGLE_CLOSE = re.compile(r"(?<=[^\s(])['’](?=[\s.,;:!?)—–]|$)")
_SINGLE_OPEN = re.compile(r"(?<![^\s(\[—–“\"«])['‘](?=[^\s'’])")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Offsets with the marks (`start`, `stop`) and without (`inner_start`, `inner_stop`); `is_closed`: its last mark stands there too."""

    start: int
    stop: int
    inner_start: int
    inner_stop: int
    is_closed: bool


def find_quotations(text: str, start: int, stop: int) -> tuple[Quotation, ...]:
    """The outermost quotations between two offsets, in order. One that is never closed runs to the end.

    >>> text = 'Он сказал: «Это «Заря»». "Да", - и "нет "да" нет".'
    >>> [text[found.inner_start : found.inner_stop] for found in find_quotations(text, 0, len(text))]
    ['Это «Заря»', 'Да', 'нет "да" нет']
    >>> text = "'It's ready,' he said. ‘The companies’ plan works.’"
    >>> [text[found.inner_start : found.inner_stop] for found in find_quotations(text, 0, len(text))]
    ["It's ready,", 'The companies’ plan works.']
    """
    found: list[Quotation] = []
    stack: list[tuple[int, str]] = []
    closed = skip = start
    for match in _MARK.finditer(text, start, stop):
        offset, mark = match.start(), match[0]
        if offset < skip:
            continue
        if mark in {"'", "‘"}:
            close = _single_close(text, offset, stop) if not stack and _SINGLE_OPEN.match(text, offset, stop) else None
            if close is not None:
                found.append(Quotation(offset, close + 1, offset + 1, close, True))
                skip = close + 1
            continue
        if _opens(text, offset, start, stop, stack):
            if len(stack) < _DEPTH:
                stack.append((offset, mark))
        elif stack:
            opened = _matching(stack, mark)
            if opened is None:
                continue
            del stack[opened + 1 :]
            first, _ = stack.pop()
            closed = offset
            if mark == '"' and stack and stack[-1][1] == '"' and not _closes_later(text, offset + 1, stop):
                first, _ = stack.pop()  # two marks that close together are printed as one: АО "НУХ "Байтерек")
            if not stack:
                found.append(Quotation(first, offset + 1, first + 1, offset, True))
    if stack and stop - stack[0][0] > 1:
        found.append(_unclosed(text, stack[0][0], closed, stop))
    return tuple(found)


def find_rest(text: str, start: int, stop: int) -> Quotation | None:
    """The end of a quotation that an earlier paragraph opened: the words up to a closing mark that nothing before it opened.

    >>> text = "И дешевле не будет», — сказал он. «Да», — добавил он."
    >>> rest = find_rest(text, 0, len(text))
    >>> rest and text[rest.inner_start : rest.inner_stop]
    'И дешевле не будет'
    """
    depth = 0
    for match in _MARK.finditer(text, start, stop):
        mark, offset = match[0], match.start()
        before, after = text[offset - 1 : offset], text[offset + 1 : offset + 2]
        if mark in _OPENING or (mark == "“" and not (before and (before.isalnum() or before in ".,!?…"))):
            depth += 1
        elif mark in _CLOSING or mark in {"“", "”"}:
            if not depth:
                return Quotation(start, offset + 1, start, offset, True)
            depth -= 1
        elif mark == '"':
            is_closing = bool(before) and not before.isspace() and not after.isalnum()
            if is_closing and not depth:
                return Quotation(start, offset + 1, start, offset, True) if offset > start else None
            depth += -1 if is_closing else 1
    return None


def _unclosed(text: str, first: int, closed: int, stop: int) -> Quotation:
    """To the end of the paragraph; to the last closing mark where that stands for two, and words of attribution or nothing follow."""
    if closed > first and _ATTRIBUTED.match(text, closed + 1, stop):
        return Quotation(first, closed + 1, first + 1, closed, True)
    return Quotation(first, stop, first + 1, stop, False)


def _opens(text: str, offset: int, start: int, stop: int, stack: list[tuple[int, str]]) -> bool:
    mark = text[offset]
    if mark in _OPENING:
        return True
    if mark in _CLOSING:
        return False
    before = text[offset - 1] if offset > start else " "
    after = text[offset + 1] if offset + 1 < stop else " "
    if mark == "”":
        return not stack and before.isspace() and after.isalnum()  # ”both marks alike”
    if mark == "“":
        closes_own = bool(stack) and stack[-1][1] == "“" and not before.isspace() and not after.isalnum()
        return not closes_own and not any(opened == "„" for _, opened in stack)
    can_open = not after.isspace() and after not in ".,;:!?)" and not before.isalnum()
    can_close = not before.isspace() and before not in "([—–"
    if can_open and can_close:
        return not stack
    return can_open


def _single_close(text: str, offset: int, stop: int) -> int | None:
    """Where a quotation in single marks closes: behind a stop or a comma; behind a word when it is short («the 'shadow' fleet»)."""
    following = _SINGLE_OPEN.search(text, offset + 1, stop)
    limit = following.start() if following else stop
    ended = _SINGLE_STOP.search(text, offset + 2, limit)
    word = _SINGLE_CLOSE.search(text, offset + 2, limit)
    is_plural = word and ended and text[word.start() - 1] == "s" and text[word.end() : word.end() + 1] == " "  # «the companies’ plan»
    if (
        word
        and not is_plural
        and (ended is None or word.start() < ended.start())
        and len(text[offset : word.start()].split()) <= _SCARE_WORDS
    ):
        return word.start()
    if ended:
        return ended.start()
    return word.start() if word else None


def _closes_later(text: str, start: int, stop: int) -> bool:
    """The next straight mark closes: it follows a word and opens no other."""
    offset = text.find('"', start, stop)
    if offset < 0:
        return False
    before, after = text[offset - 1], text[offset + 1 : offset + 2]
    return not before.isspace() and before not in "(—–" and not (before in ".!?…:" and after.isalnum())


def _matching(stack: list[tuple[int, str]], mark: str) -> int | None:
    """The innermost open mark that this one closes; guillemets close over straight marks that were never closed."""
    for place in range(len(stack) - 1, -1, -1):
        opened = stack[place][1]
        if mark == _PAIRS.get(opened, opened) or (opened, mark) in {("“", '"'), ('"', "”"), ("“", "“"), ("„", "”"), ("„", '"'), ("”", "”")}:
            return place
    return None
