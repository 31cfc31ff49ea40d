"""The physical cues of vehicles: lights to both ends, an open doorway, headlamps that shine ahead."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest
from assets.mesh import Model
from assets.props_cache import prop_model


def built(name: str, state: str, variant: str | None = None) -> Model:
    return prop_model(name, PropRequest(state, variant))


def points_of(model: Model) -> np.ndarray:
    return np.concatenate([mesh.position for mesh in model.meshes.values()])


def test_hazard_lights_glow_amber_to_both_ends() -> None:
    assert "glow" not in built("truck_heavy", "lights_off").meshes
    lit = built("truck_heavy", "hazard_lights")
    ends = lit.meshes["glow"].position[:, 1]
    assert ends.min() < -4.9 and ends.max() > 4.8
    red, green, blue = lit.meshes["glow"].colour.mean(0)
    assert red > green > blue
    assert {lamp.position[1] > 0 for lamp in lit.lamps} == {True, False}


def test_truck_is_open_where_the_scenario_needs_it() -> None:
    """Nothing stands in the right door's opening nor inside the box."""
    points = points_of(built("truck_heavy", "lights_off"))
    x, y, z = points.T
    doorway = (np.abs(x - 1.22) < 0.05) & (y > 3.35) & (y < 4.0) & (z > 1.35) & (z < 2.5)
    assert not doorway.any()
    box_inside = (np.abs(x) < 1.1) & (y < 2.5) & (z > 1.36) & (z < 3.3)
    assert not box_inside.any()


def test_driving_car_shines_ahead() -> None:
    lamps = built("car_sedan", "driving").lamps
    assert sum(lamp.direction[1] > 0.9 and lamp.cone < 90 for lamp in lamps) == 2
    assert not built("car_sedan", "parked").lamps
