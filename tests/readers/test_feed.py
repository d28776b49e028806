"""Feeds as exported: entries of RSS and Atom as articles, days in the time zone, and nothing expanded or fetched."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from briefgen.diagnostics import InputError
from briefgen.readers.feed import read_feed

MOSCOW = ZoneInfo("Europe/Moscow")
RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Вестник</title>
<item><title>Лондон даст 4 млрд фунтов</title><link>https://example.org/a</link><author>И. Перов</author>
<description>Кратко.</description><pubDate>Sun, 01 Mar 2026 22:30:00 GMT</pubDate>
<content:encoded><![CDATA[<p>Министр заявил об этом в <b>Астане</b>.</p><script>x()</script>
<p>Срок&nbsp;— два года.</p>]]></content:encoded></item>
<item><title></title><description></description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Herald</title>
<entry><title>The minister promised a road</title><link rel="alternate" href="https://example.org/b"/>
<updated>2026-03-09T10:00:00Z</updated>
<published>2026-03-08T10:00:00+01:00</published><author><name>A. Writer</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>He said that the road to the port will cost 12 million dollars.</p></div></content>
</entry></feed>"""


def feed(tmp_path: Path, text: str, name: str = "feed.xml") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_an_entry_of_rss_is_an_article_with_its_origin(tmp_path: Path) -> None:
    article = read_feed(feed(tmp_path, RSS), MOSCOW)[0].article
    assert article is not None
    assert article.text == "Лондон даст 4 млрд фунтов\n\nМинистр заявил об этом в Астане.\n\nСрок — два года."
    assert (article.name, article.title, article.language) == ("feed.xml#1", "Лондон даст 4 млрд фунтов", "ru")
    assert (article.origin.publisher, article.origin.author, article.origin.url) == ("Вестник", "И. Перов", "https://example.org/a")


def test_the_day_of_publication_is_that_of_the_time_zone(tmp_path: Path) -> None:
    found = [read_feed(feed(tmp_path, RSS), ZoneInfo(zone))[0].article for zone in ("Europe/Moscow", "Europe/London")]
    assert [article and article.published for article in found] == [date(2026, 3, 2), date(2026, 3, 1)]


def test_an_entry_of_atom_has_its_first_day(tmp_path: Path) -> None:
    article = read_feed(feed(tmp_path, ATOM), MOSCOW)[0].article
    assert article is not None
    assert (article.published, article.language, article.origin.author) == (date(2026, 3, 8), "en", "A. Writer")
    assert "12 million dollars" in article.text


def test_an_entry_that_is_no_article_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    second = read_feed(feed(tmp_path, RSS), MOSCOW)[1]
    assert second.article is None
    assert second.reason.startswith("feed.xml#2: ")


def test_no_entity_is_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("тайна", encoding="utf-8")
    hostile = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>' + RSS.partition("?>")[2].replace("Вестник", "&x;")
    assert "тайна" not in repr(read_feed(feed(tmp_path, hostile), MOSCOW))


def test_a_bomb_of_entities_does_no_harm(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE rss [<!ENTITY a0 "aaaaaaaaaa">{entities}]>' + RSS.partition("?>")[2].replace("Астане", "&a11;")
    path = feed(tmp_path, bomb)
    with suppress(InputError):
        assert len(repr(read_feed(path, MOSCOW))) < 10_000


@pytest.mark.parametrize(("text", "message"), [("<rss", "is not XML"), ("<a><b/></a>", "no entries")])
def test_what_is_no_feed_is_told(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_feed(feed(tmp_path, text), MOSCOW)
