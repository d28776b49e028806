"""A document -> statements: what persons and bodies say, word for word or told by the author, with who says it."""

from __future__ import annotations

from dataclasses import replace

from briefgen.extract.identity import identify
from briefgen.extract.statements.cast import Cast, Member, read_cast
from briefgen.extract.statements.cues import Cue, word_count
from briefgen.extract.statements.direct import find_direct
from briefgen.extract.statements.pull_quotes import PullQuote, find_pull_quotes
from briefgen.extract.statements.reported import find_reported
from briefgen.extract.statements.spans import is_inside, merge_spans, without_marks
from briefgen.extract.statements.speakers import Resolved, resolve_speakers
from briefgen.extract.statements.told import find_told
from briefgen.extract.statements.transcripts import find_turns
from briefgen.language.document import Document
from briefgen.model import Statement

_DIRECT_WORDS = 3
_SUFFIX = {"named": "", "coreference": "+coreference", "unresolved": "+unresolved"}


def find_statements(text: str, language: str) -> tuple[Statement, ...]:
    """The statements of any text, in text order."""
    from briefgen.language.annotate import annotate
    from briefgen.language.paragraphs import split_paragraphs

    return extract_statements(annotate(text, language, split_paragraphs(text, language)))


def extract_statements(document: Document) -> tuple[Statement, ...]:
    """The statements of a document, in text order, without those of captions and background."""
    cast = read_cast(document)
    pulled = tuple(find_pull_quotes(document, cast))
    cast = _with_tails(cast, pulled)
    cues = [*(quote.cue for quote in pulled), *_find_cues(document, cast, pulled)]
    return identify(
        "s", (_statement(document, found) for found in resolve_speakers(document, cues, cast)), document.text, document.sentences
    )


def _find_cues(document: Document, cast: Cast, pulled: tuple[PullQuote, ...]) -> list[Cue]:
    """Turns of a transcript, else direct speech; then what is told outside of both."""
    turns = find_turns(document, cast)
    talk = [(turns[0].position, turns[-1].stop)] if turns else []  # an interviewer's questions are nobody's statements
    taken = merge_spans([*((quote.cue.start, quote.cue.stop) for quote in pulled), *talk])
    speeches = [speech for speech in find_direct(document, cast) if not is_inside(speech.cue.start, taken)]
    skipped = merge_spans([*taken, *(span for speech in speeches for span in speech.spans)])
    find = find_reported if document.language == "ru" else find_told
    return [*turns, *(speech.cue for speech in speeches), *find(document, cast, skipped)]


def _with_tails(cast: Cast, pulled: tuple[PullQuote, ...]) -> Cast:
    """The cast with the posts that pull quotes give to their speakers."""
    members: list[Member] = []
    for member in cast.members:
        tails = tuple(quote.post for quote in pulled if quote.speaker == member.person.name)
        members.append(replace(member, posts=tuple(sorted((*member.posts, *tails), key=lambda post: post.start))))
    return replace(cast, members=tuple(members))


def _statement(document: Document, found: Resolved) -> Statement:
    cue = _bare(document.text, found.cue)
    return Statement(
        id="",
        start=cue.start,
        stop=cue.stop,
        surface=document.text[cue.start : cue.stop],
        mode=cue.mode,
        cue=cue.word,
        negated=cue.negated,
        speaker=found.speaker,
        rule=cue.rule + _SUFFIX[found.how],
    )


def _bare(text: str, cue: Cue) -> Cue:
    """What is told in somebody's very words («сказал, что «Россия готова к диалогу»») is direct, without its marks."""
    inner = without_marks(text, (cue.start, cue.stop)) if cue.mode == "reported" else None
    if inner is None or word_count(text[slice(*inner)]) < _DIRECT_WORDS:
        return cue
    return replace(cue, start=inner[0], stop=inner[1], mode="direct")
