"""What was done in the classroom as xAPI statements with the verbs of cmi5.

Ids are derived from the registration, and times are those that the tables keep: told again, the very
same statements are told, and the store keeps one of each.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import Any

from common.moments import iso
from common.text import Lang
from ledger.completions import LEARNERS
from ledger.credentials import Client

Statement = dict[str, Any]
LESSON, TEST = "urn:qianche:lesson:", "urn:qianche:test:"
"""How activity ids begin; the rules of hours count by them."""
CLASSROOM = Client("classroom", "Qianche classroom", "write")
"""In whose name the classroom writes."""
_ADL = "http://adlnet.gov/expapi/verbs/"
_VERBS = {"initialized": "开始", "completed": "完成", "passed": "通过", "failed": "未通过", "terminated": "结束"}
_TYPES = {LESSON: "http://adlnet.gov/expapi/activities/lesson", TEST: "http://adlnet.gov/expapi/activities/assessment"}
_CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5"
_MOVE_ON = "https://w3id.org/xapi/cmi5/context/categories/moveon"
_EXTENSION = "urn:qianche:ext:"
_NAMESPACE = uuid.UUID("0d1b7a5e-55a1-5b1c-8b2f-6d6c3a1f4e90")


@dataclass(frozen=True)
class Doing:
    """One going through a lesson or a test, as much of it as there is."""

    registration: str
    learner: str
    activity: str
    """Its whole id."""
    title: dict[Lang, str]
    lang: Lang
    began_us: int
    ended_us: int | None = None
    spent_s: float = 0.0
    finished: bool = False
    """Whether it was gone through to the end."""
    asked: int = 0
    right: int = 0
    passed: bool | None = None
    """None where there is nothing to pass."""
    extensions: dict[str, Any] = field(default_factory=dict)


def statements_of(doing: Doing) -> list[Statement]:
    """initialized; once it ended completed if it was finished, passed or failed if there was a verdict, terminated."""
    said = [_statement(doing, "initialized", doing.began_us)]
    if doing.ended_us is None:
        return said
    duration = iso_duration(doing.spent_s)
    score = _score(doing)
    if doing.finished:
        result = {"completion": True, "duration": duration, **({"score": score} if doing.passed is None else {})}
        said.append(_statement(doing, "completed", doing.ended_us, result))
    if doing.passed is not None:
        result = {"success": doing.passed, "score": score, "duration": duration}
        said.append(_statement(doing, "passed" if doing.passed else "failed", doing.ended_us, result))
    said.append(_statement(doing, "terminated", doing.ended_us, {"duration": duration}))
    return [_without_empty_score(each) for each in said]


def iso_duration(seconds: float) -> str:
    """ISO 8601 to the hundredth of a second, as cmi5 wants."""
    minutes, rest = divmod(round(seconds * 100), 6000)
    return f"PT{minutes}M{rest // 100}.{rest % 100:02d}S" if minutes else f"PT{rest // 100}.{rest % 100:02d}S"


def _statement(doing: Doing, verb: str, at_us: int, result: dict[str, Any] | None = None) -> Statement:
    kind = LESSON if doing.activity.startswith(LESSON) else TEST
    name = {"zh-CN": doing.title["zh"], "en": doing.title["en"]}
    judged = verb in ("completed", "passed", "failed")
    categories = [{"id": each} for each in (_CMI5, *((_MOVE_ON,) if judged else ()))]
    statement: Statement = {
        "id": str(uuid.uuid5(_NAMESPACE, f"{doing.registration}/{verb}")),
        "actor": {"objectType": "Agent", "account": {"homePage": LEARNERS, "name": doing.learner}},
        "verb": {"id": _ADL + verb, "display": {"zh-CN": _VERBS[verb], "en": verb}},
        "object": {
            "objectType": "Activity",
            "id": doing.activity,
            "definition": {"type": _TYPES[kind], "name": name},
        },
        "context": {
            "registration": doing.registration,
            "language": "zh-CN" if doing.lang == "zh" else "en",
            "platform": "Qianche classroom",
            "contextActivities": {"category": categories},
            "extensions": {_EXTENSION + key: value for key, value in doing.extensions.items()},
        },
        "timestamp": iso(at_us),
    }
    return statement if result is None else {**statement, "result": result}


def _score(doing: Doing) -> dict[str, float]:
    if not doing.asked:
        return {}
    raw = round(100 * doing.right / doing.asked, 2)
    return {"scaled": round(raw / 100, 4), "raw": raw, "min": 0, "max": 100}


def _without_empty_score(statement: Statement) -> Statement:
    result = {key: value for key, value in statement.get("result", {}).items() if value != {}}
    return {**statement, "result": result} if result else statement
