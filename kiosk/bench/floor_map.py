"""A place as an architect draws it: what stands in it cut at a few heights, over the colours of its ground."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from assets.mesh import Array, Mesh
from assets.place import Place

PER_METRE = 24
LARGEST = 1800
"""Pixels along an edge at most; large places get fewer of them to a metre."""
MARGIN = 5.0
"""Metres shown round where people can be."""
CUTS = ((0.25, (205, 196, 182)), (1.0, (150, 140, 126)), (1.8, (96, 88, 78)))
"""Heights over the ground, in metres, at which the place is cut, and the ink for each; the last lies on top."""
PAPER, SECOND, THIRD, WATER = (250, 247, 241), (236, 228, 214), (228, 220, 208), (205, 222, 232)
SHORE = 128
"""The splat's blue at the edge of water."""
SOLID = ("opaque", "sign", "glass", "veil")
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class FloorMap:
    """A picture of a place from above, north up; ``box`` is what it shows: x0, y0, x1, y1 in metres."""

    box: Box
    png: bytes

    @property
    def address(self) -> str:
        """The picture as a data address for a page."""
        return f"data:image/png;base64,{base64.b64encode(self.png).decode()}"


def floor_map(place: Place) -> FloorMap:
    """Draw a place; takes some tenths of a second."""
    x0, y0, x1, y1 = place.extent
    box = (x0 - MARGIN, y0 - MARGIN, x1 + MARGIN, y1 + MARGIN)
    scale = min(PER_METRE, LARGEST / max(box[2] - box[0], box[3] - box[1]))
    picture = _ground(place, box, scale)
    pen = ImageDraw.Draw(picture)
    meshes = [mesh for name, mesh in place.model.meshes.items() if name in SOLID]
    for height, ink in CUTS:
        for mesh in meshes:
            for a, b in _on_paper(_cut(place, mesh, height, box), box, scale).tolist():
                pen.line((*a, *b), fill=ink, width=2)
    body = io.BytesIO()
    picture.quantize(48).save(body, "PNG", optimize=True)
    return FloorMap(box, body.getvalue())


def _ground(place: Place, box: Box, scale: float) -> Image.Image:
    """The ground's layers as flat colours, from its splat map."""
    width, height = round((box[2] - box[0]) * scale), round((box[3] - box[1]) * scale)
    ground, size = place.ground, len(place.ground.splat)
    x = box[0] + (np.arange(width) + 0.5) / scale
    y = box[3] - (np.arange(height) + 0.5) / scale
    column = np.clip(((x - ground.origin[0]) / ground.size * size).astype(int), 0, size - 1)
    row = np.clip(((y - ground.origin[1]) / ground.size * size).astype(int), 0, size - 1)
    splat = ground.splat[row[:, None], column[None, :]].astype(np.float32)
    colour = np.broadcast_to(np.array(PAPER, np.float32), (height, width, 3))
    for channel, ink in ((0, SECOND), (1, THIRD)):
        share = splat[..., channel : channel + 1] / 255
        colour = colour * (1 - share) + np.array(ink, np.float32) * share
    colour = np.where(splat[..., 2:3] > SHORE, np.array(WATER, np.float32), colour)
    return Image.fromarray(colour.astype(np.uint8))


def _cut(place: Place, mesh: Mesh, height: float, box: Box) -> Array:
    """Where triangles pass a height over the ground: pieces of line (n, 2, 2) in metres."""
    x, y, z = mesh.position.T
    over = z - place.ground_height(x, y) - height
    corners = mesh.faces[((over[mesh.faces] > 0).any(1)) & ((over[mesh.faces] <= 0).any(1))]
    middle = mesh.position[corners, :2].mean(1)
    inside = ((middle >= box[:2]) & (middle <= box[2:])).all(1)
    corners = corners[inside]
    if not len(corners):
        return np.zeros((0, 2, 2), np.float32)
    level = over[corners]
    # The corner that is alone on its side comes first: the other two edges of it are cut.
    above = level > 0
    alone = np.where(above.sum(1) == 1, above.argmax(1), (~above).argmax(1))
    order = (alone[:, None] + np.arange(3)) % 3
    corners, level = np.take_along_axis(corners, order, 1), np.take_along_axis(level, order, 1)
    points = mesh.position[corners, :2]
    share = (level[:, :1] / (level[:, :1] - level[:, 1:]))[..., None]
    return points[:, :1] + share * (points[:, 1:] - points[:, :1])


def _on_paper(lines: Array, box: Box, scale: float) -> Array:
    return np.stack([(lines[..., 0] - box[0]) * scale, (box[3] - lines[..., 1]) * scale], axis=-1)
