"""Common road signs in the manner of GB 5768: prohibition, warning, mandatory and plates of works and yards."""

from __future__ import annotations

from assets.textures.pen import BLACK, RED, WHITE, YELLOW, Ink, Pen
from assets.textures.pictograms import forklift, walker
from assets.textures.signs import sign
from assets.textures.stencil import Stencil

SIDE = 360
TRAFFIC_BLUE: Ink = (14, 78, 156)
TRAFFIC_RED: Ink = (204, 18, 26)
ROAD_YELLOW: Ink = (252, 200, 0)


def _round(pen: Pen, rim: Ink = TRAFFIC_RED, face: Ink = WHITE, ink: Ink = BLACK) -> Stencil:
    """A disc with a rim; the stencil's unit is the face inside."""
    middle = SIDE / 2
    pen.disc(middle, middle, middle - 3, WHITE)
    pen.disc(middle, middle, middle - 6, rim)
    pen.disc(middle, middle, middle - 44, face)
    return Stencil(pen, middle, middle, middle - 44, ink, face)


def _blue_disc(pen: Pen) -> Stencil:
    middle = SIDE / 2
    pen.disc(middle, middle, middle - 3, WHITE)
    pen.disc(middle, middle, middle - 9, TRAFFIC_BLUE)
    return Stencil(pen, middle, middle, middle - 9, WHITE, TRAFFIC_BLUE)


def _triangle(pen: Pen) -> Stencil:
    """A yellow triangle with a black border, its point up; the stencil's unit is the circle inside."""
    pen.round_polygon([(180, 34), (22, 308), (338, 308)], BLACK, 16)
    pen.round_polygon([(180, 64), (48, 292), (312, 292)], ROAD_YELLOW, 8)
    return Stencil(pen, 180, 212, 84, BLACK, ROAD_YELLOW)


def _limit(pen: Pen, words: str, size: float = 1.15) -> None:
    _round(pen).words(0, 0.02, words, size)


@sign("停车让行", SIDE, SIDE)
def stop(pen: Pen) -> None:
    far, near = 352, 8
    cut = 103
    corners = [
        (cut, near),
        (SIDE - cut, near),
        (far, cut),
        (far, SIDE - cut),
        (SIDE - cut, far),
        (cut, far),
        (near, SIDE - cut),
        (near, cut),
    ]
    pen.polygon(corners, WHITE)
    pen.polygon([(180 + (x - 180) * 0.94, 180 + (y - 180) * 0.94) for x, y in corners], TRAFFIC_RED)
    pen.text(180, 182, "停", 210, WHITE, bold=0.035)


@sign("减速让行", SIDE, SIDE)
def give_way(pen: Pen) -> None:
    pen.round_polygon([(20, 42), (340, 42), (180, 320)], TRAFFIC_RED, 16)
    pen.round_polygon([(72, 72), (288, 72), (180, 260)], WHITE, 8)
    pen.text(180, 128, "让", 104, BLACK, bold=0.04)


@sign("禁止驶入", SIDE, SIDE)
def no_entry(pen: Pen) -> None:
    pen.disc(180, 180, 177, WHITE)
    pen.disc(180, 180, 171, TRAFFIC_RED)
    pen.rect(52, 148, 308, 212, WHITE)


@sign("禁止停车", SIDE, SIDE)
def no_parking(pen: Pen) -> None:
    _round(pen, face=TRAFFIC_BLUE)
    red = Stencil(pen, 180, 180, 136, TRAFFIC_RED, TRAFFIC_BLUE)
    red.line(0.24, (-0.72, -0.72), (0.72, 0.72))
    red.line(0.24, (0.72, -0.72), (-0.72, 0.72))


@sign("限速5", SIDE, SIDE)
def limit_5(pen: Pen) -> None:
    _limit(pen, "5")


@sign("限速20", SIDE, SIDE)
def limit_20(pen: Pen) -> None:
    _limit(pen, "20")


@sign("限速40", SIDE, SIDE)
def limit_40(pen: Pen) -> None:
    _limit(pen, "40")


@sign("限高2.1米", SIDE, SIDE)
def height_limit(pen: Pen) -> None:
    on = _round(pen)
    on.words(0, 0.02, "2.1m", 0.66)
    on.shape((-0.24, -0.86), (0.24, -0.86), (0, -0.50))
    on.shape((-0.24, 0.90), (0.24, 0.90), (0, 0.54))


@sign("注意行人", SIDE, SIDE)
def pedestrians(pen: Pen) -> None:
    on = _triangle(pen)
    walker(on, 0.0, -0.12, 0.92)
    for x in (-0.84, -0.36, 0.12, 0.60):
        on.line(0.10, (x, 0.82), (x + 0.24, 0.82))


@sign("道路施工", SIDE, SIDE)
def road_works(pen: Pen) -> None:
    """A person with a shovel at a heap."""
    on = _triangle(pen)
    on.person((-0.10, -0.56), (-0.16, -0.32), (-0.34, 0.12), [[(0.10, -0.10), (0.24, 0.14)], [(-0.02, 0.04),
        (0.08, 0.24)]],
              [[(-0.10, 0.42), (-0.16, 0.82)], [(-0.46, 0.48), (-0.68, 0.80)]])  # fmt: skip
    on.line(0.06, (-0.04, 0.12), (0.48, 0.56))
    on.shape((0.20, 0.86), (0.62, 0.42), (1.06, 0.86))


@sign("注意叉车出入", SIDE, SIDE)
def fork_lifts_crossing(pen: Pen) -> None:
    forklift(_triangle(pen), 0.0, 0.22, 0.84)


@sign("人行横道", SIDE, SIDE)
def crossing(pen: Pen) -> None:
    pen.fill(WHITE, 14)
    pen.fill(TRAFFIC_BLUE, 12, 5)
    pen.polygon([(180, 34), (322, 318), (38, 318)], WHITE)
    on = Stencil(pen, 180, 206, 92, BLACK, WHITE)
    walker(on, 0.0, -0.10, 0.90)
    for x in (-0.92, -0.44, 0.04, 0.52):
        on.line(0.13, (x + 0.06, 0.88), (x + 0.26, 0.88))


@sign("非机动车行驶", SIDE, SIDE)
def cycles(pen: Pen) -> None:
    on = _blue_disc(pen)
    for x in (-0.42, 0.42):
        on.ring(x, 0.24, 0.34, 0.075)
    on.line(0.075, (-0.42, 0.24), (-0.20, -0.26), (0.26, -0.22), (-0.04, 0.24), (-0.42, 0.24))
    on.line(0.075, (-0.20, -0.26), (-0.04, 0.24))
    on.line(0.075, (0.42, 0.24), (0.22, -0.44), (0.40, -0.48))
    on.line(0.09, (-0.34, -0.40), (-0.10, -0.40))
    on.line(0.07, (-0.20, -0.26), (-0.22, -0.40))


@sign("向右转弯", SIDE, SIDE)
def turn_right(pen: Pen) -> None:
    _blue_disc(pen).arrow(0.26, (-0.34, 0.62), (-0.34, -0.14), (0.66, -0.14))


@sign("鸣喇叭", SIDE, SIDE)
def sound_horn(pen: Pen) -> None:
    on = _blue_disc(pen)
    on.shape((-0.62, -0.14), (-0.26, -0.14), (0.30, -0.46), (0.30, 0.46), (-0.26, 0.14), (-0.62, 0.14), radius=0.03)
    for radius in (0.24, 0.46):
        on.arc(0.34, 0.0, radius, -50, 50, 0.09)


@sign("右转必停", 480, 640)
def right_turn_stop(pen: Pen) -> None:
    """Heavy vehicles stop before they turn right, and look."""
    pen.fill(WHITE, 20)
    pen.rect(8, 8, pen.w - 8, pen.h - 8, None, 16, BLACK, 5)
    far, near = 386, 94
    cut = 180
    corners = [
        (cut, 24),
        (480 - cut, 24),
        (far, 110),
        (far, 230),
        (480 - cut, 316),
        (cut, 316),
        (near, 230),
        (near, 110),
    ]
    pen.polygon(corners, TRAFFIC_RED)
    pen.text(240, 172, "停", 176, WHITE, bold=0.035)
    pen.text(240, 374, "大型车辆", 84, BLACK, bold=0.03)
    pen.text(240, 470, "右转必停", 96, TRAFFIC_RED, bold=0.035, fit=440)
    pen.text(240, 566, "停车瞭望  确认安全", 48, BLACK, bold=0.02, fit=440)


@sign("小心地滑", 320, 480)
def wet_floor(pen: Pen) -> None:
    """The board that is stood on a wet floor indoors."""
    pen.fill(YELLOW, 18)
    on = Stencil(pen, 160, 170, 120, BLACK, YELLOW)
    on.person((-0.44, -0.44), (-0.30, -0.18), (-0.02, 0.22), [[(-0.62, 0.02), (-0.74, 0.34)], [(-0.02, -0.40),
        (0.24, -0.54)]],
              [[(0.40, 0.14), (0.72, -0.18)], [(0.36, 0.44), (0.74, 0.36)]])  # fmt: skip
    on.line(0.06, (-1.0, 0.70), (1.0, 0.70))
    pen.text(160, 330, "小心地滑", 72, BLACK, bold=0.035, fit=290)
    pen.text(160, 412, "WET FLOOR", 44, RED, bold=0.04, fit=280)
