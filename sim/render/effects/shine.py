"""The light that effects throw: as lamps whose level follows from the effect's age."""

from __future__ import annotations

import math

from assets.mesh import Lamp
from sim.render.effects.layer import anchor
from sim.state import EffectState

FIRE, ARC, BLAST, METAL = (1.0, 0.46, 0.12), (0.62, 0.76, 1.0), (1.0, 0.62, 0.26), (1.0, 0.42, 0.10)
BLAST_SECONDS = 0.9


def shine_of(effect: EffectState) -> list[Lamp]:
    """The lamps of one effect at its age."""
    x, y, z = anchor(effect)
    size, age = effect.size, effect.age
    flicker = 0.80 + 0.12 * math.sin(age * 11.3 + effect.seed) + 0.08 * math.sin(age * 23.7 + 2 * effect.seed)
    match effect.name:
        case "fire":
            grown = min(1.0, age / 0.8) * min(1.0, max(0.0, (effect.seconds - age) / 0.8))
            return [Lamp((x, y, z + 0.4 * size), colour=FIRE, power=1.6 * size * grown * flicker * effect.strength)]
        case "molten":
            return [Lamp((x, y, z), colour=METAL, power=2.5 * size * (0.9 + 0.1 * flicker) * effect.strength)]
        case "arc":
            return [Lamp((x, y, z), colour=ARC, power=2.5 * (0.5 + 0.5 * math.sin(age * 90.0) ** 2))]
        case "blast":
            left = max(0.0, 1 - age / BLAST_SECONDS)
            return [Lamp((x, y, z + size), colour=BLAST, power=9.0 * size * left * left)] if left else []
        case _:
            return []
