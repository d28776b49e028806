"""PDFs: pages become paragraphs."""

from __future__ import annotations

import io
from pathlib import Path

import font_source_serif_pro
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from reportlab.platypus import Paragraph as Flow

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


FONT = Path(font_source_serif_pro.__file__).parent / "files" / "SourceSerifPro-Regular.ttf"
PARAGRAPHS = [
    "Великобритания и Казахстан подписали соглашение о поставках металлов на 4 миллиарда фунтов стерлингов. Об этом сообщил министр "
    "иностранных дел по итогам переговоров в Астане.",
    "По словам эксперта, это дипломатический манёвр. Документ действует до 2030 года, и обе стороны намерены его продлить, если условия "
    "не изменятся.",
    "Стороны договорились строить завод в области. Завод даст 500 рабочих мест и начнёт работу в 2027 году, сказал министр.",
    "Банк развития выделит заём на строительство дороги к границе. Дорога пройдёт через три области и займёт пять лет.",
    "Посол назвал договор важным шагом. Он напомнил, что прежний договор истёк зимой и что переговоры шли полгода.",
]


def printed(columns: int, indent: int, repeats: int) -> bytes:
    """Justified text in columns below a head in small type, with a page number at the foot."""
    pdfmetrics.registerFont(TTFont("Serif", str(FONT)))
    buffer = io.BytesIO()
    width, height = A4

    def running(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont("Serif", 8)
        canvas.drawString(60, height - 40, f"Вестник № {document.page}")
        canvas.drawCentredString(width / 2, 30, str(document.page))

    column = (width - 120 - (columns - 1) * 20) / columns
    frames = [Frame(60 + number * (column + 20), 60, column, height - 130) for number in range(columns)]
    document = BaseDocTemplate(buffer, pagesize=A4, invariant=True)
    document.addPageTemplates(PageTemplate(frames=frames, onPage=running))
    text = ParagraphStyle(
        "text", fontName="Serif", fontSize=10, leading=13, alignment=4, spaceAfter=0 if indent else 6, firstLineIndent=indent
    )
    title = ParagraphStyle("title", fontName="Serif", fontSize=15, leading=18, spaceAfter=8)
    document.build([Flow("Металлы Казахстана", title), *(Flow(words, text) for words in PARAGRAPHS * repeats)])
    return buffer.getvalue()


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("indent", [0, 14], ids=["spaced", "indented"])
def test_a_printed_page_gives_its_title_and_paragraphs(columns: int, indent: int) -> None:
    found = read_pdf(printed(columns, indent, 3), "a.pdf")
    assert found.text.strip().split("\n\n") == ["Металлы Казахстана", *PARAGRAPHS * 3]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (pdf([], []), "holds no text, only pictures"),
        (b"%PDF-1.7 nothing", "damaged or not a PDF"),
        (pdf([FULL] * 40)[:900], "damaged or not a PDF"),
        (pdf([FULL], encrypt="word"), "protected by a password"),
    ],
    ids=["scan", "damaged", "cut short", "password"],
)
def test_what_has_no_text_to_read_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_pdf(data, "a.pdf")
