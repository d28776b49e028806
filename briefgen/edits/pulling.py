"""A Word draft and the edits kept so far -> the edits to keep now, and what of the draft is shown, refused or still open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from briefgen.diagnostics import InputError, UsageError
from briefgen.edits.changes import Origin, edits_of
from briefgen.edits.comments import comment_edits, read_comments
from briefgen.edits.confirming import confirmed_edits
from briefgen.edits.draft import DELETED, INSERTED, DraftText, W, read_text, taken
from briefgen.edits.edit import ANSWER, COMMENT, COPY_OF, FIGURE, TEXT, Edit
from briefgen.edits.found import Found, find_items
from briefgen.edits.guard import FindQuantities, what_it_changes
from briefgen.edits.merging import merge_edits
from briefgen.edits.package import DOCUMENT, FOOTNOTES, Package, open_package
from briefgen.model import Brief
from briefgen.writers.docx.ledger import NAMESPACE, Ledger, ledger_from
from briefgen.writers.docx.slots import bookmark_name, reference_name, tag_name

_CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_TERMS = "{http://purl.org/dc/terms/}"
_DIGITS = 16  # of the brief number: what tells drafts apart


@dataclass(frozen=True, slots=True)
class Refused:
    """An edit that was not taken, and what of the source it changes."""

    edit: Edit
    what: str


@dataclass(frozen=True, slots=True)
class Pulled:
    """`edits` are all to keep; `changes` those of this draft that were taken, `refused` and `pending` those that were not; `untaken`
    says in words what no edit can hold."""

    edits: tuple[Edit, ...]
    changes: tuple[Edit, ...]
    refused: tuple[Refused, ...]
    pending: tuple[Edit, ...]
    untaken: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether all that was changed in the draft is kept, so that a next run may replace it."""
        return not (self.refused or self.pending or self.untaken)


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it was read: its package and its ledger."""

    package: Package
    ledger: Ledger


def open_draft(data: bytes, name: str, compose_again: Callable[[Package], Ledger | None]) -> Draft:
    """A draft with its ledger: its own, else the one of the brief composed again. InputError where the file is no draft of ours."""
    package = open_package(data, name)
    ledger = _own_ledger(package) or compose_again(package)
    if ledger is None:
        raise InputError(f"{name}: is no draft that briefgen wrote, or lost what tells so; name the folder of its brief with --brief")
    return Draft(package, ledger)


def pull(
    draft: Draft,
    kept: tuple[Edit, ...],
    brief: Brief,
    *,
    terms: Mapping[str, str],
    find: FindQuantities,
    accept: bool = False,
    confirm: Mapping[str, str] | None = None,
) -> Pulled:
    """Compare a draft with what it printed. `confirm` gives reasons by the ids (slot, item or fact) whose source may be changed."""
    text = draft_text(draft)
    origin = _origin(draft)
    found = find_items(taken(text.lines, accept=accept), draft.ledger)
    _check(found, draft)
    comments = read_comments(draft.package, text.anchors)
    changes = (*edits_of(draft.ledger, found, terms, origin), *comment_edits(draft.ledger, comments, origin))
    reasons = _reasons(confirm or {}, changes, kept)
    taken_edits, refused = _sorted_out(changes, draft.ledger, brief, find, reasons)
    pending = () if accept else _pending(text, draft, changes, terms, origin)
    merged = merge_edits(kept, taken_edits, draft=origin.draft)
    return Pulled(merged, taken_edits, refused, pending, found.untaken)


def has_tracked_changes(text: DraftText) -> bool:
    """Whether any change in a draft waits to be accepted or rejected."""
    states = (INSERTED, DELETED)
    return any(line.mark in states or line.place.state in states or any(piece.state for piece in line.pieces) for line in text.lines)


def bookmarks_of(package: Package) -> set[str]:
    """The names of all bookmarks of a file."""
    document = package.part(DOCUMENT)
    return {str(mark.get(f"{W}name")) for mark in document.iter(f"{W}bookmarkStart")} if document is not None else set()


def words_of(package: Package) -> str:
    """All words of a file's body."""
    document = package.part(DOCUMENT)
    return "".join(node.text or "" for node in document.iter(f"{W}t")) if document is not None else ""


def _own_ledger(package: Package) -> Ledger | None:
    for name, root in package.parts.items():
        if name.startswith("customXml/") and root.tag == f"{{{NAMESPACE}}}draft":
            try:
                return ledger_from(root.text or "")
            except (ValueError, KeyError, TypeError) as error:
                raise InputError(f"{package.name}: {name}: the record of what the draft printed is damaged ({error})") from error
    return None


def draft_text(draft: Draft) -> DraftText:
    """The lines of a draft, its slots told by controls and bookmarks."""
    ids = [slot.id for slot in draft.ledger.slots]
    document = draft.package.part(DOCUMENT)
    assert document is not None  # open_package holds it
    references = {bookmark: reference_name(anchor) for bookmark, anchor, _ in draft.ledger.numbers}
    return read_text(
        document, {tag_name(id): id for id in ids}, {bookmark_name(id): id for id in ids}, references, draft.package.part(FOOTNOTES)
    )


def _origin(draft: Draft) -> Origin:
    """Who saved the file last and when, as its properties say."""
    core = draft.package.part("docProps/core.xml")

    def value(tag: str) -> str:
        return (core.findtext(tag) or "").strip() if core is not None else ""

    number = f"{draft.ledger.language}-{draft.ledger.brief_number[:_DIGITS]}"
    return Origin(value(f"{_CORE}lastModifiedBy"), value(f"{_TERMS}modified"), number)


def _check(found: Found, draft: Draft) -> None:
    """A file in which no item is left was made anew or saved by a program that drops both controls and bookmarks: nothing can be told."""
    held = sum(hasattr(entry, "texts") for entry in found.entries)
    if held * 2 < len({slot.item for slot in draft.ledger.slots}):
        raise InputError(
            f"{draft.package.name}: most items have lost both their controls and their bookmarks, so nothing tells which words are whose; "
            "edit the draft that briefgen wrote in Word or LibreOffice and save it as .docx"
        )


def _reasons(confirm: Mapping[str, str], changes: tuple[Edit, ...], kept: tuple[Edit, ...]) -> dict[str, str]:
    """Reasons by id: as given, else the words of a person's comment on the item; what was confirmed before stays so."""
    reasons = {edit.id: edit.reason for edit in kept if edit.confirmed}
    said = {edit.id: edit.new for edit in changes if edit.kind in (COMMENT, ANSWER) and edit.new}
    for id, reason in confirm.items():
        words = reason or next((words for slot, words in said.items() if id in slot.split("/") or slot.startswith(id)), "")
        if not words:
            raise UsageError(f"--confirm {id}: say why, --confirm '{id}=reason', or in a comment on the item in the draft")
        reasons[id] = words
    return reasons


def _sorted_out(
    changes: tuple[Edit, ...], ledger: Ledger, brief: Brief, find: FindQuantities, reasons: Mapping[str, str]
) -> tuple[tuple[Edit, ...], tuple[Refused, ...]]:
    kinds = {slot.id: slot.kind for slot in ledger.slots}
    taken_edits: list[Edit] = []
    refused: list[Refused] = []
    waiting: dict[str, list[Edit]] = {}
    for edit in changes:
        what = what_it_changes(edit, kinds.get(edit.id.removeprefix(COPY_OF), TEXT), find)
        if not what:
            taken_edits.append(edit)
        elif (reason := _reason(edit, reasons)) is None:
            refused.append(Refused(edit, what))
        else:
            waiting.setdefault(edit.id.rpartition("/")[0] if edit.id.count("/") > 1 else edit.id, []).append(replace(edit, reason=reason))
    for edits in waiting.values():
        taken_edits += confirmed_edits(edits, ledger, brief, find)
    return tuple(taken_edits), tuple(refused)


def _reason(edit: Edit, reasons: Mapping[str, str]) -> str | None:
    parts = edit.id.split("/")
    names = (edit.id, "/".join(parts[:2]), *parts[1:2])
    return next((reasons[name] for name in names if name in reasons), None)


def _pending(text: DraftText, draft: Draft, now: tuple[Edit, ...], terms: Mapping[str, str], origin: Origin) -> tuple[Edit, ...]:
    """What the draft would say more if its tracked changes were accepted."""
    if not has_tracked_changes(text):
        return ()
    accepted = edits_of(draft.ledger, find_items(taken(text.lines, accept=True), draft.ledger), terms, origin)
    known = {(edit.key, edit.new, edit.after) for edit in now}
    return tuple(edit for edit in accepted if (edit.key, edit.new, edit.after) not in known and edit.kind != FIGURE)
