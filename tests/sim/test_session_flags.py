"""What becomes of a flag, and what the wheel offers."""

from __future__ import annotations

import pytest
from short_scenario import hazard, short_scenario

import scenarios
from sim.log.events import Choose, Flag, Go, Pause
from sim.session import Session
from sim.session.wheel import CHOICES, PROBLEMS, choices

BOX_FOUND = Flag(t=3, target="box", problem="live-electricity")


def flag(t: float, target: str, problem: str = "live-electricity") -> Flag:
    return Flag(t=t, target=target, problem=problem)


def judged(*flags: Flag) -> list[tuple[str, str]]:
    session = Session(short_scenario(storyboard=[]))
    for event in flags:
        session.apply(event)
    return [(it.kind, it.subject) for it in session.happenings if it.kind not in ("missed", "accident", "averted")]


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        ([flag(2, "box")], [("found", "open-box")]),
        ([flag(29.999, "box")], [("found", "open-box")]),
        ([flag(3, "box", "can-fall")], [("wrong_reason", "open-box")]),
        ([flag(3, "box", "can-fall"), flag(4, "box")], [("wrong_reason", "open-box"), ("repeat", "open-box")]),
        ([flag(1.999, "box")], [("not_yet", "open-box")]),
        ([flag(30, "box")], [("late", "open-box")]),
        ([flag(3, "lamp")], [("lure", "lamp")]),
        ([flag(3, "lamp"), flag(9, "lamp")], [("lure", "lamp"), ("repeat", "lamp")]),
        ([flag(3, "drum")], [("nothing", "drum")]),
        ([flag(3, ""), flag(4, "")], [("nothing", ""), ("nothing", "")]),
        ([flag(3, "no such thing")], [("nothing", "no such thing")]),
    ],
)
def test_a_flag_is_judged(flags: list[Flag], expected: list[tuple[str, str]]) -> None:
    assert judged(*flags) == expected


def test_a_found_hazard_is_put_right_and_heard() -> None:
    session = Session(short_scenario())
    session.apply(BOX_FOUND)
    state = session.state()
    assert state.things["box"].state == "closed_locked"
    assert state.flagged == ("open-box",)
    assert [sound.name for sound in state.sounds if not sound.loop] == ["tap_ok"]


def test_a_false_alarm_is_heard_and_counted_and_changes_nothing() -> None:
    session = Session(short_scenario())
    before = session.state().things["drum"]
    session.apply(flag(3, "drum"))
    state = session.state()
    assert (state.false_alarms, state.flagged, state.things["drum"]) == (1, (), before)
    assert [sound.name for sound in state.sounds if not sound.loop] == ["tap_bad"]


def test_nothing_can_be_flagged_while_the_scene_stands_still() -> None:
    session = Session(short_scenario())
    session.apply(Pause(t=2.5))
    session.apply(BOX_FOUND)
    assert session.found == ()
    session = Session(short_scenario())
    session.apply(flag(9, "box"))
    assert session.open_decision == "d1" and session.found == ()


def test_answers_to_what_is_not_asked_are_passed_over() -> None:
    session = Session(short_scenario())
    for event in (Choose(t=1, decision="d1", option="b"), Choose(t=9, decision="d1", option="z"), Go(t=9)):
        session.apply(event)
    assert session.phase == "scene" and session.open_decision == "d1"


def test_of_two_hazards_on_one_thing_the_open_one_is_found() -> None:
    hazards = {"early": hazard("box", [0, 10]), "late": hazard("box", [12, 20])}
    session = Session(short_scenario(hazards=hazards, storyboard=[]))
    session.apply(flag(5, "box"))
    session.apply(flag(13, "box"))
    assert session.found == ("early", "late")


@pytest.mark.parametrize("name", scenarios.bank())
def test_the_wheel_offers_four_and_the_right_one_among_them(name: str) -> None:
    scenario = scenarios.load(name).scenario
    right = {hazard.target: hazard.problem for hazard in scenario.hazards.values()}
    for seed in range(20):
        for target in (*scenario.props, *scenario.actors, ""):
            offered = choices(scenario, target, seed)
            assert len(set(offered)) == len(offered) == CHOICES
            assert set(offered) <= set(PROBLEMS)
            assert right.get(target, offered[0]) in offered
            assert offered == choices(scenario, target, seed)


def test_the_place_on_the_wheel_tells_nothing() -> None:
    scenario = scenarios.load(scenarios.bank()[0]).scenario
    hazard = next(iter(scenario.hazards.values()))
    places = [choices(scenario, hazard.target, seed).index(hazard.problem) for seed in range(400)]
    assert all(60 <= places.count(place) <= 140 for place in range(CHOICES))
