"""Lines of JSON, [content, number, file to write?] -> docxtpl's seconds for a template with the same content, and the bytes."""

import io
import json
import sys
import time
from pathlib import Path

import docx
from docxtpl import DocxTemplate


def template():
    """One paragraph a kind of block and one table whose rows and columns are loops; made once, as an author of templates makes it."""
    document = docx.Document()
    document.add_paragraph("{{ number }}")
    document.add_paragraph("{%p for block in blocks %}")
    for level in (1, 2, 3):
        document.add_paragraph("{%p if block.kind == 'heading' and block.level == " + str(level) + " %}")
        document.add_heading("{{ block.text }}", level)
        document.add_paragraph("{%p endif %}")
    for kind, style in (("paragraph", None), ("item", "List Bullet")):
        document.add_paragraph("{%p if block.kind == '" + kind + "' %}")
        document.add_paragraph("{{ block.text }}", style)
        document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p if block.kind == 'table' %}")
    table = document.add_table(3, 3, "Table Grid")
    table.cell(0, 0).text = "{%tr for row in block.rows %}"
    table.cell(1, 0).text = "{%tc for cell in row %}"
    table.cell(1, 1).text = "{{ cell }}"
    table.cell(1, 2).text = "{%tc endfor %}"
    table.cell(2, 0).text = "{%tr endfor %}"
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


TEMPLATE = template()
for line in sys.stdin:
    path, number, *target = json.loads(line)
    blocks = json.loads(Path(path).read_text(encoding="utf-8"))
    started = time.perf_counter()
    filled = DocxTemplate(io.BytesIO(TEMPLATE))
    filled.render({"blocks": blocks, "number": number}, autoescape=True)
    buffer = io.BytesIO()
    filled.save(buffer)
    data = buffer.getvalue()
    print(json.dumps([time.perf_counter() - started, len(data)]), flush=True)
    if target:
        Path(target[0]).write_bytes(data)
