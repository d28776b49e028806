"""A person and a role noun -> whether the noun can mean him: «дипломат» an ambassador, «казахстанский министр» one of Kazakhstan."""

from __future__ import annotations

from functools import cache

from briefgen.extract.statements.cast import Member
from briefgen.extract.statements.cues import Reference
from briefgen.language.lexicon import load, words
from briefgen.language.persons import anaphora, role_kind

_SIGNS = "«»“”„\"'(),.’"
_STEM = 4  # letters by which two cases of a name are the same


def fits(member: Member, reference: Reference, language: str) -> bool:
    """One of the posts has a word that the noun stands for."""
    if reference.gender == "f" and member.person.gender == "m":
        return False
    wanted = _wanted(reference, language)
    is_expert = role_kind(reference.lemma, language) == "expert" and reference.lemma in words(language, "persons", "any_expert")
    is_ministry = "министр" in wanted
    if not _shares_names(member, reference, language):
        return False
    return any(
        wanted & post.words
        or (is_expert and post.kind == "expert")
        or (is_ministry and "глава" in post.words and any(_is_ministry(word) for word in post.words))
        for post in member.posts
    )


def _is_ministry(word: str) -> bool:
    """«глава Минфина», «глава ведомства» is a minister."""
    return (word.startswith("мин") and len(word) > 4) or word == "ведомство"


def _shares_names(member: Member, reference: Reference, language: str) -> bool:
    """«аналитик компании «Финам»» is nobody of another firm: one of the names in the phrase stands in a post, or none is there."""
    named = [word.strip(_SIGNS) for word in reference.phrase.split()[1:]]
    names = {word.lower()[:_STEM] for word in named if word[:1].isupper() and not _is_of_state(word, language)}
    if not names or not any(post.words for post in member.posts):
        return True
    known = {word[:_STEM] for post in member.posts for word in post.words} | {word.lower()[:_STEM] for word in member.person.name.split()}
    return bool(names & known)


def _is_of_state(word: str, language: str) -> bool:
    """«Казахстан», «МИД»: states and their bodies are compared by what they mean, not by their letters."""
    stems = tuple(load("ru", "speech")["state_bodies"]) if language == "ru" else ()
    return bool(_actor(word.lower(), language)) or word.lower().startswith(stems)


def agrees(member: Member, reference: Reference, language: str) -> bool:
    """Each qualifier that names a state or a ministry has its match in one of the posts."""
    words_of_posts = {word for post in member.posts for word in post.words}
    actors = {code for word in words_of_posts if (code := _actor(word, language))}
    for qualifier in reference.qualifiers:
        code = _actor(qualifier, language)
        if code and actors and code not in actors:
            return False
        full = _ministry(qualifier, language)
        if full and not full & words_of_posts and qualifier not in words_of_posts:
            return False
    return True


def holds_office(member: Member, language: str) -> bool:
    """Somebody in office is no «эксперт»."""
    return any(role_kind(post.head, language) == "official" for post in member.posts) and not any(
        post.kind == "expert" for post in member.posts
    )


def names_actor(reference: Reference, language: str) -> bool:
    return any(_actor(qualifier, language) for qualifier in reference.qualifiers)


def names_same(member: Member, reference: Reference, language: str) -> bool:
    """Whether one of the posts names an actor that the reference names."""
    wanted = {code for qualifier in reference.qualifiers if (code := _actor(qualifier, language))}
    return any(_actor(word, language) in wanted for post in member.posts for word in post.words)


def _wanted(reference: Reference, language: str) -> frozenset[str]:
    """The words for which the noun stands; «глава правительства», "head of state" by what they head."""
    heads = load(language, "persons")["heads"]
    if reference.lemma in heads["of"]:
        for qualifier in reference.qualifiers:
            if qualifier in heads["posts"]:
                return frozenset(heads["posts"][qualifier])
    return anaphora(reference.lemma, language) or frozenset({reference.lemma})


@cache
def _actor(word: str, language: str) -> str:
    table = load(language, "actors")
    for form in (word, word.capitalize(), word.upper()):
        entry = table.get(form)
        if entry and entry[1] in {"name", "adjective", "capital"}:
            return str(entry[0])
    return ""


@cache
def _ministry(word: str, language: str) -> frozenset[str]:
    """«мид» -> the words of a foreign minister's post."""
    if language != "ru":
        return frozenset()
    names = load("ru", "speech")["full_names"]
    full = next((name for short, name in names.items() if short.lower() == word.lower()), "")
    if not full:
        return frozenset()
    from briefgen.language.morphology import lemma

    return frozenset(lemma(part) for part in str(full).split()[1:])
