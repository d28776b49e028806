"""A style -> the theme part that Word asks for: its four colours and its one typeface; nothing of the text refers to it."""

from __future__ import annotations

from briefgen.templating import Style
from briefgen.writers.docx.markup import Xml, element, part, plain_val, root

# The ten other colours that a theme must name follow the style's own four (DrawingML, 20.1.6.2).
_ACCENTS = tuple(f"a:accent{number}" for number in range(1, 7))


def theme_part(style: Style) -> bytes:
    """The bytes of theme1.xml."""
    elements = element("a:themeElements", None, _colours(style), _fonts(style), _formats())
    return part(root("a:theme", "a", elements, attributes={"name": style.name}))


def _colours(style: Style) -> Xml:
    values = {"a:dk1": style.colours.text, "a:lt1": "#ffffff", "a:dk2": style.colours.secondary, "a:lt2": "#ffffff"}
    values |= dict.fromkeys((*_ACCENTS, "a:hlink", "a:folHlink"), style.colours.accent)
    colours = (element(name, None, plain_val("a:srgbClr", value[1:].upper())) for name, value in values.items())
    return element("a:clrScheme", {"name": style.name}, *colours)


def _fonts(style: Style) -> Xml:
    faces = (
        element("a:latin", {"typeface": style.fonts.word}),
        element("a:ea", {"typeface": ""}),
        element("a:cs", {"typeface": ""}),
    )
    return element("a:fontScheme", {"name": style.name}, element("a:majorFont", None, *faces), element("a:minorFont", None, *faces))


def _formats() -> Xml:
    """Three plain fills, lines, effects and backgrounds: the least that the schema takes."""
    fill = element("a:solidFill", None, plain_val("a:schemeClr", "phClr"))
    line = element("a:ln", {"w": 9525}, fill)
    effect = element("a:effectStyle", None, element("a:effectLst"))
    return element(
        "a:fmtScheme",
        {"name": "plain"},
        element("a:fillStyleLst", None, fill, fill, fill),
        element("a:lnStyleLst", None, line, line, line),
        element("a:effectStyleLst", None, effect, effect, effect),
        element("a:bgFillStyleLst", None, fill, fill, fill),
    )
