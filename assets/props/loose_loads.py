"""What can fall from an edge: stacks of bricks, a spanner left on a plank."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, Pass, joined, model_of
from assets.modelling import Assembly, block, box, extrude, sign_quad, solid, torus, tube, varied
from assets.modelling.materials import BRICK_SOLID, CHROME, STEEL, WEBBING, WOOD, Material
from assets.props.parts.hand_tools import scaling_bar, shovel, tongs

Part = tuple[Pass, Mesh]
BRICK = (0.24, 0.115, 0.053)
COURSE = 0.0555
STRAP = Material((0.04, 0.22, 0.52), "paint", 0.45, 0.0, 0.1)


# --- bricks --------------------------------------------------------------------------------------


@cache
def _brick(fine: bool) -> Mesh:
    """One brick, with worn edges where it is seen from near."""
    if fine:
        return box(*BRICK, BRICK_SOLID, bevel=0.005, grid=1.0, wear=0.4)
    return solid(block(*BRICK), BRICK_SOLID)


def _laid(x: float, y: float, course: float, rng: np.random.Generator, *, h: float = 0, fine: bool = True) -> Mesh:
    """A brick lying with its middle at x, y on a course."""
    jitter = rng.uniform(-0.004, 0.004, 2)
    mesh = varied(_brick(fine), rng, 0.22)
    return mesh.placed(x + jitter[0], y + jitter[1], course * COURSE, h=h + rng.uniform(-1.2, 1.2))


def _pallet() -> Mesh:
    boards = [
        box(1.0, 0.10, 0.022, WOOD, bevel=0.004, grid=1.0).placed(0, y, 0.10) for y in np.linspace(-0.44, 0.44, 6)
    ]
    blocks = [box(0.10, 0.98, 0.10, WOOD, bevel=0.006, grid=1.0).placed(x, 0, 0) for x in (-0.44, 0, 0.44)]
    return joined([*boards, *blocks])


def _strapped_stack() -> list[Part]:
    """Bricks on a pallet, 1.2 m high, four straps round them, the middle left solid."""
    rng = np.random.default_rng(31)
    courses, base = 19, 0.122
    bricks: list[Mesh] = []
    for course in range(courses):
        along_x = course % 2 == 0
        for k in range(8):
            across = (k - 3.5) * 0.1195
            for end in (-0.362, 0.362) if 0 < k < 7 else (-0.362, -0.1207, 0.1207, 0.362):
                x, y, h = (end, across, 0) if along_x else (across, end, 90)
                bricks.append(_laid(x, y, course, rng, h=h, fine=False))
    core = box(0.72, 0.72, courses * COURSE - 0.01, BRICK_SOLID.shade(0.7), bevel=0.002, grid=1.2)
    high = base + courses * COURSE
    straps = []
    for at in (-0.25, 0.25):
        loop = [(at, -0.488, 0.11), (at, -0.492, high + 0.004), (at, 0.492, high + 0.004), (at, 0.488, 0.11)]
        straps.append(tube(loop, 0.011, STRAP, sides=4, squash=(1.0, 0.3)))
        straps.append(tube([(y, x, z) for x, y, z in loop], 0.011, STRAP, sides=4, squash=(1.0, 0.3)).placed(z=0.002))
    clip = [box(0.04, 0.03, 0.03, STEEL, bevel=0.004).placed(at, 0.495, 0.8) for at in (-0.25, 0.25)]
    stack = joined([*bricks, core]).placed(z=base)
    return [
        ("opaque", joined([_pallet(), stack, *straps, *clip])),
        ("sign", sign_quad("brick_tag", 0.22, 0.15).placed(0, 0.496, 0.9)),
    ]


EDGE = 0.24
"""The plank's edge in the frame of the loose stack, y in metres."""


def _loose_stack(state: str) -> Mesh:
    """Bricks put down on scaffold planks; ``at_edge`` three of them stand 6 cm out over the edge."""
    rng = np.random.default_rng(32)
    back = -0.04 if state == "cleared" else 0.0
    bricks = []
    for course in range(6):
        rows = (
            (-0.235, -0.115)
            if course > 3
            else (-0.235, -0.115, 0.005)
            if course > 1
            else (-0.235, -0.115, 0.005, 0.125)
        )
        if state == "cleared":
            rows = rows[:3]
        for row, y in enumerate(rows):
            for k in range(3 if course < 5 else 2):
                shift = 0.04 if (course + row) % 2 else 0.0
                bricks.append(_laid((k - 1) * 0.232 + shift - 0.02, y + back, course, rng))
    if state != "cleared":
        out = EDGE + 0.06 - BRICK[0] / 2
        over = [(-0.20, out, 2, 88), (0.02, out - 0.003, 2, 93), (0.155, out - 0.008, 2, 86)]
        for x, y, course, h in over[: 2 if state == "one_fallen" else 3]:
            bricks.append(_laid(x, y, course, rng, h=h))
    else:
        bricks += [_laid(x, -0.2, 6, rng, h=4) for x in (-0.12, 0.13)]
    chips = [
        box(rng.uniform(0.015, 0.04), rng.uniform(0.01, 0.03), 0.012, BRICK_SOLID, bevel=0.003).placed(
            rng.uniform(-0.33, 0.33), rng.uniform(0.10, 0.22), 0, h=rng.uniform(0, 180)
        )
        for _ in range(9)
    ]
    return joined([*bricks, *([] if state == "cleared" else chips)])


@prop("brick_stack")
def brick_stack(request: PropRequest) -> Model:
    """Bricks: variant ``pallet`` strapped, 1 x 1 x 1.2 m, or ``loose`` on planks whose edge is at y +0.24."""
    if request.variant == "loose" or request.state in ("at_edge", "cleared", "one_fallen"):
        return model_of(("opaque", _loose_stack(request.state)))
    return model_of(*_strapped_stack())


# --- spanner -------------------------------------------------------------------------------------


def _jaw(x: float, turn: float, width: float) -> list[tuple[float, float]]:
    """The outline of an open jaw about (x, 0), its mouth turned by ``turn`` degrees from +x."""
    a = np.radians(np.linspace(38, 322, 19) + turn)
    mouth = np.radians(turn)
    ahead, side = np.array([np.cos(mouth), np.sin(mouth)]), np.array([-np.sin(mouth), np.cos(mouth)])
    ring = [(x + width * np.cos(t), width * np.sin(t)) for t in a]
    inner = [
        ahead * width * 0.75 - side * width * 0.46,
        -ahead * width * 0.25 - side * width * 0.46,
        -ahead * width * 0.45,
        -ahead * width * 0.25 + side * width * 0.46,
        ahead * width * 0.75 + side * width * 0.46,
    ]
    return [*ring, *[(x + p[0], p[1]) for p in inner]]


LYING_TOOLS: dict[str, Callable[[Assembly], None]] = {
    "short_bar": lambda parts: scaling_bar(parts, 1.2),
    "long_bar": lambda parts: scaling_bar(parts, 2.5),
    "tongs": tongs,
    "shovel": shovel,
}


@prop("loose_tool")
def loose_tool(request: PropRequest) -> Model:
    """An open-ended spanner 0.36 m long lying along x; ``tethered`` has a lanyard with its hook.

    Other states: ``short_bar`` and ``long_bar`` for scaling, ``tongs``, a ``shovel``.
    """
    if request.state in LYING_TOOLS:
        parts = Assembly()
        LYING_TOOLS[request.state](parts)
        return parts.model()
    handle = [
        (-0.135, -0.014),
        (-0.09, -0.011),
        (0.09, -0.011),
        (0.135, -0.014),
        (0.135, 0.014),
        (0.09, 0.011),
        (-0.09, 0.011),
        (-0.135, 0.014),
    ]
    chrome = CHROME.but(roughness=0.25, colour=(0.62, 0.63, 0.65))
    parts = [
        extrude(handle, 0.010, chrome).placed(z=0.003),
        extrude(_jaw(0.148, 15, 0.036), 0.014, chrome),
        extrude(_jaw(-0.150, 195, 0.030), 0.014, chrome),
    ]
    if request.state == "tethered":
        a = np.linspace(0, 9 * 2 * np.pi, 110)
        coil = np.stack([-0.10 + 0.13 * a / a[-1], 0.040 + 0.014 * np.cos(a), 0.020 + 0.014 * np.sin(a)], axis=1)
        cord = np.vstack(
            [[(-0.118, 0.004, 0.016), (-0.115, 0.02, 0.02)], coil, [(0.05, 0.04, 0.012), (0.075, 0.035, 0.010)]]
        )
        parts.append(tube(cord, 0.0032, WEBBING, sides=5))
        parts.append(torus(0.016, 0.0035, WEBBING, sides=14, section=6).placed(-0.122, 0, 0.012, r=70))
        parts.append(torus(0.021, 0.0045, STEEL, sides=16, section=6).placed(0.096, 0.032, 0.006))
    return model_of(("opaque", joined(parts)))
