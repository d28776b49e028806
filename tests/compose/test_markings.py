"""Distribution markings: the known ones as their schemes have them, classified labels refused, unknown ones named."""

from __future__ import annotations

import pytest

from briefgen.compose.markings import KNOWN, NO_MARKING, marking_of
from briefgen.diagnostics import UsageError


def test_nothing_is_marked_unasked():
    assert marking_of("", "ru") == marking_of("  ", "en") == NO_MARKING


@pytest.mark.parametrize(
    ("asked", "label", "alignment"),
    [
        ("TLP:RED", "TLP:RED", "right"),
        ("tlp: amber+strict", "TLP:AMBER+STRICT", "right"),
        ("Tlp:Clear", "TLP:CLEAR", "right"),
        ("official", "OFFICIAL", "centre"),
        ("Official - Sensitive", "OFFICIAL-SENSITIVE", "centre"),
        ("OFFICIAL:SENSITIVE", None, ""),
    ],
)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_tlp_and_official_stand_in_english_at_head_and_foot(asked, label, alignment, language):
    if label is None:
        with pytest.raises(UsageError, match="is unknown"):
            marking_of(asked, language)
        return
    marking = marking_of(asked, language)
    assert (marking.label, marking.alignment, marking.at_foot) == (label, alignment, True)


@pytest.mark.parametrize("asked", ["дсп", "ДСП", "для служебного  пользования", "For official use only"])
def test_service_use_stands_at_the_right_with_the_number_of_the_copy(asked):
    russian, english = marking_of(asked, "ru", "7"), marking_of(asked, "en", "7")
    assert (russian.label, russian.copy) == ("Для служебного пользования", "Экз. №\u00a07")
    assert (english.label, english.copy) == ("For official use only", "Copy No.\u00a07")
    assert russian.alignment == "right" and not russian.at_foot


@pytest.mark.parametrize("copy", ["", "  "])
def test_service_use_without_a_copy_number_is_refused(copy):
    with pytest.raises(UsageError, match="--copy-number"):
        marking_of("ДСП", "ru", copy)


@pytest.mark.parametrize("asked", ["", "TLP:GREEN"])
def test_a_copy_number_goes_with_service_use_alone(asked):
    with pytest.raises(UsageError, match="copy number"):
        marking_of(asked, "ru", "3")


@pytest.mark.parametrize(
    "asked",
    [
        "SECRET",
        "Top Secret",
        "UK SECRET",
        "NATO RESTRICTED",
        "Confidential",
        "Секретно",
        "Совершенно секретно",
        "особой важности",
        "classified",
    ],
)
def test_labels_of_state_secrets_are_refused(asked):
    with pytest.raises(UsageError, match="sets no label of a state secret") as error:
        marking_of(asked, "en")
    assert error.value.exit_code == 2


@pytest.mark.parametrize("asked", ["TLP:WHITE", "TLP:AMBR", "OFFICAL", "internal"])
def test_an_unknown_marking_names_the_known_ones(asked):
    with pytest.raises(UsageError, match="is unknown") as error:
        marking_of(asked, "ru")
    assert all(label in str(error.value) for label in KNOWN)
