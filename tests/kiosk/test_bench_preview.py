"""The bench's drawing process, with a world of boxes: what is changed in the text is seen, and nothing breaks it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from kiosk.bench.preview import Preview
from scenarios.starter import starter
from scenarios.writing.edit import set_value
from tests.kiosk.bench_site import BOXES

TEXT = starter("my-scene")
PATIENCE_S = 120
LOOK = {"do": "look", "at": [5.6, 5.6], "height": 1.6, "h": 0, "p": -4}
LOW_IN_THE_MIDDLE = {"do": "point", "x": 0.5, "y": 0.93}


class Watcher:
    """Reads what the process says."""

    def __init__(self, preview: Preview, folder: Path) -> None:
        self.preview, self.folder = preview, folder
        self.messages = preview.messages()
        self.seq = 0
        self.number = 0

    async def says(self, kind: str) -> dict[str, Any]:
        """The next message of a kind."""
        async for message in self.messages:
            if message["type"] == kind:
                return message
        raise AssertionError("the process is gone")

    async def picture(self) -> bytes:
        self.number, picture = await self.preview.next_frame(self.number)
        return picture

    def shows(self, text: str) -> None:
        self.seq += 1
        self.preview.show(text, self.seq, self.folder)

    def asks(self, command: dict[str, Any]) -> None:
        self.preview.send(dict(command))


def test_a_changed_text_is_seen(tmp_path: Path) -> None:
    async def walk() -> None:
        preview = Preview(library=BOXES)
        await preview.start()
        try:
            async with asyncio.timeout(PATIENCE_S):
                await follows_the_text(Watcher(preview, tmp_path))
        finally:
            await preview.close()

    asyncio.run(walk())


async def follows_the_text(watcher: Watcher) -> None:
    watcher.shows(TEXT)
    plan = await watcher.says("plan")
    box = next(thing for thing in plan["things"] if thing["name"] == "my_box")
    assert (box["at"], box["heading"], box["role"], box["label"]["zh"]) == ([5.5, 7.5], 180, "hazard", "开关箱")
    assert TEXT.splitlines()[box["line"] - 1].startswith("  my_box:")
    assert [standpoint["at"] for standpoint in plan["standpoints"]] == [[3.0, 2.0], [5.6, 5.6]]
    watcher.asks(LOOK)
    before = await watcher.picture()
    assert before.startswith(b"\xff\xd8")
    watcher.asks(LOW_IN_THE_MIDDLE)
    assert (await watcher.says("pointed"))["name"] == "my_box"

    # A moved prop is somewhere else in the picture and in the plan; the place is not built again.
    away = set_value(TEXT, ("props", "my_box", "at"), [2.0, -6.0])
    watcher.shows(away)
    kinds = []
    while "plan" not in kinds:
        message = await anext(watcher.messages)
        kinds.append(message["type"])
    assert "building" not in kinds and "map" not in kinds
    assert next(thing for thing in message["things"] if thing["name"] == "my_box")["at"] == [2.0, -6.0]
    watcher.asks(LOW_IN_THE_MIDDLE)
    assert (await watcher.says("pointed"))["name"] != "my_box"

    # What is no YAML leaves the picture as it was; a fault elsewhere does not keep a prop from moving.
    watcher.shows(away + "\n  ]")
    await watcher.says("kept")
    watcher.shows(TEXT.replace("minutes: 2", "minutes: many").replace("target: my_box", "target: nothing"))
    plan = await watcher.says("plan")
    assert next(thing for thing in plan["things"] if thing["name"] == "my_box")["at"] == [5.5, 7.5]
    watcher.asks(LOW_IN_THE_MIDDLE)
    assert (await watcher.says("pointed"))["name"] == "my_box"

    # A prop that does not exist is left out, one that is added is there.
    watcher.shows(TEXT.replace("  my_lamp: {prop: work_light", "  my_lamp: {prop: no_such_thing"))
    plan = await watcher.says("plan")
    assert {"my_box"} <= {thing["name"] for thing in plan["things"]} and "my_lamp" not in str(plan["things"])

    # Time goes on as a script plays it.
    watcher.shows(TEXT)
    await watcher.says("plan")
    watcher.asks({"do": "play", "trainee": "absent", "seed": 0})
    watcher.asks({"do": "time", "seconds": 30.0})
    while (moment := await watcher.says("moment"))["seconds"] != 30.0:
        pass
    assert moment["phase"] == "scene" and moment["things"]["my_worker"][:2] != [9.0, 9.0]
    watcher.asks({"do": "mark", "name": "my_box"})
    await watcher.picture()  # where it lies is told with the picture
    while (marked := await watcher.says("marked"))["name"] != "my_box" or marked["box"] is None:
        pass
    left, top, right, bottom = marked["box"]
    assert 0 <= left < right <= 1 and 0 <= top < bottom <= 1
