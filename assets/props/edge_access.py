"""What guards an edge: scaffold bays, safety nets, and the shed over a passage."""

from __future__ import annotations

from functools import cache

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, Pass, joined, model_of
from assets.modelling import bolt, box, cloth, lathe, resampled, rod, sagging, sign_quad, smooth, tube, varied
from assets.modelling.materials import (
    BRICK_SOLID,
    DARK_STEEL,
    NET_GREEN,
    PLYWOOD,
    RED_PAINT,
    STEEL,
    WEBBING,
    WHITE_PAINT,
    WOOD,
    Material,
    painted,
)

Part = tuple[Pass, Mesh]
SCAFFOLD = painted(0.62, 0.40, 0.05, 0.5, 0.45)
RAIL_RED = painted(0.62, 0.07, 0.04, 0.45)
PIPE = 0.0242
"""Radius of a scaffold tube, metres."""
LIFT, PLANK = 2.0, 0.045
ROPE = Material((0.62, 0.60, 0.52), "fabric", 0.9, 0.0, 0.4, scale=8.0)


def coupler(x: float, y: float, z: float, *, h: float = 0) -> Mesh:
    """A right-angle coupler round a standard at (x, y, z): two clamps and their bolts."""
    return _coupler().placed(x, y, z, h=h)


@cache
def _coupler() -> Mesh:
    iron = DARK_STEEL.shade(0.9)
    clamp = box(0.072, 0.082, 0.058, iron, bevel=0.016).placed(z=-0.029)
    second = box(0.082, 0.062, 0.066, iron, bevel=0.016).placed(0, -0.05, -0.033)
    bolts = [bolt(0.011, 0.05, STEEL).placed(x=0.045, y=dy, z=0.012) for dy in (0.012, -0.05)]
    return joined([clamp, second, *bolts])


def planks(x: tuple[float, float], y: tuple[float, float], z: float, rng: np.random.Generator) -> Mesh:
    """A deck of boards along x, their upper side at ``z``; each board a little different."""
    count = max(1, round((y[1] - y[0]) / 0.205))
    width = (y[1] - y[0]) / count
    boards = []
    for k in range(count):
        length = x[1] - x[0] + rng.uniform(-0.05, 0.03)
        board = box(length, width - 0.012, PLANK, WOOD, bevel=0.006, grid=0.9)
        middle = ((x[0] + x[1]) / 2 + rng.uniform(-0.03, 0.03), y[0] + (k + 0.5) * width)
        boards.append(varied(board, rng, 0.2).placed(*middle, z - PLANK, h=rng.uniform(-0.4, 0.4)))
    return joined(boards)


@cache
def scaffold_frame(width: float = 1.8, brace: bool = True) -> Mesh:
    """Standards, ledgers, transoms, couplers and one brace of a lift 2 m high and 1 m deep."""
    half, deep = width / 2, 0.47
    parts = []
    for x in (-half + PIPE, half - PIPE):
        for y in (-deep, deep):
            parts.append(rod((x, y, 0), (x, y, LIFT), PIPE, SCAFFOLD, grid=0.7))
            parts.append(coupler(x, y, LIFT - 0.14, h=0 if y < 0 else 180))
        parts.append(rod((x + 0.05, -deep - 0.14, LIFT - 0.075), (x + 0.05, deep + 0.14, LIFT - 0.075), PIPE, SCAFFOLD))
    for y in (-deep - 0.05, deep + 0.05):
        parts.append(rod((-half - 0.04, y, LIFT - 0.13), (half + 0.04, y, LIFT - 0.13), PIPE, SCAFFOLD, grid=0.9))
    if brace:
        parts.append(rod((-half, deep + 0.10, 0.05), (half, deep + 0.10, LIFT - 0.1), PIPE, SCAFFOLD, grid=0.8))
    return joined(parts)


def guard_rails(width: float = 1.8, *, toe_board: bool) -> list[Part]:
    """Rail posts, two rails and the toe board along the outer edge of the deck, from z = 2.0 up to 3.2."""
    half, y = width / 2, 0.47
    parts: list[Mesh] = [rod((x, y, LIFT), (x, y, LIFT + 1.2), PIPE, SCAFFOLD) for x in (-half + PIPE, half - PIPE)]
    for z in (0.6, 1.15):
        parts.append(
            rod((-half - 0.06, y - 0.05, LIFT + z), (half + 0.06, y - 0.05, LIFT + z), PIPE, RAIL_RED, grid=0.9)
        )
        parts += [coupler(x, y, LIFT + z) for x in (-half + PIPE, half - PIPE)]
    signs: list[Part] = []
    if toe_board:
        parts.append(box(width, 0.022, 0.18, PLYWOOD, bevel=0.004).placed(0, y - 0.045, LIFT + 0.005))
        signs = [
            ("sign", sign_quad("hazard_stripes", width - 0.02, 0.15).placed(0, y - 0.0325, LIFT + 0.02)),
            ("sign", sign_quad("hazard_stripes", width - 0.02, 0.15).placed(0, y - 0.0575, LIFT + 0.02, h=180)),
        ]
    return [("opaque", joined(parts)), *signs]


@prop("scaffold_bay")
def scaffold_bay(request: PropRequest) -> Model:
    """One lift of tube scaffold, 1.8 x 1.0 x 2.0 m, its planks at the top; rails and toe board (+y) above them."""
    rng = np.random.default_rng(2)
    decks = {"planks_gap": _gapped_deck, "projecting_plank": _projecting_deck}
    deck = decks.get(request.state, _whole_deck)(rng)
    frame = [("opaque", joined([scaffold_frame(), deck]))]
    if request.state == "no_rail":
        return model_of(*frame)
    return model_of(*frame, *guard_rails(toe_board=request.state != "no_toeboard"))


def _whole_deck(rng: np.random.Generator) -> Mesh:
    return planks((-0.93, 0.93), (-0.46, 0.46), LIFT, rng)


def _gapped_deck(rng: np.random.Generator) -> Mesh:
    """Two boards on either side of a strip 30 cm wide that is open."""
    inner = planks((-0.93, 0.93), (-0.46, -0.15), LIFT, rng)
    outer = planks((-0.93, 0.93), (0.15, 0.46), LIFT, rng)
    return joined([inner, outer])


def _projecting_deck(rng: np.random.Generator) -> Mesh:
    """One board slid 0.4 m out beyond the transom to +x, unlashed, tipping; the others lashed with wire."""
    rest = planks((-0.93, 0.93), (-0.46, 0.23), LIFT, rng)
    board = varied(box(1.86, 0.20, PLANK, WOOD, bevel=0.006, grid=0.9), rng, 0.25)
    lashings = [
        tube([(x, y - 0.11, LIFT - 0.09), (x, y, LIFT + 0.006), (x, y + 0.11, LIFT - 0.09)], 0.003, STEEL, sides=4)
        for x in (-0.85, 0.85)
        for y in (-0.35, -0.115, 0.115)
    ]
    return joined([rest, board.placed(0.47, 0.345, LIFT - PLANK + 0.006, r=1.8), *lashings])


# --- nets ----------------------------------------------------------------------------------------


def net_surface(w: float, h: float, rng: np.random.Generator, step: float = 0.2) -> np.ndarray:
    """Points (rows, columns, 3) of a hung net, seen from +y: bellies between ties every 1.5 m, small folds."""
    columns, rows = max(3, round(w / step) + 1), max(3, round(h / step) + 1)
    x, z = np.meshgrid(np.linspace(w / 2, -w / 2, columns), np.linspace(0, h, rows))
    phase = rng.uniform(0, 6.28, 3)
    belly = 0.05 * np.abs(np.sin((x + w / 2) / 1.5 * np.pi)) * np.abs(np.sin(z / 2.0 * np.pi)) ** 0.6
    folds = 0.016 * np.sin(x * 7.3 + phase[0] + 0.4 * np.sin(z * 2)) + 0.010 * np.sin(x * 17 + phase[1])
    return np.stack([x, belly + folds * (0.4 + 0.6 * np.sin(z * 1.3 + phase[2]) ** 2), z], axis=-1)


def _net_edges(w: float, h: float, *, broken: bool) -> Mesh:
    """Border ropes, eyelets and ties; the rope across the hole of a torn net is ``broken``."""
    ropes = []
    for z in (0.01, h / 3, 2 * h / 3, h - 0.01):
        gap = broken and abs(z - HOLE[1]) < HOLE[3]
        spans = ((-w / 2, HOLE[0] - HOLE[2] - 0.05), (HOLE[0] + HOLE[2] + 0.05, w / 2)) if gap else ((-w / 2, w / 2),)
        ropes += [rod((x0, 0, z), (x1, 0, z), 0.009, ROPE, sides=5, grid=1.0) for x0, x1 in spans]
    ropes += [rod((x, 0, 0), (x, 0, h), 0.009, ROPE, sides=5, grid=1.0) for x in (-w / 2, w / 2)]
    ties = []
    for z in np.arange(0.0, h + 0.01, 1.0):
        for x in (-w / 2, -w / 2 + 1.5, w / 2):
            eyelet = lathe(
                [(0.008, -0.004), (0.02, -0.004), (0.02, 0.004), (0.008, 0.004), (0.008, -0.004)], STEEL, sides=8
            )
            ties.append(eyelet.placed(x * 0.985, 0.012, min(max(z, 0.03), h - 0.03), p=90))
    return joined([*ropes, *ties])


HOLE = (0.4, 2.2, 0.62, 0.60)
"""The hole of the torn net: middle x, middle z, half width, half height."""


def _hole_depth(x: np.ndarray, z: np.ndarray) -> np.ndarray:
    """Below 1 inside the ragged outline of the hole."""
    cx, cz, hw, hh = HOLE
    angle = np.arctan2((z - cz) / hh, (x - cx) / hw)
    ragged = 1 + 0.10 * np.sin(angle * 5 + 0.6) + 0.07 * np.sin(angle * 11) + 0.05 * np.sin(angle * 17 + 2)
    return np.maximum(np.abs(x - cx) / hw, np.abs(z - cz) / hh) / ragged


def _torn(points: np.ndarray) -> Mesh:
    """The net with its hole: cells inside are left out, the points around drawn to the torn edge."""
    x, z = points[..., 0], points[..., 2]
    depth = _hole_depth(x, z)
    edge = (depth > 0.86) & (depth < 1.16)
    cx, cz = HOLE[:2]
    pulled = points.copy()
    pulled[..., 0] = np.where(edge, cx + (x - cx) / depth, x)
    pulled[..., 2] = np.where(edge, cz + (z - cz) / depth, z)
    pulled[..., 1] += np.where(depth < 1.5, 0.05 * (1.5 - np.clip(depth, 0, 1.5)), 0)
    mesh = cloth(pulled, NET_GREEN)
    middle = mesh.position[mesh.faces].mean(1)
    kept = _hole_depth(middle[:, 0], middle[:, 2]) >= 0.97
    used, faces = np.unique(mesh.faces[kept], return_inverse=True)
    return Mesh(
        faces.reshape(-1, 3).astype(np.int32),
        mesh.position[used],
        mesh.normal[used],
        mesh.uvl[used],
        mesh.colour[used],
        mesh.surface[used],
    )


def _flap(rng: np.random.Generator) -> Mesh:
    """The torn piece, still held at the lower edge of the hole, hanging down outside in folds."""
    cx, cz, hw, hh = HOLE
    rows, columns = 13, 13
    u, v = np.meshgrid(np.linspace(1, -1, columns), np.linspace(0, 1, rows))
    fall = 1.18 * v
    taper = 1 - 0.28 * v
    ragged = 0.10 * np.sin(u * 9) * v + 0.06 * np.sin(u * 23 + 1) * v
    x = cx + u * hw * taper + 0.06 * np.sin(v * 5)
    out = 0.06 + 0.26 * np.sin(np.pi * np.clip(v, 0, 1) ** 0.7) * (1 - 0.4 * v) + 0.05 * np.sin(u * 6 + v * 4) * v
    z = cz - hh + 0.04 * np.sin(v * np.pi) - fall * (1 + ragged * 0.4)
    x += rng.normal(0, 0.008, x.shape) * v
    points = np.stack([x, out, z], axis=-1)[::-1]
    return cloth(points, NET_GREEN.shade(1.15))


def _frayed(rng: np.random.Generator) -> Mesh:
    """Threads round the hole."""
    cx, cz, hw, hh = HOLE
    threads = []
    for _ in range(34):
        angle = rng.uniform(0, 2 * np.pi)
        reach = 1 / max(abs(np.cos(angle)), abs(np.sin(angle)))
        start = np.array([cx + hw * np.cos(angle) * reach, 0.05, cz + hh * np.sin(angle) * reach])
        length = rng.uniform(0.06, 0.22)
        path = [
            start,
            start + [rng.uniform(-0.04, 0.04), 0.05, -length * 0.4],
            start + [rng.uniform(-0.05, 0.05), 0.03, -length],
        ]
        threads.append(tube(smooth(path, 3), 0.0035, NET_GREEN.but(texture="fabric"), sides=4))
    return joined(threads)


@prop("safety_net")
def safety_net(request: PropRequest) -> Model:
    """A fine-mesh safety net 3 x 6 m hung on ropes, its outer side to +y."""
    rng = np.random.default_rng(11)
    torn = request.state == "torn"
    edges = _net_edges(3.0, 6.0, broken=torn)
    if not torn:
        return model_of(("veil", cloth(net_surface(3.0, 6.0, rng), NET_GREEN)), ("opaque", edges))
    net = _torn(net_surface(3.0, 6.0, rng, 0.12))
    return model_of(("veil", net), ("veil", _flap(rng)), ("opaque", joined([edges, _frayed(rng)])))


# --- the shed over the safety passage ------------------------------------------------------------


def _shed_frame() -> Mesh:
    posts = [
        box(0.10, 0.10, 2.96, WHITE_PAINT, bevel=0.012, grid=0.5).placed(x, y, 0.02)
        for x in (-1.42, 1.42)
        for y in (-1.92, 0.0, 1.92)
    ]
    feet = [
        box(0.24, 0.24, 0.02, DARK_STEEL, bevel=0.004).placed(x, y) for x in (-1.42, 1.42) for y in (-1.92, 0.0, 1.92)
    ]
    beams = [
        box(0.08, 3.96, 0.10, WHITE_PAINT, bevel=0.01).placed(x, 0, z) for x in (-1.42, 1.42) for z in (2.26, 2.86)
    ]
    cross = [
        box(2.9, 0.07, 0.09, WHITE_PAINT, bevel=0.01).placed(0, y, z) for y in (-1.92, 0, 1.92) for z in (2.27, 2.87)
    ]
    struts = [
        rod((x * 0.97, y, 2.0), (x * 0.78, y, 2.28), 0.022, STEEL) for x in (-1.42, 1.42) for y in (-1.92, 0, 1.92)
    ]
    rails = [rod((x, -1.92, z), (x, 1.92, z), 0.02, RED_PAINT, grid=0.8) for x in (-1.42, 1.42) for z in (0.55, 1.1)]
    return joined([*posts, *feet, *beams, *cross, *struts, *rails])


def _roof(z: float, rng: np.random.Generator, *, dented: bool) -> Mesh:
    """A layer of 5 cm boards across the shed; struck boards of the upper one sag and are split."""
    boards = []
    for k in range(20):
        y = -1.9 + k * 0.2
        board = varied(box(3.04, 0.19, 0.05, WOOD, bevel=0.006, grid=0.8), rng, 0.2)
        if dented and k in (6, 7, 15):
            left = varied(box(1.55, 0.19, 0.05, WOOD, bevel=0.006), rng, 0.2).placed(-0.74, y, z, r=2.6)
            right = varied(box(1.46, 0.19, 0.05, WOOD, bevel=0.006), rng, 0.2).placed(0.77, y, z, r=-2.6)
            boards += [left.placed(z=-0.035), right.placed(z=-0.035)]
        else:
            boards.append(board.placed(rng.uniform(-0.02, 0.02), y, z))
    return joined(boards)


def _fallen_bits(rng: np.random.Generator) -> Mesh:
    """What has landed on the roof: broken bricks, an offcut."""
    bits = [
        box(rng.uniform(0.08, 0.2), 0.11, 0.053, BRICK_SOLID, bevel=0.008).placed(
            rng.uniform(-1.2, 1.2), rng.uniform(-1.7, 1.7), 2.98, h=rng.uniform(0, 180)
        )
        for _ in range(8)
    ]
    offcut = box(0.62, 0.09, 0.05, WOOD, bevel=0.006).placed(0.5, -1.86, 2.98, h=20)
    return joined([*bits, offcut])


@prop("safety_shed")
def safety_shed(_request: PropRequest) -> Model:
    """A passage under a double roof, 3 x 4 x 3 m, open at both ends along y."""
    rng = np.random.default_rng(23)
    fascia = [box(3.08, 0.03, 0.34, WHITE_PAINT, bevel=0.006).placed(0, y, 2.62) for y in (-1.99, 1.99)]
    opaque = joined(
        [_shed_frame(), _roof(2.34, rng, dented=False), _roof(2.93, rng, dented=True), _fallen_bits(rng), *fascia]
    )
    parts: list[Part] = [("opaque", opaque)]
    for turn, y in ((0, 2.008), (180, -2.008)):
        parts.append(("sign", sign_quad("shed_fascia", 3.0, 0.30).placed(0, y, 2.64, h=turn)))
        for x in (-1.42, 1.42):
            strip = sign_quad("hazard_stripes", 1.6, 0.09).placed(r=90).placed(z=0.9)
            parts.append(
                ("sign", strip.placed(x + (-0.045 if turn == 0 else 0.045), y - np.sign(y) * 0.036, 0, h=turn))
            )
    for x in (-1.4725, 1.4725):
        parts.append(("sign", sign_quad("hazard_stripes", 3.8, 0.10).placed(x, 0, 2.885, h=-90 if x > 0 else 90)))
    return model_of(*parts)


def rope_line(start: tuple[float, float, float], end: tuple[float, float, float]) -> Mesh:
    """A slack warning rope with red flags between two points."""
    line = resampled(sagging(start, end, 0.12), 0.4)
    flags = []
    for k, (x, y, z) in enumerate(line[1:-1]):
        if k % 2 == 0:
            triangle = cloth(
                np.array([[(x - 0.07, y, z), (x + 0.07, y, z)], [(x, y + 0.01, z - 0.16)] * 2]), WEBBING, two_sided=True
            )
            flags.append(triangle)
    return joined([tube(line, 0.006, ROPE, sides=5), *flags])
