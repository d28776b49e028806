"""Translation memory: PO files made with any PO editor -> the translation of a passage, by its words. Near matches are only offered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefgen.diagnostics import UsageError
from briefgen.language.words import normalise
from briefgen.model import Refusal, Translation
from briefgen.translation.entries import method_of, refusal_of, tool_of
from briefgen.translation.po import Entry, PoFile, read_po

LANGUAGES = ("ru", "en")
MACHINE_CONTEXTS = ("", "post")  # labels and names stand where no mark can: a person translates them
_NEAR = 75  # per cent of equal letters, tried on the seed: below, a translator is quicker without the old words

Key = tuple[str, str, str, str]  # source language, target language, context, normalised text


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two translations of the same words: the one that counts, the other, and the files they stand in."""

    text: str
    kept: str
    kept_in: str
    dropped: str
    dropped_in: str


@dataclass(frozen=True, slots=True)
class Memory:
    """`entries` and `refusals` by languages, context and normalised text; `fuzzy` counts what waits for a person's word."""

    entries: Mapping[Key, Translation] = field(default_factory=dict)
    fuzzy: int = 0
    conflicts: tuple[Conflict, ...] = ()
    refusals: Mapping[Key, Refusal] = field(default_factory=dict)
    _near: dict[tuple[str, str, str], dict[str, Translation]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def load(cls, paths: Iterable[Path]) -> Memory:
        """The memory in some PO files. Of two translations of the same words a person's goes before a machine's, then the later file's."""
        loading = _Loading()
        for path in paths:
            loading.read(path)
        return cls(loading.entries, loading.fuzzy, tuple(loading.conflicts), loading.refusals)

    def find(self, text: str, *, source: str, target: str, context: str = "") -> Translation | None:
        """The translation of exactly these words; quotation marks, spaces and the full stop at the end may differ.

        An entry without context serves every context. What comes back bears the words and the context that were asked for.
        """
        words = normalise(text)
        stopped = words.endswith(".")
        for wanted in (words, words.removesuffix(".") if stopped else words + "."):
            for place in dict.fromkeys((context, "")):
                entry = self.entries.get((source, target, place, wanted))
                if entry and (entry.method != "machine" or context in MACHINE_CONTEXTS):
                    translated = entry.translated if wanted == words else _with_stop(entry.translated, stopped=stopped)
                    return replace(entry, text=text, context=context, translated=translated)
        return None

    def near(self, text: str, *, source: str, target: str, context: str = "") -> Translation | None:
        """The translation of the most similar words, to be offered to a translator and never printed; None where nothing is near."""
        from rapidfuzz import fuzz, process

        where = (source, target, context)
        if where not in self._near:
            self._near[where] = {
                key[3]: entry for key, entry in sorted(self.entries.items(), key=_first) if key[:3] == where and entry.method != "machine"
            }
        choices = self._near[where]
        found = process.extractOne(normalise(text), choices.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
        return choices[found[0]] if found else None

    def including(self, translations: Iterable[Translation], *, source: str) -> Memory:
        """The memory with translations that a brief holds, of texts that the memory does not know."""
        more = {(source, entry.language, entry.context, normalise(entry.text)): entry for entry in translations}
        return replace(self, entries={**more, **self.entries}, _near={})

    def refusal(self, text: str, *, source: str, target: str, context: str = "") -> Refusal | None:
        """What was said against a machine's translation of these words, so that they are not sent again."""
        return self.refusals.get((source, target, context, normalise(text)))


def _first(item: tuple[Key, Translation]) -> Key:
    return item[0]


@dataclass(slots=True)
class _Loading:
    """What is gathered from file to file."""

    entries: dict[Key, Translation] = field(default_factory=dict)
    refusals: dict[Key, Refusal] = field(default_factory=dict)
    files: dict[Key, str] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    fuzzy: int = 0

    def read(self, path: Path) -> None:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise UsageError(f"{path}: cannot be read ({error.strerror}).") from error
        file = read_po(data, str(path))
        source, target = languages_of(file, path)
        for entry in file.entries:
            key = (source, target, entry.context, normalise(entry.text))
            if entry.fuzzy:
                self._refused(key, entry, target)
            elif entry.translated:
                self._take(key, entry, target, path)

    def _refused(self, key: Key, entry: Entry, target: str) -> None:
        refusal = refusal_of(entry, target)
        if refusal:
            self.refusals[key] = refusal
        elif entry.translated:
            self.fuzzy += 1

    def _take(self, key: Key, entry: Entry, target: str, path: Path) -> None:
        method, origin = method_of(entry)
        new = Translation(
            entry.text, target, entry.translated, method, entry.context, tool_of(entry) if method == "machine" else "", origin
        )
        place = f"{path}, line {entry.line}"
        old, old_place = self.entries.get(key), self.files.get(key, "")
        wins = old is None or new.method != "machine" or old.method == "machine"
        if old is not None and old.translated != new.translated and (old.method == "machine") == (new.method == "machine"):
            self.conflicts.append(Conflict(entry.text, new.translated, place, old.translated, old_place))
        if wins:
            self.entries[key], self.files[key] = new, place


def languages_of(file: PoFile, path: Path) -> tuple[str, str]:
    """Source and target: the header's Language and X-Source-Language, else the file's name (NAME.en.po)."""
    header = {key.lower(): value for key, value in file.header.items()}
    named = path.name.split(".")[-2:-1]
    target = _language(header.get("language", "")) or "".join(named)
    if target not in LANGUAGES:
        raise UsageError(f"{path}: the header names no language (ru or en). Add the line Language, or call the file NAME.en.po.")
    source = _language(header.get("x-source-language", "")) or LANGUAGES[1 - LANGUAGES.index(target)]
    if source not in LANGUAGES or source == target:
        raise UsageError(f"{path}: the header's X-Source-Language must be the other one of ru and en.")
    return source, target


def _language(code: str) -> str:
    return code.replace("_", "-").split("-")[0].lower()


def _with_stop(text: str, *, stopped: bool) -> str:
    """A translation whose original differs from the wanted words by its full stop, with or without one itself."""
    if stopped:
        return text if text.endswith((".", "?", "!", "…")) else text + "."
    return text.removesuffix(".")
