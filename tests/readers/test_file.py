"""Files of every kind become articles; what cannot be read is told in one line."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from briefgen.diagnostics import InputError, UsageError
from briefgen.readers import MAXIMUM_BYTES, read_article

TEXT = "Казахстан и металлы\n\nМинистр заявил, что соглашение было подписано в Астане и что оно действует.\n"


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def test_plain_text_is_read_as_it_stands(tmp_path: Path) -> None:
    article = read_article(write(tmp_path, "a.txt", TEXT))
    assert (article.name, article.language, article.text) == ("a.txt", "ru", TEXT)
    assert article.digest == sha256(TEXT.encode()).hexdigest()


def test_the_given_date_serves_only_where_the_article_says_none(tmp_path: Path) -> None:
    given = date(2026, 1, 2)
    assert read_article(write(tmp_path, "a.txt", TEXT), published=given).published == given
    assert read_article(write(tmp_path, "b.txt", "date 2026-02-27 " + TEXT), published=given).published == date(2026, 2, 27)


def test_the_origin_file_goes_before_the_article(tmp_path: Path) -> None:
    write(
        tmp_path,
        "a.toml",
        'publisher = "Издание"\ntitle = "Другой заголовок"\npublished = 2026-03-01\nlanguage = "ru"\nurl = "https://example.org"\n',
    )
    article = read_article(write(tmp_path, "a.txt", "date 2026-02-27 " + TEXT), published=date(2026, 1, 2))
    assert (article.title, article.published) == ("Другой заголовок", date(2026, 3, 1))
    assert (article.origin.publisher, article.origin.url, article.origin.author) == ("Издание", "https://example.org", "")


def test_an_html_file_keeps_the_digest_of_its_bytes(tmp_path: Path) -> None:
    page = f"<html><body><article><p>{TEXT}</p><p>{TEXT}</p></article></body></html>".encode()
    article = read_article(write(tmp_path, "a.htm", page))
    assert article.digest == sha256(page).hexdigest()
    assert "<p>" not in article.text


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.txt", b"", "is empty"),
        ("spaces.txt", b" \n\n", "is empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "not text"),
        ("german.txt", "Die Regierung hat beschlossen, dass die Mittel nicht gekürzt werden.", "language"),
        ("large.txt", b"a" * (MAXIMUM_BYTES + 1), "larger than 20 MB"),
        ("broken.docx", b"PK not a package", "not a Word document"),
        ("broken.pdf", b"%PDF-1.7 nothing", "damaged or not a PDF"),
        ("menu.html", b"<html><nav></nav></html>", "no article text"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read_article(write(tmp_path, name, content))
    assert name in str(caught.value) and message in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("path", "message"), [("missing.txt", "there is no such file"), (".", "is a folder"), ("a\0b.txt", "cannot be read")]
)
def test_a_path_without_a_file_is_named(tmp_path: Path, path: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_article(tmp_path / path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('publisher = "a"\npublsher = "b"\n', "line 2: unknown key 'publsher'; known are original_name, publisher"),
        ("author = [1]\n", "line 1: author: text in quotation marks is expected"),
        ('\n\nlanguage = "fr"\n', "line 3: language: 'fr' is none of ru, en"),
        ('published = "yesterday"\n', "line 1: published: a date such as 2026-02-27 is expected"),
        ("published = 5\n", "line 1: published: a date"),
        ("publisher = \n", "not TOML: "),
        (b"publisher = '\xff'", "is not UTF-8 text"),
    ],
)
def test_a_wrong_origin_file_is_named_with_its_line(tmp_path: Path, content: str | bytes, message: str) -> None:
    write(tmp_path, "a.toml", content)
    with pytest.raises(UsageError) as caught:
        read_article(write(tmp_path, "a.txt", TEXT))
    assert "a.toml: " in str(caught.value) and message in str(caught.value)


@pytest.mark.parametrize("line", ["published = 2026-02-27", 'published = "2026-02-27"', "published = 2026-02-27T10:00:00Z"])
def test_an_origin_date_may_be_written_in_three_ways(tmp_path: Path, line: str) -> None:
    write(tmp_path, "a.toml", line)
    assert read_article(write(tmp_path, "a.txt", TEXT)).published == date(2026, 2, 27)


@pytest.mark.parametrize(
    ("name", "start", "right"),
    [
        ("a.docx", b"%PDF-1.7", ".pdf"),
        ("a.pdf", b"PK\x03\x04", ".docx"),
        ("a.txt", b"%PDF-1.7", ".pdf"),
        ("a.html", b"PK\x03\x04", ".docx"),
    ],
)
def test_a_file_under_another_kinds_name_is_told(name: str, start: bytes, right: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=f"give its name the ending {right}") as error:
        read_article(write(tmp_path, name, start + b" words" * 20))
    assert error.value.exit_code == 3
