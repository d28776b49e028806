"""Files and words -> a letter, handed to an SMTP server; whether it was taken is known, or said to be unknown.

RFC 5321, 6.1: once the server has answered the data with 250 it has the letter. A connection that breaks before that answer and after the
data leaves open whether it has, so that such a letter is never sent again by itself.
"""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP

from briefgen.diagnostics import DeliveryError

_TYPES = {"pdf": ("application", "pdf"), "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")}
_TIMEOUT = 60.0  # seconds without an answer


@dataclass(frozen=True, slots=True)
class Server:
    """Where letters are handed over; `security` is starttls, tls or none, `user` is empty where the server asks for no name."""

    host: str
    port: int
    security: str
    user: str = ""
    password: str = ""
    attempts: int = 3
    wait_seconds: float = 30.0
    timeout: float = _TIMEOUT


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter: `recipient` is named to the server alone (Bcc); `date` is that of its head (RFC 5322), `id` the same for the same
    letter."""

    sender: str
    recipient: str
    subject: str
    body: str
    files: Mapping[str, bytes]
    id: str
    date: str


class UncertainError(DeliveryError):
    """Nobody can tell whether the server took the letter."""


def message_of(letter: Letter) -> bytes:
    """The letter as bytes; nothing of the recipient stands in it."""
    message = EmailMessage(policy=SMTP)
    message["From"] = letter.sender
    message["To"] = "undisclosed-recipients:;"
    message["Subject"] = " ".join(letter.subject.split())
    message["Date"] = letter.date
    message["Message-ID"] = f"<{letter.id}@{letter.sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.body)
    for name, data in letter.files.items():
        main, sub = _TYPES[name.rpartition(".")[2]]
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    message.set_boundary(f"=_briefgen_{letter.id}")
    return message.as_bytes()


def send(
    server: Server,
    letter: Letter,
    *,
    sleep: Callable[[float], None],
    about_to_send: Callable[[], None],
    trust: ssl.SSLContext | None = None,
) -> int:
    """Hand the letter over; how many attempts it took. A failure that may pass is tried again after a wait that doubles.

    `about_to_send` is called before the data goes out. DeliveryError where the server certainly has no letter, UncertainError where
    nobody can tell.
    """
    data = message_of(letter)
    wait = server.wait_seconds
    for attempt in range(1, server.attempts + 1):
        try:
            _hand_over(server, letter, data, about_to_send, trust)
            return attempt
        except (smtplib.SMTPException, OSError) as error:
            if attempt == server.attempts or not _may_pass(error):
                raise DeliveryError(f"{server.host}:{server.port}: {_words(error)} (attempts: {attempt})") from error
            sleep(wait)
            wait *= 2
    raise DeliveryError(f"{server.host}: no attempt was allowed")


def _hand_over(server: Server, letter: Letter, data: bytes, about_to_send: Callable[[], None], trust: ssl.SSLContext | None) -> None:
    smtp = _connected(server, trust)
    try:
        for step, answer in (("MAIL", smtp.mail(letter.sender)), ("RCPT", smtp.rcpt(letter.recipient))):
            if answer[0] not in (250, 251):
                raise smtplib.SMTPResponseException(answer[0], f"{step}: {answer[1].decode('utf-8', 'replace')}")
        about_to_send()
        try:
            code, words = smtp.data(data)
        except smtplib.SMTPDataError:
            raise  # answered before the letter went out: not taken
        except (smtplib.SMTPServerDisconnected, OSError) as error:
            raise UncertainError(f"{server.host}: the connection broke while the letter was handed over: {_words(error)}") from error
        if code != 250:
            raise smtplib.SMTPResponseException(code, words)
        with suppress(smtplib.SMTPException, OSError):
            smtp.quit()  # the letter is taken: how the server says good-bye changes nothing
    finally:
        smtp.close()


def _connected(server: Server, trust: ssl.SSLContext | None) -> smtplib.SMTP:
    """A connection with the security asked for; never one with less."""
    context = trust or ssl.create_default_context()
    if server.security == "tls":
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=server.timeout, context=context)
    else:
        smtp = smtplib.SMTP(server.host, server.port, timeout=server.timeout)
    try:
        smtp.ehlo()
        if server.security == "starttls":
            smtp.starttls(context=context)
            smtp.ehlo()
        if server.user:
            smtp.login(server.user, server.password)
    except (smtplib.SMTPException, OSError):
        smtp.close()
        raise
    return smtp


def _may_pass(error: Exception) -> bool:
    """A refusal with a code from 500 is final, and so is a certificate that cannot be trusted; a busy or absent server may be back."""
    if isinstance(error, smtplib.SMTPResponseException):
        return error.smtp_code < 500
    return not isinstance(error, (smtplib.SMTPNotSupportedError, ssl.SSLCertVerificationError))


def _words(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        text = error.smtp_error
        return f"{error.smtp_code} {text.decode('utf-8', 'replace') if isinstance(text, bytes) else text}"
    return str(error) or type(error).__name__
