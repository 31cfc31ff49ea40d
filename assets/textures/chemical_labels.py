"""Tags, dials and labels of valves, drums, bottles, cylinders, pipes."""

from __future__ import annotations

from collections.abc import Callable

from assets.textures.boards import extinguisher_dial
from assets.textures.dials import pressure_face
from assets.textures.pen import BLACK, BLUE, GREEN, RED, WHITE, YELLOW, Ink, Pen
from assets.textures.signs import sign

PURPLE: Ink = (110, 30, 130)
HAND: Ink = (30, 42, 110)


@sign("valve_lock_tag", 150, 240)
def valve_lock_tag(pen: Pen) -> None:
    pen.fill(RED, 12)
    pen.disc(75, 20, 9, (60, 60, 60))
    pen.text(75, 66, "禁止操作", 34, WHITE, bold=0.04)
    pen.rect(10, 96, 140, 230, WHITE, 6)
    for k, words in enumerate(("阀门已锁", "锁具 07", "姓名 罗江", "11月22日")):
        pen.text(75, 114 + k * 32, words, 22, RED if k == 0 else HAND, bold=0.015)


@sign("blind_tag", 170, 120)
def blind_tag(pen: Pen) -> None:
    pen.fill(YELLOW, 10)
    pen.rect(5, 5, 165, 115, None, 8, BLACK, 3)
    pen.text(85, 34, "盲板 已加", 32, BLACK, bold=0.03)
    pen.text(85, 72, "编号 MB-12", 26, BLACK, bold=0.02)
    pen.text(85, 100, "DN100  PN16", 18, BLACK)


@sign("valve_scale", 60, 160)
def valve_scale(pen: Pen) -> None:
    """The plate beside a rising stem: open above, shut below."""
    pen.fill((226, 228, 226), 4)
    pen.text(30, 22, "开", 30, GREEN, bold=0.04)
    pen.text(30, 138, "关", 30, RED, bold=0.04)
    for k in range(9):
        y = 44 + k * 9
        pen.line([(8, y), (26 if k % 4 else 40, y)], BLACK, 2)


@sign("gas_valve_tag", 120, 80)
def gas_valve_tag(pen: Pen) -> None:
    pen.fill(YELLOW, 6)
    pen.text(60, 28, "表前阀", 28, BLACK, bold=0.03)
    pen.text(60, 60, "横向为关", 22, BLACK, bold=0.02)


_DIALS: dict[str, tuple[float, float, float | None, float]] = {
    "dial_reactor_normal": (0.15, 1.0, 0.40, 0.2),
    "dial_reactor_rising": (0.34, 1.0, 0.40, 0.2),
    "dial_reactor_high": (0.62, 1.0, 0.40, 0.2),
    "dial_boiler_normal": (0.65, 1.6, 0.70, 0.4),
    "dial_boiler_rising": (0.72, 1.6, 0.70, 0.4),
    "dial_boiler_high": (0.90, 1.6, 0.70, 0.4),
    "dial_line_residual": (0.25, 1.0, None, 0.2),
    "dial_line_zero": (0.0, 1.0, None, 0.2),
    "dial_line_normal": (0.45, 1.0, None, 0.2),
}


def _dial_drawing(value: float, full: float, red: float | None, step: float) -> Callable[[Pen], None]:
    def draw(pen: Pen) -> None:
        pressure_face(pen, value, full, red, step)

    return draw


for _name, _dial in _DIALS.items():
    sign(_name, 176, 176)(_dial_drawing(*_dial))


def _small_dial(pen: Pen, share: float) -> None:
    """A cylinder gauge in MPa, its red sector low, its needle at ``share`` of 40 MPa."""
    from math import cos, radians, sin

    middle = pen.w / 2
    pen.disc(middle, middle, middle - 1, BLACK)
    pen.disc(middle, middle, middle - 4, WHITE)
    pen.wedge(middle, middle, middle - 8, 135, 190, RED)
    pen.wedge(middle, middle, middle - 8, 190, 345, (40, 160, 70))
    pen.disc(middle, middle, middle - 22, WHITE)
    for k, words in enumerate(("0", "10", "20", "30", "40")):
        angle = radians(225 - 270 * k / 4)
        pen.text(middle + cos(angle) * (middle - 32), middle - sin(angle) * (middle - 32), words, 14, BLACK, bold=0.03)
    angle = radians(225 - 270 * share)
    pen.line(
        [
            (middle - cos(angle) * 10, middle + sin(angle) * 10),
            (middle + cos(angle) * (middle - 16), middle - sin(angle) * (middle - 16)),
        ],
        BLACK,
        5,
    )
    pen.disc(middle, middle, 8, BLACK)
    pen.text(middle, middle + 30, "MPa", 14, BLACK)


@sign("scba_dial_ok", 128, 128)
def scba_dial_ok(pen: Pen) -> None:
    _small_dial(pen, 0.70)


@sign("scba_dial_low", 128, 128)
def scba_dial_low(pen: Pen) -> None:
    _small_dial(pen, 0.11)


@sign("pressure_dial_low", 96, 96)
def pressure_dial_low(pen: Pen) -> None:
    """The extinguisher's dial with its needle in the red."""
    extinguisher_dial(pen)
    pen.line([(50, 47), (20, 60)], BLACK, 5)


@sign("phone_ride", 150, 300)
def phone_ride(pen: Pen) -> None:
    """A telephone in a handlebar holder with a delivery order flashing on it."""
    pen.fill((18, 22, 30), 14)
    pen.rect(8, 30, 142, 190, (214, 226, 216), 6)
    for points in (((20, 180), (60, 120), (110, 96), (138, 44)), ((8, 96), (142, 140))):
        pen.line(points, WHITE, 9)
    pen.line([(20, 180), (60, 120), (110, 96)], BLUE, 5)
    pen.disc(110, 96, 8, RED)
    pen.rect(8, 196, 142, 292, (250, 140, 20), 8)
    pen.text(75, 220, "新订单", 28, WHITE, bold=0.04)
    pen.text(75, 254, "距您 1.2 km", 20, WHITE, bold=0.02)
    pen.text(75, 278, "剩余 03:20", 20, WHITE, bold=0.02)


def _hazard_diamond(pen: Pen, x: float, y: float, size: float, kind: str) -> None:
    """A GHS pictogram: red diamond with a flame, an exclamation mark or drops on a hand."""
    pen.polygon([(x, y - size), (x + size, y), (x, y + size), (x - size, y)], RED)
    inner = size * 0.80
    pen.polygon([(x, y - inner), (x + inner, y), (x, y + inner), (x - inner, y)], WHITE)
    s = size
    if kind == "flame":
        pen.polygon(
            [
                (x, y - 0.50 * s),
                (x + 0.24 * s, y - 0.06 * s),
                (x + 0.22 * s, y + 0.26 * s),
                (x, y + 0.38 * s),
                (x - 0.24 * s, y + 0.22 * s),
                (x - 0.20 * s, y - 0.02 * s),
                (x - 0.06 * s, y + 0.08 * s),
            ],
            BLACK,
        )
        pen.line([(x - 0.32 * s, y + 0.42 * s), (x + 0.32 * s, y + 0.42 * s)], BLACK, s * 0.08)
    elif kind == "health":
        pen.disc(x, y - 0.26 * s, 0.15 * s, BLACK)
        pen.polygon(
            [
                (x - 0.30 * s, y + 0.36 * s),
                (x - 0.20 * s, y - 0.06 * s),
                (x + 0.20 * s, y - 0.06 * s),
                (x + 0.30 * s, y + 0.36 * s),
            ],
            BLACK,
        )
        pen.polygon(
            [(x, y - 0.06 * s), (x + 0.1 * s, y + 0.1 * s), (x, y + 0.26 * s), (x - 0.1 * s, y + 0.1 * s)], WHITE
        )
    elif kind == "corrosive":
        for dx in (-0.24, 0.16):
            pen.line([(x + dx * s, y - 0.40 * s), (x + (dx + 0.1) * s, y - 0.18 * s)], BLACK, s * 0.16)
            pen.disc(x + (dx + 0.1) * s, y - 0.02 * s, 0.05 * s, BLACK)
            pen.line([(x + (dx - 0.16) * s, y + 0.22 * s), (x + (dx + 0.26) * s, y + 0.22 * s)], BLACK, s * 0.10)
    else:
        pen.line([(x, y - 0.40 * s), (x, y + 0.10 * s)], BLACK, s * 0.16)
        pen.disc(x, y + 0.34 * s, 0.09 * s, BLACK)


def _drum_label(pen: Pen, name: str, english: str, kinds: tuple[str, ...], ink: Ink) -> None:
    pen.fill(WHITE, 6)
    pen.rect(0, 0, pen.w, 56, ink, 6)
    pen.text(pen.w / 2, 28, name, 40, WHITE, bold=0.03, fit=pen.w - 20)
    pen.text(pen.w / 2, 78, english, 22, BLACK, bold=0.015, fit=pen.w - 16)
    for k, kind in enumerate(kinds):
        _hazard_diamond(pen, pen.w / 2 + (k - (len(kinds) - 1) / 2) * 88, 150, 46, kind)
    for k, words in enumerate(("危险  远离热源、明火", "戴防护手套、面屏", "净重 180 kg  前车化工")):
        pen.text(pen.w / 2, 216 + k * 27, words, 20, BLACK if k else RED, bold=0.02, fit=pen.w - 16)


@sign("drum_toluene", 260, 290)
def drum_toluene(pen: Pen) -> None:
    _drum_label(pen, "甲苯", "TOLUENE  UN 1294", ("flame", "health", "mark"), RED)


@sign("drum_acid", 260, 290)
def drum_acid(pen: Pen) -> None:
    _drum_label(pen, "硫酸", "SULPHURIC ACID  UN 1830", ("corrosive", "mark"), PURPLE)


@sign("drum_ash", 260, 120)
def drum_ash(pen: Pen) -> None:
    pen.fill(YELLOW, 6)
    pen.text(130, 42, "铝粉收集桶", 42, BLACK, bold=0.03)
    pen.text(130, 90, "加盖  防潮  禁水", 28, RED, bold=0.03)


@sign("cleaner_label", 150, 190)
def cleaner_label(pen: Pen) -> None:
    pen.fill(WHITE, 6)
    pen.rect(0, 0, 150, 44, GREEN, 6)
    pen.text(75, 22, "水基清洗剂", 26, WHITE, bold=0.03)
    _hazard_diamond(pen, 75, 84, 30, "mark")
    for k, words in enumerate(("主要成分：表面活性剂", "警告：刺激眼睛", "SDS 编号 QX-W08")):
        pen.text(75, 130 + k * 21, words, 14, BLACK, fit=140)


@sign("handwritten_wash", 150, 70)
def handwritten_wash(pen: Pen) -> None:
    """A torn bit of masking tape with a handwritten name."""
    pen.polygon([(4, 8), (146, 2), (142, 20), (148, 64), (8, 68), (2, 40)], (228, 212, 168))
    pen.text(74, 34, "洗板水", 40, HAND, bold=0.03)


@sign("water_label", 200, 80)
def water_label(pen: Pen) -> None:
    """The remains of a mineral-water label."""
    pen.fill((60, 150, 205))
    pen.polygon([(0, 62), (50, 34), (80, 56), (120, 22), (170, 58), (200, 44), (200, 80), (0, 80)], (226, 240, 246))
    pen.text(100, 24, "天然矿泉水", 26, WHITE, bold=0.03)


@sign("cylinder_oxygen", 90, 230)
def cylinder_oxygen(pen: Pen) -> None:
    for k, words in enumerate("氧气"):
        pen.text(45, 52 + 92 * k, words, 80, BLACK, bold=0.04)
    pen.text(45, 210, "15 MPa", 20, BLACK, bold=0.02)


@sign("cylinder_acetylene", 90, 330)
def cylinder_acetylene(pen: Pen) -> None:
    for k, words in enumerate("乙炔"):
        pen.text(45, 44 + 76 * k, words, 66, RED, bold=0.04)
    for k, words in enumerate("不可近火"):
        pen.text(45, 186 + 40 * k, words, 36, RED, bold=0.03)


@sign("cylinder_lpg", 170, 130)
def cylinder_lpg(pen: Pen) -> None:
    pen.text(85, 46, "液化石油气", 34, RED, bold=0.03, fit=164)
    pen.text(85, 96, "YSP-35.5", 28, RED, bold=0.02)


@sign("gas_main_label", 900, 255)
def gas_main_label(pen: Pen) -> None:
    pen.rect(0, 0, 900, 255, YELLOW, 9)
    pen.text(345, 129, "高炉煤气", 150, BLACK, bold=0.04)
    pen.polygon([(885, 128), (735, 30), (735, 90), (675, 90), (675, 165), (735, 165), (735, 225)], BLACK)


@sign("steam_label", 260, 60)
def steam_label(pen: Pen) -> None:
    pen.fill((200, 30, 28))
    pen.text(100, 30, "蒸汽", 42, WHITE, bold=0.04)
    pen.polygon([(250, 30), (206, 6), (206, 22), (180, 22), (180, 38), (206, 38), (206, 54)], WHITE)
