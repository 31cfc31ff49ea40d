"""Faces of devices in a home: care screen, labels of gas appliances and batteries, sockets, washing machine."""

from __future__ import annotations

from assets.textures.pen import BLACK, BLUE, GREEN, GREY, RED, WHITE, YELLOW, Ink, Pen
from assets.textures.signs import sign

DARK: Ink = (18, 20, 24)


@sign("care_screen_on", 400, 250)
def care_screen_on(pen: Pen) -> None:
    """The care screen's resting page: time, the day's reminder, two large keys."""
    pen.fill((24, 62, 92))
    pen.text(20, 36, "09:20", 54, WHITE, bold=0.02, anchor="lm")
    pen.text(386, 26, "11月22日 星期日", 22, WHITE, anchor="rm")
    pen.text(386, 54, "在线", 20, (130, 226, 150), bold=0.03, anchor="rm")
    pen.rect(16, 76, 384, 146, (240, 244, 246), 12)
    pen.text(32, 100, "奶奶，早上好！", 26, BLACK, bold=0.02, anchor="lm")
    pen.text(32, 128, "该吃降压药了。有事请叫“小前”。", 20, BLACK, anchor="lm", fit=336)
    pen.rect(16, 160, 194, 236, (36, 132, 84), 12)
    pen.text(105, 198, "呼叫家人", 34, WHITE, bold=0.04)
    pen.rect(206, 160, 384, 236, RED, 12)
    pen.text(295, 198, "紧急求助", 34, WHITE, bold=0.04)


@sign("care_screen_dark", 200, 125)
def care_screen_dark(pen: Pen) -> None:
    pen.fill(DARK)
    pen.polygon([(110, 0), (170, 0), (110, 125), (50, 125)], (28, 31, 36))


@sign("stove_label", 160, 60)
def stove_label(pen: Pen) -> None:
    pen.fill((196, 198, 200), 6)
    pen.text(80, 20, "天然气 12T", 22, BLACK, bold=0.03)
    pen.text(80, 44, "生产日期 2014.03", 17, BLACK, fit=146)


@sign("heater_label", 200, 260)
def heater_label(pen: Pen) -> None:
    pen.fill((232, 234, 235), 6)
    pen.text(100, 34, "家用燃气快速热水器", 20, BLUE, bold=0.03, fit=186)
    pen.text(100, 74, "JSQ20", 38, BLACK, bold=0.04)
    pen.rect(16, 106, 184, 150, YELLOW, 4)
    pen.text(100, 128, "必须安装排烟管", 22, RED, bold=0.04, fit=156)
    for k, words in enumerate(("天然气 12T  20 kW", "制造日期 2014.03", "使用年限 8 年")):
        pen.text(20, 176 + 28 * k, words, 18, BLACK, anchor="lm", fit=164)


@sign("washer_panel", 420, 90)
def washer_panel(pen: Pen) -> None:
    pen.fill((224, 226, 227))
    pen.rect(0, 0, 120, 90, (206, 209, 211))
    pen.text(60, 32, "洗衣液盒", 20, GREY, bold=0.02)
    pen.circle(196, 45, 32, GREY, 3)
    for k, words in enumerate(("棉织", "快洗", "脱水")):
        pen.text(250, 22 + 24 * k, words, 16, BLACK, anchor="lm")
    pen.rect(300, 20, 404, 70, DARK, 4)
    pen.text(352, 45, "0:38", 34, (255, 120, 40), bold=0.04)


@sign("battery_label", 300, 150)
def battery_label(pen: Pen) -> None:
    pen.fill((232, 232, 226), 4)
    pen.rect(0, 0, 300, 40, BLUE, 4)
    pen.text(150, 21, "电动自行车锂离子蓄电池", 24, WHITE, bold=0.03, fit=280)
    pen.text(14, 66, "48 V  20 Ah", 34, BLACK, bold=0.04, anchor="lm")
    pen.text(14, 102, "禁止入户充电 · 禁止改装", 21, RED, bold=0.03, anchor="lm")
    pen.text(14, 130, "请使用配套充电器", 18, BLACK, anchor="lm")
    pen.polygon([(254, 60), (284, 112), (224, 112)], YELLOW)
    pen.text(254, 94, "!", 34, BLACK, bold=0.06)


@sign("battery_label_cracked", 300, 150)
def battery_label_cracked(pen: Pen) -> None:
    """The same label split and blistered by the swelling case."""
    battery_label(pen)
    for line in (
        [(60, 0), (78, 46), (70, 84), (96, 150)],
        [(78, 46), (140, 62), (190, 58)],
        [(240, 0), (226, 40), (250, 84), (236, 150)],
        [(70, 84), (34, 108), (0, 112)],
    ):
        pen.line(line, (40, 36, 34), 5)


@sign("charger_label", 150, 80)
def charger_label(pen: Pen) -> None:
    pen.fill((210, 212, 214), 4)
    pen.text(75, 20, "充电器", 24, BLACK, bold=0.04)
    pen.text(75, 46, "输出 54.6 V 3 A", 18, BLACK, fit=136)
    pen.text(75, 66, "严禁遮盖", 17, RED, bold=0.04)


@sign("socket_holes", 120, 120)
def socket_holes(pen: Pen) -> None:
    """The five slots of a Chinese wall socket."""
    for x in (44, 76):
        pen.rect(x - 4, 26, x + 4, 46, DARK, 2)
    pen.rect(56, 66, 64, 84, DARK, 2)
    for turn, x in ((-1, 42), (1, 78)):
        pen.polygon(
            [(x - 4 - turn * 4, 84), (x + 4 - turn * 4, 84), (x + 4 + turn * 4, 102), (x - 4 + turn * 4, 102)], DARK
        )


@sign("switch_words", 120, 40)
def switch_words(pen: Pen) -> None:
    pen.text(32, 20, "灯", 28, BLACK, bold=0.03)
    pen.text(84, 20, "油烟机", 24, BLACK, bold=0.03)


@sign("radar_words", 90, 40)
def radar_words(pen: Pen) -> None:
    pen.text(45, 14, "毫米波雷达", 17, GREY, bold=0.03)
    pen.text(45, 32, "无摄像头", 14, GREY, bold=0.02)


@sign("sos_words", 90, 50)
def sos_words(pen: Pen) -> None:
    pen.text(45, 18, "SOS", 28, RED, bold=0.06)
    pen.text(45, 40, "紧急呼叫", 16, RED, bold=0.04)


@sign("leak_words", 80, 40)
def leak_words(pen: Pen) -> None:
    pen.text(40, 20, "水浸", 26, BLUE, bold=0.05)


@sign("home_box_label", 220, 60)
def home_box_label(pen: Pen) -> None:
    for k, words in enumerate(("总开关", "照明", "插座", "卫生间", "空调")):
        pen.text(22 + 44 * k, 20, words, 16, BLACK, bold=0.02, fit=40)
    pen.line([(0, 38), (220, 38)], GREEN, 2)


@sign("home_rcd_face", 120, 170)
def home_rcd_face(pen: Pen) -> None:
    """A residual current breaker of a home: rating, and the words beside its test button."""
    pen.fill((226, 228, 229))
    pen.text(60, 22, "漏电保护", 24, BLUE, bold=0.03)
    pen.text(40, 124, "C32", 26, BLACK, bold=0.03)
    pen.text(40, 152, "30mA", 22, BLACK, bold=0.02)
    pen.text(92, 152, "每月按", 17, BLACK, fit=50)


@sign("soot_plume", 170, 230)
def soot_plume(pen: Pen) -> None:
    """Soot on a wall above a loose flue: dense at its foot, fading upward."""
    for k in range(40):
        share = k / 39
        ink: Ink = (26, 23, 21, int(4 + 205 * share**1.5))
        pen.disc(85 + 10 * (1 - share), 150 + 40 * share, 78 * (1 - share) + 16, ink, squash=1.75 - 0.6 * share)
