"""The sample's files are sound, and the lint sees each fault that is planted in one."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from briefgen.writers.docx.letterhead import BUILT_IN, build_letterhead
from briefgen.writers.docx.package import pack
from tests.conformance.docx_lint import lint
from tests.writers.docx.opened import parts
from tests.writers.docx.small_report import sample, style

CHART = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'

pytestmark = pytest.mark.conformance


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_sample_is_sound(language: str) -> None:
    assert lint(sample(language)) == []


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_letterhead_is_sound(name: str) -> None:
    assert lint(build_letterhead(style(name))) == []


def _replace(old: str, new: str, part: str = "word/document.xml", count: int = 1) -> Callable[[dict[str, bytes]], None]:
    def plant(content: dict[str, bytes]) -> None:
        assert old.encode() in content[part]
        content[part] = content[part].replace(old.encode(), new.encode(), count)

    return plant


def _same_control_number(content: dict[str, bytes]) -> None:
    """Two controls with the number of the first, as a copy of a paragraph made by hand has them."""
    numbers = re.findall(rb'<w:id w:val="(\d+)"/>', content["word/document.xml"])
    content["word/document.xml"] = content["word/document.xml"].replace(numbers[1], numbers[0])


@pytest.mark.parametrize(
    ("fault", "plant"),
    [
        ("bookmark id", _replace('<w:bookmarkStart w:id="2"', '<w:bookmarkStart w:id="1"')),
        ("bookmark name", _replace('w:name="e_1_2"', 'w:name="e_1_1"')),
        ("control id", _same_control_number),
        ("has no commentRangeEnd", _replace('<w:commentRangeEnd w:id="0"/>', "")),
        ("has no comment", _replace('<w:comment w:id="0"', '<w:comment w:id="77"', "word/comments.xml")),
        ("is not closed", _replace('<w:bookmarkEnd w:id="2"/>', "")),
        ("drawing id", _replace('<wp:docPr id="2"', '<wp:docPr id="1"')),
        ("style Nowhere does not exist", _replace('w:val="KeyPoint"', 'w:val="Nowhere"')),
        ("list 99", _replace('<w:numId w:val="1"/>', '<w:numId w:val="99"/>', "word/styles.xml")),
        ("a field does not end", _replace('<w:fldChar w:fldCharType="end"/>', "", "word/header1.xml")),
        ("alternative text", _replace(' descr="', ' title="')),
        ("no description", _replace("w:tblDescription", "w:tblStyle")),
        ("link e_1_6 does", _replace('w:name="e_1_6"', 'w:name="elsewhere"')),
        ("relationship rId999", _replace(f'{CHART} r:id="rId', f'{CHART} r:id="rId999')),
        ("blank", _replace("<w:body>", "<w:body><w:p/>")),
    ],
)  # fmt: skip
def test_a_planted_fault_is_seen(fault: str, plant: Callable[[dict[str, bytes]], None]) -> None:
    content = parts(sample("ru"))
    plant(content)
    assert any(fault in found for found in lint(pack(content)))
