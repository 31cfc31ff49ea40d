"""The kiosk as a part of a web site: pages, the stream, the crew's interface, and the van behind them."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources

from fastapi import FastAPI
from nicegui import app as nicegui_app
from starlette.staticfiles import StaticFiles

from common.clock import Clock, SystemClock
from common.web.frame import Area, add_area
from kiosk.bench.bench import Bench, quick_screen
from kiosk.bench.library import WRITERS, library_router
from kiosk.bench.line import bench_router
from kiosk.bench.preview import Preview
from kiosk.crew_api import crew_router
from kiosk.gallery import Gallery, gallery_router
from kiosk.headsets.line import headset_router
from kiosk.pages.bench import register_bench_page
from kiosk.pages.bench_editor import register_editor_page
from kiosk.pages.bench_trial import register_trial_page, trial_router
from kiosk.pages.crew import register_crew_page
from kiosk.pages.gallery import register_gallery_page
from kiosk.pages.station_page import register_station_pages
from kiosk.plain_screen import PlainScreen
from kiosk.screen import Screen
from kiosk.settings import KioskSettings
from kiosk.shelf import Shelf
from kiosk.sounds import sounds_router
from kiosk.stream import stream_router
from kiosk.van import PICTURES_PATH, STATIC_PATH, Van
from sim.display.stream import StreamDisplay


def make_van(settings: KioskSettings, clock: Clock | None = None, shelf: Shelf | None = None) -> Van:
    """A van with the bank's scenarios and its own (or ``shelf``), and the screens its settings name.

    Raises:
        DataError: the van's database or a key file is wrong.
    """
    clock = clock or SystemClock()
    if shelf is None:
        shelf = Shelf(settings.scenarios, folders=(settings.own_scenarios, *settings.scenario_folders))
    return Van(settings, clock, shelf, _screens(settings, clock))


def kiosk_part(
    van: Van, new_preview: Callable[[], Preview] = Preview, new_screen: Callable[[], Screen] = quick_screen
) -> Callable[[FastAPI], None]:
    """The function that adds this van's kiosk to a site (``common.web.site.build_site``).

    ``new_preview`` makes what draws a draft on the bench, ``new_screen`` what draws it while it is tried out.
    """

    def mount(app: FastAPI) -> None:
        app.include_router(crew_router(van))
        app.include_router(headset_router(van.headsets))
        app.mount(STATIC_PATH, StaticFiles(directory=str(resources.files("kiosk") / "static")), name="kiosk-static")
        van.settings.pictures.mkdir(parents=True, exist_ok=True)
        app.mount(PICTURES_PATH, StaticFiles(directory=van.settings.pictures), name="kiosk-pictures")
        # The stream belongs to a browser, which NiceGUI's session knows.
        nicegui_app.include_router(stream_router(van))
        nicegui_app.include_router(sounds_router(van))
        register_station_pages(van)
        register_crew_page(van)
        gallery = Gallery()
        app.include_router(gallery_router(gallery))
        register_gallery_page(gallery)
        bench = Bench(van, van.clock, new_preview, new_screen)
        app.include_router(bench_router(bench))
        app.include_router(library_router(bench, gallery))
        register_bench_page(bench)
        register_editor_page(bench)
        app.include_router(trial_router(bench))
        register_trial_page(bench)
        add_area(app, Area("/crew", "kiosk.crew.title", "directions_bus", ("crew",)))
        add_area(app, Area("/gallery", "kiosk.gallery.title", "category", ("crew", "trainer")))
        add_area(app, Area("/bench", "bench.area", "edit_note", WRITERS))
        nicegui_app.on_startup(van.start)
        nicegui_app.on_shutdown(van.stop)
        nicegui_app.on_shutdown(gallery.close)
        nicegui_app.on_shutdown(bench.close)

    return mount


def _screens(settings: KioskSettings, clock: Clock) -> Callable[[], Screen]:
    if settings.display == "none":
        return lambda: PlainScreen(clock)
    return StreamDisplay
