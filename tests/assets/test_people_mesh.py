"""People as meshes: who there is, that they are sound, and what tells them apart."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from assets.people import UnknownPerson, person, posing
from assets.people.clips import MOTIONS
from assets.people.mesh import PersonMesh, dressed, shape_key
from assets.people.poses import solve
from assets.people.skeleton import INDEX, JOINTS
from assets.people.wardrobe import WARDROBE
from scenarios.registry import registry

COARSE = 3.0
SAMPLES = (("worker_hv", "plain"), ("worker_hv", "strap_open"), ("truck_driver", "vest"), ("pedestrian", "woman"))


@pytest.fixture(scope="module")
def people(people_cache) -> dict[tuple[str, str], PersonMesh]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QIANCHE_CACHE", str(people_cache))
        return {names: dressed(WARDROBE[names[0]][names[1]], COARSE) for names in SAMPLES}


def skinned(mesh: PersonMesh, matrices: np.ndarray) -> np.ndarray:
    return posing.skinned(mesh, matrices.astype(np.float32))[0] * mesh.scale


def region(mesh: PersonMesh, names: tuple[str, str], part: str) -> np.ndarray:
    colour = np.array(WARDROBE[names[0]][names[1]].palette[part])
    return np.abs(mesh.colour - colour).max(1) < 1e-3


def test_the_wardrobe_has_everyone_a_scenario_may_name():
    named = {name: set(entry.variants) for name, entry in registry().characters.items()}
    assert {name: set(variants) for name, variants in WARDROBE.items()} == named


def test_an_unknown_person_is_refused():
    with pytest.raises(UnknownPerson):
        person("worker_hv", "in a kilt")


def test_every_vertex_follows_joints_that_exist_with_weights_that_sum_to_one(people):
    for mesh in (level for each in people.values() for level in (each, each.lod)):
        assert mesh.weights.sum(1) == pytest.approx(1, abs=1e-5)
        assert mesh.weights.min() >= 0
        assert mesh.joints.min() >= 0 and mesh.joints.max() < len(JOINTS)
        assert mesh.faces.max() < len(mesh.position)


def test_faces_look_outward(people):
    for names, mesh in people.items():
        a, b, c = (mesh.position[mesh.faces[:, k]] for k in range(3))
        normal = np.cross(b - a, c - a)
        agrees = np.einsum("ij,ij->i", normal, mesh.normal[mesh.faces].mean(1)) > 0
        size = np.linalg.norm(normal, axis=1)
        assert size[agrees].sum() / size.sum() > 0.99, names
        assert np.linalg.norm(mesh.normal, axis=1) == pytest.approx(1, abs=1e-3)


def test_people_are_as_tall_as_people(people):
    idle = solve(MOTIONS["idle"].channels())[0]
    man = skinned(people["truck_driver", "vest"], idle)
    woman = skinned(people["pedestrian", "woman"], idle)
    assert man[:, 2].max() == pytest.approx(1.76, abs=0.04)
    assert woman[:, 2].max() == pytest.approx(1.64, abs=0.04)
    for body in (man, woman):
        assert body[:, 2].min() == pytest.approx(0, abs=0.004)
        assert np.ptp(body[:, 0]) < 0.75


def test_nobody_sinks_into_the_ground(people):
    mesh = people["worker_hv", "plain"].lod
    for name, motion in MOTIONS.items():
        if name == "climb_ladder":
            continue  # there a foot may stand on the rung below the person's own height
        lowest = min(skinned(mesh, frame)[:, 2].min() for frame in solve(motion.channels())[::12])
        assert -0.02 < lowest < 0.02, name


def test_triangles_stay_in_their_budget(people):
    for names, mesh in people.items():
        assert 6000 < mesh.triangles < 9000, names
        assert mesh.lod is not None and mesh.lod.triangles < 3000, names


def test_the_open_strap_hangs_clear_of_the_face_and_the_closed_one_lies_on_it(people):
    buckle = region(people["worker_hv", "strap_open"], ("worker_hv", "strap_open"), "buckle")
    hanging = people["worker_hv", "strap_open"].position[buckle]
    assert buckle.any()
    assert hanging[:, 0].min() > 0.085
    assert hanging[:, 2].max() < 1.56
    closed = people["worker_hv", "plain"]
    strap = region(closed, ("worker_hv", "plain"), "strap")
    under_chin = closed.position[strap]
    assert under_chin[np.abs(under_chin[:, 0]) < 0.01][:, 2].min() < 1.53


def test_the_undone_strap_lags_behind_a_turning_head(people):
    mesh = people["worker_hv", "strap_open"]
    tip = region(mesh, ("worker_hv", "strap_open"), "buckle")
    assert (mesh.weights * (mesh.joints == INDEX["chest"])).sum(1)[tip].min() > 0.3


def test_eyes_are_dark_and_clear_of_the_lids(people):
    for names, mesh in people.items():
        iris = region(mesh, names, "iris")
        assert iris.sum() > 20, names
        assert mesh.colour[iris].max() < 0.3, names


def test_open_surfaces_are_brighter_than_the_armpits(people):
    mesh = people["worker_hv", "plain"]
    helmet = region(mesh, ("worker_hv", "plain"), "helmet") & (mesh.normal[:, 2] > 0.8) & (mesh.position[:, 2] > 1.72)
    between_legs = (np.abs(mesh.position[:, 0]) < 0.05) & (np.abs(mesh.position[:, 2] - 0.72) < 0.08)
    assert mesh.ambient_occlusion[helmet].mean() > 0.97
    assert mesh.ambient_occlusion[between_legs].mean() < 0.75


def test_a_second_visit_builds_nothing(people, people_cache, monkeypatch):
    def refuse(*_: object) -> None:
        raise AssertionError("built again")

    monkeypatch.setenv("QIANCHE_CACHE", str(people_cache))
    monkeypatch.setattr("assets.people.mesh.pieces", refuse)
    again = dressed(WARDROBE["pedestrian"]["woman"], COARSE)
    assert (again.position == people["pedestrian", "woman"].position).all()
    assert (again.colour == people["pedestrian", "woman"].colour).all()


def test_another_helmet_costs_no_new_shape(people):
    look = WARDROBE["worker_hv"]["plain"]
    blue = replace(look, palette=look.palette | {"helmet": (0.1, 0.3, 0.7)})
    assert shape_key(blue.outfit, COARSE) == shape_key(look.outfit, COARSE)
    assert shape_key(WARDROBE["truck_driver"]["plain"].outfit, COARSE) != shape_key(look.outfit, COARSE)
