"""What a view costs to draw, told without drawing: how many Geoms and triangles reach into it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from assets.mesh import Array, Mesh
from sim.render.camera import FIELD_OF_VIEW, View
from sim.render.people import level_at
from sim.render.upload import chunks
from sim.world.compose import World, bounds

ASPECT = 16 / 9
MOST_GEOMS, MOST_TRIANGLES = 100, 300_000
"""What a view of an eye may cost."""
START_PITCH = -4.0
SKY = (1, 12)
TURN = 30
"""Degrees between the views from a standpoint that are looked at for the highest cost."""


@dataclass(frozen=True)
class ViewCost:
    """What is drawn for one eye."""

    geoms: int
    triangles: int

    @property
    def within_budget(self) -> bool:
        return self.geoms <= MOST_GEOMS and self.triangles <= MOST_TRIANGLES


def start_view(world: World) -> View:
    """What a trainee sees first."""
    return View(world.eye(0), world.scenario.standpoints[0].heading, START_PITCH, FIELD_OF_VIEW)


class ViewCosts:
    """The cost of views into a world as it is first set up; shadow maps and mirrors aside."""

    def __init__(self, world: World) -> None:
        self._world = world
        meshes = [*world.static_model.meshes.values(), world.place.ground.mesh]
        still = [(*_box(mesh, part), len(part)) for mesh in meshes for part in chunks(mesh)]
        low, high, counts = zip(*still, strict=True)
        self._low, self._high, self._counts = np.array(low), np.array(high), np.array(counts)
        self._movers = tuple(world.changing)
        boxes = np.array([_box_of_mover(world, name) for name in self._movers]).reshape(-1, 2, 3)
        self._reach = boxes[:, 0], boxes[:, 1]

    def of(self, view: View) -> ViewCost:
        """The cost of one view."""
        seen = in_view((self._low, self._high), view)
        geoms, triangles = SKY[0] + int(seen.sum()), SKY[1] + int(self._counts[seen].sum())
        for name in compress(self._movers, in_view(self._reach, view)):
            more = _cost_of_mover(self._world, name, view)
            geoms, triangles = geoms + more.geoms, triangles + more.triangles
        return ViewCost(geoms, triangles)

    def highest(self) -> ViewCost:
        """The most Geoms and the most triangles of any level view from the world's standpoints."""
        costs = [
            self.of(View(self._world.eye(index), heading, START_PITCH, FIELD_OF_VIEW))
            for index in range(len(self._world.scenario.standpoints))
            for heading in range(0, 360, TURN)
        ]
        return ViewCost(max(cost.geoms for cost in costs), max(cost.triangles for cost in costs))


def view_cost(world: World, view: View) -> ViewCost:
    """The cost of one view into a world as it is first set up."""
    return ViewCosts(world).of(view)


def _box_of_mover(world: World, name: str) -> tuple[Array, Array]:
    """Lowest and highest corner (3,) of what a thing fills, in the world."""
    thing = world.first_state(name)
    if world.is_person(name):
        base = np.array(world.base(thing.position))
        return base - (0.7, 0.7, 0.0), base + (0.7, 0.7, 2.0)
    return bounds(world.placed(name, thing))


def _cost_of_mover(world: World, name: str, view: View) -> ViewCost:
    """What a thing costs that reaches into a view."""
    thing = world.first_state(name)
    if world.is_person(name):
        distance = float(np.linalg.norm(np.array(world.base(thing.position)) + (0, 0, 0.9) - view.eye))
        return ViewCost(2, level_at(world.person(name), distance).triangles + 2)
    model = world.model(name, thing.state)
    return ViewCost(len(model.meshes) + 1, model.triangles + 2)


def _box(mesh: Mesh, faces: Array) -> tuple[Array, Array]:
    points = mesh.position[mesh.faces[faces].reshape(-1)]
    return points.min(0), points.max(0)


def in_view(box: tuple[Array, Array], view: View, aspect: float = ASPECT) -> NDArray[np.bool_]:
    """Whether boxes, their lowest and highest corners (..., 3), may reach into a view (...)."""
    low, high = (np.asarray(corner, float) - view.eye for corner in box)
    sides = [np.where(normal > 0, high, low) @ normal > 0 for normal in _inward_normals(view, aspect)]
    return np.logical_and.reduce(sides)


@lru_cache(maxsize=64)
def _inward_normals(view: View, aspect: float) -> list[Array]:
    """Normals (3,) of the four sides of a view, and its direction."""
    directions = [np.array(view.direction(x, y, aspect)) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]
    sides = [np.cross(directions[k], directions[(k + 1) % 4]) for k in range(4)]
    return [*sides, np.array(view.direction(0.5, 0.5, aspect))]
