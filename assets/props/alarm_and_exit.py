"""Alarms and ways out: siren with beacon, fire call point, smoke alarm, floor spot; exit doors of works and homes."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Lamp, Model
from assets.modelling import (
    Assembly,
    Material,
    bolt,
    box,
    cloth,
    lathe,
    painted,
    plastic,
    rod,
    rounded_box,
    smooth,
    torus,
    tube,
)
from assets.modelling.materials import (
    BLACK_PLASTIC,
    BRASS,
    CHROME,
    COPPER,
    DARK_STEEL,
    RED_PAINT,
    STEEL,
    WHITE_PLASTIC,
    WINDOW,
)
from assets.props.electrical_parts import hinge, padlock
from assets.props.machine_parts import LIT_AMBER, LIT_BLUE, LIT_GREEN, LIT_RED, UNLIT, beacon_dome

RAG = Material((0.42, 0.38, 0.30), "fabric", 0.95, 0.0, 0.6, scale=4.0)
TAPE = Material((0.55, 0.47, 0.30), "fabric", 0.7)
STEEL_DOOR = painted(0.42, 0.48, 0.50, 0.45, 0.2)
WOOD_DOOR = Material((0.52, 0.30, 0.16), "wood", 0.5, 0.0, 0.3)
LEAF_W, LEAF_H = 0.94, 2.05


@prop("alarm_unit")
def alarm_unit(request: PropRequest) -> Model:
    """``siren``: horn and red beacon on a wall at y 0; ``beacon``: an amber lamp hanging below its origin;
    ``call_point``: a manual fire alarm; ``smoke``: a detector under the ceiling at z 0; ``spot``: a blue lamp that
    shines on the floor. ``sounding`` its lamp is lit, ``muffled`` its horn is stuffed, ``hanging_open`` it hangs
    open without battery."""
    parts = Assembly()
    makers = {"siren": _siren, "beacon": _beacon, "call_point": _call_point, "smoke": _smoke, "spot": _spot}
    makers[request.variant or "siren"](parts, request.state)
    return parts.model()


def _siren(parts: Assembly, state: str) -> None:
    lit = state == "sounding" or state == "muffled"
    parts.add(box(0.16, 0.02, 0.34, DARK_STEEL, bevel=0.004).placed(0, 0.01, -0.02))
    parts.add(rounded_box(0.13, 0.10, 0.15, RED_PAINT, radius=0.018, segments=10).placed(0, 0.07, 0.0))
    horn = lathe(
        [(0.025, 0), (0.028, 0.03), (0.05, 0.08), (0.085, 0.12), (0.080, 0.12), (0.045, 0.08), (0.02, 0.03)],
        RED_PAINT.shade(1.1),
        sides=20,
        split=50,
    )
    parts.add(
        horn.placed(p=-90).placed(0, 0.115, 0.075),
        lathe([(0, 0), (0.022, 0), (0, 0.001)], BLACK_PLASTIC, sides=14).placed(p=-90).placed(0, 0.15, 0.075),
    )
    beacon_dome(parts, 0, 0.07, 0.15, LIT_RED, lit=lit, radius=0.045)
    parts.add(rod((0, 0.03, -0.02), (0, 0.03, -0.30), 0.010, BLACK_PLASTIC, sides=7))
    if lit:
        parts.lamp(Lamp((0, 0.12, 0.22), (0, 1, 0), (1.0, 0.12, 0.08), 1.2))
    if state == "muffled":
        rng = np.random.default_rng(3)
        for k in range(6):
            parts.add(
                lathe(
                    [(0, -0.03), (0.035, -0.01), (0.03, 0.02), (0, 0.035)],
                    RAG.shade(rng.uniform(0.8, 1.2)),
                    sides=7,
                    split=70,
                ).placed(rng.uniform(-0.04, 0.04), 0.225, 0.075 + rng.uniform(-0.04, 0.04), h=60 * k, p=30 * k)
            )
        for turn in (20.0, -50.0, 88.0):
            points = np.array(
                [
                    [(x1, y1, w) for w in (0.022, -0.022)]
                    for x1, y1 in ((-0.10, 0.17), (-0.088, 0.243), (0, 0.262), (0.088, 0.243), (0.10, 0.17))
                ]
            )
            parts.add(cloth(points, TAPE, two_sided=True).placed(0, 0, 0, r=turn).placed(0, 0, 0.075))


def _beacon(parts: Assembly, state: str) -> None:
    lit = state == "sounding"
    below = Assembly()
    beacon_dome(below, 0, 0, 0, LIT_AMBER, lit=lit, radius=0.06)
    parts.include(below, 0, 0, 0, p=180)
    parts.add(
        rod((0, 0, 0), (0, 0, 0.25), 0.012, STEEL, sides=7),
        rounded_box(0.10, 0.10, 0.06, DARK_STEEL, radius=0.012, segments=8).placed(z=0.0),
    )
    bell = lathe([(0, 0), (0.08, 0), (0.085, 0.015), (0.07, 0.045), (0, 0.055)], RED_PAINT, sides=20, split=50)
    parts.add(bell.placed(p=-90).placed(0.10, 0.0, 0.06), rod((0.0, 0, 0.05), (0.10, 0, 0.06), 0.012, STEEL, sides=6))
    if lit:
        parts.lamp(Lamp((0, 0, -0.1), (0, 0, -1), (1.0, 0.6, 0.1), 1.5))


def _call_point(parts: Assembly, state: str) -> None:
    parts.add(rounded_box(0.10, 0.05, 0.10, RED_PAINT, radius=0.010, segments=10).placed(0, 0.025, 0))
    parts.sign("call_point", 0.085, 0.085, 0, 0.0508, 0.0075)
    parts.add(
        box(0.06, 0.004, 0.03, LIT_RED if state == "sounding" else UNLIT, bevel=0.001).placed(0, 0.052, 0.012),
        to="glow" if state == "sounding" else "opaque",
    )


def _smoke(parts: Assembly, state: str) -> None:
    """A round smoke alarm under the ceiling; hanging open by its hinge, its battery bay empty."""
    base = lathe([(0, -0.012), (0.052, -0.012), (0.055, 0), (0, 0)], WHITE_PLASTIC, sides=24)
    cover = lathe(
        [
            (0, -0.042),
            (0.030, -0.042),
            (0.046, -0.034),
            (0.055, -0.016),
            (0.055, -0.010),
            (0.050, -0.010),
            (0.044, -0.028),
            (0, -0.036),
        ],
        WHITE_PLASTIC,
        sides=24,
        split=40,
    )
    parts.add(base)
    if state != "hanging_open":
        parts.add(
            cover,
            lathe([(0, -0.044), (0.010, -0.044), (0.010, -0.040), (0, -0.040)], WHITE_PLASTIC.shade(0.8), sides=12),
        )
        lit = state == "sounding"
        parts.add(
            lathe([(0, -0.041), (0.003, -0.041), (0, -0.037)], LIT_RED if lit else LIT_GREEN, sides=6).placed(0.035),
            to="glow",
        )
        return
    swung = Assembly()
    swung.add(cover.placed(0, 0.055, 0))
    parts.include(swung, 0, -0.055, -0.004, p=-104)
    parts.add(box(0.052, 0.030, 0.006, BLACK_PLASTIC, bevel=0.002).placed(0, 0.005, -0.017))
    parts.add(
        *(
            tube(smooth([(x, 0.005, -0.016), (x, 0.012, -0.028), (x, 0.004, -0.024)], 3), 0.0016, COPPER, sides=5)
            for x in (-0.018, 0.018)
        )
    )
    for k, colour in enumerate((RED_PAINT, BLACK_PLASTIC)):
        parts.add(
            tube(
                smooth([(0.01 + 0.006 * k, 0, -0.014), (0.02, -0.02, -0.05), (0.012 + 0.01 * k, -0.03, -0.085)], 5),
                0.0014,
                colour,
                sides=5,
            )
        )
    parts.add(box(0.026, 0.016, 0.008, BLACK_PLASTIC, bevel=0.002).placed(0.017, -0.03, -0.093))


def _spot(parts: Assembly, state: str) -> None:
    """A blue warning spot over a truck's way, and the light it throws on the floor (z -3.5)."""
    lit = state == "sounding"
    parts.add(
        rounded_box(0.14, 0.14, 0.12, BLACK_PLASTIC, radius=0.02, segments=8),
        rod((0, 0, 0.12), (0, 0, 0.6), 0.012, STEEL, sides=7),
    )
    parts.add(
        lathe([(0, -0.006), (0.045, -0.002), (0, 0.002)], LIT_BLUE if lit else UNLIT, sides=16),
        to="glow" if lit else "opaque",
    )
    if lit:
        parts.sign("blue_spot", 1.5, 0.9, 0, 0.45, -3.494, lean=90, turn=180)
        parts.lamp(Lamp((0, 0, -0.05), (0, 0, -1), (0.15, 0.4, 1.0), 1.5, 40.0))


@prop("exit_door")
def exit_door(request: PropRequest) -> Model:
    """A leaf 0.94 x 2.05 m in its frame, its inside to +y. ``works``: a steel fire door with panic bar and exit
    light; ``entry``: a home's entry door; ``bathroom``: a light door with a bolt. ``ok`` shut, ``locked`` with
    chain and padlock, ``blocked`` shut under a dark exit light, ``ajar`` open inward."""
    parts = Assembly()
    makers = {"works": _works_leaf, "entry": _entry_leaf, "bathroom": _bathroom_leaf}
    kind = request.variant or "works"
    frame = {"works": STEEL_DOOR.shade(0.75), "entry": WOOD_DOOR.shade(0.8), "bathroom": WHITE_PLASTIC}[kind]
    for x in (-0.485, 0.485):
        parts.add(box(0.05, 0.14, 2.10, frame, bevel=0.006, grid=0.8).placed(x))
    parts.add(
        box(1.02, 0.14, 0.05, frame, bevel=0.006, grid=0.6).placed(0, 0, 2.06),
        box(0.92, 0.14, 0.012, DARK_STEEL, bevel=0.002).placed(0),
    )
    leaf = Assembly()
    makers[kind](leaf, request.state)
    parts.include(leaf, -LEAF_W / 2, 0.02, 0.012, h=38 if request.state == "ajar" else 0)
    parts.add(*(hinge(0.10).placed(-LEAF_W / 2 - 0.004, 0.05, z) for z in (0.3, 1.05, 1.8)))
    if kind == "works":
        _exit_light(parts, lit=request.state != "blocked")
        if request.state == "locked":
            _chain(parts)
    return parts.model()


def _works_leaf(leaf: Assembly, state: str) -> None:
    """Steel, hinged at x = 0, a wired pane, kick plate, panic bar."""
    leaf.add(box(LEAF_W - 0.01, 0.05, LEAF_H, STEEL_DOOR, bevel=0.005, grid=0.6, wear=0.4).placed(LEAF_W / 2))
    leaf.add(box(LEAF_W - 0.1, 0.006, 0.26, STEEL, bevel=0.002).placed(LEAF_W / 2, 0.027, 0.04))
    leaf.add(box(0.26, 0.06, 0.56, STEEL_DOOR.shade(0.6), bevel=0.006).placed(LEAF_W * 0.64, 0, 1.32))
    leaf.add(box(0.20, 0.064, 0.50, WINDOW.coloured(0.16, 0.20, 0.20), bevel=0.002).placed(LEAF_W * 0.64, 0, 1.35))
    leaf.add(
        rod((0.10, 0.10, 1.02), (LEAF_W - 0.10, 0.10, 1.02), 0.019, RED_PAINT, sides=10),
        *(box(0.07, 0.10, 0.10, STEEL, bevel=0.01).placed(x, 0.06, 0.97) for x in (0.10, LEAF_W - 0.10)),
    )
    leaf.sign("安全出口", 0.30, 0.30, LEAF_W * 0.32, 0.027, 1.45)
    leaf.sign("push_bar", 0.30, 0.075, LEAF_W / 2, 0.027, 1.12)


def _exit_light(parts: Assembly, *, lit: bool) -> None:
    """The exit light over the door: green and glowing, or dead."""
    parts.add(
        box(0.44, 0.06, 0.20, WHITE_PLASTIC if lit else WHITE_PLASTIC.shade(0.5), bevel=0.008).placed(0, 0.08, 2.18)
    )
    if lit:
        parts.add(box(0.40, 0.004, 0.16, plastic(0.02, 0.55, 0.22), bevel=0.001).placed(0, 0.111, 2.20), to="glow")
        parts.lamp(Lamp((0, 0.2, 2.28), (0, 1, 0), (0.2, 1.0, 0.45), 0.5, baked=True, size=0.1))
        parts.sign("exit_light_lit", 0.40, 0.16, 0, 0.1145, 2.20)
    else:
        parts.sign("exit_light_dark", 0.40, 0.16, 0, 0.1115, 2.20)


def _chain(parts: Assembly) -> None:
    """A chain through the panic bar and round an eye on the frame, with a padlock."""
    link = torus(0.017, 0.0045, STEEL, sides=12, section=6)
    run = smooth([(0.30, 0.145, 1.00), (0.36, 0.16, 0.90), (0.43, 0.14, 0.93), (0.485, 0.10, 1.02)], 6)
    for k, point in enumerate(run[::2]):
        parts.add(link.placed(h=30 * k, p=90 if k % 2 else 10).placed(*point))
    parts.add(torus(0.02, 0.006, DARK_STEEL, sides=14, section=6).placed(r=90).placed(0.485, 0.085, 1.02))
    parts.add(padlock().placed(0.40, 0.165, 0.83))


def _entry_leaf(leaf: Assembly, state: str) -> None:
    """A home's wooden security door: panels, lever with lock plate, spy hole, a red paper 福."""
    leaf.add(box(LEAF_W - 0.01, 0.06, LEAF_H, WOOD_DOOR, bevel=0.006, grid=0.6).placed(LEAF_W / 2))
    for z, h in ((0.16, 0.62), (0.90, 0.95)):
        for side in (-1, 1):
            leaf.add(
                box(LEAF_W - 0.30, 0.014, h, WOOD_DOOR.shade(0.85), bevel=0.012, grid=0.6).placed(
                    LEAF_W / 2, side * 0.033, z
                )
            )
    for side in (-1, 1):
        leaf.add(
            rounded_box(0.05, 0.014, 0.24, BRASS, radius=0.006, segments=8).placed(LEAF_W - 0.09, side * 0.037, 0.94),
            rod((LEAF_W - 0.09, side * 0.06, 1.06), (LEAF_W - 0.21, side * 0.06, 1.06), 0.010, BRASS, sides=8),
            rod((LEAF_W - 0.09, side * 0.04, 1.06), (LEAF_W - 0.09, side * 0.062, 1.06), 0.010, BRASS, sides=8),
        )
    leaf.add(
        lathe([(0, 0), (0.012, 0), (0.012, 0.004), (0, 0.004)], BRASS, sides=12)
        .placed(p=-90)
        .placed(LEAF_W / 2, 0.041, 1.52)
    )
    leaf.sign("door_blessing", 0.30, 0.30, LEAF_W / 2, -0.0405, 1.32, turn=180)
    if state == "locked":
        leaf.add(
            box(0.06, 0.03, 0.09, BRASS, bevel=0.006).placed(LEAF_W - 0.09, 0.05, 1.30),
            rod((LEAF_W - 0.12, 0.06, 1.345), (LEAF_W + 0.05, 0.06, 1.345), 0.010, BRASS, sides=8),
        )


def _bathroom_leaf(leaf: Assembly, state: str) -> None:
    """A light door with a frosted pane, a grille below, a lever and a bolt inside."""
    leaf.add(box(LEAF_W - 0.01, 0.04, LEAF_H, WHITE_PLASTIC, bevel=0.006, grid=0.6).placed(LEAF_W / 2))
    leaf.add(box(0.42, 0.046, 0.80, plastic(0.62, 0.68, 0.68, 0.2), bevel=0.004, grid=0.4).placed(LEAF_W / 2, 0, 1.05))
    leaf.add(
        *(
            box(0.44, 0.046, 0.016, WHITE_PLASTIC.shade(0.8), bevel=0.003).placed(LEAF_W / 2, 0, 0.16 + 0.035 * k)
            for k in range(6)
        )
    )
    for side in (-1, 1):
        leaf.add(
            rod((LEAF_W - 0.08, side * 0.055, 1.0), (LEAF_W - 0.19, side * 0.055, 1.0), 0.009, CHROME, sides=8),
            lathe([(0, 0), (0.026, 0), (0.026, 0.012), (0, 0.012)], CHROME, sides=16)
            .placed(p=-90 * side)
            .placed(LEAF_W - 0.08, side * 0.02, 1.0),
            rod((LEAF_W - 0.08, side * 0.02, 1.0), (LEAF_W - 0.08, side * 0.057, 1.0), 0.009, CHROME, sides=8),
        )
    shot = 0.05 if state == "locked" else 0.0
    leaf.add(
        box(0.10, 0.014, 0.04, STEEL, bevel=0.003).placed(LEAF_W - 0.08, 0.026, 1.20),
        rod((LEAF_W - 0.13 + shot, 0.036, 1.22), (LEAF_W - 0.02 + shot, 0.036, 1.22), 0.007, STEEL, sides=7),
        bolt(0.009, 0.018, STEEL).placed(p=-90).placed(LEAF_W - 0.10 + shot, 0.04, 1.22),
    )
