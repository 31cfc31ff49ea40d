"""The first-aid board of a workshop: who is trained, where the AED hangs, what to tell 120."""

from __future__ import annotations

from assets.textures.pen import BLACK, WHITE, Ink, Pen
from assets.textures.signs import sign

GREEN: Ink = (0, 122, 70)
DULL_GREEN: Ink = (92, 124, 106)
PAPER: Ink = (226, 222, 208)
GRID: Ink = (110, 112, 112)
NAMES = (("早班", "刘  敏", "6201"), ("中班", "何  俊", "6202"), ("夜班", "周  岚", "6203"))
LINES = (
    ("AED位置", "东墙急救点，7号门内侧"),
    ("拨打120时说", "高新区创业路18号，3号门"),
    ("最近的急救车入口", "3号门，派人到门口接车"),
)
COLUMNS = (24, 176, 416, 616)


def _first_aid(pen: Pen, *, filled: bool) -> None:
    """A table of trained people and three lines, written or with nothing but their heads."""
    pen.fill(WHITE if filled else PAPER, 6)
    pen.rect(0, 0, pen.w, 64, GREEN if filled else DULL_GREEN, 6)
    pen.rect(24, 25, 60, 37, WHITE)
    pen.rect(36, 13, 48, 49, WHITE)
    pen.text(pen.w / 2 + 18, 33, "急救员名单与呼救信息", 40, WHITE, bold=0.035)
    for y in range(84, 85 + 4 * 46, 46):
        pen.line([(COLUMNS[0], y), (COLUMNS[-1], y)], GRID, 2)
    for x in COLUMNS:
        pen.line([(x, 84), (x, 268)], GRID, 2)
    for column, head in enumerate(("班次", "急救员", "电话")):
        pen.text(_middle(column), 107, head, 26, BLACK, bold=0.03)
    for row, entries in enumerate(NAMES, 1):
        for column, words in enumerate(entries if filled else entries[:1]):
            pen.text(_middle(column), 107 + 46 * row, words, 26, BLACK, bold=0.015)
    for row, (head, words) in enumerate(LINES):
        y = 302 + 54 * row
        pen.text(24, y, f"{head}：", 26, BLACK, bold=0.025, anchor="lm")
        pen.line([(268, y + 20), (616, y + 20)], GRID, 2)
        if filled:
            pen.text(272, y, words, 26, BLACK, bold=0.015, anchor="lm", fit=342)


def _middle(column: int) -> float:
    return (COLUMNS[column] + COLUMNS[column + 1]) / 2


@sign("notice_first_aid_filled", 640, 450)
def notice_first_aid_filled(pen: Pen) -> None:
    _first_aid(pen, filled=True)


@sign("notice_first_aid_blank", 640, 450)
def notice_first_aid_blank(pen: Pen) -> None:
    _first_aid(pen, filled=False)
