"""The guide's pictures of the bench: ``python -m tests.kiosk.bench_pictures docs/pictures/bench``.

A trainer goes the whole way on the real bench, from a copy of a scenario to a published one.
"""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.kiosk.bench_site import bench_site
from tests.kiosk.trainer import Trainer
from tests.staff_site import chromium

SIZE = (1366, 768)
QUALITY = 80
COPIED = "electrocution-temporary-power"
DRAFT = "power-after-rain"


def keep(folder: Path, page: Page, name: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=folder / f"{name}.jpg", type="jpeg", quality=QUALITY, animations="disabled")


def go_the_whole_way(trainer: Trainer) -> None:
    """Every step of the guide, with its picture."""
    trainer.logs_in()
    trainer.begins(f"copy-{COPIED}", DRAFT, "雨后的配电箱", "The box after the rain")
    trainer.waits_for_the_place()
    trainer.page.wait_for_timeout(4000)  # until the sharp picture has come
    trainer.keeps_picture("editor")
    trainer.goes_to("minutes: 3")
    trainer.types("x")
    trainer.waits_until_checked(faults=1)
    trainer.keeps_picture("error")
    trainer.rubs_out(1)
    before = trainer.text
    trainer.goes_to("pump: {prop: pump_unit")
    trainer.page.keyboard.press("Enter")
    trainer.types("ladder: {prop: 梯")
    trainer.suggestions()
    trainer.keeps_picture("completion")
    trainer.page.keyboard.press("Escape")
    trainer.page.evaluate("text => bench.text.rewrite(text)", before)
    trainer.waits_until_checked(faults=0)
    trainer.page.evaluate("bench.select('pipes', true)")
    trainer.drags("pipes", (50, -40), "drag")
    trainer.waits_until_checked(faults=0)
    trainer.rehearses()
    trainer.mark("moment").click()
    trainer.page.locator('[data-mark="moment"].good').nth(3).click()
    trainer.page.wait_for_timeout(4000)
    trainer.keeps_picture("timeline")
    trainer.proves()
    trainer.keeps_picture("proofs")
    trainer.publishes("李老师")
    trainer.keeps_picture("publish")
    trainer.state_of(DRAFT)
    trainer.page.wait_for_timeout(2000)
    trainer.keeps_picture("list")


def main() -> None:
    folder = Path(sys.argv[1])
    with (
        tempfile.TemporaryDirectory() as data,
        bench_site(Path(data), "real") as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        go_the_whole_way(Trainer(browser, address, SIZE, "zh", partial(keep, folder)))
        browser.close()


if __name__ == "__main__":
    main()
