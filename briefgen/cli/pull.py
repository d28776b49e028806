"""`briefgen pull`: the edits of a Word draft -> edits.toml in the folder of its brief."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from briefgen.cli import options as given


@click.command(short_help="Take a staffer's edits out of a Word draft.")
@click.argument("draft", metavar="DRAFT.docx", type=click.Path(path_type=Path))
@click.option("--brief", "folder", type=click.Path(path_type=Path), metavar="DIR", help="Folder of the brief; the draft's own by default.")
@click.option("--accept-tracked", is_flag=True, help="Take tracked changes that nobody has accepted or rejected yet.")
@click.option(
    "--confirm",
    "confirmed",
    type=given.confirmation,
    multiple=True,
    metavar="ID=REASON",
    help="Take a change of a source's figure or words; without =REASON the comment on it in the draft is the reason. Repeatable.",
)
@click.option("--dry-run", is_flag=True, help="Show the changes and write nothing.")
@given.config_option
@click.option("--log", "log_file", type=click.Path(path_type=Path), metavar="FILE.jsonl", help="Add a line of JSON for each event.")
@click.option("-q", "--quiet", is_flag=True, help="Print the path of edits.toml and errors only.")
def command(draft: Path, log_file: Path | None, quiet: bool, **words: Any) -> int:
    """Read a draft back after Word or LibreOffice saved it, show each change, and keep it in edits.toml in the folder of the brief. The
    next `build` or `render` there applies it; then the draft may be replaced. The articles are never touched.

    A change of a source's figure or of words inside a quotation is taken only with --confirm, and printed as corrected by hand.
    Exit code 1: something was not taken.

    \b
    Example:
      briefgen pull out/2026-02-27-kazakhstan-rare-earths/brief.ru.docx
      briefgen pull draft.docx --brief out/2026-02-27-kazakhstan-rare-earths --confirm "q-8857142e368b=corrected by the ministry"
    """
    from briefgen.cli.log import Log, logged
    from briefgen.cli.pulling import pull_draft

    log = Log(log_file, quiet)
    with logged(log, "pull", draft=str(draft)):
        code = pull_draft(draft, words, log)
        log.event("finished", exit_code=code)
    return code
