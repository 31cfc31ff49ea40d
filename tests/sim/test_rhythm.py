"""Whether beats keep a rhythm: a pure function of their times."""

from __future__ import annotations

import pytest

from scenarios.model import Exercise
from sim.session.rhythm import pace_of, rate, well_kept

WORDS = {"zh": "话", "en": "words"}
PRESSING = Exercise.model_validate(
    {"ask": WORDS, "beats_per_minute": [100, 120], "beats": 30, "good": {"then": WORDS}, "poor": {"then": WORDS}}
)


def beats(*spans: float, start: float = 7.0) -> list[float]:
    times = [start]
    for span in spans:
        times.append(times[-1] + span)
    return times


def even(per_minute: float, count: int = 30) -> list[float]:
    return beats(*[60 / per_minute] * (count - 1))


@pytest.mark.parametrize(("per_minute", "kept"), [(99, False), (100.1, True), (110, True), (119.9, True), (121, False)])
def test_an_even_rhythm_is_kept_within_the_band(per_minute: float, kept: bool) -> None:
    assert well_kept(PRESSING, even(per_minute)) is kept


def test_one_beat_too_few_is_not_enough() -> None:
    assert not well_kept(PRESSING, even(110, 29))


def test_a_hesitation_and_a_doubled_touch_are_forgiven() -> None:
    spans = [60 / 110] * 29
    spans[10], spans[20] = 1.6, 0.05
    assert well_kept(PRESSING, beats(*spans))


def test_now_too_fast_now_too_slow_is_no_rhythm_though_its_middle_is_right() -> None:
    spans = [0.3, 60 / 110, 0.9] * 9 + [60 / 110] * 2
    assert sorted(spans)[len(spans) // 2] == 60 / 110
    assert not well_kept(PRESSING, beats(*spans))


def test_seven_in_ten_steady_beats_are_enough_and_fewer_are_not() -> None:
    steady, out = 60 / 110, 0.9
    enough, too_few = [steady] * 21 + [out] * 8, [steady] * 20 + [out] * 9
    assert well_kept(PRESSING, beats(*enough))
    assert not well_kept(PRESSING, beats(*too_few))


def test_the_rate_is_that_of_the_last_few_beats() -> None:
    assert rate([]) is None and rate([1.0, 1.5]) is None
    assert rate([1.0, 1.0, 1.0]) is None, "all at one moment"
    assert rate(beats(*[1.0] * 10, *[0.5] * 5)) == pytest.approx(120)
    assert [pace_of(PRESSING, each) for each in (None, 99.9, 100, 120, 120.1)] == [
        "start", "slow", "good", "good", "fast",
    ]  # fmt: skip
