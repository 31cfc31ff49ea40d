"""Boards of a housing estate: notices, entrance, charging shed, rubbish bins."""

from __future__ import annotations

from assets.textures.pen import BLACK, BLUE, GREEN, GREY, PAPER, RED, WHITE, YELLOW, Ink, Pen
from assets.textures.signs import sign


@sign("estate_notices", 640, 354)
def estate_notices(pen: Pen) -> None:
    """The estate's notice board behind glass: some sheets, one of them on manholes."""
    pen.fill((70, 96, 84))
    pen.rect(0, 0, 640, 52, (176, 30, 30))
    pen.text(320, 27, "向阳小区 社区宣传栏", 34, WHITE, bold=0.04)
    sheets: tuple[tuple[float, float, str, Ink], ...] = (
        (24, 70, "停水通知", BLUE),
        (172, 76, "电动车禁止上楼", RED),
        (326, 68, "井盖破损请报修", GREEN),
        (478, 74, "老年义诊", BLUE),
    )
    for x, y, heading, ink in sheets:
        pen.rect(x, y, x + 136, y + 250, PAPER)
        pen.rect(x, y, x + 136, y + 44, ink)
        pen.text(x + 68, y + 23, heading, 24, WHITE, bold=0.03, fit=124)
        for k in range(8):
            pen.line([(x + 14, y + 70 + 21 * k), (x + 122 - 26 * (k % 3), y + 70 + 21 * k)], GREY, 3)


@sign("estate_entrance", 240, 80)
def estate_entrance(pen: Pen) -> None:
    pen.fill(BLUE, 6)
    pen.text(120, 39, "3 栋 2 单元", 42, WHITE, bold=0.04)


@sign("estate_charging", 600, 140)
def estate_charging(pen: Pen) -> None:
    pen.fill(GREEN, 6)
    pen.text(300, 48, "非机动车集中充电点", 58, WHITE, bold=0.04)
    pen.text(300, 108, "充电请勿过夜 · 禁止飞线 · 禁止电池入户", 30, YELLOW, bold=0.02)


def _bin(pen: Pen, words: str, mark: str) -> None:
    pen.text(90, 66, mark, 92, WHITE, bold=0.05)
    pen.text(90, 150, words, 34, WHITE, bold=0.04)


@sign("bin_kitchen", 180, 180)
def bin_kitchen(pen: Pen) -> None:
    _bin(pen, "厨余垃圾", "厨")


@sign("bin_recycle", 180, 180)
def bin_recycle(pen: Pen) -> None:
    _bin(pen, "可回收物", "收")


@sign("bin_harmful", 180, 180)
def bin_harmful(pen: Pen) -> None:
    _bin(pen, "有害垃圾", "害")


@sign("bin_other", 180, 180)
def bin_other(pen: Pen) -> None:
    _bin(pen, "其他垃圾", "他")


@sign("bin_sorting", 800, 80)
def bin_sorting(pen: Pen) -> None:
    pen.fill(GREEN)
    pen.text(400, 40, "垃圾分类 从我做起", 50, WHITE, bold=0.04)
    pen.rect(0, 74, 800, 80, BLACK)


@sign("notice_appliance_overdue", 420, 300)
def notice_appliance_overdue(pen: Pen) -> None:
    """The gas company's card in a kitchen: stove and heater fitted in 2014, eight years' life, a yellow reminder."""
    pen.fill(PAPER)
    pen.rect(0, 0, 420, 54, BLUE)
    pen.text(210, 28, "家用燃气具使用登记卡", 32, WHITE, bold=0.035)
    rows = (
        ("灶具 安装日期", "2014年3月"),
        ("热水器 安装日期", "2014年3月"),
        ("使用年限", "8 年"),
        ("上次安检", "2019年6月"),
    )
    for k, (label, value) in enumerate(rows):
        y = 82 + 36 * k
        pen.line([(16, y + 18), (404, y + 18)], GREY, 1.5)
        pen.text(20, y, label, 24, BLACK, anchor="lm")
        pen.text(400, y, value, 26, RED if k < 3 else BLACK, bold=0.03, anchor="rm")
    pen.rect(16, 226, 404, 288, YELLOW, 6)
    pen.text(210, 257, "已超使用年限 请立即更换", 32, RED, bold=0.045, fit=370)


@sign("notice_charging_shed", 520, 400)
def notice_charging_shed(pen: Pen) -> None:
    """The property company's notice in the stairwell: where to charge, what is forbidden."""
    pen.fill(WHITE)
    pen.rect(0, 0, 520, 78, GREEN)
    pen.text(260, 40, "电动自行车充电告知", 46, WHITE, bold=0.04)
    for k, (words, ink) in enumerate(
        (
            ("集中充电棚：3栋东侧，24小时开放", BLACK),
            ("自动断电 · 每小时 0.5 元", BLACK),
            ("禁止推车上楼、入户充电", RED),
            ("禁止“飞线”充电", RED),
            ("禁止占用楼道、堵塞疏散通道", RED),
        )
    ):
        pen.text(36, 118 + 50 * k, words, 31, ink, bold=0.03, anchor="lm", fit=450)
    pen.text(484, 374, "向阳物业服务中心  6203", 22, GREY, anchor="rm")
