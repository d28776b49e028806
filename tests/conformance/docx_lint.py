"""A DOCX -> the faults that neither the schemas nor the auditors see: numbers given twice, pairs left open, names that lead nowhere."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

from tests.writers.docx.opened import find, parts, values, words

_WORD = ("word/document.xml", "word/header1.xml", "word/header2.xml", "word/footer1.xml")


def lint(docx: bytes) -> list[str]:
    """Faults in words; none for a sound file."""
    content = parts(docx)
    document = etree.fromstring(content["word/document.xml"])
    styles = etree.fromstring(content["word/styles.xml"])
    numbering = etree.fromstring(content["word/numbering.xml"])
    margins = [etree.fromstring(content[name]) for name in _WORD[1:] if name in content]
    styles_known = values(styles, "w:style/@w:styleId")
    lists_known = values(numbering, "w:num/@w:numId")
    return [
        *_repeated("bookmark id", values(document, ".//w:bookmarkStart/@w:id")),
        *_repeated("bookmark name", [name.lower() for name in values(document, ".//w:bookmarkStart/@w:name")]),
        *_repeated("control id", values(document, ".//w:sdtPr/w:id/@w:val")),
        *_repeated("drawing id", values(document, ".//wp:docPr/@id")),
        *_repeated("style id", styles_known),
        *_repeated("list id", lists_known),
        *_unpaired(document),
        *_comments(document, content),
        *(fault for part in (document, *margins) for fault in _open_fields(part)),
        *_dangling("style", values(document, ".//w:pStyle/@w:val | .//w:rStyle/@w:val | .//w:tblStyle/@w:val"), styles_known),
        *_dangling("base style", values(styles, ".//w:basedOn/@w:val | .//w:next/@w:val"), styles_known),
        *_dangling("list", values(document, ".//w:numId/@w:val") + values(styles, ".//w:numId/@w:val"), lists_known),
        *_dangling("definition", values(numbering, ".//w:num/w:abstractNumId/@w:val"), values(numbering, "w:abstractNum/@w:abstractNumId")),
        *_dangling("link", values(document, ".//w:hyperlink/@w:anchor"), values(document, ".//w:bookmarkStart/@w:name")),
        *_relationships(content),
        *_accessibility(document),
    ]


def _repeated(what: str, found: Iterable[str]) -> Iterator[str]:
    yield from (f"{what} {value} is given {count} times" for value, count in Counter(found).items() if count > 1)


def _dangling(what: str, used: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    yield from (f"{what} {value} does not exist" for value in sorted(set(used) - set(known)))


def _unpaired(document: etree._Element) -> Iterator[str]:
    starts, stops = values(document, ".//w:bookmarkStart/@w:id"), values(document, ".//w:bookmarkEnd/@w:id")
    yield from (f"bookmark {number} is not closed" for number in sorted(set(starts) - set(stops)))
    yield from (f"bookmark {number} is not opened" for number in sorted(set(stops) - set(starts)))


def _comments(document: etree._Element, content: dict[str, bytes]) -> Iterator[str]:
    """Each comment has a beginning, an end and a mark in the text, once each; and each of these has a comment."""
    written = values(etree.fromstring(content["word/comments.xml"]), "w:comment/@w:id") if "word/comments.xml" in content else []
    yield from _repeated("comment", written)
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        marks = values(document, f".//w:{name}/@w:id")
        yield from _repeated(name, marks)
        yield from (f"comment {number} has no {name}" for number in sorted(set(written) - set(marks)))
        yield from (f"{name} {number} has no comment" for number in sorted(set(marks) - set(written)))


def _open_fields(part: etree._Element) -> Iterator[str]:
    depth = 0
    for kind in values(part, ".//w:fldChar/@w:fldCharType"):
        depth += {"begin": 1, "separate": 0, "end": -1}[kind]
        if depth < 0:
            yield "a field ends that did not begin"
    if depth > 0:
        yield "a field does not end"


def _relationships(content: dict[str, bytes]) -> Iterator[str]:
    relations = etree.fromstring(content["word/_rels/document.xml.rels"])
    used = values(etree.fromstring(content["word/document.xml"]), ".//@r:id")
    yield from _dangling("relationship", used, values(relations, ".//@Id"))
    for target in values(relations, ".//pr:Relationship[not(@TargetMode)]/@Target"):
        if posixpath.normpath(f"word/{target}") not in content:
            yield f"part {target} does not exist"


def _accessibility(document: etree._Element) -> Iterator[str]:
    """What Word's accessibility checker reports: no words for a table or a drawing, cells merged, blank paragraphs."""
    yield from ("a drawing has no alternative text" for _ in find(document, ".//wp:docPr[not(normalize-space(@descr))]"))
    yield from ("a table has no description" for _ in find(document, ".//w:tblPr[not(w:tblDescription)]"))
    headed = find(document, ".//w:tbl[w:tblPr/w:tblLook/@w:firstRow='1']")
    yield from ("a table has no head row" for table in headed if not find(table, "w:tr[1]/w:trPr/w:tblHeader"))
    yield from ("cells are merged" for _ in find(document, ".//w:gridSpan | .//w:vMerge | .//w:hMerge"))
    yield from ("a table lies in a table" for _ in find(document, ".//w:tbl//w:tbl"))
    blank = [found for found in find(document, ".//w:body//w:p") if not words(found).strip() and not find(found, ".//w:drawing")]
    yield from ("a paragraph is blank" for _ in blank)
