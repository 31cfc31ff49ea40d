"""Roof support of mines and struts of pits: steel arch, bolt row, a single plate, props upright and leaning."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import Assembly, box, cable, cloth, lathe, pitched, ring, rock, rod, torus, tube, varied
from assets.modelling.materials import BLACK_PAINT, DARK_STEEL, RUSTY_STEEL, STEEL, WOOD, Material, painted
from assets.props.parts.roadway_arch import (
    ARCH_STEEL,
    HALF,
    WALL,
    clamp_at,
    on_section,
    section_line,
    steel_arch,
    u_bar,
)
from assets.props.parts.rock_bolts import ANGLES, bolt_row, bolt_with_plate

GREY_ROCK = Material((0.62, 0.58, 0.53), "rock", 0.92, 0.0, 0.9)
SPRAY_RED = painted(0.62, 0.04, 0.03, 0.7)
PROP_RED = painted(0.46, 0.07, 0.045, 0.5, 0.4)
CHROME_ROD = Material((0.62, 0.63, 0.64), "galvanised", 0.18, 0.9, 0.05)
TIMBER = WOOD.but(colour=(0.62, 0.56, 0.48))
STRUT_BLUE = painted(0.06, 0.17, 0.36, 0.5, 0.4)


@prop("steel_arch")
def support(request: PropRequest) -> Model:
    """Variant ``arch``: a steel arch across the roadway; ``bolts``: a row of bolts and its strap; ``plate``: one bolt.

    In the roadway's frame the arch stands across x with its feet on z = 0; a plate hangs below the rock at z 0.15.
    """
    parts = Assembly()
    variant = request.variant or "arch"
    if variant == "plate":
        _plate(parts, request.state)
    elif variant == "bolts":
        if request.state == "missing":
            _bare_roof(parts)
        else:
            parts.add(*bolt_row(outward=0.045).meshes)
    elif request.state == "deformed":
        _deformed(parts)
    elif request.state == "missing":
        _taken_out(parts)
    else:
        parts.add(steel_arch(1.03))
    return parts.model()


def _plate(parts: Assembly, state: str) -> None:
    """One bolt; ``plate_loose`` its plate hangs 5 cm off the rock on the thread, rust running down."""
    gap = 0.05 if state == "plate_loose" else 0.0
    parts.add(bolt_with_plate(gap).placed(z=0.15))
    if gap:
        parts.add(torus(0.03, 0.006, RUSTY_STEEL, sides=14, section=5).placed(z=0.148))
        chips = [
            rock(0.02, k, GREY_ROCK).placed(0.05 * np.cos(k * 1.9), 0.05 * np.sin(k * 1.9), 0.148) for k in range(5)
        ]
        parts.add(*chips)


def _deformed(parts: Assembly) -> None:
    """The crown pressed down and to one side, the right leg kinked inward, one clamp burst."""
    flat = section_line(0.045, 31, foot=0.02)
    x, z = flat[:, 0], flat[:, 1]
    dent = np.exp(-(((x - 0.55) / 0.75) ** 2)) * (z > 2)
    kink = np.exp(-(((z - 1.25) / 0.38) ** 2)) * (x > 0)
    bent = np.column_stack([x - 0.42 * kink - 0.10 * dent, 0.16 * kink - 0.06 * dent, z - 0.40 * dent])
    parts.add(u_bar(bent, grow=1.03))
    parts.add(*(clamp_at(a) for a in (139, 151)))
    burst = joined([box(0.052, 0.185, 0.13, STEEL.shade(0.5), bevel=0.008, centred=True).placed(h=30, p=40)])
    parts.add(burst.placed(1.30, 0.1, 2.05))
    parts.add(*(box(0.22, 0.22, 0.025, ARCH_STEEL, bevel=0.006).placed(px) for px in (-HALF - 0.04, HALF + 0.04)))
    for k, angle in enumerate((62, 75)):
        px, _, pz = on_section(angle, 0.10)
        pole = rod((px - 0.2, -0.7, pz - 0.30 + 0.1 * k), (px + 0.15, 0.75, pz - 0.1), 0.032, TIMBER, sides=7)
        parts.add(pole)


def _taken_out(parts: Assembly) -> None:
    """Where an arch should stand: foot plates only, lagging poles hanging down from the neighbours."""
    parts.add(*(box(0.22, 0.22, 0.025, ARCH_STEEL, bevel=0.006).placed(x) for x in (-HALF - 0.04, HALF + 0.04)))
    for k, angle in enumerate((58, 84, 104, 128)):
        x, _, z = on_section(angle, 0.06)
        parts.add(rod((x, -0.95, z), (x - 0.05, 0.35, z - 0.34 - 0.06 * k), 0.03, TIMBER, sides=7))


def _bare_roof(parts: Assembly) -> None:
    """Four metres without support (y -2..2): drilled holes ringed in red, the torn end of the mesh at y -2."""
    hole = joined(
        [
            torus(0.06, 0.008, SPRAY_RED, sides=16, section=4),
            lathe([(0, -0.004), (0.022, -0.004), (0.022, 0.0)], BLACK_PAINT, sides=10),
        ]
    )
    for y in (-1.0, 0.0, 1.0):
        for angle in ANGLES[1:-1]:
            x, _, z = on_section(angle, 0.10)
            parts.add(pitched(hole, (-x, 0.0, WALL - z)).placed(x, y, z))
    flat = section_line(0.05, 25, foot=1.6)
    rng = np.random.default_rng(12)
    ragged = 0.25 + 0.22 * rng.random(len(flat))
    drop = 0.10 + 0.28 * np.abs(np.sin(flat[:, 0] * 2.2)) * rng.uniform(0.6, 1, len(flat))
    middle = np.array([0.0, WALL])
    inward = (middle - flat) / np.linalg.norm(middle - flat, axis=1)[:, None]
    rows = []
    for share in (0.0, 0.5, 1.0):
        moved = flat + inward * (drop * share**1.6)[:, None]
        rows.append(np.column_stack([moved[:, 0], -2.0 + ragged * share, moved[:, 1]]))
    wire = Material((0.42, 0.36, 0.30), "wire", 0.55, 0.4, 0.0, scale=4.0)
    parts.add(cloth(np.stack(rows), wire), to="veil")
    for k in range(7):
        x, _, z = on_section(30 + 20 * k, 0.0)
        tip = (x * 0.93, -1.55 - 0.05 * k % 3, z - 0.25)
        parts.add(tube([(x, -2.0, z), (x * 0.98, -1.8, z - 0.06), tip], 0.003, STEEL.shade(0.5), sides=4))


@prop("hydraulic_prop")
def hydraulic_prop(request: PropRequest) -> Model:
    """Variant ``mine``: a hydraulic prop 2.6 m high; ``strut``: a pit's raking strut with the boards it holds."""
    parts = Assembly()
    leaning = request.state == "leaning"
    if request.variant == "strut":
        (_strut_out if leaning else _strut)(parts)
    elif leaning:
        parts.include(_mine_prop(capped=False), 0, 0, 0.01, r=12)
        parts.add(rock(0.09, 3, GREY_ROCK).placed(0.10, 0.03, 0.03))
        parts.add(box(0.34, 0.20, 0.09, TIMBER, bevel=0.01).placed(-0.55, 0.35, 0.0, h=37))
    else:
        parts.include(_mine_prop(capped=True))
    return parts.model()


def _mine_prop(*, capped: bool) -> Assembly:
    """Foot, cylinder with its valve and handles, chromed ram, claw head; a timber head board when ``capped``."""
    one = Assembly()
    foot = [(0, 0), (0.095, 0), (0.10, 0.012), (0.075, 0.03), (0.066, 0.05), (0.060, 0.07)]
    body = [
        (0.060, 0.07),
        (0.060, 1.52),
        (0.070, 1.54),
        (0.070, 1.66),
        (0.062, 1.68),
        (0.046, 1.69),
        (0.046, 1.70),
        (0, 1.70),
    ]
    one.add(lathe([*foot, *body], PROP_RED, sides=20, split=40, wear=0.4))
    one.add(lathe([(0.041, 1.68), (0.041, 2.46), (0, 2.46)], CHROME_ROD, sides=18, split=50))
    head = [(0, 2.42), (0.06, 2.42), (0.075, 2.45), (0.085, 2.49), (0.085, 2.515), (0, 2.515)]
    one.add(lathe(head, PROP_RED.shade(0.8), sides=16, split=35))
    for k in range(4):
        claw = box(0.035, 0.05, 0.055, PROP_RED.shade(0.8), bevel=0.008).placed(0.062, 0, 2.505)
        one.add(claw.placed(h=45 + 90 * k))
    handle = [(0.062, -0.05, 1.30), (0.11, -0.05, 1.31), (0.11, 0.05, 1.31), (0.062, 0.05, 1.30)]
    one.add(tube(handle, 0.008, STEEL, sides=6), tube([(-x, y, z) for x, y, z in handle], 0.008, STEEL, sides=6))
    one.add(
        lathe([(0, 0), (0.022, 0), (0.022, 0.05), (0.012, 0.06), (0, 0.06)], STEEL, sides=10)
        .placed(p=-90)
        .placed(0, 0.066, 1.60)
    )
    one.add(
        ring(
            lathe([(0.0615, 0), (0.0635, 0.004), (0.0635, 0.02), (0.0615, 0.024)], STEEL.shade(0.7), sides=18), 1
        ).placed(z=0.4)
    )
    one.sign("prop_plate", 0.07, 0.05, 0, 0.0615, 1.05)
    if capped:
        one.add(box(0.46, 0.20, 0.085, TIMBER, bevel=0.012, grid=0.3).placed(0, 0, 2.515))
        one.add(box(0.22, 0.14, 0.03, TIMBER.shade(0.85), bevel=0.006).placed(0.03, 0, 2.60, r=4))
    return one


BOARD_W = 1.9


def _boards(parts: Assembly, count: int, seed: int) -> None:
    """Boards across the bay behind the strut (y -0.4), from the ground up."""
    rng = np.random.default_rng(seed)
    z = 0.0
    for _ in range(count):
        high = rng.uniform(0.18, 0.24)
        board = varied(box(BOARD_W, 0.05, high - 0.008, TIMBER, bevel=0.006, grid=0.9), rng, 0.25)
        parts.add(board.placed(0, -0.40, z, r=rng.uniform(-0.3, 0.3)))
        z += high


def _raker(start: tuple[float, float, float], end: tuple[float, float, float]) -> Mesh:
    """A tubular raking strut with its end plates and the screw jack at the foot."""
    a, b = np.array(start), np.array(end)
    ahead = (b - a) / np.linalg.norm(b - a)
    pipe = rod(a + ahead * 0.45, b, 0.09, STRUT_BLUE, sides=14, grid=0.8, wear=0.4)
    jack = rod(a, a + ahead * 0.5, 0.038, CHROME_ROD, sides=12)
    nut = rod(a + ahead * 0.30, a + ahead * 0.40, 0.075, DARK_STEEL, sides=6)
    plates = [
        pitched(box(0.30, 0.30, 0.025, STRUT_BLUE, bevel=0.004), tuple(ahead)).placed(*p)
        for p in (a, b - ahead * 0.025)
    ]
    return joined([pipe, jack, nut, *plates])


def _strut(parts: Assembly) -> None:
    """Boards from floor to crest behind a raking strut and its waling; the wall is at y -0.4, the pit to +y."""
    _boards(parts, 21, 4)
    parts.add(box(BOARD_W, 0.16, 0.20, RUSTY_STEEL, bevel=0.01, grid=0.6).placed(0, -0.28, 2.7))
    parts.add(_raker((0, 2.3, 0.12), (0, -0.18, 2.78)))
    parts.add(box(0.6, 0.5, 0.22, Material((0.7, 0.69, 0.66), "concrete", 0.88), bevel=0.02).placed(0, 2.45, 0))


def _strut_out(parts: Assembly) -> None:
    """The strut knocked out and lying crooked, its waling hanging by one end, boards fallen, bare soil behind."""
    parts.add(_raker((0.75, 2.1, 0.10), (-0.9, 0.15, 0.62)))
    parts.add(box(BOARD_W, 0.16, 0.20, RUSTY_STEEL, bevel=0.01, grid=0.6).placed(r=24).placed(0.05, -0.24, 2.25))
    parts.add(box(0.6, 0.5, 0.22, Material((0.7, 0.69, 0.66), "concrete", 0.88), bevel=0.02).placed(0, 2.45, 0))
    rng = np.random.default_rng(6)
    _boards(parts, 2, 5)
    for k in range(6):
        board = varied(box(BOARD_W * rng.uniform(0.6, 1), 0.21, 0.05, TIMBER, bevel=0.006, grid=0.9), rng, 0.25)
        parts.add(
            board.placed(
                rng.uniform(-0.25, 0.35),
                0.25 + 0.2 * k,
                0.02 + 0.04 * (k % 3),
                h=rng.uniform(-25, 25),
                r=rng.uniform(-3, 3),
            )
        )
    for k in range(16):
        clod = rock(rng.uniform(0.04, 0.13), k, Material((0.72, 0.60, 0.48), "soil", 0.95))
        parts.add(clod.placed(rng.normal(0, 0.5), rng.uniform(-0.3, 0.5), 0.03))
    parts.add(cable([(0.8, -0.3, 2.5), (0.82, -0.26, 2.0), (0.75, -0.2, 1.5)], 0.006, STEEL.shade(0.5)))
