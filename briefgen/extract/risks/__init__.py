"""An article -> the risks that it names for a country, and the views in it that speak against them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from briefgen.extract.clauses import clean_span, is_readable, trim_quotes
from briefgen.extract.home import home_of
from briefgen.extract.identity import identify
from briefgen.extract.risks.patterns import Hit, find_counters, find_hits, modality, spoken_of
from briefgen.extract.risks.sight import Sight, clause_span, is_against_another, see
from briefgen.language.document import Document, Sentence
from briefgen.language.lexicon import load
from briefgen.model import Interest, Quantity, Risk, Statement
from briefgen.naming.actors import ActorMention, code_of, find_actors, mentions_within

_SILENT_ROLES = {"title", "heading", "caption", "background"}
_DENYING = {"denial", "unlikely"}
_JOINTS = re.compile(r",?\s(?:и|а также|and)\s|,\s")
_NUMBER = re.compile(r"(?:\d|млн|млрд|трлн|тыс|миллион\w*|миллиард\w*|триллион\w*|тысяч\w*|[mb]n?|[mbtr]+illion|thousand)\.? ?$")
_MOST = 0.5  # a quotation that is less of its sentence than this is a fragment, and the sentence is kept


@dataclass(frozen=True, slots=True)
class _View:
    """An article from the point of view of one country; what names nobody is told of `home`."""

    document: Document
    mentions: tuple[ActorMention, ...]
    statements: Sequence[Statement]
    subject: str
    home: str


def extract_risks(
    document: Document,
    statements: Sequence[Statement],
    interests: Sequence[Interest],
    subjects: tuple[str, ...],
    *,
    quantities: Sequence[Quantity] = (),
    actors: tuple[ActorMention, ...] | None = None,
) -> tuple[Risk, ...]:
    """Risks and counter-views for each subject, in text order. A counter-view needs a risk to speak against.

    `actors`: what `find_actors` gives for the document, if it is known already.
    """
    mentions = find_actors(document) if actors is None else actors
    home = home_of(document, mentions, subjects, quantities)
    found = list(_told(document, mentions, statements, subjects, home))
    at_risk = {risk.subject for risk in found if risk.polarity == "risk"}
    risks = [risk for risk in found if risk.polarity == "risk"]
    counters = [risk for risk in found if risk.polarity == "counter" and risk.subject in at_risk]
    text, sentences = document.text, document.sentences
    return tuple(sorted((*identify("r", risks, text, sentences), *identify("c", counters, text, sentences)), key=_place))


def _told(
    document: Document, mentions: tuple[ActorMention, ...], statements: Sequence[Statement], subjects: tuple[str, ...], home: str
) -> Iterator[Risk]:
    """What each sentence tells. One that names nobody goes on about the country of the risk before it, else about the article's own."""
    topic, paragraph = "", -1
    before: Sentence | None = None
    for sentence in _spoken(document):
        if sentence.paragraph != paragraph or mentions_within(mentions, sentence.start, sentence.stop):
            topic, paragraph = "", sentence.paragraph
        told = _meant(document, mentions, statements, sentence, before) or topic or home
        before = sentence
        for subject in subjects:
            for risk, named in _of_sentence(_View(document, mentions, statements, subject, told), sentence):
                yield risk
                topic = subject if named and risk.polarity == "risk" else topic


def _meant(
    document: Document, mentions: tuple[ActorMention, ...], statements: Sequence[Statement], sentence: Sentence, before: Sentence | None
) -> str:
    """Of whom a sentence goes on to tell: whom «её» stands for, whose money it names, for whom «мы» is said; else empty."""
    text = document.text[sentence.start : sentence.stop]
    if before is not None and before.paragraph == sentence.paragraph and _rule(document.language, "about_them").match(text):
        named = mentions_within(mentions, before.start, before.stop)
        if named:
            return named[0].code
    if mentions_within(mentions, sentence.start, sentence.stop):
        return ""
    if _rule(document.language, "about_us").search(text):
        said = next((statement for statement in statements if statement.start < sentence.stop and sentence.start < statement.stop), None)
        speaker = _code_in(said.speaker.role, document.language) if said is not None else ""
        if speaker or said is None or said.mode != "direct":
            return speaker
        title = document.paragraphs[0].stop if document.paragraphs else 0
        return next((mention.code for mention in mentions if mention.stop <= title and not mention.code.startswith("org:")), "")
    found = ((code, pattern.search(text)) for code, pattern in _moneys(document.language))
    return next((code for code, money in found if money is not None and not _NUMBER.search(text[: money.start()])), "")


@cache
def _rule(language: str, name: str) -> re.Pattern[str]:
    return re.compile(load(language, "grammar")[name])


def _code_in(role: str, language: str) -> str:
    return next((code for word in re.findall(r"[^\W\d_]+", role) if (code := code_of(word, language)) and not code.startswith("org:")), "")


@cache
def _moneys(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """A country by its money: «тенге» names Kazakhstan."""
    return tuple((code, re.compile(rf"(?i)\b(?:{words})\b")) for code, words in load(language, "risks")["moneys"].items())


def _place(risk: Risk) -> tuple[int, int, str]:
    return risk.start, risk.stop, risk.subject


def _spoken(document: Document) -> Iterator[Sentence]:
    """The sentences that can state a risk: no titles, captions, background, no questions."""
    for sentence in document.sentences:
        silent = document.paragraphs[sentence.paragraph].role in _SILENT_ROLES
        if not silent and is_readable(sentence) and not document.text[sentence.start : sentence.stop].rstrip('»"” ').endswith("?"):
            yield sentence


def _of_sentence(view: _View, sentence: Sentence) -> Iterator[tuple[Risk, bool]]:
    """Risks and counter-views, each with whether the words name the country."""
    sight = see(view.document, sentence, view.mentions, view.subject, home=view.home)
    language = view.document.language
    seen, undone = find_hits(sight, language, home=view.home == view.subject)
    against = find_counters(sight, language) or ((undone,) if undone is not None else ())
    counters = [(hit, clause_span(view.document, sentence, hit.start)) for hit in against]
    # What a counter-view speaks of is no risk, also beyond its clause: «сомневается, что санкции ударят по России».
    spans = [(min(start, hit.start), max(stop, hit.stop)) for hit, (start, stop) in counters]
    spans += [(statement.start, statement.stop) for statement in view.statements if statement.negated and statement.mode == "reported"]
    hits = [hit for hit in seen if not any(start <= hit.start < stop for start, stop in spans)]
    for hit, (start, stop) in zip(hits, _risk_spans(view, sentence, hits), strict=True):
        clause = clause_span(view.document, sentence, hit.start)
        yield _risk(view, sight, sentence, hit, clause, (start, stop), polarity="risk"), hit.named
    for hit, span in counters[:1]:
        clause = (min(span[0], hit.start), max(span[1], hit.stop))
        if is_against_another(view.document, clause, view.subject):
            continue
        yield _risk(view, sight, sentence, hit, clause, clean_span(view.document, *clause), polarity="counter"), hit.named


def _risk_spans(view: _View, sentence: Sentence, hits: Sequence[Hit]) -> list[tuple[int, int]]:
    """The whole sentence for one risk; for several the part up to the conjunction between them, and the parts behind."""
    whole = _without_attribution(view, sentence, hits)
    if len(hits) < 2:
        return [whole] * len(hits)
    starts, stops = [whole[0]], []
    for before, after in pairwise(hits):
        joints = list(_JOINTS.finditer(view.document.text, before.stop, after.start + 1))
        stops.append(joints[-1].start() if joints else after.start)
        starts.append(joints[-1].end() if joints else after.start)
    stops.append(whole[1])
    return [clean_span(view.document, start, stop) for start, stop in zip(starts, stops, strict=True)]


def _without_attribution(view: _View, sentence: Sentence, hits: Sequence[Hit]) -> tuple[int, int]:
    """The sentence; the quotation alone where that is most of it («…», — отмечает X)."""
    for statement in view.statements:
        start, stop = max(statement.start, sentence.start), min(statement.stop, sentence.stop)
        covers = all(start <= hit.start and hit.stop <= stop for hit in hits)
        if statement.mode == "direct" and covers and stop - start >= _MOST * (sentence.stop - sentence.start):
            return start, stop
    return trim_quotes(view.document.text, sentence.start, sentence.stop)


def _risk(
    view: _View, sight: Sight, sentence: Sentence, hit: Hit, clause: tuple[int, int], span: tuple[int, int], *, polarity: str
) -> Risk:
    statement = _statement_at(view.statements, hit)
    return Risk(
        id="",
        start=span[0],
        stop=span[1],
        surface=view.document.text[span[0] : span[1]],
        subject=view.subject,
        category=_category(view, hit, sight, clause),
        polarity=polarity,
        firmness=_firmness(view, sentence, hit, clause, statement),
        statement=statement.id if statement else None,
        rule=f"{polarity}.{hit.kind.name}",
    )


def _category(view: _View, hit: Hit, sight: Sight, clause: tuple[int, int]) -> str:
    """The kind's category; trade in energy is a risk of energy; without one that of which the clause speaks."""
    language = view.document.language
    if hit.kind.category == "trade" and modality(language).energy.search(sight.text):
        return "energy"
    return hit.kind.category or spoken_of(view.document.text[slice(*clause)], language) or "other"


def _statement_at(statements: Sequence[Statement], hit: Hit) -> Statement | None:
    """The shortest statement that holds the words of the risk."""
    holding = [statement for statement in statements if statement.start < hit.stop and hit.start < statement.stop]
    return min(holding, key=lambda statement: (statement.stop - statement.start, statement.start), default=None)


def _firmness(view: _View, sentence: Sentence, hit: Hit, clause: tuple[int, int], statement: Statement | None) -> str:
    words = modality(view.document.language)
    if hit.kind.name in _DENYING:
        return "denied"
    if words.possible.search(view.document.text[clause[0] : clause[1]].lower()):
        return "possible"
    if statement is not None:
        return "reported" if statement.mode == "reported" else "asserted"
    told = words.reported.search(view.document.text[sentence.start : sentence.stop].lower())
    return "reported" if told else "asserted"
