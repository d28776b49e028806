"""Diagnostics -> the section "Confidence and limits": what a reader should know before relying on the brief."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from briefgen.blocks import Block, Column, Heading, Inline, Inlines, Row, Table, Text
from briefgen.compose.edition import Edition, cited, listed, name_of_speaker, own_sources, passages_of, source_of
from briefgen.compose.experts import voices
from briefgen.compose.facts import more, partners_of, risk_groups
from briefgen.compose.figures import printed_figures
from briefgen.compose.identity import slug
from briefgen.compose.remember import remembered
from briefgen.compose.timeline import chosen_events
from briefgen.formatting.text import dash, sentence_case
from briefgen.language.words import normalise
from briefgen.model import Evidence, Merged, Quantity

Finding = tuple[str, Inlines]

_CODES = 6  # characters named; more are counted
_MOST = 16  # names and places of one kind of doubt


def confidence_and_limits(edition: Edition, number: str) -> tuple[Block, ...]:
    """One row a kind of doubt; kinds that do not occur are left out."""
    findings = [finding for make in _FINDINGS for finding in remembered(edition, make, partial(_listed, make))]
    words = edition.words
    rows = tuple(Row(((Text(words.text(kind)),), _capital(what)), ids=(f"limits/{slug(kind)}",)) for kind, what in findings)
    heads = (Column(words.text("Kind")), Column(words.text("What the reader should know")))
    return (
        Heading(1, number, words.text("Confidence and limits"), "limits"),
        Table("limits", heads, rows, words.text("Each kind of doubt with what the reader should know")),
    )


def _listed(make: Callable[[Edition], Iterable[Finding]], edition: Edition) -> tuple[Finding, ...]:
    return tuple(make(edition))


def _capital(inlines: Inlines) -> Inlines:
    """A cell begins with a capital."""
    first = inlines[0]
    return (Text(sentence_case(first.text)), *inlines[1:]) if isinstance(first, Text) else inlines


def _sources(edition: Edition) -> Iterable[Finding]:
    if len(own_sources(edition.brief)) == 1:
        yield "Single source", (Text(edition.words.text("No statement is confirmed by a second source.")),)


def _currency(edition: Edition) -> Iterable[Finding]:
    words = edition.words
    inlines: list[Inline] = []
    quantities = edition.brief.quantities
    kinds = (
        ("currency not stated", [item for item in quantities if item.fact.unit == "XXX"]),
        ("“dollars” read as US dollars", _assumed(edition, "USD")),
        ("“roubles” read as Russian roubles", _assumed(edition, "RUB")),
        ("conversion given by the source", [item for item in quantities if item.fact.equivalent_of]),
        ("sum named twice, read as one", [item for item in quantities if len({place.paragraph for place in item.evidence}) > 1]),
    )
    for text, items in kinds:
        if items:
            inlines += [Text("; ")] * bool(inlines)
            inlines += [Text(words.text(text)), *_places(edition, [place for item in items for place in item.evidence])]
    if inlines:
        yield "Figures", (*inlines, Text("."))


def _assumed(edition: Edition, unit: str) -> list[Merged[Quantity]]:
    return [item for item in edition.brief.quantities if item.fact.unit == unit and "assumed-currency" in item.fact.rule]


def _dates(edition: Edition) -> Iterable[Finding]:
    inferred = [item for item in edition.brief.dates if item.fact.inferred and not item.fact.relative]
    if inferred:
        words = edition.words
        text = words.plural(
            "%(count)s date has a year inferred from the date of publication, in square brackets",
            "%(count)s dates have a year inferred from the date of publication, in square brackets",
            len(inferred),
        ) % {"count": len(inferred)}
        yield "Dates", (Text(text), *_places(edition, [item.evidence[0] for item in inferred]), Text("."))


def _translations(edition: Edition) -> Iterable[Finding]:
    """How much of the edition is translated, by whom, and what awaits translation."""
    units = edition.foreign
    if not units:
        return
    words = edition.words
    made = [edition.translations[unit.key] for unit in units if unit.key in edition.translations]
    counts = Counter(translation.method for translation in made)
    originals = [normalise(translation.text) for translation in made if translation.method == "original"]
    # A sentence around a quotation is no second quotation.
    counts["original"] = sum(not any(other != text and other in text for other in originals) for text in originals)
    parts = [words.text("from the translation memory: %(count)s") % {"count": counts["memory"]}]
    if counts["original"]:
        published = _named(translation.origin for translation in made if translation.method == "original")
        parts.append(words.text("in the speaker’s own words: %(count)s") % {"count": counts["original"]} + published)
    tools = _named(translation.tool for translation in made if translation.method == "machine")
    parts.append(words.text("by machine: %(count)s") % {"count": counts["machine"]} + tools)
    parts.append(words.text("awaiting translation: %(count)s") % {"count": len(units) - len(made)})
    if edition.refusals:
        refused = sum(unit.key in edition.refusals for unit in units)
        parts.append(words.text("machine translations refused: %(count)s") % {"count": refused})
    what = words.text("Sentences, clauses and labels of the sources")
    yield "Translation", (Text(what + dash(edition.language) + ", ".join(parts) + "."),)


def _named(names: Iterable[str]) -> str:
    """The names of tools or of publications in brackets, each once; nothing where there are none."""
    found = sorted({name for name in names if name})
    return f" ({'; '.join(found)})" if found else ""


def _names(edition: Edition) -> Iterable[Finding]:
    """Names that no table knows: transliterated, or left in the letters of the source; a person should confirm them."""
    words = edition.words
    parts: list[Inline] = []
    for methods, text in ((("transliterated",), "transliterated, to be confirmed:"), (("same",), "left as in the source:")):
        found: dict[str, Evidence] = {}
        for item in edition.brief.statements:
            name = name_of_speaker(edition, item)
            if name.method in methods and source_of(edition, item.evidence[0].source).language != edition.language:
                found.setdefault(name.text, item.evidence[0])
        if found:
            parts += [Text("; ")] * bool(parts)
            parts += [Text(words.text(text) + " " + _names_in_words(edition, sorted(found))), *_places(edition, list(found.values()))]
    if parts:
        yield "Names", (*parts, Text("."))


def _names_in_words(edition: Edition, names: list[str]) -> str:
    if len(names) <= _MOST:
        return listed(edition, names)
    return ", ".join((*names[: _MOST - 1], more(edition, len(names) - _MOST + 1)))


def _places(edition: Edition, evidence: Sequence[Evidence]) -> Inlines:
    """The places of a doubt; a brief of many articles counts those beyond a line or two."""
    found = cited(edition, evidence[:_MOST])
    return found if len(evidence) <= _MOST else (*found, Text("; " + more(edition, len(evidence) - _MOST)))


def _speakers(edition: Edition) -> Iterable[Finding]:
    ids = {diagnostic.subject for diagnostic in edition.brief.diagnostics if diagnostic.code == "speaker-by-coreference"}
    items = [item for item in edition.brief.statements if item.fact.id in ids]
    if items:
        words = edition.words
        text = words.plural(
            "%(count)s statement is attributed by a word such as “the expert” or “he”",
            "%(count)s statements are attributed by a word such as “the expert” or “he”",
            len(items),
        ) % {"count": len(items)}
        yield "Speakers", (Text(text.removesuffix(".") + "."),)


def _coverage(edition: Edition) -> Iterable[Finding]:
    """How many paragraphs were read, which were passed over and why, and which hold no facts."""
    brief, words = edition.brief, edition.words
    own = {source.number: source.paragraphs for source in own_sources(brief)}
    total = sum(own.values())
    text = words.plural("%(count)s paragraph read", "%(count)s paragraphs read", total) % {"count": total}
    for reason in dict.fromkeys(item.reason for item in brief.passed_over):
        numbers = [f"{item.source}.{item.paragraph}" for item in brief.passed_over if item.reason == reason]
        text += "; " + words.text(f"passed over as {reason}:") + " " + ", ".join(numbers)
    bare = total - len(brief.passed_over) - len({(source, paragraph) for source, paragraph, _ in passages_of(brief) if source in own})
    if bare > 0:
        text += "; " + words.text("without facts (headings, lists and the like): %(count)s") % {"count": bare}
    yield "Coverage", (Text(text + "."),)


def _characters(edition: Edition) -> Iterable[Finding]:
    """Characters that the PDF gives by their Unicode codes, because its fonts have no glyph for them."""
    found, words = edition.unprintable, edition.words
    if not found:
        return
    text = words.plural(
        "The PDF’s fonts lack %(count)s character, which stands as its Unicode code: %(codes)s. The Word draft has it",
        "The PDF’s fonts lack %(count)s characters, which stand as their Unicode codes: %(codes)s. The Word draft has them",
        len(found),
    )
    codes = [f"‹U+{ord(character):04X}›" for character in found[:_CODES]] + ["…"] * (len(found) > _CODES)
    yield "Characters", (Text(text % {"count": len(found), "codes": ", ".join(codes)} + "."),)


def _left_out(edition: Edition) -> Iterable[Finding]:
    """What the body does not print and the annex does."""
    brief, limits, words = edition.brief, edition.limits, edition.words
    interests = sum(max(0, len(partner.interests) - limits.interests) for partner in partners_of(brief)[: limits.parts])
    interests += sum(len(partner.interests) for partner in partners_of(brief)[limits.parts :])
    counts = (
        ("interests: %(count)s", interests),
        ("figures: %(count)s", max(0, len(printed_figures(edition)) - limits.figures)),
        ("experts: %(count)s", max(0, len(voices(brief.statements, ("expert",))) - limits.experts)),
        ("other speakers: %(count)s", max(0, len(voices(brief.statements, ("official", "organisation", "person"))) - limits.officials)),
        ("risks: %(count)s", max(0, len(risk_groups(brief)) - limits.risks)),
        ("events: %(count)s", len(brief.events) - len(chosen_events(edition))),
    )
    parts = [words.text(text) % {"count": count} for text, count in counts if count > 0]
    where = words.text("The annex “Evidence” holds all facts (%(count)s sentences)") % {"count": len(passages_of(brief))}
    yield "Left out of the body", (Text(where + ("; " + words.text("only there:") + " " + ", ".join(parts) if parts else "") + "."),)


_ASIDE = {"unreadable": "could not be read:", "no-date": "no date of publication:", "fault": "fault of the program:"}


def _set_aside(edition: Edition) -> Iterable[Finding]:
    """Files of a recurring brief's inbox that could not be used, by kind of reason."""
    files, words = edition.brief.set_aside, edition.words
    parts = []
    for reason, text in _ASIDE.items():
        names = [item.name for item in files if item.reason == reason]
        shown = ", ".join(names if len(names) <= _MOST else (*names[: _MOST - 1], "…"))
        parts += [f"{words.text(text)} {shown} ({len(names)})"] * bool(names)
    if parts:
        yield "Set aside", (Text("; ".join(parts) + "."),)


_FINDINGS = (_sources, _set_aside, _currency, _dates, _translations, _names, _speakers, _coverage, _characters, _left_out)
