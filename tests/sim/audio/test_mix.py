"""What reaches the ears: near and far, passing, ringing ears, voices in the place of shouts."""

from __future__ import annotations

import pytest

from scenarios.model import Text
from scenarios.registry import Label
from sim.audio.mix import QUIETEST, Ear, Heard, Hearing, Utterance
from sim.state import SoundState, Vec3

EYE: Vec3 = (0.0, 0.0, 1.6)


def sound(name: str, at: Vec3 | None = None, age: float = 1.0, volume: float = 1.0) -> SoundState:
    return SoundState(f"{name}.1", name, at, volume, age, False)


def hears(*sounds: SoundState, ear: Ear | None = None, said: tuple[Utterance, ...] = ()) -> Hearing:
    return (ear or Ear()).hears(sounds, said, EYE, paused=False)


def only(hearing: Hearing) -> Heard:
    (heard,) = hearing.sounds
    return heard


class Spoken:
    """Has a voice for some words."""

    def __init__(self, *known: str) -> None:
        self._known = known

    def line(self, words: Text | Label) -> str | None:
        return f"say-{words.zh}" if words.zh in self._known else None


def test_a_sound_is_as_loud_as_it_is_up_to_where_it_is_near() -> None:
    assert only(hears(sound("metal_clang", (0.0, 3.9, 1.6), volume=0.5))).gain == 0.5
    assert only(hears(sound("metal_clang", (0.0, 8.0, 1.6)))).gain == pytest.approx(0.5)
    assert only(hears(sound("metal_clang", (0.0, 800.0, 1.6)))).gain == QUIETEST, "what it tells must be heard"
    assert only(hears(sound("explosion_far", (0.0, 150.0, 1.6)))).gain == 1.0, "it is meant to be heard from afar"


def test_a_sound_comes_from_where_it_is_and_the_rest_from_everywhere() -> None:
    assert only(hears(sound("horn", (3.0, 4.0, 1.6)))).source == pytest.approx((3.0, 4.0, 0.0))
    assert only(hears(sound("horn"))).source is None
    assert only(hears(sound("heartbeat", (3.0, 4.0, 1.6)))).source is None, "one's own heart is not over there"
    assert only(hears(sound("horn", (0.0, 0.1, 1.6)))).source is None


def test_nothing_is_heard_while_the_session_is_paused() -> None:
    assert Ear().hears([sound("horn")], (), EYE, paused=True) == Hearing()


def test_what_comes_near_is_higher_and_what_goes_away_lower() -> None:
    ear = Ear()

    def pitch(y: float, age: float) -> float:
        return only(hears(sound("engine_diesel", (0.0, y, 1.6), age), ear=ear)).pitch

    assert pitch(40.0, 1.0) == 1.0
    assert pitch(37.0, 1.1) == pytest.approx(343 / 313, rel=0.01), "30 m/s towards the ear"
    assert pitch(-34.0, 1.2) == pytest.approx(343 / 313, rel=0.01)
    assert pitch(-37.0, 1.3) == pytest.approx(343 / 373, rel=0.01), "30 m/s away from it"
    assert pitch(200.0, 1.4) == 1.0, "moved by the storyboard"


def test_a_step_of_the_trainee_bends_nothing() -> None:
    ear = Ear()
    horn = sound("horn", (0.0, 20.0, 1.6), 1.0), sound("horn", (0.0, 20.0, 1.6), 1.1)
    ear.hears([horn[0]], (), EYE, paused=False)
    assert only(ear.hears([horn[1]], (), (0.0, 3.0, 1.6), paused=False)).pitch == 1.0


def test_ringing_ears_muffle_the_world_and_not_the_head() -> None:
    world = sound("amb_site"), sound("heartbeat"), sound("tap_ok")
    assert hears(*world).muffled == 0.0
    course = [hears(*world, sound("tinnitus", age=age)).muffled for age in (0.0, 0.5, 4.0, 8.0, 11.5)]
    assert course[0] == 0.0 and course[1] > 0.95 and course[1] > course[2] > course[3] > course[4] == 0.0
    outer = {each.name: each.outer for each in hears(*world, sound("tinnitus")).sounds}
    assert outer == {"amb_site": True, "heartbeat": False, "tap_ok": False, "tinnitus": False}


def test_a_voice_takes_the_place_of_a_shout_and_follows_a_devices_tones() -> None:
    shout, device = sound("shout_stop", (0.0, 9.0, 0.0), 0.5), sound("aed_voice", age=0.5)
    assert [each.name for each in hears(shout, device).sounds] == ["shout_stop", "aed_voice"]
    ear = Ear(Spoken("停下！", "请把电极片贴在病人裸露的胸部。"))
    spoken = only(hears(shout, ear=ear))
    assert spoken.name == "say-停下！" and spoken.age == 0.5 and spoken.source is not None
    assert [each.name for each in hears(device, ear=ear).sounds] == ["aed_voice"]
    both = hears(sound("aed_voice", age=2.0), ear=ear).sounds
    assert [each.name for each in both] == ["aed_voice", "say-请把电极片贴在病人裸露的胸部。"]
    assert both[1].age == pytest.approx(1.25) and both[0].key != both[1].key


def test_lines_are_spoken_where_their_speaker_is_and_only_with_a_voice() -> None:
    line, other = Text(zh="断电！", en="Switch it off!"), Text(zh="快", en="quick")
    said = (Utterance("say.1", line, 0.3, (5.0, 0.0, 1.5)), Utterance("say.2", other, 0.1))
    assert hears(said=said).sounds == ()
    spoken = only(hears(said=said, ear=Ear(Spoken("断电！"))))
    assert (spoken.key, spoken.name, spoken.age) == ("say.1", "say-断电！", 0.3)
    assert spoken.source == pytest.approx((5.0, 0.0, -0.1))
