"""`briefgen extract`: articles -> their facts as JSON."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from briefgen.cli.options import country, published_option

DEFAULT_SUBJECT = "RU"


@click.command(short_help="Print the facts of an article as JSON.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@published_option
@click.option(
    "--subject", "subjects", type=country, metavar="CC", multiple=True, help="Country whose risks are looked for; repeatable. Default: RU."
)
def command(files: tuple[Path, ...], published: date | None, subjects: tuple[str, ...]) -> None:
    """Print what an article says as one JSON object: quantities, dates, statements, interests and risks,
    each with its place in the text and the rule that found it. Several files give one object a line.

    \b
    Example:
      briefgen extract article.txt --published 2026-02-27 --subject RU
      briefgen schema extraction        what the object holds
    """
    from briefgen.extract import extract_article
    from briefgen.readers import read_article
    from briefgen.serialize import extraction_to_json, extraction_to_line

    printed = extraction_to_json if len(files) == 1 else extraction_to_line
    for path in files:
        extraction = extract_article(read_article(path, published=published), subjects=subjects or (DEFAULT_SUBJECT,))
        click.echo(printed(extraction).encode("utf-8"), nl=False)
