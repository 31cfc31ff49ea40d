"""Mandatory signs (必须) of GB 2894."""

from __future__ import annotations

from assets.textures.pen import Pen
from assets.textures.pictograms import open_hand, padlock
from assets.textures.safety_boards import H, W, mandatory
from assets.textures.signs import sign
from assets.textures.stencil import Stencil


def _bust(on: Stencil) -> None:
    """Head, neck and shoulders from the front."""
    on.rect(-0.15, 0.30, 0.15, 0.62)
    on.blob(
        (0, -0.66), (-0.32, -0.52), (-0.41, -0.10), (-0.32, 0.30), (0, 0.52), (0.32, 0.30), (0.41, -0.10), (0.32, -0.52)
    )
    on.shape((-0.60, 0.74), (-0.46, 0.60), (-0.18, 0.51), (0.18, 0.51), (0.46, 0.60), (0.60, 0.74), radius=0.025)


@sign("必须戴安全帽", W, H)
def helmet(pen: Pen) -> None:
    on = mandatory(pen, "必须戴安全帽")
    _bust(on)
    on.cut().rect(-0.60, -0.30, 0.60, -0.15)
    on.cut().wedge(0, -0.20, 0.60, 180, 360)
    on.wedge(0, -0.24, 0.54, 180, 360)
    on.rect(-0.66, -0.29, 0.66, -0.19, 0.05)
    on.rect(-0.065, -0.82, 0.065, -0.26, 0.05)
    on.cut().line(0.025, (-0.22, -0.68), (-0.26, -0.30))
    on.cut().line(0.025, (0.22, -0.68), (0.26, -0.30))
    on.cut().line(0.04, (-0.37, -0.06), (-0.24, 0.40), (0.0, 0.52), (0.24, 0.40), (0.37, -0.06))


@sign("必须系安全带", W, H)
def harness(pen: Pen) -> None:
    on = mandatory(pen, "必须系安全带")
    on.disc(0, -0.62, 0.17)
    on.rect(-0.29, -0.40, 0.29, 0.26, 0.10)
    for side in (-1, 1):
        on.line(0.12, (side * 0.38, -0.30), (side * 0.45, 0.22))
        on.line(0.18, (side * 0.14, 0.26), (side * 0.17, 0.80))
        on.cut().line(0.05, (side * 0.25, -0.40), (-side * 0.20, 0.18))
        on.cut().arc(side * 0.16, 0.36, 0.11, 20, 160, 0.045)
    on.cut().line(0.06, (-0.29, 0.17), (0.29, 0.17))
    on.line(0.045, (0.30, 0.10), (0.62, -0.06), (0.66, -0.62))
    on.ring(0.66, -0.68, 0.09, 0.04)


@sign("必须戴防护眼镜", W, H)
def goggles(pen: Pen) -> None:
    on = mandatory(pen, "必须戴防护眼镜")
    _bust(on)
    on.cut().line(0.09, (-0.44, -0.16), (0.44, -0.16))
    for side in (-1, 1):
        on.cut().blob((side * 0.04, -0.22), (side * 0.18, -0.30), (side * 0.36, -0.24), (side * 0.36, -0.06),
        (side * 0.20, 0.02),
                      (side * 0.07, -0.05))  # fmt: skip
        on.line(0.035, (side * 0.14, -0.10), (side * 0.25, -0.20))


@sign("必须戴防尘口罩", W, H)
def dust_mask(pen: Pen) -> None:
    on = mandatory(pen, "必须戴防尘口罩")
    _bust(on)
    cut = on.cut()
    for side in (-1, 1):
        cut.line(0.05, (side * 0.40, -0.20), (side * 0.22, 0.02))
        cut.line(0.05, (side * 0.36, 0.26), (side * 0.24, 0.22))
        cut.disc(side * 0.16, -0.20, 0.045)
    cut.blob(
        (0, -0.10), (-0.22, -0.02), (-0.29, 0.16), (-0.18, 0.36), (0, 0.42), (0.18, 0.36), (0.29, 0.16), (0.22, -0.02)
    )
    on.blob(
        (0, -0.04), (-0.17, 0.02), (-0.23, 0.16), (-0.14, 0.31), (0, 0.36), (0.14, 0.31), (0.23, 0.16), (0.17, 0.02)
    )
    cut.ring(0, 0.17, 0.10, 0.035)


@sign("必须戴防毒面具", W, H)
def gas_mask(pen: Pen) -> None:
    on = mandatory(pen, "必须戴防毒面具")
    _bust(on)
    cut = on.cut()
    cut.line(0.05, (-0.42, -0.26), (-0.30, -0.34), (0.30, -0.34), (0.42, -0.26))
    for side in (-1, 1):
        cut.disc(side * 0.18, -0.12, 0.155)
        on.disc(side * 0.18, -0.12, 0.105)
        cut.line(0.05, (side * 0.40, 0.10), (side * 0.24, 0.16))
    cut.disc(0, 0.24, 0.20)
    on.disc(0, 0.24, 0.15)
    for k in range(3):
        cut.line(0.03, (-0.08, 0.17 + 0.07 * k), (0.08, 0.17 + 0.07 * k))
    cut.rect(0.16, 0.30, 0.40, 0.56, 0.05)
    on.rect(0.20, 0.34, 0.36, 0.52, 0.03)


@sign("必须戴护耳器", W, H)
def ear_muffs(pen: Pen) -> None:
    on = mandatory(pen, "必须戴护耳器")
    _bust(on)
    on.cut().arc(0, -0.16, 0.52, 190, 350, 0.22)
    on.arc(0, -0.16, 0.54, 185, 355, 0.085)
    for side in (-1, 1):
        on.cut().rect(side * 0.49 - 0.19, -0.36, side * 0.49 + 0.19, 0.22, 0.16)
        on.rect(side * 0.50 - 0.14, -0.31, side * 0.50 + 0.14, 0.17, 0.13)


@sign("必须戴防护手套", W, H)
def gloves(pen: Pen) -> None:
    open_hand(mandatory(pen, "必须戴防护手套"), -0.06, -0.02, 0.74)


@sign("必须穿防护服", W, H)
def protective_suit(pen: Pen) -> None:
    """A suit with a hood, its zip and belt."""
    on = mandatory(pen, "必须穿防护服")
    on.blob((0, -0.86), (-0.21, -0.76), (-0.24, -0.52), (-0.12, -0.36), (0.12, -0.36), (0.24, -0.52), (0.21, -0.76))
    on.cut().disc(0, -0.60, 0.125, 1.15)
    on.shape((-0.16, -0.38), (0.16, -0.38), (0.34, -0.28), (0.28, 0.30), (0.30, 0.84), (0.05, 0.84), (0, 0.36),
             (-0.05, 0.84), (-0.30, 0.84), (-0.28, 0.30), (-0.34, -0.28), radius=0.025)  # fmt: skip
    for side in (-1, 1):
        on.line(0.155, (side * 0.36, -0.24), (side * 0.54, 0.26))
        on.cut().line(0.03, (side * 0.48, 0.20), (side * 0.60, 0.15))
    on.cut().line(0.03, (0, -0.36), (0, 0.30))
    on.cut().line(0.03, (-0.27, 0.10), (0.27, 0.10))


@sign("必须穿救生衣", W, H)
def life_jacket(pen: Pen) -> None:
    on = mandatory(pen, "必须穿救生衣")
    on.disc(0, -0.62, 0.20)
    for side in (-1, 1):
        on.line(0.14, (side * 0.46, -0.16), (side * 0.60, 0.34))
        on.shape(
            (side * 0.05, -0.34),
            (side * 0.30, -0.36),
            (side * 0.38, -0.10),
            (side * 0.38, 0.62),
            (side * 0.05, 0.62),
            radius=0.03,
        )
        on.cut().shape((side * 0.12, -0.02), (side * 0.30, -0.02), (side * 0.30, 0.16), (side * 0.12, 0.16))
    on.cut().rect(-0.44, 0.26, 0.44, 0.36)
    on.rect(-0.41, 0.285, 0.41, 0.335)
    on.rect(-0.09, 0.25, 0.09, 0.37, 0.02)
    on.line(0.05, (0.0, -0.34), (-0.10, -0.42))
    on.line(0.05, (0.0, -0.34), (0.10, -0.42))


@sign("必须加锁", W, H)
def lock(pen: Pen) -> None:
    padlock(mandatory(pen, "必须加锁"), 0, -0.02, 0.76)


@sign("必须接地", W, H)
def earthing(pen: Pen) -> None:
    on = mandatory(pen, "必须接地")
    on.line(0.12, (0, -0.68), (0, 0.10))
    for half, y in ((0.56, 0.12), (0.36, 0.36), (0.16, 0.60)):
        on.line(0.12, (-half, y), (half, y))
