"""briefgen.toml: what a house sets, and messages that name the line."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from briefgen.cli.configuration import LANGUAGES, REQUISITES, Configuration, parse_configuration, read_configuration
from briefgen.compose import Requisites
from briefgen.diagnostics import UsageError

WHOLE = """
profile = "standard"
subject = "KZ"
translations = "memory"

[styles]
ru = "gost"

[ru]
organisation = "Министерство"
signatory_name = "И. И. Иванов"

[en]
organisation = "Ministry"
"""


def test_everything_is_optional(tmp_path: Path) -> None:
    assert read_configuration(None, working_folder=tmp_path) == Configuration() == parse_configuration("", "a.toml")


def test_options_styles_and_both_languages_are_read(tmp_path: Path) -> None:
    (tmp_path / "briefgen.toml").write_text(WHOLE, encoding="utf-8")
    read = read_configuration(None, working_folder=tmp_path)
    assert (read.profile, read.subject, read.translations, read.styles) == ("standard", "KZ", "memory", {"ru": "gost"})
    assert read.requisites["ru"] == {"organisation": "Министерство", "signatory_name": "И. И. Иванов"}
    assert read.requisites["en"] == {"organisation": "Ministry"}


def test_every_requisite_of_a_paper_can_be_set() -> None:
    assert tuple(field.name for field in fields(Requisites)) == REQUISITES
    text = "".join(f"[{language}]\n" + "".join(f'{name} = "x"\n' for name in REQUISITES) for language in LANGUAGES)
    assert Requisites(**parse_configuration(text, "a.toml").requisites["ru"]).executor == "x"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('\ncolour = "red"\n', "a.toml: line 2: unknown key 'colour'; known are profile, subject"),
        ('[ru]\nplace = "x"\n[en]\nplase = "y"\n', "a.toml: line 4: unknown key 'plase' in [en]; known are organisation"),
        ('[ru]\n[fr]\nplace = "x"\n', "a.toml: line 2: unknown key 'fr'"),
        ('[styles]\nfr = "gost"\n', "a.toml: line 2: unknown key 'fr' in [styles]; known are ru, en"),
        ("[ru]\nplace = 5\n", "a.toml: line 2: place: text in quotation marks is expected"),
        ('ru = "x"\n', "a.toml: line 1: ru: a table is expected"),
        ('ru.plase = "x"\n', "unknown key 'plase' in [ru]"),
        ("profile = \n", "a.toml: not TOML: "),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_configuration(text, "a.toml")
    assert message in str(caught.value)


def test_a_file_that_was_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no such configuration file"):
        read_configuration(tmp_path / "none.toml", working_folder=tmp_path)


def test_line_breaks_inside_a_requisite_become_spaces() -> None:
    assert parse_configuration('[ru]\nplace = """Москва,\n  Кремль"""\n', "a.toml").requisites["ru"]["place"] == "Москва, Кремль"
