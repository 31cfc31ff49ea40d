"""A completion as xAPI statements with the verbs of cmi5, for any conformant ledger.

Every statement's id is derived from the completion's, so sending a completion again sends the very
same statements, and a ledger keeps one of each.
"""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Any

from common.ids import uuid8
from kiosk.completion import Completion

Statement = dict[str, Any]

ADL = "http://adlnet.gov/expapi/verbs/"
VERBS = {
    "initialized": (ADL + "initialized", "开始"),
    "completed": (ADL + "completed", "完成"),
    "passed": (ADL + "passed", "通过"),
    "failed": (ADL + "failed", "未通过"),
    "terminated": (ADL + "terminated", "结束"),
}
CMI5_CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/cmi5"
MOVE_ON_CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/moveon"
ACTIVITY_TYPE = "http://adlnet.gov/expapi/activities/simulation"
LEARNERS = "https://qianche.invalid/learners"
"""Home page of the learners' accounts: a name that no network can resolve, and never need."""
SCENARIO = "urn:qianche:scenario:"
EXTENSION = "urn:qianche:ext:"


def statements(completion: Completion) -> list[Statement]:
    """What a ledger is told: initialized, completed unless stopped, passed or failed, terminated.

    ``completed`` and ``passed``/``failed`` carry the score; ``terminated`` the time it took.
    """
    ended = _instant(completion) + timedelta(seconds=completion.duration_s)
    duration = iso_duration(completion.duration_s)
    said = [_statement(completion, "initialized", _instant(completion))]
    if completion.outcome != "stopped":
        said.append(_statement(completion, "completed", ended, {"completion": True, "duration": duration}))
        verdict = "passed" if completion.passed else "failed"
        result = {"success": completion.passed, "score": _score(completion), "duration": duration}
        if completion.score.hazards:
            result["extensions"] = {EXTENSION + "hazard-results": _hazards(completion)}
        said.append(_statement(completion, verdict, ended, result))
    said.append(_statement(completion, "terminated", ended, {"duration": duration}))
    return said


def statement_id(completion_id: str, verb: str) -> str:
    """The one id of a completion's statement with this verb."""
    return str(uuid8(uuid.UUID(completion_id), verb))


def iso_duration(seconds: float) -> str:
    """ISO 8601, to the hundredth of a second as cmi5 wants: 185.5 is ``PT3M5.50S``."""
    hundredths = round(seconds * 100)
    minutes, rest = divmod(hundredths, 6000)
    return f"PT{minutes}M{rest // 100}.{rest % 100:02d}S" if minutes else f"PT{rest // 100}.{rest % 100:02d}S"


def _statement(completion: Completion, verb: str, at: datetime, result: dict[str, Any] | None = None) -> Statement:
    iri, zh = VERBS[verb]
    statement: Statement = {
        "id": statement_id(completion.id, verb),
        "actor": {"objectType": "Agent", "account": {"homePage": LEARNERS, "name": completion.learner}},
        "verb": {"id": iri, "display": {"zh-CN": zh, "en": verb}},
        "object": {
            "objectType": "Activity",
            "id": SCENARIO + completion.scenario,
            "definition": {
                "type": ACTIVITY_TYPE,
                "name": {"zh-CN": completion.title.zh, "en": completion.title.en},
            },
        },
        "context": _context(completion, verb),
        "timestamp": at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
    }
    if result is not None:
        statement["result"] = result
    return statement


def _context(completion: Completion, verb: str) -> dict[str, Any]:
    categories = [CMI5_CATEGORY]
    if verb in ("completed", "passed", "failed"):
        categories.append(MOVE_ON_CATEGORY)
    return {
        "registration": completion.id,
        "language": "zh-CN" if completion.lang == "zh" else "en",
        "platform": "Qianche",
        "contextActivities": {"category": [{"id": each} for each in categories]},
        "extensions": {
            EXTENSION + "session": completion.id,
            EXTENSION + "van": completion.van,
            EXTENSION + "station": completion.station,
            EXTENSION + "order": completion.order,
            EXTENSION + "input": completion.input,
            EXTENSION + "outcome": completion.outcome,
            EXTENSION + "scenario-hash": completion.scenario_hash,
            EXTENSION + "formula": completion.score.formula,
            EXTENSION + "measures": completion.score.measures,
            EXTENSION + "hazards": [completion.score.hazards_found, completion.score.hazards_total],
            EXTENSION + "false-alarms": completion.score.false_alarms,
            EXTENSION + "log-digest": completion.log_digest,
        },
    }


def _score(completion: Completion) -> dict[str, float]:
    total = completion.score.total
    return {"scaled": round(total / 100, 4), "raw": total, "min": 0, "max": 100}


def _hazards(completion: Completion) -> dict[str, Any]:
    """What became of each hazard, by its id, with its name as a language map."""
    return {
        hazard: {"status": said.status, "name": {"zh-CN": said.name.zh, "en": said.name.en}}
        for hazard, said in completion.score.hazards.items()
    }


def _instant(completion: Completion) -> datetime:
    return datetime.fromisoformat(completion.started)
