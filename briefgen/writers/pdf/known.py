"""What was laid out before -> the same again: a search for limits measures a report many times, and few of its parts change."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

MadeT = TypeVar("MadeT")

# What was made by what it was made from; for reports of one style and language.
Known = dict[Hashable, Any]


def known_again(known: Known | None, key: Hashable, make: Callable[[], MadeT]) -> MadeT:
    """What `make` gives, from `known` where it was made before. Without `known` it is made anew: what is drawn has leaves of its own."""
    if known is None:
        return make()
    if key not in known:
        known[key] = make()
    return cast(MadeT, known[key])
