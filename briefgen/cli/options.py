"""Words on the command line -> checked values: dates, country codes, lists of languages and formats, styles."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from briefgen.diagnostics import UsageError

if TYPE_CHECKING:
    from briefgen.cli.workers import Workers

LANGUAGES = ("ru", "en")
FORMATS = ("docx", "pdf")

CommandT = TypeVar("CommandT", bound=Callable[..., Any])


def day(value: str) -> date:
    """A date such as 2026-02-27."""
    try:
        return date.fromisoformat(value if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else "")
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is not a date such as 2026-02-27") from error


def country(value: str) -> str:
    """A country as two letters (ISO 3166-1), in capitals."""
    if not is_country(value):
        raise click.BadParameter(f"{value!r} is not a country code of two letters, such as RU or KZ")
    return value.upper()


def is_country(value: str) -> bool:
    """Whether two letters are the code of a country whose name we know."""
    from briefgen.naming.countries import is_known

    return bool(re.fullmatch(r"[A-Za-z]{2}", value)) and is_known(value.upper())


def confirmation(value: str) -> tuple[str, str]:
    """An id with the reason why its source may be changed, ID=REASON; the reason may be left out."""
    id, _, reason = value.partition("=")
    if not id.strip():
        raise click.BadParameter(f"{value!r} is not ID=REASON")
    return id.strip(), reason.strip()


def languages(value: str) -> tuple[str, ...]:
    """Languages of editions, such as ru,en."""
    return _words(value, LANGUAGES)


def formats(value: str) -> tuple[str, ...]:
    """File formats, such as docx,pdf."""
    return _words(value, FORMATS)


def styles(value: str) -> dict[str, str]:
    """Styles by language, such as ru=gost,en=govuk, or one for all."""
    if "=" not in value:
        return dict.fromkeys(LANGUAGES, value)
    pairs = [part.strip().partition("=") for part in value.split(",")]
    for language, _, style in pairs:
        if language not in LANGUAGES or not style:
            raise click.BadParameter(f"{value!r} is not LANGUAGE=STYLE, such as ru=gost,en=govuk, with languages of {', '.join(LANGUAGES)}")
    return {language: style for language, _, style in pairs}


def chosen(given: Sequence[tuple[str, ...]], known: tuple[str, ...]) -> tuple[str, ...]:
    """What a repeatable list option names, in the order of `known`; all of it where nothing was named."""
    named = {word for words in given for word in words}
    return tuple(word for word in known if not named or word in named)


def language_option(command: CommandT) -> CommandT:
    """`--lang ru`, repeatable or with commas."""
    return click.option("--lang", "languages", type=languages, metavar="[ru|en]", multiple=True, help="Languages; both by default.")(
        command
    )


def format_option(command: CommandT) -> CommandT:
    """`--format pdf`, repeatable or with commas."""
    text = "File formats; both by default."
    return click.option("--format", "formats", type=formats, metavar="[docx|pdf]", multiple=True, help=text)(command)


def published_option(command: CommandT) -> CommandT:
    """`--published DATE`."""
    text = "Publication date of articles that do not say it, such as 2026-02-27."
    return click.option("--published", type=day, metavar="DATE", help=text)(command)


def config_option(command: CommandT) -> CommandT:
    """`--config FILE`."""
    text = "Settings of your organisation; ./briefgen.toml by default, if there is one."
    return click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help=text)(command)


def output_option(command: CommandT) -> CommandT:
    """`-o DIR`."""
    text = "Folder for the results; ./out by default."
    return click.option("-o", "--output", type=click.Path(path_type=Path), metavar="DIR", help=text)(command)


def style_option(command: CommandT) -> CommandT:
    """`--style ru=gost,en=govuk`."""
    text = "Style of both editions, or of each: a name or a .toml file."
    return click.option("--style", "styles", type=styles, metavar="NAME|ru=NAME,en=NAME", help=text)(command)


def paper_options(command: CommandT) -> CommandT:
    """`--marking`, `--copy-number`, `--draft`, `--attach`, `--qr`: what the finished papers bear and hold."""
    options = (
        click.option("--marking", metavar="LABEL", help="TLP:AMBER and the like, OFFICIAL, OFFICIAL-SENSITIVE or ДСП; none by default."),
        click.option("--copy-number", metavar="NUMBER", help="Number of the copy, which the marking ДСП asks for."),
        click.option("--draft", is_flag=True, help="Say on every page that the paper is a draft."),
        click.option("--attach", is_flag=True, help="Put brief.json and the Word draft into each PDF."),
        click.option("--qr", is_flag=True, help="Print the brief number as a QR code on page one (needs the extra qr)."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def locales(value: str) -> dict[str, str]:
    """Usage by language, such as ru=ru-KZ,en=en-US."""
    from briefgen.naming.usage import ENGLISH, RUSSIAN

    known = {"ru": RUSSIAN, "en": ENGLISH}
    pairs = [part.strip().partition("=") for part in value.split(",")]
    for language, _, locale in pairs:
        if locale not in known.get(language, ()):
            raise click.BadParameter(f"{value!r} is not LANGUAGE=LOCALE with ru={'|'.join(RUSSIAN)} and en={'|'.join(ENGLISH)}")
    return {language: locale for language, _, locale in pairs}


def locale_option(command: CommandT) -> CommandT:
    """`--locale ru=ru-KZ,en=en-US`."""
    text = "Usage of names, dates and spelling: ru-RF or ru-KZ, en-GB or en-US."
    return click.option("--locale", "locales", type=locales, metavar="ru=NAME,en=NAME", help=text)(command)


def translator_option(command: CommandT) -> CommandT:
    """`--translator NAME`."""
    text = "Machine translator for what the memory does not know: ctranslate2, openai, a plug-in, or none. Default: none."
    return click.option("--translator", metavar="NAME", help=text)(command)


def edits_option(command: CommandT) -> CommandT:
    """`--edits PATH`."""
    text = "Take over the edits of another brief's folder, or of an edits.toml; those of this brief's own folder are always applied."
    return click.option("--edits", type=click.Path(path_type=Path), metavar="PATH", help=text)(command)


def check_option(command: CommandT) -> CommandT:
    """`--no-check`."""
    text = "Hand the files over without reading them back (the manifest says so)."
    return click.option("--no-check", "unchecked", is_flag=True, help=text)(command)


def workers_options(command: CommandT) -> CommandT:
    """`--jobs N` and `--cluster ADDRESS`."""
    text = "Read articles on the Dask cluster whose scheduler is at ADDRESS, such as tcp://10.0.0.5:8786 (needs the extra cluster)."
    command = click.option("--cluster", metavar="ADDRESS", default="", help=text)(command)
    text = "Read articles in N processes; 0 is one for each processor. Default: 1."
    return click.option("--jobs", type=click.IntRange(0, 256), default=1, metavar="N", callback=_processors, help=text)(command)


def workers_of(jobs: int, cluster: str, items: int) -> Workers:
    """Where so many articles are read; UsageError where both ways are asked for."""
    from briefgen.cli.workers import Workers

    if cluster and jobs > 1:
        raise UsageError("--jobs and --cluster exclude each other: how many workers a cluster has is set where it is started")
    return Workers(max(min(jobs, items), 1), cluster)


def _processors(context: click.Context, parameter: click.Parameter, value: int) -> int:
    import os

    return value or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else value or os.cpu_count() or 1


def cache_option(command: CommandT) -> CommandT:
    """`--no-cache`."""
    text = "Read every article anew, and keep nothing of it in the user's cache folder."
    return click.option("--no-cache", "uncached", is_flag=True, help=text)(command)


def letterhead_option(command: CommandT) -> CommandT:
    """`--letterhead FILE`."""
    text = "Write the Word draft on a file of your own, with your headers, margins and styles; styles are taken by their names."
    return click.option("--letterhead", type=click.Path(path_type=Path), metavar="FILE.docx", help=text)(command)


def checklist_option(command: CommandT) -> CommandT:
    """`--checklist`."""
    text = "End the Word draft with a list of what a person has to look at: the comments in it, to tick off."
    return click.option("--checklist", is_flag=True, help=text)(command)


def force_option(command: CommandT) -> CommandT:
    """`--force`."""
    text = "Replace files that somebody changed; each is kept as NAME.edited-1."
    return click.option("--force", is_flag=True, help=text)(command)


def _words(value: str, known: tuple[str, ...]) -> tuple[str, ...]:
    words = tuple(word.strip() for word in value.split(","))
    for word in words:
        if word not in known:
            raise click.BadParameter(f"{word!r} is none of {', '.join(known)}")
    return words
