"""Faces of gauges: pressure dials with their red line and needle, level scales, small displays."""

from __future__ import annotations

from math import cos, radians, sin

from assets.textures.pen import BLACK, RED, WHITE, Ink, Pen
from assets.textures.signs import sign

START, SWEEP = 225.0, 270.0
"""Where a dial's scale begins, in degrees counter-clockwise from three o'clock, and how far it goes clockwise."""
FACE = 176


def _direction(share: float) -> tuple[float, float]:
    angle = radians(START - SWEEP * share)
    return cos(angle), -sin(angle)


def pressure_face(pen: Pen, value: float, full: float, red: float | None, step: float) -> None:
    """A dial in MPa up to ``full``, graduated by ``step``: its needle at ``value``, its red line at ``red``."""
    middle = pen.w / 2
    pen.disc(middle, middle, middle - 1, BLACK)
    pen.disc(middle, middle, middle - 4, WHITE)
    radius = middle - 12
    count = round(full / step)
    for k in range(count * 5 + 1):
        dx, dy = _direction(k / (count * 5))
        inner = radius - (14 if k % 5 == 0 else 7)
        pen.line(
            [(middle + dx * inner, middle + dy * inner), (middle + dx * radius, middle + dy * radius)],
            BLACK,
            3 if k % 5 == 0 else 1.4,
        )
    for k in range(count + 1):
        dx, dy = _direction(k / count)
        words = f"{k * step:g}"
        pen.text(middle + dx * (radius - 26), middle + dy * (radius - 26), words, 17, BLACK, bold=0.02)
    if red is not None:
        dx, dy = _direction(red / full)
        pen.line(
            [
                (middle + dx * (radius - 20), middle + dy * (radius - 20)),
                (middle + dx * (radius + 8), middle + dy * (radius + 8)),
            ],
            RED,
            7,
        )
    pen.text(middle, middle + 42, "MPa", 20, BLACK, bold=0.02)
    pen.text(middle, middle + 62, "1.6 级", 12, BLACK)
    _needle(pen, middle, value / full, radius - 10)


def _needle(pen: Pen, middle: float, share: float, length: float, ink: Ink = BLACK) -> None:
    dx, dy = _direction(share)
    tip = (middle + dx * length, middle + dy * length)
    tail = (middle - dx * length * 0.24, middle - dy * length * 0.24)
    side = (-dy * 4.5, dx * 4.5)
    pen.polygon([tip, (tail[0] + side[0], tail[1] + side[1]), (tail[0] - side[0], tail[1] - side[1])], ink)
    pen.disc(middle, middle, 9, ink)


@sign("dial_header", FACE, FACE)
def dial_header(pen: Pen) -> None:
    pressure_face(pen, 0.64, 1.6, 0.70, 0.4)
