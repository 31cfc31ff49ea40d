"""Scaffold bays, and the shed over a passage."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined, model_of
from assets.modelling import box, rod, sign_quad, tube, varied
from assets.modelling.materials import BRICK_SOLID, DARK_STEEL, RED_PAINT, STEEL, WHITE_PAINT, WOOD
from assets.props.parts.scaffold import LIFT, PLANK, Part, guard_rails, planks, scaffold_frame


@prop("scaffold_bay")
def scaffold_bay(request: PropRequest) -> Model:
    """One lift of tube scaffold, 1.8 x 1.0 x 2.0 m, its planks at the top; rails and toe board (+y) above them."""
    rng = np.random.default_rng(2)
    decks = {"planks_gap": _gapped_deck, "projecting_plank": _projecting_deck}
    deck = decks.get(request.state, _whole_deck)(rng)
    frame = [("opaque", joined([scaffold_frame(), deck]))]
    if request.state == "no_rail":
        return model_of(*frame)
    return model_of(*frame, *guard_rails(toe_board=request.state != "no_toeboard"))


def _whole_deck(rng: np.random.Generator) -> Mesh:
    return planks((-0.93, 0.93), (-0.46, 0.46), LIFT, rng)


def _gapped_deck(rng: np.random.Generator) -> Mesh:
    """Two boards on either side of a strip 30 cm wide that is open."""
    inner = planks((-0.93, 0.93), (-0.46, -0.15), LIFT, rng)
    outer = planks((-0.93, 0.93), (0.15, 0.46), LIFT, rng)
    return joined([inner, outer])


def _projecting_deck(rng: np.random.Generator) -> Mesh:
    """One board slid 0.4 m out beyond the transom to +x, unlashed, tipping; the others lashed with wire."""
    rest = planks((-0.93, 0.93), (-0.46, 0.23), LIFT, rng)
    board = varied(box(1.86, 0.20, PLANK, WOOD, bevel=0.006, grid=0.9), rng, 0.25)
    lashings = [
        tube([(x, y - 0.11, LIFT - 0.09), (x, y, LIFT + 0.006), (x, y + 0.11, LIFT - 0.09)], 0.003, STEEL, sides=4)
        for x in (-0.85, 0.85)
        for y in (-0.35, -0.115, 0.115)
    ]
    return joined([rest, board.placed(0.47, 0.345, LIFT - PLANK + 0.006, r=1.8), *lashings])


def _shed_frame() -> Mesh:
    posts = [
        box(0.10, 0.10, 2.96, WHITE_PAINT, bevel=0.012, grid=0.5).placed(x, y, 0.02)
        for x in (-1.42, 1.42)
        for y in (-1.92, 0.0, 1.92)
    ]
    feet = [
        box(0.24, 0.24, 0.02, DARK_STEEL, bevel=0.004).placed(x, y) for x in (-1.42, 1.42) for y in (-1.92, 0.0, 1.92)
    ]
    beams = [
        box(0.08, 3.96, 0.10, WHITE_PAINT, bevel=0.01).placed(x, 0, z) for x in (-1.42, 1.42) for z in (2.26, 2.86)
    ]
    cross = [
        box(2.9, 0.07, 0.09, WHITE_PAINT, bevel=0.01).placed(0, y, z) for y in (-1.92, 0, 1.92) for z in (2.27, 2.87)
    ]
    struts = [
        rod((x * 0.97, y, 2.0), (x * 0.78, y, 2.28), 0.022, STEEL) for x in (-1.42, 1.42) for y in (-1.92, 0, 1.92)
    ]
    rails = [rod((x, -1.92, z), (x, 1.92, z), 0.02, RED_PAINT, grid=0.8) for x in (-1.42, 1.42) for z in (0.55, 1.1)]
    return joined([*posts, *feet, *beams, *cross, *struts, *rails])


def _roof(z: float, rng: np.random.Generator, *, dented: bool) -> Mesh:
    """A layer of 5 cm boards across the shed; struck boards of the upper one sag and are split."""
    boards = []
    for k in range(20):
        y = -1.9 + k * 0.2
        board = varied(box(3.04, 0.19, 0.05, WOOD, bevel=0.006, grid=0.8), rng, 0.2)
        if dented and k in (6, 7, 15):
            left = varied(box(1.55, 0.19, 0.05, WOOD, bevel=0.006), rng, 0.2).placed(-0.74, y, z, r=2.6)
            right = varied(box(1.46, 0.19, 0.05, WOOD, bevel=0.006), rng, 0.2).placed(0.77, y, z, r=-2.6)
            boards += [left.placed(z=-0.035), right.placed(z=-0.035)]
        else:
            boards.append(board.placed(rng.uniform(-0.02, 0.02), y, z))
    return joined(boards)


def _fallen_bits(rng: np.random.Generator) -> Mesh:
    """What has landed on the roof: broken bricks, an offcut."""
    bits = [
        box(rng.uniform(0.08, 0.2), 0.11, 0.053, BRICK_SOLID, bevel=0.008).placed(
            rng.uniform(-1.2, 1.2), rng.uniform(-1.7, 1.7), 2.98, h=rng.uniform(0, 180)
        )
        for _ in range(8)
    ]
    offcut = box(0.62, 0.09, 0.05, WOOD, bevel=0.006).placed(0.5, -1.86, 2.98, h=20)
    return joined([*bits, offcut])


@prop("safety_shed")
def safety_shed(_request: PropRequest) -> Model:
    """A passage under a double roof, 3 x 4 x 3 m, open at both ends along y."""
    rng = np.random.default_rng(23)
    fascia = [box(3.08, 0.03, 0.34, WHITE_PAINT, bevel=0.006).placed(0, y, 2.62) for y in (-1.99, 1.99)]
    opaque = joined(
        [_shed_frame(), _roof(2.34, rng, dented=False), _roof(2.93, rng, dented=True), _fallen_bits(rng), *fascia]
    )
    parts: list[Part] = [("opaque", opaque)]
    for turn, y in ((0, 2.008), (180, -2.008)):
        parts.append(("sign", sign_quad("shed_fascia", 3.0, 0.30).placed(0, y, 2.64, h=turn)))
        for x in (-1.42, 1.42):
            strip = sign_quad("hazard_stripes", 1.6, 0.09).placed(r=90).placed(z=0.9)
            parts.append(
                ("sign", strip.placed(x + (-0.045 if turn == 0 else 0.045), y - np.sign(y) * 0.036, 0, h=turn))
            )
    for x in (-1.4725, 1.4725):
        parts.append(("sign", sign_quad("hazard_stripes", 3.8, 0.10).placed(x, 0, 2.885, h=-90 if x > 0 else 90)))
    return model_of(*parts)
