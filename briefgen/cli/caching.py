"""Where extractions are kept on this machine, and with which packages they were made."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from briefgen.cli.manifest import version_of

if TYPE_CHECKING:
    from briefgen.cache import Cache

# Packages whose release may change what an extraction holds.
_PACKAGES = ("babel", "iuliia", "natasha", "navec", "numpy", "pymorphy3", "pymorphy3-dicts-ru", "rapidfuzz", "razdel", "slovnet")


def cache_of(*, wanted: bool) -> Cache | None:
    """The cache in the user's folder for such things; None under --no-cache."""
    if not wanted:
        return None
    import platformdirs

    from briefgen.cache import Cache

    versions = {name: version_of(name) for name in _PACKAGES}
    return Cache(platformdirs.user_cache_path("briefgen", appauthor=False), {**versions, "python": sys.version})
