"""A Chart -> one strip: panels of bars side by side, drawn as vectors inside one Figure, with a key and a note."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from briefgen.blocks import Bar as ChartBar
from briefgen.blocks import Chart, Inlines, Panel, Text
from briefgen.templating import Role
from briefgen.writers.pdf.characters import printable
from briefgen.writers.pdf.inlines import Fragment, fragments
from briefgen.writers.pdf.lines import break_lines, place_line
from briefgen.writers.pdf.paragraphs import paragraph_strips
from briefgen.writers.pdf.setting import Setting, cap_height, look
from briefgen.writers.pdf.strips import MM, Bar, Item, Look, Run, Strip, moved, rule
from briefgen.writers.pdf.structure import Element, Leaf

PANELS_IN_A_ROW = 3


@dataclass(frozen=True, slots=True)
class Drawing:
    """Marks below each other: the items of a panel or of a row of panels, and its height."""

    items: tuple[Item, ...]
    height: float


def chart_strips(chart: Chart, parent: Element, setting: Setting, *, before: float) -> list[Strip]:
    """Title, panels, key and note."""
    title = _title(chart, parent, setting, before)
    figure = parent.add("Figure", alternative=chart.alternative)
    leaf = figure.leaf()
    width = _panel_width(chart, setting)
    rows = [chart.panels[start : start + PANELS_IN_A_ROW] for start in range(0, len(chart.panels), PANELS_IN_A_ROW)]
    drawings = [_row(row, width, leaf, setting) for row in rows]
    body = _below(drawings, setting.style.charts.bar_below * MM)
    note, room = _note(chart, parent, setting, width)
    fits = bool(note.items) and room is not None and len(rows) == 1
    if fits and room is not None:
        body = Drawing((*body.items, *moved(note.items, room.x, room.y)), max(body.height, room.y + note.height))
    key = _key(chart, leaf, setting)
    gap = setting.style.charts.bar_below * MM
    items = (*body.items, *moved(key.items, 0.0, body.height + gap))
    strips = [Strip(body.height + gap + key.height, items, before if not title else 2.4 * MM, figure=figure)]
    if note.items and not fits:
        strips.append(Strip(note.height, note.items, gap))
    return [*title, *strips]


def _title(chart: Chart, parent: Element, setting: Setting, before: float) -> list[Strip]:
    if not chart.title:
        return []
    role = replace(setting.style.roles.note, weight="semibold")
    return [replace(strip, keep=True) for strip in paragraph_strips((Text(chart.title),), role, parent.add("P"), setting, before=before)]


def _panel_width(chart: Chart, setting: Setting) -> float:
    count = min(max(len(chart.panels), 1), PANELS_IN_A_ROW)
    return (setting.width - (count - 1) * setting.style.charts.gap * MM) / count


def _row(panels: Sequence[Panel], width: float, leaf: Leaf, setting: Setting) -> Drawing:
    step = width + setting.style.charts.gap * MM
    drawings = [_panel(panel, width, leaf, setting) for panel in panels]
    items = [item for number, drawing in enumerate(drawings) for item in moved(drawing.items, number * step, 0.0)]
    return Drawing(tuple(items), max(drawing.height for drawing in drawings))


def _panel(panel: Panel, width: float, leaf: Leaf, setting: Setting) -> Drawing:
    """A head over a hairline, then for each bar its label, its value at the right, and the bar on the panel's own scale."""
    style = setting.style
    role = style.roles.chart_head
    items: list[Item] = []
    y = _set_lines(panel.title, look(setting, role), role, width, 0.0, leaf, setting, items)
    y += 1.2 * MM
    items.append(replace(rule(0, y, width, style.rules.hairline, style.colours.hairline), leaf=leaf))
    longest = max((bar.value for bar in panel.bars), default=Decimal(0))
    for number, bar in enumerate(panel.bars):
        y += (style.charts.bar_below if number else 1.3) * MM
        y = _bar(bar, longest, width, y, leaf, setting, items)
    return Drawing(tuple(items), y)


def _bar(bar: ChartBar, longest: Decimal, width: float, y: float, leaf: Leaf, setting: Setting, items: list[Item]) -> float:
    """Label, value and bar from `y` down; the new `y`."""
    charts, role = setting.style.charts, setting.style.roles.chart
    plain, strong = look(setting, role), look(setting, role, weight="semibold")
    value = printable(bar.value_text)
    value_width = strong.face.width(value, strong.size)
    room = width - value_width - 2 * MM
    baseline = _set_lines(bar.label, plain, role, width, y, leaf, setting, items)
    last = break_lines([Fragment(printable(bar.label), plain, leaf)], width)[-1:]
    if last and last[0].width > room:
        baseline += role.leading  # a value stands beside the last line of its label where that leaves it room
    items.append(Run(width - value_width, baseline, value + " ", strong, leaf))
    top = baseline + charts.bar_above * MM + 0.22 * role.size
    part = float(bar.value / longest) if longest > 0 else 0.0
    items.append(_mark(0.0, top, max(part * width, charts.shortest * MM), charts.bar_height * MM, bar.solid, leaf, setting))
    return top + charts.bar_height * MM


def _mark(x: float, y: float, width: float, height: float, solid: bool, leaf: Leaf, setting: Setting) -> Bar:
    """A solid bar, or a hollow one whose line stays inside it."""
    accent, line = setting.style.colours.accent, setting.style.charts.outline
    if solid or width <= 2 * line:
        return Bar(x, y, width, height, accent, leaf=leaf)
    return Bar(x + line / 2, y + line / 2, width - line, height - line, accent, line, leaf)


def _set_lines(text: str, face: Look, role: Role, width: float, y: float, leaf: Leaf, setting: Setting, items: list[Item]) -> float:
    """Text from `y` down as part of the figure; the last baseline."""
    baseline = y + cap_height(setting, role)
    for number, line in enumerate(break_lines([Fragment(printable(text), face, leaf)], width)):
        baseline += role.leading if number else 0.0
        items += _apart(place_line(line, 0.0, baseline, width, "left"))
    return baseline


def _apart(items: Iterable[Item]) -> list[Item]:
    """The texts of a figure are one leaf: a space keeps their words apart."""
    return [replace(item, text=item.text.rstrip() + " ") if isinstance(item, Run) else item for item in items]


@dataclass(frozen=True, slots=True)
class _Room:
    x: float
    y: float


def _note(chart: Chart, parent: Element, setting: Setting, width: float) -> tuple[Drawing, _Room | None]:
    """The note on sums that are not drawn, and its place under the panel with the fewest bars; none where all are as full."""
    if not chart.note:
        return Drawing((), 0.0), None
    fewest = min(chart.panels, key=lambda panel: len(panel.bars), default=None)
    most = max((len(panel.bars) for panel in chart.panels), default=0)
    if fewest is None or len(fewest.bars) == most:
        return _note_drawing(chart.note, parent, setting, setting.width), None
    at = chart.panels.index(fewest)
    height = _panel(fewest, width, Leaf("Figure"), setting).height
    room = _Room(at * (width + setting.style.charts.gap * MM), height + 2 * setting.style.charts.bar_below * MM)
    return _note_drawing(chart.note, parent, setting, width), room


def _note_drawing(note: Inlines, parent: Element, setting: Setting, width: float) -> Drawing:
    role, charts = setting.style.roles.chart, setting.style.charts
    indent = charts.note_bar + 2 * MM
    cap = cap_height(setting, role)
    lines = break_lines(fragments(note, role, parent.add("P"), setting), width - indent)
    items = [
        item for number, line in enumerate(lines) for item in place_line(line, indent, cap + number * role.leading, width - indent, "left")
    ]
    height = cap + (len(lines) - 1) * role.leading
    bar = Bar(0.0, -0.3 * MM, charts.note_bar, height + 1.2 * MM, setting.style.colours.accent)
    return Drawing((bar, *items), height + 0.9 * MM)


def _key(chart: Chart, leaf: Leaf, setting: Setting) -> Drawing:
    """What solid and hollow mean, where both kinds of bar are there to tell apart, and the sentence on scales."""
    role = setting.style.roles.chart
    grey = look(setting, role, colour="secondary")
    kinds = {bar.solid for panel in chart.panels for bar in panel.bars}
    cap = cap_height(setting, role)
    items: list[Item] = []
    x = 0.0
    for solid, text in ((True, chart.solid_key), (False, chart.hollow_key)):
        if solid in kinds and text:
            items.append(_mark(x, cap - 2.1 * MM, 4.2 * MM, 2.1 * MM, solid, leaf, setting))
            x += 5.3 * MM
            items.append(Run(x, cap, printable(text) + " ", grey, leaf))
            x += grey.face.width(printable(text), grey.size) + 4 * MM
    baseline = cap
    if chart.scale_note:
        if x + grey.face.width(printable(chart.scale_note), grey.size) > setting.width and x:
            x, baseline = 0.0, cap + role.leading
        for number, line in enumerate(break_lines([Fragment(printable(chart.scale_note), grey, leaf)], setting.width - x)):
            baseline += role.leading if number else 0.0
            items += _apart(place_line(line, x, baseline, setting.width - x, "left"))
    return Drawing(tuple(items), baseline) if items else Drawing((), 0.0)


def _below(drawings: Sequence[Drawing], gap: float) -> Drawing:
    items: list[Item] = []
    y = 0.0
    for number, drawing in enumerate(drawings):
        y += gap if number else 0.0
        items += moved(drawing.items, 0.0, y)
        y += drawing.height
    return Drawing(tuple(items), y)
