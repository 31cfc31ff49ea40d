"""What a station's page is told to play, and the files it may fetch."""

from __future__ import annotations

import asyncio
import io
import wave
from types import SimpleNamespace

import httpx
from fastapi import FastAPI

import scenarios
from common.text import Lang
from kiosk.face import Face
from kiosk.plain_screen import hud
from kiosk.sounds import lines_address, sounds_address, sounds_router
from sim.audio.recording import Recording
from sim.audio.script import lines_of
from sim.audio.synthesis import sine
from sim.audio.voices import Voices, line_id
from sim.log.events import Pause
from sim.session import Session

SCENARIO = scenarios.load("electrocution-temporary-power").scenario
LINE = lines_of(SCENARIO)[0].words


def told_at(seconds: float, lang: Lang = "zh", voices: Voices | None = None, *events: Pause) -> dict:
    session = Session(SCENARIO)
    for event in events:
        session.apply(event)
    session.advance(seconds)
    return Face(SCENARIO, lang, "session-1", voices).message(hud(SCENARIO, session.state()))


def test_the_page_is_told_what_to_play_and_the_same_in_words() -> None:
    told = told_at(2.0)
    (bed,) = told["sounds"]
    assert (bed["name"], bed["loop"], bed["outer"], bed["source"]) == ("amb_site", True, True, None)
    assert told["sound_captions"] == ["远处的锤击和机器声"]
    assert told["muffled"] == 0.0
    assert told_at(2.0, "en")["sound_captions"] == ["hammering and an engine, far off"]


def test_a_sound_at_a_place_has_a_direction() -> None:
    moment = next(t for t in range(60, 120) if any(s["name"] == "mains_hum" for s in told_at(t)["sounds"]))
    hum = next(sound for sound in told_at(moment)["sounds"] if sound["name"] == "mains_hum")
    assert len(hum["source"]) == 3 and 0 < hum["gain"] <= 1
    assert any("电流嗡鸣" in words and "：" in words for words in told_at(moment)["sound_captions"])


def test_a_paused_page_is_silent() -> None:
    told = told_at(5.0, "zh", None, Pause(t=2.0))
    assert told["paused"] and told["sounds"] == [] and told["sound_captions"] == []


def test_lines_with_a_voice_are_played() -> None:
    class Everything(Voices):
        def line(self, words: object) -> str:
            return "say-1"

    said = [told_at(t, "zh", Everything("zh")) for t in range(1, 30)]
    assert any(sound["name"] == "say-1" for told in said for sound in told["sounds"])
    assert all(len(told["captions"]) >= sum(s["name"] == "say-1" for s in told["sounds"]) for told in said)


class Site:
    """The routes with one station, held by the browser ``b1``."""

    def __init__(self) -> None:
        voices = Voices("zh")
        voices._ready[line_id(LINE.zh)] = Recording.of(0.3 * sine(300.0, 0.5), loops=False)
        station = SimpleNamespace(held_by=lambda browser: browser == "b1")
        self.player = SimpleNamespace(station=station, play=SimpleNamespace(voices=voices))
        self._app = FastAPI()
        self._app.include_router(sounds_router(SimpleNamespace(players={"A 1": self.player})))

    def get(self, path: str, browser: str = "b1") -> httpx.Response:
        async def ask() -> httpx.Response:
            async def app(scope: dict, receive: object, send: object) -> None:
                scope["session"] = {"id": browser}
                await self._app(scope, receive, send)

            async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://van") as client:
                return await client.get(path)

        return asyncio.run(ask())


def seconds_of(answer: httpx.Response) -> float:
    assert answer.status_code == 200 and answer.headers["content-type"] == "audio/wav"
    with wave.open(io.BytesIO(answer.content)) as file:
        return file.getnframes() / file.getframerate()


def test_sounds_are_fetched_once_and_kept() -> None:
    site = Site()
    answer = site.get(f"{sounds_address()}horn.wav")
    assert 1 < seconds_of(answer) < 4
    assert "immutable" in answer.headers["cache-control"]
    old = site.get("/kiosk/sounds/of-an-older-program/horn.wav")
    assert seconds_of(old) > 1 and "immutable" not in old.headers["cache-control"]
    assert site.get(f"{sounds_address()}no_such_sound.wav").status_code == 404


def test_a_line_is_for_the_browser_that_holds_the_station() -> None:
    site = Site()
    path = f"{lines_address('A 1')}{line_id(LINE.zh)}.wav"
    assert 0.4 < seconds_of(site.get(path)) < 0.6
    assert site.get(path, browser="somebody-else").status_code == 404
    assert site.get(f"{lines_address('A 1')}say-unknown.wav").status_code == 404
    assert site.get(f"{lines_address('B')}{line_id(LINE.zh)}.wav").status_code == 404
    site.player.play = None
    assert site.get(path).status_code == 404
