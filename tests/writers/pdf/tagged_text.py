"""A tagged PDF -> what a screen reader would say: the text of each structure element, in the order of the tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf


@dataclass(frozen=True)
class Said:
    """An element's tag and its text, with that of the links and foreign words in it."""

    tag: str
    text: str


def tagged_text(data: bytes) -> list[Said]:
    """The walk over the whole tree; cut words are joined."""
    with pikepdf.open(BytesIO(data)) as pdf:
        texts = {page.obj.objgen: _marked(page) for page in pdf.pages}
        return list(_walk(pdf.Root.StructTreeRoot.K, texts))


def untagged_text(data: bytes) -> list[str]:
    """The text of the artifacts, page by page."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return [_marked(page).get(None, "") for page in pdf.pages]


INLINE = ("/Link", "/Span")


def _walk(element: Any, texts: dict[Any, dict[int | None, str]]) -> Iterator[Said]:
    """The element's own text first, links and foreign words in their places; then the elements below it."""
    own, below = "", []
    for kid in _kids(element):
        text = _text(kid, element, texts)
        if text is None:
            below += _walk(kid, texts)
        else:
            own += text
    if own:
        yield Said(str(element.S)[1:], own.replace("\u00ad", ""))
    yield from below


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _text(kid: Any, parent: Any, texts: dict[Any, dict[int | None, str]]) -> str | None:
    """Text of a mark or of an inline element; None of another element."""
    if isinstance(kid, int):
        return texts[parent.Pg.objgen][kid]
    if kid.get("/Type") == "/MCR":
        return texts[kid.Pg.objgen][int(kid.MCID)]
    if kid.get("/Type") == "/OBJR":
        return ""
    if kid.get("/S") not in INLINE:
        return None
    return "".join(_text(inner, kid, texts) or "" for inner in _kids(kid))


def _marked(page: pikepdf.Page) -> dict[int | None, str]:
    """Text by MCID; what is in no structure is under None."""
    found: dict[int | None, str] = {}
    open_marks: list[int | None] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                properties = operands[1]
                open_marks.append(int(properties.MCID) if "/MCID" in properties else None)
                found.setdefault(open_marks[-1], "")
            case "EMC":
                open_marks.pop()
            case "TJ":
                text = b"".join(bytes(part) for part in operands[0] if isinstance(part, pikepdf.String)).decode("utf-16-be")
                found[open_marks[-1]] += text
    return found
