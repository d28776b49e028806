"""briefgen: briefing reports from news articles. The functions of this package are loaded when they are first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefgen.extract import extract_article
    from briefgen.extract.dates import find_dates
    from briefgen.extract.quantities import find_quantities
    from briefgen.extract.statements import find_statements

__all__ = ["__version__", "extract_article", "find_dates", "find_quantities", "find_statements"]

_HOMES = {
    "extract_article": "briefgen.extract",
    "find_dates": "briefgen.extract.dates",
    "find_quantities": "briefgen.extract.quantities",
    "find_statements": "briefgen.extract.statements",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("briefgen")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
