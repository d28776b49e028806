"""The cache: what is kept comes back as it was, and nothing else does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefgen import cache as caching
from briefgen import pipeline
from briefgen.cache import Cache, files_of
from briefgen.model import Article, Extraction
from briefgen.readers import read_article

SEED = next((Path(__file__).resolve().parent.parent / "seeds").glob("*.txt"))
SUBJECTS = ("RU",)


@pytest.fixture(scope="module")
def article() -> Article:
    return read_article(SEED)


@pytest.fixture(scope="module")
def extraction(article: Article) -> Extraction:
    return pipeline.extract(article, SUBJECTS)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path, {"slovnet": "1"})


def entries(cache: Cache) -> list[Path]:
    return sorted(cache.folder.rglob("*.z"))


def test_an_extraction_comes_back_as_it_was(cache: Cache, article: Article, extraction: Extraction) -> None:
    assert cache.get(article, SUBJECTS) is None
    cache.put(extraction, SUBJECTS)
    assert cache.get(article, SUBJECTS) == extraction


def test_what_is_kept_is_not_looked_for_again(
    cache: Cache, article: Article, extraction: Extraction, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert pipeline.extract_all([article], SUBJECTS, cache) == (extraction,)
    monkeypatch.setattr("briefgen.extract.extract_article", lambda *_, **__: pytest.fail("looked for again"))
    assert pipeline.extract_all([article], SUBJECTS, cache) == (extraction,)


@pytest.mark.parametrize("change", ["text", "published", "name", "subjects", "versions", "rules"])
def test_other_words_dates_subjects_packages_and_rules_are_another_entry(
    cache: Cache, article: Article, extraction: Extraction, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.put(extraction, SUBJECTS)
    other, subjects, again = article, SUBJECTS, Cache(cache.folder, cache.versions)
    if change == "text":
        other = replace(article, text=article.text.replace("4 миллиарда", "5 миллиардов", 1))
    elif change == "published":
        other = replace(article, published=None)
    elif change == "name":
        other = replace(article, name="other.txt")
    elif change == "subjects":
        subjects = ("KZ",)
    elif change == "versions":
        again = Cache(cache.folder, {"slovnet": "2"})
    else:
        monkeypatch.setattr(caching, "_digest", lambda paths: "an edited lexicon")
    assert again.get(other, subjects) is None


def test_every_edit_of_a_rule_is_seen_whatever_its_time_and_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    monkeypatch.setattr(caching, "_PACKAGE", tmp_path)
    word = tmp_path / "data" / "verbs.toml"
    word.parent.mkdir()
    word.write_text("verbs = ['say']", encoding="utf-8")
    os.utime(word, (0, 0))
    before = Cache(tmp_path, {}).rules
    word.write_text("verbs = ['see']", encoding="utf-8")
    os.utime(word, (0, 0))
    assert Cache(tmp_path, {}).rules != before


def test_all_that_an_extraction_uses_counts_as_a_rule() -> None:
    """The modules that a process has loaded after an extraction, apart from those of the readers."""
    import subprocess
    import sys

    script = (
        "import sys; from pathlib import Path; from briefgen.readers import read_article; before = set(sys.modules)\n"
        "from briefgen.extract import extract_article; extract_article(read_article(Path(sys.argv[1])), subjects=('RU',))\n"
        "print(*(sys.modules[n].__file__ for n in set(sys.modules) - before if n.startswith('briefgen.')), sep='\\n')"
    )
    loaded = subprocess.run([sys.executable, "-c", script, str(SEED)], capture_output=True, text=True, check=True).stdout.split()
    rules = {path.resolve() for path in files_of(caching._PACKAGE, caching._RULES, without=caching._NO_RULES)}
    assert len(loaded) > 50
    assert {Path(path).resolve() for path in loaded} <= rules


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "nonsense", "exchanged"])
def test_a_damaged_entry_is_ignored_and_written_anew(cache: Cache, article: Article, extraction: Extraction, damage: str) -> None:
    cache.put(extraction, SUBJECTS)
    (path,) = entries(cache)
    data = path.read_bytes()
    flipped = data[:100] + bytes([data[100] ^ 1]) + data[101:]
    path.write_bytes({"cut": data[:-9], "flipped": flipped, "empty": b"", "nonsense": b"\0" * 999, "exchanged": data}[damage])
    if damage == "exchanged":
        other = replace(article, name="other.txt")
        cache.put(replace(extraction, article=other), SUBJECTS)
        (longer,) = (entry for entry in entries(cache) if entry != path)
        path.write_bytes(longer.read_bytes())
    assert cache.get(article, SUBJECTS) is None
    assert pipeline.extract(article, SUBJECTS, cache) == extraction
    assert cache.get(article, SUBJECTS) == extraction


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, article: Article, extraction: Extraction) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    cache = Cache(tmp_path / "file", {})
    cache.put(extraction, SUBJECTS)
    assert cache.get(article, SUBJECTS) is None


def test_the_entries_used_longest_ago_go_first(
    tmp_path: Path, article: Article, extraction: Extraction, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    monkeypatch.setattr(caching, "_SWEPT", "")
    cache = Cache(tmp_path, {}, limit=1 << 30)
    articles = [replace(article, name=f"{number}.txt") for number in range(4)]
    for number, item in enumerate(articles):
        cache.put(replace(extraction, article=item), SUBJECTS)
        for path in entries(cache):
            if path.stat().st_mtime > 1000:
                os.utime(path, (number, number))
    assert cache.get(articles[0], SUBJECTS)  # used just now, so the youngest
    small = Cache(tmp_path, {}, limit=int(sum(path.stat().st_size for path in entries(cache)) * 0.75))
    small.put(replace(extraction, article=replace(article, name="last.txt")), SUBJECTS)
    assert [bool(small.get(item, SUBJECTS)) for item in articles] == [True, False, False, False]
    assert not list(tmp_path.rglob(".new-*"))
