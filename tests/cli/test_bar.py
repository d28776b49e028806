"""What a person at a terminal sees of a long run: the number done, the rate, the time left, and messages on lines of their own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

if os.name == "nt":
    pytest.skip("terminals of POSIX", allow_module_level=True)

import fcntl
import pty
import struct
import termios

PROGRAM = str(Path(sys.executable).with_name("briefgen"))
NUMBER = 30


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("long") / "inbox"
    folder.mkdir()
    for index in range(NUMBER):
        (folder / f"{index:03}.txt").write_text(f"Лондон даст Астане {index + 1} млрд фунтов до 2027 года.\n", encoding="utf-8")
    (folder / "015.docx").write_bytes(b"PK\x03\x04 torn")
    return folder


def at_terminal(*arguments: str) -> tuple[int, str, bytes]:
    """The exit code of a run whose stderr is a terminal of 100 columns, what that was sent, and stdout, a pipe."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 100, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | {"TERM": "xterm"}
    with tempfile.TemporaryFile() as file, subprocess.Popen([PROGRAM, *arguments], stdout=file, stderr=theirs, env=environment) as run:
        os.close(theirs)
        parts = []
        while part := _some(ours):
            parts.append(part)
        run.wait()
        file.seek(0)
        facts = file.read()
    os.close(ours)
    return run.returncode, b"".join(parts).decode(), facts


def _some(handle: int) -> bytes:
    """What a terminal was sent; nothing once its last writer has gone, which Linux tells as an error."""
    try:
        return os.read(handle, 1 << 16)
    except OSError:
        return b""


def lines_of(sent: str) -> list[str]:
    """What stood on a line at some time, without colours and movements."""
    return [line.strip() for line in re.split(r"[\r\n]+", re.sub(r"\x1b\[[?0-9;]*[A-Za-z]", "", sent)) if line.strip()]


@pytest.fixture(scope="module", params=["1", "2"])
def long_run(request: pytest.FixtureRequest, inbox: Path) -> tuple[int, str, bytes]:
    """All articles in so many processes."""
    return at_terminal("extract", str(inbox), "--jobs", request.param, "--no-cache")


def test_the_bar_tells_the_number_the_rate_and_the_time_left(long_run: tuple[int, str, bytes]) -> None:
    code, sent, facts = long_run
    bars = [line for line in lines_of(sent) if line.startswith("briefgen: ━")]
    assert code == 3 and len(facts.splitlines()) == NUMBER
    assert re.fullmatch(rf"briefgen: ━+ +0/{NUMBER + 1} +left -:--:--", bars[0])
    assert re.fullmatch(rf"briefgen: ━+ {NUMBER + 1}/{NUMBER + 1} [0-9.]+/s left 0:00:00", bars[-1])
    assert all(len(bar) <= 100 for bar in bars)
    assert sent.endswith("\x1b[1A\x1b[2K") and "\x1b[?25h" in sent  # the line is cleared, the cursor shown again


def test_a_message_stands_on_a_line_of_its_own_beside_the_bar(long_run: tuple[int, str, bytes]) -> None:
    _, sent, facts = long_run
    told = [line for line in lines_of(sent) if "torn" in line or "015.docx" in line]
    assert told == ["briefgen: 015.docx: is not a Word document (.docx): File is not a zip file"]
    assert b"\x1b" not in facts


def test_a_quiet_run_and_a_single_article_have_no_bar(inbox: Path) -> None:
    for arguments in (("extract", str(inbox), "--quiet"), ("extract", str(inbox / "000.txt"))):
        assert "━" not in at_terminal(*arguments)[1]


def test_a_pipe_has_no_bar(inbox: Path) -> None:
    run = subprocess.run([PROGRAM, "extract", str(inbox)], capture_output=True, check=False)
    assert run.stderr.decode().splitlines() == ["briefgen: 015.docx: is not a Word document (.docx): File is not a zip file"]
