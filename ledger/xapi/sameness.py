"""When two statements say the same, and under which keys a person or thing is found."""

from __future__ import annotations

import hashlib
import json
from typing import Any

_GIVEN_BY_LEDGER = ("id", "stored", "authority", "version", "timestamp")


def fingerprint(statement: dict[str, Any]) -> str:
    """A digest of what a statement says: equal for statements that differ only in form.

    Left out: what the ledger sets itself, how verb and activities are described (those descriptions
    may change, the statement does not), the order of keys, and whether one context activity stands
    in a list. The time is compared apart, since the ledger supplies it where it is missing.
    """
    said = {name: value for name, value in statement.items() if name not in _GIVEN_BY_LEDGER}
    canonical = json.dumps(_plain(said), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def _plain(said: dict[str, Any]) -> dict[str, Any]:
    plain = dict(said)
    plain["verb"] = {"id": said["verb"]["id"]}
    plain["object"] = _plain_object(said["object"])
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


def agent_key(agent: dict[str, Any]) -> str | None:
    """One text for an agent's identifier; None for a group without one."""
    if "account" in agent:
        return f"account {agent['account']['homePage']} {agent['account']['name']}"
    if "mbox" in agent:
        return f"mbox {agent['mbox'].lower()}"
    if "mbox_sha1sum" in agent:
        return f"mbox_sha1sum {agent['mbox_sha1sum'].lower()}"
    if "openid" in agent:
        return f"openid {agent['openid']}"
    return None


def agents_of(statement: dict[str, Any]) -> dict[str, bool]:
    """Who a statement is found under, by key: True for actor and object, False for who is only related."""
    found: dict[str, bool] = {}
    _note_agent(found, statement["actor"], direct=True)
    _note_object_agent(found, statement["object"], direct=True)
    context = statement.get("context", {})
    for related in (statement.get("authority"), context.get("instructor"), context.get("team")):
        _note_agent(found, related, direct=False)
    for given in context.get("contextAgents", []):
        _note_agent(found, given["agent"], direct=False)
    for given in context.get("contextGroups", []):
        _note_agent(found, given["group"], direct=False)
    if statement["object"].get("objectType") == "SubStatement":
        for key in agents_of(statement["object"]):
            found.setdefault(key, False)
    return found


def activities_of(statement: dict[str, Any]) -> dict[str, bool]:
    """Which activities a statement is found under: True for its object, False for its context's."""
    found: dict[str, bool] = {}
    target = statement["object"]
    if target.get("objectType", "Activity") == "Activity":
        found[target["id"]] = True
    for given in statement.get("context", {}).get("contextActivities", {}).values():
        for activity in given if isinstance(given, list) else [given]:
            found.setdefault(activity["id"], False)
    if target.get("objectType") == "SubStatement":
        for key in activities_of(target):
            found.setdefault(key, False)
    return found


def _note_agent(found: dict[str, bool], agent: dict[str, Any] | None, *, direct: bool) -> None:
    if agent is None:
        return
    for each in (agent, *agent.get("member", [])):
        key = agent_key(each)
        if key is not None:
            found[key] = found.get(key, False) or direct


def _note_object_agent(found: dict[str, bool], target: dict[str, Any], *, direct: bool) -> None:
    if target.get("objectType") in ("Agent", "Group"):
        _note_agent(found, target, direct=direct)
