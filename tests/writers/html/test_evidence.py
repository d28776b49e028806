"""The evidence page: one file that loads nothing, says everything without a script, and escapes whatever an article holds."""

from __future__ import annotations

import base64
import re
from hashlib import sha256

import pytest
from lxml import html

from briefgen.review import Review, ReviewArticle, ReviewFact, ReviewParagraph, Segment
from briefgen.writers.html.evidence import write_evidence

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)> &amp; \x00\x0b \"'"
LABELS = (
    "about articles facts show figures dates statements interests risks doubtful language all ru en article find shown place code rule "
    "doubt translation sentences caption background q d s i r c"
)


def both(words: str) -> dict[str, str]:
    return {"ru": words, "en": words}


def page_of(words: str = "4 млрд фунтов", role: str = "text") -> bytes:
    fact = ReviewFact("q-0123456789ab", "q", "ru", both(words), ("1.2",), "money.word", both("число"), (both("валюта"),), both("перевод"))
    outer = ReviewFact("s-0123456789ab", "s", "ru", both("кто сказал"), ("1.2",), "quotation", both(""), (), both(""))
    segments = (Segment("Лондон даст ", (outer.id,), (outer.id,)), Segment(words, (outer.id, fact.id), (fact.id,)), Segment("."))
    article = ReviewArticle(1, words, "ru", both("файл"), (ReviewParagraph("1.2", role, segments),), True)
    labels = {key: both(key) for key in LABELS.split()}
    return write_evidence(Review(("ru", "en"), both(words), labels, (article,), (outer, fact), "f" * 64))


def test_the_page_loads_nothing_and_runs_nothing_but_its_own() -> None:
    page = html.document_fromstring(page_of())
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'")
    for tag, rule in (("style", "style-src"), ("script", "script-src")):
        (part,) = page.xpath(f"//{tag}")
        digest = base64.b64encode(sha256(part.text.encode("utf-8")).digest()).decode()
        assert f"{rule} 'sha256-{digest}'" in policy
    assert not page.xpath("//@src | //@href | //@style") and not re.search(rb"https?://|url\(|@import", page_of())


def test_what_an_article_holds_is_text() -> None:
    page = html.document_fromstring(page_of(HOSTILE))
    assert len(page.xpath("//script")) == 1 and not page.xpath("//img")
    shown = "".join(page.xpath("//article//span[@class='words']")[0].itertext())
    assert shown == "Лондон даст " + HOSTILE.replace("\x00", "\ufffd").replace("\x0b", "\ufffd") + "."


def test_a_fact_inside_another_has_both_lines_and_a_place_for_the_keyboard() -> None:
    page = html.document_fromstring(page_of())
    (inner,) = page.xpath("//span[@data-facts='s-0123456789ab q-0123456789ab']")
    assert [part.get("data-fact") for part in inner.iter("span") if part.get("data-fact")] == ["s-0123456789ab", "q-0123456789ab"]
    assert inner.get("tabindex") == "0" and inner.get("aria-label") == "4 млрд фунтов: 4 млрд фунтов"
    assert "".join(inner.itertext()) == "4 млрд фунтов"


def test_a_fact_says_why_it_was_taken_and_what_is_in_doubt() -> None:
    page = html.document_fromstring(page_of())
    (fact,) = page.xpath("//li[@data-id='q-0123456789ab']")
    said = " ".join("".join(fact.itertext()).split())
    assert "money.word — число" in said and "валюта" in said and fact.get("data-doubt") == "1"
    assert page.xpath("//li[@data-id='s-0123456789ab']/@data-doubt") == [""]


def test_a_passage_that_was_not_used_says_so() -> None:
    page = html.document_fromstring(page_of(role="caption"))
    assert "caption" in "".join(page.xpath("//div[contains(@class, 'role-caption')]")[0].itertext())


def test_the_same_page_has_the_same_bytes() -> None:
    assert page_of() == page_of()


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_word_of_the_page_is_there_in_each_language(language: str) -> None:
    page = html.document_fromstring(page_of())
    words = page.xpath(f"//span[@class='l-{language}']")
    assert len(words) == len(page.xpath("//span[@class='l-ru']")) and all(part.get("lang") == language for part in words)
