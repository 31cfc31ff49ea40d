"""Things that stand about on sites: the barrier fence, the barrow, spills."""

from __future__ import annotations

import numpy as np
from manifold3d import Manifold

from assets.builders import PropRequest, prop
from assets.mesh import Model
from assets.modelling import (
    Assembly,
    box,
    cloth,
    lathe,
    ring,
    rod,
    shell,
    smooth,
    torus,
    tube,
    wire_panel,
)  # fmt: skip
from assets.modelling.materials import (
    BLACK_PLASTIC,
    BLUE_PAINT,
    DARK_STEEL,
    RUBBER,
    SAFETY_YELLOW,
    SOIL,
    STEEL,
    WIRE_MESH,
    Material,
)  # fmt: skip
from assets.props.barriers import barrier
from assets.props.parts.blots import blot
from assets.props.surface_marks import mark
from assets.props.trolleys import PLATFORM_STATES, platform_trolley

FENCE_W, FENCE_H = 2.0, 1.1


def fence_panel(parts: Assembly) -> None:
    """A 2 m panel of yellow frame and welded wire on two feet, a striped board at its foot."""
    for x in (-0.98, 0.98):
        parts.add(rod((x, 0, 0.02), (x, 0, FENCE_H), 0.019, SAFETY_YELLOW, sides=10, grid=0.4, wear=0.3))
        parts.add(lathe([(0.019, 0), (0.021, 0.004), (0, 0.012)], BLACK_PLASTIC, sides=10).placed(x, 0, FENCE_H))
        parts.add(box(0.06, 0.40, 0.012, DARK_STEEL, bevel=0.004).placed(x))
        parts.add(*(rod((x, side * 0.15, 0.012), (x, 0, 0.16), 0.008, DARK_STEEL, sides=6) for side in (-1, 1)))
    for z in (0.24, 1.06):
        parts.add(rod((-0.98, 0, z), (0.98, 0, z), 0.015, SAFETY_YELLOW, sides=8, grid=0.5, wear=0.3))
    parts.add(wire_panel(1.93, 0.80, WIRE_MESH.but(metal=0.6)).placed(0, 0, 0.25), to="veil")
    parts.add(box(1.93, 0.006, 0.185, SAFETY_YELLOW, bevel=0.002).placed(0, 0, 0.045))
    for turn in (0, 180):
        y = 0.0038 if turn == 0 else -0.0038
        parts.sign("hazard_stripes", 1.93, 0.163, 0, y, 0.056, turn=turn)
    for z in (0.45, 0.85):
        parts.add(box(0.035, 0.05, 0.03, STEEL, bevel=0.005).placed(1.0, 0, z))


@prop("barrier_fence")
def barrier_fence(request: PropRequest) -> Model:
    """One panel: where it belongs, turned aside about its left foot, or lying on its back. Variants: ``barriers``."""
    if request.variant not in (None, "panel"):
        return barrier(request.variant, request.state)
    panel = Assembly()
    fence_panel(panel)
    if request.state == "closed":
        return panel.model()
    parts = Assembly()
    if request.state == "open":
        turned = Assembly()
        turned.include(panel, 1.0)
        parts.include(turned, -1.0, h=60)
    else:
        parts.include(panel, 0, 0.0, 0.19, p=86, r=1.5)
    return parts.model()


@prop("hand_trolley")
def hand_trolley(request: PropRequest) -> Model:
    """A two-wheeled site barrow, loaded with sand; pushed from behind, its front to +y; or a platform trolley."""
    if request.state in PLATFORM_STATES:
        return platform_trolley(request)
    parts = Assembly()
    outer, inner = _tub(0.0), _tub(0.006)
    parts.add(shell(outer, inner, BLUE_PAINT, split=35))
    rim = [(-0.275, -0.30), (0.275, -0.30), (0.275, 0.44), (-0.275, 0.44)]
    parts.add(tube([(x, y, 0.625) for x, y in (*rim, rim[0])], 0.010, BLUE_PAINT, sides=7, wear=0.8))
    _load(parts)
    for side in (-1, 1):
        handle = [
            (side * 0.20, 0.36, 0.30),
            (side * 0.22, 0.0, 0.33),
            (side * 0.25, -0.32, 0.62),
            (side * 0.25, -0.40, 0.84),
            (side * 0.25, -0.50, 0.88),
        ]
        parts.add(tube(smooth(handle, 6), 0.015, DARK_STEEL, sides=9, wear=0.5))
        leg = [
            (side * 0.21, -0.16, 0.38),
            (side * 0.22, -0.24, 0.06),
            (side * 0.22, -0.20, 0.012),
            (side * 0.22, -0.12, 0.012),
        ]
        parts.add(tube(smooth(leg, 5), 0.012, DARK_STEEL, sides=8))
        parts.include(_wheel(), side * 0.255, 0.12, 0.20)
    parts.add(rod((-0.25, -0.46, 0.866), (0.25, -0.46, 0.866), 0.014, DARK_STEEL, sides=9))
    parts.add(rod((-0.26, 0.12, 0.20), (0.26, 0.12, 0.20), 0.014, STEEL, sides=9))
    parts.add(*(rod((x, 0.12, 0.20), (x, 0.12, 0.34), 0.012, DARK_STEEL, sides=7) for x in (-0.17, 0.17)))
    parts.sign("site_stencil", 0.34, 0.061, 0, 0.4365, 0.50, lean=-14)
    return parts.model()


def _tub(inset: float) -> Manifold:
    """The tub as a body: narrow below, wide above, its front raked."""
    low, high = 0.30 + inset, 0.63 + (0.05 if inset else 0.0)
    t = (high - 0.30) / 0.33
    foot = [(x * (0.19 - inset), y + (inset if y < 0 else -inset), low) for x in (-1, 1) for y in (-0.19, 0.30)]
    head = [
        (x * (0.19 + 0.085 * t - inset), (-0.19 - 0.11 * t + inset) if y < 0 else (0.30 + 0.14 * t - inset), high)
        for x in (-1, 1)
        for y in (-1, 1)
    ]
    return Manifold.hull_points(np.array(foot + head))


def _load(parts: Assembly) -> None:
    """A heap of wet sand with a shovel stuck in it."""
    x, y = np.meshgrid(np.linspace(-0.255, 0.255, 15), np.linspace(-0.27, 0.41, 19))
    rng = np.random.default_rng(2)
    dome = np.clip(1 - np.hypot(x / 0.30, (y - 0.07) / 0.40) ** 2, 0, 1)
    z = 0.575 + 0.15 * dome**0.8 + rng.normal(0, 0.004, x.shape)
    parts.add(cloth(np.stack([x, y, z], axis=-1), SOIL.but(colour=(1.0, 0.92, 0.76), scale=1.6)))
    parts.add(rod((0.06, 0.10, 0.66), (0.20, -0.32, 1.10), 0.016, Material((0.85, 0.74, 0.55), "wood", 0.7), sides=8))


def _wheel() -> Assembly:
    """A spoked wheel of 0.4 m with a solid tyre, its axle along x."""
    wheel = Assembly()
    parts = [
        torus(0.178, 0.024, RUBBER, sides=28, section=10),
        lathe([(0.150, -0.012), (0.158, -0.014), (0.158, 0.014), (0.150, 0.012), (0.150, -0.012)], STEEL, sides=28),
        lathe([(0, -0.035), (0.026, -0.035), (0.026, 0.035), (0, 0.035)], STEEL, sides=14),
        ring(rod((0.02, 0, 0), (0.155, 0, 0), 0.006, STEEL, sides=6), 8),
    ]
    wheel.add(*(part.placed(r=90) for part in parts))
    return wheel


@prop("decal")
def decal(request: PropRequest) -> Model:
    """A mark on the ground or a wall: a film of water, a dark wet streak on asphalt, or one of ``surface_marks``."""
    parts = Assembly()
    if request.variant not in (None, "plain") or request.state not in ("water", "oil"):
        mark(parts, request.state, request.variant)
    elif request.state == "water":
        parts.add(blot(1.0, 0.75, 0.16, 0.004, Material((0.10, 0.085, 0.07), "paint", 0.05)), to="glass")
    else:
        wet = Material((0.050, 0.050, 0.052), "asphalt", 0.10, 0.0, 0.15)
        parts.add(blot(0.45, 0.75, 0.22, 0.004, wet))
        for k, (x, y, size) in enumerate(
            ((0.62, 0.35, 0.20), (-0.66, -0.30, 0.16), (0.86, -0.2, 0.10), (-0.85, 0.30, 0.12))
        ):
            parts.add(blot(size, size * 0.8, 0.2, 0.004, wet, seed=k + 5).placed(x, y))
    return parts.model()
