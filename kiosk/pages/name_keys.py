"""Typing a name by touch: letters, and the characters they stand for."""

from __future__ import annotations

from collections.abc import Callable

from nicegui import ui

from common.enrolment import MAX_NAME
from kiosk.pages.view import View, block, button
from kiosk.pinyin import candidates

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_TELL_CHARACTER = """(event) => {
    const touched = event.target.closest("[data-character]");
    if (touched) emit(touched.dataset.character);
}"""
MAX_LETTERS = 6
"""The longest reading, zhuang, has six letters."""


class NameKeys:
    """A keyboard. In Chinese the letters are a reading and become characters; in English they are the name."""

    def __init__(self, view: View, done: Callable[[str], str | None], back: Callable[[], None]) -> None:
        """``done`` is given the name and says what is wrong with it, None if nothing is."""
        self._view = view
        self._done = done
        self._back = back
        self._name = ""
        self._letters = ""
        self._error = ""
        self._latin = view.lang == "en"

    @ui.refreshable_method
    def build(self) -> None:
        with block("typed plate").props('data-mark="name"'):
            self._so_far()
        if not self._latin:
            # The row listens, not the character: one that is replaced while it is touched still counts.
            row = block("characters").props('data-mark="characters"')
            row.on("click", lambda event: self._take(event.args), js_handler=_TELL_CHARACTER)
            with row:
                self._offered()
        self._keys()
        with block("across end"):
            button(self._view.say("back"), "big quiet", self._back, icon="arrow_back", mark="back")
            button(self._view.say("name.done"), "big go", self._finish, icon="check", mark="name-done")

    @ui.refreshable_method
    def _so_far(self) -> None:
        ui.label(self._name).style("white-space: pre")
        if self._letters:
            ui.label(self._letters).classes("reading")
        if self._error:
            ui.label(self._error).classes("hint wrong")
        elif not self._name and not self._letters:
            hint = "name.hint_letters" if self._latin else "name.hint_reading"
            ui.label(self._view.say(hint)).classes("hint")

    @ui.refreshable_method
    def _offered(self) -> None:
        for character in candidates(self._letters, first=not self._name):
            with ui.element("button").props(f'type="button" data-mark="character" data-character="{character}"'):
                ui.label(character)

    def _changed(self) -> None:
        """Draw anew what a touch changes; the keys stay under the finger."""
        self._so_far.refresh()
        if not self._latin:
            self._offered.refresh()

    def _keys(self) -> None:
        say = self._view.say
        with block("letters plate"):
            for index, row in enumerate(_ROWS):
                with block("line"):
                    if index == 2:
                        other = say("name.to_characters" if self._latin else "name.to_letters")
                        button(other, "wide", self._change, mark="key-change")
                    for letter in row:
                        shown = letter.upper() if self._latin else letter
                        button(shown, "", lambda letter=letter: self._press(letter), mark=f"key-{letter}")
                    if index == 2:
                        if self._latin:
                            button(say("name.blank"), "wide", lambda: self._take(" "), mark="key-blank")
                        button("", "wide", self._wipe_one, icon="backspace", mark="key-back").props(
                            f'aria-label="{say("delete")}"'
                        )

    def _press(self, letter: str) -> None:
        if self._latin:
            begins = not self._name or self._name.endswith(" ")
            self._take(letter.upper() if begins else letter)
        elif len(self._letters) < MAX_LETTERS:
            self._letters += letter
            self._changed()

    def _take(self, characters: str) -> None:
        self._name = (self._name + characters)[:MAX_NAME]
        self._letters = ""
        self._error = ""
        self._changed()

    def _wipe_one(self) -> None:
        if self._letters:
            self._letters = self._letters[:-1]
        else:
            self._name = self._name[:-1]
        self._changed()

    def _change(self) -> None:
        self._latin = not self._latin
        self._letters = ""
        self.build.refresh()

    def _finish(self) -> None:
        self._error = self._done(self._name) or ""
        if self._error:
            self._changed()
