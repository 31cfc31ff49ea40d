"""Marks on floors and walls: dust, cracks, algae, spills, damp, rust-red seep, mist, painted lines.

Floor marks lie on z = 0, 2.0 x 1.5 m. Wall marks stand in the plane y = 0 about the origin, seen from +y.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from assets.mesh import Mesh, joined
from assets.modelling import Assembly, cloth, rock, sign_flat
from assets.modelling.materials import Material
from assets.props.parts.blots import blot
from assets.props.parts.wet_marks import CRACK, algae, mist, oil, rust_red, seep, spill, sweating

DUST_BLACK = Material((0.080, 0.084, 0.092), "plaster", 0.97, 0.0, 0.4)
DUST_WHITE = Material((0.80, 0.80, 0.79), "plaster", 0.98, 0.0, 0.4)
DUST_STONE = Material((0.52, 0.51, 0.49), "asphalt", 0.98, 0.0, 0.4)
DUST_SILVER = Material((0.62, 0.63, 0.65), "galvanised", 0.6, 0.35, 0.3)


def _dusty(material: Material, prints: float) -> Callable[[Assembly], None]:
    """A layer of dust with boot prints pressed into it, down to the darker ground; its edge thins out."""

    def draw(parts: Assembly) -> None:
        x, y = np.meshgrid(np.linspace(-1, 1, 81), np.linspace(-0.75, 0.75, 61))
        wave = 0.10 * np.sin(x * 5 + 1) * np.sin(y * 7) + 0.05 * np.sin(x * 17 + y * 13)
        depth = np.clip((1 - np.hypot(x / 0.98, y / 0.74) + wave) / 0.3, 0, 1)
        pressed = _boot_prints(x, y) * (prints > 0)
        ripple = 0.0025 * np.sin(x * 21 + 0.6) * np.sin(y * 25 + 2)
        z = 0.002 + (0.012 + ripple) * depth - prints * pressed * depth
        mesh = cloth(np.stack([x, y, z], -1), material, split=25)
        middle = mesh.position[mesh.faces].mean(1)
        fading = np.hypot(middle[:, 0] / 0.98, middle[:, 1] / 0.74) - 0.08 * np.sin(middle[:, 0] * 9) * np.sin(
            middle[:, 1] * 11
        )
        kept = fading < 0.98
        tread = _boot_prints(mesh.position[:, 0], mesh.position[:, 1]) * (prints > 0)
        shade = (1 - 0.72 * tread)[:, None].astype(np.float32)
        parts.add(replace(mesh, faces=mesh.faces[kept], colour=mesh.colour * shade))

    return draw


def _boot_prints(x: NDArray, y: NDArray) -> NDArray:
    """Two rows of soles and heels along x, 0..1."""
    found = np.zeros(np.shape(x))
    for k in range(7):
        cx, cy = -0.80 + 0.27 * k, (0.14 if k % 2 else -0.14) + 0.04 * np.sin(k * 1.7)
        sole = 1.3 - np.hypot((x - cx - 0.03) / 0.10, (y - cy) / 0.052) ** 3
        heel = 1.3 - np.hypot((x - cx + 0.115) / 0.045, (y - cy) / 0.040) ** 3
        grooves = 0.75 + 0.25 * np.sign(np.sin((x - cx) * 210))
        found = np.maximum(found, np.clip(np.maximum(sole, heel) * 2, 0, 1) * grooves)
    return found


def crack_line(length: float, width: float, seed: int) -> Mesh:
    """A tension crack along x: its lips raised a little, its ground black; ragged, with side branches."""
    rng = np.random.default_rng(seed)
    count = max(20, int(length * 14))
    x = np.linspace(-length / 2, length / 2, count)
    walk = np.cumsum(rng.normal(0, 0.028, count))
    walk -= np.linspace(walk[0], walk[-1], count)
    y = walk + 0.05 * np.sin(x * 1.7 + seed)
    taper = np.clip(np.minimum(x + length / 2, length / 2 - x) / (0.18 * length), 0.06, 1)
    half = width / 2 * taper * rng.uniform(0.55, 1.25, count)
    soil = Material((0.70, 0.60, 0.48), "soil", 0.98, 0.0, 0.8)
    dark = np.stack(
        [
            np.stack([x, y - half, np.full(count, 0.012)], -1),
            np.stack([x, y, np.full(count, 0.004)], -1),
            np.stack([x, y + half, np.full(count, 0.012)], -1),
        ]
    )
    lip = 0.03 + 0.05 * rng.random(count)
    lips = []
    for side in (-1, 1):
        rows = [
            np.stack([x, y + side * (half + lip), np.full(count, -0.006)], -1),
            np.stack([x, y + side * half, 0.016 + 0.5 * half], -1),
            np.stack([x, y + side * half * 0.9, np.full(count, 0.006)], -1),
        ]
        lips.append(cloth(np.stack(rows if side < 0 else rows[::-1]), soil, split=30))
    parts = [cloth(dark, CRACK), *lips]
    parts += [
        rock(rng.uniform(0.008, 0.03), k, soil).placed(
            float(x[k * 3 % count]), float(y[k * 3 % count]) + rng.uniform(-0.15, 0.15), 0.008
        )
        for k in range(16)
    ]
    return joined(parts)


def _crack(length: float, width: float) -> Callable[[Assembly], None]:
    def draw(parts: Assembly) -> None:
        parts.add(crack_line(length, width, 5))
        for k, (x, turn) in enumerate(((-length * 0.22, 38), (length * 0.16, -30))):
            parts.add(crack_line(length * 0.16, width * 0.5, 8 + k).placed(h=turn).placed(x, 0.10 * (-1) ** k, 0))

    return draw


def _spoil(parts: Assembly) -> None:
    """Stone spilt off a belt: a low heap of lumps and fines."""
    stone = Material((0.50, 0.49, 0.47), "gravel", 0.95, 0.0, 0.9)
    parts.add(blot(0.95, 0.7, 0.35, 0.10, stone))
    rng = np.random.default_rng(15)
    for k in range(70):
        r, a = 0.9 * np.sqrt(rng.random()), rng.uniform(0, 6.3)
        size = rng.uniform(0.02, 0.075)
        parts.add(
            rock(size, k, stone.but(texture="rock").shade(rng.uniform(0.8, 1.2))).placed(
                r * np.cos(a), 0.7 * r * np.sin(a), 0.10 * (1 - r) + 0.04
            )
        )


def _lines(name: str) -> Callable[[Assembly], None]:
    def draw(parts: Assembly) -> None:
        parts.add(sign_flat(name, 2.0, 1.5).placed(z=0.004), to="sign")

    return draw


def _floor(material: Material, glass: Material | None = None) -> Callable[[Assembly], None]:
    def draw(parts: Assembly) -> None:
        parts.add(blot(0.98, 0.73, 0.3, 0.004, material))
        if glass is not None:
            parts.add(blot(0.9, 0.65, 0.3, 0.006, glass, 5).placed(0, 0, 0.001), to="glass")

    return draw


MARKS: dict[str, Callable[[Assembly], None]] = {
    "dust": _dusty(DUST_STONE, 0.012),
    "dust.coal": _dusty(DUST_BLACK, 0.014),
    "dust.rock_dust": _dusty(DUST_WHITE, 0.004),
    "dust.metal": _dusty(DUST_SILVER, 0.010),
    "dust.chips": _dusty(DUST_STONE, 0.0),
    "crack": _crack(2.0, 0.03),
    "crack_wide": _crack(2.0, 0.10),
    "crack.tension": _crack(6.0, 0.035),
    "crack_wide.tension": _crack(6.0, 0.14),
    "algae": algae,
    "spill": spill,
    "spill.stone": _spoil,
    "spill.sludge": _floor(
        Material((0.022, 0.024, 0.018), "mud", 0.1, 0.0, 0.5), Material((0.02, 0.025, 0.02), "paint", 0.03)
    ),
    "sweating": sweating,
    "sweating.seep": seep,
    "rust_red": rust_red,
    "mist": mist,
    "oil.machine": oil,
    "line": _lines("zebra_half_gone"),
    "line.load_path": _lines("load_path"),
    "line.turn_zone": _lines("turn_zone"),
}
"""How each mark is drawn, by state, or state.variant."""


def mark(parts: Assembly, state: str, variant: str | None) -> None:
    """Draw a mark; a variant without a drawing of its own looks like the state. Raises KeyError for an unknown one."""
    own = f"{state}.{variant}"
    MARKS[own if own in MARKS else state](parts)
