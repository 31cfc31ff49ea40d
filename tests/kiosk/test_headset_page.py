"""The crew, a headset's computer and the network between them, all real: pair, play, be cut off, get the result."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect, sync_playwright

from common.text import text
from sim.log import read_log
from tests.kiosk.bench_site import ROOT
from tests.kiosk.headset_network import Wire, wait_for
from tests.kiosk.made_up import identity_number
from tests.kiosk.serve_headset import PICTURE
from tests.kiosk.test_pages_by_touch import Kiosk
from tests.kiosk.visitor import PATIENCE_MS
from tests.staff_site import chromium

pytestmark = pytest.mark.xdist_group("browser")
SHOTS = Path("artefacts") / "headsets"


class Computer:
    """A headset's, as a process that can be killed."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder = folder
        self._address = address

    def start(self, *code: str) -> None:
        script = [sys.executable, str(ROOT / "tests" / "kiosk" / "serve_headset.py")]
        environment = dict(os.environ, PYTHONPATH=str(ROOT), PYTHONUTF8="1")
        self.process = subprocess.Popen(
            [*script, str(self.folder), self._address, *code],
            cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8",
        )  # fmt: skip

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def ends(self) -> tuple[int, str]:
        """Its exit code, and the last that it said."""
        said, _ = self.process.communicate(timeout=30)
        return self.process.returncode, said.splitlines()[-1]

    @property
    def finished(self) -> list[Path]:
        """The finished logs that it keeps."""
        logs = (self.folder / "sessions").glob("*.jsonl")
        return [log for log in logs if read_log(log).end is not None]


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    kiosk = Kiosk(tmp_path / "van")
    yield kiosk
    kiosk.stop()


@pytest.fixture
def wire(kiosk: Kiosk) -> Iterator[Wire]:
    wire = Wire(int(kiosk.address.rstrip("/").rsplit(":", 1)[1]))
    yield wire
    wire.close()


@pytest.fixture
def computer(wire: Wire, tmp_path: Path) -> Iterator[Computer]:
    (tmp_path / "headset").mkdir()
    computer = Computer(tmp_path / "headset", f"http://127.0.0.1:{wire.port}")
    yield computer
    if computer.process.returncode is None:
        computer.kill()


@pytest.fixture
def page(kiosk: Kiosk) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1366, "height": 1000})
        page.set_default_timeout(PATIENCE_MS)
        expect.set_options(timeout=PATIENCE_MS)
        page.goto(kiosk.address + "crew")
        page.locator('input[name="name"]').fill("crew")
        page.locator('input[name="password"]').fill(kiosk.password)
        page.get_by_role("button", name=text("web.log_in.do", "zh")).click()
        yield page
        browser.close()


def mark(place: Page | Locator, name: str) -> Locator:
    return place.locator(f'[data-mark="{name}"]').first


def keep(place: Page | Locator, name: str) -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    place.screenshot(path=SHOTS / f"{name}.png", animations="disabled")


def said(key: str, **places: object) -> str:
    return text(f"headsets.crew.{key}", "zh", **places)


def test_paired_played_cut_off_and_completed_once(page: Page, wire: Wire, computer: Computer) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.get_by_label(text("kiosk.crew.name", "zh"), exact=True).fill("王小明")
    page.get_by_label(text("kiosk.crew.number", "zh"), exact=True).fill(identity_number(31))
    page.get_by_role("button", name=text("kiosk.crew.add", "zh")).click()
    expect(page.locator(".crew-waiting")).to_contain_text("王小明")

    mark(page, "pair").click()
    code = mark(page, "code").get_attribute("data-code")
    keep(page, "1-pairing")
    computer.start(code)
    card = page.locator('[data-headset="VR-1"]')
    expect(mark(card, "device")).to_have_text("Scripted headset · No runtime · 90 赫兹")
    expect(mark(page, "code")).to_have_count(0)
    card.locator(f"canvas[width='{Image.open(PICTURE).width}']").wait_for()
    keep(page, "2-free")
    expect(mark(card, "who")).to_have_value(re.compile("^1. 王小明 510107"))
    mark(card, "begin").click()
    expect(mark(card, "progress")).to_contain_text(said("phase.scene"))
    expect(card).to_contain_text("王小明")
    expect(card).to_contain_text("Touch 手柄")
    keep(card, "3-playing")

    wire.cut()
    expect(card).to_contain_text(said("cut_off"))
    keep(card, "4-cut-off")
    computer.kill()
    (computer.folder / "go").touch()
    computer.start()
    wait_for(lambda: computer.finished)
    assert page.locator('[data-mark="result"]').count() == 0
    wire.mend()
    result = mark(card, "result")
    expect(result).to_contain_text("100")
    assert result.get_attribute("data-session") == wait_for(lambda: delivered(computer))
    keep(card, "5-result")
    page.reload()
    expect(mark(card, "result")).to_be_visible()
    expect(page.locator(".figure", has_text=text("kiosk.crew.done", "zh"))).to_contain_text("1")

    mark(card, "forget").click()
    expect(page.locator(".q-dialog")).to_contain_text(said("forget_what"))
    keep(page, "6-forget")
    mark(page, "forget-sure").click()
    expect(card).to_have_count(0)
    assert computer.ends() == (1, text("headsets.remote.expelled", "zh"))
    assert faults == []


def delivered(computer: Computer) -> str | None:
    """The one session that the van has taken."""
    logs = list((computer.folder / "sessions" / "delivered").glob("*.jsonl"))
    assert len(logs) <= 1
    return logs[0].stem if logs else None
