"""The QR code on page one: its modules where a scanner reads them, one tagged figure with words and its own box."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from briefgen.blocks import Code
from briefgen.templating import load_style
from briefgen.writers.pdf import write_pdf
from tests.writers.sample_report import sample_report

ROWS = tuple("".join("1" if (row * column + row) % 3 else "0" for column in range(33)) for row in range(33))
_DPI = 600


def coded(style: str) -> bytes:
    report = sample_report("en")
    return write_pdf(replace(report, head=replace(report.head, code=Code("abc", "QR code: abc", ROWS))), load_style(style)).data


def figure(data: bytes) -> pikepdf.Dictionary:
    with pikepdf.open(BytesIO(data)) as pdf:
        [found] = [entry for entry in pdf.objects if isinstance(entry, pikepdf.Dictionary) and entry.get("/Alt") == "QR code: abc"]
        return {"tag": str(found["/S"]), "box": [float(value) for value in found["/A"]["/BBox"]]}


@pytest.mark.parametrize("style", ["gost", "gost-14", "govuk", "digest"])
def test_a_code_is_a_figure_at_the_right_margin_whose_modules_can_be_read(style: str) -> None:
    data = coded(style)
    found = figure(data)
    left, bottom, right, top = found["box"]
    page = load_style(style).page
    assert found["tag"] == "/Figure"
    assert right == pytest.approx((page.width - page.right) * 72 / 25.4, abs=0.1)
    assert right - left == pytest.approx(top - bottom, abs=0.1)
    scale = _DPI / 72
    pixels = pypdfium2.PdfDocument(data)[0].render(scale=scale, grayscale=True).to_numpy()
    pixels = pixels[..., 0] if pixels.ndim == 3 else pixels
    module, height = (right - left) / 33, page.height * 72 / 25.4
    read = tuple(
        "".join(
            "1" if pixels[int((height - top + (row + 0.5) * module) * scale), int((left + (column + 0.5) * module) * scale)] < 128 else "0"
            for column in range(33)
        )
        for row in range(33)
    )
    assert read == ROWS


def test_the_words_of_the_title_keep_clear_of_the_code() -> None:
    report = sample_report("en")
    long = replace(report.head, title="Interests and sums named by partners " * 6, code=Code("abc", "QR code: abc", ROWS))
    for style in ("gost", "govuk"):
        data = write_pdf(replace(report, head=long), load_style(style)).data
        left, bottom, right, top = figure(data)["box"]
        text = pypdfium2.PdfDocument(data)[0].get_textpage()
        quiet = 4 * (right - left) / 33
        assert text.get_text_bounded(left=left - quiet + 1, bottom=bottom, right=right, top=top).strip() == ""
