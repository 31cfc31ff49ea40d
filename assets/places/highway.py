"""The motorway shoulder at dusk: two lanes running north, hard shoulder, guardrail, grass slope, far hills."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assets.builders import place
from assets.mesh import Mesh, joined, model_of
from assets.modelling import box, grid, sign_flat
from assets.modelling.materials import GRASS, Material, painted
from assets.place import Ground, Light, Place
from assets.places.greenery import grove, hedge, tufts
from assets.places.hills import ridge
from assets.places.road_parts import (
    Part,
    carriageway,
    gantry,
    guardrail,
    median,
    overpass,
    roadside_sign,
    skid,
)

NEAR, FAR = (-24.0, 18.0), (-420.0, 420.0)
VERGE, SLOPE_TOP, SLOPE_FOOT, FIELD = 4.0, 5.6, 10.0, -1.7
"""Where the asphalt ends, the slope begins and ends (x), and the height of the field below it."""
OPPOSITE = (-20.6, -9.4)
FINE = (-30.0, 16.0)
"""Where, along the road, the ground beside it is modelled finely."""
SPLAT_ORIGIN, SPLAT_SIZE, SPLAT_PIXELS = (2.0, -44.0), 64.0, 1024

DUSK = Light(
    sun_direction=(-0.862, 0.482, 0.155),
    sun=(1.15, 0.50, 0.20),
    horizon=(0.98, 0.50, 0.27),
    middle=(0.44, 0.38, 0.47),
    zenith=(0.10, 0.15, 0.31),
    haze=(1.0, 0.45, 0.18),
    bounce=(0.12, 0.10, 0.09),
    clouds=0.45,
    fog_start=45.0,
    fog_density=0.0030,
    exposure=1.75,
    night=0.5,
)


def ground_height(x: NDArray, y: NDArray) -> NDArray:
    """Height of the ground: level on the road, falling to fields on both sides; uneven where the mesh is fine."""
    x, y = np.asarray(x, np.float64), np.asarray(y, np.float64)
    right = np.clip((x - SLOPE_TOP) / (SLOPE_FOOT - SLOPE_TOP), 0, 1)
    left = np.clip((OPPOSITE[0] - 1.2 - x) / 5.0, 0, 1)
    fall = right * right * (3 - 2 * right) + left * left * (3 - 2 * left)
    uneven = np.clip(np.minimum.reduce([x - VERGE - 0.3, 12.0 - x, y - FINE[0], FINE[1] - y]), 0, 1)
    rough = 0.035 * np.sin(x * 2.3 + 0.7 * np.sin(y)) * np.sin(y * 1.7) + 0.05 * np.sin(x * 0.6 + y * 0.35)
    return FIELD * fall + uneven * rough


def _noise(x: NDArray, y: NDArray, seed: int) -> NDArray:
    """Smooth uneven values 0..1."""
    rng = np.random.default_rng(seed)
    total = np.zeros_like(x)
    for k in range(9):
        angle, phase = rng.uniform(0, 6.28, 2)
        wave = 0.25 * 1.55**k
        total += np.sin((x * np.cos(angle) + y * np.sin(angle)) * wave + phase + total * 0.5) / (k + 1.5) ** 0.7
    return 0.5 + 0.5 * np.tanh(total * 0.7)


def _splat() -> NDArray[np.uint8]:
    """Soil where grass is thin, gravel along the edge of the asphalt."""
    step = (np.arange(SPLAT_PIXELS) + 0.5) / SPLAT_PIXELS * SPLAT_SIZE
    x, y = np.meshgrid(step + SPLAT_ORIGIN[0], step + SPLAT_ORIGIN[1])
    patch = _noise(x, y, 7)
    soil = np.clip((patch - 0.60) * 3.0, 0, 1) + np.exp(-(((x - 4.9) / 0.35) ** 2)) * 0.6 * patch
    gravel = np.clip((4.62 - x + 0.35 * (patch - 0.5)) / 0.25, 0, 1)
    relief = np.full_like(x, 128)
    return np.stack([np.clip(soil, 0, 1) * 255, gravel * 255, np.zeros_like(x), relief], axis=-1).astype(np.uint8)


def _ground_mesh() -> Mesh:
    """Grass beside the road: fine beside the hard shoulder, coarse far away."""
    tiles = [
        grid((VERGE, 12), FINE, 0.5, ground_height, GRASS),
        grid((VERGE, 12), (-200, FINE[0]), 2.0, ground_height, GRASS),
        grid((VERGE, 12), (FINE[1], 120), 2.0, ground_height, GRASS),
        grid((12, 44), (-200, 120), 8.0, ground_height, GRASS),
        grid((OPPOSITE[0] - 8, OPPOSITE[0]), (-200, 120), 2.0, ground_height, GRASS),
    ]
    tiles += [grid((VERGE, 44), ends, 8.0, ground_height, GRASS) for ends in ((FAR[0], -200), (120, FAR[1]))]
    tiles += [grid((44, 700), (-700, 700), 50.0, ground_height, GRASS)]
    tiles += [grid((VERGE, 44), ends, 40.0, ground_height, GRASS) for ends in ((-700, FAR[0]), (FAR[1], 700))]
    tiles += [grid((-700, OPPOSITE[0] - 8), (-700, 700), 50.0, ground_height, GRASS)]
    tiles += [
        grid((OPPOSITE[0] - 8, OPPOSITE[0]), ends, 8.0, ground_height, GRASS)
        for ends in ((FAR[0], -200), (120, FAR[1]))
    ]
    return joined(tiles)


def _roads() -> Mesh:
    ours = carriageway(
        (
            OPPOSITE[1],
            -8.1,
            -7.5,
            -6.85,
            -6.65,
            -6.1,
            -5.5,
            -4.9,
            -4.2,
            -3.6,
            -3.075,
            -2.925,
            -2.4,
            -1.8,
            -1.1,
            -0.5,
            0.1,
            0.65,
            0.85,
            1.4,
            2.0,
            2.6,
            3.2,
            3.7,
            VERGE,
        ),
        NEAR,
        FAR,
        [(-6.85, -6.65), (0.65, 0.85)],
        [(-3.075, -2.925)],
        (-5.75, -4.05, -2.0, -0.25),
    )
    opposite = carriageway(
        (OPPOSITE[0], -17.5, -17.3, -15.6, -13.625, -13.475, -11.6, -10.3, -10.1, OPPOSITE[1]),
        (0, 0),
        FAR,
        [(-17.5, -17.3), (-10.3, -10.1)],
        [(-13.625, -13.475)],
        (-16.4, -14.6, -12.6, -10.9),
    )
    return joined([ours, opposite])


def _traces() -> list[Part]:
    """What the tyre left before the truck stopped, old oil, sealed cracks."""
    y = np.linspace(-62, -6, 12)
    drift = -0.9 + 1.2 * np.clip((y + 62) / 40, 0, 1) ** 1.5
    parts = skid(np.column_stack([drift, y]), 0.30)
    parts += skid(np.column_stack([drift[5:] + 2.1, y[5:]]), 0.26)
    parts.append(("sign", sign_flat("rubber_shreds", 2.6, 2.6).placed(-0.2, -17, 0.004)))
    parts.append(("sign", sign_flat("rubber_shreds", 1.7, 1.7).placed(0.5, -6.2, 0.004, h=70)))
    for k, (x, at) in enumerate(((-4.8, -9), (-1.2, 8), (-4.9, 21), (-1.0, -34))):
        parts.append(("sign", sign_flat("oil_spots", 3.4, 1.0).placed(x, at, 0.004, h=90 + 7 * k)))
    for x, at, turn, length in (
        (-2.2, 3.6, 4, 4.4),
        (-4.6, -13.4, -3, 4.6),
        (2.3, -10.2, 2, 3.4),
        (2.2, 12.5, 86, 5.0),
        (-0.6, -21.5, 5, 4.0),
    ):
        parts.append(("sign", sign_flat("sealed_crack", length, 0.32).placed(x, at, 0.004, h=turn)))
    return parts


def _furniture() -> list[Part]:
    parts = guardrail(4.2, FAR, (-108.0, 60.48), faces=-1)
    parts += guardrail(OPPOSITE[0] - 0.5, FAR, (-43.2, 43.2), faces=1)
    parts += median(-8.45, FAR)
    parts += gantry(86.0, -7.9, 5.4, "exit_gantry", -2.6, faces_north=False)
    parts += gantry(-112.0, OPPOSITE[0] - 1.6, -8.9, "exit_gantry", -14.0, faces_north=True)
    parts += roadside_sign("emergency_lane", 1.5, 1.8, 5.2, 27.0, 2.0)
    parts += roadside_sign("follow_distance", 1.9, 1.19, 5.2, 50.0, 2.0)
    parts += roadside_sign("blue_board_info", 2.4, 1.49, 6.4, 14.0, 1.2)
    parts += roadside_sign("follow_distance", 1.9, 1.19, OPPOSITE[0] - 1.4, -46.0, 2.0, faces_north=True)
    return parts


def _scattered(
    rng: np.random.Generator, count: int, x: tuple[float, float], y: tuple[float, float], gap: float
) -> list[tuple[float, float]]:
    """Places at least ``gap`` metres apart."""
    places: list[tuple[float, float]] = []
    while len(places) < count:
        spot = (float(rng.uniform(*x)), float(rng.uniform(*y)))
        if all(np.hypot(spot[0] - a, spot[1] - b) > gap for a, b in places):
            places.append(spot)
    return places


def _plants() -> Mesh:
    rng = np.random.default_rng(15)
    row = [(13.0 + rng.uniform(-0.5, 0.5), y + rng.uniform(-0.8, 0.8)) for y in np.arange(-118, 84, 6.5)]
    left = [(OPPOSITE[0] - 9 + rng.uniform(-1, 1), y + rng.uniform(-1.5, 1.5)) for y in np.arange(-110, 100, 8.5)]
    far = _scattered(rng, 26, (20, 46), (-170, 110), 7) + _scattered(rng, 22, (-58, -36), (-170, 110), 7)
    near = [spot for spot in row if -45 < spot[1] < 28]
    poplars = grove(near, ground_height, 3, tall=(7.5, 10.5), slender=0.42, leaves=320)
    distant = [spot for spot in row if spot not in near]
    poplars = joined([poplars, grove(distant, ground_height, 3, tall=(7.5, 10.5), slender=0.42, leaves=120)])
    others = grove(left, ground_height, 4, tall=(5, 8), slender=0.75, leaves=90)
    wood = grove(far, ground_height, 5, tall=(6, 10), slender=0.85, leaves=64)
    shrubs = [
        hedge((7.4, a), (7.9, a + 7), 0.9, 0.8, 40 + k, ground_height)
        for k, a in enumerate((-66.0, -38.0, -17.0, 3.0, 22.0))
    ]
    edge = np.column_stack([rng.normal(4.75, 0.28, 240).clip(4.45, 6.5), rng.uniform(-28, 16, 240)])
    slope = np.column_stack([rng.uniform(5.2, 11, 330), rng.uniform(-34, 18, 330)])
    grass = tufts(np.vstack([edge, slope]), ground_height, 6, blades=5)
    return joined([poplars, others, wood, *shrubs, grass])


def _far_country() -> list[Part]:
    """Hills on three sides, and the lights of a village below them."""
    near_hill = Material((0.20, 0.24, 0.11), "grass", 0.95, 0.0, 0.2, scale=0.05)
    far_hill = Material((0.22, 0.25, 0.20), "grass", 0.95, 0.0, 0.1, scale=0.03)
    hills = [
        ridge([(-150, -420), (-210, -100), (-190, 160), (-120, 460)], 17, 1, near_hill),
        ridge([(-330, -600), (-420, 0), (-330, 600)], 46, 2, far_hill),
        ridge([(120, 470), (170, 120), (150, -120), (110, -430)], 24, 3, near_hill),
        ridge([(300, 600), (400, 0), (300, -600)], 70, 4, far_hill),
        ridge([(-330, 560), (0, 640), (330, 560)], 62, 5, far_hill),
        ridge([(330, -560), (0, -640), (-330, -560)], 66, 6, far_hill),
    ]
    rng = np.random.default_rng(8)
    houses, lights = [], []
    walls = painted(0.52, 0.48, 0.43, 0.9, 0.3)
    for _ in range(16):
        x, y, turn = rng.uniform(-130, -84), rng.uniform(-150, 130), rng.uniform(0, 90)
        w, d, h = rng.uniform(7, 11), rng.uniform(6, 9), rng.uniform(4, 8)
        houses.append(box(w, d, h, walls, bevel=0.05, grid=9).placed(x, y, FIELD, h=turn))
        for _ in range(2):
            side = rng.uniform(-0.35, 0.35) * w
            lights.append(
                box(1.0, 0.06, 1.2, painted(1.0, 0.66, 0.28), bevel=0.01, grid=4)
                .placed(side, -d / 2 - 0.03, 1.2)
                .placed(x, y, FIELD, h=turn + 90)
            )
    return [("opaque", joined([*hills, *houses])), ("glow", joined(lights))]


@place("highway-shoulder")
def highway_shoulder() -> Place:
    """Traffic runs to +y; lane 1 x -6.75..-3, lane 2 x -3..0.75, hard shoulder to x 4, guardrail x 4.2."""
    opaque: list[Part] = [("opaque", _roads()), ("opaque", overpass(190.0)), ("opaque", _plants())]
    ground = Ground(_ground_mesh(), SPLAT_ORIGIN, SPLAT_SIZE, _splat(), ("grass", "soil", "gravel"), water_level=-9.0)
    model = model_of(*opaque, *_furniture(), *_traces(), *_far_country())
    return Place("highway-shoulder", model, ground, DUSK, (-6.75, -180, 9, 30), ground_height)
