"""Fixed phrases of a language: English message -> the words of the edition, from briefgen/locale/<language>/briefgen.po."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from babel import Locale

from briefgen.formatting.wording import localise
from briefgen.translation.po import read_catalog

_PLURALS = {"ru": ("one", "few", "many"), "en": ("one", "other")}


@dataclass(frozen=True, slots=True)
class Catalog:
    """`messages`: (context, English message) -> its forms by plural class, one for a message without plural."""

    language: str
    messages: Mapping[tuple[str, str], tuple[str, ...]]

    def text(self, message: str, *, context: str = "") -> str:
        """The phrase; a message that the catalog does not hold is our mistake and a KeyError."""
        return self.messages[(context, message)][0]

    def find(self, message: str, *, context: str = "") -> str:
        """The phrase of a code that need not have one; empty where it has none."""
        return self.messages.get((context, message), ("",))[0]

    def plural(self, one: str, many: str, count: int, *, context: str = "") -> str:
        """The form for a number; `many` is the English plural, as gettext has it. The number itself is put in by the caller."""
        forms = self.messages[(context, one)]
        if self.language == "en" and forms == (one,):
            forms = (one, many)
        return forms[_PLURALS[self.language].index(str(Locale.parse(self.language).plural_form(count)))]

    def missing(self, messages: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        """Those of the (context, message) pairs that the catalog does not hold, for a test."""
        return tuple(pair for pair in messages if pair not in self.messages)


@cache
def catalog(language: str, locale: str | None = None) -> Catalog:
    """The catalog of a language, read once; its English is British, `locale` en_US has American spelling."""
    path = files("briefgen") / "locale" / language / "briefgen.po"
    messages: dict[tuple[str, str], tuple[str, ...]] = {}
    for message in read_catalog(path.read_bytes(), f"locale/{language}/briefgen.po", language):
        if not message.id or message.fuzzy:
            continue
        forms = (message.string,) if isinstance(message.string, str) else tuple(message.string)
        identifier = message.id if isinstance(message.id, str) else message.id[0]
        if all(forms):
            messages[(message.context or "", identifier)] = tuple(localise(str(form), locale) for form in forms)
    return Catalog(language, MappingProxyType(messages))
