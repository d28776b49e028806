"""A calculated figure is worked out again from its operands; a wrong one, or one without its mark, is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from briefgen.assemble import assemble
from briefgen.model import Brief
from briefgen.proof.calculated import calculated, check_calculated
from briefgen.proof.facts import check_figures, file_text
from briefgen.proof.passage import Passage
from tests import sample_facts as sample

TEXT = "Страна добывает 22 из 36 минералов.\nЭкспорт упал с 8 млрд евро до 6 млрд евро."


def brief() -> Brief:
    of = sample.article(TEXT)
    facts = (
        sample.quantity(of, "22", "22", "count", id="q-part", rule="count.part"),
        sample.quantity(of, "36", "36", "count", id="q-total", rule="count.total"),
        sample.quantity(of, "8 млрд евро", "8e9", "EUR", id="q-old"),
        sample.quantity(of, "6 млрд евро", "6e9", "EUR", id="q-new"),
    )
    return assemble([sample.extraction(of, *facts)], subject="RU", on=date(2026, 2, 27))


def found_in(text: str, language: str = "ru") -> list[tuple[str, str]]:
    file = file_text(f"brief.{language}.pdf", language, (Passage("page 1", text),), brief())
    return [(finding.code, finding.found) for finding in check_figures(file, brief())]


def test_what_may_be_printed_as_calculated_is_known() -> None:
    assert {(item.value, item.unit) for item in calculated(brief())} == {
        (Decimal("61.1"), "concentr-percent"), (Decimal(25), "concentr-percent"),
    }  # fmt: skip


def test_a_right_calculation_passes() -> None:
    assert list(check_calculated(brief())) == []


@pytest.mark.parametrize("value", ["61.2", "61", "61.0", "16.1", "163.6", "-61.1"])
def test_a_share_that_its_operands_do_not_give_is_found(value: str) -> None:
    share, change = brief().calculations
    wrong = replace(brief(), calculations=(replace(share, value=Decimal(value)), change))
    (finding,) = check_calculated(wrong)
    assert (finding.code, finding.place, finding.found) == ("calculated", "q-part", f"{value} %")
    assert finding.expected.startswith("61.1111")


@pytest.mark.parametrize(("field", "value"), [("base", "q-old"), ("base", "q-gone"), ("formula", "change"), ("fact", "q-new")])
def test_other_operands_or_another_formula_are_found(field: str, value: str) -> None:
    share, change = brief().calculations
    wrong = replace(share, **{field: value})
    assert [finding.code for finding in check_calculated(replace(brief(), calculations=(wrong, change)))] == ["calculated"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Минералы; доля: 61,1\u00a0%\u00a0(расчёт)", "ru"),
        ("Снижение с 8\u00a0млрд евро: 25\u00a0% (расчёт)", "ru"),
        ("Minerals; share: 61.1%\u00a0(calculated)", "en"),
    ],
)
def test_a_calculated_figure_with_its_mark_is_no_finding(text: str, language: str) -> None:
    assert found_in(text, language) == []


def test_a_calculated_figure_without_its_mark_is_found() -> None:
    assert [code for code, _ in found_in("Минералы; доля: 61,1\u00a0%")] == ["calculated"]
    assert [code for code, _ in found_in("Доля: 61,1\u00a0%; 25\u00a0% (расчёт)")] == ["calculated"]


def test_a_wrong_digit_in_a_printed_share_is_found() -> None:
    assert [code for code, _ in found_in("Минералы; доля: 61,7\u00a0%\u00a0(расчёт)")] == ["figure"]
