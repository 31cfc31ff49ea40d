"""What the classroom itself says of a course (cmi5 9.3): launched, abandoned, waived, satisfied.

Each statement's id follows from what it is about, so that none is ever stored twice, whatever is interrupted.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ledger.classroom.cmi5.structure import Block, Structure, Texts, Unit
from ledger.classroom.cmi5.vocabulary import (
    ABANDONED,
    BLOCK_TYPE,
    CMI5_CATEGORY,
    COURSE_TYPE,
    LAUNCH_MODE,
    LAUNCH_PARAMETERS,
    LAUNCH_URL,
    LAUNCHED,
    MASTERY_SCORE,
    MOVE_ON,
    MOVE_ON_CATEGORY,
    REASON,
    SATISFIED,
    SESSION_ID,
    VERB_NAMES,
    WAIVED,
    LaunchMode,
    Statement,
    actor_of,
)
from ledger.credentials import Client

CLASSROOM = Client("classroom-cmi5", "Qianche classroom", "all")
"""The authority of these statements: no credential, the ledger itself."""
_NAMESPACE = uuid.UUID("0d6b7d0e-6d0f-5c0a-8b5e-6f4a4f1f1c55")


@dataclass(frozen=True)
class Occasion:
    """In which registration, which session and when something is said."""

    structure: Structure
    registration: str
    learner: str
    session: str
    at: datetime


def context_template(structure: Structure, publisher_id: str, session: str) -> dict[str, Any]:
    """The context that every statement about a part of a course has (cmi5 10.2.1): session, publisher's id, course."""
    return {
        "contextActivities": {"grouping": [{"id": publisher_id}, {"id": structure.activity}]},
        "extensions": {SESSION_ID: session},
    }


def launched(occasion: Occasion, unit: Unit, mode: LaunchMode, url: str) -> Statement:
    """That a unit was launched at ``url`` (without the launch's own parameters)."""
    said = {LAUNCH_MODE: mode, LAUNCH_URL: url, MOVE_ON: unit.move_on}
    if unit.mastery_score is not None:
        said[MASTERY_SCORE] = unit.mastery_score
    if unit.launch_parameters is not None:
        said[LAUNCH_PARAMETERS] = unit.launch_parameters
    statement = _statement(occasion, LAUNCHED, _unit_object(occasion.structure, unit), unit.id, occasion.session)
    statement["context"]["extensions"] |= said
    return statement


def abandoned(occasion: Occasion, unit: Unit, seconds: float) -> Statement:
    """That a session ended without a word; ``seconds`` it lasted (cmi5 9.5.4.2)."""
    statement = _statement(occasion, ABANDONED, _unit_object(occasion.structure, unit), unit.id, occasion.session)
    return statement | {"result": {"duration": f"PT{seconds:.2f}S"}}


def waived(occasion: Occasion, unit: Unit, reason: str) -> Statement:
    """That a unit need not be taken, and why (cmi5 9.3.7)."""
    about = f"{occasion.registration} {unit.id}"
    statement = _statement(occasion, WAIVED, _unit_object(occasion.structure, unit), unit.id, about)
    statement["context"]["contextActivities"]["category"].append({"id": MOVE_ON_CATEGORY})
    return statement | {"result": {"success": True, "completion": True, "extensions": {REASON: reason}}}


def satisfied(occasion: Occasion, group: Block | Structure) -> Statement:
    """That all units of a block or of the course met their criteria (cmi5 9.3.9)."""
    structure = occasion.structure
    if isinstance(group, Structure):
        target = _object(structure.activity, COURSE_TYPE, group.title)
    else:
        target = _object(structure.block_activity(group), BLOCK_TYPE, group.title)
    return _statement(occasion, SATISFIED, target, group.id, f"{occasion.registration} {target['id']}")


def _statement(occasion: Occasion, verb: str, target: dict[str, Any], publisher_id: str, about: str) -> Statement:
    """``about`` and the verb make the statement's id."""
    context = context_template(occasion.structure, publisher_id, occasion.session)
    context["contextActivities"]["category"] = [{"id": CMI5_CATEGORY}]
    return {
        "id": str(uuid.uuid5(_NAMESPACE, f"{verb} {about}")),
        "actor": actor_of(occasion.learner),
        "verb": {"id": verb, "display": VERB_NAMES[verb]},
        "object": target,
        "context": {"registration": occasion.registration, "platform": "Qianche", **context},
        "timestamp": occasion.at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
    }


def _unit_object(structure: Structure, unit: Unit) -> dict[str, Any]:
    return _object(structure.unit_activity(unit), unit.activity_type, unit.title)


def _object(activity: str, kind: str | None, title: Texts) -> dict[str, Any]:
    definition: dict[str, Any] = {"name": title}
    if kind is not None:
        definition["type"] = kind
    return {"objectType": "Activity", "id": activity, "definition": definition}
