"""Launching a unit (cmi5 8.1, 10, 11): its address with the parameters, its launch data, the learner's preferences."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from common.clock import Clock
from common.text import Lang
from ledger.classroom.cmi5.courses import Course, Courses, NoSuchCourse
from ledger.classroom.cmi5.history import History
from ledger.classroom.cmi5.registrations import Registration, Registrations
from ledger.classroom.cmi5.sessions import Sessions
from ledger.classroom.cmi5.statements import CLASSROOM, Occasion, context_template, launched
from ledger.classroom.cmi5.structure import Unit
from ledger.classroom.cmi5.vocabulary import LAUNCH_DATA, PREFERENCES, LaunchMode, actor_of
from ledger.documents import Document, DocumentStore, Place
from ledger.xapi.sameness import agent_key, lookup_key

CONTENT_PATH, FETCH_PATH, XAPI_PATH = "/cmi5/content", "/cmi5/fetch", "/cmi5/xapi"
_LANGUAGES: dict[Lang, str] = {"zh": "zh-CN,zh,en", "en": "en,zh-CN"}


@dataclass(frozen=True)
class Site:
    """Where a launched unit finds things, without slashes at the ends."""

    own: str
    """Scheme and host of this site as the learner's browser knows it."""
    courses: str | None = None
    """Scheme and host kept apart for the files of packages, where there is one."""

    def of(self, unit: Unit) -> str:
        """The site that a unit talks to: the one that its files come from."""
        return self.courses if self.courses and unit.in_package else self.own


class Launching:
    """Launches units for learners."""

    def __init__(
        self,
        clock: Clock,
        courses: Courses,
        registrations: Registrations,
        sessions: Sessions,
        documents: DocumentStore,
    ) -> None:
        self._clock = clock
        self._courses = courses
        self._registrations = registrations
        self._sessions = sessions
        self._documents = documents

    def launch(
        self,
        learner: str,
        course_id: str,
        unit_id: str,
        *,
        site: Site,
        return_url: str,
        lang: Lang = "zh",
        mode: LaunchMode | None = None,
    ) -> str:
        """Launch a unit for a learner; returns the address to lead their browser to.

        A learner who has not begun the course is registered; one who goes on does so in the version they began.

        Args:
            learner: the pseudonym.
            unit_id: the publisher's id of the unit.
            mode: by default ``Review`` once nothing is left to do in the unit, else ``Normal``.

        Raises:
            NoSuchCourse: there is no such course or unit, or it is not offered any more.
        """
        course = self._courses.find(course_id)
        unit = course.unit(unit_id)
        self._registrations.abandon_expired()
        registration = self._registration(course, learner)
        with self._registrations.alone(registration.id):
            for session in self._sessions.open_ones(registration.id):
                self._registrations.abandon(session)
            mode = mode or _mode(self._registrations.history(registration.id), course, unit)
            return self._begin(course, unit, registration, mode, site, return_url, lang)

    def _registration(self, course: Course, learner: str) -> Registration:
        taken = [each for each in self._registrations.of_learner(learner) if each.course == course.id]
        if course.state == "withdrawn" or (course.state == "replaced" and not taken):
            raise NoSuchCourse("cmi5.course.not_offered")
        return taken[0] if taken else self._registrations.begin(course, learner)

    def _begin(
        self,
        course: Course,
        unit: Unit,
        registration: Registration,
        mode: LaunchMode,
        site: Site,
        return_url: str,
        lang: Lang,
    ) -> str:
        """Everything is in its place before the unit is (cmi5 9.3.1, 10.1)."""
        structure, session = course.structure, self._sessions.new_id()
        occasion = Occasion(structure, registration.id, registration.learner, session, self._clock.now())
        base = site.of(unit)
        start = f"{base}{CONTENT_PATH}/{course.id}/{unit.url}" if unit.in_package else unit.url
        actor = actor_of(registration.learner)
        self._put_launch_data(occasion, unit, mode, return_url, actor)
        self._put_preferences(actor, lang)
        self._registrations.say([launched(occasion, unit, mode, start)])
        secret = self._sessions.begin(session, registration.id, unit.id, mode)
        parameters = {
            "endpoint": base + XAPI_PATH,
            "fetch": f"{base}{FETCH_PATH}/{secret}",
            "actor": json.dumps(actor, separators=(",", ":")),
            "registration": registration.id,
            "activityId": structure.unit_activity(unit),
        }
        return _with_parameters(start, parameters)

    def _put_launch_data(
        self, occasion: Occasion, unit: Unit, mode: LaunchMode, return_url: str, actor: dict[str, Any]
    ) -> None:
        data: dict[str, Any] = {
            "contextTemplate": context_template(occasion.structure, unit.id, occasion.session),
            "launchMode": mode,
            "launchMethod": unit.launch_method,
            "moveOn": unit.move_on,
            "returnURL": return_url,
        }
        if unit.launch_parameters is not None:
            data["launchParameters"] = unit.launch_parameters
        if unit.mastery_score is not None:
            data["masteryScore"] = unit.mastery_score
        if unit.entitlement_key is not None:
            data["entitlementKey"] = {"courseStructure": unit.entitlement_key}
        place = Place(
            "state",
            activity=lookup_key(occasion.structure.unit_activity(unit)),
            agent=agent_key(actor) or "",
            registration=occasion.registration,
        )
        self._documents.change(place, LAUNCH_DATA, CLASSROOM.key, lambda _there: _json_document(data))

    def _put_preferences(self, actor: dict[str, Any], lang: Lang) -> None:
        """What the learner's preferences are as long as no unit has written others."""
        place = Place("agent", agent=agent_key(actor) or "")
        if self._documents.find(place, PREFERENCES) is None:
            first = _json_document({"languagePreference": _LANGUAGES[lang], "audioPreference": "on"})
            self._documents.change(place, PREFERENCES, CLASSROOM.key, lambda there: there or first)


def _mode(history: History, course: Course, unit: Unit) -> LaunchMode:
    return "Review" if history.done(course.structure, unit) else "Normal"


def _json_document(content: dict[str, Any]) -> Document:
    return Document("application/json", json.dumps(content, ensure_ascii=False).encode("utf-8"))


def _with_parameters(url: str, parameters: dict[str, str]) -> str:
    """``url`` with ``parameters`` behind those that it has (cmi5 13.1.4)."""
    split = urlsplit(url)
    query = "&".join(filter(None, [split.query, urlencode(parameters, quote_via=quote, safe="")]))
    return urlunsplit(split._replace(query=query))
