"""Goods on pallets: cartons, sacks, boxes, aluminium wheels; cartons dumped or stacked where they should not be."""

from __future__ import annotations

from functools import cache

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import (
    Assembly,
    Material,
    block,
    box,
    cloth,
    lathe,
    rounded_box,
    solid,
    tube,
    varied,
)
from assets.modelling.materials import (
    BLUE_PAINT,
    GREEN_PAINT,
    WINDOW,
    WOOD,
    plastic,
)

CARDBOARD = Material((0.66, 0.53, 0.39), "cardboard", 0.85, 0.0, 0.3)
TAPE = Material((0.50, 0.36, 0.18), "paint", 0.3)
FILM = WINDOW.coloured(0.55, 0.60, 0.62)
BAG = Material((0.66, 0.63, 0.55), "fabric", 0.9, 0.0, 0.5, scale=3.0)


@cache
def pallet(fine: bool = True) -> Mesh:
    """A wooden pallet 1.2 x 1.0 x 0.14 m; not ``fine`` its boards have no worn edges, for where nobody stands near."""

    def board(w: float, d: float, h: float) -> Mesh:
        return box(w, d, h, WOOD, bevel=0.003, grid=2) if fine else solid(block(w, d, h), WOOD)

    boards = [board(1.2, 0.12, 0.022).placed(0, y, 0.118) for y in np.linspace(-0.44, 0.44, 6)]
    bearers = [board(0.10, 0.98, 0.022).placed(x, 0, 0.096) for x in (-0.55, 0, 0.55)]
    blocks = [board(0.10, 0.14, 0.074).placed(x, y, 0.022) for x in (-0.55, 0, 0.55) for y in (-0.42, 0, 0.42)]
    skids = [board(0.10, 0.98, 0.022).placed(x) for x in (-0.55, 0, 0.55)]
    return joined([*boards, *bearers, *blocks, *skids])


def cartons(
    w: float, d: float, h: float, across: tuple[int, int, int], seed: int, *, loose: float = 0.004, fine: bool = True
) -> Assembly:
    """A block of cartons, outer ones only, each a little askew, taped and labelled on the outside."""
    rng = np.random.default_rng(seed)
    parts = Assembly()
    nx, ny, nz = across
    cw, cd, ch = w / nx, d / ny, h / nz
    for i in range(nx):
        for j in range(ny):
            for k in range(nz):
                if 0 < i < nx - 1 and 0 < j < ny - 1 and k < nz - 1:
                    continue
                x, y = (
                    -w / 2 + cw * (i + 0.5) + rng.uniform(-loose, loose),
                    -d / 2 + cd * (j + 0.5) + rng.uniform(-loose, loose),
                )
                shape = (cw - 0.008, cd - 0.008, ch - 0.006)
                one = box(*shape, CARDBOARD, bevel=0.006, grid=2) if fine else solid(block(*shape), CARDBOARD)
                one = varied(one, rng, 0.14)
                parts.add(one.placed(x, y, ch * k, h=rng.uniform(-1, 1)))
                for side, edge in ((1, j == ny - 1), (-1, j == 0)):
                    if edge:
                        parts.add(
                            solid(block(0.05, 0.002, ch - 0.01), TAPE).placed(x, y + side * (cd / 2 - 0.0025), ch * k)
                        )
                        if rng.random() < 0.5:
                            parts.sign(
                                "carton_label",
                                0.14,
                                0.095,
                                x + cw * 0.22,
                                y + side * (cd / 2 + 0.0005),
                                ch * (k + 0.42),
                                turn=0 if side > 0 else 180,
                            )
                        elif rng.random() < 0.4:
                            parts.sign(
                                "carton_marks",
                                0.18,
                                0.08,
                                x - cw * 0.18,
                                y + side * (cd / 2 + 0.0005),
                                ch * (k + 0.2),
                                turn=0 if side > 0 else 180,
                            )
    return parts


def load(kind: int, high: float, seed: int) -> Assembly:
    """What lies on a pallet ``high`` metres over its boards: cartons, sacks, plastic boxes or drums by ``kind``."""
    rng = np.random.default_rng(seed)
    parts = Assembly()
    parts.add(varied(pallet(fine=False), rng, 0.15))
    if kind % 4 == 1:
        for layer in range(max(2, int(high / 0.15))):
            for x in (-0.29, 0.29):
                for y in (-0.32, 0, 0.32):
                    parts.add(
                        varied(_sack(), rng, 0.1).placed(
                            x + rng.uniform(-0.02, 0.02), y, 0.14 + 0.15 * layer, h=rng.uniform(-3, 3)
                        )
                    )
    elif kind % 4 == 2:
        colour = (BLUE_PAINT, GREEN_PAINT, plastic(0.55, 0.08, 0.05))[seed % 3]
        for layer in range(max(2, int(high / 0.32))):
            for x in (-0.3, 0.3):
                for y in (-0.24, 0.24):
                    crate = Assembly()
                    crate.add(
                        solid(block(0.57, 0.46, 0.30), colour),
                        solid(block(0.60, 0.48, 0.03, z=0.27), colour.shade(0.8)),
                    )
                    parts.include(crate, x, y, 0.14 + 0.31 * layer, h=rng.uniform(-1, 1))
    else:
        rows = max(2, int(round(high / 0.36)))
        parts.include(cartons(1.16, 0.96, high, (3, 2, rows), seed, fine=False), 0, 0, 0.14)
    return parts


@cache
def _sack() -> Mesh:
    """A filled sack lying flat, 0.57 x 0.32 x 0.15 m."""
    return rounded_box(0.57, 0.32, 0.148, BAG, radius=0.06, segments=4, wear=0.0)


@prop("pallet_goods")
def pallet_goods(request: PropRequest) -> Model:
    """Cartons on a pallet: wrapped to 1.5 m, or ``overheight`` 2.1 m; variant ``wheels``: aluminium wheels."""
    parts = Assembly()
    if request.variant == "wheels":
        _wheels(parts)
        return parts.model()
    over = request.state == "overheight"
    high = 1.96 if over else 1.36
    parts.add(pallet())
    parts.include(cartons(1.14, 0.94, high, (3, 2, 6 if over else 4), 21, loose=0.02 if over else 0.003), 0, 0, 0.14)
    if not over:
        _wrap(parts, high)
    parts.sign("height_mark", 0.10, 0.05, 0.45, 0.4835, 1.40)
    return parts.model()


def _wrap(parts: Assembly, high: float) -> None:
    """Stretch film round the load, creased, its end hanging."""
    rng = np.random.default_rng(4)
    corners = np.array([(0.585, 0.485), (-0.585, 0.485), (-0.585, -0.485), (0.585, -0.485), (0.585, 0.485)])
    ring_ = np.concatenate(
        [corners[k] + (corners[k + 1] - corners[k]) * np.linspace(0, 1, 7, endpoint=False)[:, None] for k in range(4)]
    )
    ring_ = np.vstack([ring_, ring_[:1]])
    rows = []
    for z in np.linspace(0.08, 0.14 + high, 7):
        out = ring_ * (1 + rng.uniform(0.0, 0.008, len(ring_))[:, None])
        out[-1] = out[0]
        rows.append(np.column_stack([out, np.full(len(out), z)]))
    parts.add(cloth(np.array(rows), FILM), to="glass")


def _wheels(parts: Assembly) -> None:
    """Eight cast aluminium car wheels on a pallet, in two layers, strapped."""
    parts.add(pallet())
    metal = Material((0.78, 0.79, 0.80), "galvanised", 0.35, 0.7, 0.2)
    rim = lathe(
        [
            (0.12, 0),
            (0.225, 0.0),
            (0.235, 0.01),
            (0.225, 0.03),
            (0.20, 0.06),
            (0.20, 0.15),
            (0.23, 0.185),
            (0.235, 0.20),
            (0.215, 0.20),
            (0.19, 0.15),
            (0.185, 0.05),
            (0.12, 0.0),
        ],
        metal,
        sides=22,
    )
    spokes = [
        tube(
            [(0.03, 0, 0.17), (0.12, 0, 0.18), (0.20, 0, 0.15)], [0.03, 0.022, 0.026], metal, sides=5, squash=(1, 0.6)
        ).placed(h=72 * k)
        for k in range(5)
    ]
    hub = lathe([(0, 0.13), (0.055, 0.13), (0.055, 0.185), (0, 0.185)], metal, sides=14)
    wheel = joined([rim, *spokes, hub])
    for layer in range(3):
        for x in (-0.32, 0.28):
            for y in (-0.24, 0.24):
                if layer < 2 or (x < 0 and y < 0):
                    parts.add(wheel.placed(x, y, 0.14 + 0.205 * layer, h=layer * 31 + 50 * x))
    strap = [(0, -0.49, 0.13), (0, -0.48, 0.56), (0, 0.48, 0.56), (0, 0.49, 0.13)]
    parts.add(tube(strap, 0.006, BLUE_PAINT, sides=4, squash=(2.5, 0.4)))


@prop("carton_pile")
def carton_pile(request: PropRequest) -> Model:
    """``untidy`` cartons dumped; ``neat`` stacked packing; ``flat`` folded ones leaning; ``high`` up to the shoulder;
    ``waste`` an open bin with soaked wipes."""
    parts = Assembly()
    if request.state == "neat":
        parts.add(pallet().placed(0, 0, 0, h=0))
        parts.include(cartons(1.16, 0.56, 0.72, (3, 2, 2), 7), 0, 0, 0.14)
    elif request.state == "flat":
        _folded(parts)
    elif request.state == "waste":
        _waste_bin(parts)
    else:
        _dumped(parts, 4 if request.state == "high" else 2)
    return parts.model()


def _dumped(parts: Assembly, layers: int) -> None:
    rng = np.random.default_rng(12)
    spots = ((-0.34, -0.06, 0.42, 0.40), (0.12, 0.05, 0.44, 0.42), (0.50, -0.08, 0.34, 0.40))
    z = [0.0, 0.0, 0.0]
    for layer in range(layers):
        for k, (x, y, w, d) in enumerate(spots):
            if layer == layers - 1 and k == 2:
                continue
            h = rng.uniform(0.32, 0.42)
            one = varied(box(w * rng.uniform(0.85, 1.0), d, h, CARDBOARD, bevel=0.008, grid=2), rng, 0.15)
            turn = rng.uniform(-14, 14)
            parts.add(one.placed(x + rng.uniform(-0.03, 0.03), y, z[k], h=turn))
            parts.add(box(0.05, d + 0.002, 0.003, TAPE, bevel=0.0005, grid=2).placed(x, y, z[k] + h - 0.001, h=turn))
            if k != 1:
                parts.sign("carton_label", 0.15, 0.10, x, y + d / 2 + 0.012, z[k] + 0.16, turn=turn * 0.0)
            z[k] += h
    flap = box(0.40, 0.2, 0.005, CARDBOARD, bevel=0.001)
    parts.add(
        flap.placed(0, 0.1, 0).placed(p=35).placed(0.14, 0.22, z[1] - 0.01),
        flap.placed(0, 0.1, 0).placed(p=60).placed(0.14, -0.2, z[1] - 0.01, h=180),
    )
    parts.add(box(0.5, 0.34, 0.006, CARDBOARD.shade(0.9), bevel=0.001).placed(-0.1, 0.36, 0.0, h=12))


def _folded(parts: Assembly) -> None:
    rng = np.random.default_rng(2)
    for k in range(9):
        sheet_ = varied(
            box(rng.uniform(0.7, 1.1), 0.012, rng.uniform(0.5, 0.8), CARDBOARD, bevel=0.002, grid=2), rng, 0.15
        )
        parts.add(sheet_.placed(rng.uniform(-0.05, 0.05), -0.22 + 0.02 * k, 0.0, h=rng.uniform(-2, 2), p=10))
    for k in range(4):
        parts.add(
            varied(box(0.9, 0.5, 0.012, CARDBOARD, bevel=0.002, grid=2), rng, 0.15).placed(
                0.1, 0.05, 0.013 * k, h=rng.uniform(-8, 8)
            )
        )


def _waste_bin(parts: Assembly) -> None:
    outline = [(0, 0), (0.19, 0), (0.25, 0.52), (0.262, 0.53), (0.262, 0.55), (0.24, 0.55), (0.185, 0.03), (0, 0.03)]
    parts.add(lathe(outline, plastic(0.35, 0.37, 0.38), sides=22))
    rng = np.random.default_rng(6)
    for k in range(11):
        u, v = np.meshgrid(np.linspace(-1, 1, 5), np.linspace(-1, 1, 5))
        z = 0.04 * np.sin(3 * u + k) * np.cos(2 * v + 2 * k)
        wipe = cloth(
            np.stack([u * 0.1, -v * 0.09, z], axis=-1), Material((0.80, 0.80, 0.74), "fabric", 0.6), two_sided=True
        )
        parts.add(
            wipe.placed(
                rng.uniform(-0.12, 0.12),
                rng.uniform(-0.12, 0.12),
                0.50 + 0.012 * k,
                h=rng.uniform(0, 360),
                p=rng.uniform(-30, 30),
            )
        )
    fallen = cloth(
        np.stack(
            np.broadcast_arrays(
                np.linspace(-0.1, 0.1, 4)[None, :], np.linspace(-0.08, 0.08, 4)[:, None], np.full((4, 4), 0.012)
            ),
            axis=-1,
        ),
        Material((0.8, 0.8, 0.74), "fabric", 0.6),
    )
    parts.add(fallen.placed(0.42, 0.1))
