"""Names and paths -> profiles, styles and letterheads: found, read and checked."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from briefgen.diagnostics import UsageError

Weight = Literal["regular", "semibold", "bold"]
Alignment = Literal["left", "centre", "right", "justified"]


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins in mm. `number`: top (centred, from page 2) or footer (running text left, page X of Y right),
    `number_distance` mm from the edge of the paper to the number's top or bottom. `body_pages`: the body ends by this page, whatever
    the profile says (0: as the profile says)."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    number: Literal["top", "footer"]
    number_distance: float
    body_pages: int = 0


@dataclass(frozen=True, slots=True)
class Fonts:
    """`pdf` is a family of the PDF writer; `word` is Word's font, `word_alternates` what Word takes where it is missing."""

    pdf: Literal["source-serif-pro", "source-sans-pro"]
    word: str
    word_alternates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """How a kind of text looks: size and leading in points; `colour` is a field of Colours."""

    size: float
    leading: float
    weight: Weight = "regular"
    alignment: Alignment = "left"
    colour: Literal["text", "accent", "secondary"] = "text"
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class Roles:
    """The type scale: one Role for each kind of text of a Report."""

    organisation: Role
    department: Role
    addressee: Role
    marking: Role
    kind: Role
    requisites: Role
    title: Role
    basis: Role
    heading1: Role
    heading2: Role
    heading3: Role
    points: Role
    body: Role
    lead: Role
    note: Role
    small: Role
    table: Role
    table_head: Role
    chart: Role
    chart_head: Role
    timeline: Role
    listing: Role
    quotation: Role
    attribution: Role
    foreign: Role
    signature: Role
    executor: Role
    running: Role


@dataclass(frozen=True, slots=True)
class Inset:
    """Type beside other type: `citation` and `mark` are factors of the size around them, `code` is in points."""

    citation: float
    mark: float
    code: float


@dataclass(frozen=True, slots=True)
class Spaces:
    """White space in mm, from a baseline to the next line's cap height. A table or timeline up to `keep_whole` high never breaks."""

    heading1_above: float
    heading1_below: float
    heading2_above: float
    heading2_below: float
    heading3_above: float
    heading3_below: float
    paragraph: float
    points: float
    points_indent: float
    list_indent: float
    table_above: float
    table_below: float
    note_above: float
    cell_top: float
    cell_bottom: float
    cell_sides: float
    signature_above: float
    signature_rule: float
    organisation_below: float
    kind_below: float
    requisites_below: float
    title_below: float
    title_width: float
    addressee_width: float
    head_below: float
    keep_whole: float


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours as #rrggbb; each has a contrast of at least 4.5 on white, the hairline apart (it decorates)."""

    text: str
    accent: str
    secondary: str
    hairline: str


@dataclass(frozen=True, slots=True)
class Rules:
    """Thickness of rules in points: `outer` above the head and at the foot of a table, `head` under its head and between groups,
    `hairline` between rows, `bar` beside the organisation (0: none)."""

    outer: float
    head: float
    hairline: float
    bar: float


@dataclass(frozen=True, slots=True)
class Charts:
    """Bars and the timeline's rail, in mm; `outline` of a hollow bar and `note_bar` beside a note in points."""

    gap: float
    bar_height: float
    bar_above: float
    bar_below: float
    shortest: float
    outline: float
    note_bar: float
    rail_date: float
    rail_width: float
    dot: float
    row_above: float
    row_below: float


@dataclass(frozen=True, slots=True)
class Style:
    """How a brief looks. `head` is centred (GOST) or bar; `points_label` is a pattern with {number};
    `hyphenation` cuts words of justified text; `decimal` mm hold the decimal mark and fraction of a figures column;
    `columns` gives widths in mm by table name, 0 for a flexible one."""

    name: str
    head: Literal["centred", "bar"]
    points_label: str
    points_label_accent: bool
    bullet: str
    hyphenation: bool
    decimal: float
    letterhead: str
    page: Page
    fonts: Fonts
    roles: Roles
    inset: Inset
    spaces: Spaces
    colours: Colours
    rules: Rules
    charts: Charts
    columns: Mapping[str, tuple[float, ...]]


RecordT = TypeVar("RecordT")


@cache
def load_style(name_or_path: str) -> Style:
    """The style of a built-in name such as gost, or of a TOML file."""
    path, table = _read("styles", name_or_path)
    style = _record(Style, table, path, "")
    _check_colours(style.colours, path)
    return style


def load_profile(name_or_path: str) -> tuple[Path, Mapping[str, Any]]:
    """The path and the parsed mapping of a profile; whoever uses it checks its keys."""
    return _read("profiles", name_or_path)


def find_letterhead(name_or_path: str) -> Path:
    """The Word file with the letterhead of a built-in name, or the file at a path."""
    return _find("letterheads", name_or_path, ".docx")


def _read(kind: str, name_or_path: str) -> tuple[Path, Mapping[str, Any]]:
    path = _find(kind, name_or_path, ".toml")
    try:
        return path, tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise UsageError(f"{path}: {error}") from error


def _find(kind: str, name_or_path: str, suffix: str) -> Path:
    """A file of the user where the name looks like one, else a built-in."""
    if name_or_path.endswith(suffix) or "/" in name_or_path or "\\" in name_or_path:
        path = Path(name_or_path)
        if not path.is_file():
            raise UsageError(f"{path}: there is no such file")
        return path
    folder = templates_folder() / kind
    path = folder / f"{name_or_path}{suffix}"
    if not path.is_file():
        known = ", ".join(sorted(entry.stem for entry in folder.glob(f"*{suffix}")))
        raise UsageError(f"{kind}: there is no {name_or_path!r}; known: {known}, or give the path of a {suffix} file")
    return path


def templates_folder() -> Path:
    """`briefgen/templates` of an installed wheel, else `templates` beside a checkout's package; nowhere else."""
    package = Path(__file__).parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


def _record(record: type[RecordT], table: Mapping[str, Any], path: Path, prefix: str) -> RecordT:
    """The dataclass with the values of a TOML table, each checked against its field's type."""
    hints = get_type_hints(record)
    known = {field.name: field for field in fields(record)}  # type: ignore[arg-type]
    for key in table:
        if key not in known:
            raise UsageError(f"{path}: unknown key {prefix}{key}; known here: {', '.join(known)}")
    values = {}
    for name, field in known.items():
        if name in table:
            values[name] = _value(hints[name], table[name], path, prefix + name)
        elif field.default is MISSING:
            raise UsageError(f"{path}: {prefix}{name} is missing")
    return record(**values)


def _value(hint: Any, value: Any, path: Path, key: str) -> Any:
    """The value as the field's type has it; whole numbers may stand for measures."""
    if is_dataclass(hint):
        if not isinstance(value, dict):
            raise UsageError(f"{path}: {key} must be a table [{key}]")
        return _record(hint, value, path, key + ".")  # type: ignore[arg-type]
    if get_origin(hint) is Mapping and isinstance(value, dict):
        return {name: _value(get_args(hint)[1], entry, path, f"{key}.{name}") for name, entry in value.items()}
    if get_origin(hint) is tuple and isinstance(value, list):
        return tuple(_value(get_args(hint)[0], entry, path, key) for entry in value)
    if get_origin(hint) is Literal:
        if value not in get_args(hint):
            raise UsageError(f"{path}: {key} is {value!r}; it must be one of {', '.join(map(str, get_args(hint)))}")
        return value
    if hint is float and type(value) in (int, float) and 0 <= value < 10_000:
        return float(value)
    if hint is int and type(value) is int and 0 <= value < 10_000:
        return value
    if hint in (str, bool) and type(value) is hint:
        return value
    raise UsageError(f"{path}: {key} is {value!r}; it must be {_WANTED.get(hint, 'a list or a table')}")


_WANTED = {float: "a number, 0 or more", int: "a whole number, 0 or more", str: "text in quotation marks", bool: "true or false"}


def _check_colours(colours: Colours, path: Path) -> None:
    for field in fields(colours):
        value = getattr(colours, field.name)
        if len(value) != 7 or value[0] != "#" or any(digit not in "0123456789abcdefABCDEF" for digit in value[1:]):
            raise UsageError(f"{path}: colours.{field.name} is {value!r}; it must look like #1b3a63")
