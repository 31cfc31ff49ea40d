"""The drawing process: it plays, draws, answers, ends with its owner, and a session outlives it."""

from __future__ import annotations

import asyncio
import io
import json
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

import scenarios
from common.errors import DataError
from sim.display.stream import StreamDisplay
from sim.log import read_log
from sim.log.events import Flag, Header
from sim.play import header_of

LIBRARY = "tests.sim.small_world:SmallLibrary"
SCENARIO = "electrocution-temporary-power"
SIZE = (320, 180)


def header() -> Header:
    return header_of(scenarios.load(SCENARIO), station="test", kind="touch")


def path() -> Path:
    return scenarios.load(SCENARIO).path


@asynccontextmanager
async def running(cache: Path) -> AsyncIterator[StreamDisplay]:
    display = StreamDisplay(*SIZE, cache=cache, quality="lean", library=LIBRARY)
    await display.start()
    try:
        yield display
    finally:
        await display.close()


def run(part: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(asyncio.wait_for(part(), 120))


async def message(display: StreamDisplay, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    async for said in display.messages():
        if wanted(said):
            return said
    raise AssertionError("it is gone")


def decoded(jpeg: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(jpeg))).astype(int)


def test_a_session_is_played_seen_and_ended(display_cache: Path, tmp_path: Path) -> None:
    async def part() -> None:
        async with running(display_cache) as display:
            log = tmp_path / "log.jsonl"
            await display.begin(path(), header(), log)
            number, first = await display.next_frame(0)
            assert decoded(first).shape == (SIZE[1], SIZE[0], 3)
            assert decoded(first).std() > 10
            said = await message(display, lambda m: m["type"] == "hud")
            assert said["phase"] == "scene"
            assert said["found"] == []
            assert len(said["standpoints"]) == len(scenarios.load(SCENARIO).scenario.standpoints)
            display.send({"kind": "look", "h": 120.0, "p": 0.0})
            await message(display, lambda m: m["type"] == "hud" and m["view"]["h"] == 120.0)
            number, turned = await display.next_frame(display.frame[0] + 1)
            assert np.abs(decoded(turned) - decoded(first)).mean() > 5
            display.send({"kind": "point", "x": 0.5, "y": 0.02})
            pointed = await message(display, lambda m: m["type"] == "pointed")
            assert pointed["target"] == ""
            assert len(pointed["choices"]) == 4
            display.send({"kind": "flag", "target": "cable_pump", "problem": "damaged-or-missing"})
            display.send({"kind": "stop", "by": "crew"})
            await message(display, lambda m: m["type"] == "ended")
            kept = read_log(log)
            assert kept.end is not None
            assert any(isinstance(event, Flag) and event.target == "cable_pump" for event in kept.events)

    run(part)


def test_nothing_is_drawn_while_nobody_looks(display_cache: Path, tmp_path: Path) -> None:
    async def part() -> None:
        async with running(display_cache) as display:
            await display.begin(path(), header(), tmp_path / "log.jsonl")
            number, _ = await display.next_frame(0)
            began = await message(display, lambda m: m["type"] == "hud")
            later = await message(
                display, lambda m: m["type"] == "hud" and m["session_time"] > began["session_time"] + 0.5
            )
            assert later["session_time"] > began["session_time"]  # the session's clock goes on
            assert display.frame[0] <= number + 1  # one ahead at most

    run(part)


def test_after_a_crash_the_session_goes_on_from_its_log(display_cache: Path, tmp_path: Path) -> None:
    async def part() -> None:
        log = tmp_path / "log.jsonl"
        async with running(display_cache) as display:
            await display.begin(path(), header(), log)
            display.send({"kind": "flag", "target": "cable_pump", "problem": "damaged-or-missing"})
            await message(display, lambda m: m["type"] == "hud" and len(m["found"]) == 1)
            for _ in range(5):  # until the flag is surely on the disk
                await message(display, lambda m: m["type"] == "hud")
            display._process.kill()
            fault = await message(display, lambda m: m["type"] == "fault")
            assert fault["text"]
            await display.start()
            await display.begin(path(), header(), log)
            said = await message(display, lambda m: m["type"] == "hud")
            assert len(said["found"]) == 1
            number, picture = await display.next_frame(0)
            assert decoded(picture).std() > 10

    run(part)


def test_a_wrong_scenario_is_refused_with_its_reason_and_the_process_stays(display_cache: Path, tmp_path: Path) -> None:
    async def part() -> None:
        wrong = tmp_path / "wrong.yaml"
        wrong.write_text("qianche: 1\nid: wrong\n", "utf-8")
        async with running(display_cache) as display:
            with pytest.raises(DataError):
                await display.begin(wrong, header(), tmp_path / "log.jsonl")
            with pytest.raises(DataError):
                async for _ in display.prepare(wrong):
                    pass
            await display.begin(path(), header(), tmp_path / "log.jsonl")
            assert (await display.next_frame(0))[0] > 0

    run(part)


OWNER = """
import asyncio, sys
from pathlib import Path
from sim.display.stream import StreamDisplay
async def main():
    library = "tests.sim.small_world:SmallLibrary"
    display = StreamDisplay(64, 64, cache=Path(sys.argv[1]), quality="lean", library=library)
    await display.start()
    print(display._process.pid, flush=True)
    await asyncio.sleep(600)
asyncio.run(main())
"""


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True


@pytest.mark.skipif(sys.platform == "win32", reason="os.kill(pid, 0) ends a process on Windows")
def test_the_process_ends_when_its_owner_is_killed(display_cache: Path) -> None:
    owner = subprocess.Popen([sys.executable, "-c", OWNER, str(display_cache)], stdout=subprocess.PIPE)
    pid = int(owner.stdout.readline())
    assert alive(pid)
    owner.kill()
    owner.wait()
    deadline = time.monotonic() + 20
    while alive(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not alive(pid)


def test_preparing_tells_its_progress_and_writes_the_pictures(display_cache: Path, tmp_path: Path) -> None:
    short = json.loads(scenarios.load(SCENARIO).scenario.model_dump_json(by_alias=True, exclude_unset=True))
    short["standpoints"] = short["standpoints"][:1]
    file = tmp_path / f"{short['id']}.yaml"
    file.write_text(json.dumps(short, ensure_ascii=False), "utf-8")

    async def part() -> None:
        async with running(display_cache) as display:
            shares = [share async for share in display.prepare(file, tmp_path / "pictures")]
            assert shares == sorted(shares)
            assert shares[-1] == 1.0
            drawn = {each.stem for each in (tmp_path / "pictures").glob("*.jpg")}
            assert {"start", "replay", *short["hazards"]} <= drawn

    run(part)


def test_a_session_in_the_middle_of_preparing_another_scene_harms_neither(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    async def part() -> None:
        async with running(tmp_path_factory.mktemp("empty-cache")) as display:
            preparing = display.prepare(scenarios.load("falling-object-struck").path)
            share = 0.0
            while share < 0.6:  # some faces are painted, more are to come
                share = await anext(preparing)
            assert share < 1.0
            await display.begin(path(), header(), tmp_path / "log.jsonl")
            await display.next_frame(0)
            display.send({"kind": "stop", "by": "crew"})
            await message(display, lambda m: m["type"] == "ended")
            await display.leave()
            assert [share async for share in preparing][-1] == 1.0

    run(part)
