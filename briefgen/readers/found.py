"""What a reader found in a file: its text, and what the file says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from briefgen.model import Origin


@dataclass(frozen=True, slots=True)
class Found:
    """Text with a blank line between paragraphs; an empty title or date where the file does not say it."""

    text: str
    title: str = ""
    published: date | None = None
    origin: Origin = field(default_factory=Origin)
