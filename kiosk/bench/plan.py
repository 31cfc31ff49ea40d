"""The view from above as a message: every thing with its footprint, its line in the text, its path."""

from __future__ import annotations

from typing import Any

from scenarios.draft import Draft
from scenarios.faults import Loc
from scenarios.names import is_own_model
from scenarios.registry import registry
from scenarios.source import Source
from sim.render.rehearsal import Rehearsal
from sim.state import SceneState

Message = dict[str, Any]
Lines = dict[Loc, dict[str, int]]
PERSON_HALF_WIDTH = 0.28


def plan_of(stage: Rehearsal, draft: Draft, source: Source) -> Message:
    """What lies where at the start; positions in metres, headings in degrees, lines from 1."""
    lines = _lines_of(source)
    roles = {lure.target: "lure" for lure in draft.lures.values()}
    roles |= {hazard.target: "hazard" for hazard in draft.hazards.values()}
    things = [_thing(stage, lines, name, roles.get(name, "")) for name in stage.movers if name not in draft.carried]
    return {
        "type": "plan",
        "place": stage.world.place.name,
        "extent": list(stage.world.place.extent),
        "things": [*things, *(_carried(lines, draft, name, roles.get(name, "")) for name in draft.carried)],
        "standpoints": [
            {
                "index": index,
                "at": standpoint.at,
                "heading": standpoint.heading,
                "name": standpoint.name.model_dump() if standpoint.name else None,
                **lines.get(("standpoints", index), {}),
            }
            for index, standpoint in draft.standpoints.items()
        ],
    }


def moment_of(stage: Rehearsal, state: SceneState) -> Message:
    """Where everything is at a moment, and what is going on."""
    things = {name: state.things[name] for name in stage.movers if name in state.things}
    return {
        "type": "moment",
        "seconds": round(state.session_time, 3),
        "scene": round(state.scene_time, 3),
        "phase": state.phase,
        "captions": [caption.text.model_dump() for caption in state.captions],
        "decision": state.decision.id if state.decision else None,
        "things": {name: [*thing.position[:2], thing.heading] for name, thing in things.items()},
    }


def _thing(stage: Rehearsal, lines: Lines, name: str, role: str) -> Message:
    scenario = stage.world.scenario
    actor = scenario.actors.get(name)
    first = stage.world.first_state(name)
    person = stage.world.is_person(name)
    low, high = stage.movers[name].box()
    half = [PERSON_HALF_WIDTH] * 2
    return {
        "name": name,
        "kind": "prop" if actor is None else "person" if person else "moving",
        "label": actor.name.model_dump() if actor else _prop_label(scenario.props[name].prop),
        "at": actor.path[0].at if actor else scenario.props[name].at,
        "heading": first.heading,
        "low": [-each for each in half] if person else [round(float(each), 3) for each in low[:2]],
        "high": half if person else [round(float(each), 3) for each in high[:2]],
        "role": role,
        "path": [{"t": point.t, "at": point.at, "heading": point.heading} for point in actor.path] if actor else [],
        **lines.get(("actors" if actor else "props", name), {}),
    }


def _carried(lines: Lines, draft: Draft, name: str, role: str) -> Message:
    """What the trainee has along lies nowhere in the place."""
    label = _prop_label(draft.carried[name].prop)
    return {"name": name, "kind": "carried", "label": label, "role": role, **lines.get(("carried", name), {})}


def _prop_label(prop: str) -> dict[str, str]:
    if is_own_model(prop) or prop not in registry().props:
        return {"zh": prop, "en": prop}
    label = registry().props[prop].label
    return {"zh": label.zh, "en": label.en}


def _lines_of(source: Source) -> Lines:
    """The first and the last line of every entry of the sections."""
    found: Lines = {}
    for loc, (line, _) in source.values.items():
        if len(loc) >= 2:
            first = source.locate_key(loc[:2])[0]
            entry = found.setdefault(loc[:2], {"line": first, "last": first})
            entry["last"] = max(entry["last"], line)
    return found
