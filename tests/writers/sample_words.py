"""Words of one edition of the sample report, and its citations."""

from __future__ import annotations

from briefgen.blocks import Citation, Citations

NBSP = "\u00a0"


def words(russian: str, english: str, ru: bool) -> str:
    """The text of one edition; `~` stands for a no-break space."""
    return (russian if ru else english).replace("~", NBSP)


def cite(*paragraphs: int) -> Citations:
    return Citations(tuple(Citation(f"1.{number}", f"e-1-{number}") for number in paragraphs))
