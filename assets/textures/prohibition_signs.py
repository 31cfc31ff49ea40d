"""Prohibition signs (禁止) of GB 2894."""

from __future__ import annotations

from assets.textures.pen import Pen
from assets.textures.pictograms import flame, open_hand, pressing_hand, reaching_hand, walker
from assets.textures.safety_boards import H, W, prohibition
from assets.textures.signs import sign


@sign("禁止烟火", W, H)
def no_open_flame(pen: Pen) -> None:
    with prohibition(pen, "禁止烟火") as on:
        on.line(0.13, (0.66, 0.58), (-0.18, 0.08))
        on.disc(-0.20, 0.06, 0.12)
        flame(on, -0.26, -0.32, 0.46)


@sign("禁止吸烟", W, H)
def no_smoking(pen: Pen) -> None:
    with prohibition(pen, "禁止吸烟") as on:
        on.rect(-0.78, 0.16, 0.42, 0.42)
        on.rect(0.48, 0.16, 0.60, 0.42)
        on.rect(0.66, 0.16, 0.78, 0.42)
        on.line(0.09, (0.54, 0.04), (0.54, -0.10), (0.42, -0.20), (0.22, -0.22), (0.10, -0.32), (0.10, -0.52))
        on.line(0.09, (0.74, 0.04), (0.74, -0.26), (0.62, -0.40), (0.40, -0.42), (0.30, -0.50), (0.30, -0.66))


@sign("禁止合闸", W, H)
def no_switching_on(pen: Pen) -> None:
    """A hand pushing a knife switch home."""
    with prohibition(pen, "禁止合闸") as on:
        on.rect(-0.10, 0.34, 0.74, 0.72, 0.05)
        on.line(0.15, (0.28, 0.40), (-0.06, -0.40))
        on.disc(-0.08, -0.46, 0.15)
        on.blob((-0.90, -0.30), (-0.52, -0.52), (-0.24, -0.62), (-0.02, -0.52), (-0.10, -0.30), (-0.28, -0.16),
                (-0.50, 0.06), (-0.82, 0.12))  # fmt: skip


@sign("禁止启动", W, H)
def no_starting(pen: Pen) -> None:
    """A finger on the start button of a machine."""
    with prohibition(pen, "禁止启动") as on:
        on.rect(-0.52, 0.36, 0.72, 0.74, 0.06)
        on.rect(-0.04, 0.18, 0.44, 0.36, 0.06)
        on.cut().shape((0.10, 0.44), (0.10, 0.66), (0.32, 0.55))
        pressing_hand(on, 0.20, 0.16, 0.78)


@sign("禁止入内", W, H)
def no_entering(pen: Pen) -> None:
    """A person stepping through a doorway."""
    with prohibition(pen, "禁止入内") as on:
        on.line(0.09, (0.06, 0.70), (0.06, -0.66), (0.62, -0.66), (0.62, 0.70))
        walker(on, -0.22, 0.02, 0.86)


@sign("禁止通行", W, H)
def no_thoroughfare(pen: Pen) -> None:
    with prohibition(pen, "禁止通行") as on:
        walker(on, 0.0, 0.0, 1.02)


@sign("禁止停留", W, H)
def no_waiting(pen: Pen) -> None:
    with prohibition(pen, "禁止停留") as on:
        on.disc(0, -0.66, 0.16)
        on.rect(-0.24, -0.46, 0.24, 0.14, 0.09)
        for side in (-1, 1):
            on.line(0.11, (side * 0.31, -0.36), (side * 0.34, 0.12))
            on.line(0.165, (side * 0.125, 0.10), (side * 0.13, 0.80))


@sign("禁止跨越", W, H)
def no_stepping_over(pen: Pen) -> None:
    """A person with one leg over a barrier."""
    with prohibition(pen, "禁止跨越") as on:
        on.rect(-0.74, 0.26, 0.74, 0.40, 0.03)
        for x in (-0.52, 0.52):
            on.rect(x - 0.07, 0.26, x + 0.07, 0.78, 0.02)
        on.person(
            (0.02, -0.70), (-0.02, -0.42), (-0.12, 0.04),
            [[(0.22, -0.22), (0.46, -0.34)], [(-0.26, -0.24), (-0.46, -0.06)]],
            [[(0.26, -0.02), (0.38, 0.40)], [(-0.24, 0.42), (-0.30, 0.84)]],
        )  # fmt: skip


@sign("禁止攀登", W, H)
def no_climbing(pen: Pen) -> None:
    """A person on the rungs of a mast."""
    with prohibition(pen, "禁止攀登") as on:
        for x in (0.20, 0.56):
            on.line(0.085, (x, -0.72), (x, 0.74))
        for k in range(6):
            on.line(0.06, (0.20, -0.60 + 0.25 * k), (0.56, -0.60 + 0.25 * k))
        on.person(
            (-0.14, -0.50), (-0.22, -0.24), (-0.26, 0.20),
            [[(-0.02, -0.34), (0.22, -0.60)], [(0.0, -0.06), (0.22, -0.10)]],
            [[(0.02, 0.22), (0.20, 0.42)], [(-0.18, 0.52), (0.18, 0.68)]],
        )  # fmt: skip


@sign("禁止触摸", W, H)
def no_touching(pen: Pen) -> None:
    """A hand on a face of a machine."""
    with prohibition(pen, "禁止触摸") as on:
        on.rect(0.44, -0.58, 0.64, 0.58, 0.03)
        reaching_hand(on, 0.40, 0.0, 0.78)


@sign("禁止伸入", W, H)
def no_reaching_in(pen: Pen) -> None:
    """A hand between two rollers that draw in."""
    with prohibition(pen, "禁止伸入") as on:
        for y in (-0.44, 0.44):
            on.disc(0.38, y, 0.36)
            on.cut().disc(0.38, y, 0.12)
        reaching_hand(on, 0.26, 0.0, 0.66)
        on.cut().arc(0.38, -0.44, 0.24, 150, 280, 0.05)
        on.cut().arc(0.38, 0.44, 0.24, 80, 210, 0.05)


@sign("禁止戴手套", W, H)
def no_gloves(pen: Pen) -> None:
    with prohibition(pen, "禁止戴手套") as on:
        open_hand(on, -0.06, 0.0, 0.80)


@sign("禁止堆放", W, H)
def no_stacking(pen: Pen) -> None:
    with prohibition(pen, "禁止堆放") as on:
        for x, y in ((-0.62, 0.14), (-0.20, 0.14), (0.22, 0.14), (-0.41, -0.26), (0.01, -0.26), (-0.20, -0.66)):
            on.rect(x, y, x + 0.38, y + 0.36, 0.02)
            on.cut().line(0.03, (x + 0.19, y + 0.02), (x + 0.19, y + 0.13))
        on.rect(-0.74, 0.56, 0.74, 0.64)


@sign("禁止抛物", W, H)
def no_throwing(pen: Pen) -> None:
    with prohibition(pen, "禁止抛物") as on:
        on.person(
            (-0.14, -0.66), (-0.18, -0.38), (-0.22, 0.10),
            [[(0.10, -0.50), (0.30, -0.70)], [(-0.42, -0.16), (-0.46, 0.12)]],
            [[(-0.12, 0.46), (-0.02, 0.82)], [(-0.36, 0.46), (-0.46, 0.80)]],
        )  # fmt: skip
        on.shape((0.46, -0.34), (0.70, -0.24), (0.62, 0.0), (0.38, -0.10))
        for x, y in ((0.30, -0.30), (0.22, -0.20)):
            on.line(0.035, (x, y), (x + 0.06, y + 0.16))


@sign("禁止乘人", W, H)
def no_riding(pen: Pen) -> None:
    """A person on a platform that hangs from a hook."""
    with prohibition(pen, "禁止乘人") as on:
        on.line(0.07, (0.0, -0.86), (0.0, -0.66))
        on.line(0.055, (-0.52, 0.50), (0.0, -0.66), (0.52, 0.50))
        on.rect(-0.62, 0.50, 0.62, 0.64, 0.02)
        on.person((0.0, -0.32), (0.0, -0.10), (0.0, 0.18), [[(-0.24, 0.02)], [(0.24, 0.02)]],
                  [[(-0.08, 0.46)], [(0.08, 0.46)]], size=0.85)  # fmt: skip


@sign("禁止饮用", W, H)
def no_drinking(pen: Pen) -> None:
    """A tap over a glass."""
    with prohibition(pen, "禁止饮用") as on:
        on.rect(-0.80, -0.44, 0.10, -0.24)
        on.rect(-0.10, -0.44, 0.12, -0.10, 0.04)
        on.rect(-0.42, -0.62, -0.32, -0.40)
        on.rect(-0.60, -0.70, -0.14, -0.60, 0.04)
        on.blob((0.01, -0.04), (0.08, 0.10), (0.01, 0.17), (-0.06, 0.10))
        on.shape((-0.28, 0.12), (0.30, 0.12), (0.22, 0.74), (-0.20, 0.74))
        on.cut().shape((-0.20, 0.18), (0.22, 0.18), (0.20, 0.34), (-0.18, 0.34))


@sign("禁止用水灭火", W, H)
def no_water_on_fire(pen: Pen) -> None:
    """A bucket poured over a fire."""
    with prohibition(pen, "禁止用水灭火") as on:
        on.shape((-0.74, -0.30), (-0.30, -0.62), (-0.02, -0.40), (-0.44, 0.10))
        on.arc(-0.40, -0.50, 0.28, 180, 330, 0.045)
        for k in range(3):
            on.line(0.06, (0.02 + 0.10 * k, -0.36 + 0.06 * k), (0.14 + 0.10 * k, -0.18 + 0.05 * k))
        on.line(0.08, (-0.06, -0.30), (0.08, -0.22), (0.16, -0.02))
        flame(on, 0.24, 0.40, 0.42)
        on.rect(-0.20, 0.78, 0.50, 0.84)


@sign("禁止放置易燃物", W, H)
def no_flammables(pen: Pen) -> None:
    """A can and a parcel, and what they do."""
    with prohibition(pen, "禁止放置易燃物") as on:
        on.rect(-0.70, 0.10, -0.12, 0.66, 0.05)
        on.rect(-0.62, -0.02, -0.44, 0.12, 0.02)
        on.arc(-0.32, 0.08, 0.13, 180, 360, 0.05)
        flame(on, 0.34, -0.10, 0.50)
        on.rect(0.04, 0.44, 0.66, 0.66, 0.02)
        on.cut().line(0.04, (0.35, 0.46), (0.35, 0.64))
        on.rect(-0.80, 0.70, 0.78, 0.78)
