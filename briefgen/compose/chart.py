"""Sums of money, and weights -> the chart of page one: a panel a currency, each on its own scale, longest bar first."""

from __future__ import annotations

from briefgen.blocks import Bar, Block, Chart, Heading, Inline, Inlines, Panel, Strong, Text
from briefgen.compose.edition import Edition, actor, amount, cite, cited
from briefgen.compose.facts import is_money, is_promised
from briefgen.compose.figures import NO_DATA, printed_figures, what_of
from briefgen.formatting.units import currency_name
from briefgen.model import Merged, Quantity


def largest_figures(edition: Edition, number: str) -> tuple[Block, ...]:
    """The chart with its heading; left out where no sum has a currency, or page one no room. Sums without one stand beside it."""
    sums = [item for item in printed_figures(edition) if is_money(item.fact.unit)]
    currencies = list(dict.fromkeys(item.fact.unit for item in sums if item.fact.unit != "XXX"))
    if not currencies or not edition.limits.panels:
        return ()
    currencies.sort(key=lambda unit: -sum(item.fact.unit == unit for item in sums))
    panels = tuple(_panel(edition, unit, sums) for unit in currencies[: edition.limits.panels])
    panels += _resources(edition)[: edition.limits.panels - len(panels)]
    words = edition.words
    return (
        Heading(2, "", words.text("Largest figures"), "chart"),
        Chart(
            name="largest",
            title="",
            panels=panels,
            note=_without_currency(edition, [item for item in sums if item.fact.unit == "XXX"]),
            solid_key=words.text("promised or planned"),
            hollow_key=words.text("other"),
            scale_note=words.text("Each currency has its own scale."),
            alternative=_alternative(edition, panels),
            series_name=words.text("Value"),
        ),
    )


def _panel(edition: Edition, unit: str, sums: list[Merged[Quantity]]) -> Panel:
    chosen = sorted((item for item in sums if item.fact.unit == unit), key=lambda item: -item.fact.value)[: edition.limits.bars]
    return Panel(currency_name(unit, edition.language, "title"), tuple(_bar(edition, item) for item in chosen))


def _resources(edition: Edition) -> tuple[Panel, ...]:
    """Weights with what they measure, where the currencies leave a panel free."""
    weights = [item for item in printed_figures(edition) if item.fact.unit == "mass-tonne"]
    if not weights:
        return ()
    chosen = sorted(weights, key=lambda item: -item.fact.value)[: edition.limits.bars]
    return (Panel(edition.words.text("Tonnes"), tuple(_bar(edition, item) for item in chosen)),)


def _bar(edition: Edition, item: Merged[Quantity]) -> Bar:
    return Bar(
        label=_label(edition, item),
        value_text=amount(edition, item.fact, style="chart"),
        value=item.fact.upper or item.fact.value,
        solid=is_promised(edition.brief, item),
    )


def _label(edition: Edition, item: Merged[Quantity]) -> str:
    """What a sum is for; whose it is, or where it stands, while its words await translation: both editions draw the same bars."""
    what = what_of(edition, item)
    if what != NO_DATA:
        return what
    holder = item.fact.holder
    if holder:
        return actor(edition, holder, short=True)
    return f"{edition.words.text('Para.')} {cite(edition, item.evidence[:1]).items[0].text}"


def _without_currency(edition: Edition, items: list[Merged[Quantity]]) -> Inlines:
    """What is not drawn, said first: under the bars of one currency a bare «10 млрд» would be read as more of it."""
    words = edition.words
    inlines: list[Inline] = []
    for item in items[:2]:
        inlines += [Text("; " if inlines else words.text("Not charted:") + " ")]
        inlines += [Strong(amount(edition, item.fact, style="chart")), Text(", " + words.text("currency not stated"))]
        inlines += cited(edition, item.evidence)
    return tuple(inlines)


def _alternative(edition: Edition, panels: tuple[Panel, ...]) -> str:
    """What a reader sees at a glance: the largest of each panel first, what was promised, and where the table is."""
    words = edition.words
    parts = [f"{panel.title}: " + ", ".join(_bar_in_words(edition, bar) for bar in panel.bars) for panel in panels]
    return " ".join(
        (
            words.text("Bar chart of the largest sums by currency."),
            "; ".join(parts) + ".",
            words.text("Each currency has its own scale."),
            words.text("The section on figures has the table."),
        )
    )


def _bar_in_words(edition: Edition, bar: Bar) -> str:
    promised = f" ({edition.words.text('promised or planned')})" if bar.solid else ""
    return f"{bar.label} {bar.value_text}{promised}"
