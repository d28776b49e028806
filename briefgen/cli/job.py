"""[weekly], [mail] and [recipients.NAME] of briefgen.toml -> Job: what the recurring job reads, keeps, writes and delivers, checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from briefgen.cli.options import FORMATS, LANGUAGES
from briefgen.diagnostics import UsageError
from briefgen.serialize.toml import check_keys, line_of, parse_toml

SECURITY = ("starttls", "tls", "none")
TOO_LARGE = ("notice", "pdf", "refuse")
WEEKLY = ("inbox", "archive", "output", "timezone", "languages", "formats", "profile", "retention_weeks", "quiet_page", "log")
MAIL = ("server", "port", "security", "sender", "maximum_megabytes", "too_large", "attempts", "wait_seconds")
RECIPIENT = ("folder", "address", "languages", "formats", "highest_marking")


@dataclass(frozen=True, slots=True)
class Mail:
    """The server that takes our letters. Name and password come from the environment alone. `too_large` says what is done with files that
    pass `maximum_megabytes`: the PDF alone goes out where that fits, and else a notice that names the folder (notice) or nothing (pdf); or
    nothing goes out at all (refuse)."""

    server: str = ""
    port: int = 587
    security: str = "starttls"
    sender: str = ""
    maximum_megabytes: float = 20
    too_large: str = "notice"
    attempts: int = 3
    wait_seconds: int = 30


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets an issue: by mail or in a folder, in which languages and formats, up to which marking (empty: unmarked ones alone)."""

    name: str
    folder: Path | None
    address: str
    languages: tuple[str, ...]
    formats: tuple[str, ...]
    highest_marking: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """The recurring job. Paths are taken from the folder of briefgen.toml; `retention_weeks` 0 keeps everything; with `quiet_page`
    a week without news has a page that says so."""

    inbox: Path
    archive: Path
    output: Path
    zone: ZoneInfo
    languages: tuple[str, ...] = LANGUAGES
    formats: tuple[str, ...] = FORMATS
    profile: str = ""
    retention_weeks: int = 0
    quiet_page: bool = False
    log: Path | None = None
    mail: Mail = field(default_factory=Mail)
    recipients: tuple[Recipient, ...] = ()


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of the file with what a message needs; reads its keys one by one."""

    values: Mapping[str, Any]
    name: str
    text: str
    file: str

    def wrong(self, key: str, wanted: str) -> UsageError:
        line = line_of(self.text, key, table=self.name) if key else line_of(self.text, self.name)
        return UsageError(f"{self.file}: line {line}: {f'{key}: ' if key else ''}{wanted}")

    def words(self, key: str, default: str = "") -> str:
        value = self.values.get(key, default)
        if not isinstance(value, str):
            raise self.wrong(key, "text in quotation marks is expected")
        return value.strip()

    def number(self, key: str, default: int, *, least: int, most: int) -> int:
        value = self.values.get(key, default)
        if type(value) is not int or not least <= value <= most:
            raise self.wrong(key, f"a whole number from {least} to {most} is expected")
        return value

    def size(self, key: str, default: float, *, least: float, most: float) -> float:
        value = self.values.get(key, default)
        if type(value) not in (int, float) or not least <= value <= most:
            raise self.wrong(key, f"a number from {least} to {most} is expected")
        return float(value)

    def choice(self, key: str, known: tuple[str, ...]) -> str:
        value = self.words(key, known[0])
        if value not in known:
            raise self.wrong(key, f"{value!r} is none of {', '.join(known)}")
        return value

    def switch(self, key: str) -> bool:
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, "true or false is expected, without quotation marks")
        return value

    def listed(self, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
        value = self.values.get(key, list(known))
        if not isinstance(value, list) or not value or not all(item in known for item in value):
            raise self.wrong(key, f'a list of {", ".join(known)} is expected, such as {key} = ["{known[0]}"]')
        return tuple(item for item in known if item in value)


def job_of(text: str, file: str, *, base: Path) -> Job:
    """The checked job; a UsageError names the file and the line. `base` is the folder that paths are taken from."""
    values = parse_toml(text, file)
    for name in ("weekly", "mail", "recipients"):
        if not isinstance(values.get(name, {}), dict):
            raise UsageError(f"{file}: line {line_of(text, name)}: {name}: a table is expected, such as [{name}] on a line of its own")
    if "weekly" not in values:
        raise UsageError(f"{file}: there is no [weekly] table; `briefgen weekly --init` writes a commented file")
    table = _Table(values["weekly"], "weekly", text, file)
    check_keys(table.values, WEEKLY, text=text, name=file, table="weekly")
    recipients = tuple(_recipient(name, given, text, file, base) for name, given in values.get("recipients", {}).items())
    mail = _mail(_Table(values.get("mail", {}), "mail", text, file))
    if any(recipient.address for recipient in recipients) and not (mail.server and mail.sender):
        raise UsageError(f"{file}: line {line_of(text, 'mail')}: a recipient has an address, so [mail] needs `server` and `sender`")
    log = table.words("log")
    return Job(
        inbox=base / table.words("inbox", "inbox"),
        archive=base / table.words("archive", "archive/briefgen.sqlite"),
        output=base / table.words("output", "out"),
        zone=_zone(table),
        languages=table.listed("languages", LANGUAGES),
        formats=table.listed("formats", FORMATS),
        profile=table.words("profile"),
        retention_weeks=table.number("retention_weeks", 0, least=0, most=5200),
        quiet_page=table.switch("quiet_page"),
        log=base / log if log else None,
        mail=mail,
        recipients=recipients,
    )


def _zone(table: _Table) -> ZoneInfo:
    name = table.words("timezone", "Europe/Moscow")
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError) as error:
        raise table.wrong("timezone", f"{name!r} is no time zone of the IANA database, such as Europe/Moscow or Asia/Almaty") from error


def _mail(table: _Table) -> Mail:
    check_keys(table.values, MAIL, text=table.text, name=table.file, table="mail")
    security = table.choice("security", SECURITY)
    sender = table.words("sender")
    if sender and not _is_address(sender):
        raise table.wrong("sender", f"{sender!r} is no mail address")
    return Mail(
        server=table.words("server"),
        port=table.number("port", {"tls": 465, "none": 25}.get(security, 587), least=1, most=65535),
        security=security,
        sender=sender,
        maximum_megabytes=table.size("maximum_megabytes", 20, least=0.01, most=1000),
        too_large=table.choice("too_large", TOO_LARGE),
        attempts=table.number("attempts", 3, least=1, most=20),
        wait_seconds=table.number("wait_seconds", 30, least=0, most=3600),
    )


def _recipient(name: str, given: Any, text: str, file: str, base: Path) -> Recipient:
    table_name = f"recipients.{name}"
    if not isinstance(given, dict):
        raise UsageError(f"{file}: line {line_of(text, name, table='recipients')}: a table is expected, such as [recipients.registry]")
    table = _Table(given, table_name, text, file)
    check_keys(given, RECIPIENT, text=text, name=file, table=table_name)
    folder, address = table.words("folder"), table.words("address")
    if bool(folder) == bool(address):
        raise UsageError(f"{file}: line {_line_of_table(text, table_name)}: [{table_name}] needs either `folder` or `address`")
    if address and not _is_address(address):
        raise table.wrong("address", f"{address!r} is no mail address")
    return Recipient(
        name=name,
        folder=base / folder if folder else None,
        address=address,
        languages=table.listed("languages", LANGUAGES),
        formats=table.listed("formats", FORMATS) if folder or "formats" in given else ("pdf",),
        highest_marking=_marking(table),
    )


def _line_of_table(text: str, name: str) -> int:
    found = (number for number, line in enumerate(text.splitlines(), start=1) if line.strip().startswith(f"[{name}]"))
    return next(found, 1)


def _marking(table: _Table) -> str:
    """A highest marking is one that a brief can bear."""
    asked = table.words("highest_marking")
    if asked:
        from briefgen.compose.markings import level_of

        try:
            level_of(asked)
        except UsageError as error:
            raise table.wrong("highest_marking", str(error)) from error
    return asked


def _is_address(text: str) -> bool:
    """One address of a plain kind: neither a list nor a line break can come in by it."""
    name, at, host = text.partition("@")
    return bool(name and at and host) and text.isascii() and not any(letter.isspace() or letter in ',;<>"()[]:\\' for letter in text)
