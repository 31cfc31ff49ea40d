"""What lies under a finger or a ray, and whether a thing can be seen: by rays, without a window."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assets.mesh import Array, Model, rotation
from sim.state import SceneState, ThingState, Vec3
from sim.world.compose import World
from sim.world.figures import pose_matrices, posed_triangles
from sim.world.rays import RayTarget

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
    """Rays against everything of a world. Shapes are kept; only people are bent anew when they have moved."""

    def __init__(self, world: World) -> None:
        self._world = world
        kit = [mesh for name, mesh in world.place.model.meshes.items() if name in SOLID]
        meshes = [*kit, world.place.ground.mesh]
        self._kit = RayTarget(np.concatenate([mesh.position[mesh.faces] for mesh in meshes]))
        self._props: dict[tuple[str, str], RayTarget] = {}
        self._people: dict[str, tuple[ThingState, RayTarget]] = {}
        """Each person as they were bent last: many rays are sent at one moment."""

    def prepare(self, state: SceneState) -> None:
        """Make every shape that there can be, so that no ray waits for one later."""
        for name, thing in self._world.things(state).items():
            self._placed(name, thing)
            if name in self._world.changing and not self._world.is_person(name):
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
        target, turn, base = self._placed(name, thing)
        middles = target.triangles.mean(1)
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
            if self._world.is_person(name) and not self._near_person(thing, origin, directions):
                continue  # bending somebody takes long
            target, turn, base = self._placed(name, thing)
            maybe = self._near(target, turn, base, origin, directions)
            if not maybe.any():
                continue
            local = np.tile((origin - base) @ turn, (int(maybe.sum()), 1))
            found = target.hits(local, directions[maybe] @ turn).distance
            for index, distance in zip(np.flatnonzero(maybe), found, strict=True):
                if distance < nearest[index]:
                    nearest[index], names[index] = distance, name
        return names, nearest

    def alone(self, state: SceneState, eye: Vec3, directions: Array, name: str) -> Array:
        """Which of the directions (n, 3) would meet a thing (n,) if nothing else were there."""
        target, turn, base = self._placed(name, self._world.things(state)[name])
        local = np.tile((np.asarray(eye, np.float32) - base) @ turn, (len(directions), 1))
        return target.nearest(local, np.asarray(directions, np.float32) @ turn) >= 0

    @staticmethod
    def _near(target: RayTarget, turn: Array, base: Array, origin: Array, directions: Array) -> Array:
        """Which directions pass the sphere round a thing."""
        if not len(target.triangles):
            return np.zeros(len(directions), bool)
        return _passing(directions, turn @ target.middle + base - origin, target.radius + 0.01)

    def _near_person(self, thing: ThingState, origin: Array, directions: Array) -> bool:
        """Whether a direction passes where somebody is, whatever they do."""
        middle = np.asarray(self._world.base(thing.position), np.float32) + (0, 0, PERSON_MIDDLE)
        return bool(_passing(directions, middle - origin, PERSON_REACH).any())

    def _placed(self, name: str, thing: ThingState) -> tuple[RayTarget, Array, Array]:
        """A thing's triangles in its own frame, and the turn (3, 3) and base (3,) that place it."""
        turn = rotation(thing.heading)
        base = np.asarray(self._world.base(thing.position), np.float32)
        if self._world.is_person(name):
            return self._bent(name, thing), turn, base
        return self._shape(name, self._world.state_name(name, thing.state)), turn, base

    def _shape(self, name: str, state: str) -> RayTarget:
        """A prop in one of its states, in its own frame."""
        if (name, state) not in self._props:
            self._props[name, state] = RayTarget(touchable_triangles(self._world.model(name, state)))
        return self._props[name, state]

    def _bent(self, name: str, thing: ThingState) -> RayTarget:
        """A person as they stand at ``thing``, in their own frame."""
        kept = self._people.get(name)
        if kept is None or kept[0] != thing:
            mesh = self._world.person(name)
            matrices = pose_matrices(self._world.library.clips(), thing, mesh)
            kept = self._people[name] = thing, RayTarget(posed_triangles(mesh.lod or mesh, matrices))
        return kept[1]


def touchable_triangles(model: Model) -> Array:
    """The triangles (m, 3, 3) of a prop that can be pointed at: everything, cloth included."""
    meshes = list(model.meshes.values())
    if not meshes:
        return np.zeros((0, 3, 3), np.float32)
    return np.concatenate([mesh.position[mesh.faces] for mesh in meshes])


def _passing(directions: Array, middle: Array, radius: float) -> NDArray[np.bool_]:
    """Which directions (n, 3) from the origin pass a sphere round ``middle`` (3,)."""
    along = directions @ middle
    return (along > -radius) & ((middle @ middle - along**2) < radius**2)


def cone(direction: Vec3, degrees: float, count: int = PER_RING) -> Array:
    """Unit directions (count, 3) on a cone of ``degrees`` round ``direction``."""
    axis = np.asarray(direction, np.float32)
    side = np.cross(axis, (0.0, 0.0, 1.0) if abs(axis[2]) < 0.9 else (1.0, 0.0, 0.0))
    side /= np.linalg.norm(side)
    up = np.cross(side, axis)
    turns = np.linspace(0, 2 * np.pi, count, endpoint=False)
    ring = np.cos(turns)[:, None] * side + np.sin(turns)[:, None] * up
    return (np.cos(np.radians(degrees)) * axis + np.sin(np.radians(degrees)) * ring).astype(np.float32)
