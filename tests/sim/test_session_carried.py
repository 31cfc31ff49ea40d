"""What the trainee has along is where the trainee stands, and is a thing like any other."""

from __future__ import annotations

import pytest
from short_scenario import BASE, hazard, short_scenario, step

from scenarios.model import Scenario
from sim.log.events import Flag, Go, Look, Step
from sim.session import Session

BIKE = {"prop": "ebike", "at": [0.5, 1.0, 0.0], "heading": 90, "state": "ok"}
PLACES = [{"at": [0, 0], "heading": 0}, {"at": [4, 2, 1], "heading": 90}]


def with_bike(**changes: object) -> Scenario:
    plain = {"carried": {"bike": BIKE}, "standpoints": PLACES, "decisions": {}, "storyboard": []}
    unless = BASE["accident"] | {"unless": {"flagged": "open-box"}, "at_once": []}
    return short_scenario(**plain | {"accident": unless} | changes)


def bike(session: Session) -> tuple[float, ...]:
    thing = session.state().things["bike"]
    return (*thing.position, thing.heading)


def test_it_is_to_the_right_ahead_and_turned_with_the_standpoint() -> None:
    session = Session(with_bike())
    assert bike(session) == (0.5, 1.0, 0.0, 90.0)
    session.apply(Step(t=1, to=1))
    there = pytest.approx((4 - 1.0, 2 + 0.5, 1.0, 180.0))
    assert bike(session) == there, "ahead of who faces west is west, to the right is north"
    session.apply(Look(t=2, h=45, p=0))
    assert bike(session) == there, "it does not turn with the head"
    session.apply(Step(t=3, to=7))
    assert bike(session) == there, "there is no such standpoint"


def test_it_can_be_near_looked_at_and_changed() -> None:
    scenario = with_bike(
        storyboard=[
            step({"near": {"who": "trainee", "to": "box", "metres": 1}}, "never"),
            step({"near": {"who": "ann", "to": "bike", "metres": 2.6}}, "near", [HELMET_HUNG]),
            step({"looked_at": {"what": "bike", "seconds": 1}}, "seen"),
        ]
    )
    session = Session(scenario)
    session.apply(Step(t=1, to=1))
    for t in (2, 4):
        session.apply(Look(t=t, h=63, p=-40))
    session.advance(30)
    moments = {it.subject: it.scene_time for it in session.happenings if it.kind == "step"}
    assert moments == {"near": pytest.approx(12.285, abs=0.001), "seen": 3.0}
    assert session.state().things["bike"].state == "helmet_on_bar"
    session.apply(Step(t=31, to=0))
    assert session.state().things["bike"].state == "helmet_on_bar", "the change goes along"


HELMET_HUNG = {"state": {"prop": "bike", "state": "helmet_on_bar"}}


def test_it_can_be_a_hazard_and_comes_along_in_the_redo() -> None:
    hazards = {"soft-tyre": hazard("bike", [0, 30], key=True, corrected=[HELMET_HUNG])}
    accident = BASE["accident"] | {"unless": {"flagged": "soft-tyre"}, "at_once": []}
    session = Session(with_bike(hazards=hazards, accident=accident))
    session.advance(50)
    session.apply(Go(t=51))
    assert session.phase == "redo"
    session.apply(Step(t=52, to=1))
    assert bike(session) == pytest.approx((3.0, 2.5, 1.0, 180.0))
    session.apply(Flag(t=53, target="bike", problem="live-electricity"))
    assert session.state().things["bike"].state == "helmet_on_bar"
    assert bike(session) == pytest.approx((3.0, 2.5, 1.0, 180.0))
