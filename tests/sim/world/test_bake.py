"""Baked light: open ground is bright, corners are dark, walls hand on their colour."""

from __future__ import annotations

import numpy as np
import pytest

from assets.mesh import joined
from sim.world.bake import bake
from sim.world.compose import World, compose
from sim.world.light_field import LightField
from sim.world.openness import openness
from tests.sim.small_world import RED, SmallLibrary, box, small_scenario

RAYS = 48


def world_with(walls: list | None = None) -> World:
    return compose(small_scenario(), SmallLibrary(walls or []))


def up_at(field: LightField, *points: tuple[float, float, float]) -> np.ndarray:
    normals = np.tile(np.array([0, 0, 1], np.float32), (len(points), 1))
    return field.irradiance(np.array(points, np.float32), normals, RAYS)


def test_ground_beside_a_high_wall_is_darker_than_open_ground() -> None:
    field = LightField(world_with([box(8, 0.3, 6).placed(-3, 6, 0)]))
    beside, open_ground = up_at(field, (-3, 6.3, 0.01), (6, -6, 0.01)).mean(1)
    assert beside < 0.75 * open_ground


def test_a_red_wall_in_the_sun_reddens_what_is_before_it() -> None:
    # The sun stands in the south-west: this wall's south side is lit.
    coloured = LightField(world_with([box(8, 0.3, 6, RED).placed(-3, 6, 0)]))
    grey = LightField(world_with([box(8, 0.3, 6, (0.3, 0.3, 0.3)).placed(-3, 6, 0)]))
    redness = [float(row[0] / row[2]) for row in (up_at(f, (-3, 5.2, 0.01))[0] for f in (coloured, grey))]
    assert redness[0] > 1.1 * redness[1]


def test_probes_are_repaired_where_they_lie_inside_walls() -> None:
    thick = box(4, 4, 4).placed(0, 0, 0)
    light = bake(world_with([thick]), rays=8)
    inside, outside = light.probes.at((0, 0, 0.9)), light.probes.at((6, 6, 0.9))
    assert inside.mean() > 0.2 * outside.mean()


def test_under_a_sky_alone_light_comes_from_above() -> None:
    probe = bake(compose(small_scenario(), SmallLibrary(night=1.0)), rays=8).probes.at((6, 6, 0.9))
    assert probe[4].mean() > 1.5 * probe[5].mean()


def test_openness_of_a_groove_is_less_than_of_its_rim() -> None:
    sides = [box(1, 0.2, 1), box(1, 0.2, 1).placed(0, 0.3, 0)]
    mesh = joined(sides)
    found = openness(mesh)
    inner = (np.abs(mesh.normal[:, 1]) > 0.9) & (np.abs(mesh.position[:, 1] - 0.15) < 0.06)
    outer = (np.abs(mesh.normal[:, 1]) > 0.9) & ~inner
    assert found[inner].mean() < 0.85 * found[outer].mean()


def test_the_key_changes_with_what_is_seen_and_only_with_that() -> None:
    assert world_with().key == world_with().key
    assert world_with().key != world_with([box(1, 1, 1)]).key


def test_baking_is_deterministic() -> None:
    first, second = (bake(world_with(), rays=8) for _ in range(2))
    assert np.array_equal(first.ground, second.ground)
    assert first.mean == pytest.approx(second.mean)
