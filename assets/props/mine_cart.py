"""The mine cart: a side-tipping tub on a 600 mm gauge, with its coupling and a chock under one wheel."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import Assembly, bolt, box, cloth, extrude, lathe, ring, rod, sheet, torus, tube
from assets.modelling.materials import DARK_STEEL, RUSTY_STEEL, STEEL, WOOD, Material

TUB = RUSTY_STEEL.but(colour=(0.22, 0.27, 0.29), metal=0.25)
GAUGE, RADIUS = 0.62, 0.15
ORE = Material((0.50, 0.49, 0.47), "gravel", 0.92, 0.0, 1.0)
COAL = Material((0.16, 0.16, 0.17), "coal", 0.5, 0.0, 1.0)


@prop("mine_cart")
def mine_cart(request: PropRequest) -> Model:
    """A U tub 1.0 x 2.0 x 1.2 m standing on the ground or the rail head at z 0, its length along y.

    ``chocked`` has a timber wedge on both sides of a wheel, ``ok`` none; variant ``coal`` carries coal, ``ore`` stone,
    ``empty`` nothing.
    """
    parts = Assembly()
    parts.add(*_frame())
    for x in (-GAUGE / 2, GAUGE / 2):
        for y in (-0.42, 0.42):
            parts.add(_wheel().placed(h=0 if x > 0 else 180).placed(x, y, RADIUS))
    parts.add(*(rod((-0.36, y, RADIUS), (0.36, y, RADIUS), 0.026, DARK_STEEL, sides=8) for y in (-0.42, 0.42)))
    parts.add(*_tub())
    load = request.variant or "ore"
    if load != "empty":
        parts.add(_load(COAL if load == "coal" else ORE))
    if request.state == "chocked":
        wedge = joined([box(0.11, 0.24, 0.07, WOOD.shade(0.7), bevel=0.006)])
        parts.add(wedge.placed(p=16).placed(-GAUGE / 2, 0.62, 0.0), wedge.placed(p=-16).placed(-GAUGE / 2, 0.22, 0.0))
    for turn, x in ((-90, 0.466), (90, -0.466)):
        parts.sign("cart_number", 0.30, 0.12, x, 0.0, 0.86, turn=turn)
    return parts.model()


def _frame() -> list[Mesh]:
    """Two longitudinal channels with round buffers, axle boxes, coupling links at both ends."""
    beams = [box(0.09, 1.72, 0.12, TUB.shade(0.8), bevel=0.012, grid=0.6).placed(x, 0, 0.26) for x in (-0.22, 0.22)]
    ends = [box(0.62, 0.10, 0.13, TUB.shade(0.8), bevel=0.02).placed(0, y, 0.255) for y in (-0.88, 0.88)]
    buffers = [
        lathe([(0, 0), (0.11, 0), (0.12, 0.03), (0.10, 0.06), (0, 0.075)], DARK_STEEL, sides=14)
        .placed(p=-90 if y > 0 else 90)
        .placed(0, y, 0.32)
        for y in (-0.92, 0.92)
    ]
    boxes = [
        box(0.10, 0.17, 0.15, DARK_STEEL, bevel=0.02).placed(x, y, 0.10) for x in (-0.20, 0.20) for y in (-0.42, 0.42)
    ]
    links = []
    for y, side in ((0.98, 1), (-0.98, -1)):
        links += [torus(0.045, 0.012, STEEL.shade(0.5), sides=14, section=6).placed(p=90, h=90).placed(0, y, 0.24)]
        links += [
            torus(0.045, 0.012, STEEL.shade(0.5), sides=14, section=6).placed(p=70).placed(0, y + side * 0.02, 0.17)
        ]
    return [*beams, *ends, *buffers, *boxes, *links]


def _wheel() -> Mesh:
    """A cast wheel with its flange inside, spokes, hub to +x."""
    tread = [
        (0, -0.04),
        (RADIUS + 0.025, -0.045),
        (RADIUS + 0.025, -0.025),
        (RADIUS, -0.015),
        (RADIUS - 0.006, 0.04),
        (RADIUS - 0.03, 0.04),
        (RADIUS - 0.035, 0.015),
        (0.05, 0.01),
        (0.05, 0.05),
        (0.04, 0.06),
        (0, 0.06),
    ]
    spokes = ring(box(0.085, 0.026, 0.03, DARK_STEEL, bevel=0.006).placed(0.085, 0, 0.008), 6)
    return joined([lathe(tread, DARK_STEEL, sides=22, split=35, wear=0.4), spokes]).placed(r=90)


def _section(inset: float) -> list[tuple[float, float]]:
    """The U of the tub in x, z."""
    angle = np.radians(np.linspace(180, 360, 13))
    radius = 0.46 - inset
    bow = [(radius * float(np.cos(a)), 0.86 + radius * float(np.sin(a))) for a in angle]
    return [(-radius, 1.18), *bow, (radius, 1.18)]


def _tub() -> list[Mesh]:
    """The sheet-metal trough with its ends, rim, ribs and rockers."""
    trough = sheet(_section(0.0), 0.008, 1.62, TUB, split=40, grid=0.45)
    outline = [*_section(0.004)]
    ends = [extrude(outline, 0.010, TUB, split=30, grid=0.4).placed(p=90).placed(0, y, 0) for y in (-0.80, 0.81)]
    rim = [
        (-0.465, -0.82, 1.185),
        (0.465, -0.82, 1.185),
        (0.465, 0.82, 1.185),
        (-0.465, 0.82, 1.185),
        (-0.465, -0.82, 1.185),
    ]
    ribs = [
        tube([(x, y, z) for x, z in _section(-0.012)[1:-1]], 0.018, TUB.shade(0.85), sides=5) for y in (-0.5, 0.0, 0.5)
    ]
    rivets = [
        bolt(0.010, 0.008, TUB.shade(0.9)).placed(r=90 * s).placed(s * 0.466, y, 1.10)
        for s in (-1, 1)
        for y in np.linspace(-0.7, 0.7, 8)
    ]
    return [trough, *ends, tube(rim, 0.016, TUB.shade(0.9), sides=7, wear=0.8), *ribs, *rivets]


def _load(material: Material) -> Mesh:
    """A heap above the rim."""
    rng = np.random.default_rng(9)
    x, y = np.meshgrid(np.linspace(-0.445, 0.445, 15), np.linspace(-0.79, 0.79, 25))
    dome = np.clip(1 - (x / 0.47) ** 2, 0, 1) * np.clip(1 - (y / 0.83) ** 4, 0, 1)
    z = 1.05 + 0.20 * dome + rng.uniform(-0.035, 0.035, x.shape) * (dome > 0.1)
    return cloth(np.stack([x, y, z], -1), material, split=22)
