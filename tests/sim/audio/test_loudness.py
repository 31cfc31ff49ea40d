"""Levels at the ear: measured as an ear hears, limited as the content rules ask."""

from __future__ import annotations

import numpy as np
import pytest

from sim.audio.loudness import CEILING, FULL_SCALE_DB, decibels, levelled, limited, loudness
from sim.audio.synthesis import RATE, faded, moments, noise, sine


def test_a_full_scale_tone_is_85_decibels() -> None:
    tone = sine(1000.0, 2.0)
    assert loudness(tone, loops=True) == pytest.approx(-3.01, abs=0.05)
    assert decibels(tone, loops=True) == pytest.approx(FULL_SCALE_DB, abs=0.05)


@pytest.mark.parametrize(("hertz", "correction"), [(50.0, -4.0), (500.0, 0.0), (4000.0, 3.3), (10000.0, 3.3)])
def test_highs_count_more_and_the_lowest_less(hertz: float, correction: float) -> None:
    weighted = loudness(sine(hertz, 2.0), loops=True) - loudness(sine(1000.0, 2.0), loops=True)
    assert weighted == pytest.approx(correction, abs=0.8)


def test_a_short_sound_is_as_loud_as_its_loudest_moment() -> None:
    short, long = faded(sine(1000.0, 0.4), 0.001, 0.001), sine(1000.0, 4.0)
    assert loudness(short, loops=False) == pytest.approx(loudness(long, loops=False), abs=0.3)
    half = faded(sine(1000.0, 0.2), 0.001, 0.001)
    assert loudness(half, loops=False) == pytest.approx(loudness(short, loops=False) - 3, abs=0.3)


def test_twice_as_large_is_six_decibels_more() -> None:
    hiss = noise(np.random.default_rng(1), 2.0)
    assert decibels(2 * hiss, loops=True) - decibels(hiss, loops=True) == pytest.approx(6.02, abs=0.01)


@pytest.mark.parametrize("loops", [True, False])
def test_the_limiter_keeps_every_peak_and_the_shape(loops: bool) -> None:
    t = moments(1.0)
    loud = np.sin(2 * np.pi * 440 * t) * np.where((t > 0.4) & (t < 0.6), 3.0, 0.3)
    held = limited(loud, loops=loops)
    assert np.abs(held).max() <= CEILING + 1e-9
    quiet = slice(0, round(0.35 * RATE))
    assert np.allclose(held[quiet], loud[quiet]), "what is not too loud is left alone"
    turns = np.sum(np.diff(np.sign(held)) != 0), np.sum(np.diff(np.sign(loud)) != 0)
    assert turns[0] == turns[1], "it is turned down, not cut off"


def test_a_sound_with_high_peaks_still_reaches_its_level() -> None:
    rng = np.random.default_rng(2)
    spiky = noise(rng, 2.0) * (1 + 20 * (rng.random(2 * RATE) > 0.9995))
    made = levelled(spiky, 76.0, loops=True)
    assert decibels(made, loops=True) == pytest.approx(76.0, abs=0.2)
    assert np.abs(made).max() <= CEILING + 1e-9
