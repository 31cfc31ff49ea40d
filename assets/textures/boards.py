"""Boards, labels, cards, plates and stripes of building sites."""

from __future__ import annotations

from assets.textures.pen import BLACK, BLUE, GREY, PAPER, RED, WHITE, YELLOW, Ink, Pen
from assets.textures.signs import sign

BLUE_INK: Ink = (38, 52, 120)


@sign("white", 16, 16)
def white(pen: Pen) -> None:
    pen.fill(WHITE)


@sign("hazard_stripes", 900, 76)
def hazard_stripes(pen: Pen) -> None:
    pen.fill(YELLOW)
    pen.stripes(0, 0, pen.w, pen.h, 100, BLACK)


@sign("red_white_stripes", 900, 60)
def red_white_stripes(pen: Pen) -> None:
    pen.fill(WHITE)
    pen.stripes(0, 0, pen.w, pen.h, 150, RED)


def _lightning(pen: Pen, x: float, y: float, size: float) -> None:
    """The warning triangle for electricity, ``size`` from its middle to its top."""
    triangle = [(0, -1), (-0.98, 0.68), (0.98, 0.68)]
    pen.round_polygon([(x + px * size, y + py * size) for px, py in triangle], BLACK, size * 0.08)
    pen.round_polygon([(x + px * size * 0.80, y + 0.02 * size + py * size * 0.80) for px, py in triangle], YELLOW, 1)
    bolt = [(0.08, -0.58), (-0.20, 0.08), (-0.02, 0.06), (-0.10, 0.30), (-0.18, 0.26), (-0.08, 0.52),
            (0.10, 0.30), (0.00, 0.30), (0.22, -0.08), (0.04, -0.06), (0.20, -0.54)]  # fmt: skip
    pen.polygon([(x + px * size, y + 0.08 * size + py * size) for px, py in bolt], BLACK)


@sign("dist_label", 360, 360)
def dist_label(pen: Pen) -> None:
    _lightning(pen, 180, 112, 92)
    pen.text(180, 222, "二级配电箱", 60, RED, bold=0.04)
    pen.text(180, 284, "编号 2-03", 34, BLACK, bold=0.015)
    pen.text(180, 330, "责任电工 王建  电话 6203", 28, BLACK, bold=0.01, fit=350)


@sign("switch_label", 320, 320)
def switch_label(pen: Pen) -> None:
    _lightning(pen, 160, 102, 84)
    pen.text(160, 200, "开关箱", 60, RED, bold=0.04)
    pen.text(160, 256, "编号 3-07", 34, BLACK, bold=0.015)
    pen.text(160, 298, "用途：水泵", 30, BLACK, bold=0.01)


@sign("wiring_diagram", 260, 340)
def wiring_diagram(pen: Pen) -> None:
    """The circuit drawing glued inside a box door."""
    pen.fill(PAPER)
    pen.rect(8, 8, 252, 332, None, 0, BLACK, 2)
    pen.text(130, 34, "系统接线图", 28, BLACK, bold=0.02)
    pen.line([(130, 60), (130, 104)], BLACK, 3)
    pen.rect(104, 104, 156, 140, WHITE, 2, BLACK, 2)
    pen.text(130, 122, "QS", 22, BLACK)
    pen.line([(130, 140), (130, 170)], BLACK, 3)
    pen.rect(94, 170, 166, 212, WHITE, 2, BLACK, 2)
    pen.text(130, 191, "RCD", 22, BLACK)
    pen.line([(130, 212), (130, 246)], BLACK, 3)
    pen.circle(130, 268, 22, BLACK, 3)
    pen.text(130, 268, "M", 24, BLACK)
    pen.text(130, 310, "一机一闸一漏一箱", 22, RED, bold=0.02)


def _card(pen: Pen, heading: str) -> list[float]:
    """The ruled inspection card; the middle heights of its rows."""
    pen.fill(PAPER)
    pen.rect(4, 4, pen.w - 4, pen.h - 4, None, 0, GREY, 2)
    pen.text(pen.w / 2, 42, heading, 40, BLACK, bold=0.025, fit=pen.w - 50)
    top, high, rows = 78, 42, 8
    left, right = 20, pen.w - 20
    for k in range(rows + 1):
        pen.line([(left, top + k * high), (right, top + k * high)], (60, 60, 62), 2)
    for share in (0, 0.27, 0.64, 1):
        x = left + (right - left) * share
        pen.line([(x, top), (x, top + rows * high)], (60, 60, 62), 2)
    for share, words in ((0.135, "日期"), (0.455, "检查情况"), (0.82, "电工签名")):
        pen.text(left + (right - left) * share, top + high / 2, words, 25, BLACK, bold=0.015)
    return [top + high * (k + 1.5) for k in range(rows - 1)]


@sign("inspection_card_blank", 340, 440)
def inspection_card_blank(pen: Pen) -> None:
    for k, y in enumerate(_card(pen, "电工巡检记录卡")):
        pen.text(60, y, f"11.{17 + k}", 24, (70, 70, 74))


@sign("inspection_card_filled", 340, 440)
def inspection_card_filled(pen: Pen) -> None:
    for k, y in enumerate(_card(pen, "电工巡检记录卡")):
        pen.text(60, y, f"11.{17 + k}", 24, BLUE_INK, bold=0.01)
        pen.text(157, y, "漏保试跳正常" if k % 2 else "接线、PE 正常", 22, BLUE_INK, bold=0.01, fit=104)
        _signature(pen, 264, y, k)


@sign("inspection_card_expired", 340, 440)
def inspection_card_expired(pen: Pen) -> None:
    for k, y in enumerate(_card(pen, "电工巡检记录卡")[:3]):
        pen.text(60, y, f"8.{3 + 7 * k}", 24, BLUE_INK, bold=0.01)
        pen.text(157, y, "正常", 22, BLUE_INK, bold=0.01)
        _signature(pen, 264, y, k)


def _signature(pen: Pen, x: float, y: float, variation: int) -> None:
    """A hand-written name: 王建 with a flourish."""
    lean = (variation % 3) - 1
    pen.text(x, y, "王建", 28, BLUE_INK, bold=0.02)
    pen.line([(x - 34, y + 14 + lean), (x, y + 9 - lean), (x + 40, y + 15 + 2 * lean)], BLUE_INK, 1.6)


@sign("site_power_rules", 660, 480)
def site_power_rules(pen: Pen) -> None:
    pen.fill(WHITE, 10)
    pen.rect(0, 0, pen.w, 96, BLUE, 10)
    pen.text(pen.w / 2, 50, "施工现场临时用电公示牌", 52, WHITE, bold=0.025)
    rules = ("一、三级配电，两级保护。", "二、一机、一闸、一漏、一箱。", "三、移动设备前必须先断电。",
             "四、接线作业由持证电工完成。", "五、发现破损立即停用并上报。")  # fmt: skip
    for k, rule in enumerate(rules):
        pen.text(40, 144 + k * 68, rule, 44, BLACK, bold=0.012, anchor="lm", fit=590)


@sign("extinguisher_label", 220, 240)
def extinguisher_label(pen: Pen) -> None:
    pen.fill(PAPER)
    pen.rect(0, 0, pen.w, 52, BLUE)
    pen.text(110, 27, "干粉灭火器", 34, WHITE, bold=0.02)
    pen.text(110, 82, "MFZ/ABC4", 36, RED, bold=0.025)
    for k, words in enumerate(("1. 拔下保险销", "2. 握住喷管", "3. 压下压把，对准火焰根部")):
        pen.text(16, 128 + k * 32, words, 20, BLACK, anchor="lm", fit=190)
    pen.rect(0, pen.h - 18, pen.w, pen.h, RED)


def extinguisher_dial(pen: Pen) -> None:
    """The face of an extinguisher's pressure dial, without its needle."""
    pen.disc(48, 48, 46, BLACK)
    pen.disc(48, 48, 42, WHITE)
    pen.wedge(48, 48, 38, 140, 230, RED)
    pen.wedge(48, 48, 38, 230, 310, (30, 140, 60))
    pen.wedge(48, 48, 38, 310, 400, YELLOW)
    pen.disc(48, 48, 24, WHITE)


@sign("pressure_dial", 96, 96)
def pressure_dial(pen: Pen) -> None:
    extinguisher_dial(pen)
    pen.line([(48, 50), (48, 18)], BLACK, 4)


@sign("breaker_face", 120, 170)
def breaker_face(pen: Pen) -> None:
    """The print of a miniature breaker round its handle."""
    pen.fill((226, 228, 229))
    pen.text(60, 22, "DZ47", 22, BLUE, bold=0.02)
    pen.text(60, 122, "C32", 30, BLACK, bold=0.03)
    pen.text(60, 150, "400V~", 18, BLACK)


@sign("knife_switch_face", 160, 200)
def knife_switch_face(pen: Pen) -> None:
    """The window of the isolating switch at the head of a box."""
    pen.fill((222, 224, 225))
    pen.text(80, 24, "DZ20", 24, BLUE, bold=0.02)
    pen.text(80, 176, "100A 400V", 22, BLACK, bold=0.015)
    pen.text(24, 70, "合", 20, RED, bold=0.03)
    pen.text(24, 136, "分", 20, (20, 110, 50), bold=0.03)


@sign("rcd_face", 180, 200)
def rcd_face(pen: Pen) -> None:
    """A residual current device: rating and the test button's words."""
    pen.fill((226, 228, 229))
    pen.text(90, 22, "漏电断路器", 24, BLUE, bold=0.025)
    pen.text(52, 124, "C32", 28, BLACK, bold=0.03)
    pen.text(52, 154, "15mA", 24, BLACK, bold=0.02)
    pen.text(52, 180, "≤0.1s", 20, BLACK)
    pen.text(138, 178, "每月试验", 18, BLACK, fit=76)
    pen.text(138, 154, "T", 22, BLACK, bold=0.02)


@sign("pump_plate", 200, 140)
def pump_plate(pen: Pen) -> None:
    pen.fill((176, 180, 182), 6)
    pen.text(100, 24, "潜水电泵 QDX", 24, BLACK, bold=0.02)
    for k, words in enumerate(("1.5 kW   380 V   50 Hz", "流量 25 m³/h  扬程 12 m", "IPX8   使用须接 PE 线")):
        pen.text(100, 58 + k * 30, words, 19, BLACK, fit=186)


@sign("transformer_24v", 220, 140)
def transformer_24v(pen: Pen) -> None:
    pen.fill(YELLOW, 6)
    pen.rect(5, 5, 215, 135, None, 4, BLACK, 3)
    pen.text(110, 38, "安全隔离变压器", 28, BLACK, bold=0.025)
    pen.text(110, 94, "220 / 24 V", 46, RED, bold=0.04)


@sign("lockout_tag", 170, 280)
def lockout_tag(pen: Pen) -> None:
    """The tag that hangs at a locked switch."""
    pen.fill(WHITE, 16)
    pen.rect(0, 0, pen.w, 112, RED, 16)
    pen.disc(85, 22, 12, (60, 60, 60))
    pen.text(85, 74, "禁止合闸", 36, WHITE, bold=0.04)
    pen.text(85, 142, "有人工作", 36, RED, bold=0.04)
    for k, words in enumerate(("姓名：王建", "电话：6203", "时间：14:20")):
        pen.text(16, 186 + k * 34, words, 24, BLUE_INK, anchor="lm", bold=0.01, fit=145)


@sign("banner_safety_first", 1500, 150)
def banner_safety_first(pen: Pen) -> None:
    pen.fill((186, 20, 22))
    pen.text(pen.w / 2, pen.h * 0.48, "安全第一  预防为主  综合治理", 96, (255, 232, 180), bold=0.03)


@sign("hoarding_slogan", 1300, 160)
def hoarding_slogan(pen: Pen) -> None:
    pen.text(pen.w / 2, pen.h / 2, "城南安置房项目 · 文明施工 安全生产", 84, BLUE, bold=0.035, fit=pen.w - 20)


@sign("hoarding_builder", 1100, 150)
def hoarding_builder(pen: Pen) -> None:
    pen.text(pen.w / 2, pen.h / 2, "前车建设集团有限公司承建", 90, BLUE, bold=0.035, fit=pen.w - 20)


@sign("pit_warning", 800, 110)
def pit_warning(pen: Pen) -> None:
    pen.fill(RED, 6)
    pen.text(pen.w / 2, pen.h / 2, "基坑危险  严禁翻越", 72, WHITE, bold=0.035)


@sign("site_stencil", 500, 90)
def site_stencil(pen: Pen) -> None:
    """Stencilled on barrows and boxes."""
    pen.text(pen.w / 2, pen.h / 2, "城南项目 03", 64, WHITE, bold=0.05)


@sign("extinguisher_plate", 480, 120)
def extinguisher_plate(pen: Pen) -> None:
    pen.fill(RED, 4)
    pen.text(pen.w / 2, pen.h / 2, "灭火器箱  火警 119", 64, WHITE, bold=0.035, fit=pen.w - 30)


@sign("pe_tag", 120, 75)
def pe_tag(pen: Pen) -> None:
    """The tag an electrician leaves where PE was put on again."""
    pen.fill(YELLOW, 6)
    pen.text(pen.w / 2, pen.h / 2, "PE 已接", 36, BLACK, bold=0.03)
