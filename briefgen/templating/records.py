"""A TOML text -> a frozen dataclass: each value checked against its field's type, each fault named with its file and line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from briefgen.diagnostics import UsageError
from briefgen.serialize.toml import line_of, parse_toml

RecordT = TypeVar("RecordT")

_MOST = 10_000  # above any measure, in mm or points
_WANTED = {
    float: "a number, 0 or more",
    int: "a whole number, 0 or more",
    str: "text in quotation marks",
    bool: "true or false",
}


@dataclass(frozen=True, slots=True)
class Source:
    """A TOML file and its text."""

    path: Path
    text: str

    def fault(self, key: str, message: str) -> UsageError:
        """An error at the line of a dotted key, or of the table that should hold it."""
        return UsageError(f"{self.path}: line {self._line(key)}: {message}")

    def _line(self, key: str) -> int:
        """The line of `key` in its table; of the part of it that has a line, such as an inline table or the table's heading."""
        names = key.split(".")
        for length in range(len(names), 0, -1):
            table, name = ".".join(names[: length - 1]), names[length - 1]
            line = line_of(self.text, name, table=table)
            if line > 1 or (not table and self.text.lstrip().startswith(name)):
                return line
        return 1


def read_record(record: type[RecordT], source: Source) -> RecordT:
    """The dataclass that the file describes."""
    return _record(record, parse_toml(source.text, str(source.path)), source, "")


def _record(record: type[RecordT], table: Mapping[str, Any], source: Source, prefix: str) -> RecordT:
    hints = get_type_hints(record)
    known = {field.name: field for field in fields(record)}  # type: ignore[arg-type]
    for key in table:
        if key not in known:
            raise source.fault(prefix + key, f"unknown key {prefix}{key}; known here: {', '.join(known)}")
    values = {}
    for name, field in known.items():
        if name in table:
            values[name] = _value(hints[name], table[name], source, prefix + name)
        elif field.default is MISSING:
            raise source.fault(prefix + name, f"{prefix}{name} is missing")
    return record(**values)


def _value(hint: Any, value: Any, source: Source, key: str) -> Any:
    """The value as the field's type has it; whole numbers may stand for measures."""
    if is_dataclass(hint):
        if not isinstance(value, dict):
            raise source.fault(key, f"{key} must be a table [{key}]")
        return _record(hint, value, source, key + ".")  # type: ignore[arg-type]
    if get_origin(hint) is Mapping and isinstance(value, dict):
        return {name: _value(get_args(hint)[1], entry, source, f"{key}.{name}") for name, entry in value.items()}
    if get_origin(hint) is tuple and isinstance(value, list):
        return tuple(_value(get_args(hint)[0], entry, source, key) for entry in value)
    if get_origin(hint) is Literal:
        if value not in get_args(hint):
            raise source.fault(key, f"{key} is {value!r}; it must be one of {', '.join(map(str, get_args(hint)))}")
        return value
    if hint is float and type(value) in (int, float) and 0 <= value < _MOST:
        return float(value)
    if hint is int and type(value) is int and 0 <= value < _MOST:
        return value
    if hint in (str, bool) and type(value) is hint:
        return value
    raise source.fault(key, f"{key} is {value!r}; it must be {_WANTED.get(hint, 'a list or a table')}")


def record_schema(record: Any) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a record; its docstrings are the descriptions."""
    hints = get_type_hints(record)
    known = fields(record)
    return {
        "type": "object",
        "description": " ".join((record.__doc__ or "").split()),
        "properties": {field.name: _schema(hints[field.name]) for field in known},
        "required": [field.name for field in known if field.default is MISSING],
        "additionalProperties": False,
    }


_SCALARS: Mapping[Any, Mapping[str, Any]] = {
    float: {"type": "number", "minimum": 0, "exclusiveMaximum": _MOST},
    int: {"type": "integer", "minimum": 0, "exclusiveMaximum": _MOST},
    str: {"type": "string"},
    bool: {"type": "boolean"},
}


def _schema(hint: Any) -> dict[str, Any]:
    if is_dataclass(hint):
        return record_schema(hint)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _schema(arguments[1])}
    if origin is tuple:
        return {"type": "array", "items": _schema(arguments[0])}
    if origin is Literal:
        return {"enum": list(arguments)}
    return dict(_SCALARS[hint])
