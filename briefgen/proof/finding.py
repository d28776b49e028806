"""Finding: what is wrong in a finished file, where it stands, what is there and what should be."""

from __future__ import annotations

from dataclasses import dataclass

# What can be found. `text`: words that differ from what the brief says in this edition; the others say what kind of promise is broken.
CODES = (
    "figure",  # a figure that no source has: value, scale, unit or qualifier
    "date",  # a date that no source has
    "quotation",  # words in quotation marks that no source has
    "citation",  # a citation that leads to no place of the sources
    "missing",  # a fact of the brief whose sentence or code the file does not hold
    "text",  # other words than those of the brief
    "parity",  # editions or formats that do not say the same
    "source",  # a fact of the brief that its article does not state
    "calculated",  # a calculated figure that its operands do not give
    "file",  # a file that is missing, damaged or not the one that was written
)


@dataclass(frozen=True, slots=True)
class Finding:
    """`place` is a page or a paragraph for a reader; `found` stands in the file, `expected` should stand there (both may be empty)."""

    code: str
    file: str
    place: str
    found: str
    expected: str
