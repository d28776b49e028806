"""The seam: translators are found by their entry points, and what is missing is told before anything is read."""

from __future__ import annotations

import tomllib
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

from briefgen.diagnostics import UsageError
from briefgen.translation import translators
from briefgen.translation.translators import GROUP, make_translator, translator_names

ROOT = Path(__file__).parents[3]


class Reverser:
    """A translator of somebody else's: it turns texts round."""

    tool = "reverser 1"

    def translate(self, texts, *, source, target):  # type: ignore[no-untyped-def]
        return [text[::-1] for text in texts]


def reverser(settings, environment):  # type: ignore[no-untyped-def]
    return Reverser()


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else's translator beside our own, and one that cannot be loaded."""
    points = [EntryPoint("reverser", f"{__name__}:reverser", GROUP), EntryPoint("broken", "no_such_module_here:make", GROUP)]

    def entry_points(**chosen: str) -> EntryPoints:
        return EntryPoints(points).select(**chosen)

    monkeypatch.setattr(EntryPoint, "load", lambda self: reverser if self.name == "reverser" else __import__("no_such_module_here"))
    monkeypatch.setattr(translators, "entry_points", entry_points)


def test_the_package_declares_its_translators_and_they_can_be_loaded() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"][GROUP]
    assert sorted(declared) == ["ctranslate2", "openai"]
    assert all(callable(EntryPoint(name, value, GROUP).load()) for name, value in declared.items())


def test_a_translator_of_somebody_else_is_found_by_its_name(installed: None) -> None:
    assert translator_names() == ("broken", "reverser")
    made = make_translator("reverser", {}, {})
    assert (made.tool, list(made.translate(["abc"], source="ru", target="en"))) == ("reverser 1", ["cba"])


def test_an_unknown_name_is_told_with_those_that_are_installed(installed: None) -> None:
    with pytest.raises(UsageError, match="no translator is called 'deep'; installed are broken, reverser"):
        make_translator("deep", {}, {})


def test_one_that_cannot_be_loaded_is_told(installed: None) -> None:
    with pytest.raises(UsageError, match="translator broken: cannot be loaded: No module named"):
        make_translator("broken", {}, {})


@pytest.mark.parametrize(("module", "package", "extra"), [("ctranslate2", "ctranslate2", "ctranslate2"), ("openai", "httpx", "llm")])
def test_a_missing_package_is_told_with_its_extra(monkeypatch: pytest.MonkeyPatch, module: str, package: str, extra: str) -> None:
    from importlib import import_module

    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(
        UsageError, match=rf"translator {module}: the package {package} is not installed: pip install 'briefgen\[{extra}\]'"
    ):
        import_module(f"briefgen.translation.translators.{module}").make({}, {})
