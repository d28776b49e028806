"""Lines of JSON, [HTML file, folder of fonts, number, file to write?] -> WeasyPrint's seconds for a PDF/UA-1, and its bytes."""

import json
import sys
import time
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

_FACES = (("Regular", 400), ("Semibold", 600), ("Bold", 700))

for line in sys.stdin:
    path, fonts, number, *target = json.loads(line)
    html = Path(path).read_text(encoding="utf-8").replace("____________", str(number))
    faces = "".join(
        f'@font-face {{ font-family: "Source Serif Pro"; font-weight: {weight}; src: url("file://{fonts}/SourceSerifPro-{name}.ttf") }}'
        for name, weight in _FACES
    )
    started = time.perf_counter()
    configuration = FontConfiguration()
    sheet = CSS(string=faces, font_config=configuration)
    data = HTML(string=html).write_pdf(stylesheets=[sheet], font_config=configuration, pdf_variant="pdf/ua-1")
    print(json.dumps([time.perf_counter() - started, len(data)]), flush=True)
    if target:
        Path(target[0]).write_bytes(data)
