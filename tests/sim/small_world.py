"""A world of a few boxes, made by hand, for the tests of world, render and display."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from assets.builders import PropRequest
from assets.mesh import Lamp, Mesh, Model, model_of
from assets.place import Ground, Light, Place
from assets.textures.atlas import SignAtlas
from scenarios.model import Scenario
from sim.state import SceneState, ThingState, TraineeState

LAYERS = ("paint", "noise", "soil")
RED, GREEN, BLUE, GREY = (0.8, 0.02, 0.02), (0.02, 0.6, 0.05), (0.03, 0.05, 0.8), (0.4, 0.4, 0.4)


def box(w: float, d: float, h: float, colour: tuple[float, float, float] = GREY, layer: int = 0) -> Mesh:
    """A box on the ground, its origin in the middle of its footprint."""
    position, normal, faces = [], [], []
    for axis in range(3):
        for sign in (-1.0, 1.0):
            n = np.zeros(3)
            n[axis] = sign
            a, b = np.eye(3)[(axis + 1) % 3], np.eye(3)[(axis + 2) % 3]
            if np.dot(np.cross(a, b), n) < 0:
                a, b = b, a
            start = len(position)
            position += [n - a - b, n + a - b, n + a + b, n - a + b]
            normal += [n] * 4
            faces += [(start, start + 1, start + 2), (start, start + 2, start + 3)]
    points = np.array(position) * (w / 2, d / 2, h / 2) + (0, 0, h / 2)
    count = len(points)
    uvl = np.column_stack([points[:, 0] + points[:, 1], points[:, 2], np.full(count, layer)])
    surface = np.tile((0.7, 0, 0, 0), (count, 1))
    return Mesh(
        np.array(faces, np.int32), *(np.asarray(each, np.float32) for each in (points, normal, uvl)),
        np.tile(np.asarray(colour, np.float32), (count, 1)), surface.astype(np.float32),
    )  # fmt: skip


def flat_ground(half: float = 20.0) -> Mesh:
    position = np.array([(-half, -half, 0), (half, -half, 0), (half, half, 0), (-half, half, 0)], np.float32)
    up = np.tile(np.array([0, 0, 1], np.float32), (4, 1))
    return Mesh(
        np.array([(0, 1, 2), (0, 2, 3)], np.int32), position, up, position * (1, 1, 0) + (0, 0, 2),
        np.full((4, 3), 0.5, np.float32), np.tile(np.array([0.9, 0, 0, 0], np.float32), (4, 1)),
    )  # fmt: skip


def small_place(walls: list[Mesh] | None = None, night: float = 0.0, flooded: bool = False) -> Place:
    splat = np.zeros((8, 8, 4), np.uint8)
    splat[..., 2] = 255 if flooded else 0
    splat[..., 3] = 128
    sun = np.array([-0.5, -0.6, 0.62])
    light = Light(
        tuple(float(x) for x in sun / np.linalg.norm(sun)), (0.02,) * 3 if night else (2.6, 2.4, 2.0),
        *(((0.05, 0.05, 0.08),) * 3 if night else ((0.9, 0.9, 0.9), (0.7, 0.75, 0.85), (0.3, 0.5, 0.9))),
        clouds=0.0, night=night,
    )  # fmt: skip
    model = model_of(*(("opaque", wall) for wall in walls or []))
    ground = Ground(flat_ground(), (-10, -10), 20, splat, ("soil", "soil", "soil"), water_level=0.0)
    return Place("small", model, ground, light, (-8, -8, 8, 8), lambda x, y: np.zeros_like(np.asarray(x, float)))


@dataclass
class SmallLibrary:
    """Boxes by name and state: a colour and a size each."""

    walls: list[Mesh] = field(default_factory=list)
    night: float = 0.0
    flooded: bool = False

    def prop(self, name: str, request: PropRequest) -> Model:
        colour = {"ok": GREEN, "broken": RED}.get(request.state, BLUE)
        if name == "sign":
            return model_of(("opaque", box(0.8, 0.05, 0.8, colour)))
        if name == "lamp":
            lamp = Lamp((0, 0.3, 1.6), (0, 1, -1), power=5, cone=180)
            return model_of(("glow", box(0.3, 0.1, 1.6, (1, 0.9, 0.6))), lamps=(lamp,))
        if name == "pebble":
            return model_of(("opaque", box(0.05, 0.05, 0.05, colour)))
        return model_of(("opaque", box(1, 1, 1, colour)))

    def default_state(self, name: str, variant: str | None) -> str:
        return "plain"

    def place(self, name: str) -> Place:
        return small_place(self.walls, self.night, self.flooded)

    def person(self, character: str, variant: str | None):
        from assets.people import person

        return person(character, variant)

    def clips(self):
        from assets.people import clips

        return clips()

    def layers(self) -> tuple[tuple[str, ...], NDArray[np.uint8]]:
        image = np.full((3, 8, 8, 4), 180, np.uint8)
        image[1] = 128
        return LAYERS, image

    def signs(self, numbers: Collection[int]) -> SignAtlas:
        return SignAtlas(dict.fromkeys(numbers, (0, 0, 1, 1)), np.full((8, 8, 4), 255, np.uint8))


def both(words: str) -> dict[str, str]:
    return {"zh": words, "en": words}


def small_scenario(**parts: object) -> Scenario:
    """A scenario with a sign in the north that can break, a crate in the east, and one standpoint."""
    sign_fixed = [{"state": {"prop": "sign", "state": "ok"}}]
    written: dict[str, object] = {
        "qianche": 1, "id": "small", "title": both("t"), "industry": "construction",
        "accident_type": {"gb6441_2025": "x", "gb6441_1986": "x"}, "setting": both("s"), "objective": both("o"),
        "content_warning": both("w"), "minutes": 1, "place": "small",
        "standpoints": [{"at": [0, 0], "heading": 0}, {"at": [3, -3], "heading": 40}],
        "props": {
            "sign": {"prop": "sign", "at": [0, 4, 1.2], "state": "broken"},
            "crate": {"prop": "crate", "at": [4, 0]},
        },
        "hazards": {
            "sign-broken": {
                "target": "sign", "label": both("l"), "cue": both("c"), "why": both("w"), "class": "物/物理性",
                "problem": "damaged-or-missing", "window": [0, 60], "lec": {"L": 3, "E": 6, "C": 15}, "severity": 3,
                "key": True, "corrected": sign_fixed,
            }
        },
        "accident": {
            "chain": both("c"), "at": 60, "unless": {"flagged": "sign-broken"},
            "steps": [{"after": 0, "do": [{"fade": {"to": "white"}}]}], "prevention": both("p"),
            "replay": {"eye": [5, -5, 3], "look_at": [0, 4, 1], "caption": both("c"),
                       "lines": [[[0, 0, 1], [0, 4, 1]]]},
        },
        "averted": {"steps": [{"after": 0, "do": [{"say": {"text": both("ok")}}]}]},
        "debrief": {"text": both("d"), "right_way": [both("r")], "first_aid": both("f"), "standards": ["s"]},
    }  # fmt: skip
    return Scenario.model_validate({**written, **parts})


def moment(things: dict[str, ThingState] | None = None, **parts: object) -> SceneState:
    """A state in which only ``things`` differ from how they are set up."""
    trainee = TraineeState(0, (0, 0, 1.65), 0, 0)
    return SceneState(0.0, 0.0, "scene", False, trainee, things or {}, **parts)
