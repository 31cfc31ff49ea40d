"""The boiler's use-registration notice: what is registered, and until when its inspection holds."""

from __future__ import annotations

from assets.textures.pen import BLACK, RED, WHITE, Ink, Pen
from assets.textures.signs import sign

FRAME_RED: Ink = (176, 34, 30)
PAID: Ink = (0, 100, 50)


def _registration(pen: Pen, next_inspection: str, *, in_date: bool) -> None:
    """The special-equipment notice of a steam boiler with the month of its next inspection."""
    pen.fill(WHITE if in_date else (226, 218, 196), 6)
    pen.rect(10, 10, pen.w - 10, pen.h - 10, None, 4, FRAME_RED, 5)
    pen.text(pen.w / 2, 52, "特种设备使用标志", 48, FRAME_RED, bold=0.035)
    rows = (
        ("设备种类", "锅炉（蒸汽 2 t/h）"),
        ("使用单位", "前车大酒店"),
        ("额定压力", "0.7 MPa"),
        ("登记编号", "锅 10 前车 0027"),
    )
    for k, (head, words) in enumerate(rows):
        y = 120 + 54 * k
        pen.text(40, y, head, 30, BLACK, bold=0.02, anchor="lm")
        pen.text(200, y, words, 30, BLACK, bold=0.012, anchor="lm", fit=400)
        pen.line([(196, y + 22), (606, y + 22)], (120, 120, 122), 2)
    pen.text(40, 348, "下次检验日期", 32, BLACK, bold=0.03, anchor="lm")
    pen.text(606, 348, next_inspection, 52, PAID if in_date else RED, bold=0.04, anchor="rm")
    if not in_date:
        pen.text(pen.w / 2, 404, "检验单位：（空白）", 28, (120, 124, 120), bold=0.015)
    else:
        pen.text(pen.w / 2, 404, "检验合格，准予使用", 30, PAID, bold=0.03)


@sign("notice_boiler_valid", 640, 450)
def notice_boiler_valid(pen: Pen) -> None:
    _registration(pen, "2027年9月", in_date=True)


@sign("notice_boiler_overdue", 640, 450)
def notice_boiler_overdue(pen: Pen) -> None:
    _registration(pen, "2025年9月", in_date=False)
