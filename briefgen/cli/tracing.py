"""The code of a fact and a folder -> lines that tell where the fact comes from and where it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from briefgen import pipeline
from briefgen.cli.checking import finished_files, options_before
from briefgen.cli.edits import edits_for
from briefgen.cli.finish import BRIEF
from briefgen.cli.manifest import NAME, Manifest, read_manifest
from briefgen.cli.printing import read_brief
from briefgen.compose.edition import facts_of
from briefgen.diagnostics import InputError
from briefgen.model import Brief

_UNASKED = {"profile": None, "styles": None, "config": None}  # nothing but what the manifest says


def trace(id: str, folder: Path, language: str) -> Iterator[str]:
    """The lines. InputError where no brief in the folder has the fact."""
    folders = _briefs(folder)
    found = [(place, brief) for place in folders if (brief := read_brief(place / BRIEF)) and _holds(brief, id)]
    if not found:
        searched = ", ".join(str(place) for place in folders) or f"{folder} (no brief is there)"
        raise InputError(f"{id}: there is no such fact in {searched}")
    for place, brief in found:
        yield from _of_brief(id, place, brief, language)


def _briefs(folder: Path) -> list[Path]:
    """The folder itself if it is a brief's, else the briefs in it."""
    places = [folder] if (folder / NAME).is_file() else sorted(path.parent for path in folder.glob(f"*/{NAME}"))
    return [place for place in places if (place / BRIEF).is_file()]


def _holds(brief: Brief, id: str) -> bool:
    return any(id in (item.fact.id, *item.also) for item in facts_of(brief))


def _of_brief(id: str, folder: Path, brief: Brief, language: str) -> Iterator[str]:
    files, edits = finished_files(folder), edits_for(folder, None)
    options = options_before(_UNASKED, read_manifest(folder) or Manifest({}, {}), files, edits)
    item = next(item for item in facts_of(brief) if id in (item.fact.id, *item.also))
    shown = pipeline.reviewed(item.fact.id, brief, replace(options, subject=brief.subject))
    yield str(folder)
    yield f"  {item.fact.id}: {shown.words[language]}" + (f" ({id} was merged into it)" if id != item.fact.id else "")
    for place in item.evidence:
        yield f"  {place.source}.{place.paragraph} {brief.sources[place.source - 1].name}: “{place.sentence}”"
        if place.surface != place.sentence:
            yield f"      its own words: “{place.surface}”"
    yield f"  rule: {item.fact.rule}" + (f" ({shown.why[language]})" if shown.why[language] else "")
    yield from (f"  in doubt: {doubt[language]}" for doubt in shown.doubts)
    for edit in edits:
        if item.fact.id in edit.id:
            yield f"  edit: {edit.kind}: {edit.old or '—'} -> {edit.new or '—'}" + (f" ({edit.reason})" if edit.reason else "")
    places = {f"{place.source}.{place.paragraph}" for place in item.evidence}
    for name, (coded, citing) in pipeline.printed_at(item.fact.id, places, files).items():
        told = [f"its code on {', '.join(coded)}"] * bool(coded) + [f"cited on {', '.join(citing)}"] * bool(citing)
        yield f"  printed: {name}: {'; '.join(told) or 'nowhere'}"
