"""Web pages: the article without what is around it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefgen.diagnostics import InputError
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


NEWS = """<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title} — {publisher}</title>{head}
<script>var sum = "100 billion secret";</script><style>p {{ color: red }}</style></head><body>
<header><nav><ul><li><a href="/">{menu}</a></li></ul></nav><div class="cookie-banner">cookie <button>OK</button></div></header>
<main><article><h1>{title}</h1><div class="meta"><time datetime="2026-02-27T10:00">10:00</time></div>
<figure><img src="a.jpg" alt=""><figcaption>{caption}</figcaption></figure>
<p>{first}</p><div class="related"><h3>{related}</h3><ul><li><a href="/2">{teaser}</a></li></ul></div><p>{second}</p>
<div class="share">{share}</div></article><aside><h2>{popular}</h2><ul><li><a href="/9">{teaser}</a></li></ul></aside></main>
<section class="comments"><p>{comment}</p></section><footer>© 1999–2026 {publisher}. {rights}</footer></body></html>"""
RUSSIAN = {
    "language": "ru",
    "title": "Металлы Казахстана",
    "publisher": "Вестник",
    "menu": "Главная страница",
    "caption": "Завод. Фото: Иван Иванов",
    "first": "Великобритания и Казахстан подписали соглашение о поставках металлов на 4 миллиарда фунтов. Об этом сообщил министр.",
    "related": "Читайте также",
    "teaser": "Экспорт вырос на 12% в 2018 году",
    "second": "По словам эксперта, документ действует до 2030 года, и обе стороны намерены его продлить на следующих переговорах.",
    "share": "Поделиться",
    "popular": "Самое читаемое",
    "comment": "Комментарий читателя: всё пропало",
    "rights": "Все права защищены",
}
ENGLISH = {
    "language": "en",
    "title": "Metals of Kazakhstan",
    "publisher": "The Herald",
    "menu": "Home page",
    "caption": "The plant. Photo: John Brown",
    "first": "Britain and Kazakhstan have signed a deal on metals worth £4 billion, the minister said on Friday in London.",
    "related": "Read more",
    "teaser": "Exports rose by 12% in 2018",
    "second": "The deal holds until 2030, and both sides mean to extend it at the talks that follow, she told reporters.",
    "share": "Share",
    "popular": "Most read",
    "comment": "A reader comments: all is lost",
    "rights": "All rights reserved",
}
OPEN_GRAPH = (
    '<meta property="og:title" content="{title}"><meta property="og:site_name" content="{publisher}">'
    '<meta property="article:published_time" content="2026-02-27T23:30:00+03:00"><meta name="author" content="Анна Белая">'
)
JSON_LD = (
    '<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle","headline":"{title}",'
    '"datePublished":"2026-02-27T10:00:00+03:00","dateModified":"2026-03-01T10:00:00+03:00",'
    '"author":{{"@type":"Person","name":"Анна Белая"}},"publisher":{{"@type":"Organization","name":"{publisher}"}}}}</script>'
)


@pytest.mark.parametrize("words", [RUSSIAN, ENGLISH], ids=["ru", "en"])
@pytest.mark.parametrize("head", [OPEN_GRAPH, JSON_LD], ids=["OpenGraph", "JSON-LD"])
def test_a_news_page_gives_its_article_alone_and_its_metadata(words: dict[str, str], head: str) -> None:
    found = read_html(NEWS.format(**words, head=head.format(**words)).encode(), "a.html")
    assert found.text.split("\n\n") == [words["title"], words["first"], words["second"] + "\n"]
    assert (found.title, found.published) == (words["title"], date(2026, 2, 27))
    assert (found.origin.publisher, found.origin.author) == (words["publisher"], "Анна Белая")


@pytest.mark.parametrize(
    "hostile",
    [b"<div>" * 100_000, b"<" * 300_000, b'<a href="' * 50_000, b"<p " + b"a=1 " * 100_000 + b">"],
    ids=["deep", "open", "quotes", "attributes"],
)
def test_a_hostile_page_gives_one_clear_message(hostile: bytes) -> None:
    with pytest.raises(InputError, match="no article text was found"):
        read_html(hostile, "a.html")


def test_entities_that_grow_are_not_followed() -> None:
    entities = "".join(f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 10))
    hostile = page(extra="&a9;").replace(b"<!DOCTYPE html>", f'<!DOCTYPE html [<!ENTITY a0 "ha">{entities}]>'.encode())
    assert "haha" not in read_html(hostile, "a.html").text
