"""Whole briefs on paper in each style: all words, no ink outside the frame, no empty page, page one alone, the body in time."""

from __future__ import annotations

import zlib
from functools import lru_cache

import pikepdf
import pytest

from briefgen.blocks import PageBreak
from briefgen.compose import Requisites
from tests.writers.briefs import HOUSE, Printed, long_brief, printed, seed_brief
from tests.writers.pdf.canonical import canonical_digest
from tests.writers.pdf.own_checks import content_faults, page_faults

pytestmark = pytest.mark.slow

STYLES = [("gost", "govuk"), ("govuk", "gost"), ("digest", "digest"), ("gost-14", "gost-14")]
LAST_OF_BODY = {"gost": 3, "govuk": 3, "digest": 2}
CASES = {
    "seed": lambda styles: printed(seed_brief(), styles),
    "house": lambda styles: printed(seed_brief(), styles, requisites=HOUSE),
    "code": lambda styles: printed(seed_brief(), styles, requisites=HOUSE, has_code=True),
    "long": lambda styles: printed(long_brief(), styles),
}


@lru_cache
def editions(case: str, styles: tuple[str, str]) -> dict[str, Printed]:
    return CASES[case](styles)


def starts(edition: Printed) -> frozenset[int]:
    """Pages that begin after a page break: the first, and those of the first anchor behind each break."""
    blocks = edition.report.blocks
    behind = [
        next(b.anchor for b in blocks[at + 1 :] if getattr(b, "anchor", "")) for at, b in enumerate(blocks) if isinstance(b, PageBreak)
    ]
    return frozenset({1, *(edition.layout.anchors[anchor] for anchor in behind)})


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("styles", STYLES, ids="-".join)
@pytest.mark.parametrize("case", CASES)
def test_a_brief_holds_on_paper(case: str, styles: tuple[str, str], language: str) -> None:
    edition = editions(case, styles)[language]
    assert content_faults(edition.layout.data, edition.report) == set()
    assert page_faults(edition.layout.data, edition.style, starts=starts(edition)) == []
    anchors = edition.layout.anchors
    assert anchors["risks-brief"] == 1 and anchors["interests"] == 2
    last = LAST_OF_BODY.get(edition.style.name)
    if last:
        assert anchors["sources"] <= last + 1


@pytest.mark.parametrize("styles", STYLES[:1], ids="-".join)
def test_both_editions_print_the_same_parts(styles: tuple[str, str]) -> None:
    for case in CASES:
        russian, english = (editions(case, styles)[language].report for language in ("ru", "en"))
        assert [type(block) for block in russian.blocks if not _awaits(block)] == [
            type(block) for block in english.blocks if not _awaits(block)
        ][: len(russian.blocks)]


def _awaits(block: object) -> bool:
    return getattr(block, "anchor", "") == "awaiting"


def test_sixty_articles_take_many_pages() -> None:
    edition = editions("long", STYLES[0])["ru"]
    assert edition.layout.pages > 15


@pytest.mark.parametrize("marking", ["TLP:RED", "OFFICIAL-SENSITIVE", "ДСП"])
def test_a_marked_brief_keeps_its_frame_beside_and_its_pages(marking: str) -> None:
    copy = "1" if marking == "ДСП" else ""
    for edition in printed(seed_brief(), requisites=Requisites(marking=marking, copy_number=copy)).values():
        assert content_faults(edition.layout.data, edition.report) == set()
        assert page_faults(edition.layout.data, edition.style, starts=starts(edition)) == []


def test_a_digest_of_the_content_does_not_depend_on_how_streams_are_packed() -> None:
    data = editions("seed", STYLES[0])["ru"].layout.data
    level = pikepdf.settings.set_flate_compression_level
    level(1)
    try:
        again = _repacked(data)
    finally:
        level(-1)
    assert again != data
    assert canonical_digest(again) == canonical_digest(data)
    assert canonical_digest(editions("seed", STYLES[0])["en"].layout.data) != canonical_digest(data)
    assert zlib.ZLIB_RUNTIME_VERSION  # the library that has no part in it


def _repacked(data: bytes) -> bytes:
    from io import BytesIO

    output = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(output, recompress_flate=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return output.getvalue()
