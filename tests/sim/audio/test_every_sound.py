"""Every sound of the registry: there, as loud as it should be, and without a click."""

from __future__ import annotations

import io
import wave

import numpy as np
import pytest

from scenarios.registry import registry
from sim.audio.builders import SOUNDS, load_builders
from sim.audio.library import muffled, recording
from sim.audio.loudness import CEILING, decibels
from sim.audio.recording import Recording
from sim.audio.synthesis import RATE
from sim.session.show import SOUND_SECONDS

LONGEST_LOOP = 12.0
ROUNDING = 2 / 32767
NAMES = list(registry().sounds)


def test_the_registry_and_the_builders_name_the_same_sounds() -> None:
    load_builders()
    assert SOUNDS.keys() == registry().sounds.keys()


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_is_whole_at_its_level_and_does_not_click(name: str) -> None:
    entry, sound = registry().sounds[name], recording(name)
    signal = sound.signal
    assert np.abs(signal).max() <= CEILING + ROUNDING
    assert decibels(signal, loops=sound.loops) == pytest.approx(entry.level, abs=1.0)
    if entry.loop:
        assert 2.0 <= sound.seconds <= LONGEST_LOOP
        _assert_seamless(signal)
    else:
        assert sound.seconds <= SOUND_SECONDS, "a display may drop it before it is over"
        assert abs(signal[0]) < 0.02 * np.abs(signal).max(), "it begins with a click"
        assert np.abs(signal[-16:]).max() < 1e-3, "it ends with a click"


def _assert_seamless(ring: np.ndarray) -> None:
    """Across the seam, value and slope change no more than they do elsewhere."""
    for order in (1, 2):
        steps = np.abs(np.diff(np.concatenate([ring[-order:], ring[:order]]), order))
        usual = np.percentile(np.abs(np.diff(ring, order)), 99.9)
        assert steps.max() <= 1.5 * usual + ROUNDING


@pytest.mark.parametrize("name", ["amb_mine", "explosion_near"])
def test_ringing_ears_hear_no_highs_and_no_click(name: str) -> None:
    clear, dull = recording(name).signal, muffled(recording(name)).signal
    assert len(dull) == len(clear)
    hertz = np.fft.rfftfreq(len(clear), 1 / RATE)
    high = hertz > 2500
    power = [np.abs(np.fft.rfft(signal))[high].sum() for signal in (clear, dull)]
    assert power[1] < 0.03 * power[0]
    if registry().sounds[name].loop:
        _assert_seamless(dull)


def test_a_recording_is_a_wav_file() -> None:
    sound = Recording.of(0.5 * np.sin(np.arange(RATE) / 20), loops=False)
    with wave.open(io.BytesIO(sound.wav())) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 1, 2)
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2")
    assert np.array_equal(samples, sound.samples)
    assert sound.seconds == 1.0
