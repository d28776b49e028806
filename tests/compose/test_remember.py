"""What is remembered of an edition: made again when a limit that it asked for is another, and only then."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.blocks import Link, Strong, Text
from briefgen.compose import Requisites, compose_edition, compose_to_measure, edition_of
from briefgen.compose.edition import Edition
from briefgen.compose.profile import BODY_LIMITS
from briefgen.compose.remember import remembered
from tests.compose.sample_briefs import brief_of, standard, whole_extraction

BRIEF = brief_of(whole_extraction(name="one.txt"), whole_extraction(name="two.txt"))


def edition(language: str = "en") -> Edition:
    return edition_of(BRIEF, language, standard().limits(0, 0), Requisites())


def with_limits(edition: Edition, **limits: int) -> Edition:
    return replace(edition, limits=replace(edition.limits, **limits))


def test_only_the_limits_that_were_asked_for_make_it_anew() -> None:
    one, made = edition(), []

    def make(asking: Edition) -> int:
        made.append(asking.limits.figures)
        return made[-1]

    assert [remembered(with_limits(one, figures=figures), "figures", make) for figures in (3, 4, 3)] == [3, 4, 3]
    assert remembered(with_limits(one, figures=4, risks=1), "figures", make) == 4
    assert made == [3, 4]


def test_what_a_part_asked_for_counts_for_the_whole() -> None:
    one = edition()

    def whole(asking: Edition) -> int:
        return remembered(asking, "part", lambda part: part.limits.figures) + asking.limits.risks

    found = [remembered(with_limits(one, figures=figures, risks=1), "whole", whole) for figures in (3, 3, 5)]
    again = [remembered(with_limits(one, figures=figures, risks=2), "whole", whole) for figures in (5, 3)]
    assert (found, again) == ([4, 4, 6], [7, 5])


def test_another_edition_remembers_nothing() -> None:
    assert remembered(edition(), "language", lambda asking: asking.language) == "en"
    assert remembered(edition("ru"), "language", lambda asking: asking.language) == "ru"


@settings(max_examples=12, deadline=None)
@given(st.lists(st.fixed_dictionaries({name: st.integers(0, 6) for name in BODY_LIMITS}), min_size=2, max_size=4))
def test_a_report_of_an_edition_used_before_is_that_of_a_new_one(rows) -> None:
    """With whatever limits, in whatever order: for printing, and (the words alone) for measuring."""
    used, bare = edition("ru"), replace(standard(), annexes=())
    for row in rows:
        row = row | {"clause": 60 + 20 * row["clause"]}
        report = compose_edition(with_limits(used, **row), standard())
        assert report == compose_edition(with_limits(edition("ru"), **row), standard())
        measured = compose_to_measure(with_limits(used, **row), bare)
        assert _words(measured.blocks) == _words(compose_edition(with_limits(used, **row), bare).blocks)
        assert measured.head == report.head


def _words(value: object) -> list[str]:
    """The texts of some blocks in order."""
    if isinstance(value, Text | Strong | Link):  # a row's number becomes a link once the ways back are set
        return [value.text]
    if isinstance(value, tuple):
        return [word for item in value for word in _words(item)]
    fields = getattr(type(value), "__dataclass_fields__", {})
    return [word for name in fields if isinstance(getattr(value, name), tuple) for word in _words(getattr(value, name))]
