"""Effects in real pixels: each is seen, ends, and looks the same at the same age whatever was shown before."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from scenarios.registry import registry
from sim.render.effects import lamps_of
from sim.render.effects.shards import thrown
from sim.state import EffectState
from tests.sim.render.photographs import Camera
from tests.sim.small_world import moment

POINT = (0.0, 3.0, 1.5)
ALONG = {
    "arc": ((-0.5, 3.0, 1.4), (0.5, 3.0, 1.9)), "line": ((-0.5, 3.0, 1.4), (0.5, 3.0, 1.9)),
    "spray": ((-1.0, 3.0, 1.5), (1.0, 3.0, 1.4)), "steam": ((-1.0, 3.0, 1.5), (1.0, 3.0, 1.9)),
    "powder": ((-1.0, 3.0, 1.5), (1.0, 3.0, 1.2)), "molten": ((0.0, 3.0, 2.2), (0.4, 3.0, 0.2)),
    "flood": ((-3.0, 1.0, 0.0), (3.0, 6.0, 0.6)),
}  # fmt: skip


def effect(name: str, age: float = 0.6, **more: object) -> EffectState:
    along = ALONG.get(name, ())
    return EffectState(name, None if along else POINT, along, age, 4.0, 5, **more)


def difference(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return np.abs(a - b).sum(-1)


@pytest.mark.parametrize("name", list(registry().effects))
def test_every_effect_is_seen_and_ends(camera: Camera, name: str) -> None:
    plain = camera.shot()
    shown = camera.shot(moment(effects=(effect(name, 0.2 if name == "flash" else 2.0),)))
    assert (difference(plain, shown) > 15).mean() > 0.0005
    assert np.array_equal(plain, camera.shot())


@pytest.mark.parametrize("name", ["fire", "debris", "spray", "flood"])
def test_the_picture_follows_from_the_age_alone(camera: Camera, name: str) -> None:
    """A replay may jump back: nothing of what was shown in between stays."""
    first = camera.shot(moment(effects=(effect(name, 0.8),)))
    later = camera.shot(moment(effects=(effect(name, 2.2),)))
    assert np.array_equal(first, camera.shot(moment(effects=(effect(name, 0.8),))))
    assert (difference(first, later) > 15).any()


@pytest.mark.parametrize("name", ["fire", "gas", "steam", "sparks", "spray", "flood", "rain"])
def test_what_is_stilled_fades(camera: Camera, name: str) -> None:
    plain = camera.shot()

    def seen(strength: float) -> float:
        shown = camera.shot(moment(effects=(effect(name, 2.0, strength=strength),)))
        return float(difference(plain, shown).sum())

    assert seen(1.0) > 1.2 * seen(0.5) > 0
    assert seen(0.02) < 0.1 * seen(1.0)


def test_a_larger_fire_fills_more_of_the_picture(camera: Camera) -> None:
    plain = camera.shot()

    def burning(size: float) -> float:
        return float((difference(plain, camera.shot(moment(effects=(effect("fire", 1.5, size=size),)))) > 60).mean())

    assert burning(2.0) > 2 * burning(0.6) > 0


def test_smoke_takes_the_colour_that_the_scenario_asks_for(camera: Camera) -> None:
    def change(colour: str) -> np.ndarray:
        shown = camera.shot(moment(effects=(effect("smoke", 2.5, size=2.0, colour=colour),)))
        return (shown - camera.shot()).reshape(-1, 3).sum(0)

    assert change("white").sum() > change("black").sum()
    yellow = change("yellow") - change("grey")
    assert yellow[0] > yellow[2]


def test_water_rises_up_the_picture(camera: Camera) -> None:
    plain = camera.shot()

    def highest_wet_row(age: float) -> int:
        return int(
            np.nonzero((difference(plain, camera.shot(moment(effects=(effect("flood", age),)))) > 15).any(1))[0][0]
        )

    assert highest_wet_row(3.5) < highest_wet_row(0.8)


def test_debris_falls_to_the_ground_and_rests_on_it() -> None:
    sizes, frames = thrown(7, 0.08, 2.0, (0.0, 0.0, 0.5), 1.5)
    height = frames[:, :, 3, 2]
    assert np.abs(height[0]).max() < 0.4
    assert (height[-1] > -1.52).all() and np.median(height[-1]) < -1.4
    assert np.abs(frames[-1, :, 3] - frames[-20, :, 3]).max() < 0.25
    again = thrown.__wrapped__(7, 0.08, 2.0, (0.0, 0.0, 0.5), 1.5)
    assert np.array_equal(frames, again[1]) and np.array_equal(sizes, again[0])


def test_what_burns_throws_light_that_dies_with_it() -> None:
    def power(running: EffectState) -> float:
        return sum(lamp.power for lamp in lamps_of(moment(effects=(running,))))

    assert power(effect("fire", 2.0)) > 0.5
    assert power(replace(effect("fire"), age=3.99)) < 0.1
    assert power(effect("blast", 0.05)) > 4
    assert power(effect("blast", 1.5)) == 0
    assert power(effect("smoke")) == 0
