"""Rock bolts with their plates, and the steel strap that ties a row of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import block, bolt, box, lathe, pitched, rod, solid, tube
from assets.modelling.materials import RUSTY_STEEL, STEEL, Material
from assets.props.parts.roadway_arch import HALF, WALL, on_section, section_line

PLATE = RUSTY_STEEL.but(colour=(0.50, 0.45, 0.42), metal=0.4)
STRAP = Material((0.55, 0.56, 0.57), "galvanised", 0.5, 0.5, 0.3)
ANGLES = (12, 40, 66, 90, 114, 140, 168)
"""Where the bolts of a row stand on the half circle, degrees."""


def bolt_with_plate(gap: float = 0.0, *, plain: bool = False) -> Mesh:
    """A bolt in the rock above z = 0, pointing down to -z: domed plate, washer, nut, thread; ``gap`` below the rock."""
    if plain:
        thread = rod((0, 0, 0), (0, 0, -0.11), 0.011, STEEL.shade(0.7), sides=5)
        nut = (
            block(0.15, 0.15, 0.008, z=-0.008)
            + block(0.075, 0.075, 0.012, z=-0.02)
            + block(0.036, 0.036, 0.024, z=-0.044)
        )
        return joined([solid(nut, PLATE), thread])
    dome = [(0.0, -0.024), (0.03, -0.024), (0.045, -0.018), (0.075, -0.006), (0.08, -0.006)]
    plate = box(0.15, 0.15, 0.008, PLATE, bevel=0.003).placed(z=-0.008 - gap)
    parts = [plate, lathe(dome, PLATE, sides=14, split=50).placed(z=-gap)]
    parts.append(bolt(0.019, 0.024, STEEL.shade(0.8)).placed(p=180).placed(z=-0.022 - gap))
    parts.append(rod((0, 0, 0.12), (0, 0, -0.11 - gap * 0.5), 0.011, STEEL.shade(0.7), sides=7))
    return joined(parts)


@dataclass(frozen=True)
class BoltRow:
    """A row of bolts across the roadway at y = 0."""

    meshes: tuple[Mesh, ...]

    def placed_at(self, y: float) -> list[Mesh]:
        return [mesh.placed(0, y) for mesh in self.meshes]


def bolt_row(rng: np.random.Generator | None = None, *, outward: float = 0.05) -> BoltRow:
    """Seven bolts and their strap, and one in each wall; a little out of line, and plainer, with ``rng``."""
    one = bolt_with_plate(plain=rng is not None)
    bolts = []
    for angle in ANGLES:
        a = angle + (0 if rng is None else rng.uniform(-2.5, 2.5))
        x, _, z = on_section(a, outward)
        y = 0 if rng is None else rng.uniform(-0.03, 0.03)
        outwards = (x, 0.0, z - WALL)
        bolts.append(pitched(one, outwards).placed(x, y, z))
    for side in (-1, 1):
        bolts.append(pitched(one, (side, 0.0, 0.0)).placed(side * (HALF + outward), 0, 0.75))
    flat = section_line(outward + 0.004, 21, foot=0.95)
    line = np.column_stack([flat[:, 0], np.zeros(len(flat)), flat[:, 1]])
    strap = tube(line, 1.0, STRAP, outline=[(-0.06, -0.003), (0.06, -0.003), (0.06, 0.003), (-0.06, 0.003)], split=40)
    return BoltRow((joined(bolts), strap))
