"""The bag collector of a dust extraction: on legs over its ash bin, vented or not."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import Assembly, Material, box, cloth, lathe, painted, rod, smooth, tube
from assets.modelling.materials import BLACK_PLASTIC, BLUE_PAINT, DARK_STEEL, RED_PAINT, STEEL
from assets.props.ducts import DUCT
from assets.props.parts.controls import LIT_GREEN, UNLIT, push_button
from assets.props.parts.drives import motor
from assets.props.parts.machine_paints import MACHINE_CREAM
from assets.props.parts.pipework import handwheel
from assets.props.parts.railings import railing

COLLECTOR = painted(0.30, 0.40, 0.46, 0.45, 0.3)


@prop("dust_collector")
def dust_collector(request: PropRequest) -> Model:
    """A bag collector 2 x 2 x 4 m on legs over its ash bin; ``ok`` with a vent panel and an isolation valve,
    ``indoor_no_vent`` with a blank wall where the panel should be and a plain inlet."""
    vented = request.state == "ok"
    parts = Assembly()
    for x in (-0.82, 0.82):
        parts.add(*(box(0.14, 0.14, 1.75, DARK_STEEL, bevel=0.01, grid=0.6).placed(x, y) for y in (-0.62, 0.62)))
        parts.add(*(box(0.28, 0.28, 0.02, DARK_STEEL, bevel=0.004).placed(x, y) for y in (-0.62, 0.62)))
    parts.add(box(1.8, 1.4, 1.60, COLLECTOR, bevel=0.02, grid=0.5, wear=0.3).placed(0, 0, 1.70))
    parts.add(_hopper())
    for z in (1.72, 2.25, 2.78, 3.24):
        parts.add(
            *(
                box(1.84, 0.05, 0.06, COLLECTOR.shade(0.85), bevel=0.006, grid=0.6).placed(0, y, z)
                for y in (-0.71, 0.71)
            )
        )
        parts.add(
            *(
                box(0.05, 1.40, 0.06, COLLECTOR.shade(0.85), bevel=0.006, grid=0.6).placed(x, 0, z)
                for x in (-0.91, 0.91)
            )
        )
    _front(parts, vented)
    _top(parts)
    _inlet(parts, vented)
    _ash(parts)
    return parts.model()


def _hopper() -> Mesh:
    """The square hopper under the body, with its slide gate."""
    rings = [(0.87, 0.67, 1.70), (0.16, 0.16, 0.86), (0.16, 0.16, 0.70)]
    corners = [(1, 1), (-1, 1), (-1, -1), (1, -1), (1, 1)]
    points = np.array([[(x * a, y * b, z) for x, y in corners] for a, b, z in rings])
    gate = box(0.46, 0.40, 0.05, DARK_STEEL, bevel=0.006).placed(0, 0.03, 0.80)
    return joined([cloth(points[::-1, ::-1][::-1], COLLECTOR.shade(0.95), split=20, two_sided=True), gate])


def _front(parts: Assembly, vented: bool) -> None:
    if vented:
        parts.add(
            box(1.02, 0.03, 0.82, RED_PAINT, bevel=0.008).placed(-0.22, 0.71, 2.34),
            box(0.90, 0.02, 0.70, DUCT.shade(0.9), bevel=0.03, grid=0.3).placed(-0.22, 0.728, 2.40),
        )
        bolts = [(x, z) for x in np.linspace(-0.70, 0.26, 7) for z in (2.365, 3.135)] + [
            (x, z) for x in (-0.70, 0.26) for z in np.linspace(2.5, 3.0, 4)
        ]
        parts.add(
            *(
                lathe([(0, 0), (0.012, 0), (0.012, 0.01), (0, 0.01)], STEEL, sides=6).placed(p=-90).placed(x, 0.725, z)
                for x, z in bolts
            )
        )
        parts.sign("vent_panel", 0.60, 0.225, -0.22, 0.7395, 2.64)
    parts.add(box(0.42, 0.10, 0.56, MACHINE_CREAM, bevel=0.012).placed(0.62, 0.75, 1.95 if vented else 1.95))
    for k, lit in enumerate((True, False)):
        push_button(parts, 0.55 + 0.12 * k, 0.80, 2.36, LIT_GREEN if lit else UNLIT, lit=lit)
    parts.sign("collector_label", 0.30, 0.20, 0.62, 0.8015, 2.06)
    parts.add(
        lathe([(0, 0), (0.05, 0), (0.05, 0.03), (0, 0.03)], STEEL, sides=16).placed(p=-90).placed(0.62, 0.71, 2.72)
    )
    parts.sign("pressure_dial", 0.085, 0.085, 0.62, 0.7415, 2.68)


def _top(parts: Assembly) -> None:
    """Pulse-jet header with its valves, fan and outlet, a railing."""
    parts.add(rod((-0.75, 0.45, 3.52), (0.4, 0.45, 3.52), 0.10, BLUE_PAINT, sides=14, grid=0.5))
    for x in np.linspace(-0.62, 0.28, 5):
        parts.add(
            lathe([(0, 0), (0.05, 0), (0.05, 0.08), (0.03, 0.11), (0, 0.11)], DARK_STEEL, sides=12).placed(
                x, 0.45, 3.60
            )
        )
        parts.add(tube(smooth([(x, 0.40, 3.55), (x, 0.25, 3.52), (x, 0.18, 3.34)], 4), 0.025, DUCT, sides=7))
    spiral = [(0.40 - 0.012 * k) for k in range(3)]
    parts.add(
        lathe([(0, -0.16), (spiral[0], -0.16), (spiral[0], 0.16), (0, 0.16)], COLLECTOR.shade(1.1), sides=24)
        .placed(p=90)
        .placed(0.42, -0.30, 3.72)
    )
    parts.add(
        box(0.40, 0.30, 0.5, COLLECTOR.shade(1.1), bevel=0.01).placed(0.62, -0.30, 3.66),
        motor(0.42, 0.14).placed(h=90).placed(0.42, -0.60, 3.56),
    )
    parts.add(box(1.7, 1.3, 0.05, COLLECTOR.shade(0.8), bevel=0.01, grid=0.6).placed(0, 0, 3.30))
    for a, b in (((-0.88, -0.68, 3.3), (-0.88, 0.68, 3.3)), ((-0.88, 0.68, 3.3), (0.88, 0.68, 3.3))):
        parts.add(railing(a, b, high=0.7, toe=False))


def _inlet(parts: Assembly, vented: bool) -> None:
    """The inlet pipe at -x with its isolation valve, or plain."""
    parts.add(
        rod((-1.0, 0, 2.1), (-0.9, 0, 2.1), 0.26, DUCT, sides=20),
        rod((-1.05, 0, 2.1), (-1.0, 0, 2.1), 0.29, DUCT.shade(0.8), sides=20),
    )
    if vented:
        parts.add(
            rod((-1.45, 0, 2.1), (-1.05, 0, 2.1), 0.24, RED_PAINT, sides=20),
            handwheel(0.12, BLACK_PLASTIC).placed(-1.25, 0, 2.42),
            rod((-1.25, 0, 2.3), (-1.25, 0, 2.42), 0.03, STEEL),
        )
        parts.sign("isolation_valve", 0.26, 0.13, -1.25, 0.245, 2.04)


def _ash(parts: Assembly) -> None:
    """A sleeve under the gate, and the ladder at the side."""
    parts.add(
        tube(
            [(0, 0, 0.74), (0, 0, 0.60), (0, 0, 0.50)],
            [0.15, 0.14, 0.17],
            Material((0.35, 0.34, 0.30), "fabric", 0.9),
            sides=16,
            caps=False,
        )
    )
    for y in (-0.2, 0.2):
        parts.add(rod((0.98, y, 0.1), (0.98, y, 3.9), 0.02, DARK_STEEL, sides=6, grid=0.8))
    parts.add(*(rod((0.98, -0.2, z), (0.98, 0.2, z), 0.013, DARK_STEEL, sides=5) for z in np.arange(0.35, 3.8, 0.3)))
