"""Files -> a folder of a recipient: all of them or none, and nothing twice."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from briefgen.diagnostics import DeliveryError


def deliver_to_folder(folder: Path, name: str, files: Mapping[str, bytes]) -> None:
    """Put the files into `folder/name`. They are written aside and moved into place; a set that is there already stays. DeliveryError
    where that fails."""
    target, aside = folder / name, folder / f".{name}.briefgen-new"
    try:
        if target.is_dir() and all(_holds(target / file, data) for file, data in files.items()):
            return
        folder.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir()
        for file, data in files.items():
            _write(aside / file, data)
        if target.exists():
            for file in files:
                (aside / file).replace(target / file)
        else:
            aside.rename(target)
    except OSError as error:
        raise DeliveryError(f"{target}: cannot be written: {error.strerror or error}") from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _write(path: Path, data: bytes) -> None:
    """The data is on the disk before the folder is moved into place: a power cut leaves no empty files."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data
