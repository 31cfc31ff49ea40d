"""Work permits as filled in by hand: three kinds, each valid, stale and unsigned."""

from __future__ import annotations

from functools import partial

from assets.textures.pen import BLACK, PAPER, RED, Ink, Pen
from assets.textures.signs import sign

BLUE_INK: Ink = (38, 52, 140)
W, H = 340, 480

ROWS: dict[str, tuple[tuple[str, str, str, str], ...]] = {
    "hot_work": (
        ("作业地点", "2# 储罐罐顶", "2# 储罐罐顶", "2# 储罐罐顶"),
        ("作业级别", "特级动火", "特级动火", "特级动火"),
        ("作业时间", "11:00—15:00", "11:00—15:00", "11:00—15:00"),
        ("气体分析", "10:50  0.02%", "08:10  0.05%", "10:50  0.02%"),
        ("隔离措施", "盲板 2 块 已加", "盲板 2 块 已加", "盲板 2 块 已加"),
        ("监护人", "周宁", "周宁", ""),
        ("作业人", "王强", "王强", "王强"),
        ("审批人", "刘建平", "刘建平", ""),
    ),
    "blind_plate": (
        ("设备管道", "98% 硫酸线 P-203", "98% 硫酸线 P-203", "98% 硫酸线 P-203"),
        ("作业类别", "堵盲板", "堵盲板", "堵盲板"),
        ("盲板编号", "MB-07", "MB-07", ""),
        ("盲板位置图", "见附图 1", "见附图 1", ""),
        ("泄压排空", "已确认 9:40", "昨日 16:20", "已确认 9:40"),
        ("防护用品", "耐酸服 面罩", "耐酸服 面罩", "耐酸服 面罩"),
        ("监护人", "马军", "马军", ""),
        ("审批人", "刘建平", "刘建平", ""),
    ),
    "confined_space": (
        ("作业空间", "3# 污水井", "3# 污水井", "3# 污水井"),
        ("作业内容", "清淤疏通", "清淤疏通", "清淤疏通"),
        ("氧气", "20.8 %", "20.8 %", ""),
        ("硫化氢", "0 ppm", "0 ppm", ""),
        ("检测时间", "8:50", "昨日 15:00", ""),
        ("通风", "强制 30 min", "强制 30 min", ""),
        ("监护人", "何志", "何志", ""),
        ("审批人", "孙丽", "孙丽", ""),
    ),
}  # fmt: skip
"""By kind: what is asked, and what stands there when valid, stale, unsigned."""
HEADINGS = {"hot_work": "动火安全作业票", "blind_plate": "盲板抽堵安全作业票", "confined_space": "受限空间作业审批表"}
STATES = ("valid", "stale", "unsigned")


def _form(pen: Pen, kind: str, state: str) -> None:
    column = 1 + STATES.index(state)
    pen.fill(PAPER)
    pen.text(W / 2, 30, HEADINGS[kind], 32, BLACK, bold=0.035, fit=W - 30)
    pen.text(W - 14, 60, "编号 2026-1122", 16, BLACK, anchor="rm")
    top, high = 76, 46
    for k in range(len(ROWS[kind]) + 1):
        pen.line([(12, top + k * high), (W - 12, top + k * high)], (50, 50, 54), 1.5)
    for x in (12, 122, W - 12):
        pen.line([(x, top), (x, top + high * len(ROWS[kind]))], (50, 50, 54), 1.5)
    for k, row in enumerate(ROWS[kind]):
        y = top + (k + 0.5) * high
        pen.text(67, y, row[0], 23, BLACK, bold=0.02, fit=102)
        pen.text(130, y, row[column], 24, BLUE_INK, anchor="lm", bold=0.015, fit=W - 150)
        if row[column] and row[0] in ("监护人", "审批人", "作业人"):
            pen.line([(128, y + 14), (180, y + 9), (232, y + 15)], BLUE_INK, 1.4)
    if state == "valid":
        pen.circle(W - 62, H - 46, 30, RED, 3)
        pen.text(W - 62, H - 46, "合格", 22, RED, bold=0.03)
    pen.text(14, H - 18, "不得涂改，一式三联", 16, BLACK, anchor="lm")


for _kind in ROWS:
    for _state in STATES:
        sign(f"permit_{_kind}_{_state}", W, H)(partial(_form, kind=_kind, state=_state))
