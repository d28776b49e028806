"""Extraction -> JSON as the extraction contract has it; Brief -> brief.json and back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from briefgen.diagnostics import InputError
from briefgen.model import Brief, Evidence, Extraction
from briefgen.serialize.values import from_value, to_value

EXTRACTION_SCHEMA = "briefgen/extraction/1"
BRIEF_SCHEMA = "briefgen/brief/1"
# What the contract prints; an article's paragraphs, origin and digest and its sentences are found again by reading the file.
EXTRACTION_KEYS = ("article", "quantities", "dates", "statements", "interests", "risks", "diagnostics")
_NOWHERE = Evidence(0, 0, "", "")  # a fact without evidence
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
    """What a brief refers to is there: the sources of its evidence, the facts of its events. Else a citation would lead nowhere."""
    from_value(date, brief.date, f"{name}: brief.date")
    for index, source in enumerate(brief.sources):
        if source.number != index + 1:
            raise InputError(f"{name}: brief.sources[{index}].number: {index + 1} is expected, not {source.number}")
    for place, evidence in _evidence(brief):
        if not 1 <= evidence.source <= len(brief.sources):
            raise InputError(f"{name}: {place}: there is no source {evidence.source}")
    facts = {id for group in _GROUPS for merged in getattr(brief, group) for id in (merged.fact.id, *merged.also)}
    for index, event in enumerate(brief.events):
        for id in filter(None, (event.date, event.statement, event.interest)):
            if id not in facts:
                raise InputError(f"{name}: brief.events[{index}]: there is no fact {id!r}")
    facts |= {id for group in _GROUPS for merged in getattr(brief.earlier, group) for id in (merged.fact.id, *merged.also)}
    compared = [(f"changes[{index}]", id) for index, item in enumerate(brief.changes) for id in (item.fact, item.earlier) if id]
    compared += [(f"calculations[{index}]", id) for index, item in enumerate(brief.calculations) for id in (item.fact, item.base)]
    compared += [(f"trends[{index}]", item.quantity) for index, item in enumerate(brief.trends)]
    for place, id in compared:
        if id not in facts:
            raise InputError(f"{name}: brief.{place}: there is no fact {id!r}")


def _evidence(brief: Brief) -> Iterator[tuple[str, Evidence]]:
    for owner, facts in (("brief", brief), ("brief.earlier", brief.earlier)):
        for group in _GROUPS:
            for index, merged in enumerate(getattr(facts, group)):
                place = f"{owner}.{group}[{index}].evidence"
                yield from ((place, evidence) for evidence in merged.evidence or (_NOWHERE,))
    yield from ((f"brief.events[{index}].evidence", event.evidence) for index, event in enumerate(brief.events))
