"""Profiles and styles: found by name or path, refused with the file and the key."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.diagnostics import UsageError
from briefgen.templating import load_style, templates_folder

STYLES = sorted(path.stem for path in (templates_folder() / "styles").glob("*.toml"))


@pytest.mark.parametrize("name", STYLES)
def test_each_built_in_style_is_complete(name: str) -> None:
    assert load_style(name).name == name


def test_a_style_is_found_by_path(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(_gost().replace('name = "gost"', 'name = "mine"'), encoding="utf-8")
    assert load_style(str(path)).name == "mine"


def test_an_unknown_style_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"no 'gots'.*digest, gost, gost-14, govuk"):
        load_style("gots")


def test_a_missing_file_is_named() -> None:
    with pytest.raises(UsageError, match=r"nowhere/mine\.toml: there is no such file"):
        load_style("nowhere/mine.toml")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("width = 210", 'width = "A4"', r"page\.width is 'A4'"),
        ("width = 210", "width = -1", r"page\.width is -1"),
        ("width = 210", "", r"page\.width is missing"),
        ("width = 210", "width = 210\ndepth = 3", r"unknown key page\.depth"),
        ('number = "top"', 'number = "side"', r"page\.number is 'side'; it must be one of top, footer"),
        ('accent = "#1b3a63"', 'accent = "navy"', r"colours\.accent is 'navy'"),
        ("hyphenation = true", 'hyphenation = "yes"', "hyphenation is 'yes'; it must be true or false"),
        ("limits = [34, 0]", 'limits = [34, "rest"]', r"columns\.limits"),
        ('weight = "semibold"', 'weight = "heavy"', r"weight is 'heavy'"),
        ("[page]", "[page", "mine.toml"),
    ],
)
def test_a_bad_value_is_named_with_its_file_and_key(old: str, new: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(_gost().replace(old, new, 1), encoding="utf-8")
    with pytest.raises(UsageError, match=message) as caught:
        load_style(str(path))
    assert "mine.toml" in str(caught.value)


@pytest.mark.parametrize("name", STYLES)
def test_colours_of_text_stand_out_on_white(name: str) -> None:
    colours = load_style(name).colours
    for colour in (colours.text, colours.accent, colours.secondary):
        assert _contrast_with_white(colour) >= 4.5


def _gost() -> str:
    return (templates_folder() / "styles" / "gost.toml").read_text(encoding="utf-8")


def _contrast_with_white(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    values = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in values)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
