"""A real evidence page -> the picture of the README, as a headless Chromium shows it with a fact chosen.

    python docs/make_evidence_picture.py

Needs the packages selenium and Pillow, and the programs chromium and chromedriver.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from selenium import webdriver
from selenium.webdriver.common.by import By

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "pictures" / "evidence.png"
PROGRAM = [sys.executable, "-c", "import sys; from briefgen.cli import main; sys.exit(main())"]
ARGUMENTS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --window-size=1300,1000 --lang=en-GB"
WORDS = "2,6 миллиона тонн"


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([*PROGRAM, "build", str(ROOT / "seeds"), "-o", folder], check=True, stdout=subprocess.DEVNULL)
        (page,) = Path(folder).rglob("evidence.html")
        picture = Image.open(io.BytesIO(shown(page)))
        picture.convert("RGB").quantize(64, dither=Image.Dither.NONE).save(PICTURE, optimize=True)
    print(PICTURE.relative_to(ROOT), picture.size)
    return 0


def shown(page: Path) -> bytes:
    """The page as PNG, in English, after a click on a figure."""
    options = webdriver.ChromeOptions()
    options.binary_location = str(shutil.which("chromium"))
    for argument in ARGUMENTS.split():
        options.add_argument(argument)
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(str(shutil.which("chromedriver"))))
    try:
        browser.get(page.as_uri())
        next(part for part in browser.find_elements(By.CSS_SELECTOR, "#text .f") if part.text == WORDS).click()
        return bytes(browser.get_screenshot_as_png())
    finally:
        browser.quit()


if __name__ == "__main__":
    sys.exit(main())
