"""What the comments of a PO entry say of its translation: the speaker's own words, a machine's, refused; and the entries that say so.

`original: SOURCE` (or `original: yes`) as a comment of either kind; `machine: NAME MODEL`, `machine-text: DIGEST` and `refused: REASONS` as
extracted ones. A machine's entry that a person changed, marked `reviewed: yes`, or took from the refused ones is that person's.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from briefgen.model import REFUSAL_REASONS, Refusal, Translation
from briefgen.translation.po import Entry

MACHINE_FILES = {"machine.ru.po": "ru", "machine.en.po": "en"}  # the memory's files that `build` writes, with their language
_UNNAMED = ("", "yes", "да")


def method_of(entry: Entry) -> tuple[str, str]:
    """The method of a translation, and where original words were published, if the entry says so."""
    original = _field(entry, "original")
    if original is not None:
        return "original", "" if original.casefold() in _UNNAMED else original
    confirmed = _field(entry, "refused") is not None and not entry.fuzzy  # a person took the mark off
    return ("machine" if _is_machine(entry) and not confirmed else "memory"), ""


def tool_of(entry: Entry) -> str:
    """Program and model of a machine translation; empty where the entry names none."""
    return _field(entry, "machine") or ""


def refusal_of(entry: Entry, language: str) -> Refusal | None:
    """The refused machine translation that a fuzzy entry keeps, as long as nobody has changed it."""
    reasons = tuple(word for word in (_field(entry, "refused") or "").replace(",", " ").split() if word in REFUSAL_REASONS)
    if not reasons or not _is_machine(entry):
        return None
    return Refusal(entry.text, language, entry.translated, tool_of(entry), reasons, entry.context)


def entry_of(kept: Translation | Refusal) -> Entry:
    """The entry that keeps what a machine made, so that it is made once."""
    notes = [f"machine: {kept.tool}", f"machine-text: {_digest(kept.translated)}"]
    if isinstance(kept, Refusal):
        notes.append(f"refused: {', '.join(kept.reasons)}")
    return Entry(kept.text, kept.translated, kept.context, isinstance(kept, Refusal), tuple(notes))


def _is_machine(entry: Entry) -> bool:
    if _field(entry, "machine") is None or _field(entry, "reviewed") is not None:
        return False
    digest = _field(entry, "machine-text")
    return digest is None or digest == _digest(entry.translated)


def _digest(text: str) -> str:
    """Enough of a SHA-256 to tell whether somebody changed the words."""
    return sha256(text.encode("utf-8")).hexdigest()[:12]


def _field(entry: Entry, name: str) -> str | None:
    comments: Iterable[str] = (*entry.comments, *entry.notes)
    for comment in comments:
        key, colon, value = comment.partition(":")
        if colon and key.strip().casefold() == name:
            return value.strip()
    return None
