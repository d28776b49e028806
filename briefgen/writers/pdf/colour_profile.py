"""The sRGB colour space (IEC 61966-2-1) as a small ICC profile of our own: no vendor's file, no clock."""

from __future__ import annotations

import struct
from functools import lru_cache

# Media white D50 and the sRGB primaries adapted to it (ICC.1:2001-04, annex E; Bradford).
_WHITE = (0.9642, 1.0, 0.8249)
_PRIMARIES = {b"rXYZ": (0.43607, 0.22249, 0.01392), b"gXYZ": (0.38515, 0.71687, 0.09708), b"bXYZ": (0.14307, 0.06061, 0.7141)}
_CURVE_POINTS = 1024


@lru_cache(maxsize=1)
def srgb_profile() -> bytes:
    """An ICC display profile, version 2.1."""
    curve = _curve()
    tags = {b"desc": _description("sRGB"), b"cprt": b"text\0\0\0\0CC0\0", b"wtpt": _xyz(_WHITE)}
    tags |= {tag: _xyz(primary) for tag, primary in _PRIMARIES.items()}
    tags |= {b"rTRC": curve, b"gTRC": curve, b"bTRC": curve}
    table, data = _tag_table(tags)
    size = 128 + len(table) + len(data)
    return _header(size) + table + data


def _tag_table(tags: dict[bytes, bytes]) -> tuple[bytes, bytes]:
    """Equal contents are stored once."""
    start = 128 + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    table, data = struct.pack(">I", len(tags)), b""
    for tag, content in tags.items():
        if content not in places:
            places[content] = start + len(data)
            data += content + b"\0" * (-len(content) % 4)
        table += tag + struct.pack(">II", places[content], len(content))
    return table, data


def _header(size: int) -> bytes:
    created = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)  # a fixed date: the profile never changes
    head = struct.pack(">I4sI4s4s4s", size, b"\0" * 4, 0x02100000, b"mntr", b"RGB ", b"XYZ ") + created + b"acsp" + b"\0" * 28
    return (head + _fixed(_WHITE)).ljust(128, b"\0")


def _fixed(values: tuple[float, ...]) -> bytes:
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _xyz(values: tuple[float, ...]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(values)


def _description(name: str) -> bytes:
    text = name.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + b"\0" * 78


def _curve() -> bytes:
    values = (_linear(index / (_CURVE_POINTS - 1)) for index in range(_CURVE_POINTS))
    return b"curv\0\0\0\0" + struct.pack(">I", _CURVE_POINTS) + b"".join(struct.pack(">H", round(value * 65535)) for value in values)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
