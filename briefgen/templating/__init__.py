"""Names and paths -> profiles, styles and letterheads: found, read and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

from briefgen.serialize.toml import parse_toml
from briefgen.templating.files import find_template, read_template, template_names, templates_folder
from briefgen.templating.records import Source, read_record, record_schema
from briefgen.templating.style import (
    Alignment,
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
    Weight,
)

__all__ = [
    "Alignment",
    "Charts",
    "Colours",
    "Fonts",
    "Inset",
    "Page",
    "Role",
    "Roles",
    "Rules",
    "Spaces",
    "Style",
    "Weight",
    "contrast",
    "find_letterhead",
    "load_profile",
    "load_style",
    "style_schema",
    "template_names",
    "templates_folder",
]

# WCAG 2.2, 1.4.3: text of any size; rules and bars that only decorate are free.
_LEAST_CONTRAST = 4.5
_COLOUR_PATTERN = "^#[0-9a-fA-F]{6}$"


@cache
def load_style(name_or_path: str) -> Style:
    """The style of a built-in name such as gost, or of a TOML file; UsageError names the file and the line of a fault."""
    source = Source(*read_template("styles", name_or_path))
    style = read_record(Style, source)
    _check_page(style, source)
    _check_colours(style.colours, source)
    return style


def load_profile(name_or_path: str) -> tuple[Path, Mapping[str, Any]]:
    """The path and the parsed mapping of a profile; whoever uses it checks its keys."""
    path, text = read_template("profiles", name_or_path)
    return path, parse_toml(text, str(path))


def find_letterhead(name_or_path: str) -> Path:
    """The Word file with the letterhead of a built-in name, or the file at a path."""
    return find_template("letterheads", name_or_path, ".docx")


def style_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a style's TOML file."""
    schema = record_schema(Style)
    for colour in schema["properties"]["colours"]["properties"].values():
        colour["pattern"] = _COLOUR_PATTERN
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "briefgen/style", **schema}


def contrast(colour: str, ground: str = "#ffffff") -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance).

    >>> contrast("#000000"), round(contrast("#767676"), 2)
    (21.0, 4.54)
    """
    lighter, darker = sorted((_luminance(colour), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    values = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in values)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _check_page(style: Style, source: Source) -> None:
    """The text must have room between the margins."""
    page = style.page
    for key, size, first, second in (("width", page.width, page.left, page.right), ("height", page.height, page.top, page.bottom)):
        if size - first - second < 40:
            raise source.fault(
                f"page.{key}", f"page.{key} is {size:g}: margins of {first:g} and {second:g} leave less than 40 mm for the text"
            )
    if style.spaces.title_width > page.width - page.left - page.right:
        raise source.fault("spaces.title_width", f"spaces.title_width is {style.spaces.title_width:g}, wider than the text")
    if "{number}" not in style.points_label:
        raise source.fault("points_label", f"points_label is {style.points_label!r}; it must hold {{number}}")


def _check_colours(colours: Colours, source: Source) -> None:
    """Each is a colour, and what words are printed in stands out on white."""
    for field in fields(colours):
        value, key = getattr(colours, field.name), f"colours.{field.name}"
        if len(value) != 7 or value[0] != "#" or any(digit not in "0123456789abcdefABCDEF" for digit in value[1:]):
            raise source.fault(key, f"{key} is {value!r}; it must look like #1b3a63")
        if field.name != "hairline" and contrast(value) < _LEAST_CONTRAST:
            raise source.fault(
                key, f"{key} is {value!r}: a contrast of {contrast(value):.1f} on white; text needs {_LEAST_CONTRAST} at least"
            )
