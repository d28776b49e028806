"""Letters of the job against a server on loopback: files that are too large, letters whose fate is unknown and `deliver --again`."""

from __future__ import annotations

from email.message import Message
from pathlib import Path

import pytest

from tests.weekly.jobs import ARTICLE, MAIL, MINIMAL, Job, Post, post_office


@pytest.fixture
def job(tmp_path: Path) -> Job:
    job = Job(tmp_path)
    job.configure()
    job.put("a.txt", ARTICLE, "2026-02-25")
    return job


def configure(job: Job, port: int, more: str = "") -> None:
    job.configure(
        MINIMAL.replace('formats = ["pdf"]', 'formats = ["docx", "pdf"]')
        + MAIL.format(port=port, more=more)
        + 'formats = ["docx", "pdf"]\n'
    )


def weekly(job: Job) -> int:
    return job.run("weekly", "--week", "2026-W09", "--quiet")


def attached(letter: Message) -> list[str | None]:
    return [part.get_filename() for part in letter.walk() if part.get_filename()]


def body(letter: Message) -> str:
    part = next(part for part in letter.walk() if part.get_content_type() == "text/plain")
    return bytes(part.get_payload(decode=True)).decode("utf-8")


def size_of(job: Job, name: str) -> int:
    return sum(len(data) for path, data in job.files("out").items() if path.endswith(name))


def limits(tmp_path: Path) -> tuple[float, float]:
    """A limit between the PDF and both files, and one below the PDF, in megabytes of a letter."""
    trial = Job(tmp_path / "trial")
    trial.folder.mkdir()
    trial.configure(MINIMAL.replace('formats = ["pdf"]', 'formats = ["docx", "pdf"]'))
    trial.put("a.txt", ARTICLE, "2026-02-25")
    assert weekly(trial) == 0
    paper, both = size_of(trial, ".pdf"), size_of(trial, ".pdf") + size_of(trial, ".docx")
    return round((paper + both) / 2 * 4 / 3 / 1e6, 4), round(paper / 2 * 4 / 3 / 1e6, 4)


STATES = "SELECT state, attempts, error FROM deliveries"


def test_where_both_files_are_too_large_the_pdf_goes_alone_and_the_letter_says_so(job: Job, tmp_path: Path) -> None:
    post, (between, _) = Post(), limits(tmp_path)
    with post_office(post) as port:
        configure(job, port, f"maximum_megabytes = {between}")
        assert weekly(job) == 0
    letter = post.letters[0][1]
    assert attached(letter) == ["brief.en.pdf"]
    assert "Too large for a letter: brief.en.docx." in body(letter)
    assert job.ask(STATES) == [("delivered", 1, "left out as too large: brief.en.docx")]


def test_where_even_the_pdf_is_too_large_a_notice_names_the_folder(job: Job, tmp_path: Path) -> None:
    post, (_, below) = Post(), limits(tmp_path)
    with post_office(post) as port:
        configure(job, port, f"maximum_megabytes = {below}")
        assert weekly(job) == 0
        assert weekly(job) == 0
    assert len(post.letters) == 1
    letter = post.letters[0][1]
    assert attached(letter) == []
    assert "is ready" in body(letter) and str(job.folder / "out" / "2026-03-01-weekly-2026-W09") in body(letter).replace("\n", "")
    assert job.ask(STATES) == [("delivered", 1, "left out as too large: brief.en.docx, brief.en.pdf")]


@pytest.mark.parametrize("kind", ["pdf", "refuse"])
def test_where_no_notice_is_wanted_nothing_is_sent_until_the_limit_is_raised(job: Job, tmp_path: Path, kind: str) -> None:
    post, (between, below) = Post(), limits(tmp_path)
    with post_office(post) as port:
        configure(job, port, f'maximum_megabytes = {below if kind == "pdf" else between}\ntoo_large = "{kind}"')
        assert weekly(job) == 6
        assert post.letters == [] and "maximum_megabytes" in job.ask(STATES)[0][2]
        assert any(name.endswith("brief.en.pdf") for name in job.files("out"))
        configure(job, port)
        assert job.run("deliver", "--quiet") == 0
    assert [attached(letter) for _, letter in post.letters] == [["brief.en.docx", "brief.en.pdf"]]


def test_a_letter_whose_fate_is_unknown_is_sent_once_more_with_again_alone(job: Job, capsys: pytest.CaptureFixture[str]) -> None:
    post = Post(faults=["cut"])
    with post_office(post) as port:
        configure(job, port)
        assert weekly(job) == 6
        assert job.ask(STATES)[0][:2] == ("uncertain", 1)
        assert weekly(job) == 6
        assert job.run("deliver", "--quiet") == 6
        assert len(post.letters) == 1  # the server had it; nobody but a person can know
        capsys.readouterr()
        assert job.run("deliver", "--again", "nobody") == 2
        assert "has no recipient nobody" in capsys.readouterr().err
        assert job.run("deliver", "--issue", "2026-W10") == 2
        assert job.run("deliver", "--issue", "2026-W09", "--again", "director", "--quiet") == 0
        assert len(post.letters) == 2
        assert job.run("deliver", "--again", "director", "--quiet") == 0
        assert weekly(job) == 0
    assert len(post.letters) == 2
    assert post.letters[0][1]["Message-ID"] == post.letters[1][1]["Message-ID"]  # so that a mail program can show it once
    assert job.ask(STATES) == [("delivered", 2, "")]


def test_a_run_that_died_while_a_letter_went_out_does_not_send_it_again(job: Job) -> None:
    post = Post(faults=["451 later"])
    with post_office(post) as port:
        configure(job, port)
        assert weekly(job) == 6
        job.change("UPDATE deliveries SET state = 'sending'")
        assert weekly(job) == 6
        assert job.ask("SELECT state FROM deliveries") == [("uncertain",)] and post.letters == []
        assert job.run("deliver", "--again", "director", "--quiet") == 0
    assert len(post.letters) == 1


def test_edited_files_are_not_mailed(job: Job) -> None:
    post = Post(faults=["451 later"])
    with post_office(post) as port:
        configure(job, port)
        assert weekly(job) == 6
        paper = next((job.folder / "out").rglob("brief.en.pdf"))
        written = paper.read_bytes()
        paper.write_bytes(written + b"%")
        assert job.run("deliver", "--quiet") == 6
        assert "changed since briefgen wrote it" in job.ask(STATES)[0][2]
        paper.write_bytes(written)
        assert job.run("deliver", "--quiet") == 0
    assert len(post.letters) == 1
