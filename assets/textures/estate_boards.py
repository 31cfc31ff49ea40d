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
