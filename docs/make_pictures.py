"""A real brief -> the pictures of the README: its first pages in both languages, as PNG.

    python docs/make_pictures.py

Builds `seeds/` into a temporary folder and draws pages with PDFium, so that a picture is never older than the run that made it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
PROGRAM = [sys.executable, "-c", "import sys; from briefgen.cli import main; sys.exit(main())"]
PAGES = (1, 2, 3)
SCALE = 100 / 72  # 100 dots an inch: legible on the page of a repository, 827 x 1169 for A4
COLOURS = 32  # greys, one accent and their blends; keeps a page under 150 kB
EDGE = "#c8c8c8"


def main() -> int:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([*PROGRAM, "build", str(ROOT / "seeds"), "-o", folder], check=True, stdout=subprocess.DEVNULL)
        for pdf in sorted(Path(folder).rglob("brief.*.pdf")):
            for name, picture in draw(pdf).items():
                picture.save(PICTURES / name, optimize=True)
                print(PICTURES.joinpath(name).relative_to(ROOT), picture.size)
    return 0


def draw(pdf: Path) -> dict[str, Image.Image]:
    """Pictures of the first pages by file name, `brief.ru.1.png`, each with a hairline around the sheet."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [number for number in PAGES if number <= len(document)]
    return {f"{pdf.stem}.{number}.png": _sheet(document[number - 1]) for number in pages}


def _sheet(page: pypdfium2.PdfPage) -> Image.Image:
    sheet = page.render(scale=SCALE).to_pil().convert("RGB")
    return ImageOps.expand(sheet, border=1, fill=EDGE).quantize(COLOURS, dither=Image.Dither.NONE)


if __name__ == "__main__":
    sys.exit(main())
