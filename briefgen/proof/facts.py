"""A finished file, read by the finders of its language -> findings: figures, dates, quotations, citations that no source has.

Nothing of the run that made the file is asked: the text is read as an article would be, and what is read is compared with brief.json.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from briefgen.extract.dates import find_dates
from briefgen.extract.quantities import find_quantities
from briefgen.language.lexemes import split
from briefgen.language.numerals import scale_at
from briefgen.model import Brief, DateMention, Quantity
from briefgen.naming.labels import split_rate
from briefgen.proof.calculated import calculated
from briefgen.proof.finding import Finding
from briefgen.proof.passage import Passage
from briefgen.proof.sources import Coverage, cover, groups_of, is_found, passages_of, sentences_of
from briefgen.proof.words import words_of
from briefgen.translation.catalogs import catalog

_APART = "\n\n"
_CITATIONS = re.compile(r"\[(\d+\.\d+(?:[;,]\s*\d+\.\d+)*)\]")
_CODE = re.compile(r"\b[qdsirc]-[0-9a-f]{12}\b")
# What the document says of itself in digits: codes, the digest of a source («48c» would be read as 48 cents), and places of the sources.
_STRUCTURAL = re.compile(rf"{_CODE.pattern}|\bSHA-256\s[0-9a-f]{{16}}|{_CITATIONS.pattern}")
_QUOTED = re.compile(r"«([^«»]+(?:«[^«»]*»[^«»]*)*)»|“([^“”]+(?:“[^“”]*”[^“”]*)*)”")
_MARKED_WITHIN = 60  # characters from a calculated figure to its mark: «2 млрд евро, или на 20 % (расчёт)»
_QUOTATION = 6  # words; names of programmes and papers are shorter and stand in marks too
_PIECE = re.compile(r"[^\s-]+")  # what a name begins with; a page may break it behind a hyphen
# Between a cell of words and one with a number: «Рост экспорта | до 12 %» is no growth that ended at 12.
_CELL = re.compile(r"(?<=[^\W\d_])  (?=(?:(?!  ).)*\d)")
_READ_ON = 50  # characters: longer than the words of any figure or date, with what qualifies them
_TELLING = 4  # signs besides digits, such as the ending of a file
_COUNTED = frozenset({"count", "number", "times", "concentr-portion"})  # how many rows or sentences: our own counting, compared as words
_RANGE_WORDS = frozenset({"to", "and", "от", "до"})  # `3 to 5 billion` names no unit
_LETTERS = re.compile(r"[^\W\d_]{2,}|[%$€£¥₽₸]")


@dataclass(frozen=True, slots=True)
class FileText:
    """A file's passages as one text; `coverage` is which of it the sources say, `limits` where the section on limits stands. In
    `figured` is blanked what has digits and is no figure or date, and what the sources say but for its ends; `figures` are those among
    the file's own words."""

    file: str
    language: str
    text: str
    figured: str
    figures: tuple[Quantity, ...]
    starts: tuple[int, ...]
    places: tuple[str, ...]
    coverage: Coverage
    limits: tuple[int, int]

    def place(self, offset: int) -> str:
        return self.places[bisect_right(self.starts, offset) - 1]


def file_text(file: str, language: str, passages: Sequence[Passage], brief: Brief, *, limits: tuple[str, str] = ("", "")) -> FileText:
    """The passages of a file of one edition, joined; `limits` are the headings of the section on limits and of the next one."""
    starts, position = [], 0
    for passage in passages:
        starts.append(position)
        position += len(passage.text) + len(_APART)
    text = _APART.join(passage.text for passage in passages)
    places = tuple(passage.place for passage in passages)
    coverage = cover(text, passages_of(brief))
    figured = _without_insides(_without_names(text, brief), coverage)
    figures = tuple(
        quantity
        for quantity in find_quantities(figured, language)
        if quantity.unit not in _COUNTED and not coverage.covers(quantity.start, quantity.stop)
    )
    return FileText(file, language, text, figured, figures, tuple(starts), places, coverage, _between(passages, starts, limits))


def _without_names(text: str, brief: Brief) -> str:
    """The digits of codes, citations, and names and addresses of sources are no figure's and no date's: marks and blanks instead."""
    patterns: dict[str, list[re.Pattern[str]]] = {}
    for name in sorted({name for source in brief.sources for name in (source.name, source.origin.url) if _is_telling(name)}):
        first = _PIECE.search(name)
        if first:
            patterns.setdefault(first[0], []).append(re.compile(r"\s*".join(map(re.escape, name))))
    text = _STRUCTURAL.sub(_blank, _CODE.sub(_break, text))
    for piece in _PIECE.finditer(text):
        for pattern in patterns.get(piece[0], ()):
            found = pattern.match(text, piece.start())
            if found:
                text = text[: found.start()] + _blank(found) + text[found.end() :]
    return _CELL.sub("— ", text)


def _without_insides(text: str, coverage: Coverage) -> str:
    """What the sources say is not judged, so its insides need not be read; its ends are, for what begins in them may go on outside."""
    parts, position = [], 0
    for start, stop in coverage.quoted:
        first, last = start + _READ_ON, stop - _READ_ON
        if last > first:
            parts += [text[position:first], " " * (last - first)]
            position = last
    return "".join((*parts, text[position:]))


def _is_telling(name: str) -> bool:
    """Whether a name has digits and more than digits and blanks, so that no figure can be taken for it."""
    return any(sign.isdigit() for sign in name) and sum(not sign.isdigit() and not sign.isspace() for sign in name) >= _TELLING


def _blank(match: re.Match[str]) -> str:
    """As long as what it stands for; the marks keep the words at both sides apart."""
    return ";" + " " * (len(match[0]) - 2) + ";"


def _break(match: re.Match[str]) -> str:
    """Behind a code another fact begins: «вылов сократился | q-… до 3 %» is no fall to 3 %."""
    return "\n" * len(match[0])


def _between(passages: Sequence[Passage], starts: Sequence[int], headings: tuple[str, str]) -> tuple[int, int]:
    """Where the section between two headings stands."""
    found = {" ".join(passage.text.split()): start for passage, start in zip(passages, starts, strict=True)}
    first, last = (found.get(" ".join(heading.split()), 0) for heading in headings)
    return first, last if last > first else first


def check_facts(file: FileText, brief: Brief, *, example: str = "", unsaid: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """All findings of one file. `example` is the citation that the head explains («[1.24]»); it leads nowhere. `unsaid` are the facts
    that a person left out of the annex."""
    yield from check_figures(file, brief)
    yield from _dates(file, brief)
    yield from _quotations(file, brief)
    yield from _citations(file, brief, example)
    yield from missing_from(file, brief, unsaid)


def figures_of(file: FileText) -> Counter[tuple[Decimal, Decimal | None, str]]:
    """How often the file's own words (not those of the sources) name each figure: value, upper bound, qualifier."""
    return Counter((q.value, q.upper, q.qualifier) for q in file.figures)


def citations_of(file: FileText) -> Counter[str]:
    """How often each place of the sources is cited outside the section on limits."""
    first, last = file.limits
    found = (match for match in _CITATIONS.finditer(file.text) if not first <= match.start() < last)
    return Counter(place for match in found for place in re.split(r"[;,]\s*", match[1]))


def codes_of(file: FileText) -> Counter[str]:
    """The ids of facts that the annex prints."""
    return Counter(_CODE.findall(file.text))


def check_figures(file: FileText, brief: Brief) -> Iterator[Finding]:
    """Figures among the file's own words that are no fact of the brief."""
    facts = [item.fact for item in (*brief.quantities, *brief.earlier.quantities)]
    ours = calculated(brief)
    for quantity in file.figures:
        if any(_is_same(quantity, fact) for fact in facts):
            continue
        if any(_is_same(quantity, fact) for fact in ours):
            yield from _unmarked(file, quantity)
            continue
        near = [fact.surface for fact in facts if fact.value == quantity.value] or [
            fact.surface for fact in facts if fact.unit == quantity.unit
        ]
        yield Finding("figure", file.file, file.place(quantity.start), _shown(file, quantity), "; ".join(near[:3]))


def _unmarked(file: FileText, quantity: Quantity) -> Iterator[Finding]:
    """A calculated figure without «(расчёт)» behind it in its clause would pass for the source's."""
    mark = catalog(file.language).text("(calculated)")
    clause = re.split(r";|\n\n", file.text[quantity.stop : quantity.stop + _MARKED_WITHIN])[0]
    if mark not in " ".join(clause.split()):
        yield Finding("calculated", file.file, file.place(quantity.start), _shown(file, quantity), mark)


def _is_same(found: Quantity, fact: Quantity) -> bool:
    """Value, bounds and qualifier are equal, and the unit where the words name one (a column or a chart may name it in its head)."""
    if (found.value, found.upper, found.qualifier) != (fact.value, fact.upper, fact.qualifier):
        return False
    return found.unit == fact.unit or not _names_unit(found)


def _names_unit(quantity: Quantity) -> bool:
    """Whether the words after the number are more than its scale: «12 млрд» names none, «12 млрд евро» does."""
    words = [word.lower() for word in _LETTERS.findall(quantity.surface) if word.lower() not in _RANGE_WORDS]
    return len(words) > 1 and not all(map(_is_scale, words))  # «от 500 млн до 1 млрд» names none


@lru_cache(maxsize=1024)
def _is_scale(word: str) -> bool:
    return any(scale_at(split(word), 0, language) is not None for language in ("ru", "en"))


def _dates(file: FileText, brief: Brief) -> Iterator[Finding]:
    known = {part for item in (*brief.dates, *brief.earlier.dates) for part in _parts(item.fact.value)}
    published = (source.published for source in brief.sources)
    periods = (brief.period, brief.compared, *(source.issue for source in brief.sources), *(trend.period for trend in brief.trends))
    reposts = (repost.published for source in brief.sources for repost in source.reposts)
    known |= {part for value in (brief.date, *published, *reposts, *periods) if value for part in _parts(value)}
    for mention in find_dates(file.figured, file.language, reference=date.fromisoformat(brief.date)):
        if mention.relative or file.coverage.covers(mention.start, mention.stop):
            continue
        if not all(_is_known(part, mention, known) for part in mention.value.split("/")):
            yield Finding("date", file.file, file.place(mention.start), _shown(file, mention), "")


def _parts(value: str) -> set[str]:
    """A date, its month and its year, its day without a year: each may stand alone in a cell. `--03-05` never had a year."""
    return {piece for end in value.split("/") for piece in (end, end[:7], end[:4], end[4:], end[1:] if end.startswith("--") else end)}


def _is_known(value: str, mention: DateMention, known: set[str]) -> bool:
    return (value[4:] if mention.inferred and len(value) > 4 else value) in known


def _quotations(file: FileText, brief: Brief) -> Iterator[Finding]:
    """Long words in quotation marks are a speaker's or a source's: they stand in a passage of the sources from end to end, or are a name,
    a post or a label, which the list of what awaits translation has in the nominative."""
    known = _names_of(brief)
    for match in _QUOTED.finditer(file.text):
        words = match[1] or match[2]
        if _CODE.search(words) or _APART in words:
            continue  # a mark that the source never closed
        start = match.start(1) if match[1] else match.start(2)
        spans = [(start + word.start, start + word.stop) for word in words_of(words)]
        is_name = tuple(word.key for word in words_of(words)) in known
        if len(spans) >= _QUOTATION and not is_name and not all(file.coverage.covers(*span) for span in spans):
            yield Finding("quotation", file.file, file.place(match.start()), " ".join(words.split()), "")


def _names_of(brief: Brief) -> set[tuple[str, ...]]:
    speakers = [item.fact.speaker for item in (*brief.statements, *brief.earlier.statements)]
    labels = [split_rate(item.fact.label)[0] for item in (*brief.quantities, *brief.earlier.quantities)]
    names = (*(speaker.name for speaker in speakers), *(speaker.role for speaker in speakers), *labels)
    return {tuple(word.key for word in words_of(name)) for name in names if name}


def _citations(file: FileText, brief: Brief, example: str) -> Iterator[Finding]:
    places = {f"{place.source}.{place.paragraph}" for group in groups_of(brief) for item in group for place in item.evidence}
    places |= {f"{passed.source}.{passed.paragraph}" for passed in brief.passed_over} | {example}
    for match in _CITATIONS.finditer(file.text):
        for place in re.split(r"[;,]\s*", match[1]):
            if place not in places:
                yield Finding("citation", file.file, file.place(match.start()), match[0], "")


def missing_from(file: FileText, brief: Brief, unsaid: frozenset[str]) -> Iterator[Finding]:
    """Each sentence with facts stands in the annex in the source's own words, and each fact's code beside it."""
    groups = groups_of(brief)
    passed = {place.sentence for group in groups for item in group if unsaid & {item.fact.id, *item.also} for place in item.evidence}
    for sentence in sentences_of(brief):
        if sentence not in passed and not is_found(sentence, file.coverage):
            yield Finding("missing", file.file, "", "", sentence)
    codes = codes_of(file)
    for group in groups:
        for item in group:
            if item.fact.id not in codes and passed.isdisjoint(place.sentence for place in item.evidence):
                yield Finding("missing", file.file, "", "", f"{item.fact.id}: {item.fact.surface}")


def _shown(file: FileText, found: Quantity | DateMention) -> str:
    return " ".join(file.text[max(0, found.start - 12) : found.stop].split())
