"""Drawn pages and the logical tree -> the finished file: tagged (PDF/UA-1), archival (PDF/A-2a), the same bytes each time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, OutlineItem, Pdf, String

from briefgen.blocks import Report
from briefgen.writers.pdf.attachments import Attachment, attach
from briefgen.writers.pdf.drawing import Box, Drawn, LinkArea, Mark, Point
from briefgen.writers.pdf.embedding import embed_face
from briefgen.writers.pdf.metadata import describe
from briefgen.writers.pdf.structure import Element, Leaf

_PRINTED = 4  # annotation flag (ISO 32000-1, 12.5.3)


def finish(drawn: Drawn, tree: Element, report: Report, attachments: Sequence[Attachment] = ()) -> bytes:
    """The PDF with fonts, links, structure, bookmarks and metadata."""
    with Pdf.open(BytesIO(drawn.data)) as pdf:
        pages = [page.obj for page in pdf.pages]
        _dress(pdf, pages, drawn)
        tagging = Tagging(pdf, pages, drawn, [[None] * count for count in drawn.mark_counts], _annotations(pdf, pages, drawn))
        _tag(tagging, tree)
        _bookmark(pdf, pages, drawn)
        attach(pdf, attachments, modified=report.modified)
        describe(pdf, report, part=3 if attachments else 2)
        output = BytesIO()
        pdf.save(
            output,
            deterministic_id=True,
            object_stream_mode=ObjectStreamMode.generate,
            min_version="1.7",
            compress_streams=True,
            recompress_flate=False,
        )
    return output.getvalue()


def _dress(pdf: Pdf, pages: Sequence[Object], drawn: Drawn) -> None:
    """The fonts of every page; keys that reportlab writes and PDF/A does not take are removed."""
    fonts = {f"/F{number}": embed_face(pdf, face, used) for number, (face, used) in enumerate(drawn.used.items(), 1)}
    resources = pdf.make_indirect(Dictionary(Font=Dictionary(fonts)))
    for number, page in enumerate(pages):
        page["/Resources"] = resources
        page["/StructParents"] = number
        page["/Tabs"] = Name.S
        for key in ("/Trans", "/Rotate"):
            if key in page:
                del page[key]
    for key in ("/PageMode", "/Outlines"):
        if key in pdf.Root:
            del pdf.Root[key]


def _annotations(pdf: Pdf, pages: Sequence[Object], drawn: Drawn) -> dict[Element, list[tuple[int, Object]]]:
    """A link annotation for each area, by the Link element that owns it."""
    found: dict[Element, list[tuple[int, Object]]] = {}
    lists: dict[int, list[Object]] = {}
    for area in drawn.areas:
        annotation = pdf.make_indirect(_annotation(area, pages, drawn.anchors))
        lists.setdefault(area.page, []).append(annotation)
        found.setdefault(area.jump.element, []).append((area.page, annotation))
    for number, entries in lists.items():
        pages[number]["/Annots"] = Array(entries)
    return found


def _annotation(area: LinkArea, pages: Sequence[Object], anchors: Mapping[str, Point]) -> Dictionary:
    annotation = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=_array(area.box),
        Border=Array([0, 0, 0]),
        F=_PRINTED,
        Contents=String(area.jump.contents),
    )
    if area.jump.address:
        annotation["/A"] = Dictionary(S=Name.URI, URI=String(area.jump.address))
    else:
        annotation["/Dest"] = _destination(anchors[area.jump.anchor], pages)
    return annotation


def _destination(point: Point, pages: Sequence[Object]) -> Array:
    return Array([pages[point.page], Name.XYZ, round(point.x, 2), round(point.y, 2), 0])


def _array(box: Box) -> Array:
    return Array([round(value, 2) for value in box])


@dataclass(frozen=True, slots=True)
class Tagging:
    """What grows while the tree is written: for each page the owners of its marks, for each annotation its Link."""

    pdf: Pdf
    pages: Sequence[Object]
    drawn: Drawn
    owners: list[list[Object | None]]
    annotations: Mapping[Element, list[tuple[int, Object]]]
    links: list[Object] = field(default_factory=list)


def _tag(tagging: Tagging, tree: Element) -> None:
    """StructTreeRoot and ParentTree: pages first, then annotations, keys ascending (ISO 32000-1, 14.7)."""
    pdf = tagging.pdf
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    root["/K"] = _structure(tree, root, tagging)
    numbers: list[int | Object] = []
    for number, owners in enumerate(tagging.owners):
        numbers += [number, pdf.make_indirect(Array(owners))]
    for number, link in enumerate(tagging.links, len(tagging.pages)):
        numbers += [number, link]
    root["/ParentTree"] = pdf.make_indirect(Dictionary(Nums=Array(numbers)))
    root["/ParentTreeNextKey"] = len(tagging.pages) + len(tagging.links)
    pdf.Root["/StructTreeRoot"] = root
    pdf.Root["/MarkInfo"] = Dictionary(Marked=True)


def _structure(element: Element, parent: Object, tagging: Tagging) -> Object:
    """The element with its kids: elements, marks on pages, annotations."""
    entry = tagging.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + element.tag), P=parent))
    _describe(element, entry, tagging)
    kids: list[int | Object] = []
    for kid in element.kids:
        if isinstance(kid, Leaf):
            kids += [_mark(mark, entry, tagging) for mark in tagging.drawn.marks.get(kid, ())]
        else:
            kids.append(_structure(kid, entry, tagging))
    for number, annotation in tagging.annotations.get(element, ()):
        kids.append(Dictionary(Type=Name.OBJR, Obj=annotation, Pg=tagging.pages[number]))
        annotation["/StructParent"] = len(tagging.pages) + len(tagging.links)
        tagging.links.append(entry)
    if kids:
        entry["/K"] = kids[0] if len(kids) == 1 else Array(kids)
    return entry


def _mark(mark: Mark, entry: Object, tagging: Tagging) -> int | Dictionary:
    """A mark's number, on the page of the element's first mark; on a later page a reference."""
    tagging.owners[mark.page][mark.number] = entry
    page = tagging.pages[mark.page]
    if "/Pg" not in entry:
        entry["/Pg"] = page
    if entry["/Pg"].objgen == page.objgen:
        return mark.number
    return Dictionary(Type=Name.MCR, Pg=page, MCID=mark.number)


def _describe(element: Element, entry: Object, tagging: Tagging) -> None:
    """Alternative text, language, and the attribute objects of tables, lists and figures (14.8.5)."""
    for key, text in (("/Alt", element.alternative), ("/Lang", element.language)):
        if text:
            entry[key] = String(text)
    if element.scope:
        entry["/A"] = Dictionary(O=Name.Table, Scope=Name("/" + element.scope))
    elif element.numbering:
        entry["/A"] = Dictionary(O=Name.List, ListNumbering=Name("/" + element.numbering))
    elif element in tagging.drawn.boxes:
        entry["/A"] = Dictionary(O=Name.Layout, BBox=_array(tagging.drawn.boxes[element]), Placement=Name.Block)
    elif element.tag == "Table" and element.summary:
        entry["/A"] = Dictionary(O=Name.Table, Summary=String(element.summary))
    if element.tag == "L" and element.summary:
        entry["/T"] = String(element.summary)


def _bookmark(pdf: Pdf, pages: Sequence[Object], drawn: Drawn) -> None:
    """The outline: the headings, nested by level."""
    if not drawn.bookmarks:
        return
    with pdf.open_outline() as outline:
        parents: list[tuple[int, list[OutlineItem]]] = [(0, outline.root)]
        for bookmark, point in drawn.bookmarks:
            while parents[-1][0] >= bookmark.level:
                parents.pop()
            item = OutlineItem(bookmark.title, _destination(point, pages))
            parents[-1][1].append(item)
            parents.append((bookmark.level, item.children))
    pdf.Root["/PageMode"] = Name.UseOutlines
