"""The foot of a six-storey facade: gate, scaffold, falling zone, lifting yard and site office, dry and warm."""

from __future__ import annotations

import numpy as np

from assets.builders import place
from assets.mesh import Mesh, joined, model_of
from assets.modelling import box, lathe, rock, rod, rounded_box, sign_quad, tube, varied
from assets.modelling.materials import (
    BLUE_PAINT,
    BRICK_SOLID,
    CONCRETE,
    DARK_STEEL,
    GREEN_PAINT,
    RUBBER,
    RUSTY_STEEL,
    SACKCLOTH,
    STEEL,
    STONE,
    WOOD,
)
from assets.place import Light, Place
from assets.places.facade_building import Part, building, standing_scaffold
from assets.places.facade_ground import facade_ground, ground_height
from assets.places.greenery import grove, tufts
from assets.places.surroundings import city, container_office, gate, hoarding
from assets.props.parts.ropes import rope_line

EXTENT = (0.0, 0.0, 16.0, 14.0)

AFTERNOON = Light(
    sun_direction=(-0.52, -0.64, 0.565),
    sun=(3.3, 2.65, 1.9),
    horizon=(1.02, 0.86, 0.70),
    middle=(0.66, 0.74, 0.84),
    zenith=(0.20, 0.40, 0.76),
    haze=(1.0, 0.75, 0.45),
    bounce=(0.34, 0.28, 0.20),
    clouds=0.5,
    fog_start=16.0,
    fog_density=0.0060,
    exposure=0.95,
    wetness=0.15,
)


def _at(mesh: Mesh, x: float, y: float, z: float = 0, h: float = 0) -> Mesh:
    """The mesh put on the ground."""
    foot = float(ground_height(np.array([x]), np.array([y]))[0])
    return mesh.placed(x, y, foot + z, h=h)


def _timber_stack(rng: np.random.Generator) -> Mesh:
    board = box(3.0, 0.10, 0.05, WOOD, bevel=0.005, grid=1.5)
    boards = [
        varied(board, rng, 0.2).placed(rng.uniform(-0.08, 0.08), (k % 7 - 3) * 0.112, 0.1 + (k // 7) * 0.053)
        for k in range(35)
    ]
    bearers = [box(0.1, 0.85, 0.1, WOOD, bevel=0.008).placed(x) for x in (-1.1, 0, 1.1)]
    return joined([*boards, *bearers])


def _pipe_rack(rng: np.random.Generator) -> Mesh:
    """Scaffold tubes in a cradle, some rusty."""
    kinds = [rod((-2.9, 0, 0), (2.9, 0, 0), 0.0242, material, sides=6) for material in (RUSTY_STEEL, STEEL.shade(0.7))]
    tubes = []
    for k, z in enumerate(np.arange(0.16, 0.55, 0.044)):
        for y in np.arange(-0.33, 0.34, 0.049) + (k % 2) * 0.024:
            tubes.append(kinds[int(rng.random() < 0.4)].placed(rng.uniform(-0.1, 0.1), y, z))
    cradle = [rod((x, y, 0), (x, y, 0.8), 0.03, BLUE_PAINT, sides=6) for x in (-1.8, 1.8) for y in (-0.42, 0.42)]
    cradle += [box(0.1, 0.95, 0.12, BLUE_PAINT, bevel=0.01).placed(x) for x in (-1.8, 1.8)]
    return joined([*tubes, *cradle])


def _wheelbarrow() -> Mesh:
    """A two-wheeled site barrow with sand in it."""
    tray = lathe(
        [(0, 0), (0.26, 0.0), (0.42, 0.30), (0.43, 0.31), (0.41, 0.30), (0.30, 0.08), (0, 0.06)],
        GREEN_PAINT,
        sides=4,
        split=30,
    )
    sand = lathe([(0, 0), (0.34, 0.0), (0.22, 0.12), (0, 0.17)], STONE.coloured(0.62, 0.50, 0.33), sides=10)
    wheel = lathe([(0, -0.03), (0.17, -0.035), (0.19, 0), (0.17, 0.035), (0, 0.03)], RUBBER, sides=16).placed(r=90)
    handles = [tube([(x, -0.85, 0.62), (x, -0.2, 0.42), (x, 0.35, 0.25)], 0.018, STEEL, sides=6) for x in (-0.26, 0.26)]
    legs = [rod((x, -0.25, 0.0), (x, -0.2, 0.40), 0.016, STEEL, sides=6) for x in (-0.26, 0.26)]
    return joined(
        [
            tray.placed(0, 0, 0.34, h=45),
            sand.placed(0, 0, 0.54),
            wheel.placed(-0.24, 0.32, 0.19),
            wheel.placed(0.24, 0.32, 0.19),
            *handles,
            *legs,
        ]
    )


def _drum(colour: tuple[float, float, float]) -> Mesh:
    outline = [
        (0, 0),
        (0.29, 0),
        (0.29, 0.28),
        (0.302, 0.29),
        (0.29, 0.30),
        (0.29, 0.57),
        (0.302, 0.58),
        (0.29, 0.59),
        (0.29, 0.88),
        (0.275, 0.88),
        (0.275, 0.85),
        (0, 0.85),
    ]
    return lathe(outline, BLUE_PAINT.coloured(*colour), sides=18)


def _bags(rng: np.random.Generator) -> Mesh:
    """Cement bags on a pallet under a strip of sheet."""
    bags = [
        rounded_box(0.60, 0.40, 0.13, SACKCLOTH, radius=0.055, segments=8).placed(
            (i - 0.5) * 0.62, (j - 1) * 0.41, 0.13 + level * 0.115, h=rng.uniform(-3, 3)
        )
        for level in range(5)
        for i in range(2)
        for j in range(3)
        if level < 4 or i == 0
    ]
    base = [box(1.25, 0.1, 0.022, WOOD, bevel=0.004).placed(0, y, 0.10) for y in (-0.5, -0.25, 0, 0.25, 0.5)]
    base += [box(0.1, 1.2, 0.1, WOOD, bevel=0.005).placed(x) for x in (-0.5, 0, 0.5)]
    return joined([*bags, *base])


def _heap(seed: int, colour: tuple[float, float, float]) -> Mesh:
    """A heap of sand or gravel, 3 m across."""
    rng = np.random.default_rng(seed)
    turn = np.linspace(0, 2 * np.pi, 25)[:-1]
    outline = [(0.0, 1.05), (0.3, 0.95), (0.8, 0.55), (1.3, 0.16), (1.7, -0.05)]
    heap = lathe(
        [(r, z) for r, z in reversed(outline)],
        STONE.but(texture="soil", scale=1.0).coloured(*colour),
        sides=len(turn),
        split=70,
    )
    bump = 1 + 0.10 * np.sin(np.arctan2(heap.position[:, 1], heap.position[:, 0]) * 3 + rng.uniform(0, 6))
    heap.position[:, :2] *= bump[:, None].astype(np.float32)
    return heap


def _lifting_yard(rng: np.random.Generator) -> list[Part]:
    """The lifting zone: painted kerbs, a rope with flags, its board, stored steel."""
    posts = [(13.1, 2.6), (17.6, 2.6), (17.6, 6.6)]
    stands = [
        _at(
            joined(
                [
                    rod((0, 0, 0), (0, 0, 1.05), 0.022, STEEL, sides=6),
                    lathe([(0, 0), (0.16, 0), (0.15, 0.04), (0, 0.06)], RUBBER, sides=12),
                ]
            ),
            x,
            y,
        )
        for x, y in posts
    ]
    ropes = [rope_line((*a, 0.98), (*b, 0.98)) for a, b in zip(posts, posts[1:], strict=False)]
    board = box(2.5, 0.03, 0.47, STEEL, bevel=0.006).placed(15.4, 2.56, 0.35)
    stored = [
        _at(_pipe_rack(rng), 20.4, 5.2, h=90),
        _at(_timber_stack(rng), 19.6, 9.6, h=84),
        _at(_timber_stack(rng), 21.0, 9.4, h=92),
    ]
    label = ("sign", sign_quad("lifting_zone", 2.45, 0.435).placed(15.4, 2.542, 0.368, h=180))
    return [("opaque", joined([*stands, *ropes, board, *stored])), label]


def _small_things(rng: np.random.Generator) -> Mesh:
    parts = [
        _at(_wheelbarrow(), 1.9, 7.4, h=30),
        _at(_drum((0.05, 0.16, 0.42)), -0.6, 8.0),
        _at(_drum((0.50, 0.12, 0.03)), -1.3, 7.6),
        _at(_bags(rng), -3.4, 7.2, h=8),
        _at(_heap(1, (0.66, 0.55, 0.38)), 22.5, 1.2),
        _at(_heap(2, (0.52, 0.50, 0.47)), -6.4, 4.2),
        _at(_timber_stack(rng), -5.6, 0.8, h=80),
    ]
    stones = [rock(1.0, k, STONE.shade(rng.uniform(0.7, 1.1))) for k in range(9)]
    for k in range(150):
        x, y = rng.uniform(-1, 17), rng.uniform(-0.2, 9.8)
        size = rng.uniform(0.008, 0.028) if k % 8 else rng.uniform(0.03, 0.06)
        parts.append(_at(stones[k % 9].placed(scale=size), x, y, size * 0.2, rng.uniform(0, 360)))
    for _ in range(26):
        x, y = rng.uniform(5.6, 8.6), rng.uniform(7.4, 9.7)
        piece = box(rng.uniform(0.05, 0.16), rng.uniform(0.05, 0.11), 0.05, BRICK_SOLID, bevel=0.006)
        parts.append(_at(varied(piece, rng), x, y, 0, rng.uniform(0, 180)))
    for _ in range(7):
        offcut = varied(box(rng.uniform(0.3, 0.7), 0.09, 0.05, WOOD, bevel=0.006), rng)
        parts.append(_at(offcut, rng.uniform(8.0, 10.2), rng.uniform(6.2, 8.4), 0, rng.uniform(0, 180)))
    for _ in range(6):
        bar = tube(
            [(-0.5, 0, 0), (-0.1, rng.uniform(-0.02, 0.02), 0.01), (0.5, rng.uniform(-0.05, 0.05), 0)],
            0.010,
            RUSTY_STEEL,
            sides=5,
        )
        parts.append(_at(bar, rng.uniform(0, 5), rng.uniform(5.5, 8.2), 0.012, rng.uniform(0, 180)))
    return joined(parts)


def _fences() -> list[Part]:
    """Hoarding on three sides, the gate in the south."""
    fence = [
        hoarding((-9.6, -0.8), (-0.4, -0.8)),
        hoarding((3.6, -0.8), (27.6, -0.8)),
        hoarding((27.6, -0.8), (27.6, 24.0)),
        hoarding((-9.6, 24.0), (-9.6, -0.8)),
    ]
    signs = [
        ("sign", sign_quad("project_board", 2.1, 1.38).placed(6.2, -0.70, 0.75)),
        ("sign", sign_quad("hoarding_builder", 4.4, 0.6).placed(13.0, -0.70, 1.2)),
        ("sign", sign_quad("hoarding_slogan", 4.8, 0.59).placed(27.5, 7.0, 1.2, h=90)),
        ("sign", sign_quad("hoarding_slogan", 4.8, 0.59).placed(-9.5, 4.0, 1.2, h=-90)),
    ]
    return [("opaque", joined(fence)), *gate(-0.2, 3.4, -0.8), *signs]


def _office() -> list[Part]:
    """The site office at the end of the safe way, doors to the south."""
    return [(name, mesh.placed(15.6, 13.6, 0.0, h=180)) for name, mesh in container_office()]


def _plants(rng: np.random.Generator) -> Mesh:
    ring = [(-18.0 + rng.uniform(-1, 1), y) for y in np.arange(-8, 40, 9.0)] + [
        (33.0 + rng.uniform(-1, 1), y) for y in np.arange(-8, 40, 8.0)
    ]
    ring += [(x, -11.0 + rng.uniform(-1.5, 1.0)) for x in np.arange(-24, 44, 9.0)] + [
        (x, 34.0 + rng.uniform(-1, 2)) for x in np.arange(-16, 30, 9.0)
    ]
    trees = grove(ring, ground_height, 12, tall=(6, 9), slender=0.75, leaves=180)
    edge = [
        np.column_stack([rng.uniform(-9.3, -7.5, 50), rng.uniform(0, 9, 50)]),
        np.column_stack([rng.uniform(4, 27, 70), rng.uniform(-0.6, 0.2, 70)]),
        np.column_stack([rng.uniform(22, 27.3, 60), rng.uniform(0, 20, 60)]),
        np.column_stack([rng.uniform(0, 5, 14), rng.uniform(4.8, 8, 14)]),
    ]
    return joined([trees, tufts(np.vstack(edge), ground_height, 13, blades=6, tall=0.2)])


def _crane_foot() -> Mesh:
    """The concrete footing on which the tower crane stands."""
    return joined(
        [
            box(4.6, 4.6, 0.35, CONCRETE, bevel=0.04, grid=1.0).placed(24.0, 15.0, -0.06),
            *[
                rod((24 + x, 15 + y, 0.2), (24 + x, 15 + y, 1.2), 0.02, DARK_STEEL, sides=5)
                for x in (-2.2, 2.2)
                for y in (-2.2, 2.2)
            ],
        ]
    )


@place("construction-floor/facade")
def construction_facade() -> Place:
    """Six-storey face at y 10, a slab every 3 m; gate at (1.5, 0); scenario scaffold bays stand x 4.1..11.3."""
    rng = np.random.default_rng(2)
    far = city((8, 6), (-100, 260), (115, 210), 26, 5)
    opaque: list[Part] = [("opaque", joined([_small_things(rng), _plants(rng), _crane_foot(), far]))]
    model = model_of(*opaque, *building(), *standing_scaffold(), *_lifting_yard(rng), *_fences(), *_office())
    return Place("construction-floor/facade", model, facade_ground(), AFTERNOON, EXTENT, ground_height)
