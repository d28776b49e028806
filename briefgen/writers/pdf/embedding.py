"""A face and the characters used of it -> an embedded font whose character codes are Unicode's own."""

from __future__ import annotations

import hashlib
import itertools
import struct
from collections.abc import Iterable, Iterator

import uharfbuzz
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from briefgen.writers.pdf.faces import Face

# Tables that a PDF reader does not ask for (ISO 32000-1, 9.9, table 126): layout, names, metadata.
_DROPPED = ("GPOS", "GSUB", "GDEF", "DSIG", "OS/2", "post", "name", "FFTM", "kern", "BASE", "meta")
_SYMBOLIC = 4


def embed_face(pdf: Pdf, face: Face, characters: Iterable[str]) -> Object:
    """A composite font (ISO 32000-1, 9.7): code = Unicode number, mapped to the glyphs of a subset."""
    codes = sorted(map(ord, characters))
    data = _subset(face, codes)
    name = Name(f"/{_tag(data)}+{face.path.stem}")
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=_descriptor(pdf, face, name, data),
        DW=1000,
        W=Array(list(_widths(face, codes))),
        CIDToGIDMap=pdf.make_stream(_glyph_map(data, codes)),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_stream(_to_unicode(codes)),
        )
    )


def _subset(face: Face, codes: Iterable[int]) -> bytes:
    """The glyphs of the codes and .notdef, without hints and layout tables."""
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(codes)
    wanted.unicode_set.add(ord("-"))
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
    wanted.drop_table_tag_set.update(int.from_bytes(table.ljust(4).encode("ascii"), "big") for table in _DROPPED)
    data: bytes = uharfbuzz.subset(face.font.face, wanted).blob.data
    return data


def _tag(data: bytes) -> str:
    """Six capitals that tell this subset from another (ISO 32000-1, 9.6.4)."""
    return "".join(chr(65 + byte % 26) for byte in hashlib.sha256(data).digest()[:6])


def _glyph_map(data: bytes, codes: Iterable[int]) -> bytes:
    """CIDToGIDMap: for each code up to the last the glyph in the subset, as two bytes."""
    font = uharfbuzz.Font(uharfbuzz.Face(data))
    hyphen = font.get_nominal_glyph(ord("-"))
    codes = list(codes)
    glyphs = [0] * (max(codes) + 1)
    for code in codes:
        glyphs[code] = font.get_nominal_glyph(code) or hyphen
    return struct.pack(f">{len(glyphs)}H", *glyphs)


def _widths(face: Face, codes: Iterable[int]) -> Iterator[int | Array]:
    """The W array: runs of neighbouring codes with their advances (9.7.4.3)."""
    for _, group in itertools.groupby(enumerate(codes), key=lambda pair: pair[1] - pair[0]):
        run = [code for _, code in group]
        yield run[0]
        yield Array([round(face.advance(chr(code))) for code in run])


def _descriptor(pdf: Pdf, face: Face, name: Name, data: bytes) -> Object:
    extents = face.font.get_font_extents("ltr")
    scale = face.scale
    return pdf.make_indirect(
        Dictionary(
            Type=Name.FontDescriptor,
            FontName=name,
            Flags=_SYMBOLIC,
            FontBBox=Array([-1000, round(extents.descender * scale), 2000, round(extents.ascender * scale)]),
            ItalicAngle=0,
            Ascent=round(extents.ascender * scale),
            Descent=round(extents.descender * scale),
            CapHeight=round(face.cap_height * 1000),
            StemV=80,
            FontFile2=pdf.make_stream(data, Length1=len(data)),
        )
    )


_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{ranges}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def _to_unicode(codes: Iterable[int]) -> bytes:
    """Each code stands for itself; at most a hundred entries in a block (Adobe technical note 5411)."""
    lines = [f"<{code:04X}> <{code:04X}>" for code in codes]
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    ranges = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return _CMAP.format(ranges=ranges).encode("ascii")
