"""Cues in text order -> who speaks in each: names as they are, roles, pronouns and «в ведомстве» by what stood before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefgen.extract.statements.antecedents import role_before
from briefgen.extract.statements.bodies import body_speaker, find_body, is_media
from briefgen.extract.statements.cast import Cast, Member
from briefgen.extract.statements.cues import Cue, Reference
from briefgen.extract.statements.fitting import agrees, fits, holds_office, names_actor, names_same
from briefgen.extract.statements.posts import make_post
from briefgen.extract.statements.scene import Entry, Scene, read_scene
from briefgen.language.document import Document
from briefgen.language.lexicon import load, words
from briefgen.language.people import Person
from briefgen.language.persons import role_kind
from briefgen.model import Speaker

_SAME_PLACE = 600  # letters within which «докладчик» is the one who has just spoken
_NEAR = 1500  # letters within which «эксперт» can be whoever spoke last, whatever his post: about three paragraphs
_BESIDE = 700  # letters within which he can be somebody who was only named
_ASIDE = 300  # letters within which an expert named in an oblique case is meant: «у академика X. «...», — считает экономист»
_TOGETHER = 60  # letters within which a person whose gender is known goes before a nearer one whose gender is not
_PRONOUN = 2500  # letters within which «он» can be the person named last


@dataclass(frozen=True, slots=True)
class Resolved:
    """A cue with its speaker; `how` is named, coreference or unresolved."""

    cue: Cue
    speaker: Speaker
    how: str


def resolve_speakers(document: Document, cues: Iterable[Cue], cast: Cast) -> Iterator[Resolved]:
    """The cues in order of their words; a cue that goes on with no speaker before it is dropped."""
    scene = read_scene(document, cast)
    by_name = {member.person.name: member for member in cast.members}
    last: Resolved | None = None
    for cue in sorted(cues, key=lambda cue: (cue.position, cue.start)):
        found: Resolved | None
        if cue.reference is None:
            found = Resolved(cue, last.speaker, last.how) if last else None
        else:
            found = _resolve(cue, cue.reference, cast, scene, by_name)
            if found is not None and found.how == "unresolved" and cue.reference.kind == "pronoun" and cue.reference.gender in {"m", "f"}:
                found = _of_role(document, found, cue.reference, cast)
        if found is None:
            continue
        found = _under_post(found, last)
        last = found
        _remember(scene, found, by_name, cast)
        yield found


def _of_role(document: Document, found: Resolved, reference: Reference, cast: Cast) -> Resolved:
    """«он» who has no name is the role of whom the sentences before tell."""
    meant = role_before(document, min(found.cue.start, reference.start), cast, reference.gender)
    if meant is None:
        return found
    speaker = _unnamed(meant, cast.language)
    return replace(found, speaker=replace(speaker, gender=speaker.gender or reference.gender), how="coreference")


def _under_post(found: Resolved, last: Resolved | None) -> Resolved:
    """«Пресс-секретарь Кремля заявил ... «...», — добавил Песков»: a name without a post takes that of whoever has just spoken unnamed."""
    before = last.cue.reference if last else None
    if last is None or before is None or before.kind != "role" or last.how != "unresolved" or "*indefinite" in before.qualifiers:
        return found
    is_bare = found.how == "named" and found.cue.reference is not None and found.cue.reference.kind == "person" and not found.speaker.role
    is_near = 0 < found.cue.position - last.cue.position < _SAME_PLACE
    if not is_bare or not is_near or found.speaker.kind != "person" or {found.speaker.gender, before.gender} == {"m", "f"}:
        return found
    if last.speaker.kind not in {"official", "expert"} or len(last.speaker.name.split()) < 2:
        return found
    return replace(found, speaker=replace(found.speaker, role=last.speaker.name, kind=last.speaker.kind))


def _remember(scene: Scene, found: Resolved, by_name: dict[str, Member], cast: Cast) -> None:
    """Who spoke can be meant by the next «он», «эксперт», «собеседник», «в ведомстве»."""
    cue, speaker = found.cue, found.speaker
    if cue.reference is not None and cue.reference.kind == "group":
        scene.groups.append((cue.position, speaker))
        return
    if cue.reference is not None and cue.reference.kind == "pronoun" and found.how == "unresolved":
        return
    member = by_name.get(speaker.name)
    if member is None and speaker.kind not in {"organisation", "media"} and found.how == "unresolved":
        member = Member(Person(speaker.name, speaker.gender, ()), (make_post(cue.position, speaker.name, cast.language),))
    if member is not None:
        scene.spoken.append(Entry(cue.position, member))
    elif speaker.kind in {"organisation", "media"}:
        scene.bodies.append((cue.position, speaker.name))


def _resolve(cue: Cue, reference: Reference, cast: Cast, scene: Scene, by_name: dict[str, Member]) -> Resolved | None:
    if reference.kind == "person":
        named = by_name.get(reference.phrase)
        return Resolved(cue, person_speaker(named), "named") if named else None
    if reference.kind == "group":
        return Resolved(cue, Speaker(reference.phrase, "", _kind_of_group(reference, cast.language), ""), "named")
    if reference.kind == "body":
        author = _author(cue, reference, cast, scene)
        if author is not None:
            return Resolved(cue, person_speaker(author), "coreference")
        speaker, how = find_body(reference, cast, scene, (cue.start, cue.stop))
        return Resolved(cue, speaker, how)
    if reference.kind == "pronoun":
        return _pronoun(cue, reference, cast, scene)
    return _role(cue, reference, cast, scene)


def _author(cue: Cue, reference: Reference, cast: Cast, scene: Scene) -> Member | None:
    """«говорится в письме»: letters and speeches are a person's, when one has spoken since the last body."""
    if "*document" not in reference.qualifiers or reference.lemma not in words(cast.language, "speech", "personal_documents"):
        return None
    spoken = [entry for entry in scene.spoken if entry.start < reference.start and entry.member.person.mentions]
    body = max((start for start, name in scene.bodies if not is_media(name, cast.language)), default=-1)
    return spoken[-1].member if spoken and spoken[-1].start > body and cue.start - spoken[-1].start < _NEAR else None


def _kind_of_group(reference: Reference, language: str) -> str:
    kind = role_kind(reference.lemma, language) or load(language, "persons")["group_kinds"].get(reference.lemma, "person")
    return "official" if kind == "post" else kind


def _pronoun(cue: Cue, reference: Reference, cast: Cast, scene: Scene) -> Resolved:
    """The nearest person before of that gender; for «it» the body that spoke last. With nobody before, the pronoun itself."""
    if reference.gender in {"n", "p"}:
        body = scene.last_body(reference.start, (cue.start, cue.stop))
        group = scene.groups[-1] if scene.groups and reference.gender == "p" else None
        heard = max((start for start, _ in scene.bodies), default=-1)
        if group is not None and group[0] > heard and 0 < reference.start - group[0] < _NEAR:
            return Resolved(cue, group[1], "coreference")
        if body is not None and (reference.gender == "n" or not scene.spoken):
            return Resolved(cue, body_speaker(body, cast), "coreference")
        return Resolved(
            cue, Speaker(reference.phrase.lower(), "", "organisation" if reference.gender == "n" else "person", ""), "unresolved"
        )
    before = [
        entry
        for entry in scene.before(reference.start, (cue.start, cue.stop))
        if entry.member.person.gender in {reference.gender, ""} and not entry.is_aside
    ]
    sure = [entry for entry in before if entry.member.person.gender == reference.gender]
    near = [entry for entry in (sure or before) if reference.start - entry.start < _PRONOUN]
    if before and sure and (before[-1].start - sure[-1].start > _TOGETHER or before[-1].has_spoken):
        near = [entry for entry in before if reference.start - entry.start < _PRONOUN]
    if near:
        return Resolved(cue, person_speaker(near[-1].member), "coreference")
    gender = reference.gender if reference.gender in {"m", "f"} else ""
    return Resolved(cue, Speaker(_nominative(reference, cast.language), "", "person", gender), "unresolved")


def _nominative(reference: Reference, language: str) -> str:
    """«его», «у него» -> «он»."""
    forms = load(language, "persons")["nominative"]
    return str(forms.get(reference.gender, reference.phrase.lower()))


def _role(cue: Cue, reference: Reference, cast: Cast, scene: Scene) -> Resolved:
    """The last person before whose post fits; one named later only when his post agrees in each qualifier."""
    language = cast.language
    if "*indefinite" in reference.qualifiers:
        return Resolved(cue, _unnamed(reference, language), "unresolved")
    everybody = [
        entry
        for entry in scene.before(reference.start, (cue.start, cue.stop))
        if not (reference.gender == "f" and entry.member.person.gender == "m")
    ]
    before = [entry for entry in everybody if not entry.is_aside or language == "en"]
    if role_kind(reference.lemma, language) == "expert":
        close = [entry for entry in everybody if entry.is_aside and reference.start - entry.start < _ASIDE and _is_expert(entry)]
        found = _expert(reference, sorted([*before, *close], key=lambda entry: entry.start) if language == "ru" else before, language)
        if found is not None:
            return Resolved(cue, person_speaker(found), "coreference")
    else:
        fitting = [entry for entry in before if fits(entry.member, reference, language) and agrees(entry.member, reference, language)]
        if fitting:
            return Resolved(cue, person_speaker(fitting[-1].member), "coreference")
    aside = {entry.member.person.name: entry.member for entry in everybody if _is_near_aside(entry, reference, language)}
    if len(aside) == 1 and language == "ru" and role_kind(reference.lemma, language) == "official":
        return Resolved(cue, person_speaker(next(iter(aside.values()))), "coreference")
    if reference.lemma in words(language, "persons", "generic") and not reference.qualifiers and before:
        last = [entry for entry in before if entry.has_spoken and reference.start - entry.start < _SAME_PLACE]
        if last and _is_possible(last[-1].member, reference, language):
            return Resolved(cue, person_speaker(last[-1].member), "coreference")
    unknown = [entry for entry in before if entry.has_spoken and reference.start - entry.start < _SAME_PLACE]
    if unknown and unknown[-1].member.person.mentions and not unknown[-1].member.posts:
        return Resolved(cue, person_speaker(unknown[-1].member), "coreference")  # «Мирзиёев подчеркнул ... Президент Узбекистана предложил»
    anyone = [member for member in cast.members if fits(member, reference, language) and agrees(member, reference, language)]
    if anyone and names_actor(reference, language):
        return Resolved(cue, person_speaker(anyone[0]), "coreference")
    return Resolved(cue, _unnamed(reference, language), "unresolved")


def _is_near_aside(entry: Entry, reference: Reference, language: str) -> bool:
    """«делегация во главе с министром энергетики X ... сказал министр»: named in an oblique case, the only one whose post fits."""
    is_near = entry.is_aside and reference.start - entry.start < _NEAR
    return is_near and fits(entry.member, reference, language) and agrees(entry.member, reference, language)


def _is_expert(entry: Entry) -> bool:
    return any(post.kind == "expert" for post in entry.member.posts)


def _is_possible(member: Member, reference: Reference, language: str) -> bool:
    """An expert is no «чиновник», an official no «предприниматель»."""
    kinds = {post.kind for post in member.posts}
    wanted = role_kind(reference.lemma, language)
    return not kinds or wanted not in {"official", "expert"} or wanted in kinds or "person" in kinds


def _expert(reference: Reference, before: Sequence[Entry], language: str) -> Member | None:
    """«эксперт», «аналитик», "the economist": one whose post says so, else whoever was named or spoke last and holds no office."""
    near = [entry for entry in before if reference.start - entry.start < _NEAR and not holds_office(entry.member, language)]
    if names_actor(reference, language):  # «туркменский эколог» is nobody of whom the text tells no country
        near = [entry for entry in near if agrees(entry.member, reference, language)]
        near = [
            entry
            for entry in near
            if fits(entry.member, reference, language) or not entry.member.posts or names_same(entry.member, reference, language)
        ]
        near = [entry for entry in near if entry.member.posts or entry.is_aside]
    if any(word[:1].isupper() or word[:1] == "«" for word in reference.phrase.split()[1:]):
        near = [entry for entry in near if fits(entry.member, reference, language)]
    known = [entry for entry in near if fits(entry.member, reference, language)]
    near = [entry for entry in near if entry.member.person.mentions or fits(entry.member, reference, language)]  # no other's unnamed chief
    others = [entry for entry in near if entry.has_spoken or (entry.member.posts and reference.start - entry.start < _BESIDE)]
    if known and (not others or known[-1].start >= others[-1].start - 1):
        return known[-1].member
    if others:
        return others[-1].member
    bare = [entry for entry in near if reference.start - entry.start < _BESIDE and not entry.is_aside]
    if bare:
        return bare[-1].member
    far = [entry for entry in before if fits(entry.member, reference, language) and agrees(entry.member, reference, language)]
    return far[-1].member if far else None


def _unnamed(reference: Reference, language: str) -> Speaker:
    kind = make_post(reference.start, reference.phrase, language).kind
    if kind == "person" and role_kind(reference.lemma, language) in {"official", "expert"}:
        kind = str(role_kind(reference.lemma, language))
    return Speaker(reference.phrase, "", kind, reference.gender)


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
