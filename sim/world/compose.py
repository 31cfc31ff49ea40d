"""From a scenario to its world: the static batch, the things that change, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from assets.builders import PropRequest
from assets.cache import cached, source_key
from assets.mesh import Array, Mesh, Model, merged, rotation
from assets.modelling.heights import HeightField
from assets.place import Place
from assets.storage import model_arrays, model_from
from scenarios.model import Actor, Prop, Scenario
from sim.session.stance import EYE_HEIGHT
from sim.session.things import Thing, owner_of
from sim.state import SceneState, ThingState, Vec3
from sim.world.changes import changing_things, dimmed_lamps, states_used
from sim.world.far import thinned_out
from sim.world.identity import batch_key, world_key
from sim.world.library import CachedLibrary, Library
from sim.world.refine import refined

if TYPE_CHECKING:
    from assets.people import PersonMesh
    from assets.sets import PlaceSet
    from assets.textures.atlas import SignAtlas

_BATCHED_BY = ("sim.world.compose", "sim.world.far", "sim.world.refine", "assets.storage")
CHEST = 1.25
LYING_CLIPS = ("lie", "collapse", "slip_fall", "crawl_out")


@dataclass(frozen=True)
class World:
    """What stands where. Models are asked for by thing and state; nothing here draws anything."""

    scenario: Scenario | PlaceSet
    place: Place
    library: Library
    changing: frozenset[str]
    _models: dict[tuple[str, str], Model] = field(default_factory=dict, repr=False)
    _middles: dict[tuple[str, str], Array] = field(default_factory=dict, repr=False)
    _states: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def static_props(self) -> tuple[str, ...]:
        """Props that look the same for the whole session."""
        return tuple(name for name in self.scenario.props if name not in self.changing)

    @cached_property
    def standing_props(self) -> frozenset[str]:
        """Props that can change their state but mostly stay where they are: drawn with what stands still,
        and anew when they change."""
        return frozenset(self.changing & set(self.scenario.props)) - dimmed_lamps(self.scenario)

    def stands(self, name: str, thing: ThingState) -> bool:
        """Whether a thing is one of the standing props, and where the scenario put it."""
        if name not in self.standing_props:
            return False
        first = self.first_state(name)
        return (thing.position, thing.heading) == (first.position, first.heading)

    @cached_property
    def changing_props(self) -> tuple[str, ...]:
        """Everything that changes and is no person: props, actors that are one, and what the trainee has along."""
        return tuple(name for name in sorted(self.changing) if not self.is_person(name))

    def is_person(self, name: str) -> bool:
        actor = self.scenario.actors.get(name)
        return actor is not None and actor.character is not None

    def states(self, name: str) -> tuple[str, ...]:
        """The states that a prop (or an actor that is one) is put into, the first one first."""
        if name not in self._states:
            used = (self.state_name(name, state) for state in states_used(self.scenario, name))
            self._states[name] = tuple(dict.fromkeys(used))
        return self._states[name]

    def state_name(self, name: str, state: str | None) -> str:
        """``state``, or the one that the registry gives a prop without one."""
        owner = self.owner(name)
        return state or self.library.default_state(str(owner.prop), owner.variant)

    def model(self, name: str, state: str | None) -> Model:
        """The model of a prop (or of an actor that is one) in ``state``, in its own frame."""
        key = (name, self.state_name(name, state))
        if key not in self._models:
            owner = self.owner(name)
            request = PropRequest(key[1], owner.variant, getattr(owner, "sign", None))
            self._models[key] = self.library.prop(str(owner.prop), request)
        return self._models[key]

    def person(self, name: str) -> PersonMesh:
        actor = self.scenario.actors[name]
        return self.library.person(str(actor.character), actor.variant)

    def owner(self, name: str) -> Prop | Actor:
        """What the scenario says of a thing."""
        return owner_of(self.scenario, name)

    def base(self, position: Vec3) -> Vec3:
        """Where a thing stands: a height of exactly 0 means on the ground, whatever its height there."""
        x, y, z = position
        return (x, y, z) if z else (x, y, self.ground(x, y))

    def ground(self, x: float, y: float) -> float:
        height = self.place.ground_height
        if isinstance(height, HeightField):
            return height.at(x, y)
        return float(height(np.array([x]), np.array([y]))[0])

    def first_state(self, name: str) -> ThingState:
        """A thing as the scenario sets it up."""
        prop = self.scenario.props.get(name)
        if prop is not None:
            x, y, *z = prop.at
            return ThingState((x, y, z[0] if z else 0.0), prop.heading, prop.state)
        carried = self.scenario.carried.get(name)
        if carried is not None:
            return Thing.of_carried(name, carried, self.scenario.standpoints[0]).at(0)
        actor = self.scenario.actors[name]
        x, y, *z = actor.path[0].at
        clip = (actor.path[0].pose or "idle") if actor.character else None
        return ThingState((x, y, z[0] if z else 0.0), actor.path[0].heading or 0.0, actor.state, clip)

    def placed(self, name: str, thing: ThingState) -> Model:
        """A prop's model where it stands in the world."""
        x, y, z = self.base(thing.position)
        return self.model(name, thing.state).placed(x, y, z, h=thing.heading)

    @cached_property
    def static_model(self) -> Model:
        """The kit and the props that never change, in world coordinates, without the ground; with less detail far
        from the standpoints, and large faces cut for the light at their corners."""
        return model_from(cached("batches", (self.batch_key, source_key(*_BATCHED_BY)), self._batched))

    def _batched(self) -> dict[str, np.ndarray]:
        props = [self.placed(name, self.first_state(name)) for name in self.static_props]
        model = merged([self.place.model, *props])
        solid = model.meshes.get("opaque")
        if solid is not None:
            eyes = np.array([self.eye(index) for index in range(len(self.scenario.standpoints))])
            solid = refined(thinned_out(solid, eyes), self.place.extent)
            model = replace(model, meshes={**model.meshes, "opaque": solid})
        return model_arrays(model)

    @cached_property
    def batch_key(self) -> str:
        """What the static batch is known by in the cache."""
        return batch_key(self)

    @cached_property
    def key(self) -> str:
        """What this world's light and faces are known by in the cache."""
        return world_key(self)

    @cached_property
    def signs(self) -> SignAtlas:
        """Every sign that can be seen, in whatever state things are."""
        from assets.textures.atlas import numbers_on

        changing = [self.model(name, state) for name in self.changing_props for state in self.states(name)]
        return self.library.signs(numbers_on([self.static_model, *changing]))

    @cached_property
    def still_occluders(self) -> list[Mesh]:
        """Opaque meshes of the changing props as they first stand: they darken the ground under them."""
        found = []
        for name in self.scenario.props:
            if name in self.changing:
                mesh = self.placed(name, self.first_state(name)).meshes.get("opaque")
                found += [mesh] if mesh is not None else []
        return found

    def eye(self, standpoint: int) -> Vec3:
        """The trainee's eye at a standpoint of the scenario."""
        x, y, *z = self.scenario.standpoints[standpoint].at
        floor = z[0] if z else self.ground(x, y)
        return (x, y, floor + EYE_HEIGHT)

    def aim_point(self, state: SceneState, name: str) -> Vec3:
        """About the middle of a thing as it is shown at ``state``, in the world."""
        thing = state.things.get(name) or self.first_state(name)
        x, y, z = self.base(thing.position)
        if self.is_person(name):
            lying = thing.clip in LYING_CLIPS
            return (x, y, z + (0.3 if lying else CHEST))
        middle = rotation(thing.heading) @ self._middle(name, thing.state)
        return (x + float(middle[0]), y + float(middle[1]), z + float(middle[2]))

    def _middle(self, name: str, state: str | None) -> Array:
        """The middle (3,) of the box round a prop in ``state``, in its own frame."""
        key = (name, self.state_name(name, state))
        if key not in self._middles:
            low, high = bounds(self.model(name, state))
            self._middles[key] = (low + high) / 2
        return self._middles[key]

    def point_on(self, state: SceneState, name: str, point: Sequence[float]) -> Vec3:
        """A point (x, y, z) of a thing's own frame in the world, at ``state``."""
        thing = state.things.get(name) or self.first_state(name)
        moved = rotation(thing.heading) @ np.asarray(point, float)
        x, y, z = np.add(self.base(thing.position), moved).tolist()
        return (x, y, z)

    def seen_from(self, state: SceneState, standpoint: int) -> SceneState:
        """``state`` with what the trainee has along as it is when the trainee stands at ``standpoint``."""
        if not self.scenario.carried:
            return state
        things = dict(state.things)
        for name, carried in self.scenario.carried.items():
            moved = Thing.of_carried(name, carried, self.scenario.standpoints[standpoint]).at(0)
            things[name] = replace(moved, state=things[name].state if name in things else moved.state)
        return replace(state, things=things)

    def things(self, state: SceneState) -> dict[str, ThingState]:
        """Every thing of the scenario at ``state``, those it does not mention as first set up."""
        names = [*self.scenario.props, *self.scenario.actors, *self.scenario.carried]
        return {name: state.things.get(name) or self.first_state(name) for name in names}


def bounds(model: Model) -> tuple[np.ndarray, np.ndarray]:
    """Lowest and highest corner (3,) of a model in its own frame."""
    points = [mesh.position for mesh in model.meshes.values()]
    if not points:
        return np.zeros(3), np.zeros(3)
    return np.min([p.min(0) for p in points], 0), np.max([p.max(0) for p in points], 0)


def corners_of(model: Model, margin: float = 0.0) -> np.ndarray:
    """The eight corners (8, 3) of the box round a model, ``margin`` metres outside it."""
    low, high = bounds(model)
    low, high = low - margin, high + margin
    return np.array([(x, y, z) for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (low[2], high[2])])


def compose_set(shown: PlaceSet, library: Library | None = None) -> World:
    """The world of a set: nothing in it changes but its people and what moves."""
    library = library or CachedLibrary()
    return World(shown, library.place(shown.place), library, frozenset(shown.actors))


def compose(scenario: Scenario, library: Library | None = None) -> World:
    """The world of ``scenario``; builds or loads its place at once, props when they are asked for."""
    library = library or CachedLibrary()
    return World(scenario, library.place(scenario.place), library, changing_things(scenario))
