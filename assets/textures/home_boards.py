"""What hangs and sticks on the walls of a home: clock, calendar, pictures, couplets, labels, a stairwell's stickers."""

from __future__ import annotations

import math

from assets.textures.pen import BLACK, BLUE, GREEN, GREY, PAPER, RED, WHITE, YELLOW, Ink, Pen
from assets.textures.signs import sign

GOLD: Ink = (222, 170, 60)
FESTIVE: Ink = (190, 22, 26)
FADED: Ink = (206, 196, 170)
SKY: Ink = (196, 214, 218)
HILL: Ink = (92, 124, 122)


@sign("home_clock", 256, 256)
def home_clock(pen: Pen) -> None:
    pen.disc(128, 128, 126, (250, 249, 244))
    for k in range(60):
        angle = math.radians(6 * k)
        inner = 102 if k % 5 == 0 else 110
        ends = [(128 + r * math.sin(angle), 128 - r * math.cos(angle)) for r in (inner, 116)]
        pen.line(ends, BLACK, 4 if k % 5 == 0 else 1.5)
    for k in range(1, 13):
        angle = math.radians(30 * k)
        pen.text(128 + 86 * math.sin(angle), 128 - 86 * math.cos(angle), str(k), 24, BLACK, bold=0.03)
    for turn, length, width in ((284.0, 52, 7), (120.0, 78, 4.5)):
        angle = math.radians(turn)
        pen.line([(128, 128), (128 + length * math.sin(angle), 128 - length * math.cos(angle))], BLACK, width)
    pen.disc(128, 128, 7, RED)


@sign("home_calendar", 220, 320)
def home_calendar(pen: Pen) -> None:
    pen.fill(PAPER)
    pen.rect(0, 0, 220, 120, FESTIVE)
    pen.text(110, 46, "福寿安康", 44, GOLD, bold=0.05)
    pen.text(110, 96, "十一月", 30, WHITE, bold=0.03)
    for column, word in enumerate("日一二三四五六"):
        pen.text(22 + column * 29, 140, word, 18, RED if column in (0, 6) else BLACK, bold=0.02)
    for day in range(1, 31):
        cell = day + 5
        x, y = 22 + cell % 7 * 29, 168 + cell // 7 * 25
        pen.text(x, y, str(day), 17, RED if cell % 7 in (0, 6) else BLACK)
    pen.circle(22 + 27 % 7 * 29, 168 + 27 // 7 * 25, 13, BLUE, 2)


@sign("home_landscape_scroll", 420, 250)
def home_landscape_scroll(pen: Pen) -> None:
    """A mountain-and-water picture: hills behind hills, a lake, a boat, a seal."""
    pen.fill((226, 219, 196))
    pen.disc(330, 56, 20, (214, 120, 84))
    for k, (base, high, ink) in enumerate(((150, 96, (176, 192, 186)), (165, 78, (134, 160, 156)), (182, 58, HILL))):
        tops = [
            (x, base - high * abs(math.sin(x * 0.011 + k * 1.7)) ** 1.4 - 9 * math.sin(x * 0.06 + k))
            for x in range(0, 421, 6)
        ]
        pen.polygon([(0, 200), *tops, (420, 200)], ink)
    pen.rect(0, 182, 420, 250, (188, 204, 198))
    for k in range(7):
        pen.line([(30 + 52 * k, 206 + 6 * (k % 3)), (70 + 50 * k, 206 + 6 * (k % 3))], (150, 172, 170), 1.4)
    pen.polygon([(230, 216), (290, 216), (278, 226), (242, 226)], (70, 62, 50))
    pen.line([(258, 216), (258, 192)], (70, 62, 50), 2)
    pen.rect(388, 216, 408, 240, FESTIVE, 2)


@sign("home_family_photo", 240, 180)
def home_family_photo(pen: Pen) -> None:
    """Three generations before a garden."""
    pen.fill((120, 150, 112))
    pen.rect(0, 0, 240, 70, SKY)
    for x, high, body in (
        (46, 74, (62, 78, 118)),
        (86, 70, (150, 60, 64)),
        (120, 98, (236, 214, 150)),
        (152, 68, (84, 92, 88)),
        (194, 72, (176, 140, 150)),
    ):
        pen.rect(x - 21, high + 22, x + 21, 180, body, 12)
        pen.disc(x, high, 17, (222, 178, 148))
        pen.disc(x, high - 8, 16, (52, 46, 42), 0.62)


@sign("home_award_certificate", 300, 210)
def home_award_certificate(pen: Pen) -> None:
    pen.fill((250, 240, 196))
    pen.rect(6, 6, 294, 204, None, 6, GOLD, 6)
    pen.rect(14, 14, 286, 196, None, 4, FESTIVE, 2)
    pen.text(150, 52, "奖  状", 46, FESTIVE, bold=0.05)
    pen.text(28, 100, "林小满 同学：", 20, BLACK, anchor="lm")
    pen.text(46, 128, "被评为本学期“三好学生”，特发此状。", 16, BLACK, anchor="lm", fit=230)
    pen.text(206, 176, "实验小学", 18, BLACK)
    pen.circle(208, 172, 22, RED, 3)


@sign("home_fu_diamond", 220, 220)
def home_fu_diamond(pen: Pen) -> None:
    pen.polygon([(110, 2), (218, 110), (110, 218), (2, 110)], FESTIVE)
    pen.polygon([(110, 16), (204, 110), (110, 204), (16, 110)], GOLD)
    pen.polygon([(110, 22), (198, 110), (110, 198), (22, 110)], FESTIVE)
    pen.text(110, 104, "福", 112, GOLD, bold=0.05)


def _couplet(pen: Pen, words: str) -> None:
    pen.fill(FESTIVE)
    pen.rect(5, 5, pen.w - 5, pen.h - 5, None, 2, GOLD, 2)
    step = (pen.h - 40) / len(words)
    for k, word in enumerate(words):
        pen.text(pen.w / 2, 20 + step * (k + 0.5), word, step * 0.80, GOLD, bold=0.04)


@sign("home_couplet_right", 90, 560)
def home_couplet_right(pen: Pen) -> None:
    _couplet(pen, "平安如意千秋乐")


@sign("home_couplet_left", 90, 560)
def home_couplet_left(pen: Pen) -> None:
    _couplet(pen, "富贵吉祥万事兴")


@sign("home_couplet_top", 360, 90)
def home_couplet_top(pen: Pen) -> None:
    pen.fill(FESTIVE)
    pen.rect(5, 5, 355, 85, None, 2, GOLD, 2)
    for k, word in enumerate("出入平安"):
        pen.text(50 + 87 * k, 43, word, 62, GOLD, bold=0.04)


@sign("home_door_number", 120, 60)
def home_door_number(pen: Pen) -> None:
    pen.fill((24, 70, 150), 8)
    pen.text(60, 29, "301", 42, WHITE, bold=0.05)


@sign("home_small_ads", 360, 260)
def home_small_ads(pen: Pen) -> None:
    """Stickers and stamps as they collect on a stairwell's walls, half torn off."""
    pads = (
        (10, 14, 120, 60, "开锁 换锁芯", BLUE),
        (142, 30, 130, 48, "管道疏通", RED),
        (30, 92, 110, 56, "家电维修", GREEN),
        (170, 104, 140, 60, "搬家 24小时", RED),
        (60, 176, 130, 54, "空调加氟", BLUE),
        (224, 190, 104, 48, "收旧家电", BLACK),
    )
    for k, (x, y, w, h, words, ink) in enumerate(pads):
        pen.polygon(
            [(x, y), (x + w, y + 3 * (k % 2)), (x + w - 14 * (k % 3), y + h), (x + 2, y + h - 4)],
            PAPER if k % 2 else (232, 236, 214),
        )
        pen.text(x + w / 2, y + h * 0.36, words, 21, ink, bold=0.03, fit=w - 16)
        pen.text(x + w / 2, y + h * 0.72, "电话上门", 17, ink, bold=0.02)


@sign("home_meter_dial", 120, 90)
def home_meter_dial(pen: Pen) -> None:
    pen.fill((232, 233, 230), 8)
    pen.rect(18, 22, 102, 48, BLACK, 3)
    pen.text(60, 35, "03172.6", 22, WHITE, bold=0.02)
    pen.text(60, 68, "kW·h", 18, BLACK)


@sign("home_gas_meter_face", 150, 110)
def home_gas_meter_face(pen: Pen) -> None:
    pen.fill((226, 228, 226), 8)
    pen.rect(22, 18, 128, 48, BLACK, 3)
    pen.text(66, 33, "01846", 24, WHITE, bold=0.02)
    pen.text(112, 33, "35", 24, RED, bold=0.03)
    pen.text(75, 66, "m³  G2.5", 18, BLACK)
    pen.text(75, 92, "民用燃气表", 18, BLUE, bold=0.02)


@sign("home_medicine_box", 150, 100)
def home_medicine_box(pen: Pen) -> None:
    pen.fill(WHITE)
    pen.rect(0, 0, 150, 30, GREEN)
    pen.text(75, 15, "OTC 每日三次", 18, WHITE, bold=0.02)
    pen.text(75, 54, "降压片", 34, GREEN, bold=0.04)
    pen.text(75, 84, "饭后温水送服", 16, BLACK)


@sign("home_pill_week", 210, 60)
def home_pill_week(pen: Pen) -> None:
    """The lid of a pill box with a compartment for each day."""
    for k, word in enumerate("一二三四五六日"):
        pen.rect(2 + 30 * k, 4, 28 + 30 * k, 56, (120, 178, 214) if k < 5 else (236, 170, 120), 4)
        pen.text(15 + 30 * k, 30, word, 20, WHITE, bold=0.04)


@sign("home_tv_standby", 320, 184)
def home_tv_standby(pen: Pen) -> None:
    """A dark screen with the daylight of the window on it."""
    pen.fill((16, 18, 21))
    pen.polygon([(180, 6), (290, 6), (240, 178), (130, 178)], (24, 28, 33))
    pen.disc(306, 176, 2.5, RED)


@sign("home_fridge_note", 120, 150)
def home_fridge_note(pen: Pen) -> None:
    pen.fill((250, 236, 140))
    for k, words in enumerate(("妈：", "燃气公司电话", "96777", "闻到味道先关阀！", "—小军")):
        pen.text(12, 24 + 27 * k, words, 19 if k != 2 else 24, BLUE if k != 3 else RED, anchor="lm", bold=0.02, fit=100)


@sign("home_floor_three", 200, 200)
def home_floor_three(pen: Pen) -> None:
    """The storey painted on the stairwell's wall."""
    pen.text(100, 92, "3", 190, (180, 60, 50), bold=0.05)


@sign("home_care_service_card", 200, 130)
def home_care_service_card(pen: Pen) -> None:
    """A card of the neighbourhood's care service, beside the telephone."""
    pen.fill(WHITE, 8)
    pen.rect(0, 0, 200, 40, (222, 120, 40), 8)
    pen.text(100, 21, "社区养老服务", 26, WHITE, bold=0.04)
    pen.text(100, 66, "网格员 周敏", 22, BLACK, bold=0.02)
    pen.text(100, 98, "紧急 按红键或拉绳", 20, RED, bold=0.03, fit=184)


@sign("home_rice_sack", 200, 260)
def home_rice_sack(pen: Pen) -> None:
    pen.fill((236, 232, 216))
    pen.disc(100, 96, 58, GREEN)
    pen.text(100, 92, "米", 80, YELLOW, bold=0.05)
    pen.text(100, 182, "东北长粒香", 32, GREEN, bold=0.04)
    pen.text(100, 226, "净含量 10 kg", 22, GREY, bold=0.02)
