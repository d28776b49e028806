"""Places of a header or footer, and what becomes of the paragraphs about them."""

from __future__ import annotations

import pytest
from lxml import etree

from briefgen.writers.docx.markup import NAMESPACES, Xml
from briefgen.writers.docx.places import divided, margin_of, mark
from tests.writers.docx.opened import words

W = NAMESPACES["w"]


def place(tag: str) -> str:
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent><w:r><w:t>{tag}</w:t></w:r></w:sdtContent></w:sdt>'


def run(text: str) -> Xml:
    return Xml(f"<w:r><w:t>{text}</w:t></w:r>") if text else Xml("")


def filled(inner: str, **content: str) -> list[str]:
    margin = margin_of(etree.fromstring(f'<w:hdr xmlns:w="{W}">{inner}</w:hdr>'), frozenset(content))
    part = etree.fromstring(margin.filled({tag: run(text) for tag, text in content.items()}))
    return [words(paragraph) for paragraph in part.iter(f"{{{W}}}p")]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (f"<w:p>{place('one')}</w:p><w:p>{place('two')}</w:p>", ["1"]),
        (f"<w:p>{place('two')}</w:p><w:p>{place('two')}</w:p>", [""]),
        (f"<w:p>{run('x')}{place('two')}</w:p><w:p>{place('one')}</w:p>", ["x", "1"]),
        (f"<w:p>{place('two')}{place('one')}</w:p><w:p>{place('two')}</w:p>", ["1"]),
        (f"<w:p/><w:p>{place('two')}</w:p>", [""]),
        (f"<w:tbl><w:tr><w:tc><w:p>{place('two')}</w:p></w:tc></w:tr></w:tbl><w:p>{place('one')}</w:p>", ["", "1"]),
        (f"<w:p>{place('other')}</w:p><w:p>{place('two')}</w:p>", ["other"]),
    ],
)
def test_a_paragraph_whose_places_are_all_empty_goes(inner: str, expected: list[str]) -> None:
    assert filled(inner, one="1", two="") == expected


def test_what_comes_in_has_its_prefix() -> None:
    root = etree.fromstring(f'<x:numbering xmlns:x="{W}"><x:num/></x:numbering>')
    root.append(mark())
    assert len(etree.fromstring(divided("name", root).filled(Xml("<w:num/>"))).findall(f"{{{W}}}num")) == 2


def test_a_prefix_that_means_something_else_is_an_error() -> None:
    root = etree.fromstring('<w:numbering xmlns:w="urn:other"/>')
    root.append(mark())
    with pytest.raises(ValueError, match="prefix w is urn:other"):
        divided("name", root)
