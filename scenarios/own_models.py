"""A trainer's own prop: a binary glTF file (.glb) beside the scenario, written ``prop: ./models/press.glb``.

Here its outside is checked, quickly and without decoding it: the container, the limits, that it holds
all it needs. What is in it is turned into triangles elsewhere (``assets.own_model``). In a loaded
scenario the name is the file's whole path.
"""

from __future__ import annotations

import hashlib
import json
import math
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from scenarios.draft import Draft
from scenarios.errors import ScenarioUnreadable
from scenarios.faults import Fault, Loc
from scenarios.model import Actor, Prop, Scenario
from scenarios.names import is_own_model, is_written_model
from scenarios.registry import Label, PropEntry, registry
from scenarios.source import Source

MAX_BYTES = 20 * 1024 * 1024
MAX_TRIANGLES = 30_000
MAX_NODES = 2_000
SIZES = (0.01, 40.0)
"""Metres: the longest side of a model is neither shorter nor longer."""
ONLY_STATE = "as_is"
EXTENSIONS = frozenset({"KHR_materials_unlit", "KHR_mesh_quantization"})
"""What a file may require; anything else (Draco, meshopt, basisu) packs it in a way that we do not read."""

_MAGIC, _JSON = 0x46546C67, 0x4E4F534A
_TRIANGLES, _STRIPS = 4, (5, 6)

Matrix = tuple[tuple[float, ...], ...]
Vector = tuple[float, float, float]


class ModelRefused(Exception):
    """Why a model cannot be used: ``code`` names the fault's text."""

    def __init__(self, code: str, *, expected: object = "", found: object = "") -> None:
        super().__init__(f"{code}: {found}")
        self.code, self.expected, self.found = code, str(expected), str(found)


@dataclass(frozen=True)
class OwnModel:
    """What a file says of itself: ``size`` in metres as width, depth and height of a prop."""

    triangles: int
    size: Vector


def prop_entry(name: str) -> PropEntry | None:
    """What is known of a prop of a loaded scenario: the registry's entry, or one made for a trainer's model."""
    if not is_own_model(name):
        return registry().props.get(name)
    path = Path(name)
    label = Label(zh=path.stem, en=path.stem)
    size = tuple(max(side, 0.001) for side in read_model(path).size)
    return PropEntry.model_validate({"label": label, "size": size, "states": {ONLY_STATE: label}})


@cache
def read_model(path: Path) -> OwnModel:
    """The outside of a .glb file, as it was when first asked for.

    Raises:
        ModelRefused: it cannot be read, is no .glb, needs other files, or is over a limit.
    """
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ModelRefused("model_too_large", expected=f"{MAX_BYTES >> 20} MB", found=f"{size >> 20} MB")
        content = _json_chunk(path.read_bytes())
    except OSError as wrong:
        raise ModelRefused("model_missing", found=path.name) from wrong
    try:
        _refuse_what_lies_elsewhere(content)
        triangles = _Walk(content)
        model = OwnModel(triangles.count, triangles.size)
    except (KeyError, IndexError, TypeError, ValueError) as wrong:
        raise ModelRefused("model_damaged", found=f"{type(wrong).__name__}: {wrong}") from wrong
    longest = max(model.size)
    if not SIZES[0] <= longest <= SIZES[1]:
        raise ModelRefused("model_size", expected=f"{SIZES[0]:g}-{SIZES[1]:g} m", found=f"{longest:g} m")
    return model


def _json_chunk(raw: bytes) -> dict[str, Any]:
    """The description at the head of a .glb file."""
    if len(raw) < 20:
        raise ModelRefused("model_not_glb", found=f"{len(raw)} B")
    magic, version, length, chunk, kind = struct.unpack_from("<5I", raw)
    if magic != _MAGIC or version != 2 or kind != _JSON:
        raise ModelRefused("model_not_glb", found=raw[:4].decode("ascii", "replace"))
    if length > len(raw) or 20 + chunk > len(raw):
        raise ModelRefused("model_damaged", expected=f"{length} B", found=f"{len(raw)} B")
    try:
        content = json.loads(raw[20 : 20 + chunk])
    except (ValueError, RecursionError) as wrong:
        raise ModelRefused("model_damaged", found=str(wrong)) from wrong
    if not isinstance(content, dict):
        raise ModelRefused("model_damaged", found=type(content).__name__)
    return content


def _refuse_what_lies_elsewhere(content: dict[str, Any]) -> None:
    for part in (*content.get("buffers", []), *content.get("images", [])):
        if "uri" in part:
            raise ModelRefused("model_not_whole", found=str(part["uri"])[:60])
    if foreign := sorted(set(content.get("extensionsRequired", [])) - EXTENSIONS):
        raise ModelRefused("model_packed", found=", ".join(foreign))


class _Walk:
    """Goes through the nodes of a file once: counts the triangles and measures the box round them."""

    def __init__(self, content: dict[str, Any]) -> None:
        self._content = content
        self.count = 0
        self._low, self._high = [math.inf] * 3, [-math.inf] * 3
        self._left = MAX_NODES
        scenes = content.get("scenes", [])
        roots = scenes[content.get("scene", 0)]["nodes"] if scenes else range(len(content.get("nodes", [])))
        waiting = [(root, _IDENTITY) for root in roots]
        while waiting:
            waiting += self._node(*waiting.pop())
        if not self.count:
            raise ModelRefused("model_empty")

    @property
    def size(self) -> Vector:
        """Width, depth and height; glTF has y up and looks along +z."""
        x, y, z = (high - low for low, high in zip(self._low, self._high, strict=True))
        return (x, z, y)

    def _node(self, index: int, above: Matrix) -> list[tuple[int, Matrix]]:
        """Take in a node's shape; its children with the transform above them."""
        self._left -= 1
        if self._left < 0:
            raise ModelRefused("model_too_many_nodes", expected=MAX_NODES)
        node = self._content["nodes"][index]
        matrix = _times(above, _own_matrix(node))
        if "mesh" in node:
            for primitive in self._content["meshes"][node["mesh"]]["primitives"]:
                self._primitive(primitive, matrix)
        return [(child, matrix) for child in node.get("children", [])]

    def _primitive(self, primitive: dict[str, Any], matrix: Matrix) -> None:
        mode = primitive.get("mode", _TRIANGLES)
        if mode not in (_TRIANGLES, *_STRIPS):
            return
        accessors = self._content["accessors"]
        points = accessors[primitive["attributes"]["POSITION"]]
        corners = accessors[primitive["indices"]]["count"] if "indices" in primitive else points["count"]
        self.count += corners // 3 if mode == _TRIANGLES else max(0, corners - 2)
        if self.count > MAX_TRIANGLES:
            raise ModelRefused("model_too_many_triangles", expected=MAX_TRIANGLES, found=self.count)
        low, high = points["min"], points["max"]
        for k in range(8):
            corner = [(high if k >> axis & 1 else low)[axis] for axis in range(3)]
            for axis in range(3):
                at = sum(matrix[axis][i] * corner[i] for i in range(3)) + matrix[axis][3]
                if not math.isfinite(at):
                    raise ModelRefused("model_damaged", found=f"{at}")
                self._low[axis], self._high[axis] = min(self._low[axis], at), max(self._high[axis], at)


_IDENTITY: Matrix = ((1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0))


def _own_matrix(node: dict[str, Any]) -> Matrix:
    """A node's own transform, three rows of four."""
    if "matrix" in node:
        m = node["matrix"]
        return tuple(tuple(m[4 * column + row] for column in range(4)) for row in range(3))
    x, y, z, w = node.get("rotation", (0, 0, 0, 1))
    turn = (
        (1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)),
        (2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)),
        (2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)),
    )
    scale, move = node.get("scale", (1, 1, 1)), node.get("translation", (0, 0, 0))
    return tuple((*(turn[row][k] * scale[k] for k in range(3)), move[row]) for row in range(3))


def _times(a: Matrix, b: Matrix) -> Matrix:
    def entry(row: int, column: int) -> float:
        moved = a[row][3] if column == 3 else 0.0
        return sum(a[row][k] * b[k][column] for k in range(3)) + moved

    return tuple(tuple(entry(row, column) for column in range(4)) for row in range(3))


# --- in a scenario --------------------------------------------------------------------------------


def own_models(draft: Draft) -> Iterator[tuple[Loc, Prop | Actor]]:
    """Every thing of a file that is a trainer's own model, with its place."""
    for part, things in (("props", draft.props), ("actors", draft.actors), ("carried", draft.carried)):
        for name, thing in things.items():
            if is_written_model(thing.prop):
                yield (part, name), thing


def model_faults(draft: Draft, source: Source, folder: Path) -> Iterator[Fault]:
    """What is wrong with the own models of a file that lies in ``folder``."""
    for loc, thing in own_models(draft):
        try:
            read_model(model_path(str(thing.prop), folder))
        except ModelRefused as wrong:
            where = (*loc, "prop")
            yield Fault(wrong.code, "reference", source.file, *source.locate(where), where,
                        expected=wrong.expected, found=wrong.found)  # fmt: skip
        for key in ("state", "variant", "sign"):
            if getattr(thing, key, None) is not None:
                where = (*loc, key)
                yield Fault("model_has_no_looks", "reference", source.file, *source.locate(where), where, found=key)


def model_path(name: str, folder: Path) -> Path:
    """The file of an own model; it lies in the scenario's folder or below.

    Raises ModelRefused when it does not.
    """
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise ModelRefused("model_outside", found=name)
    return path


def with_model_paths(scenario: Scenario, folder: Path) -> Scenario:
    """The scenario with the whole path of every own model in the place of its name."""

    def placed(things: Mapping[str, Prop | Actor]) -> dict[str, Prop | Actor]:
        return {
            name: thing.model_copy(update={"prop": model_path(thing.prop, folder).as_posix()})
            if is_written_model(thing.prop)
            else thing
            for name, thing in things.items()
        }

    parts = {"props": scenario.props, "actors": scenario.actors, "carried": scenario.carried}
    return scenario.model_copy(update={part: placed(things) for part, things in parts.items()})


def placed_models(scenario: Scenario) -> Iterator[tuple[Loc, Path]]:
    """Every own model of a loaded scenario: the place of its thing in the file, and the model's file."""
    for part, things in (("props", scenario.props), ("actors", scenario.actors), ("carried", scenario.carried)):
        for name, thing in things.items():
            if thing.prop is not None and is_own_model(thing.prop) and not is_written_model(thing.prop):
                yield (part, name), Path(thing.prop)


def model_digests(scenario: Scenario) -> dict[Loc, str]:
    """A hash over the content of every own model of a loaded scenario, by the place of its thing in the file.

    Raises:
        ScenarioUnreadable: the file of one is gone.
    """
    return {loc: _digest(path) for loc, path in placed_models(scenario)}


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as wrong:
        raise ScenarioUnreadable(str(path), wrong.strerror or str(wrong)) from wrong
