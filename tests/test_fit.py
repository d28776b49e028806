"""The search for the limits that editions share: rows, then steps; and what it finds for the seed in each style."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.blocks import Heading, PageBreak
from briefgen.compose import Requisites, compose, profile_of
from briefgen.fit import Printing, first_row, fitting, grown, parts, roomiest_limits
from briefgen.templating import load_profile, load_style
from briefgen.writers.pdf import write_pdf
from tests.compose.sample_briefs import brief_of, standard, whole_extraction

MOST = {"figures": 9, "experts": 4, "moments": 8}


@given(st.integers(min_value=1, max_value=40), st.integers(min_value=0, max_value=45))
def test_the_first_row_that_fits_is_taken_else_the_last(rows, roomy):
    """`roomy` rows are too roomy; where that is all of them, the tightest has to do."""
    assert first_row(rows, lambda row: row >= roomy) == min(roomy, rows - 1)


@given(st.integers(min_value=1, max_value=40), st.integers(min_value=0, max_value=45))
def test_a_row_is_tried_once_and_few_are_tried(rows, roomy):
    tried = []
    first_row(rows, lambda row: not tried.append(row) and row >= roomy)
    assert len(tried) == len(set(tried)) <= rows.bit_length()
    assert all(0 <= row < rows for row in tried)


def test_page_one_and_the_body_are_told_apart_by_page_breaks():
    one, two, three = (Heading(1, "", name, name) for name in ("one", "two", "three"))
    page_one, body = parts((one, PageBreak(), two, PageBreak(), three))
    assert [block.anchor for block in page_one if isinstance(block, Heading)] == ["one"]
    assert [block.anchor for block in body if isinstance(block, Heading)] == ["two"]


def test_room_is_filled_a_field_and_a_step_at_a_time():
    limits = replace(standard().limits(0, 0), figures=3, experts=1, moments=2)
    larger = grown(limits, MOST, (("experts", 1), ("figures", 2)), lambda limits: limits.figures + 2 * limits.experts <= 12)
    assert (larger.experts, larger.figures, larger.moments) == (3, 5, 2)


def test_no_field_grows_above_the_roomiest_row():
    limits = replace(standard().limits(0, 0), figures=3, experts=1, moments=2)
    larger = grown(limits, MOST, (("experts", 3), ("figures", 1)), lambda limits: True)
    assert (larger.experts, larger.figures) == (4, 9)


@given(st.integers(2, 60))
def test_what_is_grown_fits_and_is_tried_few_times(room):
    tried = []
    limits = replace(standard().limits(0, 0), figures=1, experts=1, moments=0)
    steps = (("moments", 1), ("figures", 1), ("experts", 1))
    fits = lambda limits: not tried.append(limits) and limits.figures + limits.experts + limits.moments <= room  # noqa: E731
    larger = grown(limits, MOST, steps, fits)
    assert larger.figures + larger.experts + larger.moments == min(room, 9 + 4 + 8)
    assert len(tried) <= 9 + 4 + 8 + len(steps)


@pytest.mark.parametrize(("styles", "last"), [(("gost", "govuk"), 3), (("digest", "digest"), 2), (("govuk", "digest"), 2)])
def test_page_one_stands_alone_and_the_body_ends_in_time(styles, last):
    brief = brief_of(whole_extraction(name="one.txt"), whole_extraction(name="two.txt"))
    path, mapping = load_profile("standard")
    profile = profile_of(mapping, name=str(path))
    editions = [Printing(language, Requisites(), load_style(style)) for language, style in zip(("ru", "en"), styles, strict=True)]
    limits = roomiest_limits(profile, fitting(brief, profile, editions))
    for edition in editions:
        found = write_pdf(compose(brief, edition.language, profile, limits, Requisites()), edition.style)
        assert found.anchors["risks-brief"] == 1
        assert found.anchors["sources"] <= last + 1
