"""What stands in the margins of a page: its number, the running text, the marking."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.blocks import Head, Report
from briefgen.templating import Alignment, Role
from briefgen.writers.pdf.characters import printable
from briefgen.writers.pdf.inlines import NBSP, Fragment
from briefgen.writers.pdf.lines import break_lines, place_line
from briefgen.writers.pdf.setting import Setting, cap_height, look, marking_role
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
        yield from _marking(report.head, setting, number)


def _marking(head: Head, setting: Setting, number: int) -> Iterator[Item]:
    """At the head of each page and, where the marking asks for it, at its foot; page one has it as real text in its head."""
    page, role = setting.style.page, marking_role(head, setting)
    text = head.marking.upper() if role.capitals else head.marking
    if number > 1:
        below = page.number == "top" and role.alignment == "centre"  # the page number stands in the middle of the same line
        top = page.number_distance * MM if page.number == "top" else page.top * MM / 2 - cap_height(setting, role) / 2
        yield from _line(text, role, role.alignment, top + cap_height(setting, role) + below * role.leading * 0.9, setting)
    if head.marking_at_foot:
        bottom = page.number_distance * MM / 2 if page.number == "footer" else page.bottom * MM / 2
        yield from _line(text, role, role.alignment, page.height * MM - bottom + cap_height(setting, role) / 2, setting)


def _line(text: str, role: Role, alignment: Alignment, baseline: float, setting: Setting) -> Iterator[Item]:
    """The first line of a text as an artifact: what stands in a margin never wraps."""
    if not text:
        return
    fragment = Fragment(printable(text), look(setting, role), None)
    for line in break_lines([fragment], setting.width)[:1]:
        for item in place_line(line, 0.0, baseline, setting.width, alignment):
            if isinstance(item, Run):
                yield item
