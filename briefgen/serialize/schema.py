"""The dataclasses of the model -> JSON Schemas (2020-12) of an extraction and of a brief."""

from __future__ import annotations

import types
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal, Union, get_args, get_origin

from briefgen.model import Article, Brief, Extraction
from briefgen.serialize.closed import WORDS
from briefgen.serialize.documents import ARTICLE_KEYS, BRIEF_SCHEMA, EXTRACTION_KEYS, EXTRACTION_SCHEMA
from briefgen.serialize.values import field_types, required_fields

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SCALARS: dict[Any, dict[str, Any]] = {
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    str: {"type": "string"},
    Decimal: {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"},
    date: {"type": "string", "format": "date"},
}

Schema = dict[str, Any]


def extraction_schema() -> Schema:
    """The JSON Schema of what `briefgen extract` prints."""
    definitions = {"Article": _object(Article, {}, names=ARTICLE_KEYS, required=ARTICLE_KEYS)}
    root = _object(Extraction, definitions, names=EXTRACTION_KEYS, required=EXTRACTION_KEYS)
    return _document(EXTRACTION_SCHEMA, root, definitions)


def brief_schema() -> Schema:
    """The JSON Schema of brief.json."""
    definitions: dict[str, Schema] = {}
    root = _object(Brief, definitions, names=tuple(field_types(Brief)), required=required_fields(Brief))
    return _document(BRIEF_SCHEMA, root, definitions)


def _document(name: str, root: Schema, definitions: dict[str, Schema]) -> Schema:
    properties = {"schema": {"const": name}, **root["properties"]}
    body = {**root, "properties": properties, "required": ["schema", *root["required"]]}
    return {"$schema": _DIALECT, "title": name, **body, "$defs": dict(sorted(definitions.items()))}


def _object(kind: Any, definitions: dict[str, Schema], *, names: tuple[str, ...], required: tuple[str, ...]) -> Schema:
    kinds = field_types(kind)
    owner = get_origin(kind) or kind
    properties = {name: _closed(_schema(kinds[name], definitions), WORDS.get((owner, name))) for name in names}
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def _schema(kind: Any, definitions: dict[str, Schema]) -> Schema:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return {"anyOf": [_schema(item, definitions) for item in arguments if item is not type(None)] + [{"type": "null"}]}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return _list(arguments, definitions)
    if is_dataclass(origin or kind):
        return _reference(kind, definitions)
    return dict(_SCALARS[kind])


def _list(kinds: tuple[Any, ...], definitions: dict[str, Schema]) -> Schema:
    if kinds[-1] is Ellipsis:
        return {"type": "array", "items": _schema(kinds[0], definitions)}
    items = [_schema(kind, definitions) for kind in kinds]
    return {"type": "array", "prefixItems": items, "items": False, "minItems": len(items)}


def _reference(kind: Any, definitions: dict[str, Schema]) -> Schema:
    """`Merged[Risk]` is defined under the name MergedRisk."""
    name = (get_origin(kind) or kind).__name__ + "".join(item.__name__ for item in get_args(kind))
    if name not in definitions:
        definitions[name] = {}  # holds the place, should the type contain itself
        definitions[name] = _object(kind, definitions, names=tuple(field_types(kind)), required=required_fields(kind))
    return {"$ref": f"#/$defs/{name}"}


def _closed(schema: Schema, words: tuple[str, ...] | None) -> Schema:
    if words is None:
        return schema
    if schema.get("type") == "array":
        return {**schema, "items": {"enum": list(words)}}
    return {"enum": list(words)}
