"""An issue's period -> the words of the letter that brings it, in the recipient's language."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.formatting.dates import format_date
from briefgen.translation.catalogs import catalog


@dataclass(frozen=True, slots=True)
class Letter:
    """Subject and body; the marking stands in both."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Enclosed:
    """The files that a letter brings, those that it cannot because they are too large, and the folder where all of them lie."""

    attached: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    folder: str = ""


def letter_words(language: str, interval: str, *, marking: str, organisation: str, enclosed: Enclosed) -> Letter:
    """The words for the issue of some days, `A/B`."""
    words = catalog(language)
    days = format_date(interval, language)
    mark = f"[{marking}] " if marking else ""
    if enclosed.attached:
        lines = [words.text("Attached is the briefing for %(days)s, prepared from open sources.") % {"days": days}]
        lines += [words.text("Files: %(names)s.") % {"names": ", ".join(enclosed.attached)}]
    else:
        lines = [words.text("The briefing for %(days)s, prepared from open sources, is ready.") % {"days": days}]
    if enclosed.left_out:
        told = {"names": ", ".join(enclosed.left_out), "folder": enclosed.folder}
        lines += [words.text("Too large for a letter: %(names)s. Folder: %(folder)s") % told]
    lines += [words.text("Marking: %(marking)s.") % {"marking": marking}] if marking else []
    lines += [words.text("This letter was sent by a program; nobody reads answers to it.")]
    lines += [organisation] if organisation else []
    subject = words.text("Briefing for %(days)s") % {"days": days}
    return Letter(mark + subject.replace("\u00a0", " "), "\n\n".join(lines).replace("\u00a0", " ") + "\n")
