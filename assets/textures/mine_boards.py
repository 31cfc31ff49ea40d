"""Boards of mines and quarries: management boards, gas slate, probe-drilling record, blasting notices, plates."""

from __future__ import annotations

from assets.textures.pen import BLACK, RED, WHITE, Pen
from assets.textures.signs import sign


@sign("blast_notice", 560, 378)
def blast_notice(pen: Pen) -> None:
    pen.fill(WHITE, 8)
    pen.rect(0, 0, pen.w, 76, RED, 8)
    pen.text(pen.w / 2, 40, "爆破作业公告", 46, WHITE, bold=0.035)
    rows = (
        "爆破时间：每日 11:00—12:00",
        "预警信号：长声  起爆信号：连续短声",
        "解除信号：一长声",
        "警戒半径：300 m  严禁入内",
        "爆破负责人：鲍成  电话 6188",
    )
    for k, words in enumerate(rows):
        pen.text(24, 116 + k * 55, words, 33, RED if k == 3 else BLACK, bold=0.015, anchor="lm", fit=pen.w - 44)
