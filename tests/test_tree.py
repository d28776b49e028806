"""The house rules that a machine can hold: docs that name what exists, sizes, doors to the outside, words that stay out."""

from __future__ import annotations

import ast
import importlib.util
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "briefgen"
MODULES = sorted(PACKAGE.rglob("*.py"))
CODE = [*MODULES, *(path for folder in ("tests", "docs", "benchmarks", ".ci") for path in sorted((ROOT / folder).rglob("*.py")))]
LONGEST_FILE = 400
LONGEST_FUNCTION = 60

# What belongs to one machine or one registry; the letters are apart so that this file passes its own test.
FOREIGN = re.compile(
    "|".join(
        (
            r"(?<![\w.])/(?:roo" + r"t|hom" + r"e|User" + r"s|wor" + r"k|op" + r"t)/[\w.]",
            r"file:/" + r"//",
            r"index-ur" + r"l|find-link" + r"s|pypi\.[\w.]+/simpl" + r"e",
            r"\bTOD" + r"O\b|\bFIXM" + r"E\b",
        )
    )
)
TEXT_SUFFIXES = {".py", ".md", ".toml", ".tsv", ".po", ".txt", ".json", ".cfg", ".yml", ".yaml", ".ini", ".sh", ""}

# Only these may read the clock, the locale or the environment, and only these may write files (docs/architecture.md, "Doors").
CLOCK_AND_ENVIRONMENT = {
    "os.environ", "os.getenv", "os.putenv",
    "locale.getlocale", "locale.setlocale", "locale.getdefaultlocale", "locale.getpreferredencoding",
    "datetime.now", "datetime.today", "datetime.utcnow", "date.today", "datetime.date.today", "datetime.datetime.now", "time.time",
    "time.localtime", "time.gmtime", "uuid.uuid1", "uuid.uuid4", "random.random",
}  # fmt: skip
READS_THE_WORLD = {"cli"}
WRITING = {"write_text", "write_bytes", "mkdir", "unlink", "rename", "replace_file", "rmtree", "touch", "symlink_to"}
WRITES_FILES = {"cli", "archive", "cache", "delivery"}
EXCUSED = {
    "language/models.py": "tells numpy to use one thread before its first import, and puts the variable back",
    "writers/docx/letterhead.py": "run as a program, it makes the letterheads that are shipped; never during a build",
}


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _part(path: Path) -> str:
    """The first name under briefgen/: cli, extract, templating."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _tracked() -> list[Path]:
    """The files of the repository; where this is no git checkout, what lies here apart from hidden folders and output."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]
    inside = (path for path in ROOT.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return [path for path in inside if not re.match(r"\.(?!ci|gitignore)|out|elsewhere|build", path.relative_to(ROOT).parts[0])]


def _calls(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            yield node.lineno, ast.unparse(node)


def test_no_leftover_of_a_merge_is_in_the_repository() -> None:
    assert [_name(path) for path in _tracked() if path.suffix in {".orig", ".rej", ".bak"}] == []


def test_the_tree_in_the_docs_is_the_tree_of_the_code() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    spec = importlib.util.spec_from_file_location("generated", ROOT / "docs" / "generated.py")
    assert spec and spec.loader
    generated = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generated)
    missing = [line for line in generated.tree().splitlines() if line not in page.splitlines()]
    assert not missing, "run: cog -r docs/architecture.md"


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", CODE, ids=_name)
def test_a_file_fits_the_reader(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", CODE, ids=_name)
def test_a_function_fits_a_screen(path: Path) -> None:
    functions = [n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {f.name: f.end_lineno - f.lineno + 1 for f in functions if f.end_lineno and f.end_lineno - f.lineno + 1 > LONGEST_FUNCTION}
    assert not long


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_the_clock_the_locale_and_the_environment_are_read_in_cli_alone(path: Path) -> None:
    if _part(path) not in READS_THE_WORLD and path.relative_to(PACKAGE).as_posix() not in EXCUSED:
        assert [(line, call) for line, call in _calls(path) if call in CLOCK_AND_ENVIRONMENT] == []


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_files_are_written_through_four_doors(path: Path) -> None:
    if _part(path) not in WRITES_FILES and path.relative_to(PACKAGE).as_posix() not in EXCUSED:
        assert [(line, call) for line, call in _calls(path) if call.rpartition(".")[2] in WRITING] == []


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_handler_catches_everything(path: Path) -> None:
    handlers = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.ExceptHandler)]
    assert [h.lineno for h in handlers if h.type is None or ast.unparse(h.type) in {"Exception", "BaseException"}] == []


def test_nothing_in_the_repository_belongs_to_one_machine() -> None:
    found = []
    for path in _tracked():
        if path.suffix in TEXT_SUFFIXES and path.parent.name != "seeds":
            lines = path.read_text(encoding="utf-8").splitlines()
            found += [f"{_name(path)}:{number}: {line.strip()[:80]}" for number, line in enumerate(lines, 1) if FOREIGN.search(line)]
    assert found == []


def _glossary_rows() -> list[tuple[str, str]]:
    """Terms with the place in the code that the third column names: briefgen.model.Article."""
    page = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    rows = [line.strip("|").split("|") for line in page.splitlines() if line.startswith("| **")]
    return [(row[0].strip(" *"), place) for row in rows for place in re.findall(r"`([^`]+)`", row[-1])]


def _defined(path: Path) -> set[str]:
    """Names that a module defines or imports at its top, and `Class.attribute`."""
    names: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef):
            names |= {node.name, *(f"{node.name}.{ast.unparse(field.target)}" for field in node.body if isinstance(field, ast.AnnAssign))}
        elif isinstance(node, ast.FunctionDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.add(node.target.id)
        elif isinstance(node, ast.ImportFrom):
            names |= {alias.asname or alias.name for alias in node.names}
    return names


@pytest.mark.parametrize(("term", "place"), _glossary_rows(), ids=lambda value: str(value))
def test_a_term_of_the_glossary_exists_in_the_code(term: str, place: str) -> None:
    if "/" in place or "." not in place:
        assert (ROOT / place).exists(), f"{term}: no {place}"
        return
    parts = place.split(".")
    for size in range(len(parts), 0, -1):
        folder = ROOT.joinpath(*parts[:size])
        module = next((path for path in (folder.with_suffix(".py"), folder / "__init__.py") if path.exists()), None)
        if module:
            rest = ".".join(parts[size:])
            assert not rest or rest in _defined(module), f"{term}: {_name(module)} has no {rest}"
            return
    pytest.fail(f"{term}: no module of {place}")


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "decisions").glob("*.md")), ids=lambda path: path.stem)
def test_a_decision_has_the_form_of_decisions(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    assert page.startswith(f"# {int(path.stem[:4])}. ")
    assert re.search(r"^\*(Accepted|Proposed|Replaced by \d{4}), \d{4}-\d\d-\d\d\.\*$", page, re.MULTILINE)
    assert [part for part in ("Context", "Decision", "Consequences", "Refused") if f"**{part}.**" not in page] == []


def test_decisions_are_numbered_in_order() -> None:
    numbers = [int(path.stem[:4]) for path in sorted((ROOT / "docs" / "decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))
