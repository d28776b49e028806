"""Lines of JSON, [content, number, file to write?] -> python-docx's seconds for the same words, and the bytes of the file."""

import io
import json
import sys
import time
from pathlib import Path

import docx


def write(blocks, number):
    document = docx.Document()
    document.add_paragraph(str(number))
    for block in blocks:
        if block["kind"] == "heading":
            document.add_heading(block["text"], block["level"])
        elif block["kind"] == "table":
            rows = block["rows"]
            table = document.add_table(len(rows), len(rows[0]), "Table Grid")
            for row, texts in zip(table.rows, rows, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
        else:
            document.add_paragraph(block["text"], "List Bullet" if block["kind"] == "item" else None)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


for line in sys.stdin:
    path, number, *target = json.loads(line)
    blocks = json.loads(Path(path).read_text(encoding="utf-8"))
    started = time.perf_counter()
    data = write(blocks, number)
    print(json.dumps([time.perf_counter() - started, len(data)]), flush=True)
    if target:
        Path(target[0]).write_bytes(data)
