"""Models and places as plain arrays and back, for the cache."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields

import numpy as np
from numpy.typing import NDArray

from assets.cache import Arrays
from assets.mesh import PASSES, Lamp, Mesh, Model
from assets.modelling.heights import HeightField, sampled
from assets.place import Ground, Light, Place

LAMP_NUMBERS = 13
MESH_FIELDS = tuple(field.name for field in fields(Mesh))
HEIGHT_STEP = 0.1
HEIGHT_MARGIN = 8.0


def _mesh_arrays(mesh: Mesh, prefix: str) -> Arrays:
    return {f"{prefix}.{name}": getattr(mesh, name) for name in MESH_FIELDS}


def _mesh_from(arrays: Mapping[str, NDArray], prefix: str) -> Mesh:
    return Mesh(**{name: arrays[f"{prefix}.{name}"] for name in MESH_FIELDS})


def _lamp_row(lamp: Lamp) -> list[float]:
    return [*lamp.position, *lamp.direction, *lamp.colour, lamp.power, lamp.cone, float(lamp.baked), lamp.size]


def _lamp_from(row: list[float]) -> Lamp:
    return Lamp(tuple(row[0:3]), tuple(row[3:6]), tuple(row[6:9]), row[9], row[10], bool(row[11]), row[12])


def model_arrays(model: Model) -> Arrays:
    lamps = np.array([_lamp_row(lamp) for lamp in model.lamps], np.float64)
    arrays: Arrays = {"lamps": lamps.reshape(-1, LAMP_NUMBERS)}
    for name, mesh in model.meshes.items():
        arrays |= _mesh_arrays(mesh, name)
    return arrays


def model_from(arrays: Mapping[str, NDArray]) -> Model:
    meshes = {name: _mesh_from(arrays, name) for name in PASSES if f"{name}.faces" in arrays}
    return Model(meshes, tuple(_lamp_from(row) for row in arrays["lamps"].tolist()))


def place_arrays(place: Place) -> Arrays:
    """The place; its ground heights sampled every ``HEIGHT_STEP`` metres unless they are a grid already."""
    heights = place.ground_height
    if not isinstance(heights, HeightField):
        heights = sampled(heights, place.extent, HEIGHT_STEP, HEIGHT_MARGIN)
    ground = place.ground
    facts = {
        "name": place.name,
        "extent": place.extent,
        "light": asdict(place.light),
        "origin": ground.origin,
        "size": ground.size,
        "layers": ground.layers,
        "water_level": ground.water_level,
        "heights": [*heights.origin, heights.step],
    }
    return {
        **model_arrays(place.model),
        **_mesh_arrays(ground.mesh, "ground"),
        "splat": ground.splat,
        "heights": heights.heights,
        "facts": np.array(json.dumps(facts)),
    }


def place_from(arrays: Mapping[str, NDArray]) -> Place:
    facts = json.loads(str(arrays["facts"]))
    *origin, step = facts["heights"]
    light = {name: tuple(value) if isinstance(value, list) else value for name, value in facts["light"].items()}
    ground = Ground(
        _mesh_from(arrays, "ground"), tuple(facts["origin"]), facts["size"], arrays["splat"],
        tuple(facts["layers"]), facts["water_level"],
    )  # fmt: skip
    heights = HeightField(tuple(origin), step, arrays["heights"])
    return Place(facts["name"], model_from(arrays), ground, Light(**light), tuple(facts["extent"]), heights)
