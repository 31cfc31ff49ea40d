"""The workshop of a pharmaceutical plant: reactors on the floor, condensers overhead, blow-out panels to the north."""

from __future__ import annotations

import numpy as np

from assets.builders import place
from assets.modelling import Assembly, Material, box, lathe, plastic
from assets.place import Ground, Light, Place
from assets.places.floors import FloorMap, flat_ground, floor_mesh, floor_stripe, level
from assets.places.greenery import grove
from assets.places.hall_shell import h_column
from assets.places.openings import Opening
from assets.places.pharma_vessels import condenser_deck, vessels
from assets.places.plant_backdrop import shed
from assets.places.plant_fittings import (
    cable_tray,
    drain,
    explosion_proof_lamp,
    gutter,
    hose_reel,
    labelled_pipe,
    round_duct,
    sack_pallet,
    shelf_unit,
)
from assets.places.rooms import Band, wall, window
from assets.props.parts.pipework import (
    FRAME_GREY,
    LAGGED,
    SATIN,
    SOLVENT_BROWN,
    STAINLESS,
    STEAM_RED,
    WATER_GREEN,
    pipe,
)

W, D, H = 14.0, 12.0, 6.0
SOUTH_DOOR = Opening(1.47, 2.53, 0.0, 2.13)
EAST_DOOR = Opening(5.47, 6.53, 0.0, 2.13)
WALL_WHITE = Material((0.80, 0.82, 0.82), "plaster", 0.75, 0.0, 0.2)
DADO = Material((0.36, 0.50, 0.46), "paint", 0.45, 0.0, 0.12)
PANEL = Material((0.70, 0.76, 0.80), "corrugated", 0.45, 0.15, 0.3)
FLOOR_GREEN = Material((0.17, 0.33, 0.26), "epoxy", 0.3, 0.0, 0.2)
YARD = Material((0.62, 0.62, 0.60), "paving", 0.9, 0.0, 0.5)
LINE = Material((0.86, 0.56, 0.03), "epoxy", 0.4, 0.0, 0.08)
_SUN = np.array([-0.74, -0.42, 0.52])
AFTERNOON = Light(
    sun_direction=tuple(_SUN / np.linalg.norm(_SUN)),
    sun=(3.3, 2.7, 2.0),
    horizon=(0.95, 0.92, 0.86),
    middle=(0.72, 0.80, 0.92),
    zenith=(0.26, 0.46, 0.82),
    haze=(1.0, 0.75, 0.5),
    bounce=(0.34, 0.33, 0.30),
    clouds=0.4,
    fog_start=25.0,
    fog_density=0.006,
    exposure=1.15,
)


@place("pharma-workshop")
def pharma_workshop() -> Place:
    """14 x 12 x 6 m; doors S (2, 0) and E (14, 6), blow-out panels in the N wall, condensers over y 8..11.6."""
    parts = Assembly()
    _shell(parts)
    _windows(parts)
    _blow_out_wall(parts)
    _roof(parts)
    condenser_deck(parts)
    vessels(parts)
    _services(parts)
    _floor_things(parts)
    _outside(parts)
    for x in (2.4, 7.0, 11.6):
        for y in (2.6, 6.6):
            explosion_proof_lamp(parts, x, y, 5.6, drop=1.0, power=2.2)
    for x in (3.2, 9.6):
        explosion_proof_lamp(parts, x, 10.6, 4.0, drop=0.4, power=1.3)
    return Place("pharma-workshop", parts.model(), _ground(), AFTERNOON, (0, 0, W, D), flat_ground)


def _shell(parts: Assembly) -> None:
    bands = (
        Band(0.12, Material((0.25, 0.30, 0.29), "epoxy", 0.4, 0.0, 0.15)),
        Band(1.3, DADO),
        Band(1.33, LINE),
        Band(H, WALL_WHITE),
    )
    brick = Material((0.80, 0.78, 0.74), "plaster", 0.85, 0.0, 0.4)
    parts.add(
        wall(
            (0, 0),
            (W, 0),
            H,
            bands,
            openings=(SOUTH_DOOR, *(Opening(x, x + 1.8, 3.0, 4.8) for x in (4.2, 7.2, 10.2))),
            outside=brick,
        ),
        wall(
            (W, 0),
            (W, D),
            H,
            bands,
            openings=(EAST_DOOR, Opening(1.6, 3.8, 2.6, 4.8), Opening(8.2, 10.4, 2.6, 4.8)),
            outside=brick,
        ),
        wall(
            (0, D), (0, 0), H, bands, openings=tuple(Opening(y, y + 1.9, 2.4, 4.8) for y in WEST_WINDOWS), outside=brick
        ),
    )
    for x, y, turn in ((0.16, 4.0, 0), (0.16, 8.0, 0), (W - 0.16, 4.4, 0), (W - 0.16, 8.0, 0)):
        parts.add(h_column(H - 0.3, FRAME_GREY, w=0.22, d=0.26).placed(x, y, h=90 + turn))


WEST_WINDOWS = (1.2, 4.6, 8.0)


def _windows(parts: Assembly) -> None:
    for x in (4.2, 7.2, 10.2):
        window(parts, Opening(x, x + 1.8, 3.0, 4.8), 3)
    east, west = Assembly(), Assembly()
    for a in (1.6, 8.2):
        window(east, Opening(a, a + 2.2, 2.6, 4.8), 3)
    for a in WEST_WINDOWS:
        window(west, Opening(a, a + 1.9, 2.4, 4.8), 3)
    parts.include(east, W, 0, 0, h=90)
    parts.include(west, 0, D, 0, h=-90)


def _blow_out_wall(parts: Assembly) -> None:
    """A low wall, and above it light panels between posts, each held by a few shear bolts."""
    base = (Band(0.12, Material((0.25, 0.30, 0.29), "epoxy", 0.4, 0.0, 0.15)), Band(1.0, DADO))
    parts.add(wall((W, D), (0, D), 1.0, base))
    count = 8
    pitch = W / count
    for k in range(count + 1):
        x = min(max(k * pitch, 0.07), W - 0.07)
        parts.add(box(0.12, 0.16, H - 1.0, FRAME_GREY, bevel=0.008, grid=0.8).placed(x, D + 0.05, 1.0))
    for k in range(count):
        x = (k + 0.5) * pitch
        for z, high in ((1.02, 2.4), (3.46, 2.44)):
            parts.add(box(pitch - 0.14, 0.05, high, PANEL, bevel=0.006, grid=0.6).placed(x, D + 0.05, z))
            for dx in (-0.72, 0.72):
                for dz in (0.2, high / 2, high - 0.2):
                    disc = lathe([(0, 0), (0.03, 0), (0.03, 0.008), (0, 0.012)], plastic(0.75, 0.08, 0.05), sides=10)
                    parts.add(disc.placed(p=90).placed(x + dx, D + 0.024, z + dz))
    for z in (1.0, 3.42, H - 0.08):
        parts.add(box(W, 0.10, 0.05, FRAME_GREY, bevel=0.006, grid=0.8).placed(W / 2, D + 0.0, z))
    for x in (3.5, 9.6):
        parts.sign("blowout_wall", 1.2, 0.314, x, D - 0.06, 1.35, turn=180)


def _roof(parts: Assembly) -> None:
    sheet_metal = Material((0.70, 0.72, 0.74), "corrugated", 0.5, 0.15, 0.3)
    parts.add(level((-0.3, W + 0.3), (-0.3, D + 0.3), H, sheet_metal, down=True, step=0.8))
    parts.add(level((-0.3, W + 0.3), (-0.3, D + 0.3), H + 0.12, sheet_metal, step=4))
    for y in (0.16, 4.0, 8.0, 11.7):
        parts.add(box(W, 0.16, 0.28, FRAME_GREY, bevel=0.01, grid=0.8).placed(W / 2, y, H - 0.30))
        for z in (H - 0.30, H - 0.035):
            parts.add(box(W, 0.24, 0.02, FRAME_GREY, bevel=0.004, grid=0.9).placed(W / 2, y, z))
    for x in np.arange(1.0, W, 2.0):
        parts.add(box(0.06, D, 0.10, FRAME_GREY.shade(1.3), bevel=0.006, grid=1.2).placed(x, D / 2, H - 0.10))


def _services(parts: Assembly) -> None:
    """Trays, ducts and mains under the roof and along the walls, rules and a hose reel."""
    parts.add(cable_tray((0.6, 6.9, 5.1), (13.7, 6.9, 5.1)), cable_tray((3.2, 0.4, 4.9), (3.2, 11.7, 4.9)))
    parts.add(round_duct([(0.9, 5.4, 5.15), (12.9, 5.4, 5.15), (12.9, 0.5, 5.15)], 0.2))
    for x in (2.6, 6.0, 9.4):
        parts.add(box(0.5, 0.18, 0.16, SATIN, bevel=0.01).placed(x, 5.4, 4.82))
    mains = ((4.55, WATER_GREEN, LAGGED), (4.35, STEAM_RED, LAGGED), (4.15, SOLVENT_BROWN, STAINLESS))
    for k, (z, mark, material) in enumerate(mains):
        parts.add(labelled_pipe([(0.4, 11.62 - 0.0 * k, z - 0.55), (13.6, 11.62, z - 0.55)], 0.055, material, mark))
    for x, mark in ((13.62, WATER_GREEN), (13.42, STEAM_RED)):
        parts.add(pipe([(x, 11.55, 3.9), (x, 11.4, 3.4), (x, 8.9, 1.2), (x, 8.9, 0.0)], 0.04, mark))
    parts.sign("process_rules", 1.26, 0.9, 0.016, 6.9, 1.45, turn=-90)
    parts.sign("static_rules", 0.95, 0.7, 6.2, 0.016, 1.5)
    parts.sign("five_s_board", 1.0, 0.714, 8.2, 0.016, 1.45)
    parts.add(hose_reel().placed(10.6, 0.0, 1.25))
    lot = shelf_unit(1.2, 0.4, 1.7, 4)
    parts.add(lot.placed(4.6, 0.32))
    rng = np.random.default_rng(5)
    for k in range(12):
        tone = [(0.78, 0.80, 0.82), (0.12, 0.24, 0.45), (0.72, 0.60, 0.10)][k % 3]
        jar = lathe(
            [(0, 0), (0.07, 0), (0.075, 0.01), (0.075, 0.17), (0.04, 0.20), (0.045, 0.23), (0, 0.23)],
            plastic(*tone),
            sides=12,
        )
        parts.add(jar.placed(4.15 + 0.26 * (k % 4) + rng.uniform(-0.02, 0.02), 0.32, 0.18 + 0.505 * (k // 4)))


def _floor_things(parts: Assembly) -> None:
    sack_pallet(parts, 6.9, 1.1, 4, 5, 11)
    sack_pallet(parts, 8.35, 1.05, -3, 3, 12)
    parts.add(gutter(5.2, 13.2, 4.35), drain(3.6, 8.6))
    for a, b in (
        ((1.1, 0.2), (1.1, 11.4)),
        ((3.4, 0.2), (3.4, 4.2)),
        ((3.4, 4.2), (13.8, 4.2)),
        ((5.0, 5.0), (13.8, 5.0)),
        ((5.0, 5.0), (5.0, 11.6)),
    ):
        parts.add(floor_stripe(a, b, 0.08, LINE))
    for x, y, turn in ((2.2, 3.4, 0), (2.2, 7.6, 0), (8.0, 4.6, -90), (11.8, 4.6, -90)):
        arrow = Assembly()
        arrow.sign("floor_arrow", 0.3, 0.6, 0, -0.3, 0, lean=-90)
        parts.include(arrow, x, y, 0.003, h=turn + 180)


def _outside(parts: Assembly) -> None:
    """What windows and doors look out on: trees, the next workshop, a paved yard."""
    for x, y, wide, turn in ((-22.0, 4.0, 26.0, 90), (7.0, -24.0, 30.0, 0), (40.0, 8.0, 26.0, 90)):
        parts.include(shed(wide, 10.0, 7.0), x, y, h=turn)
    spots = [
        (-8.0, -3.0),
        (-9.0, 4.0),
        (-8.5, 10.5),
        (2.0, -9.0),
        (8.5, -10.0),
        (14.0, -9.0),
        (22.0, 2.0),
        (23.0, 10.0),
    ]
    parts.add(grove(spots, flat_ground, 4, tall=(5.0, 7.5), slender=0.8, leaves=70))


def _ground() -> Ground:
    floor = FloorMap((-4.0, -5.0), 22.0)
    inside = floor.inside(-0.25, -0.25, W + 0.25, D + 0.25, 0.02)
    traffic = np.maximum(floor.inside(1.1, 0.2, 3.4, 11.4, 0.8), floor.inside(3.4, 4.2, 13.8, 5.0, 0.6))
    worn = np.clip((floor.noise(61) - 0.55) * 3, 0, 1) * (0.25 + 0.75 * traffic)
    worn = np.maximum(worn, floor.blot(9.6, 5.8, 0.7, 62) * 0.55)
    floor.second = worn * inside * 0.8
    floor.third = 1 - inside
    stains = np.maximum(floor.blot(6.2, 6.2, 0.5, 63), floor.blot(10.2, 5.2, 0.45, 64))
    floor.relief = -0.35 * stains * inside
    floor.water = 0.95 * np.maximum(floor.blot(6.6, 8.0, 0.35, 65), floor.blot(9.0, 4.4, 0.3, 66)) * inside
    return floor.ground(("epoxy", "concrete", "paving"), floor_mesh((-0.3, -0.3, W + 0.3, D + 0.3), FLOOR_GREEN, YARD))
