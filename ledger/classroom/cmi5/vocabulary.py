"""The names that cmi5 gives to verbs, categories and extensions, and the ids that the classroom gives to courses."""

from __future__ import annotations

import hashlib
from typing import Any, Literal

from ledger.completions import COMPLETED, FAILED, LEARNERS, PASSED

NAMESPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
_ADL = "http://adlnet.gov/expapi/verbs/"
_LMS = "https://w3id.org/xapi/adl/verbs/"
LAUNCHED, INITIALIZED, TERMINATED = _ADL + "launched", _ADL + "initialized", _ADL + "terminated"
ABANDONED, WAIVED, SATISFIED = _LMS + "abandoned", _LMS + "waived", _LMS + "satisfied"
AU_VERBS = frozenset({INITIALIZED, COMPLETED, PASSED, FAILED, TERMINATED})
"""Verbs of cmi5 that a unit may say."""
JUDGED = frozenset({COMPLETED, PASSED, FAILED})
"""Verbs that say something about satisfaction: they carry success or completion."""
ALL_VERBS = AU_VERBS | {LAUNCHED, ABANDONED, WAIVED, SATISFIED}
VERB_NAMES = {
    LAUNCHED: {"zh-CN": "启动", "en": "launched"},
    ABANDONED: {"zh-CN": "中断", "en": "abandoned"},
    WAIVED: {"zh-CN": "免学", "en": "waived"},
    SATISFIED: {"zh-CN": "达到要求", "en": "satisfied"},
}

_CMI5 = "https://w3id.org/xapi/cmi5/"
CMI5_CATEGORY = _CMI5 + "context/categories/cmi5"
MOVE_ON_CATEGORY = _CMI5 + "context/categories/moveon"
SESSION_ID = _CMI5 + "context/extensions/sessionid"
MASTERY_SCORE = _CMI5 + "context/extensions/masteryscore"
LAUNCH_MODE = _CMI5 + "context/extensions/launchmode"
LAUNCH_URL = _CMI5 + "context/extensions/launchurl"
MOVE_ON = _CMI5 + "context/extensions/moveon"
LAUNCH_PARAMETERS = _CMI5 + "context/extensions/launchparameters"
REASON = _CMI5 + "result/extensions/reason"
BLOCK_TYPE, COURSE_TYPE = _CMI5 + "activitytype/block", _CMI5 + "activitytype/course"

LAUNCH_DATA, PREFERENCES = "LMS.LaunchData", "cmi5LearnerPreferences"
"""Ids of the state document that a launch writes and of the profile of a learner's preferences."""

COURSES = "urn:qianche:lesson:cmi5:"
"""How the activity ids of courses begin: by the rules of hours each is a lesson."""
PARTS = "urn:qianche:cmi5:"
"""How the activity ids of units and blocks begin: by themselves they count for nothing."""

LaunchMode = Literal["Normal", "Browse", "Review"]
Statement = dict[str, Any]


def course_activity(publisher_id: str) -> str:
    """The activity id of a course, the same for all its versions (cmi5 9.4: not the publisher's own)."""
    return COURSES + _digest(publisher_id)


def part_activity(kind: Literal["au", "block"], course_id: str, publisher_id: str) -> str:
    """The activity id of a unit or block of a course, the same for all versions and registrations (cmi5 8.1.5)."""
    return f"{PARTS}{_digest(course_id)}:{kind}:{_digest(publisher_id)}"


def actor_of(learner: str) -> dict[str, Any]:
    """A learner as statements name them: by pseudonym, nothing else (cmi5 9.2)."""
    return {"objectType": "Agent", "account": {"homePage": LEARNERS, "name": learner}}


def categories(statement: Statement) -> set[str]:
    """The ids of a checked statement's categories."""
    given = statement.get("context", {}).get("contextActivities", {}).get("category", [])
    return {each["id"] for each in (given if isinstance(given, list) else [given])}


def is_defined(statement: Statement) -> bool:
    """Whether a statement is "cmi5 defined": only these count for sessions and satisfaction (cmi5 7.1.3)."""
    return CMI5_CATEGORY in categories(statement)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:32]
