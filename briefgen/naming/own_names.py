"""A house's own table of names (TSV or TOML) -> entries that win over the gazetteer; what is wrong with it is told with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefgen.diagnostics import UsageError
from briefgen.naming.gazetteer import COLUMNS, KINDS, Entries, entry_of
from briefgen.naming.transliteration import has_cyrillic
from briefgen.serialize.toml import parse_toml

_Row = tuple[str, Mapping[str, str]]  # its place in the file, its cells by column


def read_names(text: str, name: str) -> Entries:
    """The entries of a table, TSV or TOML by the file's name. UsageError names the file, the line or entry, and what is wrong.

    >>> read_names("ru\\ten\\nИван Сергеев\\tIvan Sergeyev\\n", "names.tsv")[0].en
    'Ivan Sergeyev'
    >>> read_names('[[name]]\\nkind = "post"\\nru = "директор"\\nen = "Director"\\n', "names.toml")[0].kind
    'post'
    """
    rows = list(_toml(text, name) if name.endswith(".toml") else _tsv(text, name))
    for place, row in rows:
        _check(row, f"{name}: {place}")
    return tuple(entry_of(row) for _, row in rows)


def _toml(text: str, name: str) -> Iterator[_Row]:
    listed = parse_toml(text, name).get("name", [])
    for number, row in enumerate(listed if isinstance(listed, list) else [None], start=1):
        if not isinstance(row, dict) or not all(isinstance(cell, str) for cell in row.values()):
            raise UsageError(f"{name}: name {number}: a name is a table [[name]] whose values are text in quotation marks")
        yield f"name {number}", row


def _tsv(text: str, name: str) -> Iterator[_Row]:
    lines = [(at, line.split("\t")) for at, line in enumerate(text.splitlines(), start=1) if line.strip() and not line.startswith("#")]
    head = [cell.strip() for cell in lines[0][1]] if lines else []
    if not {"ru", "en"} <= set(head):
        raise UsageError(f"{name}: the first line names the columns, ru and en among them; known are {', '.join(COLUMNS)}")
    for at, cells in lines[1:]:
        yield f"line {at}", dict(zip(head, cells, strict=False))


def _check(row: Mapping[str, str], place: str) -> None:
    if unknown := sorted(set(row) - set(COLUMNS)):
        raise UsageError(f"{place}: unknown column {unknown[0]!r}; known are {', '.join(COLUMNS)}")
    if not (row.get("ru", "").strip() and row.get("en", "").strip()):
        raise UsageError(f"{place}: a name is wanted in both languages, ru and en")
    if row.get("kind", "") not in ("", *KINDS, "post"):
        raise UsageError(f"{place}: kind {row['kind']!r} is none of {', '.join((*KINDS, 'post'))}")
    if has_cyrillic(row["en"] + row.get("en_short", "")):
        raise UsageError(f"{place}: the English name has a Cyrillic letter: {row['en']!r}")
