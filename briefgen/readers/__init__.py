"""Files -> Articles: plain text, HTML, DOCX and PDF, with the origin file beside an article."""

from __future__ import annotations

from briefgen.readers.file import MAXIMUM_BYTES, SUFFIXES, Taken, article_of, read_article, take

__all__ = ["MAXIMUM_BYTES", "SUFFIXES", "Taken", "article_of", "read_article", "take"]
