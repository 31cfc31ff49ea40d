"""The practice for who wears a headset for the first time."""

from __future__ import annotations

from pathlib import Path

import pytest

from common.comfort import Comfort
from common.text import Lang, text
from sim.log.events import Step
from sim.xr.tracked import Hand, Pose
from tests.sim.display.headset_wearer import Wearer

MARK = (0.0, 3.0, 0.0)


def say(key: str, lang: Lang) -> str:
    return text(f"display.headset.{key}", lang)


def look_round(wearer: Wearer) -> None:
    for degree in [*range(0, 56, 2), *range(55, -57, -2), *range(-56, 1, 2)]:
        wearer.face(degree)
        wearer.frame()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("manner", ["ray", "hand", "gaze"])
def test_the_practice_is_done_in_less_than_a_minute(tmp_path: Path, manner: str, lang: Lang) -> None:
    hands = {"ray": ("left", "right"), "hand": ("right",), "gaze": ()}[manner]
    kind = "hand" if manner == "hand" else "controller"
    wearer = Wearer(tmp_path, lang=lang, hands=hands, kind=kind, first_time=True)
    wearer.frame()
    wearer.choose(say("ready.go", lang))
    began = wearer.tracked.time
    assert say("induction.look.text", lang) in wearer.words
    look_round(wearer)
    assert say(f"induction.point.{manner}", lang) in wearer.words
    wearer.choose(say("induction.point.button", lang))
    assert say(f"induction.flag.{manner}", lang) in wearer.words
    [sign] = [placed for placed in wearer.shown.panels if placed.panel.title == say("induction.flag.thing", lang)]
    wearer.mean(sign.centre)
    assert say("induction.choose.text", lang) in wearer.words
    wearer.choose(say("induction.choose.problems.fine", lang))
    assert say(f"induction.leap.{manner}", lang) in wearer.words
    wearer.point_at(MARK)
    if manner == "gaze":
        wearer.wait(1.5)
    else:
        keys = {"stick": (0.0, 1.0)} if manner == "ray" else {"squeeze": 1.0}
        assert wearer.fingers(**keys).leap.standpoint == 1
        wearer.fingers(stick=(0.0, 0.0), squeeze=0.0)
    wearer.wait(0.3)
    assert wearer.desk.head.position[:2] == pytest.approx(MARK[:2], abs=1e-6)
    if manner == "ray":
        assert say("induction.wrist.wrist", lang) in wearer.words
        raised = Pose((-0.15, 0.4, 1.45))
        wearer.hold("left", Hand("controller", raised, raised))
        wearer.face(15, -25)
    else:
        assert say("induction.wrist.belt", lang) in wearer.words
        wearer.face(0, -42)
    wearer.wait(0.2)
    wearer.choose(say("induction.wrist.button", lang))
    assert say("consent.title", lang) in wearer.words
    assert wearer.tracked.time - began < 60
    assert wearer.live.session.time == 0.0 and wearer.events(Step) == [], "nothing of it is in the log"


def test_the_practice_can_be_skipped_at_any_step(tmp_path: Path) -> None:
    for step in range(3):
        wearer = Wearer(tmp_path / str(step), first_time=True)
        wearer.frame()
        wearer.choose("Ready")
        if step > 0:
            look_round(wearer)
        if step > 1:
            wearer.choose("Choose me")
        wearer.choose("Skip this")
        assert "Before you begin" in wearer.words


def test_a_step_waits_until_it_is_done(tmp_path: Path) -> None:
    wearer = Wearer(tmp_path, first_time=True)
    wearer.frame()
    wearer.choose("Ready")
    for degree in (5, 20, -10, 0):
        wearer.face(degree)
        wearer.wait(2)
    assert "First look around" in wearer.words
    assert 0.2 < wearer.panel("First look around").panel.share < 0.4
    look_round(wearer)
    wearer.choose("Choose me")
    wearer.point_at(wearer.panel("Practice sign").centre)
    wearer.wait(0.1)
    wearer.pull()
    wearer.wait(1)
    assert "Point out what is wrong" in wearer.words, "a short pull is not holding"


def test_who_wore_one_before_is_not_made_to_practise(tmp_path: Path) -> None:
    wearer = Wearer(tmp_path, Comfort(), first_time=False)
    wearer.frame()
    wearer.choose("Ready")
    assert "Before you begin" in wearer.words


def test_somebody_seated_is_asked_to_sit(tmp_path: Path) -> None:
    wearer = Wearer(tmp_path, Comfort(seated=True))
    wearer.frame(head=Pose((0.0, 0.0, 1.2)))
    assert "Sit comfortably" in wearer.words
    wearer.choose("Ready")
    assert wearer.desk.head.position[2] == pytest.approx(1.62)
