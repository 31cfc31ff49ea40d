"""The washing machine: a front loader with its hoses behind; leaking, its inlet hose drips and the floor is wet."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import Assembly, ball, box, lathe, rod, rounded_box, smooth, torus, tube
from assets.modelling.materials import BLACK_PLASTIC, BRASS, CHROME, DARK_STEEL, Material, painted, plastic

BODY = painted(0.80, 0.81, 0.82, 0.22, 0.03)
HOSE = plastic(0.46, 0.48, 0.50, 0.45)
DRAIN = Material((0.36, 0.37, 0.39), "corrugated", 0.5, 0.0, 0.06, scale=4.0)
WATER = Material((0.50, 0.56, 0.60), "paint", 0.03, 0.0, 0.0)
DOOR_GLASS = Material((0.06, 0.075, 0.09), "paint", 0.05, 0.0, 0.0)
TAPE = Material((0.05, 0.05, 0.055), "paint", 0.4, 0.0, 0.05)


@prop("washing_machine")
def washing_machine(request: PropRequest) -> Model:
    """0.6 x 0.6 x 0.85 m, door to +y; the tap stands at (0.22, -0.28, 1.05) behind it, joined by the inlet hose."""
    parts = Assembly()
    parts.add(
        rounded_box(0.595, 0.55, 0.83, BODY, radius=0.014, segments=10).placed(0, 0.0, 0.02),
        box(0.60, 0.57, 0.025, BODY.shade(0.97), bevel=0.008).placed(0, 0, 0.828),
    )
    parts.add(
        *(
            lathe([(0, 0), (0.025, 0), (0.022, 0.025), (0, 0.025)], BLACK_PLASTIC, sides=12).placed(x, y)
            for x in (-0.25, 0.25)
            for y in (-0.22, 0.22)
        )
    )
    parts.sign("washer_panel", 0.56, 0.12, 0, 0.2766, 0.70)
    parts.add(
        lathe([(0, 0), (0.036, 0), (0.033, 0.022), (0, 0.024)], CHROME, sides=24).placed(0.019, 0.275, 0.76, p=-90)
    )
    parts.add(
        box(0.56, 0.004, 0.004, plastic(0.4, 0.41, 0.42), bevel=0.001).placed(0, 0.2755, 0.69),
        box(0.54, 0.006, 0.11, BODY.shade(0.93), bevel=0.003).placed(0, 0.274, 0.05),
    )
    _door(parts)
    leaking = request.state == "hose_leaking"
    _hoses(parts, leaking)
    parts.add(*_drops(leaking))
    return parts.model()


def _door(parts: Assembly) -> None:
    z, y = 0.42, 0.276
    parts.add(torus(0.185, 0.022, plastic(0.60, 0.61, 0.62, 0.25), sides=36, section=10).placed(0, y, z, p=90))
    bowl = [(0, 0.02), (0.08, 0.022), (0.13, 0.010), (0.168, 0.0), (0.168, -0.01)]
    parts.add(lathe(bowl[::-1], DOOR_GLASS, sides=32, split=60).placed(0, y, z, p=-90))
    parts.add(
        rounded_box(0.022, 0.03, 0.10, plastic(0.45, 0.46, 0.47), radius=0.009, segments=8).placed(
            -0.19, y + 0.012, z - 0.05
        ),
        rod((0.20, y, z - 0.05), (0.20, y, z + 0.05), 0.010, DARK_STEEL, sides=8),
    )
    rng = np.random.default_rng(30)
    tints = ((0.5, 0.1, 0.1), (0.15, 0.25, 0.45), (0.7, 0.7, 0.66))
    parts.add(
        *(
            ball(0.05, Material(tints[k % 3], "fabric", 0.9, 0, 0.05, scale=5), sides=8).placed(
                rng.uniform(-0.07, 0.07), y - 0.055, z - 0.07 + rng.uniform(-0.02, 0.03)
            )
            for k in range(4)
        )
    )


def _hoses(parts: Assembly, leaking: bool) -> None:
    """Tap, inlet hose and drain hose behind and beside the machine; a leaking hose is split under old tape."""
    tap = (0.22, -0.28, 1.05)
    parts.add(
        rod((0.22, -0.30, 1.05), (0.22, -0.245, 1.05), 0.012, BRASS, sides=10),
        rod((0.22, -0.255, 1.05), (0.22, -0.255, 1.0), 0.011, BRASS, sides=10),
        torus(0.022, 0.005, CHROME, sides=14, section=6).placed(0.22, -0.215, 1.05, p=90),
        rod((0.22, -0.245, 1.05), (0.22, -0.215, 1.05), 0.006, CHROME, sides=6),
    )
    way = [
        (tap[0], -0.255, 1.0),
        (0.225, -0.25, 0.95),
        (0.325, -0.20, 0.80),
        (0.335, -0.23, 0.66),
        (0.27, -0.275, 0.72),
        (0.18, -0.28, 0.78),
    ]
    parts.add(
        tube(smooth(way, 7), 0.0115, HOSE, sides=9),
        lathe([(0, 0), (0.017, 0), (0.017, 0.03), (0, 0.03)], plastic(0.1, 0.25, 0.5), sides=12).placed(
            tap[0], -0.255, 0.975
        ),
    )
    drain = [
        (-0.22, -0.28, 0.70),
        (-0.30, -0.26, 0.74),
        (-0.335, -0.22, 0.60),
        (-0.335, -0.20, 0.25),
        (-0.33, -0.26, 0.03),
        (-0.36, -0.30, 0.012),
    ]
    line = smooth(drain, 8)
    parts.add(tube(line, 0.0135 + 0.001 * np.cos(np.arange(len(line)) * np.pi), DRAIN, sides=9, split=80))
    if not leaking:
        return
    wrapped = smooth([(0.322, -0.20, 0.81), (0.334, -0.205, 0.76), (0.336, -0.22, 0.70)], 5)
    parts.add(
        tube(
            wrapped, [0.0145, 0.016, 0.0155, 0.017, 0.0150, 0.0165, 0.0155, 0.0165, 0.015, 0.016, 0.0145], TAPE, sides=9
        )
    )
    split = [(0.348, -0.207, 0.77), (0.3515, -0.212, 0.74), (0.350, -0.218, 0.715)]
    parts.add(tube(smooth(split, 3), 0.0035, plastic(0.01, 0.01, 0.012), sides=5))
    for k, a in enumerate((-0.5, 0.0, 0.5)):
        reach = 0.10 + 0.03 * k
        jet = [
            (0.350, -0.212, 0.74 - 0.01 * k),
            (0.350 + reach * 0.5 * np.cos(a), -0.212 + reach * 0.5 * np.sin(a), 0.73),
            (0.350 + reach * np.cos(a), -0.212 + reach * np.sin(a), 0.62),
            (0.350 + reach * 1.25 * np.cos(a), -0.212 + reach * 1.25 * np.sin(a), 0.42),
        ]
        parts.add(tube(smooth(jet, 4), [0.0026] * 8 + [0.0018] * 5, WATER, sides=5), to="glass")


def _drops(leaking: bool) -> list[Mesh]:
    """Drops on the case; when leaking also runs down its side and a pool on the floor to the right."""
    rng = np.random.default_rng(29)
    drops = [
        ball(rng.uniform(0.002, 0.004), WATER, sides=6).placed(
            rng.uniform(-0.25, 0.25), 0.2765, rng.uniform(0.12, 0.22)
        )
        for _ in range(12)
    ]
    if not leaking:
        return drops
    for _ in range(36):
        drops.append(
            ball(rng.uniform(0.003, 0.006), WATER, sides=6).placed(
                0.2985, rng.uniform(-0.24, 0.1), rng.uniform(0.05, 0.75)
            )
        )
    for y in (-0.21, -0.15, -0.06, 0.02):
        run = [(0.299, y, 0.74 - 0.2 * rng.random()), (0.2995, y + 0.008, 0.4), (0.299, y + 0.002, 0.03)]
        drops.append(tube(smooth(run, 3), 0.0035, WATER, sides=5, squash=(1, 0.5)))
    pool = [(0, 0), (0.34, 0.0), (0.36, 0.001), (0.35, 0.003), (0, 0.0035)]
    wet = lathe(pool, Material((0.16, 0.17, 0.17), "paint", 0.03, 0.0, 0.0), sides=30, split=80)
    bent = wet.position.copy()
    angle = np.arctan2(bent[:, 1], bent[:, 0])
    bent[:, :2] *= (1 + 0.16 * np.sin(angle * 3 + 1) + 0.08 * np.sin(angle * 7))[:, None]
    shaped = Mesh(wet.faces, bent, wet.normal, wet.uvl, wet.colour, wet.surface)
    return [*drops, joined([shaped]).placed(0.30, -0.04)]
