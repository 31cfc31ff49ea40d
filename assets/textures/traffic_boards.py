"""What vehicles and signals carry: warnings on lorries, number plates, signal faces, a countdown."""

from __future__ import annotations

from assets.textures.pen import BLACK, BLUE, RED, WHITE, YELLOW, Pen
from assets.textures.signs import sign


@sign("blind_zone_warning", 400, 160)
def blind_zone_warning(pen: Pen) -> None:
    pen.fill(YELLOW, 6)
    pen.rect(5, 5, 395, 155, None, 4, BLACK, 5)
    pen.text(200, 54, "右转盲区 请勿靠近", 44, BLACK, bold=0.05, fit=370)
    pen.text(200, 116, "注意内轮差", 46, RED, bold=0.06)


@sign("tipper_number", 400, 112)
def tipper_number(pen: Pen) -> None:
    pen.text(200, 56, "江B·26358", 84, WHITE, bold=0.05, fit=390)


@sign("plate_ebike", 120, 80)
def plate_ebike(pen: Pen) -> None:
    pen.fill(WHITE, 6)
    pen.rect(3, 3, 117, 77, None, 5, BLACK, 2)
    pen.text(60, 22, "江城", 24, BLACK, bold=0.03)
    pen.text(60, 54, "062317", 30, BLACK, bold=0.04)


@sign("ebike_name", 160, 44)
def ebike_name(pen: Pen) -> None:
    pen.text(80, 22, "QIANCHE", 34, WHITE, bold=0.05)


@sign("van_lettering", 420, 110)
def van_lettering(pen: Pen) -> None:
    pen.text(210, 36, "向阳物业 工程抢修", 46, BLUE, bold=0.04, fit=400)
    pen.text(210, 86, "24小时 6203", 32, BLUE, bold=0.03)
