"""Lifting gear: hooks with and without latch, a ladle crane's hook, wire slings whole and worn; bars and tongs."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import (
    Assembly,
    arc,
    bolt,
    box,
    cloth,
    cylinder,
    extrude,
    lathe,
    profile,
    rod,
    smooth,
    solid,
    torus,
    tube,
)
from assets.modelling.materials import DARK_STEEL, RUSTY_STEEL, STEEL, YELLOW_PAINT, Material, painted

WIRE = Material((0.34, 0.34, 0.35), "galvanised", 0.45, 0.6, 0.3)
WIRE_BRIGHT = Material((0.66, 0.62, 0.56), "galvanised", 0.3, 0.8, 0.2)
FORGED = painted(0.12, 0.12, 0.125, 0.5, 0.5)
BAR_STEEL = RUSTY_STEEL.but(colour=(0.36, 0.38, 0.39), metal=0.45, roughness=0.45)
SLING_R = 0.010


# --- hooks ---------------------------------------------------------------------------------------


def shop_hook(parts: Assembly, *, latch: bool) -> None:
    """A workshop crane's hook block, its seat at z = 0, four falls of rope up to z 6; ``latch`` there or torn off."""
    bend = [(0.10 * x, 0, 0.10 * z + 0.05) for x, z in arc(1.0, 150, -55, 14)[:, :2] * [1, -1]]
    path = [(0.0, 0, 0.36), (0.0, 0, 0.24), (-0.045, 0, 0.16), *bend]
    count = len(path)
    radius = np.interp(np.linspace(0, 1, count), [0, 0.2, 0.5, 0.8, 1], [0.028, 0.034, 0.042, 0.032, 0.013])
    fine = np.interp(np.linspace(0, 1, (count - 1) * 3 + 1), np.linspace(0, 1, count), radius)
    parts.add(tube(smooth(path, 3), fine, FORGED, sides=10, wear=0.4))
    if latch:
        parts.add(
            box(0.014, 0.034, 0.17, STEEL, bevel=0.004).placed(r=-24).placed(0.065, 0, 0.085),
            torus(0.016, 0.004, STEEL, sides=12, section=5).placed(p=90).placed(0.01, 0, 0.20),
        )
    else:
        parts.add(
            *(box(0.012, 0.006, 0.03, STEEL.shade(0.6), bevel=0.001).placed(0.012, y, 0.195) for y in (-0.02, 0.02)),
            rod((0.012, -0.024, 0.205), (0.012, 0.024, 0.205), 0.004, RUSTY_STEEL, sides=6),
        )
        parts.add(box(0.05, 0.036, 0.02, WIRE_BRIGHT, bevel=0.004).placed(-0.01, 0, -0.063))
    cheek = [
        (-0.14, 0.0),
        (0.14, 0.0),
        (0.19, 0.10),
        (0.16, 0.28),
        (0.06, 0.36),
        (-0.06, 0.36),
        (-0.16, 0.28),
        (-0.19, 0.10),
    ]
    parts.add(
        *(
            extrude(cheek, 0.022, YELLOW_PAINT, wear=0.3).placed(p=90).placed(0, y + 0.011, 0.36)
            for y in (-0.10, 0.0, 0.10)
        )
    )
    groove = [(0, -0.035), (0.15, -0.035), (0.125, 0.0), (0.15, 0.035), (0, 0.035)]
    parts.add(*(lathe(groove, DARK_STEEL, sides=18).placed(p=90).placed(0, y, 0.54) for y in (-0.05, 0.05)))
    parts.add(
        solid(cylinder(0.032, 0.30, z=-0.15).rotate([90, 0, 0]).translate([0, 0, 0.54]), STEEL),
        box(0.22, 0.22, 0.08, DARK_STEEL, bevel=0.02).placed(0, 0, 0.33),
    )
    for turn, y in ((0, 0.1225), (180, -0.1225)):
        parts.sign("hook_load", 0.15, 0.085, 0, y, 0.40, turn=turn)
        parts.sign("hazard_stripes", 0.30, 0.04, 0, y, 0.50, turn=turn)
    for x in (-0.13, 0.13):
        parts.add(*(rod((x, y, 0.54), (x * 1.2, y, 6.0), 0.009, WIRE, sides=5, grid=1.5) for y in (-0.05, 0.05)))


def lamellar_hook(parts: Assembly, *, seated: bool) -> None:
    """A ladle crane's lamellar hook 2.3 m long, its eye on a pin at z 2.05; the trunnion's axis is at z 0, along y.

    Not ``seated`` it is caught with its tip on the trunnion's edge, tilted.
    """
    outer = [(0.34 * np.cos(a), 0.34 * np.sin(a)) for a in np.radians(np.linspace(-200, 30, 19))]
    inner = [(0.185 * np.cos(a), 0.185 * np.sin(a)) for a in np.radians(np.linspace(30, -170, 17))]
    shank = [
        (-0.20, 0.55),
        (-0.17, 1.75),
        (-0.24, 2.05),
        (-0.10, 2.28),
        (0.10, 2.28),
        (0.24, 2.05),
        (0.17, 1.75),
        (0.10, 0.55),
        (-0.02, 0.34),
    ]
    outline = [*shank[::-1], *outer, *inner]
    plate = extrude(
        [(float(x), float(y)) for x, y in _clean(outline)],
        0.032,
        FORGED,
        holes=[[(0.09 * np.cos(a), 2.05 + 0.09 * np.sin(a)) for a in np.radians(range(0, 360, 24))]],
        wear=0.3,
    )
    hook = Assembly()
    hook.add(*(plate.placed(p=90).placed(0, -0.08 + 0.037 * k) for k in range(6)))
    for x, z in ((-0.27, 0.0), (-0.1, -0.27), (0.16, -0.24), (0.0, 0.8), (0.0, 1.4)):
        hook.add(*(bolt(0.022, 0.02).placed(p=90 * side).placed(x, -side * 0.12, z) for side in (-1, 1)))
    saddle = [(0.187 * np.cos(a), 0.187 * np.sin(a)) for a in np.radians(np.linspace(-165, 15, 13))]
    hook.add(profile(_band(saddle, 0.022), 0.26, STEEL.shade(0.8), split=40))
    hook.add(rod((0, -0.3, 2.05), (0, 0.3, 2.05), 0.088, STEEL, sides=16))
    if seated:
        parts.include(hook)
    else:
        parts.include(hook, 0.13, 0, 0.09, r=5.0)


def _clean(points: list) -> list:
    """The outline without points nearer than a millimetre to the one before."""
    kept = [points[0]]
    for point in points[1:]:
        if np.hypot(point[0] - kept[-1][0], point[1] - kept[-1][1]) > 1e-3:
            kept.append(point)
    return kept


def _band(line: list, thick: float) -> list[tuple[float, float]]:
    """A bent strip as an outline: a line and its offset towards the origin."""
    return [*line, *[(x * (1 - thick / 0.187), z * (1 - thick / 0.187)) for x, z in reversed(line)]]


# --- slings --------------------------------------------------------------------------------------


@prop("wire_sling")
def wire_sling(request: PropRequest) -> Model:
    """A wire-rope sling 3 m long. Variants: ``hung`` from a hook at z 0 in two legs down to z -1.4; ``rack`` in coils.

    ``broken_wires``: bird-caged and with broken wires standing out at z -0.7 of one leg, no tag.
    """
    parts = Assembly()
    if request.variant == "rack":
        _racked(parts)
        return parts.model()
    for side in (-1, 1):
        foot = (side * 0.52, 0.0, -1.38)
        worn = request.state == "broken_wires" and side < 0
        _leg(parts, (side * 0.03, 0, 0.0), foot, worn)
    if request.state == "ok_tagged":
        parts.add(
            box(0.09, 0.004, 0.13, painted(0.1, 0.4, 0.2, 0.4), bevel=0.001).placed(0.20, 0.02, -0.60),
            rod((0.20, 0.01, -0.46), (0.22, 0.0, -0.40), 0.002, STEEL, sides=4),
        )
        parts.sign("sling_tag", 0.084, 0.12, 0.20, 0.0232, -0.595)
    return parts.model()


def _rope(points: np.ndarray, material: Material = WIRE) -> Mesh:
    """Rope of six strands: a twisted six-lobed section along a line."""
    p = np.asarray(points, float)
    strands = []
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(p, axis=0), axis=1))])
    fine = np.linspace(0, along[-1], max(8, int(along[-1] / 0.035)))
    line = np.stack([np.interp(fine, along, p[:, k]) for k in range(3)], -1)
    side = np.cross(np.gradient(line, axis=0), (0.0, 1.0, 0.02))
    side /= np.linalg.norm(side, axis=1)[:, None]
    other = np.cross(np.gradient(line, axis=0), side)
    other /= np.linalg.norm(other, axis=1)[:, None]
    for k in range(4):
        turn = fine / 0.13 * 2 * np.pi + k * np.pi / 2
        strands.append(
            tube(
                line + 0.55 * SLING_R * (side * np.cos(turn)[:, None] + other * np.sin(turn)[:, None]),
                SLING_R * 0.55,
                material,
                sides=4,
                caps=False,
            )
        )
    return joined(strands)


def _eye(at: np.ndarray, towards: np.ndarray) -> list[Mesh]:
    """A pressed eye with its thimble at ``at`` and the ferrule where it joins the rope."""
    ahead = (towards - at) / np.linalg.norm(towards - at)
    aside = np.array([-ahead[2], 0, ahead[0]])
    t = np.linspace(0.12 * np.pi, 1.88 * np.pi, 15)
    loop = np.array([at + ahead * (0.11 * (1 + np.cos(a))) + aside * 0.055 * np.sin(a) for a in t])
    ferrule = rod(at + ahead * 0.21, at + ahead * 0.31, 0.019, STEEL, sides=10)
    return [
        tube(loop, SLING_R * 0.95, WIRE, sides=7),
        tube(loop, SLING_R * 1.25, STEEL, sides=6, squash=(1.0, 0.6)),
        ferrule,
    ]


def _leg(parts: Assembly, top: tuple[float, float, float], foot: tuple[float, float, float], worn: bool) -> None:
    a, b = np.array(top), np.array(foot)
    parts.add(*_eye(a, b), *_eye(b, a))
    line = np.array([a + (b - a) * t for t in np.linspace(0.14, 0.86, 12)])
    if not worn:
        parts.add(_rope(line))
        return
    middle = a + (b - a) * 0.5
    parts.add(_rope(line[:5]), _rope(line[7:]))
    ahead = (b - a) / np.linalg.norm(b - a)
    aside = np.array([-ahead[2], 0, ahead[0]])
    deep = np.array([0.0, 1.0, 0.0])
    start, end = line[4], line[7]
    for k in range(7):
        turn = np.linspace(0, 1.1, 13) * np.pi + k * 2 * np.pi / 7
        bulge = 0.006 + 0.030 * np.sin(np.linspace(0, np.pi, 13))
        axis = start + (end - start) * np.linspace(0, 1, 13)[:, None]
        cage = axis + bulge[:, None] * (aside * np.cos(turn)[:, None] + deep * np.sin(turn)[:, None])
        parts.add(tube(cage, 0.0045, WIRE_BRIGHT if k % 3 == 0 else RUSTY_STEEL, sides=5))
    rng = np.random.default_rng(12)
    for _ in range(16):
        at = middle + ahead * rng.uniform(-0.16, 0.16)
        angle = rng.uniform(0, 2 * np.pi)
        out = aside * np.cos(angle) + deep * np.sin(angle)
        tip = at + out * rng.uniform(0.03, 0.07) + ahead * rng.uniform(-0.04, 0.04)
        parts.add(tube([at, at + out * 0.02, tip], 0.0012, WIRE_BRIGHT, sides=3))


def _racked(parts: Assembly) -> None:
    """Three slings in coils on the pegs of a rack 1.0 m wide, oiled and dark, each with its tag."""
    parts.add(
        *(
            box(0.06, 0.05, 1.3, painted(0.05, 0.2, 0.4), bevel=0.008, grid=0.6).placed(x, -0.10, -0.75)
            for x in (-0.5, 0.5)
        ),
        box(1.06, 0.05, 0.08, painted(0.05, 0.2, 0.4), bevel=0.008).placed(0, -0.10, 0.45),
    )
    for x in (-0.32, 0.0, 0.32):
        parts.add(rod((x, -0.08, 0.36), (x, 0.14, 0.40), 0.018, DARK_STEEL, sides=8))
        for j in range(3):
            t = np.linspace(0, 2 * np.pi, 29)
            loop = np.stack(
                [
                    x + (0.15 + 0.008 * j) * np.sin(t),
                    np.full(29, 0.0 + 0.03 * j),
                    0.40 - 0.30 * (1 - np.cos(t)) * (1 + 0.02 * j),
                ],
                -1,
            )
            parts.add(tube(loop, SLING_R, WIRE.shade(0.45), sides=6))
        parts.add(box(0.09, 0.004, 0.13, painted(0.1, 0.4, 0.2, 0.4), bevel=0.001).placed(x, 0.10, -0.12))
        parts.sign("sling_tag_5t", 0.084, 0.12, x, 0.1032, -0.115)


# --- bars and tongs ------------------------------------------------------------------------------


def scaling_bar(parts: Assembly, length: float) -> None:
    """A scaling bar along x: octagonal, a chisel at +x, a bent claw at -x, worn bright in the middle."""
    parts.add(
        rod((-length / 2 + 0.1, 0, 0.016), (length / 2 - 0.1, 0, 0.016), 0.014, BAR_STEEL, sides=8, grid=0.5, wear=0.4)
    )
    chisel = [(0.0, -0.014), (0.10, -0.006), (0.10, 0.004), (0.0, 0.014)]
    parts.add(extrude(chisel, 0.034, BAR_STEEL).placed(p=90).placed(length / 2 - 0.105, 0.017, 0.016))
    claw = [
        (-length / 2 + 0.1, 0, 0.016),
        (-length / 2 + 0.03, 0, 0.02),
        (-length / 2, 0, 0.045),
        (-length / 2 - 0.02, 0, 0.075),
    ]
    parts.add(tube(smooth(claw, 4), np.linspace(0.014, 0.006, 13), BAR_STEEL, sides=8))
    parts.add(rod((-0.2, 0, 0.016), (0.2, 0, 0.016), 0.0146, STEEL.shade(0.8), sides=8, caps=False))


def tongs(parts: Assembly) -> None:
    """Press feeding tongs 0.5 m long lying along x: jaws at +x, sprung handles with red grips at -x."""
    for side in (-1, 1):
        arm = [
            (0.27, side * 0.016, 0.012),
            (0.20, side * 0.040, 0.012),
            (0.12, 0.0, 0.012),
            (0.0, -side * 0.028, 0.012),
            (-0.24, -side * 0.045, 0.012),
        ]
        parts.add(tube(smooth(arm, 5), 0.007, STEEL.shade(0.8), sides=8))
        parts.add(
            rod(
                (-0.24, -side * 0.045, 0.012),
                (-0.10, -side * 0.036, 0.012),
                0.0115,
                painted(0.6, 0.03, 0.025, 0.4),
                sides=10,
            )
        )
        parts.add(box(0.05, 0.012, 0.035, STEEL, bevel=0.003).placed(0.27, side * 0.018, -0.004))
    parts.add(
        lathe([(0, 0), (0.016, 0), (0.016, 0.012), (0.01, 0.018), (0, 0.018)], DARK_STEEL, sides=12).placed(
            0.12, 0, 0.008
        )
    )


def shovel(parts: Assembly) -> None:
    """A square-mouth shovel lying along x, its blade at +x."""
    parts.add(
        rod((-0.75, 0, 0.05), (0.45, 0, 0.045), 0.016, Material((0.62, 0.46, 0.28), "wood", 0.7), sides=8, grid=0.5)
    )
    x, y = np.meshgrid(np.linspace(0.42, 0.78, 7), np.linspace(-0.13, 0.13, 7))
    z = 0.03 + 0.9 * y**2 - 0.05 * (x - 0.42)
    parts.add(
        cloth(np.stack([x, y, z], -1), BAR_STEEL, two_sided=True),
        rod((0.38, 0, 0.046), (0.5, 0, 0.04), 0.021, BAR_STEEL, sides=8),
    )
    parts.add(rod((-0.75, -0.07, 0.05), (-0.75, 0.07, 0.05), 0.014, Material((0.62, 0.46, 0.28), "wood", 0.7), sides=8))
