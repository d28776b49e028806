"""The code -> the parts of the pages that cog prints: the tree, the exit codes, the help texts."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "briefgen"
_HELP_WIDTH = 96
_TREE_COLUMN = 24


def tree() -> str:
    """Every module of the package, indented by folder, each with the first line of its docstring."""
    return "\n".join(_tree_lines(PACKAGE, depth=0))


def module_paths() -> list[str]:
    """Modules as the tree has them, `extract/identity.py`; a package stands for its `__init__.py`."""
    return sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


def exit_codes() -> str:
    """A table of the exit codes of the errors, read from briefgen.diagnostics."""
    from briefgen import diagnostics

    errors = sorted(diagnostics.BriefgenError.__subclasses__(), key=lambda error: (error.exit_code, error.__name__))
    rows = [f"| {error.exit_code} | `{error.__name__}` | {_first_line(error.__doc__)} |" for error in errors]
    return "\n".join(["| Code | Error | When |", "|---|---|---|", *rows])


def style_keys() -> str:
    """The keys of a style's TOML file: a part for each table, its meaning, the type of each key."""
    from briefgen.templating import style_schema

    return "\n\n".join(_style_parts("", style_schema()))


def _style_parts(name: str, schema: dict[str, Any]) -> Iterator[str]:
    rows = [f"| `{key}` | {_kind(entry)} |" for key, entry in schema["properties"].items() if "properties" not in entry]
    title = f"### [{name}]" if name else "### At the top"
    yield "\n".join([title, "", schema["description"], *(["", "| Key | Value |", "|---|---|", *rows] if rows else [])])
    for key, entry in schema["properties"].items():
        if "properties" in entry and name != "roles":
            yield from _style_parts(key, entry)
        elif key == "organisation":
            yield from _style_parts("roles.organisation and every other role", entry)


def _kind(schema: dict[str, Any]) -> str:
    """The type of a key in words."""
    if "enum" in schema:
        return ", ".join(f'`"{word}"`' for word in schema["enum"])
    if "pattern" in schema:
        return "a colour such as `#1b3a63`"
    kinds = {"number": "a number, 0 or more", "integer": "a whole number, 0 or more", "string": "text", "boolean": "`true` or `false`"}
    if schema["type"] == "array":
        return f"a list of: {_kind(schema['items'])}"
    if schema["type"] == "object":
        return f"a table of: {_kind(schema['additionalProperties'])}"
    return kinds[schema["type"]]


def help_text(*words: str) -> str:
    """What `briefgen WORDS --help` prints, in a fixed width."""
    from click.testing import CliRunner

    command = importlib.import_module("briefgen.cli").program
    arguments = [*words, "--help"]
    settings = {"prog_name": "briefgen", "terminal_width": _HELP_WIDTH, "max_content_width": _HELP_WIDTH}
    result = CliRunner().invoke(command, arguments, **settings)
    if result.exit_code != 0:
        raise RuntimeError(f"briefgen {' '.join(arguments)} ended with {result.exit_code}: {result.output}")
    return f"```\n$ briefgen {' '.join(arguments)}\n{result.output.rstrip()}\n```"


def _tree_lines(folder: Path, *, depth: int) -> Iterator[str]:
    yield _tree_line(f"{folder.name}/", _docstring(folder / "__init__.py"), depth)
    for path in sorted(folder.iterdir(), key=lambda path: (path.is_dir(), path.name)):
        if path.suffix == ".py" and path.name != "__init__.py":
            yield _tree_line(path.name, _docstring(path), depth + 1)
        elif (path / "__init__.py").exists():
            yield from _tree_lines(path, depth=depth + 1)


def _tree_line(name: str, says: str, depth: int) -> str:
    return f"{'  ' * depth + name:{_TREE_COLUMN}}{says}".rstrip()


def _docstring(path: Path) -> str:
    return _first_line(ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))))


def _first_line(docstring: str | None) -> str:
    return (docstring or "").strip().partition("\n")[0]
