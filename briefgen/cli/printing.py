"""A saved brief -> its files: what `briefgen render` does once the command line is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefgen.cli.beside import Assistant
from briefgen.cli.configuration import read_configuration
from briefgen.cli.finish import BRIEF, Finished, finish
from briefgen.cli.inputs import settings_of
from briefgen.cli.log import Log
from briefgen.cli.manifest import Manifest, digest, read_manifest
from briefgen.cli.settings import options_of
from briefgen.diagnostics import InputError
from briefgen.pipeline import BuildOptions
from briefgen.serialize import brief_from_json

if TYPE_CHECKING:
    from briefgen.model import Brief


def print_brief(file: Path, output: Path | None, words: Mapping[str, Any], log: Log) -> Finished:
    """Read a brief and write its editions beside it, or into another folder."""
    from briefgen.cli.readying import steps

    data = _read_bytes(file)
    options = options_of(words, read_configuration(words["config"], working_folder=Path()))
    checked, origin = not words["unchecked"], file.resolve().parent
    with Assistant(steps(options, checked=checked)) as assistant:
        brief = _parsed(data, file)
        options = replace(options, subject=brief.subject)
        return finish(
            brief,
            output or origin,
            _inputs(file, data, options),
            options,
            force=words["force"],
            checked=checked,
            log=log,
            read=data,
            origin=origin,
            elsewhere=words["edits"],
            begin=assistant.begin,
        )


def read_brief(file: Path) -> Brief:
    """A saved brief; an InputError names the file and what is wrong with it."""
    return _parsed(_read_bytes(file), file)


def _parsed(data: bytes, file: Path) -> Brief:
    return brief_from_json(_text(data, file), str(file))


def _read_bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"{file}: there is no such file") from error
    except OSError as error:
        raise InputError(f"{file}: cannot be read: {error.strerror}") from error


def _text(data: bytes, file: Path) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{file}: is not UTF-8 text, so no brief.json") from error


def _inputs(file: Path, data: bytes, options: BuildOptions) -> dict[str, Any]:
    """The inputs of the build that made the brief, with the settings of now: settings unchanged, the number is the same.

    A brief that no manifest vouches for, or that was edited, is its own input.
    """
    manifest = read_manifest(file.parent) or Manifest({}, {})
    settings = settings_of(options)
    if manifest.outputs.get(BRIEF) != digest(data):
        return {"brief": digest(data), **settings}
    before = manifest.inputs.get("options")
    date = before.get("date") if isinstance(before, dict) else None
    return {**manifest.inputs, **settings, "options": {**settings["options"], "date": date}}
