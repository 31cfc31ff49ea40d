"""The first three scenarios played in the mock headset by scripted head and hands, from the first panel to the last."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from scenarios import LoadedScenario, load
from scoring import Score, score
from sim.log import read_log
from sim.play import play_headless
from sim.render.graphics import Graphics
from sim.trainees import Trainee, scripted
from sim.trainees.perfect import Perfect
from sim.world.compose import World, compose
from sim.world.library import CachedLibrary
from sim.xr.headset import Headset
from sim.xr.tracked import Side
from tests.xr.mock_runtime import MockRuntime
from tests.xr.photographing import Photographer, keep
from tests.xr.scripted_hands import ScriptedHands
from tests.xr.visiting import MockVisit

BANK = Path(__file__).parents[2] / "scenarios" / "bank"
FIRST = ("electrocution-temporary-power", "highway-breakdown-second-crash", "falling-object-struck")
SEED = 7
LONGEST = 6000
"""Frames; no visit takes as many."""


@cache
def scene(name: str) -> tuple[LoadedScenario, World]:
    loaded = load(BANK / f"{name}.yaml")
    return loaded, compose(loaded.scenario, CachedLibrary())


class Visitor:
    """Plays scenarios in the headset, and at no display to compare."""

    def __init__(self, runtime: MockRuntime, headset: Headset, folder: Path) -> None:
        self._runtime, self._headset, self._folder = runtime, headset, folder

    def play(
        self,
        name: str,
        trainee: Trainee,
        each: Callable[[MockVisit, ScriptedHands], None] | None = None,
        side: Side = "right",
    ) -> tuple[Score, ScriptedHands]:
        """To the very end, with one hand; ``each`` makes the frames, else they show nothing."""
        loaded, world = scene(name)
        log = self._folder / f"{name}.jsonl"
        visit = MockVisit(self._headset, loaded, world, log, seed=SEED)
        hands = ScriptedHands(self._runtime, visit, trainee, side)
        for _ in range(LONGEST):
            if visit.ended:
                return score(read_log(log), loaded.scenario), hands
            if hands.waits_for_ever:
                visit.desk.stop("crew")  # a head that is worn is somebody who reads
            hands.before_frame()
            each(visit, hands) if each else visit.frame()
        session = visit.live.session
        raise AssertionError(f"{session.phase} at {session.time} s has not ended; pressed last: {hands.presses[-3:]}")

    def play_without(self, name: str, trainee: Trainee) -> Score:
        """The same trainee without any display."""
        loaded, _ = scene(name)
        log = self._folder / f"{name}-without.jsonl"
        play_headless(loaded, trainee, log, scorer=score, seed=SEED)
        return score(read_log(log), loaded.scenario)


@pytest.fixture
def visitor(runtime: MockRuntime, headset: Headset, tmp_path: Path) -> Visitor:
    return Visitor(runtime, headset, tmp_path)


def what_was_done(verdict: Score) -> dict[str, object]:
    """Everything of a score but the seconds."""
    return {
        "outcome": verdict.outcome,
        "total": verdict.total,
        "passed": verdict.passed,
        "hazards": [(row.id, row.status, row.points) for row in verdict.hazards],
        "alarms": len(verdict.alarms),
        "decisions": [(row.id, row.status, row.option) for row in verdict.decisions],
        "deeds": [(row.id, row.status) for row in verdict.deeds],
        "redo": verdict.redo_finished,
    }


class Album:
    """Keeps a picture of both eyes for each kind of moment."""

    MOMENTS = ("wheel", "decision", "debrief")

    def __init__(self, runtime: MockRuntime, photographer: Photographer, name: str) -> None:
        self._runtime, self._photographer, self._name = runtime, photographer, name
        self._since: dict[str, int] = {}
        self.kept: list[str] = []

    def frame(self, visit: MockVisit, hands: ScriptedHands) -> None:
        """A moment is kept while its panel is pointed at."""
        moment = next((m for m in self.MOMENTS for placed in visit.shown.panels if placed.key.startswith(m)), None)
        pointed = any(ray.on == "button" for ray in visit.shown.rays)
        if moment is None or moment in self.kept or not pointed:
            visit.frame()
            return
        visit.frame(self._photographer)
        left, right = keep(self._runtime, f"{self._name}-{moment}")
        assert left.std() > 20 and right.std() > 20
        assert (left != right).any(-1).mean() > 0.2
        self.kept.append(moment)


@pytest.mark.parametrize("name", FIRST)
def test_a_perfect_trainee_in_the_headset_scores_as_without_a_display(
    runtime: MockRuntime, graphics: Graphics, open_headset: Callable[[], Headset], tmp_path: Path, name: str
) -> None:
    """To the point: the total, every hazard and its points, every decision and deed, the outcome."""
    runtime.set(width=400, height=400)
    visitor = Visitor(runtime, open_headset(), tmp_path)
    loaded, world = scene(name)
    photographer = Photographer(graphics, world, (400, 400))
    album = Album(runtime, photographer, name)
    verdict, _ = visitor.play(name, scripted("perfect", loaded.scenario), album.frame)
    photographer.close()
    assert what_was_done(verdict) == what_was_done(visitor.play_without(name, scripted("perfect", loaded.scenario)))
    assert verdict.total == 100
    assert sorted(album.kept) == sorted(Album.MOMENTS)


def test_one_who_is_not_there_sees_the_accident(visitor: Visitor) -> None:
    name = FIRST[0]
    loaded, _ = scene(name)
    verdict, hands = visitor.play(name, scripted("absent", loaded.scenario))
    assert what_was_done(verdict) == what_was_done(visitor.play_without(name, scripted("absent", loaded.scenario)))
    assert (verdict.outcome, verdict.total) == ("accident", 0)
    assert len(hands.presses) == 2, "only what comes before the scene was pressed"


def test_after_the_accident_the_left_hand_does_it_again_the_right_way(visitor: Visitor) -> None:
    name = FIRST[2]
    loaded, _ = scene(name)

    def late_learner() -> Perfect:
        return Perfect(loaded.scenario, flag=False, decide=False, act=False)

    verdict, _ = visitor.play(name, late_learner(), side="left")
    assert what_was_done(verdict) == what_was_done(visitor.play_without(name, late_learner()))
    assert verdict.outcome == "accident" and verdict.redo_finished
