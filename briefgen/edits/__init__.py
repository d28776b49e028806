"""Edits of a person: read out of a Word draft, kept in edits.toml, put onto a brief and its reports."""
