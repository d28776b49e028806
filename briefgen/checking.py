"""Finished files, their brief and its articles -> what is wrong in them: each edition by itself, then the editions beside each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from operator import call
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefgen.compose import Limits
from briefgen.compose.checklist import with_checklist
from briefgen.edits.correcting import correct_brief
from briefgen.edits.worded import facts_unsaid, worded_by_hand
from briefgen.pipeline import (
    FORMATS,
    LANGUAGES,
    PAGE,
    BuildOptions,
    Split,
    by_source,
    edited_report,
    in_turn,
    limits_of,
    printings_of,
    review,
)
from briefgen.proof.articles import check_articles
from briefgen.proof.calculated import check_calculated
from briefgen.proof.check import ByHand, Checked, File, check_file, joined
from briefgen.proof.finding import Finding
from briefgen.proof.page import check_page

if TYPE_CHECKING:
    from briefgen.fit import Printing
    from briefgen.model import Article, Brief


def check(
    brief: Brief,
    options: BuildOptions,
    files: Mapping[str, bytes],
    articles: Sequence[Article] = (),
    *,
    limits: Mapping[str, int] = MappingProxyType({}),
    split: Split = in_turn,
) -> tuple[Finding, ...]:
    """What is wrong in finished files: nothing, where they say what the brief says and it says what its articles say.

    `files` are named as `render` names them; an article that is not given is not looked into; `limits`, those that the files were made
    with by their names, spare the search for them.
    """
    printings = printings_of(brief, options)
    within = Limits(**limits) if limits else limits_of(brief, options, printings)
    editions = [partial(_check_edition, brief, options, printing, within, files) for printing in printings]
    with split([*editions, partial(_check_sources, brief, articles), partial(_check_page, brief, options, files)]) as ask:
        *checked, sources, page = ask(call)
    return (*sources, *joined([file for edition in checked for file in edition]), *page)


def _check_edition(
    brief: Brief, options: BuildOptions, printing: Printing, limits: Limits, files: Mapping[str, bytes]
) -> tuple[Checked, ...]:
    """The files of one edition against its report, composed anew."""
    language = printing.language
    names = {format: f"brief.{language}.{format}" for format in FORMATS}
    report = edited_report(brief, options, printing, limits, brief_number="").report
    reports = {language: report} | ({f"{language}.docx": with_checklist(report)} if options.checklist else {})
    texts = frozenset[str]().union(*(worded_by_hand(report, options.edits) for report in reports.values()))
    by_hand = ByHand({language: texts}, facts_unsaid(options.edits))
    corrected, _ = correct_brief(brief, options.edits)
    finished = [File(name, language, format, files[name]) for format, name in names.items() if name in files]
    return tuple(check_file(file, corrected, reports, by_hand) for file in finished)


def _check_sources(brief: Brief, articles: Sequence[Article]) -> tuple[Finding, ...]:
    return (*check_articles(brief, by_source(brief, articles)), *check_calculated(brief))


def _check_page(brief: Brief, options: BuildOptions, files: Mapping[str, bytes]) -> tuple[Finding, ...]:
    if PAGE not in files:
        return ()
    facts = review(brief, options).facts
    return tuple(check_page(files[PAGE], brief, {language: {fact.id: fact.words[language] for fact in facts} for language in LANGUAGES}))
