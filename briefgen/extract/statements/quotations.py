"""A paragraph -> the outermost quotations in it, whatever their marks."""

from __future__ import annotations

from dataclasses import dataclass

_PAIRS = {"«": "»", "“": "”", "„": "“"}
_OPENING = set("«„")
_CLOSING = set("»")


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
    """
    found: list[Quotation] = []
    stack: list[tuple[int, str]] = []
    for offset in range(start, stop):
        mark = text[offset]
        if mark not in '«»“”„"':
            continue
        if _opens(text, offset, start, stop, stack):
            stack.append((offset, mark))
        elif stack:
            opened = _matching(stack, mark)
            if opened is None:
                continue
            del stack[opened + 1 :]
            first, _ = stack.pop()
            if mark == '"' and stack and stack[-1][1] == '"' and not _closes_later(text, offset + 1, stop):
                first, _ = stack.pop()  # two marks that close together are printed as one: АО "НУХ "Байтерек")
            if not stack:
                found.append(Quotation(first, offset + 1, first + 1, offset, True))
    if stack and stop - stack[0][0] > 1:
        found.append(Quotation(stack[0][0], stop, stack[0][0] + 1, stop, False))
    return tuple(found)


def _opens(text: str, offset: int, start: int, stop: int, stack: list[tuple[int, str]]) -> bool:
    mark = text[offset]
    if mark in _OPENING:
        return True
    if mark in _CLOSING:
        return False
    before = text[offset - 1] if offset > start else " "
    after = text[offset + 1] if offset + 1 < stop else " "
    if mark == "”":
        return False
    if mark == "“":
        return not any(opened == "„" for _, opened in stack)
    can_open = not after.isspace() and after not in ".,;:!?)" and not before.isalnum()
    can_close = not before.isspace() and before not in "([—–"
    if can_open and can_close:
        return not stack
    return can_open


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
        if mark == _PAIRS.get(opened, opened) or (opened == "“" and mark == '"') or (opened == '"' and mark == "”"):
            return place
    return None
