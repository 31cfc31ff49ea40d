"""Statements that are wrong, made without end from a seed: every rule broken in turn, then several, then the bytes.

``python -m tests.ledger.malformed URL KEY SECRET COUNT SEED`` sends them to a running ledger and tells what it
answered; the suite sends some of them every time.
"""

from __future__ import annotations

import copy
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx

from tests.ledger.test_statement_shape import FULL

JSON = "application/json"
Way = tuple[Any, ...]
WRONG_OF_TYPE: dict[type, list[Any]] = {
    dict: [None, 7, "text", True, [7], {"unknown": 7}],
    list: [None, 7, "text", True, [7], {"unknown": 7}, [[]], [None]],
    str: [None, 7, -1.5, True, ["text"], {"text": "text"}],
    bool: [None, 0, 1, "true", [True], {"unknown": True}],
    int: [None, "7", True, [7], {"unknown": 7}],
    float: [None, "7.5", False, [7.5], {"unknown": 7}],
}
NO_MOMENTS = [
    "", "now", "2026-11-22", "2026-11-22T01:00", "2026-11-22T01:00:00", "2026-13-22T01:00:00Z", "2026-11-31T01:00:00Z",
    "2026-11-22T25:00:00Z", "2026-11-22T01:60:00Z", "2026-11-22T01:00:00-00:00", "22.11.2026", "1795309200",
    "２０２６-11-22T01:00:00Z", "2026-11-22T01:00:00Z ", "-2026-11-22T01:00:00Z", "9999-12-31T23:59:59-01:00",
    "2026-11-22T01:00:00.Z",
]  # fmt: skip
NO_IRIS = ["", "no scheme", "example.com", "//example.com", "http:", "http: //a", "http://a b", "x:\n", "x:\0", "x:<>"]
NO_UUIDS = ["", "1", "fd41c918b88b4b20a0a5a4c32391aaa0", "{fd41c918-b88b-4b20-a0a5-a4c32391aaa0}", "g" * 36, "fd41c918"]
WRONG_BY_NAME: dict[str, list[Any]] = {
    "timestamp": NO_MOMENTS,
    "stored": NO_MOMENTS,
    "registration": NO_UUIDS,
    "mbox": ["", "li@example.com", "mailto:", "mailto:li", "mailto:a@b", "http://example.com", "mailto:a b@c.cn"],
    "mbox_sha1sum": ["", "a" * 39, "a" * 41, "g" * 40],
    "openid": NO_IRIS,
    "homePage": NO_IRIS,
    "moreInfo": NO_IRIS,
    "usageType": NO_IRIS,
    "fileUrl": NO_IRIS,
    "type": NO_IRIS,
    "duration": ["", "P", "PT", "1D", "P1", "P1S", "PT1D", "P-1D", "PT1H2", "P1W2D", "pt1s", "PT1,5S", "P1Y1D1M"],
    "language": ["", "-", "z", "zh_CN", "zh-", "zh--CN", "123", "中文", "abcdefghi"],
    "version": ["", "3.0.0", "1", "1.1.0", "2.0.0-beta", "0.9"],
    "objectType": ["", "agent", "Aktivität", "Statement"],
    "interactionType": ["", "Choice", "multiple"],
    "contentType": ["", "png", "image", "image/", "/png", "image/png\n", "图/png"],
    "length": [-1, 1.5],
    "scaled": [-1.0001, 1.0001, 10**200, -(10**200)],
    "min": [10, 11],
}
MUST_BE_THERE: list[Way] = [
    ("actor",), ("verb",), ("object",), ("verb", "id"), ("object", "id"), ("actor", "objectType"),
    ("context", "team", "objectType"), ("context", "statement", "objectType"), ("context", "statement", "id"),
    ("context", "instructor", "account", "homePage"), ("context", "instructor", "account", "name"),
    ("context", "contextActivities", "parent", "id"), ("context", "contextAgents", 0, "agent"),
    ("context", "contextAgents", 0, "objectType"), ("object", "definition", "interactionType"),
    ("object", "definition", "choices", 0, "id"), ("actor", "member", 1, "mbox"), ("authority", "mbox"),
    ("attachments", 0, "usageType"), ("attachments", 0, "display"), ("attachments", 0, "contentType"),
    ("attachments", 0, "length"), ("attachments", 0, "sha2"),
]  # fmt: skip
ODD_BODIES: dict[str, bytes] = {
    "nothing": b"",
    "blank": b" \n",
    "a word": b"statement",
    "null": b"null",
    "a number": b"7",
    "a text": b'"statement"',
    "not a number": b'{"result": {"score": {"raw": NaN}}}',
    "infinity": b'{"result": {"score": {"raw": -Infinity}}}',
    "too large a number": b'{"result": {"score": {"raw": 1e999}}}',
    "too many digits": b'{"result": {"score": {"raw": ' + b"9" * 5000 + b"}}}",
    "deep lists": b"[" * 100_000,
    "deep objects": b'{"a":' * 5000 + b"1" + b"}" * 5000,
    "a key twice": b'{"actor": {}, "actor": {}}',
    "half a pair": b'{"actor": {"name": "\\ud800"}}',
    "no UTF-8": b'{"actor": {"name": "\xff\xfe"}}',
    "UTF-16": '{"actor": {}}'.encode("utf-16"),
    "a mark of byte order": b"\xef\xbb\xbf{}",
    "a comma too many": b'{"actor": {},}',
    "single quotes": b"{'actor': {}}",
    "a comment": b"{} // statement",
    "two values": b"{} {}",
    "control characters": b'{"actor": {"name": "\x01"}}',
    "a list in a list": b"[[{}]]",
    "a list of nothing": b"[null]",
    "form": b"statement=%7B%7D",
}
ODD_TYPES = ["text/plain", "application/xml", "", "json", "multipart/mixed", "multipart/mixed; boundary=", 'a/b; c="d']


@dataclass(frozen=True)
class Wrong:
    """A request that a ledger must refuse, or at least answer well."""

    what: str
    body: bytes
    content_type: str = JSON
    headers: dict[str, str] = field(default_factory=dict)
    sure: bool = True
    """Whether it is wrong for sure; a byte that was changed may leave it right."""


def broken_rules() -> list[tuple[str, Any]]:
    """Every rule broken once: what was done, and the statement."""
    found: list[tuple[str, Any]] = []
    for way in _ways(FULL):
        if any("extensions" in str(step) for step in way[:-1]):
            continue  # what extensions hold is theirs
        place = "/".join(map(str, way))
        value = _at(FULL, way)
        for wrong in [*WRONG_OF_TYPE[type(value)], *WRONG_BY_NAME.get(str(way[-1]), _of_id(way))]:
            found.append((f"{place} = {json.dumps(wrong)[:60]}", _with(way, wrong)))
        if isinstance(value, dict):
            found.append((f"{place} with more in it", _with((*way, "unknown"), 7)))
    for way in MUST_BE_THERE:
        lacking = copy.deepcopy(FULL)
        del _at(lacking, way[:-1])[way[-1]]
        found.append(("without " + "/".join(map(str, way)), lacking))
    return found


def wrong_requests(seed: int) -> Iterator[Wrong]:
    """Wrong requests without end: first every rule and every odd body in some order, then mixtures."""
    chance = random.Random(seed)
    rules = broken_rules()
    first = [Wrong(what, _json(statement)) for what, statement in rules]
    first += [Wrong(what, body) for what, body in ODD_BODIES.items()]
    first += [Wrong(f"sent as {kind!r}", _json(FULL), kind) for kind in ODD_TYPES]
    chance.shuffle(first)
    yield from first
    while True:
        what, statement = chance.choice(rules)
        yield chance.choice([_several, _among_good, _changed_bytes, _in_parts])(what, statement, rules, chance)


def _several(what: str, statement: Any, rules: list[tuple[str, Any]], chance: random.Random) -> Wrong:
    """A wrong statement as the object of a statement, which is wrong as well."""
    other, outer = chance.choice(rules)
    if isinstance(outer, dict) and isinstance(statement, dict):
        outer = {**outer, "object": {**statement, "objectType": "SubStatement"}}
    return Wrong(f"{what}, inside {other}", _json(outer))


def _among_good(what: str, statement: Any, _rules: Any, chance: random.Random) -> Wrong:
    """A wrong statement in a batch of good ones: the whole batch is refused, or this one alone."""
    good = {name: FULL[name] for name in ("actor", "verb", "object")}
    batch = [good] * chance.randrange(6)
    batch.insert(chance.randint(0, len(batch)), statement)
    keep = chance.random() < 0.3
    headers = {"Qianche-Batch": "keep-good"} if keep else {}
    return Wrong(f"{what}, in a batch of {len(batch)}", _json(batch), headers=headers, sure=not keep)


def _changed_bytes(what: str, statement: Any, _rules: Any, chance: random.Random) -> Wrong:
    """A statement's text with bytes changed, or cut short."""
    body = bytearray(_json(FULL if chance.random() < 0.5 else statement))
    for _ in range(chance.randint(1, 8)):
        body[chance.randrange(len(body))] = chance.randrange(256)
    if chance.random() < 0.3:
        del body[chance.randrange(len(body)) :]
    return Wrong(f"{what}, bytes changed", bytes(body), sure=False)


def _in_parts(what: str, statement: Any, _rules: Any, chance: random.Random) -> Wrong:
    """A wrong statement with attachments that do not fit it."""
    ends = [b"\r\n", b"\n", b""]
    head = chance.choice([b"Content-Type: application/json", b"Content-Type: text/plain", b"", b"\xff: \xff"])
    second = chance.choice([b"X-Experience-API-Hash: " + b"ab" * 32, b"X-Experience-API-Hash: x", b""])
    end = chance.choice(ends)
    parts = [b"--b", head, b"", _json(statement), b"--b", second, b"", bytes(chance.randbytes(20)), b"--b--", b""]
    return Wrong(f"{what}, in parts", (end or b"\r\n").join(parts), "multipart/mixed; boundary=b")


def _ways(value: Any, way: Way = ()) -> list[Way]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [way] * bool(way) + [found for key, inner in inside for found in _ways(inner, (*way, key))]


def _of_id(way: Way) -> list[Any]:
    """What no id may be, by whose it is: statements have UUIDs, choices any text, all else IRIs."""
    if way[-1] != "id" or "choices" in way:
        return []
    return NO_UUIDS if way in {("id",), ("context", "statement", "id")} else NO_IRIS


def _at(value: Any, way: Way) -> Any:
    for step in way:
        value = value[step]
    return value


def _with(way: Way, wrong: Any) -> Any:
    changed = copy.deepcopy(FULL)
    _at(changed, way[:-1])[way[-1]] = wrong
    return changed


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")


def trouble(wrong: Wrong, answer: httpx.Response) -> str | None:
    """What is not right about an answer; None where it is."""
    if answer.status_code >= 500 or "Traceback" in answer.text:
        return f"{answer.status_code} {answer.text[:200]}"
    if answer.status_code >= 400:
        told = answer.json()
        if not (told.get("error") and told.get("zh") and told.get("en")):
            return f"no reason: {answer.text[:200]}"
    elif wrong.sure:
        return f"taken: {answer.status_code}"
    return None


def _send_to(url: str, key: str, secret: str, count: int, seed: int) -> int:
    statuses: Counter[int] = Counter()
    faults: Counter[str] = Counter()
    found = 0
    with httpx.Client(base_url=url, auth=(key, secret), trust_env=False, timeout=60) as client:
        for number, wrong in zip(range(count), wrong_requests(seed), strict=False):
            version = ("1.0.3", "2.0.0")[number % 2]
            headers = {"X-Experience-API-Version": version, "Content-Type": wrong.content_type, **wrong.headers}
            answer = client.post("/xapi/statements", content=wrong.body, headers=headers)
            statuses[answer.status_code] += 1
            faults[answer.json().get("error", "") if answer.status_code >= 400 else "taken"] += 1
            if said := trouble(wrong, answer):
                found += 1
                print(f"{wrong.what}: {said}")
    print(f"{count} sent: {dict(statuses)}; {dict(faults)}; {found} answered badly")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(_send_to(*sys.argv[1:4], int(sys.argv[4]), int(sys.argv[5])))
