"""`briefgen sign`: a finished PDF with a person's signature behind it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

PASSPHRASE = "BRIEFGEN_PASSPHRASE"


@click.command(short_help="Sign finished PDFs with a certificate of your own.")
@click.argument("files", metavar="FILE.pdf...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--certificate", required=True, type=click.Path(path_type=Path), metavar="FILE.p12", help="Key and certificate (PKCS #12).")
@click.option("--force", is_flag=True, help="Replace signed files that are there already.")
def command(files: tuple[Path, ...], certificate: Path, force: bool) -> None:
    """Write brief.ru.signed.pdf beside brief.ru.pdf: the same file with a signature (PAdES) behind it, still PDF/UA-1 and PDF/A-2a. The
    passphrase of the certificate is asked for, or taken from BRIEFGEN_PASSPHRASE. Nothing is sent anywhere: there is no time stamp of
    a third party. `briefgen check --manifest` tells whether a signed file is the one that was written. Needs the extra sign.

    \b
    Example:
      briefgen sign out/2026-02-27-kazakhstan-rare-earths/brief.ru.pdf --certificate me.p12
    """
    from briefgen.cli.signing import sign_file

    passphrase = os.environ.get(PASSPHRASE)
    if passphrase is None:
        asked = sys.stdin.isatty()
        passphrase = (
            click.prompt("Passphrase of the certificate", hide_input=True, default="", show_default=False, err=True) if asked else ""
        )
    for path in files:
        click.echo(sign_file(path, certificate, passphrase, force=force))
