"""Fire extinguishers in pairs: in a floor box, a vehicle or cart bracket, on wall hooks, and for burning metal."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model
from assets.modelling import (
    Assembly,
    block,
    box,
    lathe,
    painted,
    plastic,
    rod,
    rounded_box,
    shell,
    sign_bent,
    smooth,
    torus,
    tube,
)
from assets.modelling.materials import BLACK_PLASTIC, BRASS, DARK_STEEL, RED_PAINT, RUBBER, STEEL, WOOD, Material

GLOSS_RED = Material((0.62, 0.018, 0.015), "paint", 0.16, 0.0, 0.03)
GLOSS_YELLOW = Material((0.80, 0.45, 0.02), "paint", 0.16, 0.0, 0.03)
CARTON = Material((0.72, 0.55, 0.36), "cardboard", 0.9, 0.0, 0.2)
SAND = Material((0.66, 0.54, 0.36), "sand", 0.95, 0.0, 0.6, scale=2.0)


@prop("extinguisher_pair")
def extinguisher_pair(request: PropRequest) -> Model:
    """Two bottles in a holder by variant; ``missing`` is the empty holder, ``blocked`` has cartons before it."""
    parts = Assembly()
    base = _HOLDERS[request.variant or "stand"](parts)
    low = request.state == "low_pressure"
    if request.state != "missing":
        kind = (
            ("class_d_label", GLOSS_YELLOW) if request.variant == "class_d_sand" else ("extinguisher_label", GLOSS_RED)
        )
        for x in (-0.125, 0.125):
            parts.include(_extinguisher(low=low, label=kind[0], gloss=kind[1]), x, 0, base)
    if request.state == "blocked":
        _cartons(parts)
    return parts.model()


def _stand(parts: Assembly) -> float:
    """A red floor box; the height of its floor."""
    tray = block(0.52, 0.28, 0.30)
    parts.add(shell(tray, block(0.50, 0.26, 0.30, 0, 0, 0.02), RED_PAINT, wear=0.0))
    parts.add(box(0.52, 0.012, 0.50, RED_PAINT, bevel=0.005).placed(0, -0.134, 0))
    parts.add(*(box(0.06, 0.26, 0.02, BLACK_PLASTIC, bevel=0.004).placed(x, 0, -0.002) for x in (-0.2, 0.2)))
    parts.sign("extinguisher_plate", 0.44, 0.11, 0, 0.1408, 0.10)
    return 0.03


def _bracket(parts: Assembly) -> float:
    """Clamps on a back plate, as lorries have them."""
    parts.add(box(0.50, 0.012, 0.52, DARK_STEEL, bevel=0.004).placed(0, -0.115, 0.03))
    parts.add(box(0.50, 0.22, 0.015, DARK_STEEL, bevel=0.004).placed(0, 0, 0.0))
    for x in (-0.125, 0.125):
        band = _band(0.0835, 0.035)
        parts.add(*(band.placed(x, 0, z) for z in (0.15, 0.34)))
        parts.add(*(box(0.05, 0.03, 0.04, STEEL, bevel=0.005).placed(x, 0.085, z) for z in (0.15, 0.34)))
    return 0.016


def _cart(parts: Assembly) -> float:
    """A hot-work cart with a bracket on its deck, a clock that says 11:20 and a tool tray at its rail."""
    paint = painted(0.05, 0.14, 0.32, 0.45, 0.3)
    parts.add(box(0.62, 0.44, 0.03, paint, bevel=0.006, grid=0.4).placed(0, -0.02, 0.22))
    for x in (-0.29, 0.29):
        parts.add(rod((x, -0.22, 0.20), (x, -0.22, 1.0), 0.016, paint, sides=8, grid=0.4))
    parts.add(*(rod((-0.29, -0.22, z), (0.29, -0.22, z), 0.014, paint, sides=8) for z in (0.60, 1.0)))
    wheel = lathe(
        [(0, -0.02), (0.06, -0.02), (0.10, -0.016), (0.105, 0), (0.10, 0.016), (0.06, 0.02), (0, 0.02)],
        RUBBER,
        sides=18,
    )
    parts.add(*(wheel.placed(r=90).placed(x, y, 0.105) for x in (-0.27, 0.27) for y in (-0.18, 0.14)))
    parts.add(*(rod((-0.27, y, 0.105), (0.27, y, 0.105), 0.012, DARK_STEEL, sides=7) for y in (-0.18, 0.14)))
    parts.add(
        *(box(0.05, 0.06, 0.12, paint, bevel=0.005).placed(x, y, 0.11) for x in (-0.22, 0.22) for y in (-0.18, 0.14))
    )
    parts.add(box(0.50, 0.012, 0.42, RED_PAINT, bevel=0.004).placed(0, -0.13, 0.25))
    parts.sign("empty_bracket", 0.34, 0.185, 0, -0.1228, 0.46)
    for x in (-0.125, 0.125):
        parts.add(*(_band(0.0835, 0.03).placed(x, 0, z) for z in (0.34, 0.52)))
        parts.add(*(box(0.03, 0.05, 0.02, STEEL, bevel=0.004).placed(x, -0.10, z) for z in (0.345, 0.525)))
    parts.add(
        rounded_box(0.22, 0.05, 0.12, plastic(0.06, 0.065, 0.07), radius=0.012, segments=8).placed(-0.14, -0.20, 1.0)
    )
    parts.sign("site_clock", 0.19, 0.085, -0.14, -0.173, 1.018)
    parts.add(
        box(0.26, 0.16, 0.06, painted(0.55, 0.06, 0.04), bevel=0.008).placed(0.16, -0.16, 0.62),
        rod((0.10, -0.14, 0.69), (0.26, -0.18, 0.69), 0.012, STEEL, sides=7),
    )
    return 0.255


def _wall(parts: Assembly) -> float:
    """Hooks on a wall (at y -0.13) with a plate over them."""
    parts.add(box(0.50, 0.012, 0.10, RED_PAINT, bevel=0.004).placed(0, -0.124, 0.56))
    parts.sign("extinguisher_plate", 0.44, 0.092, 0, -0.1172, 0.564)
    for x in (-0.125, 0.125):
        parts.add(
            box(0.06, 0.05, 0.05, STEEL, bevel=0.005).placed(x, -0.10, 0.42), _band(0.0835, 0.025).placed(x, 0, 0.30)
        )
        parts.add(box(0.03, 0.05, 0.02, STEEL, bevel=0.004).placed(x, -0.10, 0.303))
    return 0.0


def _class_d(parts: Assembly) -> float:
    """A yellow box of dry sand behind the bottles, a shovel stuck in it."""
    parts.add(box(0.9, 0.40, 0.5, painted(0.78, 0.42, 0.02, 0.5, 0.2), bevel=0.012, grid=0.4).placed(0, -0.38, 0.02))
    parts.add(
        box(0.84, 0.34, 0.03, SAND, bevel=0.01, grid=0.3).placed(0, -0.38, 0.51),
        lathe([(0.22, 0), (0.12, 0.06), (0, 0.08)], SAND, sides=14, split=70).placed(-0.1, -0.38, 0.53),
    )
    parts.sign("sand_box", 0.62, 0.252, 0, -0.1775, 0.20)
    parts.add(
        rod((0.28, -0.36, 0.55), (0.34, -0.46, 1.22), 0.016, WOOD, sides=8, grid=0.4),
        box(0.18, 0.02, 0.24, DARK_STEEL, bevel=0.006).placed(p=8).placed(0.27, -0.345, 0.42),
    )
    return 0.0


def _cartons(parts: Assembly) -> None:
    """Cartons stacked before the holder."""
    for x, y, z, w, turn in ((-0.10, 0.36, 0.0, 0.46, 6), (0.30, 0.40, 0.0, 0.36, -8), (0.06, 0.37, 0.34, 0.42, 12)):
        tape = plastic(0.66, 0.50, 0.26, 0.3)
        parts.add(
            box(w, 0.34, 0.34, CARTON, bevel=0.005, grid=0.3).placed(x, y, z, h=turn),
            box(0.05, 0.344, 0.342, tape, bevel=0.001).placed(x, y, z, h=turn),
        )


def _band(radius: float, high: float) -> Mesh:
    """A steel band round a bottle."""
    line = [(radius, 0), (radius, high), (radius - 0.002, high), (radius - 0.002, 0), (radius, 0)]
    return lathe(line, STEEL, sides=20)


def _extinguisher(*, low: bool = False, label: str = "extinguisher_label", gloss: Material = GLOSS_RED) -> Assembly:
    """One bottle with valve, pin, dial, hose and label; ``low``: the needle in the red."""
    one = Assembly()
    bottle = [
        (0, 0),
        (0.07, 0),
        (0.075, 0.006),
        (0.078, 0.02),
        (0.078, 0.345),
        (0.074, 0.38),
        (0.058, 0.412),
        (0.036, 0.432),
        (0.022, 0.440),
        (0.022, 0.468),
        (0, 0.468),
    ]
    one.add(lathe(bottle, gloss, sides=24, split=55))
    one.add(lathe([(0.0805, 0), (0.0805, 0.022), (0, 0.022), (0, 0)], BLACK_PLASTIC, sides=24))
    one.add(
        lathe([(0, 0.462), (0.026, 0.462), (0.026, 0.49), (0.018, 0.50), (0.018, 0.535), (0, 0.535)], BRASS, sides=12)
    )
    one.add(rounded_box(0.026, 0.115, 0.018, BLACK_PLASTIC, radius=0.006, segments=8).placed(0, -0.02, 0.530))
    one.add(rounded_box(0.024, 0.125, 0.014, BLACK_PLASTIC, radius=0.006, segments=8).placed(0, -0.03, 0.575, p=-9))
    one.add(torus(0.014, 0.0018, STEEL, sides=14, section=5).placed(0.032, 0.01, 0.555, r=70))
    one.add(rod((-0.02, 0.01, 0.557), (0.022, 0.01, 0.557), 0.003, STEEL, sides=6))
    one.add(
        lathe([(0, 0), (0.020, 0), (0.020, 0.012), (0.017, 0.014), (0, 0.014)], BRASS, sides=16).placed(
            0, 0.024, 0.512, p=-90
        )
    )
    one.sign("pressure_dial_low" if low else "pressure_dial", 0.034, 0.034, 0, 0.0388, 0.495)
    hose = [
        (-0.015, 0, 0.512),
        (-0.060, 0.005, 0.515),
        (-0.092, 0.015, 0.46),
        (-0.094, 0.02, 0.30),
        (-0.090, 0.02, 0.16),
    ]
    one.add(tube(smooth(hose, 6), 0.010, RUBBER, sides=9))
    one.add(
        lathe([(0, 0), (0.014, 0), (0.011, 0.05), (0.010, 0.09), (0, 0.09)], BLACK_PLASTIC, sides=10).placed(
            -0.090, 0.02, 0.09
        )
    )
    angle = np.radians(np.linspace(38, 142, 9))
    face = np.stack([np.cos(angle), np.sin(angle)], axis=1) * 0.0787
    one.add(sign_bent(label, face, 0.155).placed(z=0.14), to="sign")
    return one


_HOLDERS: dict[str, Callable[[Assembly], float]] = {
    "stand": _stand,
    "bracket": _bracket,
    "cart": _cart,
    "wall": _wall,
    "class_d_sand": _class_d,
}
"""What holds the bottles, by variant; each puts it in and gives the height on which they stand."""
