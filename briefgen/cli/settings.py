"""The command line and briefgen.toml -> the options of a build; the command line goes first."""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefgen.cli.configuration import Configuration
from briefgen.cli.options import chosen, is_country
from briefgen.diagnostics import UsageError
from briefgen.pipeline import FORMATS, LANGUAGES, BuildOptions

if TYPE_CHECKING:
    from briefgen.compose import Requisites
    from briefgen.naming.gazetteer import Entries
    from briefgen.naming.usage import Usage
    from briefgen.translation.translators import Translator

PROFILE, SUBJECT = "standard", "RU"


def options_of(words: Mapping[str, Any], configuration: Configuration) -> BuildOptions:
    """The checked options of `build`, `render` and whoever else prints a brief."""
    return BuildOptions(
        languages=chosen(words["languages"], LANGUAGES),
        formats=chosen(words["formats"], FORMATS),
        profile=words["profile"] or configuration.profile or PROFILE,
        subject=words.get("subject") or _subject(configuration),
        date=words.get("on"),
        requisites=_requisites(words, configuration),
        styles={**configuration.styles, **(words["styles"] or {})},
        usage=_usage(configuration, words.get("locales") or {}),
        attach=words.get("attach", False),
        draft=words.get("draft", False),
        qr=_qr(words),
        checklist=words.get("checklist", False),
        letterhead=str(words.get("letterhead") or ""),
    )


def _qr(words: Mapping[str, Any]) -> bool:
    """Whether a QR code is asked for; UsageError where the package that makes it is missing."""
    asked = bool(words.get("qr"))
    if asked and find_spec("segno") is None:
        raise UsageError("--qr: the package segno is not installed: pip install 'briefgen[qr]'")
    return asked


def translations_of(configuration: Configuration) -> tuple[Path, ...]:
    """The PO files of the folder that briefgen.toml names, by name."""
    if not configuration.translations:
        return ()
    folder = Path(configuration.translations)
    if not folder.is_dir():
        raise UsageError(f"{folder}: there is no such folder of translations (briefgen.toml, translations)")
    return tuple(sorted(folder.glob("*.po")))


def _usage(configuration: Configuration, given: Mapping[str, str]) -> Usage:
    """How names are written: the locales of both languages, and the house's own table of names."""
    from briefgen.naming.usage import ENGLISH, RUSSIAN, Usage

    locales = {**configuration.locales, **given}
    for language, known in (("ru", RUSSIAN), ("en", ENGLISH)):
        if locales.get(language, known[0]) not in known:
            raise UsageError(f"briefgen.toml: locales: {locales[language]!r} is none of {', '.join(known)}")
    return Usage(locales.get("ru", RUSSIAN[0]), locales.get("en", ENGLISH[0]), names_of(configuration.names))


def names_of(file: str) -> Entries:
    """The house's own table of names; UsageError where it cannot be read."""
    if not file:
        return ()
    from briefgen.naming.own_names import read_names

    try:
        return read_names(Path(file).read_bytes().decode("utf-8-sig"), file)
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: is not UTF-8 text (briefgen.toml, names)") from error
    except OSError as error:
        raise UsageError(f"{file}: the table of names cannot be read: {error.strerror} (briefgen.toml, names)") from error


def translator_of(words: Mapping[str, Any], configuration: Configuration) -> Translator | None:
    """The machine translator that the command line or briefgen.toml names, made of its settings and the environment; none by default."""
    name = words.get("translator") or configuration.translator
    if not name or name == "none":
        return None
    from briefgen.translation.translators import make_translator

    return make_translator(name, configuration.translators.get(name, {}), dict(os.environ))


def _requisites(words: Mapping[str, Any], configuration: Configuration) -> dict[str, Requisites]:
    """What the house puts on the papers of each language; a marking is checked before anything is read."""
    asked = {key: words[key] for key in ("marking", "copy_number") if words.get(key) is not None}
    if not configuration.requisites and not asked:
        return {}
    from briefgen.compose import Requisites
    from briefgen.compose.markings import marking_of

    found = {language: Requisites(**{**configuration.requisites.get(language, {}), **asked}) for language in LANGUAGES}
    for language, requisites in found.items():
        marking_of(requisites.marking, language, requisites.copy_number)
    return found


def _subject(configuration: Configuration) -> str:
    subject = configuration.subject or SUBJECT
    if not is_country(subject):
        raise UsageError(f"briefgen.toml: subject: {subject!r} is not a country code of two letters, such as RU or KZ")
    return subject.upper()
