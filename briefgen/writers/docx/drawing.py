"""A chart in the line of text, with the words that a screen reader says of it (DrawingML, 20.4.2.8)."""

from __future__ import annotations

from briefgen.writers.docx.markup import NAMESPACES, Xml, element
from briefgen.writers.docx.measures import emu


def inline_chart(relationship: str, number: int, *, name: str, alternative: str, width: float, height: float) -> Xml:
    """A run with a chart of `width` by `height` mm."""
    chart = element("c:chart", {"xmlns:c": NAMESPACES["c"], "r:id": relationship})
    graphic = element("a:graphic", {"xmlns:a": NAMESPACES["a"]}, element("a:graphicData", {"uri": NAMESPACES["c"]}, chart))
    inline = element(
        "wp:inline",
        {"distT": 0, "distB": 0, "distL": 0, "distR": 0},
        element("wp:extent", {"cx": emu(width), "cy": emu(height)}),
        element("wp:docPr", {"id": number, "name": name, "descr": alternative}),
        element("wp:cNvGraphicFramePr"),
        graphic,
    )
    return element("w:r", None, element("w:drawing", None, inline))
