"""The fonts of a style: real faces read once, measured with their kerning, subset when a file is finished."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import uharfbuzz

# The families by the name a style gives them: the package that ships them, the beginning of their file names.
_FAMILIES = {"source-serif-pro": ("font_source_serif_pro", "SourceSerifPro"), "source-sans-pro": ("font_source_sans_pro", "SourceSansPro")}
_WEIGHTS = {"regular": "Regular", "semibold": "Semibold", "bold": "Bold"}

# Hyphens that a face may lack stand as its plain hyphen; they keep their own code, so that a text read back is the same.
_HYPHENS = "\u2010\u2011\u00ad"
SOFT_HYPHEN = "\u00ad"

# Ligatures and alternates are off: each glyph stands for one character, so that text read back is the text printed.
_FEATURES = {"kern": True, "liga": False, "clig": False, "calt": False, "ccmp": False, "locl": False}


_REMEMBERED = 100_000  # texts of each face; a long job must not grow for ever


@dataclass(frozen=True, slots=True)
class Shape:
    """A word's width, and after each character the space that kerning adds to its advance, all in thousandths of the type size."""

    width: float
    kerns: tuple[float, ...]


@dataclass(frozen=True, eq=False)
class Face:
    """One weight of a family; `shapes`, `widths` and `codes` remember the words measured and written."""

    path: Path
    font: uharfbuzz.Font
    characters: frozenset[str]
    cap_height: float
    shapes: dict[str, Shape] = field(default_factory=dict)
    widths: dict[str, float] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)

    @property
    def scale(self) -> float:
        return 1000 / float(self.font.face.upem)

    def glyph(self, character: str) -> int:
        """The glyph of a character that the face has."""
        glyph: int | None = self.font.get_nominal_glyph(ord(character))
        if glyph is None:
            glyph = self.font.get_nominal_glyph(ord("-"))
        return glyph or 0

    def advance(self, character: str) -> float:
        return float(self.font.get_glyph_h_advance(self.glyph(character))) * self.scale

    def width(self, text: str, size: float) -> float:
        """The width of a text in points."""
        known = self.widths.get(text)
        if known is None:
            shapes = self.shapes
            known = sum((shapes.get(part) or self.shape(part)).width for part in split_words(text))
            if len(self.widths) < _REMEMBERED:
                self.widths[text] = known
        return known * size / 1000

    def shape(self, word: str) -> Shape:
        """A word without spaces, or spaces alone, measured; each word once in a process."""
        known = self.shapes.get(word)
        if known is not None:
            return known
        buffer = uharfbuzz.Buffer()
        buffer.add_str("".join("-" if character in _HYPHENS else character for character in word))
        buffer.guess_segment_properties()
        uharfbuzz.shape(self.font, buffer, _FEATURES)
        advances = [position.x_advance * self.scale for position in buffer.glyph_positions]
        kerns = tuple(advance - self.advance(character) for character, advance in zip(word, advances, strict=True))
        shape = Shape(sum(advances), kerns)
        if len(self.shapes) < _REMEMBERED:
            self.shapes[word] = shape
        return shape


_PARTS = re.compile(r"[ \u00a0]|[^ \u00a0]+")


def split_words(text: str) -> list[str]:
    """Words and single spaces, in order: kerning does not cross a space."""
    return _PARTS.findall(text)


@lru_cache(maxsize=8)
def load_faces(family: str) -> Mapping[str, Face]:
    """The upright faces of a family by weight. The italics have no Cyrillic and are never taken."""
    package, stem = _FAMILIES[family]
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"the font package {package} is not installed")
    folder = Path(spec.origin).parent / "files"
    return {weight: _load_face(folder / f"{stem}-{name}.ttf") for weight, name in _WEIGHTS.items()}


@lru_cache(maxsize=1)
def common_characters() -> frozenset[str]:
    """The characters that each face of each family has: what every style prints alike."""
    return frozenset.intersection(*(face.characters for family in _FAMILIES for face in load_faces(family).values()))


def _load_face(path: Path) -> Face:
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
    font = uharfbuzz.Font(face)
    metric = font.get_metric_position(uharfbuzz.OTMetricsTag.CAP_HEIGHT)
    characters = frozenset(chr(code) for code in face.unicodes if code < 0x10000) | frozenset(_HYPHENS)
    return Face(path, font, characters, float(metric or 0.67 * face.upem) / float(face.upem))
