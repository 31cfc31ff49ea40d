"""A learner's own page: hours and why, certificates, what is missing for the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Request, Response

from common.moments import from_us, shown_moment
from common.text import Lang, text
from common.web.headers import as_download
from common.web.language import language_of
from ledger.certificates.certificate import NoSuchCertificate, day_of
from ledger.certificates.downloads import public_address
from ledger.certificates.files import sheet_file
from ledger.classroom.own import Own
from ledger.classroom.phone import PhoneRoute, learner_of
from ledger.classroom.statements import LESSON, TEST
from ledger.classroom.views import HOME, page
from ledger.people.sight import EVERYTHING

if TYPE_CHECKING:
    from ledger.services import LedgerServices


def create_router(services: LedgerServices) -> APIRouter:
    """The route for one ledger."""
    router = APIRouter(prefix=HOME, include_in_schema=False, route_class=PhoneRoute)

    @router.get("/me")
    def me(request: Request) -> Response:
        own = Own(services, learner_of(services, request))
        lang = language_of(request)
        reckoning = own.reckoning()
        return page(
            request,
            "me.html",
            signed_in=True,
            name=own.name,
            reckoning=reckoning,
            levels=[
                (level.name[lang], reckoning.reached(level), reckoning.needs(level))
                for level in reckoning.rules.levels.values()
            ],
            title_of=lambda activity: _title(services, activity, lang),
            when=lambda moment_us: shown_moment(from_us(moment_us)),
            trainings=[each for each in own.trainings() if each.gain],
            certificates=[
                (each, each.state(services.clock.now()), day_of(each.expires_us)) for each in own.certificates()
            ],
        )

    @router.get("/certificates/{certificate}.pdf")
    def sheet(certificate: str, request: Request) -> Response:
        """One's own certificate on paper."""
        own = Own(services, learner_of(services, request))
        held = {each.id for each in own.certificates() if each.state(services.clock.now()) != "revoked"}
        if certificate not in held:
            raise NoSuchCertificate("certificates.none")
        file = sheet_file(services, certificate, public_address(services, request), EVERYTHING)
        return Response(file.content, media_type=file.media_type, headers=as_download(file.name))

    return router


def _title(services: LedgerServices, activity: str, lang: Lang) -> str:
    """What a certificate's rule calls for by an activity's id."""
    lesson = services.classroom.library.lessons.get(activity.removeprefix(LESSON))
    if lesson is not None:
        return lesson.lesson.title.in_(lang)
    if activity in (TEST + "before", TEST + "after"):
        return text(f"classroom.test.{activity.removeprefix(TEST)}", lang)
    return services.settings.scenarios.get(activity, {}).get(lang, activity)
