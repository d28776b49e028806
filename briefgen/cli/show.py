"""`briefgen show`: an article with its facts, paragraph by paragraph, in the terminal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from briefgen.cli.options import country, published_option


@click.command(short_help="Show an article with its facts in the terminal.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@published_option
@click.option("--subject", "subjects", type=country, metavar="CC", multiple=True, help="Country whose risks are looked for. Default: RU.")
@click.option("--facts-only", is_flag=True, help="Leave out paragraphs without facts.")
def command(file: Path, published: date | None, subjects: tuple[str, ...], facts_only: bool) -> None:
    """Print each paragraph of an article with its number and role, and under it the facts that were found in it.

    \b
    Example:
      briefgen show article.txt | less -R
    """
    from briefgen.cli.view import view_of
    from briefgen.extract import extract_article
    from briefgen.readers import read_article

    extraction = extract_article(read_article(file, published=published), subjects=subjects or ("RU",))
    for line in view_of(extraction, facts_only=facts_only):
        click.echo(line)
