"""manifest.json: what went into a brief and what came out of it, and the brief number that follows from the first."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from briefgen.diagnostics import OutputError
from briefgen.serialize import digest_of

NAME = "manifest.json"
SCHEMA = "briefgen/manifest/1"
# Packages whose release shows in the words or the looks of a brief.
_PACKAGES = (
    "briefgen", "babel", "font-source-sans-pro", "font-source-serif-pro", "fonttools", "iuliia", "lxml", "natasha", "navec", "numpy",
    "pikepdf", "pymorphy3", "pymorphy3-dicts-ru", "pypdfium2", "pyphen", "rapidfuzz", "razdel", "reportlab", "slovnet",
    "trafilatura", "uharfbuzz",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Manifest:
    """`outputs` holds the SHA-256 of each file that briefgen wrote, by name; `pulled` that of each draft whose edits were taken;
    `checked` says that the files were read back and found right, `program` is the digest of the program that wrote all of
    them from the articles."""

    inputs: Mapping[str, Any]
    outputs: Mapping[str, str]
    pulled: Mapping[str, str] = field(default_factory=dict)
    checked: bool = False
    program: str = ""

    @property
    def brief_number(self) -> str:
        """The SHA-256 of the inputs as canonical JSON: equal inputs have one number, on any machine and any day."""
        return digest_of(self.inputs)


def brief_number(inputs: Mapping[str, Any]) -> str:
    """The number that the manifest of these inputs will have."""
    return Manifest(inputs, {}).brief_number


def manifest_to_json(manifest: Manifest) -> str:
    """manifest.json as text."""
    value = {
        "schema": SCHEMA,
        "brief_number": manifest.brief_number,
        "inputs": manifest.inputs,
        "outputs": dict(sorted(manifest.outputs.items())),
        **({"pulled": dict(sorted(manifest.pulled.items()))} if manifest.pulled else {}),
        "checked": manifest.checked,
        **({"program": manifest.program} if manifest.program else {}),
    }
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=False) + "\n"


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a folder; None where there is none. An OutputError where it cannot be read: nothing tells what was edited."""
    path = folder / NAME
    try:
        value = json.loads(path.read_bytes())
        outputs, pulled = _digests(value["outputs"]), _digests(value.get("pulled", {}))
        return Manifest(dict(value["inputs"]), outputs, pulled, value.get("checked") is True, str(value.get("program", "")))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise OutputError(
            f"{path}: cannot be read, so nothing tells which files were edited; move it away or write elsewhere (-o)"
        ) from error


def _digests(value: Any) -> dict[str, str]:
    return {str(name): str(digest) for name, digest in dict(value).items()}


def digest(data: bytes) -> str:
    """The SHA-256 of a file's bytes."""
    return sha256(data).hexdigest()


def versions() -> dict[str, str]:
    """Releases of the packages that a brief depends on."""
    return {name: version_of(name) for name in _PACKAGES}


def file_digests(paths: Iterable[Path], *, below: Path) -> dict[str, str]:
    """Digests by path, written with slashes on every system."""
    return {path.relative_to(below).as_posix(): digest(path.read_bytes()) for path in sorted(paths)}


def version_of(name: str) -> str:
    """The release of an installed package; empty where it is not there."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return ""
