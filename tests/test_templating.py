"""Profiles and styles: found by name or path, refused with the file and the key."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from briefgen.diagnostics import UsageError
from briefgen.templating import (
    Charts,
    Colours,
    Fonts,
    Inset,
    Page,
    Role,
    Roles,
    Rules,
    Spaces,
    Style,
    contrast,
    load_style,
    style_schema,
    templates_folder,
)

ROLE_NAMES = {field.name for field in fields(Roles)}
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
        ("left = 20", "left = 170", r"page\.width is 210: margins of 170 and 10 leave less than 40 mm"),
        ('points_label = "{number})"', 'points_label = "-"', r"points_label is '-'; it must hold \{number\}"),
        ('accent = "#1b3a63"', 'accent = "#8899aa"', r"colours\.accent is '#8899aa': a contrast of 2\.9 on white"),
    ],
)
def test_a_bad_value_is_named_with_its_file_and_key(old: str, new: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(_gost().replace(old, new, 1), encoding="utf-8")
    with pytest.raises(UsageError, match=message) as caught:
        load_style(str(path))
    assert "mine.toml" in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("width = 210", 'width = "A4"'),
        ("[charts]\ngap = 7", '[charts]\ngap = "wide"'),
        ("accent = ", 'accent = "navy" # '),
        ("table = { size = 10,", "table = { size = true,"),
        ("hyphenation = true", "hyphenation = 1"),
        ("limits = [34, 0]", 'limits = ["a"]'),
        ("dot = 1.15", "dott = 1.15"),
    ],
)
def test_a_bad_value_is_named_with_its_line(old: str, new: str, tmp_path: Path) -> None:
    assert old in _gost()
    text = _gost().replace(old, new, 1)
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        load_style(str(path))
    changed = [number for number, (one, other) in enumerate(zip(_gost().splitlines(), text.splitlines(), strict=True), 1) if one != other]
    assert str(caught.value).startswith(f"{path}: line {changed[0]}: ")


@pytest.mark.parametrize("name", STYLES)
def test_text_stands_out_on_white_and_on_a_watermark(name: str) -> None:
    colours = load_style(name).colours
    for colour in (colours.text, colours.accent, colours.secondary):
        assert contrast(colour) >= 4.5
        assert contrast(colour, "#ececec") >= 4.5


@pytest.mark.parametrize("name", STYLES)
def test_type_is_never_smaller_than_officials_read(name: str) -> None:
    """12 pt running text, tables of 10 pt at least."""
    roles = load_style(name).roles
    assert min(roles.points.size, roles.body.size) >= 12
    assert min(roles.table.size, roles.table_head.size, roles.timeline.size, roles.note.size) >= 10


def test_gost_keeps_the_least_margins_of_the_standard() -> None:
    for name in ("gost", "gost-14"):
        page = load_style(name).page
        assert page.left >= 20 and page.right >= 10 and page.top >= 20 and page.bottom >= 20 and page.number_distance >= 10


@pytest.mark.parametrize("name", STYLES)
def test_the_schema_knows_the_keys_of_the_built_in_styles(name: str) -> None:
    value = tomllib.loads((templates_folder() / "styles" / f"{name}.toml").read_text(encoding="utf-8"))
    _assert_known(value, style_schema())


def _assert_known(value: object, schema: dict[str, Any]) -> None:
    """Keys, closed lists and types, for each table inside another."""
    if "enum" in schema:
        assert value in schema["enum"]
    elif schema["type"] == "object" and "properties" in schema:
        assert isinstance(value, dict)
        assert set(schema["required"]) <= set(value) <= set(schema["properties"])
        for key, entry in value.items():
            _assert_known(entry, schema["properties"][key])
    else:
        kinds = {"number": (int, float), "integer": int, "string": str, "boolean": bool, "array": list, "object": dict}
        assert isinstance(value, kinds[schema["type"]])


def test_the_page_on_styles_tells_every_key() -> None:
    page = (Path(__file__).resolve().parent.parent / "docs" / "styles.md").read_text(encoding="utf-8")
    keys = [field.name for record in (Style, Page, Fonts, Roles, Role, Inset, Spaces, Colours, Rules, Charts) for field in fields(record)]
    assert [key for key in keys if f"`{key}`" not in page and f"[{key}]" not in page and key not in ROLE_NAMES] == []
    assert all(name in page for name in STYLES)


def _gost() -> str:
    return (templates_folder() / "styles" / "gost.toml").read_text(encoding="utf-8")
