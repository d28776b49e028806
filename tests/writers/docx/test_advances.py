"""The widths of Word's characters against the metrics that every PDF reader has built in."""

from __future__ import annotations

import string

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from briefgen.writers.docx.advances import ARIAL, ARIAL_BOLD, TIMES, TIMES_BOLD, Advances

FACES = {"Times-Roman": TIMES, "Times-Bold": TIMES_BOLD, "Helvetica": ARIAL, "Helvetica-Bold": ARIAL_BOLD}
RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюя"


@pytest.mark.parametrize("face", FACES)
def test_a_character_is_as_wide_as_the_standard_fonts_have_it(face: str) -> None:
    for character in string.ascii_letters + string.digits + " ,.;:()[]-%&":
        assert FACES[face][character] == pytest.approx(stringWidth(character, face, 1), abs=0.002), character


@pytest.mark.parametrize("face", FACES.values(), ids=FACES)
def test_no_russian_letter_is_taken_for_an_unknown_one(face: Advances) -> None:
    assert all(letter in face for letter in RUSSIAN + RUSSIAN.upper() + "ёЁ«»—„“№\u00a0")


def test_an_accented_letter_has_the_width_of_its_plain_one_and_a_strange_one_is_wide() -> None:
    assert (TIMES["é"], ARIAL["Ç"], TIMES["漢"]) == (TIMES["e"], ARIAL["C"], 1.0)
