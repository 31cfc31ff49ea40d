"""A city junction at twenty to eight in the morning: three lanes each way, cycle lanes, shops, trees, far towers."""

from __future__ import annotations

import numpy as np

from assets.builders import place
from assets.mesh import Mesh, joined, merged, model_of
from assets.modelling import Assembly
from assets.place import Light, Place
from assets.places.housing import CREAM, GREY, OLD_BRICK, PINK, distant_block, moved
from assets.places.street_furniture import (
    bus_shelter,
    cabinet,
    flower_box,
    hire_bicycles,
    lane_railing,
    litter_bin,
    name_post,
    stone_bollard,
    street_lamp,
    street_tree,
)
from assets.places.street_ground import (
    CORNER,
    EDGE,
    FOOTWAY,
    KERB_HEIGHT,
    ROAD,
    cycle_surface,
    footways,
    ground,
    ground_height,
    markings,
    painted_signs,
)
from assets.places.street_shops import Part, shop_row

FRONT = EDGE + FOOTWAY
"""Where the façades stand, from the middle of either road."""
_SUN = np.array([0.88, -0.11, 0.46])
MORNING = Light(
    sun_direction=tuple(_SUN / np.linalg.norm(_SUN)),
    sun=(3.5, 2.35, 1.35),
    horizon=(1.05, 0.84, 0.62),
    middle=(0.72, 0.74, 0.80),
    zenith=(0.20, 0.38, 0.74),
    haze=(1.0, 0.62, 0.30),
    bounce=(0.26, 0.24, 0.22),
    clouds=0.45,
    fog_start=35.0,
    fog_density=0.0045,
    exposure=1.1,
)


def _rows() -> list[Part]:
    """Shops with flats above them at the four corners and along both arms."""
    parts: list[Part] = []
    south = (
        (-26.2, 3, 5, CREAM, 1, True),
        (-46.5, 4, 6, OLD_BRICK, 2, True),
        (31.0, 4, 6, GREY, 3, False),
        (58.0, 5, 5, PINK, 4, False),
    )
    for x, shops, storeys, style, seed, near in south:
        parts += moved(shop_row(shops, storeys, style, seed, near=near), x, -FRONT, KERB_HEIGHT, 180)
    north = (
        (-28.9, 4, 6, PINK, 5, False),
        (-54.5, 5, 5, GREY, 6, False),
        (30.0, 4, 6, CREAM, 7, False),
        (57.0, 5, 6, OLD_BRICK, 8, False),
    )
    for x, shops, storeys, style, seed, near in north:
        parts += moved(shop_row(shops, storeys, style, seed, near=near), x, FRONT, KERB_HEIGHT, 0)
    for x, y, turn, seed in (
        (FRONT, 45.0, -90, 9),
        (-FRONT, 46.0, 90, 10),
        (FRONT, -45.0, -90, 11),
        (-FRONT, -48.0, 90, 12),
    ):
        parts += moved(
            shop_row(5, 6, (GREY, CREAM, PINK, OLD_BRICK)[seed % 4], seed, near=False), x, y, KERB_HEIGHT, turn
        )
    return parts


def _towers() -> Mesh:
    """High blocks behind the rows and at the ends of the streets."""
    rng = np.random.default_rng(23)
    blocks = []
    for k, angle in enumerate(np.arange(8, 360, 21.0)):
        far = rng.uniform(95, 190)
        x, y = far * np.sin(np.radians(angle)), far * np.cos(np.radians(angle))
        if abs(x) < 34 or abs(y) < 34:
            continue
        style = (GREY, CREAM, PINK, GREY)[k % 4]
        blocks.append(
            distant_block(rng.uniform(20, 30), rng.uniform(14, 20), int(rng.integers(14, 27)), style).placed(
                x, y, 0, h=rng.uniform(-20, 20)
            )
        )
    return joined(blocks)


def _along(parts: Assembly) -> None:
    """Trees, lamps and furniture along the four arms; the corners at signals, zebra and bus stop stay free."""
    rng = np.random.default_rng(31)
    for side in (-1, 1):
        turn = 0 if side < 0 else 180
        for k, x in enumerate((*np.arange(-58, -21, 9.0), *np.arange(23, 60, 9.0))):
            near = side < 0 and x < 0
            parts.include(
                street_tree(200 + k + 50 * side, near=near),
                float(x),
                side * (EDGE + 1.0),
                KERB_HEIGHT,
                h=rng.uniform(0, 360),
            )
        for x in (-53.5, -35.5, 27.5, 45.5):
            parts.add(street_lamp().placed(x, side * (EDGE + 0.7), KERB_HEIGHT, h=turn))
        for y in np.arange(24, 60, 9.0):
            for sx in (-1, 1):
                parts.include(
                    street_tree(300 + int(y) + sx, near=False), sx * (EDGE + 1.0), side * float(y), KERB_HEIGHT
                )
    for sx in (-1, 1):
        for sy in (-1, 1):
            for k in range(5):
                angle = np.radians(15 + 15 * k)
                x, y = EDGE + CORNER - (CORNER - 0.45) * np.cos(angle), EDGE + CORNER - (CORNER - 0.45) * np.sin(angle)
                parts.add(stone_bollard().placed(sx * x, sy * y, KERB_HEIGHT))


def _furniture(parts: Assembly) -> None:
    parts.add(
        lane_railing(32.0).placed(-58.0, -ROAD - 0.05),
        lane_railing(36.0).placed(-58.0, ROAD + 0.05),
        lane_railing(36.0).placed(22.0, ROAD + 0.05),
        lane_railing(36.0).placed(22.0, -ROAD - 0.05),
    )
    parts.include(bus_shelter(), -26.0, -14.9, KERB_HEIGHT)
    parts.add(
        hire_bicycles(7).placed(-43.5, -13.6, KERB_HEIGHT, h=0), hire_bicycles(5).placed(-33.0, 13.9, KERB_HEIGHT)
    )
    parts.add(
        litter_bin().placed(-21.2, -13.4, KERB_HEIGHT),
        litter_bin().placed(-50.0, -13.6, KERB_HEIGHT),
        litter_bin().placed(22.0, 13.6, KERB_HEIGHT, h=180),
    )
    parts.add(cabinet().placed(-17.6, 15.6, KERB_HEIGHT, h=180), cabinet().placed(17.0, -15.5, KERB_HEIGHT))
    for x in (-38.0, -48.8):
        parts.include(flower_box(2.6), x, -13.2, KERB_HEIGHT)
    parts.include(name_post(), -16.4, 13.9, KERB_HEIGHT, h=90)
    parts.include(name_post(), 15.6, -16.2, KERB_HEIGHT, h=90)


@place("street-junction")
def street_junction() -> Place:
    """Arms to x +-60 and y +-30; kerb at 12.25, cycle lane 9.75..12.25, zebra 10..14, stop line 15."""
    parts = Assembly()
    parts.add(footways(), markings(), cycle_surface())
    for kind, mesh in painted_signs():
        parts.add(mesh, to=kind)
    _along(parts)
    _furniture(parts)
    model = merged([parts.model(), model_of(*_rows(), ("opaque", _towers()))])
    return Place("street-junction", model, ground(), MORNING, (-60.0, -30.0, 60.0, 30.0), ground_height)
