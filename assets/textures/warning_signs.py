"""Warning signs (当心) of GB 2894: substances, fire, electricity, machines, heat, vehicles."""

from __future__ import annotations

from assets.textures.pen import Pen
from assets.textures.pictograms import bolt, burst, flame, forklift, gear, reaching_hand, rising_heat
from assets.textures.safety_boards import H, W, warning
from assets.textures.signs import sign
from assets.textures.stencil import Stencil


@sign("注意安全", W, H)
def attention(pen: Pen) -> None:
    on = warning(pen, "注意安全")
    on.shape((-0.17, -0.86), (0.17, -0.86), (0.10, 0.34), (-0.10, 0.34), radius=0.04)
    on.disc(0, 0.64, 0.16)


@sign("当心火灾", W, H)
def fire(pen: Pen) -> None:
    on = warning(pen, "当心火灾")
    flame(on, 0, -0.06, 0.84)
    on.rect(-0.62, 0.76, 0.62, 0.84)


@sign("当心爆炸", W, H)
def explosion(pen: Pen) -> None:
    on = warning(pen, "当心爆炸")
    burst(on, 0.0, 0.16, 0.74, 9, inner=0.46)
    on.cut().disc(0.0, 0.16, 0.24)
    on.disc(0.0, 0.16, 0.15)
    for x, y, turn in (
        (-0.72, -0.02, 1),
        (0.74, 0.0, -1),
        (-0.90, 0.62, 1),
        (0.92, 0.60, -1),
        (0.04, -0.74, 1),
        (-0.38, -0.50, -1),
    ):
        on.shape((x, y - 0.10), (x + 0.10, y + 0.02 * turn), (x - 0.02 * turn, y + 0.10), (x - 0.09, y))


@sign("当心腐蚀", W, H)
def corrosion(pen: Pen) -> None:
    """Drops that eat into a plate and into a hand."""
    on = warning(pen, "当心腐蚀")
    for x in (-0.40, 0.40):
        on.line(0.15, (x - 0.02, -0.52), (x + 0.06 * (x < 0) - 0.06 * (x > 0), -0.12))
        on.blob((x, 0.02), (x + 0.065, 0.14), (x, 0.21), (x - 0.065, 0.14))
    on.shape(
        (-1.02, 0.36),
        (-0.56, 0.36),
        (-0.46, 0.48),
        (-0.34, 0.46),
        (-0.26, 0.36),
        (-0.06, 0.36),
        (-0.06, 0.60),
        (-1.02, 0.60),
    )
    on.line(0.05, (-0.40, 0.24), (-0.46, 0.34))
    on.line(0.05, (-0.36, 0.24), (-0.30, 0.34))
    on.blob((0.12, 0.50), (0.26, 0.38), (0.34, 0.46), (0.42, 0.47), (0.50, 0.37), (0.74, 0.36), (0.92, 0.44),
        (0.92, 0.66),
            (0.60, 0.72), (0.22, 0.66))  # fmt: skip
    on.line(0.09, (0.16, 0.56), (0.06, 0.68))
    on.shape((0.90, 0.40), (1.14, 0.36), (1.14, 0.74), (0.90, 0.70))


@sign("当心中毒", W, H)
def poison(pen: Pen) -> None:
    on = warning(pen, "当心中毒")
    for side in (-1, 1):
        on.line(0.13, (side * 0.62, 0.40), (-side * 0.62, 0.80))
        for y in (0.34, 0.86):
            on.disc(side * 0.66, y + (0.02 if y < 0.5 else -0.04), 0.10)
            on.disc(side * 0.58, y + (-0.04 if y < 0.5 else 0.03), 0.09)
    cut = on.cut()
    cut.blob((0, -0.66), (-0.52, -0.36), (-0.50, 0.06), (-0.28, 0.48), (0.28, 0.48), (0.50, 0.06), (0.52, -0.36))
    on.blob(
        (0, -0.60),
        (-0.36, -0.48),
        (-0.46, -0.16),
        (-0.38, 0.06),
        (-0.24, 0.12),
        (0.24, 0.12),
        (0.38, 0.06),
        (0.46, -0.16),
        (0.36, -0.48),
    )
    on.rect(-0.23, 0.06, 0.23, 0.42, 0.06)
    for side in (-1, 1):
        cut.disc(side * 0.19, -0.14, 0.125)
        cut.line(0.03, (side * 0.075, 0.26), (side * 0.075, 0.44))
    cut.shape((0, -0.02), (0.06, 0.10), (-0.06, 0.10))
    cut.line(0.03, (-0.22, 0.24), (0.22, 0.24))


@sign("当心触电", W, H)
def electricity(pen: Pen) -> None:
    bolt(warning(pen, "当心触电"), 0, -0.02, 0.98)


@sign("当心电缆", W, H)
def cable(pen: Pen) -> None:
    """A cable in the ground under a flash."""
    on = warning(pen, "当心电缆")
    bolt(on, 0.0, -0.34, 0.62)
    on.line(0.15, (-0.98, 0.60), (-0.62, 0.60), (-0.36, 0.40), (0.36, 0.40), (0.62, 0.60), (0.98, 0.60))
    on.line(0.055, (-1.14, 0.82), (1.14, 0.82))
    for x in (-1.0, -0.66, -0.32, 0.02, 0.36, 0.70, 1.0):
        on.line(0.04, (x, 0.82), (x - 0.10, 0.93))


@sign("当心机械伤人", W, H)
def machinery(pen: Pen) -> None:
    """Fingers at a pair of running gears."""
    on = warning(pen, "当心机械伤人")
    gear(on, 0.20, -0.30, 0.46, 10)
    gear(on, 0.56, 0.46, 0.46, 10)
    on.cut().disc(-0.06, 0.34, 0.17)
    reaching_hand(on, 0.06, 0.36, 0.62)


@sign("当心夹手", W, H)
def pinched_hand(pen: Pen) -> None:
    """A hand between two jaws that close."""
    on = warning(pen, "当心夹手")
    on.rect(-0.34, 0.52, 0.96, 0.74, 0.03)
    on.shape((0.02, -0.44), (0.62, -0.44), (0.62, -0.02), (0.02, -0.02), radius=0.02)
    on.arrow(0.10, (0.32, -0.86), (0.32, -0.50))
    reaching_hand(on, 0.48, 0.24, 0.72)


@sign("当心挤压", W, H)
def crushing(pen: Pen) -> None:
    """A person between two walls that come together."""
    on = warning(pen, "当心挤压")
    for side in (-1, 1):
        on.rect(min(side * 0.44, side * 0.62), -0.10, max(side * 0.44, side * 0.62), 0.86)
        on.arrow(0.10, (side * 1.10, 0.56), (side * 0.66, 0.56))
    on.person((0.0, -0.30), (0.0, -0.04), (0.0, 0.36), [[(-0.27, 0.06), (-0.34, -0.22)], [(0.27, 0.06), (0.34, -0.22)]],
              [[(-0.10, 0.82)], [(0.10, 0.82)]], size=0.86)  # fmt: skip


@sign("当心烫伤", W, H)
def scalding(pen: Pen) -> None:
    """A hand over something hot."""
    on = warning(pen, "当心烫伤")
    on.rect(-0.86, 0.70, 0.98, 0.86, 0.03)
    for x in (-0.36, 0.02, 0.40):
        rising_heat(on, x, 0.60, 0.20, 0.075)
    reaching_hand(on, 0.56, -0.06, 0.74)


@sign("当心高温表面", W, H)
def hot_surface(pen: Pen) -> None:
    on = warning(pen, "当心高温表面")
    for x in (-0.44, 0.0, 0.44):
        rising_heat(on, x, 0.48, -0.36 if x else -0.56, 0.105)
    on.rect(-0.96, 0.62, 0.96, 0.80)


@sign("当心叉车", W, H)
def fork_lift(pen: Pen) -> None:
    forklift(warning(pen, "当心叉车"), 0.0, 0.20, 0.84)


@sign("当心车辆", W, H)
def vehicles(pen: Pen) -> None:
    """A car from the front."""
    on = warning(pen, "当心车辆")
    on.shape((-0.46, -0.34), (0.46, -0.34), (0.64, 0.14), (-0.64, 0.14), radius=0.05)
    on.rect(-0.80, 0.10, 0.80, 0.62, 0.10)
    for side in (-1, 1):
        on.rect(side * 0.60 - 0.14, 0.50, side * 0.60 + 0.14, 0.86, 0.05)
        on.rect(side * 0.82 - 0.10, -0.06, side * 0.82 + 0.10, 0.06, 0.04)
    cut = on.cut()
    cut.shape((-0.38, -0.24), (0.38, -0.24), (0.50, 0.10), (-0.50, 0.10))
    for side in (-1, 1):
        cut.disc(side * 0.56, 0.32, 0.11)
    cut.rect(-0.28, 0.36, 0.28, 0.44)


@sign("噪声有害", W, H)
def noise(pen: Pen) -> None:
    """GBZ 158: an ear and the sound that strikes it."""
    on = warning(pen, "噪声有害")
    _ear(on.part(0.30, 0.14, 0.80))
    for k in range(3):
        on.arc(0.10, 0.16, 0.40 + 0.20 * k, 150 - 4 * k, 210 + 4 * k, 0.085)


def _ear(on: Stencil) -> None:
    on.blob((-0.36, -0.30), (-0.10, -0.74), (0.30, -0.72), (0.52, -0.34), (0.44, 0.06), (0.22, 0.30),
        (0.16, 0.60), (-0.06, 0.80),
            (-0.28, 0.66), (-0.22, 0.36), (-0.30, 0.06))  # fmt: skip
    cut = on.cut()
    cut.arc(0.08, -0.28, 0.26, 190, 400, 0.10)
    cut.line(0.10, (0.26, -0.10), (0.06, 0.14), (0.04, 0.40))
    cut.disc(-0.06, 0.06, 0.09)


@sign("注意防尘", W, H)
def dust(pen: Pen) -> None:
    """GBZ 158: a head in falling dust."""
    on = warning(pen, "注意防尘")
    on.blob((0.0, -0.22), (-0.24, -0.10), (-0.28, 0.18), (-0.14, 0.44), (0.14, 0.44), (0.28, 0.18), (0.24, -0.10))
    on.shape((-0.74, 0.86), (-0.58, 0.64), (-0.16, 0.52), (0.16, 0.52), (0.58, 0.64), (0.74, 0.86), radius=0.03)
    specks = ((0.0, -0.92), (-0.12, -0.66), (0.13, -0.62), (-0.28, -0.40), (0.30, -0.36), (0.02, -0.40), (-0.46, -0.10),
              (0.48, -0.08), (-0.52, 0.26), (0.54, 0.24), (-0.74, 0.34), (0.76, 0.36), (-0.78, 0.62),
              (0.84, 0.64))  # fmt: skip
    for k, (x, y) in enumerate(specks):
        on.disc(x, y, 0.05 + 0.02 * (k % 3))
