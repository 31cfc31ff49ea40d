"""Markings painted on streets, shop signs, bus stop, street furniture."""

from __future__ import annotations

from assets.textures.pen import BLACK, BLUE, GREEN, GREY, RED, WHITE, YELLOW, Ink, Pen
from assets.textures.signs import sign

ROAD_WHITE: Ink = (226, 226, 218, 235)


def _shaft(pen: Pen, low: float, high: float) -> None:
    pen.polygon([(54, low), (76, low), (72, high), (58, high)], ROAD_WHITE)


@sign("arrow_ahead", 130, 420)
def arrow_ahead(pen: Pen) -> None:
    _shaft(pen, 420, 150)
    pen.polygon([(65, 4), (104, 160), (26, 160)], ROAD_WHITE)


@sign("arrow_left", 130, 420)
def arrow_left(pen: Pen) -> None:
    _shaft(pen, 420, 130)
    pen.polygon([(72, 150), (58, 150), (34, 96), (34, 76), (72, 120)], ROAD_WHITE)
    pen.polygon([(4, 86), (56, 20), (56, 152)], ROAD_WHITE)


@sign("arrow_ahead_right", 130, 420)
def arrow_ahead_right(pen: Pen) -> None:
    _shaft(pen, 420, 120)
    pen.polygon([(60, 2), (90, 128), (30, 128)], ROAD_WHITE)
    pen.polygon([(62, 280), (62, 250), (96, 190), (96, 226)], ROAD_WHITE)
    pen.polygon([(126, 206), (90, 160), (90, 258)], ROAD_WHITE)


@sign("cycle_mark", 110, 180)
def cycle_mark(pen: Pen) -> None:
    for y in (44, 134):
        pen.circle(55, y, 34, ROAD_WHITE, 7)
    pen.line([(55, 134), (38, 92), (55, 44)], ROAD_WHITE, 7)
    pen.line([(55, 134), (74, 96), (38, 92)], ROAD_WHITE, 7)
    pen.line([(74, 96), (80, 74)], ROAD_WHITE, 7)
    pen.line([(30, 100), (44, 84)], ROAD_WHITE, 7)


def _shop(pen: Pen, words: str, back: Ink, ink: Ink, small: str) -> None:
    pen.fill(back)
    pen.text(pen.w / 2, pen.h * 0.44, words, pen.h * 0.62, ink, bold=0.04, fit=pen.w - 60)
    pen.text(pen.w / 2, pen.h * 0.86, small, pen.h * 0.15, ink, bold=0.02)


SHOPS: tuple[tuple[str, str, Ink, Ink, str], ...] = (
    ("noodles", "老街牛肉面", (150, 24, 22), (255, 226, 140), "早餐 6:00—10:00  豆浆 油条 包子"),
    ("pharmacy", "康民大药房", (12, 110, 66), WHITE, "医保定点 · 24小时售药"),
    ("market", "惠民便利店", (240, 240, 236), (200, 40, 30), "烟酒 饮料 日用百货 快递代收"),
    ("hardware", "顺达五金水暖", (22, 62, 130), WHITE, "开锁 · 水电安装 · 管道疏通"),
    ("barber", "美丝造型", (34, 34, 38), (236, 200, 120), "剪发 烫染 护理"),
    ("fruit", "鲜果时光", (246, 170, 40), (120, 30, 14), "产地直送 新鲜每一天"),
    ("repairs", "飞驰电动车", (20, 96, 150), (255, 240, 120), "销售 维修 补胎 以旧换新"),
    ("hotpot", "山城小火锅", (120, 14, 20), (255, 210, 90), "毛肚 鸭血 鲜切牛肉"),
)


def _enter(name: str, words: str, back: Ink, ink: Ink, small: str) -> None:
    @sign(f"shop_{name}", 460, 92)
    def draw(pen: Pen) -> None:
        _shop(pen, words, back, ink, small)


for _shop_sign in SHOPS:
    _enter(*_shop_sign)


@sign("shop_window_posters", 420, 200)
def shop_window_posters(pen: Pen) -> None:
    """Stickers on a shop's pane; clear between them."""
    pen.rect(10, 30, 110, 180, (210, 40, 34))
    pen.text(60, 84, "特价", 42, YELLOW, bold=0.05)
    pen.text(60, 140, "9.9", 52, WHITE, bold=0.05)
    pen.rect(140, 60, 230, 130, WHITE)
    pen.text(185, 95, "营业中", 28, GREEN, bold=0.04)
    pen.text(330, 70, "欢迎光临", 40, (230, 230, 226), bold=0.03)
    pen.line([(0, 192), (420, 192)], RED, 6)


@sign("bus_stop", 240, 420)
def bus_stop(pen: Pen) -> None:
    pen.fill(BLUE, 6)
    pen.text(120, 36, "建设路口", 40, WHITE, bold=0.04)
    pen.rect(10, 66, 230, 410, WHITE, 4)
    for k, (line, way) in enumerate((("3", "火车站 — 工业园"), ("17", "江南小区 — 港口"), ("205", "大学城 — 体育馆"))):
        y = 84 + 108 * k
        pen.rect(22, y, 76, y + 38, (BLUE, RED, GREEN)[k], 4)
        pen.text(49, y + 19, line, 28, WHITE, bold=0.04)
        pen.text(84, y + 19, way, 19, BLACK, bold=0.02, anchor="lm", fit=136)
        pen.line([(26, y + 66), (214, y + 66)], GREY, 3)
        for stop in range(8):
            pen.disc(30 + stop * 26, y + 66, 6, RED if stop == 3 else GREY)


@sign("bus_advert", 480, 300)
def bus_advert(pen: Pen) -> None:
    pen.fill((18, 120, 150))
    pen.disc(370, 170, 110, (250, 214, 90))
    pen.text(36, 90, "一盔一带", 84, WHITE, bold=0.05, anchor="lm")
    pen.text(36, 180, "安全常在", 84, (255, 236, 120), bold=0.05, anchor="lm")
    pen.text(36, 258, "骑电动自行车请戴头盔", 32, WHITE, bold=0.03, anchor="lm")
    pen.wedge(370, 190, 66, 180, 360, RED)
    pen.rect(300, 186, 452, 200, RED, 6)


@sign("right_turn_stop", 400, 520)
def right_turn_stop(pen: Pen) -> None:
    """The board at the stop line: heavy vehicles turning right must stop and look."""
    pen.fill(YELLOW, 18)
    pen.rect(10, 10, 390, 510, None, 12, BLACK, 8)
    pen.text(200, 92, "大型车辆", 74, BLACK, bold=0.05)
    pen.rect(52, 150, 348, 290, RED, 10)
    pen.text(200, 218, "右转必停", 70, WHITE, bold=0.06)
    pen.text(200, 352, "停车瞭望", 60, BLACK, bold=0.05)
    pen.text(200, 440, "礼让行人和非机动车", 40, BLACK, bold=0.04, fit=350)


@sign("street_name", 320, 90)
def street_name(pen: Pen) -> None:
    pen.fill((22, 70, 150), 8)
    pen.text(160, 36, "建设路", 46, WHITE, bold=0.05)
    pen.text(160, 74, "JIANSHE LU", 20, WHITE, bold=0.02)


@sign("manhole_cover", 300, 300)
def manhole_cover(pen: Pen) -> None:
    """The cast pattern of a sewer cover, dark ink on clear, with its word."""
    ink: Ink = (16, 16, 17, 150)
    for k in range(-7, 8):
        for j in range(-7, 8):
            x, y = 150 + 20 * k + 10 * (j % 2), 150 + 18 * j
            reach = ((x - 150) ** 2 + (y - 150) ** 2) ** 0.5
            if reach < 138 and not (abs(y - 150) < 34 and abs(x - 150) < 62):
                pen.rect(x - 6, y - 4, x + 6, y + 4, ink, 2)
    pen.circle(150, 150, 146, ink, 6)
    pen.text(150, 150, "污水", 56, (24, 24, 25, 230), bold=0.06)
