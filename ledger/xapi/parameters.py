"""The parameters of a question for statements."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from common.moments import to_us
from ledger.statement_search import Query
from ledger.xapi import values
from ledger.xapi.body import read_json
from ledger.xapi.faults import StatementInvalid, XapiFault
from ledger.xapi.formats import FORMATS
from ledger.xapi.sameness import agent_key, lookup_key
from ledger.xapi.statement import check_agent

_Value = TypeVar("_Value")
_SINGLE = {"statementId", "voidedStatementId"}
_SEVERAL = {
    "agent",
    "verb",
    "activity",
    "registration",
    "related_activities",
    "related_agents",
    "since",
    "until",
    "limit",
    "ascending",
    "cursor",
}
_EITHER = {"format", "attachments"}


@dataclass(frozen=True)
class Question:
    """What a GET asks for: one statement by its id, or those that match."""

    statement_id: str | None
    voided: bool
    query: Query
    limit: int
    format: str
    attachments: bool


def read_question(parameters: Mapping[str, str], page_size: int, credential: str | None) -> Question:
    """Understand the parameters of a GET; ``credential`` restricts what may be seen.

    Raises:
        XapiFault: a parameter is unknown, wrong, or does not go with another.
    """
    no_others(parameters, _SINGLE | _SEVERAL | _EITHER)
    single = _SINGLE & set(parameters)
    if len(single) > 1 or (single and _SEVERAL & set(parameters)):
        raise XapiFault("ledger.xapi.parameters_together")
    limit = _whole_number(parameters, "limit") or page_size
    return Question(
        statement_id=_read(parameters, next(iter(single), ""), "uuid", values.is_uuid, str),
        voided="voidedStatementId" in single,
        query=_query(parameters, credential),
        limit=min(limit, page_size),
        format=_format(parameters),
        attachments=_boolean(parameters, "attachments"),
    )


def no_others(parameters: Mapping[str, str], known: Collection[str]) -> None:
    """All parameters are ``known`` ones.

    Raises:
        XapiFault
    """
    for name in parameters:
        if name not in known:
            raise XapiFault("ledger.xapi.no_such_parameter", name=name[:40])


def required_iri(parameters: Mapping[str, str], name: str) -> str:
    """The IRI in a parameter that must be there; raises XapiFault without."""
    given = _read(parameters, name, "iri", values.is_iri, str)
    if given is None:
        raise StatementInvalid(f"?{name}", "present", None)
    return given


def required_agent(parameters: Mapping[str, str]) -> dict[str, Any]:
    """The agent or identified group in the parameter of that name; raises XapiFault without."""
    if "agent" not in parameters:
        raise StatementInvalid("?agent", "present", None)
    return _read_agent(parameters)


def optional_uuid(parameters: Mapping[str, str], name: str) -> str | None:
    """The UUID in a parameter, in lower case; raises XapiFault for anything else."""
    return _read(parameters, name, "uuid", values.is_uuid, str.lower)


def optional_moment(parameters: Mapping[str, str], name: str) -> int | None:
    """The moment in a parameter, in microseconds; raises XapiFault for anything else."""
    return _read(parameters, name, "timestamp", values.is_timestamp, _microseconds)


def _query(parameters: Mapping[str, str], credential: str | None) -> Query:
    return Query(
        agent=_agent(parameters),
        related_agents=_boolean(parameters, "related_agents"),
        verb=_read(parameters, "verb", "iri", values.is_iri, lookup_key),
        activity=_read(parameters, "activity", "iri", values.is_iri, lookup_key),
        related_activities=_boolean(parameters, "related_activities"),
        registration=optional_uuid(parameters, "registration"),
        since_us=optional_moment(parameters, "since"),
        until_us=optional_moment(parameters, "until"),
        ascending=_boolean(parameters, "ascending"),
        cursor_us=_whole_number(parameters, "cursor"),
        credential=credential,
    )


def _agent(parameters: Mapping[str, str]) -> str | None:
    return agent_key(_read_agent(parameters)) if "agent" in parameters else None


def _read_agent(parameters: Mapping[str, str]) -> dict[str, Any]:
    agent = read_json(parameters["agent"].encode("utf-8", "surrogatepass"))
    if isinstance(agent, dict) and agent.get("objectType") == "Group" and "member" not in agent:
        agent = {name: value for name, value in agent.items() if name != "objectType"}
    check_agent(agent, "?agent")
    return agent


def _format(parameters: Mapping[str, str]) -> str:
    given = parameters.get("format", "exact")
    if given not in FORMATS:
        raise XapiFault("ledger.xapi.no_such_format", format=given[:40])
    return given


def _boolean(parameters: Mapping[str, str], name: str) -> bool:
    given = parameters.get(name, "false").lower()
    if given not in ("true", "false"):
        raise _wrong(name, "boolean", given)
    return given == "true"


def _whole_number(parameters: Mapping[str, str], name: str) -> int | None:
    given = parameters.get(name)
    if given is None:
        return None
    if not (given.isascii() and given.isdecimal() and len(given) <= 18):
        raise _wrong(name, "whole_number", given)
    return int(given)


def _read(
    parameters: Mapping[str, str],
    name: str,
    expected: str,
    check: Callable[[Any], bool],
    convert: Callable[[str], _Value],
) -> _Value | None:
    given = parameters.get(name)
    if given is None:
        return None
    if not check(given):
        raise _wrong(name, expected, given)
    return convert(given)


def _microseconds(timestamp: str) -> int:
    return to_us(values.moment(timestamp))


def _wrong(name: str, expected: str, found: str) -> XapiFault:
    return StatementInvalid(f"?{name}", expected, found)
