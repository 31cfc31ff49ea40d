"""The boards of safety signs in the manner of GB 2894: shape and colour of each kind, and its words below."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from assets.textures.pen import BLACK, BLUE, GREEN, RED, WHITE, YELLOW, Ink, Pen
from assets.textures.stencil import Stencil

W, H = 360, 450
_MIDDLE = (W / 2, H * 0.395)
_RADIUS = W * 0.40
_RING = 24
FIRE_RED: Ink = (200, 20, 24)


def _board(pen: Pen, words: str, strip: Ink, ink: Ink) -> None:
    """The white board with a coloured strip of words at its foot."""
    pen.fill((90, 92, 94), 14)
    pen.fill(WHITE, 12, 2)
    pen.rect(14, H * 0.775, W - 14, H - 16, strip, 8)
    pen.text(W / 2, H * 0.868, words, 68, ink, bold=0.032, fit=W - 52)


def warning(pen: Pen, words: str) -> Stencil:
    """A yellow triangle; the stencil's unit is the circle inside it."""
    _board(pen, words, YELLOW, BLACK)
    cx, cy = W / 2, H * 0.43
    pen.round_polygon([(cx, cy - 148), (cx - 150, cy + 108), (cx + 150, cy + 108)], BLACK, 14)
    pen.round_polygon([(cx, cy - 118), (cx - 123, cy + 92), (cx + 123, cy + 92)], YELLOW, 9)
    return Stencil(pen, cx, cy + 14, 83, BLACK, YELLOW)


@contextmanager
def prohibition(pen: Pen, words: str) -> Iterator[Stencil]:
    """A red ring whose bar goes over what is drawn meanwhile; the stencil's unit is the ring's inside."""
    _board(pen, words, RED, WHITE)
    x, y = _MIDDLE
    yield Stencil(pen, x, y, _RADIUS - _RING, BLACK, WHITE)
    reach = _RADIUS * 0.66
    pen.line([(x - reach, y - reach), (x + reach, y + reach)], RED, 20)
    pen.circle(x, y, _RADIUS, RED, _RING)


def mandatory(pen: Pen, words: str) -> Stencil:
    """A blue disc; the stencil's unit is its radius."""
    _board(pen, words, BLUE, WHITE)
    pen.disc(*_MIDDLE, _RADIUS, BLUE)
    return Stencil(pen, *_MIDDLE, _RADIUS, WHITE, BLUE)


def guidance(pen: Pen, words: str, ground: Ink = GREEN) -> Stencil:
    """A green square, or a red one for what fights fire; the stencil's unit is half its side."""
    _board(pen, words, ground, WHITE)
    x, y = _MIDDLE
    pen.rect(x - _RADIUS, y - _RADIUS, x + _RADIUS, y + _RADIUS, ground, 10)
    return Stencil(pen, x, y, _RADIUS, WHITE, ground)
