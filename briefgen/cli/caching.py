"""Where extractions are kept on this machine, and with which packages they were made."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.cli.manifest import version_of

if TYPE_CHECKING:
    from briefgen.cache import Cache

# Packages whose release may change what an extraction holds.
PACKAGES = ("babel", "iuliia", "natasha", "navec", "numpy", "pymorphy3", "pymorphy3-dicts-ru", "rapidfuzz", "razdel", "slovnet")


def cache_of(*, wanted: bool) -> Cache | None:
    """The cache in the user's folder for such things; None under --no-cache."""
    if not wanted:
        return None
    import platformdirs

    return _cache_in(platformdirs.user_cache_path("briefgen", appauthor=False))


@cache
def _cache_in(folder: Path) -> Cache:
    """One a process, so that the digest of the rules is made once and not for each article."""
    from briefgen.cache import Cache

    return Cache(folder, {**{name: version_of(name) for name in PACKAGES}, "python": sys.version})
