"""Name plates of vessels: reactor, boiler, water seal, relief valve."""

from __future__ import annotations

from assets.textures.pen import BLACK, RED, Pen
from assets.textures.signs import sign


@sign("relief_plate", 130, 90)
def relief_plate(pen: Pen) -> None:
    pen.fill((190, 192, 190), 4)
    pen.text(65, 20, "安全阀 A48Y", 18, BLACK, bold=0.02)
    pen.text(65, 46, "整定 0.40 MPa", 18, BLACK)
    pen.text(65, 70, "下次校验 次年5月", 15, BLACK)


@sign("seal_plate", 200, 140)
def seal_plate(pen: Pen) -> None:
    pen.fill((226, 228, 226), 6)
    pen.text(100, 34, "煤气水封", 38, RED, bold=0.04)
    pen.text(100, 78, "有效水封高度 3 m", 20, BLACK, bold=0.02)
    pen.text(100, 110, "溢流口常流水", 20, BLACK)


@sign("reactor_plate", 240, 150)
def reactor_plate(pen: Pen) -> None:
    pen.fill((196, 198, 196), 6)
    pen.text(120, 28, "反应釜  5000 L", 30, BLACK, bold=0.03)
    for k, words in enumerate(("设计压力 0.4 MPa", "设计温度 120 ℃", "夹套 0.6 MPa  介质 水")):
        pen.text(120, 66 + k * 28, words, 20, BLACK)


@sign("boiler_plate", 260, 160)
def boiler_plate(pen: Pen) -> None:
    pen.fill((196, 198, 196), 6)
    pen.text(130, 28, "WNS2-0.7-Y,Q", 30, BLACK, bold=0.03)
    for k, words in enumerate(("额定蒸发量 2 t/h", "额定压力 0.7 MPa", "蒸汽温度 170 ℃")):
        pen.text(130, 68 + k * 30, words, 22, BLACK)
