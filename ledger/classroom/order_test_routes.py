"""The tests before and after a training on a phone: one question a screen, and the result with the gain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Form, Request, Response

from common.web.language import language_of
from ledger.classroom.attempts import AnswerWrong
from ledger.classroom.order_tests import PASS_SHARE, Answered, NoTest, Phase, Test
from ledger.classroom.own import Own
from ledger.classroom.phone import PhoneRoute, learner_of
from ledger.classroom.views import HOME, go, page
from ledger.people.orders import Order

if TYPE_CHECKING:
    from ledger.services import LedgerServices


def create_router(services: LedgerServices) -> APIRouter:
    """The routes for one ledger."""
    router = APIRouter(prefix=f"{HOME}/tests", include_in_schema=False, route_class=PhoneRoute)
    tests = services.classroom.tests

    def own_order(order: str, learner: str, phase: Phase) -> Order:
        found = Own(services, learner).order(order)
        if found is None:
            raise NoTest(f"classroom.test.no_{phase}")
        return found

    @router.get("/{order}/{phase}")
    def show(order: str, phase: Phase, request: Request) -> Response:
        """What is to come, the next question, or the result."""
        learner = learner_of(services, request)
        found, test = own_order(order, learner, phase), tests.find(order, learner, phase)
        state = tests.states(found, learner)[phase]
        if state == "going_on" and test is not None and all(each.chosen for each in tests.items(test)):
            tests.settle(test)
            return go(f"{HOME}/tests/{order}/{phase}")
        if state == "done" and test is not None:
            return _result(services, request, test)
        if state == "going_on" and test is not None:
            return _question(services, request, test)
        if state != "offered":
            raise NoTest(f"classroom.test.no_{phase}")
        count = len(tests.preview(found, learner, phase))
        return page(request, "test_intro.html", signed_in=True, order=found, phase=phase, count=count)

    @router.post("/{order}/{phase}/begin")
    def begin(order: str, phase: Phase, request: Request) -> Response:
        learner = learner_of(services, request)
        tests.begin(own_order(order, learner, phase), learner, phase, language_of(request))
        return go(f"{HOME}/tests/{order}/{phase}")

    @router.post("/{order}/{phase}/{place}")
    def answer(
        order: str,
        phase: Phase,
        place: int,
        request: Request,
        chosen: Annotated[list[int] | None, Form()] = None,
    ) -> Response:
        learner = learner_of(services, request)
        state = tests.states(own_order(order, learner, phase), learner)[phase]
        test = tests.find(order, learner, phase)
        if test is None or state != "going_on":
            raise NoTest("classroom.test.over")
        try:
            tests.answer(test, place, frozenset(chosen or ()))
        except AnswerWrong as fault:
            return _question(services, request, test, fault.message(language_of(request)))
        services.classroom.telling.tell_what_ended(learner)
        return go(f"{HOME}/tests/{order}/{phase}")

    return router


def _question(services: LedgerServices, request: Request, test: Test, fault: str = "") -> Response:
    items = services.classroom.tests.items(test)
    place, item = next((k, each) for k, each in enumerate(items) if not each.chosen)
    return page(
        request,
        "test_question.html",
        200 if not fault else 400,
        signed_in=True,
        test=test,
        item=item,
        number=place + 1,
        count=len(items),
        fault=fault,
        in_lang=lambda said: said.in_(language_of(request)),
    )


def _result(services: LedgerServices, request: Request, test: Test) -> Response:
    tests = services.classroom.tests
    items: list[Answered] = tests.items(test) if test.phase == "after" else []
    return page(
        request,
        "test_result.html",
        signed_in=True,
        test=test,
        well=test.right >= PASS_SHARE * test.asked,
        gain=services.classroom.gains.of(test.order, test.learner),
        items=items,
        in_lang=lambda said: said.in_(language_of(request)),
    )
