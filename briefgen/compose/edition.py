"""Edition: a brief, a language and limits, as every section needs them; who, where and how much in that language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from briefgen.blocks import Citation, Citations, Foreign, Inlines, Mark, Text
from briefgen.compose.profile import Limits
from briefgen.formatting.dates import format_date
from briefgen.formatting.quantities import format_quantity
from briefgen.formatting.text import join_list, typography
from briefgen.formatting.wording import wording
from briefgen.language.words import normalise
from briefgen.model import Brief, DateMention, Earlier, Evidence, Interest, Merged, Quantity, Refusal, Risk, Source, Statement, Translation
from briefgen.naming.bodies import group_genitive
from briefgen.naming.countries import country_name
from briefgen.naming.declension import decline_person
from briefgen.naming.labels import label_name, rate_name, split_rate
from briefgen.naming.persons import Name
from briefgen.naming.posts import post_name
from briefgen.naming.speakers import speaker_name
from briefgen.naming.usage import Usage, in_usage
from briefgen.translation.catalogs import Catalog, catalog
from briefgen.translation.units import Unit, translation_units


@dataclass(frozen=True, slots=True)
class Requisites:
    """What the house puts on its papers, in one language; an empty one leaves no gap."""

    organisation: str = ""
    department: str = ""
    addressee: str = ""
    place: str = ""
    number: str = ""
    signatory_post: str = ""
    signatory_name: str = ""
    executor: str = ""
    marking: str = ""
    copy_number: str = ""


_PLAIN = Usage()
Passage = tuple[int, int, str]  # source, paragraph, sentence
ItemT = TypeVar("ItemT", bound="Facts")
Facts = Merged[Quantity] | Merged[DateMention] | Merged[Statement] | Merged[Interest] | Merged[Risk]


@dataclass(frozen=True, slots=True)
class Edition:
    """`anchors` name the evidence row of each cited sentence; `translations` are keyed by normalised text and context;
    `foreign` are the passages that this edition needs translated, `refusals` the machine translations that it does not
    print, `unprintable` the characters that the PDF gives by their codes; `made` keeps what was made within which limits, and so goes
    on with other limits alone."""

    brief: Brief
    language: str
    limits: Limits
    requisites: Requisites
    words: Catalog
    anchors: Mapping[Passage, str]
    translations: Mapping[tuple[str, str], Translation]
    quantities: Mapping[str, Merged[Quantity]]
    dates: Mapping[str, Merged[DateMention]]
    statements: Mapping[str, Merged[Statement]]
    interests: Mapping[str, Merged[Interest]]
    risks: Mapping[str, Merged[Risk]]
    foreign: tuple[Unit, ...]
    usage: Usage
    refusals: Mapping[tuple[str, str], Refusal]
    unprintable: tuple[str, ...] = ()
    is_draft: bool = False
    has_code: bool = False
    made: dict[object, list[tuple[Mapping[str, int], Any]]] = field(default_factory=dict, compare=False, repr=False)


def edition_of(brief: Brief, language: str, limits: Limits, requisites: Requisites, usage: Usage = _PLAIN) -> Edition:
    """The edition of a brief in one language, in the usage of a house."""
    translations = {(normalise(entry.text), entry.context): entry for entry in brief.translations if entry.language == language}
    return Edition(
        brief=brief,
        language=language,
        limits=limits,
        requisites=requisites,
        words=catalog(language, usage.locale),
        anchors=_anchors(brief),
        translations=translations,
        quantities=_by_id((*brief.earlier.quantities, *brief.quantities)),
        dates=_by_id((*brief.earlier.dates, *brief.dates)),
        statements=_by_id((*brief.earlier.statements, *brief.statements)),
        interests=_by_id((*brief.earlier.interests, *brief.interests)),
        risks=_by_id((*brief.earlier.risks, *brief.risks)),
        foreign=tuple(
            unit
            for unit in translation_units(brief, names=usage.names)
            if unit.language != language and (unit.key in translations or not _is_label_of_terms(unit, language))
        ),
        usage=usage,
        refusals={(normalise(entry.text), entry.context): entry for entry in brief.refusals if entry.language == language},
    )


def facts_of(brief: Brief | Earlier) -> Iterable[Facts]:
    """All facts of a brief, those of earlier issues that it is compared with at the end."""
    yield from brief.quantities
    yield from brief.dates
    yield from brief.statements
    yield from brief.interests
    yield from brief.risks
    if isinstance(brief, Brief):
        yield from facts_of(brief.earlier)


def own_sources(brief: Brief) -> tuple[Source, ...]:
    """The sources of a brief without those of earlier issues."""
    return tuple(source for source in brief.sources if not source.issue)


def passages_of(brief: Brief) -> tuple[Passage, ...]:
    """The sentences that hold facts, in the order of their sources and as they stand there."""
    starts: dict[Passage, int] = {}
    for item in facts_of(brief):
        for place in item.evidence:
            starts.setdefault((place.source, place.paragraph, place.sentence), place.start)
    return tuple(sorted(starts, key=lambda passage: (passage[0], passage[1], starts[passage])))


def source_of(edition: Edition, number: int) -> Source:
    """The source with that number."""
    return edition.brief.sources[number - 1]


def cite(edition: Edition, evidence: Iterable[Evidence]) -> Citations:
    """The places of some facts, each paragraph once, linked to their rows in the annex."""
    items: dict[str, Citation] = {}
    for place in evidence:
        printed = f"{place.source}.{place.paragraph}"
        items.setdefault(printed, Citation(printed, edition.anchors[(place.source, place.paragraph, place.sentence)]))
    return Citations(tuple(sorted(items.values(), key=lambda item: tuple(int(part) for part in item.text.split(".")))))


def cited(edition: Edition, evidence: Iterable[Evidence]) -> tuple[Text, Citations]:
    """A no-break space and the citations: a mark never starts a line."""
    return (Text("\u00a0"), cite(edition, evidence))


def actor(edition: Edition, code: str, *, case: str = "nominative", article: bool = False, short: bool = False) -> str:
    """The name of a country, bloc or body in the edition's language."""
    usage = edition.usage
    return country_name(code, edition.language, case=case, article=article, short=short, profile=usage.russian, names=usage.names)


def speaker(edition: Edition, item: Merged[Statement]) -> str:
    """The speaker's name in the edition's language."""
    return name_of_speaker(edition, item).text


def name_of_speaker(edition: Edition, item: Merged[Statement]) -> Name:
    """The name from the translation memory, else from the gazetteer; else transliterated, which the section on limits tells."""
    who = item.fact.speaker
    known = edition.translations.get((normalise(who.name), "name"))
    if known:
        return Name(known.translated, "memory")
    name = speaker_name(
        who.name, who.kind, source_of(edition, item.evidence[0].source).language, edition.language, extra=edition.usage.names
    )
    if name.method == "same":
        return replace(name, text=typography(name.text, edition.language))
    return replace(name, text=in_usage(name.text, edition.usage.russian))


def by_whom(edition: Edition, item: Merged[Statement]) -> str:
    """«по словам Романа Юнемана»; «источник — …» where the name cannot be declined for want of a gender."""
    name = speaker(edition, item)
    declined = name if edition.language == "en" else group_genitive(name) or decline_person(name, "genitive", item.fact.speaker.gender)
    if (declined and not re.search("[A-Za-z]", declined)) or edition.language == "en":
        return edition.words.text("according to %(name)s") % {"name": declined}
    return edition.words.text("%(name)s says so") % {"name": name}


def post(edition: Edition, item: Merged[Statement]) -> Inlines:
    """The speaker's post: by pattern, else from the translation memory, else as the article has it and marked."""
    role = item.fact.speaker.role
    source = source_of(edition, item.evidence[0].source).language
    if not role or source == edition.language:
        return (Text(typography(role, source)),) if role else ()
    translated = edition.translations.get((normalise(role), "post"))
    if translated and translated.method == "machine":
        return (Text(translated.translated), Text("\u00a0"), mark_of(edition, "machine translation"))
    found = Name(translated.translated, "memory") if translated else post_name(role, source, edition.language, names=edition.usage.names)
    if found.method == "none":
        return (Foreign(role, source), Text("\u00a0"), mark_of(edition, "not translated"))
    return (Text(in_usage(found.text, edition.usage.russian)),)


def mark_of(edition: Edition, words: str) -> Mark:
    """How a passage came about, in brackets: [machine translation]. It never breaks at a line's end."""
    return Mark("[" + edition.words.text(words).replace(" ", "\u00a0") + "]")


def amount(edition: Edition, quantity: Quantity, *, style: str = "text") -> str:
    """A figure with its qualifier and unit and what a price or a flow is for, as the source has it."""
    rate = rate_name(split_rate(quantity.label)[1], edition.language)
    told = format_quantity(
        quantity.value,
        quantity.unit,
        edition.language,
        upper=quantity.upper,
        qualifier=quantity.qualifier,
        style=style,
        locale=edition.usage.locale,
    )
    return f"{told} {rate}" if rate else told


def date_words(
    edition: Edition, value: str, *, precision: str | None = None, style: str = "text", inferred: bool = False, relation: str = "on"
) -> str:
    """A date in the edition's words."""
    return format_date(
        value, edition.language, precision=precision, style=style, inferred=inferred, relation=relation, locale=edition.usage.locale
    )


def bound_of(edition: Edition, mention: DateMention) -> str:
    """The relation of a date; `until_end` where its sentence has «до конца 2027 года»: its span holds the year alone."""
    if mention.relation != "until":
        return mention.relation
    place = edition.dates[mention.id].evidence[0]
    before, found, _ = place.sentence.partition(mention.surface)
    ends = wording(source_of(edition, place.source).language)["text"]["ends"]
    return "until_end" if found and before.rstrip().lower().endswith(tuple(ends)) else mention.relation


def listed(edition: Edition, items: Sequence[str]) -> str:
    """Words as a list with «и», `and`."""
    return join_list(items, edition.language, locale=edition.usage.locale)


def _is_label_of_terms(unit: Unit, language: str) -> bool:
    """Whether a label needs no translator: all of its words are terms."""
    return unit.context == "label" and bool(label_name(unit.text, unit.language, language))


def _by_id(items: Iterable[ItemT]) -> dict[str, ItemT]:
    found: dict[str, ItemT] = {}
    for item in items:
        found.update(dict.fromkeys((item.fact.id, *item.also), item))
    return found


def _anchors(brief: Brief) -> dict[Passage, str]:
    anchors: dict[Passage, str] = {}
    count: dict[tuple[int, int], int] = {}
    for source, paragraph, sentence in passages_of(brief):
        count[(source, paragraph)] = order = count.get((source, paragraph), 0) + 1
        anchors[(source, paragraph, sentence)] = f"e-{source}-{paragraph}" + (f"-{order}" if order > 1 else "")
    return anchors
