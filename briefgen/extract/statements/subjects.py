"""An English sentence -> its tellings: verbs of speech, each with who speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.extract.statements.auxiliaries import (
    as_before,
    auxiliaries,
    before_infinitive,
    is_continuous,
    joint_before,
    may_be_infinitive,
    that_follows,
)
from briefgen.extract.statements.cast import Cast
from briefgen.extract.statements.cues import Reference
from briefgen.extract.statements.english_verbs import expressing_verb, form_of, speech_verb
from briefgen.extract.statements.parties import QUOTES, Party, party_before, party_behind, quoted_party, sentence_subject
from briefgen.extract.statements.references_english import english_reference
from briefgen.language.document import Document, Sentence, Token
from briefgen.language.lexicon import words

_AGENT_WORDS = 14


@dataclass(frozen=True, slots=True)
class Telling:
    """A verb of speech with its speaker.

    `stop`: where the words that make the verb end; `joint`: where it is tied to the verb before; `is_behind`: the speaker follows;
    `as_index`: where «as» stands in "as X said"; `is_free`: the verb has a subject of its own, so it may close a sentence.
    """

    index: int
    verb: str
    party: Party
    reference: Reference
    stop: int
    joint: int | None = None
    is_behind: bool = False
    is_negated: bool = False
    is_passive: bool = False
    needs_that: bool = False
    is_free: bool = True
    as_index: int | None = None


def find_tellings(document: Document, sentence: Sentence, cast: Cast) -> list[Telling]:
    """In text order; a verb whose subject is a thing is none."""
    found: list[Telling] = []
    for index in range(len(sentence.tokens)):
        for telling in _readings(document, sentence, index, cast, found):
            found.append(telling)
            break
    return found


def _readings(document: Document, sentence: Sentence, index: int, cast: Cast, found: Sequence[Telling]) -> Iterator[Telling]:
    tokens = sentence.tokens
    verb, form = speech_verb(tokens[index].text), form_of(tokens[index].text)
    if not verb or tokens[index].text.lower() in words("en", "speech", "certain"):
        yield from _stating(document, sentence, index, cast, found)
        return
    if verb == "see" and tokens[index].text != "sees":
        return  # «Moody's sees limited risk» tells; «saw» and «see» seldom do
    if (
        index + 1 < len(tokens)
        and form in {"base", "s"}
        and speech_verb(tokens[index + 1].text)
        and form_of(tokens[index + 1].text) != "ing"
    ):
        return  # a noun: «estimates show», «the report says»
    quoted = quoted_party(sentence, index, cast)
    if quoted is not None:
        reference = english_reference(document, sentence, quoted, cast)
        if reference is not None:
            yield Telling(index, "say", quoted, reference, tokens[index].stop)
        return
    if verb in {"quote", "cite"} and any(token.text.lower() == "saying" for token in tokens[index + 1 : index + _AGENT_WORDS]):
        auxiliary = auxiliaries(tokens, index) & words("en", "speech", "passive")
        if not auxiliary:
            return  # «quoted Mr Putin as saying»: he speaks
    if form == "ing" and not is_continuous(tokens, index):
        yield from _participle(document, sentence, index, cast, found, verb)
        return
    if form == "base" and index and not may_be_infinitive(tokens, index):
        return
    yield from _with_subject(document, sentence, index, cast, found, verb)


def _with_subject(document: Document, sentence: Sentence, index: int, cast: Cast, found: Sequence[Telling], verb: str) -> Iterator[Telling]:
    tokens = sentence.tokens
    start = before_infinitive(tokens, index)
    standing = auxiliaries(tokens, start)
    is_passive = bool(standing & words("en", "speech", "passive")) and form_of(tokens[index].text) == "past"
    is_negated = bool(standing & words("en", "grammar", "negations"))
    if is_passive:
        yield from _passive(document, sentence, index, cast, verb)
        return
    party = party_before(sentence, start, cast)
    reference = english_reference(document, sentence, party, cast) if party else None
    if reference is not None and reference.kind == "group" and standing & words("en", "grammar", "supposed"):
        return  # «some would argue»
    if party is not None and reference is not None:
        tied = joint_before(tokens, party.first, found)
        as_index = as_before(tokens, party.first)
        yield Telling(index, verb, party, reference, tokens[index].stop, tied, is_negated=is_negated, as_index=as_index)
        return
    if party is None or party.first == party.last:
        if index and tokens[index - 1].text in {",", "—", "–"} | QUOTES:
            behind = party_behind(sentence, index + 1, len(tokens), cast)
            reference = english_reference(document, sentence, behind, cast) if behind else None
            is_told = verb in words("en", "speech", "telling") and not (behind and _closes(tokens, behind, verb))
            if behind is not None and reference is not None and not is_told:
                yield Telling(index, verb, behind, reference, tokens[index].stop, is_behind=True)
                return
        yield from _inherited(document, sentence, index, cast, found, verb, start)


def _closes(tokens: Sequence[Token], party: Party, verb: str) -> bool:
    """«..., warned the analyst, a partner at X.»: behind a verb that takes an addressee, one who speaks ends the sentence or has a post."""
    return verb in words("en", "speech", "closing") and (party.stop >= len(tokens) - 1 or tokens[party.stop].text in {",", "."})


def _passive(document: Document, sentence: Sentence, index: int, cast: Cast, verb: str) -> Iterator[Telling]:
    """«X was quoted as saying that ...», «it was announced by the ministry that ...»."""
    tokens = sentence.tokens
    if verb in {"quote", "cite", "report"}:
        stop = next(
            (
                place + 1
                for place in range(index + 1, min(len(tokens), index + _AGENT_WORDS))
                if tokens[place].text.lower() in {"saying", "telling"}
            ),
            None,
        )
        party = party_before(sentence, index, cast)
        reference = english_reference(document, sentence, party, cast) if party else None
        if party is not None and reference is not None and (stop is not None or verb == "quote"):
            yield Telling(index, "say", party, reference, tokens[(stop or index + 1) - 1].stop)
        return
    if index + 1 < len(tokens) and tokens[index + 1].text.lower() == "by":
        party = party_behind(sentence, index + 2, len(tokens), cast)
        reference = english_reference(document, sentence, party, cast) if party else None
        if (
            party is not None
            and reference is not None
            and tokens[max(0, index - 3)].text.lower() in words("en", "grammar", "before_passive")
        ):
            yield Telling(index, verb, party, reference, tokens[party.last - 1].stop, is_passive=True, needs_that=True)


def _participle(document: Document, sentence: Sentence, index: int, cast: Cast, found: Sequence[Telling], verb: str) -> Iterator[Telling]:
    """«..., adding that ...», «saying the plan was»: the speaker is that of the verb before, or the subject of the sentence."""
    tokens = sentence.tokens
    if index and (
        tokens[index - 1].text.lower() in words("en", "grammar", "before_gerund") or verb in words("en", "speech", "only_quoting")
    ):
        return
    is_tied = index and tokens[index - 1].text in words("en", "grammar", "tying_participles")
    if verb != "say" and not is_tied:
        return
    if found:
        last = found[-1]
        if last.is_behind:
            return
        joint = tokens[index - 1].start if is_tied else tokens[index].start
        yield Telling(
            index, verb, last.party, last.reference, tokens[index].stop, joint, is_free=False, needs_that=verb not in {"say", "add"}
        )
        return
    party = sentence_subject(sentence, index, cast) if is_tied or verb == "say" else None
    reference = english_reference(document, sentence, party, cast) if party else None
    if party is not None and reference is not None and reference.kind != "group":
        yield Telling(index, verb, party, reference, tokens[index].stop, is_free=False, needs_that=verb not in {"say", "add"})


def _inherited(
    document: Document, sentence: Sentence, index: int, cast: Cast, found: Sequence[Telling], verb: str, start: int
) -> Iterator[Telling]:
    """«Reeves welcomed the figures but said ...», «He met workers and promised them ...»: no subject of its own behind a conjunction."""
    tokens = sentence.tokens
    place = start
    while place and tokens[place - 1].text.lower() in words("en", "speech", "adverbs"):
        place -= 1
    if not place or tokens[place - 1].text.lower() not in words("en", "grammar", "conjunctions"):
        return
    joint = place - 1
    if joint and tokens[joint - 1].text == ",":
        joint -= 1
    if found and not found[-1].is_behind:
        last = found[-1]
        yield Telling(index, verb, last.party, last.reference, tokens[index].stop, tokens[joint].start, is_free=False)
        return
    party = sentence_subject(sentence, index, cast)
    reference = english_reference(document, sentence, party, cast) if party else None
    if party is not None and reference is not None and party.last < index:
        yield Telling(index, verb, party, reference, tokens[index].stop, tokens[joint].start, is_free=False)


def _stating(document: Document, sentence: Sentence, index: int, cast: Cast, found: Sequence[Telling]) -> Iterator[Telling]:
    """«is convinced that», «expressed hope that», «made clear that», «X's view is that»."""
    tokens = sentence.tokens
    word = tokens[index].text.lower()
    if word in words("en", "speech", "certain"):
        standing = auxiliaries(tokens, index)
        if not standing & words("en", "speech", "passive") or not that_follows(tokens, index + 1, 2):
            return
        start = index
    elif word in words("en", "grammar", "taking") and not that_follows(tokens, index + 2, 3):
        return
    elif expressing_verb(word) and any(
        token.text.lower() in words("en", "speech", "speech_nouns") for token in tokens[index + 1 : index + 5]
    ):
        start = index
    else:
        return
    party = party_before(sentence, start, cast)
    reference = english_reference(document, sentence, party, cast) if party else None
    if reference is None:
        for telling in _inherited(document, sentence, index, cast, found, "say", start):
            party, reference = telling.party, telling.reference
    if party is not None and reference is not None:
        is_negated = bool(auxiliaries(tokens, start) & words("en", "grammar", "negations"))
        verb = "say" if word in words("en", "speech", "certain") else "highlight"
        yield Telling(
            index,
            verb,
            party,
            reference,
            tokens[index].stop,
            joint_before(tokens, party.first, found),
            is_negated=is_negated,
            needs_that=verb == "say",
        )
