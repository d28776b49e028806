"""The word lists of briefgen/data, read once: TOML tables, and TSV files whose first column is the key."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@cache
def load(language: str, name: str) -> Mapping[str, Any]:
    """The list `name` of a language: a TOML file's tables, or the rows of a TSV file by their first column.

    A TSV row gives the text of its second column, or a tuple when it has more; lines starting with # are comments.

    >>> load("ru", "persons")["pronouns"]["она"]
    'f'
    """
    folder = files("briefgen") / "data" / language
    table = folder / f"{name}.toml"
    if table.is_file():
        return MappingProxyType(tomllib.loads(table.read_text(encoding="utf-8")))
    return MappingProxyType(_rows((folder / f"{name}.tsv").read_text(encoding="utf-8")))


@cache
def words(language: str, name: str, table: str) -> frozenset[str]:
    """One list of a TOML file as a set.

    >>> "эксперт" in words("ru", "persons", "expert")
    True
    """
    return frozenset(load(language, name)[table])


def _rows(text: str) -> dict[str, Any]:
    rows: dict[str, Any] = {}
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        key, *rest = line.split("\t")
        rows[key] = rest[0] if len(rest) == 1 else tuple(rest)
    return rows
