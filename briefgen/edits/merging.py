"""The edits kept so far and those of a draft -> the edits to keep: each thing once, with the words it had before anybody changed it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefgen.edits.edit import CHOICE, COPY, COPY_OF, DELETE, FIGURE, INSERT, MOVE, NEW, TEXT, WRITTEN, Edit
from briefgen.writers.docx.slots import unify

_TAKEN_BACK_WHEN_EMPTY = (CHOICE, WRITTEN)


def merge_edits(kept: Iterable[Edit], new: Iterable[Edit], *, draft: str, pulled: bool = True) -> tuple[Edit, ...]:
    """What was changed in a draft and changed back before the next run is no edit: of `draft` only what is `new` stays.

    Without `pulled` the new edits are of elsewhere (another folder) and only those that are missing are added.
    """
    edits = {edit.key: edit for edit in kept if not (pulled and edit.draft == draft and edit.kind != FIGURE)}
    before = {edit.key: edit for edit in kept}
    for edit in new:
        if not pulled:
            edits.setdefault(edit.key, edit)
        elif edit.kind in (TEXT, DELETE, MOVE) and edit.id.startswith(NEW):
            _change_inserted(edits, edit)
        elif edit.kind == DELETE and edit.id.startswith(COPY_OF):
            edits.pop((COPY, edit.id, "", ""), None)
        else:
            _put(edits, edit, before.get(edit.key))
    return tuple(edits.values())


def _put(edits: dict[tuple[str, str, str, str], Edit], edit: Edit, before: Edit | None) -> None:
    if edit.kind in (TEXT, WRITTEN, CHOICE) and before is not None:
        edit = replace(edit, old=before.old)
    is_back = edit.kind == TEXT and unify(edit.new) == unify(edit.old)
    if is_back or (edit.kind in _TAKEN_BACK_WHEN_EMPTY and not edit.new):
        edits.pop(edit.key, None)
    else:
        edits[edit.key] = edit


def _change_inserted(edits: dict[tuple[str, str, str, str], Edit], edit: Edit) -> None:
    """A change of a paragraph that a person added: the addition itself is changed, moved or taken back."""
    id = "/".join(edit.id.split("/")[:2])
    key = next((key for key in edits if key[0] == INSERT and key[1] == id), None)
    if key is None:
        return
    if edit.kind == DELETE:
        del edits[key]
    elif edit.kind == MOVE:
        edits[key] = replace(edits[key], after=edit.after)
    elif edits[key].cells:
        cell = int(edit.id.split("/")[2]) if edit.id.count("/") > 1 else 0
        cells = tuple(edit.new if number == cell else words for number, words in enumerate(edits[key].cells))
        edits[key] = replace(edits[key], cells=cells, new="\n".join(filter(None, cells)), who=edit.who, when=edit.when)
    else:
        edits[key] = replace(edits[key], new=edit.new, who=edit.who, when=edit.when)
