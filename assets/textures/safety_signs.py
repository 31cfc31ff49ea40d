"""Safety signs in the manner of GB 2894: warning, prohibition, mandatory, guidance."""

from __future__ import annotations

from assets.textures.pen import BLACK, BLUE, GREEN, RED, WHITE, YELLOW, Ink, Pen, Point
from assets.textures.signs import sign

W, H = 360, 450
_MIDDLE = (W / 2, H * 0.395)
_SIZE = W * 0.40


def _at(points: list[Point], scale: float = 1.0, middle: Point = _MIDDLE) -> list[Point]:
    """Points of a pictogram, given about its middle with 1 as the sign's radius, on the sheet."""
    return [(middle[0] + x * _SIZE * scale, middle[1] + y * _SIZE * scale) for x, y in points]


def _board(pen: Pen, words: str, strip: Ink, ink: Ink) -> None:
    """The white board with a coloured strip of words at its foot."""
    pen.fill((90, 92, 94), 14)
    pen.fill(WHITE, 12, 2)
    pen.rect(14, H * 0.775, W - 14, H - 16, strip, 8)
    pen.text(W / 2, H * 0.868, words, 68, ink, bold=0.032, fit=W - 52)


def _warning(pen: Pen, words: str) -> None:
    _board(pen, words, YELLOW, BLACK)
    cx, cy = W / 2, H * 0.43
    corners = [(cx, cy - 148), (cx - 150, cy + 108), (cx + 150, cy + 108)]
    pen.round_polygon(corners, BLACK, 14)
    inner = [(cx, cy - 118), (cx - 123, cy + 92), (cx + 123, cy + 92)]
    pen.round_polygon(inner, YELLOW, 9)


def _prohibition(pen: Pen, words: str) -> None:
    """The board alone; the ring goes over the pictogram with ``_forbid``."""
    _board(pen, words, RED, WHITE)


def _forbid(pen: Pen) -> None:
    x, y = _MIDDLE
    pen.line(_at([(-0.66, -0.66), (0.66, 0.66)]), RED, 20)
    pen.circle(x, y, _SIZE, RED, 24)


def _mandatory(pen: Pen, words: str) -> None:
    _board(pen, words, BLUE, WHITE)
    pen.disc(*_MIDDLE, _SIZE, BLUE)


@sign("当心触电", W, H)
def electricity(pen: Pen) -> None:
    _warning(pen, "当心触电")
    bolt = [
        (0.12, -0.56), (-0.26, 0.10), (-0.03, 0.10), (-0.14, 0.42), (-0.235, 0.36), (-0.13, 0.68),
        (0.10, 0.44), (-0.005, 0.43), (0.26, -0.07), (0.03, -0.07), (0.27, -0.50),
    ]  # fmt: skip
    pen.polygon(_at(bolt, 0.78, (W / 2, H * 0.455)), BLACK)


@sign("当心落物", W, H)
def falling_objects(pen: Pen) -> None:
    _warning(pen, "当心落物")
    cx, cy = W / 2 - 6, H * 0.47
    pen.disc(cx + 34, cy - 6, 17, BLACK)
    body = [(0.10, 0.14), (0.34, 0.14), (0.42, 0.42), (0.34, 0.60), (0.06, 0.60), (0.02, 0.40)]
    pen.polygon([(cx + x * 150, cy + y * 110) for x, y in body], BLACK)
    pen.line([(cx + 20, cy + 26), (cx - 6, cy + 6), (cx + 8, cy - 26)], BLACK, 11)
    pen.line([(cx + 50, cy + 24), (cx + 72, cy + 4), (cx + 62, cy - 24)], BLACK, 11)
    for x, y, lean in ((-16, -64, 8), (24, -84, -6), (-42, -18, 10)):
        brick = [(-15, -9), (15, -9 + lean), (13, 9 + lean), (-17, 9)]
        pen.polygon([(cx + x + bx, cy + y + by) for bx, by in brick], BLACK)
    for x in (-58, -48):
        pen.line([(cx + x + 34, cy - 96), (cx + x + 28, cy - 80)], BLACK, 4)


@sign("当心吊物", W, H)
def suspended_load(pen: Pen) -> None:
    _warning(pen, "当心吊物")
    cx, cy = W / 2, H * 0.44
    pen.line([(cx, cy - 82), (cx, cy - 36)], BLACK, 8)
    pen.circle(cx, cy - 26, 12, BLACK, 8)
    pen.line([(cx, cy - 16), (cx - 46, cy + 24)], BLACK, 7)
    pen.line([(cx, cy - 16), (cx + 46, cy + 24)], BLACK, 7)
    pen.rect(cx - 64, cy + 22, cx + 64, cy + 74, BLACK, 4)


@sign("当心坑洞", W, H)
def pit(pen: Pen) -> None:
    _warning(pen, "当心坑洞")
    cx, cy = W / 2, H * 0.46
    pen.polygon([(cx - 96, cy + 44), (cx - 12, cy + 44), (cx - 12, cy + 76), (cx - 104, cy + 76)], BLACK)
    pen.polygon([(cx + 56, cy + 44), (cx + 96, cy + 44), (cx + 104, cy + 76), (cx + 56, cy + 76)], BLACK)
    pen.disc(cx + 4, cy - 62, 15, BLACK)
    pen.line([(cx, cy - 42), (cx - 16, cy + 4)], BLACK, 24)
    pen.line([(cx - 14, cy + 4), (cx + 22, cy + 28), (cx + 20, cy + 62)], BLACK, 13)
    pen.line([(cx - 16, cy + 4), (cx - 38, cy + 40)], BLACK, 13)
    pen.line([(cx, cy - 38), (cx + 34, cy - 18)], BLACK, 10)
    pen.line([(cx - 6, cy - 38), (cx - 40, cy - 30)], BLACK, 10)


@sign("禁止合闸", W, H)
def no_switching_on(pen: Pen) -> None:
    _prohibition(pen, "禁止合闸")
    x, y = _MIDDLE
    pen.rect(x - 14, y + 34, x + 74, y + 84, BLACK, 5)
    pen.line([(x + 30, y + 40), (x - 8, y - 52)], BLACK, 16)
    pen.disc(x - 10, y - 58, 16, BLACK)
    hand = [
        (-0.82, -0.30),
        (-0.32, -0.52),
        (-0.14, -0.42),
        (-0.20, -0.26),
        (-0.34, -0.22),
        (-0.40, -0.06),
        (-0.74, 0.08),
    ]
    pen.round_polygon(_at(hand), BLACK, 6)
    _forbid(pen)


@sign("禁止抛物", W, H)
def no_throwing(pen: Pen) -> None:
    _prohibition(pen, "禁止抛物")
    x, y = _MIDDLE
    pen.disc(x - 18, y - 72, 18, BLACK)
    pen.line([(x - 16, y - 46), (x - 24, y + 16)], BLACK, 30)
    pen.line([(x - 26, y + 16), (x - 4, y + 84)], BLACK, 15)
    pen.line([(x - 28, y + 16), (x - 50, y + 82)], BLACK, 15)
    pen.line([(x - 12, y - 42), (x + 26, y - 52), (x + 48, y - 76)], BLACK, 12)
    pen.polygon([(x + 54, y - 32), (x + 84, y - 22), (x + 76, y + 4), (x + 46, y - 6)], BLACK)
    _forbid(pen)


@sign("禁止停留", W, H)
def no_waiting(pen: Pen) -> None:
    _prohibition(pen, "禁止停留")
    x, y = _MIDDLE
    pen.disc(x, y - 78, 19, BLACK)
    pen.rect(x - 28, y - 54, x + 28, y + 18, BLACK, 10)
    for side in (-1, 1):
        pen.line([(x + side * 34, y - 42), (x + side * 38, y + 14)], BLACK, 13)
        pen.line([(x + side * 14, y + 14), (x + side * 15, y + 92)], BLACK, 19)
    _forbid(pen)


@sign("必须戴安全帽", W, H)
def helmet(pen: Pen) -> None:
    _mandatory(pen, "必须戴安全帽")
    x, y = _MIDDLE
    pen.disc(x, y + 22, 54, WHITE, 1.28)
    pen.polygon([(x - 48, y + 66), (x + 48, y + 66), (x + 74, y + 120), (x - 74, y + 120)], WHITE)
    pen.rect(x - 60, y - 26, x + 60, y - 8, BLUE)
    pen.wedge(x, y - 14, 74, 180, 360, WHITE)
    pen.rect(x - 90, y - 22, x + 90, y - 9, WHITE, 6)
    pen.rect(x - 8, y - 94, x + 8, y - 24, WHITE, 6)
    pen.line([(x - 26, y - 80), (x - 30, y - 26)], BLUE, 3)
    pen.line([(x + 26, y - 80), (x + 30, y - 26)], BLUE, 3)
    pen.line([(x - 52, y + 2), (x - 30, y + 84), (x, y + 94), (x + 30, y + 84), (x + 52, y + 2)], BLUE, 5)


@sign("必须系安全带", W, H)
def harness(pen: Pen) -> None:
    _mandatory(pen, "必须系安全带")
    x, y = _MIDDLE
    pen.disc(x, y - 84, 24, WHITE)
    pen.rect(x - 42, y - 54, x + 42, y + 44, WHITE, 14)
    for side in (-1, 1):
        pen.line([(x + side * 56, y - 40), (x + side * 66, y + 34)], WHITE, 17)
        pen.line([(x + side * 20, y + 40), (x + side * 24, y + 118)], WHITE, 26)
        pen.line([(x + side * 36, y - 52), (x - side * 28, y + 30)], BLUE, 7)
    pen.line([(x - 40, y + 32), (x + 40, y + 32)], BLUE, 8)
    pen.line([(x + 44, y + 32), (x + 92, y - 2), (x + 96, y - 60)], WHITE, 6)


@sign("必须戴防护手套", W, H)
def gloves(pen: Pen) -> None:
    _mandatory(pen, "必须戴防护手套")
    x, y = _MIDDLE
    for k, (top, dx) in enumerate(((-62, -38), (-84, -13), (-82, 12), (-60, 36))):
        pen.line([(x + dx * 0.9, y + 20), (x + dx, y + top)], WHITE, 21 - (k == 3) * 3)
    pen.rect(x - 48, y - 6, x + 45, y + 62, WHITE, 16)
    pen.line([(x - 38, y + 40), (x - 76, y - 4)], WHITE, 20)
    pen.rect(x - 52, y + 70, x + 50, y + 104, WHITE, 8)


@sign("安全通道", 520, 260)
def safe_passage(pen: Pen) -> None:
    pen.fill(GREEN, 14)
    pen.rect(8, 8, pen.w - 8, pen.h - 8, None, 10, WHITE, 4)
    _runner(pen, 96, 128)
    pen.line([(196, 84), (300, 84)], WHITE, 22)
    pen.polygon([(296, 46), (350, 84), (296, 122)], WHITE)
    pen.text(326, 190, "安全通道", 84, WHITE, bold=0.03, fit=330)


def _runner(pen: Pen, x: float, y: float) -> None:
    """A running figure, about 170 pixels high."""
    pen.disc(x + 14, y - 68, 18, WHITE)
    pen.line([(x + 4, y - 42), (x - 10, y + 10)], WHITE, 30)
    pen.line([(x - 8, y + 10), (x + 30, y + 34), (x + 22, y + 82)], WHITE, 17)
    pen.line([(x - 12, y + 12), (x - 26, y + 48), (x - 66, y + 62)], WHITE, 17)
    pen.line([(x + 4, y - 42), (x - 38, y - 30), (x - 48, y + 2)], WHITE, 13)
    pen.line([(x + 8, y - 42), (x + 40, y - 16), (x + 64, y - 32)], WHITE, 13)
