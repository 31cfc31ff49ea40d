"""Stopping and isolating: the lockable isolator, the emergency stop and the pull cord."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Model
from assets.modelling import Assembly, block, box, cloth, lathe, rod, rounded_box, sagging, smooth, solid, tube
from assets.modelling.materials import (
    BLACK_PLASTIC,
    BRASS,
    DARK_STEEL,
    GREY_PLASTIC,
    RED_PAINT,
    SAFETY_YELLOW,
    STEEL,
    WHITE_PLASTIC,
    Material,
)
from assets.props.parts.controls import LIT_RED, mushroom
from assets.props.parts.electrical_parts import padlock

SACK = Material((0.52, 0.50, 0.44), "fabric", 0.95, 0.0, 0.6, scale=3.0)
CORD_RED = Material((0.62, 0.04, 0.03), "rope", 0.6, 0.0, 0.4, scale=8.0)


@prop("isolator")
def isolator(request: PropRequest) -> Model:
    """A switch with a rotary handle: ``on`` with its lock hanging on the hook board beside it, ``off``, or
    ``locked_tagged``. On a wall its origin is the box's foot; on a post it stands on the floor."""
    parts = Assembly()
    body = Assembly()
    _isolator_box(body, request.state)
    if request.variant == "post":
        parts.add(
            box(0.30, 0.30, 0.02, DARK_STEEL, bevel=0.005),
            box(0.08, 0.08, 2.1, SAFETY_YELLOW, bevel=0.008, grid=0.6).placed(0, -0.06, 0.02),
        )
        parts.add(*(box(0.22, 0.03, 0.05, DARK_STEEL, bevel=0.005).placed(0, -0.02, z) for z in (1.20, 1.55)))
        parts.include(body, 0, 0.08, 1.12)
        return parts.model()
    parts.include(body)
    return parts.model()


def _isolator_box(parts: Assembly, state: str) -> None:
    w, d, h = 0.30, 0.16, 0.44
    parts.add(rounded_box(w, d, h, GREY_PLASTIC.coloured(0.58, 0.59, 0.57), radius=0.02, segments=10).placed(0, 0, 0.0))
    parts.sign("isolator_face", 0.26, 0.347, 0, d / 2 + 0.001, 0.055)
    parts.add(
        *(
            lathe([(0, 0), (0.03, 0), (0.03, 0.05), (0.022, 0.06), (0, 0.06)], BLACK_PLASTIC, sides=12)
            .placed(p=180)
            .placed(x, 0, 0.0)
            for x in (-0.07, 0.07)
        )
    )
    parts.add(*(rod((x, 0, -0.05), (x, 0, -0.32), 0.016, BLACK_PLASTIC, sides=8) for x in (-0.07, 0.07)))
    middle = 0.214
    on = state == "on"
    disc = lathe([(0, 0), (0.062, 0), (0.062, 0.014), (0.05, 0.02), (0, 0.02)], BLACK_PLASTIC, sides=22).placed(p=-90)
    parts.add(disc.placed(0, d / 2, middle))
    handle = Assembly()
    handle.add(box(0.030, 0.045, 0.13, RED_PAINT, bevel=0.008, wear=0.6).placed(0, 0.02, -0.065))
    handle.add(lathe([(0, 0), (0.008, 0), (0, 0.001)], BLACK_PLASTIC, sides=10).placed(p=-90).placed(0, 0.0435, -0.045))
    parts.include(handle, 0, d / 2 + 0.02, middle, r=0 if on else 90)
    parts.sign("isolator_on" if on else "isolator_off", 0.09, 0.04, 0, d / 2 + 0.0015, 0.385)
    if state == "locked_tagged":
        lock = Assembly()
        lock.add(rounded_box(0.042, 0.022, 0.046, RED_PAINT, radius=0.006, segments=8).placed(0, 0, -0.075))
        bow = [(-0.014, 0, -0.03), (-0.014, 0, 0.0), (0, 0, 0.016), (0.014, 0, 0.0), (0.014, 0, -0.03)]
        lock.add(tube(smooth(bow, 4), 0.004, STEEL, sides=6))
        parts.include(lock, -0.05, d / 2 + 0.055, middle)
        parts.add(
            tube(
                smooth([(-0.05, 0.145, middle - 0.04), (-0.06, 0.15, 0.15), (-0.05, 0.15, 0.13)], 4),
                0.0015,
                BLACK_PLASTIC,
                sides=4,
            )
        )
        parts.add(box(0.106, 0.003, 0.174, WHITE_PLASTIC, bevel=0.001).placed(-0.05, 0.145, -0.045))
        parts.sign("lockout_tag", 0.104, 0.170, -0.05, 0.1480, -0.043)
        return
    parts.add(box(0.20, 0.014, 0.26, SAFETY_YELLOW, bevel=0.004).placed(0.30, -0.06, 0.08))
    parts.sign("lock_board", 0.19, 0.063, 0.30, -0.0525, 0.265)
    for k, x in enumerate((0.24, 0.30, 0.36)):
        parts.add(rod((x, -0.055, 0.235), (x, -0.025, 0.242), 0.003, STEEL, sides=6))
        if k < 2:
            parts.add(padlock().placed(x, -0.035, 0.165 - 0.0))
        else:
            parts.add(box(0.06, 0.002, 0.10, WHITE_PLASTIC, bevel=0.0005).placed(x, -0.035, 0.13))


@prop("estop_station")
def estop_station(request: PropRequest) -> Model:
    """Variant ``button``: a stop button on a post, ``ok`` with its own lamp or ``covered`` by a sack;
    ``cord``: pull-cord switches along 5 m of x, ``ok`` taut or ``cord_slack`` lying on the floor."""
    parts = Assembly()
    if request.variant == "cord":
        _cord(parts, slack=request.state == "cord_slack")
    else:
        _button_post(parts, covered=request.state == "covered")
    return parts.model()


def _button_post(parts: Assembly, *, covered: bool) -> None:
    parts.add(
        box(0.22, 0.22, 0.014, DARK_STEEL, bevel=0.004),
        box(0.06, 0.06, 0.90, SAFETY_YELLOW, bevel=0.008, grid=0.4, wear=0.5).placed(0, -0.02, 0.014),
    )
    parts.add(rounded_box(0.11, 0.09, 0.17, SAFETY_YELLOW, radius=0.012, segments=10).placed(0, -0.005, 0.91))
    mushroom(parts, 0, 0.040, 0.975, radius=0.026)
    parts.sign("estop_plate", 0.10, 0.042, 0, 0.0405, 1.03)
    lens = lathe([(0, 0), (0.014, 0), (0.014, 0.012), (0.008, 0.018), (0, 0.018)], LIT_RED, sides=12)
    parts.add(lens.placed(0, -0.005, 1.08), to="glow")
    parts.add(
        tube(
            smooth([(0, -0.055, 0.94), (0.02, -0.08, 0.7), (0, -0.06, 0.3), (0.06, -0.16, 0.015)], 6),
            0.009,
            BLACK_PLASTIC,
            sides=7,
        )
    )
    if covered:
        _sack(parts)


def _sack(parts: Assembly) -> None:
    """An empty cement sack hung over the button: front and back flap with folds, open at the sides."""
    u, v = np.meshgrid(np.linspace(-1, 1, 13), np.linspace(0, 1, 25))
    along = (v - 0.5) * 2
    drop = 1.135 - np.clip(np.abs(along) - 0.14, 0, 1) * (0.58 + 0.05 * np.sin(3 * u))
    y = np.sign(along) * np.clip(np.abs(along) * 5, 0, 1) * (0.115 + 0.015 * np.sin(5 * u + 2 * along)) + 0.005
    x = u * (0.20 + 0.04 * np.abs(along)) + 0.015 * np.sin(9 * along)
    points = np.stack([x, -y, drop + 0.008 * np.cos(7 * u)], axis=-1)
    parts.add(cloth(points, SACK, two_sided=True))
    parts.sign("cement_sack", 0.28, 0.24, 0.0, 0.15, 0.70, turn=0, lean=-3)


def _cord(parts: Assembly, *, slack: bool) -> None:
    """Two switches at x -2.4 and 2.4, rings between them, the cord through the rings."""
    for x in (-2.4, 2.4):
        parts.add(
            box(0.05, 0.05, 0.92, DARK_STEEL, bevel=0.006, grid=0.5).placed(x, -0.05),
            box(0.16, 0.16, 0.012, DARK_STEEL, bevel=0.003).placed(x, -0.05),
        )
        parts.add(solid(block(0.14, 0.09, 0.17, x, 0, 0.86), SAFETY_YELLOW, wear=0.3))
        parts.sign("pull_cord_plate", 0.12, 0.06, x, 0.0465, 0.93)
        inward = -np.sign(x)
        arm_tip = (x + inward * 0.13, 0, 0.95) if not slack or x > 0 else (x + inward * 0.03, 0.055, 0.70)
        arm_foot = (x + inward * 0.02, 0.055 if slack and x < 0 else 0.0, 0.95)
        parts.add(rod(arm_foot, arm_tip, 0.009, RED_PAINT, sides=8))
        parts.add(
            lathe([(0, 0), (0.02, 0), (0.02, 0.016), (0, 0.016)], BRASS, sides=12).placed(p=-90).placed(x, 0.045, 0.90)
        )
    posts = (-1.2, 0.0, 1.2)
    for x in posts:
        parts.add(
            rod((x, -0.05, 0), (x, -0.05, 0.95), 0.014, DARK_STEEL, sides=6, grid=0.5),
            rod((x, -0.05, 0.95), (x, 0.01, 0.95), 0.006, STEEL, sides=6),
        )
        angle = np.linspace(0, 2 * np.pi, 13)
        parts.add(
            tube(
                np.column_stack([np.full(13, x), 0.012 + 0.018 * np.cos(angle), 0.932 + 0.018 * np.sin(angle)]),
                0.003,
                STEEL,
                sides=5,
                caps=False,
            )
        )
    if not slack:
        stops = [(-2.27, 0, 0.95), *((x, 0.012, 0.93) for x in posts), (2.27, 0, 0.95)]
        for a, b in zip(stops, stops[1:], strict=False):
            parts.add(tube(sagging(a, b, 0.012, 6), 0.0045, CORD_RED, sides=6))
        return
    loose = [
        (2.27, 0, 0.95),
        (1.6, 0.01, 0.80),
        (1.2, 0.012, 0.932),
        (0.95, 0.03, 0.45),
        (0.6, 0.10, 0.006),
        (0.1, 0.20, 0.006),
        (-0.3, 0.08, 0.006),
        (-0.9, 0.22, 0.006),
        (-1.3, 0.10, 0.006),
        (-1.7, 0.20, 0.006),
        (-2.0, 0.12, 0.006),
    ]
    parts.add(tube(smooth(loose, 6), 0.0045, CORD_RED, sides=6))
    parts.add(
        tube(smooth([(-2.37, 0.055, 0.70), (-2.36, 0.06, 0.62), (-2.37, 0.055, 0.55)], 4), 0.0045, CORD_RED, sides=6)
    )
