"""One headset as the crew sees it: how it is, who is in it, the picture, and who is next."""

from __future__ import annotations

from urllib.parse import quote

from nicegui import ui

from common.errors import DataError
from common.text import LANGS, Lang, text
from common.web.frame import Frame
from kiosk.headsets.headsets import ANONYMOUS
from kiosk.headsets.line import VIEW_PATH
from kiosk.headsets.place import HeadsetPlace
from kiosk.pages.headset_words import (
    device_words,
    doing_words,
    frames_words,
    hands_words,
    heard_words,
    progress_words,
    result_words,
)
from kiosk.van import STATIC_PATH, Van


class HeadsetCard:
    """Its facts change in place; it is drawn anew when something else can be done with it. What the crew has
    chosen for the next trainee stays."""

    def __init__(self, frame: Frame, van: Van, place: HeadsetPlace) -> None:
        self._frame, self._van, self.place = frame, van, place
        self._who: str | None = None
        self._scenario: str | None = None
        self._lang: Lang = frame.lang
        self._shown: object = None

    # --- as time goes by -----------------------------------------------------------------------

    def follow(self) -> None:
        if self._state() != self._shown:
            self.build.refresh()
        else:
            self._tell()

    def _state(self) -> tuple[object, ...]:
        place = self.place
        trouble = place.status.trouble if place.status is not None else None
        waiting = tuple(learner.pseudonym for learner in self._van.people.waiting()) if place.free else ()
        stopping = self._van.headsets.stopping(place)
        return place.station.visit, place.line is None, place.free, place.lost, trouble, stopping, waiting

    def _tell(self) -> None:
        place, status = self.place, self.place.status
        self._doing.set_text(doing_words(self._frame, place))
        if place.line is None or status is None:
            self._heard.set_text(heard_words(self._frame, place))
            return
        self._worn.set_text(self._frame.say("headsets.crew.worn" if status.worn else "headsets.crew.not_worn"))
        self._worn.classes(add="tag-good" if status.worn else "", remove="" if status.worn else "tag-good")
        self._worn.set_visibility(bool(status.headset))
        self._device.set_text(device_words(self._frame, status))
        self._hands.set_text(hands_words(self._frame, status) if status.headset else "")
        self._frames.set_text(frames_words(self._frame, status) if status.headset else "")
        self._progress.set_text(progress_words(self._frame, status))
        self._bar.set_visibility(status.progress is not None)
        self._bar.set_value(status.progress.share if status.progress is not None else 0.0)
        owed = len(status.waiting)
        self._owed.set_text(self._frame.say("headsets.crew.owed", count=owed))
        self._owed.set_visibility(owed > 0)

    # --- drawing -------------------------------------------------------------------------------

    @ui.refreshable_method
    def build(self) -> None:
        self._shown = self._state()
        place = self.place
        with ui.card().classes("card crew-station").props(f'data-headset="{place.name}"'):
            self._head()
            if place.line is not None and place.status is not None:
                self._picture()
                self._facts()
            else:
                self._heard = ui.label().classes("soft numbers")
            self._troubles()
            if place.station.visit.stage == "play":
                self._session()
            else:
                self._last_result()
                if place.free:
                    self._next()
            self._foot()
        self._tell()

    def _head(self) -> None:
        place, visit = self.place, self.place.station.visit
        learner = self._van.people.find(visit.learner) if visit.learner else None
        with ui.row().classes("crew-line"):
            ui.label(place.name).classes("crew-name")
            tag = "" if place.line is None else "tag-wait" if visit.stage == "play" else "tag-good"
            self._doing = ui.label().classes(f"tag {tag}").props('data-mark="doing"')
            ui.space()
            ui.label(learner.name if learner else "").classes("soft")

    def _picture(self) -> None:
        with ui.element("div").classes("crew-mirror"):
            ui.icon("view_in_ar")
            picture = ui.element("canvas").props(f'data-stream="{VIEW_PATH}/{quote(self.place.name)}"')
            ui.run_javascript(f'import("{STATIC_PATH}/mirror.js").then((page) => page.mirror("c{picture.id}"))')

    def _facts(self) -> None:
        with ui.row().classes("crew-line"):
            self._device = ui.label().props('data-mark="device"')
            ui.space()
            self._worn = ui.label().classes("tag")
        with ui.row().classes("crew-line crew-facts soft numbers"):
            self._hands = ui.label()
            ui.space()
            self._frames = ui.label()
        self._owed = ui.label().classes("soft")

    def _troubles(self) -> None:
        say, place = self._frame.say, self.place
        if place.line is not None and place.status is not None and not place.same_program:
            ui.label(say("headsets.crew.other_program")).classes("notice notice-bad")
        if place.line is not None and place.status is not None and place.status.trouble is not None:
            ui.label(getattr(place.status.trouble, self._frame.lang)).classes("notice notice-bad crew-faults")
        if place.line is None and place.station.visit.stage == "play":
            ui.label(say("headsets.crew.cut_off")).classes("notice notice-wait")

    def _session(self) -> None:
        say, visit, van = self._frame.say, self.place.station.visit, self._van
        if visit.scenario in van.shelf.offers:
            ui.label(getattr(van.shelf.offers[visit.scenario].loaded.scenario.title, self._frame.lang))
        if self.place.line is not None and self.place.status is not None:
            self._bar = ui.linear_progress(show_value=False, size="8px").props("rounded color=brown-6")
            self._progress = ui.label().classes("soft numbers").props('data-mark="progress"')
        if not van.headsets.stopping(self.place):
            stop = ui.button(say("headsets.crew.stop"), on_click=lambda: van.headsets.stop(self.place))
            stop.props('outline no-caps color=negative data-mark="stop"')
        else:
            later = "stopping" if self.place.line is not None else "stopping_later"
            ui.label(say(f"headsets.crew.{later}")).classes("notice notice-wait")

    def _last_result(self) -> None:
        say, place = self._frame.say, self.place
        self._bar = ui.linear_progress(show_value=False).classes("hidden")
        self._progress = ui.label().classes("hidden")
        session = place.station.visit.session
        completion = self._van.outbox.completion(session) if session else None
        if completion is not None:
            kind = "good" if completion.passed else "wait"
            said = ui.label(result_words(self._frame, completion)).classes(f"notice notice-{kind}")
            said.props(f'data-mark="result" data-session="{completion.id}"')
        if place.lost is not None:
            ui.label(say("headsets.crew.lost", why=getattr(place.lost, self._frame.lang))).classes("notice notice-bad")

    # --- the next trainee ----------------------------------------------------------------------

    def _next(self) -> None:
        say = self._frame.say
        people, scenarios = self._people(), self._scenarios()
        waiting = self._van.people.waiting()
        if self._who not in people:
            self._who = waiting[0].pseudonym if waiting else ANONYMOUS
        if self._scenario not in scenarios:
            self._scenario = self._next_in_course() or next(iter(scenarios), None)
        who = ui.select(people, value=self._who, label=say("headsets.crew.who"), with_input=True)
        who.props('outlined dense data-mark="who"').classes("crew-wide").on_value_change(self._choose_who)
        self._scenarios_shown = ui.select(
            scenarios, value=self._scenario, label=say("headsets.crew.scenario"), with_input=True
        )
        self._scenarios_shown.props('outlined dense data-mark="scenario"').classes("crew-wide")
        self._scenarios_shown.on_value_change(lambda event: setattr(self, "_scenario", event.value))
        with ui.row().classes("crew-line"):
            tongues = {each: text("web.language_name", each) for each in LANGS}
            ui.toggle(tongues, value=self._lang).props("no-caps unelevated").on_value_change(
                lambda event: setattr(self, "_lang", event.value)
            )
            ui.space()
            begin = ui.button(say("headsets.crew.begin"), on_click=self._begin)
            begin.props('unelevated no-caps data-mark="begin"')

    def _people(self) -> dict[str, str]:
        """Those who wait come first, then the anonymous, then everyone else."""
        say, people = self._frame.say, self._van.people
        waiting = {
            learner.pseudonym: say(
                "headsets.crew.in_queue", place=place, name=learner.name, number=learner.masked_number
            )
            for place, learner in enumerate(people.waiting(), start=1)
        }
        known = {learner.pseudonym: f"{learner.name} {learner.masked_number}" for learner in people.everyone()}
        return {**waiting, ANONYMOUS: say("headsets.crew.anonymous"), **(known | waiting)}

    def _scenarios(self) -> dict[str, str]:
        """Those of the course of the day come first, in its order."""
        offers, followed = self._van.shelf.offers, self._van.courses.followed_scenarios()
        titles = {name: getattr(offer.loaded.scenario.title, self._frame.lang) for name, offer in offers.items()}
        course = {name: self._frame.say("headsets.crew.in_course", title=titles[name]) for name in followed}
        return course | {name: title for name, title in titles.items() if name not in course}

    def _next_in_course(self) -> str | None:
        progress = self._van.courses.progress(self._who)
        return progress.next if progress is not None else None

    def _choose_who(self, event: object) -> None:
        self._who = event.value
        if (following := self._next_in_course()) is not None:
            self._scenarios_shown.set_value(following)

    def _begin(self) -> None:
        if self._who is None or self._scenario is None:
            return
        try:
            self._van.headsets.hand_out(self.place, self._who, self._scenario, self._lang)
        except DataError as fault:
            ui.notify(fault.message(self._frame.lang), type="negative")
        self._who = self._scenario = None

    # --- giving it up --------------------------------------------------------------------------

    def _foot(self) -> None:
        say, place = self._frame.say, self.place
        if place.station.visit.stage == "play" and place.line is not None:
            return
        with ui.row().classes("crew-line"):
            ui.space()
            forget = ui.button(say("headsets.crew.forget"), on_click=self._ask_to_forget)
            forget.props('flat dense no-caps color=negative data-mark="forget"')

    def _ask_to_forget(self) -> None:
        say, place = self._frame.say, self.place
        owes = place.station.visit.stage == "play" or bool(place.status is not None and place.status.waiting)
        with ui.dialog(value=True) as dialog, ui.card().classes("card"):
            ui.label(say("headsets.crew.forget_title", name=place.name)).classes("crew-heading")
            ui.label(say("headsets.crew.forget_what"))
            if owes:
                ui.label(say("headsets.crew.forget_loses")).classes("notice notice-bad")
            with ui.row().classes("crew-line"):
                ui.space()
                ui.button(say("headsets.crew.keep"), on_click=dialog.close).props("flat no-caps")
                sure = ui.button(say("headsets.crew.forget"), on_click=lambda: self._forget(dialog))
                sure.props('unelevated no-caps color=negative data-mark="forget-sure"')

    def _forget(self, dialog: ui.dialog) -> None:
        dialog.close()
        self._van.headsets.forget(self.place)
