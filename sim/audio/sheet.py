"""The contact sheet of sounds: outline and spectrogram of each, its name, length, level and whether it loops."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from assets.textures.pen import font
from common.text import Lang, text
from scenarios.registry import registry
from sim.audio.library import recording
from sim.audio.loudness import decibels
from sim.audio.recording import Recording
from sim.audio.spectrogram import outline, spectrogram

CELL = (280, 150)
OUTLINE_HEIGHT = 44
CAPTION = 64
COLUMNS = 6
GAP, TOP = 12, 84
PAPER, INK, FAINT, WAVE = (246, 246, 244), (30, 32, 35), (110, 114, 120), (196, 92, 38)


def draw_sound_sheet(path: Path, names: Iterable[str] | None = None, lang: Lang = "zh") -> None:
    """Write the sheet of all sounds (or those called ``names``) as a picture file, building what is not there yet.

    Raises:
        EnvironmentLacks: the cache cannot be written.
    """
    shown = list(registry().sounds if names is None else names)
    w, h = CELL[0] + GAP, CELL[1] + OUTLINE_HEIGHT + CAPTION + GAP
    rows = -(-len(shown) // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * w + GAP, TOP + rows * h), PAPER)
    draw = ImageDraw.Draw(sheet)
    draw.text((GAP, 22), text("audio.sheet.title", lang), INK, font(40))
    for k, name in enumerate(shown):
        x, y = GAP + k % COLUMNS * w, TOP + k // COLUMNS * h
        sound = recording(name)
        sheet.paste(sound_picture(sound), (x, y))
        label = getattr(registry().sounds[name].label, lang)
        below = y + CELL[1] + OUTLINE_HEIGHT
        for down, size, ink, words in (
            (4, 17, INK, label), (27, 13, FAINT, name), (44, 13, FAINT, _facts(sound, lang)),
        ):  # fmt: skip
            draw.text((x, below + down), words, ink, font(size))
    sheet.save(path)


def sound_picture(sound: Recording) -> Image.Image:
    """Its outline over time and under it its spectrogram."""
    picture = Image.new("RGB", (CELL[0], CELL[1] + OUTLINE_HEIGHT), (255, 255, 255))
    draw = ImageDraw.Draw(picture)
    middle, half = OUTLINE_HEIGHT / 2, OUTLINE_HEIGHT / 2 - 2
    signal = sound.signal
    for x, (low, high) in enumerate(outline(signal / max(np.abs(signal).max(), 1e-9), CELL[0])):
        draw.line((x, middle - half * high, x, middle - half * low), WAVE)
    picture.paste(Image.fromarray(spectrogram(signal, CELL)), (0, OUTLINE_HEIGHT))
    return picture


def _facts(sound: Recording, lang: Lang) -> str:
    level = decibels(sound.signal, loops=sound.loops)
    facts = text("audio.sheet.facts", lang, seconds=f"{sound.seconds:.1f}", level=f"{level:.0f}")
    return facts + (text("audio.sheet.loops", lang) if sound.loops else "")
