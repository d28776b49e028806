#!/usr/bin/env python3
"""The metadata of installed packages -> THIRD_PARTY.md, and the licence gate.

    third_party.py [--site DIR] --write     write THIRD_PARTY.md from an installation
    third_party.py [--site DIR] --check     fail on a refused or unknown licence, and when THIRD_PARTY.md differs

DIR is the site-packages of a fresh venv that holds a default install and nothing else; default: this interpreter's.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "THIRD_PARTY.md"
LICENCES = ROOT / ".ci" / "licences.toml"
OWN = frozenset({"briefgen", "pip", "setuptools", "wheel"})  # ourselves, and what `python -m venv` puts into every folder

HEADER = """# Third-party packages

What `pip install .` brings, read from the metadata of the installed packages by `.ci/third_party.py`; CI compares this page with a fresh
installation and fails on a licence that is unknown, or that is GPL, AGPL or LGPL with no other choice. Nothing of these packages is copied
into briefgen, and each comes with its own licence text in its `*.dist-info` folder. From Python 3.12 on, setuptools (MIT)
comes with pymorphy3.

| Package | Licence | Remark |
|---|---|---|
"""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What licences.toml says: SPDX names, accepted identifiers, corrections and reasons by package."""

    names: dict[str, str]
    accepted: frozenset[str]
    corrections: dict[str, str]
    reasons: dict[str, str]


@dataclass(frozen=True, slots=True)
class Package:
    """A package with its licence as an SPDX expression, or as its metadata has it where that is unknown."""

    name: str
    licence: str


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--site", type=Path, help="site-packages of a fresh venv")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args(arguments)
    known = read_knowledge()
    packages = read_packages(options.site, known)
    if options.write:
        PAGE.write_text(page(packages, known), encoding="utf-8", newline="\n")
    problems = refused(packages, known)
    if options.check and PAGE.read_text(encoding="utf-8") != page(packages, known):
        problems += page_differences(PAGE.read_text(encoding="utf-8"), page(packages, known))
    for problem in problems:
        print(f"third_party: {problem}", file=sys.stderr)
    print(f"third_party: {len(packages)} packages, {len(problems)} problems")
    return 1 if problems else 0


def read_knowledge() -> Knowledge:
    table = tomllib.loads(LICENCES.read_text(encoding="utf-8"))
    return Knowledge(table["names"], frozenset(table["accepted"]["identifiers"]), table["corrections"], table["reasons"])


def read_packages(site: Path | None, known: Knowledge) -> tuple[Package, ...]:
    """Every distribution of the folder, ourselves and pip apart, sorted by name."""
    found = distributions(path=[str(site)]) if site else distributions()
    packages = {canonical(item.name): Package(item.name, licence_of(item, known)) for item in found}
    return tuple(packages[name] for name in sorted(packages) if name not in OWN)


def licence_of(item: Distribution, known: Knowledge) -> str:
    """The correction, else License-Expression, else a License field that is accepted, else the classifiers, which are vaguer."""
    if canonical(item.name) in known.corrections:
        return known.corrections[canonical(item.name)]
    expression = item.metadata.get("License-Expression")
    if expression:
        return str(expression)
    field = known.names.get(_licence_field(item), _licence_field(item))
    if is_accepted(field, known.accepted):
        return field
    classifiers = [line.rpartition("::")[2].strip() for line in item.metadata.get_all("Classifier", []) if line.startswith("License ::")]
    named = [known.names.get(name, name) for name in classifiers if name != "OSI Approved"]
    return " AND ".join(named) or field or "unknown"


def _licence_field(item: Distribution) -> str:
    """The first line of the License field; some packages put the whole text there."""
    return str(item.metadata.get("License") or "").strip().partition("\n")[0]


def is_accepted(expression: str, accepted: frozenset[str]) -> bool:
    """Whether a licence expression can be met with accepted licences alone: all of an AND, one of an OR.

    >>> is_accepted("MPL-1.1 OR GPL-2.0-only", frozenset({"MPL-1.1"}))
    True
    >>> is_accepted("MIT AND (GPL-2.0-only OR AGPL-3.0-only)", frozenset({"MIT"}))
    False
    """
    words = re.findall(r"[()]|[^\s()]+", expression)
    signs = (word if word in {"AND", "OR", "(", ")"} else str(int(word in accepted)) for word in words)
    return _is_true(" ".join(signs))


def _is_true(formula: str) -> bool:
    """Whether a formula of 1, 0, AND, OR and brackets is true; AND binds closer. What does not parse is not."""
    while "(" in formula:
        formula, replaced = re.subn(r"\( ([^()]*) \)", lambda match: str(int(_is_true(match[1]))), formula)
        if not replaced:
            return False
    return any(all(sign == "1" for sign in part.split(" AND ")) for part in formula.split(" OR "))


def refused(packages: tuple[Package, ...], known: Knowledge) -> list[str]:
    """A line for each package whose licence is neither accepted nor excused by a reason."""
    return [
        f"{package.name}: licence {package.licence!r} is not accepted; give the reason in .ci/licences.toml or drop the package"
        for package in packages
        if not is_accepted(package.licence, known.accepted)
    ]


def page(packages: tuple[Package, ...], known: Knowledge) -> str:
    rows = [f"| {package.name} | {package.licence} | {known.reasons.get(canonical(package.name), '')} |" for package in packages]
    return HEADER + "\n".join(row.replace("|  |", "| |") for row in rows) + "\n"


def page_differences(old: str, new: str) -> list[str]:
    """What THIRD_PARTY.md lacks and what it has too much."""
    before, after = set(old.splitlines()), set(new.splitlines())
    lacks = [f"THIRD_PARTY.md lacks: {line}" for line in sorted(after - before)]
    extra = [f"THIRD_PARTY.md has, and the installation has not: {line}" for line in sorted(before - after)]
    return [*lacks, *extra] or ["THIRD_PARTY.md has another order"]


def canonical(name: str) -> str:
    """PEP 503: lower case, one hyphen."""
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    sys.exit(main())
