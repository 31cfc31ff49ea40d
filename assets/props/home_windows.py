"""Windows that can be opened, for openings of 1.2 x 1.4 m; the room is at +y."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import Assembly, block, box, cloth, rod, rounded_box, solid, tube
from assets.modelling.materials import ALUMINIUM, BLACK_PLASTIC, STEEL, WINDOW, Material, painted

W, H, DEEP = 1.2, 1.4, 0.09
FRAME = painted(0.66, 0.67, 0.68, 0.35, 0.04)
GASKET = painted(0.03, 0.03, 0.032, 0.6, 0.02)
TAPE = Material((0.70, 0.56, 0.30), "paint", 0.35, 0.0, 0.04)
NET = Material((0.05, 0.05, 0.055), "net", 0.9, 0.0, 0.1, scale=6.0)
DIRTY_PANE = Material((0.30, 0.30, 0.26), "paint", 0.2, 0.0, 0.0)


@prop("window_unit")
def window_unit(request: PropRequest) -> Model:
    """A sliding window of two sashes; open, the left sash (seen from the room) is pushed behind the right one."""
    parts = Assembly()
    parts.add(_frame())
    opened = request.state == "open"
    for side, y in ((1, 0.016), (-1, -0.016)):
        x = side * (W / 4 - 0.012)
        if opened and side > 0:
            x = -W / 4 + 0.10
        _sash(parts, x, y)
    _latch(parts, -0.02 if opened else 0.0)
    _insect_net(parts, opened)
    if request.variant == "taped":
        _tape(parts)
    if request.variant == "barred":
        parts.add(_bars())
    return parts.model()


def _frame() -> Mesh:
    """The outer frame with its two rails."""
    ring = block(W, DEEP, H) - block(W - 0.07, 1, H - 0.07, 0, 0, 0.035)
    rails = [box(W - 0.07, 0.006, 0.012, ALUMINIUM, bevel=0.001).placed(0, y, 0.035) for y in (-0.032, 0.0, 0.032)]
    return joined([solid(ring, FRAME), *rails])


def _sash(parts: Assembly, x: float, y: float) -> None:
    w, h = W / 2 + 0.01, H - 0.08
    ring = block(w, 0.026, h, 0, 0, 0.04) - block(w - 0.09, 1, h - 0.09, 0, 0, 0.085)
    seal = block(w - 0.088, 0.014, h - 0.088, 0, 0, 0.084) - block(w - 0.104, 1, h - 0.104, 0, 0, 0.092)
    parts.add(solid(ring, FRAME).placed(x, y), solid(seal, GASKET).placed(x, y))
    parts.add(box(w - 0.1, 0.005, h - 0.1, WINDOW, bevel=0.001, grid=2).placed(x, y, 0.09), to="glass")


def _latch(parts: Assembly, shift: float) -> None:
    parts.add(
        rounded_box(0.018, 0.020, 0.11, BLACK_PLASTIC, radius=0.006, segments=8).placed(0.0 + shift, 0.038, 0.62),
        rod((shift, 0.05, 0.66), (shift - 0.03, 0.052, 0.70), 0.006, STEEL, sides=6),
    )


def _insect_net(parts: Assembly, opened: bool) -> None:
    """The net sash outside, drawn over the open half when the window is open."""
    x, w, h = (W / 4 if opened else -W / 4), W / 2 - 0.02, H - 0.08
    ring = block(w, 0.014, h, 0, 0, 0.04) - block(w - 0.05, 1, h - 0.05, 0, 0, 0.065)
    parts.add(solid(ring, FRAME).placed(x, -0.042))
    gx, gz = np.meshgrid(np.linspace(w / 2 - 0.02, -w / 2 + 0.02, 4), np.linspace(0.06, h + 0.02, 6))
    parts.add(cloth(np.stack([gx, np.zeros_like(gx), gz], -1), NET).placed(x, -0.042), to="veil")


def _tape(parts: Assembly) -> None:
    """Brown draught tape over every joint, its ends curling; condensation has left the panes dull."""
    front = DEEP / 2 + 0.0018
    for x in (-W / 2 + 0.035, 0.0, W / 2 - 0.035):
        parts.add(
            box(0.075, 0.002, H - 0.02, TAPE, bevel=0.0005, grid=0.5).placed(x, front if x else 0.0475, 0.01, r=0.4)
        )
    for z in (0.012, H - 0.085):
        parts.add(box(W - 0.01, 0.002, 0.075, TAPE.shade(0.9), bevel=0.0005, grid=0.5).placed(0, front + 0.002, z))
    curl = [(0, 0, 0), (0.0, 0.012, -0.03), (0.0, 0.035, -0.045), (0.0, 0.045, -0.03)]
    outline = np.array([(-1, -0.02), (1, -0.02), (1, 0.02), (-1, 0.02)])
    parts.add(
        tube(curl, 0.036, TAPE, outline=outline).placed(-W / 2 + 0.04, front, 0.05),
        tube(curl, 0.036, TAPE, outline=outline).placed(0.35, front + 0.002, 0.03, h=0, r=90),
    )
    for x in (-W / 4, W / 4):
        parts.add(
            box(W / 2 - 0.12, 0.002, 0.34, DIRTY_PANE, bevel=0.0005, grid=2).placed(x, 0.030 if x > 0 else 0.0, 0.10),
            to="glass",
        )


def _bars() -> Mesh:
    """Burglar bars outside: a welded cage 0.3 m deep."""
    paint = painted(0.46, 0.48, 0.48, 0.5, 0.2)
    bars = [
        rod((x, -0.36, 0.02), (x, -0.36, H - 0.02), 0.008, paint, sides=6)
        for x in np.linspace(-W / 2 + 0.02, W / 2 - 0.02, 10)
    ]
    for z in (0.02, 0.48, 0.94, H - 0.02):
        line = [
            (-W / 2 + 0.02, -0.05, z),
            (-W / 2 + 0.02, -0.36, z),
            (W / 2 - 0.02, -0.36, z),
            (W / 2 - 0.02, -0.05, z),
        ]
        bars.append(tube(line, 0.010, paint, sides=6))
    for y in (-0.15, -0.26):
        bars += [rod((x, y, 0.02), (x, y, H - 0.02), 0.008, paint, sides=6) for x in (-W / 2 + 0.02, W / 2 - 0.02)]
    return joined(bars)
