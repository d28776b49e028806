"""`briefgen doctor`: what this installation can do, and the cure for what it cannot."""

from __future__ import annotations

import json
from dataclasses import asdict

import click


@click.command(short_help="Say what this installation can do.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(as_json: bool) -> int:
    """Check Python, packages, language models, fonts, templates and catalogs; what is missing is named with its cure.
    Exits with 1 where something is missing.

    \b
    Example:
      briefgen doctor
      briefgen doctor --json
    """
    from briefgen.cli.checks import all_checks

    checks = all_checks()
    is_well = all(check.ok for check in checks)
    if as_json:
        value = {"ok": is_well, "checks": [asdict(check) for check in checks]}
        click.echo(json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8"))
        return int(not is_well)
    width = max(len(check.name) for check in checks)
    for check in checks:
        mark = click.style("ok     ", fg="green") if check.ok else click.style("MISSING", fg="red", bold=True)
        click.echo(f"{mark}  {check.name.ljust(width)}  {check.detail}")
        if not check.ok:
            click.echo(f"{' ' * (9 + width)}  -> {check.cure}")
    click.echo("\nEverything is in place." if is_well else "\nSome parts are missing: see the arrows.")
    return int(not is_well)
