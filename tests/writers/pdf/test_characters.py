"""Characters without a glyph: replaced by their codes, and told; everything else is printed as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.templating import load_style, templates_folder
from briefgen.writers.pdf.characters import code, printable, unprintable
from briefgen.writers.pdf.faces import common_characters, load_faces

STYLES = sorted(path.stem for path in (templates_folder() / "styles").glob("*.toml"))
RUSSIAN = "".join(map(chr, range(0x410, 0x450))) + "Ёё"
KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
SIGNS = "№§€£$₽₸«»„“”‘’—–…\u00a0\u202f\u2011−×°≈"


@pytest.mark.parametrize("style", STYLES)
def test_every_face_that_a_style_may_choose_has_the_letters_of_its_languages(style: str) -> None:
    """The italics of both families lack Cyrillic: no style can ask for one."""
    faces = load_faces(load_style(style).fonts.pdf)
    assert sorted(faces) == ["bold", "regular", "semibold"]
    for face in faces.values():
        assert "It" not in face.path.stem.split("-")[-1]
        assert face.characters.issuperset(RUSSIAN + KAZAKH + printable(SIGNS))


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("акции 中国石油 выросли", "акции ‹U+4E2D U+56FD U+77F3 U+6CB9› выросли"),
        ("успех \U0001f680!", "успех ‹U+1F680›!"),
        ("да\U0001f44d\U0001f3fd", "да‹U+1F44D›"),
        ("100 \u20bc", "100 ‹U+20BC›"),
        ("❤\ufe0f", "‹U+2764›"),
    ],
)
def test_a_character_that_no_face_has_stands_as_its_code(given: str, wanted: str) -> None:
    assert printable(given) == wanted


def test_what_the_faces_have_is_printed_as_it_is() -> None:
    assert printable(RUSSIAN + KAZAKH) == RUSSIAN + KAZAKH
    assert unprintable(RUSSIAN, (KAZAKH, SIGNS)) == ()


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_all_printed_characters_have_a_glyph(text: str) -> None:
    shown = printable(text)
    assert common_characters().issuperset(shown)
    assert printable(shown) == shown
    assert [character for character in unprintable(text) if code(character) not in shown] == []
