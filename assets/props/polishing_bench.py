"""Benches for grinding and polishing: the wheel stand under its suction hood, the bench for hand grinding stone."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import (
    Assembly,
    Material,
    box,
    cloth,
    extrude,
    lathe,
    painted,
    ring,
    rod,
    rounded_box,
    smooth,
    tube,
)
from assets.modelling.materials import BLACK_PLASTIC, DARK_STEEL, RED_PAINT
from assets.props.ducts import DUCT
from assets.props.parts.blots import drift
from assets.props.parts.controls import LIT_GREEN, UNLIT, mushroom, push_button
from assets.props.parts.machine_paints import BRIGHT_STEEL, MACHINE_GREY
from assets.props.parts.pipework import route
from assets.props.stone_work import QUARTZ, STONE_DUST

SILVER_DUST = Material((0.60, 0.61, 0.63), "sand", 0.75, 0.25, 0.5, scale=5.0)


@prop("polishing_bench")
def polishing_bench(request: PropRequest) -> Model:
    """``ducted`` (default): a wheel stand in a hood whose riser goes back and up to a duct, worked from +y;
    ``open``: a bench for hand grinding stone. ``running`` with work and dust, or ``off``, clean."""
    parts = Assembly()
    running = request.state == "running"
    if request.variant == "open":
        _hand_bench(parts, running)
    else:
        _wheel_stand(parts, running)
    return parts.model()


def _wheel_stand(parts: Assembly, running: bool) -> None:
    """A double-ended polishing lathe before a suction hood; the riser's top is at (0, -1.5, 3.0)."""
    parts.add(
        box(1.1, 0.60, 0.08, DARK_STEEL, bevel=0.01),
        rounded_box(0.52, 0.42, 0.66, MACHINE_GREY, radius=0.03, segments=10).placed(0, 0.05, 0.06),
    )
    parts.add(rounded_box(0.56, 0.34, 0.30, MACHINE_GREY.shade(1.1), radius=0.09, segments=14).placed(0, 0.05, 0.76))
    parts.add(rod((-0.52, 0.05, 0.92), (0.52, 0.05, 0.92), 0.032, BRIGHT_STEEL, sides=14))
    buff = [
        (0, -0.05),
        (0.16, -0.055),
        (0.185, -0.04),
        *((0.185 + 0.006 * (k % 2), -0.036 + 0.009 * k) for k in range(9)),
        (0.185, 0.04),
        (0.16, 0.055),
        (0, 0.05),
    ]
    cloth_wheel = lathe(buff, Material((0.75, 0.70, 0.56), "fabric", 0.95, 0.0, 0.8, scale=4.0), sides=26, split=30)
    for x in (-0.42, 0.42):
        parts.add(
            cloth_wheel.placed(r=90).placed(x, 0.05, 0.92),
            lathe([(0, -0.075), (0.045, -0.075), (0.045, 0.075), (0, 0.075)], BRIGHT_STEEL, sides=14)
            .placed(r=90)
            .placed(x, 0.05, 0.92),
        )
        hood = _hood()
        parts.add(hood.placed(x, 0.02, 0.92))
        neck = route([(x, -0.22, 0.88), (x, -0.38, 0.88), (x, -0.42, 1.3), (0, -0.50, 1.75)], 0.2, 5)
        parts.add(tube(neck, 0.075, DUCT, sides=14))
    riser = route([(0, -0.50, 1.68), (0, -0.50, 2.35), (0, -1.05, 3.0), (0, -1.5, 3.2)], 0.3, 5)
    parts.add(
        tube(riser, 0.11, DUCT, sides=18),
        lathe([(0.11, -0.03), (0.15, -0.03), (0.15, 0.0), (0.11, 0.0)], DUCT.shade(0.7), sides=18).placed(
            0, -0.50, 2.05
        ),
    )
    parts.add(box(0.02, 0.20, 0.14, RED_PAINT, bevel=0.004).placed(0.11, -0.50, 1.88))
    for k, lit in enumerate((running, False)):
        push_button(parts, -0.06 + 0.12 * k, 0.262, 0.60, LIT_GREEN if lit else UNLIT, radius=0.018, lit=lit)
    mushroom(parts, 0.0, 0.262, 0.48, radius=0.026)
    parts.sign("必须戴防尘口罩", 0.14, 0.175, 0, 0.263, 0.22)
    rack = [box(0.34, 0.30, 0.02, DARK_STEEL, bevel=0.004).placed(x, 0.30, 0.62) for x in (-0.48, 0.48)]
    parts.add(*rack)
    if running:
        parts.add(_wheel_rim().placed(p=72).placed(0.42, 0.30, 0.90), _wheel_rim().placed(-0.48, 0.32, 0.64))
        parts.add(
            *(
                _dust_skin(w, d, k).placed(x, y, z)
                for k, (x, y, z, w, d) in enumerate(
                    (
                        (0, 0.05, 1.062, 0.36, 0.16),
                        (0, 0.27, 0.081, 1.0, 0.10),
                        (0.42, 0.02, 1.155, 0.16, 0.12),
                        (-0.42, 0.02, 1.155, 0.16, 0.12),
                    )
                )
            )
        )


def _hood() -> Mesh:
    """A half-round suction hood behind and over a wheel, open to +y."""
    t = np.radians(np.linspace(35, 250, 13))
    arcs = np.array([[(x, 0.25 * np.cos(a), 0.25 * np.sin(a)) for x in (-0.10, 0.10)] for a in t])
    skin = cloth(arcs, DUCT.shade(0.9), two_sided=True)
    cheeks = []
    for x in (-0.10, 0.10):
        fan = [(0.25 * np.cos(a), 0.25 * np.sin(a)) for a in t]
        cheek = extrude([*fan, (0.04, -0.12), (0.06, 0.08)], 0.004, DUCT.shade(0.85)).placed(p=90, h=90)
        cheeks.append(cheek.placed(x - 0.002))
    return joined([skin, *cheeks])


def _wheel_rim() -> Mesh:
    """An aluminium wheel as work in hand."""
    metal = Material((0.82, 0.83, 0.84), "galvanised", 0.2, 0.85, 0.1)
    rim = lathe(
        [
            (0.10, 0),
            (0.19, 0),
            (0.20, 0.015),
            (0.175, 0.05),
            (0.175, 0.12),
            (0.20, 0.15),
            (0.19, 0.16),
            (0.16, 0.12),
            (0.155, 0.03),
            (0.10, 0.0),
        ],
        metal,
        sides=24,
    )
    spokes = ring(tube([(0.02, 0, 0.13), (0.17, 0, 0.12)], [0.026, 0.02], metal, sides=5, squash=(1, 0.6)), 5)
    return joined([rim, spokes, lathe([(0, 0.1), (0.045, 0.1), (0.045, 0.145), (0, 0.145)], metal, sides=12)])


def _dust_skin(w: float, d: float, seed: int) -> Mesh:
    u, v = np.meshgrid(np.linspace(-1, 1, 7), np.linspace(-1, 1, 5))
    high = 0.008 * (1 - u**4) * (1 - v**4) * (1 + 0.4 * np.sin(5 * u + seed))
    return cloth(np.stack([u * w / 2, v * d / 2, high], axis=-1), SILVER_DUST)


def _hand_bench(parts: Assembly, running: bool) -> None:
    """A timber-topped bench with a stone edge piece, an angle grinder and its cord; white dust while running."""
    parts.add(
        *(
            box(0.08, 0.08, 0.74, DARK_STEEL, bevel=0.008, grid=0.5).placed(x, y)
            for x in (-0.52, 0.52)
            for y in (-0.36, 0.36)
        )
    )
    parts.add(
        box(1.2, 0.9, 0.08, Material((0.85, 0.80, 0.72), "wood", 0.9, 0.0, 0.9), bevel=0.01, grid=0.4).placed(
            0, 0, 0.74
        ),
        box(1.04, 0.05, 0.06, DARK_STEEL, bevel=0.006).placed(0, -0.36, 0.2),
    )
    parts.add(
        box(0.95, 0.50, 0.03, QUARTZ, bevel=0.004, grid=0.3).placed(0.02, 0.08, 0.82),
        box(0.30, 0.06, 0.05, DARK_STEEL, bevel=0.006).placed(-0.3, -0.3, 0.82),
    )
    grinder = Assembly()
    grinder.add(
        rod((0, -0.20, 0.05), (0, 0.02, 0.05), 0.032, painted(0.03, 0.20, 0.24), sides=14),
        rounded_box(0.08, 0.09, 0.07, MACHINE_GREY, radius=0.02, segments=8).placed(0, 0.05, 0.02),
    )
    grinder.add(
        lathe([(0, 0), (0.062, 0), (0.062, 0.006), (0, 0.008)], DARK_STEEL, sides=22).placed(0, 0.06, 0.0),
        rod((-0.03, 0.05, 0.06), (-0.15, 0.05, 0.08), 0.015, BLACK_PLASTIC, sides=8),
    )
    parts.include(grinder, 0.22, -0.12, 0.852, h=25)
    parts.add(
        tube(
            smooth(
                [(0.30, -0.30, 0.90), (0.36, -0.46, 0.80), (0.45, -0.5, 0.4), (0.6, -0.55, 0.012), (0.9, -0.6, 0.012)],
                6,
            ),
            0.006,
            BLACK_PLASTIC,
            sides=6,
        )
    )
    if running:
        for k, (x, y, w, d) in enumerate(((0.05, 0.1, 0.9, 0.45), (-0.2, -0.32, 0.8, 0.2), (0.3, -0.3, 0.4, 0.2))):
            parts.add(_dust_skin(w, d, k).placed(x, y, 0.851 if k == 0 else 0.821))
        parts.add(drift(0.7, 0.4, 0.05, STONE_DUST, 5).placed(0, 0.45, 0))
