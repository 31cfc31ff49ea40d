"""Screens of the telephone in its handlebar holder: dark, or with a message that has just come."""

from __future__ import annotations

from assets.textures.pen import WHITE, Ink, Pen
from assets.textures.signs import sign

GLASS: Ink = (10, 12, 16)
WALL: Ink = (34, 66, 110)
SLIP: Ink = (238, 242, 246)
NAME: Ink = (90, 96, 104)
WORDS: Ink = (24, 26, 30)


@sign("phone_dark", 150, 300)
def phone_dark(pen: Pen) -> None:
    pen.fill(GLASS, 14)


@sign("phone_message", 150, 300)
def phone_message(pen: Pen) -> None:
    """The locked screen at ten to eight, and over it a message that hurries."""
    pen.fill(GLASS, 14)
    pen.rect(6, 8, 144, 292, WALL, 10)
    pen.text(75, 58, "7:50", 52, WHITE, bold=0.02)
    pen.rect(12, 104, 138, 214, SLIP, 10)
    pen.disc(30, 124, 9, (40, 170, 90))
    pen.text(46, 124, "班组群", 19, NAME, bold=0.02, anchor="lm")
    pen.text(75, 156, "要迟到了，", 26, WORDS, bold=0.04)
    pen.text(75, 190, "快点！", 30, WORDS, bold=0.05)
