"""A draft on disk -> edits.toml and the manifest of its brief: what `briefgen pull` does once the command line is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefgen.cli.configuration import read_configuration
from briefgen.cli.edits import FILE, read_edits
from briefgen.cli.finish import BRIEF
from briefgen.cli.log import Log
from briefgen.cli.manifest import NAME, digest, manifest_to_json, read_manifest
from briefgen.cli.output import locked, write_file
from briefgen.cli.printing import read_brief
from briefgen.cli.settings import options_of
from briefgen.cli.summary import count_of
from briefgen.diagnostics import InputError

if TYPE_CHECKING:
    from briefgen.edits.edit import Edit
    from briefgen.edits.pulling import Pulled
    from briefgen.model import Brief


def pull_draft(path: Path, words: Mapping[str, Any], log: Log) -> int:
    """Take the edits of a draft; 1 where something in it was not taken."""
    data = _read(path)
    folder = words["folder"] or path.resolve().parent
    if not (folder / BRIEF).is_file():
        raise InputError(f"{folder}: there is no {BRIEF} here; name the folder of the draft's brief with --brief")
    brief = read_brief(folder / BRIEF)
    with locked(folder.resolve().parent):
        kept = read_edits(folder)
        pulled = _pulled(path, data, brief, kept, folder, words)
        if not words["dry_run"]:
            _write(folder, path, data, pulled)
    if not log.quiet:
        for line in lines_of(path, pulled, is_dry=words["dry_run"]):
            click.echo(line)
    if not words["dry_run"]:
        click.echo(click.format_filename(folder / FILE))
    for edit in pulled.changes:
        log.event("edit", kind=edit.kind, id=edit.id, old=edit.old, new=edit.new, who=edit.who, when=edit.when)
    return int(not pulled.is_whole)


def lines_of(path: Path, pulled: Pulled, *, is_dry: bool) -> Iterator[str]:
    """What was found, for a person: each change with its old and new words."""
    who = next((f" by {edit.who}" for edit in pulled.changes if edit.who), "")
    when = next((f", {edit.when[:10]}" for edit in pulled.changes if edit.when), "")
    yield f"{path}: {count_of(len(pulled.changes), 'change')}{who}{when}" + (" (nothing written)" if is_dry else "")
    for edit in pulled.changes:
        yield from _change(edit)
    for refused in pulled.refused:
        yield from _change(refused.edit, "NOT TAKEN")
        yield f"      changes {refused.what}: undo it in the draft, or --confirm '{refused.edit.id}=REASON'"
    for edit in pulled.pending:
        yield from _change(edit, "PENDING")
    if pulled.pending:
        yield "      tracked changes that nobody accepted are not taken: accept or reject them, or use --accept-tracked"
    for text in pulled.untaken:
        yield f"  NOT TAKEN  {text}"
    if not pulled.is_whole:
        yield f"{path.name} is not replaced by a next run until all of it is taken or undone."


def _change(edit: Edit, status: str = "") -> Iterator[str]:
    head = f"  {status + '  ' if status else ''}{edit.kind}  {edit.id}"
    yield head + (f"  ({edit.where})" if edit.where else "")
    if edit.old and edit.kind != "answer":
        yield f"      old: {_indented(edit.old)}"
    if edit.new:
        yield f"      new: {_indented(edit.new)}"
    if edit.after or edit.before:
        yield f"      after {edit.after}" if edit.after else f"      before {edit.before}"
    if edit.reason:
        yield f"      reason: {edit.reason}"


def _indented(words: str) -> str:
    """Several lines below each other."""
    return words.replace("\n", "\n           ")


def _pulled(path: Path, data: bytes, brief: Brief, kept: tuple[Edit, ...], folder: Path, words: Mapping[str, Any]) -> Pulled:
    from briefgen.edits.pulling import open_draft, pull
    from briefgen.extract.quantities.find import find_quantities
    from briefgen.pipeline import ledger_again, terms_of_choices

    options = replace(options_of({**_NOTHING, **words}, read_configuration(words["config"], working_folder=Path())), subject=brief.subject)
    manifest = read_manifest(folder)
    options = replace(options, edits=kept)
    draft = open_draft(
        data, str(path), lambda package: ledger_again(brief, options, package, brief_number=manifest.brief_number if manifest else "")
    )
    return pull(
        draft,
        kept,
        brief,
        terms=terms_of_choices(),
        find=lambda text, language: find_quantities(text, language),
        accept=words["accept_tracked"],
        confirm=dict(words["confirmed"]),
    )


_NOTHING: Mapping[str, Any] = {"languages": (), "formats": (), "profile": None, "styles": None}


def _write(folder: Path, path: Path, data: bytes, pulled: Pulled) -> None:
    """edits.toml, and in the manifest that the draft may be replaced where all of it was taken."""
    from briefgen.edits.file import edits_to_toml

    files = {FILE: edits_to_toml(pulled.edits).encode("utf-8")}
    manifest = read_manifest(folder)
    is_here = path.resolve().parent == folder.resolve()
    if manifest is not None and is_here and path.name in manifest.outputs:
        others = {name: value for name, value in manifest.pulled.items() if name != path.name}
        mine = {path.name: digest(data)} if pulled.is_whole else {}
        files[NAME] = manifest_to_json(replace(manifest, pulled={**others, **mine})).encode("utf-8")
    for name, content in files.items():
        write_file(folder / name, content)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"{path}: there is no such file") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
