"""Word documents: body, tables, text boxes and footnotes in order."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from briefgen.diagnostics import InputError
from briefgen.readers.docx import read_docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def package(body: str, *, doctype: str = "", footnotes: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("word/document.xml", f"{doctype}<w:document {W}><w:body>{body}</w:body></w:document>")
        if footnotes:
            file.writestr("word/footnotes.xml", f"<w:footnotes {W}>{footnotes}</w:footnotes>")
    return buffer.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_a_document_of_word_is_read_in_order() -> None:
    document = docx.Document()
    document.add_heading("Заголовок", 1)
    document.add_paragraph("Первый абзац.")
    table = document.add_table(2, 2)
    for cell, text in zip((cell for row in table.rows for cell in row.cells), ("Сумма", "4 млрд", "Срок", "2030"), strict=True):
        cell.text = text
    document.add_paragraph("Второй  абзац.")
    buffer = io.BytesIO()
    document.save(buffer)
    assert read_docx(buffer.getvalue(), "a.docx").text == "Заголовок\n\nПервый абзац.\n\nСумма | 4 млрд\n\nСрок | 2030\n\nВторой абзац.\n"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            "<w:p><w:r><w:t>До</w:t></w:r><w:del><w:r><w:t>старое</w:t></w:r></w:del><w:ins><w:r><w:t> новое</w:t></w:r></w:ins></w:p>",
            "До новое",
        ),
        ("<w:sdt><w:sdtContent>" + paragraph("В поле") + "</w:sdtContent></w:sdt>", "В поле"),
        ("<w:p><w:hyperlink><w:r><w:t>ссылка</w:t></w:r></w:hyperlink></w:p>", "ссылка"),
        ("<w:p><w:r><w:t>один</w:t><w:br/><w:t>два</w:t></w:r></w:p>", "один\nдва"),
        ("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>а</w:t><w:tab/><w:t>б</w:t></w:r></w:p>", "а б"),
        (
            "<w:p><w:r><w:t>Текст</w:t><mc:AlternateContent><mc:Choice><w:txbxContent>" + paragraph("Рамка") + "</w:txbxContent>"
            "</mc:Choice><mc:Fallback><w:txbxContent>" + paragraph("Рамка") + "</w:txbxContent></mc:Fallback></mc:AlternateContent>"
            "</w:r></w:p>",
            "Текст\n\nРамка",
        ),
        ("<w:p/>" + paragraph("после пустого"), "после пустого"),
    ],
    ids=["tracked changes", "content control", "link", "line break", "tab", "text box", "empty paragraph"],
)  # fmt: skip
def test_text_is_found_wherever_word_puts_it(body: str, text: str) -> None:
    assert read_docx(package(body), "a.docx").text == text + "\n"


def test_footnotes_come_last() -> None:
    data = package(paragraph("Текст"), footnotes="<w:footnote>" + paragraph("Сноска") + "</w:footnote>")
    assert read_docx(data, "a.docx").text == "Текст\n\nСноска\n"


def test_endnotes_come_behind_the_footnotes() -> None:
    buffer = io.BytesIO(package(paragraph("Текст"), footnotes="<w:footnote>" + paragraph("Сноска") + "</w:footnote>"))
    with zipfile.ZipFile(buffer, "a") as file:
        file.writestr("word/endnotes.xml", f"<w:endnotes {W}><w:endnote>{paragraph('Примечание')}</w:endnote></w:endnotes>")
    assert read_docx(buffer.getvalue(), "a.docx").text == "Текст\n\nСноска\n\nПримечание\n"


def test_a_strict_document_is_read_alike() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("word/document.xml", f'<w:document xmlns:w="{strict}"><w:body>{paragraph("Текст")}</w:body></w:document>')
    assert read_docx(buffer.getvalue(), "a.docx").text == "Текст\n"


def test_codes_of_fields_and_words_moved_away_are_not_read() -> None:
    field = "<w:p><w:r><w:instrText>HYPERLINK secret</w:instrText></w:r><w:r><w:t>видно</w:t></w:r></w:p>"
    moved = "<w:p><w:moveFrom><w:r><w:t>старое место</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>новое место</w:t></w:r></w:moveTo></w:p>"
    assert read_docx(package(field + moved), "a.docx").text == "видно\n\nновое место\n"


def test_a_table_within_a_table_and_a_list_keep_their_order() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('внутри')}</w:tc></w:tr></w:tbl>"
    body = (
        paragraph("до")
        + f"<w:tbl><w:tr><w:tc>{paragraph('слева')}{inner}</w:tc><w:tc>{paragraph('справа')}</w:tc></w:tr></w:tbl>"
        + paragraph("после")
    )
    text = read_docx(package(body), "a.docx").text
    assert text.startswith("до\n\nслева внутри")
    assert text.endswith("после\n")


def deep(levels: int) -> bytes:
    return package("<w:sdt>" * levels + paragraph("Текст") + "</w:sdt>" * levels)


def laughing() -> bytes:
    entities = "".join(f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 10))
    return package(paragraph("&a9;"), doctype=f'<!DOCTYPE a [<!ENTITY a0 "ha">{entities}]>')


def bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file, file.open("word/document.xml", "w") as part:
        for _ in range(201):
            part.write(b" " * 1_000_000)
    return buffer.getvalue()


def damaged() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", "<w:document/>" * 100)
    data = bytearray(buffer.getvalue())
    at = data.index(b"word/document.xml") + len("word/document.xml")
    data[at : at + 20] = b"\xff" * 20
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (deep(5000), "word/document.xml: Excessive depth"),
        (laughing(), "word/document.xml: "),
        (bomb(), "unpacks to more than 200 MB"),
        (damaged(), "is not a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is protected by a password or is an old .doc"),
    ],
    ids=["deep", "billion laughs", "bomb", "damaged", "password"],
)
def test_a_hostile_or_damaged_document_gives_one_clear_message(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message) as error:
        read_docx(data, "a.docx")
    assert str(error.value).startswith("a.docx: ")
    assert len(str(error.value).splitlines()) == 1


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words", encoding="utf-8")
    doctype = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    assert "secret" not in read_docx(package(paragraph("Текст &x;"), doctype=doctype), "a.docx").text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"no zip", "is not a Word document"),
        (package(""), "holds no text"),
        (package("<w:p>"), "word/document.xml: "),
        (b"PK\x05\x06" + b"\x00" * 18, "word/document.xml is missing"),
    ],
)
def test_what_is_no_document_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_docx(data, "a.docx")
