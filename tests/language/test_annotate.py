"""Documents: offsets, sentences across lost spaces, names, and no foreign packages loaded."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from briefgen.language.annotate import annotate
from briefgen.language.document import Document
from briefgen.language.paragraphs import split_paragraphs


def _document(text: str, language: str) -> Document:
    return annotate(text, language, split_paragraphs(text, language))


def test_tokens_stand_where_they_say_also_in_glued_text() -> None:
    text = "Об этом пишетDW.После 2023 годаКазахстан сменил курс.Рост составил 5 процентов."
    document = _document(text, "ru")
    assert all(text[token.start : token.stop] == token.text for sentence in document.sentences for token in sentence.tokens)
    assert [text[part.start : part.stop] for part in document.sentences] == [
        "Об этом пишетDW.",
        "После 2023 годаКазахстан сменил курс.",
        "Рост составил 5 процентов.",
    ]
    assert {(entity.text, entity.kind) for entity in document.entities} >= {("Казахстан", "LOC")}


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Mr. Brown left. He said so.", 2),
        ("The U.S. economy grew by 2.5% in 2024. Prices rose.", 2),
        ('"It is over." He left.', 2),
        ("J. Brown of Acme Inc. disagreed.", 1),
    ],
)
def test_english_sentences_end_where_a_reader_would_end_them(text: str, sentences: int) -> None:
    assert len(_document(text, "en").sentences) == sentences


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("Russian oil official John Brown met Mr Lee in China.", {("John Brown", "PER"), ("Lee", "PER"), ("China", "LOC")}),
        ("The Ministry of Finance and Rosneft declined.", {("Ministry of Finance", "ORG"), ("Rosneft", "ORG")}),
        ("Clearly the Chinese are on the rise.", set()),
        ("Last year, Prime Minister Mary Brown left.", {("Mary Brown", "PER")}),
    ],
)
def test_english_names_are_told_by_rules(text: str, entities: set[tuple[str, str]]) -> None:
    assert {(entity.text, entity.kind) for entity in _document(text, "en").entities} == entities


def test_russian_words_have_morphology_and_syntax() -> None:
    (sentence,) = _document("Страны подписали соглашения.", "ru").sentences
    subject, verb, obj, _ = sentence.tokens
    assert (subject.lemma, subject.relation, subject.head) == ("страна", "nsubj", 1)
    assert (verb.lemma, verb.pos, verb.features["Tense"]) == ("подписать", "VERB", "Past")
    assert (obj.lemma, obj.features["Case"]) == ("соглашение", "Acc")


_CODE = """
import os, sys
from briefgen.extract.statements import find_statements
find_statements({text!r}, {language!r})
foreign = [name for name in ("natasha", "yargy", "pymorphy2") if name in sys.modules]
print(foreign, os.environ.get("OPENBLAS_NUM_THREADS"), "numpy" in sys.modules)
"""


def _run(text: str, language: str) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    code = _CODE.format(text=text, language=language)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment).stdout.strip()


def test_models_load_without_the_package_that_ships_them() -> None:
    assert _run("Министр сказал, что да.", "ru") == "[] None True"


def test_english_needs_no_model() -> None:
    assert _run("He said so.", "en") == "[] None False"
