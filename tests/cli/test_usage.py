"""How names are written, from briefgen.toml and the command line, to the options of a build and the brief number."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.cli.configuration import parse_configuration
from briefgen.cli.settings import options_of
from briefgen.diagnostics import UsageError

Run = Callable[..., tuple[int, str, str]]
WORDS = {"languages": (), "formats": (), "profile": None, "styles": None, "locales": None}


def test_the_file_sets_and_the_command_line_goes_first(tmp_path: Path) -> None:
    (tmp_path / "names.tsv").write_text("ru\ten\nИван Сергеев\tIvan Sergeyev\n", encoding="utf-8")
    text = f'names = "{tmp_path.as_posix()}/names.tsv"\n[locales]\nru = "ru-KZ"\nen = "en-US"\n'
    configuration = parse_configuration(text, "briefgen.toml")
    usage = options_of(WORDS, configuration).usage
    assert (usage.russian, usage.english, usage.names[0].en) == ("ru-KZ", "en-US", "Ivan Sergeyev")
    assert options_of({**WORDS, "locales": {"en": "en-GB"}}, configuration).usage.english == "en-GB"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[locales]\nru = "ru-UZ"\n', "locales: 'ru-UZ' is none of ru-RF, ru-KZ"),
        ('names = "none.tsv"\n', "none.tsv: the table of names cannot be read"),
    ],
)
def test_a_mistake_is_told(text: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        options_of(WORDS, parse_configuration(text, "briefgen.toml"))
    assert message in str(caught.value)


def test_usage_is_an_input_of_the_brief_number(run: Run, workplace: Path) -> None:
    assert run("build", "seeds", "-o", "one")[0] == 0
    assert run("build", "seeds", "-o", "two", "--locale", "en=en-US")[0] == 0
    numbers = [
        json.loads((workplace / name / "2026-02-27-metals/manifest.json").read_text())["inputs"]["options"] for name in ("one", "two")
    ]
    assert [number["usage"]["en"] for number in numbers] == ["en-GB", "en-US"]


def test_an_unknown_locale_is_a_mistake_of_usage(run: Run) -> None:
    code, _, err = run("build", "seeds", "--locale", "en=en-AU")
    assert code == 2 and "en=en-GB|en-US" in err
