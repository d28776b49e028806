"""`python -m briefgen`: the program where no script lies in the PATH, as schedulers call it."""

from __future__ import annotations

import sys

from briefgen.cli import main

if __name__ == "__main__":
    sys.exit(main())
