"""A desk's session is heard with each picture, and put into words over what is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from common.clock import ManualClock
from sim import ENGINE
from sim.display.controls import Control
from sim.display.desk import Desk
from sim.display.replay_desk import ReplayDesk
from sim.log import read_log
from sim.log.events import Header
from sim.play_live import LiveSession
from sim.render.camera import View
from sim.state import SceneState
from sim.world.compose import compose
from tests.sim.display.test_desk import SIZE, PlainEyes
from tests.sim.small_world import SmallLibrary, both, small_scenario

STORY = [
    {"when": {"time": 2}, "do": [
        {"sound": {"name": "horn", "at": [30, 0]}}, {"say": {"who": "narrator", "text": both("听")}},
    ]},
]  # fmt: skip


class Heard:
    """Stands for the loudspeakers."""

    def __init__(self) -> None:
        self.names: list[set[str]] = []
        self.leaps = 0

    def play(self, state: SceneState, view: View, *, held: bool = False) -> None:
        assert view.eye[2] > 1
        self.names.append(set() if held or state.paused else {sound.name for sound in state.sounds})

    def leap(self) -> None:
        self.leaps += 1


@pytest.fixture
def live(tmp_path: Path) -> LiveSession:
    header = Header(
        session="0" * 8, scenario="small", scenario_hash="sha256:0", engine=ENGINE, seed=3, input="mouse",
        station="desk", learner="anonymous", lang="zh", started="2026-01-01T00:00:00Z",
    )  # fmt: skip
    return LiveSession(small_scenario(storyboard=STORY), header, tmp_path / "log.jsonl", ManualClock())


def eyes(live: LiveSession) -> PlainEyes:
    return PlainEyes(compose(live.session.scenario, SmallLibrary()))


def wind(live: LiveSession, seconds: float) -> None:
    live._clock.wind(seconds)
    live.tick()


def lines(desk: Desk, live: LiveSession) -> list[Control]:
    return [control for control in desk._controls(live.state()) if control.look == "caption"]


def test_every_picture_is_heard(live: LiveSession) -> None:
    heard = Heard()
    desk = Desk(eyes(live), live, SIZE, "zh", sound=heard)
    desk.picture()
    wind(live, 3)
    desk.picture()
    assert "horn" not in heard.names[0] and "horn" in heard.names[1]


def test_sounds_are_put_into_words_over_what_is_said_and_can_be_switched_off(live: LiveSession) -> None:
    desk = Desk(eyes(live), live, SIZE, "zh")
    wind(live, 3)
    said, told = lines(desk, live)
    assert said.lines == ("听",)
    assert "汽车喇叭" in told.lines[0]
    assert told.rect[3] <= said.rect[1] and told.rect[1] > 0, "neither covers the other"
    desk.key("c")
    assert [control.lines for control in lines(desk, live)] == [("听",)]
    desk.key("c")
    assert len(lines(desk, live)) == 2


def test_a_replay_is_heard_unless_it_is_held_and_follows_leaps(live: LiveSession, tmp_path: Path) -> None:
    wind(live, 8)
    live.stop("trainee")
    live.close()
    heard, clock = Heard(), ManualClock()
    desk = ReplayDesk(eyes(live), read_log(tmp_path / "log.jsonl"), SIZE, "zh", clock, heard)
    clock.wind(2.5)
    desk.tick()
    desk.picture()
    assert "horn" in heard.names[-1]
    desk.key("space")
    desk.picture()
    assert heard.names[-1] == set()
    desk.key("space")
    desk.key("arrow_left")
    desk.picture()
    assert heard.leaps == 1 and "horn" not in heard.names[-1]
