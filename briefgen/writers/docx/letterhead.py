"""A style -> the slim Word file that a brief starts from: styles, lists, header and footer, no text.

`python -m briefgen.writers.docx.letterhead` writes the built-in ones, with `STYLE.toml LETTERHEAD.docx` one for a style of your own.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from briefgen.templating import Page, Style, load_style, templates_folder
from briefgen.writers.docx.markup import NAMESPACES, NOTHING, Xml, element, part, root, val
from briefgen.writers.docx.measures import twips
from briefgen.writers.docx.numbering import numbering_part
from briefgen.writers.docx.package import pack
from briefgen.writers.docx.places import MARKING, MARKING_BELOW, PAGE_OF, RUNNING
from briefgen.writers.docx.styles import styles_part
from briefgen.writers.docx.theme import theme_part
from briefgen.writers.docx.typeface import style_for_word
from briefgen.writers.docx.wordprocessing import content_control, field, paragraph, run, tab

BUILT_IN = ("digest", "gost", "gost-14", "govuk")

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_HYPHENS = 2  # lines on end that may close with one
_LOCALE = "en-GB"  # of the empty file; a brief sets its own
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_TYPES = {
    "word/document.xml": f"{_WORD}document.main+xml",
    "word/styles.xml": f"{_WORD}styles+xml",
    "word/settings.xml": f"{_WORD}settings+xml",
    "word/numbering.xml": f"{_WORD}numbering+xml",
    "word/fontTable.xml": f"{_WORD}fontTable+xml",
    "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "word/header1.xml": f"{_WORD}header+xml",
    "word/header2.xml": f"{_WORD}header+xml",
    "word/footer1.xml": f"{_WORD}footer+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}
_PARTS = ("styles", "settings", "numbering", "fontTable", "theme", "header1", "header2", "footer1")
_HEADER, _FIRST_HEADER, _FOOTER = "rId6", "rId7", "rId8"


def build_letterhead(style: Style) -> bytes:
    """The file for a style; the same bytes on each run."""
    style = style_for_word(style)
    return pack(
        {
            "[Content_Types].xml": part(_content_types()),
            "_rels/.rels": part(_package_relationships()),
            "docProps/app.xml": part(root("Properties", "", element("Application", None, Xml("briefgen")), default="ep")),
            "docProps/core.xml": part(root("cp:coreProperties", "", attributes={"xmlns:cp": _CORE})),
            "word/_rels/document.xml.rels": part(_document_relationships()),
            "word/document.xml": part(_document(style)),
            "word/fontTable.xml": part(_font_table(style)),
            "word/footer1.xml": part(_footer(style)),
            "word/header1.xml": part(_header(style)),
            "word/header2.xml": part(root("w:hdr", "w r", paragraph("Header"))),
            "word/numbering.xml": numbering_part(style),
            "word/settings.xml": part(_settings(style)),
            "word/styles.xml": styles_part(style, _LOCALE),
            "word/theme/theme1.xml": theme_part(style),
        }
    )


def main(arguments: Sequence[str]) -> None:
    """Writes one letterhead, or without arguments both built-in ones beside the styles."""
    pairs = [tuple(arguments)] if arguments else [(name, str(templates_folder() / "letterheads" / f"{name}.docx")) for name in BUILT_IN]
    if len(pairs[0]) != 2:
        raise SystemExit("usage: python -m briefgen.writers.docx.letterhead [STYLE.toml LETTERHEAD.docx]")
    for style, path in pairs:
        Path(path).write_bytes(build_letterhead(load_style(style)))


def _document(style: Style) -> Xml:
    page = style.page
    references = (
        element("w:headerReference", {"w:type": "default", "r:id": _HEADER}),
        element("w:headerReference", {"w:type": "first", "r:id": _FIRST_HEADER}),
        element("w:footerReference", {"w:type": "default", "r:id": _FOOTER}),
        element("w:footerReference", {"w:type": "first", "r:id": _FOOTER}),
    )
    size = element("w:pgSz", {"w:w": twips(page.width), "w:h": twips(page.height)})
    section = element("w:sectPr", None, *references, size, _margins(page), element("w:titlePg"))
    return root("w:document", "w r", element("w:body", None, section))


def _margins(page: Page) -> Xml:
    """The number's distance is from the edge of the paper to its own edge, as Word's header and footer distances are."""
    is_top = page.number == "top"
    return element(
        "w:pgMar",
        {
            "w:top": twips(page.top),
            "w:right": twips(page.right),
            "w:bottom": twips(page.bottom),
            "w:left": twips(page.left),
            "w:header": twips(page.number_distance if is_top else page.top / 2),
            "w:footer": twips(page.bottom / 2 if is_top else page.number_distance),
            "w:gutter": 0,
        },
    )


def _header(style: Style) -> Xml:
    """The page number where the style has it on top, and the marking on each page but the first, which bears it as text.
    A marking at the right stands on the number's line: a second line would reach into the text.
    """
    marking = _place(MARKING, 1)
    if style.page.number != "top":
        return root("w:hdr", "w r", paragraph("Marking", marking))
    number = (tab(), field("PAGE", "2"))
    if style.roles.marking.alignment == "right":
        return root("w:hdr", "w r", paragraph("Header", *number, tab(), marking))
    return root("w:hdr", "w r", paragraph("Header", *number), paragraph("Marking", marking))


def _footer(style: Style) -> Xml:
    """Running text and page number where the style has them at the foot, and the markings that stand there too."""
    # Without the style's space below: it would lift the footer into the text.
    flush = element("w:pPr", None, val("w:pStyle", "Marking"), element("w:spacing", {"w:after": 0}))
    marking = element("w:p", None, flush, _place(MARKING_BELOW, 4))
    if style.page.number == "top":
        return root("w:ftr", "w r", marking, paragraph("Footer"))
    return root("w:ftr", "w r", paragraph("Footer", _place(RUNNING, 2), tab(), _place(PAGE_OF, 3)), marking)


def _place(tag: str, number: int) -> Xml:
    return content_control(tag, tag, number, run(tag))


def _settings(style: Style) -> Xml:
    compatible = {"w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word", "w:val": "15"}
    hyphens = (
        element("w:autoHyphenation"),
        val("w:consecutiveHyphenLimit", _HYPHENS),
        val("w:hyphenationZone", twips(6.3)),
        element("w:doNotHyphenateCaps"),
    )
    return root(
        "w:settings",
        "w",
        element("w:zoom", {"w:percent": 100}),
        val("w:defaultTabStop", twips(12.5)),
        *(hyphens if style.hyphenation else ()),
        val("w:characterSpacingControl", "doNotCompress"),
        element("w:compat", None, element("w:doNotExpandShiftReturn"), element("w:compatSetting", compatible)),
        val("w:themeFontLang", _LOCALE),
        val("w:decimalSymbol", "."),
        val("w:listSeparator", ","),
    )


def _font_table(style: Style) -> Xml:
    family = "roman" if style.fonts.pdf == "source-serif-pro" else "swiss"
    alternates = style.fonts.word_alternates
    font = element(
        "w:font",
        {"w:name": style.fonts.word},
        val("w:altName", ",".join(alternates)) if alternates else NOTHING,
        val("w:charset", "CC"),
        val("w:family", family),
        val("w:pitch", "variable"),
    )
    return root("w:fonts", "w", font)


def _document_relationships() -> Xml:
    names = {"theme": "theme/theme1"}
    kinds = {name: name.rstrip("12") for name in _PARTS}
    return root(
        "Relationships",
        "",
        *(_relationship(f"rId{number}", kinds[name], f"{names.get(name, name)}.xml") for number, name in enumerate(_PARTS, 1)),
        default="pr",
    )


def _package_relationships() -> Xml:
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return root(
        "Relationships",
        "",
        _relationship("rId1", "officeDocument", "word/document.xml"),
        element("Relationship", {"Id": "rId2", "Type": core, "Target": "docProps/core.xml"}),
        _relationship("rId3", "extended-properties", "docProps/app.xml"),
        default="pr",
    )


def _relationship(id: str, kind: str, target: str) -> Xml:
    return element("Relationship", {"Id": id, "Type": f"{NAMESPACES['r']}/{kind}", "Target": target})


def _content_types() -> Xml:
    return root(
        "Types",
        "",
        element("Default", {"Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"}),
        element("Default", {"Extension": "xml", "ContentType": "application/xml"}),
        *(element("Override", {"PartName": f"/{name}", "ContentType": kind}) for name, kind in _TYPES.items()),
        default="ct",
    )


if __name__ == "__main__":
    main(sys.argv[1:])
