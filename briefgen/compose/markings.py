"""A distribution marking as it was asked for -> what a brief prints, where, and in which language; classified labels are refused."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from briefgen.diagnostics import UsageError
from briefgen.translation.catalogs import catalog


@dataclass(frozen=True, slots=True)
class Marking:
    """The label on one line, the copy number below it (may be empty), its place across the page, and whether it stands at the foot of
    each page as it does at the head."""

    label: str
    copy: str = ""
    alignment: str = "right"
    at_foot: bool = True


NO_MARKING = Marking("")

# TLP 2.0 (FIRST, 2022): capitals, head and foot of each page, at the right. GSCP (HM Government, 2024): top and bottom, centred.
# «Для служебного пользования»: Government Decree 1233 of 3 November 1994, GOST R 7.0.97 requisite 14: at the head, at the right, with the
# number of the copy.
_TLP = ("TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR")
_OFFICIAL = ("OFFICIAL-SENSITIVE", "OFFICIAL")
_SERVICE = ("для служебного пользования", "дсп", "for official use only")
KNOWN = (*_TLP, *_OFFICIAL, "Для служебного пользования")

# Labels of state secrets, in English, Russian, and as the EU and NATO write them.
_CLASSIFIED = re.compile(r"\b(?:(?:top )?secret|confidential|classified|restricted|cosmic)\b|секретно|особой важности", re.IGNORECASE)


def marking_of(asked: str, language: str, copy_number: str = "") -> Marking:
    """The marking in the edition's language; nothing was asked for: no marking. UsageError where the label is unknown or not ours to set.

    >>> marking_of("tlp: amber", "ru").label
    'TLP:AMBER'
    >>> marking_of("ДСП", "ru", "3").copy
    'Экз. №\\xa03'
    """
    label = re.sub(r"\s*([:-])\s*", r"\1", " ".join(asked.split()))
    if not label:
        if copy_number:
            raise UsageError("a copy number goes with the marking «Для служебного пользования»: give it with --marking, or leave it out")
        return NO_MARKING
    if _CLASSIFIED.search(label):
        raise UsageError(
            f"marking {asked!r}: briefgen sets no label of a state secret, and does not work on material that bears one; "
            f"markings are {', '.join(KNOWN)}"
        )
    if label.casefold() in _SERVICE:
        return _service(language, copy_number)
    if copy_number:
        raise UsageError(f"marking {asked!r}: a copy number goes with «Для служебного пользования» alone")
    if label.upper() in _TLP:
        return Marking(label.upper())
    if label.upper() in _OFFICIAL:
        return Marking(label.upper(), alignment="centre")
    raise UsageError(f"marking {asked!r} is unknown; markings are {', '.join(KNOWN)}")


def _service(language: str, copy_number: str) -> Marking:
    if not copy_number.strip():
        raise UsageError("marking «Для служебного пользования»: each copy bears a number: give it with --copy-number or copy_number")
    words = catalog(language)
    marking = Marking(words.text("For official use only"), at_foot=False)
    return replace(marking, copy=words.text("Copy No. %(number)s") % {"number": copy_number.strip()})


# From what may be shown to most to what may be shown to fewest. Schemes are not compared with each other.
_SCHEMES = (tuple(reversed(_TLP)), tuple(reversed(_OFFICIAL)), ("ДСП",))


def level_of(marking: str) -> tuple[int, int]:
    """The scheme of a marking and its place in it.

    >>> level_of("TLP:AMBER") > level_of("tlp:green")
    True
    """
    label = re.sub(r"\s*([:-])\s*", r"\1", " ".join(marking.split()))
    label = "ДСП" if label.casefold() in _SERVICE else label.upper()
    for scheme, labels in enumerate(_SCHEMES):
        if label in labels:
            return scheme, labels.index(label)
    raise UsageError(f"marking {marking!r} is unknown; markings are {', '.join(KNOWN)}")


def may_receive(marking: str, highest: str) -> bool:
    """Whether a paper with this marking goes to somebody who may see papers up to `highest` (empty: unmarked ones, and TLP:CLEAR).

    >>> may_receive("TLP:GREEN", "TLP:AMBER"), may_receive("OFFICIAL", "TLP:RED"), may_receive("", "")
    (True, False, True)
    """
    if not marking.strip() or level_of(marking) == (0, 0):
        return True
    if not highest.strip():
        return False
    (scheme, level), (known, most) = level_of(marking), level_of(highest)
    return scheme == known and level <= most
