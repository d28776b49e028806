"""Texts <-> the bytes that the archive keeps of them: a tenth of a brief's length, a third of an article's."""

from __future__ import annotations

import zlib

_LONGEST = 1 << 28  # bytes of a text; a damaged one must not fill the memory


def packed(text: str) -> bytes:
    """A text as it is kept."""
    return zlib.compress(text.encode("utf-8"), 6)


def unpacked(data: bytes) -> str:
    """A text as it was. ValueError where the bytes are none.

    >>> unpacked(packed("«Справка»"))
    '«Справка»'
    """
    try:
        return zlib.decompressobj().decompress(data, _LONGEST).decode("utf-8")
    except zlib.error as error:
        raise ValueError(f"a text in the archive is damaged: {error}") from error
