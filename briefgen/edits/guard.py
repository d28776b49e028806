"""An edit of printed words -> what of a source it changes: a figure, a word inside a quotation; nothing where it may simply be taken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from briefgen.edits.edit import TEXT, Edit
from briefgen.model import Quantity
from briefgen.writers.docx import slots
from briefgen.writers.docx.slots import unify

FindQuantities = Callable[[str, str], Iterable[Quantity]]

A_FIGURE, A_QUOTATION, A_SENTENCE = "a figure of the source", "words inside a quotation", "a sentence of the source"
_CITATION = re.compile(r"\[\d+\.\d+(?:;\s\d+\.\d+)*\]")
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*")
_QUOTATION = re.compile(r"«[^«»]*»|“[^“”]*”")
_QUOTED_WORDS = 2  # a name in quotation marks is one word; what is said takes more


def what_it_changes(edit: Edit, kind: str, find: FindQuantities) -> str:
    """What of the source an edit changes, in words; empty where it changes nothing of it. `kind` is the slot's."""
    if edit.kind != TEXT:
        return ""
    if kind == slots.SOURCE:
        return A_SENTENCE
    if kind == slots.FIGURE or _changes_figures(edit, find):
        return A_FIGURE
    return A_QUOTATION if _changes_quotations(unify(edit.old), unify(edit.new)) else ""


def _changes_figures(edit: Edit, find: FindQuantities) -> bool:
    """A figure that is left out or added is a matter of wording; one in the place of another is not."""
    old, new = (_CITATION.sub(" ", unify(words)) for words in (edit.old, edit.new))
    if Counter(_NUMBER.findall(old)) != Counter(_NUMBER.findall(new)) and _exchanged(_NUMBER.findall(old), _NUMBER.findall(new)):
        return True
    return _exchanged(_figures(old, edit.language, find), _figures(new, edit.language, find))


def _exchanged(old: Iterable[object], new: Iterable[object]) -> bool:
    before, after = Counter(old), Counter(new)
    return bool(before - after) and bool(after - before)


def _figures(words: str, language: str, find: FindQuantities) -> list[object]:
    return [(item.value, item.upper, item.unit, item.qualifier) for item in find(words, language)]


def _changes_quotations(old: str, new: str) -> bool:
    """Whether a quotation of the old words is not in the new ones as it was."""
    quoted = [found for found in _QUOTATION.findall(old) if len(found.split()) >= _QUOTED_WORDS]
    return any(found not in new for found in quoted)
