"""Plates, labels and screens on machines of workshops: presses, panels, isolators, cranes, dies."""

from __future__ import annotations

import math

from assets.textures.pen import BLACK, BLUE, GREEN, GREY, PAPER, RED, WHITE, YELLOW, Ink, Pen
from assets.textures.signs import sign

SCREEN: Ink = (14, 26, 40)
CYAN: Ink = (110, 220, 240)
LIME: Ink = (120, 240, 130)
AMBER: Ink = (255, 180, 40)
STEEL_INK: Ink = (188, 192, 194)


@sign("press_plate", 300, 120)
def press_plate(pen: Pen) -> None:
    pen.fill(RED, 6)
    pen.text(150, 42, "JH21-160", 54, WHITE, bold=0.04)
    pen.text(150, 92, "开式固定台压力机  1600 kN", 22, WHITE, bold=0.02, fit=280)


@sign("press_rule", 260, 170)
def press_rule(pen: Pen) -> None:
    """The rule on the press's front."""
    pen.fill(YELLOW, 6)
    pen.rect(5, 5, 255, 165, None, 4, BLACK, 3)
    pen.text(130, 34, "严禁徒手伸入模区", 28, RED, bold=0.04, fit=240)
    for k, words in enumerate(("取放料必须用夹钳", "光幕失效立即停机", "清模先断电上锁垫块")):
        pen.text(130, 76 + 34 * k, words, 23, BLACK, bold=0.02, fit=240)


@sign("two_hand_plate", 300, 90)
def two_hand_plate(pen: Pen) -> None:
    pen.fill(STEEL_INK, 4)
    pen.text(150, 26, "双手同时按下  单次行程", 26, BLACK, bold=0.02, fit=280)
    pen.text(60, 66, "左手", 22, BLACK, bold=0.02)
    pen.text(240, 66, "右手", 22, BLACK, bold=0.02)
    pen.text(150, 66, "急停", 22, RED, bold=0.03)


@sign("terminal_box", 150, 90)
def terminal_box(pen: Pen) -> None:
    pen.fill(WHITE, 4)
    pen.text(75, 28, "安全光幕", 28, BLACK, bold=0.03)
    pen.text(75, 64, "接线盒", 26, BLACK, bold=0.02)


@sign("isolator_face", 180, 240)
def isolator_face(pen: Pen) -> None:
    """The front of a lockable isolator round its handle: I on, O off."""
    pen.fill((198, 200, 198), 8)
    pen.text(90, 26, "隔离开关", 30, BLACK, bold=0.03)
    pen.disc(90, 130, 70, YELLOW)
    pen.text(90, 78, "I", 34, BLACK, bold=0.05)
    pen.text(142, 132, "O", 34, BLACK, bold=0.05)
    pen.text(90, 220, "可上锁  380 V  63 A", 19, BLACK, bold=0.02)


@sign("isolator_on", 90, 40)
def isolator_on(pen: Pen) -> None:
    pen.fill(RED, 4)
    pen.text(45, 20, "合 ON", 26, WHITE, bold=0.04)


@sign("isolator_off", 90, 40)
def isolator_off(pen: Pen) -> None:
    pen.fill(GREEN, 4)
    pen.text(45, 20, "分 OFF", 26, WHITE, bold=0.04)


@sign("lock_board", 300, 100)
def lock_board(pen: Pen) -> None:
    pen.fill(YELLOW, 6)
    pen.text(150, 34, "上 锁 挂 牌 点", 40, BLACK, bold=0.04)
    pen.text(150, 78, "谁上锁 谁解锁", 28, RED, bold=0.03)


@sign("estop_plate", 120, 50)
def estop_plate(pen: Pen) -> None:
    pen.fill(YELLOW, 4)
    pen.text(60, 26, "急 停", 36, RED, bold=0.05)


@sign("pull_cord_plate", 140, 70)
def pull_cord_plate(pen: Pen) -> None:
    pen.fill(YELLOW, 4)
    pen.text(70, 24, "拉绳开关", 28, BLACK, bold=0.03)
    pen.text(70, 54, "紧急时拉动", 20, RED, bold=0.03)


@sign("die_stencil", 320, 120)
def die_stencil(pen: Pen) -> None:
    """What is stencilled on a die: its number and mass."""
    pen.text(160, 42, "模具 M-27", 50, WHITE, bold=0.03)
    pen.text(160, 96, "3.2 t", 52, WHITE, bold=0.05)


@sign("crane_load", 560, 110)
def crane_load(pen: Pen) -> None:
    """The load on a bridge crane's girder."""
    pen.text(280, 56, "QD 5 t - 14.4 m", 84, RED, bold=0.05)


@sign("crane_load_foundry", 620, 110)
def crane_load_foundry(pen: Pen) -> None:
    pen.text(310, 56, "铸造起重机 180 t", 84, RED, bold=0.05)


@sign("ladle_number", 160, 160)
def ladle_number(pen: Pen) -> None:
    pen.text(80, 80, "7", 150, WHITE, bold=0.08)


@sign("slag_pot_number", 260, 100)
def slag_pot_number(pen: Pen) -> None:
    pen.text(130, 50, "事故包", 78, WHITE, bold=0.05)


@sign("rack_load", 300, 210)
def rack_load(pen: Pen) -> None:
    """The load plate at a rack's end."""
    pen.fill(WHITE, 6)
    pen.rect(0, 0, 300, 52, BLUE, 6)
    pen.text(150, 26, "货架限载", 34, WHITE, bold=0.03)
    pen.text(150, 84, "每层 ≤ 2000 kg", 32, BLACK, bold=0.03)
    pen.text(150, 128, "每托 ≤ 1000 kg", 32, BLACK, bold=0.03)
    pen.text(150, 178, "严禁攀爬  损坏停用", 28, RED, bold=0.03)


@sign("forklift_plate", 220, 120)
def forklift_plate(pen: Pen) -> None:
    pen.text(110, 40, "CPD 30", 56, BLACK, bold=0.05)
    pen.text(110, 92, "额定 3000 kg", 28, BLACK, bold=0.03)


@sign("forklift_permit", 160, 90)
def forklift_permit(pen: Pen) -> None:
    """The plate of a registered in-plant vehicle; its number is nobody's."""
    pen.fill(BLUE, 4)
    pen.text(80, 26, "场内 川A", 28, WHITE, bold=0.03)
    pen.text(80, 62, "O0I17", 36, WHITE, bold=0.04)


@sign("carton_label", 220, 150)
def carton_label(pen: Pen) -> None:
    pen.fill(PAPER, 2)
    pen.text(110, 28, "安途供应链", 28, BLACK, bold=0.03)
    for k, x in enumerate(range(24, 196, 7)):
        pen.line([(x, 52), (x, 96)], BLACK, 1 + (k * 5 % 4))
    pen.text(110, 122, "净重 18 kg  向上 ↑↑", 22, BLACK, bold=0.02)


@sign("carton_marks", 200, 90)
def carton_marks(pen: Pen) -> None:
    """Handling marks printed on cardboard."""
    ink = (70, 46, 24)
    for k in range(2):
        x = 30 + 34 * k
        pen.line([(x, 74), (x, 26)], ink, 6)
        pen.polygon([(x, 12), (x - 13, 32), (x + 13, 32)], ink)
    pen.line([(14, 80), (80, 80)], ink, 5)
    pen.text(140, 30, "小心轻放", 24, ink, bold=0.03)
    pen.text(140, 64, "怕湿", 24, ink, bold=0.03)


@sign("dial_amp", 110, 110)
def dial_amp(pen: Pen) -> None:
    """The face of a square ammeter at a third of its range."""
    pen.fill((236, 236, 230), 6)
    pen.rect(3, 3, 107, 107, None, 5, BLACK, 3)
    for k in range(9):
        turn = math.radians(200 + 140 * k / 8)
        pen.line(
            [
                (55 + 42 * math.cos(turn), 74 + 42 * math.sin(turn)),
                (55 + 36 * math.cos(turn), 74 + 36 * math.sin(turn)),
            ],
            BLACK,
            2,
        )
    pen.line([(55, 76), (38, 44)], RED, 2.5)
    pen.text(55, 92, "A", 22, BLACK, bold=0.03)


@sign("grey_label", 120, 40)
def grey_label(pen: Pen) -> None:
    pen.fill(GREY, 3)
    pen.text(60, 20, "电源", 24, WHITE, bold=0.03)


@sign("cement_sack", 260, 220)
def cement_sack(pen: Pen) -> None:
    """What is printed on a cement sack."""
    ink = (46, 84, 60)
    pen.text(130, 52, "普通硅酸盐水泥", 34, ink, bold=0.04, fit=250)
    pen.text(130, 114, "P·O 42.5", 54, ink, bold=0.04)
    pen.text(130, 180, "50 kg", 42, ink, bold=0.03)


@sign("height_mark", 120, 60)
def height_mark(pen: Pen) -> None:
    pen.fill(RED, 3)
    pen.text(60, 30, "限高 1.5 m", 22, WHITE, bold=0.03)


@sign("charging_plate", 240, 120)
def charging_plate(pen: Pen) -> None:
    pen.fill(GREEN, 5)
    pen.text(120, 38, "充电区 严禁烟火", 28, WHITE, bold=0.03)
    pen.text(120, 84, "充电中  通风良好", 26, YELLOW, bold=0.03)


@sign("vent_panel", 400, 150)
def vent_panel(pen: Pen) -> None:
    pen.text(200, 52, "泄爆口", 76, RED, bold=0.05)
    pen.text(200, 120, "爆炸泄压方向 严禁站人", 32, RED, bold=0.03, fit=390)


@sign("isolation_valve", 200, 100)
def isolation_valve(pen: Pen) -> None:
    pen.fill(YELLOW, 4)
    pen.text(100, 50, "隔爆阀", 52, BLACK, bold=0.04)


@sign("collector_label", 300, 200)
def collector_label(pen: Pen) -> None:
    pen.fill(WHITE, 4)
    pen.text(150, 34, "脉冲布袋除尘器", 34, BLACK, bold=0.03)
    for k, words in enumerate(("处理风量 12000 m³/h", "每班清灰  先停机后开门", "责任人：刘工  6218")):
        pen.text(150, 84 + 42 * k, words, 25, BLACK, bold=0.015, fit=286)
