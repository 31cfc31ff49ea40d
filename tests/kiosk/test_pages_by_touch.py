"""The kiosk in a real browser: from the welcome to the result by nothing but touch."""

from __future__ import annotations

import json
import re
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, expect, sync_playwright

from common.text import text
from scenarios.source import read_source
from scenarios.starter import starter
from tests.kiosk.made_up import identity_number
from tests.kiosk.serve_kiosk import serve
from tests.kiosk.visitor import PATIENCE_MS, Visitor
from tests.quick_start import begun

pytestmark = pytest.mark.xdist_group("browser")
CHROMIUM = Path("/usr/bin/chromium")
WALL, TABLET = (1920, 1080), (1280, 800)
START_S = 60
BEATS = 5


class Kiosk:
    """A kiosk in a process of its own, that can be killed."""

    def __init__(self, folder: Path, display: str = "none", speed: float = 1.0) -> None:
        self.folder, self._display, self._speed = folder, display, speed
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self._port}/"
        self.start()

    def start(self) -> None:
        self._process = begun(serve, self.folder, self._port, self._display, self._speed)
        until = time.monotonic() + START_S
        while True:
            try:
                urllib.request.urlopen(self.address, timeout=5)
                return
            except OSError:
                assert self._process.is_alive(), "the kiosk did not start"
                assert time.monotonic() < until, "the kiosk did not answer"
                time.sleep(0.1)

    def kill(self) -> None:
        self._process.kill()
        self._process.join()

    def stop(self) -> None:
        self._process.terminate()
        self._process.join()

    @property
    def password(self) -> str:
        return (self.folder / "password").read_text("utf-8")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = str(CHROMIUM) if CHROMIUM.exists() else None
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Callable[..., Kiosk]]:
    started: list[Kiosk] = []

    def start(**options: object) -> Kiosk:
        started.append(Kiosk(tmp_path, **options))
        return started[-1]

    yield start
    for each in started:
        each.stop()


def test_a_visit_from_welcome_to_result_in_chinese(kiosk: Callable[..., Kiosk], browser: Browser) -> None:
    visitor = Visitor(browser, kiosk(speed=10.0).address, WALL, "zh")
    visitor.open()
    visitor.begins()
    number = identity_number(7)
    wrong = number[:-1] + ("1" if number[-1] != "1" else "2")
    visitor.types_number(wrong)
    visitor.reads(text("identity.check", "zh"))
    visitor.keeps_picture("wrong-number")
    visitor.touch("key-back")
    visitor.touch(f"key-{number[-1]}")
    visitor.types_name()
    visitor.reads("王*明")
    visitor.keeps_picture("is-this-you")
    visitor.touch("me")
    visitor.chooses()
    visitor.names_hazard("triangle-too-close")
    visitor.waits_for("toast-good")
    visitor.keeps_picture("hazard-found")
    visitor.plays_to_the_end()
    visitor.keeps_picture("result")
    visitor.touch("hazard-triangle-too-close")
    visitor.waits_for("detail")
    visitor.keeps_picture("hazard")
    visitor.touch("close-detail")
    for tab in ("decisions", "replay"):
        visitor.touch(f"tab-{tab}")
        visitor.keeps_picture(tab)
    visitor.touch("done")
    visitor.waits_for("start-zh")
    assert visitor.faults == []


def test_a_visit_in_english_on_a_tablet_survives_reload_and_kill(
    kiosk: Callable[..., Kiosk], browser: Browser, tmp_path: Path
) -> None:
    offer_pressing(tmp_path)
    van = kiosk()
    visitor = Visitor(browser, van.address, TABLET, "en")
    visitor.open()
    visitor.checks_in(8)
    visitor.chooses()
    visitor.does("move-cone")
    visitor.reads("To reach the cone you stand where the next car comes.")
    visitor.names_hazard("cargo-strap-loose")
    expect(visitor.page.locator(".found")).to_contain_text("1 / 7")

    stranger = Visitor(browser, van.address, TABLET, "zh")
    stranger.open()
    stranger.reads(text("kiosk.taken.title", "en"))
    stranger.keeps_picture("taken")

    visitor.page.reload()
    expect(visitor.page.locator(".found")).to_contain_text("1 / 7")
    visitor.keeps_picture("after-reload")

    van.kill()
    van.start()
    visitor.open()
    expect(visitor.page.locator(".found")).to_contain_text("1 / 7")

    visitor.touch("leave")
    visitor.waits_for("stop")
    visitor.keeps_picture("paused")
    visitor.touch("stop")
    visitor.waits_for("verdict")
    visitor.reads(text("kiosk.result.outcome.stopped", "en"))
    visitor.keeps_picture("result")
    visitor.touch("done")

    visitor.checks_in(8, known=True)
    visitor.chooses("pressing")
    visitor.waits_for("beat")
    for beat in range(BEATS):
        expect(visitor.page.locator(".exercise .count")).to_have_text(f"{beat} / {BEATS}")
        visitor.keeps_picture("exercise") if beat == BEATS - 1 else visitor.page.wait_for_timeout(250)
        visitor.presses("beat")
    visitor.reads("Well pressed")
    assert visitor.faults == []


def offer_pressing(folder: Path) -> None:
    """A scenario that begins with an exercise, at a rate that a busy machine keeps as well."""
    plain = read_source(starter("pressing").encode("utf-8"), "pressing.yaml").data
    words = {"zh": "请按压", "en": "Press the chest, hard and fast, in time with the beat"}
    well, badly = {"zh": "按得好", "en": "Well pressed"}, {"zh": "没按好", "en": "Badly pressed"}
    outcomes = {"good": {"then": well}, "poor": {"then": badly}}
    plain["exercises"] = {"press": {"ask": words, "beats_per_minute": [20, 200], "beats": BEATS, **outcomes}}
    plain["storyboard"].insert(0, {"when": {"time": 0.5}, "do": [{"exercise": "press"}]})
    offered = folder / "offered"
    offered.mkdir()
    offered.joinpath("pressing.yaml").write_text(yaml.safe_dump(plain, allow_unicode=True), "utf-8")


def test_the_picture_is_looked_around_in_and_pointed_at(kiosk: Callable[..., Kiosk], browser: Browser) -> None:
    """A world of boxes, drawn by the real renderer in its own process."""
    visitor = Visitor(browser, kiosk(display="small-stream").address, TABLET, "zh")
    visitor.open()
    visitor.checks_in(9)
    visitor.chooses()
    play = visitor.page.locator("#play")
    expect(play).to_have_attribute("data-pictures", re.compile(r"^([5-9]|\d{2,})$"), timeout=60_000)
    before = visitor.page.locator("#play canvas").screenshot()
    swipe(visitor, (300, 400), (800, 400))
    seen = int(play.get_attribute("data-pictures"))
    visitor.page.wait_for_function(
        "seen => Number(document.querySelector('#play').dataset.pictures) > seen", arg=seen + 3
    )
    assert visitor.page.locator("#play canvas").screenshot() != before, "the view did not turn"
    visitor.keeps_picture("looked-around")
    point_until_wheel(visitor)
    visitor.keeps_picture("pointed")
    visitor.page.locator('[data-mark^="problem-"]').first.tap()
    expect(visitor.page.locator(".toast")).to_be_visible()
    visitor.touch("pause")
    visitor.touch("stop")
    visitor.waits_for("verdict")
    assert visitor.faults == []


def test_the_scene_is_heard_and_put_into_words(kiosk: Callable[..., Kiosk], browser: Browser) -> None:
    visitor = Visitor(browser, kiosk(speed=0.2).address, TABLET, "zh")
    files: list[str] = []
    visitor.page.on("response", lambda answer: files.append(answer.url) if answer.url.endswith(".wav") else None)
    visitor.open()
    visitor.checks_in(12)
    visitor.chooses()
    heard = visitor.page.locator(".heard")
    expect(heard).to_contain_text("车辆高速驶过")
    visitor.page.wait_for_function(LOADED)
    assert sounds(visitor), "who has checked in has touched the page"
    visitor.keeps_picture("put-into-words")
    visitor.touch("captions")
    expect(heard).to_be_empty()
    visitor.touch("captions")
    expect(heard).to_contain_text("车辆高速驶过")
    visitor.page.reload()
    files.clear()
    expect(visitor.page.locator(".clock")).to_be_visible()
    touched = visitor.page.evaluate("navigator.userActivation.hasBeenActive")
    assert touched or files == [], "a page that nobody has touched may not sound"
    visitor.names_hazard("cargo-strap-loose")
    visitor.page.wait_for_function(LOADED)
    assert {url.rsplit("/", 1)[1] for url in files} >= {"amb_highway.wav", "crash_metal.wav", "tap_ok.wav"}
    assert sounds(visitor)
    visitor.touch("mute")
    assert falls_silent(visitor)
    visitor.touch("mute")
    assert sounds(visitor)
    visitor.touch("leave")
    visitor.waits_for("stop")
    assert falls_silent(visitor), "a pause is silent"
    visitor.touch("resume")
    assert sounds(visitor)
    assert visitor.faults == []


def test_the_crew_sees_stations_and_fills_the_queue(kiosk: Callable[..., Kiosk], browser: Browser) -> None:
    van = kiosk()
    crew = Visitor(browser, van.address, (1366, 768), "zh")
    page = crew.page
    page.goto(van.address + "crew")
    page.locator('input[name="name"]').fill("crew")
    page.locator('input[name="password"]').fill(van.password)
    page.get_by_role("button", name=text("web.log_in.do", "zh")).click()
    crew.reads(text("kiosk.crew.nobody_waits", "zh"))
    roster = f"姓名,身份证号\n陈立,{identity_number(11)}\n".encode()
    page.locator('input[type="file"]').set_input_files({"name": "r.csv", "mimeType": "text/csv", "buffer": roster})
    crew.reads(text("kiosk.crew.enrolled", "zh", count=1))
    page.get_by_label(text("kiosk.crew.name", "zh"), exact=True).fill("王小明")
    page.get_by_label(text("kiosk.crew.number", "zh"), exact=True).fill(identity_number(10))
    page.get_by_role("button", name=text("kiosk.crew.add", "zh")).click()
    expect(page.locator(".crew-waiting")).to_contain_text("王小明")
    page.get_by_role("button", name=text("kiosk.crew.demo_run", "zh")).click()
    expect(page.locator(".crew-result")).to_contain_text("100")
    crew.keeps_picture("crew")

    visitor = Visitor(browser, van.address, TABLET, "zh")
    visitor.open()
    visitor.reads("王*明")
    visitor.keeps_picture("who-is-next")
    visitor.touch("take-turn")
    visitor.chooses()
    expect(page.locator('[data-station="A"]')).to_contain_text(text("kiosk.crew.stage.play", "zh"))
    crew.keeps_picture("crew-while-playing")
    page.get_by_role("button", name=text("kiosk.crew.stop", "zh")).click()
    visitor.waits_for("verdict")
    state = page.evaluate("fetch('/api/crew/state').then((answer) => answer.text())")
    assert json.loads(state) == {
        "stations": {"A": "result"}, "headsets": {}, "queue": 0, "pending": 2, "refused": 0,
    }  # fmt: skip
    assert crew.faults == visitor.faults == []


def test_trainers_find_copy_and_hear_in_the_gallery(kiosk: Callable[..., Kiosk], browser: Browser) -> None:
    van = kiosk()
    trainer = Visitor(browser, van.address, TABLET, "zh")
    page = trainer.page
    trainer.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(van.address + "gallery")
    page.locator('input[name="name"]').fill("crew")
    page.locator('input[name="password"]').fill(van.password)
    page.get_by_role("button", name=text("web.log_in.do", "zh")).click()
    trainer.touch("group-signs")
    card = page.locator('[data-name="当心触电"]')
    trainer.reads("Danger of electric shock")
    card.locator("img").scroll_into_view_if_needed()
    drawn = "document.querySelector('[data-name=\"当心触电\"] img').naturalWidth === 320"
    page.wait_for_function(drawn, timeout=3 * PATIENCE_MS)
    card.locator(".gallery-copy").tap()
    trainer.reads(text("kiosk.gallery.copied", "zh", what="当心触电"))
    assert page.evaluate("navigator.clipboard.readText()") == "当心触电"

    page.locator(".gallery-search input").fill("copper showing")
    expect(page.locator(".gallery-card")).to_have_count(1, timeout=PATIENCE_MS)
    page.locator('[data-name="cable_run"] .gallery-picture').tap()
    looks = page.locator(".gallery-look")
    expect(looks.filter(has_text="variant: pump, state: copper_showing")).to_have_count(1, timeout=PATIENCE_MS)
    trainer.keeps_picture("gallery-looks")
    trainer.touch("gallery-close")
    expect(page.locator(".gallery-open")).to_have_count(0, timeout=PATIENCE_MS)

    page.locator(".gallery-search input").fill("whistle")
    page.locator('[data-mark="play-whistle"]').tap()
    expect(page.locator(".gallery-playing")).to_have_count(1, timeout=PATIENCE_MS)
    expect(page.locator(".gallery-open")).to_have_count(0, timeout=PATIENCE_MS)
    page.locator(".gallery-search input").fill("飞毯")
    trainer.reads(text("kiosk.gallery.nothing", "zh", wanted="飞毯"))
    trainer.keeps_picture("gallery-nothing")
    assert trainer.faults == []


def test_strangers_may_not_use_the_crews_interface(kiosk: Callable[..., Kiosk]) -> None:
    address = kiosk().address
    order = json.dumps({"scenario": "any", "trainee": "perfect"}).encode()
    request = urllib.request.Request(
        address + "api/crew/demo", data=order, headers={"Content-Type": "application/json"}, method="POST"
    )
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request)
    assert refused.value.code == 401
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(address + "kiosk/gallery/signs/0/any.jpg")
    assert refused.value.code == 401


LOADED = """async () => {
    const sounds = document.getElementById("play").playPage.sounds;
    if (sounds.context?.state !== "running") return false;
    const buffers = await Promise.all(sounds.buffers.values());
    return buffers.length > 5 && buffers.every((each) => each?.duration > 0.2 && each.sampleRate === 32000);
}"""
LISTENS = """async (sounding) => {
    const { context, master } = document.getElementById("play").playPage.sounds;
    const ear = new AnalyserNode(context, { fftSize: 8192 }), heard = new Float32Array(8192);
    const pass = (milliseconds) => new Promise((later) => setTimeout(later, milliseconds));
    master.connect(ear);
    await pass(2000 * heard.length / context.sampleRate);  // until it holds nothing but what it has heard
    for (const began = performance.now(); performance.now() - began < 10000; await pass(50)) {
        ear.getFloatTimeDomainData(heard);
        const level = Math.sqrt(heard.reduce((sum, each) => sum + each * each, 0) / heard.length);
        if (sounding ? level > 0.003 : level < 1e-4) return true;
    }
    return false;
}"""


def sounds(visitor: Visitor) -> bool:
    """Whether the page comes to be heard."""
    return visitor.page.evaluate(LISTENS, True)


def falls_silent(visitor: Visitor) -> bool:
    return visitor.page.evaluate(LISTENS, False)


def swipe(visitor: Visitor, start: tuple[int, int], end: tuple[int, int]) -> None:
    """A finger drawn over the picture."""
    line = visitor.context.new_cdp_session(visitor.page)
    steps = 8

    def touch(kind: str, points: list[dict[str, float]]) -> None:
        line.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", [{"x": start[0], "y": start[1]}])
    for step in range(1, steps + 1):
        share = step / steps
        x, y = (a + (b - a) * share for a, b in zip(start, end, strict=True))
        touch("touchMove", [{"x": x, "y": y}])
        visitor.page.wait_for_timeout(30)
    touch("touchEnd", [])


def point_until_wheel(visitor: Visitor) -> None:
    """Touch over the picture until something that has a name is hit."""
    for x, y in ((x, y) for y in (420, 480, 360, 540) for x in range(120, 1240, 160)):
        visitor.page.touchscreen.tap(x, y)
        visitor.page.wait_for_timeout(250)
        if visitor.sees("wheel"):
            return
    raise AssertionError("nothing in the picture could be pointed at")
