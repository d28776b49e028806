"""Lines of JSON, [HTML file, number, file to write] -> seconds that pandoc took for a DOCX of it, and the size of the file."""

import json
import sys
import time
from pathlib import Path

import pypandoc

for line in sys.stdin:
    path, number, target = json.loads(line)
    html = Path(path).read_text(encoding="utf-8").replace("____________", str(number))
    started = time.perf_counter()
    pypandoc.convert_text(html, "docx", format="html", outputfile=target)
    print(json.dumps([time.perf_counter() - started, Path(target).stat().st_size]), flush=True)
