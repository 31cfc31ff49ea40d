"""What hangs on an electric bicycle: the helmet not worn, the rain canopy fitted against the rules."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh, Pass, joined
from assets.modelling import Assembly, cloth, lathe, rounded_box, smooth, torus, tube
from assets.modelling.materials import BLACK_PLASTIC, STEEL, WINDOW, Material, painted, plastic

CANOPY = Material((0.16, 0.30, 0.50), "fabric", 0.85, 0.0, 0.3, scale=3.0)
HELMET = painted(0.78, 0.60, 0.04, 0.22, 0.02)


def hanging_helmet() -> Assembly:
    """A half-shell riding helmet hanging by its strap, visor up, straps loose; its crown away from the bike."""
    helmet = Assembly()
    dome = lathe(
        [(0.125, -0.06), (0.132, -0.02), (0.130, 0.03), (0.112, 0.085), (0.075, 0.122), (0.03, 0.138), (0, 0.14)],
        HELMET,
        sides=26,
        split=60,
    )
    lining = lathe(
        [(0, 0.118), (0.06, 0.105), (0.105, 0.05), (0.117, -0.055), (0.125, -0.06)],
        plastic(0.03, 0.03, 0.032, 0.9),
        sides=22,
        split=60,
    )
    trim = torus(0.127, 0.006, BLACK_PLASTIC, sides=26, section=6).placed(0, 0, -0.06)
    stripe = tube(
        [(0.0, 0.131 * np.cos(a), 0.139 * np.sin(a) + 0.002) for a in np.radians(np.linspace(5, 175, 12))],
        0.014,
        plastic(0.8, 0.8, 0.78),
        outline=np.array([(-1, -0.08), (1, -0.08), (1, 0.12), (-1, 0.12)]),
    )
    helmet.add(joined([dome, lining, trim, stripe]).placed(0, 0, 0, r=-62))
    visor = lathe([(0.136, -0.10), (0.140, -0.02)], WINDOW, sides=16, turn=(20.0, 160.0), split=80)
    helmet.add(visor.placed(0, 0, 0.0, r=-62), to="glass")
    strap = Material((0.02, 0.02, 0.022), "fabric", 0.9, 0, 0.2, scale=8)
    flat = np.array([(-1, -0.14), (1, -0.14), (1, 0.14), (-1, 0.14)])
    helmet.add(
        tube(
            smooth(
                [(0.02, 0.09, 0.06), (0.06, 0.03, 0.20), (0.055, 0.0, 0.345), (0.05, -0.02, 0.20), (0.0, -0.09, 0.06)],
                5,
            ),
            0.009,
            strap,
            outline=flat,
        ),
        tube(smooth([(0.03, 0.02, -0.06), (0.06, 0.03, -0.16), (0.05, 0.01, -0.25)], 4), 0.009, strap, outline=flat),
    )
    helmet.add(rounded_box(0.02, 0.012, 0.03, BLACK_PLASTIC, radius=0.004, segments=8).placed(0.05, 0.01, -0.27))
    return helmet


def rain_canopy() -> list[tuple[Pass, Mesh]]:
    """A rain canopy on poles from bar to rear rack with a clear front apron, as people fit them against the rules."""
    poles = [
        tube(smooth([(0.0, 0.36, 0.98), (0.0, 0.46, 1.45), (0.0, 0.30, 1.90)], 5), 0.012, STEEL, sides=7),
        tube(smooth([(0.0, -0.86, 0.66), (0.0, -0.90, 1.45), (0.0, -0.66, 1.93)], 5), 0.012, STEEL, sides=7),
        tube(smooth([(0, 0.55, 1.80), (0, 0.1, 1.95), (0, -0.5, 1.97), (0, -0.95, 1.86)], 5), 0.010, STEEL, sides=7),
    ]
    u, v = np.meshgrid(np.linspace(-1, 1, 13), np.linspace(0, 1, 11))
    x = u * (0.42 + 0.06 * np.sin(v * np.pi))
    y = -1.02 + 1.66 * v
    z = 1.985 - 0.18 * (2 * v - 1) ** 2 - 0.17 * u**2 - 0.012 * np.cos(u * 9) * (np.abs(u) > 0.7)
    roof = cloth(np.stack([x, y, z], -1), CANOPY, split=70, two_sided=True)
    a, b = np.meshgrid(np.linspace(1, -1, 7), np.linspace(0, 1, 6))
    apron = cloth(
        np.stack([a * 0.36, 0.60 + 0.05 * np.sin(b * 3) - 0.10 * b, 0.78 + 1.02 * b], -1),
        Material((0.5, 0.55, 0.56), "paint", 0.1, 0, 0),
        split=80,
        two_sided=True,
    )
    return [("opaque", joined([*poles, roof])), ("glass", apron)]
