"""A report of the blocks that one test is about, written in a built-in style."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from briefgen.blocks import Block, Report
from briefgen.templating import Style, load_style
from briefgen.writers.docx.document import write_docx
from tests.writers.sample_report import sample_report

STYLES = {"ru": "gost", "en": "govuk"}


@lru_cache
def style(name: str) -> Style:
    return load_style(name)


@lru_cache
def sample(language: str) -> bytes:
    """The whole sample report in the style of its language."""
    return write_docx(sample_report(language), style(STYLES[language]))


def small_report(*blocks: Block, language: str = "en") -> Report:
    """The sample's head with other blocks."""
    return replace(sample_report(language), blocks=blocks)


def written(*blocks: Block, language: str = "en") -> bytes:
    """A document of these blocks."""
    return write_docx(small_report(*blocks, language=language), style(STYLES[language]))
