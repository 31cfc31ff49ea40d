"""Banners, posters and boards on the walls of halls: slogans, rules of a trade, 6S, fire duty, aisle marks."""

from __future__ import annotations

import numpy as np

from assets.textures.pen import BLACK, BLUE, GREEN, PAPER, RED, WHITE, YELLOW, Ink, Pen
from assets.textures.signs import sign

GOLD: Ink = (255, 232, 170)


@sign("banner_workshop", 1100, 90)
def banner_workshop(pen: Pen) -> None:
    pen.fill(RED)
    pen.text(550, 46, "安全第一  预防为主  综合治理", 66, GOLD, bold=0.03)


@sign("banner_quality", 1100, 90)
def banner_quality(pen: Pen) -> None:
    pen.fill(BLUE)
    pen.text(550, 46, "上岗一分钟  安全六十秒", 66, WHITE, bold=0.03)


def _poster(pen: Pen, ground: Ink, heading: str, rows: tuple[str, ...]) -> None:
    pen.fill(WHITE, 4)
    pen.rect(0, 0, pen.w, 70, ground, 4)
    pen.text(pen.w / 2, 36, heading, 44, WHITE, bold=0.03, fit=pen.w - 20)
    step = (pen.h - 90) / len(rows)
    for k, words in enumerate(rows):
        pen.text(18, 84 + step * (k + 0.5), f"{k + 1}. {words}", 28, BLACK, bold=0.015, anchor="lm", fit=pen.w - 32)


@sign("poster_6s", 320, 420)
def poster_6s(pen: Pen) -> None:
    _poster(
        pen,
        GREEN,
        "6S 管 理",
        ("整理 要与不要", "整顿 定置定位", "清扫 每班一次", "清洁 形成制度", "素养 遵章守纪", "安全 以人为本"),
    )


@sign("poster_press", 320, 420)
def poster_press(pen: Pen) -> None:
    _poster(
        pen,
        BLUE,
        "冲床操作规程",
        (
            "开机前检查光幕、双手按钮",
            "使用夹钳取放料",
            "调模、清模必须断电上锁",
            "滑块下垫安全块",
            "严禁戴线手套操作",
            "下班关机、清扫、交接",
        ),
    )


@sign("poster_belt", 320, 420)
def poster_belt(pen: Pen) -> None:
    _poster(
        pen,
        BLUE,
        "皮带机安全规程",
        (
            "启动前响铃、确认无人",
            "护罩不全不得开机",
            "严禁跨越、乘坐皮带",
            "清料必须停机上锁",
            "拉绳急停每班试验",
            "长发袖口须扎紧",
        ),
    )


@sign("poster_stone", 320, 420)
def poster_stone(pen: Pen) -> None:
    _poster(
        pen,
        (120, 60, 20),
        "防尘降噪十要",
        (
            "先开水、再开锯",
            "排风罩正对产尘点",
            "佩戴KN95及以上口罩",
            "佩戴耳塞或耳罩",
            "禁止用压缩空气吹尘",
            "班后湿式清扫",
        ),
    )


@sign("poster_dust", 320, 420)
def poster_dust(pen: Pen) -> None:
    _poster(
        pen,
        RED,
        "粉尘防爆须知",
        (
            "先开除尘、再开设备",
            "每班清扫、不留积尘",
            "禁止压缩空气吹扫",
            "严禁烟火、动火办票",
            "铝粉防水防潮",
            "出口通道保持畅通",
        ),
    )


@sign("poster_crane", 320, 420)
def poster_crane(pen: Pen) -> None:
    _poster(
        pen,
        BLUE,
        "吊装作业要点",
        (
            "持证上岗、专人指挥",
            "检查吊索、吊钩、绑扎",
            "棱角处加衬垫",
            "试吊10～20厘米",
            "吊物下方严禁站人",
            "不超载、不斜拉",
        ),
    )


@sign("poster_forklift", 320, 420)
def poster_forklift(pen: Pen) -> None:
    _poster(
        pen,
        BLUE,
        "叉车安全守则",
        (
            "持证驾驶、系安全带",
            "库内限速 5 km/h",
            "货物挡视线倒车行驶",
            "转角鸣笛、慢行",
            "严禁货叉载人",
            "停车：落叉、熄火、拔钥匙",
        ),
    )


@sign("poster_molten", 320, 420)
def poster_molten(pen: Pen) -> None:
    _poster(
        pen,
        RED,
        "高温熔融金属吊运",
        (
            "坑、罐无水方可吊运",
            "确认两侧挂钩到位",
            "吊运路线下方严禁有人",
            "包壳发红立即倒包",
            "跑钢严禁用水",
            "穿戴阻燃防护用品",
        ),
    )


@sign("duty_board", 420, 300)
def duty_board(pen: Pen) -> None:
    """The shop's production and duty board."""
    pen.fill((18, 82, 66), 4)
    pen.rect(5, 5, 415, 295, None, 3, (200, 204, 200), 4)
    pen.text(210, 34, "班 组 园 地", 38, WHITE, bold=0.03)
    for k in range(5):
        pen.line([(20, 66 + 44 * k), (400, 66 + 44 * k)], (180, 200, 190), 1.5)
    for k, words in enumerate(("当班人数  12", "安全员  陈立", "今日提示  戴好防护", "无事故  326 天")):
        pen.text(34, 90 + 44 * k, words, 28, (240, 244, 220), bold=0.01, anchor="lm")
    for k, ink in enumerate((RED, YELLOW, WHITE)):
        pen.rect(318 + 22 * k, 252, 334 + 22 * k, 286, ink, 2)


@sign("dock_number_1", 160, 160)
def dock_number_1(pen: Pen) -> None:
    _dock(pen, "1")


@sign("dock_number_2", 160, 160)
def dock_number_2(pen: Pen) -> None:
    _dock(pen, "2")


@sign("dock_number_3", 160, 160)
def dock_number_3(pen: Pen) -> None:
    _dock(pen, "3")


def _dock(pen: Pen, number: str) -> None:
    pen.fill(BLUE, 10)
    pen.text(80, 78, number, 130, WHITE, bold=0.05)


@sign("aisle_label_a", 300, 110)
def aisle_label_a(pen: Pen) -> None:
    pen.fill(YELLOW, 6)
    pen.text(150, 56, "A 区 01-04", 58, BLACK, bold=0.04)


@sign("aisle_label_b", 300, 110)
def aisle_label_b(pen: Pen) -> None:
    pen.fill(YELLOW, 6)
    pen.text(150, 56, "B 区 05-08", 58, BLACK, bold=0.04)


@sign("speed_5", 220, 220)
def speed_5(pen: Pen) -> None:
    """The speed limit of 5 km/h."""
    pen.disc(110, 110, 108, WHITE)
    pen.circle(110, 110, 106, RED, 22)
    pen.text(110, 108, "5", 128, BLACK, bold=0.05)


@sign("worn_zebra", 500, 330)
def worn_zebra(pen: Pen) -> None:
    """A zebra crossing on a floor, half rubbed away."""
    rng = np.random.default_rng(8)
    for k in range(6):
        x = 20 + 82 * k
        fresh = k < 3
        for _ in range(150 if fresh else 46):
            a, b = rng.uniform(x, x + 40), rng.uniform(6, 324)
            w, h = rng.uniform(5, 18), rng.uniform(5, 46)
            pen.rect(a, b, min(a + w, x + 46), min(b + h, 326), (232, 230, 220, 200 if fresh else 120), 2)


@sign("walk_mark", 200, 300)
def walk_mark(pen: Pen) -> None:
    """The walking figure of a pedestrian strip."""
    ink = (240, 240, 232, 230)
    pen.disc(104, 44, 26, ink)
    pen.line([(100, 78), (92, 160)], ink, 34)
    pen.line([(92, 160), (128, 210), (120, 272)], ink, 22)
    pen.line([(92, 160), (66, 220), (36, 268)], ink, 22)
    pen.line([(100, 88), (140, 118), (164, 150)], ink, 17)
    pen.line([(98, 88), (56, 112), (48, 156)], ink, 17)


@sign("oil_stain", 300, 220)
def oil_stain(pen: Pen) -> None:
    """Old oil soaked into a floor."""
    rng = np.random.default_rng(17)
    for _ in range(70):
        x, y = 150 + 58 * rng.normal(), 110 + 38 * rng.normal()
        pen.disc(x, y, rng.uniform(4, 30), (20, 18, 16, 26), rng.uniform(0.6, 1))


@sign("tyre_tracks", 900, 120)
def tyre_tracks(pen: Pen) -> None:
    """Black rubber marks of a truck's turns on a floor."""
    rng = np.random.default_rng(23)
    for _ in range(60):
        y = rng.choice([26, 94]) + rng.normal() * 6
        a = rng.uniform(0, 420)
        pen.line(
            [(a, y), (a + rng.uniform(160, 470), y + rng.normal() * 4)],
            (16, 16, 18, int(rng.uniform(14, 40))),
            rng.uniform(2, 7),
        )


@sign("steel_shop_plate", 760, 100)
def steel_shop_plate(pen: Pen) -> None:
    pen.fill(PAPER, 4)
    pen.text(380, 52, "连铸跨  钢水吊运区域  无关人员禁止入内", 44, RED, bold=0.04, fit=740)
