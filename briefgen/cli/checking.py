"""The folder of a brief -> what is wrong in it: what `briefgen check` does once the command line is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from briefgen.cli.articles import list_files
from briefgen.cli.beside import side_by_side
from briefgen.cli.configuration import read_configuration
from briefgen.cli.edits import edits_for
from briefgen.cli.finish import BRIEF
from briefgen.cli.manifest import NAME, Manifest, digest, read_manifest
from briefgen.cli.printing import read_brief
from briefgen.cli.settings import options_of
from briefgen.cli.signing import SUFFIX, is_signature_of, signature_fault
from briefgen.diagnostics import InputError
from briefgen.edits.edit import Edit
from briefgen.model import Article
from briefgen.pipeline import FORMATS, LANGUAGES, PAGE, BuildOptions
from briefgen.proof.finding import Finding


@dataclass(frozen=True, slots=True)
class Checked:
    """The files that were read, and what is wrong in them."""

    files: tuple[str, ...]
    findings: tuple[Finding, ...]


def check_folder(folder: Path, articles: Sequence[Path], words: Mapping[str, Any], *, with_manifest: bool) -> Checked:
    """Read the finished files of a brief and compare them. InputError where there is no brief in the folder."""
    manifest = read_manifest(folder)
    if manifest is None:
        raise InputError(f"{folder}: is not the folder of a brief: there is no {NAME} in it")
    brief = read_brief(folder / BRIEF)
    files = finished_files(folder)
    options = replace(options_before(words, manifest, files, edits_for(folder, None)), subject=brief.subject)
    from briefgen.checking import check

    found = check(brief, options, files, _read(articles), split=side_by_side)
    return Checked(tuple(files), (*(_of_manifest(folder, manifest) if with_manifest else ()), *found))


def finished_files(folder: Path) -> dict[str, bytes]:
    """The finished files of a brief by name; InputError where there is none."""
    names = [*(f"brief.{language}.{format}" for language in LANGUAGES for format in FORMATS), PAGE]
    files = {name: (folder / name).read_bytes() for name in names if (folder / name).is_file()}
    if not any(name != PAGE for name in files):
        raise InputError(f"{folder}: holds none of {', '.join(names)}")
    return files


def options_before(words: Mapping[str, Any], manifest: Manifest, files: Mapping[str, bytes], edits: tuple[Edit, ...]) -> BuildOptions:
    """The settings that the brief was made with, as its manifest has them; what is no value there (a style of one's own, a house's names)
    comes from the command line and briefgen.toml."""
    from briefgen.compose import Requisites

    languages = [(name.split(".")[1],) for name in files if name != PAGE]
    given = {**words, "languages": languages, "formats": (), "attach": False, "draft": False}
    options = options_of(given, read_configuration(words["config"], working_folder=Path()))
    before, templates = manifest.inputs.get("options", {}), manifest.inputs.get("templates", {})
    styles = {language: str(style["name"]) for language, style in templates.get("styles", {}).items()}
    usage = before.get("usage", {})
    return replace(
        options,
        profile=words["profile"] or before.get("profile") or options.profile,
        styles={**styles, **options.styles},
        requisites={language: Requisites(**values) for language, values in before.get("requisites", {}).items()},
        usage=replace(options.usage, russian=usage.get("ru", options.usage.russian), english=usage.get("en", options.usage.english)),
        draft=bool(before.get("draft")),
        qr=bool(before.get("qr")),
        checklist=bool(before.get("checklist")),
        edits=edits,
    )


def _read(paths: Sequence[Path]) -> list[Article]:
    from briefgen.readers import read_article
    from briefgen.readers.file import SUFFIXES

    return [read_article(path) for path in list_files(paths, SUFFIXES).files] if paths else []


def _of_manifest(folder: Path, manifest: Manifest) -> Iterator[Finding]:
    """Files that are not those that were written."""
    for name, value in manifest.outputs.items():
        path = folder / name
        if not path.is_file():
            yield Finding("file", name, "", "no such file", f"SHA-256 {value[:16]}…")
        else:
            yield from _of_file(name, path.read_bytes(), value)
        signed = path.with_name(path.name.removesuffix(".pdf") + SUFFIX)
        if name.endswith(".pdf") and signed.is_file():
            yield from _of_file(signed.name, signed.read_bytes(), value)


def _of_file(name: str, data: bytes, value: str) -> Iterator[Finding]:
    """A file that is not the one that was written, nor the same with a signature behind it that holds."""
    if digest(data) == value:
        return
    if not is_signature_of(data, value):
        yield Finding("file", name, "", f"SHA-256 {digest(data)[:16]}…", f"SHA-256 {value[:16]}…")
    elif fault := signature_fault(data):
        yield Finding("file", name, "", fault, "a signature that holds")
