"""`briefgen check`: the finished files of a brief, read back and proved."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from briefgen.cli import options as given


@click.command(short_help="Prove that finished files say what their sources say.")
@click.argument("folder", metavar="OUT", type=click.Path(path_type=Path))
@click.option(
    "--articles", "articles", multiple=True, type=click.Path(path_type=Path), metavar="PATH", help="Articles to look into as well."
)
@click.option("--manifest", "with_manifest", is_flag=True, help="Compare the files with manifest.json, too.")
@click.option("--profile", metavar="NAME", help="The profile of the brief, where it is a .toml file of your own.")
@given.style_option
@given.config_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(folder: Path, articles: tuple[Path, ...], with_manifest: bool, as_json: bool, **words: Any) -> int:
    """Open the finished DOCX and PDF files in the folder of a brief, read every word, figure, date, quotation and citation in them,
    and compare them with brief.json, with the sentences of the sources, and with each other. Exits with 1 where something differs.

    \b
    Example:
      briefgen check out/2026-02-27-kazakhstan-rare-earths
      briefgen check out/2026-02-27-kazakhstan-rare-earths --articles seeds/ --manifest --json
    """
    from briefgen.cli.checking import check_folder
    from briefgen.cli.findings import findings_to_json, one_line

    checked = check_folder(folder, articles, words, with_manifest=with_manifest)
    if as_json:
        click.echo(findings_to_json(checked.findings, checked.files).encode("utf-8"), nl=False)
        return int(bool(checked.findings))
    for finding in checked.findings:
        click.echo(one_line(finding))
    count = len(checked.findings)
    click.echo(f"Faults: {count}." if count else f"No fault in {', '.join(checked.files)}.")
    return int(bool(checked.findings))
