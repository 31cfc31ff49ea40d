"""Faces of standpoints kept in the cache: colour as JPEG, depth as packed differences."""

from __future__ import annotations

import hashlib
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain

import numpy as np
import simplejpeg
import zstandard
from numpy.typing import NDArray

from assets.cache import cached, is_cached, read_entry, source_key
from sim.render.faces import FORWARD, Face, FacePainter
from sim.render.programs import sources_text
from sim.render.surfaces import KINDS
from sim.state import Vec3
from sim.world.compose import World

COLOUR_QUALITY, SHARE_QUALITY = 93, 88
PAINTED_WITH = {"common.glsl", "screen.vert", "log_depth.frag", "shadow.frag", *chain.from_iterable(KINDS.values())}
"""The shader files that a face depends on."""
KIND = "faces"
READERS = 2


class FaceStore:
    """The faces of one world, by eye, direction and size."""

    def __init__(self, world: World, light: str = "") -> None:
        """``light`` names one that is not the world's own, so that neither's faces are taken for the other's."""
        digest = hashlib.sha256((world.key + light).encode())
        digest.update(sources_text(*PAINTED_WITH).encode())
        digest.update(source_key("sim.render.faces", "sim.render.stage", "sim.world.bake").encode())
        for image in (world.library.layers()[1], world.signs.picture):
            digest.update(np.ascontiguousarray(image).tobytes())
        self._world_digest = digest.hexdigest()
        self._fetched: dict[tuple[Vec3, int, int], Future[Face | None]] = {}

    def _key(self, eye: Vec3, index: int, size: int) -> tuple[object, ...]:
        return (self._world_digest, tuple(round(part, 3) for part in eye), index, size)

    def has(self, eye: Vec3, index: int, size: int) -> bool:
        return is_cached(KIND, self._key(eye, index, size))

    def fetch(self, eye: Vec3, size: int) -> None:
        """Begin to read what is kept of the faces round ``eye``, beside whatever else is done meanwhile: what reads
        and unpacks them leaves Python to other threads."""
        readers = ThreadPoolExecutor(READERS)
        self._fetched = {
            (eye, index, size): readers.submit(self._kept, eye, index, size) for index in range(len(FORWARD))
        }
        readers.shutdown(wait=False)

    def _kept(self, eye: Vec3, index: int, size: int) -> Face | None:
        """A face of the cache; None when it is not there or damaged."""
        arrays = read_entry(KIND, self._key(eye, index, size))
        return unpacked(arrays) if arrays is not None else None

    def face(self, eye: Vec3, index: int, painter: FacePainter) -> Face:
        """A face from the cache, painted now when it is not there (a damaged one is painted anew)."""
        fetched = self._fetched.pop((eye, index, painter.size), None)
        found = fetched.result() if fetched is not None else None
        if found is not None:
            return found
        painted: list[Face] = []

        def build() -> dict[str, NDArray]:
            painted.append(painter.paint(eye, index))
            return packed(painted[0])

        arrays = cached(KIND, self._key(eye, index, painter.size), build)
        return painted[0] if painted else unpacked(arrays)


def packed(face: Face) -> dict[str, NDArray]:
    """A face as bytes in arrays: about a twentieth of its size."""
    colour = simplejpeg.encode_jpeg(np.ascontiguousarray(face.colour[..., :3]), COLOUR_QUALITY, "RGB", "444")
    share = simplejpeg.encode_jpeg(np.ascontiguousarray(face.colour[..., 3:]), SHARE_QUALITY, "GRAY", "Gray")
    blobs = {}
    if face.reflecting is not None:
        rgb, facing = np.ascontiguousarray(face.reflecting[..., :3]), np.ascontiguousarray(face.reflecting[..., 3:])
        blobs["reflecting"] = simplejpeg.encode_jpeg(rgb, COLOUR_QUALITY, "RGB", "444")
        blobs["facing"] = simplejpeg.encode_jpeg(facing, SHARE_QUALITY, "GRAY", "Gray")
    steps = np.diff(face.depth, axis=1, prepend=np.uint16(0))
    planes = np.stack([steps & 255, steps >> 8]).astype(np.uint8)
    depth = zstandard.ZstdCompressor(level=3).compress(planes.tobytes())
    blobs |= {"colour": colour, "share": share, "depth": depth}
    return {name: np.frombuffer(blob, np.uint8) for name, blob in blobs.items()} | {"size": np.array([face.size])}


def unpacked(arrays: dict[str, NDArray]) -> Face:
    """The face that ``packed`` made smaller; colours to within what JPEG loses, depth exactly."""
    size = int(arrays["size"][0])
    colour = simplejpeg.decode_jpeg(arrays["colour"].tobytes(), "RGB")
    share = simplejpeg.decode_jpeg(arrays["share"].tobytes(), "GRAY")
    planes = np.frombuffer(zstandard.ZstdDecompressor().decompress(arrays["depth"].tobytes()), np.uint8)
    low, high = planes.reshape(2, size, size)
    steps = low | (high.astype(np.uint16) << 8)
    depth = np.cumsum(steps, axis=1, dtype=np.uint16)
    reflecting = None
    if "reflecting" in arrays:
        rgb = simplejpeg.decode_jpeg(arrays["reflecting"].tobytes(), "RGB")
        facing = simplejpeg.decode_jpeg(arrays["facing"].tobytes(), "GRAY")
        reflecting = np.concatenate([rgb, facing], axis=2)
    return Face(np.concatenate([colour, share], axis=2), depth, reflecting)
