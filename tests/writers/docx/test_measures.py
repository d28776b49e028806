"""White is counted from baseline to capitals, and ruled lines take their own room out of it."""

from __future__ import annotations

from briefgen.templating import Role
from briefgen.writers.docx.measures import line_share, space_between

NATURAL, CLOSER, WIDER = (Role(size=10, leading=leading) for leading in (11.5, 11.0, 12.5))


def test_a_rule_takes_its_width_out_of_the_gap() -> None:
    assert space_between(2.0, None, NATURAL) - space_between(2.0, None, NATURAL, rules=0.5) == 10


def test_a_closer_line_gives_way_above_its_capitals_alone() -> None:
    assert space_between(2.0, None, CLOSER) - space_between(2.0, None, NATURAL) == 10
    assert space_between(2.0, CLOSER, None) == space_between(2.0, NATURAL, None)


def test_no_gap_is_less_than_nothing() -> None:
    assert space_between(0.1, WIDER, WIDER) == 0


def test_only_a_line_below_the_natural_one_is_a_share_of_it() -> None:
    assert (line_share(NATURAL), line_share(WIDER)) == (None, None)
    assert round(line_share(CLOSER) or 0, 3) == 0.957
