"""Texts on stdin, a JSON line each -> seconds that briefgen's extraction took, and the peak memory so far."""

import json
import resource
import sys
import time

from briefgen.extract import extract_article
from briefgen.readers.plain import read_plain

for line in sys.stdin:
    data = json.loads(line).encode("utf-8")
    started = time.perf_counter()
    extract_article(read_plain(data, "article.txt"), subjects=("RU",))
    print(json.dumps([time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]), flush=True)
