"""The occupational-hazard notice of a workplace where solvents are used: what is in them, what it does, what to do."""

from __future__ import annotations

from assets.textures.pen import BLACK, BLUE, RED, WHITE, Ink, Pen
from assets.textures.signs import sign

FADED: Ink = (126, 130, 128)
ROWS = (
    ("使用的化学品", "水基清洗剂（无苯）"),
    ("健康危害", "对皮肤、眼睛有轻微刺激"),
    ("防护要求", "开启排风，戴丁腈手套"),
    ("应急处置", "脱离现场，清水冲洗，就医"),
    ("检测结果", "苯：未检出　2026年9月"),
)


def _notice(pen: Pen, *, filled: bool) -> None:
    """Five lines, written or empty, and a pocket that holds the safety data sheet or nothing."""
    pen.fill(WHITE if filled else (224, 222, 214), 6)
    pen.rect(0, 0, pen.w, 64, BLUE if filled else (80, 108, 136), 6)
    pen.text(pen.w / 2, 33, "职业病危害告知", 42, WHITE, bold=0.035)
    for k, (head, words) in enumerate(ROWS):
        y = 98 + 54 * k
        pen.text(24, y, head, 27, BLACK, bold=0.025, anchor="lm")
        pen.line([(200, y + 22), (616, y + 22)], (120, 120, 122), 2)
        if filled:
            pen.text(206, y, words, 26, BLACK, bold=0.012, anchor="lm", fit=406)
    pen.rect(24, 360, 616, 438, WHITE if filled else (206, 206, 200), 4, FADED, 2)
    pen.text(44, 399, "安全技术说明书（SDS）", 27, BLACK, bold=0.02, anchor="lm")
    pen.text(596, 399, "在此取阅" if filled else "（空）", 28, (0, 100, 50) if filled else RED, bold=0.03, anchor="rm")


@sign("notice_solvent_filled", 640, 450)
def notice_solvent_filled(pen: Pen) -> None:
    _notice(pen, filled=True)


@sign("notice_solvent_blank", 640, 450)
def notice_solvent_blank(pen: Pen) -> None:
    _notice(pen, filled=False)
