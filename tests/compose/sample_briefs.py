"""Small briefs and their editions, and the ways to look into a Report: its sections, rows and inlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import TypeVar

from briefgen.assemble import assemble
from briefgen.blocks import Block, Heading, Row, Table
from briefgen.compose import Profile, Report, Requisites, compose, profile_of
from briefgen.model import Article, Brief, Extraction, Translation
from briefgen.templating import load_profile
from tests.report_text import lines_of
from tests.sample_facts import article, extraction, interest, mention, quantity, risk, statement

LANGUAGES = ("ru", "en")
LINES = (
    "Лондон даст 4 миллиарда фунтов (413,2 миллиарда рублей) Казахстану.",
    "25 февраля стороны подписали дорожную карту.",
    "Брюссель выделит 10 миллиардов на дороги.",
    "Первый считает, что грузы пойдут в обход России.",
    "Первый назвал это манёвром, а не вызовом.",
    "Второй сказал: это выгодно всем.",
    "Страна добывает 22 из 36 минералов.",
)
TEXT = "\n".join(LINES)
PartT = TypeVar("PartT")


@cache
def standard() -> Profile:
    """The profile that briefs have unless told otherwise."""
    path, mapping = load_profile("standard")
    return profile_of(mapping, name=str(path))


def brief_of(*extractions: Extraction, translations: Iterable[Translation] = (), subject: str = "RU") -> Brief:
    """The brief of these extractions with these translations."""
    return replace(assemble(extractions, subject=subject, on=date(2026, 2, 27)), translations=tuple(translations))


def whole_extraction(*, name: str = "one.txt") -> Extraction:
    """One fact of each kind and of each case that sections treat apart."""
    of = article(TEXT, name=name)
    return extraction(
        of,
        quantity(of, "4 миллиарда фунтов", "4e9", "GBP", id="q-gbp"),
        replace(quantity(of, "413,2 миллиарда рублей", "413.2e9", "RUB", id="q-rub"), equivalent_of="q-gbp"),
        quantity(of, "10 миллиардов", "10e9", "XXX", id="q-xxx"),
        quantity(of, "22", "22", "count", id="q-part", rule="count.part"),
        quantity(of, "36", "36", "count", id="q-total", rule="count.total"),
        replace(mention(of, "25 февраля", "2026-02-25", id="d-25"), inferred=True),
        statement(of, "грузы пойдут в обход России", "Первый", id="s-risk"),
        statement(of, "назвал это манёвром, а не вызовом", "Первый", id="s-counter"),
        statement(of, "это выгодно всем", "Второй", id="s-direct", kind="official", mode="direct"),
        interest(of, "Лондон даст 4 миллиарда фунтов (413,2 миллиарда рублей) Казахстану", "GB", quantities=("q-gbp", "q-rub")),
        interest(of, "25 февраля стороны подписали дорожную карту", "GB", id="i-2", stage="agreed", dates=("d-25",)),
        interest(of, "Брюссель выделит 10 миллиардов на дороги", "EU", id="i-3", quantities=("q-xxx",)),
        risk(of, "грузы пойдут в обход России", said="s-risk", rule="risk.bypass-route"),
        risk(of, "манёвром, а не вызовом", id="c-1", polarity="counter", said="s-counter", rule="counter.manoeuvre"),
    )


def english(text: str, *, name: str = "one.txt") -> Article:
    """An article in English."""
    return replace(article(text, name=name), language="en", title="A test")


def edition_of(brief: Brief, language: str = "ru", *, row: int = 0, profile: Profile | None = None) -> Report:
    """The edition with the limits of one row of the profile: 0 the roomiest, -1 the tightest."""
    chosen = profile or standard()
    return compose(brief, language, chosen, chosen.limits(row, row), Requisites())


def section(report: Report, anchor: str) -> tuple[Block, ...]:
    """The blocks from the heading with that anchor to the next one of its level; empty where there is none."""
    found: list[Block] = []
    for block in report.blocks:
        if found and isinstance(block, Heading) and isinstance(found[0], Heading) and block.level <= found[0].level:
            break
        if found or (isinstance(block, Heading) and block.anchor == anchor):
            found.append(block)
    return tuple(found)


def text_of(blocks: Iterable[Block]) -> str:
    """The words of some blocks, a line a row, with common spaces."""
    return "\n".join(line for block in blocks for line in lines_of(block)).replace("\u00a0", " ")


def rows(report: Report, name: str) -> tuple[Row, ...]:
    """The rows of the table with that name."""
    return next((block.rows for block in report.blocks if isinstance(block, Table) and block.name == name), ())


def headings(report: Report) -> list[str]:
    """Numbers and anchors of the headings, as in `2.1. partner-GB`; the labels of tables and charts are no numbers of parts."""
    found = [block for block in report.blocks if isinstance(block, Heading)]
    return [f"{block.number} {block.anchor}".strip() if block.label is None else block.anchor for block in found]


def parts_of(value: object, kind: type[PartT]) -> Iterator[PartT]:
    """Everything of a kind inside a Report, a block or a row, in reading order."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from parts_of(item, kind)
    elif is_dataclass(value):
        for field in fields(value):
            yield from parts_of(getattr(value, field.name), kind)
