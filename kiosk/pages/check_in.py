"""Check-in: an identity number on the keypad or a touch on the roster, then "is this you?"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nicegui import ui

from common.errors import DataError
from common.identity import LENGTH, IdentityNumber, parse
from kiosk.pages.name_keys import NameKeys
from kiosk.pages.view import View, block, button, middle, top_bar
from kiosk.people import Learner

Way = Literal["number", "roster"]
_GROUPS = ((0, 6), (6, 14), (14, 18))


@dataclass
class Typed:
    """What has been entered on this page so far; a reload begins again."""

    way: Way = "number"
    number: str = ""
    error: str = ""
    identity: IdentityNumber | None = None
    """Checked, of somebody the van does not know yet: their name is asked for."""
    found: Learner | None = None


class CheckIn:
    """The step's own small conversation."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._typed = Typed()
        self._roster = view.van.people.everyone()

    def build(self) -> None:
        top_bar(self._view)
        with middle(self._view):
            self._body()

    @ui.refreshable_method
    def _body(self) -> None:
        if self._typed.found is not None:
            self._is_this_you(self._typed.found)
        elif self._typed.identity is not None:
            self._ask_name(self._typed.identity)
        else:
            self._ask_who()

    def _ask_who(self) -> None:
        say = self._view.say
        with block("across end"):
            ui.label(say("check_in.title")).classes("title")
            if self._roster:
                with block("tabs"):
                    for way in ("number", "roster"):
                        on = "on" if self._typed.way == way else ""
                        button(say(f"check_in.by_{way}"), on, lambda way=way: self._switch(way), mark=f"by-{way}")
        if self._typed.way == "roster":
            self._choose_from_roster()
        else:
            self._type_number()

    def _type_number(self) -> None:
        say = self._view.say
        with block("check-in"):
            with block("left"):
                ui.label(say("check_in.lead")).classes("lead")
                self._entry()
                with block("note soft"):
                    ui.icon("lock")
                    ui.label(say("check_in.privacy"))
                ui.space()
                with block("across"):
                    button(say("back"), "big quiet", self._view.station.back, icon="arrow_back", mark="back")
            self._keypad()

    @ui.refreshable_method
    def _entry(self) -> None:
        """The digits so far. Only this is drawn anew at a touch: the keys stay under the finger."""
        number, error = self._typed.number, self._typed.error
        with block("number plate" + (" wrong" if error else "")).props('data-mark="number"'):
            for start, end in _GROUPS:
                with block("", "span"):
                    ui.label(number[start:end]).style("display: inline")
                    ui.label("–" * (end - start - len(number[start:end]))).classes("blank").style("display: inline")
        if error:
            with block("note bad"):
                ui.icon("error_outline")
                ui.label(error)

    def _keypad(self) -> None:
        with block("keypad plate"):
            for key in "123456789":
                button(key, "", lambda key=key: self._press(key), mark=f"key-{key}")
            # The letter stands only at the end, as check character.
            button("X", "", lambda: self._press("X"), mark="key-X")
            button("0", "", lambda: self._press("0"), mark="key-0")
            button("", "small", self._wipe_one, icon="backspace", mark="key-back").props(
                f'aria-label="{self._view.say("delete")}"'
            )

    def _choose_from_roster(self) -> None:
        with block("people"):
            for learner in self._roster:
                with button(learner.shown_name, "", lambda learner=learner: self._found(learner), mark="person"):
                    ui.label(learner.masked_number).classes("small")
        with block("across"):
            button(self._view.say("back"), "big quiet", self._view.station.back, icon="arrow_back", mark="back")

    def _ask_name(self, identity: IdentityNumber) -> None:
        say = self._view.say
        with block("across end"):
            ui.label(say("check_in.name")).classes("title")
            ui.label(identity.masked()).classes("lead")
        NameKeys(self._view, self._named, self._start_over).build()

    def _is_this_you(self, learner: Learner) -> None:
        say = self._view.say
        with block("someone plate"):
            ui.icon("account_circle").style("font-size: 6rem; color: var(--pine)")
            ui.label(say("check_in.is_this_you")).classes("lead")
            ui.label(learner.shown_name).classes("name")
            ui.label(learner.masked_number).classes("id")
            with block("across").style("margin-top: 1rem"):
                button(say("check_in.not_me"), "big quiet", self._start_over, mark="not-me")
                button(
                    say("check_in.me"),
                    "big go",
                    lambda: self._view.van.check_in(self._view.player, learner.pseudonym),
                    icon="check",
                    mark="me",
                )

    # --- touches -------------------------------------------------------------------------------

    def _switch(self, way: Way) -> None:
        self._typed = Typed(way=way)
        self._body.refresh()

    def _press(self, key: str) -> None:
        typed = self._typed
        if len(typed.number) < LENGTH and (key != "X" or len(typed.number) == LENGTH - 1):
            typed.number += key
            typed.error = ""
            if len(typed.number) == LENGTH:
                self._check()
            if self._typed.identity is None:
                self._entry.refresh()

    def _wipe_one(self) -> None:
        self._typed.number = self._typed.number[:-1]
        self._typed.error = ""
        self._entry.refresh()

    def _check(self) -> None:
        try:
            identity = parse(self._typed.number, self._view.van.clock.now().date())
        except DataError as fault:
            self._typed.error = fault.message(self._view.lang)
            return
        self._typed.found = self._view.van.people.known(identity.number)
        self._typed.identity = identity
        self._body.refresh()

    def _named(self, name: str) -> str | None:
        """Enrol who has typed their name; what is wrong with it, if anything is."""
        assert self._typed.identity is not None
        try:
            self._typed.found = self._view.van.people.enrol(name, self._typed.identity.number)
        except DataError as fault:
            return fault.message(self._view.lang)
        self._body.refresh()
        return None

    def _found(self, learner: Learner) -> None:
        self._typed.found = learner
        self._body.refresh()

    def _start_over(self) -> None:
        self._switch(self._typed.way)
