"""A brief's facts against the texts of its articles: each stands where the brief says, and says there what the brief says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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
        if not any(_agrees(found, fact) for found in read):
            yield Finding("source", _BRIEF, fact.id, place.surface, f"{fact.value} {fact.unit}")


def _agrees(found: Quantity, fact: Quantity) -> bool:
    """Equal values, or a scale that stands with a neighbour: «с 8,8 до 4,8 млрд»."""
    factor = fact.value / found.value if found.value else fact.value
    is_scaled = factor in (1, 100, 1000, 10**6, 10**9, 10**12) or (not found.value and not fact.value)
    return is_scaled and (fact.upper is None) == (found.upper is None)
