"""Every fault that is planted into a finished file is seen, and a clean file raises no alarm."""

from __future__ import annotations

from collections import Counter

import pytest

from briefgen.proof.check import check_files, check_readings
from tests.proof.conftest import Finished
from tests.proof.faults import faults

pytestmark = pytest.mark.slow

BRIEFS = ("seed", "english")


@pytest.fixture(params=BRIEFS)
def brief(request: pytest.FixtureRequest) -> Finished:
    found: Finished = request.getfixturevalue(request.param)
    return found


def test_a_clean_brief_raises_no_alarm(brief: Finished) -> None:
    assert check_files(brief.files, brief.brief, brief.reports) == ()


def test_every_planted_fault_is_seen(brief: Finished, golden) -> None:  # type: ignore[no-untyped-def]
    planted: Counter[tuple[str, str]] = Counter()
    unseen = []
    for file in brief.read:
        for kind, changed in faults(file):
            planted[kind, file.name] += 1
            if not check_readings([changed], brief.brief, brief.reports):
                unseen.append((kind, file.name))
    assert unseen == []
    assert sum(planted.values()) >= {"seed": 300}.get("seed" if len(brief.brief.quantities) > 8 else "", 40)
