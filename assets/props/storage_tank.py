"""The vertical storage tank of a tank yard with its stair, manholes, nozzles, and the line that feeds it."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import (
    Assembly,
    Material,
    bolt,
    box,
    cylinder,
    lathe,
    painted,
    pitched,
    ring,
    rod,
    sign_bent,
    solid,
    torus,
)
from assets.modelling.materials import DARK_STEEL, SAFETY_YELLOW, STEEL
from assets.props.parts.pipework import (
    ACID_PURPLE,
    FRAME_GREY,
    PIPE_GREY,
    PIPE_SILVER,
    SOLVENT_BROWN,
    STAINLESS,
    colour_ring,
    flange,
    pipe,
    stand,
)

RADIUS, HIGH = 3.0, 6.2
SHELL = painted(0.56, 0.575, 0.58, 0.42, 0.25)
HOLLOW = Material((0.012, 0.012, 0.014), "paint", 0.9, 0.0, 0.0)
MANHOLE = (1.8, 2.5, 0.9)
"""The middle of the lower manhole in the tank's frame: to the front and its right."""
LABELS = {"v201": "tank_v201", "v202": "tank_v202", "acid": "tank_acid"}
NOZZLE = {"v201": -0.5, "v202": -0.5, "acid": 1.5}
"""How far to the front the inlet line lies that leaves the tank along +x."""
LINE_HIGH = {"v201": 1.11, "v202": 1.11, "acid": 1.21}
"""The height of that line's axis: 0.11 m over the place of the valves and flanges in it."""


@prop("storage_tank")
def storage_tank(request: PropRequest) -> Model:
    """A tank of 6 m diameter, 7 m high with its rail; ``manhole_open`` has the cover swung aside on its davit."""
    variant = request.variant or "v201"
    parts = Assembly()
    _shell(parts)
    _manhole(parts, is_open=request.state == "manhole_open")
    parts.add(*_stair(), *_roof())
    _inlet(parts, variant)
    _level_board(parts)
    angle = np.radians(np.linspace(74, 106, 9))
    face = np.column_stack([np.cos(angle), np.sin(angle)]) * (RADIUS + 0.006)
    parts.add(sign_bent(LABELS[variant], face, 0.55).placed(z=4.1), to="sign")
    return parts.model()


def _shell(parts: Assembly) -> None:
    """Concrete ring, shell with its weld courses, bottom angle with anchor bolts, earth straps."""
    ring_wall = Material((0.52, 0.51, 0.49), "concrete", 0.9, 0.0, 0.5)
    parts.add(lathe([(0, 0), (3.25, 0), (3.22, 0.22), (0, 0.22)], ring_wall, sides=40, split=30))
    outline = [(0, 0.22), (RADIUS + 0.08, 0.22), (RADIUS + 0.08, 0.24), (RADIUS, 0.25)]
    for z in (1.45, 2.65, 3.85, 5.05):
        outline += [(RADIUS, z - 0.012), (RADIUS + 0.008, z), (RADIUS, z + 0.012)]
    outline += [
        (RADIUS, HIGH),
        (RADIUS + 0.07, HIGH),
        (RADIUS + 0.07, HIGH + 0.07),
        (RADIUS * 0.5, HIGH + 0.28),
        (0, HIGH + 0.45),
    ]
    parts.add(lathe(outline, SHELL, sides=56, split=38))
    chair = joined(
        [
            box(0.012, 0.10, 0.14, SHELL, bevel=0.002).placed(0, 0.05),
            bolt(0.02, 0.03, DARK_STEEL).placed(0.05, 0.06, 0.02),
        ]
    )
    parts.add(ring(chair.placed(0, RADIUS, 0.24), 14, start=9))
    for angle in (55, 200):
        strap = box(0.04, 0.005, 0.42, Material((0.62, 0.42, 0.16), "galvanised", 0.4, 0.8, 0.1), bevel=0.001)
        parts.add(
            strap.placed(0, RADIUS + 0.26, 0.0).placed(h=angle),
            box(0.10, 0.02, 0.06, STEEL, bevel=0.003).placed(0, RADIUS + 0.1, 0.30).placed(h=angle),
        )


def _manhole(parts: Assembly, *, is_open: bool) -> None:
    """A manhole of 0.6 m in the shell, low at the front: neck, bolted cover, davit."""
    x, y, z = MANHOLE
    turn = float(np.degrees(np.arctan2(-x, y)))
    out = float(np.hypot(x, y)) - 0.12
    one = Assembly()
    neck = [(0.30, 0), (0.31, 0), (0.31, 0.22), (0.40, 0.22), (0.40, 0.245), (0.30, 0.245), (0.30, 0)]
    one.add(pitched(lathe(neck, SHELL, sides=28, split=30), (0, 1, 0)))
    pad = lathe([(0.31, 0.03), (0.52, 0.03), (0.52, 0.045), (0.31, 0.05)], SHELL, sides=28)
    one.add(pitched(pad, (0, 1, 0)))
    cover = joined(
        [
            lathe([(0, 0), (0.40, 0), (0.40, 0.022), (0, 0.022)], SHELL, sides=28, split=30),
            ring(bolt(0.017, 0.022, STEEL).placed(0.355, 0, 0.022), 16),
            torus(0.09, 0.012, DARK_STEEL, sides=14, section=6).placed(p=90).placed(0, 0, 0.06),
        ]
    )
    if is_open:
        dark = solid(cylinder(0.30, 0.02, segments=28), HOLLOW)
        one.add(
            pitched(dark, (0, 1, 0)).placed(0, 0.05),
            pitched(ring(bolt(0.017, 0.03, STEEL).placed(0.355, 0, 0), 16), (0, 1, 0)).placed(0, 0.245),
        )
        one.add(pitched(cover, (0, 1, 0)).placed(h=-78).placed(-0.52, 0.62, -0.02))
        inside = lathe([(0.299, 0.245), (0.299, 0.05)], HOLLOW.coloured(0.03, 0.03, 0.035), sides=28)
        one.add(pitched(inside, (0, 1, 0)))
    else:
        one.add(pitched(cover, (0, 1, 0)).placed(0, 0.247))
    hinge_x = -0.47
    swing = (hinge_x - 0.02, 0.58) if is_open else (0.0, 0.30)
    one.add(
        rod((hinge_x, 0.22, -0.45), (hinge_x, 0.22, 0.62), 0.022, DARK_STEEL, sides=9),
        rod((hinge_x, 0.22, 0.60), (*swing, 0.62), 0.018, DARK_STEEL, sides=8),
        rod((*swing, 0.62), (*swing, 0.40), 0.008, STEEL, sides=6),
    )
    one.add(*(box(0.10, 0.24, 0.03, SHELL, bevel=0.004).placed(hinge_x, 0.12, dz) for dz in (-0.40, 0.32)))
    parts.include(_turned(one, out, z), h=turn)


def _turned(one: Assembly, out: float, z: float) -> Assembly:
    """An assembly moved out to the shell, ready to be turned about the tank's axis."""
    moved = Assembly()
    moved.include(one, 0, out, z)
    return moved


def _stair() -> list[Mesh]:
    """The spiral stair from the right of the front up to the roof: treads, stringer, handrail on posts."""
    count = 28
    start, sweep = -118.0, -112.0
    tread = box(0.66, 0.25, 0.03, Material((0.46, 0.48, 0.49), "checker_plate", 0.5, 0.5, 0.4), bevel=0.004)
    bracket = rod((0.02, 0, -0.10), (0.62, 0, -0.015), 0.016, FRAME_GREY, sides=5)
    found, rail = [], []
    for k in range(count):
        angle = start + sweep * k / (count - 1)
        z = 0.30 + (HIGH - 0.32) * k / (count - 1)
        found.append(joined([tread, bracket.placed(-0.33)]).placed(RADIUS + 0.36, 0, z).placed(h=angle))
        turn = np.radians(angle)
        rail.append((np.cos(turn) * (RADIUS + 0.70), np.sin(turn) * (RADIUS + 0.70), z))
    line = np.array(rail)
    for up, radius in ((1.05, 0.021), (0.55, 0.016)):
        found += [
            rod(a + (0, 0, up), b + (0, 0, up), radius, SAFETY_YELLOW, sides=6, caps=False)
            for a, b in zip(line, line[1:], strict=False)
        ]
    found += [rod(p, p + (0, 0, 1.05), 0.016, SAFETY_YELLOW, sides=6) for p in line[::3]]
    found += [
        rod(a - (0, 0, 0.05), b - (0, 0, 0.05), 0.03, FRAME_GREY, sides=5, caps=False)
        for a, b in zip(line, line[1:], strict=False)
    ]
    return found


def _roof() -> list[Mesh]:
    """The rail round the roof, breather valve, hatch, foam line."""
    post = rod((RADIUS - 0.06, 0, HIGH + 0.02), (RADIUS - 0.06, 0, HIGH + 1.08), 0.02, SAFETY_YELLOW, sides=6)
    found = [ring(post, 16)]
    found += [torus(RADIUS - 0.06, 0.021, SAFETY_YELLOW, sides=40, section=6).placed(z=HIGH + z) for z in (0.55, 1.08)]
    breather = lathe(
        [(0, 0), (0.09, 0), (0.09, 0.45), (0.20, 0.47), (0.22, 0.56), (0.12, 0.66), (0, 0.68)], PIPE_SILVER, sides=16
    ).placed(0.3, 0.2, HIGH + 0.38)
    hatch = lathe([(0, 0), (0.26, 0), (0.26, 0.22), (0.30, 0.22), (0.30, 0.26), (0, 0.29)], SHELL, sides=20).placed(
        -1.4, 0.6, HIGH + 0.22
    )
    foam = pipe(
        [(-2.2, 2.35, 0.5), (-2.2, 2.35, HIGH - 0.5), (-1.95, 2.1, HIGH - 0.5)], 0.05, painted(0.52, 0.03, 0.025)
    )
    chamber = lathe([(0, 0), (0.12, 0), (0.12, 0.5), (0, 0.52)], painted(0.52, 0.03, 0.025), sides=14).placed(
        -2.16, 2.3, HIGH - 0.85
    )
    clips = [box(0.05, 0.28, 0.04, FRAME_GREY, bevel=0.005).placed(-2.12, 2.22, z, h=42) for z in (1.4, 2.9, 4.4)]
    return [*found, breather, hatch, foam, chamber, *clips]


def _inlet(parts: Assembly, variant: str) -> None:
    """The line that leaves the shell along +x; for V-201 and V-202 on to the pipe bridge behind, for acid to x 5.3."""
    y, z = NOZZLE[variant], LINE_HIGH[variant]
    wall = float(np.sqrt(RADIUS**2 - y**2))
    mark, material = (ACID_PURPLE, STAINLESS) if variant == "acid" else (SOLVENT_BROWN, PIPE_GREY)
    parts.add(
        pitched(lathe([(0.06, 0), (0.22, 0), (0.22, 0.012), (0.06, 0.02)], SHELL, sides=20), (1, y / wall, 0)).placed(
            wall - 0.01, y, z
        )
    )
    if variant == "acid":
        parts.add(rod((wall - 0.1, y, z), (5.45, y, z), 0.045, material, sides=16, grid=0.6))
        parts.add(*(flange(0.045, material).placed(x, y, z) for x in (3.0, 4.4)), stand(4.8, y, z, 0.045))
        at = 3.6
    else:
        parts.add(
            pipe([(wall - 0.1, y, z), (5.4, y, z), (5.4, -5.3, z), (5.4, -5.3, 3.9), (5.4, -8.6, 3.9)], 0.057, material)
        )
        parts.add(flange(0.057, material).placed(3.12, y, z), stand(4.6, y, z, 0.057))
        parts.add(stand(0, 0, z, 0.057).placed(h=90).placed(5.4, -3.4))
        at = 4.85
    parts.add(
        *(colour_ring(0.058 if variant != "acid" else 0.046, 0.10, mark).placed(at + dx, y, z) for dx in (0.0, 0.16))
    )


def _level_board(parts: Assembly) -> None:
    """A level board with its pulley wire at the left of the front."""
    one = Assembly()
    one.add(box(0.22, 0.03, 5.2, painted(0.80, 0.81, 0.80), bevel=0.004, grid=0.8).placed(0, 0.06, 0.8))
    for k in range(26):
        wide = 0.16 if k % 5 == 0 else 0.08
        one.add(box(wide, 0.004, 0.016, DARK_STEEL, bevel=0.001).placed(0.10 - wide / 2, 0.077, 0.9 + 0.19 * k))
    one.add(box(0.26, 0.02, 0.07, painted(0.60, 0.04, 0.03), bevel=0.004).placed(0, 0.085, 2.6))
    one.add(*(box(0.05, 0.12, 0.04, FRAME_GREY, bevel=0.004).placed(0, 0.0, z) for z in (1.0, 3.0, 5.0)))
    parts.include(_turned(one, RADIUS + 0.02, 0.22), h=26)
