"""A Timeline -> strips, one a moment: the date, a dot on a rail, what happened. To a screen reader it is a list labelled with dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefgen.blocks import Moment, Text, Timeline
from briefgen.writers.pdf.inlines import fragments
from briefgen.writers.pdf.lines import break_lines, place_line
from briefgen.writers.pdf.setting import Setting, cap_height
from briefgen.writers.pdf.strips import MM, Bar, Dot, Item, Strip
from briefgen.writers.pdf.structure import Element

_KEY_GAP = 1.6  # mm between the dot of the key and its words


def timeline_strips(timeline: Timeline, parent: Element, setting: Setting, *, before: float) -> list[Strip]:
    """The moments on their rail, then a note from the margin on what a hollow dot means."""
    element = parent.add("L", numbering="None", summary=timeline.description)
    count = len(timeline.moments)
    strips = [
        _moment_strip(moment, timeline, element.add("LI"), setting, first=number == 0, last=number == count - 1)
        for number, moment in enumerate(timeline.moments)
    ]
    if strips:
        strips[0] = replace(strips[0], before=before)
    if timeline.expected_key and not all(moment.happened for moment in timeline.moments):
        strips.append(_key_strip(timeline.expected_key, parent, setting))
    return _kept(strips, setting)


def _moment_strip(moment: Moment, timeline: Timeline, element: Element, setting: Setting, *, first: bool, last: bool) -> Strip:
    charts, role = setting.style.charts, setting.style.roles.timeline
    label, body = element.add("Lbl"), element.add("LBody")
    cap = cap_height(setting, role)
    top = charts.row_above * MM
    dates = break_lines(fragments((Text(moment.date),), role, label, setting), charts.rail_date * MM)
    dot = _dot(moment, timeline, body, setting, top + cap / 2)
    x = (charts.rail_date + charts.rail_width) * MM
    texts = break_lines(fragments(moment.inlines, role, body, setting), setting.width - x)
    items: list[Item] = []
    for lines, left, width, alignment in ((dates, 0.0, charts.rail_date * MM, "right"), (texts, x, setting.width - x, "left")):
        for number, line in enumerate(lines):
            items += place_line(line, left, top + cap + number * role.leading, width, "right" if alignment == "right" else "left")
    height = top + cap + (max(len(dates), len(texts), 1) - 1) * role.leading + charts.row_below * MM
    return Strip(height, (*_rail(height, dot.y, setting, first=first, last=last), dot, *items))


def _dot(moment: Moment, timeline: Timeline, body: Element, setting: Setting, y: float) -> Dot:
    """A hollow dot says `expected`, in words to those who cannot see it."""
    charts = setting.style.charts
    x = (charts.rail_date + charts.rail_width / 2) * MM
    if moment.happened:
        return Dot(x, y, charts.dot * MM, setting.style.colours.accent)
    if not timeline.expected_key:
        return Dot(x, y, charts.dot * MM, setting.style.colours.accent, 1.0)
    figure = body.add("Figure", alternative=timeline.expected_key)
    return Dot(x, y, charts.dot * MM, setting.style.colours.accent, 1.0, figure.leaf(), figure)


def _rail(height: float, dot: float, setting: Setting, *, first: bool, last: bool) -> Sequence[Bar]:
    """The line between the first dot and the last."""
    top, bottom = dot if first else 0.0, dot if last else height
    x = (setting.style.charts.rail_date + setting.style.charts.rail_width / 2) * MM
    return [Bar(x - 0.5, top, 1.0, bottom - top, setting.style.colours.accent)] if bottom > top else []


def _key_strip(text: str, parent: Element, setting: Setting) -> Strip:
    charts, role = setting.style.charts, setting.style.roles.small
    cap = cap_height(setting, role)
    radius = 0.8 * charts.dot * MM
    x = 2 * radius + _KEY_GAP * MM
    items: list[Item] = [Dot(radius, cap / 2, radius, setting.style.colours.accent, 1.0)]
    lines = break_lines(fragments((Text(text),), role, parent.add("P"), setting), setting.width - x)
    for number, line in enumerate(lines):
        items += place_line(line, x, cap + number * role.leading, setting.width - x, "left")
    return Strip(cap + (len(lines) - 1) * role.leading, tuple(items), setting.style.spaces.note_above * MM)


def _kept(strips: list[Strip], setting: Setting) -> list[Strip]:
    whole = sum(strip.height for strip in strips) <= setting.style.spaces.keep_whole * MM
    last = len(strips) - 1
    return [replace(strip, keep=number < last and (whole or number in (0, last - 1))) for number, strip in enumerate(strips)]
