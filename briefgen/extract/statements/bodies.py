"""A reference to a body -> the speaker: its name, the one that «в ведомстве» or "the company" means, organisation or media."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.extract.statements.cast import Cast
from briefgen.extract.statements.cues import Reference
from briefgen.extract.statements.scene import Scene
from briefgen.language.lexicon import load, words
from briefgen.model import Speaker

_NEAR = 1200  # letters within which «в компании» is the organisation named last
_SIGNS = str.maketrans("", "", '«»"“”„')


def find_body(reference: Reference, cast: Cast, scene: Scene, hidden: tuple[int, int]) -> tuple[Speaker, str]:
    """The speaker, and how he was found: named, coreference or unresolved."""
    kind = _kind(reference.phrase, reference.lemma, reference.qualifiers, cast.language)
    if "*anaphora" not in reference.qualifiers:
        name = cast.full_name(reference.phrase)
        return Speaker(name, "", kind, ""), "unresolved" if "*document" in reference.qualifiers else "named"
    found = _antecedent(reference, cast, scene, hidden)
    if found is not None:
        return body_speaker(found, cast), "coreference"
    return Speaker(reference.phrase, "", kind, ""), "unresolved"


def body_speaker(name: str, cast: Cast) -> Speaker:
    """A body under its full name."""
    return Speaker(cast.full_name(name), "", _kind(name, "", (), cast.language), "")


def _antecedent(reference: Reference, cast: Cast, scene: Scene, hidden: tuple[int, int]) -> str | None:
    """The body named before that the noun means: by a word of its name, or, for a general noun, the last one."""
    if "*document" in reference.qualifiers:
        name = scene.last_body(reference.start, hidden)
        return name if name is not None and not is_media(name, cast.language) else None
    stems = _stems(reference, cast.language)
    is_rating = bool(set(reference.qualifiers) & words(cast.language, "speech", "no_media"))
    before = [body for body in scene.bodies_before(reference.start, hidden) if not (is_rating and is_media(body.name, cast.language))]
    heard = [(start, name) for start, name in scene.bodies if not (is_rating and is_media(name, cast.language))]
    spoken = [(start, name) for start, name in heard if _has_stem(name, stems)]
    named = [(body.start, body.name) for body in before if _has_stem(body.name, stems)]
    if reference.lemma in words(cast.language, "speech", "media"):
        named = [(body.start, body.name) for body in before if is_media(body.name, cast.language)] or named
    if spoken and (not named or spoken[-1][0] > named[-1][0] - _NEAR):
        return spoken[-1][1]
    if named:
        return named[-1][1]
    if reference.lemma not in words(cast.language, "speech", "generic_bodies"):
        return None
    near = [(body.start, body.name) for body in before if body.kind == "ORG" and reference.start - body.start < _NEAR]
    heads = [(body.start, body.name) for body in before if body.kind == "ORG" and body.is_head and reference.start - body.start < _NEAR]
    last = [(start, name) for start, name in heard if reference.start - start < _NEAR and not is_media(name, cast.language)]
    return max([*last, *heads] or near, default=(0, None), key=lambda found: found[0])[1]


def _stems(reference: Reference, language: str) -> Sequence[str]:
    if language == "ru":
        return tuple(load("ru", "speech")["body_anaphora"].get(reference.lemma, ()))
    return tuple(load("en", "speech")["body_anaphora"].get(reference.lemma, (reference.lemma,)))


def _has_stem(name: str, stems: Sequence[str]) -> bool:
    return any(part.startswith(stem) for part in name.lower().translate(_SIGNS).split() for stem in stems)


def is_media(name: str, language: str) -> bool:
    """A word of the name is that of a newspaper, an agency, a broadcaster; a press office is none."""
    if any(name.lower().startswith(office) or f" {office}" in name.lower() for office in load(language, "speech")["press_offices"]):
        return False
    return bool(set(name.lower().translate(_SIGNS).replace("’s", "").replace("'s", "").split()) & words(language, "speech", "media_names"))


def _kind(phrase: str, lemma: str, qualifiers: Sequence[str], language: str) -> str:
    media = words(language, "speech", "media")
    return "media" if lemma in media or set(qualifiers) & media or is_media(phrase, language) else "organisation"
