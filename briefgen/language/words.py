"""Words as they are compared: one form for the same words written with other spaces or quotation marks."""

from __future__ import annotations

import unicodedata

_QUOTES = str.maketrans(dict.fromkeys("«»„“”‟‹›＂", '"') | dict.fromkeys("‘’‚‛`´", "'"))


def normalise(words: str) -> str:
    """NFC, one space between words, straight quotation marks; letters and digits stay as they are.

    >>> normalise("Он  сказал: «да»")
    'Он сказал: "да"'
    """
    return " ".join(unicodedata.normalize("NFC", words).translate(_QUOTES).split())
