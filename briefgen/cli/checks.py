"""An installation -> checks of its parts, each with what was found and what to do where it is missing."""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec

from briefgen.diagnostics import BriefgenError

OLDEST = (3, 11)
_AGAIN = "python -m pip install --force-reinstall briefgen"
# pymorphy3's DAWG2-Python and natasha's DAWG-Python share a folder; whichever was removed last took files of the other with it.
_DAWG = "python -m pip install --force-reinstall --no-deps DAWG-Python DAWG2-Python"
_WEIGHTS = ("emb/navec_news_v1_1B_250K_300d_100q.tar", *(f"model/slovnet_{name}_news_v1.tar" for name in ("ner", "morph", "syntax")))
_FONTS = {"source-serif-pro": "font-source-serif-pro", "source-sans-pro": "font-source-sans-pro"}
# What a brief has to print, some characters for each; what the faces lack stands as its code in the PDF.
_SCRIPTS = {
    "Latin": "AZazÀéßğıŞčńłđŷ",
    "Cyrillic": "АЯаяЁё",
    "Kazakh": "ӘәҒғҚқҢңӨөҰұҮүҺһІі",
    "Tajik": "ҶҷӢӣӮӯҲҳ",
    "Ukrainian": "ҐґЄєЇїЎў",
    "signs of money": "$€£¥₽₸₴₹₺",
    "signs of text": "«»„“”‘’–—…№§°×−≈→",
}
# What may be added: its name, the packages it needs, the extra that brings them.
_ADDITIONS = (
    ("translator ctranslate2", ("ctranslate2", "sentencepiece"), "ctranslate2"),
    ("translator openai", ("httpx",), "llm"),
    ("QR code", ("segno",), "qr"),
    ("signature", ("pyhanko",), "sign"),
    ("cluster", ("distributed",), "cluster"),
)
_BROKEN = (ImportError, OSError, AttributeError, TypeError, ValueError, KeyError, BriefgenError)


@dataclass(frozen=True, slots=True)
class Check:
    """A part of the installation; `cure` is empty where it is well."""

    name: str
    ok: bool
    detail: str
    cure: str = ""


def all_checks() -> tuple[Check, ...]:
    """Every part that a build needs, and those that may be added."""
    own = Check("briefgen", True, version("briefgen"))
    return (own, _python(), *_packages(), _weights(), _dictionary(), *_fonts(), *_templates(), *_catalogs(), *_additions())


def _python() -> Check:
    ok = sys.version_info >= OLDEST
    cure = "" if ok else "install Python 3.11 or later, and briefgen with it"
    return Check("Python", ok, f"{platform.python_version()} ({platform.system()} {platform.machine()})", cure)


def _packages() -> Iterator[Check]:
    """The packages that briefgen's own metadata ask for, extras left out."""
    names = [re.match(r"[\w.-]+", line) for line in requires("briefgen") or () if "extra ==" not in line]
    for name in sorted(found[0] for found in names if found):
        try:
            yield Check(f"package {name}", True, version(name))
        except PackageNotFoundError:
            yield Check(f"package {name}", False, "not installed", f"python -m pip install {name}")


def _weights() -> Check:
    from briefgen.language.models import weights_folder

    def find() -> str:
        missing = [name for name in _WEIGHTS if not (weights_folder() / name).is_file()]
        if missing:
            raise FileNotFoundError(f"{', '.join(missing)} not in {weights_folder()}")
        return str(weights_folder())

    return _tried("Russian language models", find, "python -m pip install --force-reinstall natasha")


def _dictionary() -> Check:
    from briefgen.language.morphology import is_known

    def look_up() -> str:
        if not is_known("соглашение"):
            raise ValueError("the dictionary does not know common words")
        return "pymorphy3 reads its dictionary"

    return _tried("Russian dictionary", look_up, _DAWG)


def _fonts() -> Iterator[Check]:
    for family, package in _FONTS.items():
        yield _tried(f"font {family}", lambda family=family: _coverage(family), f"python -m pip install --force-reinstall {package}")  # type: ignore[misc]


def _coverage(family: str) -> str:
    """Which characters all faces of a family have."""
    from briefgen.writers.pdf.faces import load_faces

    faces = load_faces(family)
    common = frozenset.intersection(*(face.characters for face in faces.values()))
    lacking = [f"{script} ({''.join(sorted(set(signs) - common))})" for script, signs in _SCRIPTS.items() if not common.issuperset(signs)]
    if lacking:
        raise ValueError(f"{len(faces)} faces, without characters for {', '.join(lacking)}")
    return f"{len(faces)} faces, {len(common)} characters: {', '.join(_SCRIPTS)}"


def _templates() -> Iterator[Check]:
    from briefgen.templating import find_letterhead, load_profile, load_style, template_names

    for profile in template_names("profiles"):
        yield _tried(f"profile {profile}", lambda profile=profile: str(load_profile(profile)[0]), _AGAIN)  # type: ignore[misc]
    for style in template_names("styles"):
        yield _tried(f"style {style}", lambda style=style: load_style(style).name, _AGAIN)  # type: ignore[misc]
        yield _tried(f"letterhead {style}", lambda style=style: find_letterhead(style).name, _AGAIN)  # type: ignore[misc]


def _catalogs() -> Iterator[Check]:
    from briefgen.translation.catalogs import catalog

    for language in ("ru", "en"):
        yield _tried(f"catalog {language}", lambda language=language: f"{len(catalog(language).messages)} phrases", _AGAIN)  # type: ignore[misc]


def _additions() -> Iterator[Check]:
    """What one lacks is told, and is no fault of the installation."""
    for name, packages, extra in _ADDITIONS:
        missing = [package for package in packages if find_spec(package) is None]
        yield Check(name, True, f"off: pip install 'briefgen[{extra}]'" if missing else "can be used")


def _tried(name: str, find: Callable[[], str], cure: str) -> Check:
    try:
        return Check(name, True, find())
    except _BROKEN as error:
        return Check(name, False, str(error) or type(error).__name__, cure)
