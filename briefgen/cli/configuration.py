"""briefgen.toml -> the settings of a house: requisites and styles by language, profile, subject."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefgen.diagnostics import UsageError
from briefgen.serialize.toml import check_keys, line_of, parse_toml

FILE_NAME = "briefgen.toml"
LANGUAGES = ("ru", "en")
# The fields of compose.Requisites, named here so that `--help` need not load the composer.
REQUISITES = (
    "organisation",
    "department",
    "addressee",
    "place",
    "number",
    "signatory_post",
    "signatory_name",
    "executor",
    "marking",
    "copy_number",
)
_OPTIONS = ("profile", "subject", "translations", "translator", "names")
_TRANSLATORS = "translators"
JOB = ("weekly", "mail", "recipients")  # the recurring job's tables, which cli.job reads
_TABLES = ("styles", "locales", *LANGUAGES)


@dataclass(frozen=True, slots=True)
class Configuration:
    """What the file sets; the command line goes before it. `translations` is a folder, `names` a file, `translator` the name of a
    plug-in, `translators` the settings of each; the rest is by language."""

    profile: str = ""
    subject: str = ""
    translations: str = ""
    names: str = ""
    translator: str = ""
    translators: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    styles: Mapping[str, str] = field(default_factory=dict)
    locales: Mapping[str, str] = field(default_factory=dict)
    requisites: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def read_configuration(path: Path | None, *, working_folder: Path) -> Configuration:
    """The settings in the file named, else in briefgen.toml of the working folder, else none."""
    text = read_text(path, working_folder=working_folder)
    return Configuration() if text is None else parse_configuration(text, str(path or FILE_NAME))


def read_text(path: Path | None, *, working_folder: Path) -> str | None:
    """The text of the configuration file; None where none was named and there is none."""
    used = path or working_folder / FILE_NAME
    try:
        return used.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        if path is None:
            return None
        raise UsageError(f"{path}: there is no such configuration file") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{used}: is not UTF-8 text") from error
    except OSError as error:
        raise UsageError(f"{used}: cannot be read: {error.strerror}") from error


def parse_configuration(text: str, name: str) -> Configuration:
    """The checked settings; a UsageError names the file and the line of what is wrong."""
    values = parse_toml(text, name)
    check_keys(values, (*_OPTIONS, *_TABLES, _TRANSLATORS, *JOB), text=text, name=name)
    tables = {table: _table(values, table, text, name) for table in _TABLES}
    options = {key: _words(values.get(key, ""), key, text=text, name=name) for key in _OPTIONS}
    return Configuration(
        **options,
        translators=_translators(values.get(_TRANSLATORS, {}), text, name),
        styles=tables["styles"],
        locales=tables["locales"],
        requisites={language: tables[language] for language in LANGUAGES if tables[language]},
    )


def _table(values: Mapping[str, Any], table: str, text: str, name: str) -> dict[str, str]:
    given = values.get(table, {})
    if not isinstance(given, dict):
        raise UsageError(f"{name}: line {line_of(text, table)}: {table}: a table is expected, such as [{table}] on a line of its own")
    check_keys(given, LANGUAGES if table in ("styles", "locales") else REQUISITES, text=text, name=name, table=table)
    return {key: _words(value, key, text=text, name=name, table=table) for key, value in given.items()}


def _translators(given: Any, text: str, name: str) -> dict[str, dict[str, str]]:
    """The settings of each translator, [translators.NAME]; the plug-in knows which it takes."""
    if not isinstance(given, dict) or not all(isinstance(settings, dict) for settings in given.values()):
        raise UsageError(f"{name}: line {line_of(text, _TRANSLATORS)}: translators: tables are expected, such as [translators.ctranslate2]")
    return {
        translator: {key: _words(value, key, text=text, name=name, table=f"{_TRANSLATORS}.{translator}") for key, value in settings.items()}
        for translator, settings in given.items()
    }


def _words(value: Any, key: str, *, text: str, name: str, table: str = "") -> str:
    """One line of text: a line break inside would break the head of a paper."""
    if not isinstance(value, str):
        raise UsageError(f"{name}: line {line_of(text, key, table=table)}: {key}: text in quotation marks is expected")
    return " ".join(value.split())
