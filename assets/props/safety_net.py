"""The safety net on a building's face: whole, or torn open."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined, model_of
from assets.modelling import cloth, lathe, rod, smooth, tube
from assets.modelling.materials import NET_GREEN, STEEL
from assets.props.parts.ropes import ROPE


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
