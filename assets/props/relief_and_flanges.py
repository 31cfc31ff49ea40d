"""Flanges and safety valves of process lines: sound, weeping, unblinded; in service, shut off, wired down."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Model, joined
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
    torus,
    tube,
)
from assets.modelling.materials import DARK_STEEL, RUSTY_STEEL, STEEL
from assets.props.parts.pipework import HANDWHEEL_RED, PIPE_GREY, SEAL_LEAD, STAINLESS, X_AXIS, flange
from assets.props.process_valves import AXIS

ACID_WET = Material((0.30, 0.26, 0.14), "paint", 0.06, 0.0, 0.02)


ETCHED = Material((0.34, 0.22, 0.12), "rust", 0.5, 0.3, 0.6)


@prop("pipe_flange")
def pipe_flange(request: PropRequest) -> Model:
    """A DN100 flange pair on stubs of pipe: sound, weeping acid, without blind and dripping, or blinded and tagged."""
    parts = Assembly()
    radius = 0.057
    parts.add(*(rod((s * 0.02, 0, AXIS), (s * 0.15, 0, AXIS), radius, PIPE_GREY, sides=18, grid=0.06) for s in (-1, 1)))
    if request.state == "blinded_tagged":
        _blind(parts, radius)
        return parts.model()
    parts.add(flange(radius, PIPE_GREY).placed(z=AXIS))
    if request.state == "ok":
        for k in range(8):
            angle = np.radians(k * 45 + 22.5)
            mark = box(0.052, 0.004, 0.004, plastic(0.75, 0.70, 0.05), bevel=0.001)
            parts.add(mark.placed(0, 0.106 * np.cos(angle), AXIS + 0.106 * np.sin(angle)))
    elif request.state == "weeping":
        _acid_weep(parts)
    else:
        _dripping(parts)
    return parts.model()


def _blind(parts: Assembly, radius: float) -> None:
    """The pair spread by a spectacle blind, its open half standing up, the numbered tag on it."""
    half = flange(radius, PIPE_GREY)
    parts.add(
        half.placed(z=AXIS),
        lathe([(0, -0.007), (0.098, -0.007), (0.098, 0.007), (0, 0.007)], STAINLESS, sides=26)
        .placed(r=90)
        .placed(z=AXIS),
    )
    eye = lathe(
        [(0.058, -0.006), (0.098, -0.006), (0.098, 0.006), (0.058, 0.006), (0.058, -0.006)], STAINLESS, sides=26
    ).placed(r=90)
    parts.add(eye.placed(z=AXIS + 0.245), box(0.012, 0.05, 0.075, STAINLESS, bevel=0.003).placed(0, 0, AXIS + 0.085))
    parts.add(box(0.115, 0.003, 0.082, plastic(0.88, 0.62, 0.03), bevel=0.001).placed(0.0, 0.128, AXIS - 0.09))
    parts.sign("blind_tag", 0.112, 0.079, 0, 0.1302, AXIS - 0.0885)
    parts.add(
        tube([(0.0, 0.128, AXIS - 0.012), (0.0, 0.126, AXIS + 0.03), (0, 0.10, AXIS + 0.06)], 0.0015, STEEL, sides=4)
    )


def _acid_weep(parts: Assembly) -> None:
    """Oily beads along the gasket, an etched brown front, drips below."""
    rng = np.random.default_rng(6)
    for _ in range(30):
        angle = np.radians(rng.uniform(-170, 60))
        size = rng.uniform(0.003, 0.008)
        parts.add(
            ball(size, ACID_WET, sides=7).placed(
                rng.uniform(-0.006, 0.006), 0.116 * np.cos(angle), AXIS + 0.116 * np.sin(angle)
            )
        )
    for x, length in ((0.004, 0.05), (-0.008, 0.03), (0.012, 0.022)):
        parts.add(
            lathe(
                [(0, 0), (0.006, 0.008), (0.003, length * 0.6), (0.001, length), (0, length)], ACID_WET, sides=7
            ).placed(x, 0.0, AXIS - 0.118 - length)
        )
    angle = np.radians(np.linspace(-150, 30, 12))
    line = np.column_stack([np.zeros(12), 0.1205 * np.cos(angle), AXIS + 0.1205 * np.sin(angle)])
    parts.add(
        tube(
            line, [0.004, 0.012, 0.014, 0.012, 0.015, 0.013, 0.015, 0.012, 0.013, 0.010, 0.008, 0.003], ETCHED, sides=7
        )
    )
    parts.add(
        *(
            lathe(
                [(0.0575, -0.02 - 0.01 * k), (0.0583, -0.02), (0.0583, 0.04), (0.0575, 0.05 + 0.01 * k)],
                ETCHED,
                sides=16,
            )
            .placed(r=90)
            .placed(s * 0.085, 0, AXIS)
            for k, s in enumerate((-1, 1))
        )
    )


def _dripping(parts: Assembly) -> None:
    """A toluene drop forming under the gasket and a wet streak; the tag's hook hangs empty."""
    wet = Material((0.10, 0.10, 0.11), "paint", 0.05, 0.2, 0.02)
    for x, length in ((0.0, 0.034), (0.01, 0.018)):
        parts.add(
            lathe([(0, 0), (0.007, 0.008), (0.004, length * 0.6), (0.001, length), (0, length)], wet, sides=8).placed(
                x, 0.0, AXIS - 0.115 - length
            )
        )
    angle = np.radians(np.linspace(-130, -50, 8))
    parts.add(
        tube(np.column_stack([np.zeros(8), 0.119 * np.cos(angle), AXIS + 0.119 * np.sin(angle)]), 0.008, wet, sides=6)
    )
    parts.add(torus(0.016, 0.0018, STEEL, sides=12, section=4).placed(p=0, r=90).placed(0.03, 0.108, AXIS + 0.055))


@prop("safety_valve")
def safety_valve(request: PropRequest) -> Model:
    """A spring safety valve on its root valve: ``process`` with a cap, ``boiler`` with a lifting lever."""
    parts = Assembly()
    rusty = request.state == "wired_rusty"
    cast = Material((0.62, 0.55, 0.50), "rust", 0.7, 0.3, 0.8) if rusty else painted(0.55, 0.06, 0.04, 0.42, 0.2)
    _root_valve(parts, shut=request.state == "root_closed")
    body = [
        (0, 0.17),
        (0.088, 0.17),
        (0.088, 0.188),
        (0.052, 0.20),
        (0.055, 0.25),
        (0.075, 0.28),
        (0.075, 0.33),
        (0.082, 0.335),
        (0.082, 0.355),
        (0.056, 0.365),
        (0.045, 0.50),
        (0.036, 0.52),
        (0, 0.52),
    ]
    parts.add(lathe(body, cast, sides=20, split=35))
    parts.add(ring(bolt(0.008, 0.009, RUSTY_STEEL if rusty else STEEL).placed(0.072, 0, 0.355), 6))
    outlet = lathe([(0, 0), (0.05, 0.0), (0.05, 0.08), (0.085, 0.085), (0.085, 0.105), (0, 0.105)], cast, sides=18)
    parts.add(
        pitched(outlet, X_AXIS).placed(0.04, 0, 0.29),
        tube([(0.14, 0, 0.29), (0.19, 0, 0.30), (0.21, 0, 0.35), (0.21, 0, 0.60)], 0.042, PIPE_GREY, sides=12),
    )
    parts.add(lathe([(0, 0.52), (0.026, 0.52), (0.026, 0.57), (0.018, 0.60), (0, 0.60)], cast, sides=14))
    parts.sign("relief_plate", 0.075, 0.052, 0, 0.082, 0.285)
    parts.add(box(0.08, 0.02, 0.056, STEEL, bevel=0.002).placed(0, 0.0705, 0.283))
    if request.variant == "boiler" or rusty:
        _lever(parts, rusty)
    if request.state == "ok":
        _lead_seal(parts)
    return parts.model()


def _root_valve(parts: Assembly, *, shut: bool) -> None:
    """The full-bore valve below: its handle along the pipe when open, across it when shut."""
    run = lathe(
        [
            (0, 0),
            (0.075, 0),
            (0.075, 0.02),
            (0.045, 0.026),
            (0.045, 0.05),
            (0.06, 0.075),
            (0.06, 0.10),
            (0.045, 0.125),
            (0.045, 0.15),
            (0.075, 0.152),
            (0.075, 0.17),
            (0, 0.17),
        ],
        PIPE_GREY,
        sides=20,
    )
    parts.add(run, ring(bolt(0.008, 0.01).placed(0.062, 0, 0.02), 4, start=45))
    parts.add(
        pitched(lathe([(0, 0), (0.022, 0), (0.020, 0.045), (0, 0.05)], DARK_STEEL, sides=12), (0, 1, 0)).placed(
            0, 0.055, 0.088
        )
    )
    lever = joined(
        [
            box(0.024, 0.010, 0.16, STEEL, bevel=0.003).placed(0, 0, 0),
            box(0.030, 0.016, 0.09, HANDWHEEL_RED, bevel=0.005).placed(0, 0, 0.09),
        ]
    )
    parts.add(lever.placed(r=90 if shut else 0).placed(0, 0.108, 0.088 if shut else 0.078))


def _lever(parts: Assembly, wired: bool) -> None:
    """The lifting lever; tied to the body with wire when ``wired``."""
    lever_steel = RUSTY_STEEL if wired else STEEL
    parts.add(
        box(0.02, 0.03, 0.05, lever_steel, bevel=0.003).placed(0, 0, 0.585),
        rod((-0.015, 0, 0.615), (0.015, 0, 0.615), 0.006, STEEL, sides=8),
    )
    tilt = -20 if wired else 12
    parts.add(
        box(0.014, 0.24, 0.020, lever_steel, bevel=0.004).placed(0, 0.09, -0.01).placed(p=tilt).placed(0, 0, 0.615)
    )
    if wired:
        wire = Material((0.50, 0.42, 0.36), "galvanised", 0.5, 0.6, 0.3)
        for k in range(3):
            x = -0.012 + 0.012 * k
            loop = [
                (x, 0.17, 0.562),
                (x - 0.004, 0.185, 0.545),
                (x, 0.13, 0.42),
                (x + 0.01, 0.085, 0.352),
                (x, 0.062, 0.34),
            ]
            parts.add(tube(loop, 0.0026, wire, sides=5))
        for k in range(4):
            z = 0.322 + 0.007 * k
            parts.add(torus(0.078, 0.0026, wire, sides=18, section=5).placed(0, 0, z))
        parts.add(
            tube(
                [(0.0, 0.09, 0.40), (0.014, 0.098, 0.405), (0.02, 0.12, 0.39), (0.012, 0.14, 0.40)],
                0.0026,
                wire,
                sides=5,
            )
        )


def _lead_seal(parts: Assembly) -> None:
    """The lead seal on its wire at the cap."""
    parts.add(tube([(0.024, 0, 0.555), (0.034, 0.02, 0.53), (0.03, 0.035, 0.49)], 0.0016, STEEL, sides=4))
    parts.add(
        pitched(
            lathe([(0, -0.004), (0.011, -0.004), (0.012, 0), (0.011, 0.004), (0, 0.004)], SEAL_LEAD, sides=12),
            (0.4, 1, 0),
        ).placed(0.03, 0.04, 0.48)
    )
