"""What stands in the factory hall for each trade, besides what a scenario puts there."""

from __future__ import annotations

import numpy as np

from assets.modelling import Assembly
from assets.places.hall_fittings import (
    broom_and_shovel,
    cable_tray,
    floor_line,
    tool_cupboard,
    wall_pipes,
    waste_bin,
    workpiece_crate,
)
from assets.places.machine_tools import decoiler, lathe_machine, milling_machine, pillar_drill
from assets.modelling.materials import BLUE_PAINT, GREEN_PAINT, GREY_PAINT

D = 16.0


def _north(parts: Assembly, wall: Assembly) -> None:
    parts.include(wall, 20.0, D, h=180)


def _services(parts: Assembly, *, pipes: tuple[tuple, ...], tray_z: float = 4.3) -> None:
    """A cable tray along the north columns, and pipes along the north wall."""
    cable_tray(parts, (0.6, D - 0.75), (19.4, D - 0.75), tray_z, hung_to=tray_z + 3.7)
    wall = Assembly()
    wall_pipes(wall, 20.0, 3.6, pipes, drop_at=6.2)
    _north(parts, wall)


def press(parts: Assembly) -> None:
    _services(parts, pipes=((BLUE_PAINT, 0.045), (GREEN_PAINT, 0.06)))
    for y in (0.9, 3.3):
        parts.add(floor_line(0.2, y, 19.8, y))
    parts.include(decoiler(), 11.0, 13.2)
    parts.include(pillar_drill(), 3.0, 14.4, h=180)
    parts.include(milling_machine(), 5.2, 14.3, h=180)
    for k, (x, y) in enumerate(((10.2, 5.0), (15.2, 6.4), (15.3, 7.5), (17.4, 12.0))):
        parts.include(workpiece_crate(k, (GREEN_PAINT, BLUE_PAINT)[k % 2]), x, y, h=5 * k)
    parts.include(tool_cupboard(), 0.35, 8.0, h=-90)
    parts.include(waste_bin(GREY_PAINT), 0.45, 9.2, h=-90)
    parts.add(broom_and_shovel().placed(0.05, 10.2, h=-90))


def gallery(parts: Assembly) -> None:
    _services(parts, pipes=((GREY_PAINT, 0.05),))


def stone(parts: Assembly) -> None:
    _services(parts, pipes=((GREEN_PAINT, 0.045),))


def polish(parts: Assembly) -> None:
    _services(parts, pipes=((BLUE_PAINT, 0.045),))


def heavy(parts: Assembly) -> None:
    _services(parts, pipes=((BLUE_PAINT, 0.05),))
    for k, x in enumerate(np.linspace(3.5, 9.5, 2)):
        parts.include(lathe_machine(), x, 13.4, h=180)
