"""Protective equipment: the rack of helmets, and the bag with a reflective vest."""

from __future__ import annotations

from functools import cache

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, Pass, joined, model_of
from assets.modelling import box, cloth, rod, rounded_box, sign_quad, smooth, tube
from assets.modelling.loft import loft
from assets.modelling.materials import BLACK_PLASTIC, BLUE_PAINT, STEEL, WINDOW, Material, plastic
from assets.modelling.solids import solid
from assets.props.ppe_shelves import ppe_shelf

Part = tuple[Pass, Mesh]
VEST = Material((0.95, 0.26, 0.02), "fabric", 0.85, 0.0, 0.5, scale=6.0)
SILVER = Material((0.80, 0.81, 0.80), "fabric", 0.3, 0.2, 0.1, scale=8.0)
WEB = Material((0.10, 0.10, 0.11), "fabric", 0.9, 0.0, 0.4, scale=10.0)
SHELLS = (
    (0.92, 0.58, 0.03),
    (0.92, 0.58, 0.03),
    (0.85, 0.86, 0.86),
    (0.70, 0.05, 0.04),
    (0.92, 0.58, 0.03),
    (0.05, 0.17, 0.50),
)
CRACKED = 4
"""Which helmet of the rack has the cracked shell."""


def _shell_radius(angle: np.ndarray, height: float) -> tuple[np.ndarray, np.ndarray]:
    """A ring of the helmet's shell at a height 0..1: a little longer than wide."""
    round_ = np.sqrt(max(0.0, 1 - height**2.3))
    return 0.108 * round_ * np.cos(angle), 0.132 * round_ * np.sin(angle)


@cache
def helmet(colour: tuple[float, float, float]) -> Mesh:
    """A safety helmet standing on its brim, its peak to +y: shell, three ridges, brim, cradle, strap."""
    paint = plastic(*colour, 0.28)
    angle = np.arange(24) / 24 * 2 * np.pi
    rings = []
    for height in (0.0, 0.2, 0.42, 0.62, 0.78, 0.9, 0.97):
        x, y = _shell_radius(angle, height)
        rings.append(np.column_stack([x, y, np.full(24, 0.012 + 0.145 * height)]))
    dome = solid(loft(rings), paint, split=60)
    rim = []
    for grow, z in ((0.0, 0.014), (1.0, 0.0), (1.0, 0.006), (0.0, 0.022)):
        peak = np.clip(np.sin(angle), 0, 1) ** 2 * 0.050 + 0.014
        x, y = _shell_radius(angle, 0)
        rim.append(np.column_stack([x + np.cos(angle) * peak * grow, y + np.sin(angle) * peak * grow, np.full(24, z)]))
    brim = solid(loft(rim), paint, split=50)
    ridges = []
    for x in (-0.032, 0.0, 0.032):
        line = [
            (
                x * (1 - 0.2 * abs(t)),
                0.120 * t,
                0.010 + 0.151 * np.sqrt(max(0.02, 1 - (abs(t) * 0.98) ** 2.3 - 6 * x * x)),
            )
            for t in np.linspace(-0.86, 0.86, 9)
        ]
        ridges.append(tube(smooth(line, 2), 0.008, paint, sides=6, squash=(1.2, 0.7)))
    strap = [
        tube(
            smooth([(x, 0.02, 0.01), (x * 0.85, 0.035, -0.0), (x * 0.5, 0.10, 0.004)], 3),
            0.006,
            WEB,
            sides=4,
            squash=(1.5, 0.4),
        )
        for x in (-0.105, 0.105)
    ]
    return joined([dome, brim, *ridges, *strap])


def _crack() -> Mesh:
    """A black forked crack over the front of the shell, its lips standing open."""

    def on_shell(x: float, t: float) -> tuple[float, float, float]:
        height = np.sqrt(t)
        flat = np.sqrt(max(0.0, 1 - height**2.3))
        return (
            x,
            float(0.1335 * flat * np.sqrt(max(0.0, 1 - (x / (0.109 * flat + 1e-6)) ** 2))),
            0.012 + 0.1465 * height,
        )

    main = [(0.020, 0.02), (0.004, 0.10), (0.026, 0.18), (0.006, 0.28), (0.030, 0.38), (0.018, 0.48), (0.044, 0.55)]
    fork = [(0.026, 0.18), (0.052, 0.22), (0.062, 0.31)]
    second = [(0.006, 0.28), (-0.022, 0.33), (-0.030, 0.44)]
    lines = []
    for path, width in ((main, 0.0042), (fork, 0.003), (second, 0.0028)):
        points = np.array([on_shell(*p) for p in path])
        radius = np.linspace(width, width * 0.35, len(points))
        lines.append(tube(points, radius, plastic(0.012, 0.010, 0.008, 0.9), sides=5))
        lines.append(tube(points + [0.0055, 0.0012, 0.001], radius * 0.7, plastic(0.95, 0.80, 0.45, 0.5), sides=4))
    return joined(lines)


def _rack() -> Mesh:
    posts = [
        box(0.035, 0.035, 1.5, BLUE_PAINT, bevel=0.005, grid=0.8).placed(x, y)
        for x in (-0.47, 0.47)
        for y in (-0.17, 0.17)
    ]
    rails = [
        box(0.94, 0.025, 0.03, BLUE_PAINT, bevel=0.005, grid=1.0).placed(0, y, z)
        for z in (0.36, 0.80, 1.24)
        for y in (-0.17, 0.17)
    ]
    shelves = [box(0.96, 0.35, 0.012, STEEL, bevel=0.003, grid=0.5).placed(0, 0, z + 0.03) for z in (0.36, 0.80)]
    back = box(0.96, 0.012, 0.20, BLUE_PAINT, bevel=0.004).placed(0, -0.18, 1.38)
    hooks = [
        tube(smooth([(x, -0.16, 1.27), (x, -0.05, 1.25), (x, 0.0, 1.27)], 3), 0.006, STEEL, sides=6)
        for x in (-0.3, 0.0, 0.3)
    ]
    return joined([*posts, *rails, *shelves, back, *hooks])


def _hung_vest(x: float) -> Mesh:
    """A reflective vest hanging by its collar from a hook of the rack."""
    u, v = np.meshgrid(np.linspace(1, -1, 9), np.linspace(0, 1, 9))
    width = 0.10 + 0.09 * np.clip(v * 3, 0, 1)
    points = np.stack(
        [x + u * width, 0.02 + 0.03 * np.cos(u * 5) * v + 0.02 * np.sin(v * 6), 1.25 - 0.40 * v], axis=-1
    )[::-1]
    stripe = points[3:5] + np.array([0, 0.006, 0])
    return joined([cloth(points, VEST, two_sided=True), cloth(stripe, SILVER)])


def _helmet_rack() -> list[Part]:
    helmets = []
    for k, colour in enumerate(SHELLS):
        shelf, place = divmod(k, 3)
        turn = (8, -14, 4, -6, 12, -9)[k]
        mesh = helmet(colour)
        if k == CRACKED:
            mesh, turn = joined([mesh, _crack()]), -4
        helmets.append(mesh.placed((place - 1) * 0.30, 0.02, 0.845 if shelf == 0 else 0.405, h=turn))
    gloves = rounded_box(0.22, 0.12, 0.05, plastic(0.72, 0.70, 0.64, 0.9), radius=0.024, segments=8).placed(
        -0.25, 0.02, 0.0
    )
    carton = box(0.34, 0.26, 0.24, Material((0.62, 0.45, 0.28), "fabric", 0.9, 0.0, 0.2), bevel=0.006).placed(
        0.24, 0, 0
    )
    opaque = joined([_rack(), *helmets, _hung_vest(-0.3), _hung_vest(0.3), gloves, carton])
    return [("opaque", opaque), ("sign", sign_quad("helmet_rack", 0.92, 0.16).placed(0, -0.172, 1.40))]


def _folded_vest() -> Mesh:
    """The vest folded in its bag, a silver stripe across."""
    fold = rounded_box(0.32, 0.055, 0.36, VEST, radius=0.026).placed(0, 0, 0.03)
    second = rounded_box(0.28, 0.05, 0.30, VEST.shade(0.85), radius=0.024).placed(0.01, 0.012, 0.05)
    stripes = [
        rounded_box(0.325, 0.078, 0.05, SILVER, radius=0.008, segments=8).placed(0, 0.001, z) for z in (0.10, 0.24)
    ]
    return joined([fold, second, *stripes])


def _vest_bag(state: str) -> list[Part]:
    """A clear bag on a hook; empty and slack once ``taken``."""
    hook = joined(
        [
            tube(
                smooth([(0, -0.058, 0.485), (0, -0.02, 0.50), (0, 0.0, 0.475), (0, -0.012, 0.455)], 4),
                0.005,
                STEEL,
                sides=6,
            ),
            box(0.16, 0.02, 0.035, BLACK_PLASTIC, bevel=0.006).placed(0, 0, 0.425),
        ]
    )
    if state == "taken":
        u, v = np.meshgrid(np.linspace(1, -1, 9), np.linspace(0, 1, 9))
        slack = np.stack([u * 0.17 * (1 - 0.25 * v), 0.012 * np.sin(u * 7) * v + 0.02 * v, 0.42 - 0.30 * v], axis=-1)[
            ::-1
        ]
        bag = cloth(slack, WINDOW.coloured(0.7, 0.72, 0.74), two_sided=True)
        return [("opaque", hook), ("glass", bag)]
    bag = rounded_box(0.38, 0.085, 0.42, WINDOW.coloured(0.7, 0.72, 0.74), radius=0.038).placed(0, 0, 0.01)
    seal = rod((-0.19, 0, 0.425), (0.19, 0, 0.425), 0.006, BLACK_PLASTIC)
    return [
        ("opaque", joined([hook, _folded_vest(), seal])),
        ("glass", bag),
        ("sign", sign_quad("vest_label", 0.15, 0.09).placed(0.06, 0.0445, 0.30)),
    ]


@prop("ppe_rack")
def ppe_rack(request: PropRequest) -> Model:
    """Variant ``helmets``: six on a rack, one with a cracked shell; ``vest_bag``: sealed or taken; the others
    are shelves (``ppe_shelves``)."""
    if request.variant not in (None, "helmets", "vest_bag"):
        return ppe_shelf(request.variant, request.state)
    if request.variant == "vest_bag" or request.state in ("sealed", "taken"):
        return model_of(*_vest_bag(request.state))
    return model_of(*_helmet_rack())
