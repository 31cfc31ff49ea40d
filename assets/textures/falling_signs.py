"""Warning signs of falling and being buried, of water, gas and roof (GB 2894; mines GB/T 14161)."""

from __future__ import annotations

from assets.textures.pen import Pen
from assets.textures.pictograms import burst, flame, waves
from assets.textures.safety_boards import H, W, warning
from assets.textures.signs import sign


@sign("当心坠落", W, H)
def falling(pen: Pen) -> None:
    """A person head first over an edge."""
    on = warning(pen, "当心坠落")
    on.shape((-1.18, 0.90), (-0.98, 0.30), (-0.34, 0.30), (-0.34, 0.90))
    on.person(
        (0.44, 0.42), (0.36, 0.20), (0.14, -0.16),
        [[(0.56, 0.04), (0.74, 0.16)], [(0.16, 0.34), (0.16, 0.58)]],
        [[(0.16, -0.50), (0.02, -0.80)], [(-0.16, -0.22), (-0.40, -0.06)]], size=0.92,
    )  # fmt: skip


@sign("当心滑倒", W, H)
def slipping(pen: Pen) -> None:
    on = warning(pen, "当心滑倒")
    on.person(
        (-0.44, -0.14), (-0.30, 0.08), (-0.04, 0.42),
        [[(-0.58, 0.22), (-0.66, 0.52)], [(-0.06, -0.10), (0.16, -0.24)]],
        [[(0.34, 0.36), (0.62, 0.06)], [(0.30, 0.58), (0.64, 0.52)]], size=0.94,
    )  # fmt: skip
    on.line(0.07, (-1.02, 0.82), (1.02, 0.82))
    for x in (0.20, 0.46):
        on.line(0.05, (x, 0.70), (x + 0.20, 0.70))


@sign("当心落水", W, H)
def into_water(pen: Pen) -> None:
    on = warning(pen, "当心落水")
    on.shape((-1.10, 0.58), (-0.92, 0.06), (-0.46, 0.06), (-0.46, 0.58))
    on.person(
        (0.30, -0.24), (0.22, -0.02), (0.02, 0.22),
        [[(0.44, -0.02), (0.62, -0.24)], [(0.0, -0.12), (-0.04, -0.40)]],
        [[(0.20, 0.44)], [(-0.22, 0.08), (-0.36, -0.14)]], size=0.84,
    )  # fmt: skip
    waves(on, 0.62, -0.62, 1.0, 4, 0.08)
    waves(on, 0.84, -1.12, 1.12, 5, 0.08)


@sign("当心落物", W, H)
def falling_objects(pen: Pen) -> None:
    on = warning(pen, "当心落物")
    on.person((0.06, 0.16), (0.06, 0.42), (0.06, 0.66), [[(-0.30, 0.40), (-0.20, 0.08)], [(0.42, 0.40), (0.32, 0.08)]],
              [], size=1.1)  # fmt: skip
    on.shape((-0.14, 0.50), (0.26, 0.50), (0.36, 0.86), (-0.24, 0.86), radius=0.03)
    for x, y, lean in ((0.02, -0.84, 0.06), (-0.16, -0.42, -0.05), (0.26, -0.36, 0.08), (-0.44, -0.06, 0.07)):
        on.shape((x - 0.13, y - 0.08), (x + 0.13, y - 0.08 + lean), (x + 0.12, y + 0.09), (x - 0.14, y + 0.09 - lean))
        on.line(0.035, (x - 0.05, y - 0.18), (x - 0.05, y - 0.30))
        on.line(0.035, (x + 0.05, y - 0.16), (x + 0.05, y - 0.25))


@sign("当心吊物", W, H)
def suspended_load(pen: Pen) -> None:
    on = warning(pen, "当心吊物")
    on.line(0.10, (0, -1.16), (0, -0.66))
    on.ring(0, -0.52, 0.17, 0.09)
    on.line(0.085, (-0.56, 0.12), (0, -0.40), (0.56, 0.12))
    on.rect(-0.78, 0.12, 0.78, 0.78, 0.04)


@sign("当心坑洞", W, H)
def pit(pen: Pen) -> None:
    on = warning(pen, "当心坑洞")
    on.shape((-1.20, 0.88), (-1.04, 0.46), (-0.10, 0.46), (-0.10, 0.88))
    on.shape((0.62, 0.88), (0.62, 0.46), (1.04, 0.46), (1.20, 0.88))
    on.person(
        (0.16, -0.52), (0.06, -0.26), (-0.12, 0.12),
        [[(0.34, -0.12), (0.52, -0.22)], [(-0.30, -0.18), (-0.44, 0.02)]],
        [[(0.26, 0.24), (0.24, 0.66)], [(-0.24, 0.28), (-0.44, 0.40)]],
    )  # fmt: skip


@sign("当心塌方", W, H)
def landslide(pen: Pen) -> None:
    """Lumps of earth coming down a bank on a person."""
    on = warning(pen, "当心塌方")
    on.shape((1.16, 0.90), (0.30, 0.90), (0.36, 0.40), (0.20, -0.10), (0.34, -0.46), (0.56, -0.20))
    for x, y, size in (
        (0.06, -0.44, 0.12),
        (-0.08, -0.10, 0.14),
        (0.12, 0.24, 0.12),
        (-0.26, 0.24, 0.10),
        (0.06, 0.62, 0.14),
    ):
        on.shape((x - size, y), (x - 0.3 * size, y - 0.9 * size), (x + size, y - 0.4 * size),
        (x + 0.8 * size, y + 0.8 * size),
                 (x - 0.5 * size, y + 0.8 * size))  # fmt: skip
    on.person((-0.62, 0.28), (-0.60, 0.50), (-0.44, 0.72), [[(-0.80, 0.62), (-0.92, 0.84)], [(-0.38, 0.36),
        (-0.34, 0.14)]],
              [[(-0.20, 0.84)], [(-0.30, 0.84)]], size=0.84)  # fmt: skip


@sign("当心冒顶", W, H)
def roof_fall(pen: Pen) -> None:
    """Rock breaking out of the roof between two props."""
    on = warning(pen, "当心冒顶")
    on.shape((-0.34, -0.66), (0.34, -0.66), (0.78, 0.02), (0.40, -0.12), (0.20, 0.02), (-0.04, -0.16),
        (-0.26, 0.0), (-0.46, -0.14),
             (-0.78, 0.02))  # fmt: skip
    for x in (-0.84, 0.84):
        on.line(0.11, (x, 0.10), (x, 0.86))
    for x, y, size in ((-0.28, 0.20, 0.11), (0.12, 0.18, 0.09), (0.36, 0.30, 0.12), (-0.46, 0.48, 0.09)):
        on.shape(
            (x - size, y),
            (x, y - size),
            (x + size, y - 0.2 * size),
            (x + 0.5 * size, y + size),
            (x - 0.6 * size, y + 0.8 * size),
        )
    on.person((0.02, 0.44), (0.0, 0.62), (-0.14, 0.78), [[(-0.24, 0.52), (-0.12, 0.34)], [(0.24, 0.58), (0.20, 0.36)]],
              [[(0.12, 0.84)]], size=0.74)  # fmt: skip


@sign("当心瓦斯", W, H)
def firedamp(pen: Pen) -> None:
    """Methane: its formula in a burst over a flame."""
    on = warning(pen, "当心瓦斯")
    burst(on, 0.0, 0.24, 0.92, 10, inner=0.68)
    on.cut().words(-0.02, 0.28, "CH", 0.50)
    on.cut().words(0.36, 0.40, "4", 0.28)
    flame(on, 0.0, -0.80, 0.26, core=False)


@sign("当心透水", W, H)
def water_inrush(pen: Pen) -> None:
    """Water bursting out of the rock on a person."""
    on = warning(pen, "当心透水")
    on.shape((-1.02, 0.60), (-0.60, -0.22), (-0.44, -0.06), (-0.52, 0.14), (-0.34, 0.30), (-0.46, 0.60))
    for y, reach, drop in ((-0.02, 0.30, 0.34), (0.16, 0.10, 0.30), (0.34, 0.0, 0.16)):
        on.line(0.075, (-0.40, y), (-0.16 + 0.3 * reach, y + 0.02), (0.06 + reach, y + drop))
    on.person((0.60, -0.02), (0.56, 0.22), (0.52, 0.52), [[(0.34, 0.20), (0.30, -0.04)], [(0.80, 0.30), (0.90, 0.52)]],
              [], size=0.9)  # fmt: skip
    waves(on, 0.66, -1.06, 1.06, 5, 0.09)
    waves(on, 0.88, -1.16, 1.16, 5, 0.09)
