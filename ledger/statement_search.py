"""Questions to the store of statements, as one select each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, select, union

from ledger import tables


@dataclass(frozen=True)
class Query:
    """Which statements are wanted; None asks nothing of that kind."""

    agent: str | None = None
    """Key as of :func:`ledger.xapi.sameness.agent_key`."""
    related_agents: bool = False
    verb: str | None = None
    """Key as of :func:`ledger.xapi.sameness.lookup_key`, as is ``activity``."""
    activity: str | None = None
    related_activities: bool = False
    registration: str | None = None
    since_us: int | None = None
    until_us: int | None = None
    ascending: bool = False
    cursor_us: int | None = None
    """Where the page before ended."""
    credential: str | None = None
    """Only what this client sent."""


def selection(query: Query, limit: int) -> Select[Any]:
    """``raw`` and ``stored_us`` of the first ``limit`` statements wanted.

    A statement is wanted for what it says, or for what one says that it refers to.
    """
    found = _for_what_they_say(query, limit)
    if query.agent or query.verb or query.activity or query.registration:
        found = union(select(found.subquery()), select(_for_what_they_refer_to(query, limit).subquery()))
    moments = found.subquery()
    columns = tables.statements.c
    wanted = select(columns.raw, columns.stored_us).join(moments, moments.c.stored_us == columns.stored_us)
    return _in_order(wanted, columns.stored_us, query, limit)


def _for_what_they_say(query: Query, limit: int) -> Select[Any]:
    columns = tables.statements.c
    wanted, moment = _saying(query, select(columns.stored_us), tables.statements)
    return _in_order(_in_time(wanted.where(columns.voided.is_(False)), moment, query), moment, query, limit)


def _for_what_they_refer_to(query: Query, limit: int) -> Select[Any]:
    """The target may be one that was taken back; what refers to it still stands.

    References are few beside statements: each is looked at, the latest first, until enough are found.
    """
    target, referrer = tables.statements.alias("target"), tables.statements.alias("referrer")
    links = tables.statement_references.c
    met, _ = _saying(query, select(target.c.id), target)
    # Whether the referrer stands is asked of each as well: joined, its sender's whole index would be gone through.
    stands = select(referrer.c.id).where(referrer.c.stored_us == links.referrer_us, referrer.c.voided.is_(False))
    if query.credential is not None:
        stands = stands.where(referrer.c.credential == query.credential)
    wanted = (
        select(links.referrer_us.label("stored_us"))
        .where(stands.correlate(tables.statement_references).exists())
        .where(met.where(target.c.stored_us == links.target_us).correlate(tables.statement_references).exists())
        .distinct()
    )
    return _in_order(_in_time(wanted, links.referrer_us, query), links.referrer_us, query, limit)


def _saying(query: Query, wanted: Select[Any], said: FromClause) -> tuple[Select[Any], ColumnElement[int]]:
    """``wanted`` where ``said`` meets the question, and the column whose index gives them in order.

    Of several it is that of the agent, of whom there are fewer statements than of an activity.
    """
    moment = said.c.stored_us
    for table, key, value, related in (
        (tables.statement_activities, "activity", query.activity, query.related_activities),
        (tables.statement_agents, "agent", query.agent, query.related_agents),
    ):
        if value is not None:
            link = table.alias(f"by_{key}")
            wanted = wanted.join(link, link.c.stored_us == said.c.stored_us).where(link.c[key] == value)
            if not related:
                wanted = wanted.where(link.c.direct)
            moment = link.c.stored_us
    for column, value in (
        (said.c.verb, query.verb),
        (said.c.registration, query.registration),
        (said.c.credential, query.credential),
    ):
        if value is not None:
            wanted = wanted.where(column == value)
    return wanted, moment


def _in_time(wanted: Select[Any], moment: ColumnElement[int], query: Query) -> Select[Any]:
    if query.since_us is not None:
        wanted = wanted.where(moment > query.since_us)
    if query.until_us is not None:
        wanted = wanted.where(moment <= query.until_us)
    if query.cursor_us is not None:
        wanted = wanted.where(moment > query.cursor_us if query.ascending else moment < query.cursor_us)
    return wanted


def _in_order(wanted: Select[Any], moment: ColumnElement[int], query: Query, limit: int) -> Select[Any]:
    return wanted.order_by(moment.asc() if query.ascending else moment.desc()).limit(limit)
