"""The requisites above the title, in the order of each style; an empty one leaves no gap."""

from __future__ import annotations

import zlib
from dataclasses import replace

import pytest

from briefgen.blocks import Code, Head
from briefgen.writers.docx.document import write_docx
from tests.writers.docx.opened import find, parts, tree, values, words
from tests.writers.docx.small_report import STYLES, small_report, style

FULL = Head("Organisation", "Unit", "To the director", "Briefing note", "27 February 2026", "No. 1", "London", "Title", (), "TLP:GREEN")


def _lines(head: Head, language: str) -> list[tuple[str, str]]:
    document = tree(write_docx(replace(small_report(language=language), head=head), style(STYLES[language])))
    return [(values(found, "w:pPr/w:pStyle/@w:val")[0], words(found)) for found in find(document, "w:body/w:p")]


def test_a_head_after_gost_is_in_the_order_of_its_requisites() -> None:
    assert _lines(FULL, "ru") == [
        ("Marking", "TLP:GREEN"),
        ("Organisation", "Organisation"),
        ("Department", "Unit"),
        ("Addressee", "To the director"),
        ("DocumentKind", "Briefing note"),
        ("Requisites", "27 February 2026LondonNo. 1"),
        ("Title", "Title"),
    ]


def test_a_place_stands_between_date_and_number_or_alone() -> None:
    document = tree(write_docx(replace(small_report(language="ru"), head=FULL), style("gost")))
    (line,) = find(document, "w:body/w:p[w:pPr/w:pStyle/@w:val='Requisites']")
    assert values(line, "w:pPr/w:tabs/w:tab/@w:val") == ["center"]  # the style has the one at the right
    assert len(find(line, "w:r/w:tab")) == 2
    assert ("Place", "London") in _lines(replace(FULL, date="", number=""), "ru")


def test_a_head_beside_a_bar_has_date_and_number_at_the_right_of_the_organisation() -> None:
    assert _lines(FULL, "en") == [
        ("Marking", "TLP:GREEN"),
        ("Organisation", "Organisation27 February 2026"),
        ("Department", "UnitNo. 1"),
        ("Department", "London"),
        ("Addressee", "To the director"),
        ("DocumentKind", "Briefing note"),
        ("Title", "Title"),
    ]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_an_empty_requisite_leaves_no_gap(language: str) -> None:
    assert _lines(Head("", "", "", "", "", "", "", "Title", ()), language) == [("Title", "Title")]


def test_a_date_without_an_organisation_stands_alone() -> None:
    assert _lines(Head("", "", "", "", "1 May 2026", "", "", "Title", ()), "en")[0] == ("Place", "1 May 2026")


def test_the_first_line_of_a_page_has_no_space_above() -> None:
    document = tree(write_docx(replace(small_report(language="ru"), head=Head("", "", "", "Kind", "", "", "", "Title", ())), style("gost")))
    first = find(document, "w:body/w:p")[0]
    assert values(first, "w:pPr/w:spacing/@w:before") == ["0"]


def test_a_code_is_a_picture_beside_the_title_with_words_for_it() -> None:
    rows = tuple("10" * 16 + "1" if number % 2 else "01" * 16 + "0" for number in range(33))
    head = replace(FULL, code=Code("abc", "QR code of the brief number: abc", rows))
    data = write_docx(replace(small_report(language="en"), head=head), style("govuk"))
    [picture] = find(tree(data), "w:body/w:p[w:pPr/w:pStyle/@w:val='Title']//wp:anchor/wp:docPr/@descr")
    assert picture == "QR code of the brief number: abc"
    assert modules(parts(data)["word/media/image1.png"]) == rows


def modules(png: bytes) -> tuple[str, ...]:
    """The middle of each module of a code of 33 modules, dark ones as 1."""
    size = int.from_bytes(png[16:20], "big")
    start = png.index(b"IDAT") + 4
    packed = zlib.decompress(png[start : start + int.from_bytes(png[start - 8 : start - 4], "big")])
    stride = 1 + size // 8
    step = size // 33
    found = []
    for row in range(33):
        line = packed[(row * step + step // 2) * stride + 1 :][: size // 8]
        bits = f"{int.from_bytes(line, 'big'):0{size}b}"
        found.append("".join("0" if bits[column * step + step // 2] == "1" else "1" for column in range(33)))
    return tuple(found)
