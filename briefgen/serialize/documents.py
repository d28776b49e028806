"""Extraction -> JSON as the extraction contract has it; Brief -> brief.json and back."""

from __future__ import annotations

import json
from typing import Any

from briefgen.diagnostics import InputError
from briefgen.model import Brief, Extraction
from briefgen.serialize.values import from_value, to_value

EXTRACTION_SCHEMA = "briefgen/extraction/1"
BRIEF_SCHEMA = "briefgen/brief/1"
# What the contract prints; an article's paragraphs, origin and digest and its sentences are found again by reading the file.
EXTRACTION_KEYS = ("article", "quantities", "dates", "statements", "interests", "risks", "diagnostics")
_GROUPS = ("quantities", "dates", "statements", "interests", "risks")
ARTICLE_KEYS = ("id", "name", "language", "published", "title", "text")


def extraction_to_json(extraction: Extraction) -> str:
    """One JSON object of the schema briefgen/extraction/1, indented, with a line end."""
    return json.dumps(_extraction_value(extraction), ensure_ascii=False, indent=2) + "\n"


def extraction_to_line(extraction: Extraction) -> str:
    """The same object on one line, for JSON Lines."""
    return json.dumps(_extraction_value(extraction), ensure_ascii=False) + "\n"


def brief_to_json(brief: Brief) -> str:
    """brief.json: the schema's name, then the fields of the Brief in their order."""
    return json.dumps({"schema": BRIEF_SCHEMA, **to_value(brief)}, ensure_ascii=False, indent=2) + "\n"


def brief_from_json(text: str, name: str = "brief.json") -> Brief:
    """The Brief that `brief_to_json` wrote; an InputError names the file and the place of what does not fit."""
    value = _parse(text, name)
    if not isinstance(value, dict) or value.get("schema") != BRIEF_SCHEMA:
        raise InputError(f'{name}: not a brief of this version ("schema": "{BRIEF_SCHEMA}" is expected at its start)')
    brief: Brief = from_value(Brief, {key: item for key, item in value.items() if key != "schema"}, f"{name}: brief")
    _check_references(brief, name)
    return brief


def _extraction_value(extraction: Extraction) -> dict[str, Any]:
    value: dict[str, Any] = {"schema": EXTRACTION_SCHEMA}
    value |= {key: to_value(getattr(extraction, key)) for key in EXTRACTION_KEYS}
    value["article"] = {key: value["article"][key] for key in ARTICLE_KEYS}
    return value


def _parse(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(f"{name}: line {error.lineno}, column {error.colno}: not JSON: {error.msg}") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits; brackets nested thousands deep
        raise InputError(f"{name}: not JSON that can be read: {error}") from error


def _check_references(brief: Brief, name: str) -> None:
    """Each piece of evidence names a source that is there, and each event facts that are: else a citation would lead nowhere."""
    sources = {source.number for source in brief.sources}
    facts: set[str | None] = {None}
    for group in _GROUPS:
        for index, merged in enumerate(getattr(brief, group)):
            facts |= {merged.fact.id, *merged.also}
            for evidence in merged.evidence:
                if evidence.source not in sources:
                    raise InputError(f"{name}: brief.{group}[{index}].evidence: there is no source {evidence.source}")
    for index, event in enumerate(brief.events):
        for id in (event.date, event.statement, event.interest):
            if id not in facts:
                raise InputError(f"{name}: brief.events[{index}]: there is no fact {id!r}")
