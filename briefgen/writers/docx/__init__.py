"""A Report -> an editable Word file: `document.write_docx`."""
