"""The things of a scenario that is still being written, as a world takes them: what is well-formed of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import numpy as np
from pydantic import BaseModel, ConfigDict

from assets.place import Place
from scenarios.draft import Draft
from scenarios.model import Action, Actor, Carried, Hazard, Prop, Standpoint
from sim.world.compose import World
from sim.world.library import Library

EYES = 4
"""Places along an edge of the extent from which the place has to look well: one walks everywhere."""


class Setting(BaseModel):
    """Props and actors at a place, and the actions that change them. Its standpoints are spread over the place, so
    that the batch of what stands still is the same however the scenario changes."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    place: str
    props: dict[str, Prop]
    actors: dict[str, Actor]
    carried: dict[str, Carried]
    hazards: dict[str, Hazard]
    standpoints: list[Standpoint]
    actions: list[Action]


def setting_of(draft: Draft, place: Place, broken: Collection[str] = (), *, played: bool = True) -> Setting:
    """What can be shown of a draft; things that are ``broken`` are left out, and what the trainee has along where
    no session says where that is: while the draft cannot be ``played``."""
    return Setting.model_construct(
        place=place.name,
        props={name: prop for name, prop in draft.props.items() if name not in broken},
        actors={name: actor for name, actor in draft.actors.items() if name not in broken},
        carried=draft.carried if played else {},
        hazards=draft.hazards,
        standpoints=list(_eyes(place)),
        actions=[action for _, action in draft.actions()],
    )


def world_of(setting: Setting, place: Place, library: Library) -> World:
    """A world in which every thing can be moved."""
    return World(setting, place, library, frozenset([*setting.props, *setting.actors, *setting.carried]))


def _eyes(place: Place) -> Iterator[Standpoint]:
    x0, y0, x1, y1 = place.extent
    for x in np.linspace(x0, x1, EYES):
        for y in np.linspace(y0, y1, EYES):
            yield Standpoint(at=[float(x), float(y)])
