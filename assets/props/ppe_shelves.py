"""Racks of protective equipment: masks, ear protection, gloves, acid suits, life jackets; stocked or not."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from assets.mesh import Model, joined
from assets.modelling import Assembly, Material, box, cloth, lathe, plastic, rod, rounded_box, smooth, tube
from assets.modelling.materials import (
    BLACK_PLASTIC,
    BLUE_PAINT,
    ORANGE_PAINT,
    SAFETY_YELLOW,
    STEEL,
    WHITE_PLASTIC,
    WINDOW,
)
from assets.props.palletised import CARDBOARD
from assets.props.parts.worn_gear import (
    ACID_YELLOW,
    COTTON,
    JACKET,
    earmuffs,
    flat_mask,
    glove,
    hung_garment,
    respirator,
)

SHELVES = (0.34, 0.80, 1.20)


def ppe_shelf(variant: str, state: str) -> Model:
    """The rack of a variant ``masks``, ``ears``, ``gloves``, ``acid`` or ``lifejackets`` in a state
    ``stocked``, ``gauze_only`` or ``empty``."""
    fillers: dict[str, tuple[str, Callable[[Assembly, str], None]]] = {
        "masks": ("mask_rack", _masks),
        "ears": ("ear_rack", _ears),
        "gloves": ("glove_rack", _gloves),
        "acid": ("acid_rack", _acid),
        "lifejackets": ("jacket_rack", _jackets),
    }
    heading, fill = fillers[variant]
    parts = Assembly()
    hung = variant in ("acid", "lifejackets")
    _cupboard(parts, heading, shelves=SHELVES[:1] if hung else SHELVES)
    fill(parts, state)
    return parts.model()


def _cupboard(parts: Assembly, heading: str, shelves: tuple[float, ...]) -> None:
    """An open steel cupboard 1.0 x 0.4 x 1.6 m."""
    parts.add(*(box(0.03, 0.40, 1.50, BLUE_PAINT, bevel=0.005, grid=0.6, wear=0.5).placed(x) for x in (-0.485, 0.485)))
    parts.add(box(0.98, 0.012, 1.50, BLUE_PAINT.shade(0.85), bevel=0.003, grid=0.5).placed(0, -0.19))
    parts.add(box(1.0, 0.40, 0.02, BLUE_PAINT, bevel=0.005, grid=0.5).placed(0, 0, 1.49))
    parts.add(*(box(0.94, 0.37, 0.018, STEEL, bevel=0.004, grid=0.5).placed(0, 0, z - 0.018) for z in (0.10, *shelves)))
    parts.add(box(1.0, 0.02, 0.13, WHITE_PLASTIC, bevel=0.003).placed(0, 0.19, 1.50))
    parts.sign(heading, 0.62, 0.124, 0, 0.2005, 1.503)


def _carton(
    parts: Assembly,
    face: str,
    x: float,
    z: float,
    *,
    y: float = 0.0,
    material: Material = WHITE_PLASTIC,
    empty: bool = False,
) -> None:
    """A dispenser box 0.22 x 0.16 x 0.13 m; empty it lies open on its side."""
    if not empty:
        parts.add(box(0.22, 0.16, 0.13, material, bevel=0.004).placed(x, y, z))
        parts.sign(face, 0.20, 0.12, x, y + 0.0808, z + 0.005)
        return
    shell = [box(0.22, 0.004, 0.13, material, bevel=0.001).placed(0, s * 0.078, 0) for s in (-1, 1)]
    shell += [box(0.004, 0.156, 0.13, material, bevel=0.001).placed(s * 0.108, 0, 0) for s in (-1, 1)]
    shell += [
        box(0.22, 0.156, 0.004, material.shade(0.5), bevel=0.001),
        box(0.22, 0.07, 0.003, material, bevel=0.001).placed(0, 0.035, 0).placed(p=70).placed(0, 0.08, 0.13),
    ]
    carton = Assembly()
    carton.add(*shell)
    carton.sign(face, 0.20, 0.12, 0, -0.0808, 0.005, turn=180)
    parts.include(carton, x, y - 0.06, z + 0.08, h=8, p=-82)


def _masks(parts: Assembly, state: str) -> None:
    if state == "stocked":
        parts.add(
            *(respirator().placed(x, 0.02, SHELVES[2], h=6 * k) for k, x in enumerate((-0.33, -0.11, 0.11, 0.33)))
        )
        for x in (-0.32, -0.06, 0.2):
            _carton(parts, "kn95_box", x, SHELVES[1])
        parts.add(*(respirator().placed(x, 0.02, SHELVES[0], h=-9 * k) for k, x in enumerate((-0.3, 0.0, 0.3))))
        return
    if state == "empty":
        _carton(parts, "kn95_box", -0.2, SHELVES[1], empty=True)
        return
    for z, xs in ((SHELVES[2], (-0.30, -0.05, 0.22)), (SHELVES[1], (-0.32, 0.12)), (SHELVES[0], (-0.1, 0.3))):
        for k, x in enumerate(xs):
            for layer in range(4):
                parts.add(
                    flat_mask(COTTON).placed(
                        x + 0.008 * layer, 0.03 - 0.006 * layer, z + 0.014 * layer, h=7 * layer - 10 * k
                    )
                )
    _carton(parts, "gauze_box", 0.36, SHELVES[1])
    hook = [rod((x, 0.20, 1.44), (x, 0.24, 1.45), 0.004, STEEL, sides=5) for x in (-0.3, 0.0, 0.3)]
    parts.add(*hook, *(flat_mask(COTTON).placed(p=82).placed(x, 0.235, 1.37) for x in (-0.3, 0.0, 0.3)))


def _ears(parts: Assembly, state: str) -> None:
    empty = state == "empty"
    _carton(parts, "earplug_box", -0.22, SHELVES[2], material=SAFETY_YELLOW, empty=empty)
    _carton(parts, "earplug_box", 0.18, SHELVES[2], material=SAFETY_YELLOW, empty=empty)
    for x in (-0.32, 0.0, 0.32):
        parts.add(rod((x, -0.18, 1.06), (x, 0.05, 1.08), 0.006, STEEL, sides=6))
        if not empty:
            parts.add(earmuffs().placed(x, 0.0, 1.085))
    if empty:
        parts.add(
            lathe([(0, 0), (0.006, 0.002), (0.007, 0.012), (0.004, 0.022), (0, 0.024)], ORANGE_PAINT, sides=8)
            .placed(p=90)
            .placed(0.3, 0.1, SHELVES[0] + 0.006)
        )
        parts.add(box(0.12, 0.08, 0.002, CARDBOARD, bevel=0.0005).placed(-0.1, 0.05, SHELVES[0], h=30))
    else:
        for x in (-0.3, -0.05, 0.2):
            _carton(parts, "earplug_box", x, SHELVES[0], material=SAFETY_YELLOW)


def _gloves(parts: Assembly, state: str) -> None:
    if state == "empty":
        return
    _carton(parts, "earplug_box", -0.30, SHELVES[2], material=SAFETY_YELLOW)
    _carton(parts, "kn95_box", -0.04, SHELVES[2])
    parts.add(
        earmuffs().placed(0.30, 0.02, SHELVES[2] + 0.20),
        rod((0.3, -0.18, SHELVES[2] + 0.19), (0.3, 0.08, SHELVES[2] + 0.195), 0.006, STEEL, sides=6),
    )
    for k, x in enumerate((-0.32, -0.10, 0.12, 0.34)):
        for layer in range(3):
            parts.add(
                glove(COTTON if k % 2 else Material((0.35, 0.20, 0.08), "fabric", 0.9)).placed(
                    x, 0.0, SHELVES[1] + 0.03 * layer, h=90 + 6 * layer
                )
            )
    goggles = rounded_box(0.16, 0.07, 0.07, WINDOW.coloured(0.35, 0.40, 0.42), radius=0.03, segments=10)
    parts.add(*(goggles.placed(x, 0.02, SHELVES[0]) for x in (-0.3, -0.08, 0.14)), to="glass")
    parts.add(
        *(
            tube(
                smooth(
                    [
                        (x - 0.08, 0, SHELVES[0] + 0.03),
                        (x - 0.05, -0.10, SHELVES[0] + 0.01),
                        (x + 0.05, -0.10, SHELVES[0] + 0.01),
                        (x + 0.08, 0, SHELVES[0] + 0.03),
                    ],
                    4,
                ),
                0.006,
                BLACK_PLASTIC,
                sides=5,
            )
            for x in (-0.3, -0.08, 0.14)
        )
    )


def _acid(parts: Assembly, state: str) -> None:
    parts.add(rod((-0.47, 0, 1.42), (0.47, 0, 1.42), 0.012, STEEL, sides=8))
    if state == "empty":
        return
    for x in (-0.33, -0.11):
        hung_garment(parts, ACID_YELLOW, x, length=0.95)
    for k, x in enumerate((0.14, 0.36)):
        shield = np.array(
            [[(0.11 * np.sin(t), 0.11 * np.cos(t), z) for t in np.linspace(1.0, -1.0, 9)] for z in (0.0, 0.10, 0.24)]
        )
        parts.add(cloth(shield, WINDOW.coloured(0.5, 0.56, 0.58)).placed(x, -0.02, 1.12), to="glass")
        parts.add(
            tube(
                smooth(
                    [
                        (x - 0.10, 0.05, 1.36),
                        (x, 0.10, 1.38),
                        (x + 0.10, 0.05, 1.36),
                        (x, -0.06, 1.40),
                        (x - 0.10, 0.05, 1.36),
                    ],
                    4,
                ),
                0.010,
                BLACK_PLASTIC,
                sides=5,
            )
        )
        boot = joined(
            [
                rounded_box(0.10, 0.25, 0.09, plastic(0.05, 0.07, 0.06), radius=0.035, segments=8),
                rounded_box(0.10, 0.11, 0.30, plastic(0.05, 0.07, 0.06), radius=0.035, segments=8).placed(
                    0, -0.065, 0.02
                ),
            ]
        )
        parts.add(boot.placed(-0.33 + 0.13 * k, 0.0, 0.10), boot.placed(0.06 + 0.13 * k, 0.0, 0.10))
    parts.add(*(glove(plastic(0.04, 0.10, 0.05)).placed(x, 0.02, SHELVES[0], h=80) for x in (-0.3, -0.12, 0.1)))


def _jackets(parts: Assembly, state: str) -> None:
    parts.add(rod((-0.47, 0, 1.42), (0.47, 0, 1.42), 0.012, STEEL, sides=8))
    if state == "empty":
        return
    silver = Material((0.80, 0.81, 0.80), "fabric", 0.3, 0.2, 0.1, scale=8.0)
    for x in (-0.33, -0.11, 0.11, 0.33):
        hung_garment(parts, JACKET, x, length=0.60, stripe=silver)
        parts.add(
            *(
                rounded_box(0.11, 0.07, 0.34, JACKET, radius=0.03, segments=8).placed(x + s * 0.075, 0.06, 0.90)
                for s in (-1, 1)
            )
        )
        parts.add(box(0.26, 0.10, 0.03, BLACK_PLASTIC, bevel=0.008).placed(x, 0.055, 0.98))
