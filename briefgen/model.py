"""The values that pass between the stages: Article, Extraction and its facts, Brief. Frozen, language-neutral, no behaviour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, Literal, TypeVar

from briefgen.diagnostics import Diagnostic

Language = Literal["ru", "en"]

# The closed lists of the extraction contract (docs/architecture.md, "The extraction contract").
QUALIFIERS = ("exact", "about", "nearly", "over", "under", "up_to", "at_least", "estimated")
PRECISIONS = ("day", "month", "quarter", "half", "year", "decade")
RELATIONS = ("on", "in", "since", "until", "before", "after", "between")
MODES = ("direct", "reported")
SPEAKER_KINDS = ("expert", "official", "organisation", "media", "person")
TOPICS = (
    "critical-minerals", "energy", "nuclear", "transport", "finance", "investment", "trade",
    "education", "technology", "environment", "security", "diplomacy", "sanctions", "other",
)  # fmt: skip
STAGES = ("stated", "planned", "agreed", "funded", "under_way", "done")
OPEN_STAGES = STAGES[:2]  # of what has not happened yet
INTEREST_POLARITIES = ("wants", "declines")
RISK_CATEGORIES = ("economic", "trade", "transport", "security", "political", "energy", "sanctions", "other")
RISK_POLARITIES = ("risk", "counter")
FIRMNESS = ("asserted", "reported", "possible", "denied")
TRANSLATION_METHODS = ("memory", "machine", "original")
REFUSAL_REASONS = ("numbers", "dates", "names", "negation", "language", "length")
CHANGE_KINDS = (
    "contradiction", "figure", "interest", "stage", "sum", "risk", "risk-gained", "risk-lost", "view", "speaker", "event",
)  # fmt: skip
CALCULATIONS = ("share", "change")
SET_ASIDE_REASONS = ("unreadable", "no-date", "fault")
PARAGRAPH_ROLES = ("title", "heading", "text", "list", "quotation", "caption", "background")


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of offsets into an article's text."""

    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One non-blank paragraph: its number as citations print it (from 1, the title counts), its span and its role."""

    number: int
    start: int
    stop: int
    role: str = "text"


@dataclass(frozen=True, slots=True)
class Origin:
    """What a text does not say of itself; empty strings where nobody told us. Never guessed."""

    publisher: str = ""
    author: str = ""
    url: str = ""
    original_name: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A text as read, never changed. `id` comes from its words, `digest` is the SHA-256 of the file's bytes."""

    id: str
    name: str
    language: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    published: date | None = None
    origin: Origin = Origin()
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: number, scale and unit as one value in base units; the qualifier's words are outside the span."""

    id: str
    start: int
    stop: int
    surface: str
    value: Decimal
    upper: Decimal | None
    unit: str
    qualifier: str
    label: str
    holder: str | None
    as_of: str | None
    equivalent_of: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in ISO 8601 with reduced precision, or an interval `A/B`; the span has no preposition."""

    id: str
    start: int
    stop: int
    surface: str
    value: str
    precision: str
    relation: str
    inferred: bool
    relative: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the name in the nominative, the post as the article has it (in the nominative), `gender` f, m or empty."""

    name: str
    role: str
    kind: str
    gender: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody said, word for word (`direct`) or told by the author (`reported`); `cue` is the word that shows it."""

    id: str
    start: int
    stop: int
    surface: str
    mode: str
    cue: str
    negated: bool
    speaker: Speaker
    rule: str


@dataclass(frozen=True, slots=True)
class Interest:
    """What a partner wants of whom: the clause that says so, with the quantities and dates in it by id."""

    id: str
    start: int
    stop: int
    surface: str
    partner: str
    toward: tuple[str, ...]
    topics: tuple[str, ...]
    stage: str
    polarity: str
    quantities: tuple[str, ...]
    dates: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Risk:
    """A risk to `subject` or a view that speaks against one (`polarity` counter); `statement` is the id of who says so."""

    id: str
    start: int
    stop: int
    surface: str
    subject: str
    category: str
    polarity: str
    firmness: str
    statement: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one article says."""

    article: Article
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    statements: tuple[Statement, ...]
    interests: tuple[Interest, ...]
    risks: tuple[Risk, ...]
    diagnostics: tuple[Diagnostic, ...]
    sentences: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Repost:
    """A file that says no more than a source does, in nearly its words: a second place of the same story."""

    name: str
    published: str | None
    origin: Origin
    digest: str


@dataclass(frozen=True, slots=True)
class Source:
    """An article as the brief cites it: `number` is the first half of a citation such as [1.24].

    Of a recurring brief: `story` tells which articles are nearly the same (they are no independent sources of each other), `reposts` are
    further places of this one, `is_late` says that it belongs to an earlier period, `issue` names the issue (days, `A/B`) in which it was
    reported, where it is only compared with.
    """

    number: int
    id: str
    name: str
    language: str
    title: str
    published: str | None
    origin: Origin
    digest: str
    paragraphs: int
    story: str = ""
    reposts: tuple[Repost, ...] = ()
    is_late: bool = False
    issue: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a fact stands: source and paragraph numbers, the whole sentence, the fact's own words in it, the sentence's offset."""

    source: int
    paragraph: int
    sentence: str
    surface: str
    start: int = 0


FactT = TypeVar("FactT", Quantity, DateMention, Statement, Interest, Risk)


@dataclass(frozen=True, slots=True)
class Merged(Generic[FactT]):
    """One fact of a brief with all places that state it; `also` lists the ids of the facts merged into it."""

    fact: FactT
    evidence: tuple[Evidence, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Translation:
    """A text of the sources in another language; `method` is memory, machine, or original: the words in which the speaker said it.

    `tool` names program and model of a machine translation, `origin` where original words were published; each may be empty.
    """

    text: str
    language: str
    translated: str
    method: str
    context: str = ""
    tool: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A machine translation that is not printed, with the reasons: what of it differs from the original (`REFUSAL_REASONS`)."""

    text: str
    language: str
    translated: str
    tool: str
    reasons: tuple[str, ...]
    context: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event of the timeline: ids of its date and of the statement and the interest that tell it, if any; else its sentence does."""

    date: str
    statement: str | None
    interest: str | None
    evidence: Evidence
    expected: bool


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A paragraph that the brief does not use, and why: `reason` is its role (caption, background)."""

    source: int
    paragraph: int
    reason: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """Facts of earlier issues that a brief compares its own with; they are printed as such and nowhere else."""

    quantities: tuple[Merged[Quantity], ...] = ()
    dates: tuple[Merged[DateMention], ...] = ()
    statements: tuple[Merged[Statement], ...] = ()
    interests: tuple[Merged[Interest], ...] = ()
    risks: tuple[Merged[Risk], ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What is new against the issues before: the fact (its id; empty where nothing speaks of it now) and the one it is compared with.

    `difference` is calculated, fact minus earlier, in their unit; `support` are the numbers of independent sources before and now.
    """

    kind: str
    fact: str
    earlier: str = ""
    difference: Decimal | None = None
    support: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Calculation:
    """A percentage that no source has, of two figures (their ids) between which the text makes the relation itself.

    `share` is fact / base x 100 («86 из 120»), `change` is (fact - base) / base x 100 («с 8,8 до 4,8 млрд»); rounded as
    `formatting.percentages` says; `qualifier` is exact or about, as the operands are.
    """

    formula: str
    value: Decimal
    qualifier: str
    fact: str
    base: str


@dataclass(frozen=True, slots=True)
class Trend:
    """The largest sum (id of its figure) that a partner named in the issue of a period (days, `A/B`)."""

    partner: str
    period: str
    quantity: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """A file that could not be used, and the kind of reason."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Brief:
    """The language-neutral facts of one briefing, ranked: what a reader needs first stands first.

    A recurring brief covers a `period` (days, `A/B`), `compared` names the issue before it; the sources of `earlier` facts follow its own;
    `repeated` counts articles that say only what an earlier issue reported.
    """

    subject: str
    date: str
    sources: tuple[Source, ...]
    quantities: tuple[Merged[Quantity], ...]
    dates: tuple[Merged[DateMention], ...]
    statements: tuple[Merged[Statement], ...]
    interests: tuple[Merged[Interest], ...]
    risks: tuple[Merged[Risk], ...]
    events: tuple[Event, ...]
    diagnostics: tuple[Diagnostic, ...]
    translations: tuple[Translation, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    period: str = ""
    compared: str = ""
    earlier: Earlier = Earlier()
    changes: tuple[Change, ...] = ()
    trends: tuple[Trend, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    repeated: int = 0
    calculations: tuple[Calculation, ...] = ()
