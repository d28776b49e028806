"""`briefgen sign`: the signature holds, the file before it is untouched, `check --manifest` knows both, and damage is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest

from briefgen.cli.manifest import digest
from briefgen.cli.signing import is_signature_of, sign_pdf, signature_fault
from briefgen.diagnostics import InputError, UsageError
from briefgen.templating import load_style
from briefgen.writers.pdf import write_pdf
from tests.cli.certificates import PASSPHRASE, certificate
from tests.writers.sample_report import sample_report

Run = Callable[..., tuple[int, str, str]]
FOLDER = Path("out/2026-02-27-metals")


@lru_cache
def written() -> bytes:
    return write_pdf(sample_report("ru"), load_style("gost")).data


@lru_cache
def signed() -> bytes:
    return sign_pdf(written(), certificate(), PASSPHRASE)


def test_a_signature_holds_and_stands_behind_the_file_as_it_was() -> None:
    assert signed().startswith(written())
    assert signature_fault(signed()) == ""
    assert is_signature_of(signed(), digest(written()))


def test_a_file_is_no_signature_of_itself_or_of_another() -> None:
    assert not is_signature_of(written(), digest(written()))
    assert not is_signature_of(signed(), digest(b"another"))


@pytest.mark.parametrize("place", [1000, 5000])
def test_a_byte_changed_after_the_signature_is_seen(place: int) -> None:
    changed = bytearray(signed())
    changed[place] ^= 1
    assert signature_fault(bytes(changed)) != ""
    assert not is_signature_of(bytes(changed), digest(written()))


def test_a_wrong_passphrase_a_file_that_is_no_certificate_and_one_that_is_no_pdf_are_named() -> None:
    for data, key, passphrase, name in (
        (written(), certificate(), "wrong", "me.p12: is no PKCS #12 file"),
        (written(), b"junk", "", "me.p12: is no PKCS #12 file"),
        (b"junk", certificate(), PASSPHRASE, "a.pdf: is no PDF"),
    ):
        with pytest.raises(InputError, match=name):
            sign_pdf(data, key, passphrase, name="a.pdf", certificate_name="me.p12")


def test_a_signed_file_is_not_signed_again() -> None:
    with pytest.raises(UsageError, match=r"a\.pdf: is signed already"):
        sign_pdf(signed(), certificate(), PASSPHRASE, name="a.pdf")


@pytest.fixture
def folder(run: Run, workplace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a brief with a real PDF in it, and a certificate at hand."""
    assert run("build", "seeds")[0] == 0
    found = workplace / FOLDER
    manifest = json.loads((found / "manifest.json").read_bytes())
    (found / "brief.ru.pdf").write_bytes(written())
    manifest["outputs"]["brief.ru.pdf"] = digest(written())
    (found / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (workplace / "me.p12").write_bytes(certificate())
    monkeypatch.setenv("BRIEFGEN_PASSPHRASE", PASSPHRASE)
    return found


def test_a_signed_file_stands_beside_the_one_that_was_written(run: Run, folder: Path) -> None:
    code, out, _ = run("sign", str(FOLDER / "brief.ru.pdf"), "--certificate", "me.p12")
    assert (code, out) == (0, f"{FOLDER / 'brief.ru.signed.pdf'}\n")
    assert (folder / "brief.ru.pdf").read_bytes() == written()
    assert run("check", str(FOLDER), "--manifest")[0] == 0
    code, _, err = run("sign", str(FOLDER / "brief.ru.pdf"), "--certificate", "me.p12")
    assert code == 7 and "is there already" in err
    assert run("sign", str(FOLDER / "brief.ru.pdf"), "--certificate", "me.p12", "--force")[0] == 0


def test_a_signed_file_in_the_place_of_the_one_that_was_written_is_known(run: Run, folder: Path) -> None:
    (folder / "brief.ru.pdf").write_bytes(signed())
    assert run("check", str(FOLDER), "--manifest")[0] == 0


@pytest.mark.parametrize("name", ["brief.ru.pdf", "brief.ru.signed.pdf"])
def test_a_signed_file_that_was_changed_is_a_fault(run: Run, folder: Path, name: str) -> None:
    changed = bytearray(signed())
    changed[1000] ^= 1
    (folder / name).write_bytes(bytes(changed))
    code, out, _ = run("check", str(FOLDER), "--manifest")
    assert code == 1 and out.startswith(f"{name}: file: ")


def test_something_added_behind_a_signature_is_a_fault(run: Run, folder: Path) -> None:
    (folder / "brief.ru.signed.pdf").write_bytes(signed() + b"\n% more\n")
    code, out, _ = run("check", str(FOLDER), "--manifest")
    assert code == 1 and "brief.ru.signed.pdf" in out


def test_a_certificate_that_is_not_there_is_named(run: Run, folder: Path) -> None:
    code, _, err = run("sign", str(FOLDER / "brief.ru.pdf"), "--certificate", "none.p12")
    assert code == 3 and "none.p12: cannot be read" in err
