"""A cable whose sheath has split: torn rubber lips, the cores inside, one of them bare to its copper strands."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assets.mesh import Mesh
from assets.modelling import finish, frames, smooth, tube
from assets.modelling.materials import CABLE_BLACK, COPPER, Material, plastic

CORES = (plastic(0.62, 0.03, 0.03), plastic(0.78, 0.60, 0.02), plastic(0.02, 0.30, 0.10), plastic(0.42, 0.60, 0.03))
"""Red is the one that lies bare; then yellow, green and the green-yellow PE."""
BARE_COPPER = COPPER.but(colour=(1.0, 0.40, 0.16), texture="paint", metal=0.7, roughness=0.26, bump=0.0)
RINGS, ARC = 28, 18
GAPE = 1.45
"""Half the angle that the split stands open in its middle, radians."""


def split_cable(line: NDArray, radius: float, seed: int) -> list[Mesh]:
    """Meshes of the torn piece of cable along ``line`` (n, 3), its split upward over the middle three quarters."""
    rng = np.random.default_rng(seed)
    line = smooth(line, 8)
    keep = np.linspace(0, len(line) - 1, RINGS).round().astype(int)
    line = line[keep]
    return [_sheath(line, radius, rng), *_cores(line, radius), *_strands(line, radius, rng)]


def _gape(along: NDArray, rng: np.random.Generator) -> NDArray:
    """Half the opening angle (radians) of the split at positions 0..1, ragged, closed at both ends."""
    inside = np.clip((along - 0.10) / 0.80, 0, 1)
    smooth_part = np.sin(np.pi * inside) ** 0.55
    rag = np.interp(along, np.linspace(0, 1, 15), rng.uniform(0.78, 1.12, 15))
    return GAPE * smooth_part * rag


def _sheath(line: NDArray, radius: float, rng: np.random.Generator) -> Mesh:
    """The open shell: outer and inner wall from lip to lip round the underside, lips curled outward."""
    along = np.linspace(0, 1, len(line))
    _, right, up = frames(line)
    left_lip, right_lip = (_gape(along, rng) for _ in range(2))
    share = np.linspace(0, 1, ARC)
    start, end = np.pi / 2 + left_lip, 2.5 * np.pi - right_lip
    angle = start[:, None] + (end - start)[:, None] * share
    torn = np.minimum(left_lip, right_lip)[:, None] / GAPE
    curl = torn * (np.abs(share * 2 - 1) ** 4)[None, :]
    outer = radius * (1 + 0.55 * curl)
    inner = radius * (0.74 + 0.62 * curl)

    def wall(r: NDArray) -> NDArray:
        c, s = (r * np.cos(angle))[..., None], (r * np.sin(angle))[..., None]
        return line[:, None] + right[:, None] * c + up[:, None] * s

    ring = np.concatenate([wall(outer), wall(inner)[:, ::-1]], axis=1)
    sides = ring.shape[1]
    i, j = np.meshgrid(np.arange(len(line) - 1), np.arange(sides), indexing="ij")
    a, b = i * sides + j, i * sides + (j + 1) % sides
    faces = np.concatenate([np.stack([a, b, b + sides], -1), np.stack([a, b + sides, a + sides], -1)]).reshape(-1, 3)
    last = (len(line) - 1) * sides
    k = np.arange(ARC - 1)
    near = [(k + 1, k, sides - 1 - k), (k + 1, sides - 1 - k, sides - 2 - k)]
    far = [(last + k, last + k + 1, last + sides - 1 - k), (last + k + 1, last + sides - 2 - k, last + sides - 1 - k)]
    ends = [np.stack(corners, axis=1) for corners in (*near, *far)]
    return finish(ring.reshape(-1, 3), np.concatenate([faces, *ends]), CABLE_BLACK, split=50)


def _cores(line: NDArray, radius: float) -> list[Mesh]:
    """Four twisted insulated cores; the first has lost its insulation in the middle."""
    along = np.linspace(0, 1, len(line))
    _, right, up = frames(line)
    meshes = []
    for k, material in enumerate(CORES):
        turn = np.pi / 2 + k * np.pi / 2 + (along - 0.5) * 1.6
        path = line + radius * 0.40 * (right * np.cos(turn)[:, None] + up * np.sin(turn)[:, None])
        if k == 0:
            third = len(line) // 4
            for piece in (path[: third + 1], path[-third - 1 :]):
                meshes.append(tube(piece, radius * 0.33, material, sides=9))
        else:
            meshes.append(tube(path, radius * 0.33, material, sides=9))
    return meshes


def _strands(line: NDArray, radius: float, rng: np.random.Generator) -> list[Mesh]:
    """The bare core: a lay of fine wires, bulging upward where they are free, some broken and sprung out."""
    quarter = len(line) // 4
    path = line[quarter - 1 : -quarter + 1]
    along = np.linspace(0, 1, len(path))[:, None]
    _, right, up = frames(path)
    bulge = np.sin(np.pi * along)
    middle = path + up * radius * (0.46 + 0.72 * bulge)
    meshes = []
    for k in range(16):
        phase = k / 16 * 2 * np.pi + along * 3.6
        spread = radius * (0.20 + bulge * rng.uniform(0.16, 0.55))
        lift = np.maximum(np.sin(phase), -0.6)
        strand = middle + spread * (right * np.cos(phase) * 1.25 + up * lift)
        meshes.append(tube(smooth(strand[::2], 2), radius * 0.10, BARE_COPPER, sides=5))
    for k in range(6):
        at = int(len(path) * (0.30 + 0.08 * k))
        root = middle[at] + up[at] * radius * 0.2
        lean = right[at] * rng.uniform(-1, 1) + (path[-1] - path[0]) / np.linalg.norm(path[-1] - path[0]) * rng.uniform(
            -0.6, 0.6
        )
        tip = root + radius * (lean * 1.1 + up[at] * rng.uniform(1.0, 2.0))
        bend = (root + tip) / 2 + up[at] * radius * 0.35
        meshes.append(tube(smooth([root, bend, tip], 4), radius * 0.08, BARE_COPPER, sides=5))
    return meshes


def taped_core(path: NDArray, radius: float, core: Material) -> list[Mesh]:
    """An insulated core cut off and wrapped with black tape at its end."""
    line = smooth(path, 6)
    tape = line[-5:]
    swell = np.array([1.35, 1.75, 1.85, 1.7, 1.3]) * radius
    return [tube(line[:-2], radius, core, sides=8), tube(tape, swell, CABLE_BLACK.but(roughness=0.3), sides=9)]
