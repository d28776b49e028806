"""The data files of formatting -> tables: words and signs of a language (TOML), units and currencies (TSV). Each is read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@cache
def wording(language: str) -> Mapping[str, Any]:
    """The tables of a language's `formatting.toml`.

    >>> wording("ru")["qualifiers"]["nearly"]
    'почти'
    """
    text = (files("briefgen") / "data" / language / "formatting.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


@cache
def rows(name: str) -> Mapping[str, Mapping[str, str]]:
    """The rows of `data/NAME.tsv` by their first column; a row is a mapping of column heads to cells.

    >>> rows("units")["mass-tonne"]["ru_sign"]
    'т'
    """
    lines = (files("briefgen") / "data" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    head, *body = (line.split("\t") for line in lines if line.strip() and not line.startswith("#"))
    # A row may leave out its last cells: an editor that strips trailing tabs must not break the file.
    padded = (cells + [""] * (len(head) - len(cells)) for cells in body)
    return MappingProxyType({cells[0]: MappingProxyType(dict(zip(head, cells, strict=True))) for cells in padded})


def localise(text: str, locale: str | None) -> str:
    """British words -> those of another English locale; any other text stays.

    >>> localise("2.6 million tonnes", "en_US"), localise("2.6 million tonnes", None)
    ('2.6 million metric tons', '2.6 million tonnes')
    """
    for british, american in wording("en")["american"].items() if locale == "en_US" else ():
        text = text.replace(british, american).replace(british.capitalize(), american.capitalize())
    return text
