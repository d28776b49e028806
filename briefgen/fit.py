"""A brief and its editions -> the limits with which page one stands alone and the body ends in time, and as much as fits is printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefgen.blocks import Block, Control, PageBreak, Report, Text
from briefgen.compose import Limits, Profile, Requisites, compose_edition, compose_to_measure, edition_of
from briefgen.compose.edition import Edition
from briefgen.compose.labels import renumbered
from briefgen.compose.profile import Steps
from briefgen.edits.applying import Applied, apply_edits
from briefgen.edits.correcting import corrected_report
from briefgen.edits.edit import Edit
from briefgen.model import Brief
from briefgen.naming.usage import Usage
from briefgen.templating import Style
from briefgen.writers.pdf import Known, measure_pdf


@dataclass(frozen=True, slots=True)
class Printing:
    """An edition to be printed: its language, what the house puts on it, its style, the characters that the PDF gives by their codes,
    whether it is a draft and has a QR code, how names are written, what persons edited; `known` remembers what was laid out, `prepared`
    the editions of briefs by the briefs' identity."""

    language: str
    requisites: Requisites
    style: Style
    unprintable: tuple[str, ...] = ()
    is_draft: bool = False
    usage: Usage = field(default_factory=Usage)
    edits: tuple[Edit, ...] = ()
    known: Known = field(default_factory=Known)
    prepared: dict[int, Edition] = field(default_factory=dict)
    has_code: bool = False


def roomiest_limits(profile: Profile, fits: Callable[[int, Limits], bool]) -> Limits:
    """The limits that all editions share, so that they hold the same facts: the first rows of the profile with which each fits,
    the tightest where none do; then what room the rows leave is filled, a field and a step at a time. `fits` tells of a part (0 page one,
    1 the body) whether all editions end by its page."""
    page_one = first_row(len(profile.page_one_limits), lambda row: fits(0, profile.limits(row, 0)))
    body = first_row(len(profile.body_limits), lambda row: fits(1, profile.limits(page_one, row)))
    limits = grown(profile.limits(page_one, body), profile.page_one_limits[0], profile.grow_page_one, lambda limits: fits(0, limits))
    return grown(limits, profile.body_limits[0], profile.grow_body, lambda limits: fits(1, limits))


def fitting(brief: Brief, profile: Profile, editions: Sequence[Printing]) -> Callable[[int, Limits], bool]:
    """What tells whether a part fits in all of some editions, one asked after the other."""
    return lambda part, limits: all(is_fitting(brief, edition, profile, limits, part) for edition in editions)


def first_row(rows: int, fits: Callable[[int], bool]) -> int:
    """The first row that fits, else the last. A tighter row never prints more, so halving finds it."""
    low, high = 0, rows - 1
    while low < high:
        middle = (low + high) // 2
        if fits(middle):
            high = middle
        else:
            low = middle + 1
    return low


def grown(limits: Limits, most: Mapping[str, int], steps: Steps, fits: Callable[[Limits], bool]) -> Limits:
    """Limits raised by one step of a field after another, round and round, none above `most`, while they fit; a step that does not
    fit is never tried again, for more of the others only takes more room."""
    waiting = list(steps)
    while waiting:
        still = []
        for name, step in waiting:
            value = min(getattr(limits, name) + step, most[name])
            if value <= getattr(limits, name):
                continue
            larger = replace(limits, **{name: value})
            if fits(larger):
                limits = larger
                still.append((name, step))
        waiting = still
    return limits


def is_fitting(brief: Brief, edition: Printing, profile: Profile, limits: Limits, part: int) -> bool:
    """Whether a part (0 page one, 1 the body) of an edition ends by its page; a style may set another page for the body."""
    last = (edition.style.page.body_pages or profile.pages) if part else 1
    page_one = replace(profile, body=(), annexes=(), elsewhere=profile.body)
    alone = replace(profile, page_one=(), annexes=()) if part else page_one
    if edition.edits:
        report = composed(brief, edition, alone, limits).report
    else:
        report = compose_to_measure(_prepared(brief, edition, limits), alone)
    blocks = tuple(_filled(block) for block in parts(report.blocks)[part])
    return measure_pdf(replace(report, blocks=blocks), edition.style, edition.known) <= last


def composed(brief: Brief, edition: Printing, profile: Profile, limits: Limits, *, brief_number: str = "") -> Applied:
    """The report of an edition within some limits, with the edits on it."""

    def print_brief(brief: Brief) -> Report:
        return compose_edition(_prepared(brief, edition, limits), profile, brief_number=brief_number)

    if not edition.edits:
        return Applied(print_brief(brief), ())
    applied = apply_edits(corrected_report(brief, edition.edits, print_brief), edition.edits)
    return replace(applied, report=replace(applied.report, blocks=renumbered(applied.report.blocks)))


def _prepared(brief: Brief, printing: Printing, limits: Limits) -> Edition:
    """The edition of a brief within some limits; all but the limits is made once. It holds its brief, whose identity is its key."""
    found = printing.prepared.get(id(brief))
    if found is None:
        found = edition_of(brief, printing.language, limits, printing.requisites, printing.usage)
        found = replace(found, unprintable=printing.unprintable, is_draft=printing.is_draft, has_code=printing.has_code)
        printing.prepared[id(brief)] = found
    return replace(found, limits=limits)


def _filled(block: Block) -> Block:
    """A place for a person's words takes room in the Word draft though the PDF prints nothing there yet."""
    return replace(block, inlines=(Text(block.prompt),)) if isinstance(block, Control) and not block.inlines else block


def parts(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Page one, and the body with the page break before it, which leaves the head on a page of its own; the annexes follow the second."""
    breaks = [index for index, block in enumerate(blocks) if isinstance(block, PageBreak)]
    breaks += [len(blocks)] * 2  # a profile may have no body, a brief no annex
    return blocks[: breaks[0]], blocks[breaks[0] : breaks[1]]
