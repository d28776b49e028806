"""A gettext PO file -> its messages. Babel reads it; what Babel would swallow or crash on is an error that names file and line."""

from __future__ import annotations

import io
import re

from babel.messages.catalog import Catalog as PoCatalog
from babel.messages.pofile import PoFileError, read_po

from briefgen.diagnostics import UsageError

# Babel drops a message whose string does not end on its line and says nothing.
_LINE = re.compile(r'\s*(?:#.*|(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+"(?:[^"\\]|\\.)*"\s*|"(?:[^"\\]|\\.)*"\s*)?')


def read_catalog(data: bytes, name: str, language: str | None = None) -> PoCatalog:
    """The catalog in a PO file's bytes; `name` is the file as the message for the user names it."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{name}, line {_line_of(data, error.start)}: not UTF-8. Save the PO file as UTF-8.") from error
    for number, line in enumerate(text.splitlines(), 1):
        if not _LINE.fullmatch(line):
            raise UsageError(f"{name}, line {number}: not a line of a PO file: {line.strip()[:40]} Mend it in a PO editor.")
    try:
        return read_po(io.BytesIO(text.encode()), locale=language, abort_invalid=True)
    except PoFileError as error:
        raise UsageError(f"{name}, line {error.lineno + 1}: {error}. Mend it in a PO editor.") from error
    except (ValueError, LookupError) as error:  # a header that Babel cannot use: charset, date, plural forms
        raise UsageError(f"{name}, line 1: the header cannot be read ({error}). Mend it in a PO editor.") from error


def header(data: bytes, field: str) -> str:
    """A field of the PO header, empty if it is not there; Babel keeps only those it knows.

    >>> header(b'msgid ""\\nmsgstr ""\\n"X-Source-Language: ru\\\\n"\\n', "X-Source-Language")
    'ru'
    """
    head = data.decode("utf-8", "replace").split("\n\n", 1)[0]
    match = re.search(rf'^"{re.escape(field)}:\s*([^"\\]*)', head, re.MULTILINE | re.IGNORECASE)
    return match[1].strip() if match else ""


def _line_of(data: bytes, offset: int) -> int:
    return data[:offset].count(b"\n") + 1
