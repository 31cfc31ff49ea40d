"""The stage: all things of the scene and everything seen and heard, and how an action changes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from scenarios.model import Action, Scenario, Text
from scenarios.registry import registry
from sim.session.clock import Micros
from sim.session.show import Show
from sim.session.things import Thing, carried_path, things_of, vec3
from sim.state import ThingState, Vec3

LONG_AGO: Micros = -1_000_000_000
"""A start so early that every move begun there is over."""


Cause = Literal["scene", "corrected", "ending"]


@dataclass(frozen=True, slots=True)
class Cue:
    """An action on a thing, as it was carried out: at which scene time, and for which cause."""

    at: Micros
    action: Action
    cause: Cause


class Stage:
    """The world of one session. It only changes by actions; in between it is a function of time."""

    def __init__(self, scenario: Scenario, seed: int) -> None:
        self._scenario = scenario
        self._things = things_of(scenario)
        self._standpoint = 0
        self.show = Show(seed, scenario.ambience)
        self.cues: list[Cue] = []

    def things(self, now: Micros) -> dict[str, ThingState]:
        return {name: thing.at(now) for name, thing in self._things.items()}

    def thing(self, name: str) -> Thing | None:
        return self._things.get(name)

    def carry_to(self, standpoint: int) -> None:
        """What the trainee has along comes to where the trainee now stands."""
        self._standpoint = standpoint
        for name, carried in self._scenario.carried.items():
            self._things[name].put(carried_path(carried, self._scenario.standpoints[standpoint]))

    def position(self, name: str, now: Micros) -> Vec3 | None:
        thing = self._things.get(name)
        return thing.at(now).position if thing else None

    def act(self, action: Action, now: Micros, running: Micros, cause: Cause) -> None:
        """Carry out one action. ``ask``, ``accident`` and ``avert`` are the session's and do nothing here."""
        kind = action.kind
        if kind in ("move", "pose", "state"):
            self.cues.append(Cue(now, action, cause))
            self._act_on_thing(action, now, cause)
        elif kind == "say":
            self.show.say(running, action.say, self._speaker(action.say.who))
        elif kind == "sound":
            sound, known = action.sound, registry().sounds.get(action.sound.name)
            loop = known is not None and known.loop
            at = sound.at if sound.at is None or isinstance(sound.at, str) else vec3(sound.at)
            self.show.sound(running, sound.name, at, sound.volume, loop=loop)
        elif kind == "hush":
            self.show.hush(action.hush)
        elif kind == "haptic":
            self.show.haptic(running, action.haptic)
        elif kind == "effect":
            along = tuple(vec3(point) for point in action.effect.along or ())
            self.show.effect(now, action.effect, self._place(action.effect.at, now), along)
        elif kind == "still":
            self.show.still(now, action.still, self._place(action.still.at, now))
        elif kind == "light":
            self.show.light(now, action.light)
        elif kind == "fade":
            self.show.fade(now, action.fade)

    def _act_on_thing(self, action: Action, now: Micros, cause: Cause) -> None:
        if action.move is not None and (thing := self._things.get(action.move.who)):
            thing.move(now, action.move.path)
        elif action.pose is not None and (thing := self._things.get(action.pose.who)):
            thing.take_pose(now, action.pose.pose, to_stay=cause == "ending")
        elif action.state is not None and (thing := self._things.get(action.state.prop)):
            thing.change_state(action.state.state)

    def _speaker(self, who: str) -> Text | None:
        actor = self._scenario.actors.get(who)
        return actor.name if actor else None

    def _place(self, at: str | Sequence[float] | None, now: Micros) -> Vec3 | None:
        if at is None:
            return None
        return self.position(at, now) if isinstance(at, str) else vec3(at)

    def rewind(self, to: Micros) -> None:
        """Show the scene as it was at scene time ``to``, held still there, with all that has been put
        right since left right."""
        self._things = things_of(self._scenario)
        self.carry_to(self._standpoint)
        for cue in self.cues:
            if cue.cause == "scene" and cue.at <= to:
                self._act_on_thing(cue.action, cue.at, cue.cause)
        for thing in self._things.values():
            thing.hold(to)
        for cue in self.cues:
            if cue.cause == "corrected":
                self._act_on_thing(cue.action, LONG_AGO, cue.cause)
        self.show.clear()
