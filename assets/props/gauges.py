"""Gauges: dials on a siphon, level glasses, the driving recorder of a lorry, a telephone in its holder."""

from __future__ import annotations

from assets.builders import PropRequest, prop
from assets.mesh import Model
from assets.modelling import Assembly, Material, box, lathe, pitched, plastic, rod, rounded_box, torus, tube
from assets.modelling.materials import BLACK_PLASTIC, BRASS, DARK_STEEL, RED_PAINT, STEEL, WINDOW
from assets.props.parts.pipework import HANDWHEEL_RED, dial, handwheel, pressure_plug
from assets.props.tachograph import tachograph

DIAL_RADIUS = 0.075
FACES = {
    "reactor": {"normal": "dial_reactor_normal", "rising": "dial_reactor_rising", "high": "dial_reactor_high"},
    "boiler": {"normal": "dial_boiler_normal", "rising": "dial_boiler_rising", "high": "dial_boiler_high"},
    "line": {"normal": "dial_line_normal", "residual": "dial_line_residual", "zero": "dial_line_zero"},
}
"""The face of each variant's states."""
SCREENS = {"normal": "phone_ride", "message": "phone_message", "dark": "phone_dark"}
"""What a telephone shows."""
WATER = Material((0.03, 0.16, 0.30), "paint", 0.05, 0.0, 0.0)


@prop("gauge")
def gauge(request: PropRequest) -> Model:
    """A pressure dial, level glass, recorder or telephone by variant; without one, by what the state belongs to."""
    variant = request.variant or _kind_of(request.state)
    if variant == "tachograph":
        return tachograph(request.state)
    if variant == "phone":
        return _phone(SCREENS[request.state])
    if variant == "level":
        return _level_glass(filled=request.state == "level_ok")
    return _pressure_dial(FACES[variant][request.state], to_wall=variant != "line")


def _kind_of(state: str) -> str:
    if state.startswith("level"):
        return "level"
    return "line" if state in ("residual", "zero") else "tachograph"


def _pressure_dial(face: str, *, to_wall: bool) -> Model:
    """The dial's lower edge is at the origin; a siphon leads from it to a nozzle behind, or straight down to a line."""
    parts = Assembly()
    middle = DIAL_RADIUS
    dial(parts, face, DIAL_RADIUS, 0, -0.01, middle)
    parts.add(pressure_plug().placed(0, 0.008, -0.058))
    parts.add(
        lathe([(0, 0), (0.014, 0), (0.018, 0.012), (0.014, 0.03), (0, 0.03)], BRASS, sides=12).placed(0, 0.008, -0.09),
        rod((0, 0.008, -0.075), (0.05, 0.008, -0.075), 0.005, STEEL, sides=6),
        box(0.012, 0.012, 0.05, RED_PAINT, bevel=0.003).placed(0.05, 0.008, -0.10),
    )
    parts.add(torus(0.035, 0.008, DARK_STEEL, sides=20, section=7).placed(r=90).placed(0, 0.008, -0.135))
    parts.add(rod((0, 0.008, -0.09), (0, 0.008, -0.11), 0.008, DARK_STEEL, sides=8))
    if to_wall:
        parts.add(
            tube(
                [(0, 0.008, -0.165), (0, 0.0, -0.185), (0, -0.03, -0.195), (0, -0.15, -0.195)],
                0.008,
                DARK_STEEL,
                sides=8,
            )
        )
    else:
        parts.add(
            rod((0, 0.008, -0.165), (0, 0.008, -0.30), 0.008, DARK_STEEL, sides=8),
            lathe([(0, 0), (0.02, 0), (0.02, 0.02), (0, 0.024)], DARK_STEEL, sides=10).placed(0, 0.008, -0.30),
        )
    return parts.model()


def _level_glass(*, filled: bool) -> Model:
    """A boiler's level gauge 0.5 m high: cocks above and below, glass plate between bolted halves, scale, drain."""
    parts = Assembly()
    frame = box(0.072, 0.05, 0.36, DARK_STEEL, bevel=0.006, grid=0.2).placed(0, 0, 0.07)
    parts.add(frame)
    for k in range(5):
        for x in (-0.027, 0.027):
            parts.add(
                pitched(lathe([(0, 0), (0.007, 0), (0.007, 0.008), (0, 0.008)], STEEL, sides=6), (0, 1, 0)).placed(
                    x, 0.025, 0.10 + 0.075 * k
                )
            )
    back = plastic(0.86, 0.88, 0.86, 0.3)
    parts.add(box(0.030, 0.004, 0.32, back, bevel=0.001).placed(0, 0.0262, 0.09))
    if filled:
        parts.add(
            box(0.029, 0.0035, 0.17, WATER, bevel=0.0008).placed(0, 0.0285, 0.091),
            box(0.029, 0.004, 0.004, plastic(0.9, 0.95, 0.95, 0.1), bevel=0.0008).placed(0, 0.0287, 0.261),
        )
    else:
        parts.add(
            *(
                box(0.029, 0.001, 0.003, plastic(0.55, 0.45, 0.36), bevel=0.0003).placed(0, 0.0286, z)
                for z in (0.094, 0.10, 0.112)
            )
        )
        parts.add(box(0.024, 0.001, 0.05, plastic(0.70, 0.62, 0.52), bevel=0.0003).placed(0, 0.0284, 0.11))
    parts.add(
        box(0.031, 0.002, 0.324, WINDOW.coloured(0.7, 0.8, 0.8), bevel=0.0005).placed(0, 0.031, 0.088), to="glass"
    )
    for z, ink in (
        (0.175, plastic(0.75, 0.06, 0.04)),
        (0.325, plastic(0.75, 0.06, 0.04)),
        (0.25, plastic(0.05, 0.4, 0.15)),
    ):
        parts.add(box(0.03, 0.004, 0.005, ink, bevel=0.001).placed(0.050, 0.024, z))
    for z in (0.035, 0.465):
        parts.add(
            lathe(
                [(0, 0), (0.017, 0), (0.022, 0.015), (0.022, 0.03), (0.017, 0.045), (0, 0.045)], BRASS, sides=12
            ).placed(0, 0, z - 0.022)
        )
        parts.add(
            rod((0, 0, z), (0, -0.14, z), 0.014, DARK_STEEL, sides=10),
            rod((0, 0, z), (0, 0.06, z), 0.006, STEEL, sides=6),
        )
        parts.add(pitched(handwheel(0.024, HANDWHEEL_RED), (0, 1, 0)).placed(0, 0.065, z))
    parts.add(tube([(0, 0, 0.01), (0, 0, -0.03), (0.03, 0, -0.06), (0.03, 0, -0.12)], 0.007, BRASS, sides=7))
    return parts.model()


def _phone(screen: str) -> Model:
    """A telephone 75 x 150 mm in a handlebar holder."""
    parts = Assembly()
    parts.add(rounded_box(0.078, 0.009, 0.156, BLACK_PLASTIC, radius=0.004, segments=8).placed(0, 0, 0.03))
    parts.sign(screen, 0.071, 0.142, 0, 0.0049, 0.037)
    parts.add(
        *(
            rounded_box(0.018, 0.022, 0.018, DARK_STEEL, radius=0.004, segments=6).placed(x, 0.0, z)
            for x in (-0.04, 0.04)
            for z in (0.026, 0.168)
        )
    )
    parts.add(
        rod((0, -0.005, 0.10), (0, -0.035, 0.03), 0.007, DARK_STEEL, sides=8),
        pitched(torus(0.014, 0.006, DARK_STEEL, sides=14, section=6), (1, 0, 0)).placed(0, -0.038, 0.014),
    )
    return parts.model()
