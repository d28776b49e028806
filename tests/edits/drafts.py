"""A small brief, its drafts in both languages, and what comes back from them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from briefgen.blocks import Report
from briefgen.compose import Limits, Requisites, compose
from briefgen.edits.applying import Applied, apply_edits
from briefgen.edits.correcting import corrected_report
from briefgen.edits.edit import Edit
from briefgen.edits.pulling import Pulled, open_draft, pull
from briefgen.extract.quantities.find import find_quantities
from briefgen.model import Brief
from briefgen.pipeline import terms_of_choices
from briefgen.templating import load_style
from briefgen.writers.docx.document import write_docx
from tests.compose.sample_briefs import brief_of, standard, whole_extraction
from tests.edits.word import WordDraft

STYLES = {"ru": "gost", "en": "govuk"}


@cache
def small_brief() -> Brief:
    return brief_of(whole_extraction())


def limits() -> Limits:
    return standard().limits(0, 0)


def report_of(language: str, edits: tuple[Edit, ...] = (), brief: Brief | None = None) -> Applied:
    """An edition with edits on it."""

    def print_brief(brief: Brief) -> Report:
        return compose(brief, language, standard(), limits(), Requisites(), brief_number="f00d" * 16)

    report = corrected_report(brief or small_brief(), edits, print_brief)
    return apply_edits(report, edits)


def docx_of(report: Report) -> bytes:
    return write_docx(report, load_style(STYLES[report.language]))


@cache
def pristine(language: str) -> bytes:
    return docx_of(report_of(language).report)


def draft(language: str = "ru") -> WordDraft:
    """A draft of the small brief as Word opens it."""
    return WordDraft(pristine(language))


def pulled(docx: bytes, kept: tuple[Edit, ...] = (), *, accept: bool = False, confirm: dict[str, str] | None = None) -> Pulled:
    """What comes back."""
    return pull(
        open_draft(docx, "draft.docx", lambda _: None),
        kept,
        small_brief(),
        terms=terms_of_choices(),
        find=lambda text, language: find_quantities(text, language),
        accept=accept,
        confirm=confirm or {},
    )


def edited(word: WordDraft, **options: object) -> dict[str, Edit]:
    """The edits of a draft by kind and id."""
    found = pulled(word.save(), **options)  # type: ignore[arg-type]
    return {f"{edit.kind} {edit.id}": replace(edit, who="", when="", draft="") for edit in found.changes}
