"""Barriers beside the fence panel: warning tape, the quarry's road bar, a chain with its hook, a lane railing."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh, Model, joined
from assets.modelling import Assembly, box, cloth, lathe, rod, sagging, torus, tube
from assets.modelling.materials import (
    BLACK_PLASTIC,
    CONCRETE,
    DARK_STEEL,
    RED_PAINT,
    RUBBER,
    SAFETY_YELLOW,
    STEEL,
    WHITE_PAINT,
    Material,
)

FLAG = Material((0.72, 0.03, 0.03), "fabric", 0.85, 0.0, 0.5, scale=6.0)
TAPE_RED = Material((0.74, 0.04, 0.035), "paint", 0.35)
TAPE_WHITE = Material((0.84, 0.84, 0.82), "paint", 0.35)


def barrier(variant: str, state: str) -> Model:
    """Variants ``tape``, ``road_bar``, ``chain``, ``railing``; states closed, open, fallen."""
    parts = Assembly()
    {"tape": _tape, "road_bar": _road_bar, "chain": _chain, "railing": _railing}[variant](parts, state)
    return parts.model()


def _post(x: float, y: float = 0.0) -> Mesh:
    """A striped post on a rubber foot, 1.05 m high."""
    pieces = [
        rod((x, y, 0.04 + 0.2 * k), (x, y, 0.24 + 0.2 * k), 0.022, RED_PAINT if k % 2 else WHITE_PAINT, sides=8)
        for k in range(5)
    ]
    foot = lathe([(0, 0), (0.19, 0), (0.18, 0.03), (0.05, 0.07), (0, 0.07)], RUBBER, sides=16).placed(x, y)
    cap = lathe([(0.03, 1.03), (0.03, 1.06), (0, 1.08)], BLACK_PLASTIC, sides=10).placed(x, y)
    return joined([*pieces, foot, cap])


def _band(line: np.ndarray, width: float = 0.075) -> list[Mesh]:
    """Red and white tape along points (n, 3), standing on edge and a little twisted."""
    twist = 0.25 * np.sin(np.linspace(0, 7, len(line)))
    across = np.stack([np.zeros(len(line)), np.sin(twist), np.cos(twist)], -1) * width / 2
    pieces = []
    for k in range(0, len(line) - 1, 2):
        part = slice(k, min(k + 3, len(line)))
        grid = np.stack([line[part] - across[part], line[part] + across[part]])
        pieces.append(cloth(grid[:, ::-1], TAPE_RED if k // 2 % 2 else TAPE_WHITE, two_sided=True))
    return pieces


def _tape(parts: Assembly, state: str) -> None:
    """Two posts and two bands of tape; ``open`` untied at the right, ``fallen`` trodden down."""
    if state == "fallen":
        parts.add(_post(-1.0), _post(0).placed(z=-0.04, p=84).placed(1.0, -0.1, 0.05))
        line = np.array(
            [(-1 + 2 * t, 0.15 * np.sin(7 * t), 0.9 * max(0.0, 1 - 3 * t) ** 2 + 0.03) for t in np.linspace(0, 1, 19)]
        )
        parts.add(*_band(line))
        return
    parts.add(_post(-1.0), _post(1.0))
    for z in (0.95, 0.55):
        if state == "open":
            line = np.array([(-1 + 0.5 * t, 0.25 * t, z - 0.95 * z * t**1.5 + 0.02) for t in np.linspace(0, 1, 13)])
        else:
            line = sagging((-1, 0, z), (1, 0, z), 0.05, 21)
        parts.add(*_band(line))


def _road_bar(parts: Assembly, state: str) -> None:
    """A guard post of a quarry: counterweighted bar 5 m long over the road at +x, flag, board, the guard's stool.

    ``closed`` the bar is down and the flag stands; ``open`` it points up and the flag lies on the ground.
    """
    parts.add(
        box(0.5, 0.5, 0.2, CONCRETE, bevel=0.03).placed(-1.0),
        box(0.16, 0.16, 1.05, SAFETY_YELLOW, bevel=0.015).placed(-1.0, 0, 0.2),
    )
    bar = Assembly()
    for k in range(10):
        bar.add(
            rod(
                (0.5 * k, 0, 0),
                (0.5 * k + 0.5, 0, 0),
                0.04 - 0.0015 * k,
                RED_PAINT if k % 2 else WHITE_PAINT,
                sides=10,
                caps=k == 9,
            )
        )
    bar.add(
        rod((-0.9, 0, 0), (0, 0, 0), 0.045, DARK_STEEL, sides=10),
        box(0.35, 0.22, 0.28, CONCRETE, bevel=0.03, centred=True).placed(-0.85),
    )
    bar.add(lathe([(0, -0.14), (0.06, -0.14), (0.06, 0.14), (0, 0.14)], DARK_STEEL, sides=12).placed(p=90))
    parts.include(bar, -1.0, 0.0, 1.15, r=-74 if state == "open" else 0)
    if state != "open":
        parts.add(
            rod((4.0, 0, 0), (4.0, 0, 1.1), 0.035, SAFETY_YELLOW, sides=8),
            box(0.1, 0.12, 0.04, SAFETY_YELLOW, bevel=0.01).placed(4.0, 0, 1.08),
        )
    flag = _flag()
    if state == "closed":
        parts.add(flag.placed(-1.5, 0.2, 0.0))
    else:
        parts.add(flag.placed(p=88).placed(-1.3, 0.9, 0.05, h=25))
    parts.add(box(0.30, 0.30, 0.03, Material((0.45, 0.33, 0.2), "wood", 0.8), bevel=0.006).placed(-1.9, -0.5, 0.42))
    parts.add(
        *(
            rod((-1.9 + dx, -0.5 + dy, 0), (-1.9 + dx * 0.8, -0.5 + dy * 0.8, 0.42), 0.015, DARK_STEEL, sides=6)
            for dx in (-0.13, 0.13)
            for dy in (-0.13, 0.13)
        )
    )
    parts.sign("guard_post", 0.7, 0.42, -1.0, 0.30, 0.55)
    parts.sign("guard_post", 0.7, 0.42, -1.0, -0.30, 0.55, turn=180)
    parts.add(*(box(0.72, 0.012, 0.44, WHITE_PAINT, bevel=0.003).placed(-1.0, y, 0.54) for y in (-0.292, 0.292)))


def _flag() -> Mesh:
    """A red flag on its stick, 1.8 m, hanging in folds."""
    u, v = np.meshgrid(np.linspace(0, 1, 9), np.linspace(0, 1, 7))
    x = 0.02 + 0.60 * u
    y = 0.07 * np.sin(u * 8 + v * 2) * u
    z = 1.78 - 0.45 * v - 0.22 * u**1.5
    sheet = cloth(np.stack([x, y, z], -1)[::-1], FLAG, two_sided=True)
    return joined([rod((0, 0, 0), (0, 0, 1.85), 0.014, Material((0.55, 0.42, 0.26), "wood", 0.7), sides=7), sheet])


def _chain(parts: Assembly, state: str) -> None:
    """Two fixed posts with a plastic chain; ``open`` unhooked and hanging."""
    for x in (-1.0, 1.0):
        parts.add(
            rod((x, 0, 0), (x, 0, 1.05), 0.03, SAFETY_YELLOW, sides=10),
            box(0.18, 0.18, 0.012, DARK_STEEL, bevel=0.003).placed(x),
        )
        parts.add(torus(0.03, 0.006, STEEL, sides=12, section=5).placed(p=90).placed(x, 0.04, 0.95))
    if state == "closed":
        line = sagging((-0.97, 0.04, 0.95), (0.97, 0.04, 0.95), 0.14, 41)
    else:
        fall = np.linspace(0, 1, 41)
        line = np.stack(
            [
                -0.97 + 0.06 * np.sin(fall * 5) + 0.5 * np.clip(fall - 0.5, 0, 1),
                np.full(41, 0.05) + 0.3 * np.clip(fall - 0.5, 0, 1),
                np.maximum(0.95 - 1.9 * fall, 0.015),
            ],
            -1,
        )
    for k, (a, b) in enumerate(zip(line, line[1:], strict=False)):
        link = tube(
            [a, (a + b) / 2 + (0, 0.012 * (-1) ** k, 0), b], 0.008, RED_PAINT if k // 4 % 2 else WHITE_PAINT, sides=5
        )
        parts.add(link)
    if state == "closed":
        parts.add(box(0.42, 0.008, 0.2, SAFETY_YELLOW, bevel=0.002).placed(0, 0.05, 0.58))
        parts.sign("chain_plate", 0.40, 0.18, 0, 0.0545, 0.59)
        parts.sign("chain_plate", 0.40, 0.18, 0, 0.0455, 0.59, turn=180)


def _railing(parts: Assembly, state: str) -> None:
    """A municipal lane railing: white bars between posts on cast feet."""
    panel = Assembly()
    for x in (-1.0, 1.0):
        panel.add(
            box(0.08, 0.08, 1.05, WHITE_PAINT, bevel=0.008).placed(x),
            box(0.26, 0.26, 0.10, DARK_STEEL, bevel=0.03).placed(x),
        )
        panel.add(lathe([(0, 0), (0.06, 0), (0.05, 0.03), (0, 0.05)], WHITE_PAINT, sides=4).placed(x, 0, 1.05, h=45))
    panel.add(*(box(1.92, 0.04, 0.05, WHITE_PAINT, bevel=0.006, grid=0.7).placed(0, 0, z) for z in (0.22, 0.92)))
    panel.add(
        *(box(0.022, 0.022, 0.70, WHITE_PAINT, bevel=0.003).placed(x, 0, 0.24) for x in np.linspace(-0.86, 0.86, 14))
    )
    panel.add(
        *(
            box(0.10, 0.006, 0.06, Material((0.8, 0.05, 0.03), "paint", 0.2), bevel=0.001).placed(x, y, 0.94)
            for x in (-1.0, 1.0)
            for y in (-0.044, 0.044)
        )
    )
    if state == "fallen":
        parts.include(panel, 0, 0, 0.10, p=87)
    elif state == "open":
        turned = Assembly()
        turned.include(panel, 1.0)
        parts.include(turned, -1.0, h=60)
    else:
        parts.include(panel)
