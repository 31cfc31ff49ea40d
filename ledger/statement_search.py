"""Questions to the store of statements, as one select each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, FromClause, Select, Table, select, union, union_all

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


class _Link(NamedTuple):
    table: Table
    key: str
    value: str | None
    related: bool


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
    """Of related ones too: those found directly and the others, since in the index each kind is in order by itself."""
    links = _links(query)
    if not links or not links[0].related:
        return _said(query, limit, True)
    kinds = [select(_said(query, limit, direct).subquery()) for direct in (True, False)]
    return select(union_all(*kinds).subquery())


def _said(query: Query, limit: int, direct: bool) -> Select[Any]:
    columns = tables.statements.c
    wanted, moment = _saying(query, select(columns.stored_us), tables.statements, direct)
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


def _saying(
    query: Query, wanted: Select[Any], said: FromClause, direct: bool | None = None
) -> tuple[Select[Any], ColumnElement[int]]:
    """``wanted`` where ``said`` meets the question, and the column whose index gives them in order.

    That is the first link's. Where its related ones are asked for, ``direct`` says of which kind; None for either.
    """
    moment = said.c.stored_us
    for place, asked in enumerate(_links(query)):
        link = asked.table.alias(f"by_{asked.key}")
        wanted = wanted.join(link, link.c.stored_us == said.c.stored_us).where(link.c[asked.key] == asked.value)
        kind = True if not asked.related else direct if place == 0 else None
        # Either is named too, or the index would not reach to the moment.
        wanted = wanted.where(link.c.direct.in_([True, False]) if kind is None else link.c.direct == kind)
        moment = link.c.stored_us if place == 0 else moment
    for column, value in ((said.c.verb, query.verb), (said.c.credential, query.credential)):
        if value is not None:
            # Not the bare column beside a link, or SQLite goes through all with this verb or of this sender.
            wanted = wanted.where((column if moment is said.c.stored_us else column.concat("")) == value)
    if query.registration is not None:
        wanted = wanted.where(said.c.registration == query.registration)
    return wanted, moment


def _links(query: Query) -> list[_Link]:
    """What is asked for among the links; the agent's first, of whom there are fewer statements than of an activity."""
    agent = _Link(tables.statement_agents, "agent", query.agent, query.related_agents)
    activity = _Link(tables.statement_activities, "activity", query.activity, query.related_activities)
    return [link for link in (agent, activity) if link.value is not None]


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
