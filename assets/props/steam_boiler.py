"""The gas-fired steam boiler: shell under its cladding, burner at one end, smoke box and flue at the other."""

from __future__ import annotations

from assets.builders import PropRequest, prop
from assets.mesh import Lamp, Mesh, Model, joined
from assets.modelling import Assembly, bolt, box, lathe, painted, pitched, plastic, ring, rod, rounded_box, torus, tube
from assets.modelling.materials import BLACK_PLASTIC, DARK_STEEL, RED_PAINT, STEEL
from assets.props.parts.drives import motor
from assets.props.parts.pipework import (
    FRAME_GREY,
    GAS_YELLOW,
    HANDWHEEL_RED,
    LAGGED,
    PIPE_GREY,
    STAINLESS,
    X_AXIS,
    flange,
    handwheel,
    pipe,
)

MIDDLE, RADIUS = 1.15, 0.88
"""Height of the shell's axis and its radius."""
SHELL_BLUE = painted(0.05, 0.22, 0.42, 0.32, 0.08)
FRONT_GREY = painted(0.14, 0.155, 0.17, 0.5, 0.1)
BURNER_RED = painted(0.52, 0.05, 0.03, 0.35, 0.1)
FIRE, DARK_GLASS = plastic(1.0, 0.45, 0.10), plastic(0.02, 0.02, 0.022, 0.1)


@prop("steam_boiler")
def steam_boiler(request: PropRequest) -> Model:
    """4 x 2 x 2.3 m; front +y with its gauges' nozzles, the burner at +x, the flue from the smoke box at -x."""
    firing = request.state == "firing"
    parts = Assembly()
    parts.add(*_shell(), *_foundation())
    _smoke_box(parts)
    _burner(parts, firing)
    _top_fittings(parts)
    _front_fittings(parts, firing)
    return parts.model()


def _shell() -> list[Mesh]:
    """The clad cylinder along x with its bands, and the end plates."""
    # Rings between the bands: light is found at vertices, and those at the ends lie hidden under band and plate.
    open_rings = [(RADIUS, x) for x in (-1.40, -0.85, -0.65, -0.10, 0.10, 0.60, 0.80, 1.25)]
    ends = ((0, -1.55), (RADIUS - 0.04, -1.55), (RADIUS, -1.51)), ((RADIUS, 1.36), (RADIUS - 0.04, 1.40), (0, 1.40))
    body = [*ends[0], *open_rings, *ends[1]]
    found = [pitched(lathe(body, SHELL_BLUE, sides=44, split=40), X_AXIS).placed(0, 0, MIDDLE)]
    for x in (-1.50, -0.75, 0.0, 0.7, 1.34):
        band = [(RADIUS, -0.03), (RADIUS + 0.010, -0.026), (RADIUS + 0.010, 0.026), (RADIUS, 0.03)]
        found.append(pitched(lathe(band, STAINLESS, sides=44), X_AXIS).placed(x, 0, MIDDLE))
    front = [(0, 0), (RADIUS - 0.05, 0), (RADIUS - 0.05, 0.10), (RADIUS - 0.10, 0.13), (0, 0.13)]
    found.append(pitched(lathe(front, FRONT_GREY, sides=40, split=35), X_AXIS).placed(1.40, 0, MIDDLE))
    found.append(
        pitched(ring(bolt(0.018, 0.022, STEEL).placed(RADIUS - 0.11, 0, 0), 16), X_AXIS).placed(1.53, 0, MIDDLE)
    )
    hinges = [
        box(0.06, 0.05, 0.20, FRONT_GREY, bevel=0.008).placed(1.47, -RADIUS + 0.02, MIDDLE + z) for z in (-0.4, 0.2)
    ]
    return [*found, *hinges]


def _foundation() -> list[Mesh]:
    """Two saddles on skids."""
    found = []
    for x in (-1.1, 0.9):
        found += [
            box(0.16, 1.3, 0.55, FRAME_GREY, bevel=0.01, grid=0.5).placed(x, 0, 0.12),
            box(0.28, 1.4, 0.03, FRAME_GREY, bevel=0.005).placed(x, 0, 0.12),
        ]
    for y in (-0.6, 0.6):
        found += [box(3.3, 0.14, 0.03, FRAME_GREY, bevel=0.005, grid=0.7).placed(-0.1, y, z) for z in (0.0, 0.09)]
        found.append(box(3.3, 0.03, 0.08, FRAME_GREY, bevel=0.003, grid=0.7).placed(-0.1, y, 0.02))
    return found


def _smoke_box(parts: Assembly) -> None:
    """At -x: the smoke box with its doors, and the flue socket that rises at x -1.9."""
    parts.add(box(0.42, 1.5, 1.5, FRONT_GREY, bevel=0.03, grid=0.5).placed(-1.76, 0, MIDDLE - 0.75))
    for y in (-0.37, 0.37):
        parts.add(box(0.03, 0.68, 1.2, FRONT_GREY.shade(1.25), bevel=0.01, grid=0.5).placed(-1.98, y, MIDDLE - 0.6))
        parts.add(
            *(box(0.05, 0.06, 0.10, STEEL, bevel=0.01).placed(-2.0, y * 1.9, MIDDLE + z) for z in (-0.4, 0.3)),
            rod((-2.02, y * 0.2, MIDDLE - 0.1), (-2.02, y * 0.2, MIDDLE + 0.1), 0.016, STEEL, sides=8),
        )
    parts.add(
        lathe(
            [(0.24, 0), (0.30, 0), (0.30, 0.03), (0.25, 0.03), (0.25, 0.45), (0.24, 0.45), (0.24, 0)],
            LAGGED,
            sides=26,
            split=35,
        ).placed(-1.85, 0, MIDDLE + 0.74)
    )


def _burner(parts: Assembly, firing: bool) -> None:
    """At +x: the red burner with its fan, gas train and peep glass, which glows when firing."""
    x = 1.53
    parts.add(
        pitched(
            lathe([(0, 0), (0.30, 0), (0.30, 0.04), (0.22, 0.06), (0.22, 0.14), (0, 0.14)], DARK_STEEL, sides=24),
            X_AXIS,
        ).placed(x, 0, MIDDLE - 0.12)
    )
    parts.add(rounded_box(0.42, 0.52, 0.46, BURNER_RED, radius=0.06, segments=12).placed(x + 0.34, 0, MIDDLE - 0.36))
    parts.add(
        pitched(
            lathe([(0, 0), (0.27, 0), (0.27, 0.20), (0.24, 0.23), (0, 0.23)], BURNER_RED, sides=24, split=35),
            (0, -1, 0),
        ).placed(x + 0.34, -0.20, MIDDLE - 0.14)
    )
    parts.add(motor(0.32, 0.11, painted(0.10, 0.11, 0.12)).placed(h=90).placed(x + 0.34, 0.42, MIDDLE - 0.26))
    parts.add(
        pitched(ring(box(0.012, 0.10, 0.008, BLACK_PLASTIC, bevel=0.002).placed(0.14), 12), (0, -1, 0)).placed(
            x + 0.34, -0.432, MIDDLE - 0.14
        )
    )
    parts.add(
        pipe(
            [
                (x + 0.34, -0.15, MIDDLE - 0.36),
                (x + 0.34, -0.15, 0.42),
                (x + 0.34, -0.95, 0.42),
                (x - 0.35, -0.95, 0.42),
            ],
            0.035,
            GAS_YELLOW,
        )
    )
    for y in (-0.45, -0.65):
        parts.add(box(0.10, 0.12, 0.16, painted(0.30, 0.32, 0.33), bevel=0.012).placed(x + 0.34, y, 0.40))
    peep = pitched(
        lathe([(0, 0), (0.05, 0), (0.05, 0.03), (0.036, 0.03), (0.036, 0.024), (0, 0.024)], STEEL, sides=16), X_AXIS
    )
    parts.add(peep.placed(x, 0.30, MIDDLE + 0.42))
    glass = pitched(
        lathe([(0, 0), (0.034, 0), (0.034, 0.006), (0, 0.008)], FIRE if firing else DARK_GLASS, sides=16), X_AXIS
    )
    parts.add(glass.placed(x + 0.025, 0.30, MIDDLE + 0.42), to="glow" if firing else "opaque")
    slot = box(0.10, 0.004, 0.05, FIRE if firing else DARK_GLASS, bevel=0.001)
    parts.add(slot.placed(x + 0.34, 0.262, MIDDLE - 0.02), to="glow" if firing else "opaque")
    if firing:
        parts.lamp(Lamp((x + 0.15, 0.34, MIDDLE + 0.42), (1, 0, 0), (1.0, 0.5, 0.15), 0.25, cone=120))


def _top_fittings(parts: Assembly) -> None:
    """On the crown: steam outlet with its valve, the nozzle of the safety valve at x 0, manhole, lifting eyes."""
    crown = MIDDLE + RADIUS
    parts.add(
        rod((0, 0, crown - 0.05), (0, 0, crown + 0.45), 0.055, PIPE_GREY, sides=16),
        flange(0.055, PIPE_GREY).placed(r=90).placed(0, 0, crown + 0.40),
    )
    parts.add(
        rod((0.0 - 0.6, 0, crown - 0.05), (-0.6, 0, crown + 0.85), 0.06, LAGGED, sides=16),
        flange(0.06, PIPE_GREY).placed(r=90).placed(-0.6, 0, crown + 0.16),
        flange(0.06, PIPE_GREY).placed(r=90).placed(-0.6, 0, crown + 0.46),
    )
    parts.add(
        lathe([(0, -0.12), (0.09, -0.11), (0.11, 0), (0.09, 0.11), (0, 0.12)], PIPE_GREY, sides=18).placed(
            -0.6, 0, crown + 0.31
        ),
        rod((-0.6, 0, crown + 0.31), (-0.6, 0.36, crown + 0.31), 0.02, STEEL, sides=8),
        pitched(handwheel(0.14, HANDWHEEL_RED), (0, 1, 0)).placed(-0.6, 0.38, crown + 0.31),
    )
    manhole = joined(
        [
            lathe(
                [(0, 0), (0.24, 0), (0.24, 0.10), (0.29, 0.10), (0.29, 0.14), (0, 0.16)], FRONT_GREY, sides=24, split=30
            ),
            ring(bolt(0.016, 0.02, STEEL).placed(0.265, 0, 0.14), 12),
        ]
    )
    parts.add(manhole.placed(0.75, 0, crown - 0.06))
    parts.add(
        *(torus(0.06, 0.016, STEEL, sides=14, section=6).placed(p=90).placed(x, 0, crown + 0.05) for x in (-1.2, 1.15))
    )


def _front_fittings(parts: Assembly, firing: bool) -> None:
    """Nozzles for level and pressure gauges, a control box with its screen, plate, blow-down, ladder."""
    y = 0.80
    for x in (-1.15, 1.25):
        parts.add(
            *(
                rod((x, y - 0.25, z), (x, y + 0.14, z), 0.024, PIPE_GREY, sides=10)
                for z in (MIDDLE + 0.18, MIDDLE + 0.62)
            ),
            rod((x, y + 0.12, MIDDLE + 0.12), (x, y + 0.12, MIDDLE + 0.70), 0.045, PIPE_GREY, sides=14),
        )
    parts.add(
        rounded_box(0.50, 0.22, 0.70, painted(0.62, 0.63, 0.60), radius=0.02, segments=8).placed(
            -0.35, y + 0.18, MIDDLE - 0.36
        )
    )
    parts.add(box(0.30, 0.02, 0.2, BLACK_PLASTIC, bevel=0.004).placed(-0.35, y + 0.285, MIDDLE + 0.05))
    parts.sign(
        "boiler_screen_firing" if firing else "boiler_screen_stopped", 0.27, 0.1755, -0.35, y + 0.297, MIDDLE + 0.062
    )
    for k, (ink, lit) in enumerate(
        ((plastic(0.1, 0.9, 0.2), firing), (plastic(1.0, 0.1, 0.05), not firing), (plastic(1.0, 0.6, 0.05), False))
    ):
        lamp = pitched(
            lathe(
                [(0, 0), (0.018, 0), (0.018, 0.012), (0.012, 0.018), (0, 0.02)],
                ink if lit else ink.shade(0.2),
                sides=12,
            ),
            (0, 1, 0),
        )
        parts.add(lamp.placed(-0.47 + 0.12 * k, y + 0.29, MIDDLE - 0.08), to="glow" if lit else "opaque")
    parts.add(
        pitched(
            lathe([(0, 0), (0.03, 0), (0.03, 0.02), (0.02, 0.03), (0, 0.032)], RED_PAINT, sides=14), (0, 1, 0)
        ).placed(-0.35, y + 0.29, MIDDLE - 0.22)
    )
    parts.add(box(0.30, 0.015, 0.19, STEEL, bevel=0.003).placed(p=0).placed(0.45, RADIUS + 0.004, MIDDLE + 0.0))
    parts.sign("boiler_plate", 0.28, 0.172, 0.45, RADIUS + 0.0125, MIDDLE + 0.008)
    parts.add(
        pipe([(0.2, 0.1, MIDDLE - RADIUS + 0.05), (0.2, 0.1, 0.16), (0.2, 1.0, 0.16)], 0.035, PIPE_GREY),
        flange(0.035, PIPE_GREY).placed(h=90).placed(0.2, 0.6, 0.16),
    )
    parts.add(pipe([(-0.8, 0.80, MIDDLE - 0.2), (-0.8, 1.3, MIDDLE - 0.2), (-0.8, 1.3, 0.0)], 0.03, PIPE_GREY))
    parts.add(
        *(
            rod((1.02 + dx, -0.95, 0.0), (1.02 + dx, -0.62, 2.0), 0.018, STEEL, sides=7, grid=0.6)
            for dx in (-0.18, 0.18)
        ),
        *(
            rod((0.84, 0.165 * t - 0.95, 2.0 * t / 2), (1.20, 0.165 * t - 0.95, 2.0 * t / 2), 0.013, STEEL, sides=6)
            for t in (0.3, 0.6, 0.9, 1.2, 1.5, 1.8)
        ),
    )
    parts.add(
        tube(
            [
                (-0.6, y + 0.18, MIDDLE + 0.34),
                (-0.6, y + 0.1, MIDDLE + 0.6),
                (-0.4, 0.5, MIDDLE + 0.85),
                (0.1, 0.1, MIDDLE + 0.92),
            ],
            0.014,
            BLACK_PLASTIC,
            sides=7,
        )
    )
