"""The yard: what its scenario counts on. Cables lie on its ground, its puddle holds the pump, its ways are free."""

from __future__ import annotations

import numpy as np
import pytest

from assets.place import Place
from assets.places.construction_yard import EXTENT, construction_yard
from assets.places.yard_ground import LEVEL_WAYS, PIT, PIT_DEPTH, WATER_LEVEL, ground_height
from assets.storage import place_arrays, place_from


@pytest.fixture(scope="module")
def yard() -> Place:
    return construction_yard()


def height(x: float, y: float) -> float:
    return float(ground_height(np.array([x]), np.array([y]))[0])


def test_it_is_light_enough(yard: Place) -> None:
    assert yard.model.triangles + yard.ground.mesh.triangles < 190_000
    for mesh in (*yard.model.meshes.values(), yard.ground.mesh):
        assert np.isfinite(mesh.position).all()
        assert np.allclose(np.linalg.norm(mesh.normal, axis=1), 1, atol=1e-3)


def test_the_ground_is_level_where_cables_lie() -> None:
    for way in LEVEL_WAYS:
        for (x0, y0), (x1, y1) in zip(way, way[1:], strict=False):
            for t in np.linspace(0, 1, 9):
                assert abs(height(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t)) < 0.016


def test_the_split_cable_lies_in_the_puddle(yard: Place) -> None:
    assert height(7.2, 4.2) == pytest.approx(WATER_LEVEL, abs=0.003)
    assert yard.ground.water_level == WATER_LEVEL
    at = ((np.array([7.2, 4.2]) - yard.ground.origin) / yard.ground.size * yard.ground.splat.shape[0]).astype(int)
    assert yard.ground.splat[at[1], at[0], 2] > 150, "under water"
    assert yard.ground.splat[at[1], at[0] - 150, 2] < 128, "a few metres off it is dry"


def test_the_excavation_is_where_the_fences_are() -> None:
    middle = ((PIT[0] + PIT[2]) / 2, (PIT[1] + PIT[3]) / 2)
    assert height(*middle) == pytest.approx(-PIT_DEPTH, abs=0.1)
    for x, y in ((9.6, 4.7), (9.6, 6.7), (10.7, 3.7), (12.7, 7.8)):
        assert abs(height(x, y)) < 0.08


def test_people_can_walk_and_see_where_the_scenario_has_them(yard: Place) -> None:
    """Nothing of the place stands within 35 cm of where people stand and walk, up to their heads."""
    spots = [(2, 2), (5.6, 5.7), (6.4, 2.5), (7.6, 9.8), (9.4, 1.6), (12.4, 8.7), (9.6, 8.6), (8.5, 5.0), (8.5, 3.7)]
    spots += [(4.0, y) for y in np.arange(-0.8, 9.2, 0.5)]
    points = yard.model.meshes["opaque"].position
    for x, y in spots:
        near = np.hypot(points[:, 0] - x, points[:, 1] - y) < 0.35
        inside = points[near & (points[:, 2] > height(x, y) + 0.16) & (points[:, 2] < 1.8)]
        assert len(inside) == 0, (x, y)


def test_the_wall_is_where_lamp_and_cable_hang(yard: Place) -> None:
    points = yard.model.meshes["opaque"].position
    x, y, z = points.T
    face = points[(x > 8.3) & (x < 11.7) & (z > 0.5) & (z < 2.7) & (y > 11.5) & (y < 12.6)]
    assert face[:, 1].min() == pytest.approx(12.0, abs=0.03)


def test_it_survives_the_cache(yard: Place) -> None:
    again = place_from(place_arrays(yard))
    assert again.light == yard.light and again.extent == EXTENT
    assert np.array_equal(again.ground.splat, yard.ground.splat)
    x, y = np.random.default_rng(1).uniform(0, 14, (2, 300))
    assert np.abs(again.ground_height(x, y) - ground_height(x, y)).max() < 1e-4
