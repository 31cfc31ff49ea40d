"""What is sent to the page: words of one language, when they are due, and no answers."""

from __future__ import annotations

import json

import pytest

import scenarios
from common.text import Lang
from kiosk.face import Face
from kiosk.intents import MAX_BYTES, read_intent
from kiosk.plain_screen import hud
from scenarios.model import Exercise, Outcome, Text
from sim.session import Session
from sim.session.wheel import option_order

SCENARIO = scenarios.load("electrocution-temporary-power").scenario


def face_after(seconds: float, lang: Lang = "zh") -> dict:
    session = Session(SCENARIO)
    session.advance(seconds)
    return Face(SCENARIO, lang, "session-1").message(hud(SCENARIO, session.state()))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_that_is_not_due_is_sent(lang: Lang) -> None:
    sent = json.dumps(face_after(5, lang), ensure_ascii=False)
    for hazard in SCENARIO.hazards.values():
        assert getattr(hazard.label, lang) not in sent
    for decision in SCENARIO.decisions.values():
        assert getattr(decision.ask, lang) not in sent
    assert getattr(SCENARIO.debrief.text, lang) not in sent


def test_a_decision_is_sent_without_its_answer() -> None:
    asked = face_after(78)["decision"]
    assert asked["ask"] == SCENARIO.decisions[asked["id"]].ask.zh
    assert {option["id"] for option in asked["options"]} == set(SCENARIO.decisions[asked["id"]].options)
    assert all(set(option) == {"id", "text"} for option in asked["options"])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_can_be_done_is_named_when_its_thing_is_pointed_at(lang: Lang) -> None:
    said = {"type": "pointed", "target": "cable_pump", "choices": ["can-fall"], "deeds": ["tape-cable"]}
    (deed,) = Face(SCENARIO, lang, "session-1").message(said)["deeds"]
    assert deed == {"id": "tape-cable", "text": getattr(SCENARIO.deeds["tape-cable"].text, lang)}
    assert getattr(SCENARIO.deeds["tape-cable"].text, lang) not in json.dumps(face_after(5, lang), ensure_ascii=False)


@pytest.mark.parametrize(
    ("rate", "shown", "pace"),
    [
        (None, "", "跟着节拍按下去"),
        (90.4, "每分钟 90 次", "快一点"),
        (110.0, "每分钟 110 次", "节奏正好，继续"),
        (130.0, "每分钟 130 次", "慢一点"),
    ],
)
def test_an_exercise_says_how_it_goes(rate: float | None, shown: str, pace: str) -> None:
    outcome = Outcome(then=Text(zh="好", en="good"))
    press = Exercise(ask=Text(zh="按压", en="press"), beats_per_minute=[100, 120], good=outcome, poor=outcome)
    scenario = SCENARIO.model_copy(update={"exercises": {"press": press}})
    session = Session(SCENARIO)
    under_way = {"id": "press", "beats": 7, "rate": rate, "left": 31.5}
    said = hud(SCENARIO, session.state()) | {"exercise": under_way}
    told = Face(scenario, "zh", "session-1").message(said)["exercise"]
    assert (told["ask"], told["beats"], told["of"], told["tempo"]) == ("按压", 7, 30, 110)
    assert (told["rate"], told["advice"]) == (shown, pace)
    assert told["timed"] and (told["left"], told["limit"]) == (31.5, 40)


def test_options_are_shuffled_between_sessions_and_stay_in_one() -> None:
    name, decision = next(iter(SCENARIO.decisions.items()))
    orders = {tuple(option_order(decision, name, f"session-{k}")) for k in range(40)}
    assert len(orders) > 2
    assert option_order(decision, name, "session-1") == option_order(decision, name, "session-1")


@pytest.mark.parametrize(
    "message",
    [
        '{"kind": "look", "h": 10.5, "p": -3}',
        '{"kind": "point", "x": 0.25, "y": 1}',
        '{"kind": "choose", "decision": "d1", "option": "a"}',
        '{"kind": "do", "deed": "lock-out"}',
        '{"kind": "beat"}',
        '{"kind": "stop"}',
    ],
)
def test_touches_are_understood(message: str) -> None:
    assert read_intent(message) == json.loads(message)


@pytest.mark.parametrize(
    "message",
    [
        "",
        "[]",
        '{"kind": "look", "h": NaN, "p": 0}',
        '{"kind": "look", "h": 1e9, "p": 0}',
        '{"kind": "point", "x": 2, "y": 0}',
        '{"kind": "stop", "by": "crew"}',
        '{"kind": "finish"}',
        '{"kind": "flag", "target": "' + "x" * MAX_BYTES + '", "problem": "y"}',
    ],
)
def test_what_is_no_touch_is_passed_over(message: str) -> None:
    assert read_intent(message) is None
