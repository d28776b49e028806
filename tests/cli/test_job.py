"""The recurring job's configuration: each fault is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.cli import main
from briefgen.cli.job import job_of
from briefgen.diagnostics import UsageError

MAIL = '[mail]\nserver = "localhost"\nsender = "a@example.org"\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('subject = "RU"\n', "no [weekly] table"),
        ('[weekly]\ntimezone = "Europe/Atlantis"\n', "line 2: timezone: 'Europe/Atlantis' is no time zone"),
        ("[weekly]\n\nretention_weeks = -1\n", "line 3: retention_weeks: a whole number from 0"),
        ('[weekly]\nquiet_page = "yes"\n', "line 2: quiet_page: true or false"),
        ('[weekly]\nlanguages = ["fr"]\n', "line 2: languages: a list of ru, en"),
        ("[weekly]\ninbox = 3\n", "line 2: inbox: text in quotation marks"),
        ('[weekly]\ninbxo = "a"\n', "line 2"),
        ('[weekly]\n[mail]\nsecurity = "ssl"\n', "line 3: security: 'ssl' is none of starttls, tls, none"),
        ('[weekly]\n[mail]\nsender = "nobody"\n', "line 3: sender: 'nobody' is no mail address"),
        ("[weekly]\n[recipients.a]\n", "line 2: [recipients.a] needs either `folder` or `address`"),
        ('[weekly]\n[recipients.a]\naddress = "a@example.org"\n', "[mail] needs `server` and `sender`"),
        (f'[weekly]\n{MAIL}[recipients.a]\naddress = "a@b, c@d"\n', "line 6: address"),
        ('[weekly]\n[recipients.a]\nfolder = "x"\nhighest_marking = "SECRET"\n', "line 4: highest_marking"),
    ],
)
def test_a_fault_is_told_with_its_line(text: str, message: str) -> None:
    with pytest.raises(UsageError) as raised:
        job_of(text, "briefgen.toml", base=Path())
    assert message in str(raised.value)


def test_the_first_configuration_is_right_and_never_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["weekly", "--init"]) == 0
    assert main(["weekly", "--check-config"]) == 0
    assert "right" in capsys.readouterr().out
    assert main(["weekly", "--init"]) == 2


def test_an_inbox_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "briefgen.toml"
    path.write_text('[weekly]\ninbox = "nowhere"\n', encoding="utf-8")
    assert main(["weekly", "--config", str(path), "--check-config"]) == 2
    assert "there is no folder" in capsys.readouterr().err


def test_two_periods_at_once_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "briefgen.toml"
    path.write_text("[weekly]\n", encoding="utf-8")
    assert main(["weekly", "--config", str(path), "--week", "2026-W09", "--month", "2026-02"]) == 2


def test_a_history_without_an_archive_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "briefgen.toml"
    path.write_text("[weekly]\n", encoding="utf-8")
    assert main(["history", "--config", str(path)]) == 7
    assert "there is no archive yet" in capsys.readouterr().err
