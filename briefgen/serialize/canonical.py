"""A JSON value -> its one canonical text, and the SHA-256 of that text."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any


def canonical_json(value: Any) -> str:
    """Keys sorted, no white space, no escapes but the necessary: equal values give equal text (after RFC 8785, without floats).

    >>> canonical_json({"b": [1, None], "a": "да"})
    '{"a":"да","b":[1,null]}'
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest_of(value: Any) -> str:
    """The SHA-256 of the canonical JSON, as 64 hexadecimal digits."""
    return sha256(canonical_json(value).encode("utf-8")).hexdigest()
