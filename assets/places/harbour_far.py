"""What lies about a quay at night: container stacks, cranes, a warehouse, the lit bank across the river."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh, Model, joined, model_of
from assets.modelling import Assembly, box, cloth, lattice, rod, sheet, tube
from assets.modelling.materials import CONCRETE, DARK_STEEL, Material, painted, plastic
from assets.places.housing import Part, slab
from assets.props.container import HIGH, LONG, PAINTS, WIDE, container_shell

CRANE_PAINT = painted(0.62, 0.20, 0.03, 0.5, 0.2)
WARM, COOL = plastic(0.90, 0.62, 0.30), plastic(0.55, 0.66, 0.80)
BEACON = plastic(1.0, 0.05, 0.03)
NIGHT_WALL = Material((0.085, 0.09, 0.105), "plaster", 0.9, 0.0, 0.1)
NIGHT_GLASS = Material((0.025, 0.03, 0.045), "paint", 0.15, 0.0, 0.0)
STOREY = 3.1


def container_stacks() -> Model:
    """Stacks behind the deck: corrugated boxes in front, plain ones behind."""
    rng = np.random.default_rng(20)
    parts: list[Mesh] = []
    tints = list(PAINTS)
    for row, y in enumerate((-17.0, -20.0)):
        for x in np.arange(-36, 40, LONG + 0.35):
            for level in range(int(rng.integers(1, 4 - row // 2))):
                tint = tints[int(rng.integers(len(tints)))]
                z = level * HIGH
                if row == 0 and abs(x) < 16 and level < 2:
                    parts.append(container_shell(tint).placed(float(x), y, z))
                else:
                    parts.append(slab(LONG, WIDE, HIGH - 0.04, PAINTS[tint], float(x), y, z))
    return model_of(("opaque", joined(parts)))


def quay_crane(x: float) -> list[Part]:
    """A portal crane over the rails with its jib up, red lights on top."""
    rail = (-4.9, -10.9)
    steel = [box(0.8, 0.8, 12.0, CRANE_PAINT, bevel=0.05, grid=4).placed(x + dx, y) for dx in (-4, 4) for y in rail]
    steel += [box(9.0, 0.9, 1.0, CRANE_PAINT, bevel=0.05, grid=4).placed(x, y, 11.6) for y in rail]
    steel += [box(0.9, 7.0, 1.0, CRANE_PAINT, bevel=0.05, grid=4).placed(x + dx, -7.9, 11.6) for dx in (-4, 4)]
    steel += [box(1.6, 1.2, 0.9, DARK_STEEL, bevel=0.05, grid=4).placed(x + dx, y) for dx in (-4, 4) for y in rail]
    tip = (x - 6, 16.0, 33.0)
    steel += [
        box(5, 5.5, 3.2, CRANE_PAINT.coloured(0.60, 0.60, 0.58), bevel=0.1, grid=4).placed(x, -8.5, 12.8),
        lattice((x, -6, 15.5), tip, 1.6, 2.4, CRANE_PAINT, chord=0.10, brace=0.05),
    ]
    steel += [
        lattice((x, -9.5, 15.8), (x, -8.5, 24), 1.4, 2.2, CRANE_PAINT, chord=0.1, brace=0.05),
        rod((x, -8.5, 24), tip, 0.05, DARK_STEEL, sides=4),
        rod(tip, (x - 6, 16.0, 20), 0.03, DARK_STEEL, sides=3),
    ]
    cabin = box(1.8, 1.8, 2.0, CRANE_PAINT.coloured(0.6, 0.6, 0.58), bevel=0.08, grid=3).placed(x + 1.8, -5.2, 14.0)
    glow = [
        slab(1.5, 0.04, 0.8, WARM, x + 1.8, -4.28, 14.8),
        slab(0.3, 0.3, 0.3, plastic(1.0, 0.06, 0.03), *tip),
        slab(0.5, 0.3, 0.14, plastic(1, 0.85, 0.6), x - 4, -4.4, 11.3),
        slab(0.5, 0.3, 0.14, plastic(1, 0.85, 0.6), x + 4, -4.4, 11.3),
    ]
    return [("opaque", joined([*steel, cabin])), ("glow", joined(glow))]


def far_bank() -> list[Part]:
    """The bank across the river: a string of lamps, dark towers with lit windows, a bridge far off."""
    rng = np.random.default_rng(21)
    dark: list[Mesh] = [slab(620, 20, 3.4, CONCRETE.shade(0.3), 0, 176, -2.5)]
    warm: list[Mesh] = []
    windows: list[Mesh] = []
    beacons: list[Mesh] = []
    for x in np.arange(-290, 300, 17.0):
        warm.append(slab(0.55, 0.3, 0.55, WARM, float(x), 165.6, 5.6))
        dark.append(slab(0.14, 0.14, 5, DARK_STEEL, float(x), 166, 0.8))
    for x in np.arange(-280, 290, 21.0):
        w, h, y = rng.uniform(13, 22), rng.uniform(14, 68) * (1.2 if abs(x) < 120 else 0.8), rng.uniform(185, 235)
        dark += _tower(float(x), float(y), w, h, NIGHT_WALL.shade(float(rng.uniform(0.6, 1.5))))
        if h > 55:
            beacons.append(slab(0.9, 0.9, 0.9, BEACON, float(x), y, h + 6.5))
        columns, storeys = int(w // 2.1), int(h // STOREY)
        lit = rng.random((storeys, columns)) < rng.uniform(0.08, 0.30)
        # Now and then a whole floor is lit: an office at night, a stairwell's landing.
        lit[rng.random(storeys) < 0.05] = True
        for storey, column in zip(*np.nonzero(lit), strict=True):
            at = float(x) - w / 2 + (column + 0.5) * w / columns
            shade = float(rng.uniform(0.35, 1.0))
            pane = _pane(1.25, 1.35, (WARM if rng.random() < 0.7 else COOL).shade(shade))
            windows.append(pane.placed(at, y - 7.1, storey * STOREY + 0.95))
    for x in np.arange(-120, 121, 60.0):
        dark.append(box(5, 8, 16, NIGHT_WALL, bevel=0.2, grid=9).placed(-210 + x * 0.1, 90 + x * 0.7, -3))
    bridge = tube([(-215, -20, 12.5), (-200, 180, 12.5)], 1.6, NIGHT_WALL, sides=4)
    lamps = [slab(0.6, 0.6, 0.6, WARM, -213.5 + 0.075 * (y + 20), float(y), 16.0) for y in np.arange(-10, 175, 12.0)]
    return [("opaque", joined([*dark, bridge])), ("glow", joined([*warm, *windows, *beacons, *lamps]))]


def _tower(x: float, y: float, w: float, h: float, wall: Material) -> list[Mesh]:
    """A block of flats or offices by night: bands of dark glass over its front, piers, a roof house."""
    storeys = int(h // STOREY)
    bands = [_pane(w * 0.94, 1.45, NIGHT_GLASS).placed(x, y - 7.05, k * STOREY + 0.9) for k in range(storeys)]
    piers = [slab(0.5, 0.3, h, wall.shade(1.25), x + at * w, y - 7.2, 0) for at in (-0.48, -0.16, 0.16, 0.48)]
    return [slab(w, 14, h, wall, x, y, 0), slab(w * 0.4, 6, 4.5, wall.shade(0.8), x, y + 1, h), *bands, *piers]


def _pane(w: float, h: float, material: Material) -> Mesh:
    """A lit window as one quad that looks to -y."""
    x, z = np.meshgrid([-w / 2, w / 2], [0, h])
    return cloth(np.stack([x, np.zeros_like(x), z], -1), material)


def warehouse_wall() -> list[Part]:
    """A long shed behind the stacks, its doors lit from within."""
    shed = Assembly()
    wall = Material((0.22, 0.27, 0.30), "corrugated", 0.6, 0.0, 0.4)
    shed.add(
        slab(90, 18, 8.5, wall, 0, -44, 0),
        sheet([(-9.6, 0), (0, 2.2), (9.6, 0)], 0.1, 91, wall.shade(0.8)).placed(h=90).placed(0, -44, 8.5),
    )
    shed.add(*(slab(4.2, 0.06, 4.2, WARM.shade(0.25), x, -34.96, 0) for x in (-22.0, 4.0, 27.0)), to="glow")
    return list(shed.model().meshes.items())
