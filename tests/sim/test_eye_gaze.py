"""Where the eyes look is logged beside where the head points, and counts as looking."""

from __future__ import annotations

from pathlib import Path

import pytest
from logs import header, write_log
from short_scenario import step, with_storyboard

from common.clock import ManualClock
from sim.log import read_log
from sim.log.events import Look
from sim.play_live import LiveSession
from sim.session import Session
from sim.session.gaze import view_towards

LOOKED_AT_DRUM = step({"looked_at": {"what": "drum", "seconds": 1}}, name="seen")
EYE, DRUM = (0.0, 0.0, 1.62), (6.0, 10.0, 0.3)


def test_eyes_are_written_only_where_they_are_followed(tmp_path: Path) -> None:
    looks = (Look(t=0.5, h=12.25, p=-3.0), Look(t=0.7, h=12.25, p=-3.0, gaze=(20.5, -8.0)))
    path = write_log(tmp_path / "a.jsonl", looks)
    lines = path.read_bytes().splitlines()
    assert lines[1] == b'{"type":"look","t":0.5,"h":12.25,"p":-3.0}'
    assert lines[2] == b'{"type":"look","t":0.7,"h":12.25,"p":-3.0,"gaze":[20.5,-8.0]}'
    assert read_log(path).events == looks


def test_a_live_session_rounds_and_bounds_what_the_eyes_do(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    live = LiveSession(with_storyboard(), header(), path, ManualClock())
    live.look(10.0, 0.0, gaze=(190.123456, 97.0))
    live.close()
    assert read_log(path).events[0].gaze == (-169.88, 89.0)


@pytest.mark.parametrize(("gaze", "seen"), [(None, False), (view_towards(EYE, DRUM), True)])
def test_what_the_eyes_rest_on_is_looked_at_though_the_head_points_elsewhere(
    gaze: tuple[float, float] | None, seen: bool
) -> None:
    session = Session(with_storyboard(LOOKED_AT_DRUM))
    session.apply(Look(t=0.0, h=60.0, p=0.0, gaze=gaze))
    session.advance(2.0)
    assert any(it.kind == "step" and it.subject == "seen" for it in session.happenings) is seen
