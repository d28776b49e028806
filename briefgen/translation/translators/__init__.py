"""The seam for machine translators: what one is, how it is found (entry points of the group `briefgen.translators`), how it is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import Protocol

from briefgen.diagnostics import UsageError

GROUP = "briefgen.translators"


@dataclass(frozen=True, slots=True)
class Failure:
    """A text that could not be translated, and why, in a few words for a person."""

    reason: str


Outcome = str | Failure


class Translator(Protocol):
    """What translates. `tool` is program and model in a few words: printed in "Confidence and limits" and kept beside each translation."""

    @property
    def tool(self) -> str: ...

    def translate(self, texts: Sequence[str], *, source: str, target: str) -> Sequence[Outcome]:
        """An outcome for each text, in their order. What goes wrong with a text or with the service is a Failure, never an exception."""
        ...


# Makes a translator of its settings in briefgen.toml and of the environment, which only `cli` reads; a UsageError says what is missing.
Factory = Callable[[Mapping[str, str], Mapping[str, str]], Translator]


def translator_names() -> tuple[str, ...]:
    """The translators that are installed, by name."""
    return tuple(sorted({point.name for point in entry_points(group=GROUP)}))


def make_translator(name: str, settings: Mapping[str, str], environment: Mapping[str, str]) -> Translator:
    """The translator of that name, ready to use; a UsageError where there is none, or where it lacks a package or a setting."""
    points = sorted(entry_points(group=GROUP, name=name), key=lambda point: point.value)
    if not points:
        raise UsageError(f"no translator is called {name!r}; installed are {', '.join(translator_names()) or 'none'}")
    try:
        factory: Factory = points[0].load()
    except ImportError as error:
        raise UsageError(f"translator {name}: cannot be loaded: {error}; install what it needs again") from error
    return factory(settings, environment)


def check_settings(name: str, settings: Mapping[str, str], known: Sequence[str]) -> None:
    """A UsageError for a setting that the translator does not know."""
    for key in settings:
        if key not in known:
            raise UsageError(f"briefgen.toml: [translators.{name}]: unknown setting {key!r}; known are {', '.join(known)}")


def missing_package(name: str, package: str, extra: str) -> UsageError:
    """The error for a package that an extra of briefgen brings."""
    return UsageError(f"translator {name}: the package {package} is not installed: pip install 'briefgen[{extra}]'")
