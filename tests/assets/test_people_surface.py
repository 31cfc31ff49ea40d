"""From fields to triangles: nothing torn, nothing across a colour's border."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.people.distance import capsule, ellipsoid, join, loft, meet, without
from assets.people.patch import shaded, tube
from assets.people.shell import Shell, meshed, one_region
from assets.people.simplify import Collapse
from assets.people.surface import Seam, cut, marched

UNIT_BOX = ((-1.2, -1.2, -1.2), (1.2, 1.2, 1.2))


def ball(points):
    return ellipsoid(points, (0, 0, 0), (1, 1, 1))


def volume(vertices, faces) -> float:
    a, b, c = (vertices[faces[:, k]] for k in range(3))
    return float(np.einsum("ij,ij->i", a, np.cross(b, c)).sum() / 6)


def area(vertices, faces) -> float:
    a, b, c = (vertices[faces[:, k]] for k in range(3))
    return float(np.linalg.norm(np.cross(b - a, c - a), axis=1).sum() / 2)


def directed_edges(faces) -> Counter:
    return Counter((int(a), int(b)) for face in faces for a, b in zip(face, np.roll(face, -1), strict=True))


def is_closed(faces) -> bool:
    edges = directed_edges(faces)
    return all(count == 1 and edges[b, a] == 1 for (a, b), count in edges.items())


@given(st.lists(st.floats(-2, 2, width=32), min_size=3, max_size=3), st.floats(0, 0.5))
def test_blending_only_ever_fills_and_rounds(point, blend):
    p = np.array([point], np.float32)
    one, two = ball(p), capsule(p, (0.5, 0, 0), (2, 0, 0), 0.3, 0.4)
    assert join(blend, one, two)[0] <= min(one[0], two[0]) + 1e-6
    assert meet(blend, one, two)[0] >= max(one[0], two[0]) - 1e-6
    assert without(blend, one, two)[0] >= max(one[0], -two[0]) - 1e-6


def test_a_loft_is_as_wide_as_its_profile_says():
    rows = [(0.0, 0.2, 0.1, -0.1), (0.5, 0.3, 0.15, -0.1), (1.0, 0.2, 0.1, -0.1)]
    inside, outside = np.array([[0.29, 0.025, 0.5]], np.float32), np.array([[0.31, 0.025, 0.5]], np.float32)
    assert loft(inside, rows, 2.5)[0] < 0 < loft(outside, rows, 2.5)[0]
    assert loft(np.array([[0, 0, 1.1]], np.float32), rows, 2.5)[0] == pytest.approx(0.1, abs=1e-5)


def test_a_marched_ball_is_round_closed_and_faces_outward():
    vertices, faces = marched(ball, UNIT_BOX, 0.1, 600)
    assert is_closed(faces)
    assert len(faces) <= 620
    assert np.linalg.norm(vertices, axis=1) == pytest.approx(1, abs=0.005)
    assert volume(vertices, faces) == pytest.approx(4 / 3 * np.pi, rel=0.08)


def test_a_cut_leaves_no_triangle_across_the_seam_and_tears_nothing():
    vertices, faces = marched(ball, UNIT_BOX, 0.1, 400)
    seam = Seam(lambda v: v[:, 2] - 0.3 * v[:, 0] - 0.1, 0.01)
    before = area(vertices, faces)
    vertices, faces = cut(vertices, faces, seam)
    level = seam.level(vertices)[faces]
    assert not ((level.max(1) > 1e-3) & (level.min(1) < -1e-3)).any()
    assert is_closed(faces)
    assert area(vertices, faces) == pytest.approx(before, rel=0.01)


def test_thinning_keeps_the_line_between_two_colours_where_it_was():
    vertices, faces = marched(ball, UNIT_BOX, 0.1, 2000)
    vertices, faces = cut(vertices, faces, Seam(lambda v: v[:, 2] - 0.2, 0.01))
    regions = (vertices[faces].mean(1)[:, 2] > 0.2).astype(int)
    collapse = Collapse(vertices, faces, regions, line_weight=25)
    collapse.run(300)
    thin, thin_faces, thin_regions = collapse.result()
    assert len(thin_faces) <= 300
    assert is_closed(thin_faces)
    upper = set(thin_faces[thin_regions == 1].ravel())
    border = [v for v in upper if v in set(thin_faces[thin_regions == 0].ravel())]
    assert len(border) >= 8
    assert thin[border][:, 2] == pytest.approx(0.2, abs=1e-3)
    assert volume(thin, thin_faces) == pytest.approx(4 / 3 * np.pi, rel=0.06)


@settings(max_examples=15, deadline=None)
@given(st.integers(3, 12), st.floats(0.01, 0.2), st.booleans())
def test_a_tube_faces_outward_whichever_way_it_runs(sides, radius, backwards):
    path = np.array([[0, 0, 0], [0.3, 0, 0.1], [0.7, 0.1, 0.1], [1, 0.1, 0]], float)
    if backwards:
        path = path[::-1]
    patch = tube(path, np.full((4, 2), radius), sides, np.array([0, 0, 1.0]), "skin")
    assert volume(patch.position, patch.faces) > 0
    assert np.linalg.norm(patch.normal, axis=1) == pytest.approx(1, abs=1e-6)


def test_sharp_edges_stay_sharp_and_flat_ones_smooth():
    square = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0], [1, 0, 1], [1, 1, 1]], float)
    faces = np.array([[0, 1, 2], [0, 2, 3], [2, 1, 4], [2, 4, 5]])
    patch = shaded(square, faces, np.array(["a"] * 4), crease=50)
    assert len(patch.position) == 8
    assert {tuple(np.abs(n).round(3)) for n in patch.normal} == {(0, 0, 1), (1, 0, 0)}


def test_a_shell_is_welded_along_the_middle_and_has_fewer_triangles_far_off():
    shell = Shell(
        name="ball",
        field=ball,
        box=((0, -1.2, -1.2), (1.2, 1.2, 1.2)),
        cell=0.1,
        triangles=600,
        coarser=(150, 60),
        binding="head",
        regions=one_region("skin"),
    )
    for patch, limit in zip(meshed(shell), (600, 150, 60), strict=True):
        assert len(patch.faces) <= limit
        assert is_closed(patch.faces)
        assert volume(patch.position, patch.faces) > 0
        outward = np.einsum("ij,ij->i", patch.position, patch.normal)
        assert outward.min() > 0.85
