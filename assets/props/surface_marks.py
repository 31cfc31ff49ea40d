"""Marks on floors and walls: dust, cracks, algae, spills, damp, rust-red seep, mist, painted lines.

Floor marks lie on z = 0, 2.0 x 1.5 m. Wall marks stand in the plane y = 0 about the origin, seen from +y.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from assets.mesh import Mesh, joined
from assets.modelling import Assembly, ball, cloth, rock, sign_flat
from assets.modelling.materials import Material

DUST_BLACK = Material((0.055, 0.055, 0.058), "asphalt", 0.97, 0.0, 0.5)
DUST_WHITE = Material((0.80, 0.80, 0.79), "plaster", 0.98, 0.0, 0.4)
DUST_STONE = Material((0.52, 0.51, 0.49), "asphalt", 0.98, 0.0, 0.4)
DUST_SILVER = Material((0.62, 0.63, 0.65), "galvanised", 0.6, 0.35, 0.3)
CRACK = Material((0.012, 0.010, 0.008), "soil", 1.0, 0.0, 0.2)
ALGAE = Material((0.045, 0.10, 0.03), "grass", 0.25, 0.0, 0.7)
SEEP = Material((0.17, 0.045, 0.018), "mud", 0.18, 0.0, 0.6)
MUD_WATER = Material((0.24, 0.165, 0.095), "mud", 0.12, 0.0, 0.5)
BEAD = Material((0.72, 0.78, 0.82), "paint", 0.04, 0.0, 0.0)
WET_COAL = Material((0.09, 0.09, 0.10), "coal", 0.12, 0.0, 0.9)
FOG = Material((0.80, 0.84, 0.88), "noise", 1.0, 0.0, 0.0, scale=0.35)


def blot(
    a: float, b: float, ragged: float, thickness: float, material: Material, seed: int = 3, around: int = 72
) -> Mesh:
    """A flat ragged patch of half axes ``a`` and ``b`` that rises to ``thickness`` from its edge."""
    rng = np.random.default_rng(seed)
    rings = 7 if around > 40 else 4
    angle = np.arange(around + 1) / around * 2 * np.pi
    waves = sum(rng.uniform(-1, 1) / k * np.sin(k * angle + rng.uniform(0, 6.3)) for k in range(2, 10))
    edge = np.clip(1 - ragged * 0.5 + ragged * waves * 0.6, 0.5, 1)
    share = np.linspace(1, 0, rings)[:, None]
    x, y = a * share * edge * np.cos(angle), b * share * edge * np.sin(angle)
    z = np.broadcast_to(thickness * np.minimum(1, (1 - share) * 6), x.shape)
    return cloth(np.stack([x, y, z], axis=-1), material, split=80)


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


def _algae(parts: Assembly) -> None:
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


def _spill(parts: Assembly) -> None:
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


def _wall_patch(w: float, h: float, material: Material, seed: int, bulge: float = 0.02) -> Mesh:
    """A ragged patch on a wall, ``w`` x ``h``, in the plane y = 0, seen from +y."""
    return blot(w / 2, h / 2, 0.4, bulge, material, seed).placed(p=-90)


def _sweating(parts: Assembly) -> None:
    """Rows of water beads on a wet dark face, some running."""
    parts.add(_wall_patch(1.9, 1.4, WET_COAL, 7, 0.05).placed(0, -0.02))
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
    parts.add(joined([*beads, *runs]), to="glass")
    parts.add(
        joined(
            [
                ball(0.006, Material((0.9, 0.95, 1.0), "paint", 0.05), sides=6).placed(*mesh.position.mean(0))
                for mesh in beads[::4]
            ]
        )
    )


def _seep(parts: Assembly) -> None:
    """A muddy trickle at a wall's foot: wet soil, threads of water, a fan of sand on the floor, which is z 0."""
    parts.add(_wall_patch(1.5, 0.7, MUD_WATER.shade(0.7), 9, 0.03).placed(0, 0.0, 0.30))
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


def _rust_red(parts: Assembly) -> None:
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
    parts.add(_wall_patch(1.7, 1.1, SEEP.shade(0.5), 12, 0.012).placed(0, 0.0, 0.1))


def _mist(parts: Assembly) -> None:
    """A bank of fog across a roadway: veils one behind the other, thin above, along y."""
    rng = np.random.default_rng(31)
    for k in range(9):
        y = -1.6 + 0.4 * k
        x, z = np.meshgrid(np.linspace(2.0, -2.0, 13), np.linspace(-1.4, 0.9, 9))
        wave = 0.25 * np.sin(x * 1.3 + k) + 0.15 * np.sin(z * 2 + 2 * k)
        parts.add(cloth(np.stack([x * rng.uniform(0.8, 1.0), y + wave, z], -1), FOG.shade(0.55)), to="veil")


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


def _oil(parts: Assembly) -> None:
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
    "algae": _algae,
    "spill": _spill,
    "spill.stone": _spoil,
    "spill.sludge": _floor(
        Material((0.022, 0.024, 0.018), "mud", 0.1, 0.0, 0.5), Material((0.02, 0.025, 0.02), "paint", 0.03)
    ),
    "sweating": _sweating,
    "sweating.seep": _seep,
    "rust_red": _rust_red,
    "mist": _mist,
    "oil.machine": _oil,
    "line": _lines("zebra_half_gone"),
    "line.load_path": _lines("load_path"),
    "line.turn_zone": _lines("turn_zone"),
}
"""How each mark is drawn, by state, or state.variant."""


def mark(parts: Assembly, state: str, variant: str | None) -> None:
    """Draw a mark; a variant without a drawing of its own looks like the state. Raises KeyError for an unknown one."""
    own = f"{state}.{variant}"
    MARKS[own if own in MARKS else state](parts)
