"""Vessels of the steel shop: the ladle with its trunnions and lining, the slag and emergency pots."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Lamp, Mesh, Model, joined, rotation
from assets.modelling import (
    Assembly,
    Material,
    bolt,
    box,
    cloth,
    extrude,
    lathe,
    plastic,
    ring,
    rock,
    rod,
    tube,
    varied,
)
from assets.modelling.materials import DARK_STEEL, RUSTY_STEEL, STEEL, WINDOW

SHELL = Material((0.20, 0.185, 0.175), "rust", 0.75, 0.3, 0.8)
HOT_STEEL = plastic(1.0, 0.42, 0.08)
WHITE_HOT = plastic(1.0, 0.80, 0.42)
SLAG = Material((0.16, 0.14, 0.13), "rock", 0.9, 0.0, 0.9)
POT = Material((0.30, 0.24, 0.20), "rust", 0.8, 0.2, 0.8)
TOP, RIM, FOOT = 3.5, 1.42, 1.18
TRUNNION_Z = 2.25
SPOT_Z = 1.45
SPOT_TURN = -127.0
"""The red spot is modelled on the -y side and turned by this, to beside the trunnion at -x."""


@prop("ladle")
def ladle(request: PropRequest) -> Model:
    """A full ladle on its feet, trunnions along x; ``red_spot`` glows dull red 0.3 m across towards
    (-0.8, 0.6), ``burnt_through`` is yellow there and pours."""
    parts = Assembly()
    parts.add(_ladle_shell(), _trunnions(), _ribs())
    parts.add(lathe([(0, 0), (RIM - 0.30, 0), (0, 0.005)], HOT_STEEL, sides=30).placed(z=TOP - 0.34), to="glow")
    parts.add(*(_crust(k) for k in range(9)))
    for y, turn in ((-1, 180), (1, 0)):
        parts.sign(
            "ladle_number",
            0.6,
            0.6,
            0.55 * (1 if y > 0 else -1) * 0 + 0.62,
            y * (_radius(2.75) + 0.02),
            2.55,
            turn=turn,
        )
    parts.lamp(Lamp((0, 0, TOP - 0.1), (0, 0, 1), (1.0, 0.45, 0.15), 4.0))
    if request.state == "red_spot":
        _spot(parts, burning=False)
    if request.state == "burnt_through":
        _spot(parts, burning=True)
    return parts.model()


def _radius(z: float) -> float:
    return FOOT + (RIM - FOOT) * (z - 0.35) / (TOP - 0.35)


def _ladle_shell() -> Mesh:
    outer = [
        (0, 0.35),
        (FOOT * 0.96, 0.35),
        (FOOT, 0.42),
        (RIM, TOP - 0.05),
        (RIM + 0.05, TOP),
        (RIM - 0.22, TOP),
        (RIM - 0.26, TOP - 0.33),
        (0, TOP - 0.35),
    ]
    feet = [box(0.30, 0.5, 0.36, SHELL, bevel=0.03).placed(x, y) for x in (-0.75, 0.75) for y in (-0.55, 0.55)]
    gate = [box(0.5, 0.35, 0.25, DARK_STEEL, bevel=0.02).placed(0.3, -0.3, 0.1)]
    return joined([lathe(outer, SHELL, sides=36, split=40, wear=0.3), *feet, *gate])


def _ribs() -> Mesh:
    """Stiffening rings, upright ribs and the lining bricks at the rim."""
    rings = []
    for z in (0.75, 1.75, 2.75, TOP - 0.15):
        r = _radius(z)
        rings.append(
            lathe(
                [
                    (r - 0.01, z - 0.06),
                    (r + 0.07, z - 0.06),
                    (r + 0.07, z + 0.06),
                    (r - 0.01, z + 0.06),
                    (r - 0.01, z - 0.06),
                ],
                SHELL.shade(1.25),
                sides=36,
                wear=0.6,
            )
        )
    lean = float(np.degrees(np.arctan2(RIM - FOOT, TOP - 0.35)))
    rib = box(0.05, 0.10, 1.0, SHELL.shade(1.15), bevel=0.008).placed(p=-lean)
    upright = [rib.placed(0, _radius(1.75) - 0.01, 1.75).placed(h=20 * k) for k in range(18) if k % 9 not in (4, 5)]
    brick = [
        box(0.20, 0.21, 0.06, Material((0.42, 0.30, 0.22), "concrete", 0.9, 0, 0.6), bevel=0.01)
        .placed(0, RIM - 0.12, TOP - 0.02)
        .placed(h=9 * k)
        for k in range(40)
    ]
    return joined([*rings, *upright, *brick])


def _trunnions() -> Mesh:
    """Trunnion blocks and pins on both sides of x, with their retaining plates."""
    parts = []
    for side in (-1, 1):
        r = _radius(TRUNNION_Z)
        parts.append(
            box(0.36, 0.9, 1.1, SHELL.shade(1.2), bevel=0.03, wear=0.5).placed(side * (r + 0.05), 0, TRUNNION_Z - 0.55)
        )
        pin = lathe(
            [(0, 0), (0.24, 0), (0.24, 0.30), (0.19, 0.31), (0.19, 0.55), (0.27, 0.56), (0.27, 0.62), (0, 0.63)],
            STEEL.shade(0.7),
            sides=24,
        )
        parts.append(pin.placed(r=90 if side > 0 else -90).placed(side * (r + 0.20), 0, TRUNNION_Z))
        caps = ring(bolt(0.03, 0.03, DARK_STEEL).placed(x=0.20, z=0.62), 6)
        parts.append(caps.placed(r=90 if side > 0 else -90).placed(side * (r + 0.20), 0, TRUNNION_Z))
    return joined(parts)


def _crust(k: int) -> Mesh:
    """A floe of slag on the steel."""
    rng = np.random.default_rng(k)
    angle = np.linspace(0, 2 * np.pi, 10)
    edge = 0.20 * (1 + rng.uniform(-0.35, 0.35, 10))
    edge[-1] = edge[0]
    share = np.array([1.0, 0.85, 0.0])[:, None]
    z = np.array([0.0, 0.03, 0.045])[:, None] * np.ones(10)
    turn, reach = rng.uniform(0, 6.3), rng.uniform(0.15, 0.85)
    floe = cloth(np.stack([share * edge * np.cos(angle), share * edge * np.sin(angle), z], axis=-1), SLAG)
    return floe.placed(reach * np.cos(turn), reach * np.sin(turn), TOP - 0.334)


def _spot(parts: Assembly, *, burning: bool) -> None:
    """The hot patch on the shell as rings of brightness; burnt through it pours a white stream."""
    x, z = 0.0, SPOT_Z
    tones = [(0.30, (0.16, 0.010, 0.004)), (0.23, (0.42, 0.028, 0.008)), (0.15, (0.85, 0.10, 0.02))]
    if burning:
        tones = [(0.36, (0.5, 0.04, 0.01)), (0.27, (1.0, 0.25, 0.04)), (0.16, (1.0, 0.72, 0.30))]
    angle = np.linspace(0, 2 * np.pi, 25)
    for k, (radius, tone) in enumerate(tones):
        ragged = 1 + 0.08 * np.sin(3 * angle + k) + 0.05 * np.sin(7 * angle)
        share = np.array([1.0, 0.0])[:, None]
        px, pz = x + share * radius * ragged * np.cos(angle), z + share * radius * ragged * np.sin(angle) * 0.9
        out = np.vectorize(_radius)(pz) + 0.006 + 0.004 * k
        py = -np.sqrt(np.maximum(out**2 - px**2, 0.01))
        parts.add(cloth(np.stack([px, py, pz], axis=-1), plastic(*tone)).placed(h=SPOT_TURN), to="glow")
    y = -float(np.sqrt(_radius(z) ** 2 - x**2))
    outward = rotation(SPOT_TURN) @ np.array([0.0, -1.0, 0.0])
    before = outward * (0.25 - y)
    parts.lamp(
        Lamp(
            (float(before[0]), float(before[1]), z),
            tuple(outward.tolist()),
            (1.0, 0.30, 0.08) if not burning else (1.0, 0.62, 0.30),
            2.5 if not burning else 9.0,
        )
    )
    if burning:
        t = np.linspace(0, 1, 12)
        stream = np.column_stack([np.full(12, x), y - 0.9 * t, z - 6.0 * t**2])
        parts.add(
            tube(stream, 0.05 + 0.05 * (1 - t) ** 2 + 0.02 * np.sin(9 * t), WHITE_HOT, sides=9).placed(h=SPOT_TURN),
            to="glow",
        )


@prop("slag_pot")
def slag_pot(request: PropRequest) -> Model:
    """An open cast pot on its stand: ``dry_empty`` clean inside, ``wet`` with water in it, ``filled_scrap`` with
    wet scrap over its rim and water at the bottom."""
    parts = Assembly()
    outer = [
        (0, 0.30),
        (0.55, 0.30),
        (0.95, 0.75),
        (1.22, 2.05),
        (1.30, 2.06),
        (1.30, 2.20),
        (1.14, 2.20),
        (0.86, 0.85),
        (0.50, 0.50),
        (0, 0.48),
    ]
    parts.add(lathe(outer, POT, sides=30, split=40, wear=0.4))
    parts.add(lathe([(1.17, 1.45), (1.25, 1.45), (1.27, 1.62), (1.19, 1.62)], POT.shade(1.2), sides=30))
    for side in (-1, 1):
        pin = lathe([(0, 0), (0.15, 0), (0.15, 0.22), (0.2, 0.23), (0.2, 0.28), (0, 0.28)], STEEL.shade(0.7), sides=18)
        parts.add(
            pin.placed(r=90 * side).placed(side * 1.15, 0, 1.54),
            box(0.16, 0.44, 0.5, POT.shade(1.2), bevel=0.03).placed(side * 1.14, 0, 1.28),
        )
    stand = extrude(
        [(-0.9, 0), (0.9, 0), (0.9, 0.16), (0.66, 0.42), (-0.66, 0.42), (-0.9, 0.16)], 0.14, DARK_STEEL, wear=0.5
    ).placed(p=90)
    parts.add(
        stand.placed(0, 0.55),
        stand.placed(0, -0.41),
        *(box(0.14, 0.9, 0.14, DARK_STEEL, bevel=0.012).placed(x, 0.0, 0.0) for x in (-0.8, 0.8)),
    )
    for y, turn in ((-1.07, 180), (1.07, 0)):
        parts.sign("slag_pot_number", 0.66, 0.254, 0, y * 1.085, 1.12, turn=turn, lean=-12)
    if request.state == "dry_empty":
        parts.add(_sand_bed())
    if request.state in ("wet", "filled_scrap"):
        level = 1.0 if request.state == "wet" else 1.35
        parts.add(
            lathe([(0, 0), (0.98, 0), (0, 0.002)], WINDOW.coloured(0.04, 0.045, 0.04), sides=30).placed(z=level),
            to="glass",
        )
        parts.add(
            lathe([(0, 0), (0.95, 0), (0, 0.001)], Material((0.05, 0.045, 0.035), "mud", 0.2), sides=30).placed(
                z=level - 0.03
            )
        )
        parts.add(
            *(
                lathe(
                    [(0, 0), (0.012, 0), (0.009, -0.3), (0, -0.3)][::-1], WINDOW.coloured(0.5, 0.52, 0.52), sides=5
                ).placed(1.2 * np.cos(t), 1.2 * np.sin(t), 2.0)
                for t in (0.4, 1.9, 4.0)
            ),
            to="glass",
        )
    if request.state == "filled_scrap":
        _scrap(parts)
    return parts.model()


def _sand_bed() -> Mesh:
    return lathe(
        [(0, 0.58), (0.58, 0.56), (0.60, 0.50)][::-1], Material((0.60, 0.50, 0.36), "sand", 0.95, 0, 0.6), sides=24
    )


def _scrap(parts: Assembly) -> None:
    """Wet scrap heaped over the rim: plates, pipes, bars, lumps."""
    rng = np.random.default_rng(3)
    heap = [(1.12, 1.9), (1.0, 2.12), (0.6, 2.30), (0, 2.36)]
    wet_rust = RUSTY_STEEL.but(roughness=0.25).shade(0.7)
    parts.add(lathe(heap, wet_rust, sides=18, split=20))
    for k in range(34):
        reach, turn = 0.95 * np.sqrt(rng.random()), rng.uniform(0, 6.3)
        z = 2.36 - 0.38 * reach**2
        kind = k % 4
        if kind == 0:
            piece = box(rng.uniform(0.3, 0.8), rng.uniform(0.2, 0.4), 0.02, wet_rust, bevel=0.003)
        elif kind == 1:
            piece = rod((-0.45, 0, 0), (0.45, 0, 0), rng.uniform(0.03, 0.07), wet_rust, sides=8)
        elif kind == 2:
            piece = box(rng.uniform(0.4, 0.9), 0.08, 0.08, wet_rust.shade(1.3), bevel=0.01)
        else:
            piece = rock(rng.uniform(0.10, 0.2), k, wet_rust)
        parts.add(
            varied(piece, rng, 0.3).placed(
                reach * np.cos(turn),
                reach * np.sin(turn),
                z,
                h=rng.uniform(0, 360),
                p=rng.uniform(-28, 28),
                r=rng.uniform(-28, 28),
            )
        )
