"""A command line without models and fonts: extraction and printing are replaced by quick stand-ins."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from briefgen import checking, pipeline
from briefgen.cli import beside, building, main
from briefgen.model import Article, Brief, Extraction
from tests import sample_facts as sample

TEXT = "Казахстан и металлы\n\nМинистр заявил, что Лондон даст 4 млрд фунтов и что это было решено в Астане.\n"
SILENT = "Прогулка по лесу\n\nУтром было тихо, и на поляне не было никого, кто бы что-то сказал.\n"
DATED = "date 2026-02-27 " + TEXT


def extracted(article: Article) -> Extraction:
    """A figure and an interest, where the article has the words."""
    if "4 млрд фунтов" not in article.text:
        return sample.extraction(article)
    figure = sample.quantity(article, "4 млрд фунтов", "4000000000", "GBP")
    return sample.extraction(article, figure, sample.interest(article, "Лондон даст 4 млрд фунтов", "GB", quantities=("q-1",)))


def printed(brief: Brief, options: pipeline.BuildOptions, *, brief_number: str, split: object = None) -> pipeline.Rendered:
    """Files that hold the brief number and the options, as real ones do."""
    return pipeline.Rendered(
        {
            f"brief.{language}.{format}": f"{brief.date} {brief_number} {options.requisites.get(language)}".encode()
            for language in options.languages
            for format in options.formats
        }
    )


@pytest.fixture(autouse=True)
def _stand_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    def extract_all(articles: Iterable[Article], subjects: tuple[str, ...], cache: object = None) -> tuple[Extraction, ...]:
        return tuple(extracted(article) for article in articles)

    monkeypatch.setattr(building, "extract_all", extract_all)
    monkeypatch.setattr(pipeline, "render", printed)
    monkeypatch.setattr(checking, "check", lambda *_, **__: ())
    monkeypatch.setattr(beside, "has_room", lambda: False)  # a process beside this one would load the models and fonts


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with an article in seeds/."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "2026-02-27-metals.txt").write_text(DATED, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ".cache"))  # what a stand-in found must not be taken for the rules' own
    return tmp_path


@pytest.fixture
def run(workplace: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """`run("build", "seeds")` gives the exit code, stdout and stderr."""

    def call(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(arguments)
        told = capsys.readouterr()
        return code, told.out, told.err

    return call
