"""PDFs: pages become paragraphs."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from briefgen.diagnostics import InputError
from briefgen.readers.pdf import read_pdf

FULL = "The ministry said that the agreement had been signed in Astana and that the two"  # a line as long as the column


def pdf(*pages: list[str], top: int = 760, encrypt: str | None = None) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True, encrypt=encrypt)
    for number, lines in enumerate(pages, start=1):
        canvas.drawString(72, 800, f"Daily review, issue {number}")
        for row, line in enumerate(lines):
            canvas.drawString(72, top - 14 * row, line)
        canvas.drawString(300, 40, str(number))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def test_lines_are_joined_and_a_short_line_ends_a_paragraph() -> None:
    found = read_pdf(
        pdf([FULL, "sides will extend it.", "The next paragraph begins here and it runs on to the end of the line and", "stops."], []),
        "a.pdf",
    )
    assert (
        found.text == f"{FULL} sides will extend it.\n\nThe next paragraph begins here and it runs on to the end of the line and stops.\n"
    )


def test_a_paragraph_runs_on_over_a_page_and_running_lines_are_left_out() -> None:
    assert read_pdf(pdf([FULL], ["sides will extend it."]), "a.pdf").text == f"{FULL} sides will extend it.\n"


def test_a_divided_word_is_whole_again() -> None:
    lines = ["The United Kingdom and Kazakhstan have signed an agreement on the govern-", "ment of rare earths and it is in force."]
    assert "on the government of rare earths" in read_pdf(pdf(lines, []), "a.pdf").text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (pdf([], []), "holds no text, only pictures"),
        (b"%PDF-1.7 nothing", "damaged or not a PDF"),
        (pdf([FULL], encrypt="word"), "protected by a password"),
    ],
    ids=["scan", "damaged", "password"],
)
def test_what_has_no_text_to_read_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_pdf(data, "a.pdf")
