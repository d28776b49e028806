"""What goes wrong around a recurring job: each fault has its exit code, loses nothing and is made good by the next run."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import filelock
import pytest

from tests.weekly.jobs import ARTICLE, MAIL, MINIMAL, Job, Post, post_office

DEPUTY = """
[recipients.deputy]
address = "deputy@example.org"
languages = ["en"]
"""


@pytest.fixture
def job(tmp_path: Path) -> Job:
    job = Job(tmp_path)
    job.configure()
    job.put("a.txt", ARTICLE, "2026-02-25")
    return job


def weekly(job: Job) -> int:
    return job.run("weekly", "--week", "2026-W09", "--quiet")


def test_the_same_week_twice_gives_the_same_bytes(job: Job) -> None:
    assert weekly(job) == 0
    first = job.files("out")
    assert weekly(job) == 0
    assert job.files("out") == first


def test_files_that_were_removed_are_made_again_with_the_same_bytes(job: Job) -> None:
    assert weekly(job) == 0
    first = job.files("out")
    next((job.folder / "out").rglob("*.pdf")).unlink()
    assert weekly(job) == 0
    assert job.files("out") == first


def test_a_week_without_news_ends_with_4_and_a_page(job: Job) -> None:
    assert job.run("weekly", "--week", "2026-W12", "--quiet") == 4
    assert [Path(name).name for name in job.files("out") if name.endswith(".pdf")] == ["brief.en.pdf"]


def test_a_week_without_news_makes_no_page_unless_it_is_asked_for(job: Job) -> None:
    job.configure(MINIMAL.replace("quiet_page = true", "quiet_page = false"))
    assert job.run("weekly", "--week", "2026-W12", "--quiet") == 4
    assert not (job.folder / "out").exists() or job.files("out") == {}


def test_another_run_that_holds_the_lock_is_told(job: Job, capsys: pytest.CaptureFixture[str]) -> None:
    (job.folder / "archive").mkdir()
    with filelock.FileLock(job.folder / "archive" / ".briefgen-weekly.lock"):
        assert weekly(job) == 5
    assert "another" in capsys.readouterr().err
    assert weekly(job) == 0


def test_a_damaged_archive_is_told_and_left_as_it_is(job: Job, capsys: pytest.CaptureFixture[str]) -> None:
    assert weekly(job) == 0
    path = job.folder / "archive" / "briefgen.sqlite"
    path.write_bytes(path.read_bytes()[:3000])
    assert weekly(job) == 7
    assert "damaged" in capsys.readouterr().err
    assert path.stat().st_size == 3000


def test_what_is_no_archive_is_told(job: Job) -> None:
    (job.folder / "archive").mkdir()
    (job.folder / "archive" / "briefgen.sqlite").write_bytes(b"no database at all, but long enough to be read as one" * 50)
    assert weekly(job) == 7


def test_an_article_that_cannot_be_read_is_set_aside_and_the_brief_says_so(job: Job, capsys: pytest.CaptureFixture[str]) -> None:
    (job.folder / "inbox" / "bad.pdf").write_bytes(b"%PDF-1.7 broken")
    assert job.run("weekly", "--week", "2026-W09") == 0
    assert "bad.pdf: set aside" in capsys.readouterr().err
    assert '"set_aside"' in next((job.folder / "out").rglob("brief.json")).read_text(encoding="utf-8")
    assert job.run("history", "--show", "2026-W09") == 0
    assert "set aside: bad.pdf" in capsys.readouterr().out


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """A folder that nobody may write into; for root, whom no mode keeps out, a file system that is mounted so."""
    folder.mkdir(mode=0o500)
    if os.geteuid() != 0:
        yield
        folder.chmod(0o700)
        return
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "ro", "briefgen-test", str(folder)], capture_output=True, check=False).returncode:
        pytest.skip("root may write anywhere, and cannot mount here")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
@pytest.mark.parametrize("name", ["out", "archive"])
def test_a_folder_that_cannot_be_written_ends_with_7(job: Job, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with read_only(job.folder / name):
        assert weekly(job) == 7
        told = capsys.readouterr().err
    assert str(job.folder / name) in told and "written" in told
    assert weekly(job) == 0
    assert any(path.endswith("brief.en.pdf") for path in job.files("out"))


def test_a_full_disk_ends_with_7_and_the_next_run_finishes(job: Job, tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mounted = ["mount", "-t", "tmpfs", "-o", "size=300k", "briefgen-test", str(small)]
    if os.name != "posix" or os.geteuid() != 0 or subprocess.run(mounted, capture_output=True, check=False).returncode:
        pytest.skip("a small file system can be mounted by root alone")
    try:
        job.configure(MINIMAL.replace('output = "out"', 'output = "small/out"'))
        (small / "ballast").write_bytes(b"x" * 250_000)
        assert weekly(job) == 7
        assert not list(small.rglob("*.pdf"))
        (small / "ballast").unlink()
        subprocess.run(["mount", "-o", "remount,size=50m", str(small)], check=True)
        assert weekly(job) == 0
        assert list(small.rglob("brief.en.pdf"))
    finally:
        subprocess.run(["umount", str(small)], check=True)


def test_a_letter_that_is_refused_for_now_is_sent_by_the_next_run_and_nobody_gets_two(job: Job) -> None:
    post = Post(faults=["451 come back later"])
    with post_office(post) as port:
        job.configure(MINIMAL + MAIL.format(port=port, more="") + DEPUTY)
        assert weekly(job) == 6
        assert [recipients for recipients, _ in post.letters] == [["director@example.org"]]
        assert job.run("deliver", "--quiet") == 0
        assert job.run("deliver", "--quiet") == 0
        assert weekly(job) == 0
    assert [recipients for recipients, _ in post.letters] == [["director@example.org"], ["deputy@example.org"]]


def test_a_letter_names_no_recipient_and_brings_the_pdf(job: Job) -> None:
    post = Post()
    with post_office(post) as port:
        marked = 'highest_marking = "TLP:AMBER"\n[en]\nmarking = "TLP:GREEN"\n'
        job.configure(MINIMAL + MAIL.format(port=port, more="") + DEPUTY + marked)
        assert weekly(job) == 0
    (recipients, letter), states = post.letters[0], dict(job.ask("SELECT recipient, state FROM deliveries"))
    assert recipients == ["deputy@example.org"]
    assert states == {"deputy": "delivered", "director": "withheld"}
    assert "example.org" not in (letter["To"] or "") and not letter["Cc"]
    assert "TLP:GREEN" in letter["Subject"]
    assert [part.get_filename() for part in letter.walk() if part.get_filename()] == ["brief.en.pdf"]


def test_a_server_that_is_not_there_ends_with_6_and_keeps_the_files(job: Job) -> None:
    job.configure(MINIMAL + MAIL.format(port=1, more="") + DEPUTY)
    assert weekly(job) == 6
    assert any(name.endswith("brief.en.pdf") for name in job.files("out"))
    assert job.ask("SELECT DISTINCT state FROM deliveries") == [("failed",)]


def test_the_strictest_marking_of_a_recipients_languages_decides(job: Job) -> None:
    """Whoever may see the paper marked GREEN gets nothing where one of the languages is marked stricter, or by another scheme."""
    for stricter in ("TLP:AMBER+STRICT", "OFFICIAL-SENSITIVE"):
        folder = '[recipients.registry]\nfolder = "delivered"\nhighest_marking = "TLP:GREEN"\n'
        marked = f'[ru]\nmarking = "TLP:GREEN"\n[en]\nmarking = "{stricter}"\n'
        job.configure(MINIMAL.replace('languages = ["en"]', 'languages = ["ru", "en"]') + folder + marked)
        week = "2026-W09" if stricter.startswith("TLP") else "2026-W12"
        job.run("weekly", "--week", week, "--quiet")
        assert job.ask(f"SELECT state FROM deliveries WHERE period = '{week}'") == [("withheld",)]
    assert not (job.folder / "delivered").exists()
