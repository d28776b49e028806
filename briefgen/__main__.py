"""`python -m briefgen`: the program where no script lies in the PATH, as schedulers call it."""

from __future__ import annotations

from briefgen.cli import run

if __name__ == "__main__":
    run()
