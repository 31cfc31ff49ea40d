"""Doors one flees through: a works' fire door, a home's entry door, a bathroom door."""

from __future__ import annotations

from assets.builders import PropRequest, prop
from assets.mesh import Lamp, Model
from assets.modelling import Assembly, Material, bolt, box, lathe, painted, plastic, rod, rounded_box, smooth, torus
from assets.modelling.materials import BRASS, CHROME, DARK_STEEL, RED_PAINT, STEEL, WHITE_PLASTIC, WINDOW
from assets.props.parts.electrical_parts import hinge, padlock

STEEL_DOOR = painted(0.42, 0.48, 0.50, 0.45, 0.2)
WOOD_DOOR = Material((0.52, 0.30, 0.16), "wood", 0.5, 0.0, 0.3)
LEAF_W, LEAF_H = 0.94, 2.05


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
        parts.lamp(Lamp((0, 0.2, 2.28), (0, 1, 0), (0.45, 1.0, 0.62), 0.06, baked=True, size=0.1))
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
