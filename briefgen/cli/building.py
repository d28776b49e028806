"""Articles -> briefs in their folders: what `briefgen build` does once the command line is read."""

from __future__ import annotations

import re
from collections.abc import Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefgen.cli.articles import PassedOver, Read, list_files, read_articles, translations_beside
from briefgen.cli.beside import Begin, at_once
from briefgen.cli.caching import cache_of
from briefgen.cli.configuration import read_configuration
from briefgen.cli.edits import read_old_draft
from briefgen.cli.exchange import conflict_in_words, files_of, keep_machine_made
from briefgen.cli.finish import finish
from briefgen.cli.folder import folder_name, slug_of, slug_of_file, slug_of_title
from briefgen.cli.inputs import inputs_of, settings_of
from briefgen.cli.log import Log
from briefgen.cli.options import workers_of
from briefgen.cli.settings import options_of, translations_of, translator_of
from briefgen.cli.summary import summary_of
from briefgen.cli.workers import stream, with_progress
from briefgen.diagnostics import BriefgenError, Diagnostic, InputError, NothingToReport, UsageError
from briefgen.pipeline import BuildOptions, assemble_brief, english_title, extract, extract_all
from briefgen.readers import SUFFIXES
from briefgen.serialize.values import to_value
from briefgen.translation.memory import Memory

if TYPE_CHECKING:
    from briefgen.edits.pulling import Draft
    from briefgen.model import Article, Brief, Extraction
    from briefgen.translation.translators import Translator


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks of each brief, beside the options of the pipeline. `memory` is the folder that keeps what the translator
    makes; without one it is made again in each run."""

    output: Path
    slug: str
    force: bool
    log: Log
    translator: Translator | None = None
    memory: Path | None = None
    edits: Path | None = None
    checked: bool = True
    old: Draft | None = None
    cached: bool = True
    jobs: int = 1
    cluster: str = ""
    begin: Begin = at_once


def request_of(words: Mapping[str, Any], *, each: bool, log: Log) -> tuple[Request, BuildOptions]:
    """The command line and briefgen.toml together, checked before anything is read."""
    if words["slug"] and (each or not re.search("[^\\W_]", words["slug"])):
        raise UsageError("--slug needs a letter or a digit, and goes with one brief, not with --each")
    configuration = read_configuration(words["config"], working_folder=Path())
    options = options_of(words, configuration)
    settings_of(options)  # an unknown profile or style ends the run here
    output = words["output"] or Path("out")
    memory = Path(configuration.translations) if configuration.translations else None
    translator = translator_of(words, configuration)
    translations_of(configuration)  # a folder that is not there ends the run here
    if words["redline"] and each:
        raise UsageError("--redline goes with one brief, not with --each")
    checked, slug = not words["unchecked"], words["slug"] or ""
    old = read_old_draft(words["redline"])
    workers_of(words["jobs"], words["cluster"], 1)  # both ways at once end the run here
    return Request(
        output,
        slug,
        words["force"],
        log,
        translator,
        memory,
        words["edits"],
        checked,
        old,
        cached=not words["uncached"],
        jobs=words["jobs"],
        cluster=words["cluster"],
    ), options


def read_all(paths: Sequence[Path], published: date | None, log: Log, *, tolerant: bool = False) -> tuple[tuple[Read, ...], int]:
    """The articles, and how many files could not be read: those are named, and end the run only where none is left, or where all go into
    one brief, which must not lack one of its articles unseen (not `tolerant`)."""
    listing = list_files(paths, SUFFIXES)
    log.progress(f"reading {len(listing.files)} files")
    failed: list[PassedOver] | None = [] if tolerant and len(listing.files) > 1 else None
    read, again = read_articles(listing.files, published=published, failed=failed)
    if failed and not read:
        raise InputError("; ".join(item.reason for item in failed))
    for item in failed or ():
        log.error(item.reason)
        log.event("failed_article", file=str(item.path), message=item.reason)
    for item in (*listing.passed_over, *again):
        log.notice(f"{item.path}: passed over: {item.reason}")
        log.event("passed_over", file=str(item.path), reason=item.reason)
    for article in read:
        log.event("read", file=str(article.path), id=article.article.id, language=article.article.language)
    return read, len(failed or ())


def build_groups(groups: Sequence[Sequence[Read]], request: Request, options: BuildOptions) -> list[Diagnostic]:
    """One brief for each group; an article that says nothing is named, and ends the run only where none says anything."""
    diagnostics: list[Diagnostic] = []
    folders: set[str] = set()
    nothing: list[str] = []
    for group in groups:
        _check_date(group, options)
    with closing(_extracted(groups, request, options)) as extracted:
        for group, extractions in zip(groups, extracted, strict=True):
            try:
                diagnostics += _build(group, extractions, request, options, folders)
            except NothingToReport as error:
                nothing.append(str(error))
    if len(nothing) == len(groups):
        raise NothingToReport("; ".join(nothing))
    for message in nothing:
        request.log.notice(message)
    return diagnostics


def _extracted(groups: Sequence[Sequence[Read]], request: Request, options: BuildOptions) -> Generator[tuple[Extraction, ...]]:
    """What the articles of each group say; with several jobs, later groups are read while earlier ones are printed."""
    subjects = (options.subject,)
    articles = [item.article for group in groups for item in group]
    workers = workers_of(request.jobs, request.cluster, len(articles))
    if not workers.are_elsewhere:
        for group in groups:
            request.log.progress(f"extracting from {', '.join(item.article.name for item in group)}")
            yield extract_all([item.article for item in group], subjects, cache_of(wanted=request.cached))
        return
    read = partial(extracted, subjects=subjects, cached=request.cached)
    found = stream(read, articles, lambda article: article, workers=workers, name=lambda article: article.name)
    with closing(found), closing(with_progress(found, len(articles), request.log)) as shown:
        for group in groups:
            yield tuple(_or_raise(next(shown)[1]) for _ in group)


def extracted(article: Article, *, subjects: tuple[str, ...], cached: bool) -> Extraction:
    """What an article says, by the cache of the machine that this runs on."""
    return extract(article, subjects, cache_of(wanted=cached))


def _or_raise(value: Extraction | BriefgenError) -> Extraction:
    if isinstance(value, BriefgenError):
        raise value
    return value


def _check_date(group: Sequence[Read], options: BuildOptions) -> None:
    """A brief needs a date; said before the first one is written, so that `--each` does all or nothing."""
    if options.date is None and not any(item.article.published for item in group):
        names = ", ".join(item.article.name for item in group)
        raise UsageError(f"{names}: no date: give the date of the brief with --date, or that of the articles with --published")


def _build(
    group: Sequence[Read], extractions: Sequence[Extraction], request: Request, options: BuildOptions, folders: set[str]
) -> tuple[Diagnostic, ...]:
    """Build one brief, print its paths and summary; its doubts. `folders` holds the names that this run has used."""
    log = request.log
    translations = (*files_of(request.memory), *(file for item in group for file in translations_beside(item.path)))
    memory = Memory.load(translations)
    for conflict in memory.conflicts:
        log.notice(conflict_in_words(conflict))
    brief = assemble_brief(extractions, options, memory, request.translator)
    if request.translator and request.memory:
        keep_machine_made(brief, request.memory)
    folder = request.output / _free(_folder_name(brief, group, request.slug, options), folders)
    inputs = inputs_of(group, translations, options, brief)
    finished = finish(
        brief,
        folder,
        inputs,
        options,
        force=request.force,
        checked=request.checked,
        log=log,
        elsewhere=request.edits,
        old=request.old,
        articles=[item.article for item in group],
        begin=request.begin,
    )
    for diagnostic in brief.diagnostics:
        log.event("diagnostic", **to_value(diagnostic))
    for path in finished.written:
        click.echo(click.format_filename(path))
    if not log.quiet:
        click.echo("\n" + summary_of(brief, options.languages))
    return brief.diagnostics


def _folder_name(brief: Brief, group: Sequence[Read], slug: str, options: BuildOptions) -> str:
    if slug:
        words = slug_of(slug)
    elif len(group) == 1:
        words = slug_of_file(group[0].path.name)
    else:
        words = slug_of_title(english_title(brief))
    return folder_name(date.fromisoformat(brief.date), words)


def _free(name: str, folders: set[str]) -> str:
    """Two articles of one day and one name, in two folders, get two briefs."""
    number, free = 1, name
    while free in folders:
        number += 1
        free = f"{name}-{number}"
    folders.add(free)
    return free
