"""Imported courses on a learner's phone: what a course holds, how far one came, and the way into each unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from common.text import Lang, text
from common.web.headers import POLICY
from common.web.language import language_of
from ledger.classroom.cmi5.courses import Course
from ledger.classroom.cmi5.history import History
from ledger.classroom.cmi5.launching import Site
from ledger.classroom.cmi5.registrations import Registration
from ledger.classroom.cmi5.services import LEARNER_PATH
from ledger.classroom.cmi5.structure import Block, Structure, Unit, said
from ledger.classroom.cmi5.vocabulary import INITIALIZED, WAIVED
from ledger.classroom.phone import PhoneRoute, learner_of
from ledger.classroom.views import go, page
from ledger.completions import FAILED

if TYPE_CHECKING:
    from ledger.services import LedgerServices

State = Literal["none", "begun", "failed", "done", "waived"]


@dataclass(frozen=True)
class Line:
    """A block's heading, or a unit with its ``number`` in the course, from 1."""

    depth: int
    title: str
    summary: str
    number: int = 0
    state: State = "none"
    optional: bool = False
    """Whether the course is satisfied without it."""


def create_router(services: LedgerServices) -> APIRouter:
    """The routes for one ledger."""
    router = APIRouter(prefix=LEARNER_PATH, include_in_schema=False, route_class=PhoneRoute)
    cmi5 = services.cmi5

    @router.get("/{course_id}")
    def front(course_id: str, request: Request) -> Response:
        learner, course = learner_of(services, request), cmi5.courses.find(course_id)
        registration = _latest(services, learner, course)
        history = cmi5.registrations.history(registration.id) if registration else History(())
        lang = language_of(request)
        answer = page(
            request,
            "course.html",
            signed_in=True,
            course=course,
            tell=partial(_tell, lang),
            name=said(course.structure.title, lang),
            summary=said(course.structure.description, lang),
            lines=list(_lines(course.structure, history, lang)),
            units=sum(1 for _ in course.structure.units()),
            registration=registration,
            hours=f"{services.certificates.rules.hours(course.structure.activity):g}",
        )
        answer.headers["Content-Security-Policy"] = _policy(services, course)
        return answer

    @router.post("/{course_id}/again")
    def again(course_id: str, request: Request) -> Response:
        course = cmi5.begin_again(learner_of(services, request), course_id)
        return go(f"{LEARNER_PATH}/{course.id}")

    @router.post("/{course_id}/units/{number}")
    def launch(course_id: str, number: int, request: Request) -> Response:
        """Into a unit: the learner's window goes there (cmi5 8.1), and comes back by the returnURL."""
        learner, course = learner_of(services, request), cmi5.courses.find(course_id)
        units = list(course.structure.units())
        if not 1 <= number <= len(units):
            return go(f"{LEARNER_PATH}/{course_id}")
        own = services.settings.public_url or str(request.base_url)
        site = Site(own.rstrip("/"), services.settings.course_origin)
        url = cmi5.launching.launch(
            learner,
            course_id,
            units[number - 1].id,
            site=site,
            return_url=f"{site.own}{LEARNER_PATH}/{course_id}",
            lang=language_of(request),
        )
        return RedirectResponse(url, 303, {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"})

    return router


def _latest(services: LedgerServices, learner: str, course: Course) -> Registration | None:
    taken = services.cmi5.registrations.of_learner(learner)
    return next((each for each in taken if each.course == course.id), None)


def _lines(structure: Structure, history: History, lang: Lang) -> Iterator[Line]:
    numbers = {unit.id: number for number, unit in enumerate(structure.units(), 1)}

    def inside(group: Structure | Block, depth: int) -> Iterator[Line]:
        for part in group.parts:
            title, summary = said(part.title, lang), said(part.description, lang)
            if isinstance(part, Unit):
                optional = part.move_on == "NotApplicable"
                yield Line(depth, title, summary, numbers[part.id], _state(structure, history, part), optional)
            else:
                yield Line(depth, title, summary)
                yield from inside(part, depth + 1)

    return inside(structure, 0)


def _state(structure: Structure, history: History, unit: Unit) -> State:
    activity = structure.unit_activity(unit)
    if history.done(structure, unit):
        return "waived" if history.has(WAIVED, activity) else "done"
    if history.has(FAILED, activity):
        return "failed"
    return "begun" if history.has(INITIALIZED, activity) else "none"


def _policy(services: LedgerServices, course: Course) -> str:
    """The site's own, and where the form that launches may lead: to the addresses of this course's units too."""
    elsewhere = [unit.url for unit in course.structure.units() if not unit.in_package]
    origins = {f"{url.scheme}://{url.netloc}" for url in map(urlsplit, elsewhere)}
    if services.settings.course_origin:
        origins.add(services.settings.course_origin)
    return POLICY.replace("form-action 'self'", " ".join(["form-action 'self'", *sorted(origins)]))


def _tell(lang: Lang, key: str, **places: object) -> str:
    return text(f"cmi5.phone.{key}", lang, **places)
