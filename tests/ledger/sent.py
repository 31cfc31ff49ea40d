"""What vans send, as plain JSON: the ledger must take it without knowing the van's code."""

from __future__ import annotations

import hashlib
import json
import uuid
from typing import Any

import zstandard

ADL = "http://adlnet.gov/expapi/verbs/"
LEARNER = "qc-" + "a" * 32


def statement(verb: str = "completed", **changed: Any) -> dict[str, Any]:
    """A small valid statement."""
    return {
        "id": str(uuid.uuid4()),
        "actor": {"account": {"homePage": "https://qianche.invalid/learners", "name": LEARNER}},
        "verb": {"id": ADL + verb, "display": {"zh-CN": "完成", "en": verb}},
        "object": {"id": "urn:qianche:scenario:electrocution-temporary-power"},
        **changed,
    }


def completion(
    *, learner: str = LEARNER, total: float = 96.0, passed: bool = True, ended: str = "2026-11-22T01:03:05.500Z"
) -> list[dict[str, Any]]:
    """The statements of one finished session of three minutes, five seconds and a half."""
    registration = str(uuid.uuid4())
    context = {
        "registration": registration,
        "contextActivities": {"category": [{"id": "https://w3id.org/xapi/cmi5/context/categories/cmi5"}]},
        "extensions": {"urn:qianche:ext:van": "van-1", "urn:qianche:ext:outcome": "averted"},
    }
    about = {
        "objectType": "Activity",
        "id": "urn:qianche:scenario:electrocution-temporary-power",
        "definition": {"name": {"zh-CN": "临时用电触电", "en": "Electrocution from temporary power"}},
    }
    shared = {
        "actor": {"account": {"homePage": "https://qianche.invalid/learners", "name": learner}},
        "object": about,
        "context": context,
        "timestamp": ended,
    }
    score = {"scaled": total / 100, "raw": total, "min": 0, "max": 100}
    return [
        statement("initialized", **shared),
        statement("completed", **shared, result={"completion": True, "duration": "PT3M5.50S"}),
        statement(
            "passed" if passed else "failed",
            **shared,
            result={"success": passed, "score": score, "duration": "PT3M5.50S"},
        ),
    ]


def session_log(session: str, lines: int = 3) -> bytes:
    """A session log with a right digest."""
    head = [{"type": "header", "session": session}, *({"type": "look", "t": t, "h": 0, "p": 0} for t in range(lines))]
    body = "".join(json.dumps(line) + "\n" for line in head).encode()
    body += f'{{"type": "end", "t": {lines}, "digest": "'.encode()
    return body + f'sha256:{hashlib.sha256(body).hexdigest()}"}}\n'.encode()


def packed(log: bytes) -> bytes:
    return zstandard.compress(log)
