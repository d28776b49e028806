"""What a Word draft takes: briefgen's writer beside plain python-docx and docxtpl, in the same run, with the same content.

    python benchmarks/word.py [--runs 15] [--json]

The peers get the seed's brief as headings, paragraphs, list items and tables; ours has the chart with its workbook, controls, bookmarks,
comments and the ledger on top. Cold is a fresh process from its start to the finished file, with the byte code that an installed program
has (`processes.installed`), warm each further file of the same process, with the brief of another article (four by turns) and another
document number. Programs go by turns; peers are installed into venvs of their own.
"""

from __future__ import annotations

import argparse
import json
import pickle
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pdf import STYLE, WORKERS, Row, measure, reports, table
from peers import peer_python

PEERS = {"python-docx": ("python-docx==1.2.0",), "docxtpl": ("docxtpl==0.20.2",)}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--json", action="store_true", help="print JSON, for a file to compare with")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pickles, contents = [], []
        for number, report in enumerate(reports()):
            pickles.append(folder / f"brief-{number}.pickle")
            pickles[-1].write_bytes(pickle.dumps(report))
            contents.append(folder / f"brief-{number}.json")
            contents[-1].write_text(json.dumps(content_of(report), ensure_ascii=False), encoding="utf-8")
        jobs = {"briefgen": [[str(path), STYLE] for path in pickles]}
        commands = {"briefgen": [sys.executable, str(WORKERS / "docx_briefgen.py")]}
        for peer, packages in PEERS.items():
            python = peer_python(*packages)
            if python:
                commands[peer] = [str(python), "-W", "ignore", str(WORKERS / f"docx_{peer.replace('-', '_')}.py")]
                jobs[peer] = [[str(path)] for path in contents]
        rows = measure(commands, jobs, runs=options.runs)
        rows += [Row(f"{peer}: could not be installed") for peer in PEERS if peer not in commands]
    print(json.dumps([asdict(row) for row in rows], indent=2) if options.json else table(rows, runs=options.runs))
    return 0


def content_of(report: Any) -> list[dict[str, Any]]:
    """The words of a report as plain blocks: kind (heading, paragraph, item, table), text, level, rows."""
    from briefgen.blocks import Heading, Listing, Paragraph, Table, Timeline
    from briefgen.writers.docx.slots import plain

    head = report.head
    blocks: list[dict[str, Any]] = [{"kind": "paragraph", "text": text} for text in (head.kind, head.date, head.title, plain(head.basis))]
    for block in report.blocks:
        if isinstance(block, Heading):
            blocks.append({"kind": "heading", "level": block.level, "text": f"{block.number} {block.text}".strip()})
        elif isinstance(block, Paragraph):
            blocks.append({"kind": "paragraph", "text": plain(block.inlines)})
        elif isinstance(block, Listing):
            blocks += [{"kind": "item", "text": plain(item.inlines)} for item in block.items]
        elif isinstance(block, Table):
            rows = [[column.head for column in block.columns], *([plain(cell) for cell in row.cells] for row in block.rows)]
            blocks.append({"kind": "table", "rows": rows})
        elif isinstance(block, Timeline):
            blocks.append({"kind": "table", "rows": [[moment.date, plain(moment.inlines)] for moment in block.moments]})
    return blocks


if __name__ == "__main__":
    sys.exit(main())
