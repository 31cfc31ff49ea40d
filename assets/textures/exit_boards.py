"""Labels of alarms, doors and mirrors, the blue spot on the floor, occupational-health notices and racks of masks."""

from __future__ import annotations

from assets.textures.pen import BLACK, BLUE, GREEN, GREY, PAPER, RED, WHITE, YELLOW, Ink, Pen
from assets.textures.signs import sign

FADED: Ink = (120, 124, 120)


@sign("call_point", 120, 120)
def call_point(pen: Pen) -> None:
    pen.text(60, 22, "火警", 26, WHITE, bold=0.04)
    pen.rect(14, 40, 106, 92, WHITE, 4)
    pen.text(60, 58, "按下此处", 20, BLACK, bold=0.03)
    pen.polygon([(60, 86), (50, 70), (70, 70)], BLACK)
    pen.text(60, 106, "手动报警", 19, WHITE, bold=0.03)


@sign("blue_spot", 300, 180)
def blue_spot(pen: Pen) -> None:
    """The light of a truck's way on the floor: a soft blue patch with an arrow."""
    for k in range(26):
        shrink = k / 26
        pen.disc(150, 90, 148 * (1 - shrink), (40, 110, 255, 5 + 3 * k), 0.6)
    pen.polygon([(150, 50), (196, 112), (104, 112)], (190, 220, 255, 210))


@sign("push_bar", 240, 60)
def push_bar(pen: Pen) -> None:
    pen.fill(GREEN, 4)
    pen.text(120, 30, "推杆开门 常闭勿锁", 26, WHITE, bold=0.03, fit=226)


def _exit_light(pen: Pen, ground: Ink, ink: Ink) -> None:
    pen.fill(ground, 6)
    pen.text(176, 56, "安全出口", 54, ink, bold=0.04, fit=180)
    pen.text(176, 100, "EXIT", 32, ink, bold=0.05)
    pen.disc(52, 30, 11, ink)
    pen.line([(50, 44), (42, 72)], ink, 12)
    pen.line([(42, 72), (60, 88), (54, 112)], ink, 9)
    pen.line([(42, 72), (28, 92), (12, 96)], ink, 9)
    pen.line([(48, 50), (68, 60), (78, 50)], ink, 7)
    pen.line([(48, 50), (28, 54), (24, 70)], ink, 7)


@sign("exit_light_lit", 300, 120)
def exit_light_lit(pen: Pen) -> None:
    _exit_light(pen, (0, 150, 78), (244, 255, 246))


@sign("exit_light_dark", 300, 120)
def exit_light_dark(pen: Pen) -> None:
    _exit_light(pen, (48, 62, 54), (112, 122, 114))


@sign("door_blessing", 160, 160)
def door_blessing(pen: Pen) -> None:
    """The red paper square of New Year with 福 on it, standing on its corner."""
    pen.polygon([(80, 0), (160, 80), (80, 160), (0, 80)], RED)
    pen.polygon([(80, 8), (152, 80), (80, 152), (8, 80)], (206, 40, 34))
    pen.text(80, 78, "福", 86, (250, 206, 90), bold=0.03)


def _health(pen: Pen, year: str, *, filled: bool) -> None:
    """The board of test results and medical checks, its lines filled or not."""
    pen.fill(WHITE if filled else (222, 216, 196), 6)
    pen.rect(0, 0, pen.w, 64, BLUE if filled else (70, 100, 130), 6)
    pen.text(pen.w / 2, 33, "职业病危害因素检测与健康检查公示", 36, WHITE, bold=0.03, fit=pen.w - 30)
    pen.text(24, 92, "公示日期：", 28, BLACK, bold=0.02, anchor="lm")
    pen.text(170, 92, year, 34, RED if not filled else (0, 100, 50), bold=0.04, anchor="lm")
    heads = ("检测点", "因素", "结果", "限值", "判定")
    xs = (24, 180, 290, 410, 520, 616)
    for k in range(6):
        y = 124 + 46 * k
        pen.line([(24, y), (616, y)], (60, 60, 62), 2)
    for x in xs:
        pen.line([(x, 124), (x, 354)], (60, 60, 62), 2)
    for k, words in enumerate(heads):
        pen.text((xs[k] + xs[k + 1]) / 2, 147, words, 25, BLACK, bold=0.025)
    rows = (
        ("1号切割机", "矽尘", "0.3", "0.7", "合格"),
        ("打磨工位", "矽尘", "0.4", "0.7", "合格"),
        ("切割区", "噪声", "84 dB", "85 dB", "合格"),
        ("包装区", "噪声", "78 dB", "85 dB", "合格"),
    )
    for r, row in enumerate(rows):
        for k, words in enumerate(row if filled else row[:2]):
            pen.text((xs[k] + xs[k + 1]) / 2, 193 + 46 * r, words, 23, BLACK if filled else FADED, bold=0.015)
    pen.text(
        24,
        384,
        "在岗健康检查：" + ("应检 12 人  已检 12 人" if filled else "应检      人  已检      人"),
        26,
        BLACK if filled else FADED,
        bold=0.02,
        anchor="lm",
    )
    pen.text(
        24, 424, "负责人签字：" + ("陈立" if filled else ""), 26, BLACK if filled else FADED, bold=0.02, anchor="lm"
    )


@sign("notice_health_filled", 640, 450)
def notice_health_filled(pen: Pen) -> None:
    _health(pen, "2026年10月", filled=True)


@sign("notice_health_expired", 640, 450)
def notice_health_expired(pen: Pen) -> None:
    _health(pen, "2023年3月", filled=False)


@sign("notice_health_blank", 640, 450)
def notice_health_blank(pen: Pen) -> None:
    _health(pen, "      年    月", filled=False)


def _rack(pen: Pen, words: str, size: int) -> None:
    """The board over a rack of protective equipment."""
    pen.fill(BLUE, 5)
    pen.text(200, 40, words, size, WHITE, bold=0.03, fit=380)


@sign("mask_rack", 400, 80)
def mask_rack(pen: Pen) -> None:
    _rack(pen, "呼吸防护用品领用处", 40)


@sign("ear_rack", 400, 80)
def ear_rack(pen: Pen) -> None:
    _rack(pen, "防噪耳塞 耳罩", 44)


@sign("glove_rack", 400, 80)
def glove_rack(pen: Pen) -> None:
    _rack(pen, "劳动防护用品", 46)


@sign("acid_rack", 400, 80)
def acid_rack(pen: Pen) -> None:
    _rack(pen, "酸碱作业防护用品", 42)


@sign("jacket_rack", 400, 80)
def jacket_rack(pen: Pen) -> None:
    _rack(pen, "工作救生衣", 46)


@sign("kn95_box", 200, 120)
def kn95_box(pen: Pen) -> None:
    pen.fill(WHITE, 3)
    pen.rect(0, 0, 200, 40, (0, 110, 150), 3)
    pen.text(100, 20, "防颗粒物口罩", 24, WHITE, bold=0.03)
    pen.text(100, 68, "KN95", 40, (0, 90, 130), bold=0.05)
    pen.text(100, 102, "GB 2626", 20, GREY, bold=0.02)


@sign("gauze_box", 200, 120)
def gauze_box(pen: Pen) -> None:
    pen.fill(PAPER, 3)
    pen.rect(0, 0, 200, 40, (120, 150, 120), 3)
    pen.text(100, 20, "棉纱口罩", 26, WHITE, bold=0.03)
    pen.text(100, 68, "24 层纱布", 28, BLACK, bold=0.02)
    pen.text(100, 102, "非医用", 18, GREY, bold=0.02)


@sign("earplug_box", 200, 120)
def earplug_box(pen: Pen) -> None:
    pen.fill(YELLOW, 3)
    pen.text(100, 36, "防噪声耳塞", 30, BLACK, bold=0.04)
    pen.text(100, 76, "SNR 33 dB", 26, BLACK, bold=0.02)
    pen.text(100, 104, "每班领取", 18, RED, bold=0.02)
