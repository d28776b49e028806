"""Whatever a head holds, in either style and format, is read back as it was printed."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from briefgen.blocks import Report
from briefgen.proof.check import _READERS, ReadFile, check_wording
from briefgen.templating import load_style
from briefgen.writers.docx.document import write_docx
from briefgen.writers.pdf import write_pdf
from tests.writers.sample_report import sample_report

SWITCHED = {
    "organisation": "Institute of International Studies",
    "department": "Central Asia Unit",
    "addressee": "Director",
    "date": "27 February 2026",
    "number": "No. 12",
    "place": "London",
    "kind": "Briefing note",
    "marking": "OFFICIAL-SENSITIVE",
}
HEADS = [
    {name: words if is_there else "" for (name, words), is_there in zip(SWITCHED.items(), present, strict=True)}
    for present in product((True, False), repeat=len(SWITCHED))
]


def report_with(head: dict[str, str]) -> Report:
    report = sample_report("en")
    return replace(report, head=replace(report.head, **head), blocks=report.blocks[:2], comments=())


@pytest.mark.parametrize("name", ["gost", "govuk"])
def test_every_head_of_a_draft_is_read_back(name: str) -> None:
    style = load_style(name)
    for head in HEADS:
        report = report_with(head)
        file = ReadFile("a.docx", "en", "docx", _READERS["docx"](write_docx(report, style)))
        assert list(check_wording(file, report)) == [], head


@pytest.mark.parametrize("name", ["gost", "govuk"])
@pytest.mark.parametrize("head", HEADS[::7], ids=lambda head: "-".join(filter(head.get, head)))
def test_heads_in_print_are_read_back(head: dict[str, str], name: str) -> None:
    report = report_with(head)
    file = ReadFile("a.pdf", "en", "pdf", _READERS["pdf"](write_pdf(report, load_style(name)).data))
    assert list(check_wording(file, report)) == []
