"""A brief's facts against the texts of its articles: each stands where the brief says, and says there what the brief says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from briefgen.extract.quantities import find_quantities
from briefgen.model import Article, Brief, Evidence, Merged, Quantity
from briefgen.proof.finding import Finding
from briefgen.proof.sources import groups_of

_BRIEF = "brief.json"


def check_articles(brief: Brief, articles: Mapping[int, Article]) -> Iterator[Finding]:
    """Findings for the sources whose articles are given, by number of source; a source without its article is passed over."""
    for source in brief.sources:
        article = articles.get(source.number)
        if article and article.digest != source.digest:
            yield Finding("source", article.name, "", f"SHA-256 {article.digest[:16]}…", f"SHA-256 {source.digest[:16]}…")
    for group in groups_of(brief):
        for item in group:
            for place in item.evidence:
                if place.source in articles:
                    yield from _check_place(item.fact.id, place, articles[place.source])
    for quantity in (*brief.quantities, *brief.earlier.quantities):
        yield from _check_value(quantity, {source.number: source.language for source in brief.sources})


def _check_place(id: str, place: Evidence, article: Article) -> Iterator[Finding]:
    """The sentence stands at its offset, and the fact's own words begin in it (a statement may go on behind it)."""
    where = f"{place.source}.{place.paragraph}"
    there = article.text[place.start : place.start + len(place.sentence)]
    if there != place.sentence:
        yield Finding("source", article.name, where, there, place.sentence)
    elif not 0 <= article.text.find(place.surface, place.start) < place.start + len(place.sentence):
        yield Finding("source", article.name, where, place.sentence, f"{id}: {place.surface}")


def _check_value(item: Merged[Quantity], languages: Mapping[int, str]) -> Iterator[Finding]:
    """The figure's own words, read once more by themselves, give its value; what the sentence leaves out (a scale, a unit) may be more."""
    fact = item.fact
    for place in item.evidence:
        read = find_quantities(place.surface, languages[place.source], bare_numbers=True)
        if not any(_agrees(found, fact) for found in read) and not _has_both_ends(read, fact):
            yield Finding("source", _BRIEF, fact.id, place.surface, f"{fact.value} {fact.unit}")


def _has_both_ends(read: Sequence[Quantity], fact: Quantity) -> bool:
    """A range whose first word («от», `between`) stands before its own words: they have its two ends, each by itself."""
    return fact.upper is not None and all(
        any(found.upper is None and _is_scaled(end, found.value) for found in read) for end in (fact.value, fact.upper)
    )


def _agrees(found: Quantity, fact: Quantity) -> bool:
    """Equal values, or a scale that stands with a neighbour: «с 8,8 до 4,8 млрд»."""
    return _is_scaled(fact.value, found.value) and (fact.upper is None) == (found.upper is None)


def _is_scaled(value: Decimal, found: Decimal) -> bool:
    """Whether a number is another one, or that with a scale word."""
    factor = value / found if found else value
    return factor in (1, 100, 1000, 10**6, 10**9, 10**12) or (not found and not value)
