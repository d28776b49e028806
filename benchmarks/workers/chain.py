"""A file of JSON, steps in order -> all of them in this one process: [script of this folder, its lines] or [null, a command]."""

import io
import json
import runpy
import subprocess
import sys
from pathlib import Path

for script, words in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
    if script is None:
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        continue
    sys.stdin = io.StringIO("".join(json.dumps(line) + "\n" for line in words))
    runpy.run_path(str(Path(__file__).with_name(script)))
