"""Lines of JSON, [typst source, folder of fonts, number, file to write?] -> typst's seconds for a PDF/UA-1 + PDF/A-2a, and its bytes."""

import json
import sys
import time
from pathlib import Path

import typst

for line in sys.stdin:
    path, fonts, number, *target = json.loads(line)
    source = Path(path).with_suffix(f".{number}.typ")
    source.write_text(Path(path).read_text(encoding="utf-8").replace("____________", str(number)), encoding="utf-8")
    started = time.perf_counter()
    data = typst.compile(str(source), font_paths=[fonts], ignore_system_fonts=True, pdf_standards=["ua-1", "a-2a"])
    print(json.dumps([time.perf_counter() - started, len(data)]), flush=True)
    if target:
        Path(target[0]).write_bytes(data)
    source.unlink()
