"""A brief -> the requisites above the text: kind of paper, date, title, and the line that explains the citations."""

from __future__ import annotations

from functools import partial

from briefgen.blocks import Block, Control, Head, Heading, Signature, Text
from briefgen.compose.edition import Edition, date_words
from briefgen.compose.facts import MEANS, common_places, main_topic, partners_of, risk_groups
from briefgen.compose.markings import marking_of
from briefgen.formatting.dates import format_date
from briefgen.formatting.text import join_list, typography
from briefgen.model import Brief
from briefgen.naming.countries import country_name
from briefgen.naming.usage import Usage
from briefgen.translation.catalogs import catalog

_PLAIN = Usage()
_BETWEEN_STATES = ("sanctions", "security", "diplomacy")  # matters that no place has: «в сфере санкций России» would be Russia's
_LONGEST_LIST = 4  # partners named in a title; more make it longer than the 150 characters that GOST R 7.0.97 allows to run on


def head_of(edition: Edition) -> Head:
    """The requisites in the edition's language."""
    words, requisites = edition.words, edition.requisites
    marking = marking_of(requisites.marking, edition.language, requisites.copy_number)
    return Head(
        organisation=requisites.organisation,
        department=requisites.department,
        addressee=requisites.addressee,
        kind=words.text("BRIEFING NOTE"),
        date=date_words(edition, edition.brief.date),
        number=words.text("No.") + "\u00a0" + (requisites.number or "____________"),
        place=requisites.place,
        title=title_of(edition.brief, edition.language, edition.usage),
        basis=(Text(_basis(edition)),),
        marking=marking.label,
        marking_alignment=marking.alignment if marking.label else "",
        marking_at_foot=bool(marking.label) and marking.at_foot,
        copy=marking.copy,
        status=words.text("Draft") if edition.is_draft else "",
    )


def title_of(brief: Brief, language: str, usage: Usage = _PLAIN) -> str:
    """«Об интересах … в сфере … и рисках для …», from facts alone."""
    words = catalog(language, usage.locale)
    genitive = partial(country_name, language=language, case="genitive", article=True, profile=usage.russian, names=usage.names)
    partners = partners_of(brief)
    subject = genitive(brief.subject)
    risks = words.text("and risks to %(country)s") % {"country": subject} if risk_groups(brief) else ""
    if brief.period and not any((brief.interests, brief.quantities, brief.statements, brief.risks)):
        days = format_date(brief.period, language, locale=usage.locale)
        return typography(words.text("Nothing new: %(days)s") % {"days": days}, language)
    if not partners:
        bare = words.text("News and analysis: risks to %(country)s") if risks else words.text("News and analysis: figures and views")
        return bare % {"country": subject} if risks else bare
    if len(partners) > _LONGEST_LIST:
        who = words.text("of foreign partners")
    else:
        names = [genitive(partner.code) for partner in partners]
        who = words.text("of %(partners)s") % {"partners": join_list(names, language, locale=usage.locale)}
    topic = main_topic(brief) if main_topic(brief) not in MEANS else ""
    # «в сфере … Казахстана»: a place alone would be nobody's
    places = common_places(brief, partners, 1) if topic and topic not in _BETWEEN_STATES else []
    parts = [words.text("Interests") + " " + who]
    if topic:
        parts.append(words.text("in the field of %(topic)s") % {"topic": words.text(topic, context="topic genitive")})
    if places:
        place = genitive(places[0])
        parts.append(words.text("in %(place)s") % {"place": place})
    return typography(" ".join([*parts, risks]).replace(" ,", ",").strip(), language)


def assessment(edition: Edition, number: str) -> tuple[Block, ...]:
    """The part that a person writes, and the signature where the house has one."""
    words, requisites = edition.words, edition.requisites
    blocks: list[Block] = [
        Control("assessment", f"{number} {words.text('Assessment')}", words.text("Conclusions and proposals are written by a person."))
    ]
    if requisites.signatory_name or requisites.signatory_post:
        blocks.append(Signature(requisites.signatory_post, requisites.signatory_name, requisites.executor))
    return tuple(blocks)


def annexes_heading(number: int, edition: Edition, heading: Heading) -> Heading:
    """A section's heading as an annex: "Annex 2. Evidence"."""
    return Heading(1, "", f"{edition.words.text('Annex')}\u00a0{number}. {heading.text}", heading.anchor)


def _basis(edition: Edition) -> str:
    words = edition.words
    if not edition.brief.sources:
        return words.text("Prepared from open sources.")
    mark = words.text("A mark such as [1.24] means source 1, paragraph 24, and links to the annex “Evidence”.")
    return words.text("Prepared from open sources.") + " " + mark
