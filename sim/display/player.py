"""What a stream process does: plays a session, draws it, prepares scenarios between sessions."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import numpy as np
import simplejpeg

import scenarios
from scenarios.loader import LoadedScenario
from sim.display.hud import hud
from sim.display.scenery import FACE_SIZE, Scenery
from sim.log.events import Header
from sim.play_live import LiveSession
from sim.render.graphics import Graphics
from sim.session.wheel import choices
from sim.world.compose import compose

Quality = Literal["auto", "lean", "full"]
Message = dict[str, Any]
LEAN_FACE_SIZE = 1024
SAMPLES = 4
JPEG_QUALITY = 82
HUD_SECONDS = 0.1
STEP_SECONDS = 0.15
"""How long a step to another standpoint is hidden in black."""


class StreamPlayer:
    """One station's scene. Every method is called from the thread that owns the graphics."""

    def __init__(self, size: tuple[int, int], quality: Quality = "auto") -> None:
        self._size = size
        self._graphics = Graphics()
        smooth = quality == "full" or (quality == "auto" and not self._graphics.in_software)
        self._samples = SAMPLES if smooth else 0
        self._face_size = LEAN_FACE_SIZE if quality == "lean" else FACE_SIZE
        self._scenery: Scenery | None = None
        self._loaded: LoadedScenario | None = None
        self._live: LiveSession | None = None
        self._seed = 0
        self._hud_at = 0.0
        self._stepped_at = -1.0
        self._preparing: list[tuple[Path, Iterator[float] | None]] = []

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
                self._preparing.append((Path(command["path"]), None))
            case "begin":
                return self._begin(Path(command["path"]), Header.model_validate(command["header"]), command["log"])
            case "leave":
                self._leave()
            case "intent" if self._live is not None:
                return self._intent(command)
        return []

    def _begin(self, path: Path, header: Header, log: str) -> list[Message]:
        self._leave()
        self._set_scene(scenarios.load(path))
        scenario, log_path = self._loaded.scenario, Path(log)
        if log_path.exists():
            live = LiveSession.resume(log_path, scenario)
        else:
            live = LiveSession(scenario, header, log_path)
        self._live, self._seed = live, header.seed
        self._hud_at = 0.0
        gc.collect()
        gc.freeze()
        return [{"type": "begun"}]

    def _set_scene(self, loaded: LoadedScenario) -> None:
        if self._loaded is not None and self._loaded.hash == loaded.hash:
            return
        self._drop_scene()
        world = compose(loaded.scenario)
        self._scenery = Scenery(self._graphics, world, self._size, face_size=self._face_size, samples=self._samples)
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
        match intent["kind"]:
            case "look":
                live.look(intent["h"], intent["p"])
                return []
            case "step":
                if 0 <= intent["to"] < len(self._loaded.scenario.standpoints):
                    live.step(intent["to"])
                    self._stepped_at = time.monotonic()
            case "point":
                return [self._pointed(intent["x"], intent["y"])]
            case "flag":
                live.flag(intent["target"], intent["problem"])
            case "choose":
                live.choose(intent["decision"], intent["option"])
            case "pause":
                live.pause()
            case "resume":
                live.resume_play()
            case "go":
                live.go()
            case "stop":
                live.stop(intent.get("by", "trainee"))
        self._hud_at = 0.0
        return []

    def _pointed(self, x: float, y: float) -> Message:
        """The thing under a point of the picture, and what may be wrong with it."""
        state, scenery = self._live.state(), self._scenery
        view = scenery.view(state)
        direction = view.direction(x, y, self._size[0] / self._size[1])
        pick = scenery.picker.pick(state, view.eye, direction)
        target = pick.name if pick else ""
        offered = choices(self._loaded.scenario, target, self._seed)
        return {"type": "pointed", "x": x, "y": y, "target": target, "choices": list(offered)}

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
        self._scenery.refine()
        return simplejpeg.encode_jpeg(np.ascontiguousarray(image), JPEG_QUALITY, "BGRA", "420", fastdct=True)

    # --- work that can wait ---------------------------------------------------------------------------

    def work(self) -> list[Message]:
        """One small piece of preparing; says how far it is."""
        if not self.has_work:
            return []
        path, steps = self._preparing[0]
        if steps is None:
            self._set_scene(scenarios.load(path))
            steps = self._scenery.prepare()
            self._preparing[0] = (path, steps)
            return [{"type": "progress", "path": str(path), "share": 0.0}]
        share = next(steps, 1.0)
        if share >= 1.0:
            self._preparing.pop(0)
        return [{"type": "progress", "path": str(path), "share": round(share, 3)}]

    def close(self) -> None:
        """Leave the session where it is and give the graphics back."""
        self._leave()
        self._drop_scene()
        self._graphics.close()
