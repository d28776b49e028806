"""Web pages: the article without what is around it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefgen.readers.html import read_html

PAGE = """<!DOCTYPE html><html lang="ru"><head><meta charset="{charset}"><title>Металлы - Новости</title>
<meta property="og:title" content="Металлы Казахстана"><meta property="og:site_name" content="Новости">
<meta property="article:published_time" content="2026-02-27T10:00:00+03:00"><meta name="author" content="Анна Белая">
<link rel="canonical" href="https://example.org/news/1"></head><body>
<nav><a href="/">Главная страница</a></nav>
<article><h1>Металлы Казахстана</h1>
<p>Великобритания и Казахстан подписали соглашение о поставках металлов на 4 миллиарда фунтов. {extra} Об этом сообщил министр.</p>
<table><tr><td>Сумма</td><td>4 млрд фунтов</td></tr><tr><td>Срок соглашения</td><td>до 2030 года</td></tr></table>
<p>По словам эксперта, это дипломатический манёвр. Документ действует до 2030 года, и обе стороны намерены его продлить.</p>
</article><footer>Все права защищены</footer></body></html>"""


def page(charset: str = "utf-8", extra: str = "") -> bytes:
    return PAGE.format(charset=charset, extra=extra).encode(charset)


def test_text_is_title_paragraphs_and_rows_with_blank_lines_between() -> None:
    paragraphs = read_html(page(), "a.html").text.split("\n\n")
    assert paragraphs[0] == "Металлы Казахстана"
    assert paragraphs[1].startswith("Великобритания и Казахстан подписали")
    assert "Сумма | 4 млрд фунтов" in paragraphs
    assert not any("Главная" in paragraph or "защищены" in paragraph for paragraph in paragraphs)


def test_metadata_tell_title_date_and_origin() -> None:
    found = read_html(page(), "a.html")
    assert (found.title, found.published) == ("Металлы Казахстана", date(2026, 2, 27))
    assert (found.origin.publisher, found.origin.author, found.origin.url) == ("Новости", "Анна Белая", "https://example.org/news/1")


def test_a_date_is_never_guessed_from_the_text() -> None:
    bare = "<html><body><article><p>Соглашение было подписано 3 марта 2021 года в Астане, и оно действует.</p></article></body></html>"
    assert read_html(bare.encode(), "a.html").published is None


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251", "koi8-r"])
def test_the_declared_encoding_is_used(charset: str) -> None:
    assert "Великобритания" in read_html(page(charset), "a.html").text


def test_a_wrong_declaration_does_not_harm() -> None:
    assert "Великобритания" in read_html(page().replace(b'"utf-8"', b'"windows-1251"'), "a.html").text


def test_entities_of_a_hostile_page_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words", encoding="utf-8")
    doctype = f'<!DOCTYPE html [<!ENTITY secret SYSTEM "{secret.as_uri()}">]>'.encode()
    hostile = page(extra="&secret;").replace(b"<!DOCTYPE html>", doctype)
    assert "secret words" not in read_html(hostile, "a.html").text
