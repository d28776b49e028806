"""The order of the steps: articles -> extractions -> brief -> reports -> files. Reads no clock, no environment, writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from briefgen.diagnostics import NothingToReport, UsageError

if TYPE_CHECKING:
    from briefgen.blocks import Report
    from briefgen.compose import Limits, Profile, Requisites
    from briefgen.model import Article, Brief, Extraction
    from briefgen.templating import Style
    from briefgen.translation.memory import Memory
    from briefgen.writers.pdf import Layout

LANGUAGES = ("ru", "en")
FORMATS = ("docx", "pdf")
_STYLES = {"ru": "gost", "en": "govuk"}


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What a run was asked for. `requisites` and `styles` are by language; `date` is the date of the brief."""

    languages: tuple[str, ...] = LANGUAGES
    formats: tuple[str, ...] = FORMATS
    profile: str = "standard"
    subject: str = "RU"
    date: date | None = None
    requisites: Mapping[str, Requisites] = field(default_factory=dict)
    styles: Mapping[str, str] = field(default_factory=dict)


def extract_all(articles: Iterable[Article], subjects: tuple[str, ...]) -> tuple[Extraction, ...]:
    """What each article says, in the order given."""
    from briefgen.extract import extract_article

    return tuple(extract_article(article, subjects=subjects) for article in articles)


def assemble_brief(extractions: Sequence[Extraction], options: BuildOptions, memory: Memory) -> Brief:
    """The brief with the translations that its editions need.

    Raises NothingToReport where no article holds a fact, UsageError where nothing has a date.
    """
    from briefgen.assemble import assemble

    if not any(has_facts(extraction) for extraction in extractions):
        names = ", ".join(extraction.article.name for extraction in extractions)
        raise NothingToReport(f"{names}: no figures, statements, interests or risks were found; nothing to report")
    brief = assemble(extractions, subject=options.subject, on=brief_date(extractions, options))
    return _with_translations(brief, memory)


def has_facts(extraction: Extraction) -> bool:
    """Whether an article says anything that a brief reports; bare dates are not enough."""
    return bool(extraction.quantities or extraction.statements or extraction.interests or extraction.risks)


def brief_date(extractions: Sequence[Extraction], options: BuildOptions) -> date:
    """The date asked for, else the latest publication date; UsageError where there is neither."""
    dates = [extraction.article.published for extraction in extractions if extraction.article.published]
    found = options.date or max(dates, default=None)
    if found is None:
        raise UsageError("no article has a date: give the date of the brief with --date, or that of the articles with --published")
    return found


def render(brief: Brief, options: BuildOptions, *, brief_number: str) -> dict[str, bytes]:
    """The files of each edition by name. All editions share the roomiest limits with which each fits the profile's pages."""
    from briefgen.compose import profile_of
    from briefgen.templating import load_profile

    path, mapping = load_profile(options.profile)
    profile = profile_of(mapping, name=str(path))
    editions: list[Edition] = []
    for limits in profile.limits:
        editions = [_edition(brief, language, profile, limits, options, brief_number) for language in options.languages]
        if all(_fits(edition, profile) for edition in editions):
            break
    return {name: data for edition in editions for name, data in _files(edition, options)}


def style_of(options: BuildOptions, language: str) -> str:
    """The style asked for, else that of the language: gost for Russian, govuk for English."""
    return options.styles.get(language) or _STYLES[language]


@dataclass(frozen=True, slots=True)
class Edition:
    """A report with its style and its pages as laid out."""

    report: Report
    style: Style
    layout: Layout


def _edition(brief: Brief, language: str, profile: Profile, limits: Limits, options: BuildOptions, brief_number: str) -> Edition:
    from briefgen.compose import Requisites, compose
    from briefgen.templating import load_style
    from briefgen.writers.pdf import write_pdf

    requisites = options.requisites.get(language) or Requisites()
    report = compose(brief, language, profile, limits, requisites, brief_number=brief_number)
    style = load_style(style_of(options, language))
    return Edition(report, style, write_pdf(report, style))


def _fits(edition: Edition, profile: Profile) -> bool:
    """Page one stands alone, and the annexes begin no later than on the page after the body's last."""
    anchors = edition.layout.anchors
    second_page = next((anchors[anchor] for anchor in _anchors_after_break(edition.report, 1) if anchor in anchors), 2)
    annexes = next((anchors[anchor] for anchor in _anchors_after_break(edition.report, 2) if anchor in anchors), 0)
    return second_page <= 2 and annexes <= profile.pages + 1


def _anchors_after_break(report: Report, number: int) -> list[str]:
    """Anchors of the headings after the page break with that number."""
    from briefgen.blocks import Heading, PageBreak

    breaks = [index for index, block in enumerate(report.blocks) if isinstance(block, PageBreak)]
    return [block.anchor for block in report.blocks[breaks[number - 1] :] if isinstance(block, Heading)] if len(breaks) >= number else []


def _files(edition: Edition, options: BuildOptions) -> Iterator[tuple[str, bytes]]:
    stem = f"brief.{edition.report.language}"
    if "docx" in options.formats:
        from briefgen.writers.docx.document import write_docx

        yield f"{stem}.docx", write_docx(edition.report, edition.style)
    if "pdf" in options.formats:
        yield f"{stem}.pdf", edition.layout.data


def _with_translations(brief: Brief, memory: Memory) -> Brief:
    """The brief with what the memory knows of its passages, in both languages: a saved brief needs no PO file to be printed again."""
    from briefgen.translation.units import translation_units

    found = [
        memory.find(unit.text, source=unit.language, target=target, context=unit.context)
        for unit in translation_units(brief)
        for target in LANGUAGES
        if target != unit.language
    ]
    return replace(brief, translations=tuple(translation for translation in found if translation))
