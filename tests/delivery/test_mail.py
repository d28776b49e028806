"""Letters against a real SMTP server on loopback: what arrives, what is tried again, what nobody can know."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.header import decode_header, make_header
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from briefgen.delivery.mail import Letter, Server, UncertainError, message_of, send
from briefgen.diagnostics import DeliveryError
from tests.weekly.jobs import free_port

LETTER = Letter(
    "briefs@example.org",
    "director@example.org",
    "[TLP:GREEN] Справка",
    "Текст.\n",
    {"brief.ru.pdf": b"%PDF-"},
    "a1",
    "Mon, 2 Mar 2026 07:00:00 +0000",
)


@dataclass
class Post:
    """`answers` are given one after another, then 250; "cut" breaks the connection once the letter has arrived."""

    answers: list[str] = field(default_factory=list)
    letters: list[bytes] = field(default_factory=list)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        answer = self.answers.pop(0) if self.answers else "250 taken"
        if answer == "cut":
            self.letters.append(envelope.content)
            server.transport.abort()
            return "250 never heard"
        if answer.startswith("250"):
            self.letters.append(envelope.content)
        return answer


@contextmanager
def office(post: Post, **options: Any) -> Iterator[int]:
    controller = Controller(post, hostname="127.0.0.1", port=free_port(), **options)
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


def server(port: int, **values: Any) -> Server:
    return Server("127.0.0.1", port, **{"security": "none", "wait_seconds": 2.0, "timeout": 20.0, **values})


def handed_over(to: Server, **values: Any) -> tuple[int, list[float]]:
    waits: list[float] = []
    return send(to, LETTER, sleep=waits.append, about_to_send=lambda: None, **values), waits


def test_a_letter_arrives_with_its_file_and_no_recipient_in_it() -> None:
    post = Post()
    with office(post) as port:
        assert handed_over(server(port)) == (1, [])
    letter = message_from_bytes(post.letters[0])
    assert str(make_header(decode_header(letter["Subject"]))) == "[TLP:GREEN] Справка"
    assert [part.get_filename() for part in letter.walk() if part.get_filename()] == ["brief.ru.pdf"]
    assert b"director" not in post.letters[0]


def test_a_busy_server_is_tried_again_after_a_wait_that_doubles() -> None:
    post = Post(["451 busy", "421 later"])
    with office(post) as port:
        assert handed_over(server(port)) == (3, [2.0, 4.0])
    assert len(post.letters) == 1


def test_a_final_refusal_is_not_tried_again() -> None:
    post = Post(["554 refused"])
    with office(post) as port, pytest.raises(DeliveryError, match="554"):
        handed_over(server(port))
    assert post.letters == []


def test_a_connection_that_breaks_behind_the_letter_leaves_open_whether_it_arrived() -> None:
    post = Post(["cut"])
    with office(post) as port, pytest.raises(UncertainError):
        handed_over(server(port))
    assert len(post.letters) == 1


def test_a_server_that_offers_no_starttls_gets_no_letter() -> None:
    post = Post()
    with office(post) as port, pytest.raises(DeliveryError):
        handed_over(server(port, security="starttls"))
    assert post.letters == []


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    if not shutil.which("openssl"):
        pytest.skip("openssl makes the certificate of the test")
    folder = tmp_path_factory.mktemp("tls")
    key, made = folder / "key.pem", folder / "certificate.pem"
    names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    asked = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", str(key), "-out", str(made), *names]
    subprocess.run(asked, check=True, capture_output=True)
    return made, key


def known(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
    """Who knows the password; a refusal is left to the server to say."""
    if (data.login, data.password) == (b"user", b"secret"):
        return AuthResult(success=True)
    return AuthResult(success=False, handled=False)


@pytest.fixture
def secured(certificate: tuple[Path, Path]) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """The server's side of a secured connection, and a client's that trusts it."""
    made, key = certificate
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(made, key)
    return context, ssl.create_default_context(cafile=str(made))


def test_starttls_with_a_name_and_a_password(secured: tuple[ssl.SSLContext, ssl.SSLContext]) -> None:
    context, trust = secured
    post = Post()
    with office(post, tls_context=context, require_starttls=True, authenticator=known, auth_required=True) as port:
        assert handed_over(server(port, security="starttls", user="user", password="secret"), trust=trust)[0] == 1
    assert len(post.letters) == 1


def test_a_wrong_password_is_told_and_not_tried_again(secured: tuple[ssl.SSLContext, ssl.SSLContext]) -> None:
    context, trust = secured
    post = Post()
    with (
        office(post, tls_context=context, require_starttls=True, authenticator=known, auth_required=True) as port,
        pytest.raises(DeliveryError, match=r"535 .*\(attempts: 1\)"),
    ):
        handed_over(server(port, security="starttls", user="user", password="guess"), trust=trust)
    assert post.letters == []


def test_tls_from_the_first_byte(secured: tuple[ssl.SSLContext, ssl.SSLContext]) -> None:
    context, trust = secured
    post = Post()
    with office(post, ssl_context=context) as port:
        assert handed_over(server(port, security="tls"), trust=trust)[0] == 1
    assert len(post.letters) == 1


def test_a_certificate_that_nobody_vouches_for_gets_no_letter(certificate: tuple[Path, Path]) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*certificate)
    post = Post()
    with office(post, tls_context=context) as port, pytest.raises(DeliveryError):
        handed_over(server(port, security="starttls"))
    assert post.letters == []


def test_the_same_letter_is_the_same_bytes() -> None:
    assert message_of(LETTER) == message_of(LETTER)
