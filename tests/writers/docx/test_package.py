"""The zip of a draft, whoever packs its parts and when."""

from __future__ import annotations

import io
import zipfile
import zlib

import pytest

from briefgen.writers.docx.package import SMALLEST, pack, packed, packed_again, stored

LONG = "слово, word; ".encode() * 40_000


@pytest.mark.parametrize("data", [b"", b"short", LONG[:8192], LONG[:8193], LONG])
def test_a_part_is_what_it_was(data: bytes) -> None:
    for entry in (packed(data), packed(data, level=SMALLEST), packed_again(data)):
        assert zlib.decompress(entry.data, -zlib.MAX_WBITS) == data
        assert (entry.size, entry.checksum) == (len(data), zlib.crc32(data))


def test_the_same_bytes_come_of_each_way() -> None:
    ways = [pack({"a.xml": LONG, "b.xml": b"short"}) for _ in range(3)]
    ways += [pack({"b.xml": packed_again(b"short"), "a.xml": packed(LONG)}) for _ in range(3)]
    ways.append(pack({"a.xml": LONG, "b.xml": "short"}))
    assert len(set(ways)) == 1


def test_other_readers_read_it() -> None:
    file = pack({"word/письмо.xml": LONG, "[Content_Types].xml": "<Types/>", "raw.bin": stored(b"as it is")})
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["[Content_Types].xml", "raw.bin", "word/письмо.xml"]
        assert archive.read("word/письмо.xml") == LONG and archive.read("raw.bin") == b"as it is"
