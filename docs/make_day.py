"""A staffer's day -> its pictures: the draft with its comments, the edits in it, the new PDF.

    python docs/make_day.py

Builds `seeds/` into a temporary folder, edits the Russian draft as Word would, pulls it and builds again; LibreOffice draws the drafts with
the marks of their comments, PDFium the new PDF. So a picture is never older than the run that made it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
PICTURES = ROOT / "docs" / "pictures"
PROGRAM = [sys.executable, "-c", "import sys; from briefgen.cli import main; sys.exit(main())"]
SCALE, COLOURS, EDGE = 100 / 72, 32, "#c8c8c8"
PAGE = 3  # experts, risks with their ratings, the assessment


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        brief = build(folder)
        draft = brief / "brief.ru.docx"
        save(draw(printed(draft, folder), 2), "day.1.draft.png")
        edit(draft)
        save(draw(printed(draft, folder), PAGE), "day.2.edited.png")
        done = subprocess.run([*PROGRAM, "pull", str(draft)], check=True, capture_output=True, text=True)
        sys.stdout.write(done.stdout)
        build(folder)
        save(draw(brief / "brief.ru.pdf", PAGE), "day.3.pdf.png")
        save(draw(brief / "brief.en.pdf", PAGE), "day.4.pdf.png")
    return 0


def build(folder: Path) -> Path:
    """The folder of the brief."""
    subprocess.run([*PROGRAM, "build", str(ROOT / "seeds"), "-o", str(folder / "out")], check=True, stdout=subprocess.DEVNULL)
    return next((folder / "out").glob("2*"))


def edit(path: Path) -> None:
    """What a staffer does: another word, a likelihood, conclusions."""
    from tests.edits.word import WordDraft

    word = WordDraft(path.read_bytes())
    word.type("heading/risks", "Угрозы для России")
    risk = next(tag for tag in word.tags() if tag.endswith("/likelihood")).rpartition("/")[0]
    word.choose(f"{risk}/likelihood", "вероятно")
    word.choose(f"{risk}/impact", "среднее")
    word.type("assessment", "Поручить профильному отделу отслеживать подписание соглашений по критически важным минералам.")
    path.write_bytes(word.save())


def printed(draft: Path, folder: Path) -> Path:
    """The draft as LibreOffice prints it, with the marks of its comments."""
    soffice = shutil.which("soffice")
    if soffice is None:
        raise SystemExit("soffice is not installed: it draws the drafts")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder / "drawn"), str(draft)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return folder / "drawn" / f"{draft.stem}.pdf"


def draw(pdf: Path, page: int) -> Image.Image:
    """A page with a hairline around the sheet."""
    sheet = pypdfium2.PdfDocument(pdf)[page - 1].render(scale=SCALE).to_pil().convert("RGB")
    return ImageOps.expand(sheet, border=1, fill=EDGE).quantize(COLOURS, dither=Image.Dither.NONE)


def save(picture: Image.Image, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    picture.save(PICTURES / name, optimize=True)
    print((PICTURES / name).relative_to(ROOT), picture.size)


if __name__ == "__main__":
    sys.exit(main())
