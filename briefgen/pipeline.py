"""The order of the steps: articles -> extractions -> brief -> reports -> files. Reads no clock, no environment, writes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from operator import methodcaller
from typing import TYPE_CHECKING, Any

from briefgen.diagnostics import Diagnostic, NothingToReport, UsageError

if TYPE_CHECKING:
    from briefgen.blocks import Report
    from briefgen.cache import Cache
    from briefgen.compose import Limits, Profile, Requisites
    from briefgen.edits.applying import Applied
    from briefgen.edits.edit import Edit
    from briefgen.edits.package import Package
    from briefgen.fit import Printing
    from briefgen.model import Article, Brief, Extraction
    from briefgen.naming.gazetteer import Entries
    from briefgen.naming.usage import Usage
    from briefgen.review import Review, ReviewFact
    from briefgen.templating import Style
    from briefgen.translation.guard import Finders
    from briefgen.translation.memory import Memory
    from briefgen.translation.translators import Translator
    from briefgen.writers.docx.ledger import Ledger

Ask = Callable[[Callable[[Any], Any]], Iterable[Any]]
Split = Callable[[Sequence[Any]], AbstractContextManager[Ask]]

LANGUAGES = ("ru", "en")
FORMATS = ("docx", "pdf")
PAGE = "evidence.html"
_ANY_DAY = date(2000, 1, 1)  # dates are compared with each other, so that any day will do for those without a year
_STYLES = {"ru": "gost", "en": "govuk"}
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _plain_usage() -> Usage:
    from briefgen.naming.usage import Usage

    return Usage()


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What a run was asked for. `requisites` and `styles` are by language; `date` is the brief's, `usage` how names are written;
    `attach` puts brief.json and the Word draft into each PDF, `draft` says on every page that the paper is one; `qr` prints the
    brief number as a QR code in the head; `edits` are a person's;
    `checklist` ends the Word draft with a list of what has to be looked at; `letterhead` is a house's own Word file for it."""

    languages: tuple[str, ...] = LANGUAGES
    formats: tuple[str, ...] = FORMATS
    profile: str = "standard"
    subject: str = "RU"
    date: date | None = None
    requisites: Mapping[str, Requisites] = field(default_factory=dict)
    styles: Mapping[str, str] = field(default_factory=dict)
    usage: Usage = field(default_factory=_plain_usage)
    attach: bool = False
    draft: bool = False
    qr: bool = False
    edits: tuple[Edit, ...] = ()
    checklist: bool = False
    letterhead: str = ""


def extract_all(articles: Iterable[Article], subjects: tuple[str, ...], cache: Cache | None = None) -> tuple[Extraction, ...]:
    """What each article says, in the order given; what the cache holds is not looked for again."""
    return tuple(extract(article, subjects, cache) for article in articles)


def extract(article: Article, subjects: tuple[str, ...], cache: Cache | None = None) -> Extraction:
    """What one article says: from the cache, if it is there, else from the article, and then kept."""
    if cache and (kept := cache.get(article, subjects)):
        return kept
    from briefgen.extract import extract_article

    extraction = extract_article(article, subjects=subjects)
    if cache:
        cache.put(extraction, subjects)
    return extraction


def assemble_brief(
    extractions: Sequence[Extraction],
    options: BuildOptions,
    memory: Memory,
    translator: Translator | None = None,
    compare: Callable[[Brief], Brief] | None = None,
) -> Brief:
    """The brief with the translations that its editions need: from the memory, then by the translator, if one is given.

    `compare` adds what changed since earlier briefs. Raises NothingToReport where no article holds a fact, UsageError where nothing has a
    date.
    """
    from briefgen.assemble import assemble

    if not any(has_facts(extraction) for extraction in extractions):
        names = ", ".join(extraction.article.name for extraction in extractions)
        raise NothingToReport(f"{names}: no figures, statements, interests or risks were found; nothing to report")
    brief = assemble(extractions, subject=options.subject, on=brief_date(extractions, options))
    brief = compare(brief) if compare else brief
    brief = _with_translations(brief, memory, options.usage.names)
    if translator:
        for target in options.languages:
            brief = _with_machine(brief, target, translator, options.usage.names)
    return brief


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


@dataclass(frozen=True, slots=True)
class Rendered:
    """The files of a brief by name, the edits whose item they do not print, and the limits that they were made with."""

    files: Mapping[str, bytes]
    unplaced: tuple[Edit, ...] = ()
    limits: Mapping[str, int] = field(default_factory=dict)  # plain, so that a process that is handed them loads nothing that composes


@contextmanager
def in_turn(objects: Sequence[Any]) -> Iterator[Ask]:
    """Does some work with each object, one after the other and not before it is asked for. Whoever has processes to spare passes something
    that gives the same sooner."""
    yield lambda work: map(work, objects)


def render(brief: Brief, options: BuildOptions, *, brief_number: str, split: Split = in_turn) -> Rendered:
    """The files of each edition. All editions share the roomiest limits with which each fits the profile's pages."""
    from briefgen.edits.correcting import correct_brief
    from briefgen.fit import roomiest_limits

    profile = _profile(options)
    with split([_Press(brief, options, profile, printing) for printing in printings_of(brief, options)]) as ask:
        limits = roomiest_limits(profile, lambda part, limits: all(ask(methodcaller("fits", part, limits))))
        editions = list(ask(methodcaller("print", limits, brief_number)))
    files = {name: data for edition in editions for name, data in edition.files.items()}
    unplaced = (*correct_brief(brief, options.edits)[1], *(edit for edition in editions for edit in edition.unplaced))
    return Rendered(files, tuple(dict.fromkeys(unplaced)), asdict(limits))


@dataclass(frozen=True, slots=True)
class _Press:
    """What prints one edition of a brief."""

    brief: Brief
    options: BuildOptions
    profile: Profile
    printing: Printing

    def fits(self, part: int, limits: Limits) -> bool:
        """Whether a part ends by its page."""
        from briefgen.fit import is_fitting

        return is_fitting(self.brief, self.printing, self.profile, limits, part)

    def print(self, limits: Limits, brief_number: str) -> Rendered:
        """Its files."""
        applied = edited_report(self.brief, self.options, self.printing, limits, brief_number=brief_number)
        files = _files(applied.report, self.printing.style, self.options, self.brief)
        return Rendered({name: data for name, data in sorted(files) if name.rpartition(".")[2] in self.options.formats}, applied.unplaced)


def review_page(brief: Brief, options: BuildOptions, articles: Sequence[Article] = (), *, brief_number: str = "") -> bytes:
    """evidence.html: each article with its facts; of an article that is not given, the sentences with facts. Always for readers of both
    languages, whatever editions are asked for: it goes with the brief, not with an edition."""
    from briefgen.writers.html.evidence import write_evidence

    return write_evidence(review(brief, options, articles, brief_number=brief_number))


def review(brief: Brief, options: BuildOptions, articles: Sequence[Article] = (), *, brief_number: str = "") -> Review:
    """The articles of a brief with their facts, in both languages."""
    from briefgen.compose import Requisites
    from briefgen.compose.edition import edition_of
    from briefgen.compose.review import review_of

    limits = _profile(options).limits(0, 0)
    editions = [edition_of(brief, language, limits, Requisites(), options.usage) for language in LANGUAGES]
    return review_of(editions, by_source(brief, articles), brief_number=brief_number)


def review_of_article(extraction: Extraction, subject: str) -> Review:
    """One article with its facts, as the evidence page of a brief on it alone shows it; also one without any fact."""
    from briefgen.assemble import assemble

    article = extraction.article
    brief = assemble([extraction], subject=subject, on=article.published or _ANY_DAY)
    return review(brief, BuildOptions(subject=subject), [article], brief_number="")


def reviewed(id: str, brief: Brief, options: BuildOptions) -> ReviewFact:
    """A fact as the evidence page tells it."""
    return next(fact for fact in review(brief, options, (), brief_number="").facts if fact.id == id)


def printed_at(id: str, places: Collection[str], files: Mapping[str, bytes]) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """For each finished DOCX and PDF, where a fact's code stands and where one of its places (1.24) is cited."""
    from briefgen.proof.check import find_words

    return {name: find_words(data, name.rpartition(".")[2], id, places) for name, data in files.items() if name != PAGE}


def by_source(brief: Brief, articles: Sequence[Article]) -> dict[int, Article]:
    """The articles by the number of their source; those of other briefs are left out."""
    by_digest = {article.digest: article for article in articles}
    return {source.number: by_digest[source.digest] for source in brief.sources if source.digest in by_digest}


def limits_of(brief: Brief, options: BuildOptions, printings: Sequence[Printing]) -> Limits:
    """The roomiest limits with which all editions fit the profile's pages."""
    from briefgen.fit import fitting, roomiest_limits

    profile = _profile(options)
    return roomiest_limits(profile, fitting(brief, profile, printings))


def _profile(options: BuildOptions) -> Profile:
    from briefgen.compose import profile_of
    from briefgen.templating import load_profile

    path, mapping = load_profile(options.profile)
    return profile_of(mapping, name=str(path))


def edited_reports(brief: Brief, options: BuildOptions, *, brief_number: str) -> tuple[tuple[Printing, Applied], ...]:
    """The editions with their reports within the roomiest limits, a person's edits on them."""
    printings = printings_of(brief, options)
    limits = limits_of(brief, options, printings)
    return tuple((printing, edited_report(brief, options, printing, limits, brief_number=brief_number)) for printing in printings)


def edited_report(brief: Brief, options: BuildOptions, printing: Printing, limits: Limits, *, brief_number: str) -> Applied:
    """The report of one edition within some limits, a person's edits on it."""
    from briefgen.fit import composed

    return composed(brief, printing, _profile(options), limits, brief_number=brief_number)


def ledger_again(brief: Brief, options: BuildOptions, package: Package, *, brief_number: str) -> Ledger | None:
    """The ledger of a draft that has lost it (through ODT): of the edition that shares most bookmarks with it; None where none does."""
    from briefgen.edits.pulling import bookmarks_of, words_of
    from briefgen.writers.docx.document import ledger_of
    from briefgen.writers.docx.slots import bookmark_name

    there = bookmarks_of(package)
    editions = edited_reports(brief, options, brief_number=brief_number)
    ledgers = [ledger_of(applied.report, printing.style) for printing, applied in editions]
    words = words_of(package)
    best = max(ledgers, key=lambda ledger: sum(slot.text in words for slot in ledger.slots))
    return best if any(bookmark_name(slot.id) in there for slot in best.slots) else None


def terms_of_choices() -> dict[str, str]:
    """The keys of the terms that a draft's lists offer, by their words in either language."""
    from briefgen.compose.rating import terms
    from briefgen.translation.catalogs import catalog

    return {words.casefold(): key for language in LANGUAGES for key, words in terms(catalog(language))}


def printings_of(brief: Brief, options: BuildOptions) -> list[Printing]:
    """The editions as they are to be printed."""
    return [_printing(brief, language, options) for language in options.languages]


def _printing(brief: Brief, language: str, options: BuildOptions) -> Printing:
    """An edition as it is to be printed."""
    from briefgen.compose import Requisites
    from briefgen.fit import Printing
    from briefgen.templating import load_style
    from briefgen.writers.pdf.characters import unprintable

    requisites = options.requisites.get(language) or Requisites()
    style = load_style(style_of(options, language))
    style = replace(style, letterhead=options.letterhead) if options.letterhead else style
    return Printing(
        language, requisites, style, unprintable(brief, requisites), options.draft, options.usage, options.edits, has_code=options.qr
    )


def english_title(brief: Brief) -> str:
    """The title of the English edition, which names the folder of a brief over several articles."""
    from briefgen.compose.head import title_of

    return title_of(brief, "en")


def style_of(options: BuildOptions, language: str) -> str:
    """The style asked for, else that of the language: gost for Russian, govuk for English."""
    return options.styles.get(language) or _STYLES[language]


def _files(report: Report, style: Style, options: BuildOptions, brief: Brief) -> Iterator[tuple[str, bytes]]:
    """The files of an edition by name; with `attach` the PDF holds the Word draft and brief.json. Pages are let go before the draft is
    written, where they may be: each takes as much memory as the other."""
    from briefgen.writers.pdf import Attachment, draw_pdf, lay_out

    stem = f"brief.{report.language}"
    laid = lay_out(report, style)  # a draft without a PDF needs it too: its contents tell the pages
    if options.attach:
        draft = _draft(report, style, options, laid.anchors)
        held = (
            Attachment("brief.json", "application/json", "Data", brief_json(brief), "Facts of the brief"),
            Attachment(f"{stem}.docx", _WORD, "Source", draft, "Word draft of the brief"),
        )
        yield f"{stem}.docx", draft
        yield f"{stem}.pdf", draw_pdf(laid, held).data
        return
    anchors = laid.anchors
    if "pdf" in options.formats:
        yield f"{stem}.pdf", draw_pdf(laid).data
    del laid
    if "docx" in options.formats:
        yield f"{stem}.docx", _draft(report, style, options, anchors)


def _draft(report: Report, style: Style, options: BuildOptions, anchors: Mapping[str, int]) -> bytes:
    from briefgen.compose.checklist import with_checklist
    from briefgen.writers.docx.document import write_docx

    return write_docx(with_checklist(report) if options.checklist else report, style, anchors)


def brief_json(brief: Brief) -> bytes:
    """brief.json as it is saved and attached."""
    from briefgen.serialize import brief_to_json

    return brief_to_json(brief).encode("utf-8")


def _with_translations(brief: Brief, memory: Memory, names: Entries) -> Brief:
    """The brief with what the memory knows of its passages, in both languages: a saved brief needs no PO file to be printed again."""
    from briefgen.translation.machine import in_order, known_refusals
    from briefgen.translation.units import translation_units

    found = [
        memory.find(unit.text, source=unit.language, target=target, context=unit.context)
        for unit in translation_units(brief)
        for target in LANGUAGES
        if target != unit.language
    ]
    brief = replace(brief, translations=tuple(translation for translation in found if translation))
    refusals = tuple(refusal for target in LANGUAGES for refusal in known_refusals(brief, target, memory, names=names))
    return replace(brief, refusals=in_order(brief, refusals))


def _with_machine(brief: Brief, target: str, translator: Translator, names: Entries) -> Brief:
    """The brief with what the machine makes of the passages that await translation; what failed becomes a diagnostic."""
    from briefgen.translation.machine import in_order, translate_awaiting

    made = translate_awaiting(brief, target, translator, _finders(date.fromisoformat(brief.date)), names=names)
    failed = Counter(made.failures)
    doubts = tuple(
        Diagnostic("machine-translation-failed", hint=f"{count} passages not translated into {target}: {reason}")
        for reason, count in failed.items()
    )
    return replace(
        brief,
        translations=in_order(brief, brief.translations + made.translations),
        refusals=in_order(brief, brief.refusals + made.refusals),
        diagnostics=brief.diagnostics + doubts,
    )


def differences(original: str, translated: str, *, source: str, target: str) -> tuple[str, ...]:
    """What of a translation differs from its original, as the guard of machine translations sees it."""
    from briefgen.translation.guard import differences as compared

    return compared(original, translated, source=source, target=target, finders=_finders(_ANY_DAY))


def _finders(reference: date) -> Finders:
    """The finders of figures and dates for the guard, which lies below the stages that have them."""
    from briefgen.extract.dates import find_dates
    from briefgen.extract.quantities import find_quantities
    from briefgen.translation.guard import Finders

    return Finders(
        quantities=lambda text, language: find_quantities(text, language, bare_numbers=True),
        dates=lambda text, language: find_dates(text, language, reference=reference),
    )
