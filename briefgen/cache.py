"""What needn't be done again: extractions kept in a folder, by the article and the version of the rules that read it."""

from __future__ import annotations

import json
import os
import tempfile
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from briefgen.diagnostics import InputError
from briefgen.model import Article, Extraction
from briefgen.serialize import digest_of
from briefgen.serialize.values import field_types, from_value, to_value

LIMIT = 1 << 30  # bytes: some 80,000 articles of the seed's length
_ROOM = 0.9  # of the limit is left after the oldest entries were removed, so that this is seldom done
_SWEPT = "00"  # entries whose name starts so look after the limit: one in 256, so that a single article does not list the folder
_LONGEST = 1 << 26  # bytes of an entry unpacked; a damaged one must not fill the memory
_DIGEST = 32  # bytes of a SHA-256 at the start of an entry
_PACKAGE = Path(__file__).resolve().parent
_RULES = (".py", ".toml", ".tsv")
# What comes after the extraction, or before it and shows in the article: all else under briefgen/ counts as rules, new folders too.
_NO_RULES = frozenset(
    (
        "archive", "assemble", "cli", "compose", "delivery", "edits", "locale", "proof", "readers", "templates", "templating", "weekly",
        "writers",
    )
)  # fmt: skip
_PROGRAM = (*_RULES, ".po", ".docx")


@dataclass(frozen=True)
class Cache:
    """Extractions under `folder`, at most `limit` bytes of them; `versions` are those of the packages that the rules use.

    Entries are read as untrusted: what is damaged, or does not fit its article, is ignored and written anew. Runs at the same time may
    share a folder: an entry is written aside and moved into place. A folder that cannot be written is no error; then nothing is kept.
    """

    folder: Path
    versions: Mapping[str, str]
    limit: int = LIMIT

    @cached_property
    def rules(self) -> str:
        """The digest of the code, the word lists and the packages that decide what an extraction holds. Contents are read rather than
        times, so that no edit and no reproducible wheel goes unseen; some 240 files, 5 ms."""
        return digest_of([dict(self.versions), _digest(files_of(_PACKAGE, _RULES, without=_NO_RULES))])

    def get(self, article: Article, subjects: tuple[str, ...]) -> Extraction | None:
        """What was kept of this article under these rules; None where there is nothing, or nothing sound."""
        key = self._key(article, subjects)
        path = self._path(key)
        try:
            extraction = _unpacked(path.read_bytes(), key, article)
        except (OSError, ValueError, zlib.error, RecursionError, InputError):
            return None
        if extraction:
            with suppress(OSError):
                os.utime(path)  # the entries used least recently go first
        return extraction

    def put(self, extraction: Extraction, subjects: tuple[str, ...]) -> None:
        """Keep an extraction."""
        key = self._key(extraction.article, subjects)
        path = self._path(key)
        with suppress(OSError):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write(path, _packed(extraction, key))
        if key.startswith(_SWEPT):
            with suppress(OSError):
                self._sweep()

    def _key(self, article: Article, subjects: tuple[str, ...]) -> str:
        return digest_of([self.rules, list(subjects), to_value(article)])

    def _path(self, key: str) -> Path:
        return self.folder / "extractions" / key[:2] / f"{key[2:]}.z"

    def _sweep(self) -> None:
        """Remove the entries that were used longest ago, where all together pass the limit."""
        entries = sorted(_entries(self.folder / "extractions"))
        total = sum(size for _, _, size in entries)
        if total <= self.limit:
            return
        for _, path, size in entries:
            if total <= self.limit * _ROOM:
                break
            with suppress(OSError):  # another run removed it
                Path(path).unlink()
            total -= size


def program_digest() -> str:
    """The digest of the whole program: its code, word lists, catalogs and Word files."""
    return _digest(files_of(_PACKAGE, _PROGRAM))


def files_of(package: Path, suffixes: tuple[str, ...], *, without: Collection[str] = ()) -> list[Path]:
    """The files under a package with these endings, in order of their paths, without those in its folders `without`."""
    found = []
    for folder, folders, names in os.walk(package):
        here = Path(folder)
        folders[:] = [name for name in folders if name != "__pycache__" and (here != package or name not in without)]
        found += [here / name for name in names if name.endswith(suffixes)]
    return sorted(found)


def _digest(paths: Iterable[Path]) -> str:
    total = sha256()
    for path in paths:
        total.update(path.relative_to(_PACKAGE).as_posix().encode("utf-8") + b"\0" + sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _packed(extraction: Extraction, key: str) -> bytes:
    value = to_value(replace(extraction, article=_nothing(extraction.article)))
    del value["article"]
    body = zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8"), 1)
    return _seal(body, key) + body


def _unpacked(data: bytes, key: str, article: Article) -> Extraction | None:
    """The extraction of an entry; None where the entry is not what was written. Raises what zlib, json and `from_value` raise."""
    body = data[_DIGEST:]
    if data[:_DIGEST] != _seal(body, key):
        return None
    value: Any = json.loads(zlib.decompressobj().decompress(body, _LONGEST))
    kinds = field_types(Extraction)
    fields = {name: from_value(kinds[name], value[name], name) for name in kinds if name != "article" and name in value}
    if len(fields) != len(kinds) - 1:
        return None
    extraction = Extraction(article=article, **fields)
    return extraction if _stands_in_text(extraction) else None


def _seal(body: bytes, key: str) -> bytes:
    return sha256(key.encode("ascii") + body).digest()


def _nothing(article: Article) -> Article:
    """The text is not kept a second time: it is at hand whenever its extraction is looked for."""
    return replace(article, text="", paragraphs=())


def _stands_in_text(extraction: Extraction) -> bool:
    """Whether each fact's surface is the article's words at its place, as `assemble` asks of whoever found it."""
    text = extraction.article.text
    groups: tuple[tuple[Any, ...], ...] = (
        extraction.quantities, extraction.dates, extraction.statements, extraction.interests, extraction.risks,
    )  # fmt: skip
    return all(text[fact.start : fact.stop] == fact.surface for group in groups for fact in group)


def _entries(folder: Path) -> Iterator[tuple[float, str, int]]:
    """When each entry was last used, its path, its size in bytes."""
    for below, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(below, name)  # noqa: PTH118 -- of a hundred thousand names
            with suppress(OSError):
                told = os.stat(path)  # noqa: PTH116
                yield told.st_mtime, path, told.st_size


def _write(path: Path, data: bytes) -> None:
    """Write aside under a name that no other run has, and move into place."""
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(aside).replace(path)
    except OSError:
        Path(aside).unlink(missing_ok=True)
        raise
