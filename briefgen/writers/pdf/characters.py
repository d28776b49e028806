"""Text -> text that the faces can print; a character that none of them has stops the report before it is laid out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from briefgen.blocks import Heading, Report
from briefgen.diagnostics import OutputError
from briefgen.writers.pdf.faces import Face

# Thin and figure spaces keep words together as the no-break space does; the faces have only that one.
_SPACES = dict.fromkeys((0x202F, 0x2007, 0x2009, 0x200A), "\u00a0")
_BLANKS = dict.fromkeys((0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2002, 0x2003, 0x2028, 0x2029, 0x3000), " ")
# What steers a line break or the direction of writing and prints nothing.
_INVISIBLE = dict.fromkeys((*range(0x20), 0x7F, *range(0x80, 0xA0), 0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF))
_PRINTED = _INVISIBLE | _SPACES | _BLANKS

_NOT_PRINTED = {"anchor", "target", "name", "role", "tag", "alignment", "description", "alternative", "language", "prompt", "value"}
_AROUND = 20


def printable(text: str) -> str:
    """Composed characters, spaces that the faces have, nothing invisible."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", text).translate(_PRINTED)


def check_characters(report: Report, faces: Mapping[str, Face]) -> None:
    """Raise if some face has no glyph for a character of the report, naming it and where it stands."""
    known = frozenset.intersection(*(face.characters for face in faces.values()))
    place = report.head.kind
    for part in (report.head, report.running, *report.blocks):
        if isinstance(part, Heading):
            place = f"{part.number} {part.text}".strip()
        for text in _texts(part):
            missing = set(printable(text)) - known
            if missing:
                raise OutputError(_message(min(missing), printable(text), place))


def _message(character: str, text: str, place: str) -> str:
    at = text.index(character)
    around = re.sub(r"\s+", " ", text[max(0, at - _AROUND) : at + _AROUND])
    name = unicodedata.name(character, "unnamed")
    return f"the PDF's font has no glyph for U+{ord(character):04X} ({name}), in {around!r} of {place!r}: replace it, or leave out the PDF"


def _texts(value: Any) -> Iterator[str]:
    """All printed strings of a block."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for entry in value:
            yield from _texts(entry)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _NOT_PRINTED:
                yield from _texts(getattr(value, field.name))
