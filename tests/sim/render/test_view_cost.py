"""What a view costs, what is thinned out far away, and where movers' shadows are looked for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from assets.mesh import joined
from assets.modelling import ball
from sim.render.camera import View
from sim.render.cast import shadowed_parts
from sim.render.cost import in_view, start_view, view_cost
from sim.world.compose import compose
from sim.world.far import thinned_out
from tests.sim.small_world import GREEN, RED, SmallLibrary, box, small_scenario

NORTH = View((0.0, 0.0, 1.6), 0.0, 0.0, 75.0)


@pytest.mark.parametrize(
    ("middle", "seen"),
    [((0, 5, 1.6), True), ((0, -5, 1.6), False), ((6, 1, 1.6), False), ((3, 5, 1.6), True), ((0, 5, 9), False)],
)
def test_what_is_beside_or_behind_is_not_in_view(middle: tuple[float, float, float], seen: bool) -> None:
    centre = np.array(middle)
    assert in_view((centre - 0.2, centre + 0.2), NORTH) == seen


def test_a_view_costs_what_is_in_it() -> None:
    behind = compose(small_scenario(), SmallLibrary([box(1, 1, 1).placed(0, -6, 0)]))
    before = compose(small_scenario(), SmallLibrary([box(1, 1, 1).placed(0, 6, 0)]))
    with_box, without = (view_cost(world, start_view(world)) for world in (before, behind))
    assert with_box.triangles - without.triangles >= 12
    assert with_box.within_budget


def test_what_is_far_has_fewer_triangles_and_keeps_its_shape_and_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sim.world.far.FROM_TRIANGLES", 100)
    from assets.modelling.materials import STEEL

    near, far = ball(1.0, STEEL), ball(1.0, STEEL).placed(0, 40, 0)
    striped = joined([box(1, 1, 1, RED), box(1, 1, 1, GREEN).placed(0, 0, 1)]).placed(0, 40, 2)
    speck = box(0.01, 0.01, 0.01).placed(0, 60, 0)
    thin = thinned_out(joined([near, far, striped, speck]), np.array([[0.0, -3.0, 1.6]], np.float32))
    at_far = thin.position[thin.faces].mean(1)[:, 1] > 20
    assert (~at_far).sum() == near.triangles
    assert at_far.sum() < 0.5 * far.triangles + striped.triangles
    assert not (thin.position[:, 1] > 50).any()
    for mesh in (far, striped):
        low, high = mesh.position.min(0), mesh.position.max(0)
        inside = ((thin.position > low - 0.01) & (thin.position < high + 0.01)).all(1)
        assert np.allclose(np.ptp(thin.position[inside], axis=0), high - low, atol=0.12)
    red = np.abs(thin.colour - np.array(RED, np.float32)).max(1) < 0.01
    assert thin.position[red & (thin.position[:, 1] > 20), 2].max() < 3.01


@dataclass
class Crate:
    """A mover a metre large at a place."""

    x: float
    y: float

    @property
    def node(self) -> object:
        from panda3d import core

        made = core.NodePath("crate")
        made.setPos(self.x, self.y, 0)
        return made

    def box(self) -> tuple[np.ndarray, np.ndarray]:
        return np.array((-0.5, -0.5, 0.0)), np.array((0.5, 0.5, 1.0))


SUN = np.array([-0.6, 0.0, 0.8])


def test_a_shadow_is_looked_for_round_the_mover_and_where_it_falls() -> None:
    ((left, right, low, high),) = shadowed_parts([Crate(0.0, 8.0)], SUN, NORTH, 16 / 9, 4)
    at_crate, shadow_end = (NORTH.picture_point(point, 16 / 9) for point in ((0, 8, 0.5), (1.2, 8, 0)))
    for x, y in (at_crate, shadow_end):
        assert left < x < right
        assert low < 1 - y < high
    assert (right - left) * (high - low) < 0.25


def test_shadows_behind_the_eye_are_not_looked_for() -> None:
    assert shadowed_parts([Crate(0.0, -8.0)], SUN, NORTH, 16 / 9, 4) == []


def test_many_movers_share_a_few_parts() -> None:
    crates = [Crate(x, 9.0) for x in (-6, -4, -2, 0, 2, 4, 6)]
    parts = shadowed_parts(crates, SUN, NORTH, 16 / 9, 3)
    assert len(parts) <= 3
    for crate in crates:
        x, y = NORTH.picture_point((crate.x, crate.y, 0.5), 16 / 9)
        assert any(left <= x <= right and low <= 1 - y <= high for left, right, low, high in parts)
