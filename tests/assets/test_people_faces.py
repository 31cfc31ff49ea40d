"""Faces that live: blinks that close the eyes, eyes that look about or at somebody, and both the same every time."""

from __future__ import annotations

import numpy as np
import pytest

from assets.people import face, posing
from assets.people.clips import clips
from assets.people.eyelids import lid_edges
from assets.people.mesh import PersonMesh, dressed
from assets.people.physique import bent
from assets.people.skeleton import EYE, INDEX, TO_METRES
from assets.people.wardrobe import WARDROBE
from assets.people.wardrobe.builds import CHILD, GRANDMOTHER, HEAVY, HER, OLD_MAN, WOMAN

TIMES = np.arange(0, 60, 0.02)


@pytest.fixture(scope="module")
def bareheaded(people_cache) -> PersonMesh:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QIANCHE_CACHE", str(people_cache))
        return dressed(WARDROBE["pedestrian"]["man"], 1.4)


def lid_gap(mesh: PersonMesh, closed: float) -> float:
    """How far apart the lids are over the middle of the right eye, in metres."""
    frame, _ = posing.frame_at(clips()["idle"], 0.0)
    matrices = posing._with_face(frame, closed, (0.0, 0.0), mesh.lid_travel)
    head = matrices[INDEX["head"]]
    points = (posing.skinned(mesh, matrices)[0] - head[:3, 3]) @ head[:3, :3]
    rest = mesh.position - EYE * TO_METRES
    near = (np.abs(rest[:, 0]) < 0.004) & (np.abs(rest[:, 2]) < 0.012) & (rest[:, 1] > 0.010)
    near &= ~np.isin(mesh.joints[:, 0], (INDEX["eyeR"], INDEX["eyeL"]))
    height = points[near, 2] - EYE[2] * TO_METRES
    upper, lower = rest[near, 2] > 0.0025, rest[near, 2] < -0.0025
    return float(height[upper].min() - height[lower].max())


def test_a_blink_closes_the_lids(bareheaded):
    opened, half, shut = (lid_gap(bareheaded, closed) for closed in (0.0, 0.5, 1.0))
    modelled = np.subtract(*lid_edges(np.zeros(1)))[0] * TO_METRES
    assert opened == pytest.approx(modelled, abs=0.004)
    assert shut < half < opened
    assert shut < 0.0015


def test_everybody_blinks_about_every_four_seconds_and_not_together():
    closed = {seed: np.array([face.blink(t, seed) for t in TIMES]) for seed in (1, 2)}
    for each in closed.values():
        begun = ((each[1:] > 0.5) & (each[:-1] <= 0.5)).sum()
        assert 12 <= begun <= 20
        assert each.max() > 0.95
        assert (each > 0.1).mean() < 0.10
    assert not np.allclose(closed[1], closed[2])


def test_a_moment_always_has_the_same_face():
    one, other = face.Regard(12.34, 7), face.Regard(12.34, 7)
    head = np.eye(4)
    assert (one.closed, one.gaze(head)) == (other.closed, other.gaze(head))


def test_eyes_meet_whoever_stands_before_them_and_do_not_follow_behind():
    head = np.eye(4)
    ahead = np.array([0.3, 1.5, EYE[2] * TO_METRES])
    looks = [face.Regard(t, 3, ahead).gaze(head) for t in TIMES[::20]]
    meeting = [look for look in looks if look[0] < -10]
    assert len(meeting) > len(looks) * 0.4
    assert np.mean([look[0] for look in meeting]) == pytest.approx(-np.degrees(np.arctan2(0.3, 1.434)), abs=1)
    behind = np.array([0.0, -2.0, 1.6])
    assert all(abs(face.Regard(t, 3, behind).gaze(head)[0]) <= face.GLANCE[0] for t in TIMES[::20])


def test_a_gaze_turns_the_eyeballs_and_nothing_else(bareheaded):
    frame, _ = posing.frame_at(clips()["idle"], 0.0)
    ahead = posing.skinned(bareheaded, posing._with_face(frame.copy(), 0.0, (0, 0), 1.0))[0]
    aside = posing.skinned(bareheaded, posing._with_face(frame.copy(), 0.0, (25, 0), 1.0))[0]
    eyes = np.isin(bareheaded.joints[:, 0], (INDEX["eyeR"], INDEX["eyeL"]))
    shift = np.linalg.norm(aside - ahead, axis=1)
    assert shift[eyes].max() > 0.005
    assert shift[~eyes].max() < 1e-6
    iris = eyes & (bareheaded.colour.max(1) < 0.3)
    assert aside[iris, 0].mean() < ahead[iris, 0].mean(), "to the person's left is towards -x"


def test_a_speaking_mouth_opens(bareheaded):
    talk = clips()["talk"]
    jaw = [
        talk.frames[k, INDEX["head"], :3, :3].T @ talk.frames[k, INDEX["jaw"], :3, :3] for k in range(len(talk.frames))
    ]
    degrees = np.degrees([np.arccos(np.clip((np.trace(turn) - 1) / 2, -1, 1)) for turn in jaw])
    assert degrees.max() > 4
    assert (degrees < 0.5).any(), "and closes between the words"


def test_the_unconscious_have_their_eyes_closed():
    known = clips()
    assert known["lie"].lids.min() == 1
    assert known["idle"].lids.max() == 0
    assert known["collapse"].lids[-1] == 1


@pytest.mark.parametrize(("figure", "look"), [(WOMAN, HER), (HEAVY, GRANDMOTHER), (CHILD, HER), (OLD_MAN, HER)])
def test_bending_a_body_keeps_it_whole(bareheaded, figure, look):
    """Mirror images stay so, what is in the middle stays there, and no normal turns over."""
    rng = np.random.default_rng(5)
    chosen = rng.choice(len(bareheaded.position), 800, replace=False)
    points = bareheaded.position[chosen].astype(float) / TO_METRES
    normals = bareheaded.normal[chosen].astype(float)
    mirror = np.array([-1.0, 1, 1])
    moved, turned = bent(points, normals, figure, look)
    mirrored, _ = bent(points * mirror, normals * mirror, figure, look)
    off_middle = np.abs(points[:, 0]) > 1e-6
    assert (mirrored * mirror)[off_middle] == pytest.approx(moved[off_middle], abs=1e-9)
    assert (turned * normals).sum(1).min() > 0.2
    assert np.linalg.norm(moved - points, axis=1).max() < 0.09
