"""What the bench's drawing process does: shows the place of a text that is being written, from wherever one walks."""

from __future__ import annotations

import gc
import math
import time
from pathlib import Path
from typing import Any

import simplejpeg

import assets.people  # noqa: F401  (slow to import: with the program, not with its first scene)
from assets.place import Place
from kiosk.bench.floor_map import FloorMap, floor_map
from kiosk.bench.moments import Moments
from kiosk.bench.plan import moment_of, plan_of
from scenarios.draft import Draft, draft_of, salvaged
from scenarios.registry import registry
from scenarios.source import Source
from scenarios.writing.check import Reading, read_text
from sim.render.camera import View
from sim.render.graphics import Graphics
from sim.render.movers import corners_in_world
from sim.render.picture import WholePicture
from sim.render.rehearsal import Rehearsal
from sim.session.stance import EYE_HEIGHT
from sim.trainees import ScriptedName
from sim.world.bake import BakedLight
from sim.world.compose import World
from sim.world.library import Library
from sim.world.picking import Picker
from sim.world.plain_light import plain_light
from sim.world.setting import setting_of, world_of

Message = dict[str, Any]
QUICK, SHARP = (640, 360), (960, 540)
"""Pictures while something moves, and when nothing has moved for ``REST_S``."""
REST_S = 0.35
SHARP_SAMPLES = 4
JPEG_QUALITY = 84
MARK_MARGIN = 0.05
SHOWS_BETWEEN_COLLECTIONS = 40
THINGS = ("props", "actors")


class PreviewPlayer:
    """One text's place. Every method is called from the thread that owns the graphics."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._graphics = Graphics()
        self._stage: Rehearsal | None = None
        self._pictures: dict[str, WholePicture] = {}
        self._light: tuple[Place, BakedLight, FloorMap] | None = None
        self._draft: Draft | None = None
        self._source: Source | None = None
        self._reading: Reading | None = None
        self._place = ""
        """The place that the stage was built for."""
        self._unbuilt = False
        """Whether the stage cannot show the text, and another one is to be built."""
        self._moments: Moments | None = None
        self._picker: Picker | None = None
        self._view: View | None = None
        self._walker: Message = {}
        self._trainee: ScriptedName = "absent"
        self._seed, self._seconds = 0, 0.0
        self._marked: str | None = None
        self._changed_at: float | None = None
        self._sharp_due: float | None = None
        self._said: list[Message] = []
        self._shows = 0

    @property
    def renderer(self) -> str:
        return self._graphics.gsg.getDriverRenderer()

    @property
    def playing(self) -> bool:
        return self._stage is not None and not self._unbuilt

    @property
    def has_work(self) -> bool:
        """Whether a place is to be built."""
        return self._unbuilt

    # --- commands -----------------------------------------------------------------------------------

    def obey(self, what: str, command: Message) -> list[Message]:
        """``show`` a text; ``look`` from somewhere; ``time`` and ``play`` for what is seen; ``mark`` a thing;
        ``point`` at something."""
        match what:
            case "show":
                return self._show(command["text"], command["seq"], Path(command["folder"]))
            case "look":
                self._walker = command
                self._changed()
            case "play":
                self._trainee, self._seed = command["trainee"], command["seed"]
                self._new_moments()
                return self._moment()
            case "time":
                self._seconds = command["seconds"]
                self._changed()
                return self._moment()
            case "mark":
                self._marked = command["name"]
                return self._marked_box()
            case "point" if self.playing:
                return [self._pointed(command["x"], command["y"])]
        return []

    def _show(self, text: str, seq: int, folder: Path) -> list[Message]:
        reading = read_text(text, "", folder)
        if reading.source is None:
            return [{"type": "kept", "seq": seq}]
        draft = draft_of(reading.scenario) if reading.scenario else salvaged(reading.source.data)
        if draft.place not in registry().places:
            return [{"type": "kept", "seq": seq}]
        self._reading, self._draft, self._source = reading, draft, reading.source
        shown = {"type": "shown", "seq": seq}
        if self._stage is None or self._place != draft.place:
            self._unbuilt = True
            return [{"type": "building", "place": draft.place}, shown]
        world = self._world()
        if self._stage.take_up(world):
            return [shown, *self._taken_up()]
        self._unbuilt = True  # it holds another sign
        return [shown]

    def _world(self) -> World:
        """The world of the text, of what of it is without faults."""
        place = self._library.place(self._draft.place)
        faults = self._reading.faults
        broken = {fault.path[1] for fault in faults if len(fault.path) > 1 and fault.path[0] in THINGS}
        setting = setting_of(self._draft, place, broken, played=self._reading.scenario is not None)
        return world_of(setting, place, self._library)

    def _taken_up(self) -> list[Message]:
        """After the stage has a new world."""
        self._picker = None
        self._new_moments()
        self._shows += 1
        if self._shows % SHOWS_BETWEEN_COLLECTIONS == 0:
            gc.collect()
        return [plan_of(self._stage, self._draft, self._source), *self._moment()]

    def _new_moments(self) -> None:
        if self._stage is not None:
            shown = self._stage.world.scenario
            self._moments = Moments(shown, self._reading.scenario, self._trainee, self._seed)
            self._changed()

    def _moment(self) -> list[Message]:
        return [moment_of(self._stage, self._moments.at(self._seconds))] if self.playing else []

    # --- the place ------------------------------------------------------------------------------------

    def work(self) -> list[Message]:
        """Build the place of the text."""
        if not self._unbuilt:
            return []
        self._drop_stage()
        world, self._place = self._world(), self._draft.place
        if self._light is None or self._light[0] is not world.place:
            self._light = (world.place, plain_light(world), floor_map(world.place))
        _, light, plan = self._light
        self._stage = Rehearsal(self._graphics, world, light, "lean" if self._graphics.in_software else "full")
        self._pictures = {"sharp": WholePicture(self._stage, SHARP, SHARP_SAMPLES)}
        if self._graphics.in_software:
            self._pictures["quick"] = WholePicture(self._stage, QUICK, 0)
        self._unbuilt = False
        gc.collect()
        return [{"type": "map", "box": list(plan.box), "picture": plan.address}, *self._taken_up()]

    def _drop_stage(self) -> None:
        for picture in self._pictures.values():
            picture.remove()
        self._pictures.clear()
        if self._stage is not None:
            self._stage.close()
            self._stage = None

    # --- pictures -------------------------------------------------------------------------------------

    def _changed(self) -> None:
        self._changed_at = time.monotonic()

    def tick(self) -> list[Message]:
        """What was found out while drawing."""
        said, self._said = self._said, []
        return said

    def picture(self) -> bytes | None:
        """The next picture as JPEG; None while there is nothing new to see."""
        if not self.playing:
            return None
        now = time.monotonic()
        if self._changed_at is not None:
            self._changed_at = None
            self._sharp_due = now + REST_S if "quick" in self._pictures else None
            return self._draw("quick" if "quick" in self._pictures else "sharp")
        if self._sharp_due is not None and now >= self._sharp_due:
            self._sharp_due = None
            return self._draw("sharp")
        return None

    def _draw(self, kind: str) -> bytes:
        self._view = self._view_of_walker()
        state = self._moments.at(self._seconds)
        if kind == "sharp":
            self._stage.arrange(self._stage.world.things(state))
            self._stage.shade()
        image = self._pictures[kind].image(state, self._view)
        self._said += self._marked_box()
        return simplejpeg.encode_jpeg(image, JPEG_QUALITY, "RGB", "420")

    def _view_of_walker(self) -> View:
        """From where the page says, else from the first standpoint."""
        if not self._walker:
            first = next(iter(self._draft.standpoints.values()), None)
            extent = self._stage.world.place.extent
            at = first.at if first else [(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2]
            self._walker = {"at": at, "height": EYE_HEIGHT, "h": first.heading if first else 0.0, "p": -4.0}
        x, y, *z = self._walker["at"]
        floor = z[0] if z else self._stage.world.ground(x, y)
        return View((x, y, floor + self._walker["height"]), self._walker["h"], self._walker["p"])

    def _marked_box(self) -> list[Message]:
        """Where the marked thing lies in the picture, as shares of its width and height."""
        if self._marked is None or not self.playing or self._view is None or self._marked not in self._stage.movers:
            return [{"type": "marked", "name": self._marked, "box": None}]
        corners = corners_in_world(self._stage.movers[self._marked], MARK_MARGIN)
        points = [self._view.picture_point(tuple(corner), SHARP[0] / SHARP[1]) for corner in corners.tolist()]
        seen = [point for point in points if point is not None]
        if not seen:
            return [{"type": "marked", "name": self._marked, "box": None}]
        xs, ys = zip(*seen, strict=True)
        box = [max(0.0, min(xs)), max(0.0, min(ys)), min(1.0, max(xs)), min(1.0, max(ys))]
        shown = box[0] < box[2] and box[1] < box[3]
        return [{"type": "marked", "name": self._marked, "box": [round(v, 4) for v in box] if shown else None}]

    def _pointed(self, x: float, y: float) -> Message:
        """The thing under a point of the picture."""
        view = self._view or self._view_of_walker()
        self._picker = self._picker or Picker(self._stage.world)
        direction = view.direction(x, y, SHARP[0] / SHARP[1])
        pick = self._picker.pick(self._moments.at(self._seconds), view.eye, direction)
        return {"type": "pointed", "name": pick.name if pick and math.isfinite(pick.distance) else None}

    def close(self) -> None:
        """Give the graphics back."""
        self._drop_stage()
        self._graphics.close()
