"""Extraction and Brief -> JSON text; JSON text -> Brief, checked; their JSON Schemas; canonical JSON and its digest."""

from __future__ import annotations

from briefgen.serialize.canonical import canonical_json, digest_of
from briefgen.serialize.documents import (
    BRIEF_SCHEMA,
    EXTRACTION_SCHEMA,
    brief_from_json,
    brief_to_json,
    extraction_to_json,
    extraction_to_line,
)
from briefgen.serialize.schema import brief_schema, extraction_schema

__all__ = [
    "BRIEF_SCHEMA",
    "EXTRACTION_SCHEMA",
    "brief_from_json",
    "brief_schema",
    "brief_to_json",
    "canonical_json",
    "digest_of",
    "extraction_schema",
    "extraction_to_json",
    "extraction_to_line",
]
