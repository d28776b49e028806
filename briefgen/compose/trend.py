"""Trends -> the chart of the largest sums by partner over the last issues: a panel a currency, bars by partner and period."""

from __future__ import annotations

from briefgen.blocks import Bar, Block, Chart, Heading, Panel
from briefgen.compose.edition import Edition, actor, amount, date_words
from briefgen.formatting.text import sentence_case
from briefgen.formatting.units import currency_name
from briefgen.model import Trend

_PANELS = 2


def sums_over_time(edition: Edition, number: str) -> tuple[Block, ...]:
    """The chart with its heading; left out before the second issue."""
    trends = edition.brief.trends
    if not trends or not edition.limits.weeks:
        return ()
    words = edition.words
    units = [edition.quantities[trend.quantity].fact.unit for trend in trends]
    currencies = sorted(dict.fromkeys(units), key=lambda unit: (-units.count(unit), unit))[:_PANELS]
    panels = tuple(_panel(edition, unit) for unit in currencies)
    return (
        Heading(2, "", words.text("Largest sums by partner over the last issues"), "trend"),
        Chart(
            name="trend",
            title="",
            panels=panels,
            note=(),
            solid_key=words.text("in this issue"),
            hollow_key=words.text("in earlier issues"),
            scale_note=words.text("Each currency has its own scale."),
            alternative=_alternative(edition, panels),
            series_name=words.text("Value"),
        ),
    )


def _panel(edition: Edition, unit: str) -> Panel:
    """The last bars of each partner, its periods in order of time."""
    of_unit = [trend for trend in edition.brief.trends if edition.quantities[trend.quantity].fact.unit == unit]
    partners = dict.fromkeys(trend.partner for trend in reversed(of_unit))
    shown = [trend for partner in partners for trend in [item for item in of_unit if item.partner == partner][-edition.limits.weeks :]]
    return Panel(currency_name(unit, edition.language, "title"), tuple(_bar(edition, trend) for trend in shown))


def _bar(edition: Edition, trend: Trend) -> Bar:
    item = edition.quantities[trend.quantity]
    name = sentence_case(actor(edition, trend.partner, short=True))
    return Bar(
        label=f"{name}, {date_words(edition, trend.period, style='table')}",
        value_text=amount(edition, item.fact, style="chart"),
        value=item.fact.upper or item.fact.value,
        solid=trend.period == edition.brief.period,
    )


def _alternative(edition: Edition, panels: tuple[Panel, ...]) -> str:
    parts = [f"{panel.title}: " + ", ".join(f"{bar.label} {bar.value_text}" for bar in panel.bars) for panel in panels]
    return edition.words.text("Bar chart of the largest sum of each partner by issue.") + " " + "; ".join(parts) + "."
