"""Words -> a Document, as short as a test needs it."""

from __future__ import annotations

from briefgen.language.annotate import annotate
from briefgen.language.document import Document
from briefgen.model import Paragraph


def document_of(*paragraphs: str, language: str, roles: tuple[str, ...] = ()) -> Document:
    """A document with these paragraphs, all of role text unless `roles` says otherwise."""
    text = "\n\n".join(paragraphs)
    placed, offset = [], 0
    for number, words in enumerate(paragraphs, start=1):
        role = roles[number - 1] if roles else "text"
        placed.append(Paragraph(number, offset, offset + len(words), role))
        offset += len(words) + 2
    return annotate(text, language, tuple(placed))
