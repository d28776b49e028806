"""Edits <-> edits.toml in the folder of a brief, which a person may read and change."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from briefgen.diagnostics import UsageError
from briefgen.edits.edit import KINDS, Edit
from briefgen.serialize.toml import parse_toml

NAME = "edits.toml"
SCHEMA = "briefgen/edits/1"
_HEAD = "# Written by `briefgen pull`, applied by every later run. A person may change or remove an entry.\n"


def edits_to_toml(edits: Iterable[Edit]) -> str:
    """The file's text; fields that hold nothing are left out."""
    tables = ["\n".join(["[[edit]]", *_lines(edit)]) for edit in edits]
    return "\n\n".join([f'{_HEAD}schema = "{SCHEMA}"', *tables]) + "\n"


def edits_from_toml(text: str, name: str) -> tuple[Edit, ...]:
    """The edits of a file; UsageError names the file, the entry and what is wrong with it."""
    value = parse_toml(text, name)
    if value.get("schema") != SCHEMA:
        raise UsageError(f"{name}: schema is {value.get('schema')!r}; this version of briefgen reads {SCHEMA!r}")
    entries = value.get("edit", [])
    if set(value) - {"schema", "edit"} or not isinstance(entries, list):
        raise UsageError(f"{name}: holds schema and [[edit]] tables, nothing else")
    return tuple(_edit(entry, f"{name}: edit {number}") for number, entry in enumerate(entries, start=1))


def _lines(edit: Edit) -> Iterable[str]:
    for field in fields(edit):
        value = getattr(edit, field.name)
        if value:
            yield f"{field.name} = {_toml(value)}"


def _toml(value: object) -> str:
    """A string, a list of strings or true: JSON writes them as TOML reads them, DEL apart (TOML 1.0, String)."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _edit(entry: object, name: str) -> Edit:
    known = {field.name: field.type for field in fields(Edit)}
    if not isinstance(entry, dict):
        raise UsageError(f"{name}: must be a table")
    for key, value in entry.items():
        if key not in known:
            raise UsageError(f"{name}: unknown key {key!r}; known are {', '.join(known)}")
        if not _fits(value, str(known[key])):
            raise UsageError(f"{name}: {key} is {value!r}; it must be {'true or false' if known[key] == 'bool' else 'text'}")
    if entry.get("kind") not in KINDS or not entry.get("id"):
        raise UsageError(f"{name}: needs an id and a kind of {', '.join(KINDS)}")
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    return Edit(**values)


def _fits(value: object, kind: str) -> bool:
    if kind.startswith("tuple"):
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    return type(value) is (bool if kind == "bool" else str)
