"""Signs, plates, boards and markings of motorways and lorries, and the tracks left on asphalt."""

from __future__ import annotations

import math

import numpy as np

from assets.textures.pen import BLACK, BLUE, GREEN, RED, WHITE, YELLOW, Ink, Pen
from assets.textures.signs import sign

ORANGE: Ink = (238, 98, 20)
NIGHT: Ink = (10, 13, 16)
TRAFFIC_BLUE: Ink = (12, 74, 148)
TYRE_MARK: Ink = (20, 20, 22)


def _limit_disc(pen: Pen, x: float, y: float, radius: float, speed: str) -> None:
    pen.disc(x, y, radius, WHITE)
    pen.circle(x, y, radius * 0.97, RED, radius * 0.17)
    pen.text(x, y, speed, radius * 0.95, BLACK, bold=0.05, fit=radius * 1.45)


@sign("限速与救援电话", 560, 640)
def limit_and_rescue(pen: Pen) -> None:
    """Speed limit 100 over the number of the motorway rescue service."""
    pen.fill(GREEN, 26)
    pen.rect(10, 10, pen.w - 10, pen.h - 10, None, 20, WHITE, 7)
    _limit_disc(pen, 280, 212, 172, "100")
    pen.text(280, 462, "高速公路救援", 66, WHITE, bold=0.03)
    pen.text(280, 558, "12122", 124, WHITE, bold=0.04)


@sign("km_post", 200, 300)
def km_post(pen: Pen) -> None:
    pen.fill(GREEN, 10)
    pen.rect(6, 6, pen.w - 6, pen.h - 6, None, 8, WHITE, 4)
    pen.text(100, 62, "G42", 54, WHITE, bold=0.03)
    pen.text(100, 160, "K127", 74, WHITE, bold=0.04, fit=180)
    pen.text(100, 244, "+300", 66, WHITE, bold=0.04)


@sign("sos_phone", 260, 300)
def sos_phone(pen: Pen) -> None:
    pen.fill(ORANGE, 14)
    pen.text(130, 84, "SOS", 108, WHITE, bold=0.05)
    pen.text(130, 178, "紧急电话", 52, WHITE, bold=0.03)
    pen.rect(20, 216, 240, 284, WHITE, 8)
    pen.text(130, 250, "翻到护栏外使用", 30, RED, bold=0.03, fit=210)


@sign("exit_gantry", 760, 340)
def exit_gantry(pen: Pen) -> None:
    """The overhead direction board."""
    pen.fill(GREEN, 20)
    pen.rect(8, 8, pen.w - 8, pen.h - 8, None, 16, WHITE, 6)
    pen.rect(596, 22, 736, 82, WHITE, 8)
    pen.text(666, 52, "出口 128", 34, GREEN, bold=0.03)
    pen.text(290, 120, "清溪服务区", 84, WHITE, bold=0.03)
    pen.text(290, 226, "清溪  青石镇", 72, WHITE, bold=0.03)
    pen.text(640, 158, "2 km", 66, WHITE, bold=0.03)
    pen.text(290, 304, "疲劳停车休息", 34, WHITE, bold=0.02)
    pen.line([(640, 292), (640, 228)], WHITE, 9)
    pen.polygon([(640, 206), (614, 240), (666, 240)], WHITE)


@sign("follow_distance", 320, 200)
def follow_distance(pen: Pen) -> None:
    pen.fill(GREEN, 12)
    pen.rect(6, 6, pen.w - 6, pen.h - 6, None, 10, WHITE, 4)
    pen.text(160, 66, "车距确认", 62, WHITE, bold=0.03)
    pen.text(160, 146, "100 m", 70, WHITE, bold=0.04)


@sign("emergency_lane", 300, 360)
def emergency_lane(pen: Pen) -> None:
    pen.fill(TRAFFIC_BLUE, 14)
    pen.rect(7, 7, pen.w - 7, pen.h - 7, None, 10, WHITE, 4)
    for k, words in enumerate(("应急车道", "非紧急情况", "禁止占用")):
        pen.text(150, 76 + 104 * k, words, 66 if k == 0 else 50, WHITE, bold=0.035, fit=270)


@sign("chevron_reflector", 64, 160)
def chevron_reflector(pen: Pen) -> None:
    """The reflecting face of a delineator on the guardrail."""
    pen.fill((225, 226, 222), 6)
    pen.rect(10, 14, 54, 146, (255, 214, 70), 6)
    for k in range(6):
        pen.line([(10, 32 + 20 * k), (54, 32 + 20 * k)], (222, 150, 20), 2)


@sign("plate_lorry", 440, 140)
def plate_lorry(pen: Pen) -> None:
    """A yellow plate of a large vehicle. The letters I and O are never issued: nobody's number."""
    pen.fill((240, 180, 12), 12)
    pen.rect(6, 6, pen.w - 6, pen.h - 6, None, 9, BLACK, 4)
    pen.text(220, 72, "川A·O12I2", 92, BLACK, bold=0.03, fit=400)


@sign("plate_car", 440, 140)
def plate_car(pen: Pen) -> None:
    pen.fill((18, 66, 170), 12)
    pen.rect(6, 6, pen.w - 6, pen.h - 6, None, 9, WHITE, 4)
    pen.text(220, 72, "川A·I66O8", 92, WHITE, bold=0.03, fit=400)


@sign("lorry_tail_number", 520, 120)
def lorry_tail_number(pen: Pen) -> None:
    """The enlarged number that a lorry's tail must carry."""
    pen.text(260, 60, "川A O12I2", 106, (26, 30, 36), bold=0.02, fit=510)


@sign("lorry_company", 900, 200)
def lorry_company(pen: Pen) -> None:
    pen.text(450, 82, "安途零担快运", 128, (24, 62, 132), bold=0.02, fit=880)
    pen.text(450, 172, "全程可视  准时到达  服务热线 400-000-0000", 34, (60, 70, 88), bold=0.012, fit=880)


@sign("lorry_door", 360, 200)
def lorry_door(pen: Pen) -> None:
    """What a lorry's door must say: owner and masses."""
    pen.text(180, 36, "安途物流有限公司", 40, WHITE, bold=0.02, fit=350)
    pen.text(180, 94, "总质量：18000 kg", 34, WHITE, bold=0.015)
    pen.text(180, 138, "核定载质量：9990 kg", 34, WHITE, bold=0.015)
    pen.text(180, 180, "栏板高度：— mm", 28, WHITE, bold=0.01)


@sign("lorry_warning", 300, 120)
def lorry_warning(pen: Pen) -> None:
    pen.fill(RED, 8)
    pen.text(150, 38, "保持车距", 50, WHITE, bold=0.03)
    pen.text(150, 90, "右转 盲区 危险", 38, YELLOW, bold=0.03)


@sign("reflective_tape", 1000, 40)
def reflective_tape(pen: Pen) -> None:
    """Red and white retro-reflecting tape with its honeycomb."""
    pen.fill((236, 236, 230))
    for x in range(0, pen.w, 200):
        pen.rect(x, 0, x + 100, pen.h, (206, 20, 24))
    for x in range(0, pen.w, 20):
        for y in (10, 30):
            pen.circle(x + (10 if y == 30 else 0), y, 8, (255, 255, 255, 70), 1)


@sign("tail_lamp", 320, 110)
def tail_lamp(pen: Pen) -> None:
    """An unlit lorry tail lamp: dark red, amber and clear chambers behind ribbed lenses."""
    pen.fill((16, 14, 14), 8)
    for x0, x1, ink in ((8, 108, (92, 44, 8)), (114, 214, (78, 10, 12)), (220, 264, (120, 120, 118)),
                        (270, 312, (86, 12, 14))):  # fmt: skip
        pen.rect(x0, 8, x1, 102, ink, 6)
        for y in range(16, 100, 9):
            pen.line([(x0 + 3, y), (x1 - 3, y)], tuple(int(c * 0.7) for c in ink), 2)


@sign("headlamp", 240, 160)
def headlamp(pen: Pen) -> None:
    """An unlit headlamp: two reflectors behind clear glass."""
    pen.fill((58, 62, 66), 16)
    for x, r in ((78, 62), (176, 50)):
        for k in range(8):
            shade = 70 + k * 20
            pen.disc(x, 80, r * (1 - k * 0.11), (shade, shade + 4, shade + 8))
        pen.disc(x + 8, 74, r * 0.2, (245, 246, 248))


@sign("tachograph_red", 420, 250)
def tachograph_red(pen: Pen) -> None:
    """The driving recorder, asking for a rest."""
    _tachograph(pen, (255, 58, 40), "超时驾驶！请立即停车休息")


@sign("tachograph_rested", 420, 250)
def tachograph_rested(pen: Pen) -> None:
    _tachograph(pen, (92, 235, 130), "休息 20 分钟已满")


def _tachograph(pen: Pen, ink: Ink, notice: str) -> None:
    """The printed part of the display; its digits and bar are lamps of the model."""
    pen.fill(NIGHT, 14)
    pen.text(22, 30, "行驶记录仪", 26, (170, 190, 200), bold=0.01, anchor="lm")
    pen.text(398, 30, "19:12", 26, (170, 190, 200), anchor="rm")
    pen.text(22, 112, "连续驾驶", 29, WHITE, bold=0.02, anchor="lm")
    pen.rect(22, 176, 398, 194, (50, 56, 60), 6)
    pen.text(210, 222, notice, 30, ink, bold=0.03, fit=390)


def _streaks(pen: Pen, seed: int, strength: int, ragged: float, ink: Ink = TYRE_MARK) -> None:
    """Soft dark lines along the sheet that fade at both ends."""
    rng = np.random.default_rng(seed)
    for _ in range(90):
        y = pen.h * (0.5 + 0.40 * rng.uniform(-1, 1))
        start = pen.w * rng.uniform(0.0, ragged)
        end = pen.w * (1 - rng.uniform(0.0, ragged))
        depth = int(strength * rng.uniform(0.15, 0.5))
        pen.line([(start, y), (end, y + rng.uniform(-2, 2))], (*ink[:3], depth), rng.uniform(1.5, 5))


@sign("skid_mark", 900, 44)
def skid_mark(pen: Pen) -> None:
    """Rubber left on the road, its length along the sheet."""
    for k in range(24):
        margin = 10 + k * 12
        pen.rect(margin, 5, pen.w - margin, pen.h - 5, (*TYRE_MARK[:3], 9 + 6 * k), 16)
    _streaks(pen, 3, 255, 0.35)


@sign("oil_spots", 400, 160)
def oil_spots(pen: Pen) -> None:
    """Old drips of oil along a lane."""
    rng = np.random.default_rng(4)
    for _ in range(46):
        x, y = rng.uniform(0.06, 0.94) * pen.w, pen.h * (0.5 + 0.3 * rng.normal() * 0.5)
        radius = rng.uniform(2, 11)
        for k in range(3):
            pen.disc(x, y, radius * (1 - k * 0.25), (16, 16, 18, 70 + 35 * k), 0.8)


@sign("sealed_crack", 700, 60)
def sealed_crack(pen: Pen) -> None:
    """A crack in asphalt sealed with bitumen."""
    rng = np.random.default_rng(9)
    points = [(8 + k * (pen.w - 16) / 26, pen.h / 2 + 16 * math.sin(k * 0.7) + rng.uniform(-7, 7)) for k in range(27)]
    pen.line(points, (14, 14, 15, 235), 6.5)


@sign("rubber_shreds", 300, 300)
def rubber_shreds(pen: Pen) -> None:
    """Dust and crumbs of a burst tyre on the road."""
    rng = np.random.default_rng(21)
    for _ in range(420):
        x, y = (pen.w * (0.5 + 0.2 * rng.normal()), pen.h * (0.5 + 0.17 * rng.normal()))
        angle, length = rng.uniform(0, math.pi), rng.uniform(1, 7)
        dx, dy = math.cos(angle) * length, math.sin(angle) * length
        pen.line([(x - dx, y - dy), (x + dx, y + dy)], (12, 12, 13, int(rng.uniform(90, 240))), rng.uniform(0.6, 2.2))


@sign("blue_board_info", 420, 260)
def blue_board_info(pen: Pen) -> None:
    """The rescue rule on a board behind the guardrail."""
    pen.fill(BLUE, 14)
    pen.text(210, 62, "车靠边 人撤离", 56, WHITE, bold=0.03, fit=390)
    pen.text(210, 132, "即 报 警", 60, YELLOW, bold=0.03)
    pen.text(210, 208, "122 / 12122", 64, WHITE, bold=0.035)
