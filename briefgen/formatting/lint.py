"""Finished words of an edition -> what is wrong with their typography, by the rules of data/lint.toml; originals are left out."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from briefgen import blocks
from briefgen.blocks import Block, Figure, Foreign, Inlines, LineBreak, Link, Mark, Report
from briefgen.formatting.numbers import NBSP

_HIDDEN = "\ufffc"  # stands for an original, a mark or an address: what touches it is still seen


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault of typography: the rule's code and hint, and the words around the place."""

    code: str
    hint: str
    words: str


def lint(text: str, language: str) -> tuple[Finding, ...]:
    """The faults in a finished text, in the order of the rules.

    >>> [finding.code for finding in lint("около 4.5 млрд $", "ru")]
    ['decimal-point', 'currency-sign']
    >>> lint("£4\\xa0billion, she said.", "en")
    ()
    """
    return tuple(
        Finding(code, hint, text[max(0, match.start() - 20) : match.end() + 20])
        for code, hint, pattern in _rules(language)
        for match in pattern.finditer(text)
    )


def lint_report(report: Report) -> tuple[Finding, ...]:
    """The faults in all that an edition prints."""
    return tuple(finding for text in texts_of(report) for finding in lint(text, report.language))


def texts_of(report: Report) -> Iterator[str]:
    """Every line that an edition prints; an original in another language and an address are hidden in it."""
    head = report.head
    yield from filter(None, (head.kind, head.date, head.number, head.title, report.running, report.subject, *report.keywords))
    yield _joined(head.basis)
    for block in report.blocks:
        yield from filter(None, _texts(block))


def _texts(block: Block) -> Iterable[str]:
    match block:
        case blocks.Heading():
            return (block.text,)
        case blocks.Paragraph():
            return (_joined(block.inlines),)
        case blocks.Listing():
            return (_joined(item.inlines) for item in block.items)
        case blocks.Table():
            cells = (_joined(cell) for row in block.rows for cell in row.cells)
            return (block.description, block.title, *(column.head for column in block.columns), *cells)
        case blocks.Quotation():
            return (_joined(block.inlines), _joined(block.attribution))
        case blocks.Chart():
            bars = (text for panel in block.panels for bar in panel.bars for text in (bar.label, bar.value_text))
            keys = (block.solid_key, block.hollow_key, block.scale_note, block.series_name, block.alternative)
            return (block.title, *keys, _joined(block.note), *(panel.title for panel in block.panels), *bars)
        case blocks.Timeline():
            moments = (text for moment in block.moments for text in (moment.date, _joined(moment.inlines)))
            return (block.description, block.expected_key, *moments)
        case blocks.Control():
            return (block.label, block.prompt)
        case blocks.Signature() | blocks.PageBreak():
            return ()  # a house's own words


def _joined(inlines: Inlines) -> str:
    return "".join(_words(inline) for inline in inlines)


def _words(inline: blocks.Inline) -> str:
    if isinstance(inline, LineBreak):
        return "\n"
    if isinstance(inline, Foreign | Link | Mark):
        return _HIDDEN
    if isinstance(inline, Figure):
        return inline.qualifier + inline.integer + inline.fraction
    return inline.text


@cache
def _rules(language: str) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    data = tomllib.loads((files("briefgen") / "data" / "lint.toml").read_text(encoding="utf-8"))
    rules = (rule for rule in data["rule"] if language in rule["languages"])
    return tuple((rule["code"], rule["hint"], re.compile(rule["pattern"].replace("⍽", NBSP))) for rule in rules)
