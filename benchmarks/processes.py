"""The environment that measured processes have: the one of a user, who has the byte code of what pip installed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent


@contextmanager
def installed() -> Iterator[dict[str, str]]:
    """Variables with which Python keeps byte code, in a folder of this run: pip compiles what it installs, so that no user's process
    compiles our sources or a peer's anew. It is there after a first round, which therefore isn't measured."""
    with TemporaryDirectory() as folder:
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        yield kept | {"PYTHONPYCACHEPREFIX": folder, "PYTHONPATH": str(ROOT)}
