"""The name of a rule -> why it took a fact, in words for a reader."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefgen.compose.edition import Edition, kind_name
from briefgen.language.lexicon import load

_APART = re.compile(r"[.+]")


def why(edition: Edition, rule: str, kind: str) -> str:
    """The explanation of a rule (briefgen/data/rules.toml); `kind` is the first letter of a fact's id.

    A rule that the table does not know is explained by its kind alone where it has one, else by nothing.
    """
    table = load(".", "rules")
    language = edition.language
    base = _longest(table["bases"].get(kind, {}), rule)
    words = [base[language].replace("{kind}", kind_name(edition, rule))] if base else []
    words += [table["additions"][part][language] for part in _APART.split(rule)[1:] if part in table["additions"]]
    return "; ".join(words)


def _longest(bases: Mapping[str, Mapping[str, str]], rule: str) -> Mapping[str, str] | None:
    """The entry with the longest key that the rule is or begins with."""
    fitting = [key for key in bases if not key or rule == key or re.match(re.escape(key) + r"[.+-]", rule)]
    return bases[max(fitting, key=len)] if fitting else None
