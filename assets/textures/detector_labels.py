"""Readings and plates of detectors, and the signs of emergency things."""

from __future__ import annotations

from collections.abc import Callable

from assets.textures.instrument_screens import LIT_GREEN, LIT_RED
from assets.textures.pen import BLACK, BLUE, GREEN, PAPER, RED, WHITE, YELLOW, Ink, Pen
from assets.textures.signs import sign


def _display(pen: Pen, digits: str, unit: str, ink: Ink) -> None:
    pen.fill((14, 16, 20), 5)
    pen.text(pen.w * 0.42, pen.h * 0.5, digits, pen.h * 0.78, ink, bold=0.05, fit=pen.w * 0.7)
    pen.text(pen.w * 0.88, pen.h * 0.66, unit, pen.h * 0.28, ink, bold=0.03, fit=pen.w * 0.22)


_READINGS: dict[str, tuple[str, str, Ink]] = {
    "reading_co_ok": ("0", "ppm", LIT_GREEN),
    "reading_co_alarm": ("160", "ppm", LIT_RED),
    "reading_ch4_ok": ("0.6", "%", LIT_GREEN),
    "reading_ch4_warning": ("1.2", "%", LIT_RED),
    "reading_ch4_alarm": ("1.7", "%", LIT_RED),
    "reading_lel_ok": ("0", "%LEL", LIT_GREEN),
    "reading_lel_alarm": ("52", "%LEL", LIT_RED),
    "reading_sound_ok": ("74", "dB(A)", LIT_GREEN),
    "reading_sound_alarm": ("98", "dB(A)", LIT_RED),
    "reading_dark": ("", "", BLACK),
}


def _reading_drawing(digits: str, unit: str, ink: Ink) -> Callable[[Pen], None]:
    def draw(pen: Pen) -> None:
        _display(pen, digits, unit, ink)

    return draw


for _name, _reading in _READINGS.items():
    sign(_name, 200, 84)(_reading_drawing(*_reading))


def _detector_plate(pen: Pen, gas: str, words: str) -> None:
    pen.fill((214, 216, 214), 4)
    pen.text(pen.w / 2, 22, gas, 28, BLUE, bold=0.04, fit=pen.w - 10)
    pen.text(pen.w / 2, 54, words, 18, BLACK, fit=pen.w - 10)


_PLATES = {
    "plate_co": ("CO", "一氧化碳 报警 24 ppm"),
    "plate_ch4": ("CH4", "甲烷 断电 1.5%"),
    "plate_lel": ("可燃气体", "报警 25%LEL  Ex d"),
    "plate_home": ("可燃气体探测器", "自检  电源  报警"),
}


def _plate_drawing(gas: str, words: str) -> Callable[[Pen], None]:
    def draw(pen: Pen) -> None:
        _detector_plate(pen, gas, words)

    return draw


for _name, _plate in _PLATES.items():
    sign(_name, 160, 72)(_plate_drawing(*_plate))


@sign("noise_panel", 420, 120)
def noise_panel(pen: Pen) -> None:
    pen.fill(BLUE, 6)
    pen.text(210, 38, "噪声实时监测", 42, WHITE, bold=0.03)
    pen.text(210, 90, "限值 85 dB(A)  请佩戴护耳器", 28, WHITE, bold=0.015)


@sign("hydrant_door", 300, 300)
def hydrant_door(pen: Pen) -> None:
    pen.text(150, 90, "消火栓", 84, WHITE, bold=0.05)
    pen.text(150, 176, "FIRE HYDRANT", 34, WHITE, bold=0.04)
    pen.text(150, 246, "火警 119", 54, WHITE, bold=0.05)


@sign("blanket_pack", 200, 240)
def blanket_pack(pen: Pen) -> None:
    pen.fill(RED, 8)
    pen.text(100, 44, "灭火毯", 54, WHITE, bold=0.05)
    pen.rect(40, 80, 160, 176, WHITE, 6)
    pen.line([(70, 100), (70, 150)], BLACK, 6)
    pen.line([(130, 100), (130, 150)], BLACK, 6)
    pen.polygon([(54, 146), (86, 146), (70, 168)], BLACK)
    pen.polygon([(114, 146), (146, 146), (130, 168)], BLACK)
    pen.text(100, 208, "双手向下拉", 32, WHITE, bold=0.03)


@sign("blanket_place", 200, 160)
def blanket_place(pen: Pen) -> None:
    """The board behind a missing fire blanket."""
    pen.fill(RED, 8)
    pen.text(100, 56, "灭火毯", 50, WHITE, bold=0.04)
    pen.text(100, 116, "每月检查", 34, WHITE, bold=0.02)


@sign("eyewash_sign", 240, 240)
def eyewash_sign(pen: Pen) -> None:
    pen.fill(GREEN, 8)
    pen.disc(120, 84, 46, WHITE)
    pen.disc(104, 78, 9, GREEN)
    pen.disc(138, 78, 9, GREEN)
    for x in (84, 156):
        pen.line([(x, 158), (x + (16 if x < 100 else -16), 118)], WHITE, 9)
    pen.text(120, 200, "紧急洗眼器", 40, WHITE, bold=0.04)


@sign("aed_face", 260, 330)
def aed_face(pen: Pen) -> None:
    pen.text(130, 70, "AED", 100, WHITE, bold=0.06)
    pen.polygon([(130, 250), (50, 168), (54, 126), (92, 112), (130, 142), (168, 112), (206, 126), (210, 168)], WHITE)
    pen.polygon([(142, 128), (112, 182), (130, 182), (118, 226), (156, 166), (136, 166)], (230, 120, 20))
    pen.text(130, 292, "自动体外除颤器", 32, WHITE, bold=0.03)


@sign("sand_box", 320, 130)
def sand_box(pen: Pen) -> None:
    pen.fill(YELLOW, 6)
    pen.text(160, 46, "消防干沙", 54, RED, bold=0.04)
    pen.text(160, 98, "D 类金属火灾  禁止用水", 28, BLACK, bold=0.03)


@sign("class_d_label", 220, 240)
def class_d_label(pen: Pen) -> None:
    pen.fill(PAPER)
    pen.rect(0, 0, 220, 56, YELLOW)
    pen.text(110, 28, "D 类灭火器", 34, BLACK, bold=0.03)
    pen.text(110, 90, "金属火灾专用", 30, RED, bold=0.03)
    for k, words in enumerate(("拔销，低速喷放覆盖", "禁止用水、泡沫、二氧化碳")):
        pen.text(110, 140 + k * 36, words, 20, BLACK, fit=200)


@sign("empty_bracket", 220, 120)
def empty_bracket(pen: Pen) -> None:
    """What stands behind the place of two extinguishers."""
    pen.fill(RED, 4)
    pen.text(110, 42, "灭火器", 48, WHITE, bold=0.04)
    pen.text(110, 92, "MFZ/ABC8 ×2", 28, WHITE, bold=0.02)
