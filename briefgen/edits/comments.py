"""The comments of a draft -> edits: ours that were answered, resolved or removed, and those that a person made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from briefgen.blocks import Comment
from briefgen.edits.changes import Origin
from briefgen.edits.draft import W
from briefgen.edits.edit import ANSWER, COMMENT, Edit
from briefgen.edits.package import Package
from briefgen.writers.docx.ledger import Ledger
from briefgen.writers.docx.slots import unify

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
RESOLVED, REMOVED = "resolved", "removed"


@dataclass(frozen=True, slots=True)
class DraftComment:
    """A comment as a draft holds it; `parent` is the number of the one it answers."""

    number: str
    author: str
    date: str
    text: str
    slot: str
    parent: str = ""
    is_done: bool = False


def read_comments(package: Package, anchors: Mapping[str, str]) -> tuple[DraftComment, ...]:
    """All comments, replies and what Word says of their state among them."""
    root = package.part("word/comments.xml")
    if root is None:
        return ()
    states = _states(package)
    numbers = {str(paragraph.get(f"{_W14}paraId")): str(comment.get(f"{W}id")) for comment in root for paragraph in comment.iter(f"{W}p")}
    comments = []
    for comment in root.iter(f"{W}comment"):
        last = [str(paragraph.get(f"{_W14}paraId")) for paragraph in comment.iter(f"{W}p")][-1:]
        parent, is_done = states.get(last[0] if last else "", ("", False))
        number = str(comment.get(f"{W}id"))
        text = "\n".join("".join(node.text or "" for node in paragraph.iter(f"{W}t")) for paragraph in comment.iter(f"{W}p"))
        author, date = str(comment.get(f"{W}author", "")), str(comment.get(f"{W}date", ""))
        comments.append(DraftComment(number, author, date, text.strip(), anchors.get(number, ""), numbers.get(parent, ""), is_done))
    return tuple(comments)


def comment_edits(ledger: Ledger, comments: tuple[DraftComment, ...], origin: Origin) -> Iterator[Edit]:
    """Answers to the comments of the ledger, and the comments that it does not know."""
    replies: dict[str, list[DraftComment]] = defaultdict(list)
    for comment in comments:
        if comment.parent:
            replies[comment.parent].append(comment)
    unknown = [comment for comment in comments if not comment.parent]
    for asked in ledger.comments:
        found = next((comment for comment in unknown if _is_same(asked, comment)), None)
        if found is None:
            yield _edit(ANSWER, asked.id, asked.code, REMOVED, origin.who, origin.when, ledger, origin)
            continue
        unknown.remove(found)
        answers = replies[found.number]
        if answers or found.is_done:
            words = "\n".join(answer.text for answer in answers) or RESOLVED
            who, when = (answers[-1].author, answers[-1].date) if answers else (origin.who, origin.when)
            yield _edit(ANSWER, asked.id, asked.code, words, who, when, ledger, origin)
    for comment in unknown:
        if comment.text:
            slot = comment.slot or (ledger.slots[0].id if ledger.slots else "")
            yield _edit(COMMENT, slot, code_of(comment.text), comment.text, comment.author, comment.date, ledger, origin)


def code_of(text: str) -> str:
    """The code of a person's comment, from its words."""
    return "comment-" + sha256(unify(text).encode()).hexdigest()[:8]


def comment_text(comment: Comment) -> str:
    """The words of a comment as a draft prints them: the reason, then the sentence."""
    return "\n".join(filter(None, (comment.text, comment.sentence)))


def _is_same(asked: Comment, comment: DraftComment) -> bool:
    is_here = not comment.slot or comment.slot == asked.id or comment.slot.startswith(f"{asked.id}/")
    return is_here and unify(comment_text(asked)) == unify(comment.text)


def _edit(kind: str, slot: str, code: str, words: str, who: str, when: str, ledger: Ledger, origin: Origin) -> Edit:
    where = next((entry.where for entry in ledger.slots if slot in (entry.id, entry.item)), "")
    return Edit(kind, slot, ledger.language, old=code, new=words, where=where, who=who, when=when, draft=origin.draft)


def _states(package: Package) -> dict[str, tuple[str, bool]]:
    """The paragraph that a comment answers, and whether it is done, by the id of its last paragraph (commentsExtended.xml)."""
    root = package.part("word/commentsExtended.xml")
    if root is None:
        return {}
    return {
        str(entry.get(f"{_W15}paraId")): (str(entry.get(f"{_W15}paraIdParent", "")), entry.get(f"{_W15}done") in ("1", "true"))
        for entry in root.iter(f"{_W15}commentEx")
    }
