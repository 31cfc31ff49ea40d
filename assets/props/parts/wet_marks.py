"""Marks of what is wet: slime, spills, sweating rock, seeping water and rust, mist, oil.

Floor marks lie on z = 0, 2.0 x 1.5 m. Wall marks stand in the plane y = 0 about the origin, seen from +y.
"""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import Assembly, ball, cloth
from assets.modelling.materials import Material
from assets.props.parts.blots import blot, wall_blot

CRACK = Material((0.012, 0.010, 0.008), "soil", 1.0, 0.0, 0.2)
ALGAE = Material((0.045, 0.10, 0.03), "grass", 0.25, 0.0, 0.7)
SEEP = Material((0.17, 0.045, 0.018), "mud", 0.18, 0.0, 0.6)
MUD_WATER = Material((0.24, 0.165, 0.095), "mud", 0.12, 0.0, 0.5)
BEAD = Material((0.44, 0.49, 0.52), "paint", 0.04, 0.0, 0.0)
WET_COAL = Material((0.09, 0.09, 0.10), "coal", 0.12, 0.0, 0.9)
FOG = Material((0.80, 0.84, 0.88), "epoxy", 1.0, 0.0, 0.0, scale=0.3)


def algae(parts: Assembly) -> None:
    """Green slime with a film of water on it."""
    parts.add(blot(0.98, 0.70, 0.3, 0.006, ALGAE))
    parts.add(
        *(
            blot(0.22, 0.16, 0.3, 0.009, ALGAE.shade(1.5), seed=k).placed(-0.6 + 0.4 * k, 0.2 * np.sin(2.0 * k))
            for k in range(4)
        )
    )
    parts.add(
        blot(0.9, 0.62, 0.25, 0.008, Material((0.06, 0.08, 0.05), "paint", 0.04), seed=6).placed(0.03, -0.02, 0.002),
        to="glass",
    )


def spill(parts: Assembly) -> None:
    """A spill that eats into concrete: pale rim, dark wet middle, small bubbles."""
    parts.add(blot(0.98, 0.72, 0.3, 0.003, Material((0.52, 0.50, 0.44), "concrete", 0.5, 0.0, 0.8, scale=3.0)))
    parts.add(
        blot(0.80, 0.56, 0.3, 0.004, Material((0.13, 0.115, 0.085), "concrete", 0.08, 0.0, 0.5, scale=2.0)).placed(
            0.03, 0.02, 0.0025
        )
    )
    rng = np.random.default_rng(4)
    bubbles = [
        ball(rng.uniform(0.004, 0.011), BEAD, sides=8).placed(rng.normal(0, 0.3), rng.normal(0, 0.2), 0.008)
        for _ in range(50)
    ]
    parts.add(joined(bubbles), to="glass")


def sweating(parts: Assembly) -> None:
    """Rows of water beads on a wet dark face, some running."""
    parts.add(wall_blot(1.9, 1.4, WET_COAL, 7, 0.05).placed(0, -0.02))
    rng = np.random.default_rng(27)
    beads, runs = [], []
    for row in range(9):
        for column in range(16):
            x, z = -0.85 + 0.112 * column + rng.normal(0, 0.02), -0.56 + 0.14 * row + rng.normal(0, 0.015)
            if (x / 0.92) ** 2 + (z / 0.66) ** 2 > 0.92 or rng.random() < 0.12:
                continue
            size = float(np.clip(rng.lognormal(-4.5, 0.35), 0.007, 0.022))
            beads.append(ball(size, BEAD, sides=8).placed(x, 0.032 + size * 0.3, z))
            if rng.random() < 0.16:
                runs.append(ball(1.0, BEAD, sides=6).placed(scale=size * 0.8).placed(x, 0.035, z - 0.03))
                line = np.array(
                    [
                        [(x - 0.004, 0.034, z), (x + 0.004, 0.034, z)],
                        [(x - 0.002, 0.036, z - 0.16), (x + 0.002, 0.036, z - 0.16)],
                    ]
                )
                runs.append(cloth(line[:, ::-1], BEAD, two_sided=True))
    parts.add(joined([*beads, *runs]))
    parts.add(
        joined(
            [
                ball(0.006, Material((0.9, 0.95, 1.0), "paint", 0.05), sides=6).placed(*mesh.position.mean(0))
                for mesh in beads[::4]
            ]
        )
    )


def seep(parts: Assembly) -> None:
    """A muddy trickle at a wall's foot: wet soil, threads of water, a fan of sand on the floor, which is z 0."""
    parts.add(wall_blot(1.5, 0.7, MUD_WATER.shade(0.7), 9, 0.03).placed(0, 0.0, 0.30))
    fan = blot(0.95, 0.62, 0.35, 0.05, MUD_WATER, 11)
    parts.add(fan.placed(0.05, 0.55, 0.0))
    rng = np.random.default_rng(3)
    for _ in range(7):
        x = rng.uniform(-0.5, 0.5)
        line = [
            (x, 0.04, rng.uniform(0.25, 0.5)),
            (x + rng.uniform(-0.05, 0.05), 0.05, 0.2),
            (x + rng.uniform(-0.08, 0.08), 0.10, 0.05),
            (x * 1.1, 0.35, 0.045),
            (x * 1.3, 0.8, 0.03),
        ]
        parts.add(_ribbon(line, 0.02), to="glass")


def _ribbon(line: list[tuple[float, float, float]], width: float) -> Mesh:
    """A thread of water along a line, seen from +y and above."""
    p = np.array(line)
    side = np.array([width / 2, 0, 0])
    return cloth(np.stack([p + side, p - side]), MUD_WATER.shade(1.5), two_sided=True)


def rust_red(parts: Assembly) -> None:
    """A slimy rust-red stain below a crack in the wall, running down 1.3 m."""
    rng = np.random.default_rng(6)
    x = np.linspace(0.8, -0.8, 15)
    z = 0.62 + 0.05 * np.sin(x * 5) + rng.normal(0, 0.015, 15)
    gap = np.stack([np.stack([x, np.full(15, 0.03), z + 0.02], -1), np.stack([x, np.full(15, 0.035), z - 0.015], -1)])
    parts.add(cloth(gap[::-1], CRACK, two_sided=True))
    for k in range(20):
        cx = -0.72 + 0.076 * k + rng.normal(0, 0.02)
        long = rng.uniform(0.5, 1.25)
        tongue = blot(rng.uniform(0.03, 0.09), long / 2, 0.45, 0.014, SEEP.shade(rng.uniform(0.6, 1.25)), k, 24)
        parts.add(tongue.placed(p=-90).placed(cx, 0.005 + 0.002 * (k % 4), 0.62 - long / 2))
    parts.add(wall_blot(1.7, 1.1, SEEP.shade(0.5), 12, 0.012).placed(0, 0.0, 0.1))


def mist(parts: Assembly) -> None:
    """A bank of fog across a roadway: veils one behind the other, thin above, along y."""
    rng = np.random.default_rng(31)
    for k in range(4):
        y = -1.5 + k
        x, share = np.meshgrid(np.linspace(2.0, -2.0, 25), np.linspace(0.0, 1.0, 9))
        low = -1.15 + 0.18 * np.sin(x * 2.3 + 2.1 * k) + 0.10 * np.sin(x * 5.1 - k)
        z = low + (0.9 - low) * share
        wave = 0.25 * np.sin(x * 1.3 + k) + 0.15 * np.sin(z * 2 + 2 * k)
        parts.add(cloth(np.stack([x * rng.uniform(1.08, 1.16), y + wave, z], -1), FOG.shade(0.32)), to="veil")


def oil(parts: Assembly) -> None:
    """Black machine oil: a glossy pool, drops round it, a boot's smear."""
    oil = Material((0.012, 0.010, 0.008), "paint", 0.05, 0.0, 0.05)
    parts.add(
        blot(0.62, 0.46, 0.3, 0.004, oil), blot(0.34, 0.10, 0.4, 0.003, oil.shade(1.8), 7).placed(0.62, 0.25, 0, h=20)
    )
    parts.add(
        *(
            blot(0.05 + 0.02 * (k % 3), 0.05, 0.2, 0.003, oil, k).placed(0.85 * np.cos(k * 1.4), 0.6 * np.sin(k * 1.4))
            for k in range(6)
        )
    )
