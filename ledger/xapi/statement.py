"""The shape of a statement (xAPI data, section 2): what it must and may hold, checked to the leaf.

Every check names the place as a JSON pointer, so that the author of a client program finds it.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any

from ledger.xapi import values
from ledger.xapi.activity import check_activity
from ledger.xapi.shape import (
    Check,
    boolean,
    extensions,
    iri,
    language_map,
    number,
    one_of,
    record,
    remembered,
    require,
    text,
    whole_number,
)

VOIDED = "http://adlnet.gov/expapi/verbs/voided"
_IDENTIFIERS = ("mbox", "mbox_sha1sum", "openid", "account")
_SAID = {"actor", "verb", "object"}
_AGENT = {"objectType", "name", *_IDENTIFIERS}
_GROUP = _AGENT | {"member"}
_ACCOUNT = {"homePage", "name"}
_VERB, _NAMED = {"id", "display"}, {"id"}
_REFERENCE = {"objectType", "id"}
_SCORE = {"scaled", "raw", "min", "max"}
_CONTEXT_ACTIVITIES = {"parent", "grouping", "category", "other"}
_OF_ATTACHMENT = {"usageType", "display", "contentType", "length", "sha2"}
_ATTACHMENT = _OF_ATTACHMENT | {"description", "fileUrl"}


def check_statement(statement: Any, where: str = "", version: str = "2.0.0") -> None:
    """Check one statement as a client may send it who speaks ``version``.

    Whether its attachments are here is not looked at; see :mod:`ledger.xapi.attachments`.

    Raises:
        StatementInvalid: with the place of the first fault found.
    """
    fields = _checked(statement, where, _STATEMENT, _SAID)
    _check_context_fits(fields, where)
    if version.startswith("1."):
        _check_nothing_newer(fields, where)
    if fields["verb"]["id"] == VOIDED:
        require(
            fields["object"].get("objectType") == "StatementRef", f"{where}/object", "statement_ref", fields["object"]
        )


def _checked(value: Any, where: str, checks: Mapping[str, Check], required: Set[str] = frozenset()) -> dict[str, Any]:
    """``value`` as a record that holds only what has a check here, each field of which passes its own."""
    fields = record(value, where, checks.keys(), required)
    for name, given in fields.items():
        checks[name](given, f"{where}/{name}")
    return fields


def _check_substatement(value: Any, where: str) -> None:
    fields = _checked(value, where, _SUBSTATEMENT, _SAID)
    require(
        fields["object"].get("objectType") != "SubStatement", f"{where}/object", "no_substatement", fields["object"]
    )
    _check_context_fits(fields, where)


def _check_context_fits(fields: dict[str, Any], where: str) -> None:
    """Revision and platform describe an activity; about anything else they mean nothing."""
    context = fields.get("context", {})
    if fields["object"].get("objectType", "Activity") != "Activity":
        for name in ("revision", "platform"):
            require(name not in context, f"{where}/context/{name}", "only_for_activity", context.get(name))


def _check_nothing_newer(fields: dict[str, Any], where: str) -> None:
    """Nothing that only version 2 has."""
    for name in ("contextAgents", "contextGroups"):
        require(name not in fields.get("context", {}), f"{where}/context/{name}", "no_such_field", name)
    if fields["object"].get("objectType") == "SubStatement":
        _check_nothing_newer(fields["object"], f"{where}/object")


def _check_actor(value: Any, where: str) -> None:
    kind = value.get("objectType", "Agent") if isinstance(value, dict) else None
    require(kind in ("Agent", "Group"), where, "agent_or_group", value)
    (_check_group if kind == "Group" else check_agent)(value, where)


def check_agent(value: Any, where: str) -> None:
    """An agent: one identifier, perhaps a name."""
    fields = record(value, where, _AGENT)
    require(fields.get("objectType", "Agent") == "Agent", f"{where}/objectType", "agent", fields.get("objectType"))
    _check_identified(fields, where, least=1)


def _check_group(value: Any, where: str) -> None:
    fields = record(value, where, _GROUP)
    require(fields.get("objectType") == "Group", f"{where}/objectType", "group", fields.get("objectType"))
    _check_identified(fields, where, least=0 if "member" in fields else 1)
    members = fields.get("member", [])
    require(isinstance(members, list), f"{where}/member", "list", members)
    anonymous = not any(name in fields for name in _IDENTIFIERS)
    require(bool(members) or not anonymous, f"{where}/member", "members", members)
    for place, member in enumerate(members):
        check_agent(member, f"{where}/member/{place}")


def _check_authority(value: Any, where: str) -> None:
    """An agent, or an application and its user together: a group of two without an identifier."""
    _check_actor(value, where)
    if value.get("objectType") == "Group":
        anonymous = not any(name in value for name in _IDENTIFIERS)
        members = value.get("member", [])
        has_application = any("account" in member for member in members)
        require(anonymous and len(members) == 2 and has_application, where, "authority", value)


def _check_identified(fields: dict[str, Any], where: str, least: int) -> None:
    given = [name for name in _IDENTIFIERS if name in fields]
    require(least <= len(given) <= 1, where, "one_identifier", given)
    if "name" in fields:
        text(fields["name"], f"{where}/name")
    for name in given:
        _IDENTIFIER_CHECKS[name](fields[name], f"{where}/{name}")


def _check_account(value: Any, where: str) -> None:
    fields = record(value, where, _ACCOUNT, _ACCOUNT)
    iri(fields["homePage"], f"{where}/homePage")
    text(fields["name"], f"{where}/name")


def _check_verb(value: Any, where: str) -> None:
    fields = record(value, where, _VERB, _NAMED)
    iri(fields["id"], f"{where}/id")
    if "display" in fields:
        language_map(fields["display"], f"{where}/display")


def _check_object(value: Any, where: str) -> None:
    require(isinstance(value, dict), where, "object", value)
    kind = value.get("objectType", "Activity")
    require(isinstance(kind, str) and kind in _OBJECTS, f"{where}/objectType", "object_type", kind)
    _OBJECTS[kind](value, where)


def _check_reference(value: Any, where: str) -> None:
    fields = record(value, where, _REFERENCE, _REFERENCE)
    require(fields["objectType"] == "StatementRef", f"{where}/objectType", "statement_ref", fields["objectType"])
    _uuid(fields["id"], f"{where}/id")


def _check_result(value: Any, where: str) -> None:
    _checked(value, where, _RESULT)


def _check_score(value: Any, where: str) -> None:
    fields = record(value, where, _SCORE)
    for name, given in fields.items():
        number(given, f"{where}/{name}")
    least, most = fields.get("min", float("-inf")), fields.get("max", float("inf"))
    require(least < most, f"{where}/max", "above_min", most)
    if "scaled" in fields:
        require(-1 <= fields["scaled"] <= 1, f"{where}/scaled", "scaled", fields["scaled"])
    if "raw" in fields:
        require(least <= fields["raw"] <= most, f"{where}/raw", "within", fields["raw"])


def _check_context(value: Any, where: str) -> None:
    _checked(value, where, _CONTEXT)


def _check_context_activities(value: Any, where: str) -> None:
    for kind, given in record(value, where, _CONTEXT_ACTIVITIES).items():
        if isinstance(given, list):
            for place, activity in enumerate(given):
                check_activity(activity, f"{where}/{kind}/{place}")
        else:
            check_activity(given, f"{where}/{kind}")


def _context_people(single: str, check: Check) -> Check:
    """The lists that 2.0 added: people in the context with the types of their relevance."""

    def check_list(value: Any, where: str) -> None:
        require(isinstance(value, list), where, "list", value)
        for place, given in enumerate(value):
            here = f"{where}/{place}"
            fields = record(given, here, {"objectType", single, "relevantTypes"}, {"objectType", single})
            one_of(fields["objectType"], f"{here}/objectType", f"context_{single}", (f"context{single.capitalize()}",))
            check(fields[single], f"{here}/{single}")
            types = fields.get("relevantTypes", ["urn:any"])
            require(isinstance(types, list) and len(types) > 0, f"{here}/relevantTypes", "list", types)
            for at, each in enumerate(types):
                iri(each, f"{here}/relevantTypes/{at}")

    return check_list


def _check_attachments(value: Any, where: str) -> None:
    require(isinstance(value, list), where, "list", value)
    for place, given in enumerate(value):
        here = f"{where}/{place}"
        fields = record(given, here, _ATTACHMENT, _OF_ATTACHMENT)
        iri(fields["usageType"], f"{here}/usageType")
        for name in ("display", "description"):
            if name in fields:
                language_map(fields[name], f"{here}/{name}")
        require(values.is_content_type(fields["contentType"]), f"{here}/contentType", "type", fields["contentType"])
        whole_number(fields["length"], f"{here}/length")
        text(fields["sha2"], f"{here}/sha2")
        if "fileUrl" in fields:
            iri(fields["fileUrl"], f"{here}/fileUrl")


def _uuid(value: Any, where: str) -> None:
    require(values.is_uuid(value), where, "uuid", value)


def _timestamp(value: Any, where: str) -> None:
    require(values.is_timestamp(value), where, "timestamp", value)


def _duration(value: Any, where: str) -> None:
    require(values.is_duration(value), where, "duration", value)


def _language(value: Any, where: str) -> None:
    require(values.is_language(value), where, "language", value)


def _version(value: Any, where: str) -> None:
    require(values.is_version(value), where, "version", value)


_IDENTIFIER_CHECKS: dict[str, Check] = {
    "mbox": lambda value, where: require(values.is_mbox(value), where, "mbox", value),
    "mbox_sha1sum": lambda value, where: require(values.is_sha1(value), where, "sha1", value),
    "openid": iri,
    "account": _check_account,
}
_OBJECTS: dict[str, Check] = {
    "Activity": check_activity,
    "Agent": check_agent,
    "Group": _check_group,
    "StatementRef": _check_reference,
    "SubStatement": _check_substatement,
}
_RESULT: dict[str, Check] = {
    "score": _check_score,
    "success": boolean,
    "completion": boolean,
    "response": text,
    "duration": _duration,
    "extensions": extensions,
}
_CONTEXT: dict[str, Check] = {
    "registration": _uuid,
    "instructor": _check_actor,
    "team": _check_group,
    "contextActivities": _check_context_activities,
    "contextAgents": _context_people("agent", check_agent),
    "contextGroups": _context_people("group", _check_group),
    "revision": text,
    "platform": text,
    "language": _language,
    "statement": _check_reference,
    "extensions": extensions,
}
_OF_ANY: dict[str, Check] = {
    "actor": _check_actor,
    "verb": remembered(_check_verb),
    "object": _check_object,
    "result": _check_result,
    "context": _check_context,
    "timestamp": _timestamp,
    "attachments": _check_attachments,
}
_SUBSTATEMENT: dict[str, Check] = {"objectType": text, **_OF_ANY}
_STATEMENT: dict[str, Check] = {
    "id": _uuid,
    **_OF_ANY,
    "stored": _timestamp,
    "authority": _check_authority,
    "version": _version,
}
