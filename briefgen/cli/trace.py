"""`briefgen trace`: the code of a fact -> its sentence, its article, its rule, its edits, and where it is printed."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(short_help="Say where a fact comes from and where it is printed.")
@click.argument("id", metavar="ID")
@click.argument("folder", metavar="OUT", type=click.Path(path_type=Path), default=Path("out"))
@click.option("--lang", "language", type=click.Choice(["ru", "en"]), default="en", show_default=True, help="Language of the answer.")
def command(id: str, folder: Path, language: str) -> None:
    """Follow a fact by its code, as the annex prints it: sentence, paragraph and article, the rule that took it, what a person
    changed of it, and the places of the finished files that print it. OUT is the folder of a brief, or one with several briefs.

    \b
    Example:
      briefgen trace q-e6760be0df6a
      briefgen trace r-df219f002c29 out/2026-02-27-kazakhstan-rare-earths --lang ru
    """
    from briefgen.cli.tracing import trace

    for line in trace(id, folder, language):
        click.echo(line)
