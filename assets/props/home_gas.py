"""Gas appliances of a home: the two-burner stove on its counter, and the water heater with its flue."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import (
    Assembly,
    ball,
    box,
    extrude,
    lathe,
    ring,
    rod,
    rounded_box,
    smooth,
    torus,
    tube,
)
from assets.modelling.materials import (
    ALUMINIUM,
    BLACK_PLASTIC,
    BRASS,
    CAST_IRON,
    CHROME,
    DARK_STEEL,
    STEEL,
    Material,
    painted,
    plastic,
)

GLASS_TOP = Material((0.020, 0.021, 0.024), "paint", 0.07, 0.0, 0.0)
CASE = painted(0.50, 0.51, 0.52, 0.3, 0.04)
BLUE_FLAME = plastic(0.10, 0.28, 1.0)
POT = Material((0.62, 0.62, 0.62), "galvanised", 0.25, 0.8, 0.03)
SOUP = Material((0.62, 0.50, 0.28), "paint", 0.12, 0.0, 0.02)
FOAM = Material((0.78, 0.71, 0.55), "paint", 0.5, 0.0, 0.05)
SOOT = Material((0.035, 0.032, 0.030), "grease", 0.9, 0.0, 0.05)
ENAMEL_WHITE = painted(0.80, 0.81, 0.81, 0.25, 0.03)
BURNERS = (-0.19, 0.19)
"""Along x: the pot's burner is the one at -0.19."""


@prop("home_stove")
def home_stove(request: PropRequest) -> Model:
    """A two-burner stove 0.75 x 0.45 m, its knobs to +y; a soup pot stands on the burner at x -0.19."""
    parts = Assembly()
    parts.add(
        box(0.75, 0.43, 0.075, CASE, bevel=0.012), box(0.745, 0.425, 0.012, GLASS_TOP, bevel=0.004).placed(0, 0, 0.074)
    )
    parts.sign("stove_label", 0.14, 0.0525, 0.0, 0.2165, 0.012)
    parts.add(
        *(
            rounded_box(0.05, 0.05, 0.02, BLACK_PLASTIC, radius=0.008, segments=8).placed(x, y, -0.0)
            for x in (-0.3, 0.3)
            for y in (-0.15, 0.15)
        )
    )
    spilt = request.state == "flame_out_gas_on"
    for x in BURNERS:
        pot_burner = x < 0
        _burner(parts, x, broken_probe=spilt and pot_burner)
        _knob(parts, x, turned=pot_burner and request.state != "off")
    if request.state == "lit":
        parts.add(_flames().placed(BURNERS[0], -0.01, 0.108), to="glow")
    _pot(parts, spilt=spilt)
    if spilt:
        _spill(parts)
    return parts.model()


def _burner(parts: Assembly, x: float, *, broken_probe: bool) -> None:
    """Ring burner with its ports, drip bowl, four-armed grate, igniter and flame-failure probe."""
    y, z = -0.01, 0.086
    bowl = [(0.045, 0.004), (0.115, 0.0), (0.122, 0.008), (0.118, 0.010), (0.10, 0.006), (0.045, 0.008)]
    parts.add(lathe(bowl, STEEL, sides=26).placed(x, y, z))
    parts.add(
        lathe(
            [(0, 0), (0.058, 0), (0.060, 0.014), (0.050, 0.022), (0.030, 0.020), (0, 0.018)], CAST_IRON, sides=24
        ).placed(x, y, z + 0.006)
    )
    parts.add(lathe([(0, 0), (0.026, 0), (0.024, 0.010), (0, 0.012)], BRASS, sides=16).placed(x, y, z + 0.026))
    ports = ring(box(0.004, 0.004, 0.008, BLACK_PLASTIC, bevel=0.001).placed(0.059, 0, 0.012), 18)
    parts.add(ports.placed(x, y, z))
    arm = joined(
        [
            box(0.085, 0.009, 0.010, CAST_IRON, bevel=0.002).placed(0.105, 0, 0.042),
            box(0.010, 0.009, 0.044, CAST_IRON, bevel=0.002).placed(0.142, 0),
        ]
    )
    parts.add(
        ring(arm, 4, 45).placed(x, y, z), torus(0.143, 0.005, CAST_IRON, sides=28, section=6).placed(x, y, z + 0.008)
    )
    parts.add(rod((x + 0.066, y + 0.02, z), (x + 0.066, y + 0.02, z + 0.026), 0.0035, plastic(0.8, 0.8, 0.76), sides=7))
    top = (x - 0.095, y + 0.05, z + 0.006) if broken_probe else (x - 0.064, y + 0.02, z + 0.030)
    parts.add(
        rod((x - 0.066, y + 0.02, z), (x - 0.066, y + 0.02, z + 0.008), 0.0045, BRASS, sides=7),
        rod((x - 0.066, y + 0.02, z + 0.008), top, 0.003, BRASS, sides=6),
    )


def _knob(parts: Assembly, x: float, *, turned: bool) -> None:
    """A knob on the front; its red mark points up when shut and aside when the tap is open."""
    knob = Assembly()
    knob.add(
        lathe([(0, 0), (0.027, 0), (0.025, 0.016), (0.020, 0.026), (0, 0.027)], BLACK_PLASTIC, sides=20).placed(p=-90)
    )
    knob.add(
        box(0.008, 0.010, 0.044, BLACK_PLASTIC, bevel=0.003).placed(0, 0.026, -0.022),
        box(0.003, 0.002, 0.016, plastic(0.75, 0.04, 0.03), bevel=0.0006).placed(0, 0.0315, 0.004),
    )
    parts.include(knob, x, 0.216, 0.040, r=80 if turned else 0)
    parts.add(torus(0.031, 0.002, CHROME, sides=22, section=5).placed(x, 0.218, 0.040, p=90))


def _flames() -> Mesh:
    """Blue flames out of every port, leaning outward, their tips lighter."""
    flame = lathe([(0, 0), (0.005, 0.002), (0.0055, 0.010), (0.003, 0.024), (0, 0.034)], BLUE_FLAME, sides=6)
    tip = lathe([(0, 0.010), (0.0022, 0.014), (0, 0.026)], plastic(0.45, 0.72, 1.0), sides=5)
    return ring(joined([flame, tip]).placed(r=48).placed(0.060, 0, 0.0), 18)


def _pot(parts: Assembly, *, spilt: bool) -> None:
    """A pot 0.22 m wide with two handles; boiled over, its lid lies askew and soup has run down its side."""
    x, y, z = BURNERS[0], -0.01, 0.137
    wall = [
        (0, 0),
        (0.105, 0),
        (0.112, 0.008),
        (0.112, 0.125),
        (0.117, 0.128),
        (0.117, 0.132),
        (0.108, 0.130),
        (0.108, 0.012),
        (0, 0.010),
    ]
    parts.add(lathe(wall, POT, sides=30).placed(x, y, z))
    for side in (-1, 1):
        ear = smooth(
            [
                (side * 0.110, -0.03, 0.10),
                (side * 0.150, -0.022, 0.105),
                (side * 0.150, 0.022, 0.105),
                (side * 0.110, 0.03, 0.10),
            ],
            4,
        )
        parts.add(tube(ear, 0.006, BLACK_PLASTIC, sides=7).placed(x, y, z))
    lid = joined(
        [
            lathe([(0.118, 0.0), (0.119, 0.006), (0.08, 0.022), (0.02, 0.032), (0, 0.033)], POT, sides=28),
            lathe(
                [(0, 0.03), (0.007, 0.034), (0.008, 0.046), (0.019, 0.052), (0.017, 0.064), (0, 0.067)],
                BLACK_PLASTIC,
                sides=14,
            ),
        ]
    )
    if spilt:
        parts.add(lid.placed(x + 0.018, y - 0.02, z + 0.139, r=7, p=-4))
        parts.add(lathe([(0.107, 0.10), (0.109, 0.118), (0.06, 0.126), (0, 0.122)], FOAM, sides=20).placed(x, y, z))
    else:
        parts.add(lid.placed(x, y, z + 0.130))


def _spill(parts: Assembly) -> None:
    """What boiled over: foam on the rim, runs down the pot, a wet pool with scum on the glass and the dead burner."""
    rng = np.random.default_rng(28)
    x, y, z = BURNERS[0], -0.01, 0.137
    for angle, long, wide in (
        (70, 0.12, 0.013),
        (92, 0.13, 0.018),
        (118, 0.09, 0.012),
        (150, 0.12, 0.015),
        (20, 0.10, 0.012),
        (235, 0.11, 0.013),
    ):
        a = np.radians(angle)
        line = [
            (0.1135 * np.cos(a), 0.1135 * np.sin(a), 0.132),
            (0.1145 * np.cos(a), 0.1145 * np.sin(a), 0.10),
            (0.1135 * np.cos(a + 0.05), 0.1135 * np.sin(a + 0.05), 0.132 - long),
        ]
        parts.add(
            tube(smooth(line, 4), [wide * 0.7] * 4 + [wide] * 4 + [wide * 0.5], SOUP, sides=6, squash=(1, 0.25)).placed(
                x, y, z
            )
        )
    for _ in range(26):
        a, r = rng.uniform(0, 2 * np.pi), rng.uniform(0.100, 0.120)
        parts.add(
            ball(rng.uniform(0.005, 0.011), FOAM, sides=8).placed(x + r * np.cos(a), y + r * np.sin(a), z + 0.128)
        )
    corners = [
        (0.165 + 0.05 * np.sin(3 * a + 1) + 0.03 * np.sin(7 * a), a)
        for a in np.linspace(0, 2 * np.pi, 40, endpoint=False)
    ]
    pool = [(max(-0.17, min(0.30, r * np.cos(a))), max(-0.19, min(0.21, 1.05 * r * np.sin(a)))) for r, a in corners]
    parts.add(extrude(pool, 0.0035, SOUP, split=70).placed(x, y, 0.0855))
    for _ in range(22):
        a, r = rng.uniform(0, 2 * np.pi), rng.uniform(0.08, 0.17)
        parts.add(
            lathe([(0, 0), (0.006, 0), (0.004, 0.003), (0, 0.004)], FOAM, sides=7).placed(
                x + r * np.cos(a), y + r * np.sin(a), 0.0885
            )
        )
    for px in (-0.30, -0.22, -0.12):
        run = [
            (px, 0.205, 0.088),
            (px + 0.004, 0.2175, 0.084),
            (px + 0.006, 0.2185, 0.05 - 0.1 * (px + 0.3)),
            (px + 0.004, 0.218, 0.03),
        ]
        parts.add(tube(smooth(run, 3), 0.006, SOUP, sides=6, squash=(1, 0.4)))


@prop("gas_water_heater")
def gas_water_heater(request: PropRequest) -> Model:
    """A wall-hung heater 0.35 x 0.2 x 0.6 m, back at y -0.1; ``flue_off``: the pipe hangs 20 cm off the collar."""
    parts = Assembly()
    parts.add(rounded_box(0.35, 0.18, 0.60, ENAMEL_WHITE, radius=0.018, segments=10).placed(0, 0.005))
    parts.add(
        box(0.33, 0.012, 0.004, DARK_STEEL, bevel=0.001).placed(0, 0.090, 0.20),
        box(0.05, 0.012, 0.075, Material((0.02, 0.02, 0.025), roughness=0.1), bevel=0.004).placed(0, 0.091, 0.09),
    )
    parts.sign("heater_label", 0.15, 0.195, 0.06, 0.0965, 0.34)
    for x in (-0.10, 0.10):
        parts.add(
            lathe([(0, 0), (0.020, 0), (0.018, 0.018), (0, 0.020)], BLACK_PLASTIC, sides=16).placed(
                x, 0.094, 0.135, p=-90
            )
        )
    slots = [box(0.24, 0.004, 0.006, BLACK_PLASTIC, bevel=0.001).placed(0, 0.0945, 0.225 + 0.016 * k) for k in range(5)]
    parts.add(*slots)
    for x, material in ((-0.11, CHROME), (0.0, painted(0.78, 0.46, 0.03)), (0.11, CHROME)):
        parts.add(
            tube(
                smooth([(x, 0.0, 0.0), (x, 0.0, -0.10), (x, -0.05, -0.16), (x, -0.095, -0.17)], 4),
                0.010,
                material,
                sides=8,
            ),
            torus(0.013, 0.004, BRASS, sides=12, section=6).placed(x, 0, -0.02),
        )
    collar = [(0.045, 0), (0.045, 0.045), (0.048, 0.048), (0.041, 0.048), (0.041, 0.0)]
    parts.add(lathe(collar, STEEL, sides=22).placed(0, -0.01, 0.595))
    _flue(parts, on=request.state == "flue_ok")
    return parts.model()


def _flue(parts: Assembly, *, on: bool) -> None:
    """The corrugated flue to its wall plate at z 0.92; slipped off it hangs beside the collar, soot above that."""
    pipe = ALUMINIUM.but(texture="corrugated", scale=3.0, bump=0.06, roughness=0.4)
    wall = (0.30, -0.06, 0.92)
    if on:
        way = [(0, -0.01, 0.62), (0, -0.01, 0.80), (0.06, -0.02, 0.90), (0.16, -0.03, 0.92), (0.30, -0.05, 0.92)]
    else:
        way = [(0.22, 0.015, 0.66), (0.24, 0.01, 0.74), (0.26, 0.0, 0.84), (0.285, -0.02, 0.905), (0.31, -0.05, 0.92)]
    line = smooth(way, 7)
    rings = 0.043 + 0.0035 * np.cos(np.arange(len(line)) * np.pi)
    parts.add(
        tube(line, rings, pipe, sides=18, caps=False, split=80),
        tube(line, rings - 0.004, SOOT, sides=14, caps=True, split=80),
    )
    parts.add(
        lathe([(0.05, 0), (0.085, 0), (0.085, 0.012), (0.05, 0.016), (0.05, 0)], STEEL, sides=24).placed(
            wall[0] + 0.02, -0.098, wall[2], p=-90
        )
    )
    if on:
        parts.add(
            torus(0.049, 0.004, STEEL, sides=22, section=6).placed(0, -0.01, 0.632),
            box(0.02, 0.012, 0.012, STEEL, bevel=0.002).placed(0, 0.044, 0.626),
        )
        return
    parts.add(lathe([(0, 0), (0.040, 0), (0.040, 0.004), (0, 0.004)], SOOT, sides=18).placed(0, -0.01, 0.625))
    parts.add(torus(0.049, 0.004, STEEL, sides=20, section=6).placed(0.06, 0.03, 0.606, r=12))
    parts.sign("soot_plume", 0.34, 0.46, 0.02, -0.0985, 0.62)
    top = box(0.26, 0.14, 0.002, SOOT.shade(1.6), bevel=0.0005).placed(0.0, 0.0, 0.5995)
    parts.add(top)
