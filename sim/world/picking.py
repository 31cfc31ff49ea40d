"""What lies under a finger or a ray, and whether a thing can be seen: by rays, without a window."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assets.mesh import Array, Model, rotation
from sim.state import SceneState, ThingState, Vec3
from sim.world.compose import World
from sim.world.figures import pose_matrices, posed_triangles
from sim.world.person_target import PersonTarget
from sim.world.rays import RayTarget, passing

FORGIVENESS = (0.35, 0.7, 1.2)
"""Rings, in degrees round the ray, that are searched when the ray itself meets nothing with a name."""
PER_RING = 14
PERSON_MIDDLE, PERSON_REACH = 0.9, 1.7
"""Metres: no part of anybody is farther from so high over the own feet, in any clip."""
SOLID = ("opaque", "sign", "glow", "veil")
"""Passes that a ray stops at in the kit. Cloth that one can see through hides what is behind it."""


@dataclass(frozen=True)
class Pick:
    """A thing of the scenario and how far away it was met, in metres."""

    name: str
    distance: float


class Picker:
    """Rays against everything of a world. Shapes are kept, those of people at rest."""

    def __init__(self, world: World) -> None:
        self._world = world
        kit = [mesh for name, mesh in world.place.model.meshes.items() if name in SOLID]
        meshes = [*kit, world.place.ground.mesh]
        self._kit = RayTarget(np.concatenate([mesh.position[mesh.faces] for mesh in meshes]))
        self._props: dict[tuple[str, str], RayTarget] = {}
        self._people: dict[str, PersonTarget] = {}
        self._frames: dict[str, tuple[ThingState, Array, Array]] = {}
        """Where each thing was last: most stand still."""

    def prepare(self, state: SceneState) -> None:
        """Make every shape that there can be, so that no ray waits for one later."""
        for name, thing in self._world.things(state).items():
            if self._world.is_person(name):
                self._person(name)
                continue
            self._shape(name, self._world.state_name(name, thing.state))
            if name in self._world.changing:
                for each in self._world.states(name):
                    self._shape(name, each)

    def pick(self, state: SceneState, eye: Vec3, direction: Vec3) -> Pick | None:
        """The thing that a ray from ``eye`` along the unit ``direction`` meets, with some forgiveness.

        None when nothing with a name is on the ray or within ``FORGIVENESS`` of it.
        """
        directions = np.concatenate([[direction], *(cone(direction, degrees) for degrees in FORGIVENESS)])
        names, distances = self.first_met(state, eye, directions)
        for index, name in enumerate(names):
            if name:
                ring = (index - 1) // PER_RING if index else -1
                same = [k for k in range(len(names)) if names[k] and ((k - 1) // PER_RING if k else -1) == ring]
                best = min(same, key=lambda k: distances[k])
                return Pick(names[best], float(distances[best]))
        return None

    def line_of_sight(self, state: SceneState, eye: Vec3, name: str) -> bool:
        """Whether nothing stands between ``eye`` and some part of a thing."""
        sample = self.sample_points(state, name)
        towards = sample - np.asarray(eye, np.float32)
        towards /= np.linalg.norm(towards, axis=1, keepdims=True)
        names, _ = self.first_met(state, eye, towards)
        return name in names

    def sample_points(self, state: SceneState, name: str, count: int = 60) -> Array:
        """Middles (count, 3) of triangles spread over a thing, in the world."""
        thing = self._world.things(state)[name]
        turn, base = self._frame(name, thing)
        middles = self._triangles(name, thing).mean(1)
        step = max(1, len(middles) // count)
        return (middles[::step][:count] @ turn.T + base).astype(np.float32)

    def first_met(self, state: SceneState, eye: Vec3, directions: Array) -> tuple[list[str], Array]:
        """For each unit direction (n, 3): the name of the thing met first (empty: the kit or nothing), and
        how far (n,)."""
        directions = np.asarray(directions, np.float32)
        origin = np.asarray(eye, np.float32)
        nearest = self._kit.hits(np.tile(origin, (len(directions), 1)), directions).distance.copy()
        names = [""] * len(directions)
        for name, thing in self._world.things(state).items():
            found = self._distances(name, thing, origin, directions)
            for index in np.flatnonzero(found < nearest):
                nearest[index], names[index] = found[index], name
        return names, nearest

    def alone(self, state: SceneState, eye: Vec3, directions: Array, name: str) -> NDArray[np.bool_]:
        """Which of the directions (n, 3) would meet a thing (n,) if nothing else were there."""
        thing, origin = self._world.things(state)[name], np.asarray(eye, np.float32)
        return np.isfinite(self._distances(name, thing, origin, np.asarray(directions, np.float32)))

    def _distances(self, name: str, thing: ThingState, origin: Array, directions: Array) -> Array:
        """How far (n,) rays in the world go until they meet a thing, infinity for those that do not."""
        turn, base = self._frame(name, thing)
        found = np.full(len(directions), np.inf, np.float32)
        if self._world.is_person(name):
            maybe = _passing(directions, base + (0, 0, PERSON_MIDDLE) - origin, PERSON_REACH)
            if maybe.any():
                local = (origin - base) @ turn, directions[maybe] @ turn
                found[maybe] = self._person(name).distances(self._pose(name, thing), *local)
            return found
        target = self._shape(name, self._world.state_name(name, thing.state))
        maybe = _passing(directions, turn @ target.middle + base - origin, target.radius + 0.01)
        if maybe.any():
            local = np.tile((origin - base) @ turn, (int(maybe.sum()), 1))
            found[maybe] = target.hits(local, directions[maybe] @ turn).distance
        return found

    def _frame(self, name: str, thing: ThingState) -> tuple[Array, Array]:
        """The turn (3, 3) and the base (3,) that place a thing in the world."""
        kept = self._frames.get(name)
        if kept is None or kept[0] != thing:
            base = np.asarray(self._world.base(thing.position), np.float32)
            kept = self._frames[name] = thing, rotation(thing.heading), base
        return kept[1], kept[2]

    def _triangles(self, name: str, thing: ThingState) -> Array:
        """A thing's triangles (m, 3, 3) in its own frame."""
        if self._world.is_person(name):
            mesh = self._world.person(name)
            return posed_triangles(mesh.lod or mesh, self._pose(name, thing))
        return self._shape(name, self._world.state_name(name, thing.state)).triangles

    def _shape(self, name: str, state: str) -> RayTarget:
        """A prop in one of its states, in its own frame."""
        if (name, state) not in self._props:
            self._props[name, state] = RayTarget(touchable_triangles(self._world.model(name, state)))
        return self._props[name, state]

    def _person(self, name: str) -> PersonTarget:
        if name not in self._people:
            self._people[name] = PersonTarget(self._world.person(name))
        return self._people[name]

    def _pose(self, name: str, thing: ThingState) -> Array:
        return pose_matrices(self._world.library.clips(), thing, self._world.person(name))


def touchable_triangles(model: Model) -> Array:
    """The triangles (m, 3, 3) of a prop that can be pointed at: everything, cloth included."""
    meshes = list(model.meshes.values())
    if not meshes:
        return np.zeros((0, 3, 3), np.float32)
    return np.concatenate([mesh.position[mesh.faces] for mesh in meshes])


def _passing(directions: Array, middle: Array, radius: float) -> NDArray[np.bool_]:
    """Which directions (n, 3) from the origin pass the sphere round ``middle`` (3,)."""
    return passing(directions, np.asarray(middle, np.float32)[None], np.array([radius], np.float32))[0]


def cone(direction: Vec3, degrees: float, count: int = PER_RING) -> Array:
    """Unit directions (count, 3) on a cone of ``degrees`` round ``direction``."""
    axis = np.asarray(direction, np.float32)
    side = np.cross(axis, (0.0, 0.0, 1.0) if abs(axis[2]) < 0.9 else (1.0, 0.0, 0.0))
    side /= np.linalg.norm(side)
    up = np.cross(side, axis)
    turns = np.linspace(0, 2 * np.pi, count, endpoint=False)
    ring = np.cos(turns)[:, None] * side + np.sin(turns)[:, None] * up
    return (np.cos(np.radians(degrees)) * axis + np.sin(np.radians(degrees)) * ring).astype(np.float32)
