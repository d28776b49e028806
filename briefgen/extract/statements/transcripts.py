"""Paragraphs of a transcript -> cues: a label («В.Путин: ...», "Mr Brown: ...") opens a turn that lasts until the next label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from briefgen.extract.statements.antecedents import role_before
from briefgen.extract.statements.bodies import is_media
from briefgen.extract.statements.cast import Cast, Member
from briefgen.extract.statements.cues import Cue, Reference
from briefgen.language.document import Document
from briefgen.language.lexicon import load, words
from briefgen.language.people import same_word
from briefgen.model import Paragraph

_NAME = r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’'-]*\.?"
_LABEL = re.compile(
    rf"[«\"“*]{{0,2}}(?P<name>(?:[A-ZА-ЯЁ]\.\s?){{1,2}}{_NAME}|{_NAME}(?:\s(?:[a-zа-яё]{{2,3}}\s)?{_NAME}){{0,4}}(?:\s?(?:[A-ZА-ЯЁ]\.\s?){{1,2}})?)[»\"”*]{{0,2}}"
    r"(?:\s?\([^)]{1,80}\))?(?:,\s[^:.!?]{3,80})?\s?:\s*(?=[«\"“„<(\[—–-]?\s?[\w…«\"“])"
)
_LETTER = re.compile(r"(?P<name>[QA])[.:]\s+(?=\S)")
_MINIMUM_TURNS = 2
_LABEL_LETTERS = 180
_DASH = re.compile(r"[—–-]\s+(?=\S)")
_THANKS = re.compile(r"(?:Большое спасибо|Спасибо|Благодарю|Thank you)\b[^.!?]{0,60}[.!?]?\s*$", re.MULTILINE)
_REMARK_LETTERS = 160
_REPEATED = 3  # a label of one word that names nobody known is a speaker's when it stands so often
_PASSED = {"caption", "background", "title", "heading"}


@dataclass(frozen=True, slots=True)
class _Label:
    """Where a paragraph's words begin behind its label, and who is meant; an interviewer's reference is None."""

    stop: int
    reference: Reference | None


def find_turns(document: Document, cast: Cast) -> tuple[Cue, ...]:
    """A cue for each paragraph of each turn; nothing when the text has fewer than two labels. What an interviewer asks is no statement."""
    interview = tuple(find_interview(document, cast))
    if interview:
        return interview
    matches = [_match(document.text, paragraph) for paragraph in document.paragraphs]
    counts = Counter(match["name"] for match in matches if match)
    labels = [_label(match, cast, counts) if match else None for match in matches]
    known = [label for label in labels if label is not None]
    if len(known) < _MINIMUM_TURNS or not any(label.reference for label in known):
        return ()
    return tuple(_turns(document, labels))


def _match(text: str, paragraph: Paragraph) -> re.Match[str] | None:
    limit = min(paragraph.stop, paragraph.start + _LABEL_LETTERS)
    letter = _LETTER.match(text, paragraph.start, limit)
    return letter or (_LABEL.match(text, paragraph.start, limit) if text.find(":", paragraph.start, limit) >= 0 else None)


def _turns(document: Document, labels: Sequence[_Label | None]) -> Iterator[Cue]:
    speaker: Reference | None = None
    for paragraph, label in zip(document.paragraphs, labels, strict=True):
        if label is None and (
            (paragraph.role in _PASSED and paragraph.role != "heading") or _closes(document.text[paragraph.start : paragraph.stop])
        ):
            speaker = None
            continue
        start = paragraph.start
        if label is not None:
            start, speaker = label.stop, label.reference
        if speaker is not None and start < paragraph.stop:
            yield Cue(start, paragraph.stop, "direct", "", paragraph.start, "transcript", speaker)


def _label(match: re.Match[str], cast: Cast, counts: Counter[str]) -> _Label | None:
    name = match["name"].strip(" .*")
    if name.lower() in words(cast.language, "speech", "no_labels"):
        return None
    if (
        name.lower() in words(cast.language, "speech", "questioners")
        or (is_media(name, cast.language) and len(name.split()) < 3)
        or name in {"Ъ", "“Ъ”"}
    ):
        return _Label(match.end(), None)
    if name.lower() in words(cast.language, "speech", "answerers"):
        member = _interviewee(cast)
        phrase = member.person.name if member else name
        kind = "person" if member else "role"
        return _Label(match.end(), Reference(kind, match.start(), phrase, qualifiers=() if member else ("*indefinite",)))
    member = _member(name, cast)
    if member is not None:
        return _Label(match.end(), Reference("person", match.start(), member.person.name))
    if counts[match["name"]] >= (_REPEATED if len(name.split()) == 1 else _MINIMUM_TURNS):
        if name.isupper() and len(name) <= 4:
            return _Label(match.end(), None)  # an editor's initials or a broadcaster's
        return _Label(match.end(), Reference("role", match.start(), name, name.lower(), qualifiers=("*indefinite",)))
    return None


def _member(name: str, cast: Cast) -> Member | None:
    """The person of the cast whom a label means: by surname, wherever the initials stand («С.ЛАВРОВ», «Лавров С.В.»)."""
    parts = [
        part for part in re.split(r"[\s.]+", name) if len(part) > 1 and part.lower() not in words(cast.language, "persons", "honorifics")
    ]
    if not parts or len(parts) > 4:
        return None
    initial = re.match(r"([A-ZА-ЯЁ])\.", name)
    for member in cast.members:
        own = member.person.name.split()
        if same_word(parts[-1], own[-1]) or (len(parts) > 1 and same_word(parts[0], own[-1])):
            if initial and len(own) > 1 and not own[0].startswith(initial[1]):
                continue
            return member
    return None


def find_interview(document: Document, cast: Cast) -> Iterator[Cue]:
    """An interview without labels: «— Вопрос?» and «— Ответ.» in turn, by the one person whom the text names most, else by its role."""
    dashed = [_DASH.match(document.text, paragraph.start, paragraph.stop) for paragraph in document.paragraphs]
    asked = [bool(match) and _is_question(document.text, paragraph) for match, paragraph in zip(dashed, document.paragraphs, strict=True)]
    answered = sum(1 for place in range(1, len(asked)) if asked[place - 1] and dashed[place] and not asked[place])
    who = _answering(document, document.paragraphs[asked.index(True)].start, cast) if answered >= _MINIMUM_TURNS else None
    if who is None:
        return
    asked = [question or _is_remark(document, dashed, asked, place) for place, question in enumerate(asked)]
    is_answer = has_begun = False
    for paragraph, dash, question in zip(document.paragraphs, dashed, asked, strict=True):
        text = document.text[paragraph.start : paragraph.stop]
        if question or _closes(text) or (dash and _THANKS.match(document.text, dash.end())):
            is_answer, has_begun = False, has_begun or question
            continue
        is_answer = is_answer or bool(dash and has_begun)
        if is_answer and paragraph.role not in _PASSED:
            start = dash.end() if dash else paragraph.start
            yield Cue(start, paragraph.stop, "direct", "", paragraph.start, "transcript", replace(who, start=paragraph.start))


def _answering(document: Document, first: int, cast: Cast) -> Reference | None:
    """Who answers from the first question on: a person, or the role of whom the words before it tell («Директор центра рассказал»)."""
    member = _interviewee(cast)
    if member is not None:
        return Reference("person", first, member.person.name)
    role = role_before(document, first - 1, cast)
    return replace(role, qualifiers=(*role.qualifiers, "*indefinite")) if role is not None else None


def _is_remark(document: Document, dashed: Sequence[re.Match[str] | None], asked: Sequence[bool], place: int) -> bool:
    """«— Министерство с вами не согласно.»: between two turns with a dash an interviewer may tell instead of asking."""
    paragraph = document.paragraphs[place]
    is_between = 1 < place < len(asked) - 1 and bool(dashed[place - 1] and dashed[place] and dashed[place + 1])
    is_short = paragraph.stop - paragraph.start < _REMARK_LETTERS
    return is_between and is_short and asked[place - 2] and not asked[place - 1] and not asked[place + 1]


def _is_question(text: str, paragraph: Paragraph) -> bool:
    return text[paragraph.stop - 1] == "?" and not re.search(r"[.!?…,]\s[—–-]\s[а-яё]", text[paragraph.start : paragraph.stop])


def _interviewee(cast: Cast) -> Member | None:
    """Who is named most."""
    return max(cast.members, key=lambda member: len(member.person.mentions), default=None)


def _closes(paragraph: str) -> bool:
    """«Беседовал ...», "The interview was conducted by ...", «<…>»: nobody's words."""
    return any(rule.search(paragraph) for rule in _closings())


@cache
def _closings() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule) for language in ("ru", "en") for rule in load(language, "speech")["closings"])
