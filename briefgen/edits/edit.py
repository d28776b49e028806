"""Edit: one change that a person made to a brief, by the id of the item or slot it was made to."""

from __future__ import annotations

from dataclasses import dataclass

TEXT = "text"  # other words in a slot, in one language
DELETE = "delete"  # an item left out, in both languages
MOVE = "move"  # an item elsewhere: behind `after`, else before `before`; in both languages
INSERT = "insert"  # a new paragraph behind `after`, in one language
COPY = "copy"  # an item pasted a second time behind `after`
CHOICE = "choice"  # a term chosen from a list, by its key; in both languages
WRITTEN = "written"  # a person's words in a labelled control, in one language
FIGURE = "figure"  # a figure of a source corrected by hand; in both languages
ANSWER = "answer"  # a comment of ours that was answered, resolved or removed: it is not made again
COMMENT = "comment"  # a comment of a person's own
COPY_OF, NEW = "copy/", "new/"  # what the ids of pasted and of new items begin with
KINDS = (TEXT, DELETE, MOVE, INSERT, COPY, CHOICE, WRITTEN, FIGURE, ANSWER, COMMENT)


@dataclass(frozen=True, slots=True)
class Edit:
    """A change. `id` names a slot (text, choice, written), an item (delete, move, insert, copy), a fact (figure) or a comment's item.

    `old` and `new` are words as printed (a choice: keys). `draft` is the number of the draft it was made in, `who` and `when` are from
    the document. `role` item: a new paragraph is an item of the list it stands in; `cells`: it is a row. A change of a source's words
    has `confirmed` and its `reason`; a figure its `value`, `upper`, `unit`, `qualifier`.
    """

    kind: str
    id: str
    language: str = ""
    old: str = ""
    new: str = ""
    after: str = ""
    before: str = ""
    where: str = ""
    who: str = ""
    when: str = ""
    draft: str = ""
    confirmed: bool = False
    reason: str = ""
    value: str = ""
    upper: str = ""
    unit: str = ""
    qualifier: str = ""
    cells: tuple[str, ...] = ()
    role: str = ""

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What a later edit of the same thing replaces."""
        own = self.language if self.kind in (TEXT, WRITTEN, INSERT, ANSWER, COMMENT) else ""
        return self.kind, self.id, own, self.old if self.kind in (ANSWER, COMMENT) else ""
