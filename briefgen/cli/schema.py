"""`briefgen schema`: the JSON Schemas of what briefgen writes."""

from __future__ import annotations

import json

import click


@click.command(short_help="Print the JSON Schema of an extraction or of brief.json.")
@click.argument("name", type=click.Choice(["extraction", "brief"]))
def command(name: str) -> None:
    """Print the JSON Schema (2020-12) of what `briefgen extract` prints, or of brief.json.

    \b
    Example:
      briefgen schema brief > brief.schema.json
    """
    from briefgen.serialize import brief_schema, extraction_schema

    schema = extraction_schema() if name == "extraction" else brief_schema()
    click.echo(json.dumps(schema, ensure_ascii=False, indent=2).encode("utf-8"))
