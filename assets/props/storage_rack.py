"""The pallet rack of a warehouse, sound or with a bent upright."""

from __future__ import annotations

from functools import cache

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import (
    Assembly,
    Material,
    block,
    bolt,
    box,
    painted,
    rod,
    smooth,
    solid,
    tube,
)
from assets.modelling.materials import (
    DARK_STEEL,
    ORANGE_PAINT,
    SAFETY_YELLOW,
)
from assets.props.palletised import load

RACK_BLUE = painted(0.04, 0.14, 0.38, 0.45, 0.25)
BEAM_ORANGE = ORANGE_PAINT.shade(0.85)
WIDTH, DEPTH, HEIGHT = 2.7, 1.0, 4.5
LEVELS = (1.5, 2.9, 4.2)


@cache
def _upright() -> Mesh:
    """One upright frame in y and z: two perforated posts, bracing, feet."""
    posts = []
    for y in (-DEPTH / 2 + 0.05, DEPTH / 2 - 0.05):
        posts.append(_post(0.0, y, 0.0, HEIGHT))
        posts.append(box(0.14, 0.16, 0.012, DARK_STEEL, bevel=0.003).placed(0, y))
    zigzag = [(0, (-0.42 if k % 2 else 0.42), 0.25 + 0.75 * k) for k in range(6)]
    braces = [rod(a, b, 0.016, RACK_BLUE, sides=4) for a, b in zip(zigzag, zigzag[1:], strict=False)]
    return joined([*posts, *braces])


def _post(x: float, y: float, low: float, high: float) -> Mesh:
    """A post with its rows of slots."""
    body = box(0.09, 0.07, high - low, RACK_BLUE, bevel=0.008, grid=0.9, wear=0.5).placed(x, y, low)
    side = np.sign(y) or 1.0
    slots = [
        solid(block(0.014, 0.004, 0.035, x + dx, y + side * 0.0345, z), DARK_STEEL.shade(0.4))
        for z in np.arange(low + 0.2, min(high, 2.1), 0.15)
        for dx in (-0.02, 0.02)
    ]
    return joined([body, *slots])


def rack_bay(levels: tuple[float, ...] = LEVELS, *, uprights: tuple[bool, bool] = (True, True)) -> Assembly:
    """An empty bay of rack 2.7 x 1.0 x 4.5 m: frames, beams, mesh decks left out for pallets to bear on beams."""
    parts = Assembly()
    for x, there in ((-WIDTH / 2 + 0.045, uprights[0]), (WIDTH / 2 - 0.045, uprights[1])):
        if there:
            parts.add(_upright().placed(x))
    for z in levels:
        parts.add(*_beam(z))
    return parts


def _beam(z: float, sag: float = 0.0, y: float | None = None) -> list[Mesh]:
    """The two beams of a level (or the one at ``y``), their connectors, ``sag`` metres low in the middle."""
    found = []
    t = np.linspace(-1, 1, 7)
    line = np.column_stack([t * (WIDTH / 2 - 0.09), np.zeros(7), z - 0.06 - sag * (1 - t**2)])
    flat = np.array([(-0.02, -0.06), (0.02, -0.06), (0.02, 0.06), (-0.02, 0.06)])
    for at in (-DEPTH / 2 + 0.05, DEPTH / 2 - 0.05) if y is None else (y,):
        found.append(tube(line, 1.0, BEAM_ORANGE, outline=flat, wear=0.5).placed(0, at, 0))
        found += [
            box(0.05, 0.05, 0.20, BEAM_ORANGE.shade(0.9), bevel=0.004).placed(x, at, z - 0.16)
            for x in (-WIDTH / 2 + 0.11, WIDTH / 2 - 0.11)
        ]
    return found


@prop("shelf_rack")
def shelf_rack(request: PropRequest) -> Model:
    """A loaded bay, load plates on its uprights; ``upright_bent`` has its front right post kinked at 0.3 m,
    paint gone, and the beam over it sagging."""
    bent = request.state == "upright_bent"
    parts = Assembly()
    if bent:
        _bent_bay(parts)
    else:
        parts.include(rack_bay())
    rng = np.random.default_rng(3)
    for level, z in enumerate((0.0, *LEVELS)):
        for k, x in enumerate((-0.64, 0.64)):
            if (level, k) in ((1, 0), (3, 1)):
                continue
            high = (1.05, 1.0, 0.9, 0.72)[level] * rng.uniform(0.8, 1.0)
            low = -0.045 if bent and level == 1 else 0.0
            parts.include(
                load(level * 2 + k, high, 10 * level + k),
                x + rng.uniform(-0.03, 0.03),
                rng.uniform(-0.03, 0.03),
                z + low,
                r=1.4 if low else 0,
            )
    for x in (-WIDTH / 2 + 0.045, WIDTH / 2 - 0.045):
        for y, turn in ((DEPTH / 2 - 0.008, 0), (-DEPTH / 2 + 0.008, 180)):
            if not (bent and x > 0 and turn == 0):
                parts.add(box(0.16, 0.012, 0.42, SAFETY_YELLOW, bevel=0.004).placed(x, y, 0.02))
                parts.sign("hazard_stripes", 0.15, 0.10, x, y + (0.0065 if turn == 0 else -0.0065), 0.12, turn=turn)
    for y, turn in ((DEPTH / 2 - 0.012, 0), (-DEPTH / 2 + 0.012, 180)):
        parts.sign(
            "rack_load",
            0.30,
            0.21,
            0.9 if turn == 0 else -0.9,
            y + (0.003 if turn == 0 else -0.003),
            LEVELS[0] - 0.165,
            turn=turn,
        )
    return parts.model()


def _bent_bay(parts: Assembly) -> None:
    parts.include(rack_bay((LEVELS[1], LEVELS[2]), uprights=(True, False)))
    x, y = WIDTH / 2 - 0.045, DEPTH / 2 - 0.05
    parts.add(
        _post(x, -y, 0, HEIGHT),
        _post(x, y, 0.62, HEIGHT),
        *(box(0.14, 0.16, 0.012, DARK_STEEL, bevel=0.003).placed(x, s) for s in (-y, y)),
    )
    kink = smooth(
        [
            (x, y, 0.0),
            (x - 0.01, y - 0.005, 0.12),
            (x - 0.085, y - 0.06, 0.30),
            (x - 0.055, y - 0.035, 0.42),
            (x, y, 0.64),
        ],
        5,
    )
    flat = [(-0.045, -0.035), (0.045, -0.035), (0.045, 0.035), (-0.045, 0.035)]
    parts.add(tube(kink, 1.0, RACK_BLUE, outline=flat, wear=1.0, split=40))
    parts.add(
        box(0.10, 0.004, 0.16, Material((0.5, 0.48, 0.46), "rust", 0.5, 0.4, 0.8), bevel=0.001).placed(
            x - 0.07, y - 0.012, 0.24, h=20
        )
    )
    zigzag = [(x, (-0.42 if k % 2 else 0.42), 0.25 + 0.75 * k) for k in range(1, 6)]
    parts.add(*(rod(a, b, 0.016, RACK_BLUE, sides=4) for a, b in zip(zigzag, zigzag[1:], strict=False)))
    parts.add(rod((x - 0.05, 0.38, 0.28), (x + 0.02, -0.30, 0.75), 0.016, RACK_BLUE, sides=4))
    parts.add(*_beam(LEVELS[0], 0.0, -DEPTH / 2 + 0.05), *(mesh.placed(r=1.2) for mesh in _beam(LEVELS[0], 0.05, y)))
    parts.add(*(bolt(0.012, 0.02).placed(x + dx, 0.62, 0.0) for dx in (-0.1, 0.06)))
