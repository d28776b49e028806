"""Cues in text order -> who speaks in each: names as they are, roles, pronouns and «в ведомстве» by what stood before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from briefgen.extract.statements.cast import Body, Cast, Member
from briefgen.extract.statements.cues import Cue, Reference
from briefgen.extract.statements.posts import make_post
from briefgen.language.document import Document
from briefgen.language.lexicon import load, words
from briefgen.language.people import Person
from briefgen.language.persons import anaphora, role_kind
from briefgen.model import Speaker

_SAME_PLACE = 500  # letters within which «эксперт» is the one who has just spoken
_NEAR_BODY = 400  # letters within which «в компании» is the organisation named last
_NEAR = 1500  # letters within which «эксперт» can be whoever spoke last, whatever his post: about three paragraphs


@dataclass(frozen=True, slots=True)
class Resolved:
    """A cue with its speaker; `how` is named, coreference or unresolved."""

    cue: Cue
    speaker: Speaker
    how: str


@dataclass(slots=True)
class _Scene:
    """Who has been named and who has spoken so far."""

    spoken: list[tuple[int, Member]] = field(default_factory=list)
    bodies: list[tuple[int, Body]] = field(default_factory=list)


def resolve_speakers(document: Document, cues: Iterable[Cue], cast: Cast) -> Iterator[Resolved]:
    """The cues in order of their words; a cue without a speaker at all is dropped."""
    scene = _Scene()
    subjects = _subjects(document, cast)
    last: Resolved | None = None
    for cue in sorted(cues, key=lambda cue: (cue.position, cue.start)):
        found: Resolved | None
        if cue.reference is None:
            found = Resolved(cue, last.speaker, last.how) if last else None
        else:
            found = _resolve(cue, cue.reference, cast, scene, subjects)
        if found is None:
            continue
        last = found
        member = next((member for member in cast.members if member.person.name == found.speaker.name), None)
        if member is not None:
            scene.spoken.append((cue.position, member))
        elif found.how == "unresolved" and found.speaker.kind not in {"organisation", "media"}:
            scene.spoken.append(
                (
                    cue.position,
                    Member(
                        Person(found.speaker.name, found.speaker.gender, ()), (make_post(cue.position, found.speaker.name, cast.language),)
                    ),
                )
            )
        elif cue.reference is not None and cue.reference.kind == "body" and found.how == "named":
            scene.bodies.append((cue.position, Body(cue.position, cue.position, found.speaker.name)))
        yield found


def _resolve(cue: Cue, reference: Reference, cast: Cast, scene: _Scene, subjects: Sequence[tuple[int, Member]]) -> Resolved | None:
    if reference.kind == "person":
        named = next((member for member in cast.members if member.person.name == reference.phrase), None)
        return Resolved(cue, person_speaker(named), "named") if named else None
    if reference.kind == "group":
        return Resolved(cue, Speaker(reference.phrase, "", role_kind(reference.lemma, cast.language) or "expert", ""), "named")
    if reference.kind == "body":
        return _body(cue, reference, cast, scene)
    before = [entry for entry in [*subjects, *scene.spoken] if entry[0] < reference.start]
    before.sort(key=lambda entry: entry[0])
    if reference.kind == "pronoun":
        member = next((member for _, member in reversed(before) if member.person.gender in {reference.gender, ""}), None)
        return Resolved(cue, person_speaker(member), "coreference") if member else None
    return _role(cue, reference, cast, scene, before)


def _role(cue: Cue, reference: Reference, cast: Cast, scene: _Scene, before: Sequence[tuple[int, Member]]) -> Resolved:
    """The last person before whose post fits; one named later only when his post agrees in each qualifier."""
    is_expert = role_kind(reference.lemma, cast.language) == "expert"
    if (
        is_expert
        and "*indefinite" not in reference.qualifiers
        and scene.spoken
        and not _holds_office(scene.spoken[-1][1], cast.language)
        and reference.start - scene.spoken[-1][0] < _SAME_PLACE
    ):
        return Resolved(cue, person_speaker(scene.spoken[-1][1]), "coreference")
    wanted = anaphora(reference.lemma, cast.language) or frozenset({reference.lemma})
    if "*indefinite" in reference.qualifiers:
        return Resolved(cue, Speaker(reference.phrase, "", role_kind(reference.lemma, cast.language) or "person", ""), "unresolved")
    fitting = [(place, member) for place, member in before if _fits(member, wanted, reference)]
    narrowed = [(place, member) for place, member in fitting if _agrees(member, reference, cast.language)]
    if narrowed:
        return Resolved(cue, person_speaker(narrowed[-1][1]), "coreference")
    anyone = [member for member in cast.members if _fits(member, wanted, reference) and _agrees(member, reference, cast.language)]
    if anyone and _names_actor(reference, cast.language):
        return Resolved(cue, person_speaker(anyone[0]), "coreference")
    if is_expert and scene.spoken and reference.start - scene.spoken[-1][0] < _NEAR:
        return Resolved(cue, person_speaker(scene.spoken[-1][1]), "coreference")
    kind = make_post(reference.start, reference.phrase, cast.language).kind
    return Resolved(cue, Speaker(reference.phrase, "", kind, reference.gender), "unresolved")


def _holds_office(member: Member, language: str) -> bool:
    return any(role_kind(post.head, language) == "official" for post in member.posts)


def _fits(member: Member, wanted: frozenset[str], reference: Reference) -> bool:
    if reference.gender == "f" and member.person.gender == "m":
        return False
    is_expert = "эксперт" in wanted or "expert" in wanted
    return any(wanted & post.words or (is_expert and post.kind == "expert") for post in member.posts)


def _agrees(member: Member, reference: Reference, language: str) -> bool:
    """Each qualifier that names a state or a ministry has its match in one of the posts."""
    words_of_posts = {word for post in member.posts for word in post.words}
    actors = {code for word in words_of_posts if (code := _actor(word, language))}
    for qualifier in reference.qualifiers:
        code = _actor(qualifier, language)
        if code and code not in actors:
            return False
        full = _ministry(qualifier, language)
        if full and not full & words_of_posts and qualifier not in words_of_posts:
            return False
    return True


def _names_actor(reference: Reference, language: str) -> bool:
    return any(_actor(qualifier, language) for qualifier in reference.qualifiers)


def _actor(word: str, language: str) -> str:
    table = load(language, "actors")
    for form in (word, word.capitalize(), word.upper()):
        entry = table.get(form)
        if entry and entry[1] in {"name", "adjective", "capital"}:
            return str(entry[0])
    return ""


def _ministry(word: str, language: str) -> set[str]:
    """«мид» -> the words of a foreign minister's post."""
    if language != "ru":
        return set()
    names = load("ru", "speech")["full_names"]
    full = next((name for short, name in names.items() if short.lower() == word.lower()), "")
    if not full:
        return set()
    from briefgen.language.morphology import lemma

    return {lemma(part) for part in str(full).split()[1:]}


def _body(cue: Cue, reference: Reference, cast: Cast, scene: _Scene) -> Resolved | None:
    if "*anaphora" not in reference.qualifiers:
        return Resolved(cue, Speaker(reference.phrase, "", _body_kind(reference, cast.language), ""), "named")
    before = sorted(
        [
            *((body.start, body) for body in cast.bodies if body.start < reference.start),
            *(entry for entry in scene.bodies if entry[0] < reference.start),
        ],
        key=lambda entry: entry[0],
    )
    stems = load("ru", "speech")["body_anaphora"].get(reference.lemma, ()) if cast.language == "ru" else (reference.lemma,)
    spoken = [body for _, body in scene.bodies if _has_stem(body.name, stems)]
    named = [body for _, body in before if _has_stem(body.name, stems)]
    if spoken or named:
        return Resolved(cue, Speaker((spoken or named)[-1].name, "", "organisation", ""), "coreference")
    is_generic = cast.language == "en" or reference.lemma in words("ru", "speech", "generic_bodies")
    nearest = [body for start, body in before if is_generic and body.kind == "ORG" and reference.start - start < _NEAR_BODY]
    if nearest:
        return Resolved(cue, Speaker(nearest[-1].name, "", "organisation", ""), "coreference")
    return Resolved(cue, Speaker(reference.phrase, "", _body_kind(reference, cast.language), ""), "unresolved")


def _has_stem(name: str, stems: Sequence[str]) -> bool:
    return any(part.startswith(stem) for part in name.lower().split() for stem in stems)


def _body_kind(reference: Reference, language: str) -> str:
    is_media = reference.lemma in words(language, "speech", "media") or set(reference.qualifiers) & words(language, "speech", "media")
    return (
        "media"
        if is_media or set(reference.phrase.lower().replace("«", "").replace("»", "").split()) & words(language, "speech", "media_names")
        else "organisation"
    )


def person_speaker(member: Member) -> Speaker:
    """A person under the post by which the article knows him."""
    post = member.post
    if not member.person.mentions:  # a role without a name: «представитель Госдепартамента»
        return Speaker(member.person.name, "", post.kind if post else "person", member.person.gender)
    kinds = [part.kind for part in member.posts]
    kind = post.kind if post else "person"
    if kind == "person" and kinds:
        kind = next((other for other in kinds if other != "person"), "person")
    return Speaker(member.person.name, post.phrase if post else "", kind, member.person.gender)


def _subjects(document: Document, cast: Cast) -> list[tuple[int, Member]]:
    """Persons where they are named outside captions, in text order."""
    passed = [(part.start, part.stop) for part in document.paragraphs if part.role in {"caption", "background", "list"}]
    found = [
        (mention.start, member)
        for member in cast.members
        for mention in member.person.mentions
        if not any(start <= mention.start < stop for start, stop in passed) and (mention.is_nominative or document.language == "en")
    ]
    return sorted(found, key=lambda entry: entry[0])
