"""A certificate that the tests make for themselves."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache

PASSPHRASE = "only for this test"


@lru_cache
def certificate() -> bytes:
    """A key and a certificate of its own, made here."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import rsa
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
    from cryptography.x509.oid import NameOID

    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Test")])
    start = datetime(2026, 1, 1, tzinfo=UTC)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    builder = x509.CertificateBuilder(name, name, key.public_key(), 1, start, start + timedelta(days=36500))
    signed = builder.add_extension(usage, critical=True).sign(key, hashes.SHA256())
    return pkcs12.serialize_key_and_certificates(b"test", key, signed, None, BestAvailableEncryption(PASSPHRASE.encode()))
