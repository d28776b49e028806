"""Profiles are checked: what is wrong is named with its file and key."""

from __future__ import annotations

import copy

import pytest

from briefgen.compose.profile import BODY_LIMITS, PAGE_ONE_LIMITS, profile_from
from briefgen.diagnostics import UsageError

SECTIONS = {"one": None, "two": None}
PAGE_ONE, BODY = dict.fromkeys(PAGE_ONE_LIMITS, 3), dict.fromkeys(BODY_LIMITS, 4)
GOOD = {
    "page_one": ["one"],
    "body": ["two"],
    "annexes": [],
    "pages": 3,
    "page_one_limits": [PAGE_ONE],
    "body_limits": [BODY],
    "grow_page_one": {"bars": 1},
    "grow_body": {"experts": 1},
}


def test_a_good_profile_keeps_the_order_of_its_sections():
    profile = profile_from(GOOD, name="mine.toml", sections=SECTIONS)
    assert (profile.page_one, profile.body) == (("one",), ("two",))
    limits = profile.limits(0, 0)
    assert (limits.points, limits.figures) == (3, 4)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"bodies": []}, "unknown key 'bodies'"),
        ({"body": ["three"]}, "unknown section 'three'"),
        ({"grow_body": {"points": 1}}, "grow_body: points = 1"),
        ({"grow_body": {"figures": 0}}, "grow_body: figures = 0"),
        ({"pages": 0}, "pages: a whole number"),
        ({"body_limits": []}, "body_limits: at least one row"),
        ({"page_one_limits": [{**PAGE_ONE, "points": "many"}]}, "page_one_limits 1: points: a whole number"),
        ({"body_limits": [BODY, {**BODY, "extra": 1}]}, "body_limits 2: unknown key 'extra'"),
    ],
)
def test_a_fault_is_named_with_file_and_key(change, message):
    mapping = {**copy.deepcopy(GOOD), **change}
    with pytest.raises(UsageError, match=message) as raised:
        profile_from(mapping, name="mine.toml", sections=SECTIONS)
    assert str(raised.value).startswith("mine.toml: ")
