"""Sounds in a scene: they follow what makes them, and what goes on can be hushed."""

from __future__ import annotations

import pytest
from short_scenario import with_storyboard

from sim.session import Session
from sim.state import SoundState


def heard_at(time: float, *steps: tuple[float, dict]) -> dict[str, SoundState]:
    """The sounds at a session time, by name, when these actions are done at their scene times."""
    story = [{"when": {"time": when}, "do": [action]} for when, action in steps]
    session = Session(with_storyboard(*story))
    session.advance(time)
    return {sound.name: sound for sound in session.state().sounds}


def test_a_sound_follows_what_makes_it() -> None:
    beeps = (2.0, {"sound": {"name": "reverse_beep", "at": "ann"}})
    assert heard_at(3, beeps)["reverse_beep"].at == pytest.approx((-7.0, 5.0, 0.0))
    assert heard_at(12, beeps)["reverse_beep"].at == pytest.approx((2.0, 5.0, 0.0))


def test_a_sound_at_a_point_stays_there() -> None:
    beeps = (2.0, {"sound": {"name": "reverse_beep", "at": [1, 2, 3]}})
    assert heard_at(3, beeps)["reverse_beep"].at == heard_at(20, beeps)["reverse_beep"].at == (1.0, 2.0, 3.0)


def test_what_goes_on_is_hushed_and_the_rest_is_not() -> None:
    story = (
        (1.0, {"sound": {"name": "fan_run", "at": "box"}}),
        (1.5, {"sound": {"name": "alarm_gas", "at": "box"}}),
        (4.0, {"hush": "fan_run"}),
        (4.0, {"sound": {"name": "fan_stop", "at": "box"}}),
    )
    assert heard_at(3, *story).keys() == {"amb_site", "fan_run", "alarm_gas"}
    assert heard_at(5, *story).keys() == {"amb_site", "alarm_gas", "fan_stop"}


def test_the_ambience_is_hushed_when_the_power_fails() -> None:
    assert "amb_site" in heard_at(1)
    assert heard_at(5, (4.0, {"hush": "amb_site"})) == {}
