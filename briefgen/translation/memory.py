"""Translation memory: PO files made with any PO editor -> the translation of a passage, found by its words. Exact matches only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from briefgen.diagnostics import UsageError
from briefgen.language.words import normalise
from briefgen.model import Translation
from briefgen.translation.po import header, read_catalog

LANGUAGES = ("ru", "en")
_ORIGINAL = "original: yes"

Key = tuple[str, str, str, str]  # source language, target language, context, normalised text


@dataclass(frozen=True, slots=True)
class Memory:
    """`entries` by source and target language, context and normalised text; `fuzzy` counts entries that wait for a person's word."""

    entries: Mapping[Key, Translation] = field(default_factory=dict)
    fuzzy: int = 0

    @classmethod
    def load(cls, paths: Iterable[Path]) -> Memory:
        """The memory in some PO files; of two translations of the same words the later file's stays."""
        entries: dict[Key, Translation] = {}
        fuzzy = 0
        for path in paths:
            fuzzy += _read(path, entries)
        return cls(entries, fuzzy)

    def find(self, text: str, *, source: str, target: str, context: str = "") -> Translation | None:
        """The translation of exactly these words; quotation marks, spaces and the full stop at the end may differ.

        An entry without context serves every context. What comes back bears the words and the context that were asked for.
        """
        words = normalise(text)
        stopped = words.endswith(".")
        for wanted in (words, words.removesuffix(".") if stopped else words + "."):
            for place in (context, ""):
                entry = self.entries.get((source, target, place, wanted))
                if entry:
                    translated = entry.translated if wanted == words else _with_stop(entry.translated, stopped=stopped)
                    return replace(entry, text=text, context=context, translated=translated)
        return None


def _with_stop(text: str, *, stopped: bool) -> str:
    """A translation whose original differs from the wanted words by its full stop, with or without one itself."""
    if stopped:
        return text if text.endswith((".", "?", "!", "…")) else text + "."
    return text.removesuffix(".")


def _read(path: Path, entries: dict[Key, Translation]) -> int:
    """Puts a file's translations into `entries`; the number of fuzzy ones, which are left out."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}).") from error
    catalog = read_catalog(data, str(path))
    source, target = _languages(data, path)
    fuzzy = 0
    for message in catalog:
        if not message.id or not isinstance(message.string, str) or not message.string:
            continue
        if message.fuzzy:
            fuzzy += 1
            continue
        context = message.context or ""
        entry = Translation(str(message.id), target, message.string, _method(message), context)
        entries[(source, target, context, normalise(str(message.id)))] = entry
    return fuzzy


def _languages(data: bytes, path: Path) -> tuple[str, str]:
    """Source and target: the header's Language and X-Source-Language, else the file's name (NAME.en.po)."""
    named = path.name.split(".")[-2:-1]
    target = _language(header(data, "Language")) or "".join(named)
    if target not in LANGUAGES:
        raise UsageError(f"{path}: the header names no language (ru or en). Add the line Language, or call the file NAME.en.po.")
    source = _language(header(data, "X-Source-Language")) or LANGUAGES[1 - LANGUAGES.index(target)]
    if source not in LANGUAGES or source == target:
        raise UsageError(f"{path}: the header's X-Source-Language must be the other one of ru and en.")
    return source, target


def _language(code: str) -> str:
    return code.replace("_", "-").split("-")[0].lower()


def _method(message: Any) -> str:
    """`original` where the translator says that these are the speaker's own words, else `memory`."""
    return "original" if _ORIGINAL in (*message.auto_comments, *message.user_comments) else "memory"
