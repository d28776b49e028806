"""A PDF -> a digest of what it holds, whatever library packed its streams."""

from __future__ import annotations

import hashlib
from io import BytesIO

import pikepdf


def canonical_digest(data: bytes) -> str:
    """SHA-256 of the file with every stream unpacked, no object streams and an empty id, so that zlib has no part in it."""
    output = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(
            output,
            static_id=True,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return hashlib.sha256(output.getvalue()).hexdigest()
