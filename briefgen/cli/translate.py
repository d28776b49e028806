"""`briefgen translate`: what awaits translation -> a PO file, the PO file -> the memory, and how far things are."""

from __future__ import annotations

from pathlib import Path

import click

from briefgen.cli import options as given

_memory_option = click.option(
    "--memory", type=click.Path(path_type=Path), metavar="DIR", help="Folder of PO files; by default `translations` of briefgen.toml."
)
_to_option = click.option("--to", "language", type=click.Choice(given.LANGUAGES), help="Language of the edition; by default each of both.")
_path = click.Path(path_type=Path)


@click.group(short_help="Translate passages in a PO editor, and keep them.")
def command() -> None:
    """The passages of a brief that await translation, out to a PO file for any PO editor and back into the translation memory.

    \b
    Example:
      briefgen build articles/
      briefgen translate export out/2026-03-02-articles --to en
      poedit out/2026-03-02-articles/awaiting.en.po       or another PO editor
      briefgen translate import out/2026-03-02-articles/awaiting.en.po
      briefgen build articles/
    """


@command.command("export", short_help="Write what awaits translation to a PO file.")
@click.argument("brief", metavar="BRIEF", type=_path)
@_to_option
@click.option("-o", "--output", type=_path, metavar="FILE.po", help="The PO file; by default awaiting.LANGUAGE.po beside brief.json.")
@click.option("--machine", is_flag=True, help="Also the machine translations that the edition prints, to be looked through.")
@_memory_option
@given.config_option
def export(brief: Path, language: str | None, output: Path | None, machine: bool, memory: Path | None, config: Path | None) -> None:
    """Write each text that awaits translation to a PO file, in reading order, with article, paragraph, fact and speaker.
    BRIEF is a brief.json or its folder. What the memory knows is left out; the translation of similar words is offered as fuzzy.

    A file that is there is continued: nothing that was written in it is lost.

    \b
    Example:
      briefgen translate export out/2026-02-27-kazakhstan-rare-earths --to en
    """
    from briefgen.cli.exchange import export_worklists

    languages = (language,) if language else given.LANGUAGES
    written = list(export_worklists(brief, languages, output, memory, config, machine=machine))
    for path, entries in written:
        click.echo(click.format_filename(path))
        click.echo(f"briefgen: {entries}", err=True)
    if not written:
        click.echo("briefgen: nothing awaits translation", err=True)


@command.command("import", short_help="Take a translated PO file into the memory.")
@click.argument("file", metavar="FILE.po", type=_path)
@_memory_option
@click.option("--beside", type=_path, metavar="ARTICLE", help="Into ARTICLE's own PO file, NAME.en.po, rather than the memory.")
@given.config_option
def import_(file: Path, memory: Path | None, beside: Path | None, config: Path | None) -> None:
    """Take the finished entries of a PO file into memory.LANGUAGE.po of the memory's folder, where every later brief finds them.
    Fuzzy and empty entries are left out and counted. A sentence that the memory has otherwise takes the new translation, and is named.

    \b
    Example:
      briefgen translate import awaiting.en.po
      briefgen translate import awaiting.en.po --beside articles/monday.txt
    """
    from briefgen.cli.exchange import import_file

    path, lines = import_file(file, memory, beside, config)
    click.echo(click.format_filename(path))
    for line in lines:
        click.echo(f"briefgen: {line}", err=True)


@command.command("status", short_help="Count what is translated, and by whom.")
@click.argument("brief", metavar="BRIEF", type=_path)
@_to_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@_memory_option
@given.config_option
def status(brief: Path, language: str | None, as_json: bool, memory: Path | None, config: Path | None) -> None:
    """Count the passages of a brief: from the memory, in the speaker's own words, by machine, refused, awaiting translation, and those
    that the memory has learnt since the brief was built.

    \b
    Example:
      briefgen translate status out/2026-02-27-kazakhstan-rare-earths --json
    """
    import json

    from briefgen.cli.exchange import counts_of, in_words

    counts = {name: counts_of(brief, name, memory, config) for name in ((language,) if language else given.LANGUAGES)}
    click.echo(json.dumps(counts, indent=2) if as_json else "\n".join(in_words(name, found) for name, found in counts.items()))
