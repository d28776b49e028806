"""A brief -> its finished folder: the lock, what may be replaced, the files, the manifest, the paths."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefgen.cli.log import Log
from briefgen.cli.manifest import NAME, brief_number, digest
from briefgen.cli.output import locked, plan, write

if TYPE_CHECKING:
    from briefgen.model import Brief
    from briefgen.pipeline import BuildOptions

BRIEF = "brief.json"


@dataclass(frozen=True, slots=True)
class Finished:
    """The paths written, and those under which edited files were kept."""

    written: tuple[Path, ...]
    kept: tuple[Path, ...]


def finish(
    brief: Brief, folder: Path, inputs: Mapping[str, Any], options: BuildOptions, *, force: bool, log: Log, read: bytes = b""
) -> Finished:
    """Render the editions and put them into the folder with brief.json and manifest.json; all of them or none.

    `read` is the brief.json that the brief was read from, if it was: an edit of it is no reason to stop.
    """
    from briefgen.pipeline import brief_json, render

    names = [f"brief.{language}.{format}" for language in options.languages for format in options.formats]
    with locked(folder.parent):
        planned = plan(folder, frozenset((*names, BRIEF)), inputs, force=force, known={BRIEF: digest(read)})
        log.progress(f"printing {', '.join(names)}")
        files = render(brief, options, brief_number=brief_number(inputs))
        files = {**files, BRIEF: brief_json(brief)}
        write(planned, files, inputs)
    for old, new in planned.kept.items():
        log.notice(f"{folder / old}: was edited; the edits are kept as {folder / new}")
        log.event("kept", file=str(folder / old), as_file=str(folder / new))
    log.event("written", folder=str(folder), files=sorted((*files, NAME)), brief_number=brief_number(inputs))
    return Finished(tuple(folder / name for name in (*sorted(files), NAME)), tuple(folder / name for name in planned.kept.values()))
