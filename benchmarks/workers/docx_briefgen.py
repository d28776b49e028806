"""Lines of JSON, [pickled report, style, number] -> seconds that briefgen's DOCX writer took, and the size of the file."""

import json
import pickle
import sys
import time
from dataclasses import replace
from pathlib import Path

from briefgen.templating import load_style
from briefgen.writers.docx.document import write_docx

for line in sys.stdin:
    path, style, number = json.loads(line)
    report = pickle.loads(Path(path).read_bytes())  # noqa: S301 (written by the benchmark)
    report = replace(report, head=replace(report.head, number=str(number)))
    started = time.perf_counter()
    data = write_docx(report, load_style(style))
    print(json.dumps([time.perf_counter() - started, len(data)]), flush=True)
