"""What a display is shown: positions, clips, lights, captions, sounds, as formulas of time."""

from __future__ import annotations

import math

import pytest
from short_scenario import short_scenario, step, with_storyboard, words

from assets.people.clips import MOTIONS, NAMED
from sim.log.events import Look, Step
from sim.session import Session
from sim.session.show import CAPTION_SECONDS, caption_seconds
from sim.session.things import STRIDE_SPEED
from sim.state import SceneState


def at(session: Session, time: float) -> SceneState:
    session.advance(time)
    return session.state()


def doing(*actions: dict, time: float = 5.0, **changes: object) -> Session:
    """A session in which these things are done at a scene time."""
    return Session(with_storyboard({"when": {"time": time}, "do": list(actions)}, **changes))


def test_an_actor_walks_its_path() -> None:
    session = Session(with_storyboard())
    for time, x in ((0, -10.0), (2.5, -7.5), (13, 3.0), (20, 10.0), (30, 10.0)):
        ann = at(session, time).things["ann"]
        assert ann.position == pytest.approx((x, 5.0, 0.0))
        assert ann.heading == pytest.approx(-90.0), "she faces the way she goes, and keeps that when she stands"
        assert ann.clip == ("walk" if time < 20 else "idle")


def test_feet_do_not_slide() -> None:
    session = Session(with_storyboard())
    one, other = at(session, 4).things["ann"], at(session, 9).things["ann"]
    distance = other.position[0] - one.position[0]
    assert (other.clip_time - one.clip_time) * STRIDE_SPEED["walk"] == pytest.approx(distance)


def test_strides_are_those_of_the_clips() -> None:
    walking = {name: motion.speed for name, motion in MOTIONS.items() if name in STRIDE_SPEED}
    assert walking == pytest.approx(STRIDE_SPEED, rel=0.01)
    assert {name for name, motion in NAMED.items() if motion.speed} <= set(STRIDE_SPEED)


def test_who_phones_or_carries_walks_on_with_it() -> None:
    actors = {"ann": {"character": "worker_hv", "name": words("安")}}
    path = [
        {"t": 0, "at": [0, 0], "pose": "phone"},
        {"t": 10, "at": [0, 10], "pose": "carry_box"},
        {"t": 20, "at": [0, 10]},
    ]
    actors["ann"]["path"] = path
    session = Session(with_storyboard(actors=actors))
    one, other, later = (at(session, time).things["ann"] for time in (4, 8, 15))
    assert [thing.clip for thing in (one, other, later)] == ["phone_walk", "phone_walk", "carry_box"]
    assert (other.clip_time - one.clip_time) * STRIDE_SPEED["phone_walk"] == pytest.approx(4.0)


def test_a_turn_takes_a_moment_and_the_shorter_way() -> None:
    actors = {"ann": {"character": "worker_hv", "name": words("安")}}
    actors["ann"]["path"] = [{"t": 0, "at": [0, 0], "heading": 170}, {"t": 10, "at": [0, 0], "heading": -170}]
    session = Session(with_storyboard(actors=actors))
    headings = [at(session, time).things["ann"].heading % 360 for time in (9.9, 10.1, 10.2, 10.3, 11)]
    assert headings == pytest.approx([170, 175, 180, 185, 190])


def test_someone_who_has_not_set_out_yet_stands() -> None:
    actors = {"ann": {"character": "worker_hv", "name": words("安")}}
    actors["ann"]["path"] = [{"t": 5, "at": [0, 0], "pose": "push_trolley"}, {"t": 10, "at": [0, 5]}]
    session = Session(with_storyboard(actors=actors))
    assert at(session, 4).things["ann"].clip == "idle"
    assert at(session, 6).things["ann"].clip == "push_trolley"
    assert at(session, 6).things["ann"].position == pytest.approx((0, 1, 0))
    assert at(session, 12).things["ann"].clip == "idle"


def test_a_move_starts_where_the_actor_is() -> None:
    move = {"move": {"who": "ann", "path": [{"after": 2, "at": [-5, 9]}, {"after": 3, "at": [-5, 9], "pose": "talk"}]}}
    session = doing(move)
    assert at(session, 5).things["ann"].position == (-5.0, 5.0, 0.0)
    assert at(session, 6).things["ann"].position == (-5.0, 7.0, 0.0)
    assert at(session, 6).things["ann"].heading == pytest.approx(0.0)
    assert at(session, 9).things["ann"].position == (-5.0, 9.0, 0.0)
    assert (at(session, 9).things["ann"].clip, at(session, 9).things["ann"].clip_time) == ("talk", 1.0)


def test_a_carried_prop_keeps_its_heading_and_may_jump() -> None:
    legs = [{"after": 0, "at": [0, 0, 1]}, {"after": 2, "at": [4, 0]}]
    session = doing({"move": {"who": "drum", "path": legs}})
    assert at(session, 4.999).things["drum"].position == (6.0, 10.0, 0.0)
    assert at(session, 5).things["drum"].position == (0.0, 0.0, 1.0)
    assert at(session, 6).things["drum"].position == (2.0, 0.0, 0.5)
    assert at(session, 6).things["drum"].heading == 45


def test_a_pose_in_the_scene_lasts_until_the_next_waypoint() -> None:
    session = doing({"pose": {"who": "ann", "pose": "wave"}})
    assert at(session, 6).things["ann"].clip == "wave"
    assert at(session, 6).things["ann"].clip_time == 1.0
    assert at(session, 21).things["ann"].clip == "idle"


def test_who_collapses_in_the_accident_stays_down() -> None:
    actors = {"ann": {"character": "worker_hv", "name": words("安")}}
    actors["ann"]["path"] = [{"t": 0, "at": [0, 0]}, {"t": 40.5, "at": [0, 5]}, {"t": 45, "at": [5, 5]}]
    session = Session(with_storyboard(actors=actors))
    fallen = at(session, 40).things["ann"]
    later = at(session, 42.5).things["ann"]
    assert fallen.clip == later.clip == "collapse" and fallen.position == later.position


def test_the_trainees_view_only_moves_by_the_trainee() -> None:
    session = Session(short_scenario())
    session.apply(Look(t=1, h=30, p=200))
    session.apply(Step(t=2, to=1))
    session.apply(Step(t=3, to=7))
    view = at(session, 48).trainee
    assert (view.standpoint, view.heading, view.pitch) == (1, 30, 89.0)
    assert view.eye == (0, 9.5, 1.62)


def test_a_caption_stays_long_enough_to_be_read() -> None:
    line = words("这句话一共有二十个字需要三点六秒才能读完")
    session = doing({"say": {"who": "ann", "text": line}})
    (caption,) = at(session, 5 + 3.5).captions
    assert (caption.who, caption.speaker.zh, caption.age) == ("ann", "安", 3.5)
    assert at(session, 5 + 3.7).captions == ()
    assert caption_seconds(short_scenario().title) == CAPTION_SECONDS


def test_captions_run_on_while_a_decision_is_open_and_effects_do_not() -> None:
    say, effect = {"say": {"text": words("hm")}}, {"effect": {"name": "smoke", "at": "box", "seconds": 2}}
    session = doing(say, effect, {"ask": "d1"})
    state = at(session, 8)
    assert state.captions == ()
    (smoke,) = state.effects
    assert (smoke.age, smoke.at) == (0.0, (0.0, 10.0, 0.0))


def test_sounds_have_a_place_and_a_key_of_their_own() -> None:
    sound = {"sound": {"name": "metal_clang", "at": "ann", "volume": 0.5}}
    session = doing(sound, sound)
    ambience, one, other = at(session, 6).sounds
    assert (ambience.name, ambience.loop, ambience.age) == ("amb_site", True, 6.0)
    assert (one.at, one.volume, one.age) == ((-4.0, 5.0, 0.0), 0.5, 1.0)
    assert one.key != other.key


def test_a_looping_sound_goes_on_until_the_debrief() -> None:
    session = doing({"sound": {"name": "metronome_110", "at": "box"}}, {"sound": {"name": "metal_clang"}})
    assert [(s.name, s.loop) for s in at(session, 30).sounds] == [("amb_site", True), ("metronome_110", True)]
    state = at(session, 50)
    assert state.phase == "debrief" and [s.name for s in state.sounds] == ["amb_site"]


def test_a_light_dims_over_its_time() -> None:
    session = doing({"light": {"what": "lamp", "level": 0.2, "seconds": 4}})
    assert at(session, 4).lights == {}
    assert at(session, 6).lights["lamp"].level == pytest.approx(0.8)
    assert at(session, 20).lights["lamp"].level == pytest.approx(0.2)


def test_flicker_is_slower_than_three_flashes_a_second_and_settles() -> None:
    session = doing({"light": {"what": "lamp", "level": 0.0, "seconds": 10, "flicker": True}})
    levels = [at(session, 5 + n / 100).lights["lamp"].level for n in range(1, 1000)]
    rises = sum(a < b >= c for a, b, c in zip(levels, levels[1:], levels[2:], strict=False))
    assert 2 <= rises <= 29 and 0 <= min(levels) < 0.3 and 0.7 < max(levels) <= 1
    assert at(session, 16).lights["lamp"].level == 0.0


def test_a_fade_comes_and_clears() -> None:
    fade = [step({"time": 5}, "white", [{"fade": {"to": "white", "seconds": 2}}])]
    fade.append(step({"time": 9}, "clear", [{"fade": {"to": "clear", "seconds": 1}}]))
    session = Session(with_storyboard(*fade))
    assert at(session, 4).fade is None
    assert at(session, 6).fade == ("white", 0.5)
    assert at(session, 8).fade == ("white", 1.0)
    assert at(session, 9.75).fade == ("white", 0.25)
    assert at(session, 11).fade is None


def test_a_haptic_is_felt_as_long_as_it_lasts() -> None:
    session = doing({"haptic": {"seconds": 0.3, "strength": 0.8}})
    assert [at(session, time).haptic for time in (4.9, 5.1, 5.4)] == [0.0, 0.8, 0.0]


def test_time_left_counts_the_scene_down() -> None:
    session = Session(short_scenario())
    assert at(session, 5).time_left == 35.0
    assert at(session, 12).time_left == 32.0, "it stands still while a decision is open"
    assert at(session, 55).time_left == 0.0


def test_nothing_shown_is_not_a_number() -> None:
    session = Session(short_scenario())
    for time in range(0, 60, 3):
        for thing in at(session, time).things.values():
            assert all(math.isfinite(value) for value in (*thing.position, thing.heading, thing.clip_time))
