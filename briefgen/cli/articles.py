"""Paths on the command line -> the articles to read, what lies beside them, and what was passed over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.diagnostics import InputError

if TYPE_CHECKING:
    from briefgen.model import Article

_BESIDE = (".toml", ".po")  # an article's own origin and translations


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file that was not read, and why."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Files to read in order, and those passed over."""

    files: tuple[Path, ...]
    passed_over: tuple[PassedOver, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """An article with the file it was read from."""

    path: Path
    article: Article


def list_files(paths: Sequence[Path], suffixes: Iterable[str]) -> Listing:
    """Files as named; of a folder those with a known ending, by name. A file named twice is read once."""
    known = tuple(suffixes)
    files: list[Path] = []
    passed_over: list[PassedOver] = []
    for path in paths:
        if path.is_dir():
            found, others = _in_folder(path, known)
            files += found
            passed_over += [PassedOver(other, "not a kind that briefgen reads") for other in others]
        else:
            files.append(path)
    return Listing(tuple(_once(files)), tuple(passed_over))


def read_articles(
    files: Sequence[Path], *, published: date | None, failed: list[PassedOver] | None = None
) -> tuple[tuple[Read, ...], tuple[PassedOver, ...]]:
    """The articles; the same text in a second file is passed over, else its facts would count twice. A file that cannot be read goes into
    `failed`, if that is given, else it raises its InputError."""
    from briefgen.readers import read_article

    read: dict[str, Read] = {}
    again: list[PassedOver] = []
    for path in files:
        try:
            article = read_article(path, published=published)
        except InputError as error:
            if failed is None:
                raise
            failed.append(PassedOver(path, str(error)))
            continue
        if article.id in read:
            again.append(PassedOver(path, f"the same text as {read[article.id].path}"))
        else:
            read[article.id] = Read(path, article)
    return tuple(read.values()), tuple(again)


def translations_beside(path: Path) -> tuple[Path, ...]:
    """The PO files of an article: NAME.en.po, NAME.po."""
    return tuple(sorted(other for other in path.parent.glob("*.po") if _belongs(other, path.stem)))


def _in_folder(folder: Path, suffixes: tuple[str, ...]) -> tuple[list[Path], list[Path]]:
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith((".", "~$")))
    except OSError as error:
        raise InputError(f"{folder}: cannot be read: {error.strerror}") from error
    articles = [entry for entry in entries if entry.suffix.lower() in suffixes and entry.is_file()]
    stems = {article.stem for article in articles}
    others = [entry for entry in entries if entry not in articles and not any(_is_beside(entry, stem) for stem in stems)]
    if not articles:
        raise InputError(f"{folder}: the folder holds no article; briefgen reads {', '.join(suffixes)}")
    return articles, others


def _is_beside(path: Path, stem: str) -> bool:
    return path.suffix.lower() in _BESIDE and _belongs(path, stem)


def _belongs(path: Path, stem: str) -> bool:
    return path.stem == stem or (path.suffix.lower() == ".po" and path.stem.rpartition(".")[0] == stem)


def _once(files: Iterable[Path]) -> Iterator[Path]:
    seen = set()
    for path in files:
        real = path.absolute() if not path.exists() else path.resolve()
        if real not in seen:
            seen.add(real)
            yield path
