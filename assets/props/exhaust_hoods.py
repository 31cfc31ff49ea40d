"""Exhaust hoods: at a bench, on a swing arm, over a vent, over a kitchen range; running, off, swung away, greasy."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import (
    Assembly,
    Material,
    ball,
    box,
    cloth,
    lathe,
    painted,
    pitched,
    plastic,
    rod,
    smooth,
    torus,
    tube,
)
from assets.modelling.loft import loft
from assets.modelling.materials import BLACK_PLASTIC, RED_PAINT, STEEL
from assets.modelling.solids import solid
from assets.props.parts.kitchen_parts import KITCHEN_STEEL
from assets.props.parts.pipework import SATIN

ZINC = Material((0.66, 0.67, 0.68), "galvanised", 0.42, 0.6, 0.05)
HOOD_BLUE = painted(0.10, 0.25, 0.42, 0.42, 0.05)
PAPER = Material((0.86, 0.30, 0.10), "paint", 0.9, 0.0, 0.0)
GREASE = Material((0.30, 0.15, 0.04), "grease", 0.12, 0.0, 0.35)
GREASE_DARK = Material((0.10, 0.045, 0.012), "grease", 0.16, 0.0, 0.35)
LIT, DARK = plastic(0.1, 0.95, 0.3), plastic(0.06, 0.07, 0.06)


@prop("exhaust_hood")
def exhaust_hood(request: PropRequest) -> Model:
    """By variant ``bench`` (slot hood at the back of a bench), ``arm``, ``vent``, ``kitchen`` (2 m, over a range)."""
    parts = Assembly()
    running = request.state in ("on", "greasy")
    if request.variant == "kitchen":
        _kitchen(parts, greasy=request.state == "greasy", running=running)
    elif request.variant == "arm":
        _arm(parts, swung_away=request.state == "swung_away", running=request.state == "on")
    elif request.variant == "vent":
        _vent(parts, running)
    else:
        _bench(parts, running)
    return parts.model()


def _rectangle(w: float, d: float, z: float, y: float = 0.0) -> np.ndarray:
    return np.array([(w / 2, y + d / 2, z), (-w / 2, y + d / 2, z), (-w / 2, y - d / 2, z), (w / 2, y - d / 2, z)])


def _canopy(w: float, d: float, low: float, high: float, neck: float, material: Material, y: float = 0.0) -> Mesh:
    """A hollow pyramid hood open below, from ``w`` x ``d`` at ``low`` to a square neck at ``high``."""
    outer = loft([_rectangle(w, d, low), _rectangle(w, d, low + 0.05), _rectangle(neck, neck, high, y)])
    inner = loft(
        [
            _rectangle(w - 0.02, d - 0.02, low - 0.01),
            _rectangle(w - 0.02, d - 0.02, low + 0.05),
            _rectangle(neck - 0.02, neck - 0.02, high - 0.01, y),
        ]
    )
    return solid(outer - inner, material, split=25, grid=0.4)


def _damper(parts: Assembly, x: float, y: float, z: float, *, is_open: bool) -> None:
    """A damper's handle on its quadrant at the front of a duct: along it open, across it shut."""
    parts.add(
        box(0.012, 0.008, 0.11, HOOD_BLUE.shade(0.6), bevel=0.002).placed(x - 0.06, y, z - 0.05),
        pitched(lathe([(0, 0), (0.022, 0), (0.022, 0.012), (0, 0.014)], STEEL, sides=14), (0, 1, 0)).placed(x, y, z),
    )
    handle = joined(
        [
            box(0.016, 0.010, 0.12, STEEL, bevel=0.003).placed(0, 0, 0),
            box(0.022, 0.016, 0.05, RED_PAINT, bevel=0.004).placed(0, 0, 0.09),
        ]
    )
    parts.add(handle.placed(r=0 if is_open else 90).placed(x, y + 0.016, z))


def _paper_flag(parts: Assembly, x: float, y: float, z: float, *, drawn: bool) -> None:
    """A strip of paper taped to the lip: it hangs still, or is drawn inward and up."""
    t = np.linspace(0, 1, 8)
    if drawn:
        line = np.column_stack([np.full(8, 0.0), -0.15 * t, 0.02 * np.sin(t * 7) + 0.05 * t**2])
    else:
        line = np.column_stack([np.full(8, 0.0), 0.004 * np.sin(t * 3), -0.16 * t])
    strip = np.stack([line + (dx, 0, 0) for dx in (0.018, -0.018)], axis=1) + (x, y, z)
    parts.add(cloth(strip, PAPER, two_sided=True))


def _bench(parts: Assembly, running: bool) -> None:
    """A hood over the back of a bench: canopy to the front, round duct up, damper, paper flag, switch with its lamp."""
    parts.add(_canopy(1.0, 0.6, 0.0, 0.42, 0.22, ZINC, y=-0.10))
    parts.add(
        lathe([(0, 0.42), (0.10, 0.42), (0.10, 1.70), (0, 1.70)], ZINC, sides=20).placed(0, -0.10),
        *(
            lathe([(0.10, z), (0.113, z), (0.113, z + 0.03), (0.10, z + 0.03)], ZINC, sides=20).placed(0, -0.10)
            for z in (0.5, 1.1)
        ),
    )
    parts.add(
        box(1.02, 0.012, 0.03, HOOD_BLUE, bevel=0.003, grid=0.5).placed(0, 0.302, 0.0),
        *(box(0.012, 0.6, 0.03, HOOD_BLUE, bevel=0.003, grid=0.5).placed(x, 0, 0.0) for x in (-0.505, 0.505)),
    )
    _damper(parts, 0.0, 0.005, 0.72, is_open=running)
    _paper_flag(parts, -0.25, 0.305, 0.004, drawn=running)
    parts.add(
        box(0.09, 0.05, 0.13, painted(0.5, 0.52, 0.53, 0.4, 0.04), bevel=0.008).placed(0.36, 0.17, 0.14),
        box(0.012, 0.02, 0.03, BLACK_PLASTIC, bevel=0.003).placed(p=20 if running else -20).placed(0.36, 0.20, 0.18),
    )
    lamp = pitched(
        lathe([(0, 0), (0.014, 0), (0.012, 0.010), (0, 0.012)], LIT if running else DARK, sides=12), (0, 1, 0)
    )
    parts.add(lamp.placed(0.36, 0.195, 0.245), to="glow" if running else "opaque")
    parts.add(*(rod((x, -0.28, 0.02), (x, -0.42, 0.55), 0.012, STEEL, sides=6) for x in (-0.4, 0.4)))


def _arm(parts: Assembly, *, swung_away: bool, running: bool) -> None:
    """A suction arm on its wall bracket (at y -0.45): hose, joints, hood over the work or turned to the wall."""
    one = Assembly()
    reach = (
        [(0, 0, 0.75), (0, 0.28, 0.82), (0, 0.62, 0.62), (0, 0.86, 0.28)]
        if not swung_away
        else [(0, 0, 0.75), (0, 0.22, 0.95), (0, 0.50, 1.05), (0, 0.74, 0.98)]
    )
    line = smooth(reach, 8)
    ribs = 0.075 + 0.004 * (np.arange(len(line) * 2) % 2)
    fine = np.column_stack(
        [np.interp(np.linspace(0, len(line) - 1, len(line) * 2), np.arange(len(line)), line[:, k]) for k in range(3)]
    )
    one.add(tube(fine, ribs, BLACK_PLASTIC, sides=14, split=25))
    tip, before = line[-1], line[-2]
    out = (tip - before) / np.linalg.norm(tip - before)
    hood = lathe(
        [(0.08, 0), (0.09, 0), (0.09, 0.04), (0.18, 0.16), (0.17, 0.16), (0.08, 0.05), (0.08, 0)],
        HOOD_BLUE,
        sides=22,
        split=35,
    )
    one.add(
        pitched(hood, tuple(out)).placed(*tip),
        pitched(torus(0.175, 0.008, HOOD_BLUE, sides=22, section=5), tuple(out)).placed(*(tip + out * 0.16)),
    )
    one.add(
        rod(reach[0], reach[1], 0.012, STEEL, sides=6),
        rod((0.09, *reach[1][1:]), (0.09, *reach[2][1:]), 0.010, STEEL, sides=6),
    )
    parts.include(one, 0, -0.38, 0, h=-62 if swung_away else 0)
    parts.add(
        box(0.18, 0.06, 0.36, HOOD_BLUE, bevel=0.01).placed(0, -0.42, 0.56),
        lathe([(0, 0), (0.085, 0), (0.085, 0.55), (0, 0.55)], ZINC, sides=18).placed(0, -0.38, 0.78),
    )
    _damper(parts, 0.0, -0.29, 1.12, is_open=running)


def _vent(parts: Assembly, running: bool) -> None:
    """A small capture hood over a condenser's vent, its flexible duct up and to the back."""
    parts.add(_canopy(0.55, 0.45, 0.0, 0.28, 0.16, KITCHEN_STEEL))
    line = smooth([(0, 0, 0.27), (0, 0, 0.45), (0, -0.12, 0.68), (0, -0.35, 0.8), (0, -0.6, 0.82)], 8)
    ribs = 0.07 + 0.004 * (np.arange(len(line)) % 2)
    parts.add(tube(line, ribs, ZINC, sides=14, split=25))
    _damper(parts, 0.0, 0.075, 0.40, is_open=running)
    _paper_flag(parts, -0.12, 0.23, 0.004, drawn=running)
    parts.add(
        rod((0.2, -0.12, -0.55), (0.2, -0.12, -0.12), 0.03, SATIN, sides=12),
        rod((0.2, -0.12, -0.12), (0.05, -0.02, 0.02), 0.022, SATIN, sides=10),
    )


def _kitchen(parts: Assembly, *, greasy: bool, running: bool) -> None:
    """A stainless hood 2 m wide: sloping canopy, baffle filters, gutter with its cup, lamps, grease."""
    steel = KITCHEN_STEEL
    outer = loft([_rectangle(2.0, 1.0, 0.0), _rectangle(2.0, 1.0, 0.10), _rectangle(1.9, 0.62, 0.52, -0.19)])
    inner = loft([_rectangle(1.97, 0.97, -0.01), _rectangle(1.97, 0.97, 0.10), _rectangle(1.87, 0.59, 0.50, -0.19)])
    parts.add(solid(outer - inner, steel, split=25, grid=0.35))
    baffle = Material((0.40, 0.28, 0.14), "grease", 0.2, 0.3, 0.3) if greasy else SATIN.but(bump=0.05)
    for k in range(4):
        x = -0.72 + 0.48 * k
        parts.add(box(0.45, 0.02, 0.5, baffle, bevel=0.004, grid=0.3).placed(p=42).placed(x, 0.12, 0.03))
        parts.add(
            *(
                box(0.02, 0.022, 0.46, baffle.shade(0.6), bevel=0.003).placed(p=42).placed(x + dx, 0.134, 0.045)
                for dx in np.linspace(-0.19, 0.19, 6)
            )
        )
        parts.add(
            *(
                torus(0.03, 0.005, STEEL, sides=10, section=4).placed(p=132).placed(x + dx, 0.125, 0.09)
                for dx in (-0.12, 0.12)
            )
        )
    parts.add(
        box(1.96, 0.07, 0.035, steel, bevel=0.005, grid=0.5).placed(0, 0.12, -0.005),
        lathe([(0, 0), (0.05, 0), (0.055, 0.09), (0, 0.09)], steel, sides=14).placed(0.88, 0.12, -0.09),
    )
    for x in (-0.55, 0.55):
        parts.add(
            box(0.30, 0.14, 0.03, plastic(1.0, 0.9, 0.7) if running else plastic(0.5, 0.5, 0.46), bevel=0.01).placed(
                x, 0.26, 0.26
            ),
            to="glow" if running else "opaque",
        )
    parts.add(box(0.5, 0.4, 0.35, ZINC, bevel=0.006, grid=0.4).placed(0, -0.2, 0.50))
    if greasy:
        _drips(parts)


def _drips(parts: Assembly) -> None:
    """Brown runs down the filters, beads along the front lip and the gutter, a film on the inside."""
    rng = np.random.default_rng(7)
    for _ in range(34):
        x, length = rng.uniform(-0.92, 0.92), rng.uniform(0.06, 0.24)
        top = rng.uniform(0.12, 0.34)
        length = min(length, top - 0.05)
        bend = np.tan(np.radians(42))
        line = [
            (x + 0.004 * np.sin(9 * t), 0.148 - (top - t * length - 0.03) * bend, top - t * length)
            for t in np.linspace(0, 1, 5)
        ]
        parts.add(
            tube(line, [0.004, 0.007, 0.008, 0.010, 0.006], GREASE if rng.random() < 0.6 else GREASE_DARK, sides=5)
        )
    for k in range(26):
        x = rng.uniform(-0.97, 0.97)
        y, z = (0.495, -0.002) if k < 15 else (0.15, -0.012)
        drop = lathe([(0, -0.030), (0.006, -0.022), (0.005, -0.010), (0.003, 0.004), (0, 0.006)], GREASE_DARK, sides=7)
        parts.add(drop.placed(x, y, z, scale=rng.uniform(0.7, 1.6)))
    for _ in range(14):
        x = rng.uniform(-0.95, 0.95)
        run = [(x, 0.503, 0.085), (x + 0.006, 0.503, 0.05), (x, 0.503, rng.uniform(-0.0, 0.03))]
        parts.add(tube(run, [0.003, 0.006, 0.008], GREASE, sides=5))
    parts.add(
        ball(0.03, GREASE_DARK, sides=8).placed(0.88, 0.12, 0.0),
        box(1.90, 0.05, 0.01, GREASE_DARK, bevel=0.003, grid=0.5).placed(0, 0.125, 0.024),
    )
