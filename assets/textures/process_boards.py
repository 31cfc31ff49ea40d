"""Boards, labels and posters that hang in chemical and pharmaceutical plants, boiler houses and kitchens."""

from __future__ import annotations

from collections.abc import Sequence

from assets.textures.pen import BLACK, BLUE, GREEN, GREY, PAPER, RED, WHITE, YELLOW, Ink, Pen
from assets.textures.signs import sign

PALE: Ink = (232, 240, 246)
TEAL: Ink = (0, 110, 118)


def _titled(pen: Pen, title: str, rows: Sequence[str], bar: Ink, *, size: float, top: float = 0.17) -> None:
    """A white board with a coloured head and ruled rows of text."""
    pen.fill(WHITE, 8)
    pen.rect(0, 0, pen.w, pen.h * top, bar, 8)
    pen.text(pen.w / 2, pen.h * top * 0.5, title, pen.h * top * 0.56, WHITE, bold=0.025, fit=pen.w * 0.9)
    step = pen.h * (0.96 - top) / len(rows)
    for k, row in enumerate(rows):
        y = pen.h * top + step * (k + 0.55)
        pen.text(pen.w * 0.06, y, row, min(size, step * 0.62), BLACK, bold=0.01, anchor="lm", fit=pen.w * 0.88)


@sign("process_rules", 420, 300)
def process_rules(pen: Pen) -> None:
    rows = (
        "一、投料前确认搅拌、冷却、联锁投用",
        "二、升温超限立即停止加料并全开冷却",
        "三、安全阀根部阀全开并铅封",
        "四、禁止擅自旁路联锁、消音不处置",
        "五、异常先撤人后处理，报告当班长",
    )
    _titled(pen, "反应岗位安全操作规程", rows, BLUE, size=26)


@sign("static_rules", 380, 280)
def static_rules(pen: Pen) -> None:
    rows = ("先接地夹，再开桶盖", "溶剂流速不超过 1 m/s", "禁用化纤、塑料桶接料", "人体静电释放后进入")
    _titled(pen, "防静电接地要求", rows, TEAL, size=28)


@sign("blowout_wall", 420, 110)
def blowout_wall(pen: Pen) -> None:
    pen.fill(YELLOW, 4)
    pen.rect(5, 5, pen.w - 5, pen.h - 5, None, 4, BLACK, 3)
    pen.text(pen.w / 2, pen.h * 0.38, "泄爆墙  严禁堆物", 48, BLACK, bold=0.03)
    pen.text(pen.w / 2, pen.h * 0.78, "EXPLOSION RELIEF", 24, BLACK)


@sign("five_s_board", 420, 300)
def five_s_board(pen: Pen) -> None:
    pen.fill(PALE, 8)
    pen.rect(0, 0, pen.w, 50, GREEN, 8)
    pen.text(pen.w / 2, 25, "6S 管理看板", 32, WHITE, bold=0.03)
    for k, (words, ink) in enumerate(
        (("整理", BLUE), ("整顿", GREEN), ("清扫", YELLOW), ("清洁", TEAL), ("素养", GREY), ("安全", RED))
    ):
        x, y = 14 + (k % 3) * 134, 62 + (k // 3) * 118
        pen.rect(x, y, x + 124, y + 108, WHITE, 6, ink, 3)
        pen.text(x + 62, y + 28, words, 30, ink, bold=0.03)
        for j in range(3):
            pen.line([(x + 14, y + 56 + j * 16), (x + 110 - 18 * (j == 2), y + 56 + j * 16)], GREY, 3)


@sign("esd_poster", 300, 400)
def esd_poster(pen: Pen) -> None:
    """The yellow poster of an electrostatic protected area, with its reaching hand."""
    pen.fill((246, 206, 40), 6)
    points = [(150, 24), (40, 214), (260, 214)]
    pen.round_polygon(points, BLACK, 10)
    pen.round_polygon([(150, 46), (62, 202), (238, 202)], (246, 206, 40), 4)
    pen.line([(150, 92), (150, 150), (116, 182)], BLACK, 13)
    pen.line([(150, 122), (184, 150), (190, 182)], BLACK, 13)
    pen.line([(206, 90), (96, 196)], BLACK, 8)
    pen.text(150, 256, "防静电区域", 48, BLACK, bold=0.04)
    pen.text(150, 306, "EPA", 50, BLACK, bold=0.05)
    pen.text(150, 360, "穿防静电服、戴腕带", 28, BLACK, bold=0.02)


@sign("line_board", 520, 150)
def line_board(pen: Pen) -> None:
    """The lit production counter above a line."""
    pen.fill((16, 18, 22), 4)
    for k, (words, figure, ink) in enumerate(
        (("计划", "1200", (250, 170, 30)), ("实绩", "0876", (60, 230, 90)), ("直通率", "98.7%", (60, 210, 250)))
    ):
        x = 88 + k * 172
        pen.text(x, 36, words, 30, (210, 214, 218))
        pen.text(x, 96, figure, 58, ink, bold=0.03)


@sign("boiler_rules", 420, 320)
def boiler_rules(pen: Pen) -> None:
    rows = (
        "一、司炉工须持证上岗，不得脱岗",
        "二、每班冲洗水位计，每周手动试验安全阀",
        "三、严重缺水：立即停炉，严禁上水",
        "四、超压：停止燃烧，查明原因",
        "五、禁止短接、旁路水位和压力联锁",
        "六、停炉后通知主管并做好记录",
    )
    _titled(pen, "锅炉房安全管理制度", rows, BLUE, size=24)


@sign("boiler_flow", 420, 290)
def boiler_flow(pen: Pen) -> None:
    """A schematic of the steam system."""
    pen.fill(WHITE, 6)
    pen.text(pen.w / 2, 28, "蒸汽系统图", 32, BLUE, bold=0.03)
    boxes = {
        "软水箱": (20, 190),
        "给水泵": (130, 190),
        "锅炉 2t/h": (240, 120),
        "分汽缸": (330, 56),
        "排污": (330, 220),
    }
    for words, (x, y) in boxes.items():
        pen.rect(x, y, x + 80, y + 48, PALE, 4, BLACK, 2)
        pen.text(x + 40, y + 24, words, 19, BLACK, fit=76)
    for line, ink in (
        (((100, 214), (130, 214)), GREEN),
        (((210, 214), (280, 214), (280, 168)), GREEN),
        (((280, 120), (280, 80), (330, 80)), RED),
        (((300, 168), (300, 244), (330, 244)), GREY),
    ):
        pen.line(line, ink, 5)


@sign("relief_wall_boiler", 460, 100)
def relief_wall_boiler(pen: Pen) -> None:
    pen.fill(RED, 4)
    pen.text(pen.w / 2, pen.h / 2, "泄压面  禁止堆放", 56, WHITE, bold=0.035)


@sign("kitchen_rules", 360, 270)
def kitchen_rules(pen: Pen) -> None:
    rows = (
        "油锅加热，人不离灶",
        "油锅起火：盖盖、关气，禁用水",
        "烟罩每日清洗，烟道每季清洗",
        "下班关闭气阀、电源",
        "通道和安全出口不堆物",
    )
    _titled(pen, "厨房防火五条", rows, RED, size=26)


@sign("menu_slips", 300, 70)
def menu_slips(pen: Pen) -> None:
    """Order slips on the rail of a kitchen pass."""
    for k, (table, dish) in enumerate(
        (("8 桌", "宫保鸡丁"), ("3 桌", "清蒸鲈鱼"), ("包间 2", "葱烧海参"), ("11 桌", "干炸里脊"))
    ):
        x = 6 + k * 74
        pen.rect(x, 2, x + 64, 68, PAPER)
        pen.text(x + 32, 16, table, 15, RED, bold=0.03)
        pen.text(x + 32, 38, dish, 14, BLACK, fit=60)
        pen.line([(x + 8, 54), (x + 50, 54)], GREY, 2)


@sign("tank_limits", 320, 200)
def tank_limits(pen: Pen) -> None:
    rows = ("罐区内禁止携带火种、手机", "动火作业须现场办票", "进罐须先通风、后检测、再作业")
    _titled(pen, "罐区安全须知", rows, RED, size=26, top=0.22)


@sign("gas_area_band", 520, 100)
def gas_area_band(pen: Pen) -> None:
    pen.fill(YELLOW, 4)
    pen.text(pen.w / 2, pen.h * 0.5, "煤气危险区域  两人同行", 50, BLACK, bold=0.03)


@sign("plant_name", 1000, 130)
def plant_name(pen: Pen) -> None:
    pen.text(pen.w / 2, pen.h / 2, "前车化工有限公司  二车间", 92, RED, bold=0.04)


@sign("furnace_name", 640, 150)
def furnace_name(pen: Pen) -> None:
    pen.text(pen.w / 2, pen.h / 2, "2 号高炉", 130, WHITE, bold=0.05)


@sign("floor_arrow", 120, 240)
def floor_arrow(pen: Pen) -> None:
    pen.polygon([(60, 6), (112, 92), (80, 92), (80, 234), (40, 234), (40, 92), (8, 92)], (240, 240, 236))


@sign("bag_label", 200, 140)
def bag_label(pen: Pen) -> None:
    pen.fill((240, 240, 236))
    pen.rect(0, 0, 200, 34, BLUE)
    pen.text(100, 17, "工业级 氯化铵", 22, WHITE, bold=0.02)
    pen.text(100, 70, "净重 25 kg", 26, BLACK, bold=0.02)
    pen.text(100, 110, "防潮  轻放", 24, RED, bold=0.02)


@sign("rice_sack", 200, 240)
def rice_sack(pen: Pen) -> None:
    pen.disc(100, 96, 78, (190, 40, 36))
    pen.text(100, 80, "东北", 50, (250, 236, 200), bold=0.04)
    pen.text(100, 130, "大米", 44, (250, 236, 200), bold=0.04)
    pen.text(100, 210, "净含量 25 kg", 26, (60, 40, 30), bold=0.02)


@sign("tank_v201", 460, 150)
def tank_v201(pen: Pen) -> None:
    pen.text(pen.w / 2, 56, "V-201 甲苯", 92, BLUE, bold=0.05)
    pen.text(pen.w / 2, 124, "TOLUENE  200 m³", 34, BLUE, bold=0.03)


@sign("tank_v202", 460, 150)
def tank_v202(pen: Pen) -> None:
    pen.text(pen.w / 2, 56, "V-202 甲苯", 92, BLUE, bold=0.05)
    pen.text(pen.w / 2, 124, "TOLUENE  200 m³", 34, BLUE, bold=0.03)


@sign("tank_acid", 460, 150)
def tank_acid(pen: Pen) -> None:
    pen.text(pen.w / 2, 56, "98% 硫酸", 96, (110, 30, 130), bold=0.05)
    pen.text(pen.w / 2, 124, "SULFURIC ACID  V-105", 36, (110, 30, 130), bold=0.03)


@sign("pcb_picture", 300, 184)
def pcb_picture(pen: Pen) -> None:
    """A product photograph: a green board with its chips."""
    pen.fill((14, 20, 30))
    pen.rect(36, 22, 264, 162, (18, 104, 62), 6)
    for k in range(9):
        y = 34 + k * 14
        pen.line([(46, y), (110 + 12 * (k % 4), y), (124 + 12 * (k % 4), y + 10), (252, y + 10)], (46, 146, 92), 2)
    for x, y, w, h in ((110, 58, 58, 58), (196, 44, 40, 24), (56, 110, 36, 36), (196, 106, 44, 30)):
        pen.rect(x, y, x + w, y + h, (24, 24, 26), 2)
        for j in range(6):
            pen.rect(x + 4 + j * w / 6.4, y - 4, x + 7 + j * w / 6.4, y, (200, 200, 190))
            pen.rect(x + 4 + j * w / 6.4, y + h, x + 7 + j * w / 6.4, y + h + 4, (200, 200, 190))


@sign("esd_tester", 132, 168)
def esd_tester(pen: Pen) -> None:
    """The face of the wrist strap tester at the door."""
    pen.fill((228, 230, 228), 8)
    pen.text(66, 22, "人体综合测试仪", 17, BLUE, bold=0.02)
    for k, (words, ink) in enumerate((("HIGH", RED), ("PASS", (40, 200, 90)), ("LOW", RED))):
        pen.disc(28 + 38 * k, 52, 9, ink)
        pen.text(28 + 38 * k, 72, words, 11, BLACK)
    pen.disc(66, 118, 32, (176, 178, 180))
    pen.disc(66, 118, 26, (206, 208, 208))


@sign("work_instruction", 360, 256)
def work_instruction(pen: Pen) -> None:
    rows = ("佩戴防静电手环并点检", "洗板剂须有标签和 SDS", "作业时开启局部排风", "废擦拭纸入带盖防爆桶")
    _titled(pen, "洗板工序作业指导书", rows, TEAL, size=26)


@sign("landscape_scroll", 300, 195)
def landscape_scroll(pen: Pen) -> None:
    """A painted landscape in ink and gold."""
    pen.fill((226, 206, 164))
    pen.disc(232, 48, 20, (190, 60, 40))
    for points, ink in (
        (((0, 150), (40, 90), (74, 120), (110, 60), (150, 130), (0, 195)), (120, 128, 112)),
        (((90, 195), (150, 96), (190, 140), (236, 84), (300, 170), (300, 195)), (78, 92, 84)),
        (((0, 195), (0, 168), (80, 178), (180, 170), (300, 182), (300, 195)), (52, 62, 58)),
    ):
        pen.polygon(points, ink)
    for y in (156, 164):
        pen.line([(30, y), (120, y + 2)], (240, 230, 205), 2)
    pen.text(24, 44, "山水", 26, (60, 44, 30), anchor="lm")
