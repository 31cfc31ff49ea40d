"""Solids cut and joined by manifold3d, plates, and bent sheet metal."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manifold3d import CrossSection, FillRule, Manifold

from assets.mesh import Mesh
from assets.modelling.finish import UvOf, finish
from assets.modelling.materials import Material

Point2 = tuple[float, float]


def block(w: float, d: float, h: float, x: float = 0, y: float = 0, z: float = 0) -> Manifold:
    """A plain block for cutting and joining: centred on x, y and standing on z."""
    return Manifold.cube([w, d, h], True).translate([x, y, z + h / 2])


def cylinder(radius: float, h: float, x: float = 0, y: float = 0, z: float = 0, segments: int = 24) -> Manifold:
    """A plain upright cylinder for cutting and joining, standing on z."""
    return Manifold.cylinder(h, radius, radius, segments).translate([x, y, z])


def solid(
    shape: Manifold,
    material: Material,
    *,
    split: float = 30.0,
    wear: float = 0.0,
    grid: float | None = None,
    uv: UvOf | None = None,
) -> Mesh:
    """The surface of a manifold3d body; edges longer than ``grid`` metres are divided first."""
    if grid is not None:
        shape = shape.refine_to_length(grid)
    body = shape.to_mesh()
    points = np.asarray(body.vert_properties)[:, :3]
    return finish(points, np.asarray(body.tri_verts), material, split=split, wear=wear, uv=uv)


def section(outline: Sequence[Point2], holes: Sequence[Sequence[Point2]] = ()) -> CrossSection:
    """A flat outline with holes; the direction of the points does not matter."""
    return CrossSection(
        [np.asarray(ring, np.float64) for ring in (outline, *holes)], FillRule.EvenOdd
    )  # fmt: skip


def extrude(
    outline: Sequence[Point2],
    height: float,
    material: Material,
    *,
    holes: Sequence[Sequence[Point2]] = (),
    split: float = 30.0,
    wear: float = 0.0,
    grid: float | None = None,
) -> Mesh:
    """A plate: an outline in x, y (metres) raised from z = 0 to ``height``."""
    return solid(Manifold.extrude(section(outline, holes), height), material, split=split, wear=wear, grid=grid)


def profile(
    outline: Sequence[Point2],
    length: float,
    material: Material,
    *,
    holes: Sequence[Sequence[Point2]] = (),
    split: float = 30.0,
    wear: float = 0.0,
    grid: float | None = None,
) -> Mesh:
    """A bar of constant section: an outline in x, z drawn along y, centred on y = 0."""
    body = Manifold.extrude(section(outline, holes), length).rotate([90, 0, 0]).translate([0, length / 2, 0])
    return solid(body, material, split=split, wear=wear, grid=grid)


def sheet(line: Sequence[Point2], thickness: float, length: float, material: Material, **finish_options: float) -> Mesh:
    """Bent sheet metal: a line in x, z given a thickness and drawn along y, centred on y = 0."""
    points = np.asarray(line, np.float64)
    tangent = np.gradient(points, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1)[:, None]
    across = np.stack([-tangent[:, 1], tangent[:, 0]], axis=1) * thickness / 2
    outline = np.concatenate([points + across, (points - across)[::-1]])
    return profile([tuple(p) for p in outline], length, material, **finish_options)


def shell(outer: Manifold, inner: Manifold, material: Material, **finish_options: float) -> Mesh:
    """``outer`` hollowed by ``inner``: boxes and cabinets."""
    return solid(outer - inner, material, **finish_options)


def rock(radius: float, seed: int, material: Material) -> Mesh:
    """An angular stone of about ``radius`` metres, its middle at the origin."""
    rng = np.random.default_rng(seed)
    points = rng.standard_normal((15, 3))
    points *= np.array([1.0, 0.8, 0.6]) * radius / np.linalg.norm(points, axis=1)[:, None]
    return solid(Manifold.hull_points(points), material, split=25)
