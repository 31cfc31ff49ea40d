"""The bridge saw for stone slabs, cutting wet or dry."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import Assembly, Material, box, cloth, extrude, lathe, painted, plastic, ring, rod, smooth, tube
from assets.modelling.materials import DARK_STEEL, ORANGE_PAINT, STEEL, WINDOW
from assets.props.parts.blots import drift
from assets.props.parts.controls import LIT_GREEN, UNLIT, mushroom, push_button
from assets.props.parts.drives import motor
from assets.props.parts.machine_paints import BRIGHT_STEEL, MACHINE_BLUE, MACHINE_GREY

QUARTZ = Material((0.72, 0.70, 0.66), "plaster", 0.35, 0.0, 0.1, scale=0.6)
STONE_DUST = Material((0.92, 0.91, 0.88), "plaster", 0.95, 0.0, 0.4, scale=2.0)
MILKY = WINDOW.coloured(0.62, 0.63, 0.60)
HOSE = plastic(0.04, 0.36, 0.16, 0.4)
TABLE = 0.82


@prop("stone_saw")
def stone_saw(request: PropRequest) -> Model:
    """A bridge saw worked from -y: ``wet`` with water on the blade and milky film; ``dry`` with its hose
    unplugged on the floor and white dust on everything; ``stopped`` clean."""
    wet, dry = request.state == "wet", request.state == "dry"
    parts = Assembly()
    _saw_frame(parts)
    _saw_table(parts)
    _saw_head(parts, running=wet or dry)
    _water(parts, wet=wet, dry=dry)
    if dry:
        _dust_on_saw(parts)
    return parts.model()


def _saw_frame(parts: Assembly) -> None:
    """Two portals with the bridge beam between them, hand wheel, control box."""
    for x in (-1.0, 1.0):
        parts.add(box(0.14, 1.5, 0.14, MACHINE_BLUE, bevel=0.012, grid=0.5, wear=0.4).placed(x, 0, 1.06))
        parts.add(
            *(box(0.12, 0.14, 1.06, MACHINE_BLUE, bevel=0.012, grid=0.5, wear=0.4).placed(x, y) for y in (-0.6, 0.6))
        )
        parts.add(*(box(0.22, 0.24, 0.02, DARK_STEEL, bevel=0.004).placed(x, y) for y in (-0.6, 0.6)))
        parts.add(box(0.05, 1.46, 0.04, BRIGHT_STEEL, bevel=0.004, grid=0.6).placed(x, 0, 1.20))
        parts.add(box(0.24, 0.34, 0.12, MACHINE_BLUE.shade(1.5), bevel=0.015).placed(x, 0.05, 1.24))
    parts.add(box(2.1, 0.20, 0.24, MACHINE_BLUE.shade(1.5), bevel=0.015, grid=0.5).placed(0, 0.05, 1.28))
    parts.add(*(box(2.0, 0.03, 0.03, BRIGHT_STEEL, bevel=0.003, grid=0.6).placed(0, -0.065, z) for z in (1.31, 1.46)))
    parts.add(box(0.30, 0.16, 0.42, MACHINE_GREY, bevel=0.012).placed(1.0, -0.78, 0.80))
    for k, lit in enumerate((True, False, False)):
        push_button(parts, 0.93 + 0.07 * k, -0.86, 1.10, LIT_GREEN if lit else UNLIT, lit=lit)
    stop = Assembly()
    mushroom(stop, 0, 0, 0)
    parts.include(stop, 1.0, -0.862, 0.96, h=180)


def _saw_table(parts: Assembly) -> None:
    """The table with a slab half cut through, its drain trough."""
    parts.add(box(1.7, 1.3, 0.10, DARK_STEEL, bevel=0.012, grid=0.4, wear=0.5).placed(0, 0, TABLE - 0.10))
    parts.add(
        *(
            box(0.10, 0.10, TABLE - 0.1, DARK_STEEL, bevel=0.01, grid=0.5).placed(x, y)
            for x in (-0.7, 0.7)
            for y in (-0.5, 0.5)
        )
    )
    parts.add(box(1.5, 0.05, 0.10, DARK_STEEL, bevel=0.008).placed(0, -0.5, 0.2))
    parts.add(
        box(0.66, 1.05, 0.03, QUARTZ, bevel=0.003, grid=0.3).placed(-0.345, 0.0, TABLE),
        box(0.60, 1.05, 0.03, QUARTZ, bevel=0.003, grid=0.3).placed(0.31, 0.0, TABLE),
    )
    parts.add(box(0.012, 0.42, 0.03, QUARTZ, bevel=0.001).placed(-0.006, 0.31, TABLE))
    parts.add(box(1.8, 0.12, 0.14, painted(0.3, 0.33, 0.35), bevel=0.01, grid=0.5).placed(0, -0.70, TABLE - 0.2))


def _saw_head(parts: Assembly, *, running: bool) -> None:
    """Motor, blade in its hood, carriage; the blade dips through the slab at x = 0."""
    parts.add(
        box(0.34, 0.20, 0.34, MACHINE_GREY, bevel=0.015).placed(0.16, -0.16, 1.24),
        motor(0.42, 0.13, MACHINE_GREY).placed(h=180).placed(0.36, -0.26, 0.96),
    )
    blade = lathe(
        [
            (0, -0.002),
            (0.24, -0.002),
            (0.245, -0.004),
            (0.255, -0.004),
            (0.255, 0.004),
            (0.245, 0.004),
            (0.24, 0.002),
            (0, 0.002),
        ],
        BRIGHT_STEEL,
        sides=40,
    )
    slots = ring(box(0.03, 0.012, 0.006, DARK_STEEL.shade(0.5), bevel=0.001).placed(0.235, 0, -0.003), 20)
    core = lathe([(0, -0.02), (0.05, -0.02), (0.05, 0.02), (0, 0.02)], DARK_STEEL, sides=16)
    parts.add(joined([blade, slots, core]).placed(r=90).placed(0, -0.26, 1.06))
    hood = [(-0.30, 0.0), (-0.30, 0.10), (-0.20, 0.24), (0.0, 0.30), (0.20, 0.24), (0.30, 0.10), (0.30, 0.0)]
    shell_ = extrude(hood, 0.05, ORANGE_PAINT, wear=0.6).placed(p=90, h=90)
    parts.add(shell_.placed(-0.035, -0.26, 1.06))
    if running:
        parts.sign("当心机械伤人", 0.12, 0.15, 0.0155, -0.26, 1.13, turn=-90)


def _water(parts: Assembly, *, wet: bool, dry: bool) -> None:
    """The green hose: plugged in with a milky film and drops, or lying unplugged on the floor."""
    inlet = (0.03, -0.10, 1.34)
    parts.add(rod((0.03, -0.14, 1.26), inlet, 0.012, STEEL, sides=8))
    if not dry:
        run = [
            inlet,
            (0.05, 0.0, 1.6),
            (0.4, 0.15, 1.62),
            (0.95, 0.2, 1.50),
            (1.08, 0.4, 1.0),
            (1.12, 0.62, 0.3),
            (1.2, 0.8, 0.015),
        ]
        parts.add(tube(smooth(run, 6), 0.013, HOSE, sides=7))
    if dry:
        run = [
            (0.18, -0.98, 0.014),
            (0.55, -0.92, 0.014),
            (0.75, -0.70, 0.014),
            (1.05, -0.35, 0.014),
            (1.12, 0.2, 0.014),
            (1.15, 0.78, 0.014),
        ]
        parts.add(
            tube(smooth(run, 6), 0.013, HOSE, sides=7),
            rod((0.18, -0.98, 0.014), (0.10, -1.0, 0.014), 0.016, STEEL, sides=8),
        )
    if wet:
        parts.add(
            _film(0.62, 0.50, 3).placed(0, -0.1, TABLE + 0.031),
            _film(0.5, 0.28, 4).placed(0.1, -0.86, 0.004),
            to="glass",
        )
        rng = np.random.default_rng(7)
        for _ in range(46):
            t = rng.uniform(0.2, 1.0)
            at = (rng.normal(0, 0.06), -0.5 - 0.35 * t, TABLE + 0.10 + 0.22 * t * (1 - t) * 4 * rng.uniform(0.4, 1))
            drop = lathe([(0, -0.012), (0.006, 0), (0, 0.010)], MILKY.coloured(0.85, 0.86, 0.84), sides=5, split=80)
            parts.add(drop.placed(*at), to="glass")
        for x in (-0.7, -0.2, 0.35, 0.72):
            parts.add(
                tube(
                    smooth([(x, -0.655, TABLE - 0.02), (x + 0.01, -0.665, TABLE - 0.2), (x, -0.66, TABLE - 0.34)], 3),
                    0.010,
                    MILKY,
                    sides=5,
                ),
                to="glass",
            )


def _film(a: float, b: float, seed: int) -> Mesh:
    rng = np.random.default_rng(seed)
    angle = np.linspace(0, 2 * np.pi, 37)
    waves = sum(rng.uniform(-0.1, 0.1) * np.sin(k * angle + rng.uniform(0, 6)) for k in range(2, 7))
    edge = 1 + waves
    share = np.linspace(1, 0, 4)[:, None]
    return cloth(
        np.stack(
            [a * share * edge * np.cos(angle), b * share * edge * np.sin(angle), np.full((4, 37), 0.002)], axis=-1
        ),
        MILKY,
    )


def _dust_on_saw(parts: Assembly) -> None:
    """White dust: a skin on table, beam and carriages, drifts under the table and along the cut."""
    layers = (
        (0, 0.05, 1.521, 2.0, 0.17),
        (0, -0.45, TABLE + 0.031, 1.2, 0.12),
        (-0.36, 0.2, TABLE + 0.031, 0.5, 0.5),
        (0.34, 0.15, TABLE + 0.031, 0.45, 0.55),
        (0, -0.70, TABLE - 0.06, 1.7, 0.10),
        (1.0, 0.05, 1.361, 0.2, 0.3),
        (-1.0, 0.05, 1.361, 0.2, 0.3),
    )
    for k, (x, y, z, w, d) in enumerate(layers):
        u, v = np.meshgrid(np.linspace(-1, 1, 9), np.linspace(-1, 1, 6))
        high = 0.012 * (1 - u**4) * (1 - v**4) * (1 + 0.5 * np.sin(5 * u + k) * np.cos(4 * v))
        parts.add(cloth(np.stack([u * w / 2, v * d / 2, high], axis=-1), STONE_DUST).placed(x, y, z))
    for k, (x, y, a, b, high) in enumerate(
        ((0.0, -0.60, 0.75, 0.42, 0.09), (-0.3, 0.2, 0.5, 0.5, 0.05), (0.4, 0.3, 0.4, 0.4, 0.06))
    ):
        parts.add(drift(a, b, high, STONE_DUST, k).placed(x, y, 0))
