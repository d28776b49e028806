"""A gettext PO file -> its messages, and back. Babel reads it; what Babel would swallow is an error with file and line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from babel.messages.catalog import Catalog as PoCatalog
from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, PoFileParser, denormalize, normalize

from briefgen.diagnostics import UsageError

# Babel drops a message whose string does not end on its line and says nothing.
_LINE = re.compile(r'\s*(?:#.*|(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s*"(?:[^"\\]|\\.)*"\s*|"(?:[^"\\]|\\.)*"\s*)?')
_ESCAPED = re.compile(r"\\\\|((?:\\[2-3][0-7]{2})+)")  # bytes above 127 alone: they are letters
_WIDTH = 100  # columns at which strings are wrapped; PO editors wrap anew
_PLURALS = {"ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"}
_TWO_PLURALS = "nplurals=2; plural=(n != 1);"


@dataclass(frozen=True, slots=True)
class Entry:
    """A message without plural forms: `notes` are extracted comments (#.), `comments` the translator's own (#), `previous` the words that
    a fuzzy translation was made for (#|). `line` is that of its msgid."""

    text: str
    translated: str = ""
    context: str = ""
    fuzzy: bool = False
    notes: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    previous: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class PoFile:
    """`header` holds the fields of the header by lower-case name; entries with plural forms are left out, as no passage has any."""

    header: Mapping[str, str] = field(default_factory=dict)
    comments: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    obsolete: tuple[Entry, ...] = ()


class _Recorder(PoCatalog):
    """Keeps each message as it comes: Babel's own catalog makes one of two with the same words and says nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Message] = []

    @property
    def num_plurals(self) -> int:
        return 10  # whatever the header says: messages with plural forms are passed over

    def __setitem__(self, id: Any, message: Message) -> None:
        self.found.append(message)


def read_catalog(data: bytes, name: str, language: str | None = None) -> PoCatalog:
    """The catalog in the bytes of a PO file of ours, which needs no look at its form: gettext's own tools have read it in the tests.
    `name` is the file as a message names it."""
    catalog = PoCatalog(locale=language)
    _feed(data.decode("utf-8").split("\n"), name, catalog)
    return catalog


def read_po(data: bytes, name: str) -> PoFile:
    """All of a PO file that a person translated passages in; UTF-8 with or without a byte order mark, with any line ends."""
    recorder = _Recorder()
    _parse(data, name, recorder)
    heads = [message for message in recorder.found if not message.id]
    head = heads[-1] if heads else Message("")
    entries = (_entry(message) for message in recorder.found if message.id and isinstance(message.string, str))
    obsolete = (_entry(message) for message in recorder.obsolete.values() if message.id and isinstance(message.string, str))
    return PoFile(_fields(str(head.string)), tuple(head.user_comments), tuple(entries), tuple(obsolete))


def write_po(file: PoFile) -> bytes:
    """The bytes of a PO file, the same each time: entries in their order, no date that is not in the header."""
    parts = ["".join(f"# {comment}".rstrip() + "\n" for comment in file.comments) + _message("", "".join(_lines(file.header)))]
    parts += [_written(entry) for entry in file.entries]
    parts += ["".join(f"#~ {line}\n" for line in _written(entry).splitlines() if line[:1] != "#") for entry in file.obsolete]
    return "\n".join(parts).encode("utf-8")


def header_for(source: str, target: str, *, date: str = "") -> dict[str, str]:
    """The header of a PO file of ours, with all that `msgfmt --check` wants; `date` is that of the brief, not of the clock."""
    dated = {"POT-Creation-Date": f"{date} 00:00+0000"} if date else {}
    return {
        "Project-Id-Version": "briefgen translations",
        **dated,
        "PO-Revision-Date": dated.get("POT-Creation-Date", ""),
        "Last-Translator": "",
        "Language-Team": "",
        "Language": target,
        "X-Source-Language": source,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": _PLURALS.get(target, _TWO_PLURALS),
    }


def _parse(data: bytes, name: str, catalog: PoCatalog) -> None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{name}, line {_line_of(data, error.start)}: not UTF-8. Save the PO file as UTF-8.") from error
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, 1):
        if not _LINE.fullmatch(line):
            raise UsageError(f"{name}, line {number}: not a line of a PO file: {line.strip()[:40]} Mend it in a PO editor.")
    # Babel knows neither the old words of an obsolete entry nor letters in octal, which `msgcat --escape` writes.
    lines = ["" if line.lstrip().startswith("#~|") else _ESCAPED.sub(_unescaped, line) for line in lines]
    _feed((re.sub(r'^(\s*msg[a-z_]+(?:\[\d\])?)\s*"', r'\1 "', line) for line in lines), name, catalog)


def _feed(lines: Iterable[str], name: str, catalog: PoCatalog) -> None:
    try:
        PoFileParser(catalog, abort_invalid=True).parse(lines)
    except PoFileError as error:
        raise UsageError(f"{name}, line {error.lineno + 1}: {error}. Mend it in a PO editor.") from error
    except (ValueError, LookupError) as error:  # a header that Babel cannot use: charset, date, plural forms
        raise UsageError(f"{name}, line 1: the header cannot be read ({error}). Mend it in a PO editor.") from error


def _unescaped(match: re.Match[str]) -> str:
    """Bytes in octal as the letters that they are; an escaped backslash stays."""
    octal = match[1]
    return bytes(int(octal[at + 1 : at + 4], 8) for at in range(0, len(octal), 4)).decode("utf-8", "replace") if octal else match[0]


def _entry(message: Message) -> Entry:
    own = [comment for comment in message.user_comments if not comment.startswith("|")]
    previous = [comment[1:].strip() for comment in message.user_comments if comment.startswith("|")]
    return Entry(
        text=str(message.id),
        translated=str(message.string or ""),
        context=message.context or "",
        fuzzy=message.fuzzy,
        notes=tuple(message.auto_comments),
        comments=tuple(comment for comment in own if comment),
        previous=_previous(previous),
        line=message.lineno or 0,
    )


def _previous(lines: Iterable[str]) -> str:
    """The old msgid in the lines of `#|`; an old context is left out."""
    strings: list[str] = []
    inside = False
    for line in lines:
        keyword, _, rest = line.partition('"')
        inside = keyword.strip() == "msgid" or (inside and not keyword.strip())
        if inside:
            strings.append('"' + rest)
    return denormalize("\n".join(strings)) if strings else ""


def _fields(head: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in head.split("\n") if ":" in line)
    return {key.strip(): value.strip() for key, _, value in pairs}


def _lines(header: Mapping[str, str]) -> Iterable[str]:
    return (f"{key}: {value}\n" for key, value in header.items())


def _written(entry: Entry) -> str:
    lines = [f"# {_one_line(comment)}\n" for comment in entry.comments]
    lines += [f"#. {_one_line(note)}\n" for note in entry.notes]
    if entry.fuzzy:
        lines.append("#, fuzzy\n")
    if entry.previous:
        lines.append("#| msgid " + normalize(entry.previous, prefix="#| ", width=_WIDTH) + "\n")
    return "".join(lines) + _message(entry.text, entry.translated, entry.context)


def _message(text: str, translated: str, context: str = "") -> str:
    head = f"msgctxt {normalize(context, width=_WIDTH)}\n" if context else ""
    return f"{head}msgid {normalize(text, width=_WIDTH)}\nmsgstr {normalize(translated, width=_WIDTH)}\n"


def _one_line(words: str) -> str:
    """A comment never starts a line of its own: an article's words are somebody else's."""
    return " ".join(words.split())


def _line_of(data: bytes, offset: int) -> int:
    return data[:offset].count(b"\n") + 1
