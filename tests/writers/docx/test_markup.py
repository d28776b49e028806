"""Text and attributes come out as well-formed XML, whatever is in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefgen.writers.docx.markup import element, text, val


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("A & B < C > D", "A &amp; B &lt; C &gt; D"),
        ("a\x00b\x0bc\x1fd", "abcd"),
        ("a\ud800b", "ab"),
        ("a\ufffeb\uffffc", "abc"),
        ("a\tb\nc\r", "a b c "),
        ("«Зоны сделок „C5+1“» \u00a0№ 1", "«Зоны сделок „C5+1“» \u00a0№ 1"),
        ("]]>", "]]&gt;"),
    ],
)
def test_text_is_escaped_and_cleaned(words: str, printed: str) -> None:
    assert text(words) == printed


@given(st.text())
def test_any_text_survives_as_an_attribute_and_as_content(words: str) -> None:
    parsed = etree.fromstring(element("a", {"b": words, "c": None, "d": 7}, text(words)))
    assert (parsed.text or "") == parsed.get("b")
    assert "c" not in parsed.attrib


def test_an_element_without_content_is_closed_at_once() -> None:
    assert element("w:keepNext") == "<w:keepNext/>"
    assert val("w:numId", 3) == '<w:numId w:val="3"/>'
