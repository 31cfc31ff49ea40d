"""Distribution boxes: the second-level box of a site, and (variant ``home``) the panel of a flat."""

from __future__ import annotations

from assets.builders import PropRequest, prop
from assets.mesh import Model
from assets.modelling import Assembly, block, box, profile, rod, shell, smooth, tube
from assets.modelling.materials import BLACK_PAINT, BLACK_PLASTIC, DARK_STEEL
from assets.props.home_dist_box import home_panel
from assets.props.parts.electrical_parts import LINING, PHASES, SHEET, device, hinge, louvres, padlock, rain_roof


@prop("dist_box")
def dist_box(request: PropRequest) -> Model:
    """Second-level distribution box, 0.8 x 0.4 x 1.6 m, two doors; or a flat's panel with its own states."""
    if request.variant == "home":
        return home_panel(request.state)
    w, d, base, top = 0.78, 0.36, 0.32, 1.50
    high = top - base
    parts = Assembly()
    parts.add(shell(block(w, d, high, z=base), block(w - 0.03, d, high - 0.03, 0, 0.015, base + 0.015), SHEET))
    parts.add(rain_roof(w, d, SHEET).placed(z=top + 0.005))
    parts.add(
        *(box(0.05, 0.05, base, DARK_STEEL, bevel=0.004).placed(x, y) for x in (-0.35, 0.35) for y in (-0.14, 0.14))
    )
    parts.add(*(box(0.70, 0.03, 0.03, DARK_STEEL, bevel=0.003).placed(y=y, z=0.06) for y in (-0.14, 0.14)))
    parts.add(*(rod((x, -0.04, 0.0), (x, -0.04, base + 0.02), 0.021, BLACK_PLASTIC) for x in (-0.2, 0, 0.2)))
    lug = [(-0.02, 0), (0.02, 0), (0.02, 0.035), (0, 0.05), (-0.02, 0.035)]
    eye = [(-0.007, 0.02), (0.007, 0.02), (0, 0.035)]
    parts.add(*(profile(lug, 0.006, SHEET, holes=[eye]).placed(x, 0, top + 0.03) for x in (-0.3, 0.3)))
    if request.state == "open":
        _dist_inside(parts, base)
    for side in (-1, 1):
        swing = 0 if request.state == "closed_locked" else side * 112
        door = _dist_door(side, high - 0.04, locked=request.state == "closed_locked")
        parts.include(door, side * w / 2, d / 2, base + 0.02, h=-swing)
    return parts.model()


def _dist_door(side: int, high: float, *, locked: bool) -> Assembly:
    """One door leaf hinged at x = 0, reaching towards -side, its outside at +y."""
    w = 0.385
    middle = -side * w / 2
    door = Assembly()
    door.add(box(w, 0.018, high, SHEET, bevel=0.006).placed(middle, 0.009))
    rim = block(w - 0.05, 0.006, high - 0.06, middle, 0.019, 0.03)
    door.add(shell(rim, block(w - 0.08, 0.02, high - 0.09, middle, 0.019, 0.045), SHEET))
    door.add(louvres(0.18, 6, SHEET.shade(0.85)).placed(middle, 0.020, 0.08))
    door.add(*(hinge(0.07).placed(0, 0.012, z) for z in (0.12, high / 2, high - 0.12)))
    door.sign("wiring_diagram", 0.2, 0.26, middle, -0.002, 0.55, turn=180)
    if side > 0:
        door.sign("dist_label", 0.30, 0.30, middle, 0.024, 0.66)
        door.add(box(0.026, 0.02, 0.13, BLACK_PAINT, bevel=0.005).placed(-w + 0.035, 0.028, 0.50))
        if locked:
            door.add(padlock().placed(-w + 0.005, 0.036, 0.42))
    else:
        door.sign("当心触电", 0.20, 0.25, middle, 0.024, 0.78)
        door.sign("禁止合闸", 0.15, 0.1875, middle, 0.024, 0.55)
    return door


def _dist_inside(parts: Assembly, base: float) -> None:
    """Main switch above, four outgoing RCDs below, on their mounting plate."""
    parts.add(box(0.70, 0.01, 1.08, LINING, bevel=0.003).placed(0, -0.14, base + 0.05))
    device(parts, 0, -0.12, base + 0.80, 0.16, 0.24, "knife_switch_face")
    for k in range(4):
        x = -0.24 + 0.16 * k
        device(parts, x, -0.12, base + 0.36, 0.12, 0.15, "rcd_face")
        for phase, material in enumerate(PHASES):
            dx = -0.03 + 0.02 * phase
            path = [(dx * 1.2, -0.09, base + 0.80), (dx + x * 0.4, -0.10, base + 0.68), (x + dx, -0.09, base + 0.52)]
            parts.add(tube(smooth(path, 5), 0.006, material, sides=6))
