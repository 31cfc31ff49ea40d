"""What a listener recognises each sound by, measured: rates, pitches, patterns."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.signal import find_peaks

from sim.audio.library import recording
from sim.audio.synthesis import RATE, Signal


def heard(name: str) -> Signal:
    return recording(name).signal


def envelope(signal: Signal, seconds: float = 0.02) -> Signal:
    """The loudness over time, a value for every hundredth of a second."""
    width = round(seconds * RATE)
    smooth = np.sqrt(np.convolve(signal**2, np.ones(width) / width, "same"))
    return smooth[:: RATE // 100]


def calls(signal: Signal, over: float = 0.02) -> list[tuple[float, float]]:
    """The stretches (begin, end) in seconds in which it is loud, its loudness taken ``over`` so many seconds;
    none is shorter than a twentieth of a second."""
    level = envelope(signal, over)
    loud = np.concatenate([[False], level > 0.4 * level.max(), [False]])
    edges = np.flatnonzero(np.diff(loud.astype(int)))
    found = [(begin / 100, end / 100) for begin, end in zip(edges[::2], edges[1::2], strict=True)]
    return [(begin, end) for begin, end in found if end - begin > 0.05]


def strongest(signal: Signal, low: float = 20.0, high: float = 16000.0) -> float:
    """The strongest frequency between two, in hertz."""
    power = np.abs(np.fft.rfft(signal * np.hanning(len(signal))))
    hertz = np.fft.rfftfreq(len(signal), 1 / RATE)
    within = (hertz >= low) & (hertz <= high)
    return float(hertz[within][power[within].argmax()])


def share_of_power(signal: Signal, low: float, high: float) -> float:
    power = np.abs(np.fft.rfft(signal)) ** 2
    hertz = np.fft.rfftfreq(len(signal), 1 / RATE)
    return float(power[(hertz >= low) & (hertz < high)].sum() / power.sum())


def part(signal: Signal, begin: float, end: float) -> Signal:
    return signal[round(begin * RATE) : round(end * RATE)]


def test_the_metronome_clicks_110_times_a_minute() -> None:
    signal = heard("metronome_110")
    peaks, _ = find_peaks(envelope(signal, 0.01), prominence=0.05, distance=20)
    assert len(peaks) / (len(signal) / RATE / 60) == pytest.approx(110, abs=0.5)
    assert np.ptp(np.diff(peaks)) <= 2, "evenly"


def test_the_reversing_warner_beeps_half_a_second_of_each_second() -> None:
    signal = heard("reverse_beep")
    found = calls(signal)
    assert len(found) == 6
    assert np.diff([begin for begin, _ in found]) == pytest.approx(1.0, abs=0.03)
    assert [end - begin for begin, end in found] == pytest.approx([0.5] * 6, abs=0.05)
    assert strongest(part(signal, 0.1, 0.45)) == pytest.approx(1240, abs=10)


def test_blasting_signals_cannot_be_confused() -> None:
    warning, firing, clear = (calls(heard(f"siren_blast{kind}"), 0.15) for kind in ("", "_firing", "_clear"))
    assert (len(warning), len(firing), len(clear)) == (3, 8, 1)
    assert min(end - begin for begin, end in warning) > 1.5
    assert max(end - begin for begin, end in firing) < 0.7
    assert clear[0][1] - clear[0][0] > 5


def test_the_gas_alarm_has_two_tones() -> None:
    signal = heard("alarm_gas")
    for turn in range(4):
        at = 0.5 * turn
        assert strongest(part(signal, at + 0.15, at + 0.45), 500) == pytest.approx((660, 880)[turn % 2], abs=6)


def test_the_home_alarm_beeps_three_times_and_pauses() -> None:
    found = calls(heard("alarm_home"))
    assert np.diff([begin for begin, _ in found]) == pytest.approx([1, 1, 2, 1, 1], abs=0.05)


def test_the_hum_is_of_the_mains_and_rises() -> None:
    signal = heard("mains_hum")
    assert strongest(part(signal, 0.5, 2.0)) == pytest.approx(100, abs=2)
    level = envelope(signal, 0.1)
    assert level[50] < level[200] < level[400]
    assert level[400] > 5 * level[50]


def test_the_fan_stops() -> None:
    signal = heard("fan_stop")
    begin, later = strongest(part(signal, 0.05, 0.3), 120, 700), strongest(part(signal, 2.4, 2.6), 60, 700)
    assert begin == pytest.approx(280, abs=15) and later < 0.55 * begin
    assert strongest(heard("fan_run"), 150, 2000) == pytest.approx(290, abs=2), "it is the same fan"
    level = envelope(signal, 0.1)
    assert level[520] < 0.1 * level[20]


def test_the_diesel_fires_39_times_a_second() -> None:
    level = envelope(heard("engine_diesel"), 0.01) - envelope(heard("engine_diesel"), 0.01).mean()
    rates = np.fft.rfftfreq(len(level), 0.01)
    strength = np.abs(np.fft.rfft(level))
    within = (rates > 25) & (rates < 48)
    assert rates[within][strength[within].argmax()] == pytest.approx(39, abs=0.3)


def test_the_heart_beats_96_times_a_minute_and_calms() -> None:
    beats = [begin for begin, _ in calls(heard("heartbeat"))]
    first_sounds = beats[::2]
    assert 60 / (first_sounds[1] - first_sounds[0]) == pytest.approx(96, abs=4)
    assert first_sounds[-1] - first_sounds[-2] > first_sounds[1] - first_sounds[0]


def test_a_far_blast_is_deep_and_a_leak_is_high() -> None:
    assert share_of_power(heard("explosion_far"), 0, 250) > 0.95
    assert share_of_power(heard("gas_hiss"), 2000, 16000) > 0.8
    assert share_of_power(heard("water_roar"), 0, 800) > 0.6


def test_a_skidding_tyre_screams_and_sinks() -> None:
    signal = heard("tyre_skid")
    assert strongest(part(signal, 1.9, 2.3), 400, 1300) < strongest(part(signal, 0.3, 0.7), 400, 1300)


def test_the_shouts_have_the_melody_of_their_words() -> None:
    """停下！: the first syllable rises (second tone), the second falls (fourth)."""

    def pitch(begin: float, end: float) -> float:
        return strongest(part(heard("shout_stop"), begin, end), 150, 420)

    assert pitch(0.28, 0.4) > pitch(0.1, 0.2)
    assert pitch(0.85, 0.95) < pitch(0.55, 0.65)


def test_a_near_blast_rings_out_after_a_blow() -> None:
    level = envelope(heard("explosion_near"), 0.1)
    assert level.argmax() < 60 and level[-40] < 0.1 * level.max()
    assert share_of_power(heard("explosion_near"), 5000, 16000) < 0.01, "no sharp crack is played to people"
