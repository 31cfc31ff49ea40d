"""What a stream process does: plays a session, draws it, prepares scenarios between sessions."""

from __future__ import annotations

import gc
import time
from collections import deque
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import simplejpeg

import scenarios
from common.errors import QiancheError
from scenarios.loader import LoadedScenario
from sim.display.hud import hud
from sim.display.intents import carry_out
from sim.display.scenery import FACE_SIZE, FACE_SIZE_FOR, Scenery
from sim.display.stills import Stills, picture_count, save_jpeg, scenario_pictures
from sim.log.events import Header
from sim.play_live import LiveSession
from sim.render.graphics import Graphics
from sim.session.wheel import choices, deeds_on
from sim.world.compose import compose
from sim.world.library import Library

Quality = Literal["auto", "lean", "full"]
Message = dict[str, Any]
LEAN_SHARE = 2 / 3
SMALLEST_FACE, LARGEST_FACE = 256, 2048
SAMPLES = 4
JPEG_QUALITY = 82
HUD_SECONDS = 0.1
WORLD_SHARE, STILLS_SHARE = 0.4, 0.2
PICTURES_MARK = "pictures-of"
STEP_SECONDS = 0.15
"""How long a step to another standpoint is hidden in black."""


@dataclass
class Preparing:
    """A scenario that is being prepared: where its pictures go, and the steps that are left once it began."""

    path: Path
    pictures: Path | None
    steps: Generator[float, None, None] | None = None


def face_size(width: int, quality: Quality) -> int:
    """How large the faces of a standpoint are for pictures so many pixels wide."""
    sharp = FACE_SIZE * width / FACE_SIZE_FOR * (LEAN_SHARE if quality == "lean" else 1.0)
    return max(SMALLEST_FACE, min(LARGEST_FACE, round(sharp / 64) * 64))


def refusal(what: str, error: QiancheError, path: str = "") -> Message:
    """An error of ours as the message that the owner turns into an error again."""
    places = {name: str(value) for name, value in error.places.items()}
    return {
        "type": "refused", "of": what, "path": path, "key": error.key, "places": places, "exit": error.exit_code,
    }  # fmt: skip


class StreamPlayer:
    """One station's scene. Every method is called from the thread that owns the graphics."""

    def __init__(self, size: tuple[int, int], quality: Quality, library: Library, *, quick: bool = False) -> None:
        """``quick``: scenes in a light without shades, which need no preparing."""
        self._size, self._library, self._quick = size, library, quick
        self._graphics = Graphics()
        smooth = quality == "full" or (quality == "auto" and not self._graphics.in_software)
        self._samples = SAMPLES if smooth else 0
        self._face_size = face_size(size[0], quality)
        self._scenery: Scenery | None = None
        self._loaded: LoadedScenario | None = None
        self._live: LiveSession | None = None
        self._seed = 0
        self._hud_at = 0.0
        self._stepped_at = -1.0
        self._preparing: deque[Preparing] = deque()

    @property
    def renderer(self) -> str:
        return self._graphics.gsg.getDriverRenderer()

    @property
    def playing(self) -> bool:
        return self._live is not None

    @property
    def has_work(self) -> bool:
        return bool(self._preparing) and not self.playing

    # --- commands -----------------------------------------------------------------------------------

    def obey(self, what: str, command: Message) -> list[Message]:
        """Do what the owner asks; gives what is to be said to it.

        Raises:
            QiancheError: the scenario or the log is wrong.
        """
        match what:
            case "prepare":
                pictures = command.get("pictures")
                self._preparing.append(Preparing(Path(command["path"]), Path(pictures) if pictures else None))
            case "begin":
                return self._begin(Path(command["path"]), Header.model_validate(command["header"]), command["log"])
            case "leave":
                self._leave()
            case "intent" if self._live is not None:
                return self._intent(command)
        return []

    def _begin(self, path: Path, header: Header, log: str) -> list[Message]:
        self._leave()
        self._lay_work_aside()
        self._set_scene(scenarios.load(path))
        scenario, log_path = self._loaded.scenario, Path(log)
        begun = log_path.exists()
        self._live = LiveSession.resume(log_path, scenario) if begun else LiveSession(scenario, header, log_path)
        self._seed = self._live.session.seed
        self._hud_at = 0.0
        gc.collect()
        gc.freeze()
        return [{"type": "begun"}]

    def _set_scene(self, loaded: LoadedScenario) -> None:
        if self._loaded is not None and self._loaded.hash == loaded.hash:
            return
        self._drop_scene()
        world = compose(loaded.scenario, self._library)
        self._scenery = Scenery(
            self._graphics, world, self._size, face_size=self._face_size, samples=self._samples, quick=self._quick
        )
        self._loaded = loaded
        first = loaded.scenario.standpoints[0]
        self._scenery.stand_at(0, first.heading)

    def _drop_scene(self) -> None:
        if self._scenery is not None:
            self._scenery.close()
            self._scenery = self._loaded = None
            gc.unfreeze()
            gc.collect()

    def _leave(self) -> None:
        if self._live is not None:
            self._live.close()
            self._live = None

    def _intent(self, intent: Message) -> list[Message]:
        live = self._live
        live.tick()
        if intent["kind"] == "point":
            return [self._pointed(intent["x"], intent["y"])]
        carry_out(live, intent)
        if intent["kind"] == "step":
            self._stepped_at = time.monotonic()
        if intent["kind"] != "look":
            self._hud_at = 0.0
        return []

    def _pointed(self, x: float, y: float) -> Message:
        """The thing under a point of the picture, what may be wrong with it, and what can be done to it."""
        state, scenery = self._live.state(), self._scenery
        view = scenery.view(state)
        direction = view.direction(x, y, self._size[0] / self._size[1])
        pick = scenery.picker.pick(state, view.eye, direction)
        target = pick.name if pick else ""
        scenario = self._loaded.scenario
        return {
            "type": "pointed",
            "x": x,
            "y": y,
            "target": target,
            "choices": list(choices(scenario, target, self._seed)),
            "deeds": list(deeds_on(scenario, target, state.deeds, self._seed)),
        }

    # --- time ---------------------------------------------------------------------------------------

    def tick(self) -> list[Message]:
        """Let the session come up to now; what the page has to know."""
        if self._live is None:
            return []
        self._live.tick()
        now = time.monotonic()
        if self._live.ended:
            said = [self._hud(), {"type": "ended"}]
            self._leave()
            return said
        if now - self._hud_at < HUD_SECONDS:
            return []
        self._hud_at = now
        return [self._hud()]

    def _hud(self) -> Message:
        state = self._live.state()
        return hud(self._scenery.world, state, self._scenery.view(state), self._size[0] / self._size[1])

    def picture(self) -> bytes | None:
        """The trainee's picture as JPEG; None when there is no session."""
        if self._live is None:
            return None
        self._live.tick()
        dark = max(0.0, 1 - (time.monotonic() - self._stepped_at) / STEP_SECONDS)
        image = self._scenery.picture(self._live.state(), dark)
        if dark >= 1:
            self._stepped_at = time.monotonic()
        return simplejpeg.encode_jpeg(np.ascontiguousarray(image), JPEG_QUALITY, "BGRA", "420", fastdct=True)

    # --- work that can wait ---------------------------------------------------------------------------

    def work(self) -> list[Message]:
        """One small piece of preparing; says how far it is."""
        if not self.has_work:
            return []
        job = self._preparing[0]
        try:
            if job.steps is None:
                job.steps = self._prepare(job)
            share = next(job.steps, 1.0)
        except QiancheError as error:
            self._preparing.popleft()
            return [refusal("prepare", error, str(job.path))]
        if share >= 1.0:
            self._preparing.popleft()
        return [{"type": "progress", "path": str(job.path), "share": round(share, 3)}]

    def _lay_work_aside(self) -> None:
        """Let go of what is half prepared, since its scene may be dropped; begun again it finds in the cache
        what it had done."""
        for job in self._preparing:
            if job.steps is not None:
                job.steps.close()
                job.steps = None

    def _prepare(self, job: Preparing) -> Generator[float, None, None]:
        """Yields the share that is done: the world and its light, still pictures, the faces of its standpoints."""
        yield 0.0
        loaded = scenarios.load(job.path)
        self._set_scene(loaded)
        yield WORLD_SHARE
        if job.pictures is not None:
            for share in self._draw_stills(job.pictures, loaded):
                yield WORLD_SHARE + share * STILLS_SHARE
        if self._loaded is None or self._loaded.hash != loaded.hash:
            self._set_scene(loaded)
        rest = 1.0 - WORLD_SHARE - STILLS_SHARE
        for share in self._scenery.prepare():
            yield WORLD_SHARE + STILLS_SHARE + share * rest

    def _draw_stills(self, folder: Path, loaded: LoadedScenario) -> Iterator[float]:
        """Write the pictures that are missing in ``folder``, which knows by a mark what they show."""
        mark = folder / PICTURES_MARK
        if mark.is_file() and mark.read_text("utf-8") == loaded.hash:
            return
        folder.mkdir(parents=True, exist_ok=True)
        stills = Stills(self._graphics, self._scenery.world)
        count = picture_count(loaded.scenario)
        try:
            for index, (name, picture) in enumerate(scenario_pictures(stills)):
                save_jpeg(picture, folder / f"{name}.jpg")
                yield (index + 1) / count
        finally:
            stills.close()
        mark.write_text(loaded.hash, "utf-8")

    def close(self) -> None:
        """Leave the session where it is and give the graphics back."""
        self._leave()
        self._drop_scene()
        self._graphics.close()
