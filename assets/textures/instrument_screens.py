"""Lit faces of instruments: a boiler's screen, a test jig, a clock."""

from __future__ import annotations

from assets.textures.pen import BLACK, GREY, WHITE, Ink, Pen
from assets.textures.signs import sign

LIT_RED: Ink = (255, 60, 40)
LIT_GREEN: Ink = (70, 240, 110)


@sign("boiler_screen_firing", 200, 130)
def boiler_screen_firing(pen: Pen) -> None:
    pen.fill((8, 30, 60), 4)
    pen.text(100, 28, "运行  大火", 28, LIT_GREEN, bold=0.03)
    pen.text(100, 68, "0.65 MPa", 30, WHITE, bold=0.02)
    pen.text(100, 106, "水位 旁路", 24, (255, 190, 40), bold=0.03)


@sign("boiler_screen_stopped", 200, 130)
def boiler_screen_stopped(pen: Pen) -> None:
    pen.fill((8, 30, 60), 4)
    pen.text(100, 28, "停炉", 28, LIT_RED, bold=0.03)
    pen.text(100, 68, "0.30 MPa", 30, WHITE, bold=0.02)
    pen.text(100, 106, "燃烧器 关", 24, GREY)


@sign("jig_face", 240, 110)
def jig_face(pen: Pen) -> None:
    pen.fill((210, 212, 210), 4)
    pen.text(120, 26, "耐压测试治具  AC 220 V", 22, BLACK, bold=0.02)
    pen.rect(14, 48, 120, 98, (20, 26, 22), 3)
    pen.text(66, 74, "220.4", 34, LIT_GREEN, bold=0.04)
    pen.text(176, 74, "V", 30, BLACK, bold=0.03)


@sign("jig_face_off", 240, 110)
def jig_face_off(pen: Pen) -> None:
    pen.fill((210, 212, 210), 4)
    pen.text(120, 26, "耐压测试治具  AC 220 V", 22, BLACK, bold=0.02)
    pen.rect(14, 48, 120, 98, (20, 26, 22), 3)
    pen.text(176, 74, "V", 30, BLACK, bold=0.03)


@sign("site_clock", 200, 90)
def site_clock(pen: Pen) -> None:
    """The clock on the hot-work cart."""
    pen.fill((16, 18, 20), 6)
    pen.text(100, 46, "11:20", 72, LIT_RED, bold=0.04)
