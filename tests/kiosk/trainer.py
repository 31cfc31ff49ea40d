"""A trainer at the bench: a browser with mouse and keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Browser, Locator, Page, expect

from common.text import Lang, text
from tests.kiosk.bench_site import NAME, PASSWORD

PATIENCE_MS = 60_000
Size = tuple[int, int]


class Trainer:
    """Writes a scenario by clicks and typing. ``keep`` is given the page and a name where a picture is worth it."""

    def __init__(
        self, browser: Browser, address: str, size: Size, lang: Lang, keep: Callable[[Page, str], None] | None = None
    ) -> None:
        width, height = size
        self.context = browser.new_context(viewport={"width": width, "height": height})
        self.context.set_default_timeout(PATIENCE_MS)
        self.context.add_cookies([{"name": "qianche_lang", "value": lang, "url": address}])
        self.page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.address, self.lang = address, lang
        self._keep = keep or (lambda page, name: None)

    def say(self, key: str, **places: object) -> str:
        return text(f"bench.{key}", self.lang, **places)

    def mark(self, name: str) -> Locator:
        return self.page.locator(f'[data-mark="{name}"]').first

    def keeps_picture(self, name: str) -> None:
        self.page.wait_for_timeout(300)
        self._keep(self.page, name)

    # --- the list -----------------------------------------------------------------------------------

    def logs_in(self) -> None:
        self.page.goto(self.address + "bench")
        self.page.locator('input[name="name"]').fill(NAME)
        self.page.locator('input[name="password"]').fill(PASSWORD)
        self.page.locator('button[type="submit"]').click()
        expect(self.page.get_by_text(self.say("list.templates"), exact=True)).to_be_visible(timeout=PATIENCE_MS)

    def begins(self, template: str, draft: str, zh: str, en: str) -> None:
        self.keeps_picture("list")
        self.mark(f"begin-{template}").click()
        for name, value in (("zh", zh), ("en", en), ("id", draft)):
            self.mark(f"new-{name}").fill(value)
        self.keeps_picture("new")
        self.mark("new-do").click()
        self.page.wait_for_url(f"**/bench/{draft}")
        self.waits_until_checked(faults=0)

    def state_of(self, draft: str) -> str:
        self.page.goto(self.address + "bench")
        return self.page.locator(f'[data-draft="{draft}"] .tag').inner_text()

    # --- the text -----------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        return self.page.evaluate("bench.text.text")

    def line_with(self, words: str) -> str:
        return next(line for line in self.text.splitlines() if words in line)

    def waits_until_checked(self, faults: int) -> None:
        """Until the server has seen what stands there, and found so many faults."""
        bench = self.page.locator("#bench")
        expect(bench).to_have_attribute("data-checked", re.compile(r"\d"), timeout=PATIENCE_MS)
        expect(bench).to_have_attribute("data-faults", str(faults), timeout=PATIENCE_MS)

    def goes_to(self, words: str) -> None:
        """To the end of the line that holds these words."""
        number = next(index for index, line in enumerate(self.text.splitlines(), 1) if words in line)
        self.page.evaluate("number => { bench.text.reveal(number); bench.text.view.focus(); }", number)
        line = self.text.splitlines()[number - 1]
        self.page.evaluate(
            "length => { const { view } = bench.text; const { from } = view.state.selection.main;"
            " view.dispatch({ selection: { anchor: from + length } }); }",
            len(line),
        )

    def types(self, words: str) -> None:
        self.page.keyboard.type(words, delay=15)

    def rubs_out(self, count: int) -> None:
        for _ in range(count):
            self.page.keyboard.press("Backspace")

    def suggestions(self) -> list[str]:
        expect(self.page.locator(".cm-tooltip-autocomplete li").first).to_be_visible(timeout=PATIENCE_MS)
        return self.page.locator(".cm-tooltip-autocomplete li .cm-completionLabel").all_inner_texts()

    # --- the place ----------------------------------------------------------------------------------

    def waits_for_the_place(self) -> None:
        expect(self.mark("picture")).to_have_attribute("data-pictures", re.compile(r"\d"), timeout=PATIENCE_MS)
        expect(self.page.locator("#bench")).to_have_attribute("data-things", re.compile(r"\d"), timeout=PATIENCE_MS)

    def pictures(self) -> int:
        return int(self.mark("picture").get_attribute("data-pictures") or 0)

    def middle_of(self, thing: str) -> tuple[float, float]:
        """Where a thing is drawn on the plan, in pixels of the page."""
        shape = f'[data-mark="plan"] [data-kind="prop"][data-name="{thing}"] polygon'
        box = self.page.evaluate(
            "shape => { const box = document.querySelector(shape).getBoundingClientRect();"
            " return [box.x + box.width / 2, box.y + box.height / 2]; }",
            shape,
        )
        return (box[0], box[1])

    def drags(self, thing: str, by: tuple[float, float], picture: str = "") -> None:
        """A thing of the plan, by so many pixels."""
        x, y = self.middle_of(thing)
        mouse = self.page.mouse
        mouse.move(x, y)
        mouse.down()
        mouse.move(x + by[0] / 2, y + by[1] / 2, steps=3)
        mouse.move(x + by[0], y + by[1], steps=3)
        if picture:
            self.keeps_picture(picture)
        mouse.up()

    # --- the drawer ---------------------------------------------------------------------------------

    def rehearses(self) -> float:
        """Let the perfect trainee play; gives the score."""
        self.mark("tab-timeline").click()
        result = self.page.locator(".bench-result[data-score]")
        expect(result).to_be_visible(timeout=PATIENCE_MS)
        return float(result.get_attribute("data-score") or 0)

    def proves(self) -> bool:
        self.mark("tab-proofs").click()
        self.mark("prove").click()
        drawer = self.page.locator(".bench-drawer")
        expect(drawer).to_have_attribute("data-proved", re.compile("yes|no"), timeout=4 * PATIENCE_MS)
        return drawer.get_attribute("data-proved") == "yes"

    def publishes(self, author: str) -> str:
        """What the page says when it is done."""
        self.mark("tab-publish").click()
        self.mark("author").fill(author)
        self.mark("publish").click()
        done = self.page.locator('[data-mark="published"].good, [data-mark="published"].bad')
        expect(done).to_be_visible(timeout=4 * PATIENCE_MS)
        return done.inner_text()
