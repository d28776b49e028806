"""Profiles are checked: what is wrong is named with its file and key."""

from __future__ import annotations

import copy

import pytest

from briefgen.compose.profile import profile_from
from briefgen.diagnostics import UsageError

SECTIONS = {"one": None, "two": None}
LIMITS = dict.fromkeys(
    ("points", "partners", "panels", "bars", "risks", "interests", "figures", "experts", "officials", "timeline"), 3
)  # fmt: skip
GOOD = {"page_one": ["one"], "body": ["two"], "annexes": [], "pages": 3, "limits": [LIMITS]}


def test_a_good_profile_keeps_the_order_of_its_sections():
    profile = profile_from(GOOD, name="mine.toml", sections=SECTIONS)
    assert (profile.page_one, profile.body, profile.limits[0].points) == (("one",), ("two",), 3)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"bodies": []}, "unknown key 'bodies'"),
        ({"body": ["three"]}, "unknown section 'three'"),
        ({"pages": 0}, "pages: a whole number"),
        ({"limits": [{**LIMITS, "points": "many"}]}, "limits 1: points: a whole number"),
        ({"limits": [{**LIMITS, "extra": 1}]}, "limits 1: unknown key 'extra'"),
    ],
)
def test_a_fault_is_named_with_file_and_key(change, message):
    mapping = {**copy.deepcopy(GOOD), **change}
    with pytest.raises(UsageError, match=message) as raised:
        profile_from(mapping, name="mine.toml", sections=SECTIONS)
    assert str(raised.value).startswith("mine.toml: ")
