"""People in the scene graph: what they hold is drawn in its clips only, and their faces live."""

from __future__ import annotations

import numpy as np
import pytest
from panda3d import core

from assets.people import clips
from assets.people.mesh import PersonMesh, dressed
from assets.people.outfit import Outfit
from assets.people.skeleton import INDEX, JOINTS
from assets.people.wardrobe import Look
from assets.people.wardrobe.palette import COMMON
from sim.render import programs
from sim.render.movers import regard
from sim.render.people import JOINTS as SHADER_JOINTS
from sim.render.people import PersonFigure
from sim.render.programs import source
from sim.state import ThingState


class EvenLight:
    """Probes that see the same light everywhere."""

    def at(self, point: tuple[float, float, float]) -> np.ndarray:
        return np.ones((6, 3), np.float32)


@pytest.fixture(scope="module")
def body(tmp_path_factory) -> PersonMesh:
    """Somebody of whom only the arms are modelled, which is quickly done: figures differ in nothing but their mesh."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QIANCHE_CACHE", str(tmp_path_factory.mktemp("cache")))
        return dressed(Look(Outfit(first_person=True), COMMON), 2.2)


@pytest.fixture
def figure(body) -> PersonFigure:
    return PersonFigure(core.NodePath("root"), "ann", body, clips(), programs.Look(noise=0))


def show(figure: PersonFigure, clip: str, clip_time: float = 0.0) -> np.ndarray:
    """The joint matrices (36, 4, 4), for column vectors, that the figure then draws with."""
    figure.show(ThingState((0.0, 0.0, 0.0), 0.0, None, clip, clip_time), (0.0, 0.0, 0.0), EvenLight())
    columns = np.frombuffer(figure._joints.getData(), np.float32).reshape(len(JOINTS), 4, 4)
    return columns.transpose(0, 2, 1).copy()


def drawn(figure: PersonFigure) -> int:
    """How many geoms would be drawn beside the person's own three levels of detail."""
    return figure.node.findAllMatches("**/+GeomNode").getNumPaths() - 3


def test_the_shader_has_as_many_joints_as_the_skeleton():
    assert len(JOINTS) == SHADER_JOINTS
    assert f"joints[{SHADER_JOINTS}]" in source("person.vert")


def test_a_thing_is_drawn_while_it_is_held_and_only_then(figure):
    counts = []
    for clip in ("idle", "carry_box", "idle", "phone", "carry_box", "walk"):
        show(figure, clip)
        counts.append(drawn(figure))
    assert counts == [0, 1, 0, 1, 1, 0]


def test_three_levels_of_detail_leave_no_gap(figure):
    detail = figure.node.find("**/+LODNode").node()
    spans = [(detail.getOut(k), detail.getIn(k)) for k in range(detail.getNumSwitches())]
    assert len(spans) == 3
    assert spans[0][0] == 0
    assert [inner for inner, _ in spans[1:]] == [outer for _, outer in spans[:-1]]


def test_eyes_turn_to_the_trainee_and_lids_close_in_a_blink(figure):
    def eye_turn(time: float) -> float:
        regard({"ann": figure}, time, (0.5, 1.8, 1.62))
        matrices = show(figure, "idle")
        local = matrices[INDEX["head"], :3, :3].T @ matrices[INDEX["eyeR"], :3, :3]
        return float(np.degrees(np.arctan2(local[1, 0], local[0, 0])))

    def lid_turn(time: float) -> float:
        regard({"ann": figure}, time, (0.5, 1.8, 1.62))
        matrices = show(figure, "idle")
        local = matrices[INDEX["head"], :3, :3].T @ matrices[INDEX["lidR"], :3, :3]
        return float(-np.degrees(np.arctan2(local[2, 1], local[1, 1])))

    turns = [eye_turn(time) for time in np.arange(0, 30, 1.3)]
    assert min(turns) < -8, "the trainee stands a little to the right"
    lids = [lid_turn(time) for time in np.arange(0, 8, 0.03)]
    assert max(lids) > 30
    assert np.median(lids) < 8


def test_the_same_moment_gives_the_same_face(figure):
    regard({"ann": figure}, 4.2, (0.5, 1.8, 1.62))
    first = show(figure, "idle", 1.0)
    regard({"ann": figure}, 9.9, (2.0, 2.0, 1.62))
    show(figure, "phone")
    regard({"ann": figure}, 4.2, (0.5, 1.8, 1.62))
    assert (show(figure, "idle", 1.0) == first).all()


def test_at_a_rate_a_body_is_bent_less_often_and_goes_its_way_all_the_same(figure):
    def poses(eye: tuple[float, float, float]) -> list[bytes]:
        found = []
        for k in range(90):
            regard({"ann": figure}, k / 90, eye)
            figure.show(ThingState((k / 90, 0.0, 0.0), 0.0, None, "walk", k / 90), (k / 90, 0.0, 0.0), EvenLight())
            assert figure.node.getX() == pytest.approx(k / 90)
            found.append(bytes(figure._joints.getData()))
        return found

    figure.rate = 30.0
    assert 28 <= len(set(poses((0.5, 1.8, 1.62)))) <= 32
    assert 14 <= len(set(poses((0.5, 18.0, 1.62)))) <= 17
    figure.rate = None
    assert len(set(poses((0.5, 1.8, 1.62)))) == 90
