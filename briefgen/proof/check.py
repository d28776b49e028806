"""The finished files of a brief -> findings: each read back and compared with its report, with the facts, and with the other files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from briefgen.blocks import Report
from briefgen.model import Brief
from briefgen.proof.docx_text import read_docx
from briefgen.proof.facts import FileText, check_facts, citations_of, codes_of, figures_of, file_text
from briefgen.proof.finding import Finding
from briefgen.proof.passage import Passage, Reading
from briefgen.proof.pdf_text import read_pdf
from briefgen.proof.report_text import chart_words, charts_of, limits_section, order_of, repeated_heads, report_passages, text_of
from briefgen.proof.wording import compare_wording
from briefgen.proof.words import words_of

_TELLING = 12  # letters: words of this length at the end of a passage are no chance
_READERS = {"docx": read_docx, "pdf": read_pdf}


@dataclass(frozen=True, slots=True)
class File:
    """A finished file: its name, the language of its edition, its format (docx or pdf), its bytes."""

    name: str
    language: str
    format: str
    data: bytes


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A finished file as it was read back."""

    name: str
    language: str
    format: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class ByHand:
    """What persons entered: their texts by language, which no source has to hold, and the facts that they left out of the annex."""

    texts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unsaid: frozenset[str] = frozenset()


_NOTHING = ByHand()


@dataclass(frozen=True, slots=True)
class Measured:
    """What files have to have alike: how often a file names each figure, cites each place, prints each fact's code."""

    file: str
    language: str
    figures: Counter[Any]
    citations: Counter[Any]
    facts: Counter[Any]


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong in one file, and what the others are compared with; nothing where it cannot be read."""

    findings: tuple[Finding, ...]
    measured: Measured | None


def check_files(files: Sequence[File], brief: Brief, reports: Mapping[str, Report], by_hand: ByHand = _NOTHING) -> tuple[Finding, ...]:
    """All findings; none means that the files say what the brief and its editions say, and nothing else. `reports` are the editions by
    language, or by language and format (`ru.docx`) where one format says more; what is entered by hand is compared with the edits and
    not with the sources."""
    return joined([check_file(file, brief, reports, by_hand) for file in files])


def check_file(file: File, brief: Brief, reports: Mapping[str, Report], by_hand: ByHand = _NOTHING) -> Checked:
    """One file read back and compared with its report and the facts."""
    try:
        reading = _READERS[file.format](file.data)
    except ValueError as error:
        return Checked((Finding("file", file.name, "", str(error), "a file that briefgen wrote"),), None)
    read = ReadFile(file.name, file.language, file.format, reading)
    report = reports.get(f"{file.language}.{file.format}", reports[file.language])
    passages = _of_sources((*reading.passages, *reading.charts), by_hand.texts.get(file.language, frozenset()))
    text = file_text(file.name, file.language, passages, brief, limits=limits_section(report))
    findings = (*check_wording(read, report), *check_facts(text, brief, example=_example(report), unsaid=by_hand.unsaid))
    return Checked(findings, measure(text))


def joined(checked: Sequence[Checked]) -> tuple[Finding, ...]:
    """The findings of some files, those that cannot be read first, and what one says and another does not."""
    damaged = [finding for file in checked if file.measured is None for finding in file.findings]
    others = [finding for file in checked if file.measured is not None for finding in file.findings]
    return (*damaged, *others, *check_parity([file.measured for file in checked if file.measured is not None]))


def measure(text: FileText) -> Measured:
    """What a file shares with the others."""
    return Measured(text.file, text.language, figures_of(text), citations_of(text), codes_of(text))


def check_wording(file: ReadFile, report: Report) -> Iterator[Finding]:
    """The words of a file against those of its report: running text, charts, alternative texts, and what stands in the margins."""
    is_draft = file.format == "docx"
    expected = report_passages(report, order_of(file.reading.passages, report, is_draft=is_draft))
    yield from compare_wording(file.name, expected, file.reading.passages, repeated=repeated_heads(report))
    yield from _charts(file, report) if is_draft else ()
    yield from _alternatives(file, report)
    yield from _loose(file, report)


def check_parity(files: Sequence[Measured]) -> Iterator[Finding]:
    """Each two files list the same facts; they name the same figures and cite the same places, files of one language as often.

    Editions differ in what awaits translation, and in names that are only transliterated in one: the section on limits cites these, so
    its citations are left out.
    """
    for one, other in combinations(files, 2):
        for what in ("figures", "citations", "facts"):
            here, there = getattr(one, what), getattr(other, what)
            if what != "facts" and one.language != other.language:
                here, there = Counter(set(here)), Counter(set(there))
            if here != there:
                yield Finding("parity", f"{one.file}, {other.file}", what, _shown(here - there), _shown(there - here))


def _of_sources(passages: Sequence[Passage], texts: frozenset[str]) -> tuple[Passage, ...]:
    """The passages without those that a person worded; a list's number or a label may stand before such words."""
    own = {key for text in texts if (key := _letters(text))}
    long = tuple(key for key in own if len(key) >= _TELLING)
    return tuple(
        passage for passage in passages if not own or ((key := _letters(passage.text)) not in own and not (long and key.endswith(long)))
    )


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _charts(file: ReadFile, report: Report) -> Iterator[Finding]:
    """Word keeps a chart's words by series, not in reading order: they are compared as a set."""
    wanted = {word.key for chart in charts_of(report) for words in chart_words(chart) for word in words_of(words)}
    names = {word.key for chart in charts_of(report) for word in words_of(chart.series_name)}
    there = {word.key for passage in file.reading.charts for word in words_of(passage.text)}
    missing, extra = wanted - there, there - wanted - names
    if missing or extra:
        yield Finding("text", file.name, "chart", " ".join(sorted(extra)), " ".join(sorted(missing)))


def _alternatives(file: ReadFile, report: Report) -> Iterator[Finding]:
    if file.reading.drops_alternatives:
        return
    there = {tuple(word.key for word in words_of(passage.text)) for passage in file.reading.alternatives}
    for chart in charts_of(report):
        if any(panel.bars for panel in chart.panels) and tuple(word.key for word in words_of(chart.alternative)) not in there:
            yield Finding("text", file.name, "alternative text", "", chart.alternative)


def _loose(file: ReadFile, report: Report) -> Iterator[Finding]:
    """Outside the structure stand page numbers, the running line, the marking and the head rows of tables that go on; nothing else."""
    lines = (report.running, report.page_of, report.head.marking, report.head.status, *repeated_heads(report))
    allowed = {word.key.casefold() for line in lines for word in words_of(line)}
    for passage in file.reading.loose:
        if any(word.key.casefold() not in allowed and not word.key.isdigit() for word in words_of(passage.text)):
            yield Finding("text", file.name, passage.place, passage.text.strip(), "")


def _shown(counted: Counter[Any]) -> str:
    return "; ".join(" ".join(str(part) for part in key if part is not None) if isinstance(key, tuple) else str(key) for key in counted)


def _example(report: Report) -> str:
    """The place that the head's explanation of citations names."""
    words = text_of(report.head.basis)
    return words.partition("[")[2].partition("]")[0]


def find_words(data: bytes, format: str, code: str, places: Collection[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where in a finished file the code of a fact stands, and where one of the places is cited. A file that cannot be read has none."""
    try:
        passages = _READERS[format](data).passages
    except ValueError:
        return (), ()
    cites = re.compile(r"\[(?:[\d.]+[;,]\s*)*(?:" + "|".join(map(re.escape, sorted(places))) + r")(?=[\];,])")
    coded = dict.fromkeys(passage.place for passage in passages if code in passage.text)
    citing = dict.fromkeys(passage.place for passage in passages if cites.search(passage.text))
    return tuple(coded), tuple(citing)
