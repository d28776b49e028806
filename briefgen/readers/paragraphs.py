"""The paragraphs of a text as every reader numbers them: see `briefgen.language.paragraphs`."""

from briefgen.language.paragraphs import read_dateline, split_paragraphs

__all__ = ["read_dateline", "split_paragraphs"]
