"""Comments on items -> the comments part of a document, and the marks of what each is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.blocks import Comment, Report
from briefgen.writers.docx.markup import Xml, element, part, root
from briefgen.writers.docx.wordprocessing import paragraph, run

if TYPE_CHECKING:
    from briefgen.writers.docx.draft import Draft

AUTHOR, INITIALS = "briefgen", "bg"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_MIDNIGHT = "T00:00:00Z"
_STYLE = element("w:rPr", None, element("w:rStyle", {"w:val": "CommentReference"}))
_SIGN = element("w:r", None, _STYLE, element("w:annotationRef"))


def under_comment(number: int, content: Xml) -> Xml:
    """Content that a comment is about, and behind it the mark by which Word finds the comment."""
    mark = f'<w:r>{_STYLE}<w:commentReference w:id="{number}"/></w:r>'
    return Xml(f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>{mark}')


def add_comments(report: Report, draft: Draft) -> None:
    """The part with all comments that were written, in their order; none where there are none."""
    if not draft.comments:
        return
    comments = (_comment(number, comment, report, draft) for number, comment in enumerate(draft.comments))
    draft.parts.add("comments.xml", _COMMENTS, part(root("w:comments", "w", *comments)), "comments")


def _comment(number: int, comment: Comment, report: Report, draft: Draft) -> Xml:
    """The reason, and below it the sentence of the source; its date is the brief's, unless a person made it."""
    locale = draft.locale
    parts = ((comment.text, locale), (comment.sentence, draft.locale_of(comment.language) if comment.language else locale))
    lines = [(line, language) for words, language in parts for line in words.split("\n") if line]
    paragraphs = (
        paragraph("CommentText", *((_SIGN,) if not index else ()), run(line, locale=language))
        for index, (line, language) in enumerate(lines)
    )
    attributes: dict[str, str | int | None] = {
        "w:id": number,
        "w:author": comment.author or AUTHOR,
        "w:date": comment.date or report.modified + _MIDNIGHT,
        "w:initials": INITIALS if not comment.author else "".join(word[0] for word in comment.author.split())[:3],
    }
    return element("w:comment", attributes, *paragraphs)
