"""`briefgen show`: an article with its facts, paragraph by paragraph, in the terminal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from briefgen.cli.options import country, published_option

KINDS = {"quantities": "q", "dates": "d", "statements": "s", "interests": "i", "risks": "rc"}  # the letters with which ids of facts begin


@click.command(short_help="Show an article with its facts in the terminal.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@published_option
@click.option("--subject", type=country, metavar="CC", default="RU", help="Country whose risks are looked for. Default: RU.")
@click.option("--only", type=click.Choice(tuple(KINDS)), multiple=True, help="Only facts of this kind; may be repeated.")
@click.option("--facts-only", is_flag=True, help="Leave out paragraphs without facts.")
@click.option("--why", is_flag=True, help="Say why each fact was taken, and by which rule.")
def command(file: Path, published: date | None, subject: str, only: tuple[str, ...], facts_only: bool, why: bool) -> None:
    """Print each paragraph of an article with its facts coloured and numbered, and the facts in words below it: what each says, its
    code, and what is in doubt about it. Facts of passages that a brief passes over (captions, background) are not shown.

    \b
    Example:
      briefgen show article.txt --only quantities
      briefgen show article.txt --why | less -R
    """
    from rich.console import Console

    from briefgen import pipeline
    from briefgen.cli.view import view_of
    from briefgen.extract import extract_article
    from briefgen.readers import read_article

    extraction = extract_article(read_article(file, published=published), subjects=(subject,))
    review = pipeline.review_of_article(extraction, subject)
    kinds = "".join(KINDS[name] for name in only or KINDS)
    console = Console(highlight=False, markup=False, emoji=False)
    for line in view_of(review, kinds=kinds, facts_only=facts_only, why=why):
        console.print(line)
