"""Guidance signs (提示): ways out, refuge, first aid, telephone, fire fighting, escape routes of mines."""

from __future__ import annotations

from assets.textures.pen import BLACK, GREEN, RED, WHITE, Pen
from assets.textures.pictograms import bolt, exit_door, extinguisher, flame, runner
from assets.textures.safety_boards import FIRE_RED, H, W, guidance
from assets.textures.signs import sign
from assets.textures.stencil import Stencil

LIT_GREEN = (0, 148, 84)


@sign("紧急出口", W, H)
def emergency_exit(pen: Pen) -> None:
    """A runner in a doorway, and the way there."""
    on = guidance(pen, "紧急出口")
    _way_out(on, -0.30, 0.80)
    on.arrow(0.13, (0.36, 0.06), (0.86, 0.06))


def _way_out(on: Stencil, x: float, size: float) -> None:
    exit_door(on, x, 0.0, size)
    runner(on.cut(), x + 0.02, 0.04, size * 0.86)


@sign("安全通道", 520, 260)
def safe_passage(pen: Pen) -> None:
    pen.fill(GREEN, 14)
    pen.rect(8, 8, pen.w - 8, pen.h - 8, None, 10, WHITE, 4)
    on = Stencil(pen, 100, 134, 100, WHITE, GREEN)
    runner(on, 0, 0, 1.0)
    on.arrow(0.20, (1.02, -0.50), (2.5, -0.50))
    pen.text(326, 190, "安全通道", 84, WHITE, bold=0.03, fit=330)


@sign("安全出口", 560, 220)
def lit_exit(pen: Pen) -> None:
    """GB 13495.1: the lit sign over an exit."""
    pen.fill(LIT_GREEN, 10)
    pen.rect(6, 6, pen.w - 6, pen.h - 6, None, 8, WHITE, 3)
    _way_out(Stencil(pen, 96, 110, 92, WHITE, LIT_GREEN), 0.0, 0.96)
    pen.text(366, 92, "安全出口", 82, WHITE, bold=0.03, fit=350)
    pen.text(366, 172, "EXIT", 50, WHITE, bold=0.04)


@sign("疏散方向", 560, 220)
def evacuation_way(pen: Pen) -> None:
    """GB 13495.1: the way to the exit, low on a wall."""
    pen.fill(LIT_GREEN, 10)
    pen.rect(6, 6, pen.w - 6, pen.h - 6, None, 8, WHITE, 3)
    on = Stencil(pen, 280, 110, 92, WHITE, LIT_GREEN)
    runner(on, -1.7, 0.04, 0.95)
    on.arrow(0.30, (-0.70, 0.0), (2.5, 0.0))


@sign("避险处", W, H)
def refuge(pen: Pen) -> None:
    """People under a roof to which all arrows point."""
    on = guidance(pen, "避险处")
    on.line(0.10, (-0.52, 0.02), (0.0, -0.44), (0.52, 0.02))
    for x in (-0.22, 0.22):
        on.disc(x, 0.02, 0.12)
        on.rect(x - 0.15, 0.17, x + 0.15, 0.58, 0.08)
    for side in (-1, 1):
        on.arrow(0.10, (side * 0.90, 0.44), (side * 0.50, 0.44))
    on.arrow(0.10, (0.0, -0.92), (0.0, -0.54))
    on.line(0.08, (-0.56, 0.72), (0.56, 0.72))


@sign("急救点", W, H)
def first_aid(pen: Pen) -> None:
    on = guidance(pen, "急救点")
    on.rect(-0.20, -0.66, 0.20, 0.66)
    on.rect(-0.66, -0.20, 0.66, 0.20)


@sign("AED", W, H)
def aed(pen: Pen) -> None:
    """A heart with a flash: the automated defibrillator."""
    on = guidance(pen, "AED 除颤器")
    on.blob((0, -0.36), (-0.24, -0.60), (-0.58, -0.52), (-0.70, -0.16), (-0.46, 0.24), (0, 0.70),
        (0.46, 0.24), (0.70, -0.16),
            (0.58, -0.52), (0.24, -0.60))  # fmt: skip
    bolt(on.cut(), 0.0, 0.0, 0.44)


@sign("应急电话", W, H)
def emergency_telephone(pen: Pen) -> None:
    on = guidance(pen, "应急电话")
    on.arc(0.0, 0.62, 0.74, 218, 322, 0.24)
    for side in (-1, 1):
        on.shape((side * 0.74, 0.06), (side * 0.42, -0.10), (side * 0.34, 0.26), (side * 0.62, 0.42), radius=0.05)
    on.words(0, -0.50, "SOS", 0.50)
    on.words(0, 0.68, "24小时", 0.26)


@sign("灭火设备", W, H)
def fire_equipment(pen: Pen) -> None:
    """GB 13495.1: an extinguisher beside a flame."""
    on = guidance(pen, "灭火设备", FIRE_RED)
    extinguisher(on, -0.24, 0.0, 0.76)
    flame(on, 0.52, 0.18, 0.50)


@sign("火警电话", W, H)
def fire_telephone(pen: Pen) -> None:
    on = guidance(pen, "火警电话", FIRE_RED)
    on.arc(0.0, 0.36, 0.74, 218, 322, 0.24)
    for side in (-1, 1):
        on.shape((side * 0.74, -0.20), (side * 0.42, -0.36), (side * 0.34, 0.0), (side * 0.62, 0.16), radius=0.05)
    on.words(0, 0.52, "119", 0.62)


def _route(pen: Pen, words: str, note: str, slope: float) -> None:
    """A mine's route board: a runner, an arrow that rises by ``slope`` over its length, words and a note."""
    pen.fill((90, 92, 94), 12)
    pen.fill(GREEN, 10, 2)
    pen.rect(9, 9, pen.w - 9, pen.h - 9, None, 8, WHITE, 4)
    on = Stencil(pen, 104, 118, 92, WHITE, GREEN)
    runner(on, 0, 0, 0.96)
    on.arrow(0.26, (1.05, -0.10 + slope / 2), (4.6, -0.10 - slope / 2))
    pen.text(pen.w / 2, 250, words, 66, WHITE, bold=0.035, fit=pen.w - 50)
    pen.text(pen.w / 2, 310, note, 34, WHITE, bold=0.02, fit=pen.w - 50)


@sign("避灾路线", 600, 340)
def escape_route(pen: Pen) -> None:
    _route(pen, "避 灾 路 线", "沿箭头方向撤离 · 距安全出口 320 m", 0.0)


@sign("水灾避灾路线", 600, 340)
def flood_escape_route(pen: Pen) -> None:
    """Away from water it goes uphill, by the ladderway."""
    _route(pen, "水灾避灾路线", "沿上山、梯子间撤至上水平，严禁下行", 0.9)


@sign("通往运输大巷", 600, 340)
def haulage_level(pen: Pen) -> None:
    """The way to the level below: right for work, wrong when water breaks in."""
    pen.fill((90, 92, 94), 12)
    pen.fill(WHITE, 10, 2)
    pen.rect(9, 9, pen.w - 9, pen.h - 9, None, 8, BLACK, 4)
    on = Stencil(pen, 300, 120, 92, BLACK, WHITE)
    on.arrow(0.26, (-2.3, -0.55), (2.3, 0.45))
    pen.text(300, 250, "通往运输大巷", 66, BLACK, bold=0.035, fit=550)
    pen.text(300, 310, "下行 · 坡度 12°", 34, RED, bold=0.02)
