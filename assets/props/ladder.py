"""Ladders: leaning, long for pits, ladderways on a wall, step irons; sound, untied, rusted, blocked."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import Assembly, bolt, box, cable, rod, torus, tube, varied
from assets.modelling.materials import (
    ALUMINIUM,
    DARK_STEEL,
    RUBBER,
    RUSTY_STEEL,
    SAFETY_YELLOW,
    STEEL,
    WOOD,
    Material,
)

HALF = 0.21
"""Half the distance between the stiles, metres."""
RUNG_STEP = 0.30


@prop("ladder")
def ladder(request: PropRequest) -> Model:
    """Variants: ``leaning`` aluminium 3.5 m, its head at -y; ``long`` steel 5.5 m against a pit's wall at -y.

    ``wall``: a fixed one on a wall at y -0.15; ``irons`` in a shaft's wall at y -0.16; ``bridge`` over a belt, along y.
    """
    parts = Assembly()
    variant = request.variant or "leaning"
    builders = {"leaning": _leaning, "long": _long, "wall": _wall, "irons": _irons, "bridge": _bridge}
    builders[variant](parts, request.state)
    return parts.model()


def _straight(
    length: float, stile: Material, rung: Material, *, rusty: int | None = None, round_stile: bool = False
) -> Mesh:
    """A ladder standing upright in the plane y = 0; rung number ``rusty`` is eaten through."""
    parts = []
    for x in (-HALF, HALF):
        if round_stile:
            parts.append(rod((x, 0, 0), (x, 0, length), 0.021, stile, sides=8, grid=0.6))
        else:
            parts.append(box(0.028, 0.066, length, stile, bevel=0.006, grid=0.6, wear=0.3).placed(x))
    for k, z in enumerate(np.arange(0.28, length - 0.1, RUNG_STEP)):
        if k == rusty:
            for side in (-1, 1):
                stump = [(side * HALF, 0, z), (side * 0.09, 0, z - 0.006), (side * 0.05, 0, z - 0.03)]
                parts.append(tube(stump, [0.014, 0.011, 0.005], RUSTY_STEEL, sides=7))
            continue
        parts.append(rod((-HALF, 0, z), (HALF, 0, z), 0.0145, rung, sides=8))
    return joined(parts)


def _leaning(parts: Assembly, state: str) -> None:
    """Leaning at 75 degrees; ``ok`` tied and on rubber feet, ``unsecured`` one foot on a loose plank, no tie."""
    lean = 15.0
    body = _straight(3.5, ALUMINIUM.shade(0.9), ALUMINIUM, rusty=4 if state == "rusty_rung" else None)
    low = 0.075 if state == "unsecured" else 0.02
    parts.add(body.placed(p=lean).placed(0, 0.45, low, r=0.9 if state == "unsecured" else 0))
    for x in (-HALF, HALF):
        parts.add(box(0.07, 0.10, 0.045, RUBBER, bevel=0.012).placed(x, 0.45, low - 0.02))
    head = (0.45 - 3.3 * np.sin(np.radians(lean)), 3.3 * np.cos(np.radians(lean)) + low)
    if state == "unsecured":
        plank = varied(box(1.1, 0.20, 0.045, WOOD, bevel=0.006), np.random.default_rng(3))
        parts.add(
            plank.placed(0.15, 0.46, 0.005, h=14, r=2.5),
            box(0.12, 0.08, 0.05, Material((0.62, 0.26, 0.16), "soil", 0.9), bevel=0.01).placed(0.3, 0.44, -0.005),
        )
    else:
        rope = Material((0.55, 0.42, 0.10), "rope", 0.9, 0.0, 0.4, scale=10.0)
        for x in (-HALF, HALF):
            parts.add(torus(0.045, 0.008, rope, sides=14, section=5).placed(p=lean).placed(x, head[0], head[1] - 0.25))
            parts.add(
                cable(
                    [
                        (x, head[0] - 0.04, head[1] - 0.25),
                        (x * 1.15, head[0] - 0.12, head[1] - 0.33),
                        (x * 1.1, head[0] - 0.16, head[1] - 0.42),
                    ],
                    0.007,
                    rope,
                )
            )
    if state == "blocked":
        _clutter(parts, 0.55)


def _long(parts: Assembly, state: str) -> None:
    """A steel ladder upright against a pit's wall, its head 1 m above the crest, with hand hoops and hooks."""
    parts.add(
        _straight(5.5, SAFETY_YELLOW, STEEL.shade(0.8), rusty=6 if state == "rusty_rung" else None, round_stile=True)
    )
    for x in (-HALF, HALF):
        bow = [(x, 0, 5.3), (x, -0.05, 5.62), (x, -0.3, 5.62), (x, -0.38, 5.2), (x, -0.38, 4.6)]
        parts.add(tube(bow, 0.017, SAFETY_YELLOW, sides=7))
        parts.add(*(rod((x, 0, z), (x, -0.14, z), 0.012, DARK_STEEL, sides=6) for z in (1.2, 2.8, 4.3)))
    if state != "unsecured":
        parts.add(
            *(
                box(0.10, 0.02, 0.12, DARK_STEEL, bevel=0.004).placed(x, -0.15, z)
                for x in (-HALF, HALF)
                for z in (1.14, 2.74)
            )
        )
    if state == "blocked":
        _clutter(parts, 0.4)


def _clutter(parts: Assembly, y: float) -> None:
    """Bars, a coil of hose and boards thrown down before the foot."""
    rng = np.random.default_rng(21)
    for k in range(16):
        tilt = rng.uniform(-0.25, 0.25)
        parts.add(
            rod(
                (-0.95 + rng.uniform(-0.2, 0.2), y - 0.2 + 0.05 * (k % 6), 0.02 + 0.05 * (k // 6)),
                (0.95 + rng.uniform(-0.2, 0.2), y - 0.1 + tilt, 0.03 + 0.05 * (k // 6) + 0.15 * (k % 5 == 0)),
                0.011,
                RUSTY_STEEL,
                sides=5,
            )
        )
    blue = Material((0.03, 0.10, 0.34), "fabric", 0.62, 0.0, 0.5, scale=6.0)
    for k in range(6):
        parts.add(
            torus(0.30 + 0.012 * (k % 3), 0.036, blue, sides=24, section=7)
            .placed(p=rng.uniform(-6, 6), r=rng.uniform(-6, 6))
            .placed(0.12, y + 0.28, 0.10 + 0.062 * k)
        )
    parts.add(
        cable([(0.4, y + 0.3, 0.12), (0.8, y + 0.6, 0.04), (0.6, y + 1.1, 0.04), (1.1, y + 1.5, 0.04)], 0.036, blue)
    )
    for k in range(4):
        board = varied(box(1.5, 0.2, 0.045, WOOD, bevel=0.006, grid=0.8), rng)
        parts.add(
            board.placed(-0.35 + 0.1 * k, y + 0.05 + 0.1 * k, 0.12 + 0.06 * k, h=70 + 18 * k, r=3.0 * (k - 1), p=4)
        )


def _wall(parts: Assembly, state: str) -> None:
    """A fixed ladder 4 m high with three cage hoops from 2.2 m, on brackets."""
    material = RUSTY_STEEL.but(colour=(0.40, 0.42, 0.42)) if state == "rusty_rung" else SAFETY_YELLOW
    parts.add(_straight(4.0, material, STEEL.shade(0.8), rusty=4 if state == "rusty_rung" else None))
    for x in (-HALF, HALF):
        parts.add(*(rod((x, 0, z), (x, -0.15, z), 0.014, DARK_STEEL, sides=6) for z in (0.5, 1.9, 3.3)))
        parts.add(*(bolt(0.012, 0.012).placed(p=-90).placed(x, -0.15, z) for z in (0.47, 0.53, 1.87, 1.93)))
    for z in (2.3, 3.1, 3.9):
        angle = np.radians(np.linspace(-10, 190, 12))
        hoop = np.column_stack([0.34 * np.cos(angle), 0.08 + 0.52 * np.sin(angle), np.full(12, z)])
        parts.add(tube(hoop, 0.013, material, sides=6))
    for a in np.radians((30, 90, 150)):
        x, y = 0.34 * np.cos(a), 0.08 + 0.52 * np.sin(a)
        parts.add(rod((x, y, 2.3), (x, y, 3.9), 0.011, material, sides=6))
    if state == "blocked":
        _clutter(parts, 0.45)


def _irons(parts: Assembly, state: str) -> None:
    """Step irons set in a shaft's wall; one rusted through in ``rusty_rung``."""
    for k, z in enumerate(np.arange(0.25, 3.3, RUNG_STEP)):
        bad = state == "rusty_rung" and k in (4, 7)
        iron = RUSTY_STEEL if state == "rusty_rung" else STEEL.shade(0.5)
        if bad:
            parts.add(
                tube(
                    [(-0.16, -0.16, z), (-0.16, -0.02, z), (-0.10, 0.0, z - 0.02), (-0.03, 0.01, z - 0.07)],
                    [0.014, 0.012, 0.009, 0.004],
                    iron,
                    sides=6,
                )
            )
            parts.add(tube([(0.16, -0.16, z), (0.16, -0.09, z - 0.01)], [0.014, 0.008], iron, sides=6))
            continue
        parts.add(
            tube(
                [
                    (-0.16, -0.16, z),
                    (-0.16, -0.02, z),
                    (-0.14, 0.0, z),
                    (0.14, 0.0, z),
                    (0.16, -0.02, z),
                    (0.16, -0.16, z),
                ],
                0.0125,
                iron,
                sides=7,
            )
        )


def _bridge(parts: Assembly, state: str) -> None:
    """Steps up, a platform 1.7 m high and 1.6 m long, steps down, handrails: a way over a belt along y."""
    grating = Material((0.45, 0.46, 0.47), "checker_plate", 0.5, 0.5, 0.6, scale=2.0)
    parts.add(box(0.8, 1.7, 0.05, grating, bevel=0.008, grid=0.6).placed(0, 0, 1.65))
    for side in (-1, 1):
        for k in range(6):
            parts.add(box(0.76, 0.24, 0.035, grating, bevel=0.006).placed(0, side * (0.95 + 0.2 * k), 1.37 - 0.25 * k))
        for x in (-0.4, 0.4):
            parts.add(
                box(0.04, 0.16, 2.12, SAFETY_YELLOW, bevel=0.006, grid=0.7)
                .placed(p=side * 39)
                .placed(x, side * 2.15, -0.02)
            )
            parts.add(rod((x, side * 0.85, 0), (x, side * 0.85, 2.75), 0.02, SAFETY_YELLOW, sides=8, grid=0.7))
            parts.add(rod((x, side * 2.1, 0.35), (x, side * 2.1, 1.25), 0.02, SAFETY_YELLOW, sides=8))
            parts.add(rod((x, side * 2.1, 1.25), (x, side * 0.85, 2.75), 0.02, SAFETY_YELLOW, sides=8))
    for x in (-0.4, 0.4):
        parts.add(*(rod((x, -0.85, z), (x, 0.85, z), 0.02, SAFETY_YELLOW, sides=8, grid=0.7) for z in (2.2, 2.75)))
        parts.add(box(0.012, 1.7, 0.12, SAFETY_YELLOW, bevel=0.003).placed(x, 0, 1.70))
    if state == "blocked":
        _clutter(parts, 2.5)
