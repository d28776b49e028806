"""Files that lie in a PDF beside its pages: associated files after ISO 19005-3, 6.8."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pikepdf import Array, Dictionary, Name, Object, Pdf, String


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file with its name, media type and what it is to the document: `Data` it was made from, or its editable `Source`."""

    name: str
    media_type: str
    relation: Literal["Data", "Source"]
    data: bytes
    description: str


def attach(pdf: Pdf, attachments: Sequence[Attachment], *, modified: str) -> None:
    """The files in the name tree of embedded files and, as its associated files, in the catalog; `modified` is an ISO date."""
    if not attachments:
        return
    ordered = sorted(attachments, key=lambda attachment: attachment.name)  # a name tree is sorted (ISO 32000-1, 7.9.6)
    files = [pdf.make_indirect(_file(pdf, attachment, modified)) for attachment in ordered]
    names: list[String | Object] = []
    for attachment, file in zip(ordered, files, strict=True):
        names += [String(attachment.name), file]
    pdf.Root["/Names"] = Dictionary(EmbeddedFiles=Dictionary(Names=Array(names)))
    pdf.Root["/AF"] = Array(files)


def _file(pdf: Pdf, attachment: Attachment, modified: str) -> Dictionary:
    parameters = Dictionary(Size=len(attachment.data))
    if modified:
        parameters["/ModDate"] = String("D:" + modified.replace("-", "") + "000000Z")
    stream = pdf.make_stream(attachment.data, Type=Name.EmbeddedFile, Subtype=Name("/" + attachment.media_type), Params=parameters)
    return Dictionary(
        Type=Name.Filespec,
        F=String(attachment.name),
        UF=String(attachment.name),
        Desc=String(attachment.description),
        AFRelationship=Name("/" + attachment.relation),
        EF=Dictionary(F=stream, UF=stream),
    )
