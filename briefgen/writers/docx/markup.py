"""Names, attributes and text -> well-formed XML strings; the only place of the package that writes an angle bracket."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    Xml = NewType("Xml", str)
else:
    Xml = str  # the same at half the cost of a call, of which a document takes thousands

NOTHING = Xml("")
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "pr": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "cp": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
    "vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
}
_PROLOGUE = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# What XML 1.0 (production 2, Char) does not allow, and lone surrogates, which UTF-8 cannot hold. U+FFFE and U+FFFF are no characters.
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
_FORBIDDEN = re.compile(f"[{_CONTROLS}]")
_SPECIAL = re.compile(f'[&<>"\t\n\r{_CONTROLS}]')
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\t": " ", "\n": " ", "\r": " "})
_ATTRIBUTE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": " ", "\n": " ", "\r": " "})

Attributes = Mapping[str, str | int | None]


def printable(words: str) -> str:
    """Words without the characters that no XML document can hold."""
    return _FORBIDDEN.sub("", words)


def text(words: str) -> Xml:
    """Words as character data: control characters are dropped, tabs and line ends become spaces (a LineBreak is a run's own element)."""
    return Xml(printable(words).translate(_TEXT)) if _SPECIAL.search(words) else words  # type: ignore[return-value]


def text_from(xml: str) -> str:
    """The words of character data that `text` made.

    >>> text_from("R&amp;amp;D &lt;1")
    'R&amp;D <1'
    """
    return xml.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")


def long_text(words: str) -> Xml:
    """The same for text without tabs and line ends, many times as fast where it is long."""
    return Xml(printable(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def element(name: str, attributes: Attributes | None = None, *children: Xml) -> Xml:
    """An element; an attribute that is None is left out."""
    start = name
    if attributes:
        for key, value in attributes.items():
            if value is not None:
                start += f' {key}="{value if value.__class__ is int else attribute(value)}"'
    inner = "".join(children)
    return f"<{start}>{inner}</{name}>" if inner else f"<{start}/>"  # type: ignore[return-value]  # a cast costs a call


def val(name: str, value: str | int) -> Xml:
    """An element with one `val` attribute of its own namespace, the commonest shape in OOXML."""
    return Xml(f'<{name} {name.partition(":")[0]}:val="{attribute(value)}"/>')


def plain_val(name: str, value: str | int) -> Xml:
    """The same with the attribute in no namespace, as DrawingML has it."""
    return Xml(f'<{name} val="{attribute(value)}"/>')


def join(parts: Iterable[Xml]) -> Xml:
    """Parts one after another."""
    return Xml("".join(parts))


def root(name: str, prefixes: str, *children: Xml, attributes: Attributes | None = None, default: str = "") -> Xml:
    """A root element that declares the namespaces of `prefixes` (space-separated), and `default` as the default one."""
    declared: dict[str, str | int | None] = {"xmlns": NAMESPACES[default]} if default else {}
    declared |= {f"xmlns:{prefix}": NAMESPACES[prefix] for prefix in prefixes.split()}
    return element(name, declared | dict(attributes or {}), *children)


def part(*pieces: Xml) -> bytes:
    """The bytes of a part in pieces."""
    return b"".join([_PROLOGUE, *(piece.encode() for piece in pieces)])


def attribute(value: str | int) -> str:
    """A value as an attribute in double quotation marks holds it."""
    if isinstance(value, int):
        return str(value)
    return printable(value).translate(_ATTRIBUTE) if _SPECIAL.search(value) else value
