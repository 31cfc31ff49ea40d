"""Boards of mines and quarries: management boards, gas slate, probe-drilling record, blasting notices, plates."""

from __future__ import annotations

from assets.textures.pen import BLACK, BLUE, GREEN, RED, WHITE, YELLOW, Ink, Pen
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


@sign("cart_number", 220, 88)
def cart_number(pen: Pen) -> None:
    """Stencilled on a tub."""
    pen.text(pen.w / 2, pen.h / 2, "矿车 037", 54, WHITE, bold=0.05)


@sign("prop_plate", 140, 100)
def prop_plate(pen: Pen) -> None:
    pen.fill((196, 198, 196), 6)
    pen.text(70, 26, "单体液压支柱", 20, BLACK, bold=0.02, fit=128)
    pen.text(70, 56, "DW28-250", 22, BLACK, bold=0.03)
    pen.text(70, 82, "额定 250 kN", 18, BLACK, fit=124)


@sign("roadheader_plate", 430, 120)
def roadheader_plate(pen: Pen) -> None:
    """Lettered on the machine's flank."""
    pen.text(pen.w / 2, 42, "EBZ160 掘进机", 54, WHITE, bold=0.045, fit=410)
    pen.text(pen.w / 2, 92, "开机前发出警报  严禁人员靠近截割头", 24, WHITE, bold=0.02, fit=410)


@sign("roadheader_gauges", 240, 74)
def roadheader_gauges(pen: Pen) -> None:
    """Three gauges and a row of lamps on the console."""
    pen.fill((60, 64, 66), 4)
    for k in range(3):
        x = 40 + 72 * k
        pen.disc(x, 34, 27, (20, 20, 22))
        pen.disc(x, 34, 23, WHITE)
        pen.line([(x, 34), (x - 12 + 9 * k, 18)], RED, 3)
    for k in range(4):
        pen.disc(222, 12 + 16 * k, 6, (RED, (40, 140, 60), (249, 196, 20), (210, 210, 206))[k])


@sign("rig_name", 400, 106)
def rig_name(pen: Pen) -> None:
    pen.text(pen.w / 2, pen.h / 2, "露天潜孔钻 03", 62, WHITE, bold=0.045, fit=380)


@sign("excavator_name", 420, 115)
def excavator_name(pen: Pen) -> None:
    pen.text(pen.w / 2, 40, "QC215", 62, WHITE, bold=0.06)
    pen.text(pen.w / 2, 92, "回转半径内严禁站人", 34, (249, 196, 20), bold=0.03, fit=400)


@sign("explosive_label", 400, 200)
def explosive_label(pen: Pen) -> None:
    pen.fill(YELLOW)
    pen.rect(6, 6, pen.w - 6, pen.h - 6, None, 0, BLACK, 5)
    pen.text(pen.w / 2, 56, "乳化炸药", 64, BLACK, bold=0.04)
    pen.text(pen.w / 2, 112, "1.1D  净重 24 kg", 36, BLACK, bold=0.02)
    pen.text(pen.w / 2, 160, "严禁烟火  轻拿轻放", 36, RED, bold=0.03)


@sign("explosive_mark", 200, 200)
def explosive_mark(pen: Pen) -> None:
    """The orange lozenge of explosives."""
    pen.polygon([(100, 4), (196, 100), (100, 196), (4, 100)], BLACK)
    pen.polygon([(100, 12), (188, 100), (100, 188), (12, 100)], (232, 120, 20))
    pen.text(100, 92, "爆炸品", 42, BLACK, bold=0.04)
    pen.text(100, 148, "1", 40, BLACK, bold=0.05)


@sign("detonator_label", 320, 120)
def detonator_label(pen: Pen) -> None:
    pen.fill(WHITE)
    pen.text(pen.w / 2, 42, "电子雷管", 56, RED, bold=0.045)
    pen.text(pen.w / 2, 92, "与炸药分开存放", 32, RED, bold=0.03)


@sign("hole_tag", 100, 65)
def hole_tag(pen: Pen) -> None:
    pen.fill(RED)
    pen.text(pen.w / 2, pen.h / 2, "装药孔", 30, WHITE, bold=0.04)


@sign("rescuer_label", 180, 155)
def rescuer_label(pen: Pen) -> None:
    pen.fill(YELLOW, 4)
    pen.text(90, 32, "ZYX45", 38, BLACK, bold=0.04)
    pen.text(90, 72, "压缩氧自救器", 27, BLACK, bold=0.03, fit=168)
    pen.text(90, 106, "防护 45 min", 24, BLACK, fit=160)
    pen.text(90, 136, "必须随身携带", 24, RED, bold=0.03, fit=160)


@sign("rescuer_name", 200, 88)
def rescuer_name(pen: Pen) -> None:
    pen.fill(WHITE)
    pen.text(100, 44, "胡勇 0417", 44, BLACK, bold=0.03)


def _screen(pen: Pen, back: Ink, rows: tuple[tuple[str, str], ...], ink: Ink) -> None:
    """Four readings in a two by two field."""
    pen.fill(back, 6)
    for k, (name, value) in enumerate(rows):
        x, y = 8 + 106 * (k % 2), 10 + 76 * (k // 2)
        pen.text(x + 4, y + 14, name, 22, ink, anchor="lm", bold=0.02)
        pen.text(x + 96, y + 46, value, 40, ink, anchor="rm", bold=0.04)


@sign("detector_ok", 220, 165)
def detector_ok(pen: Pen) -> None:
    _screen(pen, (166, 190, 150), (("CH4 %", "0.12"), ("O2 %", "20.8"), ("CO ppm", "0"), ("H2S", "0.0")), (20, 26, 18))


@sign("detector_alarm", 220, 165)
def detector_alarm(pen: Pen) -> None:
    _screen(
        pen, (214, 60, 40), (("CH4 %", "1.60"), ("O2 %", "18.9"), ("CO ppm", "86"), ("H2S", "9.4")), (255, 244, 236)
    )


@sign("detector_dark", 220, 165)
def detector_dark(pen: Pen) -> None:
    pen.fill((34, 40, 36), 6)


@sign("meter_stray", 220, 165)
def meter_stray(pen: Pen) -> None:
    pen.fill((166, 190, 150), 6)
    pen.text(110, 30, "杂散电流", 30, (20, 26, 18), bold=0.02)
    pen.text(110, 88, "2.4 mA", 54, (20, 26, 18), bold=0.04)
    pen.text(110, 138, "安全 ≤30 mA", 24, (20, 26, 18), bold=0.02)


@sign("mine_phone", 300, 75)
def mine_phone(pen: Pen) -> None:
    pen.fill(BLUE, 4)
    pen.text(150, 38, "防爆电话  Ex ib I", 34, WHITE, bold=0.03, fit=284)


@sign("mine_phone_board", 360, 254)
def mine_phone_board(pen: Pen) -> None:
    pen.fill(WHITE, 4)
    pen.text(180, 38, "应急电话", 48, RED, bold=0.04)
    for k, words in enumerate(("调度室  8000", "矿山救护队  8119", "通风区  8032")):
        pen.text(24, 98 + k * 56, words, 42, BLACK, bold=0.02, anchor="lm", fit=320)


@sign("phone_numbers", 240, 320)
def phone_numbers(pen: Pen) -> None:
    pen.fill(WHITE, 4)
    pen.rect(0, 0, 240, 50, GREEN, 4)
    pen.text(120, 26, "应急电话", 34, WHITE, bold=0.04)
    for k, words in enumerate(("急救 120", "火警 119", "报警 110", "厂医务室 6120", "值班室 6000")):
        pen.text(18, 80 + k * 50, words, 34, BLACK, bold=0.02, anchor="lm", fit=206)


@sign("gas_sticker", 220, 170)
def gas_sticker(pen: Pen) -> None:
    pen.fill(YELLOW, 6)
    pen.text(110, 36, "燃气抢修", 42, RED, bold=0.04)
    pen.text(110, 88, "96777", 56, BLACK, bold=0.05)
    pen.text(110, 138, "发现漏气 到室外拨打", 22, BLACK, bold=0.02, fit=200)


@sign("bus_lines", 300, 483)
def bus_lines(pen: Pen) -> None:
    pen.fill((20, 70, 140), 6)
    pen.text(150, 46, "前车路口", 52, WHITE, bold=0.03)
    for k, words in enumerate(("7 路", "23 路", "105 路", "夜班 2 路")):
        pen.rect(20, 92 + k * 95, 280, 176 + k * 95, WHITE, 8)
        pen.text(40, 134 + k * 95, words, 50, BLACK, bold=0.03, anchor="lm", fit=230)


@sign("clock_0740", 300, 150)
def clock_0740(pen: Pen) -> None:
    pen.fill((16, 16, 18), 6)
    pen.text(150, 74, "07:40", 110, (255, 96, 40), bold=0.04)


@sign("fan_plate", 420, 105)
def fan_plate(pen: Pen) -> None:
    pen.text(pen.w / 2, 34, "FBD№6.0 局部通风机", 42, WHITE, bold=0.035, fit=400)
    pen.text(pen.w / 2, 80, "严禁随意停开  专人管理", 32, YELLOW, bold=0.03, fit=400)


@sign("rest_room", 400, 120)
def rest_room(pen: Pen) -> None:
    pen.fill(BLUE, 8)
    pen.text(pen.w / 2, pen.h / 2, "职工休息室", 70, WHITE, bold=0.04)


@sign("blast_shelter", 500, 150)
def blast_shelter(pen: Pen) -> None:
    pen.fill(GREEN, 8)
    pen.text(pen.w / 2, pen.h / 2, "避 炮 棚", 100, WHITE, bold=0.045)


SLATE: Ink = (30, 40, 36)
CHALK: Ink = (226, 230, 222)


def _slate(pen: Pen, rows: tuple[tuple[str, str, str, str], ...]) -> None:
    """The gas checker's slate, written in chalk."""
    pen.fill((96, 72, 44), 4)
    pen.rect(10, 10, pen.w - 10, pen.h - 10, SLATE)
    pen.text(pen.w / 2, 42, "瓦斯检查牌板", 40, CHALK, bold=0.03)
    heads = ("时间", "CH4 %", "CO2 %", "检查员")
    for k, words in enumerate(heads):
        pen.text(80 + 128 * k, 92, words, 28, CHALK, bold=0.02)
    for k in range(5):
        y = 116 + 52 * k
        pen.line([(20, y), (pen.w - 20, y)], (120, 128, 122), 1.5)
    for k, row in enumerate(rows):
        for j, words in enumerate(row):
            pen.text(80 + 128 * j, 142 + 52 * k, words, 32, CHALK, bold=0.015, fit=118)


@sign("notice_gas_slate_filled", 540, 400)
def notice_gas_slate_filled(pen: Pen) -> None:
    _slate(
        pen,
        (
            ("8:05", "0.22", "0.14", "曹平"),
            ("10:10", "0.26", "0.16", "曹平"),
            ("12:05", "0.28", "0.16", "曹平"),
            ("14:00", "0.30", "0.18", "曹平"),
        ),
    )


@sign("notice_gas_slate_expired", 540, 400)
def notice_gas_slate_expired(pen: Pen) -> None:
    """Nothing written since the first round, three hours ago."""
    _slate(pen, (("8:05", "0.22", "0.14", "曹平"), ("11:00", "0.30", "0.18", "曹平")))
    pen.text(pen.w - 40, 372, "现在 14:05", 26, (235, 200, 80), anchor="rm", bold=0.02)


def _probe(pen: Pen, advanced: str, sign_name: str, ink: Ink) -> None:
    """The probe-drilling record: allowed and real advance."""
    pen.fill(WHITE, 6)
    pen.rect(0, 0, pen.w, 62, BLUE, 6)
    pen.text(pen.w / 2, 32, "探放水钻孔记录牌", 40, WHITE, bold=0.03)
    rows = (
        ("钻孔深度", "50 m", BLACK),
        ("允许掘进", "20 m", BLACK),
        ("实际掘进", advanced, ink),
        ("超前距", "30 m", BLACK),
        ("验收人", sign_name, BLACK),
    )
    for k, (name, value, tone) in enumerate(rows):
        y = 92 + 60 * k
        pen.line([(14, y + 30), (pen.w - 14, y + 30)], (120, 122, 124), 1.5)
        pen.text(28, y, name, 36, BLACK, anchor="lm", bold=0.02)
        pen.text(260, y, value, 40, tone, anchor="lm", bold=0.03)
    pen.text(pen.w / 2, 384, "有疑必探 先探后掘", 26, RED, bold=0.03)


@sign("notice_probe_overrun", 500, 406)
def notice_probe_overrun(pen: Pen) -> None:
    _probe(pen, "31 m", "", RED)


@sign("notice_probe_within", 500, 406)
def notice_probe_within(pen: Pen) -> None:
    _probe(pen, "14 m", "郑国梁", BLACK)


@sign("heading_board", 560, 400)
def heading_board(pen: Pen) -> None:
    """The management board of a heading: section, ventilation, escape."""
    pen.fill(WHITE, 6)
    pen.rect(0, 0, pen.w, 58, BLUE, 6)
    pen.text(pen.w / 2, 30, "3107 掘进工作面管理牌板", 36, WHITE, bold=0.03)
    pen.line([(60, 360), (60, 230)], BLACK, 5)
    pen.line([(220, 360), (220, 230)], BLACK, 5)
    pen.circle(140, 230, 80, BLACK, 5)
    pen.rect(50, 232, 230, 340, WHITE)
    pen.line([(60, 360), (60, 230)], BLACK, 5)
    pen.line([(220, 360), (220, 230)], BLACK, 5)
    pen.line([(40, 360), (240, 360)], BLACK, 4)
    pen.text(140, 300, "4.2 × 3.2 m", 26, RED, bold=0.02)
    for k, words in enumerate(
        ("断面 拱形", "支护 U29 间距 1 m", "风量 320 m³/min", "瓦斯 <1.0 %", "避灾 迎新风 走高处")
    ):
        pen.text(270, 104 + 58 * k, words, 29, BLACK, anchor="lm", bold=0.015, fit=280)
