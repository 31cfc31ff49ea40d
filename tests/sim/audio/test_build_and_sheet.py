"""Sounds are built with all other assets, only when they are missing, and can be looked at."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from assets.build import build_assets
from assets.cache import cache_dir
from common.errors import UsageError
from scenarios.registry import registry
from sim.audio.library import recording, sound_key, sound_pieces, sounds_version
from sim.audio.pieces import line_pieces
from sim.audio.sheet import draw_sound_sheet
from sim.audio.spectrogram import spectrogram
from sim.audio.synthesis import sine
from sim.audio.system_voice import EspeakVoice


@pytest.fixture
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QIANCHE_CACHE", str(tmp_path / "cache"))
    recording.cache_clear()


@pytest.mark.usefixtures("_own_cache")
def test_sounds_are_built_with_the_rest_and_not_twice() -> None:
    assert build_assets(["horn", "tap_ok"], workers=1, further=sound_pieces()) == 2
    files = {path: path.stat().st_mtime_ns for path in cache_dir().glob("sounds/*.npz")}
    assert len(files) == 2
    next(iter(files)).write_bytes(b"damaged")
    assert recording("horn").seconds > 1 and recording("tap_ok").seconds > 0.5, "a damaged one is made again"
    build_assets(["horn", "tap_ok"], workers=1, further=sound_pieces())
    assert set(cache_dir().glob("sounds/*.npz")) == files.keys()


@pytest.mark.usefixtures("_own_cache")
def test_a_sound_nobody_makes_is_refused() -> None:
    with pytest.raises(UsageError) as told:
        build_assets(["horn", "song_of_a_whale"], workers=1, further=sound_pieces())
    assert "song_of_a_whale" in told.value.message("zh") and "horn" not in told.value.message("zh")


def test_every_sound_is_a_piece_and_another_level_is_another_sound() -> None:
    assert [piece.name for piece in sound_pieces()] == list(registry().sounds)
    assert sound_key("horn") != sound_key("tap_ok")
    assert len(sounds_version()) == 16


def test_each_line_of_the_bank_is_a_piece_once_in_each_language() -> None:
    pieces = list(line_pieces(EspeakVoice(("espeak-ng",))))
    assert len({(piece.words, piece.lang) for piece in pieces}) == len(pieces) > 60
    assert {piece.lang for piece in pieces} == {"zh", "en"}


def test_a_spectrogram_shows_a_tone_at_its_height() -> None:
    low, high = (spectrogram(sine(hertz, 1.0), (60, 90)).astype(int).sum(2) for hertz in (200.0, 3200.0))
    rows = low.mean(1).argmax(), high.mean(1).argmax()
    octaves = np.log2(15000 / 30)
    assert rows[0] - rows[1] == pytest.approx(90 * 4 / octaves, abs=2), "four octaves higher"


def test_the_sheet_has_a_cell_for_every_sound(tmp_path: Path) -> None:
    path = tmp_path / "sounds.png"
    draw_sound_sheet(path, ["horn", "amb_mine", "tap_ok"])
    with Image.open(path) as sheet:
        picture = np.asarray(sheet.convert("L")).astype(int)
    assert picture.shape[1] > 1500
    for cell in range(3):
        assert picture[84:270, 12 + cell * 292 : 292 + cell * 292].std() > 30
    assert picture[84:270, 12 + 4 * 292 :].std() < 1, "there were only three"
