"""Screens, labels and rules on control panels and crane stations."""

from __future__ import annotations

from assets.textures.machine_boards import AMBER, CYAN, LIME, SCREEN, STEEL_INK
from assets.textures.pen import BLACK, BLUE, RED, WHITE, YELLOW, Ink, Pen
from assets.textures.signs import sign

BRIGHT_RED: Ink = (255, 70, 54)


def _screen(pen: Pen, heading: str, ink: Ink) -> None:
    pen.fill(SCREEN, 4)
    pen.rect(0, 0, pen.w, 34, (30, 60, 92), 4)
    pen.text(14, 17, heading, 22, WHITE, bold=0.02, anchor="lm")
    pen.text(pen.w - 14, 17, "10:24", 20, WHITE, anchor="rm")
    pen.rect(0, pen.h - 30, pen.w, pen.h, (30, 60, 92), 4)
    pen.disc(20, pen.h - 15, 8, ink)


def _trend(pen: Pen, x0: float, y0: float, x1: float, y1: float, ink: Ink, climb: float) -> None:
    pen.rect(x0, y0, x1, y1, (8, 16, 26), 2, (60, 90, 120), 1.5)
    points = []
    for k in range(24):
        t = k / 23
        wave = 0.06 * ((k * 7) % 5 - 2) / 2
        points.append((x0 + (x1 - x0) * t, y1 - (y1 - y0) * (0.35 + climb * t * t + wave)))
    pen.line(points, ink, 2.5)


@sign("panel_screen_normal", 400, 248)
def panel_screen_normal(pen: Pen) -> None:
    _screen(pen, "运行监控  自动 AUTO", LIME)
    for k, (words, value) in enumerate((("状态", "运行"), ("速度", "1.6 m/s"), ("电流", "42 A"), ("远程启动", "允许"))):
        pen.text(16, 60 + 38 * k, words, 24, CYAN, anchor="lm")
        pen.text(190, 60 + 38 * k, value, 26, LIME, bold=0.03, anchor="rm")
    _trend(pen, 206, 46, 390, 200, LIME, 0.1)
    pen.text(40, 233, "AUTO  远程", 20, WHITE, anchor="lm")


@sign("panel_screen_alarm", 400, 248)
def panel_screen_alarm(pen: Pen) -> None:
    _screen(pen, "过程监控", BRIGHT_RED)
    for k, (words, value) in enumerate((("温度", "95 ℃"), ("压力", "0.42 MPa"), ("液位", "低"), ("联锁", "旁路"))):
        pen.text(16, 60 + 38 * k, words, 24, CYAN, anchor="lm")
        pen.text(190, 60 + 38 * k, value, 26, BRIGHT_RED if k != 1 else AMBER, bold=0.03, anchor="rm")
    _trend(pen, 206, 46, 390, 200, BRIGHT_RED, 0.5)
    pen.text(40, 233, "报警 ALARM", 20, BRIGHT_RED, bold=0.03, anchor="lm")


@sign("desk_screen_tapping", 400, 248)
def desk_screen_tapping(pen: Pen) -> None:
    """The casting desk's screen: a normal temperature."""
    _screen(pen, "连铸监控  7 号包", LIME)
    for k, (words, value) in enumerate(
        (("钢水温度", "1562 ℃"), ("包龄", "86 次"), ("冷却水", "正常"), ("行车", "吊运中"))
    ):
        pen.text(16, 60 + 38 * k, words, 24, CYAN, anchor="lm")
        pen.text(226, 60 + 38 * k, value, 25, LIME if k < 3 else AMBER, bold=0.03, anchor="rm")
    _trend(pen, 240, 46, 390, 200, AMBER, 0.05)
    pen.text(40, 233, "正常", 20, WHITE, anchor="lm")


@sign("panel_strip", 620, 31)
def panel_strip(pen: Pen) -> None:
    pen.fill(STEEL_INK, 3)
    for k, words in enumerate(("启动", "停止", "运行", "预警", "故障", "急停")):
        pen.text((76, 146, 230, 310, 390, 586)[k], 16, words, 21, BLACK, bold=0.02)


@sign("interlock_key_plate", 200, 160)
def interlock_key_plate(pen: Pen) -> None:
    """The plate round the interlock's key switch."""
    pen.fill(STEEL_INK, 5)
    pen.text(100, 22, "联锁 INTERLOCK", 22, BLACK, bold=0.03, fit=190)
    pen.text(40, 62, "投用", 24, (0, 110, 50), bold=0.04)
    pen.text(160, 62, "旁路", 24, RED, bold=0.04)
    pen.text(40, 140, "AUTO", 17, BLACK)
    pen.text(158, 140, "BYPASS", 17, RED)


@sign("interlock_rule", 340, 170)
def interlock_rule(pen: Pen) -> None:
    pen.fill(YELLOW, 5)
    pen.text(170, 34, "联锁旁路须办理审批", 32, RED, bold=0.04, fit=320)
    pen.text(170, 82, "审批单号：", 26, BLACK, bold=0.02)
    pen.line([(230, 96), (322, 96)], BLACK, 2)
    pen.text(170, 130, "批准人：            恢复时间：", 24, BLACK, bold=0.02, fit=320)


@sign("crane_station", 280, 100)
def crane_station(pen: Pen) -> None:
    pen.fill(BLUE, 5)
    pen.text(140, 34, "5 t 起重机", 36, WHITE, bold=0.03)
    pen.text(140, 76, "专人操作  持证上岗", 24, WHITE, bold=0.02)


@sign("crane_rules", 300, 400)
def crane_rules(pen: Pen) -> None:
    pen.fill(WHITE, 5)
    pen.rect(0, 0, 300, 58, RED, 5)
    pen.text(150, 30, "起重作业十不吊", 36, WHITE, bold=0.03)
    rows = (
        "指挥信号不明不吊",
        "超载或重量不明不吊",
        "斜拉歪拽不吊",
        "捆绑不牢不吊",
        "棱角未加衬垫不吊",
        "吊物上站人不吊",
        "吊物下方有人不吊",
        "吊具有缺陷不吊",
        "光线昏暗不吊",
        "六级以上大风不吊",
    )
    for k, words in enumerate(rows):
        pen.text(16, 82 + 32 * k, f"{k + 1}. {words}", 22, BLACK, bold=0.015, anchor="lm", fit=270)


@sign("ex_mark", 160, 90)
def ex_mark(pen: Pen) -> None:
    """The mark of explosion-proof equipment."""
    pen.fill(STEEL_INK, 4)
    pen.round_polygon([(46, 20), (66, 45), (46, 70), (26, 45)], BLACK, 6)
    pen.round_polygon([(46, 24), (62, 45), (46, 66), (30, 45)], YELLOW, 3)
    pen.text(46, 45, "Ex", 24, BLACK, bold=0.05)
    pen.text(112, 32, "Ex d I Mb", 20, BLACK, bold=0.02, fit=86)
    pen.text(112, 62, "防爆 660 V", 18, BLACK, bold=0.02, fit=86)
