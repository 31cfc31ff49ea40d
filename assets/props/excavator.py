"""The excavator: tracks, upper structure with cab and counterweight, boom, stick and bucket."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Model
from assets.modelling import Assembly, block, box, cable, cloth, lathe, rod, rounded_box, solid
from assets.modelling.loft import across
from assets.modelling.materials import BLACK_PLASTIC, CHROME, DARK_STEEL, RUBBER, SOIL, WINDOW, Material, painted
from assets.props.parts.crawler import crawler
from assets.props.parts.hydraulics import hydraulic_cylinder

YELLOW = painted(0.80, 0.42, 0.02, 0.35, 0.25)
DARK = painted(0.055, 0.058, 0.062, 0.5, 0.3)
BUCKET_STEEL = Material((0.34, 0.34, 0.35), "galvanised", 0.5, 0.4, 0.5)
BARREL = YELLOW.shade(0.9)
SLEW_Z = 1.02
"""Height of the slewing ring."""


@prop("excavator")
def excavator(request: PropRequest) -> Model:
    """2.8 x 8.0 x 3.0 m, the bucket to +y; ``slewing`` the upper part is turned 70 degrees to the left, bucket full."""
    parts = Assembly()
    for x in (-1.1, 1.1):
        parts.add(crawler(3.5, 0.6, 0.86, DARK, pitch=0.19).placed(x, -1.2, 0.0))
    middle = [(-0.75, 0.35), (0.75, 0.35), (0.55, 0.92), (-0.55, 0.92)]
    parts.add(solid(across(middle, -0.85, 0.85), DARK, grid=0.8).placed(0, -1.2, 0))
    parts.add(lathe([(0, 0), (0.72, 0), (0.72, 0.12), (0, 0.12)], DARK_STEEL, sides=24).placed(0, -1.2, 0.90))
    upper = Assembly()
    _house(upper)
    _cab(upper)
    _arm(upper, raised=request.state == "slewing")
    parts.include(upper, 0, -1.2, SLEW_Z, h=70 if request.state == "slewing" else 0)
    return parts.model()


def _house(upper: Assembly) -> None:
    """Engine house, counterweight, side doors, grilles, exhaust, rails."""
    deck = [(-2.0, 0.0), (1.15, 0.0), (1.15, 0.22), (-2.0, 0.22)]
    upper.add(solid(across(deck, -1.32, 1.32), DARK, grid=0.8))
    side = [(-1.55, 0.22), (0.75, 0.22), (0.75, 0.95), (-1.55, 1.02)]
    upper.add(
        solid(across(side, 0.28, 1.32), YELLOW, grid=0.6),
        solid(across([(-1.55, 0.22), (-0.25, 0.22), (-0.25, 1.0), (-1.55, 1.02)], -1.32, 0.28), YELLOW, grid=0.6),
    )
    weight = lathe(
        [(0, 0.1), (1.30, 0.1), (1.40, 0.18), (1.42, 0.9), (1.30, 1.02), (0, 1.05)],
        DARK.shade(1.5),
        sides=36,
        split=35,
        turn=(200, 340),
    )
    upper.add(
        weight.placed(0, -1.02, 0.0), box(2.5, 0.2, 0.9, DARK.shade(1.5), bevel=0.03, grid=0.8).placed(0, -1.5, 0.12)
    )
    for x in (1.326, -1.326):
        upper.add(
            *(box(0.012, 0.05, 0.42, BLACK_PLASTIC, bevel=0.003).placed(x, y, 0.40) for y in np.linspace(-1.4, -0.9, 8))
        )
        upper.add(box(0.014, 0.02, 0.66, DARK, bevel=0.003).placed(x, -0.8, 0.28))
    upper.sign("excavator_name", 0.95, 0.26, 1.326, -0.2, 0.60, turn=-90)
    upper.sign("excavator_name", 1.1, 0.30, 0, -2.445, 0.42, turn=180)
    upper.add(
        rod((0.75, -1.1, 1.0), (0.75, -1.1, 1.38), 0.05, DARK_STEEL, sides=10),
        rounded_box(0.8, 0.9, 0.14, YELLOW, radius=0.04).placed(-0.5, -0.95, 1.0),
    )
    rail = [(1.26, 0.65, 0.95), (1.26, 0.65, 1.35), (1.26, -1.3, 1.42), (1.26, -1.3, 1.02)]
    for a, b in zip(rail, rail[1:], strict=False):
        upper.add(rod(a, b, 0.018, DARK, sides=7))
    upper.add(*(box(0.28, 0.18, 0.03, DARK, bevel=0.005).placed(1.2, 0.95, z) for z in (0.0, 0.3)))
    upper.add(box(0.5, 0.012, 0.05, Material((0.7, 0.05, 0.04), "paint", 0.2), bevel=0.002).placed(0.9, -2.33, 0.75))


def _cab(upper: Assembly) -> None:
    """The cab on the left: posts, glass, seat and levers inside, roof lamp, mirror, door handle."""
    x0, x1, y0, y1, z0, z1 = -1.30, -0.34, -0.30, 1.30, 0.20, 1.88
    outline = [(y0, z0), (y1 - 0.06, z0), (y1, z0 + 0.75), (y1 - 0.22, z1), (y0, z1)]
    inner = [
        (y0 + 0.05, z0 + 0.06),
        (y1 - 0.10, z0 + 0.06),
        (y1 - 0.05, z0 + 0.75),
        (y1 - 0.26, z1 - 0.07),
        (y0 + 0.05, z1 - 0.07),
    ]
    shell = across(outline, x0, x1) - across(inner, x0 + 0.05, x1 - 0.05)
    windows = across(
        [(y0 + 0.10, z0 + 0.66), (y0 + 0.55, z0 + 0.66), (y0 + 0.55, z1 - 0.14), (y0 + 0.10, z1 - 0.14)], x0 - 1, x1 + 1
    )
    windows += across(
        [
            (y0 + 0.66, z0 + 0.30),
            (y1 - 0.13, z0 + 0.30),
            (y1 - 0.10, z0 + 0.75),
            (y1 - 0.30, z1 - 0.14),
            (y0 + 0.66, z1 - 0.14),
        ],
        x0 - 1,
        x1 + 1,
    )
    windows += block(x1 - x0 - 0.16, 1.0, z1 - z0 - 0.36, (x0 + x1) / 2, y1 + 0.2, z0 + 0.20)
    windows += block(x1 - x0 - 0.16, 0.4, 0.70, (x0 + x1) / 2, y0, z0 + 0.80)
    upper.add(solid(shell - windows, DARK, grid=0.5))
    pane = across([(p, q) for p, q in inner], x0 + 0.012, x0 + 0.022) + across(
        [(p, q) for p, q in inner], x1 - 0.022, x1 - 0.012
    )
    front = across(
        [
            (y1 - 0.045, z0 + 0.1),
            (y1 - 0.03, z0 + 0.1),
            (y1 - 0.015, z0 + 0.75),
            (y1 - 0.235, z1 - 0.07),
            (y1 - 0.255, z1 - 0.07),
            (y1 - 0.035, z0 + 0.75),
        ],
        x0 + 0.06,
        x1 - 0.06,
    )
    upper.add(solid(pane + front, WINDOW), to="glass")
    cx = (x0 + x1) / 2
    upper.add(
        rounded_box(0.5, 0.5, 0.12, BLACK_PLASTIC, radius=0.04).placed(cx, 0.15, 0.62),
        rounded_box(0.48, 0.12, 0.62, BLACK_PLASTIC, radius=0.05).placed(cx, -0.12, 0.70, p=8),
    )
    upper.add(box(0.3, 0.3, 0.36, BLACK_PLASTIC, bevel=0.02).placed(cx, 0.15, 0.26))
    for dx in (-0.3, 0.3):
        upper.add(
            box(0.14, 0.4, 0.1, BLACK_PLASTIC, bevel=0.02).placed(cx + dx, 0.25, 0.78),
            rod((cx + dx, 0.4, 0.86), (cx + dx * 0.9, 0.46, 1.06), 0.014, DARK_STEEL, sides=7),
        )
    upper.add(
        rounded_box(x1 - x0 + 0.04, y1 - y0 - 0.16, 0.06, YELLOW, radius=0.025).placed(cx, (y0 + y1) / 2 - 0.1, z1)
    )
    upper.add(
        box(0.16, 0.05, 0.26, BLACK_PLASTIC, bevel=0.02).placed(x0 - 0.2, y1 - 0.1, 1.0),
        rod((x0, y1 - 0.1, 1.2), (x0 - 0.2, y1 - 0.1, 1.24), 0.012, DARK_STEEL, sides=6),
    )
    upper.add(rod((x0 - 0.02, 0.42, 0.62), (x0 - 0.02, 0.42, 0.95), 0.012, CHROME, sides=6))


def _arm(upper: Assembly, *, raised: bool) -> None:
    """Boom, stick, bucket, their cylinders; ``raised`` curled up with a load, else put down on the ground ahead."""
    foot = np.array([0.95, 0.55])
    knee, tip, dig = ((3.4, 2.55), (4.9, 1.25), -150.0) if raised else ((3.5, 2.05), (5.05, 0.10), -118.0)
    crown = np.array([(foot[0] + knee[0]) / 2 - 0.35, max(knee[1], 1.9) + 0.25])
    upper.add(solid(across(_beam([foot, crown, np.array(knee)], (0.20, 0.30, 0.16)), -0.17, 0.17), YELLOW, grid=0.6))
    back = np.array(knee) + (np.array(knee) - np.array(tip)) / np.linalg.norm(np.array(knee) - np.array(tip)) * 0.55
    upper.add(
        solid(across(_beam([back, np.array(knee), np.array(tip)], (0.10, 0.21, 0.11)), -0.14, 0.14), YELLOW, grid=0.6)
    )
    for y, z, half in ((*foot, 0.30), (*knee, 0.24), (*tip, 0.26)):
        upper.add(rod((-half, y, z), (half, y, z), 0.065, DARK_STEEL, sides=12))
    upper.add(*(box(0.06, 0.5, 0.7, DARK, bevel=0.02).placed(x, 0.95, 0.1) for x in (-0.24, 0.24)))
    for x in (-0.26, 0.26):
        upper.add(
            hydraulic_cylinder((x, 1.25, 0.25), (x, float(crown[0]) + 0.2, float(crown[1]) - 0.35), 0.075, BARREL, DARK)
        )
    upper.add(
        hydraulic_cylinder(
            (0, float(crown[0]) - 0.1, float(crown[1]) + 0.25),
            (0, float(back[0]), float(back[1]) + 0.06),
            0.075,
            BARREL,
            DARK,
        )
    )
    upper.add(
        hydraulic_cylinder((0, knee[0] - 0.05, knee[1] + 0.28), (0, tip[0] - 0.15, tip[1] + 0.42), 0.06, BARREL, DARK)
    )
    upper.add(rod((0, tip[0] - 0.15, tip[1] + 0.42), (0, tip[0] + 0.28, tip[1] + 0.20), 0.05, DARK_STEEL, sides=8))
    upper.include(_bucket(full=raised), 0, tip[0], tip[1], p=dig + 90)
    hoses = [
        (0.06, 1.0, 0.9),
        (0.06, float(crown[0]) - 0.5, float(crown[1]) + 0.02),
        (0.06, float(crown[0]) + 0.6, float(crown[1]) + 0.22),
        (0.06, knee[0], knee[1] + 0.35),
    ]
    upper.add(cable(hoses, 0.02, RUBBER), cable([(x + 0.05, y, z) for x, y, z in hoses], 0.02, RUBBER))


def _beam(points: list[np.ndarray], half: tuple[float, float, float]) -> np.ndarray:
    """The outline of a beam through three points, deeper in the middle."""
    line = np.array(points)
    tangent = np.gradient(line, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1)[:, None]
    normal = np.stack([-tangent[:, 1], tangent[:, 0]], axis=1) * np.array(half)[:, None]
    return np.concatenate([line + normal, (line - normal)[::-1]])


def _bucket(*, full: bool) -> Assembly:
    """A bucket hung on its pin at the origin, its mouth to +y when level, five teeth."""
    one = Assembly()
    angle = np.radians(np.linspace(100, 330, 12))
    outer = [(0.02 + 0.50 * np.cos(a), -0.42 + 0.50 * np.sin(a)) for a in angle]
    outer = [(-0.10, 0.10), *outer, (0.72, -0.50)]
    inner = [(0.02 + 0.465 * np.cos(a), -0.42 + 0.465 * np.sin(a)) for a in angle]
    ring = np.array([*outer, (0.72, -0.53), *[(y, z) for y, z in reversed(inner)], (-0.06, 0.06)])
    one.add(solid(across(ring, -0.52, 0.52), BUCKET_STEEL, grid=0.5))
    cheek = np.array([*outer, (0.30, 0.0)])
    one.add(*(solid(across(cheek, x - 0.02, x + 0.02), BUCKET_STEEL.shade(0.9), grid=0.6) for x in (-0.52, 0.52)))
    tooth = [(0.0, -0.03), (0.24, 0.0), (0.24, 0.012), (0.0, 0.035)]
    one.add(
        *(
            solid(across([(y + 0.66, z - 0.52) for y, z in tooth], x - 0.05, x + 0.05), BUCKET_STEEL.shade(1.15))
            for x in np.linspace(-0.46, 0.46, 5)
        )
    )
    one.add(
        *(
            solid(across([(-0.22, -0.08), (0.05, 0.14), (0.2, 0.1), (0.02, -0.2)], x - 0.02, x + 0.02), BUCKET_STEEL)
            for x in (-0.2, 0.2)
        )
    )
    if full:
        x, y = np.meshgrid(np.linspace(-0.5, 0.5, 9), np.linspace(-0.1, 0.62, 8))
        heap = 0.30 * np.cos(x * 2.6) * np.sin((y + 0.1) / 0.72 * np.pi) - 0.28
        one.add(cloth(np.stack([x, y, heap], -1), SOIL, split=30))
    return one
