"""What is made of an edition -> the same kept, with the limits that it asked for: a search for limits makes again only what they change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar, cast

from briefgen.compose.edition import Edition
from briefgen.compose.profile import Limits

MadeT = TypeVar("MadeT")


def remembered(edition: Edition, key: object, make: Callable[[Edition], MadeT]) -> MadeT:
    """What `make` gives for the edition; not made again while the limits that it asked for are the same. `key` names what is made.

    Equal limits give equal results, for `make` knows nothing beside the edition, and the way it takes hangs on the limits that it asked
    for alone.
    """
    entries = edition.made.setdefault(key, [])
    for asked, made in entries:
        if all(getattr(edition.limits, name) == value for name, value in asked.items()):
            return cast(MadeT, made)
    asking = _Asking(edition.limits)
    made = make(replace(edition, limits=cast(Limits, asking)))
    entries.append((asking.asked, made))
    return made


class _Asking:
    """Limits that note which of them were asked for."""

    def __init__(self, limits: Limits) -> None:
        self.asked: dict[str, int] = {}
        self._limits = limits

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._limits, name)
        self.asked[name] = value
        return value
