"""Names with characters that few fonts hold: taken down, looked for in fonts, and set on paper."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from common.enrolment import can_be_name
from ledger.certificates import glyphs
from ledger.certificates.credential import Achieved
from ledger.certificates.paper import sheet

UNKNOWN_TO_FONTS = "\U0003f123"
"""In a plane of ideographs, and nothing there yet: no font can have it."""


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine without any fonts of its own."""
    monkeypatch.setattr(glyphs, "_machine", lambda: np.zeros(0x110000, bool))
    yield


def set_on_paper(holder: str, form: str = "png", issuer: str = "某局") -> bytes:
    level = {"zh": "工伤预防体验培训", "en": "Work injury prevention, introduction"}
    achieved = Achieved("id", "QC2026-0000001", holder, "experience", level, 0.5, 0, 86_400_000_000, "2026-1")
    return sheet(achieved, issuer, "https://ledger.example", form, ppi=72)


def ink(png: bytes) -> np.ndarray:
    """Where the line of the name is dark (the sheet's middle, rows by columns)."""
    grey = np.asarray(Image.open(io.BytesIO(png)).convert("L"))
    return grey[185:232, 200:640] < 128


def test_characters_of_the_general_table_are_in_our_own_fonts() -> None:
    assert glyphs.rare_in("欧阳䶮㛃𬱖𰻝 Li Na·买买提") == []
    assert glyphs.undrawable("欧阳䶮㛃𬱖𰻝") == ""


def test_rare_ones_are_named_once_with_their_code(bare_machine: None) -> None:
    rare = glyphs.rare_in(f"𠮷田𠮷{UNKNOWN_TO_FONTS}")
    assert [(each.character, each.code, each.source) for each in rare] == [
        ("𠮷", "U+20BB7", "none"),
        (UNKNOWN_TO_FONTS, "U+3F123", "none"),
    ]


def test_fonts_of_the_machine_are_looked_into() -> None:
    drawn = {each for each in "𠮷嶲\U0003f123" if not glyphs.undrawable(each)}
    assert UNKNOWN_TO_FONTS not in drawn
    assert glyphs._machine()[ord("中")], "our own are among what the typesetter finds"


def test_a_file_that_is_no_font_draws_nothing(tmp_path: Path) -> None:
    real = next(glyphs.fonts_folder().glob("*Serif*.otf")).read_bytes()
    for k, content in enumerate((b"", b"OTTO", b"ttcf" + bytes(40), real[:3000], bytes(500))):
        path = tmp_path / f"{k}.otf"
        path.write_bytes(content)
        assert not glyphs._drawn([(path, 0)]).any()


def test_a_character_without_a_glyph_is_a_box_on_the_sheet(bare_machine: None) -> None:
    whole, gap = set_on_paper("李田娜"), set_on_paper(f"李{UNKNOWN_TO_FONTS}娜")
    assert ink(whole).sum() > 200
    middle = ink(gap)[:, 205:235]
    assert not middle[8:24, 8:22].any(), "room to write the character in"
    columns = np.flatnonzero(ink(gap).any(axis=0))
    assert columns.max() - columns.min() == pytest.approx(np.ptp(np.flatnonzero(ink(whole).any(axis=0))), abs=3)
    assert set_on_paper(f"李{UNKNOWN_TO_FONTS}娜", "pdf", f"某{UNKNOWN_TO_FONTS}局").startswith(b"%PDF-")


def test_names_python_does_not_know_yet_are_names() -> None:
    assert can_be_name("李\U00031350娜")
    assert can_be_name("\U0002ebf0")
    for wrong in ("", "李\n娜", "李\x00", "李\ue000娜", "\U0003ffff", "a" * 61):
        assert not can_be_name(wrong), repr(wrong)
