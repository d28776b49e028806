"""Percentages of ours -> their words behind a figure, each with its mark: «доля от 12 млрд евро: 83,3 % (расчёт)»."""

from __future__ import annotations

from decimal import Decimal

from briefgen.compose.edition import Edition
from briefgen.formatting.numbers import NBSP
from briefgen.formatting.quantities import format_quantity
from briefgen.model import Calculation, Merged, Quantity


def calculations_of(edition: Edition, item: Merged[Quantity], *, names_base: bool = True) -> tuple[str, ...]:
    """What is calculated from a figure; `names_base` is False where the whole stands beside it already («22 из 36»)."""
    ids = {item.fact.id, *item.also}
    found = [calculation for calculation in edition.brief.calculations if calculation.fact in ids]
    told = (_told(edition, calculation, names_base=names_base or calculation.formula != "share") for calculation in found)
    return tuple(dict.fromkeys(told))


def percentage(edition: Edition, value: Decimal, *, qualifier: str = "exact") -> str:
    """A percentage of ours without its sign, which stands in words: «снижение», `decrease`."""
    return format_quantity(abs(value), "concentr-percent", edition.language, qualifier=qualifier, locale=edition.usage.locale)


def marked(edition: Edition, words: str) -> str:
    """The words with the mark of what no source says; it never starts a line."""
    return words + NBSP + edition.words.text("(calculated)")


def _told(edition: Edition, calculation: Calculation, *, names_base: bool) -> str:
    base = edition.quantities[calculation.base].fact
    texts = {
        "share": ("share of %(base)s: %(percent)s", "share (of a whole: %(base)s): %(percent)s"),
        "increase": ("increase from %(base)s: %(percent)s", "increase (before: %(base)s): %(percent)s"),
        "decrease": ("decrease from %(base)s: %(percent)s", "decrease (before: %(base)s): %(percent)s"),
    }
    sign = "share" if calculation.formula == "share" else "increase" if calculation.value > 0 else "decrease"
    text = texts[sign][base.qualifier != "exact"] if names_base else "share: %(percent)s"
    values = {"base": _base(edition, base), "percent": percentage(edition, calculation.value, qualifier=calculation.qualifier)}
    return marked(edition, edition.words.text(text) % values)


def _base(edition: Edition, base: Quantity) -> str:
    """The whole or the old value as its sentence needs it: in the genitive behind «от» and «с», by itself where it is only about right."""
    return format_quantity(
        base.value, base.unit, edition.language, qualifier=base.qualifier, case="genitive" if base.qualifier == "exact" else "nominative",
        locale=edition.usage.locale,
    )  # fmt: skip
