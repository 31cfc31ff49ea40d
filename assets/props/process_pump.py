"""A process pump on its base plate with its motor, coupling guard and local switch; and the acid pump's pipework."""

from __future__ import annotations

from assets.mesh import Model
from assets.modelling import Assembly, bolt, box, lathe, painted, pitched, plastic, ring, rod, rounded_box, torus, tube
from assets.modelling.materials import BLACK_PLASTIC, CONCRETE, DARK_STEEL, SAFETY_YELLOW, STEEL
from assets.props.parts.drives import motor
from assets.props.parts.electrical_parts import padlock
from assets.props.parts.pipework import (
    ACID_PURPLE,
    FRAME_GREY,
    PIPE_GREY,
    STAINLESS,
    WATER_GREEN,
    X_AXIS,
    Y_AXIS,
    colour_ring,
    flange,
    pipe,
    stand,
)

PUMP_GREEN = painted(0.05, 0.25, 0.16, 0.4, 0.2)
ACID_BLUE = painted(0.06, 0.16, 0.33, 0.4, 0.2)
AXIS = 0.42
LINE_HIGH = 1.21
"""Height of the acid line: 0.11 m over the place of the valves and flanges in it."""
LIT, DARK = plastic(0.1, 0.95, 0.25), plastic(0.04, 0.09, 0.05)


def process_pump(state: str, variant: str) -> Model:
    """``process``: bare, stubs to -x and up; ``feedwater``: multistage; ``acid``: with its line along y at z 1.21.

    The pump's shaft lies along x, motor at +x, front +y.
    """
    parts = Assembly()
    _base(parts)
    _switch(parts, state)
    if variant == "feedwater":
        _multistage(parts)
    else:
        _volute(parts, ACID_BLUE if variant == "acid" else PUMP_GREEN)
    if variant == "acid":
        _acid_line(parts)
    else:
        _stubs(parts)
    return parts.model()


def _base(parts: Assembly) -> None:
    """Concrete plinth, channel frame, motor, coupling under its yellow guard."""
    parts.add(
        box(1.30, 0.56, 0.10, CONCRETE.shade(0.75), bevel=0.015, grid=0.5),
        box(1.16, 0.42, 0.08, FRAME_GREY, bevel=0.008, grid=0.5).placed(0, 0, 0.10),
    )
    parts.add(*(bolt(0.012, 0.014, STEEL).placed(x, y, 0.18) for x in (-0.52, 0.52) for y in (-0.17, 0.17)))
    high = 0.15 * 1.12
    parts.add(
        motor(0.46, 0.15, painted(0.10, 0.22, 0.36)).placed(0.30, 0, AXIS - high, h=180),
        box(0.40, 0.34, AXIS - high - 0.18, FRAME_GREY, bevel=0.006).placed(0.30, 0, 0.18),
    )
    parts.add(rod((-0.30, 0, AXIS), (0.08, 0, AXIS), 0.022, STEEL, sides=10))
    guard = [(0.10, -0.09), (0.105, -0.09), (0.105, 0.09), (0.10, 0.09), (0.10, -0.09)]
    parts.add(
        pitched(lathe(guard, SAFETY_YELLOW, sides=20), X_AXIS).placed(-0.06, 0, AXIS),
        *(box(0.16, 0.02, AXIS - 0.2, SAFETY_YELLOW, bevel=0.004).placed(-0.06, s * 0.10, 0.18) for s in (-1, 1)),
    )


def _volute(parts: Assembly, paint: object) -> None:
    """Bearing bracket and volute casing with its flanged nozzles."""
    body = [
        (0, -0.07),
        (0.17, -0.07),
        (0.19, -0.045),
        (0.19, 0.035),
        (0.17, 0.06),
        (0.10, 0.075),
        (0.07, 0.16),
        (0, 0.16),
    ]
    parts.add(pitched(lathe(body, paint, sides=26, split=40), X_AXIS).placed(-0.40, 0, AXIS))
    parts.add(pitched(ring(bolt(0.010, 0.012, STEEL).placed(0.155, 0, 0.062), 8), X_AXIS).placed(-0.40, 0, AXIS))
    parts.add(
        torus(0.14, 0.055, paint, sides=26, section=10).placed(r=90).placed(-0.42, 0, AXIS),
        box(0.20, 0.30, AXIS - 0.36, paint, bevel=0.01).placed(-0.40, 0, 0.18),
    )
    parts.add(
        rod((-0.42, 0.0, AXIS + 0.08), (-0.42, 0.0, AXIS + 0.28), 0.045, paint, sides=14),
        flange(0.045, paint).placed(r=90).placed(-0.42, 0, AXIS + 0.28),
    )
    parts.add(
        rod((-0.46, 0, AXIS), (-0.60, 0, AXIS), 0.055, paint, sides=14), flange(0.055, paint).placed(-0.60, 0, AXIS)
    )


def _multistage(parts: Assembly) -> None:
    """A horizontal multistage casing with its tie bolts."""
    outline: list[tuple[float, float]] = [(0, -0.26), (0.13, -0.26), (0.13, -0.20)]
    for k in range(5):
        z = -0.20 + 0.072 * k
        outline += [(0.115, z + 0.006), (0.13, z + 0.02), (0.13, z + 0.055), (0.115, z + 0.068)]
    outline += [(0.13, 0.17), (0.13, 0.22), (0.06, 0.24), (0, 0.24)]
    parts.add(pitched(lathe(outline, PUMP_GREEN, sides=24, split=32), X_AXIS).placed(-0.38, 0, AXIS))
    parts.add(
        pitched(ring(rod((0.145, 0, -0.25), (0.145, 0, 0.21), 0.009, STEEL, sides=6), 6, start=30), X_AXIS).placed(
            -0.38, 0, AXIS
        ),
        box(0.46, 0.24, AXIS - 0.30, PUMP_GREEN, bevel=0.01).placed(-0.38, 0, 0.18),
    )
    parts.add(
        rod((-0.22, 0, AXIS + 0.08), (-0.22, 0, AXIS + 0.26), 0.035, PUMP_GREEN, sides=14),
        flange(0.035, PUMP_GREEN).placed(r=90).placed(-0.22, 0, AXIS + 0.24),
    )
    parts.add(
        rod((-0.58, 0, AXIS + 0.08), (-0.58, 0, AXIS + 0.26), 0.045, PUMP_GREEN, sides=14),
        flange(0.045, PUMP_GREEN).placed(r=90).placed(-0.58, 0, AXIS + 0.24),
    )


def _stubs(parts: Assembly) -> None:
    """The delivery rises and turns to +y at z 1.11 (for a valve there); the suction comes out of the floor."""
    parts.add(
        pipe([(-0.42, 0, AXIS + 0.28), (-0.42, 0, 1.11), (-0.42, 1.6, 1.11)], 0.042, PIPE_GREY),
        pipe([(-0.60, 0, AXIS + 0.2), (-0.60, 0, 0.95), (-0.95, 0, 0.95), (-0.95, 0, 0.0)], 0.042, PIPE_GREY),
    )
    parts.add(colour_ring(0.043, 0.09, WATER_GREEN).placed(h=90).placed(-0.42, 0.7, 1.11))


def _acid_line(parts: Assembly) -> None:
    """A stainless line along y at x 0: suction from y 2.6 to the pump, delivery on to y -3.35; purple rings."""
    high = LINE_HIGH
    suction = [(0, 2.6, 0), (0, 2.6, high), (0, 0.75, high), (-0.75, 0.75, high), (-0.75, 0, high), (-0.75, 0, AXIS)]
    parts.add(
        pipe(suction, 0.045, STAINLESS, bend=0.12), rod((-0.75, 0, AXIS), (-0.60, 0, AXIS), 0.045, STAINLESS, sides=14)
    )
    delivery = [(-0.42, 0, AXIS + 0.28), (-0.42, 0, high), (0, 0, high), (0, -3.35, high)]
    parts.add(pipe(delivery, 0.045, STAINLESS, bend=0.12))
    parts.add(*(colour_ring(0.046, 0.09, ACID_PURPLE).placed(h=90).placed(0, y, high) for y in (-0.62, -2.75, 1.1)))
    parts.add(*(stand(0, 0, high, 0.045).placed(h=90).placed(0, y) for y in (-0.95, -2.6, 2.1)))


def _switch(parts: Assembly, state: str) -> None:
    """The local start-stop post: lamp lit when running, locked and tagged when so."""
    x, y = 0.52, 0.40
    parts.add(
        rod((x, y, 0), (x, y, 0.98), 0.02, SAFETY_YELLOW, sides=8, grid=0.5),
        box(0.12, 0.12, 0.01, DARK_STEEL, bevel=0.002).placed(x, y),
    )
    parts.add(rounded_box(0.14, 0.09, 0.24, painted(0.45, 0.48, 0.49), radius=0.016, segments=8).placed(x, y, 0.94))
    lamp = pitched(
        lathe([(0, 0), (0.016, 0), (0.014, 0.012), (0, 0.016)], LIT if state == "running" else DARK, sides=12), Y_AXIS
    )
    parts.add(lamp.placed(x, y + 0.045, 1.13), to="glow" if state == "running" else "opaque")
    for dx, ink in ((-0.032, plastic(0.04, 0.35, 0.12)), (0.032, plastic(0.6, 0.04, 0.03))):
        parts.add(
            pitched(lathe([(0, 0), (0.018, 0), (0.018, 0.014), (0, 0.017)], ink, sides=12), Y_AXIS).placed(
                x + dx, y + 0.045, 1.07
            )
        )
    handle = box(0.016, 0.02, 0.07, BLACK_PLASTIC, bevel=0.004).placed(0, 0, -0.035)
    parts.add(
        handle.placed(r=0 if state == "running" else 90).placed(x, y + 0.055, 0.995),
        pitched(lathe([(0, 0), (0.028, 0), (0.028, 0.006), (0, 0.006)], SAFETY_YELLOW, sides=16), Y_AXIS).placed(
            x, y + 0.045, 0.995
        ),
    )
    parts.add(
        tube(
            [(x, y, 0.94), (x - 0.03, y - 0.02, 0.6), (x - 0.1, y - 0.16, 0.34), (0.36, 0.16, 0.50)],
            0.010,
            BLACK_PLASTIC,
            sides=6,
        )
    )
    if state == "locked_tagged":
        parts.add(padlock().placed(x + 0.01, y + 0.075, 0.915))
        parts.add(box(0.066, 0.003, 0.105, plastic(0.80, 0.05, 0.04), bevel=0.001).placed(x - 0.055, y + 0.078, 0.86))
        parts.sign("valve_lock_tag", 0.064, 0.102, x - 0.055, y + 0.0802, 0.8615)
