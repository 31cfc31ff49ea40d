"""Tags that hang on switches and valves while somebody works: lock-out, tag-out."""

from __future__ import annotations

from assets.textures.pen import BLACK, PAPER, RED, WHITE, YELLOW, Ink, Pen
from assets.textures.pictograms import padlock, pressing_hand
from assets.textures.signs import sign
from assets.textures.stencil import Stencil

W, H = 300, 480
HOLE: Ink = (60, 60, 62)


def _tag(pen: Pen, head: str, ground: Ink, ink: Ink) -> None:
    """A tag with a hole, a coloured head and lines to fill in."""
    pen.fill(PAPER, 26)
    pen.rect(0, 0, W, 178, ground, 26)
    pen.rect(0, 140, W, 178, ground)
    pen.disc(W / 2, 34, 19, WHITE)
    pen.disc(W / 2, 34, 14, HOLE)
    pen.text(W / 2, 116, head, 74, ink, bold=0.04, fit=W - 36)


def _lines(pen: Pen, y: float, *rows: tuple[str, str]) -> None:
    """Printed words with what was written behind them."""
    for k, (printed, written) in enumerate(rows):
        at = y + 44 * k
        pen.text(22, at, printed, 27, BLACK, bold=0.01, anchor="lm")
        pen.line([(106, at + 16), (W - 20, at + 16)], (150, 148, 140), 1.2)
        pen.text(116, at, written, 28, (30, 44, 120), bold=0.0, anchor="lm")


def _forbidden(pen: Pen, x: float, y: float, radius: float) -> None:
    pressing_hand(Stencil(pen, x, y, radius, BLACK, PAPER), 0.16, 0.42, 0.60)
    Stencil(pen, x, y, radius, BLACK, PAPER).rect(-0.36, 0.46, 0.52, 0.64)
    pen.line([(x - radius * 0.64, y - radius * 0.64), (x + radius * 0.64, y + radius * 0.64)], RED, radius * 0.15)
    pen.circle(x, y, radius, RED, radius * 0.18)


@sign("有人工作禁止合闸", W, H)
def people_at_work(pen: Pen) -> None:
    _tag(pen, "禁止合闸", RED, WHITE)
    pen.text(W / 2, 212, "有人工作！", 50, RED, bold=0.04)
    _forbidden(pen, W / 2, 302, 60)
    _lines(pen, 402, ("姓名", "李建国"), ("时间", "08:40"))


@sign("正在检修禁止操作", W, H)
def under_repair(pen: Pen) -> None:
    _tag(pen, "禁止操作", RED, WHITE)
    pen.text(W / 2, 214, "设备正在检修", 44, RED, bold=0.04)
    padlock(Stencil(pen, W / 2, 296, 58, BLACK, PAPER), 0, 0, 1.0)
    _lines(pen, 402, ("挂牌人", "王强"), ("电话", "6203"))


@sign("个人锁牌", W, H)
def personal_tag(pen: Pen) -> None:
    """Who hung the lock: it is taken off by nobody else."""
    _tag(pen, "危险", (232, 96, 16), WHITE)
    pen.text(W / 2, 214, "此锁只许本人开启", 36, BLACK, bold=0.03)
    padlock(Stencil(pen, W / 2, 282, 46, RED, PAPER), 0, 0, 1.0)
    _lines(pen, 354, ("姓名", "赵敏"), ("班组", "维修二班"), ("部位", "3 号机"))


@sign("盲板牌", W, H)
def blind_plate_tag(pen: Pen) -> None:
    """The number plate of a blind in a pipe."""
    _tag(pen, "盲板", YELLOW, BLACK)
    pen.text(W / 2, 222, "MB-07", 60, BLACK, bold=0.04)
    _lines(pen, 288, ("管线", "酸-102"), ("规格", "DN80"), ("加装", "王强"), ("日期", "11-22"))


@sign("在修设备", W, H)
def out_of_service(pen: Pen) -> None:
    _tag(pen, "停用", (90, 92, 96), WHITE)
    pen.text(W / 2, 228, "设备在修", 56, BLACK, bold=0.04)
    pen.text(W / 2, 290, "严禁使用", 56, RED, bold=0.04)
    _lines(pen, 366, ("原因", "待检"), ("责任人", "刘洋"))
