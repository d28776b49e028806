"""The JSON Schemas say what the JSON text holds."""

from __future__ import annotations

import json
from typing import Any

import pytest

from briefgen.serialize import brief_schema, brief_to_json, canonical_json, digest_of, extraction_schema, extraction_to_json
from tests.serialize.test_documents import BRIEF, EXTRACTION


def misfits(schema: Any, value: Any, root: Any) -> list[str]:
    """A small validator for the keywords that the schemas use."""
    if "$ref" in schema:
        return misfits(root["$defs"][schema["$ref"].rsplit("/", 1)[1]], value, root)
    if "anyOf" in schema:
        return [] if any(not misfits(item, value, root) for item in schema["anyOf"]) else [f"{value!r} fits nothing"]
    if "const" in schema or "enum" in schema:
        return [] if value in schema.get("enum", [schema.get("const")]) else [f"{value!r} is not in the list"]
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}
    if not isinstance(value, kinds[schema["type"]]):
        return [f"{value!r} is no {schema['type']}"]
    found = [f"{name} is missing" for name in schema.get("required", []) if name not in value]
    if isinstance(value, dict):
        found += [f"{name} is unknown" for name in value if name not in schema["properties"]]
        found += [fault for name, item in value.items() for fault in misfits(schema["properties"][name], item, root)]
    if isinstance(value, list):
        found += [fault for item in value for fault in misfits(schema["items"], item, root)]
    return found


@pytest.mark.parametrize(
    ("schema", "text"),
    [(extraction_schema(), extraction_to_json(EXTRACTION)), (brief_schema(), brief_to_json(BRIEF))],
    ids=["extraction", "brief"],
)
def test_what_is_written_fits_its_schema(schema: Any, text: str) -> None:
    assert misfits(schema, json.loads(text), schema) == []


@pytest.mark.parametrize("schema", [extraction_schema(), brief_schema()], ids=["extraction", "brief"])
def test_a_schema_refers_to_nothing_that_it_lacks(schema: Any) -> None:
    text = json.dumps(schema)
    assert schema["additionalProperties"] is False
    for name in schema["$defs"]:
        assert f'"#/$defs/{name}"' in text


def test_the_closed_lists_are_in_the_schema() -> None:
    properties = extraction_schema()["$defs"]["Interest"]["properties"]
    assert properties["topics"] == {"type": "array", "items": {"enum": properties["topics"]["items"]["enum"]}}
    assert "critical-minerals" in properties["topics"]["items"]["enum"]


def test_equal_values_have_one_canonical_text() -> None:
    assert canonical_json({"b": 1, "a": ["я"]}) == canonical_json({"a": ["я"], "b": 1}) == '{"a":["я"],"b":1}'
    assert digest_of({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
