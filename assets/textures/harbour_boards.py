"""Letters on containers and ships, boards of a quay, the lifebuoy's ring."""

from __future__ import annotations

from assets.textures.pen import BLACK, BLUE, RED, WHITE, YELLOW, Pen
from assets.textures.signs import sign


@sign("container_line", 640, 160)
def container_line(pen: Pen) -> None:
    pen.text(320, 70, "QIANCHE", 128, (236, 232, 222, 235), bold=0.06)
    pen.text(320, 144, "前车集装箱运输", 34, (236, 232, 222, 235), bold=0.04)


@sign("container_number", 312, 208)
def container_number(pen: Pen) -> None:
    pen.text(156, 32, "QCHU 203146 7", 42, WHITE, bold=0.04, fit=300)
    pen.text(250, 78, "22G1", 38, WHITE, bold=0.04)
    for k, words in enumerate(("MAX. GROSS  30480 KG", "TARE  2230 KG", "NET  28250 KG")):
        pen.text(10, 122 + 32 * k, words, 24, WHITE, anchor="lm", bold=0.02, fit=290)


@sign("ship_name", 640, 120)
def ship_name(pen: Pen) -> None:
    pen.text(320, 60, "江运 0816", 100, WHITE, bold=0.05)


@sign("draught_marks", 80, 420)
def draught_marks(pen: Pen) -> None:
    for k in range(7):
        pen.text(44, 34 + 58 * k, str(3.0 - 0.2 * k)[:3], 30, WHITE, bold=0.04)
        pen.line([(4, 34 + 58 * k), (18, 34 + 58 * k)], WHITE, 5)


@sign("berth_board", 480, 300)
def berth_board(pen: Pen) -> None:
    pen.fill(BLUE, 8)
    pen.text(240, 78, "2 号泊位", 96, WHITE, bold=0.05)
    pen.rect(20, 140, 460, 144, WHITE)
    for k, words in enumerate(("临水作业必须穿救生衣", "系解缆时非作业人员禁止靠近", "缆绳受力时严禁站入缆圈")):
        pen.text(240, 176 + 42 * k, words, 30, YELLOW if k == 2 else WHITE, bold=0.025)


@sign("kerb_stripes", 800, 60)
def kerb_stripes(pen: Pen) -> None:
    pen.fill((222, 172, 20))
    pen.stripes(0, 0, 800, 60, 160, BLACK)


@sign("lifebuoy_label", 360, 90)
def lifebuoy_label(pen: Pen) -> None:
    pen.fill(RED, 6)
    pen.text(180, 45, "救生圈 附30m救生绳", 36, WHITE, bold=0.035, fit=330)


@sign("buoy_words", 300, 60)
def buoy_words(pen: Pen) -> None:
    pen.text(150, 30, "2号泊位", 46, BLACK, bold=0.05)


@sign("bollard_number", 80, 80)
def bollard_number(pen: Pen) -> None:
    pen.text(40, 40, "12", 62, BLACK, bold=0.06)
