"""The factory hall, 20 x 16 x 8 m: one shell, five trades.

Doors in the south wall at (10, 0) and the east wall at (20, 8), columns every 5 m, trusses over them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from assets.builders import place
from assets.mesh import Mesh, merged
from assets.modelling import Assembly, Material, box, extrude, painted
from assets.modelling.materials import GREEN_PAINT, GREY_PAINT
from assets.place import Light, Place
from assets.places.factory_dressing import heavy, press
from assets.places.floors import flat_ground
from assets.places.gallery_dressing import gallery
from assets.places.hall_fittings import DAYLIGHT, high_bay
from assets.places.hall_ground import Floor, Painted, Rect, hall_floor
from assets.places.hall_shell import THICK, Style, h_column, pitched_roof, roller_door, sliding_door, truss, wall
from assets.places.openings import Opening
from assets.places.polish_dressing import polish
from assets.places.stone_dressing import stone
from assets.places.works_yard import works_yard

W, D = 20.0, 16.0
EXTENT = (0.0, 0.0, W, D)
EAVES = 8.6
RISE = 1.9
TRUSS_FOOT = 8.05
COLUMN_X = (2.5, 7.5, 12.5, 17.5)
STRIPS = ((4.2, 5.8), (9.2, 10.8), (14.2, 15.8))
_SUN = np.array([-0.42, -0.62, 0.66])
SUN = tuple(_SUN / np.linalg.norm(_SUN))


def hall_light(*, sun: float = 1.0, warm: float = 0.0, exposure: float = 0.85, fog: float = 0.004) -> Light:
    """Daylight through windows and roof strips; ``fog`` per metre is dust in the air, ``warm`` its brownness."""
    return Light(
        sun_direction=SUN,
        sun=(3.6 * sun, 3.0 * sun, 2.2 * sun),
        horizon=(0.92 + 0.1 * warm, 0.86, 0.78 - 0.2 * warm),
        middle=(0.78, 0.82, 0.86 - 0.1 * warm),
        zenith=(0.30, 0.47, 0.76),
        haze=(0.7, 0.5, 0.3),
        bounce=(0.26, 0.25, 0.23),
        clouds=0.45,
        fog_start=8.0 if fog > 0.006 else 18.0,
        fog_density=fog,
        exposure=exposure,
    )


@dataclass(frozen=True)
class Trade:
    """How one variant differs: what the shell is made of, its floor, its light, and what stands in it."""

    style: Style
    floor: Floor
    light: Light
    dress: Callable[[Assembly], None]
    lamp_power: float = 6.0
    east_door: str = "roller"
    """``roller`` a vehicle door, ``exit`` a hole for one leaf of an exit door."""
    low_windows: bool = True


def _slab(
    layers: tuple[str, str, str], painted_at: tuple[Painted, ...], trodden: tuple[Rect, ...], **more: object
) -> Floor:
    return Floor((-THICK, -THICK, W + THICK, D + THICK), layers, painted_at, trodden, **more)


FLOOR_GREEN = (0.27, 0.38, 0.32)
FLOOR_BLUE = (0.42, 0.50, 0.56)
WHITEWASH = Material((0.74, 0.75, 0.71), "plaster", 0.85, 0.0, 0.5)
OLD_WHITEWASH = Material((0.60, 0.58, 0.52), "plaster", 0.9, 0.0, 0.7)
DADO_GREEN = Material((0.16, 0.34, 0.27), "plaster", 0.55, 0.0, 0.4)
DADO_BLUE = Material((0.12, 0.24, 0.40), "plaster", 0.55, 0.0, 0.4)
DADO_GREY = Material((0.30, 0.33, 0.34), "plaster", 0.6, 0.0, 0.4)
BARE_CONCRETE = Material((0.56, 0.54, 0.50), "concrete", 0.9, 0.0, 0.9)
SHEET_WALL = Material((0.58, 0.62, 0.64), "corrugated", 0.5, 0.1, 0.5)
BRICK_WALL = Material((0.92, 0.88, 0.86), "brick", 0.9, 0.0, 0.9)

TRADES: dict[str, Trade] = {
    "press": Trade(
        Style(WHITEWASH, DADO_GREEN, steel=painted(0.30, 0.42, 0.40), line=painted(0.60, 0.62, 0.60)),
        _slab(
            ("asphalt", "concrete", "epoxy"),
            (((0.0, 3.4, 20.0, 16.0), FLOOR_GREEN),),
            ((6.3, 5.4, 9.6, 7.4), (11.8, 5.4, 14.6, 7.4)),
            seed=3,
        ),
        hall_light(),
        press,
    ),
    "gallery": Trade(
        Style(
            BARE_CONCRETE,
            BARE_CONCRETE.shade(0.9),
            steel=painted(0.34, 0.33, 0.30),
            roof=Material((0.42, 0.40, 0.37), "corrugated", 0.7),
        ),
        _slab(("asphalt", "concrete", "sand"), (), (), dusty=0.42, seed=5, tint=(0.70, 0.68, 0.64)),
        hall_light(sun=0.9, warm=0.5, exposure=0.8, fog=0.012),
        gallery,
        lamp_power=4.0,
        low_windows=False,
    ),
    "stone": Trade(
        Style(OLD_WHITEWASH, BRICK_WALL, 1.4, steel=painted(0.28, 0.36, 0.44)),
        _slab(
            ("asphalt", "concrete", "plaster"),
            (),
            (),
            damp=((13.0, 7.6, 1.9, 1.1), (15.2, 6.2, 0.7, 0.5)),
            dusty=0.55,
            seed=7,
            tint=(0.84, 0.83, 0.80),
        ),
        hall_light(exposure=0.8, fog=0.013),
        stone,
        lamp_power=5.0,
    ),
    "polish": Trade(
        Style(WHITEWASH.shade(0.95), DADO_GREY, steel=painted(0.36, 0.40, 0.44), line=painted(0.70, 0.46, 0.03)),
        _slab(
            ("asphalt", "concrete", "epoxy"),
            (((0.0, 0.0, 20.0, 16.0), FLOOR_BLUE),),
            ((4.0, 6.5, 14.0, 9.4),),
            seed=9,
            tint=(0.74, 0.77, 0.80),
        ),
        hall_light(sun=0.9, exposure=0.8, fog=0.006),
        polish,
        east_door="exit",
    ),
    "heavy": Trade(
        Style(SHEET_WALL, BRICK_WALL.shade(0.92), 1.3, steel=painted(0.10, 0.22, 0.40)),
        _slab(
            ("asphalt", "concrete", "epoxy"),
            (((0.0, 10.6, 20.0, 16.0), FLOOR_GREEN), ((0.0, 0.0, 9.0, 4.4), FLOOR_GREEN)),
            ((0.5, 4.5, 19.5, 10.0),),
            seed=11,
        ),
        hall_light(exposure=0.85),
        heavy,
    ),
}


def _hall(name: str) -> Place:
    trade = TRADES[name]
    parts = Assembly()
    _walls(parts, trade)
    _frame(parts, trade.style)
    parts.include(pitched_roof(W, D, EAVES + 0.15, RISE, trade.style, STRIPS))
    for x in (5.0, 10.0, 15.0):
        for y in (4.6, 11.4):
            high_bay(parts, x, y, 7.2, power=trade.lamp_power, colour=DAYLIGHT)
    trade.dress(parts)
    model = merged([parts.model(), works_yard(EXTENT, 31)])
    return Place(f"factory-hall/{name}", model, hall_floor(trade.floor), trade.light, EXTENT, flat_ground)


def _window_band(length: float, foot: float, high: float, spared: tuple[float, ...] = ()) -> list[Opening]:
    """Windows in the bays between columns every 5 m; none where ``spared``."""
    middles = [5.0 * k for k in range(1, round(length / 5.0)) if 5.0 * k not in spared]
    return [Opening.about(x, foot, 3.7, high) for x in middles]


def _walls(parts: Assembly, trade: Trade) -> None:
    style = trade.style
    high = _window_band(W, 4.7, 2.1)
    low = _window_band(W, 1.5, 1.7, spared=(10.0,)) if trade.low_windows else []
    south = wall(W, EAVES, style, openings=[Opening.about(10.0, 0.0, 3.6, 4.2)], windows=[*high, *low])
    south.include(sliding_door(3.8, 4.3, GREEN_PAINT.shade(1.3)), 13.9, 0.10, 0.05)
    south.add(box(7.6, 0.10, 0.12, GREY_PAINT, bevel=0.01, grid=1.5).placed(12.0, 0.10, 4.42))
    parts.include(south)
    parts.include(wall(W, EAVES, style, windows=high), W, D, h=180)
    exit_only = trade.east_door == "exit"
    hole = Opening.about(8.0, 0.0, *((1.0, 2.1) if exit_only else (3.4, 3.9)))
    east = wall(D, EAVES, style, openings=[hole])
    if not exit_only:
        east.include(roller_door(3.4, 3.9, 0.45), 8.0, 0.0)
    parts.include(east, W, 0, h=90)
    parts.include(wall(D, EAVES, style), 0, D, h=270)
    gable = extrude([(0, 0), (D, 0), (D / 2, RISE)], THICK, style.upper, grid=1.5)
    upright = gable.placed(p=90)
    parts.add(upright.placed(W, 0.0, EAVES, h=90), upright.placed(0.0, D, EAVES, h=270))


def _frame(parts: Assembly, style: Style) -> None:
    """Columns along both long walls, trusses over them, bracing in the end bay, gable posts."""
    column = h_column(TRUSS_FOOT, style.steel)
    one = truss(D - 0.5, TRUSS_FOOT, RISE - 0.3, style.steel)
    for x in COLUMN_X:
        parts.add(column.placed(x, 0.24), column.placed(x, D - 0.24), one.placed(x, 0.25))
    for y in (4.0, 12.0):
        parts.add(*(_gable_post(style.steel).placed(x, y, h=90) for x in (0.17, W - 0.17)))
    ties = [
        box(W - 0.2, 0.10, 0.14, style.steel, bevel=0.01, grid=2.0).placed(W / 2, y, TRUSS_FOOT - 0.3)
        for y in (0.24, D - 0.24)
    ]
    parts.add(*ties)


def _gable_post(material: Material) -> Mesh:
    return box(0.24, 0.30, EAVES, material, bevel=0.012, grid=1.2)


@place("factory-hall/press")
def press_hall() -> Place:
    """Presses at (8, 8) and (13, 8) look south on the aisle y 0.9..3.3; more work places along the north wall."""
    return _hall("press")


@place("factory-hall/gallery")
def conveyor_gallery() -> Place:
    """Room for a conveyor x 5..13 at y 7, which feeds the kit's own from x 13.6 on.

    A switch wall's face is at x 3.0, y 8.7..11.3; a parapet stands at (5.5, 3.95).
    """
    return _hall("gallery")


@place("factory-hall/stone")
def stone_hall() -> Place:
    """Saws at (6, 8) and (13, 8), a jib's post at (8, 12.7), slabs on racks along the walls; dust on everything."""
    return _hall("stone")


@place("factory-hall/polish")
def polish_hall() -> Place:
    """A beam with a cable tray at y 13, its top at z 4.0; the duct's end from (11, 11.5, 3.0) to the collector."""
    return _hall("polish")


@place("factory-hall/heavy")
def heavy_hall() -> Place:
    """Crane rails at y 0.9 and 15.1, z 7.0; machine tools along the north wall; the load's way is y 6.5..9.5."""
    return _hall("heavy")
