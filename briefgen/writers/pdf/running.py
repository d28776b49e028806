"""What stands in the margins of a page: its number, the running text, the marking."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.blocks import Report
from briefgen.templating import Alignment, Role
from briefgen.writers.pdf.characters import printable
from briefgen.writers.pdf.inlines import NBSP, Fragment
from briefgen.writers.pdf.lines import break_lines, place_line
from briefgen.writers.pdf.setting import Setting, cap_height, look
from briefgen.writers.pdf.strips import MM, Item, Run


def running_items(report: Report, setting: Setting, number: int, count: int) -> Iterator[Item]:
    """Artifacts of page `number` of `count`; `y` runs from the top edge of the paper, `x` from the left margin."""
    page, role = setting.style.page, setting.style.roles.running
    if page.number == "top":
        baseline = page.number_distance * MM + cap_height(setting, role)
        if number > 1:
            yield from _line(str(number), role, "centre", baseline, setting)
    else:
        baseline = (page.height - page.number_distance) * MM
        yield from _line(report.running, role, "left", baseline, setting)
        numbers = report.page_of.replace("{page}", str(number)).replace("{pages}", str(count))
        yield from _line(numbers.replace(" ", NBSP), role, "right", baseline, setting)
    if report.head.marking:
        yield from _marking(report.head.marking, setting, number)


def _marking(marking: str, setting: Setting, number: int) -> Iterator[Item]:
    """At the head of each page, and at its foot with TLP (FIRST, 2022) and beside a footer; page one has it as real text in its head."""
    page, role = setting.style.page, setting.style.roles.marking
    text = marking.upper() if role.capitals else marking
    if number > 1:
        yield from _line(text, role, role.alignment, page.number_distance * MM + cap_height(setting, role), setting)
    if page.number == "footer" or marking.startswith("TLP:"):
        yield from _line(text, role, role.alignment, (page.height - page.bottom / 3) * MM, setting)


def _line(text: str, role: Role, alignment: Alignment, baseline: float, setting: Setting) -> Iterator[Item]:
    """The first line of a text as an artifact: what stands in a margin never wraps."""
    if not text:
        return
    fragment = Fragment(printable(text), look(setting, role), None)
    for line in break_lines([fragment], setting.width)[:1]:
        for item in place_line(line, 0.0, baseline, setting.width, alignment):
            if isinstance(item, Run):
                yield item
