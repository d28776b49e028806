"""A finished PDF and a person's certificate -> the PDF with a signature behind it (PAdES, ETSI EN 319 142-1), and what became of one.

The bytes that briefgen wrote stay as they are; the signature is added after them (an incremental update), so that `check` still knows the
file. The signature has no look of its own and its field lies off the page: that is what keeps PDF/UA-1 and PDF/A-2a at once.
"""

from __future__ import annotations

import re
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from briefgen.cli.manifest import digest
from briefgen.cli.output import write_file
from briefgen.diagnostics import InputError, OutputError, UsageError

FIELD = "Signature"
SUFFIX = ".signed.pdf"
_END_OF_REVISION = re.compile(rb"%%EOF[ \t]*(?:\r\n|\n|\r)?")


def sign_file(path: Path, certificate: Path, passphrase: str, *, force: bool) -> Path:
    """Sign a PDF into a file beside it, which is named in return; the PDF itself is not changed."""
    _needs_pyhanko()
    target = path.with_name(path.name.removesuffix(".pdf") + SUFFIX)
    if target.exists() and not force:
        raise OutputError(f"{target}: is there already; take it away, or --force replaces it")
    write_file(target, sign_pdf(_read(path), _read(certificate), passphrase, name=str(path), certificate_name=str(certificate)))
    return target


def sign_pdf(data: bytes, certificate: bytes, passphrase: str, *, name: str = "", certificate_name: str = "") -> bytes:
    """The PDF with a signature made with the key of a PKCS #12 file; the names are for messages. Two runs differ: it bears its time."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign import fields, signers

    try:
        signer = signers.SimpleSigner.load_pkcs12_data(certificate, other_certs=(), passphrase=passphrase.encode() or None)
    except ValueError as error:
        raise InputError(f"{certificate_name}: is no PKCS #12 file (.p12, .pfx) with a key, or the passphrase is wrong") from error
    try:
        writer = IncrementalPdfFileWriter(BytesIO(data))
    except PdfError as error:
        raise InputError(f"{name}: is no PDF that can be signed: {error}") from error
    if list(writer.prev.embedded_signatures):
        raise UsageError(f"{name}: is signed already; sign the file that briefgen wrote")
    off_the_page = fields.InvisSigSettings(set_print_flag=True, set_hidden_flag=False, box_out_of_bounds=True)
    field = fields.SigFieldSpec(FIELD, on_page=0, invis_sig_settings=off_the_page, readable_field_name=FIELD)
    kind = signers.PdfSignatureMetadata(FIELD, md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES)
    signed: bytes = signers.PdfSigner(kind, signer, new_field_spec=field).sign_pdf(writer).getvalue()
    return signed


def is_signature_of(data: bytes, written: str) -> bool:
    """Whether a file begins with the bytes of a digest, all of an earlier revision of it, and has something behind them."""
    stops = (found.end() for found in _END_OF_REVISION.finditer(data))
    return any(digest(data[:stop]) == written for stop in stops if stop < len(data))


def signature_fault(data: bytes) -> str:
    """What is wrong with the signature of a signed file; empty where it holds. Who signed is not judged: that needs a list of whom to
    trust. Without pyHanko nothing is said."""
    if find_spec("pyhanko") is None:
        return ""
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity

    try:
        signatures = list(PdfFileReader(BytesIO(data)).embedded_signatures)
    except PdfError as error:
        return f"cannot be read: {error}"
    if len(signatures) != 1:
        return f"{len(signatures)} signatures"
    [signature] = signatures
    signature.compute_integrity_info()
    intact, valid = validate_sig_integrity(signature.signer_info, signature.signer_cert, "data", signature.compute_digest())
    if not (intact and valid):
        return "the file was changed after it was signed"
    return "" if signature.coverage.name == "ENTIRE_FILE" else "something was added after it was signed"


def _needs_pyhanko() -> None:
    if find_spec("pyhanko") is None:
        raise UsageError("sign: the package pyhanko is not installed: pip install 'briefgen[sign]'")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from error
