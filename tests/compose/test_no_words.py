"""No word of a sentence in the code of the composition: what an edition prints comes from catalogs, naming and formatting."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "briefgen"
COMPOSE = PACKAGE / "compose"
# Whatever takes part in an edition, from the facts to the printed file; `cli` speaks to whoever runs it.
PARTS = ("assemble", "edits", "formatting", "naming", "translation", "weekly", "writers")
MODULES = sorted(path.name for path in COMPOSE.glob("*.py"))
REST = sorted(str(path.relative_to(PACKAGE)) for part in PARTS for path in (PACKAGE / part).rglob("*.py"))
# Errors of a profile or a marking are for whoever wrote it, in English whatever the edition; markings are read in both languages.
FOR_THE_HOUSE = {"profile.py", "markings.py"}


def phrases_asked(tree: ast.AST) -> set[str]:
    """Constants that a catalog is asked for: arguments of `text` and `plural`, and constants in tuples that such calls choose from."""
    asked = {
        node.value
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in ("text", "plural")
        for node in ast.walk(call)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return asked | catalog_messages()


def catalog_messages() -> set[str]:
    text = (COMPOSE.parent / "locale" / "en" / "briefgen.po").read_text(encoding="utf-8")
    return {message.replace('\\"', '"') for message in re.findall(r'(?m)^msg(?:id|id_plural|ctxt) "(.*)"$', text)}


def imported(tree: ast.AST) -> set[str]:
    """Names of types, which `__all__` and forward references have in quotation marks."""
    return {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}


def constants(tree: ast.AST) -> Iterator[str]:
    documented = (ast.Module, ast.FunctionDef, ast.ClassDef)
    docstrings = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, documented)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in docstrings:
            yield node.value


def is_words(text: str) -> bool:
    """Cyrillic letters, or English words with a space or a capital: not the name of a field, a key, a role or an anchor."""
    if re.search(r"[\u0400-\u052f]{2}", text):
        return True
    return bool(re.search(r"[A-Za-z]{2,} +[A-Za-z]{2,}|^[A-Z][a-z]{2,}", text)) and not re.fullmatch(
        r"[\[\](){}<>\\|?*+^$.:=!\w\s/-]*[\\\[(?][^ ]*", text
    )


@pytest.mark.parametrize("module", [name for name in MODULES if name not in FOR_THE_HOUSE])
def test_a_module_holds_no_word_that_no_catalog_knows(module: str) -> None:
    tree = ast.parse((COMPOSE / module).read_text(encoding="utf-8"))
    asked = phrases_asked(tree) | {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} | imported(tree)
    assert [text for text in constants(tree) if is_words(text) and text not in asked] == []


@pytest.mark.parametrize(
    ("text", "expected"), [("Риски", True), ("Risks to", True), ("Single", True), ("risks_brief", False), ("; ", False), ("e-1-2", False)]
)
def test_words_are_told_from_names(text: str, expected: bool) -> None:
    assert is_words(text) is expected


@pytest.mark.parametrize("module", [*REST, "fit.py", "review.py"])
def test_whatever_takes_part_in_an_edition_holds_no_russian_word(module: str) -> None:
    """Endings, prepositions and patterns are grammar; a word of four letters is data, and in an English edition it would be a fault."""
    tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
    word = re.compile(r"(?!\w{2,4}ся$)[\w\s,.:;«»—-]*[\u0400-\u052f]{4,}[\w\s,.:;«»—-]*")
    assert [text for text in constants(tree) if word.fullmatch(text)] == []
