"""Devices that watch over old people at home: radar, care screen, call cord, leak sensor."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Lamp, Mesh, Model, joined
from assets.modelling import Assembly, ball, box, cable, lathe, rod, rounded_box, sign_flat, smooth, torus, tube
from assets.modelling.materials import BLACK_PLASTIC, BRASS, STEEL, WHITE_PLASTIC, Material, plastic

CORD = Material((0.80, 0.78, 0.72), "rope", 0.9, 0.0, 0.05, scale=30.0)
RED_GRIP = plastic(0.72, 0.03, 0.03, 0.35)
GREEN_LED = plastic(0.10, 1.0, 0.25)
LED_OFF = plastic(0.06, 0.07, 0.06, 0.2)
LEAD = plastic(0.70, 0.70, 0.68, 0.45)


def plug(*, lead: tuple[float, float, float] | None = None) -> Mesh:
    """A two-pin plug lying along +y, pins ahead, its cable leaving at the back."""
    body = rounded_box(0.028, 0.040, 0.022, WHITE_PLASTIC, radius=0.007, segments=8).placed(0, 0, -0.011)
    pins = [box(0.0015, 0.018, 0.006, BRASS, bevel=0.0004).placed(x, 0.029, -0.003) for x in (-0.006, 0.006)]
    tail = tube(smooth([(0, -0.02, 0), (0, -0.035, 0), lead or (0, -0.05, 0)], 3), 0.0035, LEAD, sides=6)
    return joined([body, *pins, tail])


@prop("radar_monitor")
def radar_monitor(request: PropRequest) -> Model:
    """A millimetre-wave radar 0.1 m square on its bracket; ``unplugged`` is dark, its lead hangs with the bare plug."""
    parts = Assembly()
    parts.add(rounded_box(0.10, 0.026, 0.10, WHITE_PLASTIC, radius=0.010, segments=10).placed(0, 0.002))
    parts.add(
        lathe([(0, 0), (0.034, 0), (0.030, 0.006), (0, 0.008)], plastic(0.72, 0.73, 0.74, 0.25), sides=26).placed(
            0, 0.015, 0.056, p=-90
        )
    )
    parts.sign("radar_words", 0.06, 0.0267, 0, 0.0155, 0.002)
    on = request.state == "on"
    led = lathe([(0, 0), (0.0055, 0), (0.004, 0.004), (0, 0.005)], GREEN_LED if on else LED_OFF, sides=10)
    parts.add(led.placed(0.034, 0.0145, 0.088, p=-90), to="glow" if on else "opaque")
    if on:
        parts.lamp(Lamp((0.034, 0.03, 0.088), (0, 1, 0), (0.15, 1.0, 0.3), 0.02))
        parts.add(
            cable(
                [(0, -0.008, 0.0), (0.0, -0.012, -0.05), (0.02, -0.012, -0.20), (0.02, -0.012, -0.36)],
                0.0035,
                LEAD,
                sides=6,
            )
        )
        parts.add(rounded_box(0.05, 0.03, 0.06, WHITE_PLASTIC, radius=0.006, segments=8).placed(0.02, 0.004, -0.42))
    else:
        parts.add(
            cable(
                [
                    (0, -0.008, 0.0),
                    (0.01, 0.0, -0.08),
                    (-0.03, 0.01, -0.24),
                    (0.03, 0.015, -0.34),
                    (0.015, 0.012, -0.40),
                ],
                0.0035,
                LEAD,
                sides=6,
            )
        )
        parts.add(plug().placed(0.012, 0.010, -0.43, p=-84))
    return parts.model()


@prop("voice_screen")
def voice_screen(request: PropRequest) -> Model:
    """A care screen 0.25 m wide leaning on its foot; ``unplugged``: black, its plug lying beside it."""
    parts = Assembly()
    on = request.state == "on"
    panel = Assembly()
    panel.add(
        rounded_box(0.25, 0.016, 0.165, WHITE_PLASTIC, radius=0.007, segments=10),
        rounded_box(0.238, 0.004, 0.153, BLACK_PLASTIC, radius=0.002, segments=8).placed(0, 0.0075, 0.006),
    )
    panel.sign("care_screen_on" if on else "care_screen_dark", 0.222, 0.139, 0, 0.0106, 0.014)
    panel.add(ball(0.0022, plastic(0.02, 0.02, 0.03), sides=8).placed(0, 0.0096, 0.1585))
    parts.include(panel, 0, 0.02, 0.012, p=14)
    foot = rounded_box(0.21, 0.10, 0.035, plastic(0.62, 0.63, 0.64, 0.6), radius=0.016, segments=10)
    parts.add(
        foot.placed(0, -0.015),
        rounded_box(0.12, 0.05, 0.08, plastic(0.62, 0.63, 0.64, 0.6), radius=0.02, segments=10).placed(0, -0.03, 0.01),
    )
    if on:
        ring_light = tube(
            smooth([(-0.09, 0.034, 0.018), (0, 0.037, 0.018), (0.09, 0.034, 0.018)], 4),
            0.002,
            plastic(0.2, 0.7, 1.0),
            sides=6,
        )
        parts.add(ring_light, to="glow")
        parts.lamp(Lamp((0, 0.08, 0.1), (0, 1, 0.2), (0.55, 0.75, 1.0), 0.06, 150))
        parts.add(
            cable(
                [(0.06, -0.06, 0.012), (0.10, -0.075, 0.004), (0.14, -0.07, 0.004), (0.17, -0.08, 0.004)],
                0.003,
                LEAD,
                sides=6,
                on_ground=True,
            )
        )
    else:
        parts.add(
            cable(
                [
                    (0.06, -0.06, 0.012),
                    (0.13, -0.07, 0.004),
                    (0.20, -0.03, 0.004),
                    (0.17, 0.03, 0.004),
                    (0.185, 0.065, 0.010),
                ],
                0.003,
                LEAD,
                sides=6,
            )
        )
        parts.add(plug().placed(0.19, 0.10, 0.012, h=-12))
    return parts.model()


@prop("sos_cord")
def sos_cord(request: PropRequest) -> Model:
    """A call switch at z 0 with its cord: ``hanging_to_floor`` 1.75 m down, ``tied_up`` knotted short at z -0.2."""
    parts = Assembly()
    parts.add(rounded_box(0.088, 0.034, 0.088, WHITE_PLASTIC, radius=0.008, segments=8).placed(0, -0.006, -0.044))
    parts.add(
        lathe([(0, 0), (0.020, 0), (0.018, 0.008), (0, 0.010)], RED_GRIP, sides=20).placed(0, 0.010, 0.012, p=-90)
    )
    parts.sign("sos_words", 0.045, 0.025, 0, 0.0118, -0.040)
    parts.add(rod((0, 0.004, -0.044), (0, 0.004, -0.056), 0.005, STEEL, sides=8))
    if request.state == "hanging_to_floor":
        parts.add(
            tube(
                smooth([(0, 0.004, -0.05), (0.002, 0.006, -0.6), (-0.002, 0.006, -1.2), (0, 0.006, -1.70)], 6),
                0.0035,
                CORD,
                sides=6,
            )
        )
        parts.add(_grip().placed(0, 0.006, -1.765), _grip().placed(0, 0.006, -1.0))
        return parts.model()
    wind = [(0.018 * np.cos(a), 0.008 + 0.012 * np.sin(a), -0.085 - 0.0028 * a) for a in np.linspace(0, 30, 90)]
    parts.add(tube([(0, 0.004, -0.05), (0.01, 0.006, -0.075), *wind, (0.006, 0.006, -0.175)], 0.0030, CORD, sides=5))
    bundle = [
        (0.026 * np.sin(a), 0.014 + 0.010 * np.cos(2 * a + 0.5), -0.135 + 0.050 * np.cos(a))
        for a in np.linspace(0, 25, 110)
    ]
    parts.add(tube(bundle, 0.0030, CORD, sides=5))
    parts.add(_grip().placed(0.006, 0.010, -0.245), ball(0.011, CORD, sides=10).placed(0.0, 0.010, -0.078))
    return parts.model()


def _grip() -> Mesh:
    """The red triangular pull, 6 cm high, hanging from its upper corner at z 0.065."""
    line = [(0, 0, 0.065), (-0.030, 0, 0.008), (-0.024, 0, 0.0), (0.024, 0, 0.0), (0.030, 0, 0.008), (0, 0, 0.065)]
    return joined([tube(line, 0.0042, RED_GRIP, sides=8), ball(0.006, RED_GRIP, sides=8).placed(0, 0, 0.064)])


@prop("leak_sensor")
def leak_sensor(request: PropRequest) -> Model:
    """A water sensor 7 cm across: ``on_floor``, its lamp green; ``on_shelf_off`` upside down, its battery out."""
    parts = Assembly()
    case = lathe(
        [(0, 0.004), (0.030, 0.004), (0.034, 0.010), (0.034, 0.022), (0.028, 0.028), (0, 0.029)],
        WHITE_PLASTIC,
        sides=28,
    )
    if request.state == "on_floor":
        parts.add(case, torus(0.0345, 0.0018, plastic(0.15, 0.40, 0.62), sides=28, section=6).placed(0, 0, 0.012))
        parts.add(
            *(
                rod(
                    (0.018 * np.cos(a), 0.018 * np.sin(a), 0),
                    (0.018 * np.cos(a), 0.018 * np.sin(a), 0.006),
                    0.003,
                    BRASS,
                    sides=8,
                )
                for a in (0.5, 2.6, 4.7)
            )
        )
        parts.add(ball(0.003, GREEN_LED, sides=8).placed(0.018, 0.012, 0.0285), to="glow")
        parts.add(sign_flat("leak_words", 0.036, 0.018).placed(0, -0.006, 0.0295), to="sign")
        return parts.model()
    parts.add(case.placed(0, 0, 0.032, r=180))
    parts.add(
        lathe([(0, 0), (0.021, 0), (0.021, 0.001), (0, 0.001)], plastic(0.03, 0.03, 0.035), sides=22).placed(
            0, 0, 0.0285
        ),
        rod((-0.015, 0, 0.030), (0.012, 0.004, 0.030), 0.0015, STEEL, sides=5),
    )
    parts.add(
        *(
            rod(
                (0.027 * np.cos(a), 0.027 * np.sin(a), 0.028),
                (0.027 * np.cos(a), 0.027 * np.sin(a), 0.033),
                0.003,
                BRASS,
                sides=8,
            )
            for a in (0.5, 2.6, 4.7)
        )
    )
    parts.add(
        lathe([(0, 0), (0.022, 0), (0.022, 0.0025), (0, 0.003)], WHITE_PLASTIC, sides=22).placed(
            0.058, 0.012, 0.003, r=9
        ),
        lathe([(0, 0), (0.0115, 0), (0.0115, 0.003), (0, 0.0032)], STEEL, sides=18).placed(-0.052, 0.022, 0.0),
    )
    return parts.model()
