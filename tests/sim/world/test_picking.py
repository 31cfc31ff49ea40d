"""Rays: what is under a finger, what hides what, how much is seen."""

from __future__ import annotations

import math

import numpy as np
import pytest

from assets.people import clips, person
from sim.log.events import Step
from sim.render.camera import View
from sim.session import Session
from sim.state import ThingState
from sim.world.compose import LYING_CLIPS, World, compose
from sim.world.figures import pose_matrices, posed_triangles
from sim.world.person_target import PersonTarget
from sim.world.picking import FORGIVENESS, PERSON_MIDDLE, PERSON_REACH, Picker
from sim.world.rays import RayTarget
from sim.world.sight import FOCAL, visible_from
from tests.sim.small_world import SmallLibrary, both, box, moment, small_scenario

EYE = (0.0, 0.0, 1.62)


def towards(x: float, y: float, z: float) -> tuple[float, float, float]:
    away = np.subtract((x, y, z), EYE)
    return tuple(float(part) for part in away / np.linalg.norm(away))


def world_with(walls: list | None = None, **parts: object) -> World:
    return compose(small_scenario(**parts), SmallLibrary(walls or []))


def test_a_thing_is_met_where_it_stands() -> None:
    picker = Picker(world_with())
    pick = picker.pick(moment(), EYE, towards(0, 4, 1.6))
    assert pick.name == "sign"
    assert pick.distance == pytest.approx(3.975, abs=0.01)
    assert picker.pick(moment(), EYE, towards(4, 0, 0.5)).name == "crate"


def test_sky_ground_and_kit_are_nothing() -> None:
    picker = Picker(world_with([box(2, 0.2, 3).placed(-4, 4, 0)]))
    for direction in ((0.0, 0.0, 1.0), towards(-3, -3, 0), towards(-4, 4, 1.5)):
        assert picker.pick(moment(), EYE, direction) is None


def test_what_stands_behind_a_wall_is_not_met() -> None:
    picker = Picker(world_with([box(3, 0.2, 3).placed(0, 2, 0)]))
    assert picker.pick(moment(), EYE, towards(0, 4, 1.6)) is None
    assert not picker.line_of_sight(moment(), EYE, "sign")
    assert picker.line_of_sight(moment(), EYE, "crate")


def test_a_thing_is_met_where_it_has_moved_to() -> None:
    picker = Picker(world_with())
    moved = moment({"sign": ThingState((-4.0, 0.0, 1.2), 90.0, "broken")})
    assert picker.pick(moved, EYE, towards(0, 4, 1.6)) is None
    assert picker.pick(moved, EYE, towards(-4, 0, 1.6)).name == "sign"


@pytest.mark.parametrize(("degrees", "met"), [(0.3, True), (1.0, True), (2.2, False)])
def test_touch_is_forgiven_by_about_a_degree(degrees: float, met: bool) -> None:
    props = {"pebble": {"prop": "pebble", "at": [0, 6, 1.595]}, "sign": {"prop": "sign", "at": [-5, -5]}}
    picker = Picker(world_with(props=props))
    beside = (math.sin(math.radians(degrees + 0.24)), math.cos(math.radians(degrees + 0.24)), 0.0)
    pick = picker.pick(moment(), EYE, beside)
    assert (pick is not None and pick.name == "pebble") == met
    assert max(FORGIVENESS) == 1.2


def test_the_thing_on_the_ray_wins_over_a_nearer_one_beside_it() -> None:
    props = {
        "near": {"prop": "pebble", "at": [0.06, 2, 1.6]},
        "sign": {"prop": "sign", "at": [0, 6, 1.2]},
    }
    assert Picker(world_with(props=props)).pick(moment(), EYE, (0.0, 1.0, 0.0)).name == "sign"


def test_pixels_are_those_of_the_kiosks_picture() -> None:
    world = world_with()
    best = visible_from(world, moment(), "sign")[0]
    assert best.standpoint == 0
    assert best.share == pytest.approx(1.0)
    assert best.pixels == pytest.approx((0.8 / 3.975 * FOCAL) ** 2, rel=0.06)


def test_half_hidden_is_half_seen() -> None:
    wall = box(2.0, 0.1, 3).placed(1.0, 3.0, 0)
    best = visible_from(world_with([wall]), moment(), "sign")
    seen = next(sight for sight in best if sight.standpoint == 0)
    assert seen.share == pytest.approx(0.5, abs=0.08)


def test_hidden_from_everywhere_is_not_enough() -> None:
    around = [box(3, 0.1, 3).placed(0, 3.2, 0), box(3, 0.1, 3).placed(0, 4.8, 0)]
    sides = [box(0.1, 1.7, 3).placed(x, 4, 0) for x in (-1.5, 1.5)]
    found = visible_from(world_with(around + sides), moment(), "sign")
    assert not any(sight.enough for sight in found)


def test_a_picture_point_and_its_direction_belong_together() -> None:
    view = View((1.0, 2.0, 1.6), heading=33.0, pitch=-12.0)
    for x, y in ((0.5, 0.5), (0.1, 0.8), (0.9, 0.2)):
        direction = view.direction(x, y, 16 / 9)
        point = tuple(start + 7 * part for start, part in zip(view.eye, direction, strict=True))
        assert view.picture_point(point, 16 / 9) == pytest.approx((x, y), abs=1e-6)


def test_a_person_is_met_by_the_ray_but_not_between_the_legs() -> None:
    actors = {
        "mate": {"character": "worker_hv", "variant": "plain", "name": both("m"),
                 "path": [{"t": 0, "at": [0, 3], "heading": 180}]}
    }  # fmt: skip
    props = {"sign": {"prop": "sign", "at": [-6, -6]}}
    picker = Picker(world_with(actors=actors, props=props))
    assert picker.pick(moment(), EYE, towards(0, 3, 1.3)).name == "mate"
    assert picker.pick(moment(), EYE, towards(1.2, 3, 1.3)) is None


def test_what_the_trainee_has_along_is_met_where_it_goes_and_hides_what_lies_behind() -> None:
    places = [{"at": [0, 0], "heading": 0}, {"at": [3, -4], "heading": -90}]
    carried = {"trolley": {"prop": "pebble", "at": [0.0, 1.0, 1.6]}}
    world = world_with(carried=carried, standpoints=places)
    picker = Picker(world)
    here, there = world.seen_from(moment(), 0), world.seen_from(moment(), 1)
    assert picker.pick(here, EYE, (0.0, 1.0, 0.0)).name == "trolley", "it is in front of the sign"
    assert picker.pick(there, EYE, (0.0, 1.0, 0.0)).name == "sign", "it has gone along"
    pick = picker.pick(there, world.eye(1), (1.0, 0.0, 0.0))
    assert pick.name == "trolley" and pick.distance == pytest.approx(0.975, abs=0.01)
    assert picker.pick(here, world.eye(1), (1.0, 0.0, 0.0)) is None
    session = Session(world.scenario)
    session.apply(Step(t=1, to=1))
    assert picker.pick(session.state(), world.eye(1), (1.0, 0.0, 0.0)).name == "trolley"


def test_no_ray_waits_for_a_shape_once_all_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    picker = Picker(world_with())
    picker.prepare(moment())

    def made(*_: object) -> None:
        raise AssertionError("a shape was made")

    monkeypatch.setattr("sim.world.picking.RayTarget", made)
    assert picker.pick(moment(), EYE, towards(0, 4, 1.6)).name == "sign"
    mended = moment({"sign": ThingState((0.0, 4.0, 1.2), 0.0, "ok")})
    assert picker.pick(mended, EYE, towards(0, 4, 1.6)).name == "sign"


def test_nobody_reaches_farther_than_rays_are_told() -> None:
    """A ray that passes farther from a person does not ask what they do."""
    mesh, known = person("worker_hv", None), clips()
    for clip in (*LYING_CLIPS, "wave", "sit", "run", "climb_ladder", "carry_long", "kneel_work"):
        for seconds in (0.0, 0.7, 2.5):
            matrices = pose_matrices(known, ThingState((0.0, 0.0, 0.0), 0.0, None, clip, seconds), mesh)
            reach = np.linalg.norm(posed_triangles(mesh.lod, matrices) - (0, 0, PERSON_MIDDLE), axis=2).max()
            assert reach < PERSON_REACH, clip


def test_people_are_met_where_they_are_whatever_they_do() -> None:
    """Against the triangles of the bent skin. They part only within millimetres of an outline or a bent joint."""
    mesh, known = person("worker_hv", None), clips()
    target, chance = PersonTarget(mesh), np.random.default_rng(4)
    same, apart = [], []
    for clip in (*LYING_CLIPS, "wave", "sit", "run", "climb_ladder", "carry_long", "kneel_work"):
        thing = ThingState((0.0, 0.0, 0.0), 0.0, None, clip, 1.3)
        matrices = pose_matrices(known, thing, mesh)
        bent = posed_triangles(mesh.lod, matrices)
        eye = np.float32((1.4, 2.1, 1.62))
        away = chance.choice(bent.mean(1), 80) + chance.normal(0, 0.12, (80, 3)) - eye
        away = (away / np.linalg.norm(away, axis=1, keepdims=True)).astype(np.float32)
        found = target.distances(matrices, eye, away)
        truth = RayTarget(bent).hits(np.tile(eye, (80, 1)), away).distance
        both_met = np.isfinite(found) & np.isfinite(truth)
        assert 20 < both_met.sum() < 80, "some rays meet, some pass"
        same.append(np.isfinite(found) == np.isfinite(truth))
        apart.append(np.abs(found[both_met] - truth[both_met]))
    assert np.mean(same) > 0.97
    assert np.quantile(np.concatenate(apart), 0.9) < 0.02


def test_thousands_of_shapes_are_there_at_once() -> None:
    """As after many visits. With a device each the process would end at about a thousand."""
    wall = np.array([[[-1, 1, -1], [1, 1, -1], [0, 1, 1]]], np.float32)
    targets = [RayTarget(wall) for _ in range(3000)]
    assert {target.hits(np.zeros((1, 3)), np.array([[0, 1, 0]])).distance[0] for target in targets} == {1.0}
