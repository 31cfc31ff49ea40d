"""Platform trolleys: with parts in boxes, or with spare mooring lines and its wheels chocked."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest
from assets.mesh import Model
from assets.modelling import Assembly, Material, box, extrude, lathe, rod, rounded_box, smooth, tube
from assets.modelling.materials import BLUE_PAINT, DARK_STEEL, GREY_PLASTIC, RUBBER, SAFETY_YELLOW, STEEL, plastic

PLATFORM_STATES = ("parts", "empty", "lines")
ROPE = Material((0.75, 0.68, 0.48), "rope", 0.9, 0.0, 0.7, scale=5.0)
HANDLE_Y = -0.46


def platform_trolley(request: PropRequest) -> Model:
    """A flat trolley 0.6 x 1.0 m with a push bow at -y: with boxes of ``parts``, ``empty``, or with ``lines``."""
    parts = Assembly()
    parts.add(box(0.58, 0.96, 0.04, BLUE_PAINT, bevel=0.012, grid=0.5, wear=0.8).placed(0, 0, 0.17))
    parts.add(box(0.52, 0.90, 0.008, RUBBER.shade(1.6), bevel=0.002, grid=0.5).placed(0, 0, 0.208))
    bow = [
        (-0.25, HANDLE_Y, 0.19),
        (-0.25, HANDLE_Y - 0.02, 0.85),
        (-0.17, HANDLE_Y - 0.02, 0.93),
        (0.17, HANDLE_Y - 0.02, 0.93),
        (0.25, HANDLE_Y - 0.02, 0.85),
        (0.25, HANDLE_Y, 0.19),
    ]
    parts.add(
        tube(smooth(bow, 4), 0.016, STEEL, sides=8),
        rod((-0.25, HANDLE_Y - 0.01, 0.55), (0.25, HANDLE_Y - 0.01, 0.55), 0.012, STEEL, sides=7),
    )
    wheel = lathe(
        [(0, -0.02), (0.045, -0.022), (0.07, -0.02), (0.075, 0), (0.07, 0.02), (0.045, 0.022), (0, 0.02)],
        RUBBER.shade(2),
        sides=16,
    ).placed(r=90)
    for x in (-0.22, 0.22):
        for y in (-0.36, 0.36):
            parts.add(wheel.placed(x, y, 0.075), box(0.06, 0.09, 0.06, DARK_STEEL, bevel=0.006).placed(x, y, 0.11))
    if request.state == "lines":
        _lines(parts)
    elif request.state == "parts":
        _boxes(parts)
    return parts.model()


def _boxes(parts: Assembly) -> None:
    colours = (plastic(0.04, 0.12, 0.40), GREY_PLASTIC, plastic(0.45, 0.30, 0.02))
    for k, (x, y, z) in enumerate(
        ((-0.13, 0.22, 0), (0.13, 0.22, 0), (0, -0.18, 0), (-0.12, 0.2, 0.17), (0.02, -0.16, 0.17))
    ):
        tray = Assembly()
        tray.add(
            rounded_box(0.25, 0.38, 0.155, colours[k % 3], radius=0.02, segments=8),
            box(0.27, 0.40, 0.02, colours[k % 3].shade(0.8), bevel=0.006).placed(z=0.135),
        )
        parts.include(tray, x, y, 0.216 + z, h=90 if k in (2, 4) else 0)


def _lines(parts: Assembly) -> None:
    """Two coils of mooring line, a wedge before and behind a wheel."""
    for x, y, z, turns in ((0, 0.2, 0.24, 4), (0.02, -0.2, 0.24, 3)):
        t = np.linspace(0, 2 * np.pi * turns, 20 * turns)
        parts.add(
            tube(
                np.column_stack(
                    [x + (0.21 - 0.004 * t) * np.cos(t), y + (0.21 - 0.004 * t) * np.sin(t), z + 0.012 * t]
                ),
                0.028,
                ROPE,
                sides=7,
            )
        )
    wedge = extrude([(0, 0), (0.14, 0), (0.0, 0.08)], 0.09, SAFETY_YELLOW).placed(p=90, h=90)
    parts.add(wedge.placed(0.175, 0.44, 0), wedge.placed(h=180).placed(0.265, 0.28, 0))
