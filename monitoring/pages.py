"""Monitoring's page: the stations, when each was last heard, and completions as they come."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import Depends
from nicegui import ui

from common.moments import shown_clock, shown_moment, start_of_day
from common.web.accounts import Role
from common.web.figures import figure_strip
from common.web.frame import Frame, page_frame
from common.web.login import User, require_role
from common.web.watch import page_watch
from monitoring.records import Arrival, Records, Station

READERS: tuple[Role, ...] = ("duty", "bureau", "crew")
EVERY_S = 2.0
SHOWN_COMPLETIONS = 30
KNOWN_STATES = ("welcome", "check_in", "choose", "warning", "play", "result")


def register_pages(records: Records) -> None:
    """Make the page known to NiceGUI."""

    @ui.page("/monitoring")
    def overview(_user: Annotated[User, Depends(require_role(*READERS))]) -> None:
        with page_frame("monitoring.title") as frame:
            _Overview(frame, records)


class _Overview:
    """The page of one visitor, kept up to date."""

    def __init__(self, frame: Frame, records: Records) -> None:
        self._frame = frame
        self._records = records
        self._seen_changes = -1
        self._as_of = page_watch(frame)
        names = ("stations", "today", "passed", "pending")
        self._figures = figure_strip({frame.say(f"monitoring.figure.{name}"): "–" for name in names})
        self._figure_names = {name: frame.say(f"monitoring.figure.{name}") for name in names}
        self._break = ui.label().classes("notice notice-bad").props("role=alert")
        self._stations = ui.row().classes("stations")
        ui.label(frame.say("monitoring.completions")).classes("section-title")
        self._completions = ui.column().classes("card arrivals")
        self._refresh()
        ui.timer(EVERY_S, self._refresh)

    def _refresh(self) -> None:
        stations = self._records.stations()
        self._show_break(stations)
        self._show_stations(stations)
        if self._records.changes != self._seen_changes:
            self._seen_changes = self._records.changes
            self._show_completions(self._records.latest(SHOWN_COMPLETIONS))
        today = self._records.today()
        live = sum(not each.silent for each in stations)
        self._set("stations", f"{live} / {len(stations)}")
        self._set("today", f"{today.completions:,}")
        self._set("passed", f"{today.passed:,}")
        self._set("pending", f"{sum(self._pending_by_van(stations).values()):,}")
        self._as_of(shown_clock(self._records.now()))

    def _set(self, name: str, value: str) -> None:
        self._figures[self._figure_names[name]].text = value

    @staticmethod
    def _pending_by_van(stations: list[Station]) -> dict[str, int]:
        """A van's stations share one outbox, so each says the same number."""
        return {each.van: each.pending_uploads for each in stations}

    def _show_break(self, stations: list[Station]) -> None:
        """Nothing heard from anyone: what the page shows is old, and it says so."""
        last = max((each.seen for each in stations), default=None)
        broken = last is not None and all(each.silent for each in stations)
        self._break.visible = broken or last is None
        if broken:
            self._break.text = self._frame.say("monitoring.break", since=self._since(last))
        elif last is None:
            self._break.text = self._frame.say("monitoring.nothing_yet")

    def _show_stations(self, stations: list[Station]) -> None:
        self._stations.clear()
        with self._stations:
            for station in stations:
                self._station_card(station)

    def _station_card(self, station: Station) -> None:
        with ui.column().classes("station" + (" station-silent" if station.silent else "")):
            with ui.row().classes("station-head"):
                ui.label(station.name).classes("station-name")
                ui.label(station.van).classes("soft")
                ui.space()
                kind, key = ("bad", "silent") if station.silent else ("good", "live")
                ui.label(self._frame.say(f"monitoring.{key}")).classes(f"tag tag-{kind}")
            seen = self._since(station.seen)
            ui.label(self._frame.say("monitoring.stale" if station.silent else "monitoring.seen", at=seen))
            ui.label(self._state(station)).classes("soft")
            if station.missing:
                ui.label(self._frame.say("monitoring.missing", count=station.missing)).classes("tag tag-wait")

    def _state(self, station: Station) -> str:
        known = station.state in KNOWN_STATES
        state = self._frame.say(f"monitoring.state.{station.state}") if known else station.state
        numbers = {"queue": station.queue, "pending": station.pending_uploads}
        return self._frame.say("monitoring.doing", state=state, **numbers)

    def _since(self, moment: datetime) -> str:
        today = start_of_day(self._records.now())
        return shown_clock(moment) if moment >= today else shown_moment(moment)

    def _show_completions(self, arrivals: list[Arrival]) -> None:
        self._completions.clear()
        with self._completions:
            if not arrivals:
                ui.label(self._frame.say("monitoring.no_completions")).classes("soft")
            for arrival in arrivals:
                self._arrival_row(arrival)

    def _arrival_row(self, arrival: Arrival) -> None:
        with ui.row().classes("arrival"):
            ui.label(self._since(arrival.received)).classes("arrival-time numbers soft")
            ui.label(arrival.title[self._frame.lang]).classes("arrival-title")
            ui.label(self._frame.say(f"monitoring.outcome.{arrival.outcome}")).classes("arrival-outcome")
            found = {"found": arrival.hazards_found, "total": arrival.hazards_total}
            ui.label(self._frame.say("monitoring.hazards", **found)).classes("arrival-hazards soft")
            ui.label(f"{arrival.total:.0f}").classes("arrival-score numbers")
            kind, key = ("good", "passed") if arrival.passed else ("bad", "failed")
            ui.label(self._frame.say(f"monitoring.{key}")).classes(f"tag tag-{kind}")
            ui.label(f"{arrival.van} · {arrival.station}").classes("arrival-where soft")
