"""A text -> its paragraphs, numbered as citations print them, each with its role."""

from __future__ import annotations

import re

from briefgen.model import Paragraph

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def split_paragraphs(text: str, language: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(i + 1, m.start(), m.end()) for i, m in enumerate(_LINE.finditer(text)))
