"""Sounds in words: what, and from which side."""

from __future__ import annotations

import math

import pytest

from common.text import Lang
from scenarios.registry import registry
from sim.audio.captions import MOST, SHOWN_SECONDS, sound_captions
from sim.state import SoundState, Vec3

EYE: Vec3 = (2.0, 3.0, 1.6)
SIDES = [
    (0, "前方"), (45, "左前方"), (90, "左侧"), (135, "左后方"), (180, "身后"), (225, "右后方"), (270, "右侧"),
    (310, "右前方"),
]  # fmt: skip


def sound(name: str, at: Vec3 | None = None, age: float = 0.5, key: str = "") -> SoundState:
    return SoundState(key or name, name, at, 1.0, age, False)


def words(*sounds: SoundState, heading: float = 0.0, lang: Lang = "zh") -> list[str]:
    return [each.words(lang) for each in sound_captions(sounds, EYE, heading)]


@pytest.mark.parametrize(("bearing", "side"), SIDES)
@pytest.mark.parametrize("heading", [0.0, 73.0, -210.0])
def test_the_side_is_told_as_the_trainee_stands(bearing: float, side: str, heading: float) -> None:
    to = math.radians(bearing + heading)
    beep = sound("reverse_beep", (EYE[0] - 9 * math.sin(to), EYE[1] + 9 * math.cos(to), 0.0))
    assert words(beep, heading=heading) == [f"{side}：倒车蜂鸣"]


def test_what_is_everywhere_has_no_side_and_what_is_said_is_quoted() -> None:
    assert words(sound("heartbeat", (9.0, 9.0, 0.0))) == ["自己的心跳声"]
    assert words(sound("horn")) == ["汽车喇叭"]
    behind = sound("shout_stop", (2.0, -9.0, 0.0))
    assert words(behind) == ["身后：停下！"]
    assert words(behind, lang="en") == ["Stop!, behind"]


def test_captions_go_after_a_while_and_the_interface_has_none() -> None:
    assert words(sound("horn", age=SHOWN_SECONDS + 0.1), sound("tap_ok"), sound("tap_bad")) == []


def test_the_latest_are_shown_each_once() -> None:
    clangs = [sound("metal_clang", age=age, key=f"c{age}") for age in (2.0, 1.0)]
    told = words(*clangs, sound("horn", age=1.5), sound("brick_hit", age=0.2), sound("wood_crack", age=2.5))
    assert len(told) == MOST
    assert told == ["汽车喇叭", "金属撞击声", "砖块砸落声"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_sound_has_words(lang: Lang) -> None:
    for name, entry in registry().sounds.items():
        told = words(sound(name, (0.0, 0.0, 0.0)), lang=lang)
        assert bool(told) == (entry.kind != "interface")
        assert all("{" not in line for line in told)
