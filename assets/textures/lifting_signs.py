"""Boards and plates of lifting, scaffolds and passages, and the cracked helmet's label."""

from __future__ import annotations

from assets.textures.pen import BLACK, BLUE, GREEN, RED, WHITE, YELLOW, Pen
from assets.textures.signs import sign


@sign("shed_fascia", 900, 90)
def shed_fascia(pen: Pen) -> None:
    """The board over the entrance of a safety passage."""
    pen.fill(GREEN)
    pen.stripes(0, 0, 150, 90, 60, YELLOW)
    pen.stripes(750, 0, 900, 90, 60, YELLOW)
    pen.rect(150, 0, 750, 90, GREEN)
    pen.text(450, 46, "安 全 通 道", 66, WHITE, bold=0.035)


@sign("crane_plate", 640, 120)
def crane_plate(pen: Pen) -> None:
    pen.fill(WHITE)
    pen.rect(0, 0, pen.w, 12, RED)
    pen.text(320, 66, "QTZ80  起重力矩 800 kN·m", 44, BLACK, bold=0.02, fit=600)


@sign("crane_slogan", 900, 110)
def crane_slogan(pen: Pen) -> None:
    pen.fill(RED)
    pen.text(450, 56, "十不吊  吊物下方严禁站人", 66, (255, 236, 190), bold=0.03, fit=860)


@sign("hook_load", 160, 90)
def hook_load(pen: Pen) -> None:
    pen.fill(YELLOW, 6)
    pen.text(80, 46, "6 t", 66, BLACK, bold=0.05)


@sign("helmet_rack", 640, 110)
def helmet_rack(pen: Pen) -> None:
    pen.fill(BLUE, 6)
    pen.text(320, 40, "安全帽领用处", 52, WHITE, bold=0.03)
    pen.text(320, 86, "戴前检查：无裂纹 在有效期内 系紧下颏带", 26, WHITE, bold=0.02, fit=610)


@sign("vest_label", 200, 120)
def vest_label(pen: Pen) -> None:
    pen.fill(WHITE, 6)
    pen.text(100, 40, "反光背心", 44, BLACK, bold=0.03)
    pen.text(100, 88, "未拆封  XL", 30, RED, bold=0.02)


@sign("brick_tag", 220, 150)
def brick_tag(pen: Pen) -> None:
    pen.fill(WHITE, 6)
    pen.rect(0, 0, pen.w, 44, GREEN, 6)
    pen.text(110, 22, "材料标识牌", 30, WHITE, bold=0.02)
    pen.text(110, 74, "烧结砖 MU10", 28, BLACK, bold=0.015)
    pen.text(110, 116, "限高 1.5 m  已检", 26, BLACK, bold=0.015)


@sign("lifting_zone", 900, 160)
def lifting_zone(pen: Pen) -> None:
    pen.fill(WHITE)
    pen.stripes(0, 0, pen.w, 34, 60, RED)
    pen.stripes(0, 126, pen.w, 160, 60, RED)
    pen.text(450, 80, "吊装作业区  非作业人员禁止入内", 60, RED, bold=0.03, fit=860)


@sign("project_board", 700, 460)
def project_board(pen: Pen) -> None:
    """The board with the project's facts at the gate."""
    pen.fill(WHITE, 6)
    pen.rect(0, 0, pen.w, 76, BLUE, 6)
    pen.text(350, 38, "工 程 概 况 牌", 46, WHITE, bold=0.03)
    rows = (
        "工程名称：城南安置房项目 3 号楼",
        "结构层数：框架结构，地上六层",
        "建筑面积：8600 ㎡",
        "开工日期：2026 年 3 月",
        "监督电话：12350（安全生产举报）",
    )
    for k, words in enumerate(rows):
        pen.text(30, 124 + k * 68, words, 38, BLACK, bold=0.012, anchor="lm", fit=640)


@sign("office_sign", 500, 110)
def office_sign(pen: Pen) -> None:
    pen.fill(BLUE, 6)
    pen.text(250, 40, "项 目 部", 52, WHITE, bold=0.03)
    pen.text(250, 88, "SITE OFFICE", 28, WHITE, bold=0.02)


@sign("sling_tag", 140, 200)
def sling_tag(pen: Pen) -> None:
    pen.fill((36, 120, 62), 8)
    pen.disc(70, 18, 8, BLACK)
    pen.text(70, 66, "2 t", 60, WHITE, bold=0.05)
    for k, words in enumerate(("钢丝绳吊索", "编号 A-12", "检验合格")):
        pen.text(70, 116 + k * 32, words, 24, WHITE, bold=0.02, fit=126)


@sign("sling_tag_5t", 140, 200)
def sling_tag_5t(pen: Pen) -> None:
    pen.fill((36, 120, 62), 8)
    pen.disc(70, 18, 8, BLACK)
    pen.text(70, 66, "5 t", 60, WHITE, bold=0.05)
    for k, words in enumerate(("钢丝绳吊索", "编号 B-03", "检验合格")):
        pen.text(70, 116 + k * 32, words, 24, WHITE, bold=0.02, fit=126)
