"""Errors that end a run with an exit code, and diagnostics: doubts about an article, returned as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["info", "warning"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A doubt about an article or a brief, for a person's eye; never printed by the stage that found it.

    `start` and `stop` are offsets into the article's text, `subject` is the id of the fact in doubt, `hint` says what to do.
    """

    code: str
    severity: Severity = "warning"
    start: int | None = None
    stop: int | None = None
    subject: str = ""
    hint: str = ""


class BriefgenError(Exception):
    """The user's mistake or a machine's refusal: one message that names the file, the place and what to do."""

    exit_code = 2


class UsageError(BriefgenError):
    """Wrong usage or configuration."""

    exit_code = 2


class CheckError(BriefgenError):
    """A finished file does not say what its brief says; it was not handed over."""

    exit_code = 1


class InputError(BriefgenError):
    """An input cannot be read."""

    exit_code = 3


class NothingToReport(BriefgenError):
    """The articles were read and hold no facts."""

    exit_code = 4


class LockedError(BriefgenError):
    """Another run holds the lock of the output folder."""

    exit_code = 5


class DeliveryError(BriefgenError):
    """A finished brief did not reach a recipient; its files are kept."""

    exit_code = 6


class OutputError(BriefgenError):
    """An output cannot be read or written, or was changed by somebody since it was written."""

    exit_code = 7


class ClusterError(BriefgenError):
    """The cluster cannot be reached, has no workers, or would give other results; what was done is kept."""

    exit_code = 8
