"""A person at the kiosk: a browser that only ever touches."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Locator, Page, TimeoutError, expect

import scenarios
from common.text import Lang, text
from tests.kiosk.made_up import identity_number
from tests.kiosk.serve_kiosk import SCENARIO

SHOTS = Path("artefacts") / "kiosk"
PATIENCE_MS = 30_000
LONGEST_PLAY_S = 90
LETTERS = {"王": "wang", "小": "xiao", "明": "ming"}


class Visitor:
    """Touches what is named by its mark, and keeps a picture of every page."""

    def __init__(self, browser: Browser, address: str, size: tuple[int, int], lang: Lang) -> None:
        width, height = size
        self.context: BrowserContext = browser.new_context(viewport={"width": width, "height": height}, has_touch=True)
        self.context.set_default_timeout(PATIENCE_MS)
        self.page: Page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.address = address
        self.lang = lang
        self._name = f"{width}x{height}-{lang}"
        self._shots = 0

    def open(self) -> None:
        self.page.goto(self.address)

    def touch(self, mark: str) -> None:
        self.page.locator(f'[data-mark="{mark}"]').first.tap()

    def presses(self, mark: str) -> None:
        """Touch something that moves where it is now."""
        box = self.page.locator(f'[data-mark="{mark}"]').first.bounding_box()
        assert box is not None
        self.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def sees(self, mark: str) -> bool:
        return self.page.locator(f'[data-mark="{mark}"]').first.is_visible()

    def waits_for(self, mark: str) -> None:
        expect(self.page.locator(f'[data-mark="{mark}"]').first).to_be_visible(timeout=PATIENCE_MS)

    def reads(self, words: str) -> None:
        expect(self.page.locator("body")).to_contain_text(words, timeout=PATIENCE_MS)

    def keeps_picture(self, name: str) -> None:
        SHOTS.mkdir(parents=True, exist_ok=True)
        self._shots += 1
        path = SHOTS / f"{self._name}-{self._shots:02d}-{name}.jpg"
        self.page.screenshot(path=path, type="jpeg", quality=85, animations="disabled")

    # --- steps of a visit ----------------------------------------------------------------------

    def begins(self) -> None:
        self.waits_for(f"start-{self.lang}")
        self.keeps_picture("welcome")
        self.touch(f"start-{self.lang}")

    def types_number(self, number: str) -> None:
        self.waits_for("key-1")
        for character in number:
            self.touch(f"key-{character}")

    def types_name(self) -> None:
        self.waits_for("name-done")
        if self.lang == "zh":
            for character, letters in LETTERS.items():
                for letter in letters:
                    self.touch(f"key-{letter}")
                expect(self.page.locator(".reading")).to_have_text(letters)
                self.page.locator('[data-mark="character"]', has_text=character).first.tap()
                expect(self.page.locator('[data-mark="name"]')).to_contain_text(character)
        else:
            for letter in "anna":
                self.touch(f"key-{letter}")
        self.keeps_picture("name")
        self.touch("name-done")

    def checks_in(self, sequence: int, *, known: bool = False) -> None:
        """Number and name; the van remembers who is ``known``."""
        self.begins()
        self.types_number(identity_number(sequence))
        if not known:
            self.types_name()
        self.waits_for("me")
        self.keeps_picture("is-this-you")
        self.touch("me")

    def chooses(self, scenario: str = SCENARIO) -> None:
        card = self.page.locator(f'[data-mark="scenario-{scenario}"]:not([disabled])')
        expect(card).to_be_visible(timeout=2 * PATIENCE_MS)
        self.keeps_picture("choose")
        card.tap()
        self.waits_for("agree")
        self.keeps_picture("content-warning")
        self.touch("agree")
        expect(self.page.locator("#play")).to_be_visible()

    def names_hazard(self, hazard: str) -> None:
        """Touch a hazard's thing by its name and say what is wrong with it."""
        found = scenarios.load(SCENARIO).scenario.hazards[hazard]
        self.touch(f"thing-{found.target}")
        self.waits_for("wheel")
        self.keeps_picture("what-is-wrong")
        self.touch(f"problem-{found.problem}")

    def does(self, deed: str) -> None:
        """Touch a deed's thing by its name and do it."""
        self.touch(f"thing-{scenarios.load(SCENARIO).scenario.deeds[deed].target}")
        self.waits_for(f"deed-{deed}")
        self.keeps_picture("what-can-be-done")
        self.touch(f"deed-{deed}")

    def plays_to_the_end(self) -> None:
        """Answer what is asked, go on when that is offered, point out what the redo asks for."""
        scenario = scenarios.load(SCENARIO).scenario
        right = [option for each in scenario.decisions.values() for option in each.options.values() if option.right]
        pictured: set[str] = set()
        give_up_at = time.monotonic() + LONGEST_PLAY_S
        while not self.sees("verdict"):
            assert time.monotonic() < give_up_at, "the session did not come to its result"
            for mark in ("decision", "debrief", "redo"):
                if mark not in pictured and self.sees(mark):
                    pictured.add(mark)
                    self.keeps_picture(mark)
            for option in right:
                words = getattr(option.text, self.lang)
                self._touch_if_there(self.page.locator(".options button:not(.taken)", has_text=words))
            self._touch_if_there(self.page.locator('[data-mark="go"]'))
            asked = self._text_if_there(".redo span")
            for hazard in scenario.hazards.values():
                if asked == text("kiosk.play.redo_flag", self.lang, label=getattr(hazard.label, self.lang)):
                    self._touch_if_there(self.page.locator(f'[data-mark="thing-{hazard.target}"]'))
            for deed in scenario.deeds.values():
                if asked == text("kiosk.play.redo_do", self.lang, label=getattr(deed.text, self.lang)):
                    self._touch_if_there(self.page.locator(f'[data-mark="thing-{deed.target}"]'))
            self.page.wait_for_timeout(100)

    def _touch_if_there(self, place: Locator) -> None:
        """What is there may be gone in this moment: the scene does not wait."""
        with suppress(TimeoutError):
            if place.count():
                place.first.tap(timeout=1000)

    def _text_if_there(self, selector: str) -> str:
        with suppress(TimeoutError):
            place = self.page.locator(selector)
            if place.count():
                return place.first.text_content(timeout=1000) or ""
        return ""
