"""What the tests of workers have done in other processes, which import it by name."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from briefgen.diagnostics import InputError


def doubled(item: int) -> int:
    """Twice the item; the first ones take longest, 13 is the user's mistake, 14 ours."""
    time.sleep(0.02 if item < 4 else 0)
    if item == 13:
        raise InputError("13: cannot be read")
    if item == 14:
        raise ZeroDivisionError("14")
    return 2 * item


def deadly(item: str) -> str:
    """`once` kills its process the first time, `always` each time."""
    word, _, mark = item.partition(" ")
    if word == "always" or (word == "once" and not Path(mark).exists()):
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return item
