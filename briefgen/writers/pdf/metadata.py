"""A Report's description -> XMP and the Info dictionary, which say the same (ISO 19005-2, 6.6.2.1 and 6.6.3)."""

from __future__ import annotations

import html
from functools import partial

from pikepdf import Array, Dictionary, Name, Pdf, String

from briefgen.blocks import Report
from briefgen.writers.pdf.characters import printable
from briefgen.writers.pdf.colour_profile import srgb_profile

PROGRAM = "briefgen"
escape = partial(html.escape, quote=False)  # as xml.sax.saxutils has it, which would load urllib with all that it loads

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
{properties}
<xmp:CreatorTool>{program}</xmp:CreatorTool><pdf:Producer>{program}</pdf:Producer>
<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
{extension}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""

# PDF/A asks for a description of each schema it does not know, and it does not know PDF/UA's (6.6.2.3).
_EXTENSION = """<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""


def describe(pdf: Pdf, report: Report, *, part: int) -> None:
    """`part` of PDF/A, title, author, subject, keywords, language and dates; the date is the report's own, no clock's."""
    title = " ".join(printable(report.head.title or report.head.kind).split())
    fields = {"Title": title, "Author": report.author, "Subject": report.subject, "Keywords": ", ".join(report.keywords)}
    info = pdf.make_indirect(Dictionary(Creator=String(PROGRAM), Producer=String(PROGRAM)))
    for key, value in fields.items():
        if value:
            info[f"/{key}"] = String(value)
    if report.modified:
        info["/CreationDate"] = info["/ModDate"] = String("D:" + report.modified.replace("-", "") + "000000Z")
    pdf.trailer["/Info"] = info
    root = pdf.Root
    root["/Metadata"] = pdf.make_stream(_packet(report, title, part).encode("utf-8"), Type=Name.Metadata, Subtype=Name.XML)
    root["/Lang"] = String(_language_tag(report.locale))
    root["/ViewerPreferences"] = Dictionary(DisplayDocTitle=True)
    root["/OutputIntents"] = Array([_output_intent(pdf)])


def _packet(report: Report, title: str, part: int) -> str:
    properties = [
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>',
        f"<dc:language><rdf:Bag><rdf:li>{escape(_language_tag(report.locale))}</rdf:li></rdf:Bag></dc:language>",
    ]
    if report.author:
        properties.append(f"<dc:creator><rdf:Seq><rdf:li>{escape(report.author)}</rdf:li></rdf:Seq></dc:creator>")
    if report.subject:
        description = f'<rdf:li xml:lang="x-default">{escape(report.subject)}</rdf:li>'
        properties.append(f"<dc:description><rdf:Alt>{description}</rdf:Alt></dc:description>")
    if report.keywords:
        words = "".join(f"<rdf:li>{escape(word)}</rdf:li>" for word in report.keywords)
        properties.append(f"<dc:subject><rdf:Bag>{words}</rdf:Bag></dc:subject>")
        properties.append(f"<pdf:Keywords>{escape(', '.join(report.keywords))}</pdf:Keywords>")
    if report.brief_number:
        properties.append(f"<dc:identifier>{escape(report.brief_number)}</dc:identifier>")
    if report.modified:
        stamp = escape(report.modified) + "T00:00:00Z"
        properties.append(f"<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>")
    return _PACKET.format(properties="\n".join(properties), program=PROGRAM, part=part, extension=_EXTENSION)


def _language_tag(locale: str) -> str:
    """A locale such as ru_RU as the language tag that PDF asks for (BCP 47)."""
    return locale.replace("_", "-")


def _output_intent(pdf: Pdf) -> Dictionary:
    """The colours are sRGB (ISO 19005-2, 6.2.3)."""
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=pdf.make_stream(srgb_profile(), N=3),
    )
