"""Lessons on a phone: what there is, one screen after the other, and the result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Form, Request, Response

from common.errors import DataError
from common.web.language import language_of
from ledger.classroom.attempts import AnswerWrong, Attempt, has_credit
from ledger.classroom.lesson_folder import LoadedLesson
from ledger.classroom.lesson_shown import shown_with
from ledger.classroom.own import Own
from ledger.classroom.phone import PhoneRoute, learner_of
from ledger.classroom.statements import LESSON
from ledger.classroom.steps import is_right, steps_of
from ledger.classroom.views import HOME, go, page

if TYPE_CHECKING:
    from ledger.services import LedgerServices


class NoSuchLesson(DataError):
    """No lesson has this id."""

    status = 404


def create_router(services: LedgerServices) -> APIRouter:
    """The routes for one ledger."""
    router = APIRouter(prefix=HOME, include_in_schema=False, route_class=PhoneRoute)
    classroom = services.classroom

    def found(lesson: str) -> LoadedLesson:
        loaded = classroom.library.lessons.get(lesson)
        if loaded is None:
            raise NoSuchLesson("classroom.lesson.none")
        return loaded

    @router.get("")
    def home(request: Request) -> Response:
        learner = classroom.sessions.learner(request)
        own = Own(services, learner) if learner else None
        suggested = own.suggested() if own else []
        others = [name for name in classroom.library.lessons if name not in suggested]
        return page(
            request,
            "home.html",
            signed_in=learner is not None,
            name=own.name if own else "",
            trainings=own.trainings() if own else [],
            latest=classroom.attempts.latest(learner) if learner else {},
            has_credit=has_credit,
            courses=services.cmi5.cards(learner, language_of(request)) if learner else [],
            groups=[[classroom.library.lessons[name] for name in group] for group in (suggested, others)],
            **shown_with(request),
        )

    @router.get("/lessons/{lesson}")
    def front(lesson: str, request: Request) -> Response:
        loaded = found(lesson)
        learner = classroom.sessions.learner(request)
        rules = services.certificates.rules
        return page(
            request,
            "lesson.html",
            signed_in=learner is not None,
            loaded=loaded,
            steps=len(steps_of(loaded.lesson)),
            hours=f"{rules.hours(LESSON + lesson):g}",
            latest=classroom.attempts.latest(learner).get(lesson) if learner else None,
            going_on=classroom.attempts.going_on(learner, loaded.lesson) if learner else None,
            has_credit=has_credit,
            **shown_with(request),
        )

    @router.post("/lessons/{lesson}/begin")
    def begin(lesson: str, request: Request) -> Response:
        loaded = found(lesson)
        learner = learner_of(services, request)
        attempt = classroom.attempts.begin(learner, loaded.lesson, language_of(request))
        classroom.telling.tell_what_ended(learner)
        classroom.telling.tell(attempt)
        return go(_step_url(lesson, min(attempt.reached + 1, len(steps_of(loaded.lesson)))))

    @router.get("/lessons/{lesson}/result")
    def result(lesson: str, request: Request) -> Response:
        loaded, learner = found(lesson), learner_of(services, request)
        attempt = classroom.attempts.last_ended(learner, lesson)
        if attempt is None:
            return go(f"{HOME}/lessons/{lesson}")
        return _result(services, request, loaded, attempt)

    @router.post("/lessons/{lesson}/finish")
    def finish(lesson: str, request: Request) -> Response:
        loaded, learner = found(lesson), learner_of(services, request)
        attempt = classroom.attempts.going_on(learner, loaded.lesson)
        if attempt is not None:
            classroom.attempts.finish(attempt, loaded.lesson)
            classroom.telling.tell_what_ended(learner)
        return go(f"{HOME}/lessons/{lesson}/result")

    @router.get("/lessons/{lesson}/{number}")
    def step(lesson: str, number: int, request: Request) -> Response:
        loaded, learner = found(lesson), learner_of(services, request)
        attempt = classroom.attempts.going_on(learner, loaded.lesson)
        if attempt is None:
            return go(f"{HOME}/lessons/{lesson}")
        steps = steps_of(loaded.lesson)
        if not 1 <= number <= min(attempt.reached + 1, len(steps)):
            return go(_step_url(lesson, min(attempt.reached + 1, len(steps))))
        classroom.attempts.show(attempt, loaded.lesson, number)
        return _step(services, request, loaded, attempt, number)

    @router.post("/lessons/{lesson}/{number}")
    def answer(
        lesson: str, number: int, request: Request, chosen: Annotated[list[int] | None, Form()] = None
    ) -> Response:
        loaded, learner = found(lesson), learner_of(services, request)
        attempt = classroom.attempts.going_on(learner, loaded.lesson)
        if attempt is None:
            return go(f"{HOME}/lessons/{lesson}")
        if not 1 <= number <= min(attempt.reached + 1, len(steps_of(loaded.lesson))):
            return go(_step_url(lesson, min(attempt.reached + 1, len(steps_of(loaded.lesson)))))
        try:
            classroom.attempts.answer(attempt, loaded.lesson, number, frozenset(chosen or ()))
        except AnswerWrong as fault:
            return _step(services, request, loaded, attempt, number, fault.message(language_of(request)))
        return go(_step_url(lesson, number))

    return router


def _step(
    services: LedgerServices, request: Request, loaded: LoadedLesson, attempt: Attempt, number: int, fault: str = ""
) -> Response:
    steps = steps_of(loaded.lesson)
    step = steps[number - 1]
    lang = language_of(request)
    chosen = services.classroom.attempts.answers(attempt).get(step.question.id) if step.question else None
    return page(
        request,
        "step.html",
        200 if not fault else 400,
        signed_in=True,
        loaded=loaded,
        step=step,
        number=number,
        steps=len(steps),
        prose=loaded.prose[(step.page.text, lang)] if step.page.text and step.question is None else "",
        chosen=chosen,
        right=step.question is not None and chosen is not None and is_right(step.question, chosen),
        fault=fault,
        **shown_with(request),
    )


def _result(services: LedgerServices, request: Request, loaded: LoadedLesson, attempt: Attempt) -> Response:
    answers = services.classroom.attempts.answers(attempt)
    wrong = [
        (question, answers[question.id])
        for question in loaded.lesson.questions
        if question.id in answers and not is_right(question, answers[question.id])
    ]
    own = Own(services, attempt.learner)
    counted = {line.completion.id for line in own.reckoning().counted}
    return page(
        request,
        "result.html",
        signed_in=True,
        loaded=loaded,
        attempt=attempt,
        credited=has_credit(attempt),
        counted=attempt.id in counted,
        hours=f"{own.credit_of(attempt.lesson):g}",
        needed=_needed(loaded.lesson.pass_share, attempt.asked),
        wrong=wrong,
        **shown_with(request),
    )


def _needed(share: float, asked: int) -> int:
    """How many questions must be right."""
    return next(right for right in range(asked + 1) if right >= share * asked - 1e-9)


def _step_url(lesson: str, number: int) -> str:
    return f"{HOME}/lessons/{lesson}/{number}"
