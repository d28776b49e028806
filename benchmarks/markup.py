"""A Report -> the same content for typesetters that are compared with ours: HTML for WeasyPrint, markup for typst."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape

from briefgen.blocks import (
    Block,
    Chart,
    Choice,
    Citations,
    Figure,
    Foreign,
    Heading,
    Inline,
    LineBreak,
    Link,
    Listing,
    Mark,
    PageBreak,
    Paragraph,
    Reference,
    Report,
    Row,
    Strong,
    Table,
    Text,
    Timeline,
)

_CSS = """@page { size: A4; margin: 20mm 10mm 20mm 20mm; @top-center { content: counter(page) } }
body { font: 12pt/1.23 "Source Serif Pro"; } table { width: 100%; border-collapse: collapse; font-size: 10pt; }
th, td { text-align: left; vertical-align: top; border-bottom: 0.3pt solid #888; padding: 1mm; } p { margin: 1mm 0; hyphens: auto; }
h1, h2, h3 { font-size: 12.5pt; margin: 4mm 0 2mm; } tr { break-inside: avoid; } .new { break-before: page; }
.bar { background: #1b3a63; height: 3mm; } mark, small { background: none; color: #4a4a4a; font-size: 9pt; }"""

_TYPST = """#set document(title: [{title}])
#set page(paper: "a4", margin: (left: 20mm, right: 10mm, top: 20mm, bottom: 20mm), numbering: "1", number-align: top + center)
#set text(font: "Source Serif Pro", size: 12pt, lang: "{language}", hyphenate: true)
#set par(justify: true)
#set table(stroke: (bottom: 0.3pt + gray), inset: 1.2mm, align: left)
#show table: set text(size: 10pt)
#show table: set par(justify: false)
"""


def to_html(report: Report) -> str:
    """A page of HTML with head, headings, tables with heads, lists and bars."""
    head = report.head
    body = [f"<p>{escape(head.date)} {escape(head.number)}</p><p><b>{escape(head.title)}</b></p><p>{_html(head.basis)}</p>"]
    new = ""
    for block in report.blocks:
        if isinstance(block, PageBreak):
            new = ' class="new"'
            continue
        body.append(_html_block(block, new))
        new = ""
    title = f"<title>{escape(head.title)}</title>"
    return f'<html lang="{report.language}"><head>{title}<style>{_CSS}</style></head><body>{"".join(body)}</body></html>'


def to_typst(report: Report) -> str:
    """A source text of typst with the same parts."""
    head = report.head
    parts = [_TYPST.format(title=_safe(head.title), language=report.language)]
    parts.append(f"{_safe(head.date)} #h(1fr) {_safe(head.number)}\n\n*{_safe(head.title)}*\n\n{_typst(head.basis)}\n")
    parts += [_typst_block(block) for block in report.blocks]
    return "\n".join(parts)


def _html_block(block: Block, new: str) -> str:
    match block:
        case Heading(level=level):
            return f'<h{level}{new} id="{block.anchor}">{escape(f"{block.number} {block.text}")}</h{level}>'
        case Paragraph():
            return f"<p>{_html(block.inlines)}</p>"
        case Listing():
            return "<ol>" + "".join(f'<li id="{item.anchor}">{_html(item.inlines)}</li>' for item in block.items) + "</ol>"
        case Table():
            heads = "".join(f"<th>{escape(column.head)}</th>" for column in block.columns)
            rows = "".join(f'<tr id="{row.anchor}">' + _cells(row, "<td>{}</td>", _html) + "</tr>" for row in block.rows)
            return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        case Chart():
            bars = [
                f"<p>{escape(bar.label)} <b>{escape(bar.value_text)}</b></p>"
                f'<div class="bar" style="width: {_part(bar.value, panel.bars)}%"></div>'
                for panel in block.panels
                for bar in panel.bars
            ]
            return "".join(bars) + f"<p>{_html(block.note)}</p>"
        case Timeline():
            rows = "".join(f"<tr><td>{escape(moment.date)}</td><td>{_html(moment.inlines)}</td></tr>" for moment in block.moments)
            return f"<table>{rows}</table>"
        case _:
            return ""


def _typst_block(block: Block) -> str:
    match block:
        case Heading(level=level):
            return f"{'=' * level} {_safe(f'{block.number} {block.text}')} <{block.anchor}>\n"
        case Paragraph():
            return _typst(block.inlines) + "\n"
        case Listing():
            return "\n".join(f"+ {_typst(item.inlines)}{_label(item.anchor)}" for item in block.items) + "\n"
        case Table():
            heads = "".join(f"[*{_safe(column.head)}*], " for column in block.columns)
            widths = ", ".join("1fr" if number else "auto" for number in range(len(block.columns)))
            rows = "\n".join(_typst_row(row) for row in block.rows)
            return f"#table(columns: ({widths}), table.header({heads}),\n{rows}\n)\n"
        case Chart():
            bars = [
                f"{_safe(bar.label)} *{_safe(bar.value_text)}*\n\n"
                f"#rect(width: {_part(bar.value, panel.bars) * 0.6}mm, height: 3mm, fill: navy)\n"
                for panel in block.panels
                for bar in panel.bars
            ]
            return "\n".join(bars) + _typst(block.note) + "\n"
        case Timeline():
            rows = "\n".join(f"[{_safe(moment.date)}], [{_typst(moment.inlines)}]," for moment in block.moments)
            return f"#table(columns: (auto, 1fr),\n{rows}\n)\n"
        case PageBreak():
            return "#pagebreak()\n"
        case _:
            return ""


def _typst_row(row: Row) -> str:
    first, *rest = (_typst(cell) for cell in row.cells)
    return f"[{first}{_label(row.anchor)}], " + " ".join(f"[{cell}]," for cell in rest)


def _label(anchor: str) -> str:
    return f" #metadata(none) <{anchor}>" if anchor else ""


def _cells(row: Row, pattern: str, inlines: Callable[[Iterable[Inline]], str]) -> str:
    return "".join(pattern.format(inlines(cell)) for cell in row.cells)


def _part(value: object, bars: Iterable[object]) -> float:
    most = max(float(bar.value) for bar in bars)  # type: ignore[attr-defined]
    return round(100 * float(value) / most, 1)  # type: ignore[arg-type]


def _html(inlines: Iterable[Inline]) -> str:
    return "".join(_html_inline(inline) for inline in inlines)


def _html_inline(inline: Inline) -> str:
    match inline:
        case Text(text) | Choice(text=text) | Reference(text=text):
            return escape(text)
        case Strong(text):
            return f"<b>{escape(text)}</b>"
        case Mark(text):
            return f"<small>{escape(text)}</small>"
        case Foreign(text, language):
            return f'<span lang="{language}">{escape(text)}</span>'
        case LineBreak():
            return "<br>"
        case Figure():
            return f"{escape(inline.qualifier)}<b>{escape(inline.integer + inline.fraction)}</b>"
        case Citations(items):
            return "<small>[" + "; ".join(f'<a href="#{item.target}">{item.text}</a>' for item in items) + "]</small>"
        case Link(text, target):
            return f'<a href="{escape(target)}">{escape(text)}</a>' if not target.startswith("#c-") else escape(text)


def _typst(inlines: Iterable[Inline]) -> str:
    return "".join(_typst_inline(inline) for inline in inlines)


def _typst_inline(inline: Inline) -> str:
    match inline:
        case Text(text) | Choice(text=text) | Reference(text=text):
            return _safe(text)
        case Strong(text):
            return f"#strong[{_safe(text)}]"
        case Mark(text):
            return f"#text(size: 9pt, fill: gray)[{_safe(text)}]"
        case Foreign(text, language):
            return f'#text(lang: "{language}")[{_safe(text)}]'
        case LineBreak():
            return " \\ "
        case Figure():
            return f"{_safe(inline.qualifier)}#strong[{_safe(inline.integer + inline.fraction)}]"
        case Citations(items):
            return "\\[" + "; ".join(f"#link(<{item.target}>)[{item.text}]" for item in items) + "\\]"
        case Link(text, target):
            return f'#link("{target}")[{_safe(text)}]' if not target.startswith("#") else _safe(text)


def _safe(text: str) -> str:
    """Signs that mean something to typst, escaped."""
    return re.sub(r"([\\#$*_`<>@\[\]=~/+-])", r"\\\1", text)
