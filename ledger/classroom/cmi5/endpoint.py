"""The Experience API as a unit finds it during its session: the ledger's own, within the bounds of cmi5."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from fastapi import Response
from sqlalchemy import select

from ledger import tables
from ledger.classroom.cmi5.history import History, said_in
from ledger.classroom.cmi5.launching import XAPI_PATH
from ledger.classroom.cmi5.rules import Bounds, Forbidden, Heard, check
from ledger.classroom.cmi5.sessions import Session
from ledger.classroom.cmi5.statements import context_template
from ledger.classroom.cmi5.vocabulary import LAUNCH_DATA, PREFERENCES, TERMINATED, actor_of
from ledger.credentials import Client
from ledger.statement_search import Query
from ledger.statements import NO_ATTACHMENTS, Found, Kept
from ledger.xapi import values
from ledger.xapi.asked import Asked
from ledger.xapi.attachments import Attachment
from ledger.xapi.body import read_json
from ledger.xapi.documents_resource import DocumentsResource, activity_profile, agent_profile, state
from ledger.xapi.faults import XapiFault
from ledger.xapi.known_resource import activity_resource, agent_resource
from ledger.xapi.parameters import optional_uuid, required_agent, required_iri
from ledger.xapi.routes import Resource
from ledger.xapi.sameness import agent_key
from ledger.xapi.statement import check_statement
from ledger.xapi.statements_resource import StatementsResource

if TYPE_CHECKING:
    from ledger.classroom.cmi5.services import Cmi5Services
    from ledger.services import LedgerServices

_WRITING = ("PUT", "POST", "DELETE")


def resources(services: LedgerServices, cmi5: Cmi5Services) -> dict[str, Resource]:
    """The resources of xAPI by path, for units."""
    documents = _Documents(cmi5)
    statements = StatementsResource(services, f"{XAPI_PATH}/statements", _SessionStatements(services, cmi5))
    return {
        "/statements": statements.methods,
        "/activities/state": documents.guarded(DocumentsResource(services, state).methods, documents.state),
        "/activities/profile": documents.guarded(
            DocumentsResource(services, activity_profile).methods, documents.activity
        ),
        "/agents/profile": documents.guarded(DocumentsResource(services, agent_profile).methods, documents.profile),
        "/activities": activity_resource(services),
        "/agents": documents.guarded(agent_resource(services), documents.own_agent),
    }


class _SessionStatements:
    """The store of statements as units see it: it takes what keeps the rules and finds what is of the registration."""

    def __init__(self, services: LedgerServices, cmi5: Cmi5Services) -> None:
        self._services = services
        self._store = services.statements
        self._cmi5 = cmi5

    def take(
        self,
        sent: Sequence[Any],
        client: Client,
        version: str,
        attachments: Mapping[str, Attachment] = NO_ATTACHMENTS,
    ) -> list[str]:
        """Store statements of a session, all or none, then say what follows from them.

        Raises:
            XapiFault: see :meth:`ledger.statements.StatementStore.take`.
            Forbidden: one breaks a rule of cmi5.
        """
        session = self._cmi5.session(client.key)
        with self._cmi5.registrations.alone(session.registration):
            for place, statement in enumerate(sent):
                check_statement(statement, f"/{place}" if len(sent) > 1 else "", version)
            history = self._cmi5.registrations.history(session.registration)
            self._check(session, self._new(sent, session), history)
            ids = self._store.take(sent, client, version, attachments)
            self._cmi5.follow_up(session, ended=any(each["verb"]["id"] == TERMINATED for each in sent))
        return ids

    def take_good(
        self,
        sent: Sequence[Any],
        client: Client,
        version: str,
        attachments: Mapping[str, Attachment] = NO_ATTACHMENTS,
    ) -> Kept:
        """Store those of the statements that can be stored, each by itself."""
        ids: list[str] = []
        refused: dict[int, XapiFault] = {}
        for place, statement in enumerate(sent):
            try:
                ids += self.take([statement], client, version, attachments)
            except XapiFault as fault:
                refused[place] = fault
        return Kept(ids, refused)

    def find(self, statement_id: str, *, voided: bool, credential: str | None = None) -> Found | None:
        """One statement of the registration, whoever wrote it; ``credential`` is the session."""
        found = self._store.find(statement_id, voided=voided)
        if found is None or credential is None:
            return None
        own = self._cmi5.session(credential).registration
        return found if json.loads(found.raw).get("context", {}).get("registration", "").lower() == own else None

    def search(self, query: Query, limit: int) -> tuple[list[Found], bool]:
        """Statements of the registration, whoever wrote them.

        Raises:
            Forbidden: asked for those of another registration.
        """
        own = self._cmi5.session(query.credential or "").registration
        if query.registration not in (None, own):
            raise Forbidden("8.1.4", "registration")
        return self._store.search(replace(query, registration=own, credential=None), limit)

    def attachments(self, found: Sequence[Found]) -> dict[str, Attachment]:
        """See :meth:`ledger.statements.StatementStore.attachments`."""
        return self._store.attachments(found)

    def _new(self, sent: Sequence[Any], session: Session) -> list[Any]:
        """Those that this session has not stored already: sent again, a statement changes nothing."""
        columns = tables.statements.c
        ids = [each["id"].lower() for each in sent if "id" in each]
        theirs = select(columns.id).where(columns.id.in_(ids), columns.credential == session.id)
        with self._services.database.reading() as connection:
            known = set(connection.scalars(theirs))
        return [each for each in sent if each.get("id", "").lower() not in known]

    def _check(self, session: Session, sent: Sequence[Any], history: History) -> None:
        """Hold each against the rules, with those before it taken as said."""
        course = self._cmi5.courses.find(session.course)
        unit = course.unit(session.unit)
        bounds = Bounds(
            session=session.id,
            registration=session.registration,
            actor=actor_of(session.learner),
            activity=course.structure.unit_activity(unit),
            template=context_template(course.structure, unit.id, session.id),
            mode=session.mode,
            mastery_score=unit.mastery_score,
            read_preferences=session.read_preferences,
        )
        for statement in sent:
            check(Heard(statement, bounds, history))
            history = History((*history.said, *said_in([statement])))


class _Documents:
    """Which documents a unit may read and write: the learner's own and those of its activity."""

    def __init__(self, cmi5: Cmi5Services) -> None:
        self._cmi5 = cmi5

    def guarded(self, resource: Resource, guard: Callable[[Asked, Session], None]) -> Resource:
        """``resource``, behind ``guard``; what it lets through may be read whoever wrote it."""

        def guarding(answer: Callable[[Asked], Response]) -> Callable[[Asked], Response]:
            def take(asked: Asked) -> Response:
                session = self._cmi5.session(asked.client.key)
                guard(asked, session)
                response = answer(replace(asked, client=replace(asked.client, scope="write,read")))
                return self._heeded(asked, session, response)

            return take

        return {method: guarding(answer) for method, answer in resource.items()}

    def own_agent(self, asked: Asked, session: Session) -> None:
        """The agent asked for is the learner (cmi5 8.1.3)."""
        if agent_key(required_agent(asked.parameters)) != agent_key(actor_of(session.learner)):
            raise Forbidden("8.1.3", "actor")

    def state(self, asked: Asked, session: Session) -> None:
        """The learner's, of this registration; the launch data is there to be read (cmi5 10.2.1)."""
        self.own_agent(asked, session)
        if optional_uuid(asked.parameters, "registration") not in (None, session.registration):
            raise Forbidden("8.1.4", "registration")
        wanted = asked.parameters.get("stateId")
        # To remove all documents at once would remove the launch data with them.
        if (asked.method in _WRITING and wanted == LAUNCH_DATA) or (asked.method == "DELETE" and wanted is None):
            raise Forbidden("10.2.1", "launch_data")

    def activity(self, asked: Asked, session: Session) -> None:
        """The unit's own, by either of its ids (cmi5 12)."""
        structure = self._cmi5.courses.find(session.course).structure
        unit = next(each for each in structure.units() if each.id == session.unit)
        if required_iri(asked.parameters, "activityId") not in (unit.id, structure.unit_activity(unit)):
            raise Forbidden("8.1.5", "object")

    def profile(self, asked: Asked, session: Session) -> None:
        """The learner's; preferences have the form that units expect (cmi5 11)."""
        self.own_agent(asked, session)
        if asked.parameters.get("profileId") == PREFERENCES and asked.method in _WRITING:
            if asked.method == "DELETE":
                raise Forbidden("11.0", "preferences_kept")
            _check_preferences(asked)

    def _heeded(self, asked: Asked, session: Session, response: Response) -> Response:
        if asked.parameters.get("profileId") == PREFERENCES and asked.method in ("GET", "HEAD"):
            self._cmi5.sessions.note_preferences(session.id)
        return response


def _check_preferences(asked: Asked) -> None:
    try:
        said = read_json(asked.body) if asked.content_type == "application/json" else None
    except XapiFault as fault:
        raise Forbidden("11.0", "preferences") from fault
    if not isinstance(said, dict) or not {"languagePreference", "audioPreference"} <= set(said):
        raise Forbidden("11.0", "preferences")
    tags = said["languagePreference"]
    if not isinstance(tags, str) or not all(values.is_language(tag.strip()) for tag in tags.split(",")):
        raise Forbidden("11.1", "languages")
    if said["audioPreference"] not in ("on", "off"):
        raise Forbidden("11.2", "audio")
