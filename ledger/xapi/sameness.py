"""When two statements say the same, and under which keys a person or thing is found."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

_GIVEN_BY_LEDGER = ("id", "stored", "authority", "version", "timestamp")
_BEYOND_HUNDREDTHS = re.compile(r"(?<=[.,]\d\d)\d+(?=S$)")
_LONGEST_KEY = 600
"""Characters; the indexes of PostgreSQL hold 2,700 bytes."""


def fingerprint(statement: dict[str, Any]) -> str:
    """A digest of what a statement says: equal for statements that differ only in form.

    Left out: what the ledger sets itself, how verb and activities are described (those descriptions
    may change, the statement does not), the order of keys, whether one context activity stands in a
    list, and what a duration has beyond hundredths of a second. The time is compared apart, since
    the ledger supplies it where it is missing.
    """
    said = {name: value for name, value in statement.items() if name not in _GIVEN_BY_LEDGER}
    canonical = json.dumps(_plain(said), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def _plain(said: dict[str, Any]) -> dict[str, Any]:
    plain = dict(said)
    plain["verb"] = {"id": said["verb"]["id"]}
    plain["object"] = _plain_object(said["object"])
    if "duration" in said.get("result", {}):
        duration = _BEYOND_HUNDREDTHS.sub("", said["result"]["duration"])
        plain["result"] = {**said["result"], "duration": duration}
    if "contextActivities" in said.get("context", {}):
        activities = said["context"]["contextActivities"]
        lists = {kind: given if isinstance(given, list) else [given] for kind, given in activities.items()}
        plain["context"] = said["context"] | {
            "contextActivities": {kind: [{"id": each["id"]} for each in given] for kind, given in lists.items()}
        }
    return plain


def _plain_object(value: dict[str, Any]) -> dict[str, Any]:
    kind = value.get("objectType", "Activity")
    if kind == "Activity":
        return {"objectType": kind, "id": value["id"]}
    if kind == "SubStatement":
        return {"objectType": kind, **_plain({name: inner for name, inner in value.items() if name != "objectType"})}
    return value


def lookup_key(identifier: str) -> str:
    """What a table finds an identifier under: itself, or a digest where it is too long for an index."""
    if len(identifier) <= _LONGEST_KEY and "\0" not in identifier:
        return identifier
    return "sha256 " + hashlib.sha256(identifier.encode("utf-8")).hexdigest()


def agent_key(agent: dict[str, Any]) -> str | None:
    """One text for an agent's identifier; None for a group without one."""
    if "account" in agent:
        return lookup_key(f"account {agent['account']['homePage']} {agent['account']['name']}")
    if "mbox" in agent:
        return lookup_key(f"mbox {agent['mbox'].lower()}")
    if "mbox_sha1sum" in agent:
        return f"mbox_sha1sum {agent['mbox_sha1sum'].lower()}"
    if "openid" in agent:
        return lookup_key(f"openid {agent['openid']}")
    return None


def people_in(statement: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every agent and group that a statement names, members and the SubStatement's too."""
    context = statement.get("context", {})
    target = statement["object"]
    kind = target.get("objectType")
    named = [statement["actor"], statement.get("authority"), context.get("instructor"), context.get("team")]
    for several, single in (("contextAgents", "agent"), ("contextGroups", "group")):
        if several in context:
            named += [given[single] for given in context[several]]
    if kind in ("Agent", "Group"):
        named.append(target)
    for each in named:
        if each:
            yield each
            if "member" in each:
                yield from each["member"]
    if kind == "SubStatement":
        yield from people_in(target)


def activities_in(statement: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every activity that a statement names, the context's and the SubStatement's too."""
    target = statement["object"]
    kind = target.get("objectType", "Activity")
    if kind == "Activity":
        yield target
    for given in statement.get("context", {}).get("contextActivities", {}).values():
        yield from given if isinstance(given, list) else [given]
    if kind == "SubStatement":
        yield from activities_in(target)


def agents_of(statement: dict[str, Any], people: Iterable[dict[str, Any]] | None = None) -> dict[str, bool]:
    """Who a statement is found under, by key: True for actor and object, False for who is only related.

    ``people`` and ``activities`` (below) are those in it, for whom has them already.
    """
    found = {key: False for each in people or people_in(statement) if (key := agent_key(each)) is not None}
    target = statement["object"]
    itself = [statement["actor"]] + [target] * (target.get("objectType") in ("Agent", "Group"))
    for each in itself:
        for person in (each, *each.get("member", [])):
            key = agent_key(person)
            if key is not None:
                found[key] = True
    return found


def activities_of(statement: dict[str, Any], activities: Iterable[dict[str, Any]] | None = None) -> dict[str, bool]:
    """Which activities a statement is found under: True for its object, False for its context's."""
    found = {lookup_key(each["id"]): False for each in activities or activities_in(statement)}
    target = statement["object"]
    if target.get("objectType", "Activity") == "Activity":
        found[lookup_key(target["id"])] = True
    return found
