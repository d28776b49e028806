"""The edits of a brief's folder: read, joined with those of another folder, put into the inputs of its manifest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefgen.cli.manifest import Manifest, digest, read_manifest
from briefgen.diagnostics import InputError

if TYPE_CHECKING:
    from briefgen.edits.edit import Edit
    from briefgen.edits.pulling import Draft

FILE = "edits.toml"


def read_edits(path: Path) -> tuple[Edit, ...]:
    """The edits of a file, or of the folder that holds it; none where a folder has none."""
    file = path / FILE if path.is_dir() else path
    if not file.exists() and path.is_dir():
        return ()
    from briefgen.edits.file import edits_from_toml

    try:
        return edits_from_toml(file.read_text(encoding="utf-8"), str(file))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: cannot be read as UTF-8 text: {error}") from error


def read_old_draft(path: Path | None) -> Draft | None:
    """The draft that the changes of a new one are shown against; None where none is given."""
    if path is None:
        return None
    from briefgen.edits.pulling import open_draft

    try:
        return open_draft(path.read_bytes(), str(path), lambda _: None)
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror} (--redline)") from error


def edits_for(folder: Path, elsewhere: Path | None) -> tuple[Edit, ...]:
    """The edits kept in a folder and, where they are missing there, those of `--edits`."""
    kept = read_edits(folder) if folder.is_dir() else ()
    if elsewhere is None:
        return kept
    from briefgen.edits.merging import merge_edits

    if not elsewhere.exists():
        raise InputError(f"{elsewhere}: there is no such file or folder (--edits)")
    return merge_edits(kept, read_edits(elsewhere), draft="", pulled=False)


def with_edits(inputs: Mapping[str, Any], edits: tuple[Edit, ...]) -> dict[str, Any]:
    """The inputs of a brief with the digest of its edits; a brief without edits has the number it had before there were any."""
    bare = {name: value for name, value in inputs.items() if name != "edits"}
    if not edits:
        return bare
    from briefgen.edits.file import edits_to_toml

    return {**bare, "edits": digest(edits_to_toml(edits).encode("utf-8"))}


def left_behind(folder: Path, inputs: Mapping[str, Any]) -> Iterator[Path]:
    """Folders beside this one that hold edits of the same articles, which a brief of another date or name would lose."""
    ours = _articles(inputs)
    if folder.exists() or not folder.parent.is_dir():
        return
    for other in sorted(folder.parent.iterdir()):
        if (other / FILE).is_file():
            manifest = read_manifest(other) or Manifest({}, {})
            if ours & _articles(manifest.inputs):
                yield other / FILE


def _articles(inputs: Mapping[str, Any]) -> set[str]:
    articles = inputs.get("articles")
    return {str(article.get("digest")) for article in articles if isinstance(article, dict)} if isinstance(articles, list) else set()
