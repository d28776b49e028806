"""Text -> text that the faces can print: a character that none of them has stands as its Unicode code, ‹U+6F22›."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any

from briefgen.writers.pdf.faces import common_characters

# Thin and figure spaces keep words together as the no-break space does; the faces have only that one.
_SPACES = dict.fromkeys((0x202F, 0x2007, 0x2009, 0x200A), "\u00a0")
_BLANKS = dict.fromkeys((0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2002, 0x2003, 0x2028, 0x2029, 0x3000), " ")
# What steers a line break or the direction of writing and prints nothing.
_INVISIBLE = dict.fromkeys((*range(0x20), 0x7F, *range(0x80, 0xA0), 0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF))
# What only says how the character before it looks: it goes with it.
_SELECTORS = dict.fromkeys((*range(0xFE00, 0xFE10), *range(0x1F3FB, 0x1F400), *range(0xE0100, 0xE01F0)))
_PRINTED = _INVISIBLE | _SPACES | _BLANKS | _SELECTORS


def printable(text: str) -> str:
    """Composed characters, spaces that the faces have, nothing invisible, codes in place of what has no glyph.

    >>> printable("10\u202fмлрд 漢字 \U0001f680")
    '10\xa0млрд ‹U+6F22 U+5B57› ‹U+1F680›'
    """
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text).translate(_PRINTED)
    return text if common_characters().issuperset(text) else _lacking().sub(_codes, text)


def unprintable(*values: Any) -> tuple[str, ...]:
    """The characters without a glyph in any of the strings of some values, in order of their codes.

    >>> unprintable("漢 and 字", ("\U0001f680",))
    ('字', '漢', '🚀')
    """
    found: set[str] = set()
    for text in _texts(values):
        if not text.isascii():
            found |= set(unicodedata.normalize("NFC", text).translate(_PRINTED)) - common_characters()
    return tuple(sorted(found))


def code(character: str) -> str:
    """
    >>> code("漢")
    'U+6F22'
    """
    return f"U+{ord(character):04X}"


@lru_cache(maxsize=1)
def _lacking() -> re.Pattern[str]:
    """Runs of characters that some face has no glyph for."""
    return re.compile("[^" + re.escape("".join(sorted(common_characters()))) + "]+")


def _codes(match: re.Match[str]) -> str:
    return "‹" + " ".join(map(code, match[0])) + "›"


def _texts(value: Any) -> Iterator[str]:
    """All strings inside a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for entry in value:
            yield from _texts(entry)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
