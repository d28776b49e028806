"""The name of a rule -> why it took a fact, in words for a reader."""

from __future__ import annotations

import re

from briefgen.compose.edition import Edition
from briefgen.compose.kinds import kind_name

_APART = re.compile(r"[.+]")
_ENDS = re.compile(r"[.+-]")


def why(edition: Edition, rule: str, kind: str) -> str:
    """The explanation of a rule, by the longest beginning of its name that the catalog knows; `kind` is the first letter of a fact's id.

    A rule that the catalog does not know is explained by its kind alone where it has one, else by nothing.
    """
    base = _longest(edition, rule, kind)
    words = [base % {"kind": kind_name(edition, rule)} if "%(" in base else base] if base else []
    words += filter(None, (edition.words.find(part, context="rule addition") for part in _APART.split(rule)[1:]))
    return "; ".join(words)


def _longest(edition: Edition, rule: str, kind: str) -> str:
    ends = [len(rule), *(match.start() for match in reversed(list(_ENDS.finditer(rule))))]
    found = (edition.words.find(f"{kind} {rule[:end]}", context="rule") for end in ends)
    return next(filter(None, found), "") or edition.words.find(kind, context="rule")
