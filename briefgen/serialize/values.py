"""Frozen dataclasses -> JSON values, and back with every value checked against its declared type."""

from __future__ import annotations

import re
import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal, NoReturn, TypeVar, Union, get_args, get_origin, get_type_hints

from briefgen.diagnostics import InputError
from briefgen.serialize.closed import WORDS

_DECIMAL = re.compile(r"-?[0-9]{1,400}(?:\.[0-9]{1,400})?", re.ASCII)
_SURROGATE = re.compile("[\ud800-\udfff]")


def to_value(value: Any) -> Any:
    """A JSON value: fields in declared order, decimals as plain strings, dates in ISO 8601, tuples as lists.

    >>> to_value((Decimal("4E+9"), None))
    ['4000000000', None]
    """
    if is_dataclass(value):
        return {field.name: to_value(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [to_value(item) for item in value]
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    return value


def from_value(kind: Any, value: Any, place: str) -> Any:
    """The value as `kind`; an InputError names the place (`brief.json: quantities[3].fact.value`) where it does not fit."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return None if value is None else from_value(_without_none(kind), value, place)
    if origin is tuple:
        return _read_tuple(kind, value, place)
    if origin is Literal:
        return _read_word(get_args(kind), value, place)
    if is_dataclass(origin or kind):
        return _read_dataclass(kind, value, place)
    return _read_scalar(kind, value, place)


@cache
def field_types(kind: Any) -> Mapping[str, Any]:
    """Field names of a dataclass with their types; of `Merged[Quantity]` with Quantity in place of the type variable."""
    origin = get_origin(kind) or kind
    given = dict(zip(getattr(origin, "__parameters__", ()), get_args(kind), strict=False))
    hints = get_type_hints(origin)
    return {field.name: given.get(hints[field.name], hints[field.name]) if _is_variable(hints[field.name]) else hints[field.name]
            for field in fields(origin)}  # fmt: skip


@cache
def required_fields(kind: Any) -> tuple[str, ...]:
    """Names of the fields without a default."""
    return tuple(field.name for field in fields(get_origin(kind) or kind) if field.default is MISSING)


def _read_dataclass(kind: Any, value: Any, place: str) -> Any:
    if not isinstance(value, dict):
        _refuse(place, "an object", value)
    kinds = field_types(kind)
    for name in value:
        if name not in kinds:
            raise InputError(f"{place}: unknown key {name!r}; known are {', '.join(kinds)}")
    for name in required_fields(kind):
        if name not in value:
            raise InputError(f"{place}: the key {name!r} is missing")
    read = {name: from_value(kinds[name], item, f"{place}.{name}") for name, item in value.items()}
    return _checked_words(get_origin(kind) or kind, read, place)


def _checked_words(kind: type, read: dict[str, Any], place: str) -> Any:
    for name, given in read.items():
        words = WORDS.get((kind, name))
        for word in given if isinstance(given, tuple) else (given,):
            if words is not None:
                _read_word(words, word, f"{place}.{name}")
    return kind(**read)


def _read_tuple(kind: Any, value: Any, place: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        _refuse(place, "a list", value)
    kinds = get_args(kind)
    if kinds[-1] is Ellipsis:
        kinds = (kinds[0],) * len(value)
    if len(kinds) != len(value):
        raise InputError(f"{place}: {len(kinds)} items are expected, not {len(value)}")
    return tuple(from_value(item_kind, item, f"{place}[{index}]") for index, (item_kind, item) in enumerate(zip(kinds, value, strict=True)))


def _read_word(words: tuple[str, ...], value: Any, place: str) -> str:
    for word in words:
        if value == word:
            return word
    raise InputError(f"{place}: {value!r} is none of {', '.join(word or repr(word) for word in words)}")


def _read_scalar(kind: Any, value: Any, place: str) -> Any:
    if kind is bool and isinstance(value, bool):
        return value
    if kind is int and isinstance(value, int) and not isinstance(value, bool):
        return value
    if kind is str and isinstance(value, str) and not _SURROGATE.search(value):
        return value
    if kind is Decimal and isinstance(value, str) and _DECIMAL.fullmatch(value):
        return Decimal(value)
    if kind is date and isinstance(value, str):
        return _read_date(value, place)
    names = {bool: "true or false", int: "a whole number", str: "text", Decimal: "a decimal number as text", date: "a date as text"}
    return _refuse(place, names[kind], value)


def _read_date(value: str, place: str) -> date:
    try:
        return date.fromisoformat(value if len(value) == len("2026-02-27") else "")
    except ValueError:
        _refuse(place, "a date such as 2026-02-27", value)


def _refuse(place: str, expected: str, value: Any) -> NoReturn:
    shown = repr(value)
    raise InputError(f"{place}: {expected} is expected, not {shown if len(shown) <= 60 else shown[:57] + '...'}")


def _without_none(kind: Any) -> Any:
    (only,) = (item for item in get_args(kind) if item is not type(None))
    return only


def _is_variable(kind: Any) -> bool:
    return isinstance(kind, TypeVar)
