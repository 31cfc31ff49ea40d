"""What keeps people from edges and openings: guardrail, lift-shaft gate, hole cover, lifeline."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import Assembly, bolt, box, rod, sagging, sign_flat, torus, tube, wire_panel
from assets.modelling.materials import (
    CONCRETE,
    DARK_STEEL,
    PLYWOOD,
    RED_PAINT,
    RUSTY_STEEL,
    STEEL,
    WIRE_MESH,
    WOOD,
    Material,
    painted,
)
from assets.props.parts.guard_rails import GUARD_YELLOW, guard_panel, socket

GATE_W, GATE_H = 1.6, 1.5
COVER = 1.2
HOLE = 1.0
ROPE_RED = Material((0.55, 0.06, 0.035), "rope", 0.8, 0.0, 0.5, scale=12.0)


@prop("guardrail_2m")
def guardrail(request: PropRequest) -> Model:
    """A 2 m panel, its open side to -y; ``missing`` bare sockets, ``posts_only``, ``rail_down``, ``no_toeboard``."""
    parts = Assembly()
    guard_panel(parts, request.state)
    return parts.model()


@prop("shaft_gate")
def shaft_gate(request: PropRequest) -> Model:
    """A 1.6 x 1.5 m gate before a lift shaft, its front to +y; ``removed`` it leans on the wall to the left."""
    parts = Assembly()
    for x in (-GATE_W / 2 - 0.05, GATE_W / 2 + 0.05):
        for z in (0.30, 1.20):
            parts.add(box(0.06, 0.012, 0.10, DARK_STEEL, bevel=0.003).placed(x, 0.006, z - 0.05))
            parts.add(*(bolt(0.008, 0.008).placed(p=-90).placed(x, 0.012, z + dz) for dz in (-0.03, 0.03)))
            parts.add(rod((x, 0.03, z - 0.04), (x, 0.03, z + 0.04), 0.012, DARK_STEEL, sides=8))
    leaf = _gate_leaf()
    if request.state == "closed":
        parts.include(leaf, 0, 0.03, 0.06)
        parts.add(box(0.05, 0.03, 0.06, STEEL, bevel=0.006).placed(GATE_W / 2 - 0.02, 0.06, 0.86))
        parts.add(torus(0.018, 0.004, STEEL, sides=14, section=5).placed(p=90).placed(GATE_W / 2 - 0.02, 0.075, 0.94))
    else:
        parts.include(leaf, 1.72, 0.33, 0.0, p=11, r=0)
        parts.add(*(rod((x, 0.0, 0.05), (x, 0.05, 0.02), 0.006, RUSTY_STEEL, sides=5) for x in (-0.6, 0.5)))
    return parts.model()


def _gate_leaf() -> Assembly:
    """Frame of square tube, bars, a solid kick plate, its notices."""
    leaf = Assembly()
    w, h = GATE_W, GATE_H - 0.06
    leaf.add(*(box(w, 0.035, 0.045, GUARD_YELLOW, bevel=0.006, grid=0.8).placed(0, 0, z) for z in (0, h - 0.045)))
    leaf.add(*(box(0.045, 0.035, h, GUARD_YELLOW, bevel=0.006, grid=0.8).placed(x) for x in (-w / 2, w / 2)))
    leaf.add(wire_panel(w - 0.06, h - 0.30, WIRE_MESH.but(metal=0.5)).placed(0, 0, 0.25), to="veil")
    leaf.add(box(w - 0.04, 0.006, 0.20, GUARD_YELLOW, bevel=0.002).placed(0, 0, 0.045))
    for turn, y in ((0, 0.0045), (180, -0.0045)):
        leaf.sign("hazard_stripes", w - 0.06, 0.17, 0, y, 0.06, turn=turn)
        leaf.sign("shaft_notice", 0.9, 0.36, 0, y * 5, 0.78, turn=turn)
    leaf.add(box(0.94, 0.006, 0.40, painted(0.7, 0.7, 0.68), bevel=0.002).placed(0, 0, 0.76))
    leaf.add(*(box(0.94, 0.022, 0.02, DARK_STEEL, bevel=0.003).placed(0, 0, z) for z in (0.75, 1.16)))
    leaf.add(
        *(
            box(0.03, 0.05, 0.09, DARK_STEEL, bevel=0.004).placed(x, 0, z)
            for x in (-w / 2 - 0.03, w / 2 + 0.03)
            for z in (0.2, 1.1)
        )
    )
    return leaf


@prop("hole_cover")
def hole_cover(request: PropRequest) -> Model:
    """The cover of a 1.0 m opening, 1.2 m square: bolted and painted mesh, a loose sheet of plywood, or none."""
    parts = Assembly()
    if request.state == "fixed_marked":
        _bolted_mesh(parts)
    elif request.state == "loose_ply":
        sheet = box(COVER - 0.08, 0.92, 0.018, PLYWOOD, bevel=0.003, grid=0.3)
        parts.add(sheet.placed(0.03, -0.06, 0.004, p=0.6, r=-0.5))
        parts.add(box(0.55, 0.09, 0.05, WOOD, bevel=0.006).placed(0.25, -0.30, 0.024, h=24))
        parts.add(
            *(rod((x, y, 0.02), (x + 0.006, y, 0.045), 0.002, STEEL, sides=4) for x, y in ((-0.4, 0.3), (0.45, -0.4)))
        )
    for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        if request.state != "fixed_marked":
            parts.add(rod((x * 0.55, y * 0.55, 0.0), (x * 0.55, y * 0.55, 0.03), 0.006, RUSTY_STEEL, sides=6))
    if request.state == "missing":
        edge = CONCRETE.shade(0.9)
        parts.add(*(box(HOLE + 0.2, 0.09, 0.03, edge, bevel=0.01).placed(0, y) for y in (-0.545, 0.545)))
        parts.add(*(box(0.09, HOLE + 0.02, 0.03, edge, bevel=0.01).placed(x) for x in (-0.545, 0.545)))
    return parts.model()


def _bolted_mesh(parts: Assembly) -> None:
    """An angle frame with bars every 8 cm, eight anchors, the words and a striped border."""
    half = COVER / 2
    for turn in (0, 90):
        for side in (-1, 1):
            parts.add(
                box(COVER, 0.06, 0.008, GUARD_YELLOW, bevel=0.002).placed(0, side * (half - 0.03), 0.0).placed(h=turn)
            )
    bar = box(COVER - 0.10, 0.012, 0.012, RED_PAINT, bevel=0.002, grid=1.2)
    for at in np.arange(-0.48, 0.49, 0.08):
        parts.add(bar.placed(0, at, 0.008), bar.placed(h=90).placed(at, 0, 0.017))
    for x in (-1, 0, 1):
        for y in (-1, 0, 1):
            if x or y:
                parts.add(bolt(0.014, 0.014).placed(x * (half - 0.03), y * (half - 0.03), 0.008))
    parts.add(box(0.78, 0.26, 0.004, GUARD_YELLOW, bevel=0.001).placed(0, 0, 0.029))
    parts.add(sign_flat("cover_notice", 0.74, 0.22).placed(0, 0, 0.0345, h=180), to="sign")
    for k in range(4):
        strip = sign_flat("hazard_stripes", COVER - 0.02, 0.05)
        parts.add(strip.placed(0, half - 0.03, 0.0095).placed(h=90 * k), to="sign")


@prop("lifeline")
def lifeline(_request: PropRequest) -> Model:
    """A steel rope 6 m long between two braced posts at 2.0 m, with its tensioner and a red sleeve."""
    parts = Assembly()
    for side in (-1, 1):
        x = side * 2.95
        parts.add(socket(x), socket(x - side * 0.85))
        parts.add(rod((x, 0, 0.01), (x, 0, 2.06), 0.0242, RED_PAINT, sides=10, grid=0.5, wear=0.3))
        parts.add(rod((x - side * 0.85, 0, 0.06), (x, 0, 1.5), 0.020, RED_PAINT, sides=8, grid=0.5))
        parts.add(torus(0.03, 0.007, STEEL, sides=16, section=6).placed(p=90).placed(x - side * 0.05, 0, 2.0))
        for k in range(3):
            parts.add(box(0.022, 0.03, 0.034, STEEL, bevel=0.005).placed(x - side * (0.24 + 0.07 * k), 0, 1.983))
    parts.add(tube(sagging((-2.88, 0, 2.0), (2.88, 0, 2.0), 0.015, 17), 0.0055, STEEL.shade(0.75), sides=6))
    parts.add(tube(sagging((-1.9, 0, 1.991), (1.9, 0, 1.991), 0.006, 13), 0.009, ROPE_RED, sides=7))
    parts.add(_tensioner().placed(2.45, 0, 1.996))
    parts.sign("lifeline_tag", 0.24, 0.08, 0, 0.014, 1.89)
    parts.sign("lifeline_tag", 0.24, 0.08, 0, -0.014, 1.89, turn=180)
    parts.add(box(0.25, 0.006, 0.09, painted(0.86, 0.5, 0.02), bevel=0.002).placed(0, 0, 1.886))
    return parts.model()


def _tensioner() -> Mesh:
    """A turnbuckle: frame of two rods, screw ends."""
    frame = [rod((-0.12, y, 0), (0.12, y, 0), 0.006, STEEL, sides=6) for y in (-0.018, 0.018)]
    frame += [box(0.03, 0.05, 0.02, STEEL, bevel=0.004).placed(x, 0, -0.01) for x in (-0.12, 0.12)]
    frame += [rod((side * 0.06, 0, 0), (side * 0.19, 0, 0), 0.007, STEEL.shade(0.7), sides=6) for side in (-1, 1)]
    return joined(frame)
