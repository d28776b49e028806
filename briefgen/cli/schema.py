"""`briefgen schema`: the JSON Schemas of what briefgen writes, and of a style."""

from __future__ import annotations

import json

import click


@click.command(short_help="Print the JSON Schema of an extraction, of brief.json or of a style.")
@click.argument("name", type=click.Choice(["extraction", "brief", "style"]))
def command(name: str) -> None:
    """Print the JSON Schema (2020-12) of what `briefgen extract` prints, of brief.json, or of the TOML file of a style.

    \b
    Example:
      briefgen schema brief > brief.schema.json
    """
    from briefgen.serialize import brief_schema, extraction_schema
    from briefgen.templating import style_schema

    schemas = {"extraction": extraction_schema, "brief": brief_schema, "style": style_schema}
    schema = schemas[name]()
    click.echo(json.dumps(schema, ensure_ascii=False, indent=2).encode("utf-8"))
