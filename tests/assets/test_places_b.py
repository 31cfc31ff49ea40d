"""The facade and motorway places: they build, fit their budget, and leave room where scenarios put things."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from assets.builders import PLACES, load_builders
from assets.place import Place
from assets.textures.names import LAYER_NAMES
from scenarios import bank, load
from scenarios.registry import registry

NAMES = ("construction-floor/facade", "highway-shoulder")


@cache
def built(name: str) -> Place:
    load_builders()
    return PLACES[name]()


@pytest.mark.parametrize("name", NAMES)
def test_place_is_sound_and_in_budget(name: str) -> None:
    place = built(name)
    assert place.extent == tuple(registry().places[name].extent)
    assert place.model.triangles + place.ground.mesh.triangles < 170_000
    for mesh in (*place.model.meshes.values(), place.ground.mesh):
        assert np.isfinite(mesh.position).all() and np.isfinite(mesh.uvl).all()
        assert np.allclose(np.linalg.norm(mesh.normal, axis=1), 1, atol=1e-3)
        assert mesh.colour.min() >= 0 and mesh.colour.max() <= 1
    assert place.ground.splat.dtype == np.uint8 and place.ground.splat.shape[2] == 4
    assert set(place.ground.layers) <= set(LAYER_NAMES)
    assert np.linalg.norm(place.light.sun_direction) == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize("name", NAMES)
def test_ground_looks_up_and_reaches_beyond_the_extent(name: str) -> None:
    place = built(name)
    mesh = place.ground.mesh
    assert (mesh.normal[:, 2] > 0.3).all()
    x0, y0, x1, y1 = place.extent
    low, high = mesh.position.min(0), mesh.position.max(0)
    assert low[0] < x0 - 20 and low[1] < y0 - 20 and high[0] > x1 + 20 and high[1] > y1 + 20


@pytest.mark.parametrize("scenario_id", ["falling-object-struck", "highway-breakdown-second-crash"])
def test_standpoints_are_free(scenario_id: str) -> None:
    """Nothing of the place stands within a body's width of where a trainee stands."""
    scenario = load(scenario_id).scenario
    place = built(scenario.place)
    solid = np.concatenate([mesh.position for name, mesh in place.model.meshes.items() if name != "sign"])
    assert scenario_id in bank()
    for standpoint in scenario.standpoints:
        x, y = standpoint.at[:2]
        ground = float(place.ground_height(np.array([x]), np.array([y]))[0])
        assert abs(ground) < 0.3
        near = np.hypot(solid[:, 0] - x, solid[:, 1] - y) < 0.25
        body = near & (solid[:, 2] > ground + 0.5) & (solid[:, 2] < ground + 1.9)
        assert not body.any(), f"something stands at {standpoint.at}"


def test_road_is_level_and_marked() -> None:
    place = built("highway-shoulder")
    x = np.linspace(-6.7, 4.0, 40)
    assert np.allclose(place.ground_height(x, np.full_like(x, -50.0)), 0, atol=1e-6)
    assert float(place.ground_height(np.array([11.0]), np.array([-5.0]))[0]) < -1.2
    mesh = place.model.meshes["opaque"]
    on_road = (
        (np.abs(mesh.position[:, 2]) < 1e-4)
        & (np.abs(mesh.position[:, 0] - 0.75) < 0.11)
        & (np.abs(mesh.position[:, 1]) < 20)
    )
    assert mesh.colour[on_road].max() > 0.6, "no white edge line between lane and shoulder"


def test_face_has_slabs_every_three_metres_and_room_for_the_scaffold() -> None:
    place = built("construction-floor/facade")
    points = place.model.meshes["opaque"].position
    edge = points[(np.abs(points[:, 1] - 10.0) < 0.05) & (points[:, 0] > 8.5) & (points[:, 0] < 11)]
    for storey in range(1, 7):
        assert (np.abs(edge[:, 2] - 3.0 * storey) < 0.03).any()
    bays = (
        (points[:, 0] > 4.2) & (points[:, 0] < 9.4) & (points[:, 1] > 8.7) & (points[:, 1] < 9.9) & (points[:, 2] > 0.3)
    )
    assert not bays.any(), "the place stands where the scenario's scaffold bays go"
