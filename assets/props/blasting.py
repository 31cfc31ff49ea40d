"""Explosives: boxes of cartridges and of detonators, a field of charged holes, the misfire after the blast."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Model, joined
from assets.modelling import Assembly, block, box, cable, cloth, lathe, rock, rod, shell, smooth, torus, tube
from assets.modelling.materials import DARK_STEEL, STEEL, Material, painted, plastic

CARTON = Material((0.62, 0.46, 0.28), "cardboard", 0.85, 0.0, 0.4)
RED_BOX = painted(0.50, 0.03, 0.025, 0.4, 0.3)
CARTRIDGE = plastic(0.80, 0.22, 0.03, 0.4)
DETONATOR = Material((0.80, 0.80, 0.78), "galvanised", 0.25, 0.9, 0.05)
LEAD_YELLOW, LEAD_RED, LEAD_BLUE = plastic(0.86, 0.60, 0.03), plastic(0.72, 0.03, 0.03), plastic(0.04, 0.16, 0.62)
CUTTINGS = Material((0.86, 0.85, 0.81), "sand", 0.98, 0.0, 0.6)
STEMMING = Material((0.52, 0.44, 0.34), "sand", 0.98, 0.0, 0.8)
MUCK = Material((0.56, 0.55, 0.525), "rock", 0.92, 0.0, 0.9)
HOLE_BLACK = painted(0.006, 0.006, 0.006, 0.95, 0.0)
STEP, HOLES = 2.0, 6
"""Metres between the holes of a row, and how many; two rows 2.2 m apart, the front one towards +y."""
OPEN_HOLES = (2, 3, 8)
"""Which holes have no stemming in ``unstemmed``."""
MISFIRE = 8


@prop("explosive_box")
def explosive_box(request: PropRequest) -> Model:
    """``explosive``: an open carton of emulsion cartridges; ``detonator``: a red steel box with its leads, lid ajar."""
    parts = Assembly()
    (_detonators if request.state == "detonator" else _explosives)(parts)
    return parts.model()


def _explosives(parts: Assembly) -> None:
    """A carton 0.5 x 0.35 x 0.3 with its flaps open, two layers of orange cartridges in it."""
    body = shell(block(0.50, 0.35, 0.27), block(0.488, 0.338, 0.3, 0, 0, 0.006), CARTON, grid=0.2)
    parts.add(body)
    for x in (-0.25, 0.25):
        flap = box(0.17, 0.345, 0.005, CARTON, bevel=0.001).placed(np.sign(x) * 0.085)
        parts.add(flap.placed(r=np.sign(x) * 32).placed(x, 0, 0.268))
    parts.add(box(0.49, 0.15, 0.005, CARTON, bevel=0.001).placed(0, -0.075).placed(p=30).placed(0, -0.175, 0.268))
    stick = joined([
        lathe([(0, 0), (0.014, 0.0), (0.016, 0.01), (0.016, 0.27), (0.014, 0.28), (0, 0.28)], CARTRIDGE, sides=9),
        lathe([(0.017, 0.02), (0.012, 0.012), (0.017, 0.005)], STEEL, sides=8),
    ])  # fmt: skip
    for k in range(13):
        if k in (4, 9):
            continue
        parts.add(
            stick.placed(p=-90).placed(-0.222 + 0.037 * k, -0.15, 0.225),
            stick.placed(p=-90).placed(-0.222 + 0.037 * k, -0.145, 0.19),
        )
    parts.sign("explosive_label", 0.40, 0.20, 0, 0.1762, 0.04)
    parts.sign("explosive_label", 0.40, 0.20, 0, -0.1762, 0.04, turn=180)
    parts.sign("explosive_mark", 0.16, 0.16, 0.2512, 0, 0.06, turn=-90)


def _detonators(parts: Assembly) -> None:
    """A red box 0.34 x 0.22 x 0.2 with corner angles, lid open, coiled yellow leads and bright capsules inside."""
    parts.add(shell(block(0.34, 0.22, 0.17), block(0.328, 0.208, 0.2, 0, 0, 0.008), RED_BOX))
    for x in (-0.17, 0.17):
        parts.add(*(box(0.022, 0.022, 0.17, DARK_STEEL, bevel=0.003).placed(x * 0.97, y) for y in (-0.105, 0.105)))
    lid = joined(
        [
            box(0.35, 0.23, 0.012, RED_BOX, bevel=0.003).placed(0, 0.115),
            box(0.35, 0.012, 0.03, RED_BOX, bevel=0.002).placed(0, 0.226, -0.022),
        ]
    )
    parts.add(lid.placed(p=112).placed(0, -0.112, 0.172))
    handle = [(-0.06, 0.115, 0.145), (-0.05, 0.14, 0.145), (0.05, 0.14, 0.145), (0.06, 0.115, 0.145)]
    parts.add(tube(smooth(handle, 4), 0.005, STEEL, sides=6))
    for k, lead in enumerate((LEAD_YELLOW, LEAD_RED, LEAD_YELLOW, LEAD_BLUE)):
        x = -0.11 + 0.073 * k
        parts.add(
            *(
                torus(0.030, 0.004, lead, sides=14, section=5).placed(x, 0.03, 0.09 + 0.009 * j, h=17 * j)
                for j in range(7)
            )
        )
        parts.add(rod((x, -0.07, 0.13), (x + 0.01, -0.02, 0.155), 0.0045, DETONATOR, sides=8))
        parts.add(tube([(x + 0.01, -0.02, 0.155), (x + 0.015, 0.01, 0.16), (x, 0.03, 0.15)], 0.0025, lead, sides=5))
    parts.sign("detonator_label", 0.28, 0.105, 0, 0.1115, 0.005)
    parts.sign("detonator_label", 0.28, 0.105, 0, -0.1115, 0.03, turn=180)


@prop("blast_hole_row")
def blast_hole_row(request: PropRequest) -> Model:
    """Twelve holes of 0.1 m in two rows over 12 x 3 m, the free face at +y.

    ``stemmed``: stemming over each, leads tied to the trunk line; ``unstemmed``: three collars open, the cartridge
    in sight; ``misfire_leads``: the field broken up to muck, one whole collar with leads showing.
    """
    parts = Assembly()
    if request.state == "misfire_leads":
        _after_the_blast(parts)
        return parts.model()
    rng = np.random.default_rng(41)
    for k, (x, y) in enumerate(_holes()):
        _collar(parts, x, y, rng, stemmed=request.state == "stemmed" or k not in OPEN_HOLES)
    trunk = [(x, y + 0.3, 0.02) for x, y in _holes()[:HOLES]]
    parts.add(cable([(-6.2, -1.4, 0.02), *trunk, (6.0, 0.6, 0.02)], 0.006, LEAD_YELLOW, steps=4, sides=5))
    return parts.model()


def _holes() -> list[tuple[float, float]]:
    """Middles of the holes; the rear row stands in the gaps of the front one."""
    front = [(-5.0 + STEP * k, 1.1) for k in range(HOLES)]
    return front + [(-4.0 + STEP * k * 0.92, -1.1) for k in range(HOLES)]


def _collar(parts: Assembly, x: float, y: float, rng: np.random.Generator, *, stemmed: bool) -> None:
    """The ring of drill cuttings, the hole or its stemming, the leads and their marker."""
    outline = [(0.42, -0.01), (0.30, 0.05), (0.17, 0.10), (0.075, 0.075), (0.055, 0.0)]
    ring = lathe(outline, CUTTINGS, sides=18, split=60)
    wave = 1 + 0.12 * np.sin(np.arctan2(ring.position[:, 1], ring.position[:, 0]) * 3 + rng.uniform(0, 6))
    ring.position[:, :2] *= wave[:, None].astype(np.float32)
    parts.add(ring.placed(x, y))
    if stemmed:
        parts.add(lathe([(0.085, 0.045), (0.05, 0.085), (0, 0.095)], STEMMING, sides=12).placed(x, y))
    else:
        parts.add(lathe([(0.056, 0.02), (0.05, -0.3), (0, -0.3)][::-1], HOLE_BLACK, sides=14).placed(x, y))
        parts.add(lathe([(0.06, 0.072), (0.052, 0.03)], HOLE_BLACK, sides=14).placed(x, y))
        parts.add(
            lathe([(0, -0.02), (0.034, -0.02), (0.034, 0.06), (0.02, 0.075), (0, 0.078)], CARTRIDGE, sides=12).placed(
                x + 0.006, y
            )
        )
    lead = LEAD_RED if (x + y) % 2 > 1 else LEAD_YELLOW
    for side in (-1, 1):
        way = [
            (x + 0.012 * side, y, 0.07),
            (x + 0.03 * side, y + 0.08, 0.16),
            (x + 0.10 * side, y + 0.2, 0.05),
            (x + 0.03 * side, y + 0.30, 0.03),
        ]
        parts.add(tube(smooth(way, 4), 0.004, lead, sides=4))
    parts.add(
        box(0.09, 0.004, 0.06, LEAD_RED, bevel=0.001).placed(x + 0.28, y, 0.22),
        rod((x + 0.28, y, 0), (x + 0.28, y, 0.28), 0.005, STEEL, sides=5),
    )
    parts.sign("hole_tag", 0.08, 0.052, x + 0.28, y + 0.0035, 0.224)


def _after_the_blast(parts: Assembly) -> None:
    """The muck heap over the field, one collar left whole at its edge with bright leads and a bit of cartridge."""
    x, y = np.meshgrid(np.linspace(-6.6, 6.6, 67), np.linspace(-2.4, 3.6, 31))
    rng = np.random.default_rng(43)
    px, py = _holes()[MISFIRE]
    swell = 1.15 * np.exp(-(((y - 1.3) / 1.5) ** 2)) * np.clip((6.5 - np.abs(x)) / 1.6, 0, 1)
    swell *= 1 - 0.94 * np.exp(-(((x - px) / 1.15) ** 2 + ((y - py) / 1.1) ** 2))
    z = swell * (0.75 + 0.5 * rng.random(x.shape)) + 0.05 - 0.4 * np.clip(1 - swell / 0.12, 0, 1)
    parts.add(cloth(np.stack([x, y, z], -1), MUCK.but(texture="gravel"), split=25))
    shapes = [rock(1.0, 50 + k, MUCK.shade(rng.uniform(0.85, 1.15))) for k in range(8)]
    for _ in range(150):
        sx, sy = rng.uniform(-6.3, 6.3), rng.normal(1.3, 1.0)
        if np.hypot(sx - px, sy - py) < 0.7:
            continue
        size = float(np.clip(rng.lognormal(-1.7, 0.55), 0.06, 0.6))
        at = float(np.interp(sx, x[0], z[int(np.clip((sy + 2.4) / 0.2, 0, 30))]))
        parts.add(
            shapes[int(rng.integers(8))]
            .placed(scale=size)
            .placed(sx, sy, max(at, 0) + size * 0.15, h=rng.uniform(0, 360), p=rng.uniform(-30, 30))
        )
    _collar(parts, px, py, rng, stemmed=False)
    for lead, turn in ((LEAD_RED, 20), (LEAD_YELLOW, 75), (LEAD_BLUE, -35)):
        a = np.radians(turn)
        way = [
            (px, py, 0.08),
            (px + 0.15 * np.cos(a), py + 0.15 * np.sin(a), 0.42),
            (px + 0.5 * np.cos(a), py + 0.5 * np.sin(a), 0.30),
            (px + 0.85 * np.cos(a), py + 0.8 * np.sin(a), 0.10),
            (px + 1.2 * np.cos(a + 0.4), py + 1.1 * np.sin(a + 0.4), 0.16),
        ]
        parts.add(tube(smooth(way, 5), 0.008, lead, sides=5))
