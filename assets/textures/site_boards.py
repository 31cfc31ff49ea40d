"""Notices of building sites: shafts, covers, lifelines, floors, pits, and the monitoring chart of a pit."""

from __future__ import annotations

from assets.textures.pen import BLACK, BLUE, GREEN, GREY, PAPER, RED, WHITE, YELLOW, Ink, Pen
from assets.textures.signs import sign

BLUE_INK: Ink = (38, 52, 120)


@sign("shaft_notice", 420, 168)
def shaft_notice(pen: Pen) -> None:
    pen.fill(RED, 6)
    pen.text(pen.w / 2, 56, "电梯井口  当心坠落", 46, WHITE, bold=0.035, fit=pen.w - 30)
    pen.text(pen.w / 2, 122, "严禁擅自拆除", 40, WHITE, bold=0.03)


@sign("cover_notice", 360, 108)
def cover_notice(pen: Pen) -> None:
    pen.text(pen.w / 2, pen.h / 2, "洞口 严禁移动", 52, RED, bold=0.05, fit=pen.w - 10)


@sign("lifeline_tag", 240, 80)
def lifeline_tag(pen: Pen) -> None:
    pen.fill(YELLOW, 6)
    pen.text(pen.w / 2, pen.h / 2, "生命线 限2人", 34, BLACK, bold=0.03, fit=pen.w - 16)


@sign("aisle_line", 1200, 36)
def aisle_line(pen: Pen) -> None:
    """A painted line, rubbed off in places."""
    pen.fill((214, 168, 22))
    for k in range(60):
        x, y = (k * 197.3) % pen.w, (k * 11.7) % pen.h
        pen.disc(x, y, 2 + k % 5, (128, 124, 116), 0.5)


@sign("aisle_words", 620, 150)
def aisle_words(pen: Pen) -> None:
    pen.text(pen.w * 0.42, pen.h / 2, "安全通道", 108, (214, 168, 22), bold=0.04)
    x, y = pen.w * 0.88, pen.h / 2
    head = [(x + 4, y - 40), (x + 56, y), (x + 4, y + 40)]
    pen.polygon([(x - 46, y - 12), (x + 4, y - 12), *head, (x + 4, y + 12), (x - 46, y + 12)], (214, 168, 22))


@sign("level_mark", 200, 90)
def level_mark(pen: Pen) -> None:
    """The one-metre line on a column."""
    pen.line([(4, 66), (196, 66)], RED, 4)
    pen.polygon([(30, 66), (16, 42), (44, 42)], RED)
    pen.text(122, 36, "6F +1.000", 34, RED, bold=0.03)


@sign("floor_mark", 200, 200)
def floor_mark(pen: Pen) -> None:
    """The storey's number, sprayed on the shaft wall."""
    pen.circle(100, 100, 86, RED, 9)
    pen.text(100, 98, "6F", 92, RED, bold=0.06)


@sign("pit_board", 640, 420)
def pit_board(pen: Pen) -> None:
    """The board of a pit as a controlled work."""
    pen.fill(WHITE, 10)
    pen.rect(0, 0, pen.w, 84, RED, 10)
    pen.text(pen.w / 2, 44, "危险性较大工程公示牌", 46, WHITE, bold=0.03)
    rows = (
        "工程名称：深基坑土方开挖与支护",
        "开挖深度：4.5 m",
        "主要危险：坍塌、高处坠落",
        "坑边 1.5 m 内禁止堆载、停车",
        "专职监护：周海  电话 6117",
    )
    for k, words in enumerate(rows):
        pen.text(30, 128 + k * 62, words, 37, RED if k == 3 else BLACK, bold=0.015, anchor="lm", fit=580)


def _chart(pen: Pen, dates: tuple[str, ...], values: tuple[float, ...]) -> None:
    """The monitoring chart: a table of readings and their curve against the warning value."""
    pen.fill(PAPER)
    pen.rect(4, 4, pen.w - 4, pen.h - 4, None, 0, GREY, 2)
    pen.text(pen.w / 2, 38, "基坑监测记录", 42, BLACK, bold=0.03)
    pen.text(pen.w / 2, 80, "坑顶水平位移（mm）  预警值 25", 27, RED, bold=0.02)
    left, right, top, foot = 60, pen.w - 24, 112, 300
    pen.line([(left, top), (left, foot), (right, foot)], BLACK, 3)
    pen.line([(left, top + 18), (right, top + 18)], RED, 2)
    points = [(left + 30 + k * 62, foot - value * 6.2) for k, value in enumerate(values)]
    if len(points) > 1:
        pen.line(points, BLUE_INK, 4)
    for x, y in points:
        pen.disc(x, y, 6, BLUE_INK)
    for k, words in enumerate(dates):
        y = 330 + k * 34
        pen.line([(20, y + 17), (pen.w - 20, y + 17)], (120, 120, 120), 1.5)
        pen.text(30, y, words, 28, BLACK, anchor="lm", bold=0.01)
        if k < len(values):
            pen.text(170, y, f"{values[k]:.0f}", 28, BLUE_INK, bold=0.015)
            pen.text(300, y, "正常" if values[k] < 20 else "加密监测", 26, BLUE_INK, bold=0.01)
            pen.text(430, y, "李测", 28, BLUE_INK, bold=0.02)


@sign("notice_pit_filled", 500, 560)
def notice_pit_filled(pen: Pen) -> None:
    _chart(pen, ("11.16", "11.17", "11.18", "11.19", "11.20", "11.21"), (6, 7, 8, 9, 9, 10))


@sign("notice_pit_expired", 500, 560)
def notice_pit_expired(pen: Pen) -> None:
    """The last three days have no reading."""
    _chart(pen, ("11.16", "11.17", "11.18", "11.19", "11.20", "11.21"), (8, 13, 19))


@sign("notice_pit_blank", 500, 560)
def notice_pit_blank(pen: Pen) -> None:
    _chart(pen, ("11.16", "11.17", "11.18", "11.19", "11.20", "11.21"), ())


@sign("load_limit", 300, 200)
def load_limit(pen: Pen) -> None:
    """Painted at the kerb of a pit."""
    pen.fill(YELLOW, 8)
    pen.rect(6, 6, pen.w - 6, pen.h - 6, None, 6, BLACK, 4)
    pen.text(pen.w / 2, 62, "坑边限载", 56, BLACK, bold=0.04)
    pen.text(pen.w / 2, 138, "≤ 10 kPa", 54, RED, bold=0.04)


@sign("escape_ladder", 300, 130)
def escape_ladder(pen: Pen) -> None:
    pen.fill(GREEN, 8)
    pen.text(pen.w / 2, pen.h / 2, "逃生爬梯", 62, WHITE, bold=0.04)


@sign("site_duty_board", 420, 300)
def site_duty_board(pen: Pen) -> None:
    pen.fill(WHITE, 8)
    pen.rect(0, 0, pen.w, 66, BLUE, 8)
    pen.text(pen.w / 2, 34, "六层 施工责任牌", 38, WHITE, bold=0.03)
    for k, words in enumerate(("栋  号：2#楼  层：6F", "施工内容：砌筑、安装", "班组长：吴江", "安全员：方敏  6109")):
        pen.text(24, 102 + k * 50, words, 31, BLACK, bold=0.012, anchor="lm", fit=370)


@sign("zebra_half_gone", 640, 480)
def zebra_half_gone(pen: Pen) -> None:
    """A zebra crossing half rubbed away."""
    for k in range(4):
        x = 30 + 160 * k
        pen.rect(x, 10, x + 80, 470, (226, 224, 214))
        for j in range(46 if k in (1, 2) else 20):
            cx, cy = x + (j * 53.7) % 84, (j * 137.3 + 60 * k) % 480
            pen.disc(cx, cy, 9 + (j * 7) % 17, (92, 92, 92), 0.6)


@sign("load_path", 480, 360)
def load_path(pen: Pen) -> None:
    """A yellow hatched field under a load's way, with its words."""
    pen.stripes(0, 0, pen.w, pen.h, 90, (226, 168, 14))
    pen.rect(4, 4, pen.w - 4, pen.h - 4, None, 0, (226, 168, 14), 14)
    pen.rect(90, 130, 390, 230, (96, 98, 96))
    pen.text(pen.w / 2, 180, "吊运通道 禁止停留", 38, (240, 190, 20), bold=0.04, fit=280)


@sign("turn_zone", 480, 360)
def turn_zone(pen: Pen) -> None:
    """The red field that warns of a lorry's inner wheels at a corner."""
    pen.fill((150, 30, 26))
    pen.stripes(0, 0, pen.w, pen.h, 80, (226, 222, 214))
    pen.rect(4, 4, pen.w - 4, pen.h - 4, None, 0, (226, 222, 214), 10)
    pen.rect(60, 120, 420, 240, (150, 30, 26))
    pen.text(pen.w / 2, 182, "右转危险区", 62, WHITE, bold=0.04, fit=340)


@sign("guard_post", 350, 210)
def guard_post(pen: Pen) -> None:
    pen.fill(WHITE, 6)
    pen.rect(5, 5, pen.w - 5, pen.h - 5, None, 5, RED, 6)
    pen.text(pen.w / 2, 64, "爆破警戒", 66, RED, bold=0.04)
    pen.text(pen.w / 2, 146, "严禁通行", 66, RED, bold=0.04)


@sign("chain_plate", 260, 117)
def chain_plate(pen: Pen) -> None:
    pen.fill(YELLOW, 6)
    pen.rect(4, 4, pen.w - 4, pen.h - 4, None, 4, BLACK, 4)
    pen.text(pen.w / 2, pen.h / 2, "未经许可 禁止入内", 28, BLACK, bold=0.04, fit=236)
