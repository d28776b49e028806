"""A clause -> the words in it that show a want, an agreement or a plan, with the kind of interest they show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from briefgen.extract.clauses import Clause
from briefgen.language.document import Document, Sentence, Token
from briefgen.language.lexicon import load, words
from briefgen.model import OPEN_STAGES

_PARTS = {"verbs": {"VERB", "AUX"}, "nouns": {"NOUN"}, "adjectives": {"ADJ", "VERB"}}
_WORDS = 20_000  # English words whose rules are remembered


@dataclass(frozen=True, slots=True)
class Rule:
    """An entry of interests.toml. `order` is its place there: the earlier wins."""

    order: int
    kind: str
    future: str
    stage: str
    role: str
    polarity: str
    part: str
    needs: tuple[re.Pattern[str], ...]
    after: tuple[re.Pattern[str], ...]
    needs_target: bool
    only_negated: bool


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word of a sentence (`index`) that shows an interest."""

    index: int
    order: int
    kind: str
    stage: str
    role: str
    part: str
    polarity: str
    needs_target: bool


def find_triggers(document: Document, sentence: Sentence, clause: Clause) -> tuple[Trigger, ...]:
    """The triggers of a clause, the most telling first."""
    found = [
        trigger
        for index in range(clause.first, clause.last)
        for rule in _rules_of(sentence.tokens[index], document.language)
        if (trigger := _apply(rule, index, document, sentence, clause)) is not None
    ]
    return tuple(sorted(found, key=lambda trigger: (trigger.order, trigger.index)))


def _apply(rule: Rule, index: int, document: Document, sentence: Sentence, clause: Clause) -> Trigger | None:
    token = sentence.tokens[index]
    if not _is_part(token, rule.part, document.language) or (rule.part == "verbs" and _is_noun(sentence.tokens, index, document.language)):
        return None
    start, stop = sentence.tokens[clause.first].start, sentence.tokens[clause.last - 1].stop
    whole, after = document.text[start:stop].lower(), document.text[token.stop : stop].lower()
    if rule.needs and not any(pattern.search(whole) for pattern in rule.needs):
        return None
    if rule.after and not any(pattern.search(after) for pattern in rule.after):
        return None
    negated = _is_negated(sentence.tokens, index)
    if (negated and (rule.role != "subject" or rule.stage not in OPEN_STAGES)) or (rule.only_negated and not negated):
        return None
    is_future = _is_future(sentence.tokens, index)
    if rule.only_negated and (not is_future or not _is_announced(sentence.tokens, index, document.language)):
        return None
    kind, stage = (rule.future, "planned") if rule.future and is_future else (rule.kind, rule.stage)
    if stage not in OPEN_STAGES and is_future and rule.part == "verbs" and not _is_going_on(sentence.tokens, index, document.language):
        stage = "planned"  # «хочет снизить зависимость» is not under way
    polarity = ("wants" if rule.polarity == "declines" else "declines") if negated else rule.polarity
    if negated and rule.polarity == "wants":
        kind = "refusal"
    return Trigger(index, rule.order, kind, stage, rule.role, rule.part, polarity, rule.needs_target)


def _is_part(token: Token, part: str, language: str) -> bool:
    if language == "en":
        return token.pos not in {"PROPN", "NUM"}
    if token.pos not in _PARTS[part]:
        return False
    if part == "verbs":
        return token.features.get("VerbForm") != "Part" or token.features.get("Variant") == "Short"
    return part != "adjectives" or token.features.get("Variant") == "Short"


def _is_noun(tokens: Sequence[Token], index: int, language: str) -> bool:
    """Whether an English word that can be a verb is a noun here: "rejected the offer"."""
    before = tokens[index - 1].text if index else ""
    if language != "en":
        return False
    is_plural = tokens[index].text.endswith("s") and not tokens[index].text.endswith(("ss", "us")) and before.isalpha() and before.islower()
    is_subject = before in words("en", "interests", "subjects") or before.endswith(("ly", "s"))
    return before.lower() in words("en", "grammar", "determiners") or (is_plural and not is_subject)


def _is_negated(tokens: Sequence[Token], index: int) -> bool:
    before = [token.text.lower() for token in tokens[max(0, index - 3) : index]]
    return bool(before) and (
        before[-1] in words("ru", "grammar", "denying_wants") | words("en", "grammar", "denying_wants")
        or "n't" in before[-1]
        or "едва" in before
        or (len(before) > 1 and (before[-2] == "not" or (before[-2] == "не" and before[-1] in words("ru", "grammar", "future"))))
    )


def _is_future(tokens: Sequence[Token], index: int) -> bool:
    """Whether the verb tells of what is to come: «подпишет», «будет подписано», «намерен подписать», "will sign"."""
    token = tokens[index]
    before = [other.text.lower() for other in tokens[max(0, index - 3) : index]]
    if token.features.get("Tense") == "Fut" or token.features.get("VerbForm") == "Inf":
        return True
    return bool(words("ru", "grammar", "future") & set(before)) or bool(words("en", "grammar", "future") & set(before))


def _is_announced(tokens: Sequence[Token], index: int, language: str) -> bool:
    """«не подпишет», «не станет платить», "will not sign"; not «советует не платить»."""
    before = {other.text.lower() for other in tokens[max(0, index - 3) : index]}
    if language == "en":
        return bool(before & words("en", "grammar", "announcing"))
    return tokens[index].features.get("Tense") == "Fut" or bool(words("ru", "grammar", "future") & before)


def _is_going_on(tokens: Sequence[Token], index: int, language: str) -> bool:
    """«продолжает наращивать», "began to build": the infinitive of something that has begun."""
    going = words(language, "interests", "going_on")
    return any(token.lemma in going for token in tokens[max(0, index - 4) : index])


def _rules_of(token: Token, language: str) -> tuple[Rule, ...]:
    rules = _rules(language)
    if language == "ru":
        return rules.get(token.lemma, ())
    return _english_rules(token.lemma, token.text.lower() if token.text.endswith("ing") else "")


@lru_cache(_WORDS)
def _english_rules(lemma: str, gerund: str) -> tuple[Rule, ...]:
    rules = _rules("en")
    return rules.get(_key(lemma), ()) or (rules.get(_key(gerund), ()) if gerund else ())


def _key(word: str) -> str:
    """An English verb as its light lemmas agree on it: those of "imposed" and "signalled" lack a letter or have one more.

    >>> _key("impose") == _key("impos"), _key("signal") == _key("signall")
    (True, True)
    """
    word = word.removesuffix("e")
    return word[:-1] if word.endswith("ll") and len(word) > 4 else word


@cache
def _rules(language: str) -> dict[str, tuple[Rule, ...]]:
    by_lemma: dict[str, list[Rule]] = {}
    for order, entry in enumerate(load(language, "interests")["triggers"]):
        for part in _PARTS:
            rule = _rule(order, entry, part)
            for lemma in entry.get(part, ()):
                by_lemma.setdefault(_key(lemma) if language == "en" else lemma, []).append(rule)
    return {lemma: tuple(rules) for lemma, rules in by_lemma.items()}


def _rule(order: int, entry: dict[str, Any], part: str) -> Rule:
    return Rule(
        order=order,
        kind=entry["kind"],
        future=entry.get("future", ""),
        stage=entry["stage"],
        role=entry["role"],
        polarity=entry.get("polarity", "wants"),
        part=part,
        needs=tuple(re.compile(pattern) for pattern in entry.get("needs", ())),
        after=tuple(re.compile(pattern) for pattern in entry.get("after", ())),
        needs_target=bool(entry.get("toward", False)),
        only_negated=bool(entry.get("only_negated", False)),
    )


def is_saying(token: Token, language: str) -> bool:
    """Whether a word is a verb of speech."""
    return token.lemma in words(language, "clauses", "saying")
