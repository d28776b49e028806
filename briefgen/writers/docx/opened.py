"""A Word file that a brief is written on -> its parts, ready to go into any brief: packed, or divided where a brief comes in.

Whatever does not depend on the report is done here, once a process for a file and a language.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.diagnostics import UsageError
from briefgen.templating import find_letterhead, load_style, templates_folder
from briefgen.writers.docx.footnotes import place_footnotes, place_separators
from briefgen.writers.docx.house_styles import take_styles_by_name
from briefgen.writers.docx.markup import NAMESPACES, part
from briefgen.writers.docx.opc import ROOT, OfficeFile, Relation, parse_xml, read_file, relations_name, relations_part
from briefgen.writers.docx.package import SMALLEST, Packed, packed
from briefgen.writers.docx.places import (
    MARKING,
    MARKING_BELOW,
    PAGE_OF,
    RUNNING,
    WORD,
    Divided,
    Margin,
    W,
    divided,
    margin_of,
    mark,
    text_of,
)
from briefgen.writers.docx.properties import CORE_PREFIXES, CUSTOM_PREFIXES, place_core, place_custom
from briefgen.writers.docx.restart import definitions, place_lists

if TYPE_CHECKING:
    from lxml.etree import _Element

_CURE = "make one with `python -m briefgen.writers.docx.letterhead STYLE.toml LETTERHEAD.docx` and change that"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_BODY_PREFIXES = {prefix: NAMESPACES[prefix] for prefix in ("w", "r", "wp")}
_TAGS = frozenset({MARKING, MARKING_BELOW, RUNNING, PAGE_OF})
_SIGNS = {"ru-RU": (",", ";"), "en-GB": (".", ",")}  # decimal mark and list separator of formulas in Word's tables
_SOLID = tuple(f"{W}{name}" for name in ("t", "drawing", "pict", "sectPr"))
# What the authors of a letterhead told each other is no comment on a brief.
_REMARKS = frozenset({"comments", "commentsExtended", "commentsIds", "commentsExtensible"})
_REMARK_MARKS = tuple(f"{W}comment{name}" for name in ("RangeStart", "RangeEnd", "Reference"))
_OF_DOCUMENT = frozenset({"styles", "settings", "numbering", "header", "footer", "footnotes", "endnotes"})
_OF_FILE = frozenset({"officeDocument", "core-properties", "custom-properties"})


@dataclass(frozen=True, slots=True)
class Opened:
    """A letterhead for briefs of one language. `parts` go into each brief as they are, unless one of the others, which have places to fill
    in, is put over them. `lists` are the definitions of the lists of paragraph styles."""

    parts: Mapping[str, Packed]
    types: Mapping[str, str]
    relations: Mapping[str, tuple[Relation, ...]]  # of the document and of the file
    document: Divided
    margins: Mapping[str, Margin]
    settings: Divided | None
    numbering: Divided | None
    lists: Mapping[str, int]
    footnotes: Divided | None
    core: Divided | None
    custom: Divided | None


@dataclass(frozen=True, slots=True)
class _Trees:
    """The parts of a letterhead that are read, by name, and the names by role."""

    of: Mapping[str, _Element]
    roles: Mapping[str, tuple[str, ...]]

    def named(self, role: str) -> tuple[str, _Element] | None:
        """The one part of a role and its tree."""
        return next(((name, self.of[name]) for name in self.roles.get(role, ())), None)


def open_letterhead(name_or_path: str, locale: str) -> Opened:
    """The letterhead of a built-in name or in a file; UsageError names a file that is none, or the styles that it lacks."""
    path = find_letterhead(name_or_path)
    return _opened(path, path.read_bytes(), locale)


@lru_cache(maxsize=16)
def _opened(path: Path, content: bytes, locale: str) -> Opened:
    try:
        file = read_file(content)
        trees = _read(file)
        missing = [] if path.is_relative_to(templates_folder()) else _take_styles(trees)  # those are in step with the styles
        if not missing:
            _set_language(trees, locale)
            return _divided(file, trees)
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, SyntaxError) as error:  # lxml's error is a SyntaxError
        raise UsageError(f"{path}: this is no Word file that a brief can be written on ({error}); {_CURE}") from error
    raise UsageError(f"{path}: the letterhead lacks the styles {', '.join(missing)}; {_CURE}")


@cache
def _wanted_styles() -> Mapping[str, str]:
    """The same for each style of briefs: they differ in looks alone."""
    from briefgen.writers.docx.styles import style_names

    return style_names(load_style("gost"))


def _read(file: OfficeFile) -> _Trees:
    document = file.related(ROOT, "officeDocument")
    if document is None or file.types[document] != _MAIN:
        raise ValueError("it holds no document")
    roles: dict[str, list[str]] = {}
    for start, wanted in ((ROOT, _OF_FILE), (document, _OF_DOCUMENT)):
        for relation in file.relations.get(start, ()):
            if relation.role in wanted and not relation.is_external:
                roles.setdefault(relation.role, []).append(relation.target)
    trees = {name: parse_xml(file.parts[name]) for names in roles.values() for name in names}
    return _Trees(trees, {role: tuple(names) for role, names in roles.items()})


def _take_styles(trees: _Trees) -> list[str]:
    """The names of styles that are missing."""
    found = trees.named("styles")
    if found is None:
        return sorted(_wanted_styles().values())
    return take_styles_by_name(found[1], [tree for tree in trees.of.values() if tree is not found[1]], _wanted_styles())


def _set_language(trees: _Trees, locale: str) -> None:
    """The language of whatever a person will type, and the decimal mark that goes with it."""
    if styles := trees.named("styles"):
        for language in styles[1].iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang"):
            language.set(f"{W}val", locale)
            language.set(f"{W}eastAsia", locale)
    decimal, separator = _SIGNS.get(locale, _SIGNS["en-GB"])
    if settings := trees.named("settings"):
        for name, value in {"themeFontLang": locale, "decimalSymbol": decimal, "listSeparator": separator}.items():
            for setting in settings[1].findall(f"{W}{name}"):
                setting.set(f"{W}val", value)


def _divided(file: OfficeFile, trees: _Trees) -> Opened:
    (document,) = trees.roles["officeDocument"]
    _place_body(trees.of[document])
    styles, numbering = trees.named("styles"), trees.named("numbering")
    own = {name: part(text_of(tree, {})) for name, tree in trees.of.items()}
    margins = [name for role in ("header", "footer") for name in trees.roles.get(role, ())]
    relations = {start: tuple(_kept(file.relations.get(start, ()))) for start in (ROOT, document)}
    remarks = {relation.target for relation in file.relations.get(document, ()) if relation.role in _REMARKS}
    names = file.parts.keys() - remarks
    lists = {relations_name(start): relations_part(start, file.relations[start]) for start in names - {document} if file.relations[start]}
    return Opened(
        parts={name: packed(own.get(name) or file.parts[name], level=SMALLEST) for name in sorted(names)}
        | {name: packed(part(lists[name]), level=SMALLEST) for name in sorted(lists)},
        types={name: kind for name, kind in file.types.items() if name not in remarks},
        relations=relations,
        document=divided(document, trees.of[document], _BODY_PREFIXES),
        margins={name: margin_of(trees.of[name], _TAGS) for name in margins},
        settings=_place(trees, "settings", place_separators),
        numbering=_place(trees, "numbering", place_lists),
        lists=definitions(styles[1], numbering[1]) if styles and numbering else {},
        footnotes=_place(trees, "footnotes", place_footnotes),
        core=_place(trees, "core-properties", place_core, CORE_PREFIXES),
        custom=_place(trees, "custom-properties", place_custom, CUSTOM_PREFIXES),
    )


def _place(trees: _Trees, role: str, place: Callable[[_Element], int], namespaces: Mapping[str, str] = WORD) -> Divided | None:
    """A part of a role at its place; `place` marks that, and tells the first number that is free."""
    found = trees.named(role)
    if found is None:
        return None
    name, tree = found
    first = place(tree)
    return divided(name, tree, namespaces, first=first)


def _kept(relations: Iterable[Relation]) -> Iterator[Relation]:
    return (relation for relation in relations if relation.role not in _REMARKS)


def _place_body(document: _Element) -> None:
    """Mark where a brief stands: before the last section's properties; the letterhead's blank paragraphs and its remarks give way."""
    for remark in list(document.iter(*_REMARK_MARKS)):
        parent = remark.getparent()
        if parent is not None:
            parent.remove(remark)
    body = document.find(f"{W}body")
    if body is None or not len(body) or body[-1].tag != f"{W}sectPr":
        raise ValueError("its document has no section")
    for child in list(body):
        if child.tag == f"{W}p" and next(child.iter(*_SOLID), None) is None:
            body.remove(child)
    body[-1].addprevious(mark())
