"""The crew's page: stations and headsets with their picture, who waits, what is uploaded, and a demonstration."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends
from nicegui import ui

from common.web.accounts import User
from common.web.figures import figure_strip
from common.web.frame import Frame, page_frame
from common.web.login import require_role
from kiosk.pages.crew_course import CourseCard
from kiosk.pages.crew_demo import DemoCard
from kiosk.pages.crew_headsets import HeadsetCards
from kiosk.pages.crew_queue import QueueCard
from kiosk.pages.crew_stations import StationCards
from kiosk.pages.crew_upload import UploadCard
from kiosk.van import STATIC_PATH, Van

REFRESH_S = 1.0
Crew = Annotated[User, Depends(require_role("crew"))]


def register_crew_page(van: Van) -> None:
    """``/crew``, behind the log-in."""

    @ui.page("/crew")
    def crew(_user: Crew) -> None:
        with page_frame("kiosk.crew.title") as frame:
            ui.add_head_html(f'<link rel="stylesheet" href="{STATIC_PATH}/crew.css">')
            figures = figure_strip({frame.say(f"kiosk.crew.{name}"): value for name, value in _figures(van).items()})
            _troubles(frame, van)
            stations = StationCards(frame, van)
            stations.build()
            headsets = HeadsetCards(frame, van)
            headsets.build()
            with ui.element("div").classes("crew-halves"):
                queue = QueueCard(frame, van)
                queue.build()
                with ui.element("div").classes("crew-stack"):
                    CourseCard(frame, van).build()
                    upload = UploadCard(frame, van)
                    upload.build()
                    DemoCard(frame, van).build()
            ui.timer(REFRESH_S, lambda: _follow(frame, van, figures, stations, headsets, queue, upload))


def _troubles(frame: Frame, van: Van) -> None:
    """What somebody has to look at."""
    if van.roster_trouble:
        ui.label(frame.say("kiosk.crew.roster_wrong", why=van.roster_trouble)).classes("notice notice-bad")
    for bad in van.shelf.bad_files:
        said = frame.say("kiosk.own.not_offered", file=bad.path.name, why=bad.error.message(frame.lang))
        ui.label(said).classes("notice notice-bad crew-faults")
    for wrong in van.courses.troubles:
        ui.label(wrong.message(frame.lang)).classes("notice notice-bad crew-faults")
    if van.set_aside():
        said = frame.say("kiosk.crew.set_aside", count=van.set_aside(), folder=van.settings.logs)
        ui.label(said).classes("notice notice-bad")


def _figures(van: Van) -> dict[str, str]:
    return {
        "waiting": str(len(van.people.waiting())),
        "done": str(van.outbox.count()),
        "pending": str(van.outbox.pending()),
        "refused": str(len(van.outbox.refused())),
    }


def _follow(
    frame: Frame,
    van: Van,
    figures: dict[str, ui.label],
    stations: StationCards,
    headsets: HeadsetCards,
    queue: QueueCard,
    upload: UploadCard,
) -> None:
    for name, value in _figures(van).items():
        figures[frame.say(f"kiosk.crew.{name}")].set_text(value)
    for card in (stations, headsets, queue, upload):
        card.follow()
