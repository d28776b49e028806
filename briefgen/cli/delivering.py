"""An issue and the recipients of a job -> each with what it may have, once; where each stands is kept in the archive."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from email.utils import format_datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.archive import Archive, Delivery, Issue
from briefgen.cli.job import Job, Mail, Recipient
from briefgen.cli.log import Log
from briefgen.cli.manifest import digest, read_manifest
from briefgen.compose.markings import may_receive
from briefgen.delivery.folders import deliver_to_folder
from briefgen.delivery.mail import Letter, Server, UncertainError, send
from briefgen.diagnostics import DeliveryError
from briefgen.serialize import digest_of

if TYPE_CHECKING:
    from briefgen.pipeline import BuildOptions

USER, PASSWORD = "BRIEFGEN_MAIL_USER", "BRIEFGEN_MAIL_PASSWORD"
_OPEN = ("pending", "failed", "sending")


def deliver(
    archive: Archive, issue: Issue, job: Job, options: BuildOptions, environment: Mapping[str, str], log: Log, *, again: Sequence[str] = ()
) -> tuple[Delivery, ...]:
    """Deliver what is open; where each recipient stands now. `again` names recipients that get a letter whose fate is unknown once more."""
    known = {recipient.name: recipient for recipient in job.recipients}
    for delivery in archive.deliveries(issue.period):
        is_open = delivery.state in _OPEN or (delivery.state == "uncertain" and delivery.recipient in again)
        if not is_open or delivery.recipient not in known:
            continue
        done = _one(archive, delivery, issue, known[delivery.recipient], job, options, environment)
        archive.set_delivery(done)
        log.event("delivery", period=issue.period, recipient=done.recipient, state=done.state, attempts=done.attempts, error=done.error)
        if done.state in ("failed", "uncertain"):
            log.notice(f"{done.recipient}: {done.error}")
        elif done.state == "withheld":
            log.notice(f"{done.recipient}: withheld: {done.error}")
    return archive.deliveries(issue.period)


def _one(
    archive: Archive,
    delivery: Delivery,
    issue: Issue,
    recipient: Recipient,
    job: Job,
    options: BuildOptions,
    environment: Mapping[str, str],
) -> Delivery:
    def now(state: str, error: str = "", attempts: int = 1) -> Delivery:
        return Delivery(issue.period, recipient.name, state, delivery.attempts + attempts, error)

    if delivery.state == "sending":
        text = "a run ended while the letter was handed over; `briefgen deliver --again` sends it once more, if it has not arrived"
        return now("uncertain", text, 0)
    markings = _markings(options, recipient)
    if refused := [marking for marking in markings if not may_receive(marking, recipient.highest_marking)]:
        return now("withheld", f"the brief is marked {refused[0]}, and highest_marking is {recipient.highest_marking or 'not set'}", 0)
    try:
        files = _files(issue, recipient)
        if recipient.folder:
            deliver_to_folder(recipient.folder, Path(issue.folder).name, files)
            return now("delivered")
        letter = _letter(issue, recipient, job, options, files, ", ".join(markings))
        attempts = send(
            _server(job, environment), letter, sleep=time.sleep, about_to_send=lambda: archive.set_delivery(now("sending", attempts=0))
        )
        left_out = [name for name in files if name not in letter.files]
        return now("delivered", f"left out as too large: {', '.join(left_out)}" if left_out else "", attempts)
    except UncertainError as error:
        return now("uncertain", str(error))
    except DeliveryError as error:
        return now("failed", str(error))


def _markings(options: BuildOptions, recipient: Recipient) -> tuple[str, ...]:
    """The markings of the languages that the recipient gets, each once: every one of them has to be allowed."""
    found = [options.requisites[language].marking for language in recipient.languages if language in options.requisites]
    return tuple(dict.fromkeys(marking for marking in found if marking))


def _files(issue: Issue, recipient: Recipient) -> dict[str, bytes]:
    """The recipient's files as briefgen wrote them; a file that somebody changed since is not sent."""
    folder = Path(issue.folder)
    names = [f"brief.{language}.{format}" for language in recipient.languages for format in recipient.formats]
    names = [name for name in names if name in issue.files]
    if not names:
        raise DeliveryError(f"{folder}: the issue has none of the languages and formats of this recipient")
    manifest = read_manifest(folder)
    written = {**issue.files, **(manifest.outputs if manifest else {})}
    files = {}
    for name in names:
        try:
            data = (folder / name).read_bytes()
        except OSError as error:
            raise DeliveryError(f"{folder / name}: cannot be read: {error.strerror}") from error
        if digest(data) not in (issue.files[name], written[name]):
            raise DeliveryError(f"{folder / name}: changed since briefgen wrote it; take the edits with `briefgen pull`, then deliver")
        files[name] = data
    return files


def _server(job: Job, environment: Mapping[str, str]) -> Server:
    mail = job.mail
    user, password = environment.get(USER, ""), environment.get(PASSWORD, "")
    return Server(mail.server, mail.port, mail.security, user, password, mail.attempts, float(mail.wait_seconds))


def _letter(issue: Issue, recipient: Recipient, job: Job, options: BuildOptions, files: Mapping[str, bytes], marking: str) -> Letter:
    from briefgen.compose.letter import Enclosed, letter_words

    attached = _attached(files, job.mail)
    language = recipient.languages[0]
    organisation = options.requisites[language].organisation if language in options.requisites else ""
    enclosed = Enclosed(tuple(attached), tuple(name for name in files if name not in attached), issue.folder)
    words = letter_words(language, f"{issue.start}/{issue.stop}", marking=marking, organisation=organisation, enclosed=enclosed)
    id = digest_of([issue.number, issue.period, recipient.name, recipient.address])[:32]
    earliest = datetime.combine(date.fromisoformat(issue.stop), datetime.min.time(), UTC)  # a machine's clock may be wrong
    sent = max(earliest, datetime.now(UTC))
    return Letter(job.mail.sender, recipient.address, words.subject, words.body, attached, id, format_datetime(sent))


def _attached(files: Mapping[str, bytes], mail: Mail) -> Mapping[str, bytes]:
    """The files that fit into a letter: all, else the PDF alone, else none where a notice is wanted; DeliveryError where none may go."""
    if _fits(files, mail):
        return files
    papers = {name: data for name, data in files.items() if name.endswith(".pdf")}
    if mail.too_large != "refuse" and papers and _fits(papers, mail):
        return papers
    if mail.too_large == "notice":
        return {}
    raise DeliveryError(f"the files are larger than maximum_megabytes = {mail.maximum_megabytes:g} allows; nothing was sent")


def _fits(files: Mapping[str, bytes], mail: Mail) -> bool:
    """Base64 makes four characters of three bytes."""
    return sum(map(len, files.values())) * 4 / 3 <= mail.maximum_megabytes * 1_000_000
