"""Whatever befalls a headset, the session is held with a sentence and goes on where it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from common.comfort import Comfort
from sim.display.headset.desk.feeling import answers_beside, keep
from sim.display.headset.desk.rotation import facing, looking
from sim.log import read_log
from sim.log.events import Pause, Resume, Stop
from sim.xr.tracked import Hand, Pose
from tests.sim.display.headset_wearer import HEAD, HIP, PERIOD, Wearer
from tests.sim.small_world import both


@pytest.fixture
def wearer(tmp_path: Path) -> Wearer:
    made = Wearer(tmp_path)
    made.begin()
    made.wait(1)
    return made


def pauses(wearer: Wearer) -> tuple[int, int]:
    return len(wearer.events(Pause)), len(wearer.events(Resume))


def test_taken_off_it_is_dark_and_held_and_goes_on_when_the_wearer_says_so(wearer: Wearer) -> None:
    wearer.frame(worn=False)
    assert wearer.live.state().paused and wearer.shown.dark == 1.0
    before = wearer.live.state().scene_time
    wearer.wait(20)
    wearer.frame(worn=True)
    wearer.wait(2)
    assert wearer.live.state().paused, "somebody else may have put it on"
    assert "The headset was off" in wearer.words
    wearer.choose("Go on")
    wearer.wait(0.1)
    assert wearer.live.state().scene_time == pytest.approx(before, abs=0.2)
    assert pauses(wearer) == (1, 1)


def test_a_gap_without_frames_is_no_time_and_is_held(wearer: Wearer) -> None:
    before = wearer.live.session.time
    wearer.frame(time=wearer.tracked.time + 600)
    assert wearer.live.session.time == pytest.approx(before, abs=0.1)
    assert wearer.live.state().paused and "The headset was off" in wearer.words


def test_a_runtime_that_was_started_anew_counts_from_elsewhere_and_nothing_is_lost(wearer: Wearer) -> None:
    before = wearer.live.session.time
    wearer.frame(time=3.0)
    assert wearer.live.state().paused
    wearer.wait(1)
    wearer.choose("Go on")
    wearer.wait(1)
    assert before + 1 < wearer.live.session.time < before + 4


@pytest.mark.parametrize(
    ("trouble", "well", "says"),
    [
        ({"head": None}, {"head": HEAD}, "lost its place"),
        ({"focused": False}, {"focused": True}, "menu is open"),
    ],
)
def test_after_some_troubles_it_goes_on_by_itself(
    wearer: Wearer, trouble: dict[str, object], well: dict[str, object], says: str
) -> None:
    wearer.frame(**trouble)
    wearer.wait(0.6)
    assert wearer.live.state().paused and says in wearer.words
    before = wearer.live.state().scene_time
    wearer.wait(5)
    wearer.frame(**well)
    wearer.wait(0.2)
    assert wearer.live.state().paused, "not before it is well for a moment"
    wearer.wait(1)
    assert not wearer.live.state().paused and "Paused" not in wearer.words
    assert wearer.live.state().scene_time == pytest.approx(before + 0.5, abs=0.3)
    assert pauses(wearer) == (1, 1)


def test_a_blink_of_the_tracking_is_nothing(wearer: Wearer) -> None:
    place = wearer.desk.head
    wearer.frame(head=None)
    wearer.wait(0.2)
    assert wearer.desk.head == place, "the view stays where it was seen last"
    wearer.frame(head=HEAD)
    wearer.wait(1)
    assert pauses(wearer) == (0, 0)


def test_a_pause_of_ones_own_is_not_ended_by_a_trouble_that_passes(wearer: Wearer) -> None:
    wearer.fingers(menu=True)
    wearer.fingers(menu=False)
    wearer.frame(focused=False)
    wearer.wait(1)
    wearer.frame(focused=True)
    wearer.wait(2)
    assert wearer.live.state().paused and "menu is open" not in wearer.words


def test_off_counts_more_than_what_comes_after_it(wearer: Wearer) -> None:
    wearer.frame(worn=False)
    wearer.frame(worn=True, focused=False)
    wearer.wait(1)
    wearer.frame(focused=True)
    wearer.wait(2)
    assert wearer.live.state().paused and "The headset was off" in wearer.words


def test_a_controller_that_is_off_is_told_and_the_session_goes_on_with_it(wearer: Wearer) -> None:
    wearer.pull()
    kept = wearer.hand()
    wearer.frame(right=None)
    wearer.wait(1)
    assert not wearer.live.state().paused and wearer.shown.rays == (), "for a moment it may only be hidden"
    wearer.wait(1)
    assert wearer.live.state().paused and "No controller is connected" in wearer.words
    wearer.frame(right=kept)
    wearer.wait(1)
    assert not wearer.live.state().paused
    assert wearer.shown.rays[0].side == "right"


def test_without_a_controller_one_can_go_on_with_the_head(wearer: Wearer) -> None:
    wearer.pull()
    wearer.frame(right=None)
    wearer.wait(2)
    wearer.choose("Go on without controllers")
    wearer.wait(1)
    assert not wearer.live.state().paused
    assert [ray.side for ray in wearer.shown.rays] == [None]


def test_when_one_controller_is_off_the_other_points(tmp_path: Path) -> None:
    wearer = Wearer(tmp_path, hands=("left", "right"))
    wearer.begin()
    wearer.frame(right=None)
    wearer.wait(3)
    assert [ray.side for ray in wearer.shown.rays] == ["left"]
    assert pauses(wearer) == (0, 0)


def test_bare_hands_may_leave_the_view(tmp_path: Path) -> None:
    wearer = Wearer(tmp_path, kind="hand")
    wearer.begin()
    wearer.frame(right=None)
    wearer.wait(5)
    assert not wearer.live.state().paused
    assert wearer.shown.rays == (), "and the head does not begin to choose"


def test_the_crew_stops_it_at_any_time_and_it_fades(wearer: Wearer) -> None:
    wearer.desk.stop("crew")
    assert wearer.live.ended and not wearer.desk.ended
    darks = []
    while not wearer.desk.ended:
        darks.append(wearer.frame().dark)
    assert len(darks) * PERIOD == pytest.approx(0.3, abs=0.05)
    assert darks == sorted(darks) and darks[0] < 0.2 and darks[-1] == 1.0
    assert "The crew has ended this session" in wearer.words
    assert [event.by for event in wearer.events(Stop)] == ["crew"]


def test_the_crew_stops_it_before_it_has_begun(tmp_path: Path) -> None:
    wearer = Wearer(tmp_path)
    wearer.wait(1)
    wearer.desk.stop("crew")
    wearer.until(lambda: wearer.desk.ended, 1)
    assert read_log(wearer.log).end is not None


def test_a_break_is_recommended_once_and_later_asked_for(tmp_path: Path) -> None:
    comfort = Comfort(reminder_minutes=20, limit_minutes=20.5)
    wearer = Wearer(tmp_path, comfort, worn_before=20 * 60 - 10)
    wearer.begin()
    wearer.until(lambda: "You have worn this for 20 minutes" in wearer.words, 12)
    assert not wearer.live.state().paused
    wearer.wait(8)
    assert "minutes" not in wearer.words
    wearer.pass_time(45)
    assert wearer.live.state().paused and "Please take a break" in wearer.words
    wearer.choose("Finish this scene first")
    wearer.wait(1)
    assert not wearer.live.state().paused
    wearer.fingers(menu=True)
    wearer.fingers(menu=False)
    wearer.choose("End here")
    assert not wearer.desk.ended and "Take it off, sit down" in wearer.words, "and told again at the end"
    wearer.choose("All right")
    assert wearer.desk.ended
    assert wearer.desk.worn_seconds > 20 * 60 + 40


def test_time_not_worn_is_not_counted(tmp_path: Path) -> None:
    wearer = Wearer(tmp_path, worn_before=5.0)
    wearer.frame()
    wearer.frame(worn=False)
    wearer.wait(10)
    assert wearer.desk.worn_seconds < 5.2


def test_a_break_waits_until_a_question_is_answered(tmp_path: Path) -> None:
    options = {
        "a": {"right": True, "text": both("one"), "then": both("x")},
        "b": {"text": both("two"), "then": both("x")},
    }
    asked = {"d1": {"ask": both("which?"), "limit": 30, "options": options}}
    board = [{"when": {"time": 1}, "do": [{"ask": "d1"}]}]
    wearer = Wearer(tmp_path, Comfort(limit_minutes=1), worn_before=55, decisions=asked, storyboard=board)
    wearer.begin()
    wearer.pass_time(8)
    assert wearer.live.state().decision is not None and not wearer.live.state().paused
    wearer.choose("one")
    wearer.wait(0.1)
    assert wearer.live.state().paused and "Please take a break" in wearer.words


def test_how_one_feels_is_asked_before_and_after_and_kept_beside_the_log(tmp_path: Path) -> None:
    wearer = Wearer(tmp_path, Comfort(questionnaire=True))
    wearer.frame()
    wearer.choose("Ready")
    for answer in ("Not at all", "Slightly", "Not at all", "Not at all"):
        wearer.choose(answer)
    wearer.choose("I understand")
    wearer.wait(1)
    wearer.fingers(menu=True)
    wearer.fingers(menu=False)
    wearer.choose("End here")
    for answer in ("Badly", "Clearly", "Not at all", "Slightly"):
        wearer.choose(answer)
    assert "sit down and rest" in wearer.words and not wearer.desk.ended
    wearer.choose("All right")
    assert wearer.desk.ended
    assert json.loads(answers_beside(wearer.log).read_text("utf-8")) == {
        "before": {"stomach": 0, "dizzy": 1, "eyes": 0, "head": 0},
        "after": {"stomach": 3, "dizzy": 2, "eyes": 0, "head": 1},
    }
    assert "feel" not in wearer.log.read_text("utf-8")


def test_answers_that_a_power_cut_has_emptied_are_given_anew(tmp_path: Path) -> None:
    kept = answers_beside(tmp_path / "log.jsonl")
    kept.write_bytes(b"")
    keep(kept, "after", {"head": 2})
    assert json.loads(kept.read_text("utf-8")) == {"after": {"head": 2}}


def test_who_does_not_feel_well_before_may_leave_it(tmp_path: Path) -> None:
    wearer = Wearer(tmp_path, Comfort(questionnaire=True))
    wearer.frame()
    wearer.choose("Ready")
    for answer in ("Clearly", "Not at all", "Not at all", "Not at all"):
        wearer.choose(answer)
    wearer.choose("Leave it")
    assert wearer.desk.ended and read_log(wearer.log).end is not None


def test_the_runtimes_own_recentring_sets_the_scene_straight_in_the_dark(wearer: Wearer) -> None:
    turned = Pose((0.4, 0.2, 1.7), looking(70, 0))
    wearer.frame(head=turned)
    wearer.frame(moved=1)
    assert wearer.shown.dark == 1.0
    assert wearer.desk.head.position == pytest.approx((0.0, 0.0, 1.7), abs=1e-6)
    assert facing(wearer.desk.head.turned) == pytest.approx(0, abs=1e-6)


def test_the_pause_can_set_the_scene_straight(wearer: Wearer) -> None:
    wearer.frame(head=Pose((0.4, 0.2, 1.7), looking(-20, 0)))
    wearer.fingers(menu=True)
    wearer.fingers(menu=False)
    wearer.choose("Face ahead")
    assert wearer.desk.head.position == pytest.approx((0.0, 0.0, 1.7), abs=1e-6)
    assert facing(wearer.desk.head.turned) == pytest.approx(0, abs=1e-6)
    assert wearer.live.state().paused


def test_near_the_edge_of_the_free_area_it_is_shown(wearer: Wearer) -> None:
    assert wearer.frame(bounds=(3.0, 2.0)).wall == 0.0
    corners = wearer.shown.bounds
    assert {tuple(round(abs(part), 3) for part in corner[:2]) for corner in corners} == {(1.5, 1.0)}
    near = wearer.frame(head=Pose((1.2, 0.0, 1.7))).wall
    nearer = wearer.frame(head=Pose((1.4, 0.0, 1.7))).wall
    assert 0.3 < near < nearer < 1.0
    assert wearer.frame(head=Pose((1.6, 0.0, 1.7))).wall == 1.0
    wearer.hold("right", Hand("controller", Pose(HIP["right"]), Pose((0.2, 0.95, 1.2))))
    assert wearer.frame(head=HEAD).wall > 0.8, "a hand counts as well"
