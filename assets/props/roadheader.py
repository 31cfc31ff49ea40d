"""The roadheader: a boom cutter on tracks with its loading apron, conveyor tail, driver's place and dust sprays."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Lamp, Mesh, Model, joined
from assets.modelling import (
    Assembly,
    bolt,
    box,
    cable,
    cloth,
    lathe,
    pitched,
    rock,
    rod,
    rounded_box,
    sheet,
    solid,
    tube,
)
from assets.modelling.loft import across
from assets.modelling.materials import BLACK_PLASTIC, CHROME, DARK_STEEL, RUBBER, RUSTY_STEEL, Material, painted
from assets.props.parts.crawler import crawler

YELLOW = painted(0.54, 0.31, 0.03, 0.5, 0.5)
WORN = RUSTY_STEEL.but(colour=(0.36, 0.37, 0.38), metal=0.4, roughness=0.45)
GREY = painted(0.20, 0.21, 0.22, 0.55, 0.4)
COAL = Material((0.16, 0.16, 0.17), "coal", 0.5, 0.0, 1.0)
LAMP_GLASS = Material((1.0, 0.93, 0.78), "paint", 0.2)
PIVOT = (0.0, 1.35, 1.15)
"""Where the boom turns."""


@prop("roadheader")
def roadheader(request: PropRequest) -> Model:
    """8 m long, 2.4 m wide, 1.8 m high, its cutter to +y; ``cutting`` the head is raised to the face, lamps lit."""
    parts = Assembly()
    cutting = request.state == "cutting"
    for x in (-0.84, 0.84):
        parts.add(crawler(3.1, 0.44, 0.66, GREY).placed(x, -0.5, 0.0))
    _body(parts)
    _apron(parts)
    _tail(parts)
    parts.include(_boom(), *PIVOT, p=9.0 if cutting else -14.0)
    _turret(parts)
    _driver(parts)
    _lamps(parts, lit=cutting)
    return parts.model()


def _body(parts: Assembly) -> None:
    """Main frame, motor and hydraulic covers on both sides, cable reel guard."""
    frame = [(-2.2, 0.30), (1.5, 0.30), (1.5, 0.78), (0.9, 0.95), (-2.2, 0.95)]
    parts.add(solid(across(frame, -0.58, 0.58), YELLOW, grid=0.7))
    for side in (-1, 1):
        x = side * 0.84
        parts.add(rounded_box(0.62, 1.7, 0.52, YELLOW, radius=0.05, segments=12).placed(x, -1.35, 0.72))
        parts.add(rounded_box(0.56, 1.15, 0.34, YELLOW.shade(0.92), radius=0.04, segments=12).placed(x, 0.15, 0.72))
        parts.add(*(box(0.64, 0.02, 0.46, GREY, bevel=0.004).placed(x, y, 0.75) for y in (-1.9, -0.75)))
        for y in np.linspace(-1.75, -0.95, 5):
            parts.add(box(0.012, 0.10, 0.30, GREY, bevel=0.004).placed(side * 1.152, y, 0.84))
        parts.add(
            *(
                bolt(0.014, 0.012).placed(r=90 * side).placed(side * 1.152, y, z)
                for y in (-2.1, -0.6)
                for z in (0.82, 1.12)
            )
        )
        parts.sign("hazard_stripes", 1.1, 0.09, side * 1.155, -1.35, 0.70, turn=-90 * side)
    parts.sign("roadheader_plate", 0.72, 0.20, -1.156, 0.15, 0.82, turn=90)
    parts.sign("roadheader_plate", 0.72, 0.20, 1.126, 0.15, 0.82, turn=-90)
    for k in range(4):
        line = [
            (0.30 + 0.06 * k, -0.4, 0.95),
            (0.32 + 0.06 * k, 0.1, 1.06),
            (0.28 + 0.05 * k, 0.7, 1.16),
            (0.12 + 0.05 * k, 1.3, 1.32),
        ]
        parts.add(cable(line, 0.019, RUBBER, steps=5))


def _turret(parts: Assembly) -> None:
    """The slewing turret, its pins, the lifting cylinders on both sides."""
    parts.add(lathe([(0, 0), (0.62, 0), (0.62, 0.12), (0.56, 0.16), (0, 0.16)], GREY, sides=24).placed(0, 0.95, 0.93))
    cheek = [(0.55, 1.0), (1.55, 1.0), (1.50, 1.32), (1.30, 1.42), (0.75, 1.30)]
    parts.add(*(solid(across(cheek, x - 0.06, x + 0.06), YELLOW, grid=0.6) for x in (-0.44, 0.44)))
    parts.add(rod((-0.56, *PIVOT[1:]), (0.56, *PIVOT[1:]), 0.09, DARK_STEEL, sides=14))
    for x in (-0.54, 0.54):
        parts.add(rod((x, 0.70, 0.86), (x, 1.55, 1.02), 0.085, YELLOW.shade(0.85), sides=12))
        parts.add(rod((x, 1.5, 1.01), (x, 2.1, 1.10), 0.045, CHROME, sides=10))


def _boom() -> Assembly:
    """Boom with its motor, in the frame of its pivot, along +y; the spiral cutter head with picks at its end."""
    boom = Assembly()
    boom.add(box(0.62, 1.5, 0.50, YELLOW, bevel=0.06, grid=0.5).placed(0, 0.75, -0.25))
    outline = [(0, 0), (0.27, 0), (0.27, 0.9), (0.22, 1.0), (0.20, 1.45), (0, 1.45)]
    boom.add(lathe(outline, YELLOW.shade(0.95), sides=18, split=35, wear=0.3).placed(p=-90).placed(0, 1.35, 0))
    for k in range(7):
        boom.add(
            lathe([(0.272, 0), (0.29, 0.01), (0.29, 0.03), (0.272, 0.04)], GREY, sides=18)
            .placed(p=-90)
            .placed(0, 1.45 + 0.11 * k, 0)
        )
    boom.add(box(0.30, 0.36, 0.06, GREY, bevel=0.01).placed(0, 0.6, 0.25))
    boom.add(_cutter().placed(p=-90).placed(0, 2.75, 0))
    for angle in np.radians((30, 90, 150)):
        x, z = 0.22 * np.cos(angle), 0.22 * np.sin(angle)
        boom.add(
            lathe([(0, 0), (0.022, 0), (0.015, 0.04), (0, 0.05)], DARK_STEEL, sides=8).placed(p=-90).placed(x, 2.72, z)
        )
    for x in (-0.2, 0.2):
        boom.add(cable([(x, 0.1, 0.26), (x, 0.7, 0.32), (x * 0.9, 1.4, 0.30), (x * 0.6, 2.0, 0.26)], 0.022, RUBBER))
    return boom


def _cutter() -> Mesh:
    """The conical head about z, its picks in three spirals."""
    head = [(0, 0), (0.24, 0), (0.40, 0.10), (0.42, 0.26), (0.34, 0.50), (0.20, 0.66), (0.08, 0.70), (0, 0.70)]
    parts = [lathe(head, WORN, sides=20, split=40, wear=0.6)]
    pick = lathe([(0.045, -0.06), (0.045, 0.03), (0.026, 0.045), (0.022, 0.10), (0, 0.137)], WORN.shade(0.8), sides=6)
    radii, heights = np.array([r for r, _ in head[1:7]]), np.array([z for _, z in head[1:7]])
    for start in range(3):
        for k in range(11):
            z = 0.06 + 0.058 * k
            radius = float(np.interp(z, heights, radii))
            angle = np.radians(start * 120 + k * 34)
            out = np.array([np.cos(angle), np.sin(angle), 0.25 + 0.06 * k])
            out += 0.55 * np.array([-np.sin(angle), np.cos(angle), 0])
            parts.append(pitched(pick, tuple(out)).placed(radius * np.cos(angle), radius * np.sin(angle), z))
    return joined(parts)


def _apron(parts: Assembly) -> None:
    """The loading apron with its two gathering stars, coal lying on it."""
    plate = [(1.5, 0.62), (1.5, 0.50), (3.15, 0.03), (3.22, 0.03), (3.22, 0.06)]
    parts.add(solid(across(plate, -1.2, 1.2), WORN, grid=0.6))
    cheek = [(1.5, 0.48), (3.1, 0.06), (3.1, 0.16), (1.5, 0.80)]
    parts.add(*(solid(across(cheek, x - 0.03, x + 0.03), YELLOW, grid=0.6) for x in (-1.18, 1.18)))
    lean = -np.degrees(np.arctan2(0.56, 1.72))
    for x, turn in ((-0.58, 10), (0.58, 50)):
        star = [lathe([(0, 0), (0.20, 0), (0.18, 0.06), (0, 0.08)], WORN, sides=16)]
        star += [box(0.46, 0.11, 0.07, WORN, bevel=0.02).placed(0.26).placed(h=turn + 72 * k) for k in range(5)]
        parts.add(joined(star).placed(p=lean).placed(x, 2.42, 0.34))
    x, y = np.meshgrid(np.linspace(-0.9, 0.9, 19), np.linspace(1.7, 3.0, 12))
    rng = np.random.default_rng(3)
    pile = (
        0.10
        * np.clip(1 - (x / 0.95) ** 2, 0, 1)
        * np.clip(1 - np.abs(y - 2.2) / 0.85, 0, 1)
        * rng.uniform(0.2, 1.3, x.shape)
    )
    parts.add(cloth(np.stack([x, y, 0.605 - 0.3255 * (y - 1.55) + pile - 0.02], -1), COAL, split=25))


def _tail(parts: Assembly) -> None:
    """The chain conveyor through the machine and its raised tail, with coal on it, the discharge at -4."""
    for x in (-0.30, 0.30):
        side = [(1.6, 0.62), (-2.1, 1.0), (-4.0, 1.32), (-4.0, 1.56), (-2.1, 1.26), (1.6, 0.90)]
        parts.add(solid(across(side, x - 0.02, x + 0.02), YELLOW.shade(0.9), grid=0.8))
    parts.add(
        solid(
            across([(1.6, 0.66), (-2.1, 1.04), (-4.0, 1.36), (-4.0, 1.33), (-2.1, 1.0), (1.6, 0.62)], -0.29, 0.29),
            WORN,
            grid=0.7,
        )
    )
    for k in range(13):
        y = 0.9 - 0.38 * k
        z = 0.73 + 0.103 * (1.0 - y) * (1 if y > -2.1 else 1.0) + (0.065 * (-2.1 - y) if y < -2.1 else 0)
        parts.add(box(0.52, 0.05, 0.05, WORN, bevel=0.01).placed(0, y, z))
    lumps = np.random.default_rng(5)
    for _ in range(34):
        y = lumps.uniform(-3.8, 0.2)
        z = 0.75 + 0.103 * (1.0 - y) + (0.065 * (-2.1 - y) if y < -2.1 else 0)
        parts.add(rock(lumps.uniform(0.04, 0.11), int(lumps.integers(99)), COAL).placed(lumps.uniform(-0.2, 0.2), y, z))
    parts.add(*(rod((x, -2.0, 0.6), (x, -2.9, 1.12), 0.05, YELLOW.shade(0.8), sides=10) for x in (-0.36, 0.36)))
    parts.add(box(0.5, 0.3, 0.35, YELLOW, bevel=0.03).placed(-0.75, -2.35, 0.55))
    parts.add(cable([(-0.75, -2.5, 0.65), (-0.95, -3.0, 0.25), (-1.05, -3.8, 0.04), (-1.1, -4.2, 0.04)], 0.035, RUBBER))


def _driver(parts: Assembly) -> None:
    """The seat on the left under its canopy, the console with levers and gauges."""
    x, y = -0.72, -0.75
    parts.add(rounded_box(0.46, 0.46, 0.10, BLACK_PLASTIC, radius=0.04).placed(x, y, 1.26))
    parts.add(rounded_box(0.44, 0.09, 0.42, BLACK_PLASTIC, radius=0.04).placed(x, y - 0.24, 1.32, p=8))
    parts.add(box(0.50, 0.26, 0.34, GREY, bevel=0.03).placed(x, y + 0.72, 1.06))
    for k in range(6):
        base = (x - 0.19 + 0.075 * k, y + 0.66, 1.40)
        parts.add(rod(base, (base[0], base[1] - 0.05, 1.56), 0.007, CHROME, sides=6))
        parts.add(
            lathe([(0, 0), (0.017, 0.006), (0.017, 0.026), (0, 0.034)], BLACK_PLASTIC, sides=8).placed(
                base[0], base[1] - 0.05, 1.555
            )
        )
    parts.sign("roadheader_gauges", 0.46, 0.14, x, y + 0.588, 1.22, turn=180)
    posts = [(x - 0.36, y - 0.35), (x + 0.36, y - 0.35), (x - 0.36, y + 0.5), (x + 0.36, y + 0.5)]
    parts.add(*(rod((px, py, 1.2), (px, py, 1.78), 0.028, YELLOW, sides=8) for px, py in posts))
    roof = [(-0.44, 0.0), (-0.40, 0.03), (0.40, 0.03), (0.44, 0.0)]
    parts.add(sheet(roof, 0.018, 1.05, YELLOW, grid=0.5).placed(x, y + 0.07, 1.775))


def _lamps(parts: Assembly, *, lit: bool) -> None:
    """Two caged headlamps before the turret and one at the tail."""
    glass = LAMP_GLASS if lit else Material((0.30, 0.31, 0.30), "paint", 0.15)
    spots = [((-0.8, 0.78, 1.14), 0), ((0.8, 0.78, 1.14), 0), ((0.42, -3.95, 1.62), 180)]
    for (x, y, z), turn in spots:
        body = lathe([(0, 0), (0.085, 0), (0.095, 0.05), (0.10, 0.10), (0, 0.10)], GREY, sides=14).placed(p=-90)
        lens = lathe([(0.082, 0.101), (0.05, 0.112), (0, 0.115)], glass, sides=14).placed(p=-90)
        parts.add(body.placed(h=turn).placed(x, y, z))
        parts.add(lens.placed(h=turn).placed(x, y, z), to="glow" if lit else "opaque")
        parts.add(
            *(
                tube(
                    [
                        (x + dx, y + (0.12 if not turn else -0.12), z - 0.08),
                        (x + dx, y + (0.13 if not turn else -0.13), z + 0.08),
                    ],
                    0.005,
                    DARK_STEEL,
                    sides=4,
                )
                for dx in (-0.03, 0.03)
            )
        )
        parts.add(rod((x, y, z - 0.22), (x, y, z - 0.08), 0.02, GREY, sides=6))
    if lit:
        parts.lamp(Lamp((0.0, 0.95, 1.3), (0.0, 1.0, 0.05), (1.0, 0.93, 0.8), 2.0, 70.0))
