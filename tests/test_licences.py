"""THIRD_PARTY.md and the licence gate: what a default install may bring."""

from __future__ import annotations

import importlib.util
import re
import sys
import tomllib
from email.message import Message
from importlib.metadata import Distribution, requires
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


third_party = _load(ROOT / ".ci" / "third_party.py")
KNOWN = third_party.read_knowledge()
LISTED = set(re.findall(r"^\| ([\w.-]+) \|", (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8"), re.MULTILINE)) - {"Package"}


class _Installed(Distribution):
    """A distribution made of its metadata alone."""

    def __init__(self, **headers: str | list[str]) -> None:
        self._message = Message()
        for name, values in headers.items():
            for value in [values] if isinstance(values, str) else values:
                self._message[name.replace("_", "-")] = value

    def read_text(self, filename: str) -> str | None:
        return self._message.as_string() if filename == "METADATA" else None

    def locate_file(self, path: object) -> Path:
        return Path(str(path))


@pytest.mark.parametrize(
    ("expression", "accepted"),
    [
        ("MIT", True),
        ("BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0", True),
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", True),
        ("(MIT OR GPL-2.0-only) AND Apache-2.0", True),
        ("GPL-3.0-or-later", False),
        ("LGPL-2.1-only", False),
        ("AGPL-3.0-only", False),
        ("MIT AND GPL-2.0-only", False),
        ("(MIT", False),
        ("unknown", False),
        ("", False),
    ],
)
def test_a_licence_passes_only_if_accepted_licences_can_meet_it(expression: str, accepted: bool) -> None:
    assert third_party.is_accepted(expression, KNOWN.accepted) is accepted


@pytest.mark.parametrize(
    ("headers", "licence"),
    [
        ({"License_Expression": "MIT"}, "MIT"),
        ({"License": "BSD-3-Clause"}, "BSD-3-Clause"),
        ({"License": "UNKNOWN", "Classifier": ["License :: OSI Approved", "License :: OSI Approved :: MIT License"]}, "MIT"),
        ({"Classifier": ["License :: OSI Approved :: GNU Affero General Public License v3"]}, "GNU Affero General Public License v3"),
        ({}, "unknown"),
    ],
)
def test_a_licence_is_read_from_each_kind_of_metadata(headers: dict[str, str | list[str]], licence: str) -> None:
    assert third_party.licence_of(_Installed(Name="sample", **headers), KNOWN) == licence


def test_a_refused_package_is_named() -> None:
    problems = third_party.refused((third_party.Package("sample", "GPL-3.0-only"),), KNOWN)
    assert len(problems) == 1 and problems[0].startswith("sample: licence 'GPL-3.0-only'")


def test_every_dependency_of_the_default_install_is_listed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted, seen = [_name(line) for line in project["dependencies"]], set()
    while wanted:
        name = wanted.pop()
        if name not in seen:
            seen.add(name)
            wanted += [_name(line) for line in requires(name) or [] if _applies_everywhere(line)]
    assert seen <= {third_party.canonical(name) for name in LISTED}


def test_each_reason_belongs_to_a_listed_package() -> None:
    assert {*KNOWN.reasons, *KNOWN.corrections} <= {third_party.canonical(name) for name in LISTED}


def _name(requirement: str) -> str:
    return third_party.canonical(re.split(r"[^\w.-]", requirement, maxsplit=1)[0])


def _applies_everywhere(requirement: str) -> bool:
    """Extras and markers of one system or one Python are left to the gate, which looks at a real installation."""
    return ";" not in requirement
