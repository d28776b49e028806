"""Where a figure or a date of the annotated articles is found: is its span the annotated one to the letter, and is its qualifier right?"""

from __future__ import annotations

import json
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from briefgen.extract.dates import extract_dates
from briefgen.extract.quantities import extract_quantities
from briefgen.language.annotate import annotate
from briefgen.language.detect import detect_language
from briefgen.language.paragraphs import split_paragraphs

pytestmark = pytest.mark.reference

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))["exactness"]


@pytest.fixture(scope="module")
def pairs(reference):
    """Each annotated item with what was found there: figures by value, dates by their ISO value."""
    figures, dates = [], []
    for path in sorted((reference / "evaluation" / "dev").glob("*.json")):
        gold, text = json.loads(path.read_text(encoding="utf-8")), path.with_suffix(".txt").read_text(encoding="utf-8")
        language = detect_language(text)
        document = annotate(text, language, split_paragraphs(text, language))
        published = date.fromisoformat(gold["published"]) if gold.get("published") else None
        found_dates = extract_dates(document, published)
        for wanted in gold["figures"]:
            figures += [
                (wanted, found)
                for found in extract_quantities(document, published, dates=found_dates)
                if _overlap(found, wanted) and abs(found.value - Decimal(str(wanted["value"]))) <= abs(found.value) / 1000
            ]
        for wanted in gold["dates"]:
            dates += [(wanted, found) for found in found_dates if _overlap(found, wanted) and found.value == wanted["iso"]]
    return figures, dates


def _overlap(found, wanted):
    return found.start < wanted["start"] + len(wanted["span"]) and wanted["start"] < found.stop


def test_the_spans_of_figures_are_exact(pairs):
    _check("spans of figures", [(wanted["span"], found.surface) for wanted, found in pairs[0]], FLOORS["figure_spans"])


def test_the_qualifiers_of_figures_are_right(pairs):
    told = [(wanted["approx"], found.qualifier) for wanted, found in pairs[0]]
    _check("qualifiers", told, FLOORS["qualifiers"])


def test_the_spans_of_dates_are_exact(pairs):
    _check("spans of dates", [(wanted["span"], found.surface) for wanted, found in pairs[1]], FLOORS["date_spans"])


def _check(name, told, floor):
    wrong = [pair for pair in told if pair[0] != pair[1]]
    share = 1 - len(wrong) / len(told)
    print(f"{name}: {len(told) - len(wrong)} of {len(told)} exact, {share:.3f}; {wrong}")  # noqa: T201 (pytest shows it with -s)
    assert share >= floor, wrong
