"""Rock drills: a jackleg with its pusher leg, an exploration rig before a coal face, a crawler rig of a quarry."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Model
from assets.modelling import Assembly, bolt, box, cable, lathe, rod, rounded_box, smooth, solid, torus, tube
from assets.modelling.loft import across
from assets.modelling.materials import BLACK_PLASTIC, CHROME, DARK_STEEL, RUBBER, STEEL, WOOD, Material, painted
from assets.props.parts.crawler import crawler

BLUE = painted(0.05, 0.20, 0.36, 0.42, 0.35)
ORANGE = painted(0.62, 0.19, 0.03, 0.42, 0.35)
CAST = painted(0.33, 0.34, 0.33, 0.5, 0.5)
DRILL_STEEL = Material((0.36, 0.35, 0.34), "galvanised", 0.4, 0.7, 0.2)
HOSE_RED = Material((0.36, 0.05, 0.035), "rubber", 0.55, 0.0, 0.2, scale=3.0)
TURBID = Material((0.40, 0.37, 0.30), "paint", 0.12, 0.0, 0.3)


@prop("rock_drill")
def rock_drill(request: PropRequest) -> Model:
    """Variants ``jackleg`` and ``probe``, both drilling to +y, and a parked ``crawler`` rig.

    ``jetting``: turbid water comes out of the hole round the rod of the probe rig, at y 2.2.
    """
    parts = Assembly()
    {"jackleg": _jackleg, "probe": _probe, "crawler": _crawler_rig}[request.variant or "jackleg"](parts, request.state)
    return parts.model()


def _drifter() -> Assembly:
    """A hand-held rock drill along +y about its own axis: cylinder, valve chest, handle, chuck, retainer spring."""
    one = Assembly()
    body = [
        (0, -0.34),
        (0.05, -0.34),
        (0.062, -0.30),
        (0.062, -0.05),
        (0.07, -0.04),
        (0.07, 0.02),
        (0.056, 0.04),
        (0.056, 0.20),
        (0.045, 0.25),
        (0.032, 0.30),
        (0, 0.30),
    ]
    one.add(lathe(body, CAST, sides=18, split=35, wear=0.5).placed(p=-90))
    one.add(rounded_box(0.11, 0.14, 0.10, CAST, radius=0.02).placed(0, -0.12, 0.02))
    for angle in (45, 135, 225, 315):
        x, z = 0.066 * np.cos(np.radians(angle)), 0.066 * np.sin(np.radians(angle))
        one.add(rod((x, -0.33, z), (x, 0.22, z), 0.009, STEEL, sides=6))
        one.add(bolt(0.015, 0.018).placed(p=-90).placed(x, 0.22, z))
    grip = [(-0.16, -0.36, 0.0), (-0.15, -0.40, 0.0), (0.15, -0.40, 0.0), (0.16, -0.36, 0.0)]
    one.add(
        tube(smooth(grip, 4), 0.014, STEEL, sides=8),
        *(rod((x * 0.4, -0.40, 0), (x, -0.40, 0), 0.019, RUBBER, sides=10) for x in (-0.16, 0.16)),
    )
    spring = [(0.05 * np.cos(a), 0.24 + 0.012 * a, 0.05 * np.sin(a)) for a in np.linspace(0, 12, 26)]
    one.add(tube(spring, 0.006, STEEL.shade(0.6), sides=5))
    one.add(lathe([(0, 0), (0.03, 0), (0.03, 0.05), (0, 0.05)], CAST, sides=12).placed(r=-90).placed(0.05, -0.22, 0.0))
    return one


def _jackleg(parts: Assembly, state: str) -> None:
    """On its telescopic leg; ``drilling`` raised towards the roof, ``idle`` resting low with the steel in."""
    lift = 1.15 if state == "drilling" else 0.72
    pitch = 14.0 if state == "drilling" else 4.0
    parts.include(_drifter(), 0, 0.0, lift, p=pitch)
    ahead = np.array([0, np.cos(np.radians(pitch)), np.sin(np.radians(pitch))])
    nose = np.array([0, 0, lift]) + ahead * 0.3
    parts.add(rod(tuple(nose), tuple(nose + ahead * 1.5), 0.0125, DRILL_STEEL, sides=6))
    parts.add(
        lathe([(0, 0), (0.016, 0), (0.021, 0.05), (0.021, 0.07), (0, 0.075)], DRILL_STEEL, sides=8)
        .placed(p=pitch - 90)
        .placed(*(nose + ahead * 1.48))
    )
    foot = np.array([0.02, -1.05, 0.05])
    top = np.array([0.0, -0.02, lift - 0.07])
    middle = foot + (top - foot) * 0.42
    parts.add(
        rod(tuple(middle), tuple(top), 0.034, CAST, sides=14, wear=0.4),
        rod(tuple(foot), tuple(middle), 0.020, CHROME, sides=12),
    )
    parts.add(lathe([(0.034, 0), (0.042, 0.01), (0.042, 0.05), (0.034, 0.06)], CAST, sides=12).placed(*(middle)))
    parts.add(
        *(rod(tuple(foot), (foot[0] + dx, foot[1] - 0.07, 0.0), 0.012, DARK_STEEL, sides=6) for dx in (-0.05, 0.05))
    )
    air = [
        (0.07, -0.22, lift),
        (0.25, -0.45, lift - 0.1),
        (0.45, -0.9, 0.15),
        (0.6, -1.5, 0.02),
        (0.3, -2.3, 0.02),
        (0.5, -3.2, 0.02),
    ]
    water = [
        (-0.05, -0.30, lift),
        (-0.2, -0.6, lift - 0.2),
        (-0.3, -1.0, 0.1),
        (-0.1, -1.7, 0.02),
        (0.1, -2.5, 0.02),
        (0.25, -3.2, 0.02),
    ]
    parts.add(cable(air, 0.021, RUBBER), cable(water, 0.013, HOSE_RED))
    oiler = lathe([(0, 0), (0.05, 0.01), (0.055, 0.05), (0.055, 0.22), (0.03, 0.26), (0, 0.26)], ORANGE, sides=14)
    parts.add(oiler.placed(r=90).placed(0.55, -1.5, 0.06))


def _probe(parts: Assembly, state: str) -> None:
    """An exploration rig: frame on skids, feed beam with the drill head, rods into the face, a drum of rods."""
    for x in (-0.36, 0.36):
        parts.add(box(0.12, 1.7, 0.10, BLUE, bevel=0.015, grid=0.6).placed(x, -0.2, 0.0))
        parts.add(*(rod((x, y, 0.1), (x, y, 1.36), 0.038, BLUE, sides=10, grid=0.5) for y in (-0.75, 0.35)))
        parts.add(rod((x, -0.75, 0.15), (x, 0.35, 0.95), 0.022, BLUE, sides=8))
    parts.add(*(box(0.86, 0.10, 0.08, BLUE, bevel=0.012).placed(0, y, z) for y in (-0.75, 0.35) for z in (0.12, 1.28)))
    parts.add(box(0.26, 1.9, 0.12, BLUE.shade(0.85), bevel=0.015, grid=0.6).placed(0, -0.15, 0.90))
    parts.add(*(box(0.05, 1.85, 0.04, STEEL, bevel=0.006).placed(x, -0.15, 1.02) for x in (-0.09, 0.09)))
    head = 0.15 if state == "drilling" else -0.35
    parts.add(rounded_box(0.34, 0.42, 0.30, ORANGE, radius=0.05).placed(0, head, 1.06))
    parts.add(
        lathe([(0, 0), (0.09, 0), (0.09, 0.10), (0.055, 0.14), (0.055, 0.24), (0, 0.24)], CAST, sides=16)
        .placed(p=-90)
        .placed(0, head + 0.2, 1.20)
    )
    parts.add(
        lathe([(0, 0), (0.10, 0), (0.11, 0.04), (0.11, 0.22), (0, 0.24)], DARK_STEEL, sides=14)
        .placed(p=90)
        .placed(0, head - 0.2, 1.20)
    )
    parts.add(rod((0, head + 0.3, 1.20), (0, 2.35, 1.20), 0.021, DRILL_STEEL, sides=10, grid=0.6))
    for y in (0.85, 1.6):
        parts.add(
            lathe([(0.021, 0), (0.027, 0.01), (0.027, 0.09), (0.021, 0.10)], DRILL_STEEL.shade(0.8), sides=10)
            .placed(p=-90)
            .placed(0, y, 1.20)
        )
    parts.add(
        lathe([(0.026, 0), (0.075, 0), (0.075, 0.06), (0.026, 0.06)], STEEL, sides=16)
        .placed(p=-90)
        .placed(0, 2.22, 1.20)
    )
    for k in range(6):
        parts.add(
            rod(
                (-0.75 + 0.05 * k, -0.9, 0.06 + 0.045 * (k % 2)),
                (-0.75 + 0.05 * k, 0.6, 0.06 + 0.045 * (k % 2)),
                0.021,
                DRILL_STEEL,
                sides=8,
            )
        )
    parts.add(*(box(0.5, 0.1, 0.05, WOOD.shade(0.6), bevel=0.006).placed(-0.62, y, 0.0) for y in (-0.7, 0.4)))
    _rig_console(parts)
    if state == "jetting":
        _jet(parts)


def _rig_console(parts: Assembly) -> None:
    """The valve bank on its stand, hoses over to the rig."""
    parts.add(
        box(0.30, 0.22, 0.26, BLUE, bevel=0.02).placed(0.72, -0.8, 0.72),
        *(rod((0.72 + dx, -0.8, 0), (0.72 + dx * 0.6, -0.8, 0.72), 0.018, BLUE, sides=7) for dx in (-0.15, 0.15)),
    )
    for k in range(4):
        parts.add(rod((0.62 + 0.065 * k, -0.8, 0.98), (0.62 + 0.065 * k, -0.83, 1.10), 0.006, CHROME, sides=6))
        parts.add(
            lathe([(0, 0), (0.014, 0.004), (0.014, 0.02), (0, 0.026)], BLACK_PLASTIC, sides=8).placed(
                0.62 + 0.065 * k, -0.83, 1.095
            )
        )
    parts.sign("roadheader_gauges", 0.24, 0.074, 0.72, -0.914, 0.84, turn=180)
    for k in range(4):
        parts.add(
            cable(
                [
                    (0.62 + 0.06 * k, -0.72, 0.74),
                    (0.5, -0.5, 0.25 + 0.04 * k),
                    (0.28, -0.3, 0.6),
                    (0.12, -0.2 - 0.03 * k, 1.15),
                ],
                0.012,
                RUBBER if k % 2 else HOSE_RED,
            )
        )


def _jet(parts: Assembly) -> None:
    """Grey-yellow water round the rod, 1.5 m out of the hole and down, a spray cone about it, mud on the floor."""
    rng = np.random.default_rng(14)
    for k in range(26):
        angle = rng.uniform(0, 2 * np.pi)
        speed = rng.uniform(0.65, 1.55)
        side = 0.22 * rng.random()
        t = np.linspace(0, 1, 8)
        x = 0.04 * np.cos(angle) + side * np.cos(angle) * t
        y = 2.26 - speed * t
        z = np.maximum(
            1.20 + 0.04 * np.sin(angle) + side * np.sin(angle) * t - 1.15 * t**2 * (speed / 1.5 + 0.25), 0.01
        )
        parts.add(
            tube(np.stack([x, y, z], -1), np.linspace(0.020, 0.007, 8), TURBID, sides=5),
            to="glass" if k % 3 else "opaque",
        )
    pool = [(0.0, 0.012), (0.6, 0.010), (0.95, 0.002)]
    parts.add(lathe([(r, z) for r, z in reversed(pool)], TURBID, sides=24).placed(0.05, 1.3, 0.0), to="glass")


def _crawler_rig(parts: Assembly, _state: str) -> None:
    """A quarry rig parked: tracks, engine house, boom folded, mast laid down along the machine, dust hood."""
    for x in (-0.78, 0.78):
        parts.add(crawler(2.5, 0.34, 0.62, CAST).placed(x, -0.2, 0.0))
    parts.add(box(1.2, 2.2, 0.30, DARK_STEEL, bevel=0.03, grid=0.6).placed(0, -0.3, 0.42))
    house = [(-1.45, 0.70), (0.35, 0.70), (0.35, 1.35), (0.1, 1.62), (-1.35, 1.62), (-1.45, 1.5)]
    parts.add(solid(across(house, -0.72, 0.72), ORANGE, grid=0.6))
    for y in np.linspace(-1.2, -0.2, 7):
        parts.add(*(box(0.012, 0.08, 0.5, BLACK_PLASTIC, bevel=0.003).placed(x, y, 0.9) for x in (-0.724, 0.724)))
    parts.sign("rig_name", 0.9, 0.24, -0.724, -0.55, 1.36, turn=90)
    parts.sign("rig_name", 0.9, 0.24, 0.724, -0.55, 1.36, turn=-90)
    parts.add(rod((0.45, -1.2, 1.6), (0.45, -1.2, 1.95), 0.05, DARK_STEEL, sides=10))
    parts.add(
        rod((-0.2, 0.3, 0.85), (-0.2, 1.3, 1.35), 0.11, ORANGE, sides=10),
        rod((-0.2, 0.2, 0.6), (-0.2, 0.9, 1.05), 0.06, CHROME, sides=10),
    )
    mast = Assembly()
    mast.add(
        box(0.26, 4.6, 0.20, ORANGE.shade(0.9), bevel=0.02, grid=0.8),
        *(box(0.04, 4.5, 0.05, STEEL, bevel=0.006).placed(x, 0, 0.2) for x in (-0.1, 0.1)),
    )
    mast.add(
        rounded_box(0.32, 0.6, 0.30, CAST, radius=0.04).placed(0, -1.6, 0.24),
        rod((0, -1.3, 0.36), (0, 2.2, 0.36), 0.025, DRILL_STEEL, sides=8),
    )
    mast.add(
        lathe([(0.05, 0), (0.16, 0.02), (0.18, 0.2), (0.06, 0.24)], RUBBER, sides=14)
        .placed(p=-90)
        .placed(0, 2.15, 0.36)
    )
    mast.add(torus(0.14, 0.03, DARK_STEEL, sides=16, section=6).placed(r=90).placed(0, -2.2, 0.2))
    parts.include(mast, -0.2, 0.55, 1.30, p=-3)
    parts.add(
        lathe([(0, 0), (0.32, 0), (0.36, 0.1), (0.36, 0.75), (0.2, 0.95), (0, 0.95)], CAST.shade(1.2), sides=18).placed(
            0.75, 0.75, 0.62
        )
    )
    parts.add(cable([(-0.2, 2.6, 1.5), (0.3, 2.2, 1.7), (0.7, 1.4, 1.75), (0.75, 0.8, 1.6)], 0.06, RUBBER))
    parts.add(*(rod((x, -1.42, 0.72), (x, -1.42, 1.75), 0.016, DARK_STEEL, sides=6) for x in (-0.6, 0.6)))
