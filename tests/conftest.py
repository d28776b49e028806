"""What every test may ask for: goldens that `--accept` rewrites, the reference folder, outside tools."""

from __future__ import annotations

import importlib.util
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden"
IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}

# The packages of the `conformance` extra, by the name they are imported with.
CONFORMANCE_PACKAGES = ("openxml_audit", "ooxml_integrity", "opendataloader_pdf", "jpype", "selenium", "axe_core_python")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the goldens under tests/golden; read the diff before you commit it")


def pytest_configure(config: pytest.Config) -> None:
    """Nothing that a test keeps is found by another run, and nothing that a user keeps is found by a test."""
    cache = os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="briefgen-tests-")
    config.add_cleanup(lambda: shutil.rmtree(cache, ignore_errors=True))
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):  # else each program that a test starts would compile all its modules anew
        os.environ["PYTHONPYCACHEPREFIX"] = f"{cache}/bytecode"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with tests/golden/NAME; `pytest --accept` writes it there first."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--accept"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        if not path.exists():
            pytest.fail(f"tests/golden/{name} does not exist: run pytest --accept and read it", pytrace=False)
        assert text == path.read_text(encoding="utf-8"), f"differs from tests/golden/{name}; if the new text is right, pytest --accept"

    return compare


@pytest.fixture(scope="session")
def reference() -> Path:
    """The folder of hand-annotated articles and schemas: BRIEFGEN_REFERENCE, else `shared` beside the checkout."""
    folder = Path(os.environ.get("BRIEFGEN_REFERENCE") or ROOT.parent / "shared").resolve()
    if not (folder / "evaluation").is_dir():
        _missing(f"no reference folder at {folder}: set BRIEFGEN_REFERENCE", fail=IN_CI)
    return folder


@pytest.fixture(scope="session")
def needs_tool() -> Callable[[str], str]:
    """`needs_tool("soffice")` is the path of a program; see `_missing` for what happens without it."""

    def find(program: str) -> str:
        path = shutil.which(program)
        if path is None:
            _missing(f"{program} is not installed", fail=_conformance_is_meant())
        return str(path)

    return find


@pytest.fixture(scope="session")
def needs_package() -> Callable[..., None]:
    """`needs_package("openxml_audit")` asks for a package of the `conformance` extra, or of another, by its import name."""

    def find(package: str, extra: str = "conformance") -> None:
        if importlib.util.find_spec(package) is None:
            _missing(f"{package} is not installed: pip install -e '.[test,{extra}]'", fail=_conformance_is_meant())

    return find


def _conformance_is_meant() -> bool:
    """Under CI, where the conformance extra is installed, every tool has to be there; a slim `.[test]` skips by name."""
    return IN_CI and any(importlib.util.find_spec(package) for package in CONFORMANCE_PACKAGES)


def _missing(reason: str, *, fail: bool) -> None:
    if fail:
        pytest.fail(f"{reason} (a failure, because CI is set)", pytrace=False)
    pytest.skip(reason)
