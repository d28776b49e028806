"""The names of peers -> Pythons in which they are installed: a venv of its own for each, made once, outside of ours."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

FOLDER = Path(tempfile.gettempdir()) / "briefgen-peers"


def peer_python(*packages: str, folder: Path = FOLDER) -> Path | None:
    """A Python that has the packages (requirements, as pip reads them); None where they can't be installed here.

    The venv is kept in `folder` and used again; pip's own words go to stderr.
    """
    home = folder / hashlib.sha256("\n".join(sorted(packages)).encode()).hexdigest()[:12]
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    done = home / "installed"
    if done.exists():
        return python
    venv.create(home, with_pip=True, clear=True)
    run = subprocess.run([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages], stdout=sys.stderr)
    if run.returncode:
        return None
    done.touch()
    return python
