"""Every fixed phrase that the composition asks for stands in both catalogs, and the catalogs hold no phrase that nobody asks for."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from briefgen.compose.rating import IMPACTS, YARDSTICK
from briefgen.model import FIRMNESS, RISK_CATEGORIES, STAGES, TOPICS
from briefgen.translation.catalogs import catalog

COMPOSE = Path(__file__).resolve().parents[2] / "briefgen" / "compose"
PHRASES = (*COMPOSE.glob("*.py"), *COMPOSE.with_name("edits").glob("*.py"))  # who asks for phrases
CODES = {
    "topic": TOPICS,
    "topic genitive": TOPICS,
    "stage": STAGES,
    "risk category": RISK_CATEGORIES,
    "firmness": FIRMNESS,
    "likelihood": tuple(key for key, _, _ in YARDSTICK),
    "impact": IMPACTS,
}


def constants():
    """All string constants of the modules: phrases are chosen from tuples of constants too."""
    for path in PHRASES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def asked():
    """Phrases asked for by a constant in a call of `text`."""
    for path in PHRASES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Attribute) and called.attr == "text" and not node.keywords and isinstance(node.args[0], ast.Constant):
                yield node.args[0].value


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_phrase_has_words(language):
    words = catalog(language)
    assert [phrase for phrase in asked() if not words.text(phrase)] == []


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("context", sorted(CODES))
def test_every_code_of_the_contract_has_words(language, context):
    words = catalog(language)
    assert all(words.text(code, context=context) for code in CODES[context])


def test_no_phrase_is_left_over():
    import re

    text = (COMPOSE.parent / "locale" / "ru" / "briefgen.po").read_text(encoding="utf-8")
    ids = set(re.findall(r'(?m)^(?<!msgctxt)msgid "(.+)"$', re.sub(r"(?m)^msgctxt .*\nmsgid .*$", "", text)))
    used = set(constants()) | {f"passed over as {reason}:" for reason in ("caption", "background")}
    assert sorted(phrase for phrase in ids if phrase.replace('\\"', '"') not in used) == []
