"""The evidence page is proved like the other files: a clean one raises no alarm, a planted fault does."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from briefgen.compose import Requisites, profile_of
from briefgen.compose.edition import edition_of
from briefgen.compose.review import review_of
from briefgen.proof.page import check_page
from briefgen.templating import load_profile
from briefgen.writers.html.evidence import write_evidence
from tests.proof.conftest import Finished

pytestmark = pytest.mark.slow

Page = tuple[bytes, Mapping[str, Mapping[str, str]]]


@pytest.fixture(scope="module")
def page(seed: Finished) -> Page:
    path, mapping = load_profile("standard")
    limits = profile_of(mapping, name=str(path)).limits(0, 0)
    review = review_of([edition_of(seed.brief, language, limits, Requisites()) for language in ("ru", "en")], {}, brief_number="")
    facts = {language: {fact.id: fact.words[language] for fact in review.facts} for language in review.languages}
    return write_evidence(review), facts


def test_a_clean_page_raises_no_alarm(page: Page, seed: Finished) -> None:
    assert list(check_page(page[0], seed.brief, page[1])) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('lang="en">£4\u00a0billion', 'lang="en">£5\u00a0billion', "figure"),
        ('lang="ru">12\u00a0млрд евро', 'lang="ru">12\u00a0млн евро', "figure"),
        ("£4\u00a0billion", "£5\u00a0billion", "text"),
        ("Roman Yuneman, reported speech", "Robert Cutler, reported speech", "text"),
        ("на участке Куйректыколь", "на участке Айректыколь", "missing"),
        ('data-id="r-', 'data-id="x-', "text"),
    ],
)
def test_a_planted_fault_is_seen(old: str, new: str, code: str, page: Page, seed: Finished) -> None:
    data = page[0].decode("utf-8")
    assert old in data
    changed = data.replace(old, new) if code == "missing" else data.replace(old, new, 1)
    assert code in {finding.code for finding in check_page(changed.encode("utf-8"), seed.brief, page[1])}


def test_another_page_is_refused(page: Page, seed: Finished) -> None:
    (finding,) = check_page(b"<html><body><p>Hello</p></body></html>", seed.brief, page[1])
    assert finding.code == "file"
