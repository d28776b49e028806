"""A list that counts from one again, in the numbering part of a letterhead, whoever saved it last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.writers.docx.numbering import restarted_list

if TYPE_CHECKING:
    from docx.document import Document


def restart_list(document: Document, style: str) -> int | None:
    """The number of a new list of the definition that a paragraph style names; None if the style names none."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    numbering = document.part.numbering_part.element
    named = document.styles.element.xpath(f'w:style[@w:styleId="{style}"]/w:pPr/w:numPr/w:numId/@w:val')
    definitions = numbering.xpath(f'w:num[@w:numId="{named[0]}"]/w:abstractNumId/@w:val') if named else []
    if not definitions:
        return None
    number = max(map(int, numbering.xpath("w:num/@w:numId"))) + 1
    last = numbering.findall(qn("w:num"))[-1]
    last.addnext(parse_xml(restarted_list(number, int(definitions[0]))))
    return number
