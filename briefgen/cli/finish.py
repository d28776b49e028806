"""A brief -> its finished folder: the lock, what may be replaced, the files, the manifest, the paths."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefgen.cli.beside import Begin, at_once, side_by_side
from briefgen.cli.edits import FILE, edits_for, left_behind, with_edits
from briefgen.cli.log import Log
from briefgen.cli.manifest import NAME, Manifest, brief_number, digest, read_manifest
from briefgen.cli.output import Plan, locked, plan, write, write_file
from briefgen.diagnostics import CheckError, UsageError

if TYPE_CHECKING:
    from briefgen.edits.pulling import Draft
    from briefgen.model import Article, Brief
    from briefgen.pipeline import BuildOptions
    from briefgen.proof.finding import Finding

BRIEF, PAGE = "brief.json", "evidence.html"


@dataclass(frozen=True, slots=True)
class Finished:
    """The paths written, and those under which edited files were kept."""

    written: tuple[Path, ...]
    kept: tuple[Path, ...]


def finish(
    brief: Brief,
    folder: Path,
    inputs: Mapping[str, Any],
    options: BuildOptions,
    *,
    force: bool,
    log: Log,
    checked: bool = True,
    read: bytes = b"",
    origin: Path | None = None,
    elsewhere: Path | None = None,
    articles: Sequence[Article] = (),
    old: Draft | None = None,
    begin: Begin = at_once,
) -> Finished:
    """Render the editions, read them back and check them, put them into the folder with brief.json and manifest.json; all or none.

    `read` is the brief.json that the brief was read from, if it was: an edit of it is no reason to stop; `origin` is its folder. The edits
    in the folder are applied, and those of `elsewhere`, another folder or file, which the folder then holds too. Raises CheckError where
    a file does not say what the brief says; `articles` are those of the brief, where they are at hand. `old` is the draft to mark the
    changes against. What lies there as the same program left it, of the same inputs, is not made again.
    `begin` may do work beside this process (`Assistant.begin`).
    """
    from briefgen.cache import program_digest
    from briefgen.edits.file import edits_to_toml
    from briefgen.pipeline import brief_json, render

    names = [f"brief.{language}.{format}" for language in options.languages for format in options.formats]
    names += [redline_name(old)] if old else []
    for path in left_behind(folder, inputs):
        log.notice(f"{path}: holds edits of the same articles; --edits {path} takes them over")
    with locked(folder.parent):
        edits = edits_for(folder, elsewhere)
        options, inputs = replace(options, edits=edits), with_edits(inputs, edits)
        planned = plan(folder, frozenset((*names, BRIEF, PAGE)), inputs, force=force, known={BRIEF: digest(read)})
        if not edits and old is None and planned.is_done(inputs, program_digest, checked=checked) and _same_facts(planned, brief):
            log.event("unchanged", folder=str(folder), brief_number=brief_number(inputs))
            return Finished(tuple(folder / name for name in (*sorted(planned.replaced), NAME)), ())
        log.progress(f"printing {', '.join(names)}")
        printed = begin(partial(render, brief, options, brief_number=brief_number(inputs), split=side_by_side))
        page, program = _page_of(brief, options, articles, origin or folder, brief_number(inputs))
        rendered = printed()
        files = {**rendered.files, BRIEF: brief_json(brief), PAGE: page, **_redline(rendered.files, old)}
        if checked:
            log.progress("checking what was printed")
            _refuse_faults(begin(partial(_findings, files, options, rendered.limits, articles))())
        write(planned, files, inputs, checked=checked, program=program)
        if elsewhere is not None and edits:
            write_file(folder / FILE, edits_to_toml(edits).encode("utf-8"))
    for edit in rendered.unplaced:
        log.notice(f"{folder / FILE}: {edit.kind} of {edit.id}: its item is not printed now; the edit is kept")
        log.event("unplaced", id=edit.id, kind=edit.kind, where=edit.where)
    for name, new in planned.kept.items():
        log.notice(f"{folder / name}: was edited; the edits are kept as {folder / new}")
        log.event("kept", file=str(folder / name), as_file=str(folder / new))
    log.event("written", folder=str(folder), files=sorted((*files, NAME)), brief_number=brief_number(inputs))
    return Finished(tuple(folder / name for name in (*sorted(files), NAME)), tuple(folder / name for name in planned.kept.values()))


def _same_facts(planned: Plan, brief: Brief) -> bool:
    """Whether the brief is the one in the folder: a model that was exchanged by hand shows in the facts alone."""
    from briefgen.pipeline import brief_json

    return planned.before.outputs.get(BRIEF) == digest(brief_json(brief))


def redline_name(old: Draft) -> str:
    """The name of the draft with the changes since an old one."""
    return f"brief.{old.ledger.language}.redline.docx"


def _redline(files: Mapping[str, bytes], old: Draft | None) -> dict[str, bytes]:
    """The new draft of the old one's language with the changes in it."""
    if old is None:
        return {}
    from briefgen.edits.pulling import open_draft
    from briefgen.edits.redline import redline

    name = f"brief.{old.ledger.language}.docx"
    if name not in files:
        raise UsageError(f"--redline: {old.package.name} is a draft in {old.ledger.language}, and this run writes no {name}")
    return {redline_name(old): redline(files[name], open_draft(files[name], name, lambda _: None).ledger, old)}


def _page_of(brief: Brief, options: BuildOptions, articles: Sequence[Article], folder: Path, number: str) -> tuple[bytes, str]:
    """The evidence page and the digest of the program that read the articles; where they are not at hand, those of an earlier run, if there
    are any."""
    from briefgen.cache import program_digest
    from briefgen.pipeline import review_page

    earlier = None if articles else _page_before(brief, folder, number)
    return earlier or (review_page(brief, options, articles, brief_number=number), program_digest() if articles else "")


def _page_before(brief: Brief, folder: Path, number: str) -> tuple[bytes, str] | None:
    """The evidence page that an earlier run made from the articles, if it is the same brief's, and the digest of the program that did."""
    from briefgen.pipeline import brief_json

    before = read_manifest(folder) or Manifest({}, {})
    page = folder / PAGE
    if before.outputs.get(BRIEF) == digest(brief_json(brief)) and page.is_file():
        data = page.read_bytes()
        if digest(data) == before.outputs.get(PAGE):
            return data.replace(before.brief_number.encode(), number.encode()), before.program
    return None


def _findings(
    files: Mapping[str, bytes], options: BuildOptions, limits: Mapping[str, int], articles: Sequence[Article]
) -> tuple[Finding, ...]:
    """What is wrong in the files, brief.json among them, when they are read back."""
    from briefgen.checking import check
    from briefgen.serialize import brief_from_json

    brief = brief_from_json(files[BRIEF].decode("utf-8"), BRIEF)
    return check(brief, options, files, articles, limits=limits, split=side_by_side)


def _refuse_faults(findings: Sequence[Finding]) -> None:
    """A CheckError names what is wrong."""
    from briefgen.cli.findings import one_line

    if findings:
        rest = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
        raise CheckError(
            f"{one_line(findings[0])}{rest}; nothing was written. This is a fault of briefgen, please report it; "
            "--no-check writes the files all the same"
        )
