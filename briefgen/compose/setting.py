"""A composed report -> the same with its no-break spaces, across the pieces that its lines were put together from."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from briefgen.blocks import Block, Foreign, Inlines, LineBreak, Mark, Report, Strong, Text
from briefgen.formatting.text import glue

# The fields of blocks that a reader reads; names, anchors, roles and tags are not among them.
_PRINTED = frozenset(
    {"text", "title", "description", "caption", "head", "label", "value_text", "date", "alternative", "prompt", "kind", "running"}
    | {"solid_key", "hollow_key", "scale_note", "series_name", "expected_key", "subject", "contents_title"}
)


def set_report(report: Report) -> Report:
    """All printed words of the report in the typography of its language; originals in another language stay as they are."""
    done: Report = _set(report, report.language)
    return replace(done, keywords=report.keywords)


def set_blocks(blocks: tuple[Block, ...], language: str) -> tuple[Block, ...]:
    """Some blocks of a report, set as `set_report` sets them."""
    done: tuple[Block, ...] = _set(blocks, language)
    return done


def _set(value: Any, language: str) -> Any:
    if isinstance(value, tuple):
        if any(isinstance(item, Text | Strong) for item in value):
            return _inlines(value, language)
        return tuple(_set(item, language) for item in value)
    if not is_dataclass(value) or isinstance(value, Foreign | Mark | type):
        return value
    changed = {field.name: _field(field.name, getattr(value, field.name), language) for field in fields(value)}
    return replace(value, **changed)


def _field(name: str, value: Any, language: str) -> Any:
    if isinstance(value, str):
        return glue(value, language) if name in _PRINTED else value
    return _set(value, language)


def _inlines(inlines: Inlines, language: str) -> Inlines:
    """Neighbours are set as one line of words, so that «в» at the end of one holds on to the next."""
    joined = "".join(_words(inline) for inline in inlines)
    whole = glue(joined, language)
    if len(whole) != len(joined):  # a run of spaces became one: each part by itself
        return tuple(_alone(inline, language) for inline in inlines)
    done, position = [], 0
    for inline in inlines:
        stop = position + len(_words(inline))
        done.append(replace(inline, text=whole[position:stop]) if isinstance(inline, Text | Strong) else inline)
        position = stop
    return tuple(done)


def _alone(inline: Any, language: str) -> Any:
    return replace(inline, text=glue(inline.text, language)) if isinstance(inline, Text | Strong) else inline


def _words(inline: Any) -> str:
    return inline.text if isinstance(inline, Text | Strong) else "\n" if isinstance(inline, LineBreak) else "\ufffc"
