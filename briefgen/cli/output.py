"""Finished files -> a folder, as one step: the old set or the new one, never a mixture, and nothing that somebody edited is lost."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from briefgen.cli.manifest import NAME, Manifest, digest, manifest_to_json, read_manifest
from briefgen.diagnostics import LockedError, OutputError

LOCK = ".briefgen.lock"
_NONE: Mapping[str, str] = MappingProxyType({})
_AT_FDCWD, _EXCHANGE = -100, 2  # <fcntl.h> and <linux/fs.h>, for renameat2


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run will do to a folder: `edited` files are kept under new names, `stays` are not touched."""

    folder: Path
    replaced: frozenset[str]
    kept: Mapping[str, str]
    outputs: Mapping[str, str]
    pulled: Mapping[str, str]
    before: Manifest

    def is_done(self, inputs: Mapping[str, Any], program: Callable[[], str], *, checked: bool) -> bool:
        """Whether the same program wrote these very files of the same inputs, and they lie there as it left them. `program` tells the
        program's digest, for which all its files are read."""
        same = self.before.inputs == inputs and (self.before.checked or not checked) and self.before.program == program()
        return same and all(_digest_in(self.folder / name) == self.before.outputs.get(name, "") for name in self.replaced)


@contextmanager
def locked(output: Path, name: str = LOCK) -> Iterator[None]:
    """Hold the lock of an output folder, which is made if need be; LockedError where another run has it. `name` is that of its file."""
    import filelock

    made = _make(output)
    lock = filelock.FileLock(output / name, timeout=0)
    try:
        lock.acquire()
    except filelock.Timeout as error:
        elsewhere = ", or write elsewhere (-o)" if name == LOCK else ""
        raise LockedError(f"{output}: another run is writing here; wait until it is done{elsewhere}") from error
    except OSError as error:
        _remove_empty(made)
        raise OutputError(f"{output}: cannot be written: {error.strerror or error}") from error
    try:
        yield
    finally:
        (output / name).unlink(missing_ok=True)  # under the lock: who opened the file before sees that it is gone and asks again
        lock.release()
        _remove_empty(made)


def plan(folder: Path, names: frozenset[str], inputs: Mapping[str, Any], *, force: bool, known: Mapping[str, str] = _NONE) -> Plan:
    """What is replaced; an OutputError names the files that somebody changed since briefgen wrote them, unless `force` is given.
    `known` holds digests of files that may be replaced all the same: the run has read them.

    Files of another run stay beside the new ones only where both runs had the same inputs: `--format docx` after `--format pdf`.
    """
    _recover(folder)
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"{folder}: is a file, and a folder is to be written here; move it away or write elsewhere (-o)")
    before = read_manifest(folder) or Manifest({}, {})
    same = before.inputs == inputs
    replaced = names if same else names | frozenset(before.outputs)
    digests = (before.outputs, before.pulled, known)
    edited = [name for name in sorted(replaced) if _is_edited(folder / name, {found.get(name) for found in digests})]
    if edited and not force:
        raise OutputError(_refusal(folder, edited))
    kept = {name: _free_name(folder, name) for name in edited}
    outputs, pulled = ({name: value for name, value in found.items() if name not in replaced} for found in (before.outputs, before.pulled))
    return Plan(folder, replaced, kept, outputs, pulled, before)


def write(planned: Plan, files: Mapping[str, bytes], inputs: Mapping[str, Any], *, checked: bool = False, program: str = "") -> None:
    """Write the files and manifest.json, with what stays, into a new folder, and put it in the old one's place."""
    folder = planned.folder
    new = _beside(folder, "new")
    outputs = {**planned.outputs, **{name: digest(data) for name, data in files.items()}}
    by_one = not planned.outputs or planned.before.program == program  # what stays may be of an earlier release
    manifest = Manifest(inputs, outputs, planned.pulled, checked, program if by_one else "")
    try:
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir()
        for name, data in {**files, NAME: manifest_to_json(manifest).encode("utf-8")}.items():
            (new / name).write_bytes(data)
        if folder.exists():
            _carry_over(planned, new)
        _put_in_place(new, folder)
    except OSError as error:
        raise OutputError(f"{folder}: cannot be written: {error.strerror or error}; nothing was changed") from error
    finally:
        shutil.rmtree(new, ignore_errors=True)


def write_file(path: Path, data: bytes) -> None:
    """Write one file aside and move it into place; its folder is made if need be."""
    new = path.with_name(f".{path.name}.briefgen-new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(data)
        new.replace(path)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise OutputError(f"{path}: cannot be written: {error.strerror or error}; nothing was changed") from error


def _make(output: Path) -> list[Path]:
    """Make the folder; those that were missing, the outermost first."""
    missing = [folder for folder in (output, *output.parents) if not folder.exists()][::-1]
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        _remove_empty(missing)
        raise OutputError(f"{output}: cannot be written: {error.strerror or error}; name another folder with -o") from error
    return missing


def _remove_empty(made: list[Path]) -> None:
    """A run that fails leaves no empty folders of its own."""
    for folder in reversed(made):
        with suppress(OSError):
            folder.rmdir()


def _is_edited(path: Path, known: set[str | None]) -> bool:
    """Whether the file is there and is not what briefgen wrote under this name."""
    there = _digest_in(path)
    return there is not None and there not in known


def _digest_in(path: Path) -> str | None:
    """The digest of a file; None where there is none."""
    try:
        return digest(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise OutputError(f"{path}: cannot be read: {error.strerror}") from error


def _refusal(folder: Path, edited: list[str]) -> str:
    files = ", ".join(str(folder / name) for name in edited)
    return (
        f"{files}: changed since briefgen wrote {'it' if len(edited) == 1 else 'them'}, and not overwritten; nothing was written. "
        f"{_cure(folder, edited)}rite elsewhere (-o), or use --force, which keeps the edits as {_free_name(folder, edited[0])}"
    )


def _cure(folder: Path, edited: list[str]) -> str:
    drafts = [str(folder / name) for name in edited if name.endswith(".docx")]
    return f"Take a draft's edits with `briefgen pull {drafts[0]}`, or w" if drafts else "W"


def _free_name(folder: Path, name: str) -> str:
    """`brief.ru.docx` is kept as `brief.ru.edited-1.docx`, or the next number that is free."""
    path = Path(name)
    number = 1
    while (folder / f"{path.stem}.edited-{number}{path.suffix}").exists():
        number += 1
    return f"{path.stem}.edited-{number}{path.suffix}"


def _carry_over(planned: Plan, new: Path) -> None:
    """Everything that stays, and the edited files under their new names: links to the same files where the disk has links."""
    shutil.copymode(planned.folder, new)
    for entry in planned.folder.iterdir():
        if entry.name in planned.kept:
            _link(entry, new / planned.kept[entry.name])
        elif entry.name not in planned.replaced and entry.name != NAME:
            _link(entry, new / entry.name)


def _link(old: Path, new: Path) -> None:
    if old.is_symlink():
        new.symlink_to(old.readlink())
    elif old.is_dir():
        shutil.copytree(old, new, symlinks=True, copy_function=_link_file)
    else:
        _link_file(str(old), str(new))


def _link_file(old: str, new: str) -> None:
    try:
        Path(new).hardlink_to(old)
    except OSError:  # a disk without links, such as a memory stick
        shutil.copy2(old, new)


def _put_in_place(new: Path, folder: Path) -> None:
    if not folder.exists():
        new.rename(folder)
    elif not _exchange(new, folder):
        _swap(new, folder)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in a single step, where the system can (Linux)."""
    if not sys.platform.startswith("linux"):
        return False
    renameat2 = getattr(ctypes.CDLL(None), "renameat2", None)
    return renameat2 is not None and renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE) == 0


def _swap(new: Path, folder: Path) -> None:
    """The same in two steps; a run that dies between them is mended by `_recover` in the next."""
    old = _beside(folder, "old")
    shutil.rmtree(old, ignore_errors=True)
    folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _recover(folder: Path) -> None:
    old = _beside(folder, "old")
    if old.is_dir() and not folder.exists():
        old.rename(folder)


def _beside(folder: Path, word: str) -> Path:
    return folder.parent / f".{folder.name}.briefgen-{word}"
