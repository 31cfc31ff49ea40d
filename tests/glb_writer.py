"""Writes small .glb files by hand, right ones and wrong ones."""

from __future__ import annotations

import io
import json
import struct
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

FLOATS, SHORTS = 5126, 5123


def write_glb(
    path: Path,
    points: np.ndarray,
    faces: np.ndarray,
    *,
    material: dict[str, Any] | None = None,
    uv: np.ndarray | None = None,
    picture: np.ndarray | None = None,
    node: dict[str, Any] | None = None,
    changed: dict[str, Any] | None = None,
) -> Path:
    """A file with one shape of ``points`` (n, 3) and ``faces`` (m, 3), y up; ``changed`` goes over its description."""
    blobs: list[bytes] = []
    views: list[dict[str, int]] = []
    accessors: list[dict[str, Any]] = []

    def view(blob: bytes) -> int:
        views.append({"buffer": 0, "byteOffset": sum(map(len, blobs)), "byteLength": len(blob)})
        blobs.append(blob + b"\0" * (-len(blob) % 4))
        return len(views) - 1

    def accessor(array: np.ndarray, kind: str, number: int) -> int:
        entry = {"bufferView": view(array.tobytes()), "componentType": number, "count": len(array), "type": kind}
        if kind == "VEC3":
            entry |= {"min": array.min(0).tolist(), "max": array.max(0).tolist()}
        accessors.append(entry)
        return len(accessors) - 1

    attributes = {"POSITION": accessor(points.astype(np.float32), "VEC3", FLOATS)}
    if uv is not None:
        attributes["TEXCOORD_0"] = accessor(uv.astype(np.float32), "VEC2", FLOATS)
    indices = accessor(faces.astype(np.uint16).reshape(-1), "SCALAR", SHORTS)
    primitive = {"attributes": attributes, "indices": indices, "material": 0}
    content: dict[str, Any] = {
        "asset": {"version": "2.0"}, "scene": 0, "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0, **(node or {})}], "meshes": [{"primitives": [primitive]}],
        "materials": [material or {"pbrMetallicRoughness": {"baseColorFactor": [0.8, 0.1, 0.05, 1]}}],
        "accessors": accessors, "bufferViews": views,
    }  # fmt: skip
    if picture is not None:
        packed = io.BytesIO()
        Image.fromarray(picture).save(packed, "PNG")
        content["images"] = [{"bufferView": view(packed.getvalue()), "mimeType": "image/png"}]
        content["textures"] = [{"source": 0}]
    content["buffers"] = [{"byteLength": sum(map(len, blobs))}]
    content |= changed or {}
    head = json.dumps(content).encode()
    head += b" " * (-len(head) % 4)
    body = b"".join(blobs)
    chunks = struct.pack("<2I", len(head), 0x4E4F534A) + head + struct.pack("<2I", len(body), 0x004E4942) + body
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(struct.pack("<3I", 0x46546C67, 2, 12 + len(chunks)) + chunks)
    return path


def block(w: float, h: float, d: float) -> tuple[np.ndarray, np.ndarray]:
    """A box of width x, height y and depth z that stands on y = 0; every side has its own corners."""
    corners, faces = [], []
    for axis in range(3):
        for side in (-1.0, 1.0):
            normal = np.eye(3)[axis] * side
            a, b = np.eye(3)[(axis + 1) % 3], np.eye(3)[(axis + 2) % 3]
            a, b = (a, b) if side > 0 else (b, a)
            start = 4 * len(faces) // 2
            corners += [normal - a - b, normal + a - b, normal + a + b, normal - a + b]
            faces += [(start, start + 1, start + 2), (start, start + 2, start + 3)]
    return np.array(corners) * (w / 2, h / 2, d / 2) + (0, h / 2, 0), np.array(faces)
