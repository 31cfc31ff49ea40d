"""Hand valves in every state that a trainee must tell apart: gate valves, a household gas cock, a tap.

The axis of a valve's pipe lies along x, 0.11 m above the origin.
"""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import (
    Assembly,
    Material,
    ball,
    bolt,
    box,
    lathe,
    painted,
    pitched,
    plastic,
    ring,
    rod,
    stud,
    torus,
    tube,
)
from assets.modelling.materials import BRASS, CHROME, STEEL, WINDOW
from assets.props.parts.electrical_parts import padlock
from assets.props.parts.pipework import GAS_YELLOW, HANDWHEEL_BLUE, HANDWHEEL_RED, PIPE_GREY, X_AXIS, flange, handwheel

AXIS = 0.11


"""Height of the pipe's axis over the origin of valves and flanges."""


BODY_BLUE = painted(0.05, 0.14, 0.26, 0.42, 0.25)


BUBBLE = WINDOW.coloured(0.85, 0.90, 0.95)


TAPE_ORANGE = plastic(0.85, 0.20, 0.03, 0.5)


@prop("manual_valve")
def manual_valve(request: PropRequest) -> Model:
    """A DN80 gate valve with a rising stem; as ``gas_meter`` a ball valve, as ``tap`` a brass tap on its wall plate."""
    if request.variant == "gas_meter":
        return _gas_meter_valve(request.state)
    if request.variant == "tap":
        return _tap(request.state)
    parts = Assembly()
    parts.add(*_gate_body())
    lift = {"closed_locked": 0.0, "closed_unlocked": 0.0, "part_open": 0.035, "open": 0.085}[request.state]
    _rising_stem(parts, lift, HANDWHEEL_RED if request.variant != "water" else HANDWHEEL_BLUE)
    if request.state == "closed_locked":
        _chain_and_tag(parts)
    if request.variant == "weeping":
        _soap_bubbles(parts)
    return parts.model()


def _gate_body() -> list[Mesh]:
    """Body with end flanges, bonnet with its bolts, yoke."""
    run = lathe(
        [
            (0, -0.11),
            (0.052, -0.11),
            (0.052, -0.06),
            (0.068, -0.03),
            (0.068, 0.03),
            (0.052, 0.06),
            (0.052, 0.11),
            (0, 0.11),
        ],
        BODY_BLUE,
        sides=18,
    )
    neck = lathe(
        [(0, 0), (0.060, 0), (0.056, 0.07), (0.078, 0.078), (0.078, 0.096), (0, 0.096)], BODY_BLUE, sides=18
    ).placed(z=AXIS + 0.02)
    bonnet = lathe(
        [(0, 0.096), (0.078, 0.096), (0.078, 0.112), (0.05, 0.12), (0.030, 0.150), (0.030, 0.17), (0, 0.17)],
        BODY_BLUE,
        sides=18,
    ).placed(z=AXIS + 0.02)
    nuts = ring(
        joined([bolt(0.009, 0.009).placed(0.068, 0, 0.112), bolt(0.009, 0.009).placed(p=180).placed(0.068, 0, 0.078)]),
        6,
    ).placed(z=AXIS + 0.02)
    yoke = [
        tube(
            [
                (s * 0.032, 0, AXIS + 0.185),
                (s * 0.05, 0, AXIS + 0.23),
                (s * 0.042, 0, AXIS + 0.285),
                (0, 0, AXIS + 0.295),
            ],
            0.010,
            BODY_BLUE,
            sides=7,
        )
        for s in (-1, 1)
    ]
    gland = lathe(
        [(0, 0), (0.034, 0), (0.034, 0.012), (0.018, 0.016), (0.018, 0.03), (0, 0.03)], BRASS, sides=14
    ).placed(z=AXIS + 0.19)
    pipes = [rod((s * 0.11, 0, AXIS), (s * 0.15, 0, AXIS), 0.045, PIPE_GREY, sides=16) for s in (-1, 1)]
    ends = [flange(0.045, PIPE_GREY).placed(s * 0.112, 0, AXIS) for s in (-1, 1)]
    return [pitched(run, X_AXIS).placed(z=AXIS), neck, bonnet, nuts, *yoke, gland, *pipes, *ends]


def _rising_stem(parts: Assembly, lift: float, wheel: Material) -> None:
    """Stem and handwheel raised by ``lift`` metres (0 shut, 0.085 open), the pointer on its scale."""
    parts.add(stud(0.011, 0.18 + lift, STEEL).placed(z=AXIS + 0.20))
    parts.add(handwheel(0.10, wheel).placed(0, 0, AXIS + 0.318 + lift * 0.2, h=15 + 900 * lift))
    parts.add(box(0.028, 0.006, 0.09, STEEL, bevel=0.002).placed(0, 0.050, AXIS + 0.20))
    parts.sign("valve_scale", 0.032, 0.086, 0, 0.0536, AXIS + 0.202)
    pointer = box(0.034, 0.012, 0.006, TAPE_ORANGE, bevel=0.001)
    parts.add(
        pointer.placed(0, 0.055, AXIS + 0.212 + lift * 0.75),
        rod((0, 0, AXIS + 0.214 + lift * 0.75), (0, 0.05, AXIS + 0.214 + lift * 0.75), 0.004, STEEL, sides=5),
    )


def _chain_and_tag(parts: Assembly) -> None:
    """A chain through the wheel and round the yoke, padlock and red tag, to the front."""
    z = AXIS + 0.318
    links = [
        (0.085, 0.02, z),
        (0.10, 0.055, z - 0.03),
        (0.075, 0.085, z - 0.08),
        (0.02, 0.088, z - 0.105),
        (-0.04, 0.07, z - 0.08),
        (-0.075, 0.045, z - 0.02),
        (-0.08, 0.02, z + 0.012),
    ]
    link = torus(0.011, 0.0032, STEEL, sides=10, section=5)
    for k, (a, b) in enumerate(zip(links, links[1:], strict=False)):
        for t in (0.0, 0.34, 0.67):
            at = np.asarray(a) + (np.asarray(b) - np.asarray(a)) * t
            parts.add(link.placed(p=90 if (k + int(t * 3)) % 2 else 0, h=30 * k, r=20).placed(*at))
    parts.add(padlock().placed(0.02, 0.095, z - 0.165))
    parts.add(box(0.066, 0.003, 0.105, plastic(0.80, 0.05, 0.04), bevel=0.001).placed(-0.04, 0.098, z - 0.215, h=0))
    parts.sign("valve_lock_tag", 0.064, 0.102, -0.04, 0.1002, z - 0.2135)
    parts.add(
        tube([(-0.04, 0.098, z - 0.112), (-0.045, 0.085, z - 0.09), (-0.04, 0.07, z - 0.08)], 0.0016, STEEL, sides=4)
    )


def _soap_bubbles(parts: Assembly) -> None:
    """Soap bubbles that grow round the gland, and suds running down the bonnet."""
    rng = np.random.default_rng(12)
    for k in range(26):
        angle, radius = rng.uniform(0, 2 * np.pi), rng.uniform(0.005, 0.019)
        z = AXIS + 0.20 + rng.uniform(-0.03, 0.035) - (0.05 if k > 18 else 0)
        reach = 0.026 + 0.012 * rng.random() + (0.02 if k > 18 else 0)
        parts.add(ball(radius, BUBBLE, sides=8).placed(np.cos(angle) * reach, np.sin(angle) * reach, z), to="glass")
    foam = Material((0.88, 0.90, 0.92), "paint", 0.3, 0.0, 0.05)
    for _ in range(34):
        angle = rng.uniform(0, 2 * np.pi)
        parts.add(
            ball(rng.uniform(0.003, 0.008), foam, sides=6).placed(
                np.cos(angle) * 0.034, np.sin(angle) * 0.034, AXIS + 0.185 + rng.uniform(-0.02, 0.025)
            )
        )


def _gas_meter_valve(state: str) -> Model:
    """A brass ball valve on a household gas pipe that rises along the wall (at y -0.05) and turns to the meter."""
    parts = Assembly()
    grey = painted(0.62, 0.63, 0.62, 0.5, 0.05)
    parts.add(rod((-0.15, 0, AXIS), (0.15, 0, AXIS), 0.013, grey, sides=10))
    body = lathe(
        [
            (0, -0.045),
            (0.019, -0.045),
            (0.019, -0.028),
            (0.024, -0.018),
            (0.024, 0.018),
            (0.019, 0.028),
            (0.019, 0.045),
            (0, 0.045),
        ],
        BRASS,
        sides=12,
    )
    parts.add(
        pitched(body, X_AXIS).placed(z=AXIS),
        *(pitched(bolt(0.021, 0.016, BRASS), (s, 0, 0)).placed(s * 0.032, 0, AXIS) for s in (-1, 1)),
    )
    turn = {"closed_locked": 90, "closed_unlocked": 90, "part_open": 20, "open": 0}[state]
    lever = joined(
        [
            rod((0, 0, 0), (0, 0.035, 0), 0.007, STEEL, sides=8),
            box(0.13, 0.006, 0.018, GAS_YELLOW, bevel=0.003).placed(0.045, 0.038, -0.009),
        ]
    )
    parts.add(lever.placed(r=-turn).placed(0, 0.012, AXIS))
    parts.add(box(0.05, 0.003, 0.034, GAS_YELLOW, bevel=0.001).placed(-0.08, 0.018, AXIS - 0.075))
    parts.sign("gas_valve_tag", 0.048, 0.032, -0.08, 0.0202, AXIS - 0.074)
    parts.add(tube([(-0.08, 0.018, AXIS - 0.04), (-0.08, 0.014, AXIS)], 0.0012, STEEL, sides=4))
    for x in (-0.11, 0.11):
        parts.add(box(0.03, 0.05, 0.012, STEEL, bevel=0.002).placed(x, -0.025, AXIS - 0.02))
    if state == "closed_locked":
        parts.add(padlock().placed(0, 0.055, AXIS - 0.17))
    return parts.model()


def _tap(state: str) -> Model:
    """A chromed washing-machine tap on the wall (at y -0.05), its cross handle and threaded spout."""
    parts = Assembly()
    parts.add(
        pitched(
            lathe([(0, 0), (0.03, 0), (0.03, 0.006), (0.014, 0.012), (0.014, 0.06), (0, 0.06)], CHROME, sides=16),
            (0, 1, 0),
        ).placed(0, -0.05, AXIS)
    )
    parts.add(
        pitched(
            lathe([(0, -0.02), (0.018, -0.018), (0.02, 0), (0.018, 0.03), (0, 0.032)], CHROME, sides=14), (0, 1, 0)
        ).placed(0, 0.0, AXIS)
    )
    parts.add(
        tube([(0, 0.01, AXIS), (0, 0.025, AXIS - 0.02), (0, 0.028, AXIS - 0.055)], 0.011, CHROME, sides=10),
        stud(0.0125, 0.02, CHROME).placed(0, 0.028, AXIS - 0.074),
    )
    turn = {"closed_locked": 0, "closed_unlocked": 0, "part_open": 40, "open": 90}[state]
    cross = joined(
        [
            lathe([(0, 0), (0.012, 0), (0.012, 0.014), (0, 0.018)], CHROME, sides=12),
            *(
                rod((0, 0, 0.008), (0.028 * np.cos(a), 0.028 * np.sin(a), 0.008), 0.0055, CHROME, sides=7)
                for a in (0, np.pi / 2, np.pi, 1.5 * np.pi)
            ),
        ]
    )
    parts.add(
        pitched(cross.placed(h=turn), (0, 0.4, 1)).placed(0, 0.012, AXIS + 0.028),
        rod((0, 0.005, AXIS + 0.01), (0, 0.012, AXIS + 0.03), 0.008, CHROME, sides=8),
    )
    if state in ("part_open", "open"):
        drop = WINDOW.coloured(0.6, 0.7, 0.75)
        parts.add(
            rod(
                (0, 0.028, AXIS - 0.074),
                (0, 0.028, AXIS - (0.11 if state == "part_open" else 0.14)),
                0.003 if state == "part_open" else 0.008,
                drop,
                sides=7,
            ),
            to="glass",
        )
    if state == "closed_locked":
        parts.add(padlock().placed(0, 0.045, AXIS - 0.02))
    return parts.model()
