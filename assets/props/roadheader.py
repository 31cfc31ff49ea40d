"""The roadheader: a boom cutter on tracks with its loading apron, conveyor tail, driver's place and dust sprays."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Lamp, Mesh, Model, joined
from assets.modelling import (
    Assembly,
    Material,
    block,
    both_sides,
    box,
    cable,
    lathe,
    ring,
    rod,
    rounded_box,
    sheet,
    smooth,
    solid,
    tube,
)
from assets.modelling.loft import across, along
from assets.modelling.materials import BLACK_PLASTIC, BRASS, CHROME, DARK_STEEL, RED_PAINT, RUBBER, STEEL, WINDOW
from assets.props.parts.blots import blot
from assets.props.parts.bolt_heads import bolt_head
from assets.props.parts.crawler import crawler
from assets.props.parts.hydraulics import hydraulic_cylinder
from assets.props.parts.roadheader_boom import add_boom
from assets.props.parts.roadheader_loading import add_apron, add_conveyor, conveyor_floor
from assets.props.parts.roadheader_paints import COAL_DUST, GREASE, GREY, SCOURED, YELLOW

LAMP_LIT = Material((1.0, 0.93, 0.78), "paint", 0.2)
TREAD = Material((0.16, 0.16, 0.165), "checker_plate", 0.5, 0.4, 0.8)
TRACK_X, TRACK_Y = 0.84, -0.5
DECK = 0.70
"""Height of what lies over the tracks."""
SEAT = (-0.72, -0.75)


@prop("roadheader")
def roadheader(request: PropRequest) -> Model:
    """9 m long, 2.4 m wide, 1.9 m high, its cutter to +y; ``cutting`` the head is raised to the face, lamps lit."""
    parts = Assembly()
    cutting = request.state == "cutting"
    _tracks(parts)
    _frame(parts)
    _pump_station(parts)
    _switch_box(parts)
    _fenders(parts)
    _driver(parts)
    add_apron(parts)
    add_conveyor(parts)
    add_boom(parts, 9.0 if cutting else -12.0)
    _dust(parts)
    _lamps(parts, lit=cutting)
    return parts.model()


def _tracks(parts: Assembly) -> None:
    """Tracks with the hubs of their drives at the back, of their idlers in front, and covers of the rollers."""
    length, height = 3.1, 0.66
    hub = joined(
        [
            lathe([(0.21, 0), (0.21, 0.03), (0.15, 0.045), (0.13, 0.075), (0, 0.075)], GREY, sides=15),
            ring(bolt_head(0.016, 0.018).placed(0.18, 0, 0.03), 10),
            lathe([(0, 0.075), (0.03, 0.075), (0.03, 0.09), (0, 0.09)], BRASS, sides=6),
        ]
    )
    idler = lathe([(0.13, 0), (0.12, 0.03), (0.07, 0.05), (0, 0.05)], GREY, sides=16)
    roller = lathe([(0.075, 0), (0.07, 0.02), (0, 0.025)], DARK_STEEL, sides=10)
    rear, front = TRACK_Y - length / 2 + height / 2, TRACK_Y + length / 2 - height / 2
    for side in (-1, 1):
        parts.add(crawler(length, 0.44, height, GREY, links=SCOURED, pitch=0.205).placed(side * TRACK_X, TRACK_Y, 0.0))
        x = side * (TRACK_X + 0.17)
        parts.add(hub.placed(r=90 * side).placed(x, rear, 0.33), idler.placed(r=90 * side).placed(x, front, 0.33))
        parts.add(*(roller.placed(r=90 * side).placed(x, y, 0.12) for y in np.linspace(rear + 0.45, front - 0.4, 5)))
        parts.add(*(roller.placed(r=90 * side, scale=0.7).placed(x, y, 0.53) for y in (rear + 0.75, front - 0.7)))


def _frame(parts: Assembly) -> None:
    """The main frame, open above for the conveyor; at its back the jacks that steady it."""
    outline = [(-2.3, 0.36), (1.35, 0.30), (1.5, 0.42), (1.5, 0.74), (0.9, 0.92), (-1.9, 0.92), (-2.3, 0.78)]
    channel = [(-2.5, 1.02), (1.6, 0.60), (1.6, 1.5), (-2.5, 1.5)]
    parts.add(solid(across(outline, -0.58, 0.58) - across(channel, -0.33, 0.33), YELLOW, grid=1.3, wear=0.3))
    for side in (-1, 1):
        x = side * 0.46
        parts.add(box(0.16, 0.18, 0.42, YELLOW.shade(0.9), bevel=0.02).placed(x, -2.36, 0.44))
        parts.add(hydraulic_cylinder((x, -2.36, 0.80), (x, -2.36, 0.16), 0.065, GREY, DARK_STEEL))
        foot = [(0.15, 0), (0.14, 0.03), (0.05, 0.06), (0, 0.06)]
        parts.add(lathe(foot, SCOURED, sides=10).placed(x, -2.36, 0.10))
        parts.add(rod((side * 0.2, -2.32, 0.50), (side * 0.2, -2.42, 0.50), 0.045, DARK_STEEL, sides=10))
    hitch = box(0.5, 0.10, 0.10, DARK_STEEL, bevel=0.02).placed(0, -2.34, 0.45)
    parts.add(
        hitch, *(bolt_head(0.018, 0.02).placed(p=90).placed(x, -2.30, z) for x in (-0.5, 0.5) for z in (0.42, 0.72))
    )


def _pump_station(parts: Assembly) -> None:
    """On the right behind: oil tank and pump under a chamfered hood with louvres, filter, sight glass, filler."""
    hood = [(0.52, DECK), (1.12, DECK), (1.16, 0.74), (1.16, 1.04), (1.13, 1.12), (1.00, 1.24), (0.94, 1.26),
            (0.56, 1.26), (0.52, 1.22)]  # fmt: skip
    parts.add(solid(along(hood, -2.2, -0.56), YELLOW, grid=0.8, wear=0.3))
    for y in (-1.72, -1.14):
        parts.add(box(0.012, 0.014, 0.42, GREY, bevel=0.003).placed(1.158, y, 0.76))
    slat = solid(block(0.022, 0.42, 0.014), GREY).placed(r=-24)
    parts.add(*(slat.placed(1.163, -1.43, 0.80 + 0.042 * k) for k in range(7)))
    parts.add(*(bolt_head(0.012, 0.012).placed(r=90).placed(1.158, y, z) for y in (-2.12, -1.78, -1.08, -0.64)
                for z in (0.78, 1.02)))  # fmt: skip
    parts.add(tube(smooth([(1.16, -0.98, 0.90), (1.195, -0.97, 0.90), (1.195, -0.83, 0.90), (1.16, -0.82, 0.90)], 3),
                   0.009, STEEL, sides=6))  # fmt: skip
    parts.sign("hazard_stripes", 1.5, 0.06, 1.163, -1.40, 0.715, turn=-90)
    parts.sign("roadheader_plate", 0.46, 0.128, 1.163, -1.97, 0.92, turn=-90)
    glass = rod((1.163, -0.72, 0.84), (1.163, -0.72, 1.00), 0.012, Material((0.45, 0.26, 0.06), "paint", 0.1), sides=8)
    parts.add(glass, *(box(0.02, 0.035, 0.03, STEEL, bevel=0.004).placed(1.163, -0.72, z) for z in (0.82, 0.99)))
    filler = [(0, 0), (0.06, 0), (0.06, 0.05), (0.075, 0.05), (0.075, 0.08), (0, 0.085)]
    parts.add(lathe(filler, GREY, sides=10).placed(0.72, -0.80, 1.255))
    parts.add(
        lathe([(0, 0), (0.075, 0), (0.075, 0.20), (0.05, 0.23), (0, 0.23)], GREY, sides=10).placed(0.72, -1.15, 1.25)
    )
    vent = solid(block(0.30, 0.014, 0.02), GREY)
    parts.add(*(vent.placed(0.84, -2.203, 0.84 + 0.05 * k) for k in range(5)))


def _switch_box(parts: Assembly) -> None:
    """On the left behind: the flameproof switch box, its lid held by a ring of bolts, cables out of its glands."""
    x, y0, y1 = -0.84, -2.2, -1.32
    body = [(-1.13, DECK), (-0.54, DECK), (-0.54, 1.18), (-0.60, 1.22), (-1.07, 1.22), (-1.13, 1.18)]
    parts.add(solid(along(body, y0, y1), YELLOW.shade(0.92), grid=0.8, wear=0.3))
    flange = box(0.035, 0.78, 0.42, GREY, bevel=0.008).placed(-1.145, (y0 + y1) / 2, 0.75)
    lid = rounded_box(0.05, 0.62, 0.28, YELLOW.shade(0.92), radius=0.02, segments=8).placed(-1.165, (y0 + y1) / 2, 0.82)
    parts.add(flange, lid)
    head = bolt_head(0.013, 0.014).placed(r=-90)
    ys = np.linspace(y0 + 0.10, y1 - 0.10, 5)
    parts.add(*(head.placed(-1.162, y, z) for y in ys for z in (0.78, 1.14)))
    parts.sign("当心触电", 0.16, 0.20, -1.192, (y0 + y1) / 2 - 0.16, 0.86, turn=90)
    gland = lathe([(0.06, 0), (0.06, 0.04), (0.045, 0.05), (0.045, 0.12), (0, 0.12)], DARK_STEEL, sides=8)
    for dx, z in ((-0.10, 0.86), (0.08, 0.86), (0.08, 1.05)):
        parts.add(gland.placed(p=90).placed(x + dx, y0, z))
    trail = [(x - 0.10, y0 - 0.1, 0.86), (x - 0.13, y0 - 0.45, 0.70), (x - 0.18, y0 - 0.9, 0.10),
             (x - 0.10, y0 - 1.4, 0.035), (x - 0.22, y0 - 1.98, 0.035)]  # fmt: skip
    parts.add(cable(trail, 0.034, RUBBER, steps=4, sides=5))
    for dx, z in ((0.08, 0.86), (0.08, 1.05)):
        bend = [
            (x + dx, y0 - 0.1, z),
            (x + 0.25, y0 - 0.22, z),
            (x + 0.38, y0 + 0.02, z + 0.03),
            (x + 0.42, -1.4, 1.02),
        ]
        parts.add(cable(bend, 0.022, RUBBER, steps=3, sides=5))


def _fenders(parts: Assembly) -> None:
    """Before the driver and the pumps: sloping covers over the tracks, the valve block with its hoses, name plates."""
    outline = [(-0.45, DECK), (0.80, DECK), (0.98, 0.74), (0.98, 0.82), (0.68, 1.04), (-0.45, 1.04)]
    cover = solid(across(outline, 0.56, 1.12), YELLOW, grid=0.5, wear=0.3)
    left = [(0.10, DECK), (0.80, DECK), (0.98, 0.74), (0.98, 0.82), (0.68, 1.04), (0.10, 1.04)]
    parts.add(cover, solid(across(left, -1.12, -0.56), YELLOW, grid=0.8, wear=0.3))
    for side, y in ((1, 0.12), (-1, 0.45)):
        parts.sign("roadheader_plate", 0.66, 0.184, side * 1.123, y, 0.80, turn=-90 * side)
        parts.add(*(bolt_head(0.012, 0.012).placed(r=90 * side).placed(side * 1.12, y + dy, z)
                    for dy in (-0.33, 0.33) for z in (0.76, 1.00)))  # fmt: skip
    parts.add(box(0.30, 0.44, 0.16, GREY, bevel=0.015).placed(0.74, 0.15, 1.03))
    for k in range(4):
        spool = lathe([(0.026, 0), (0.026, 0.05), (0, 0.06)], STEEL, sides=6)
        parts.add(spool.placed(r=90).placed(0.89, -0.02 + 0.105 * k, 1.11))
        start = (0.60, -0.02 + 0.105 * k, 1.12)
        run = [
            start,
            (0.46, start[1] + 0.10, 1.16 + 0.01 * k),
            (0.34 - 0.045 * k, 0.62, 1.18),
            (0.26 - 0.04 * k, 1.05, 1.36),
        ]
        parts.add(cable(run, 0.019, RUBBER, steps=3, sides=5))
    extinguisher = [(0.06, 0), (0.065, 0.02), (0.065, 0.30), (0.03, 0.36), (0.02, 0.40), (0, 0.40)]
    parts.add(lathe(extinguisher, RED_PAINT, sides=10, split=50).placed(1.02, -0.33, 1.04))
    parts.add(box(0.03, 0.09, 0.03, BLACK_PLASTIC, bevel=0.006).placed(1.02, -0.33, 1.44))


def _driver(parts: Assembly) -> None:
    """The well on the left: tread plate, seat, console with levers and gauges, stop button, canopy."""
    x, y = SEAT
    parts.add(box(0.56, 1.36, 0.04, TREAD, bevel=0.006).placed(-0.84, -0.63, DECK - 0.02))
    parts.add(box(0.36, 0.36, 0.20, GREY, bevel=0.02).placed(x, y, DECK))
    parts.add(rounded_box(0.46, 0.46, 0.11, BLACK_PLASTIC, radius=0.04, segments=8).placed(x, y, 0.90))
    parts.add(rounded_box(0.44, 0.10, 0.50, BLACK_PLASTIC, radius=0.04, segments=8).placed(x, y - 0.24, 0.96, p=8))
    console = [(-0.22, DECK), (0.10, DECK), (0.10, 1.14), (0.02, 1.18), (-0.16, 1.08), (-0.22, 1.04)]
    parts.add(solid(across(console, x - 0.28, x + 0.26), GREY, wear=0.3))
    parts.sign("roadheader_gauges", 0.46, 0.142, x, -0.224, 0.86, turn=180)
    knob = lathe([(0.014, 0), (0.019, 0.018), (0, 0.036)], BLACK_PLASTIC, sides=6)
    for k in range(6):
        foot = (x - 0.20 + 0.075 * k, -0.06, 1.13)
        parts.add(
            rod(foot, (foot[0], -0.13, 1.33), 0.007, CHROME, sides=4, caps=False), knob.placed(foot[0], -0.132, 1.325)
        )
        parts.add(lathe([(0.020, 0), (0.009, 0.03)], RUBBER, sides=6).placed(foot[0], -0.06, 1.12))
    stop = lathe(
        [(0.03, 0), (0.03, 0.006), (0.012, 0.006), (0.012, 0.02), (0.03, 0.026), (0, 0.045)], RED_PAINT, sides=10
    )
    parts.add(stop.placed(p=90).placed(x + 0.20, -0.222, 1.015))
    posts = [(x + dx, y + dy) for dx in (-0.36, 0.26) for dy in (-0.48, 0.66)]
    parts.add(*(rod((px, py, DECK), (px, py, 1.84), 0.03, YELLOW, sides=8) for px, py in posts))
    roof = [(-0.45, -0.06), (-0.41, -0.01), (-0.30, 0.02), (0.25, 0.02), (0.36, -0.01), (0.40, -0.06)]
    parts.add(sheet(roof, 0.016, 1.36, YELLOW, grid=0.6, wear=0.4).placed(x, y + 0.09, 1.86))
    parts.add(
        *(
            box(0.66, 0.04, 0.03, YELLOW.shade(0.8), bevel=0.006).placed(x - 0.03, y + dy, 1.825)
            for dy in (-0.4, 0.1, 0.6)
        )
    )
    rail = [(x + 0.26, y + 0.66, 1.30), (x + 0.26, y - 0.48, 1.30), (x - 0.36, y - 0.48, 1.30)]
    parts.add(*(rod(a, b, 0.018, YELLOW, sides=7) for a, b in zip(rail, rail[1:], strict=False)))
    step = [(-1.14, -0.95, 0.70), (-1.17, -0.95, 0.42), (-1.17, -0.60, 0.42), (-1.14, -0.60, 0.70)]
    parts.add(tube(step, 0.014, DARK_STEEL, sides=6))


def _dust(parts: Assembly) -> None:
    """Coal dust on what lies flat, grease where things turn."""
    for x, y, z, a, b, seed in (
        (0.76, -1.65, 1.262, 0.17, 0.42, 3),
        (-0.84, -1.78, 1.222, 0.20, 0.34, 5),
        (-0.72, -0.55, 1.889, 0.20, 0.50, 12),
    ):
        parts.add(blot(a, b, 0.5, 0.004, COAL_DUST, seed, around=20).placed(x, y, z))
    smear = blot(0.05, 0.09, 0.5, 0.003, GREASE, 6, around=14)
    parts.add(both_sides(smear.placed(r=90).placed(0.585, 0.80, 0.84)))


def _lamps(parts: Assembly, *, lit: bool) -> None:
    """Small headlamps in their housings: two before the turret, one at the tail."""
    for x, y, z, turn in (
        (-0.84, 0.80, 1.13, 0),
        (0.84, 0.80, 1.13, 0),
        (0.345, -3.62, conveyor_floor(-3.62) + 0.37, 180),
    ):
        one = Assembly()
        _headlamp(one, lit=lit)
        parts.include(one, x, y, z, h=turn)
    if lit:
        parts.lamp(Lamp((0.0, 0.95, 1.3), (0.0, 1.0, 0.05), (1.0, 0.93, 0.8), 2.0, 70.0))


def _headlamp(one: Assembly, *, lit: bool) -> None:
    """A flameproof lamp looking to +y about its own middle, 0.13 m across: ribbed housing, reflector, glass, cage."""
    housing = [(0, -0.09), (0.034, -0.09), (0.046, -0.07), (0.040, -0.035), (0.050, 0.0),
               (0.066, 0.025), (0.066, 0.05), (0.054, 0.054)]  # fmt: skip
    one.add(lathe(housing, GREY, sides=10, split=35, wear=0.4).placed(p=-90))
    one.add(_bowl(LAMP_LIT if lit else CHROME.shade(0.45)).placed(p=-90), to="glow" if lit else "opaque")
    glass = lathe([(0.054, 0.048), (0.040, 0.062), (0.020, 0.069), (0, 0.071)], WINDOW, sides=11, split=80)
    one.add(glass.placed(p=-90), to="glass")
    bar = [(0.062, 0.05, 0.0), (0.05, 0.078, 0.0), (-0.05, 0.078, 0.0), (-0.062, 0.05, 0.0)]
    one.add(*(tube(bar, 0.0035, DARK_STEEL, sides=4, caps=False).placed(r=turn) for turn in (0, 90)))
    one.add(solid(block(0.05, 0.03, 0.07, 0, -0.02, -0.115), GREY))


def _bowl(material: Material) -> Mesh:
    """The reflector about z, hollow side up, its bulb in the middle."""
    bowl = lathe([(0.054, 0.047), (0.040, 0.026), (0.018, 0.012), (0, 0.010)], material, sides=12, split=80)
    bulb = lathe([(0.012, 0.012), (0.012, 0.032), (0, 0.040)], material, sides=6, split=80)
    return joined([bowl, bulb])
