"""Text files to articles."""

from __future__ import annotations

import codecs
from datetime import date
from hashlib import sha256

import pytest

from briefgen.diagnostics import InputError
from briefgen.readers.plain import read_plain

_TEXT = " date 2026-02-27 Страны договорились о поставках\n\nСтороны подписали соглашение о поставках металлов и об обмене опытом.\n"


def test_the_first_line_gives_date_and_title_and_the_text_stays_as_it_is() -> None:
    article = read_plain(_TEXT.encode(), "one.txt")
    assert article.text == _TEXT
    assert article.published == date(2026, 2, 27)
    assert article.title == "Страны договорились о поставках"
    assert article.language == "ru"
    assert article.digest == sha256(_TEXT.encode()).hexdigest()
    assert article.text[article.paragraphs[0].start :].startswith("Страны")


def test_what_the_caller_knows_wins() -> None:
    article = read_plain(_TEXT.encode(), "one.txt", published=date(2025, 1, 1), title="Другой")
    assert (article.published, article.title) == (date(2025, 1, 1), "Другой")


_ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8-r", "cp866", "iso8859-5"]


@pytest.mark.parametrize("encoding", _ENCODINGS)
@pytest.mark.parametrize("times", [1, 5])
def test_encodings_of_old_archives_are_read(encoding: str, times: int) -> None:
    text = _TEXT * times
    article = read_plain(text.encode(encoding), "one.txt")
    assert article.text.lstrip("\ufeff") == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "cp1252"])
def test_english_encodings_are_read(encoding: str) -> None:
    text = "The countries agreed — “supplies” first\n\nThe ministry said that the deal’s price is £4bn and that the café owners agree.\n"
    assert read_plain(text.encode(encoding), "one.txt").text.lstrip("\ufeff") == text


def test_the_id_comes_from_words_not_from_layout() -> None:
    one = read_plain(_TEXT.encode(), "one.txt")
    other = read_plain((codecs.BOM_UTF8 + _TEXT.replace("\n\n", "\r\n\r\n").encode()), "other.txt")
    assert one.id == other.id
    assert one.digest != other.digest


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8, "not text"),
        (b"Die Regierung hat heute beschlossen, die Preise zu senken.", "Russian or English"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words) as error:
        read_plain(data, "one.txt")
    assert "one.txt" in str(error.value)
    assert error.value.exit_code == 3
