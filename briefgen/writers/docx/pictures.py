"""A QR code -> a picture beside the title (DrawingML, 20.4.2.3 and 20.2): a PNG of one bit a pixel, so that no module is blurred."""

from __future__ import annotations

import struct
import zlib

from briefgen.blocks import Code
from briefgen.writers.docx.markup import NAMESPACES, Xml, element, text
from briefgen.writers.docx.measures import emu

MODULE = 0.42  # mm, as in the PDF
_BELOW = 2.0  # mm below the top of the title's paragraph, whose white above LibreOffice counts in
_PIXELS = 8  # of a module's side
_QUIET = 4  # modules of white around a code (ISO/IEC 18004)


def code_png(code: Code) -> bytes:
    """The modules of a code as a PNG (ISO/IEC 15948) without the white around them."""
    side = len(code.rows) * _PIXELS
    lines = bytearray()
    for row in code.rows:
        bits = "".join(("0" if module == "1" else "1") * _PIXELS for module in row)
        line = int(bits, 2).to_bytes(side // 8, "big")
        lines += (b"\0" + line) * _PIXELS
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    chunks = (_chunk(b"IHDR", header), _chunk(b"IDAT", zlib.compress(bytes(lines), 9)), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def picture_at_right(code: Code, relationship: str, number: int) -> Xml:
    """A run with the code at the right margin, near the top of the paragraph; the words keep clear of it."""
    side, clear = emu(len(code.rows) * MODULE), emu(_QUIET * MODULE)
    anchor = element(
        "wp:anchor",
        {"distT": 0, "distB": 0, "distL": clear, "distR": 0, "simplePos": 0, "relativeHeight": 1, "behindDoc": 0, "locked": 0}
        | {"layoutInCell": 1, "allowOverlap": 0},
        element("wp:simplePos", {"x": 0, "y": 0}),
        element("wp:positionH", {"relativeFrom": "margin"}, element("wp:align", None, text("right"))),
        element("wp:positionV", {"relativeFrom": "paragraph"}, element("wp:posOffset", None, text(str(emu(_BELOW))))),
        element("wp:extent", {"cx": side, "cy": side}),
        element("wp:wrapSquare", {"wrapText": "left"}),
        element("wp:docPr", {"id": number, "name": "qr-code", "descr": code.alternative}),
        element("wp:cNvGraphicFramePr"),
        _graphic(relationship, side),
    )
    return element("w:r", None, element("w:drawing", None, anchor))


def _graphic(relationship: str, side: int) -> Xml:
    picture = element(
        "pic:pic",
        {"xmlns:pic": NAMESPACES["pic"]},
        element("pic:nvPicPr", None, element("pic:cNvPr", {"id": 0, "name": "qr-code"}), element("pic:cNvPicPr")),
        element("pic:blipFill", None, element("a:blip", {"r:embed": relationship}), element("a:stretch", None, element("a:fillRect"))),
        element(
            "pic:spPr",
            None,
            element("a:xfrm", None, element("a:off", {"x": 0, "y": 0}), element("a:ext", {"cx": side, "cy": side})),
            element("a:prstGeom", {"prst": "rect"}, element("a:avLst")),
        ),
    )
    return element("a:graphic", {"xmlns:a": NAMESPACES["a"]}, element("a:graphicData", {"uri": NAMESPACES["pic"]}, picture))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
